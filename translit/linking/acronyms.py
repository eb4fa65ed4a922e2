"""Acronyms that a text explains itself: behind or before the full name, in brackets, and everywhere after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import TypeVar

from ..mentions import Words
from ..scoring import is_glue
from ..text import fold

Owner = TypeVar("Owner")

_SHORTEST, _LONGEST = 2, 8
_OPENING, _CLOSING = ("(", " (", "\u00a0(", " («", " („", ' ("', " [", " (“"), (")", "»", "“", "”", '"', "]", ",", ";")


def find_acronyms(words: Words, named: Iterable[tuple[int, int, Owner]], taken: Set[int]) -> Iterator[tuple[int, Owner]]:
    """The words of the text that are acronyms of names at words first to last, each with the name's owner.

    An acronym is explained once, in brackets beside the name whose initials it has, and then stands for it.
    """
    explained: dict[str, Owner] = {}
    for first, last, owner in named:
        if last == first:
            continue
        for at in (last + 1, first - 1):
            if 0 <= at < len(words.words) and at not in taken and _is_explained(words, first, last, at):
                explained.setdefault(words.words[at].surface, owner)
    if explained:
        for at, word in enumerate(words.words):
            if at not in taken and word.surface in explained:
                yield at, explained[word.surface]


def _is_explained(words: Words, first: int, last: int, at: int) -> bool:
    word = words.words[at]
    if not _SHORTEST <= len(word.surface) <= _LONGEST or sum(char.isupper() for char in word.surface) < _SHORTEST:
        return False
    bracketed = word.gap in _OPENING and words.text[word.token.end : word.token.end + 1] in _CLOSING if at > last else words.words[first].gap in _OPENING
    return bracketed and _has_initials(word.surface, [words.words[place].surface for place in range(first, last + 1)])


def _has_initials(acronym: str, said: list[str]) -> bool:
    """Whether the letters of an acronym are the initials of words in order; small joining words may be left out."""
    letters = [fold(char).lower() for char in acronym]
    initials = [(fold(word[0]).lower(), is_glue(word)) for word in said]
    return _fit(letters, initials)


def _fit(letters: list[str], initials: list[tuple[str, bool]]) -> bool:
    if not initials:
        return not letters
    initial, glue = initials[0]
    if letters and letters[0] == initial[:1] and _fit(letters[1:], initials[1:]):
        return True
    return glue and _fit(letters, initials[1:])
