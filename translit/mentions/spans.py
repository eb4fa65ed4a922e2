"""What the mention finder works on: one text's words, the parts of names each may answer, and spans of them."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from ..gazetteer import RULED, Form, Gazetteer
from ..scoring import Evidence
from ..tables.rules import orthographies
from ..text import has_cyrillic
from .settlements import needs_more
from .words import Stand, Words, is_given, stands_of

UNIVERSAL = frozenset(("latin", "scholarly", "be-latin", "be-latin-2023", "be-latin-u", "be-lacinka"))
_RELATIONS = ("same", "group", "spelling", "word", "law")


@dataclass(frozen=True, slots=True)
class Answer:
    """One word of a text answered by one part of a form; ``stand`` is the form of the word that agreed."""

    part: int
    relation: str
    stand: Stand


@dataclass(frozen=True, slots=True)
class Option:
    """An entity that a span may mean: its number, the nearest of its names, the evidence, the case found and the
    language that has it.

    ``bare`` marks a person's surname standing alone; ``weak`` a name that needs a fuller one in the document, be it a
    weak name of the tables or a spelling that proves nothing by itself.
    """

    entity: int
    form: Form
    evidence: tuple[Evidence, ...]
    score: float
    case: str | None
    lang: str = ""
    bare: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Words ``first`` to ``last`` (inclusive) of the text, at ``start`` to ``end``, and what they may mean.

    ``roles`` gives each word its part in a person's name (given, family, patronymic, initial), or ``word``.
    """

    start: int
    end: int
    first: int
    last: int
    roles: tuple[str, ...]
    options: tuple[Option, ...]


class Reader:
    """One text before a gazetteer: what its words may answer, and how much their neighbours tell."""

    def __init__(self, words: Words, gazetteer: Gazetteer):
        self.words = words
        self.gazetteer = gazetteer
        self.index = gazetteer.index
        self._answers: dict[int, dict[int, list[Answer]]] = {}
        lang = words.lang.split("-")[0]
        self.own = {one.id for one in orthographies().values() if one.lang == lang and lang != "en"}
        self.allowed = UNIVERSAL | self.own

    def is_embedded(self, at: int) -> bool:
        """Whether a word is a piece of a path, an address or an identifier."""
        text, token = self.words.text, self.words.words[at].token
        before, after = self.words.before(at), text[token.end : token.end + 1]
        return before in ("_", "\\", "@", "#") or after in ("_", "\\", "@") or before.isdigit() or after.isdigit()

    def answers(self, at: int) -> dict[int, list[Answer]]:
        """The parts of forms (by form) that word ``at`` agrees with, as itself or as a base of itself."""
        known = self._answers.get(at)
        if known is None:
            known = self._answers[at] = {}
            word = self.words.words[at]
            stands = stands_of(word.surface, self.words.lang) if word.capital or len(word.surface) > 4 else (Stand(word.surface),)
            for stand in stands:
                for hit in self.index.hits(stand.form):
                    known.setdefault(hit.form, []).append(Answer(hit.part, hit.relation, stand))
            for number, found in known.items():
                known[number] = _nearest(found)
        return known

    def is_at_home(self, form: Form) -> bool:
        """Whether a name of this language stands to reason in this text: its own language's, or one that press
        everywhere takes its spellings from."""
        return form.lang in RULED or self.words.lang in ("und", form.lang) or (
            form.lang.split("-")[0] == self.words.lang.split("-")[0]
        )

    def is_strangers(self, at: int, explained: Set[int]) -> bool:
        """Whether the words beside a bare surname make it somebody else's: another given name, a strange initial, or in
        mid-sentence a capitalised word that is no title. ``explained`` words belong to other names."""
        words = self.words
        before, after = at - 1, at + 1
        if at > 0 and before not in explained and self._is_of_one_script(before, at):
            beside = words.words[before]
            if words.after_initial(at) or (words.hyphened(at) and beside.capital and not self.explains_itself(before)):
                return True
            if words.joined(at) and beside.capital and not words.is_ordinary(before):
                if is_given(beside.surface, words.lang):
                    return True
                if not (beside.starts_sentence or self.explains_itself(before, ("word",)) or self.is_loud(at) or self._share_surname(before, at)):
                    return True
        if after < len(words.words) and after not in explained and words.joined(after) and words.words[after].capital:
            return not words.is_ordinary(after) and is_given(words.words[after].surface, words.lang)
        return False

    def _share_surname(self, one: int, other: int) -> bool:
        """Whether two words can be the surname of one person, in two spellings or one."""
        return not self.bearers(one, "family").isdisjoint(self.bearers(other, "family"))

    def bearers(self, at: int, role: str) -> set[int]:
        """The entities with a name in this role that word ``at`` agrees with."""
        found = ((self.index.forms[number], some) for number, some in self.answers(at).items())
        return {form.entity for form, some in found if any(form.side.parts[answer.part].role == role for answer in some)}

    def goes_on(self, span: Span, explained: Set[int]) -> bool:
        """Whether a person's full name goes on behind a hyphen with a surname that nothing explains, and so is another's."""
        after = span.last + 1
        if span.roles[-1] != "family" or span.first == span.last or after >= len(self.words.words) or after in explained:
            return False
        word = self.words.words[after]
        return self.words.hyphened(after) and word.capital and not word.all_capital and not self.explains_itself(after)

    def _is_of_one_script(self, one: int, other: int) -> bool:
        """Whether two words are written in one script: words of two scripts are no name together."""
        words = self.words.words
        return has_cyrillic(words[one].surface) == has_cyrillic(words[other].surface)

    def is_loud(self, at: int) -> bool:
        """Whether capitals tell nothing here: German nouns, headlines."""
        return self.words.lang == "de" or self.words.is_title_case(at)

    def explains_itself(self, at: int, roles: tuple[str, ...] = ("word", "family")) -> bool:
        """Whether a word is a name of its own: a place, an organisation, or another person's family name; not of a place
        whose name alone proves nothing."""
        for number, answers in self.answers(at).items():
            form = self.index.forms[number]
            if needs_more(self.gazetteer.entities[form.entity], self.words, at):
                continue
            for answer in answers:
                if form.side.parts[answer.part].role in roles and answer.relation in ("same", "spelling"):
                    return True
        return False

    def span(self, first: int, last: int, roles: tuple[str, ...], options: tuple[Option, ...]) -> Span:
        words, text = self.words.words, self.words.text
        start, end = words[first].token.start, words[last].token.end
        if "]" in text[start:end] and text[start - 1 : start] == "[":
            start -= 1
        if roles[-1] == "initial" and text[end : end + 1] == ".":
            end += 1
        longer = text[start : end + 1]
        if any(form.text == longer for option in options for form in self.gazetteer.forms_at(option.entity)):
            end += 1  # a name with its own full stop or exclamation mark
        return Span(start, end, first, last, roles, options)


def _nearest(answers: list[Answer]) -> list[Answer]:
    """The answers, nearest first; where the letters of a base agree, a mere likeness in sound is no answer."""
    exact = {answer.part for answer in answers if answer.relation == "same"}
    kept = [answer for answer in answers if answer.relation == "same" or answer.part not in exact]
    return sorted(kept, key=lambda answer: _RELATIONS.index(answer.relation))
