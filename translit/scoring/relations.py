"""How two tokens are related: the same letters, one name by spelling, by sound law, a slip of the pen, or different."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import product
from operator import or_
from typing import NamedTuple

from rapidfuzz.distance import OSA

from ..phonology import Readings, plain_readings, readings
from ..tables.matching import letters_apart, vietnamese_letters
from ..text import LATIN, PLAIN_CYRILLIC, fold, has_cyrillic
from .slips import misread_between, slip_between

TYPO_LEAST = 0.77
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")  # of Vietnamese
TYPO_LENGTH = 5
ACRONYM = 5
MOST_LACKING, FEW_LETTERS = 2, 5
LEAST_LIKENESS = 0.72
FEW, LEAST_OF_FEW = 3, 0.66  # one letter of three may be a slip


class Relation(NamedTuple):
    """``kind`` is same, spelling, law, typo or different; ``likeness`` 0 to 1, 0 below ``least_likeness``; ``rule`` says why.

    ``left`` and ``right`` are the orthographies that read the two tokens alike; ``compared`` the nearest forms of two
    tokens that no rule relates.
    """

    kind: str
    likeness: float
    rule: str
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    compared: tuple[str, str] = ("", "")

    @property
    def agrees(self) -> bool:
        """Whether letters or rules make the tokens one name."""
        return self.kind in ("same", "spelling", "law")


SAME = Relation("same", 1.0, "the same letters")


@dataclass(slots=True, eq=False)
class Facts:
    """What relations need of one word: itself, its folded letters, its readings; as bits, the letters that all of its readings have
    after the laws, those that any has, and those it may begin with; how many letters a like word may lack; and whether
    some of the readings are by ear, of an English or Chinese name, which only Cyrillic letters answer; ``spoken`` are the readings
    after the laws, each once; ``signs`` what it may have in common with another by table, as bits, 0 until somebody asks."""

    word: str
    folded: str
    readings: Readings
    always: int
    ever: int
    firsts: int
    lacking: int
    by_ear: bool = False
    spoken: tuple[str, ...] = ()
    signs: int = 0


@lru_cache(65536)
def facts_of(word: str, lang: str = "") -> Facts:
    """The facts of a word; ``lang`` where its language is known."""
    found = readings(word, lang) if lang else readings(_in_small_letters(word))
    return _facts(word, found, found.plain is not None)


def facts_in(word: str, lang: str) -> Facts:
    """The facts of a word in a language, which may be unknown."""
    return facts_of(word, lang) if lang else facts_of(word)  # as all ask for it, so that it is kept once


def _in_small_letters(word: str) -> str:
    """A word as its readings are kept; one that small letters may change (İ) as it stands."""
    low = word.lower()
    return low if len(low) == len(word) and (word.isascii() or PLAIN_CYRILLIC.match(word) or LATIN.fullmatch(word)) else word


@lru_cache(16384)
def _plain_facts_of(word: str, lang: str) -> Facts:
    return _facts(word, plain_readings(word, lang), False)


def _facts(word: str, found: Readings, by_ear: bool) -> Facts:
    folded = fold(word)
    firsts, always, ever = _BITS[folded[0]] if folded else 0, -1, 0
    bits = _BITS
    spoken = tuple(dict.fromkeys(found.laws))
    if len(spoken) == len(found.laws):
        spoken = found.laws
    for law in spoken or (folded,):
        letters = 0
        for letter in law:
            letters |= bits[letter]
        always &= letters
        ever |= letters
        if law:
            firsts |= _BITS[law[0]]
    lacking = MOST_LACKING if always.bit_count() > FEW_LETTERS else 1
    return Facts(word, folded, found, always, ever, firsts, lacking, by_ear, spoken)


def facts_beside(a: str, b: str, a_lang: str = "", b_lang: str = "") -> tuple[Facts, Facts]:
    """The facts of two words, one beside the other: two in Latin letters are not heard by ear, for Hull is no Hall."""
    left, right = facts_in(a, a_lang), facts_in(b, b_lang)
    if (left.by_ear or right.by_ear) and has_cyrillic(a) == has_cyrillic(b):
        return _plain_facts_of(a, a_lang), _plain_facts_of(b, b_lang)
    return left, right


def letters_as_bits(word: str) -> int:
    """The letters of a word in a number of 64 bits; some letters share one."""
    return reduce(or_, map(_BITS.__getitem__, word), 0)


class _LetterBits(dict[str, int]):
    def __missing__(self, char: str) -> int:
        return 1 << (ord(char) & 63)


_BITS = _LetterBits((char, 1 << (ord(char) & 63)) for char in "abcdefghijklmnopqrstuvwxyzčšž")


@lru_cache(131072)
def relate(a: str, b: str, a_lang: str = "", b_lang: str = "") -> Relation:
    """``relation_of`` two tokens that may be acronyms, kept for those that ask again and again."""
    if are_acronyms(a, b):
        return Relation("different", 0.0, f"{a} and {b} are two acronyms")
    return relation_of(a, b, a_lang, b_lang)


def relation_of(a: str, b: str, a_lang: str = "", b_lang: str = "") -> Relation:
    """The nearest relation of two tokens; symmetric but for the sides of the orthographies. A side whose language is
    known is read in its own orthography only.

    >>> relation_of("Loukachenko", "Лукашенко").kind, relation_of("Лукашэнка", "Lukashenko").kind
    ('spelling', 'law')
    >>> relation_of("Kanatskaya", "Kanapatskaya").kind, relation_of("Sakharov", "Zakharov").kind
    ('typo', 'different')
    """
    left, right = facts_beside(a, b, a_lang, b_lang)
    if left.folded == right.folded:
        return Relation("different", 0.0, f"{a} and {b} have other vowels or tones") if are_two_syllables(a, b) else SAME
    shared = next((law for law in left.spoken if law in right.spoken), None)
    if shared is None or _stay_apart(left.folded, right.folded):
        return _typo(a, b, left, right)
    one, other = left.readings, right.readings
    for sounds, by in zip(one.sounds, one.orthographies, strict=True):
        if sounds in other.sounds:
            other_by = other.orthographies[other.sounds.index(sounds)]
            return Relation("spelling", 0.98, f"{by[0]} {a} and {other_by[0]} {b} both read {sounds}", by, other_by)
    at, other_at = one.laws.index(shared), other.laws.index(shared)
    rule = f"sound law: {a} reads {one.sounds[at]}, {b} reads {other.sounds[other_at]}"
    return Relation("law", 0.93, rule, one.orthographies[at], other.orthographies[other_at])


def agree_by_rule(a: str, b: str) -> bool:
    """Whether letters or rules make two tokens one name: ``relate(a, b).agrees`` without the reasons.

    >>> agree_by_rule("Loukachenko", "Лукашэнка"), agree_by_rule("Kanatskaya", "Kanapatskaya")
    (True, False)
    """
    left, right = facts_beside(a, b)
    if left.folded == right.folded:
        return not are_two_syllables(a, b)
    return not set(left.spoken).isdisjoint(right.spoken) and not _stay_apart(left.folded, right.folded)


def are_two_syllables(a: str, b: str) -> bool:
    """Whether two words of the same letters are Vietnamese with unlike marks, wherever a tone stands: Hùng, Hưng; not Hoà, Hòa. A tone may
    be left out.

    >>> are_two_syllables("Hùng", "Hưng"), are_two_syllables("Hoà", "Hòa"), are_two_syllables("Hung", "Hưng")
    (True, False, False)
    """
    if not are_vietnamese(a, b):
        return False
    (letters, tones), (others, other_tones) = _marks_of(a), _marks_of(b)
    return letters != others or tones != other_tones and bool(tones and other_tones)


def are_vietnamese(a: str, b: str) -> bool:
    """Whether two words have letters with marks, one of them such as only Vietnamese has."""
    return not a.isascii() and not b.isascii() and not vietnamese_letters().isdisjoint((a + b).lower()) and not has_cyrillic(a + b)


def _marks_of(word: str) -> tuple[str, list[str]]:
    """A word with the marks that make other letters of its own, and the tones that stand on these."""
    apart = unicodedata.normalize("NFD", word.casefold())
    return unicodedata.normalize("NFC", "".join([char for char in apart if char not in _TONES])), sorted(filter(_TONES.__contains__, apart))


def _stay_apart(a: str, b: str) -> bool:
    """Whether two folded words differ only in letters that no orthography makes one: Jansen, Hansen."""
    if len(a) != len(b):
        return False
    unlike = {frozenset(pair) for pair in zip(a, b, strict=True) if pair[0] != pair[1]}
    return len(unlike) == 1 and unlike <= letters_apart()


def are_acronyms(a: str, b: str) -> bool:
    """Whether two tokens are acronyms of different length. In people's names there are none: a family name may stand in capitals."""
    return len(a) != len(b) and max(len(a), len(b)) <= ACRONYM and a.isupper() and b.isupper()


