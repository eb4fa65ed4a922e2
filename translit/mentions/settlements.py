"""Places so small, or of names so common, that the name alone proves nothing in a text."""

from __future__ import annotations

from ..tables.cues import cues_of
from ..tables.entities import Entity
from .words import Words

_SMALL = 15_000
_ABBREVIATED = (". ", ".", ".\u00a0")  # г. Мосты


def needs_more(entity: Entity, words: Words, at: int) -> bool:
    """Whether word ``at``, a name of ``entity``, needs more than itself to mean it: a row with a ``population`` whose name
    is common, or that is small; unless a word beside says what it is (вёска Лошніца), or the name is all there is."""
    people = entity.fact("population")
    if people is None or is_called_place(words, at):
        return False
    if entity.is_common(words.lang):
        return True
    return people < _SMALL and len(words.words) > 1


def is_called_place(words: Words, at: int) -> bool:
    """Whether a word like city or village stands before word ``at``, a joining word between them allowed, and no further
    capitalised word behind it, which would make it another name (wieś Zalesie Dolne)."""
    if at + 1 < len(words.words) and words.joined(at + 1) and words.words[at + 1].capital:
        return False
    said = cues_of(words.lang).place
    between = ""
    for before in (at - 1, at - 2):
        if before < 0 or not (words.joined(before + 1) or words.words[before + 1].gap in _ABBREVIATED):
            return False
        word = words.words[before].surface.lower()
        if said.has(word) or between and said.has(f"{word} {between}"):
            return True
        if len(word) > 2:
            return False
        between = word
    return False
