"""How two tokens are related: the same letters, one name by spelling, by sound law, a slip of the pen, or different."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from ..phonology import Reading, readings
from ..text import fold
from .slips import slip_between

TYPO_LEAST = 0.77
TYPO_LENGTH = 5
ACRONYM = 5


@dataclass(frozen=True, slots=True)
class Relation:
    """``kind`` is same, spelling, law, typo or different; ``likeness`` 0 to 1; ``rule`` says why.

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


@lru_cache(65536)
def relate(a: str, b: str, a_lang: str = "", b_lang: str = "") -> Relation:
    """The nearest relation of two tokens; symmetric but for the sides of the orthographies. A side whose language is
    known is read in its own orthography only.

    >>> relate("Loukachenko", "Лукашенко").kind, relate("Лукашэнка", "Lukashenko").kind
    ('spelling', 'law')
    >>> relate("Kanatskaya", "Kanapatskaya").kind, relate("Sakharov", "Zakharov").kind
    ('typo', 'different')
    """
    if fold(a) == fold(b):
        return SAME
    if a.isupper() and b.isupper() and len(a) != len(b) and max(len(a), len(b)) <= ACRONYM:
        return Relation("different", 0.0, f"{a} and {b} are two acronyms")
    left, right = readings(a, a_lang), readings(b, b_lang)
    found = _shared(left, right, "sounds")
    if found:
        one, other = found
        rule = f"{one.orthographies[0]} {a} and {other.orthographies[0]} {b} both read {one.sounds}"
        return Relation("spelling", 0.98, rule, one.orthographies, other.orthographies)
    found = _shared(left, right, "law")
    if found:
        one, other = found
        rule = f"sound law: {a} reads {one.sounds}, {b} reads {other.sounds}"
        return Relation("law", 0.93, rule, one.orthographies, other.orthographies)
    return _typo(a, b, left, right)


@lru_cache(16384)
def likeness(a: str, b: str) -> float:
    """How alike two words are in their folded letters, 0 to 1."""
    return OSA.normalized_similarity(fold(a), fold(b))


def _shared(left: tuple[Reading, ...], right: tuple[Reading, ...], by: str) -> tuple[Reading, Reading] | None:
    known = {getattr(one, by): one for one in reversed(right)}
    for one in left:
        other = known.get(getattr(one, by))
        if other is not None:
            return one, other
    return None


def _typo(a: str, b: str, left: tuple[Reading, ...], right: tuple[Reading, ...]) -> Relation:
    """The likeness of two tokens that no rule relates: over their letters, and over their sounds after the laws."""
    pairs = [(fold(a), fold(b))] + [(one.law, other.law) for one in left for other in right]
    best, pair = 0.0, pairs[0]
    for one, other in pairs:
        if one.startswith(other) or other.startswith(one):
            continue  # a longer end is another word (Korea, Korean), not a slip
        likeness = OSA.normalized_similarity(one, other, score_cutoff=best)
        if likeness > best:
            best, pair = likeness, (one, other)
    shortest = min(len(pair[0]), len(pair[1]))
    if best >= TYPO_LEAST and shortest >= TYPO_LENGTH and pair[0][0] == pair[1][0]:
        return Relation("typo", best, f"a slip: {slip_between(*pair).rule}", compared=pair)
    return Relation("different", best, f"{a} is not {b}", compared=pair)
