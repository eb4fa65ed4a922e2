"""Two names compared: prepared, aligned, and asked again without the parts that they share."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from ..names import may_stand_in_case, nominative
from ..tables.entities import kind_named
from ..text import clean
from .aliases import names_beside, names_in
from .chinese import in_wade_giles
from .evidence import IDENTICAL, Evidence, Match, score_of, score_of_weight
from .korean import in_one_spelling, may_be_family
from .people import Lineup, compare_people, line_up, plan_of
from .rests import are_asked, rests_of
from .sides import LONGEST, Side, person_side
from .slips import without_digits
from .weights import REST_IDENTICAL, SHARED
from .wording import Wording, wording_of
from .words import compare_words, weigh_words
from .wordsides import words_side


def match(a: str, b: str, kind: str = "person") -> Match:
    """Whether two spellings can name the same person (``kind="person"``), place, organisation or other.

    Only rules and word tables are asked, never entity rows: that two exonyms are one place is ``resolve``'s to say.

    >>> match("Alyaksandr Lukashenka", "Александр Лукашенко").same
    True
    >>> match("Аляксандр Лукашэнка", "Aleksandra Lukashenko").same
    False
    >>> match("Belarusian Ministry of Defense", "Belarusian Ministry of Defence", kind="organisation").same
    True

    A full name in another case is read in the nominative, where it can be nothing else.

    >>> match("Сергей Иванов", "Сергея Иванова").same, match("Сергей Иванов", "Александра Иванова").same
    (True, False)

    Of a text that gives several names of one (GREEN PINE, a.k.a. CHONGSONG YONHAP) the nearest counts. The score is symmetric, 1.0
    for itself, and ``score_of(match.evidence)``. A text of more than a thousand characters is no name: it is one with itself only.
    Raises UnknownKindError.
    """
    a, b, kind = clean(a).strip(), clean(b).strip(), kind_named(kind)
    if kind == "person" and (left := _lone(a)) is not None and (right := _lone(b)) is not None:
        return Match(a, b, kind, score_between(left, right, kind), _evidence_as_written)
    names, others = names_beside(a, b, kind)
    if len(names) == len(others) == 1:
        return Match(a, b, kind, _score_of(a, b, kind), _evidence_as_written)
    return Match(a, b, kind, _score_of(*_nearest(names, others, kind), kind), _evidence_of_nearest)


def _lone(text: str) -> str | None:
    """A person's cleaned name as it is compared; None where the text gives several."""
    return text if len(text) > LONGEST else _kept_lone(text)


@lru_cache(16384)
def _kept_lone(text: str) -> str | None:
    return None if len(names_in(text)) > 1 else read_anew(text)


def _score_of(a: str, b: str, kind: str) -> float:
    return score_between(_compared(a, kind), _compared(b, kind), kind)


def _nearest(names: tuple[str, ...], others: tuple[str, ...], kind: str) -> tuple[str, str]:
    """The two nearest of the names that two texts give."""
    return max(product(names, others), key=lambda pair: _score_of(*pair, kind))


def _evidence_of_nearest(a: str, b: str, kind: str) -> tuple[Evidence, ...]:
    """The evidence about the nearest names that two texts give, and which they are."""
    left, right = _nearest(*names_beside(a, b, kind), kind)
    told = [Evidence("reading", text, name, 0.0, "one of the names that stand there") for text, name in ((a, left), (b, right)) if text != name]
    return *_evidence_as_written(left, right, kind), *told


def cleaned(text: str, kind: str) -> str:
    """A name as it is compared; a person's full name in the nominative, a Korean one in one spelling."""
    return _compared(clean(text).strip(), kind)


def _compared(text: str, kind: str) -> str:
    return read_anew(text) if kind == "person" and len(text) <= LONGEST else text


def read_anew(name: str) -> str:
    """A person's cleaned name as it is compared: letters for misread digits, in the nominative, a Korean name in one spelling.

    >>> read_anew("Сергея Иванова"), read_anew("Park Geun-hye"), read_anew("Lukashenk0"), read_anew("Ян Чыж")
    ('Сергей Иванов', 'Pak Kun-hye', 'Lukashenko', 'Ян Чыж')
    """
    return in_one_spelling(nominative(without_digits(name)))


def may_be_read_anew(words: list[str]) -> bool:
    """Whether ``read_anew`` may change a name of these words, none of which has a digit: soon said of most.

    >>> may_be_read_anew(["Сергея", "Иванова"]), may_be_read_anew(["Пётр", "Чыж"])
    (True, False)
    """
    return may_stand_in_case(words) or bool(words) and (may_be_family(words[0]) or may_be_family(words[-1]))


def _evidence_as_written(a: str, b: str, kind: str) -> tuple[Evidence, ...]:
    """The evidence about two cleaned names, and which of them was read in another case or spelling."""
    left, right = _compared(a, kind), _compared(b, kind)
    found = evidence_between(left, right, kind)
    if a != b:
        found = tuple(replace(one, rule="the same characters once so read") if one.kind == "identical" else one for one in found)
    anew = [_told_anew(*one) for one in ((a, left), (b, right)) if one[0] != one[1]]
    return *found, *anew, *(_told_in_one_system(left, right) if kind == "person" and len(a) <= LONGEST and len(b) <= LONGEST else ())


def _told_in_one_system(a: str, b: str) -> list[Evidence]:
    """How Chinese names were read where one is written by Wade and Giles, the other in Pinyin."""
    if not {in_wade_giles(a), in_wade_giles(b)} == set(beside_one_another(a, b)) or lineup_of(a).wade_giles == lineup_of(b).wade_giles:
        return []
    return [Evidence("reading", name, read, 0.0, "in the system of Wade and Giles") for name in (a, b) if (read := in_wade_giles(name)) != name]


