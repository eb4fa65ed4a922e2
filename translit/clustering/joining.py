"""Nodes into clusters: the fullest first, each to the one cluster whose core it agrees with.

Nodes are taken in order, from those that say most to those that say least, and each is compared with the clusters that
share a key with it. A cluster's core is what its first, fullest node said, with what later ones add where it said
nothing: so clusters do not chain. What contradicts (patronymic, initial, birth date, identifier, country) is no
candidate.

* Nodes with a day of birth are compared with those of the same day: hardly two people of like names share one.
* The others are weighed: each candidate by how many more records its person may be expected to have, against all other
  candidates and against people of that name whom no cluster holds yet. The likeliest must come up to the threshold.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import sub

from .cores import Cores
from .days import Days
from .judging import Judge
from .nodes import Nodes
from .others import Others
from .profiles import Profiles
from .relations import Relations
from .searching import Search
from .shelves import Shelves

_TOLD = 256  # nodes between two tellings of how far it is


class Joiner:
    """Joins nodes: ``cores`` are the clusters, ``doubts`` the nodes that nearly joined: (node, node, score)."""

    def __init__(
        self, nodes: Nodes, profiles: Profiles, texts: Sequence[str], relations: Relations, counts: Sequence[int], threshold: float
    ):  # fmt: skip
        self._nodes, self._texts = nodes, texts
        self.cores = Cores(nodes, profiles)
        self._judge = Judge(nodes, profiles, texts, relations, self.cores)
        shelves = Shelves(profiles, relations, self.cores)
        search = Search(profiles, relations, self.cores, shelves)
        self._others = Others(nodes, profiles, self.cores, shelves, search, self._judge, threshold)
        self._grows = any(nodes.seconds) or nodes.kept.count(None) < len(nodes)
        rest = self._others.take if self._grows else self._others.found
        self._days = Days(nodes, profiles, relations, self.cores, self._judge, threshold, rest)
        self._has_fields = any(nodes.countries) or any(nodes.identifiers)
        self._fullness = array("q", map(sub, map(_fullness(profiles, counts).__getitem__, nodes.names), nodes.sizes))

    @property
    def doubts(self) -> list[tuple[int, int, float]]:
        return self._others.doubts

    def run(self, progress: Callable[[int, int], None]) -> None:
        """Take every node."""
        nodes, dates = self._nodes, self._nodes.dates
        some: Sequence[int] = range(len(nodes))
        known: list[int] = []
        if self._grows:
            known = [at for at in some if nodes.seconds[at] or nodes.kept[at] is not None]
            some = [at for at in some if not nodes.seconds[at] and nodes.kept[at] is None]
        days: defaultdict[int, list[int]] = defaultdict(list)
        by_year: list[int] = []
        undated: list[int] = []
        for at in some:
            date = dates[at]
            if date % 100:
                days[date].append(at)
            else:
                (by_year if date else undated).append(at)
        seeds: dict[int, list[int]] = {}
        known = [at for how in range(3) for at in self._ordered([at for at in known if _dated(nodes.dates[at]) == how])]
        for at in known:
            self._keep(at, seeds) if nodes.kept[at] is not None else self._begin(at, seeds)
        done = len(known)
        for date in sorted(days):
            some = days.pop(date)
            self._days.take(self._ordered(some) if len(some) > 1 else some, seeds.get(date, ()))
            done += len(some)
            progress(done, len(nodes))
        self._judge.expected.count_people([at for at in self.cores.leaders if self.cores.dates[at] % 100])
        for some in (by_year, undated):
            for at in self._ordered(some):
                self._others.take(at)
                done += 1
                if done % _TOLD == 0:
                    progress(done, len(nodes))
        progress(done, len(nodes))

    def _ordered(self, some: Sequence[int]) -> list[int]:
        """Nodes in the order in which they are taken: the same whatever order the records came in."""
        fullness, texts, names, dates = self._fullness, self._texts, self._nodes.names, self._nodes.dates
        if self._has_fields:
            identifiers, countries = self._nodes.identifiers, self._nodes.countries
            keys = [(fullness[at], texts[names[at]], dates[at], identifiers[at], _in_order(countries[at]), at) for at in some]
        else:
            keys = [(fullness[at], texts[names[at]], dates[at], at) for at in some]
        keys.sort()
        return [key[-1] for key in keys]

    def _keep(self, at: int, seeds: dict[int, list[int]]) -> None:
        """A node whose cluster is known. A cluster that holds names of two people has two cores."""
        label, name = self._nodes.kept[at], self._nodes.names[at]
        for number in seeds.setdefault(-1 - label, []):
            said = self._judge.compare(name, number)
            if said[0] > 0 and said[1] >= 0:
                self.cores.join(at, number, 1.0, said)
                return
        self._others.found(at)
        seeds[-1 - label].append(at)
        seeds.setdefault(self._nodes.dates[at], []).append(at)

    def _begin(self, at: int, seeds: dict[int, list[int]]) -> None:
        """A node of those that others are linked against: a cluster of its own."""
        self._others.found(at)
        seeds.setdefault(self._nodes.dates[at], []).append(at)
        self.cores.alone.add(at)


@lru_cache(4096)
def _in_order(countries: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(countries))


def _dated(date: int) -> int:
    """0 for a day, 1 for a month or year, 2 for no date."""
    return 0 if date % 100 else 1 if date else 2


def _fullness(profiles: Profiles, counts: Sequence[int]) -> array:
    """Of each name a number: the fuller the name, and then the commoner its rarest word, the smaller. The names of so many
    records each fit between two of them."""
    count_of = [*counts, 1 << 30].__getitem__  # of -1, no word, none are few
    columns = [map(count_of, words) for words in (profiles.family, profiles.given, profiles.patronymic)]
    found = array("q", [-(rarest << 30) for rarest in map(min, *columns)])
    for at in profiles.others():
        profile = profiles[at]
        found[at] = (profile.rank << 60) - (min([counts[word] for word in profile.words], default=0) << 30)
    return found
