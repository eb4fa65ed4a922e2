"""Places that no table knows, by a type word, by an adjective that agrees with its noun, by preposition and case."""

from __future__ import annotations

from collections.abc import Iterator

from ..text import fold
from .things import MOST_WORDS, PLACE, Thing, Things
from .words import stands_of

_TYPED_SCORE, _PREPOSITION_SCORE = 0.75, 0.55
_LEAST_PLACE = 4


class Places(Things):
    """Finds places in one text."""

    def typed(self) -> Iterator[Thing]:
        """Places by a type word before or behind the name; then by preposition and case."""
        at = 0
        while at < len(self.words.words):
            found = self._typed_place(at)
            if found is None:
                at += 1
            else:
                yield found
                at = found.last + 1

    def agreeing(self) -> Iterator[Thing]:
        """Two capitalised words in mid-sentence that are an adjective and its noun: Горішня Кринівка."""
        if "genitives" not in self.around.habits:
            return
        for at in range(1, len(self.words.words) - 1):
            if self._are_agreeing(at):
                yield Thing(PLACE, at, at + 1, _PREPOSITION_SCORE, "a place no table knows, an adjective and its noun")

    def _are_agreeing(self, at: int) -> bool:
        after = at + 1
        word, noun = self.words.words[at], self.words.words[after]
        if at in self.taken or after in self.taken or not (word.capital and noun.capital) or word.starts_sentence:
            return False
        if not self.words.joined(after) or "\n" in noun.gap or "\n" in word.gap:
            return False
        if self.words.joined(at) and self.words.words[at - 1].capital and not self.words.words[at - 1].starts_sentence:
            return False
        beyond = after + 1
        if beyond < len(self.words.words) and (self.words.hyphened(beyond) or self.words.joined(beyond) and self.words.words[beyond].capital):
            return False
        if self.around.is_title_line(at) or self.around.is_headline(at) or self.around.title_before(at) is not None:
            return False
        if self.around.is_quoted(at, after):
            return False
        if not self._is_about_places(at) or not all(self.around.could_be_name(place) and not self.around.given(place) for place in (at, after)):
            return False
        return self.around.is_adjective(at) and not self.around.is_adjective(after) and self.agrees(at, after)

    def _is_about_places(self, at: int) -> bool:
        """Whether a preposition or another small word stands before word ``at``, or near it what a place is."""
        if self.words.joined(at) and self.around.is_small(at - 1):
            return True
        return any(self.around.role_word(place, "place") for place in (at - 1, at - 2))

    def prepositional(self) -> Iterator[Thing]:
        """Lone capitalised words in mid-sentence that a preposition of places, and their case, show to be places."""
        for at in range(1, len(self.words.words)):
            if self._is_prepositional(at):
                yield Thing(PLACE, at, at, _PREPOSITION_SCORE, "a place no table knows, after its preposition")

    def _typed_place(self, at: int) -> Thing | None:
        word = self.words.words[at]
        if at in self.taken or not word.capital or self.around.is_embedded(at) or at > 0 and self.words.hyphened(at):
            return None
        if word.all_capital or len(word.surface) < 2:
            return None
        last = self._place_run(at)
        if at > 0 and not word.starts_sentence and self._place_word_before(at):
            return Thing(PLACE, at, last, _TYPED_SCORE, "a place no table knows, after what it is")
        if last + 1 < len(self.words.words) and self.words.joined(last + 1) and self.around.role_word(last + 1, "after"):
            if not self.around.could_be_name(at) or "genitives" in self.around.habits and self.around.is_adjective(last):
                return None
            return Thing(PLACE, at, last, _TYPED_SCORE, "a place no table knows, before what it is")
        return None

    def _place_word_before(self, at: int) -> bool:
        gap = self.words.words[at].gap
        if gap.strip(" \u00a0.") != "" or "\n" in gap or gap.startswith(". ") and len(self.words.words[at - 1].surface) > 3:
            return False
        return self.around.role_word(at - 1, "place") and not self.words.words[at - 1].all_capital

    def _place_run(self, at: int) -> int:
        """The last word of a place's name: capitalised words, hyphens, particles between (Saint-Flavien-des-Ormes)."""
        last = at
        while last + 1 < len(self.words.words) and last - at < MOST_WORDS:
            after = last + 1
            word = self.words.words[after]
            if after in self.taken or word.starts_sentence:
                break
            if self.words.hyphened(after):
                last = after
                continue
            if not self.words.joined(after) or "\n" in word.gap:
                break
            if word.capital and any(fold(stand.form).lower() in self.families for stand in stands_of(word.surface, self.words.lang)):
                break
            if word.capital and self.around.role_word(after + 1, "after") and self.around.is_adjective(after):
                break
            if "genitives" in self.around.habits and word.capital and not (self.around.is_adjective(last) or self.around.is_adjective(after)):
                break
            if word.capital and (self.around.could_be_name(after) or self.around.given(after)) and not self.around.is_title(after):
                last = after
                continue
            if not word.capital and self.around.is_particle(after) and not self.around.cues.articles.has(self.around.low(after)) and after + 1 < len(self.words.words):
                following = self.words.words[after + 1]
                if self.words.joined(after + 1) and following.capital and self.around.could_be_name(after + 1):
                    last = after + 1
                    continue
            break
        return last

    def _is_prepositional(self, at: int) -> bool:
        word = self.words.words[at]
        if at in self.taken or not word.capital or word.starts_sentence or len(word.surface) < _LEAST_PLACE or word.all_capital:
            return False
        if not self.words.joined(at) or not self.around.role_word(at - 1, "prepositions") or self.words.words[at - 1].capital:
            return False
        if not self.around.could_be_name(at) or self.around.given(at) or self.around.is_embedded(at):
            return False
        if self.around.cues.titles.has(self.around.low(at)):
            return False
        after = at + 1
        if after < len(self.words.words) and (self.words.hyphened(after) or self.words.joined(after) and self.words.words[after].capital):
            return False
        if self.around.nouns_are_capital or self.around.is_head(at) or self.words.has(self.around.low(at)):
            return False
        if not self.around.is_inflecting:
            return True
        return self.around.has_case(at, "loc", kinds=("noun", "surname")) and not self.around.is_adjective(at)
