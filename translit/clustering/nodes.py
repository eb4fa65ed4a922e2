"""Records as nodes: one name with one birth date, country and identifier, however many records say so."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from .columns import Columns


@dataclass(slots=True)
class Nodes:
    """Nodes as lists, and numbers in arrays, of which there are many. ``names`` are places among the distinct names; ``seconds``
    says whether the records are those that others are linked against; ``kept`` the cluster they belong to already, or None.
    ``of_record`` is the node of each record."""

    names: array = field(default_factory=lambda: array("q"))
    dates: array = field(default_factory=lambda: array("q"))
    countries: list[frozenset[str]] = field(default_factory=list)
    identifiers: list[str] = field(default_factory=list)
    seconds: bytearray = field(default_factory=bytearray)
    kept: list[int | None] = field(default_factory=list)
    sizes: array = field(default_factory=lambda: array("q"))
    of_record: array = field(default_factory=lambda: array("q"))

    def __len__(self) -> int:
        return len(self.names)


def collect_nodes(columns: Columns, names: Sequence[int]) -> Nodes:
    """The nodes of some records; ``names`` has the place of each record's name among the distinct ones."""
    nodes = Nodes()
    known: dict[int, int] = {}
    others: dict[tuple, int] = {}  # all that a record says but name and date
    plain = not (columns.is_link or any(columns.countries) or any(columns.identifiers) or any(one is not None for one in columns.clusters))
    for at, name in enumerate(names):
        date = columns.dates[at]
        key = name << 32 | date
        if not plain:
            other = (columns.countries[at], columns.identifiers[at], columns.clusters[at], at >= columns.split)
            key = key << 32 | others.setdefault(other, len(others))
        node = known.setdefault(key, len(known))
        nodes.of_record.append(node)
        if node < len(nodes.names):
            nodes.sizes[node] += 1
            continue
        nodes.names.append(name)
        nodes.dates.append(date)
        nodes.countries.append(columns.countries[at])
        nodes.identifiers.append(columns.identifiers[at])
        nodes.seconds.append(at >= columns.split)
        nodes.kept.append(columns.clusters[at])
        nodes.sizes.append(1)
    return nodes
