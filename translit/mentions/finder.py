"""Every span of a text that some name explains."""

from __future__ import annotations

from ..gazetteer import Gazetteer
from .people import People
from .phrases import Phrases
from .spans import Reader, Span
from .words import Words


class Finder:
    """Finds the spans of one text: names of words, and people's names."""

    def __init__(self, words: Words, gazetteer: Gazetteer):
        self.words = words
        self.gazetteer = gazetteer
        self.reader = Reader(words, gazetteer)
        self.phrases = Phrases(self.reader)
        self.people = People(self.reader)

    def spans(self) -> list[Span]:
        """Every span that some name explains; they may overlap."""
        found: list[Span] = []
        for at, word in enumerate(self.words.words):
            if (word.capital or word.surface.isdigit()) and not self.reader.is_embedded(at):
                found.extend(self.phrases.find(at))
                found.extend(self.people.find(at))
        return found
