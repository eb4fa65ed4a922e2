"""Every name of every entity as a form: its words, their roles, and how strong a claim it makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..names import is_particle
from ..scoring import Part, Side
from ..tables.entities import Entity
from ..text import Token, tokens

STRENGTHS = ("canonical", "alias", "acronym", "former", "weak")
RULED = frozenset(("be", "be-tarask", "be-latn", "ru", "uk", "en"))


@dataclass(frozen=True, slots=True)
class Form:
    """One name of one entity: ``side`` is the name as scoring sees it, ``strength`` one of STRENGTHS.

    ``capitals`` tells for each word whether it begins with a capital. ``ruled`` names may be reached by rules;
    exonyms, translations and acronyms are found only as they stand.
    """

    entity: int
    lang: str
    strength: str
    side: Side
    capitals: tuple[bool, ...]
    ruled: bool = True

    @property
    def text(self) -> str:
        """The name as the table has it."""
        return self.side.text


def forms_of(entity: Entity, number: int) -> Iterator[Form]:
    """The forms of ``entity``, which stands at ``number`` of its gazetteer; the canonical ones first."""
    for lang, names in entity.names.items():
        for at, name in enumerate(names):
            yield _form(entity, number, lang, "canonical" if at == 0 else "alias", name)
    for strength, field in (("acronym", "acronyms"), ("former", "former"), ("weak", "weak")):
        for lang, names in (entity.fact(field) or {}).items():
            for name in names:
                yield _form(entity, number, lang, strength, name)


def _form(entity: Entity, number: int, lang: str, strength: str, name: str) -> Form:
    found = tokens(name)
    roles = person_roles(name, found, entity) if entity.kind == "person" else ["word"] * len(found)
    parts = [
        Part(token.surface, role, (token.surface,), lang)
        for token, role in zip(found, roles, strict=True)
    ]
    capitals = [token.surface[:1] != token.surface[:1].lower() or token.surface.isdigit() for token in found]
    patronymic = entity.fact("patronymic", lang)
    if entity.kind == "person" and patronymic:
        parts.append(Part(patronymic, "patronymic", (patronymic,), lang))
        capitals.append(True)
    side = Side(name, tuple(parts), entity.fact("gender"))
    ruled = strength != "acronym" and not (name.isupper() and len(found) == 1) and (lang in RULED or lang == entity.native or entity.kind == "person")
    return Form(number, lang, strength, side, tuple(capitals), ruled)


def person_roles(name: str, found: list[Token], entity: Entity) -> list[str]:
    """The role of each word of a person's listed name: given names first and the family name last, unless the row's
    ``order`` says otherwise; words joined by a hyphen share a role; particles (von der) stand apart, capitalised ones (Le Pen)
    belong to the family name."""
    if not found:
        return []
    groups: list[list[int]] = []
    for at, token in enumerate(found):
        if at and name[found[at - 1].end : token.start] == "-":
            groups[-1].append(at)
        else:
            groups.append([at])
    roles = ["given"] * len(found)
    family = groups[0] if entity.fact("order") == "family-first" else groups[-1]
    for at in family:
        roles[at] = "family"
    for at, token in enumerate(found):
        if roles[at] != "family" and is_particle(token.surface):
            roles[at] = "particle" if token.surface.islower() else "family"
    return roles
