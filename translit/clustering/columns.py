"""Records of any shape as columns: mappings, plain strings, tables of pandas, polars and PyArrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..errors import InputError, nearest
from ..text import clean, has_cyrillic
from .dates import READABLE, read_date

_LONGEST_CODE = 3


@dataclass(frozen=True, slots=True)
class Columns:
    """Some records, column by column. ``names`` as written (``""`` for none), ``dates`` as ``read_date`` gives them, 0
    for none; ``countries`` as sets of folded words, ``identifiers`` and ``ids`` as text; ``clusters`` the cluster a
    record belongs to already, or None. Those before ``split`` are the records, the rest what they are linked
    against (``split`` is the number of all where nothing is). ``keyed`` says that ids are the records' own."""

    names: list[str]
    dates: list[int]
    countries: list[frozenset[str]]
    identifiers: list[str]
    ids: list[str]
    clusters: list[int | None]
    split: int
    keyed: bool

    def __len__(self) -> int:
        return len(self.names)

    @property
    def is_link(self) -> bool:
        """Whether two files are linked."""
        return self.split < len(self.names)

    @property
    def is_kept(self) -> bool:
        """Whether any record belongs to a cluster already."""
        return self.clusters.count(None) < len(self.clusters)


def read_columns(
    records: object, against: object, *, name: str, birth_date: str | None, country: str | None, identifier: str | None,
    id: str | None, cluster_id: str | None,
) -> Columns:  # fmt: skip
    """The records, and those of ``against`` after them, as columns.

    Raises InputError for a column that no record has, a date that cannot be read, a cluster id that is no whole number,
    an id that stands twice.
    """
    wanted = [name, birth_date, country, identifier, id, cluster_id]
    tables = [_columns_of(one, wanted) for one in (records, against) if one is not None]
    found = tables[0] if len(tables) == 1 else [[*one, *other] for one, other in zip(*tables, strict=True)]
    names = [_text(value) for value in found[0]]
    ids = [_text(value) for value in found[4]] if id else names
    if id:
        _check_ids(ids, names, id)
    return Columns(
        names,
        _dates(found[1], names) if birth_date else [0] * len(names),
        _each(found[2], _country) if country else [frozenset()] * len(names),
        [clean(_text(value)).casefold() for value in found[3]] if identifier else [""] * len(names),
        ids,
        [_cluster(value, at, names[at]) for at, value in enumerate(found[5])] if cluster_id else [None] * len(names),
        len(tables[0][0]),
        bool(id),
    )


def _columns_of(records: object, wanted: Sequence[str | None]) -> list[Sequence[object]]:
    """The wanted columns; where no column of that use is named, an empty one."""
    if isinstance(records, str | bytes):
        raise InputError("dedupe needs records: rows, a table or a list of names, not one text")
    if hasattr(records, "collect_schema") and hasattr(records, "collect"):  # a lazy frame of polars
        records = records.collect()
    names = getattr(records, "column_names", None)  # PyArrow
    if names is None and not isinstance(records, Mapping):
        names = getattr(records, "columns", None)  # pandas, polars
    elif isinstance(records, Mapping):
        names = list(records)
    if names is not None:
        names = [str(one) for one in names]
        return [_column(records, column, names) for column in wanted]
    if not isinstance(records, Iterable):
        raise InputError(f"dedupe needs records: rows, a table or a list of names, not {type(records).__name__}")
    return _of_rows(list(records), wanted)


def _column(table, column: str | None, names: list[str]) -> Sequence[object]:
    if column is None:
        return ()
    if column not in names:
        raise _no_column(column, names)
    if hasattr(table, "column_names"):
        return table.column(column).to_pylist()
    values = table[column]
    for way in ("to_list", "tolist"):
        if hasattr(values, way):
            return getattr(values, way)()
    return list(values)


