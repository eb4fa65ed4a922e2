"""Given names in bulk: those in use by country, and the groups made by rule from open data.

They stand behind the reviewed rows: what a reviewed row has is not read here again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..errors import TableError
from .files import read_toml, read_tsv, root, shown
from .names import LANGUAGES, ROSTER, GivenName, given_names


@dataclass(frozen=True, slots=True)
class OpenName:
    """Spellings that are one given name, made by rule: lower case, without a language. Its id is a reviewed row's where
    they join that; ``gender`` is mf where no rule tells it."""

    id: str
    gender: str
    forms: tuple[str, ...]
    source: str


@cache
def roster_names() -> tuple[GivenName, ...]:
    """A name of its own for each of ``names/given/roster.toml`` that no reviewed row has in that gender.

    >>> next((name.gender, name.forms) for name in roster_names() if name.id == "vytas-m")
    ('m', {'lt': ('Vytas',)})
    """
    path = root() / "names" / "given" / f"{ROSTER}.toml"
    known: dict[str, str] = {}
    for name in given_names():
        for forms in name.forms.values():
            for form in forms:
                known[form.casefold()] = known.get(form.casefold(), "") + name.gender
    found: dict[str, tuple[str, str, dict[str, tuple[str, ...]], str]] = {}
    for number, row in enumerate(read_toml(path).get("roster", []), 1):
        langs, gender, names = row.get("langs", []), row.get("gender"), row.get("names", [])
        if not langs or not set(langs) <= LANGUAGES or gender not in ("m", "f") or not names or not row.get("source"):
            raise TableError(shown(path), f"roster {number}", "needs langs, gender (m or f), names and source")
        for name in names:
            if gender not in known.get(name.casefold(), ""):
                frequency = row.get("frequency", "common")
                _, _, forms, _ = found.setdefault(f"{name.casefold()}-{gender}", (gender, frequency, {}, row["source"]))
                for lang in langs:
                    forms[lang] = (name,)
    return tuple(
        GivenName(name_id, gender, frequency, forms, {}, {}, False, source, (), (), shown(path))
        for name_id, (gender, frequency, forms, source) in found.items()
    )


@cache
def names_apart() -> frozenset[str]:
    """The ids of ``names/given/world.tsv``, in which two names near each other stand in two rows."""
    return frozenset(row["id"] for row in read_tsv(root() / "names" / "given" / "world.tsv"))


@cache
def open_names() -> tuple[OpenName, ...]:
    """The groups of ``names/given/open.tsv``, and of ``world.tsv``."""
    return tuple(
        OpenName(row["id"], row["gender"], tuple(row["forms"].split()), row["source"])
        for file in ("open", "world")
        for row in read_tsv(root() / "names" / "given" / f"{file}.tsv")
    )
