"""Rewriting mentions in one house style: the right name for a target, in the shape the text has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from ..detection import detect
from ..errors import InputError, UnknownLanguageError, UnknownSchemeError
from ..gazetteer import Form, Gazetteer
from ..mentions import Option, Words, stands_of
from ..names import inflect
from ..romanization import romanize
from ..spellings import canonical_of
from ..tables.entities import Entity
from ..tables.languages import languages
from ..tables.rules import Scheme, scheme, scheme_aliases, scheme_paths
from ..text import APOSTROPHES, fold, has_cyrillic, tokens
from .decide import Decision, outside

KEEP, BASE = "keep", "base"
_SIGNS = ("’", "'", "ʹ", "´", "”", '"', "ʺ")


@dataclass(slots=True)
class Target:
    """What ``normalize`` writes: a language's canonical names, or a scheme's romanization of native ones."""

    to: str
    inflect: str
    gazetteer: Gazetteer
    scheme: Scheme | None = None
    lang: str = ""

    def __post_init__(self) -> None:
        if self.inflect not in (KEEP, BASE):
            raise InputError(f"inflect={self.inflect!r}: use keep or base")
        known = self.gazetteer.languages
        if self.to in known:
            self.lang = self.to
            return
        try:
            self.scheme = scheme(self.to)
        except UnknownSchemeError:
            raise UnknownLanguageError(self.to, [*known, *scheme_paths(), *scheme_aliases()]) from None

    def house_scheme(self, entity: Entity) -> str | None:
        """The scheme that writes ``entity``'s native name: this one, or its sibling for the native language."""
        native = entity.native.split("-")[0]
        if native == self.scheme.lang:
            return self.scheme.id
        return self.scheme.siblings.get(native)


@dataclass(frozen=True, slots=True)
class Written:
    """A target name: its text, and for people its parts by role; ``lang`` when its words can be inflected."""

    text: str
    parts: tuple[tuple[str, str], ...]
    lang: str | None

    def of(self, role: str) -> list[str]:
        """The words of one role, in order."""
        return [word for word, own in self.parts if own == role]


def rewrite(words: Words, decisions: list[Decision], target: Target) -> str:
    """The text with every decided mention written as ``target`` has it."""
    pieces, end = [], 0
    for decision, new in replacements(words, decisions, target):
        pieces += [words.text[end : decision.span.start], new]
        end = decision.span.end
    return "".join([*pieces, words.text[end:]])


def replacements(words: Words, decisions: list[Decision], target: Target) -> Iterator[tuple[Decision, str]]:
    """Every decided mention in order, with what ``target`` writes in its place."""
    return _Rewriter(words, decisions, target).replacements()