def _told_anew(text: str, read: str) -> Evidence:
    """How a name was read anew."""
    if nominative(text) == read:
        return Evidence("case", text, read, 0.0, "in the nominative")
    written = without_digits(text)
    rule = "a Korean name, in one spelling" if in_one_spelling(written) != written else "letters for the digits"
    return Evidence("reading", text, read, 0.0, rule)


def score_between(a: str, b: str, kind: str) -> float:
    """The score of two cleaned names."""
    if len(a) > LONGEST or len(b) > LONGEST:  # not kept either
        return (_SAME if a == b else _NOTHING).score
    if kind == "person":
        return (judge(a, b) if a <= b else judge(b, a)).score
    if kind == "any":
        return max(score_between(a, b, one) for one in EITHER)
    return score_of_words(min(a, b), max(a, b), kind)


EITHER = ("person", "place")


def evidence_between(a: str, b: str, kind: str) -> tuple[Evidence, ...]:
    """The evidence about two cleaned names. One direction is worked out, so that both score the same."""
    if len(a) > LONGEST or len(b) > LONGEST:
        return compare(prepare(a, kind), prepare(b, kind), kind)
    return _evidence_of(a, b, kind)


@lru_cache(1024)
def _evidence_of(a: str, b: str, kind: str) -> tuple[Evidence, ...]:
    if kind == "any":
        return evidence_between(a, b, max(EITHER, key=lambda one: score_between(a, b, one)))
    if a > b:
        return tuple(Evidence(one.kind, one.right, one.left, one.weight, one.rule) for one in evidence_between(b, a, kind))
    return _of_people(a, b) if kind == "person" else compare_words(words_side(a), words_side(b), kind)


class Verdict(NamedTuple):
    """The score of two people's names, what the evidence weighs, and the rests (a word of each name, both names without
    them) that said more than the whole names, if any did."""

    score: float
    weight: float
    rests: tuple[str, str, str, str] | None = None


@lru_cache(65536)
def judge(a: str, b: str) -> Verdict:
    """The verdict on two people's names, the lesser text first."""
    left, right = lineup_of(a), lineup_of(b)
    if left.turned or right.turned or left.wade_giles != right.wade_giles:
        a, b = beside_one_another(a, b)
        left, right = lineup_of(a), lineup_of(b)
    if a == b:
        return _SAME
    if not left.tokens or not right.tokens:
        return _NOTHING
    found, bonds = plan_of(left, right)
    best = _verdict(found.score, found.weight)
    if are_asked(left, right, found):
        for rests in rests_of(left, right, bonds):
            weight = _weight_of(*rests[2:])
            score = score_of_weight(weight)
            if score > best.score:
                best = Verdict(score, weight, rests)
    return best


@lru_cache(4096)
def _verdict(score: float, weight: float) -> Verdict:
    """Many pairs have one verdict, which is kept once."""
    return Verdict(score, weight)


_SAME, _NOTHING = (Verdict(score_of_weight(weight), weight) for weight in (IDENTICAL, 0.0))


def beside_one_another(a: str, b: str) -> tuple[str, str]:
    """Two names as they are read beside one another: one with its title taken for a name where the other has it as one (King Joseph,
    Joseph King), a Chinese one in the system of the other (Jiang Jingguo, Chiang Ching-kuo)."""
    if lineup_of(a).wade_giles != lineup_of(b).wade_giles and (left := in_wade_giles(a)) and (right := in_wade_giles(b)):
        return min(left, right), max(left, right)
    for one, other in ((a, b), (b, a)):
        turned = lineup_of(one).turned
        if turned and turned.split()[-1].casefold() in {token.text.casefold() for token in lineup_of(other).tokens}:
            return min(turned, other), max(turned, other)
    return a, b


def _weight_of(a: str, b: str) -> float:
    """What the rests of two names weigh, with the part that they share."""
    weight = REST_IDENTICAL if a == b else judge(min(a, b), max(a, b)).weight
    return weight + SHARED


def _of_people(a: str, b: str) -> tuple[Evidence, ...]:
    rests = judge(a, b).rests
    a, b = beside_one_another(a, b)
    if rests is None:
        return compare_people(person_side(a), person_side(b))
    one, other, rest, other_rest = rests
    found = evidence_between(rest, other_rest, "person")
    if rest == other_rest:
        found = (Evidence("identical", rest, other_rest, REST_IDENTICAL, found[0].rule),)
    return *found, Evidence("shared part", one, other, SHARED, "stands on both sides, whatever part of the name it is")


@lru_cache(65536)
def score_of_words(a: str, b: str, kind: str) -> float:
    """The score of two cleaned names of words, the lesser text first."""
    if a == b:
        return _SAME.score
    return score_of(weigh_words(wording_in(a, kind), wording_in(b, kind))[2])


def prepare(text: str, kind: str) -> Side:
    """A name cut into the parts that ``compare`` aligns."""
    return person_side(text) if kind == "person" else words_side(text)


@lru_cache(16384)
def lineup_of(name: str) -> Lineup:
    """A person's name ready to be compared."""
    return line_up(person_side(name))


@lru_cache(16384)
def wording_in(name: str, kind: str) -> Wording:
    """A name of words ready to be compared."""
    return wording_of(words_side(name), kind)


def compare(a: Side, b: Side, kind: str) -> tuple[Evidence, ...]:
    """The evidence about two prepared names; ``score_of`` adds it up."""
    return compare_people(a, b) if kind == "person" else compare_words(a, b, kind)
