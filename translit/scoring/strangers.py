"""Words that nothing can tie: what proves it quickly, so that most pairs of words are never looked at closely."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ..names import given_groups, patronymic_of
from .kin import stems_of
from .loose import loose_keys
from .relations import FEW, LEAST_LIKENESS, LEAST_OF_FEW, Facts, facts_beside, facts_of, may_be_alike


class Traits(NamedTuple):
    """What of a word may tie it to another: its facts, its readings after the laws, and by which tables and loose keys two words
    are one however they are written."""

    word: str
    facts: Facts
    laws: tuple[str, ...]
    keys: frozenset[str]


@lru_cache(65536)
def traits_of(word: str, lang: str = "") -> Traits:
    """The traits of a word; ``lang`` where its language is known."""
    facts = facts_of(word, lang)
    father = patronymic_of(word)
    keys = {f"letters:{facts.folded}", *loose_keys(word), *[f"given:{match.id}" for match in given_groups(word)]}
    if father:
        keys.update([f"father:{name}" for name in father.fathers])
    return Traits(word, facts, tuple(dict.fromkeys([one.law for one in facts.readings])), frozenset(keys))


def are_strangers(one: Traits, other: Traits) -> bool:
    """Whether two words are different whatever role they stand in: no table, no rule and no likeness ties them.

    >>> are_strangers(traits_of("Іван"), traits_of("Petrova")), are_strangers(traits_of("Іван"), traits_of("Johnny"))
    (True, False)

    Most words show it by their letters. What is left is looked at by ``ties_of``, which may still find them different.
    """
    if not one.keys.isdisjoint(other.keys):
        return False
    if not one.facts.firsts & other.facts.firsts:
        return True
    return not may_be_alike(one.facts, other.facts) or not (_are_near(one, other) or _share_stem(one.word, other.word))


def _are_near(one: Traits, other: Traits) -> bool:
    """Whether any readings of two words are as alike as slips are."""
    left, right = one.facts.folded, other.facts.folded
    if OSA.normalized_similarity(left, right, score_cutoff=least_likeness(left, right)):
        return True
    few, many = (one, other) if len(one.laws) < len(other.laws) else (other, one)
    return any(_nearest(law, many.laws) for law in few.laws)


def least_likeness(a: str, b: str) -> float:
    """How alike two texts must be to be as alike as slips are."""
    return LEAST_OF_FEW if max(len(a), len(b)) <= FEW else LEAST_LIKENESS


def _nearest(word: str, others) -> object:
    return process.extractOne(word, others, scorer=OSA.normalized_similarity, score_cutoff=LEAST_LIKENESS)


def _share_stem(a: str, b: str) -> bool:
    return not _stems(a).isdisjoint(_stems(b))


@lru_cache(65536)
def _stems(word: str) -> frozenset[str]:
    return frozenset(stem for _, stem, _ in stems_of(word))


def may_be_one(a: str, b: str) -> bool:
    """Whether two words are one by their letters, their readings or a loose key.

    >>> may_be_one("Abdulrahman", "AbdalRahman"), may_be_one("Jinping", "Jintao")
    (True, False)
    """
    one, other = facts_beside(a, b)
    return one.folded == other.folded or not one.laws.keys().isdisjoint(other.laws) or not loose_keys(a).isdisjoint(loose_keys(b))
