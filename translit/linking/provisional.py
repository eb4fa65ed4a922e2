"""Provisional entities: every name of a text that no table knows, all its forms as one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..mentions import Surroundings, stands_of
from ..names import base_form, given_groups, parse_name
from ..romanization import romanize
from ..scoring import initial_agrees
from ..tables.entities import Entity
from ..tables.inflection import inflection_of
from ..text import clean, fold

SOURCE = "this text"
_MOST_BASES = 5
_LEAST_NOMINATIVE = 0.15
_START = 3

Forms = tuple[frozenset[str], ...]


@dataclass(slots=True)
class Name:
    """One name of a text in its place: words ``first`` to ``last``, the role of each, its base form and case."""

    first: int
    last: int
    roles: tuple[str, ...]
    text: str
    base: str
    case: str | None
    given: Forms = ()
    initials: tuple[str, ...] = ()
    patronymic: Forms = ()
    family: Forms = ()
    family_base: str = ""
    gender: str | None = None


@dataclass(slots=True)
class Bearer:
    """Whoever or whatever one or more names of a text mean."""

    kind: str
    names: list[Name] = field(default_factory=list)
    entity: Entity | None = None

    @property
    def gender(self) -> str | None:
        """The gender that its names tell, when they agree."""
        told = {name.gender for name in self.names if name.gender}
        return told.pop() if len(told) == 1 else None

    @property
    def best(self) -> Name:
        """The name that says most, in its base form where the text has it so."""
        return max(self.names, key=lambda name: (len(name.given), len(name.patronymic), len(name.initials), name.case is None))

    @property
    def family_bases(self) -> set[str]:
        """The base forms of its family name, folded."""
        return {fold(name.family_base).lower() for name in self.names if name.family_base}


def read_person(around: Surroundings, first: int, last: int, roles: tuple[str, ...]) -> Name:
    """The name of a person at words ``first`` to ``last``."""
    words = around.words
    text = " ".join(words.text[words.words[first].token.start : words.words[last].token.end].split())
    base, case = base_of(text, around.lang, roles)
    given, patronymic, family, initials = [], [], [], []
    for at, role in zip(range(first, last + 1), roles, strict=True):
        surface = words.words[at].surface
        if role == "initial":
            initials.append(surface)
        elif role == "given":
            given.append(forms_of(surface, around.lang))
        elif role == "patronymic":
            patronymic.append(forms_of(surface, around.lang))
        elif role == "family":
            family.append(forms_of(surface, around.lang))
    pieces = _pieces(base)
    family_base = "-".join(piece for piece, role in zip(pieces, roles, strict=True) if role == "family") if len(pieces) == len(roles) else ""
    gender = parse_name(base).gender if len(roles) > 1 else None
    return Name(first, last, roles, text, base, case, tuple(given), tuple(initials), tuple(patronymic), tuple(family), family_base, gender)


def read_thing(around: Surroundings, first: int, last: int) -> Name:
    """The name of a place or an organisation at words ``first`` to ``last``."""
    words = around.words
    text = " ".join(words.text[words.words[first].token.start : words.words[last].token.end].split())
    base, case = base_of(text, around.lang)
    family = tuple(forms_of(words.words[at].surface, around.lang) for at in range(first, last + 1))
    return Name(first, last, ("word",) * (last - first + 1), text, base, case, family=family, family_base=base)


def base_of(text: str, lang: str, roles: tuple[str, ...] = ()) -> tuple[str, str | None]:
    """A name in its base form, and the case the text has it in (None for the base form).

    Of a person's, the likeliest base whose given name is one we know, where some are.
    """
    if inflection_of(lang) is None:
        return text, None
    found = base_form(text, lang=lang, n=_MOST_BASES)
    if "given" in roles:
        found = [one for one in found if _has_known_given(one.base, roles)] or found
    if not found or found[0].case == "nom":
        return text, None
    if not roles and any(one.case == "nom" and one.score >= _LEAST_NOMINATIVE for one in found):
        return text, None  # what type words stand before is often in the base form: у вёсцы Дуброва
    return found[0].base, found[0].case


def _has_known_given(base: str, roles: tuple[str, ...]) -> bool:
    pieces = _pieces(base)
    return len(pieces) == len(roles) and all(
        bool(given_groups(piece)) for piece, role in zip(pieces, roles, strict=True) if role == "given"
    )


def _pieces(base: str) -> list[str]:
    return [piece for piece in re.split(r"[\s-]+", base.replace(".", " ")) if piece]


def forms_of(surface: str, lang: str) -> frozenset[str]:
    """What a word may stand for, itself included, folded and in lower case."""
    return frozenset(fold(stand.form).lower() for stand in stands_of(clean(surface), lang))


def is_same_person(name: Name, bearer: Bearer) -> bool:
    """Whether a name with a given name, initials or a patronymic is one of ``bearer``'s: no part speaks against it."""
    return all(_agree(name, other) for other in bearer.names) and any(share(name.family, other.family) for other in bearer.names)


