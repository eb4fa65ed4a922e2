"""Records as nodes: one name with one birth date, country and identifier, however many records say so."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .columns import Columns


@dataclass(slots=True)
class Nodes:
    """Nodes as lists, and numbers in arrays, of which there are many. ``names`` are places among the distinct names; ``seconds``
    says whether the records are those that others are linked against; ``kept`` the cluster they belong to already, or None.
    ``sizes`` is how many records a node has and ``firsts`` the first of them, ``of_record`` the node of each record."""

    names: list[int]
    dates: list[int]
    countries: list[frozenset[str]]
    identifiers: list[str]
    seconds: bytearray
    kept: list[int | None]
    sizes: list[int]
    firsts: array
    of_record: array

    def __len__(self) -> int:
        return len(self.names)


def collect_nodes(columns: Columns, names: Sequence[int]) -> Nodes:
    """The nodes of some records; ``names`` has the place of each record's name among the distinct ones."""
    seconds = [*[False] * columns.split, *[True] * (len(names) - columns.split)]
    keys = [name << 32 | date for name, date in zip(names, columns.dates, strict=True)]
    if columns.is_link or any(columns.countries) or any(columns.identifiers) or columns.is_kept:
        others = numbered(zip(columns.countries, columns.identifiers, columns.clusters, seconds, strict=True))
        keys = [key << 32 | other for key, other in zip(keys, others, strict=True)]
    of_record = numbered(keys)
    del keys
    firsts = array("i", [0]) * (max(of_record, default=-1) + 1)
    sizes = [0] * len(firsts)
    for at, node in zip(reversed(range(len(of_record))), reversed(of_record), strict=True):
        firsts[node] = at
        sizes[node] += 1
    return Nodes(
        [*map(names.__getitem__, firsts)], [*map(columns.dates.__getitem__, firsts)],
        [*map(columns.countries.__getitem__, firsts)], [*map(columns.identifiers.__getitem__, firsts)],
        bytearray(map(seconds.__getitem__, firsts)), [*map(columns.clusters.__getitem__, firsts)], sizes, firsts, of_record,
    )  # fmt: skip


def numbered(values: Iterable[object]) -> array:
    """For each value its number: equal ones have one, counted by first appearance."""
    numbers: defaultdict[object, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    return array("i", map(numbers.__getitem__, values))
