"""What the words around a name tell of it: titles, type words, verbs of speech, legal forms; and what a word could be."""

from __future__ import annotations

from functools import lru_cache

from ..names import given_groups, is_particle, is_title, patronymic_of, surname_endings
from ..names.stems import readings_of
from ..names.titles import titles_of
from ..tables.cues import cues_of
from ..tables.inflection import inflection_of
from ..tables.languages import languages
from ..tables.words import word_groups
from ..text import APOSTROPHES, HYPHENS, fold, has_cyrillic
from .words import Words, stands_of

NO_GIVEN, MAYBE_GIVEN, SOUNDS_GIVEN, GIVEN = 0, 1, 2, 3
_OPENING, _CLOSING = "«“„\"‘”‚", "»”“\"’‘"
_STRONG = ("form", "fold")
_LEAST_SOUND = 4
_LONGEST_ABBREVIATION, _LONGEST_ACRONYM = 4, 5
_LONGEST_QUOTE = 60


class Surroundings:
    """One text's words with what stands beside names in its language."""

    def __init__(self, words: Words):
        self.words = words
        self.lang = words.lang
        self.cues = cues_of(words.lang)
        self.habits = self.cues.habits
        self.nouns_are_capital = "capital-nouns" in self.habits
        profile = languages().get(words.lang)
        self._small = profile.words | profile.frequent if profile is not None else frozenset()
        self._could_be: dict[int, bool] = {}

    # ------------------------------------------------------------------ one word

    def low(self, at: int) -> str:
        """Word ``at`` in lower case; empty outside the text."""
        return self.words.words[at].surface.lower() if 0 <= at < len(self.words.words) else ""

    def is_title(self, at: int) -> bool:
        """Whether word ``at`` is a title or what somebody is; a capitalised word in mid-sentence only in full."""
        word, low = self.words.words[at], self.low(at)
        if word.capital and not word.starts_sentence and not self.nouns_are_capital:
            return low in self.cues.titles.words or self._is_listed_title(low) and not self.given(at)
        return self.cues.titles.has(low) or is_title(word.surface, self.lang) and not self.given(at)

    def _is_listed_title(self, low: str) -> bool:
        return any(low in forms for title in titles_of(low, self.lang) for forms in title.forms.values())

    def is_address(self, at: int) -> bool:
        """Whether word ``at`` is a form of address, which only people have (Herr, пан, Ms)."""
        return 0 <= at < len(self.words.words) and any(
            title.kind == "address" for title in titles_of(self.words.words[at].surface, self.lang)
        )

    def title_gender(self, at: int) -> str:
        """The gender that a title or form of address at ``at`` tells, else nothing."""
        if not 0 <= at < len(self.words.words):
            return ""
        told = {title.gender for title in titles_of(self.words.words[at].surface, self.lang)} - {"", "mf"}
        return told.pop() if len(told) == 1 else ""

    def could_be_name(self, at: int) -> bool:
        """Whether word ``at`` can be a word of a person's name: capitalised, no title, month, nationality or small word."""
        known = self._could_be.get(at)
        if known is None:
            known = self._could_be[at] = self._could_be_name(at)
        return known

    def _could_be_name(self, at: int) -> bool:
        word = self.words.words[at]
        if not word.capital or not word.surface[-1].isalpha() or self.is_embedded(at):
            return False
        if word.is_initial and self.after(at) == ".":
            return self.low(at) not in self.cues.titles.words and not self.is_address(at)
        if len(word.surface) < 2 or any(char.isdigit() for char in word.surface):
            return False
        low = self.low(at)
        if word.all_capital and len(low) <= _LONGEST_ACRONYM and not self.is_headline(at):
            return False
        if self.cues.starts.has(low) or self.cues.peoples.has(low) or low in self._small or self.cues.heads.has(low) and not self.given(at):
            return False
        if self.is_title(at) or word.starts_sentence and self.cues.says.has(low):
            return False
        if self.words.is_ordinary(at) and not (self.given(at) == GIVEN and not word.starts_sentence):
            return False
        return not (word.starts_sentence and self.words.has(low) and self.given(at) < GIVEN)

    def is_embedded(self, at: int) -> bool:
        """Whether word ``at`` is a piece of a path, an address or an identifier."""
        before, after = self.words.before(at), self.after(at)
        return before in ("_", "\\", "@", "#", "/") or after in ("_", "\\", "@") or before.isdigit() or after.isdigit()

    def after(self, at: int) -> str:
        """The character behind word ``at``."""
        end = self.words.words[at].token.end
        return self.words.text[end : end + 1]

    def given(self, at: int) -> int:
        """Whether word ``at`` is a given name: GIVEN by its letters, or by its sound where capitals tell; else MAYBE_GIVEN."""
        word = self.words.words[at]
        strength = given_strength(word.surface, self.lang)
        if strength == SOUNDS_GIVEN:
            return MAYBE_GIVEN if self.nouns_are_capital or word.starts_sentence else GIVEN
        return strength

    def is_small(self, at: int) -> bool:
        """Whether word ``at`` is a small word of the language: an article, a preposition."""
        return self.low(at) in self._small

    def surely_given(self, at: int) -> bool:
        """Whether word ``at`` is a given name by its letters."""
        return given_strength(self.words.words[at].surface, self.lang) == GIVEN

    def is_patronymic(self, at: int) -> bool:
        """Whether word ``at``, or a base of it, is a patronymic."""
        stands = stands_of(self.words.words[at].surface, self.lang)
        return any(patronymic_of(stand.form) is not None for stand in stands)

    def is_surname_like(self, at: int) -> bool:
        """Whether the ending of word ``at``, or of a base of it, is a surname's."""
        return _ends_like_surname(self.words.words[at].surface, self.lang)

    def is_particle(self, at: int) -> bool:
        """Whether word ``at`` is a small word inside family names, as it is written."""
        return is_particle(self.words.words[at].surface)

    def is_particle_here(self, at: int) -> bool:
        """Whether word ``at`` is a particle, its capital at a sentence's start aside."""
        return self.is_particle(at) or is_particle(self.low(at))

    def is_adjective(self, at: int) -> bool:
        """Whether word ``at`` has the form of an adjective."""
        return any(one.kind == "adjective" for one in readings_of(self.low(at), self.lang))

    def has_case(self, at: int, *cases: str, kinds: tuple[str, ...] = ("noun", "adjective"), number: str = "") -> bool:
        """Whether word ``at`` can stand in one of ``cases``, read as a word of these kinds and this number."""
        return any(
            one.kind in kinds and not set(cases).isdisjoint(one.cases) and number in ("", one.number)
            for one in readings_of(self.low(at), self.lang)
        )

    def is_known_genitive(self, at: int) -> bool:
        """Whether word ``at`` is a noun in the genitive that names of organisations have, or a noun in the genitive singular."""
        low = self.low(at)
        if fold(low) in word_groups():
            return True
        return any(
            one.kind == "noun" and "gen" in one.cases and one.number == "sg" and one.base != low
            for one in readings_of(low, self.lang)
        )  # fmt: skip

    @property
    def is_inflecting(self) -> bool:
        """Whether nouns of the language have cases that the tables know."""
        inflection = inflection_of(self.lang)
        return inflection is not None and any("loc" in one.singular for one in inflection.paradigms)

    # ------------------------------------------------------------------ neighbours

    def is_joined(self, at: int) -> bool:
        """Whether word ``at`` follows the one before within a name and a line."""
        if at <= 0 or at >= len(self.words.words):
            return False
        gap = self.words.words[at].gap
        return self.words.joined(at) and "\n" not in gap or self.words.after_initial(at) or gap != "" and (gap in HYPHENS or gap in APOSTROPHES)

    def is_elided(self, at: int) -> bool:
        """Whether an apostrophe ties word ``at`` to a short one before it: O’Brien, Dell’Orso, d’Aubremont."""
        return at > 0 and self.words.words[at].gap != "" and self.words.words[at].gap in APOSTROPHES and self.words.words[at].capital

    def is_head(self, at: int) -> bool:
        """Whether organisations are named after word ``at``: ministry, university."""
        return self.cues.heads.has(self.low(at))

    def is_quoted(self, first: int, last: int) -> bool:
        """Whether quotation marks stand around the words ``first`` to ``last``."""
        return self.quoted_from(first) == last

    def title_after(self, at: int) -> bool:
        """Whether a title in small letters follows word ``at`` directly: Galambos Zsófia polgármester."""
        after = at + 1
        return after < len(self.words.words) and self.words.joined(after) and not self.words.words[after].capital and self.is_title(after)

    def title_before(self, at: int) -> int | None:
        """The place of the title directly before word ``at``, its full stop allowed (Dr. X), else None."""
        if at <= 0:
            return None
        gap = self.words.words[at].gap
        if gap.strip(" \u00a0") not in ("", ".") or not gap:
            return None
        if "." in gap and len(self.words.words[at - 1].surface) > _LONGEST_ABBREVIATION:
            return None
        return at - 1 if self.is_title(at - 1) else None

    def follows_content(self, at: int) -> bool:
        """Whether a word in small letters that is no small word (an article, a preposition) stands directly before word ``at``."""
        if at == 0 or not self.words.joined(at) or self.words.words[at - 1].capital:
            return False
        low = self.low(at - 1)
        return low.isalpha() and len(low) > 3 and low not in self._small and not self.cues.named.has(low) and not self.cues.place.has(low)

    def says_beside(self, first: int, last: int) -> bool:
        """Whether a verb that people are the subject of stands beside the words ``first`` to ``last``."""
        says = self.cues.says
        before = first > 0 and self.words.joined(first) and says.has(self.low(first - 1))
        return before or (last + 1 < len(self.words.words) and self.words.joined(last + 1) and says.has(self.low(last + 1)))

    def is_subject(self, first: int, last: int) -> bool:
        """Whether the words ``first`` to ``last`` are what a verb of speech beside them is said of."""
        says = self.cues.says
        if first > 0 and self.words.joined(first) and says.has(self.low(first - 1)):
            return True
        after = last + 1
        if after >= len(self.words.words) or not self.words.joined(after) or not says.has(self.low(after)):
            return False
        return self.words.words[first].starts_sentence or not self.words.joined(first)

    def apposition_after(self, last: int) -> bool:
        """Whether what a person is follows between commas: “, a baker”; or an age."""
        at = last + 1
        if at >= len(self.words.words) or not self.words.words[at].gap.startswith((",", " (")):
            return False
        return any(
            place < len(self.words.words) and (self.words.words[place].surface.isdigit() or self.is_title(place))
            for place in range(at, at + 3)
        )

    def role_word(self, at: int, role: str) -> bool:
        """Whether word ``at``, or it and the word before, is of ``role`` (place, named, prepositions …)."""
        if not 0 <= at < len(self.words.words):
            return False
        if self.words.words[at].capital and not self.words.words[at].starts_sentence and not self.nouns_are_capital:
            return False
        if self.is_title(at) or self.cues.says.has(self.low(at)):
            return False
        words = getattr(self.cues, role)
        return words.has(self.low(at)) or (at > 0 and self.words.joined(at) and f"{self.low(at - 1)} {self.low(at)}" in words.words)

    def quoted_from(self, at: int) -> int | None:
        """The last word of the quotation that word ``at`` opens; None when it opens none, or one too long for a name."""
        if not self.words.before(at) or self.words.before(at) not in _OPENING:
            return None
        start = self.words.words[at].token.start
        for place in range(at, len(self.words.words)):
            word = self.words.words[place]
            if word.token.end - start > _LONGEST_QUOTE or "\n" in self.words.text[start : word.token.end]:
                return None
            if self.after(place) in _CLOSING and self.after(place):
                return place
        return None

    def company_before(self, at: int) -> bool:
        """Whether a legal form stands before word ``at``, quotation marks aside."""
        text = self.words.text[max(0, self.words.words[at].token.start - 16) : self.words.words[at].token.start]
        text = text.rstrip(f"{_OPENING} \u00a0")
        return any(text.endswith(form) and not text[: -len(form)][-1:].isalnum() for form in self.cues.company)

    def company_after(self, at: int) -> bool:
        """Whether a legal form follows word ``at``."""
        end = self.words.words[at].token.end
        text = self.words.text[end : end + 20]
        rest = text.lstrip(f"{_CLOSING}, \u00a0")
        if rest == text or "\n" in text[: len(text) - len(rest)]:
            return False
        form = next((one for one in self.cues.company if rest.startswith(one) and not rest[len(one) :][:1].isalnum()), None)
        behind = rest[len(form) :].lstrip()[:1] if form else ""
        return form is not None and behind not in tuple(_OPENING) and not ("," in text[: len(text) - len(rest)] and behind.isupper())

    def is_company_form(self, at: int) -> bool:
        """Whether word ``at`` is a legal form itself."""
        return self.words.words[at].surface in self.cues.company

    def is_title_line(self, at: int) -> bool:
        """Whether word ``at`` stands in a headline with capitals throughout."""
        return not self.nouns_are_capital and self.words.is_title_case(at)

    def is_headline(self, at: int) -> bool:
        """Whether the words around word ``at`` are all in capitals."""
        words = self.words.words
        beside = [
            words[place]
            for place in range(max(0, at - 3), min(len(words), at + 4))
            if place != at and len(words[place].surface) > 1
        ]
        return words[at].all_capital and len(beside) > 1 and sum(word.all_capital for word in beside) >= 0.75 * len(beside)


