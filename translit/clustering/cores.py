"""Clusters as they grow, each with its core: what its first and fullest node said, and what later ones add where it said nothing."""

from __future__ import annotations

from array import array

from .comparing import Said
from .dates import dates_agree
from .grounds import ground
from .nodes import Nodes
from .profiles import Profiles


class Cores:
    """Clusters by the number of the node that led them. In columns of all nodes: ``names``, ``dates``, ``countries``, ``records`` of
    the cluster that a node leads, ``turns`` in which order clusters began; ``home`` of each node the cluster it is in, -1 for none
    as yet, ``scores`` how surely it belongs there, ``grounds`` why. ``identifiers`` and ``fullers`` (a name that tells the
    patronymic, where the first does not) are of those that have one; the records of a node in ``alone`` are each by themselves."""

    def __init__(self, nodes: Nodes, profiles: Profiles):
        self._nodes, self._patronymics = nodes, profiles.patronymic
        self._has_countries, self._has_identifiers = any(nodes.countries), any(nodes.identifiers)
        self.names, self.dates, self.records, self.countries = nodes.names, nodes.dates[:], nodes.sizes[:], nodes.countries[:]
        self.identifiers: dict[int, str] = {}
        self.by_identifier: dict[str, int] = {}
        self.fullers: dict[int, int] = {}
        self.alone: set[int] = set()
        self.leaders: list[int] = []
        self.turns = array("i", [0]) * len(nodes)
        self.home = array("i", [-1]) * len(nodes)
        self.scores = array("d", [1.0]) * len(nodes)
        self.grounds = array("H", [0]) * len(nodes)

    def found(self, at: int) -> None:
        """Begin a cluster with a node."""
        self.home[at] = at
        self.turns[at] = len(self.leaders)
        self.leaders.append(at)
        if self._has_identifiers and self._nodes.identifiers[at]:
            self._identify(at, self._nodes.identifiers[at])

    def join(self, at: int, number: int, score: float, said: Said) -> None:
        """Add a node to a cluster, as surely as ``score`` says, and because of what was said of their names."""
        nodes, name, own = self._nodes, self.names[at], self.names[number]
        self.home[at] = number
        self.records[number] += nodes.sizes[at]
        if score != 1.0:
            self.scores[at] = round(score, 6)
        if name != own:
            self.grounds[at] = ground(*said)
            if self._patronymics[own] < 0 <= self._patronymics[name]:
                self.fullers.setdefault(number, name)
        if self._has_countries and not self.countries[number]:
            self.countries[number] = nodes.countries[at]
        date = self.dates[number]
        if date % 100 == 0 and dates_agree(date, nodes.dates[at]):
            self.dates[number] = max(date, nodes.dates[at])
        if self._has_identifiers and nodes.identifiers[at] and number not in self.identifiers:
            self._identify(number, nodes.identifiers[at])

    def _identify(self, number: int, identifier: str) -> None:
        self.identifiers[number] = identifier
        self.by_identifier.setdefault(identifier, number)
