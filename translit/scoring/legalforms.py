"""Legal forms in names of organisations: short ones, and phrases, also romanized."""

from __future__ import annotations

from functools import cache, lru_cache

from ..phonology import plain_readings
from ..tables.organisations import legal_forms, legal_phrases
from ..text import fold, has_cyrillic
from .vocabulary import case_stem, plain, stems_without_case

_LEAST_ROMANIZED = 5  # letters of the first word of a phrase that somebody romanized


@lru_cache(32768)
def legal_form(word: str) -> str:
    """Which legal form a word is; empty when it is none."""
    return legal_forms().get(fold(word), "")


def legal_phrase(words: tuple[str, ...], at: int) -> tuple[str, int]:
    """The legal form of several words that begins at ``at``, and how many words it has; ("", 0) when there is none."""
    for phrase, legal in _phrases_by_first().get(fold(words[at]), ()):
        if tuple(fold(word) for word in words[at : at + len(phrase)]) == phrase:
            return legal, len(phrase)
    return ("", 0) if len(words[at]) < _LEAST_ROMANIZED or has_cyrillic(words[at]) else _legal_phrase_romanized(words, at)


@cache
def _phrases_by_first() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list] = {}
    for phrase, legal in sorted(legal_phrases().items(), key=lambda pair: -len(pair[0])):
        found.setdefault(phrase[0], []).append((phrase, legal))
    return {first: tuple(phrases) for first, phrases in found.items()}


def _legal_phrase_romanized(words: tuple[str, ...], at: int) -> tuple[str, int]:
    """The legal form in Cyrillic letters that somebody romanized: Aktsionernoye obshchestvo."""
    for sounds in _sounds_without_case(words[at]):
        for phrase, legal in _phrases_by_sounds().get(sounds, ()):
            some = words[at : at + len(phrase)]
            if len(some) == len(phrase) and not any(map(frozenset.isdisjoint, map(_sounds_without_case, some), phrase)):
                return legal, len(phrase)
    return "", 0


@cache
def _phrases_by_sounds() -> dict[str, list[tuple[tuple[frozenset[str], ...], str]]]:
    """Legal forms of several Cyrillic words by the sounds of the first of them, the longest first."""
    found: dict[str, list] = {}
    for phrase, legal in sorted(legal_phrases().items(), key=lambda pair: -len(pair[0])):
        if all(map(has_cyrillic, phrase)):
            sounds = tuple(map(_sounds_without_case, phrase))
            for first in sounds[0]:
                found.setdefault(first, []).append((sounds, legal))
    return found


@lru_cache(32768)
def _sounds_without_case(word: str) -> frozenset[str]:
    """The sounds of a word without its ending; of a short one all of them."""
    folded = plain(word)
    return frozenset(stems_without_case(case_stem(folded))) or frozenset(plain_readings(folded).sounds)
