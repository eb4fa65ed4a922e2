"""Runs of capitalised words that may be one person's name, word by word with the role that each can have."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from .surroundings import GIVEN, MAYBE_GIVEN, Surroundings

LEAST_BARE = 3
_LONGEST, _LONGEST_ELISION = 6, 5


@dataclass(frozen=True, slots=True)
class Unit:
    """One word of a name with what hyphens join to it."""

    first: int
    last: int
    role: str


class Runs:
    """The runs of one text; ``taken`` words belong to other names."""

    def __init__(self, around: Surroundings, taken: Set[int]):
        self.around, self.words, self.taken = around, around.words, taken

    def fits(self, at: int) -> bool:
        """Whether word ``at`` can be a word of a person's name and is nobody else's."""
        return at not in self.taken and self.around.could_be_name(at)

    def units(self, at: int) -> list[Unit]:
        """The units of a run from word ``at`` on."""
        units: list[Unit] = []
        place = at
        while place < len(self.words.words) and len(units) < _LONGEST:
            if units and not self.around.is_joined(place):
                break
            word = self.words.words[place]
            if place not in self.taken and not word.capital and self.around.is_particle(place) and self._leads_to_name(place):
                units.append(Unit(place, place, "particle"))
                place += 1
                continue
            if place not in self.taken and (units or word.capital and len(word.surface) > 1) and self._is_elision(place):
                units.append(Unit(place, place + 1, "other"))
                place += 2
                continue
            if units and word.capital and place not in self.taken and self.around.is_particle(place) and self._leads_to_name(place + 1):
                units.append(Unit(place, place, "particle"))
                place += 1
                continue
            if not self.fits(place):
                break
            if units and word.starts_sentence:
                break
            last = place
            while last + 1 < len(self.words.words) and self.words.hyphened(last + 1) and self._fits_behind_hyphen(last + 1):
                last += 1
            units.append(Unit(place, last, self._role(place, last)))
            place = last + 1
        while units and units[-1].role == "particle":
            units.pop()
        return units

    def _is_elision(self, at: int) -> bool:
        """Whether word ``at`` and the next are one surname with an apostrophe: O’Brien, Dell’Orso, d’Aubremont."""
        after = at + 1
        return after < len(self.words.words) and after not in self.taken and self.around.is_elided(after) and len(self.words.words[at].surface) <= _LONGEST_ELISION

    def _fits_behind_hyphen(self, at: int) -> bool:
        word = self.words.words[at]
        small = "small-behind-hyphen" in self.around.habits and len(word.surface) >= LEAST_BARE
        return at not in self.taken and (word.capital or small) and word.surface.isalpha()

    def _leads_to_name(self, at: int) -> bool:
        """Whether particles from word ``at`` on stand directly before a word that can be a name."""
        place = at
        while place < len(self.words.words) and place < at + 3:
            if place > at and not self.words.joined(place) and not self.words.hyphened(place):
                return False
            if self.words.words[place].capital:
                return self.fits(place)
            if not self.around.is_particle(place):
                return False
            place += 1
        return False

    def _role(self, first: int, last: int) -> str:
        word = self.words.words[first]
        if first == last and word.is_initial and self.around.after(first) == ".":
            return "initial"
        if first == last and self.around.is_patronymic(first) and not self.around.given(first) == GIVEN:
            return "patronymic"
        strengths = [self.around.given(place) for place in range(first, last + 1)]
        if min(strengths) == GIVEN:
            return "given"
        if first == last and strengths[0] == MAYBE_GIVEN:
            return "maybe"
        return "other"