class _Rewriter:
    def __init__(self, words: Words, decisions: list[Decision], target: Target):
        self.words, self.decisions, self.target = words, decisions, target

    @cached_property
    def outside(self) -> str:
        """The language of what stands outside the mentions (English where Latin letters do not tell); empty where
        nothing but names stands."""
        rest = outside(self.words.text, self.decisions)
        if not any(len(word) > 1 for word in "".join(char if char.isalpha() else " " for char in rest).split()):
            return ""
        if self.words.lang == "und":  # a few Latin words tell no language
            return detect(rest).lang if has_cyrillic(rest) else "en"
        return self.words.lang

    def replacements(self) -> Iterator[tuple[Decision, str]]:
        text, glued = self.words.text, self._glued()
        for decision in self.decisions:
            if decision.option is None:
                continue
            span = decision.span
            surface = text[span.start : span.end]
            new = self._mention(decision, decision.option, surface)
            if has_cyrillic(new) and span.start in glued:
                new = surface  # in Cyrillic the apostrophe would make one word of two mentions
            end = span.end
            if new[-1:] in _SIGNS and text[end : end + 1] == new[-1:] and not text[end + 1 : end + 2].isalpha():
                new = new[:-1]  # the sign is there already: a romanized ь, or the quote that ends here
            yield decision, new

    def _glued(self) -> set[int]:
        """Where mentions begin that an apostrophe alone parts from another."""
        spans = [decision.span for decision in self.decisions if decision.option is not None]
        found = set()
        for one, other in zip(spans, spans[1:], strict=False):
            if one.end < other.start and self.words.text[one.end : other.start] in APOSTROPHES:
                found |= {one.start, other.start}
        return found

    def _mention(self, decision: Decision, option: Option, surface: str) -> str:
        entity = self.target.gazetteer.entities[option.entity]
        written = self._written(entity, option, surface)
        if written is None:
            return surface
        if entity.kind == "person" and written.parts:
            return self._person(decision, option, surface, written)
        return self._words(decision, option, surface, written)

    # --------------------------------------------------------------- which name

    def _written(self, entity: Entity, option: Option, surface: str) -> Written | None:
        if self.target.scheme is None:
            return self._canonical(entity, option, self.target.lang, surface) or self._derived(entity, self.target.lang)
        house = self.target.house_scheme(entity)
        native = self._form(entity, entity.native)
        if house is not None and native is not None:
            parts = self._parts(entity, native)
            romanized = Written(romanize(native.text, house), tuple((romanize(word, house), role) for word, role in parts), None)
            if entity.kind == "person":
                return romanized
        else:
            romanized = None
        lang = self.outside
        if not lang and self._is_latin_canonical(entity, surface):
            return None
        if lang and self._is_latin(lang):
            canonical = self._canonical(entity, option, lang, surface)
            if canonical is not None:
                return canonical
        return romanized or self._canonical(entity, option, "en", surface)

    def _is_latin(self, lang: str) -> bool:
        profile = languages().get(lang)
        return profile is None or profile.script == "Latn"

    def _is_latin_canonical(self, entity: Entity, surface: str) -> bool:
        return any(names[0] == surface for names in entity.names.values() if not has_cyrillic(names[0]))

    def _canonical(self, entity: Entity, option: Option, lang: str, surface: str) -> Written | None:
        if option.form.strength == "acronym" or any(surface in some for some in (entity.fact("acronyms") or {}).values()):
            acronyms = entity.fact("acronyms", lang) or ()
            if surface in acronyms:
                return Written(surface, (), None)
            if acronyms:
                return Written(acronyms[0], (), None)
        form = self._form(entity, lang)
        if form is None:
            return None
        return Written(form.text, self._parts(entity, form) if entity.kind == "person" else (), form.lang)

    def _derived(self, entity: Entity, lang: str) -> Written | None:
        """The name that rules make for a language the row has none in."""
        text, native = canonical_of(entity, lang), self._form(entity, entity.native)
        if text is None or native is None:
            return None
        words = [token.surface for token in tokens(text)]
        roles = [part.role for part in native.side.parts if part.role != "patronymic"]
        if entity.kind != "person":
            return Written(text, (), lang)
        return Written(text, tuple(zip(words, roles, strict=True)), lang) if len(words) == len(roles) else None

    def _parts(self, entity: Entity, form: Form) -> tuple[tuple[str, str], ...]:
        """The parts of a person's name in one language, with a patronymic wherever one is known: of the table, built
        from it, or romanized for a language in Latin letters."""
        parts = tuple((part.text, part.role) for part in form.side.parts)
        if any(role == "patronymic" for _, role in parts) or not entity.fact("patronymic"):
            return parts
        lang, patronymic = next(iter(entity.fact("patronymic").items()))
        if has_cyrillic(form.text):
            return parts
        return (*parts, (romanize(patronymic, lang=lang), "patronymic"))

    def _form(self, entity: Entity, lang: str) -> Form | None:
        forms = self.target.gazetteer.forms(entity)
        for code in (lang, lang.split("-")[0]):
            for form in forms:
                if form.lang == code and form.strength == "canonical":
                    return form if code == lang or has_cyrillic(form.text) != self._is_latin(lang) else None
        return None

    # --------------------------------------------------------------- which shape

    def _keeps_case(self, option: Option, written: Written) -> bool:
        return (
            self.target.inflect == KEEP
            and option.case not in (None, "nom")
            and written.lang is not None
            and written.lang.split("-")[0] == option.lang.split("-")[0]
        )

    def _words(self, decision: Decision, option: Option, surface: str, written: Written) -> str:
        name = written.text
        if self._says(surface, name, option, written):
            return surface
        article, _, rest = name.partition(" ")
        if rest and article.lower() in _articles() and surface.partition(" ")[0] != article:
            name = rest
        if self._follows_article(decision) and option.form.strength == "alias" and len(name.split()) == 1:
            return surface
        if self._keeps_case(option, written):
            name = inflect(name, option.case, lang=written.lang)
        return self._with_capitals(name, surface) if option.form.strength != "acronym" else name

    def _says(self, surface: str, name: str, option: Option, written: Written) -> bool:
        """Whether the surface is the target name already, perhaps in a case."""
        if surface == name:
            return True
        if not (option.form.text == name and self._keeps_case(option, written)):
            return False
        return all(one.kind in ("word", "identical", "order") and "same:" in one.rule for one in option.evidence)

    def _follows_article(self, decision: Decision) -> bool:
        at = decision.span.first
        return self.words.joined(at) and self.words.words[at - 1].surface.lower() in _articles()

    def _person(self, decision: Decision, option: Option, surface: str, written: Written) -> str:
        span = decision.span
        gender = self.target.gazetteer.entities[option.entity].fact("gender")
        pieces: list[str] = []
        end = span.start
        given_words = [at for at in range(span.first, span.last + 1) if span.roles[at - span.first] == "given"]
        family_words = [at for at in range(span.first, span.last + 1) if span.roles[at - span.first] == "family"]
        initials = 0
        for at in range(span.first, span.last + 1):
            word, role = self.words.words[at], span.roles[at - span.first]
            gap = self.words.text[end : word.token.start]
            end = word.token.end
            if role == "initial":
                new = self._initial(written, initials + bool(given_words), word.surface)
                initials += 1
            elif role == "given":
                new = self._nth(written.of("given"), given_words.index(at), len(given_words), " ")
            elif role == "particle":
                new = word.surface if "particle" in dict(map(reversed, written.parts)) else None
            elif role == "family":
                new = self._nth(written.of("family"), family_words.index(at), len(family_words), self._family_joint(written))
            else:
                new = next(iter(written.of("patronymic")), None)
            if new is None:
                pieces.append(gap + word.surface)
            elif new == "":
                continue
            else:
                if role != "initial":
                    new = self._in_case(new, word.surface, option, written, gender)
                pieces.append(gap + self._with_capitals(new, word.surface))
        return "".join(pieces) + self.words.text[end : span.end]

    def _family_joint(self, written: Written) -> str:
        return "-" if "-" in written.text.split(" ")[-1] else " "

    def _nth(self, words: list[str], at: int, count: int, joint: str) -> str | None:
        """The target's words for word ``at`` of ``count`` of a role: one for one, else all for the first."""
        if not words:
            return None
        if len(words) == count:
            return words[at]
        return joint.join(words) if at == 0 else ""

    def _initial(self, written: Written, place: int, surface: str) -> str | None:
        """The initial for the ``place``-th name: of the given names, then of the patronymic; None keeps it."""
        names = written.of("given")[:1] + written.of("patronymic")[:1]
        if place >= len(names):
            return None
        if self.target.scheme is not None and not has_cyrillic(names[place]):
            # under a scheme one letter may become two (Ю → Yu): as many as the native letter makes
            native = self._native_initial(written, place)
            return native or names[place][0]
        return names[place][0]

    def _native_initial(self, written: Written, place: int) -> str | None:
        name = (written.of("given")[:1] + written.of("patronymic")[:1])[place]
        for length in (4, 3, 2):
            head = name[:length]
            if head.lower() in self._digraphs:
                return head
        return None

    @cached_property
    def _digraphs(self) -> frozenset[str]:
        """What one capital letter at a word's start becomes under the target's schemes, where it is several letters."""
        ids = [self.target.scheme.id, *self.target.scheme.siblings.values()] if self.target.scheme else []
        found = set()
        for scheme_id in ids:
            for letter in scheme(scheme_id).rules:
                if has_cyrillic(letter):
                    found.add(romanize(letter, scheme_id).lower())
        return frozenset(one for one in found if len(one) > 1 and one.isalpha())

    def _in_case(self, new: str, surface: str, option: Option, written: Written, gender: str | None) -> str:
        if option.case and self.words.lang == "en" and surface.endswith("s") and not has_cyrillic(new) and new != surface:
            return f"{new}s"  # a possessive without its apostrophe (Boltons visit) keeps its tail
        if not self._keeps_case(option, written):
            return new
        if any(fold(stand.form) == fold(new) and stand.case for stand in stands_of(surface, option.lang)):
            return surface
        return inflect(new, option.case, lang=written.lang, gender=gender)

    def _with_capitals(self, new: str, surface: str) -> str:
        letters = [char for char in surface if char.isalpha()]
        shouted = len(letters) > 1 and all(char == char.upper() != char.lower() for char in letters)
        return new.upper() if shouted and not new.isupper() else new


@cache
def _articles() -> frozenset[str]:
    """The articles of every language, lower case."""
    return frozenset(article for one in languages().values() for article in one.articles)
