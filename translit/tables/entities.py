"""Entity tables: canonical people, places, organisations and others, with their names by language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ..errors import TableError, UnknownKindError
from ..text import script_of
from .files import read_toml, root, shown

KINDS = ("person", "place", "organisation", "other")
_FOLDERS = {"people": "person", "places": "place", "organisations": "organisation", "other": "other"}
_PREFIXES = {"person": "person/", "place": "place/", "organisation": "org/", "other": "other/"}
_KINDS_SAID = {"org": "organisation", "organization": "organisation", "any": "any"} | {kind: kind for kind in KINDS}

_EAST_SLAVIC = frozenset(("be", "ru", "uk"))
_LANG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*\Z")
_BY_LANG = ("acronyms", "former", "weak")
_FIELDS = {
    "id", "native", "gender", "bare", "order", "type", "country", "patronymic", "ids", "source", "reads", "rejects",
    "common", "note", *_BY_LANG,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entity:
    """One row: who or what is meant, however it is spelled.

    ``names`` maps a BCP 47 language to (canonical, alias, …); ``ids`` holds Wikidata, GeoNames, …. What else the row
    says (gender, patronymic, acronyms, former and weak names, …) is in ``facts``.

    >>> Entity("place/minsk", "place", "be", {"be": ("Мінск",)}, {}, "geonames:625144").canonical("be")
    'Мінск'
    """

    id: str
    kind: str
    native: str
    names: dict[str, tuple[str, ...]]
    ids: dict[str, str] = field(default_factory=dict)
    source: str = ""
    facts: dict[str, object] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash(self.id)

    def canonical(self, lang: str) -> str | None:
        """The canonical name in ``lang``, else in its base language (``be-tarask`` → ``be``); None without one."""
        for code in (lang, lang.split("-")[0]):
            if self.names.get(code):
                return self.names[code][0]
        return None

    def is_common(self, lang: str) -> bool:
        """Whether its name is an ordinary word or phrase in ``lang`` (the row's ``common``: true, or languages); in an
        unknown language (``und``), whether it is one anywhere. Belarusian, Russian and Ukrainian count as one: a few
        words tell them apart too badly."""
        common = self.facts.get("common", False)
        if isinstance(common, bool):
            return common
        own = lang.split("-")[0]
        return lang == "und" or own in common or (own in _EAST_SLAVIC and not _EAST_SLAVIC.isdisjoint(common))

    def fact(self, name: str, lang: str | None = None) -> tuple[str, ...] | str | bool | None:
        """A further fact: ``gender``, ``bare``, ``order``, ``type``, ``country``, ``common``; with ``lang`` one of
        ``patronymic``, ``acronyms``, ``former``, ``weak``."""
        value = self.facts.get(name)
        if lang is not None:
            return value.get(lang) if isinstance(value, dict) else None
        return value


def kind_named(kind: str) -> str:
    """The kind as this library writes it: ``org`` and ``organization`` are ``organisation``.

    Raises UnknownKindError.
    """
    if kind not in _KINDS_SAID:
        raise UnknownKindError(kind)
    return _KINDS_SAID[kind]


@cache
def shipped_entities() -> tuple[Entity, ...]:
    """The entities of the tables that ship."""
    return tuple(read_entities([root() / "entities"]))


def read_entities(paths: Iterable[Path]) -> list[Entity]:
    """The entities of files and folders, in order; a row of a later path replaces the row with its id.

    A folder is read whole; a file's kind comes from its rows' ids. Raises TableError with file, entry and problem.
    """
    found: dict[str, Entity] = {}
    for path in paths:
        here: dict[str, Path] = {}
        for file in _files(Path(path)):
            for entity in _read_file(file):
                if entity.id in here:
                    raise TableError(shown(file), entity.id, f"stands in {shown(here[entity.id])} already")
                here[entity.id] = file
                found[entity.id] = entity
    return list(found.values())


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        entities = path / "entities"
        folder = entities if entities.is_dir() else path
        return sorted(folder.rglob("*.toml"))
    if not path.exists():
        raise TableError(shown(path), problem="no such file or folder")
    if path.suffix != ".toml":
        raise TableError(shown(path), problem="is no .toml file; entity tables are TOML with [[entity]] rows")
    return [path]


def _read_file(path: Path) -> Iterator[Entity]:
    raw = read_toml(path)
    unknown = raw.keys() - {"entity"}
    if unknown:
        raise TableError(shown(path), ", ".join(sorted(unknown)), "unknown; an entity table has [[entity]] rows")
    rows = raw.get("entity", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise TableError(shown(path), "entity", "must be [[entity]] rows")
    for row in rows:
        yield entity_of(row, shown(path))


def entity_of(row: dict, where: str) -> Entity:
    """A parsed row as an Entity; raises TableError for what it lacks or must not have."""
    entry = str(row.get("id", row))[:80]

    def fail(problem: str) -> TableError:
        return TableError(where, entry, problem)

    kind = next((kind for kind, prefix in _PREFIXES.items() if entry.startswith(prefix)), None)
    if kind is None or "id" not in row:
        raise fail("needs an id that starts with person/, place/, org/ or other/")
    names: dict[str, tuple[str, ...]] = {}
    for key, value in row.items():
        if key in _FIELDS:
            continue
        if not _LANG.match(key):
            raise fail(f"unknown field {key!r}")
        names[key] = _forms(value, key, fail)
    if not names:
        raise fail("has no name in any language")
    native = row.get("native")
    if native is None:
        raise fail("needs native, the language of its native name")
    if not row.get("source"):
        raise fail("needs a source")
    facts = {key: row[key] for key in row.keys() & (_FIELDS - {"id", "native", "source", "ids"})}
    for key in _BY_LANG:
        if key in facts:
            facts[key] = {lang: _forms(value, f"{key}.{lang}", fail) for lang, value in facts[key].items()}
    if facts.get("gender", "m") not in ("m", "f"):
        raise fail("gender is m or f")
    ids = {key: str(value) for key, value in row.get("ids", {}).items()}
    return Entity(row["id"], kind, native, names, ids, row["source"], facts)


def _forms(value: object, key: str, fail) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(form, str) and form.strip() for form in value):
        raise fail(f"{key} must be a list of names")
    for form in value:
        for word in form.replace("-", " ").split():
            if {"Latn", "Cyrl"} <= {script_of(char) for char in word if char.isalpha()}:
                raise fail(f"{key}: {form!r} mixes Latin and Cyrillic letters in one word")
    if len(set(value)) != len(value):
        raise fail(f"{key}: a name is listed twice")
    return tuple(value)
