"""Places and organisations that no table knows, where a type word, a legal form or the pattern of the name tells."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from ..scoring import is_glue
from ..text import fold
from .surroundings import GIVEN, Surroundings
from .words import stands_of

PLACE, ORGANISATION = "place", "organisation"
NAMED_SCORE, TYPED_SCORE, HEAD_SCORE, PREPOSITION_SCORE = 0.75, 0.75, 0.7, 0.55
_MOST_WORDS, _MOST_COMPLEMENT = 6, 6
_LEAST_PLACE = 4


@dataclass(frozen=True, slots=True)
class Thing:
    """Words ``first`` to ``last`` as the name of a place or an organisation, how sure it is (0 to 1), and why."""

    kind: str
    first: int
    last: int
    score: float
    reason: str


class Things:
    """Finds places and organisations in one text; ``families`` are forms of surnames that no place takes
    along, ``towns`` words that are names by themselves, which longer names may take in."""

    def __init__(self, around: Surroundings, taken: Set[int], towns: frozenset[int] = frozenset()):
        self.around, self.words, self.taken, self.towns = around, around.words, taken, towns
        self.families: set[str] = set()

    def organisations(self) -> Iterator[Thing]:
        """Organisations by legal form, by a type word before the name, by the word they are named after."""
        at = 0
        while at < len(self.words.words):
            found = self._named(at) or self._headed(at)
            if found is None:
                at += 1
            else:
                yield found
                at = found.last + 1

    def places(self) -> Iterator[Thing]:
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
                yield Thing(PLACE, at, at + 1, PREPOSITION_SCORE, "a place no table knows, an adjective and its noun")

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
        return self.around.is_adjective(at) and not self.around.is_adjective(after) and self._agrees(at, after)

    def _is_about_places(self, at: int) -> bool:
        """Whether a preposition or another small word stands before word ``at``, or near it what a place is."""
        if self.words.joined(at) and self.around.is_small(at - 1):
            return True
        return any(self.around.role_word(place, "place") for place in (at - 1, at - 2))

    def prepositional(self) -> Iterator[Thing]:
        """Lone capitalised words in mid-sentence that a preposition of places, and their case, show to be places."""
        for at in range(1, len(self.words.words)):
            if self._is_prepositional(at):
                yield Thing(PLACE, at, at, PREPOSITION_SCORE, "a place no table knows, after its preposition")

    # ------------------------------------------------------------------ organisations

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
                return Thing(ORGANISATION, at, quoted, NAMED_SCORE, "an organisation no table knows, quoted after what it is")
            return None
        if quoted is not None or not word.capital or self.around.is_company_form(at):
            return None
        if at > 0 and self.words.hyphened(at):
            return None
        last = self._capital_run(at)
        if last is None:
            return None
        if self.around.company_before(at) and self.words.words[at].gap.strip("«“„\"‘” \u00a0") == "":
            return Thing(ORGANISATION, at, last, NAMED_SCORE, "an organisation no table knows, with its legal form")
        while (tied := self._tied(last)) is not None:
            last = tied
        for place in range(last, at - 1, -1):
            if self.around.company_after(place):
                first = self._without_lead(at, place)
                return Thing(ORGANISATION, first, place, NAMED_SCORE, "an organisation no table knows, with its legal form")
        if self.words.joined(at) and not word.starts_sentence and self._type_word_before(at) and not self._is_person(at, last):
            if len(word.surface) > 2 and self.around.could_be_name(at):
                return Thing(ORGANISATION, at, self._with_noun(at, last), TYPED_SCORE, "an organisation no table knows, after what it is")
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
        return self._capital_run(after)

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
        return after if self.around.is_adjective(first) and self._agrees(first, after, "") else last

    def _agrees(self, one: int, other: int, number: str = "sg") -> bool:
        """Whether two words can stand in one case, the first as an adjective, the second as a noun."""
        return any(
            self.around.has_case(one, case, kinds=("adjective",), number=number) and self.around.has_case(other, case, kinds=("noun",), number=number)
            for case in ("nom", "gen", "dat", "acc", "ins", "loc")
        )

    def _is_person(self, first: int, last: int) -> bool:
        return any(self.around.given(at) == GIVEN for at in range(first, last + 1)) and last > first

    def _capital_run(self, at: int) -> int | None:
        """The last of the capitalised words side by side from word ``at`` on; None when it has none to offer."""
        last = at
        while last + 1 < len(self.words.words) and last - at < _MOST_WORDS:
            after = last + 1
            word = self.words.words[after]
            joined = self.words.joined(after) and "\n" not in word.gap or self.words.hyphened(after)
            if not joined or after in self.taken or not word.capital or word.starts_sentence or self.around.is_company_form(after):
                break
            last = after
        return last

    def _without_lead(self, first: int, last: int) -> int:
        """Leaves off titles and small words that stand before a name with its capital."""
        while first < last and (self.around.is_title(first) or not self.around.could_be_name(first) and not self._is_head(first) and not self.around.cues.peoples.has(self.around.low(first))
                                or self.around.cues.named.has(self.around.low(first))):  # fmt: skip
            first += 1
        return first

    def _is_head(self, at: int) -> bool:
        return self.around.cues.heads.has(self.around.low(at))

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
        if self._is_head(at):
            last = self._complement(at)
            if last > at:
                return Thing(ORGANISATION, at, last, HEAD_SCORE, "an organisation no table knows, by its first word")
            return None
        if not self.around.is_adjective(at) or at in self.towns or self.words.words[at].starts_sentence and self._is_phrase(at):
            return None
        place = at + 1
        while place < len(self.words.words) and place - at < 4 and self.words.joined(place) and place not in self.taken:
            if self._is_head(place):
                if not self._agrees(at, place) or self.around.cues.starts.has(self.around.low(at)):
                    return None
                return Thing(ORGANISATION, at, self._complement(place), HEAD_SCORE, "an organisation no table knows, by its last word")
            if not self.around.is_adjective(place):
                return None
            place += 1
        return None

    def _is_phrase(self, at: int) -> bool:
        """Whether an adjective at a sentence's start stands directly before a head in small letters, as in any phrase."""
        after = at + 1
        return self.words.has(self.around.low(at)) or after < len(self.words.words) and self._is_head(after) and not self.words.words[after].capital

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
        last = self._capital_run(at)
        if last is None:
            return None
        head = next((place for place in range(last, at - 1, -1) if self._is_head(place) and not self.around.is_title(place)), None)
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
            return None if not self._is_german_name(first, head) else Thing(ORGANISATION, first, end, HEAD_SCORE, "an organisation no table knows, by its head")
        return Thing(ORGANISATION, first, end, HEAD_SCORE, "an organisation no table knows, by its head")

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
        last = self._capital_run(place)
        return self._joined_on(last) or last

    def _is_tie(self, at: int) -> bool:
        """Whether a small word says what an organisation is of (of, for, de, für), not merely where or with whom."""
        low = self.around.low(at)
        return not self.around.cues.prepositions.has(low)

    # ------------------------------------------------------------------ places

    def _typed_place(self, at: int) -> Thing | None:
        word = self.words.words[at]
        if at in self.taken or not word.capital or self.around.is_embedded(at) or at > 0 and self.words.hyphened(at):
            return None
        if word.all_capital or len(word.surface) < 2:
            return None
        last = self._place_run(at)
        if at > 0 and not word.starts_sentence and self._place_word_before(at):
            return Thing(PLACE, at, last, TYPED_SCORE, "a place no table knows, after what it is")
        if last + 1 < len(self.words.words) and self.words.joined(last + 1) and self.around.role_word(last + 1, "after"):
            if not self.around.could_be_name(at) or "genitives" in self.around.habits and self.around.is_adjective(last):
                return None
            return Thing(PLACE, at, last, TYPED_SCORE, "a place no table knows, before what it is")
        return None

    def _place_word_before(self, at: int) -> bool:
        gap = self.words.words[at].gap
        if gap.strip(" \u00a0.") != "" or "\n" in gap or gap.startswith(". ") and len(self.words.words[at - 1].surface) > 3:
            return False
        return self.around.role_word(at - 1, "place") and not self.words.words[at - 1].all_capital

    def _place_run(self, at: int) -> int:
        """The last word of a place's name: capitalised words, hyphens, particles between (Saint-Flavien-des-Ormes)."""
        last = at
        while last + 1 < len(self.words.words) and last - at < _MOST_WORDS:
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
            if not word.capital and self.around.is_particle(after) and after + 1 < len(self.words.words):
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
        if self.around.nouns_are_capital or self._is_head(at) or self.words.has(self.around.low(at)):
            return False
        if not self.around.is_inflecting:
            return True
        return self.around.has_case(at, "loc", kinds=("noun", "surname")) and not self.around.is_adjective(at)
