"""Words that nothing can tie: what proves it quickly, so that most pairs of words are never looked at closely."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ..names import given_groups, patronymic_of
from ..text import fold
from .kin import group_sounding, stems_of, surname_group
from .loose import foreign_form, lasting_letters, loose_keys
from .relations import LEAST_LIKENESS, Facts, facts_beside, least_likeness, may_be_alike
from .slips import misread_between

_NONE: frozenset[str] = frozenset()  # kept once: most words have none
_PLACES = 256  # for signs of one sort: few words share one by chance
_FATHERS, _LASTING = 1 << _PLACES, 1 << 2 * _PLACES
_ANY_LASTING = _LASTING * ((1 << _PLACES) - 1)


def signs_of(facts: Facts) -> int:
    """What tells most words apart at a glance, never nothing: bits for the given names that a word can be or that it is a patronymic of,
    its surname in the table, and the letters that last in its loose keys. Words without a sign in common have no key in common."""
    if facts.signs:
        return facts.signs
    word, signs = facts.word, 0
    for match in given_groups(word):
        signs |= 1 << hash(match.id) % _PLACES
    if group := group_sounding(facts.folded, (facts.readings.plain or facts.readings).laws):
        signs |= 1 << hash(group) % _PLACES
    father = patronymic_of(word)
    for name in father.fathers if father else ():
        signs |= _FATHERS << hash(name) % _PLACES
    for letters in lasting_letters(word):
        signs |= _LASTING << hash(letters) % _PLACES
    facts.signs = signs if signs >= _LASTING else signs | _ANY_LASTING
    return facts.signs


@lru_cache(65536)
def keys_of(word: str) -> frozenset[str]:
    """By which tables and loose keys two words are one however they are written."""
    father = patronymic_of(word)
    group = surname_group(word)
    keys = {f"letters:{fold(word)}", *([f"surname:{group}"] if group else []), *loose_keys(word), *[f"given:{match.id}" for match in given_groups(word)]}
    keys.update([f"foreign:{sounds}" for sounds in foreign_form(word)])
    if father:
        keys.update([f"father:{name}" for name in father.fathers])
    return frozenset(keys)


def are_strangers(one: Facts, other: Facts) -> bool:
    """Whether two words are different whatever role they stand in: no table, no rule and no likeness ties them.

    >>> from translit.scoring.relations import facts_of
    >>> are_strangers(facts_of("Іван"), facts_of("Petrova")), are_strangers(facts_of("Іван"), facts_of("Johnny"))
    (True, False)

    Most words show it by their letters. What is left is looked at by ``ties_of``, which may still find them different.
    """
    if one.firsts & other.firsts and may_be_alike(one, other):
        if _are_near(one, other) or _share_stem(one.word, other.word):
            return False
    return not signs_of(one) & signs_of(other) or keys_of(one.word).isdisjoint(keys_of(other.word))


def _are_near(one: Facts, other: Facts) -> bool:
    """Whether any readings of two words are as alike as slips are."""
    few, many = one.spoken, other.spoken
    if not set(few).isdisjoint(many):
        return True
    left, right = one.folded, other.folded
    if OSA.normalized_similarity(left, right, score_cutoff=least_likeness(left, right)) or misread_between(left, right):
        return True
    if len(few) > len(many):
        few, many = many, few
    return any([_nearest(law, many) for law in few])


def _nearest(word: str, others) -> object:
    return process.extractOne(word, others, scorer=OSA.normalized_similarity, score_cutoff=LEAST_LIKENESS)


def _share_stem(a: str, b: str) -> bool:
    return not _stems(a).isdisjoint(_stems(b))


@lru_cache(65536)
def _stems(word: str) -> frozenset[str]:
    found = stems_of(word)
    return frozenset([stem for _, stem, _ in found]) if found else _NONE


def may_be_one(a: str, b: str) -> bool:
    """Whether two words are one by their letters, their readings or a loose key.

    >>> may_be_one("Abdulrahman", "AbdalRahman"), may_be_one("Jinping", "Jintao")
    (True, False)
    """
    one, other = facts_beside(a, b)
    return one.folded == other.folded or not set(one.spoken).isdisjoint(other.spoken) or not loose_keys(a).isdisjoint(loose_keys(b))