def _agree(one: Name, other: Name) -> bool:
    if not share(one.family, other.family):
        return False
    if one.gender and other.gender and one.gender != other.gender:
        return False
    if one.given and other.given:
        if not _same_given(one, other):
            return False
    elif one.given and other.initials or other.given and one.initials:
        named, short = (one, other) if one.given else (other, one)
        if not initial_agrees(short.initials[0], _first_words(named)):
            return False
    elif one.initials and other.initials and fold(one.initials[0]) != fold(other.initials[0]):
        return False
    if len(one.initials) > 1 and len(other.initials) > 1 and fold(one.initials[1]) != fold(other.initials[1]):
        return False
    return not (one.patronymic and other.patronymic) or share(one.patronymic, other.patronymic)


def _first_words(name: Name) -> tuple[str, ...]:
    return tuple(word for forms in (*name.given, *name.patronymic) for word in forms)


def _same_given(one: Name, other: Name) -> bool:
    if share(one.given, other.given):
        return True
    left = {match.id for form in one.given[0] for match in given_groups(form)}
    return not left.isdisjoint(match.id for form in other.given[0] for match in given_groups(form))


def share(one: Forms, other: Forms) -> bool:
    """Whether two runs of words can be one: the shorter is the beginning or the end of the longer, word for word."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if not short:
        return False
    size = len(short)
    return any(all(not left.isdisjoint(right) for left, right in zip(short, part, strict=True)) for part in (long[:size], long[-size:]))


class Register:
    """The provisional entities of one text."""

    def __init__(self, lang: str):
        self.lang = lang
        self.bearers: list[Bearer] = []
        self._ids: set[str] = set()
        self._by_form: dict[str, dict[int, Bearer]] = {}
        self._by_start: dict[str, dict[int, Bearer]] = {}

    def add(self, name: Name, kind: str) -> Bearer:
        """The bearer of a full name: one known by an agreeing name, else a new one."""
        for bearer in self.sharing(name, kind):
            if is_same_person(name, bearer) if kind == "person" else _is_same_thing(name, bearer):
                self.note(name, bearer)
                return bearer
        bearer = Bearer(kind)
        self.bearers.append(bearer)
        self.note(name, bearer)
        return bearer

    def note(self, name: Name, bearer: Bearer) -> None:
        """Take in one more name of a bearer."""
        bearer.names.append(name)
        for forms in name.family:
            for form in forms:
                self._by_form.setdefault(form, {})[id(bearer)] = bearer
        if bearer.kind == "person":
            self._by_start.setdefault(fold(name.family_base).lower()[:_START], {})[id(bearer)] = bearer

    def sharing(self, name: Name, kind: str) -> list[Bearer]:
        """The bearers of a kind that share a form of a word with a name, in the order of the text."""
        found = {key: one for forms in name.family for form in forms for key, one in self._by_form.get(form, {}).items()}
        return sorted((one for one in found.values() if one.kind == kind), key=lambda one: one.names[0].first)

    def beginning_like(self, word: str) -> list[Bearer]:
        """The people whose surname begins as ``word`` (folded, lower case) does."""
        return list(self._by_start.get(word[:_START], {}).values())

    def close(self) -> None:
        """Give every bearer its entity, now that all its names are known."""
        for bearer in self.bearers:
            name = self._name_of(bearer)
            facts = {"gender": bearer.gender} if bearer.gender else {}
            bearer.entity = Entity(self._id(name), bearer.kind, self.lang, {self.lang: (name,)}, {}, SOURCE, facts)

    def _name_of(self, bearer: Bearer) -> str:
        """The base form that most names of a bearer have, among those that say most."""
        most = bearer.best
        full = [name for name in bearer.names if len(name.roles) == len(most.roles)]
        plain = [name for name in full if name.case is None]
        bases = [name.base for name in plain or full]
        return max(bases, key=lambda base: (bases.count(base), -bases.index(base)))

    def _id(self, name: str) -> str:
        slug = re.sub(r"[^a-z0-9]+", "-", fold(romanize(name)).lower()).strip("-") or "name"
        made, number = f"unknown/{slug}", 2
        while made in self._ids:
            made, number = f"unknown/{slug}-{number}", number + 1
        self._ids.add(made)
        return made


def _is_same_thing(name: Name, bearer: Bearer) -> bool:
    return any(len(name.family) == len(other.family) and share(name.family, other.family) for other in bearer.names)
