"""Two names compared: prepared, aligned, and asked again without the parts that they share."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from ..tables.entities import kind_named
from ..text import clean
from .aliases import names_beside
from .anew import told_readings, ways_to_read
from .chinese import in_pinyin_of, in_wade_giles
from .evidence import IDENTICAL, Evidence, Match, score_of, score_of_weight
from .japanese import may_be_read_so
from .people import IN_CHARACTERS, Lineup, compare_people, line_up, plan_of
from .rests import are_asked, rests_of
from .sides import LONGEST, Side, person_side
from .weights import REST_IDENTICAL, SHARED
from .wording import Wording, wording_of
from .words import compare_words, weigh_words
from .wordsides import words_side


def match(a: str, b: str, kind: str = "person") -> Match:
    """Whether two spellings can name the same person (``kind="person"``), place, organisation or other.

    Only rules and word tables are asked, never entity rows: that names of other origin (Königsberg, Kaliningrad) are one place is ``resolve``'s to say.

    >>> match("Alyaksandr Lukashenka", "Александр Лукашенко").same
    True
    >>> match("Аляксандр Лукашэнка", "Aleksandra Lukashenko").same
    False
    >>> match("Belarusian Ministry of Defense", "Belarusian Ministry of Defence", kind="organisation").same
    True

    A full name in another case is read in the nominative, and as it stands.

    >>> match("Сергей Иванов", "Сергея Иванова").same, match("Сергей Иванов", "Александра Иванова").same
    (True, False)

    Of a text that gives several names of one (GREEN PINE, a.k.a. CHONGSONG YONHAP) the nearest counts, and so it does of several readings. The score is symmetric, 1.0
    for itself, and ``score_of(match.evidence)``. A text of more than a thousand characters is no name: it is one with itself only.
    Raises UnknownKindError.
    """
    a, b, kind = clean(a).strip(), clean(b).strip(), kind_named(kind)
    return Match(a, b, kind, score_between(*_nearest(a, b, kind), kind), _evidence)


def _nearest(a: str, b: str, kind: str) -> tuple[str, str]:
    """The two nearest of the names that two cleaned texts give."""
    left, right = (ways_to_read(a), ways_to_read(b)) if kind == "person" else names_beside(a, b, kind)
    return (left[0], right[0]) if len(left) == len(right) == 1 else max(product(left, right), key=lambda pair: score_between(*pair, kind))


def _evidence(a: str, b: str, kind: str) -> tuple[Evidence, ...]:
    """The evidence about the nearest names that two cleaned texts give, and how these were read."""
    left, right = _nearest(a, b, kind)
    found = evidence_between(left, right, kind)
    if a != b:
        found = tuple(replace(one, rule="the same characters once so read") if one.kind == "identical" else one for one in found)
    in_one_system = _told_in_one_system(left, right) if kind == "person" and len(left) <= LONGEST and len(right) <= LONGEST else ()
    return *found, *told_readings(a, left), *told_readings(b, right), *in_one_system


def _told_in_one_system(a: str, b: str) -> list[Evidence]:
    """How Chinese names were read where they are written in two systems."""
    if lineup_of(a).system == lineup_of(b).system:
        return []
    beside = set(beside_one_another(a, b))
    if may_be_read_so(a, b) or may_be_read_so(b, a):
        return [Evidence("reading", name, read, 0.0, "its characters may be read so in Japanese") for name in (a, b) for read in beside if read != name]
    if {in_wade_giles(a), in_wade_giles(b)} == beside:
        return [Evidence("reading", name, read, 0.0, "in the system of Wade and Giles") for name in (a, b) if (read := in_wade_giles(name)) != name]
    read = [(one, found) for one, other in ((a, b), (b, a)) if (found := in_pinyin_of(one, other)) in beside and found]
    return [Evidence("reading", name, found, 0.0, "in Pinyin, as the other name is") for name, found in read]


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
    if left.turned or right.turned or left.system != right.system:
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
    Joseph King), a Chinese one in the system of the other (Jiang Jingguo, Chiang Ching-kuo; Liang Guoxiong, Leung Kwok-hung), a Japanese one in characters as the other
    is written."""
    systems = lineup_of(a).system ^ lineup_of(b).system
    if systems & IN_CHARACTERS:
        for one, other in ((a, b), (b, a)):
            if lineup_of(one).system & IN_CHARACTERS and may_be_read_so(one, other):
                return other, other
    if systems & ~IN_CHARACTERS:
        left, right = in_wade_giles(a), in_wade_giles(b)
        for one, other in ((a, b), (b, a)) if not left or left != right else ():
            if read := in_pinyin_of(one, other):
                return min(read, other), max(read, other)
        if left and right:
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


@lru_cache(65536)  # of a pair of names that may be one, up to four rests are asked for too
def lineup_of(name: str) -> Lineup:
    """A person's name ready to be compared."""
    return line_up(person_side(name))


@lru_cache(32768)
def wording_in(name: str, kind: str) -> Wording:
    """A name of words ready to be compared."""
    return wording_of(words_side(name), kind)


def compare(a: Side, b: Side, kind: str) -> tuple[Evidence, ...]:
    """The evidence about two prepared names; ``score_of`` adds it up."""
    return compare_people(a, b) if kind == "person" else compare_words(a, b, kind)
