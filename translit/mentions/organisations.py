"""Organisations that no table knows, by legal form, by a type word before the name, by the word they are named after."""

from __future__ import annotations

from collections.abc import Iterator

from ..scoring import is_glue
from .surroundings import GIVEN
from .things import ORGANISATION, Thing, Things

_NAMED_SCORE, _TYPED_SCORE, _HEAD_SCORE = 0.75, 0.75, 0.7
_MOST_COMPLEMENT = 6


class Organisations(Things):
    """Finds organisations in one text."""

    def find(self) -> Iterator[Thing]:
        """Organisations by legal form, by a type word before the name, by the word they are named after."""
        at = 0
        while at < len(self.words.words):
            found = self._named(at) or self._headed(at)
            if found is None:
                at += 1
            else:
                yield found
                at = found.last + 1

    def _named(self, at: int) -> Thing | None:
        """«Крыніца» after its type word or legal form; Drewbud sp. z o.o."""
        word = self.words.words[at]
        if at in self.taken or at in self.towns or not (word.capital or word.surface.isdigit()):
            return None
        if self.around.is_embedded(at):
            return None
        quoted = self.around.quoted_from(at)
        if quoted is not None and not any(place in self.taken for place in range(at, quoted + 1)):
            if self.around.company_before(at) or self._type_word_before(at):
                return Thing(ORGANISATION, at, quoted, _NAMED_SCORE, "an organisation no table knows, quoted after what it is")
            return None
        if quoted is not None or not word.capital or self.around.is_company_form(at):
            return None
        if at > 0 and self.words.hyphened(at):
            return None
        last = self.capital_run(at)
        if last is None:
            return None
        if self.around.company_before(at) and self.words.words[at].gap.strip("«“„\"‘” \u00a0") == "":
            return Thing(ORGANISATION, at, last, _NAMED_SCORE, "an organisation no table knows, with its legal form")
        while (tied := self._tied(last)) is not None:
            last = tied
        for place in range(last, at - 1, -1):
            if self.around.company_after(place):
                first = self._without_lead(at, place)
                return Thing(ORGANISATION, first, place, _NAMED_SCORE, "an organisation no table knows, with its legal form")
        if self.words.joined(at) and not word.starts_sentence and self._type_word_before(at) and not self._is_person(at, last):
            if len(word.surface) > 2 and self.around.could_be_name(at):
                return Thing(ORGANISATION, at, self._with_noun(at, last), _TYPED_SCORE, "an organisation no table knows, after what it is")
        return None

    def _tied(self, last: int) -> int | None:
        """The last of the capitalised words that a joining word ties to word ``last``: Varrak ja Pojad."""
        tie, after = last + 1, last + 2
        if after >= len(self.words.words) or not (self.words.joined(tie) and self.words.joined(after)):
            return None
        word = self.words.words[after]
        if not is_glue(self.words.words[tie].surface) or self.words.words[tie].capital or self.around.role_word(tie, "prepositions"):
            return None
        if not word.capital or after in self.taken or self.around.surely_given(after) or not self.around.could_be_name(after):
            return None
        return self.capital_run(after)

    def _type_word_before(self, at: int) -> bool:
        if at == 0 or "\n" in self.words.words[at].gap or self.words.words[at].gap.strip("«“„\"‘” \u00a0") != "":
            return False
        return self.around.role_word(at - 1, "named") and not self.around.is_title(at - 1)

    def _with_noun(self, first: int, last: int) -> int:
        """An adjective with a capital takes the noun behind it along: deník Slovácké listy."""
        after = last + 1
        if first != last or after >= len(self.words.words) or not self.words.joined(after):
            return last
        word = self.words.words[after]
        if word.capital or len(word.surface) < 4 or self.around.is_title(after) or self.around.cues.says.has(self.around.low(after)):
            return last
        return after if self.around.is_adjective(first) and self.agrees(first, after, "") else last

    def _is_person(self, first: int, last: int) -> bool:
        return any(self.around.given(at) == GIVEN for at in range(first, last + 1)) and last > first

    def _without_lead(self, first: int, last: int) -> int:
        """Leaves off titles and small words that stand before a name with its capital."""
        while first < last and (self.around.is_title(first) or not self.around.could_be_name(first) and not self.around.is_head(first) and not self.around.cues.peoples.has(self.around.low(first))
                                or self.around.cues.named.has(self.around.low(first))):  # fmt: skip
            first += 1
        return first

    def _headed(self, at: int) -> Thing | None:
        """Marrowby Heritage Trust, Ministry of Ports, Міністэрства марскога транспарту, Віцебскі дзяржаўны ўніверсітэт."""
        word = self.words.words[at]
        if at in self.taken or not word.capital or self.around.is_embedded(at) or self.around.is_headline(at):
            return None
        if at > 0 and self.words.hyphened(at):
            return None
        if "genitives" in self.around.habits:
            return self._headed_by_case(at)
        return self._headed_by_capitals(at)

    def _headed_by_case(self, at: int) -> Thing | None:
        if self.around.is_head(at):
            last = self._complement(at)
            if last > at:
                return Thing(ORGANISATION, at, last, _HEAD_SCORE, "an organisation no table knows, by its first word")
            return None
        if not self.around.is_adjective(at) or at in self.towns or self.words.words[at].starts_sentence and self._is_phrase(at):
            return None
        place = at + 1
        while place < len(self.words.words) and place - at < 4 and self.words.joined(place) and place not in self.taken:
            if self.around.is_head(place):
                if not self.agrees(at, place) or self.around.cues.starts.has(self.around.low(at)):
                    return None
                return Thing(ORGANISATION, at, self._complement(place), _HEAD_SCORE, "an organisation no table knows, by its last word")
            if not self.around.is_adjective(place):
                return None
            place += 1
        return None

    def _is_phrase(self, at: int) -> bool:
        """Whether an adjective at a sentence's start stands directly before a head in small letters, as in any phrase."""
        after = at + 1
        return self.words.has(self.around.low(at)) or after < len(self.words.words) and self.around.is_head(after) and not self.words.words[after].capital

    def _complement(self, head: int) -> int:
        """The last word of what an organisation is of: genitives behind its head, adjectives and what joins them."""
        last, place, adjective = head, head + 1, False
        while place < len(self.words.words) and place - head <= _MOST_COMPLEMENT and place not in self.taken:
            word, low = self.words.words[place], self.around.low(place)
            if not self.words.joined(place) or "\n" in word.gap or self.around.cues.says.has(low) or self.around.is_title(place):
                break
            if word.capital and (self.around.given(place) == GIVEN or word.all_capital):
                break
            if is_glue(word.surface) and len(low) <= 2 and last > head and not adjective:
                if place + 1 < len(self.words.words) and self.words.joined(place + 1) and self._is_genitive(place + 1):
                    place += 1
                    continue
                break
            if not self._is_genitive(place):
                break
            adjective = self.around.has_case(place, "gen", kinds=("adjective",)) and not self.around.has_case(place, "gen", kinds=("noun",))
            if not adjective:
                last = place
                if not self._has_more(place):
                    break
            place += 1
        return last

    def _has_more(self, at: int) -> bool:
        after = at + 1
        return after < len(self.words.words) and self.words.joined(after)

    def _is_genitive(self, at: int) -> bool:
        word = self.words.words[at]
        if len(word.surface) < 3 or word.surface.isdigit():
            return False
        low = self.around.low(at)
        if low in self.around.cues.starts.words:
            return False
        return self.around.is_known_genitive(at) or self.around.has_case(at, "gen", kinds=("adjective",)) and self._leads_to_genitive(at)

    def _leads_to_genitive(self, at: int) -> bool:
        """Whether adjectives from word ``at`` on stand before a noun in the genitive."""
        place = at + 1
        while place < len(self.words.words) and place - at < 4 and self.words.joined(place):
            if self.around.has_case(place, "gen", kinds=("noun",)):
                return True
            if not self.around.has_case(place, "gen", kinds=("adjective",)):
                return False
            place += 1
        return False

    def _headed_by_capitals(self, at: int) -> Thing | None:
        """A run of capitalised words, joined by small ones, that has a head."""
        if self.around.is_title_line(at):
            return None
        last = self.capital_run(at)
        if last is None:
            return None
        head = next((place for place in range(last, at - 1, -1) if self.around.is_head(place) and not self.around.is_title(place)), None)
        if head is None:
            return None
        first = self._without_lead(at, head)
        if self.words.words[first].starts_sentence and first < head and self.around.given(first) < GIVEN and self.around.cues.starts.has(self.around.low(first)):
            first += 1
        end = head
        after = head + 1
        if after <= last and self.around.nouns_are_capital:
            end = head
        elif after <= last and not self._is_person(after, last):
            end = last
        joined = self._joined_on(end)
        if joined is not None:
            end = joined
        if end == first or any(place in self.taken for place in range(first, end + 1)):
            return None
        if self.around.nouns_are_capital and end == head:
            return None if not self._is_german_name(first, head) else Thing(ORGANISATION, first, end, _HEAD_SCORE, "an organisation no table knows, by its head")
        return Thing(ORGANISATION, first, end, _HEAD_SCORE, "an organisation no table knows, by its head")

    def _is_german_name(self, first: int, head: int) -> bool:
        """Whether what stands before a head in a language that capitalizes nouns is joined to it by hyphens."""
        return all(self.words.hyphened(place) for place in range(first + 1, head + 1))

    def _joined_on(self, at: int) -> int | None:
        """The last word of what small joining words tie to word ``at``: University of Lower Marrowby."""
        place = at + 1
        glued = 0
        while place < len(self.words.words) and self.words.joined(place) and is_glue(self.words.words[place].surface) and not self.words.words[place].capital:
            place += 1
            glued += 1
            if glued > 2:
                return None
        if not glued or not self._is_tie(place - glued):
            return None
        if place >= len(self.words.words) or not self.words.joined(place) or not self.words.words[place].capital or place in self.taken:
            return None
        if self.around.given(place) == GIVEN or not self.words.words[place].surface.isalpha():
            return None
        last = self.capital_run(place)
        return self._joined_on(last) or last

    def _is_tie(self, at: int) -> bool:
        """Whether a small word says what an organisation is of (of, for, de, für), not merely where or with whom."""
        low = self.around.low(at)
        return not self.around.cues.prepositions.has(low)