@lru_cache(32768)
def given_strength(word: str, lang: str) -> int:
    """GIVEN for a word that is a given name by its letters, SOUNDS_GIVEN by its sound, MAYBE_GIVEN in open data only."""
    profile = languages().get(lang)
    best = NO_GIVEN
    for stand in stands_of(word, lang):
        groups = given_groups(stand.form)
        if any(one.by in _STRONG and not one.is_open for one in groups):
            return GIVEN
        if any(not one.is_open and one.strength != "cognate" for one in groups) and len(stand.form) >= _LEAST_SOUND:
            best = SOUNDS_GIVEN
        elif groups:
            best = max(best, MAYBE_GIVEN)
        if profile is not None and profile.given and stand.form in _own_givens(lang):
            return GIVEN
    return best


@lru_cache(64)
def _own_givens(lang: str) -> frozenset[str]:
    return frozenset(languages()[lang].given)


@lru_cache(32768)
def _ends_like_surname(word: str, lang: str) -> bool:
    cyrillic = has_cyrillic(word)
    for stand in stands_of(word, lang):
        for found in surname_endings(stand.form):
            if not cyrillic and set(found.langs) <= {"lt", "lv"} and lang not in ("lt", "lv"):
                continue
            if found.id != "adjective":
                return True
    return False
