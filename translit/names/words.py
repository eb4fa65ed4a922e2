"""Where the words of a name begin and end, before anyone knows what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..text import HYPHENS, WORD

# a quotation mark, or two marks, between letters stand for the hard sign: Pod"yachev, Pod''yachev
_HARD = r"(?:[\"”″]|''|``)(?=[a-zâêëûŭ])"
_CHUNK = re.compile(rf"(?:{WORD.pattern})(?:(?:[{HYPHENS}]|{_HARD})(?:{WORD.pattern}))*")
SEGMENT_END = re.compile("[,;،、]")
_BRACKETS = {"(": 1, ")": -1, "[": 1, "]": -1, "{": 1, "}": -1}


@dataclass(frozen=True, slots=True)
class NameWord:
    """One word of a name, hyphens inside it: its text, its place, whether a full stop follows; which part between
    commas it stands in, and whether in brackets."""

    text: str
    start: int
    end: int
    dot: bool
    segment: int
    bracketed: bool

    @property
    def stop(self) -> int:
        """Where it ends with its full stop."""
        return self.end + self.dot


def split_words(text: str) -> list[NameWord]:
    """The words of ``text`` in order.

    >>> [(word.text, word.dot, word.segment) for word in split_words("Лукашэнка, А.Р.")]
    [('Лукашэнка', False, 0), ('А', True, 1), ('Р', True, 1)]
    >>> [word.text for word in split_words('Lyubava Pod"yachev')], [word.text for word in split_words('"Sasha" Ivanov')]
    (['Lyubava', 'Pod"yachev'], ['Sasha', 'Ivanov'])
    """
    found: list[NameWord] = []
    at = segment = depth = 0
    for chunk in _CHUNK.finditer(text):
        between = text[at : chunk.start()]
        segment += bool(found and SEGMENT_END.search(between))
        depth = max(depth + sum(_BRACKETS.get(char, 0) for char in between), 0)
        at = chunk.end()
        dot = text[at : at + 1] == "."
        found.append(NameWord(chunk.group(), chunk.start(), at, dot, segment, depth > 0))
    return found
