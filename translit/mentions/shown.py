"""People whom only the text shows to be people: by title, verb of speech, apposition, a surname that comes again."""

from __future__ import annotations

from functools import cached_property

from ..names import surname_endings
from .runs import LEAST_BARE, Runs, Unit
from .surroundings import Surroundings
from .words import stands_of

_ENOUGH = 1.5


class Evidence:
    """What one text shows of words that may be a name."""

    def __init__(self, around: Surroundings, runs: Runs):
        self.around, self.words, self.runs = around, around.words, runs
        self._surname_first = "surname-first" in around.habits
        self._one_capital = "one-capital" in around.habits
        self._bare_pairs = "articles" in around.habits

    def is_name(self, units: list[Unit], roles: list[str]) -> bool:
        """Whether the text shows that two words with no given name among them are a person's name."""
        first, last = units[0].first, units[-1].last
        family = next((unit for unit in units[1:] if unit.role != "particle"), None)
        if self._surname_first:
            family = units[0]
        if family is None or any(self.words.words[unit.first].all_capital for unit in units):
            return False
        start = self.words.words[first]
        if start.starts_sentence and self.words.has(start.surface.lower()):
            return False
        if self.around.cues.ends.has(self.around.low(last)) or self.around.cues.heads.has(self.around.low(last)):
            return False
        if self.around.is_quoted(first, last):
            return False
        if "genitives" in self.around.habits and self.around.is_adjective(first) and not any(
            self.around.is_surname_like(place) for unit in units for place in (unit.first, unit.last)
        ):
            return False
        if self.around.is_title_line(first) and not self.around.title_before(first):
            return False
        evidence = 0.0
        if self.around.title_before(first) is not None:
            evidence += 2.0
        if self.around.says_beside(first, last):
            evidence += 1.5
        if start is not None and first > 0 and start.gap == ", " and self.around.is_title(first - 1):
            evidence += 1.5
        if self.around.apposition_after(last):
            evidence += 1.0
        if self.around.title_after(last):
            evidence += 1.5
        if self.recurs(family):
            evidence += 2.5
        elif self._is_repeated(units):
            evidence += 1.5
        if self.around.is_surname_like(family.first):
            evidence += 1.0
        if roles[0] == "maybe":
            evidence += 1.0
        if self._one_capital and len(units) > 2 and roles[1] != "particle":
            evidence -= 1.5  # three words with capitals are a title of something
        if self._is_in_a_run(first):
            evidence -= 1.0
        if roles[1:2] == ["particle"] and roles[2] != "particle" and self.around.is_small(units[1].first) and not self.words.words[units[1].first].capital:
            evidence -= 1.0  # Grenzfelde den Fahrer
        if family.first < family.last and self.around.could_be_name(family.last):  # a double surname
            evidence += 1.0
        if not start.starts_sentence and not self.around.nouns_are_capital:
            evidence += 0.5
        if not start.starts_sentence and not self.around.nouns_are_capital and self.around.follows_content(first):
            evidence += 1.0 if self._bare_pairs else 0.5
        if start.starts_sentence and roles[0] == "other" and units[0].first == units[0].last and not self._surname_first:
            evidence -= 1.0
        if "genitives" in self.around.habits and self.around.is_adjective(first) and not self.around.is_surname_like(first):
            evidence -= 1.0
        if self.follows_place_word(first):
            evidence -= 1.0 if self.around.role_word(first - 1, "prepositions") else 2.0
        return evidence >= _ENOUGH

    def _is_in_a_run(self, at: int) -> bool:
        """Whether another capitalised word in mid-sentence, which is nobody's, stands directly before word ``at``."""
        before = at - 1
        if at == 0 or not self.words.joined(at) or before in self.runs.taken or self.around.nouns_are_capital:
            return False
        word = self.words.words[before]
        return word.capital and not word.starts_sentence and not self.around.is_title(before) and len(word.surface) > 1

    def follows_place_word(self, at: int) -> bool:
        return at > 0 and self.words.joined(at) and (
            self.around.role_word(at - 1, "place") or self.around.role_word(at - 1, "prepositions") or self.around.role_word(at - 1, "named")
        )  # fmt: skip

    @cached_property
    def _capitals(self) -> dict[str, list[int]]:
        """The places of capitalised words, by their first letters."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.words.words):
            if word.capital and len(word.surface) >= LEAST_BARE:
                found.setdefault(word.surface[:LEAST_BARE], []).append(at)
        return found

    def recurs(self, unit: Unit) -> bool:
        """Whether the surname stands elsewhere in the text, in some case, without its given name."""
        here = {stand.form for stand in stands_of(self.words.words[unit.last].surface, self.around.lang)}
        for at in self._capitals.get(self.words.words[unit.last].surface[:LEAST_BARE], ()):
            word = self.words.words[at]
            if unit.first <= at <= unit.last or at in self.runs.taken:
                continue
            before = self.words.words[at - 1] if at > 0 else None
            if self.words.joined(at) and self.around.cues.articles.has(self.around.low(at - 1)):
                continue
            if before is not None and before.capital and unit.first > 0 and before.surface == self.words.words[unit.first - 1].surface:
                continue
            if not here.isdisjoint(stand.form for stand in stands_of(word.surface, self.around.lang)):
                return True
        return False

    def _is_repeated(self, units: list[Unit]) -> bool:
        """Whether the first two words stand side by side elsewhere too."""
        if len(units) < 2:
            return False
        first, second = (self.words.words[unit.first].surface for unit in units[:2])
        places = [at for at in self._capitals.get(first[:LEAST_BARE], ()) if at != units[0].first and self.words.words[at].surface == first]
        return any(self.words.joined(at + 1) and self.words.words[at + 1].surface == second for at in places if at + 1 < len(self.words.words))

    def is_apposed(self, family: Unit) -> bool:
        """Whether a word that ends like a surname stands beside a verb of speech, or before what its bearer is."""
        at = family.first
        if self.around.nouns_are_capital or not self.around.is_surname_like(at) or self.words.has(self.words.words[at].surface.lower()) or self.follows_place_word(at):
            return False
        if self.words.words[at].starts_sentence and self.around.is_adjective(at) and self.words.joined(family.last + 1):
            return False
        told = self.around.is_subject(at, family.last) and not self.words.words[at].starts_sentence
        return told or self.around.apposition_after(family.last)

    def is_titled_surname(self, family: Unit) -> bool:
        """Whether the word behind a title is a surname, and not what the title is of (директор Газпрома)."""
        word = self.words.words[family.first]
        if self.words.has(word.surface.lower()):
            return False
        if self.recurs(family):
            return True
        if self.around.is_surname_like(family.first):
            title = self.words.words[family.first - 1]
            return not title.starts_sentence or bool(surname_endings(word.surface))  # Председница Кружока
        return "titles-alone" in self.around.habits and not self.around.cues.heads.has(self.around.low(family.first))
