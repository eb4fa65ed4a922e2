"""Spans in running text: ``find_mentions``."""

from __future__ import annotations

from ..detection import detect
from ..gazetteer import Gazetteer
from .finder import Finder
from .organisations import Organisations
from .places import Places
from .spans import Option, Span
from .strangers import Stranger, Strangers
from .surroundings import GIVEN, Surroundings
from .things import Thing
from .words import Words, is_given, stands_of, words_of

__all__ = [
    "GIVEN", "Finder", "Option", "Organisations", "Places", "Span", "Stranger", "Strangers", "Surroundings", "Thing", "Words", "find_mentions",
    "is_given", "language_of", "stands_of", "words_of",
]  # fmt: skip

_ENOUGH = 3


def find_mentions(text: str, gazetteer: Gazetteer, lang: str | None = None) -> list[Span]:
    """Every span of ``text`` that a name of ``gazetteer`` explains, with the entities it may mean; spans may overlap
    and nothing is decided yet."""
    return Finder(words_of(text, lang or language_of(text)), gazetteer).spans()


def language_of(text: str) -> str:
    """The language of running text, judged on its small-letter words, which rewriting names does not touch; ``und``
    where there are too few of them (a cell): there each word is read in every language of its script."""
    small = [word.surface for word in words_of(text, "und").words if not word.capital and word.surface.isalpha()]
    return detect(" ".join(small)).lang if len(small) >= _ENOUGH else "und"
