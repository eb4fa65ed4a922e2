"""Names of words in a text: places, organisations and others, known word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..gazetteer import Form
from ..scoring import THRESHOLD, Part, Side, compare, is_glue, relate, score_of
from ..tables.cues import cues_of
from ..tables.languages import languages
from ..text import fold, has_cyrillic, tokens
from .settlements import needs_more
from .spans import Answer, Option, Reader, Span
from .surroundings import GIVEN, given_strength
from .words import Stand, is_given

_DOTTED = re.compile(r"\.[ \u00a0]?")
_BRACKETED = re.compile(r"\][ \u00a0]")
_OPENING, _CLOSING = tuple("«“„\"‘"), tuple("»”“\"’")
_TYPO_LENGTH, _SOFTENED = 6, 4


class Phrases:
    """Finds names of words."""

    def __init__(self, reader: Reader):
        self.reader, self.words, self.index, self.gazetteer = reader, reader.words, reader.index, reader.gazetteer

    def find(self, at: int) -> Iterator[Span]:
        found: dict[tuple[int, int], dict[int, Option]] = {}
        for number, answers in self.reader.answers(at).items():
            form = self.index.forms[number]
            if self.gazetteer.entities[form.entity].kind == "person":
                continue
            option, last = self._align(form, number, at, answers)
            if option is None:
                continue
            here = found.setdefault((self._with_article(form, at), last), {})
            if form.entity not in here or here[form.entity].score < option.score:
                here[form.entity] = option
        for (first, last), options in found.items():
            ranked = tuple(sorted(options.values(), key=lambda one: -one.score))
            yield self.reader.span(first, last, ("word",) * (last - first + 1), ranked)

    def _with_article(self, form: Form, at: int) -> int:
        """The first word of a name whose first word only joins: The Washington Post, with its capital The."""
        article = form.side.parts[0].text
        if at > 0 and is_glue(article) and self.words.joined(at) and self.words.words[at - 1].surface == article:
            return at - 1
        return at

    def _align(self, form: Form, number: int, at: int, answers: list[Answer]) -> tuple[Option | None, int]:
        parts = form.side.parts
        if len(parts) == 1:
            return self._align_one(form, at, answers), at
        taken = self._in_order(form, number, at)
        if taken is None and len(parts) == 2:
            taken = self._turned(form, number, at)
        if taken is None:
            return None, at
        last, said, stand = taken
        side = Side(" ".join(part.text for part in said), tuple(said))
        evidence = compare(side, form.side, "place")
        score = score_of(evidence)
        if score < THRESHOLD or self._is_a_phrase(form, at, last):
            return None, at
        weak = form.strength == "weak"
        return Option(form.entity, form, evidence, score, stand.case, stand.lang, weak=weak), last

    def _is_a_phrase(self, form: Form, first: int, last: int) -> bool:
        """Whether an ordinary phrase begins a sentence with its only capital: Наше мнение никто не спросил."""
        words = self.words.words
        return (
            self.gazetteer.entities[form.entity].is_common(self.words.lang)
            and words[first].starts_sentence
            and not any(word.capital for word in words[first + 1 : last + 1])
        )

    def _align_one(self, form: Form, at: int, answers: list[Answer]) -> Option | None:
        word = self.words.words[at]
        own = form.side.parts[0].text
        if form.strength == "acronym" or own.isupper():
            unlike = word.surface != own and not self._is_softened(own, at)
            if unlike or self._is_shouted_word(at) or not self.reader.is_at_home(form):
                return None
            answer = next((one for one in answers if one.relation == "same"), None)
        else:
            if word.all_capital and len(word.surface) < 4 and not own.isupper():
                return None
            answer = next((one for one in answers if self._is_plain(one, form, at)), None)
        if answer is None:
            return None
        entity = self.gazetteer.entities[form.entity]
        common = entity.is_common(self.words.lang)
        weak = form.strength == "weak"
        if (common or weak) and (word.starts_sentence or self._opens_a_quote(at)) and not self._is_quoted(at):
            return None
        if self._begins_a_name(at) or self._ends_a_name(at, bool(entity.fact("population"))):
            return None
        side = Side(word.surface, (Part(word.surface, "word", (answer.stand.form,)),))
        evidence = compare(side, form.side, "place")
        weak = weak or (common and entity.kind == "other") or needs_more(entity, self.words, at)
        stand = answer.stand
        return Option(form.entity, form, evidence, score_of(evidence), stand.case, stand.lang, weak=weak)

    def _is_plain(self, answer: Answer, form: Form, at: int) -> bool:
        """Whether a lone word answers the only word of ``form`` by its letters, or by an orthography of this text; an
        exonym only in its own language's texts, or a long one in Latin letters (Беларус is Bulgarian for a country, and
        Belarusian for a man)."""
        own, said = form.side.parts[0].text, answer.stand
        if said.case is not None and self.words.lang == "en" and not has_cyrillic(said.form):
            return False
        if said.case is not None and not has_cyrillic(said.form + own) and said.form.casefold() != own.casefold():
            return False  # a base that rules made is no spelling: Wałęsie is not of Wales
        if said.case is not None and form.lang.split("-")[0] != self.words.lang.split("-")[0] and answer.relation == "same":
            if said.form.casefold() != own.casefold() or self.gazetteer.entities[form.entity].fact("population"):
                return False  # a name of another language takes case endings on its own letters
        if answer.relation == "same":
            strange = len(own) > 6 and said.form.casefold() == own.casefold() and not has_cyrillic(own)
            return self.reader.is_at_home(form) or strange
        if answer.relation != "spelling" or min(len(own), len(said.form)) < 4 or has_cyrillic(said.form):
            return False  # a Cyrillic text spells what it names; only Latin has many ways to
        if self.words.is_ordinary(at) or is_given(said.form, self.words.lang):
            return False
        named = self.gazetteer.entities[form.entity].canonical(self.words.lang)
        if said.case is not None and named is not None and not has_cyrillic(named):
            return False  # the language has a name of its own for it, which is what it inflects
        readers = set(relate(said.form, own, "", form.lang).left)
        if readers & self.reader.own:
            return True
        if min(len(own), len(said.form)) < 5:
            return False
        return bool(self.reader.allowed & readers) and self.gazetteer.looks_like(said.form, form.entity)

    def _opens_a_quote(self, at: int) -> bool:
        return self.words.before(at) in _OPENING

    def _is_quoted(self, at: int) -> bool:
        """Whether quotation marks stand around a lone word."""
        token, text = self.words.words[at].token, self.words.text
        return self.words.before(at) in _OPENING and text[token.end : token.end + 1] in _CLOSING

    def _begins_a_name(self, at: int) -> bool:
        """Whether a lone word is a given name before a surname nobody knows: Paris Hilton, Милан Ђурић; one that sounds so,
        at a sentence's start only."""
        words, after = self.words, at + 1
        return (
            (words.words[at].starts_sentence or self._is_given_here(at))
            and after < len(words.words)
            and words.joined(after)
            and words.words[after].capital
            and not self.reader.is_loud(at)
            and not words.is_ordinary(after)
            and not self.reader.explains_itself(after)
            and (is_given(words.words[at].surface, words.lang) or words.words[after].surface.istitle())
        )

    def _is_softened(self, acronym: str, at: int) -> bool:
        """Whether word ``at`` is a long acronym written as a word, with one capital: Nato."""
        surface = self.words.words[at].surface
        return len(acronym) >= _SOFTENED and surface == acronym.capitalize() and not self.words.has(surface.lower())

    def _ends_a_name(self, at: int, doubtful: bool) -> bool:
        """Whether a given name stands before a lone word, or before a doubtful one a word in mid-sentence that may be one:
        then it is a surname."""
        words, before = self.words, at - 1
        if doubtful and words.hyphened(at) and words.words[before].capital and not self.reader.explains_itself(before):
            return True
        if not words.joined(at) or not words.words[before].capital or words.is_ordinary(before) or words.words[before].all_capital:
            return False
        surface = words.words[before].surface
        if has_cyrillic(surface) != has_cyrillic(words.words[at].surface) or cues_of(words.lang).titles.has(surface.lower()):
            return False
        if given_strength(surface, words.lang) == GIVEN and not words.words[before].starts_sentence:
            return True
        return doubtful and not words.words[before].starts_sentence and not self.reader.is_loud(at) and not self.reader.explains_itself(before)

    def _is_given_here(self, at: int) -> bool:
        """Whether a word in mid-sentence is a given name by its letters, and no preposition of places stands before it."""
        before = self.words.words[at - 1].surface.lower()
        return given_strength(self.words.words[at].surface, self.words.lang) == GIVEN and not cues_of(self.words.lang).prepositions.has(before)

    def _is_shouted_word(self, at: int) -> bool:
        """Whether an all-capital word may be an ordinary word in an all-capital line (TELL US)."""
        words = self.words.words
        beside = [words[i] for i in (at - 1, at + 1) if 0 <= i < len(words) and "\n" not in words[max(i, at)].gap]
        shouted = all(word.all_capital for word in beside) and any(len(word.surface) > 3 for word in beside)
        return shouted and _is_small_word(words[at].surface.lower(), self.words.lang)

    def _in_order(self, form: Form, number: int, at: int) -> tuple[int, list[Part], Stand] | None:
        """The form's words one after another from word ``at``; small joining words may be left out, one longer word
        of three may be misspelt."""
        entity = self.gazetteer.entities[form.entity]
        place = at
        said: list[Part] = []
        slips = 0
        head: Stand | None = None
        parts = form.side.parts
        content = sum(not is_glue(part.text) for part in parts)
        if content == 1 and is_glue(parts[0].text) and self._with_article(form, at) == at:
            return None
        for number_of_part, part in enumerate(parts):
            if place >= len(self.words.words) or (said and not self._continues(place, form, number_of_part)):
                return None
            word = self.words.words[place]
            glue = is_glue(part.text)
            if glue and not said:
                continue
            if glue:
                if fold(word.surface) == fold(part.text):
                    said.append(Part(word.surface, "word", (word.surface,)))
                    place += 1
                elif number_of_part and (content == 1 or number_of_part == len(parts) - 1):
                    return None
                continue
            capital = form.capitals[number_of_part]
            if capital and not (word.capital or word.surface.isdigit()):
                return None
            if entity.is_common(self.words.lang) and word.capital != capital and not word.all_capital:
                return None
            answer = next((one for one in self.reader.answers(place).get(number, ()) if one.part == number_of_part), None)
            if answer is not None and form.strength == "acronym" and word.surface != part.text:
                return None
            if answer is None:
                slip = relate(word.surface, part.text, "", form.lang)
                if slips or content < 3 or slip.kind != "typo" or len(word.surface) < _TYPO_LENGTH:
                    return None
                slips += 1
                said.append(Part(word.surface, "word", (word.surface,)))
            else:
                said.append(Part(word.surface, "word", (answer.stand.form,)))
                if head is None or head.case is None:
                    head = answer.stand
            place += 1
        return (place - 1, said, head or Stand(said[0].text)) if said else None

    def _turned(self, form: Form, number: int, at: int) -> tuple[int, list[Part], Stand] | None:
        """A name of two words in the other order (State Union), both capitalised and both agreeing by letters."""
        after = at + 1
        words = self.words.words
        if after >= len(words) or not self._continues(after, form, 1) or not (words[at].capital and words[after].capital):
            return None
        if self.gazetteer.entities[form.entity].is_common(self.words.lang):
            return None
        for place, part in ((at, 1), (after, 0)):
            if not any(one.part == part and one.relation == "same" for one in self.reader.answers(place).get(number, ())):
                return None
        said = [Part(words[place].surface, "word", (words[place].surface,)) for place in (at, after)]
        return after, said, Stand(said[0].text)

    def _continues(self, at: int, form: Form, part: int) -> bool:
        """Whether word ``at`` follows the one before as ``part`` of ``form`` follows its own. A hyphen parts a town
        (Янаў-Палескі) from a man (Янаў Палескі); in longer names it may be a space."""
        gap, own = self.words.words[at].gap, _gap_before(form.text, part)
        if gap == own:
            return True
        hyphened = own == "-"
        if gap == "-" or self.words.joined(at):
            return hyphened == (gap == "-") or len(form.side.parts) > 2
        if _BRACKETED.fullmatch(gap):
            return True
        return bool(_DOTTED.fullmatch(gap)) and "." in form.text


@lru_cache(4096)
def _gap_before(text: str, part: int) -> str:
    found = tokens(text)
    return text[found[part - 1].end : found[part].start] if 0 < part < len(found) else ""


def _is_small_word(word: str, lang: str) -> bool:
    profile = languages().get(lang) or languages()["en"]
    return word in profile.words
