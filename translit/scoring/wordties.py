"""How two words of names of places and organisations are tied, and how good a tie is."""

from __future__ import annotations

from functools import lru_cache

from ..tables.organisations import people_groups
from ..text import fold, has_cyrillic
from .loose import loose_keys
from .relations import Relation, facts_of, may_be_alike, relate
from .ties import Tie, consonants_tie
from .vocabulary import case_stem, groups_of, is_acronym, is_number, legal_form, place_keys, root_of

# how much of its share of the name a tied word is worth, 0 to 1
QUALITY = {
    "same": 1.0, "spelling": 0.97, "word": 0.95, "people": 0.9, "legal": 1.0, "law": 0.85, "case": 0.9, "vowels": 0.78, "loose": 0.78, "consonants": 0.7,
    "typo": 0.7, "different": 0.0,
}  # fmt: skip
_LEAST_STEM, _LEAST_SLIP, _LEAST_VOWELS = 4, 5, 5
_DIFFERENT = Tie("different", 0.0, "has no answer")


@lru_cache(131072)
def word_tie(a: str, b: str, a_lang: str = "", b_lang: str = "") -> Tie:
    """The nearest tie of two words.

    >>> word_tie("Міністэрства", "Ministry").kind, word_tie("коммуны", "коммуна").kind, word_tie("Андрушівка", "Андрушёвка").kind
    ('word', 'case', 'vowels')
    """
    if fold(a) == fold(b):
        return Tie("same", QUALITY["same"], "the same letters")
    if is_number(a) or is_number(b):
        return _DIFFERENT
    legal = legal_form(a), legal_form(b)
    if all(legal):
        return Tie("legal", QUALITY["legal"], f"legal forms: {legal[0]}") if legal[0] == legal[1] else _DIFFERENT
    relation = relate(a, b, a_lang, b_lang)
    if relation.kind == "spelling":
        return Tie("spelling", QUALITY["spelling"], relation.rule)
    shared = groups_of(a) & groups_of(b)
    if shared - people_groups():
        return Tie("word", QUALITY["word"], f"word table: {min(shared - people_groups())}")
    if shared and relation.kind != "law":
        return Tie("people", QUALITY["people"], f"a country and its adjective: {min(shared)}")
    if relation.kind == "law":
        return Tie("law", QUALITY["law"], relation.rule)
    if is_acronym(a) or is_acronym(b):
        return _DIFFERENT
    return _beyond(a, b, relation)


def _beyond(a: str, b: str, relation: Relation) -> Tie:
    """Words that no sound law relates: by case, by adjective, by vowels, loosely, by a slip."""
    if not may_be_alike(facts_of(a, ""), facts_of(b, "")):
        return _DIFFERENT
    left, right = case_stem(fold(a)), case_stem(fold(b))
    if min(len(left), len(right)) >= _LEAST_STEM and (left == right or relate(left, right).agrees):
        return Tie("case", QUALITY["case"], f"one word but for its ending: {left}- and {right}-")
    roots = root_of(left), root_of(right)
    if roots != (left, right):
        for one, other in (roots, (roots[0], fold(b)), (fold(a), roots[1])):
            if min(len(one), len(other)) >= _LEAST_STEM and relate(one, other).agrees:
                return Tie("case", QUALITY["case"], f"a place and its adjective: {one}- and {other}-")
    shared = place_keys(a) & place_keys(b)
    if shared and min(len(a), len(b)) >= _LEAST_VOWELS:
        return Tie("vowels", QUALITY["vowels"], f"the same consonants, vowels that answer one another: {min(shared)}")
    shared = loose_keys(a) & loose_keys(b)
    if shared and not (has_cyrillic(a) and has_cyrillic(b)):
        return Tie("loose", QUALITY["loose"], f"two Latin spellings of {min(shared)}")
    if relation.kind == "typo" and min(len(a), len(b)) >= _LEAST_SLIP:
        return Tie("typo", QUALITY["typo"], relation.rule)
    return _DIFFERENT


def abjad_tie(a: str, b: str) -> Tie:
    """The tie of a word that a script without vowels left with its consonants only."""
    found = consonants_tie(a, b)
    return Tie("consonants", QUALITY["consonants"], found.rule) if found else _DIFFERENT
