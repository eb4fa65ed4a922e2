"""Places so small, or of names so common, that the name alone proves nothing in a text."""

from __future__ import annotations

from ..tables.entities import Entity
from ..tables.words import word_groups
from ..text import fold
from .words import Words, stands_of

_SMALL = 15_000
_KINDS = frozenset(("city", "village", "district", "region"))


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
    for before in (at - 1, at - 2):
        if before < 0 or not words.joined(before + 1):
            return False
        if any(_KINDS & set(word_groups().get(fold(stand.form), ())) for stand in stands_of(words.words[before].surface, words.lang)):
            return True
        if len(words.words[before].surface) > 2:
            return False
    return False