def _of_rows(rows: list[object], wanted: Sequence[str | None]) -> list[Sequence[object]]:
    if all(row is None or isinstance(row, str) or row != row for row in rows):
        others = [column for column in wanted[1:] if column]
        if rows and others:
            raise InputError(f"plain names have no column {others[0]!r}; give records, as mappings, to name columns")
        return [rows] + [()] * (len(wanted) - 1)
    for at, row in enumerate(rows):
        if not isinstance(row, Mapping):
            raise InputError(f"record {at + 1} is no mapping of columns to values but {type(row).__name__}: {str(row)[:40]!r}")
    for column in wanted:
        if column and not any(column in row for row in rows):
            raise _no_column(column, list(dict.fromkeys(str(key) for row in rows for key in row)))
    return [[row.get(column) for row in rows] if column else () for column in wanted]


def _no_column(column: str, names: list[str]) -> InputError:
    return InputError(f"no column {column!r}{nearest(column, names)}; there are: {', '.join(names[:20]) or 'none'}")


def _text(value: object) -> str:
    """A value as text; what is missing (None, NaN, NaT) as nothing."""
    if type(value) is not str:
        if value is None or value != value:
            return ""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
    found = " ".join(str(value).split())
    return value if found == value else found  # the text there is, not one more like it


def _each(values: Sequence[object], read: Callable[[object], object]) -> list:
    """What each value is read as; of values that are all text each distinct one is read once."""
    if {type(None), str}.issuperset(map(type, values)):
        known = {value: read(value) for value in set(values)}
        return [known[value] for value in values]
    return [read(value) for value in values]


def _dates(values: Sequence[object], names: Sequence[str]) -> list[int]:
    try:
        return _each(values, lambda value: _date(value, 0, ""))
    except InputError:  # again, to tell which record
        return [_date(value, at, names[at]) for at, value in enumerate(values)]


def _date(value: object, at: int, name: str) -> int:
    if value is None or value != value:
        return 0
    text = value.isoformat() if hasattr(value, "isoformat") else _text(value)
    if text in ("", "NaT"):
        return 0
    found = read_date(text)
    if found is None:
        raise InputError(f"record {at + 1} ({name!r}): the birth date {text!r} cannot be read; write {READABLE}")
    return found


def _country(value: object) -> frozenset[str]:
    if isinstance(value, list | tuple | set | frozenset):
        return frozenset(word for one in value for word in _country(one))
    return _countries_in(_text(value))


@lru_cache(4096)
def _countries_in(text: str) -> frozenset[str]:
    return frozenset(part.strip().casefold() for part in text.replace(",", ";").split(";")) - {""}


@lru_cache(4096)
def countries_differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of countries contradict: both say codes of one length, or both names in one script, and share
    none. A code and a name (BY, Belarus) tell nothing of each other.

    >>> countries_differ(frozenset(("by",)), frozenset(("ru",))), countries_differ(frozenset(("by",)), frozenset(("belarus",)))
    (True, False)
    """
    shared = {_sort(word) for word in one} & {_sort(word) for word in other}
    return bool(shared) and one.isdisjoint(other)


def _sort(country: str) -> tuple[int, bool]:
    return len(country) if len(country) <= _LONGEST_CODE else 0, has_cyrillic(country)


def _cluster(value: object, at: int, name: str) -> int | None:
    text = _text(value)
    if not text:
        return None
    try:
        return int(text)
    except ValueError:
        raise InputError(f"record {at + 1} ({name!r}): the cluster id {text!r} is no whole number") from None


def _check_ids(ids: list[str], names: list[str], column: str) -> None:
    seen: dict[str, int] = {}
    for at, one in enumerate(ids):
        if not one:
            raise InputError(f"record {at + 1} ({names[at]!r}) has no id in column {column!r}")
        if one in seen:
            raise InputError(f"the id {one!r} stands twice in column {column!r}: records {seen[one] + 1} and {at + 1}")
        seen[one] = at
