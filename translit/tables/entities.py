"""Entity tables: canonical people, places, organisations and others, with their names by language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ..errors import TableError, UnknownKindError
from ..text import script_of
from .files import read_toml, read_tsv, root, shown

KINDS = ("person", "place", "organisation", "other")
_FOLDERS = {"people": "person", "places": "place", "organisations": "organisation", "other": "other"}
_PREFIXES = {"person": "person/", "place": "place/", "organisation": "org/", "other": "other/"}
_KINDS_SAID = {"org": "organisation", "organization": "organisation", "any": "any"} | {kind: kind for kind in KINDS}

_SUFFIXES = (".toml", ".tsv")
_EAST_SLAVIC = frozenset(("be", "ru", "uk"))
_LANG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*\Z")
_BY_LANG = ("acronyms", "former", "weak")
FIELDS = {
    "id": ("all", "text", "who is meant, for good: `person/…`, `place/…`, `org/…` or `other/…` in plain Latin letters"),
    "native": ("all", "language", "the language of its native name"),
    "source": ("all", "text", "where the row was read: an address, a data-set id (`geonames:625144`), or `general knowledge`"),
    "gender": ("people", "`m` or `f`", "decides endings, and keeps husband and wife apart"),
    "bare": ("people", "true", "the surname alone means this person; one row a surname"),
    "order": ("people", "`family-first`", "the family name stands first, as the row writes it (Xi Jinping)"),
    "patronymic": ("people", "text by language", "the patronymic, which the names leave out"),
    "type": ("places, organisations, others", "text", "city, town, village, region, country, river, ministry, party, …"),
    "country": ("all", "ISO 3166 code", "the country it belongs to: `BY`"),
    "population": ("places", "number", "how many live there: of places with one name the bigger is meant, and the name of a very small one alone proves nothing in a text"),
    "region": ("places", "id", "the row of the region it lies in; a text that names the region may mean its villages"),
    "acronyms": ("organisations, others", "names by language", "short forms in capitals; found only as they stand, in texts of their language"),
    "former": ("all", "names by language", "names it had, and names no longer written"),
    "weak": ("all", "names by language", "names too ambiguous to stand alone: they count where a fuller name stands in the text"),
    "common": ("all", "true, or languages", "the name is also an ordinary word, or of many: it needs evidence"),
    "ids": ("all", "text by data set", "the same thing elsewhere: `wikidata`, `geonames`; only certain ones"),
    "reads": ("all", "names", "spellings that must lead to the row; tests, not names"),
    "rejects": ("all", "names", "spellings that must not lead to it; tests, not names"),
    "note": ("all", "text", "for whoever reads the table next"),
}  # fmt: skip
_NUMBERS, _LISTS = ("population",), ("reads", "rejects")


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
        """A further fact: ``gender``, ``bare``, ``order``, ``type``, ``country``, ``population``, ``region``, ``common``;
        with ``lang`` one of ``patronymic``, ``acronyms``, ``former``, ``weak``."""
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


@cache
def reviewed_entities() -> tuple[Entity, ...]:
    """Those of the shipped entities that people wrote (TOML); the others are made from data sets, by our rules in part."""
    return tuple(read_entities(sorted((root() / "entities").rglob("*.toml"))))


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
        return sorted(file for file in folder.rglob("*") if file.suffix in _SUFFIXES)
    if not path.exists():
        raise TableError(shown(path), problem="no such file or folder")
    if path.suffix not in _SUFFIXES:
        raise TableError(shown(path), problem="is no .toml or .tsv file; entity tables are TOML with [[entity]] rows, or TSV")
    return [path]


def _read_file(path: Path) -> Iterator[Entity]:
    if path.suffix == ".tsv":
        for cells in read_tsv(path):
            yield entity_of(_row_of(cells, shown(path)), shown(path))
        return
    raw = read_toml(path)
    unknown = raw.keys() - {"entity"}
    if unknown:
        raise TableError(shown(path), ", ".join(sorted(unknown)), "unknown; an entity table has [[entity]] rows")
    rows = raw.get("entity", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise TableError(shown(path), "entity", "must be [[entity]] rows")
    for row in rows:
        yield entity_of(row, shown(path))


def _row_of(cells: dict[str, str], where: str) -> dict:
    """A TSV row as the TOML row it stands for: an empty cell is left out, names are parted by semicolons, a column
    ``ids.geonames`` or ``acronyms.en`` is a key of that field."""
    row: dict = {}
    for column, cell in cells.items():
        if not cell.strip():
            continue
        field_, _, key = column.partition(".")
        value: object = cell.strip()
        if field_ in _NUMBERS:
            if not cell.strip().isdecimal():
                raise TableError(where, cells.get("id", ""), f"{column} is a number, not {cell!r}")
            value = int(cell)
        elif field_ in ("bare", "common") and value in ("true", "false"):
            value = value == "true"
        elif field_ in (*_LISTS, *_BY_LANG, "common") or field_ not in FIELDS:
            value = [form.strip() for form in cell.split(";")]
        if key:
            row.setdefault(field_, {})[key] = value
        else:
            row[column] = value
    return row


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
        if key in FIELDS:
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
    facts = {key: row[key] for key in row.keys() & (FIELDS.keys() - {"id", "native", "source", "ids"})}
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
