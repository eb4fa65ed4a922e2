"""Clusters as they grow, each with its core: what its first and fullest node said, and what later ones add where it said nothing."""

from __future__ import annotations

from array import array

from .comparing import Said
from .dates import dates_agree
from .grounds import ground
from .nodes import Nodes
from .profiles import Profiles


class Cores:
    """Clusters by number, in columns: ``firsts`` the node that led it and ``names`` its name, ``dates``, ``countries``, ``records``
    how many it has; ``identifiers`` and ``fullers`` (a name that tells the patronymic, where the first does not) of those that have
    one. Of each node ``home`` is its cluster, ``scores`` how surely it belongs there, ``grounds`` why; the records of a node in
    ``alone`` are each by themselves."""

    def __init__(self, nodes: Nodes, profiles: Profiles):
        self._nodes, self._patronymics = nodes, profiles.patronymic
        self.firsts, self.names, self.dates, self.records = array("i"), array("i"), array("i"), array("i")
        self.countries: list[frozenset[str]] = []
        self.identifiers: dict[int, str] = {}
        self.fullers: dict[int, int] = {}
        self.by_identifier: dict[str, int] = {}
        self.home = array("i", [-1]) * len(nodes)
        self.scores = array("d", [1.0]) * len(nodes)
        self.grounds = array("H", [0]) * len(nodes)
        self.alone: set[int] = set()

    def __len__(self) -> int:
        return len(self.firsts)

    def found(self, at: int) -> int:
        """Begin a cluster with a node; its number."""
        nodes, number = self._nodes, len(self.firsts)
        self.firsts.append(at)
        self.names.append(nodes.names[at])
        self.dates.append(nodes.dates[at])
        self.records.append(nodes.sizes[at])
        self.countries.append(nodes.countries[at])
        self.home[at] = number
        if nodes.identifiers[at]:
            self._identify(number, nodes.identifiers[at])
        return number

    def join(self, at: int, number: int, score: float, said: Said) -> None:
        """Add a node to a cluster, as surely as ``score`` says, and because of what was said of their names."""
        nodes, patronymics = self._nodes, self._patronymics
        name, own = nodes.names[at], self.names[number]
        if name != own:
            self.grounds[at] = ground(*said)
            if patronymics[own] < 0 <= patronymics[name]:
                self.fullers.setdefault(number, name)
        self.records[number] += nodes.sizes[at]
        if not self.countries[number]:
            self.countries[number] = nodes.countries[at]
        if self.dates[number] % 100 == 0 and dates_agree(self.dates[number], nodes.dates[at]):
            self.dates[number] = max(self.dates[number], nodes.dates[at])
        if nodes.identifiers[at] and number not in self.identifiers:
            self._identify(number, nodes.identifiers[at])
        self.home[at] = number
        if score != 1.0:
            self.scores[at] = round(score, 6)

    def _identify(self, number: int, identifier: str) -> None:
        self.identifiers[number] = identifier
        self.by_identifier.setdefault(identifier, number)
