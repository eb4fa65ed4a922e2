"""Loose keys: what spellings of a name from beyond the Slavic world have in common in Latin letters."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from operator import itemgetter

from ..phonology import readings
from ..tables.matching import abjad, either_letters, loose_rules
from ..text import fold, has_cyrillic

_DOUBLED = re.compile(r"(.)\1+")
_ONE = itemgetter(1)  # a template (\1) would be read anew each time
_LEAST_KEY, _LEAST_SKELETON = 3, 2
_WRITTEN = str.maketrans({"š": "sh", "ž": "zh", "č": "ch", "x": "kh", "c": "ts", "j": "y"})


@lru_cache(65536)
def loose_keys(word: str) -> frozenset[str]:
    """The loose keys of a word: one for each way to read its wavering vowels.

    >>> loose_keys("Mohammed") & loose_keys("Muhammad") != frozenset()
    True
    >>> loose_keys("Hussein") & loose_keys("Hassan"), loose_keys("Jamal") & loose_keys("Jamil")
    (frozenset(), frozenset())
    """
    if has_cyrillic(word):
        written = {reading.sounds.translate(_WRITTEN) for reading in readings(word.casefold())}
    else:
        written = {word}
    return frozenset(key for one in written for key in _rewrite(one) if len(key) >= _LEAST_KEY)


@lru_cache(65536)
def skeletons(word: str) -> frozenset[str]:
    """The consonants of a Latin word, as a script without vowels writes them; with and without a leading article."""
    rules = abjad()
    found = set()
    for key in _rewrite(word):
        for one in (key, key.removeprefix(rules.article)):
            found.add(_DOUBLED.sub(_ONE, "".join(char for char in one if char not in rules.dropped)))
    return frozenset(one for one in found if len(one) >= _LEAST_SKELETON)


def _rewrite(word: str) -> set[str]:
    """The keys of a word with its diacritics."""
    word = word.casefold()
    for source, target in _rules("marks"):
        word = word.replace(source, target)
    keys = set()
    for first in _either(fold(word), "first"):
        for form in _either(_spell_anew(first), "either"):
            keys.add(_DOUBLED.sub(_ONE, form))
    return keys


def _either(word: str, when: str) -> set[str]:
    forms = {word}
    for letter, ways in either_letters(when):
        if letter in word:
            forms = {form.replace(letter, way) for form in forms for way in ways}
    return forms


@cache
def _rules(at: str) -> tuple[tuple[str, str], ...]:
    return tuple((rule.source, rule.target) for rule in loose_rules() if rule.at == at)


@cache
def _ordered() -> tuple[tuple[str, str, str], ...]:
    return tuple((rule.source, rule.target, rule.at) for rule in loose_rules() if rule.at != "marks")


def _spell_anew(word: str) -> str:
    for source, target, at in _ordered():
        if source in word:
            if not at:
                word = word.replace(source, target)
            elif at == "start" and word.startswith(source):
                word = target + word[len(source) :]
            elif at == "end" and word.endswith(source) and len(word) > len(source) + 2:
                word = word[: -len(source)] + target
    return word