def least_likeness(a: str, b: str) -> float:
    """How alike two texts must be to be as alike as slips are."""
    return LEAST_OF_FEW if max(len(a), len(b)) <= FEW else LEAST_LIKENESS


@lru_cache(16384)
def likeness(a: str, b: str) -> float:
    """How alike two words are in their folded letters, 0 to 1."""
    return OSA.normalized_similarity(fold(a), fold(b))


def may_be_alike(left: Facts, right: Facts) -> bool:
    """Whether two words begin alike and have few letters that the other never has."""
    return (
        left.firsts & right.firsts != 0
        and (left.always & ~right.ever).bit_count() <= left.lacking
        and (right.always & ~left.ever).bit_count() <= right.lacking
    )


def _typo(a: str, b: str, left: Facts, right: Facts) -> Relation:
    """The likeness of two tokens that no rule relates: over their letters, and over their sounds after the laws. Words
    that begin otherwise, or have many letters that the other never has, are not looked at."""
    best, pair = 0.0, (left.folded, right.folded)
    if may_be_alike(left, right) and not (left.folded.startswith(right.folded) or right.folded.startswith(left.folded)):
        for one, other in ((left.folded, right.folded), *product(left.spoken, right.spoken)):
            if one.startswith(other) or other.startswith(one):
                continue  # a longer end is another word (Korea, Korean), not a slip
            likeness = OSA.normalized_similarity(one, other, score_cutoff=max(best, least_likeness(one, other)))
            if likeness > best:
                best, pair = likeness, (one, other)
        if min(len(left.folded), len(right.folded)) >= TYPO_LENGTH and misread_between(left.folded, right.folded):
            best, pair = max(best, TYPO_LEAST), (left.folded, right.folded)
        shortest = min(len(pair[0]), len(pair[1]))
        if best >= TYPO_LEAST and shortest >= TYPO_LENGTH and pair[0][0] == pair[1][0]:
            return Relation("typo", best, f"a slip: {slip_between(*pair).rule}", compared=pair)
    return Relation("different", best, f"{a} is not {b}", compared=pair)
