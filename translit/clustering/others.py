"""The nodes without a day of birth: each is weighed against everybody else of its name."""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum

from .classes import SECOND
from .comparing import Said
from .cores import Cores
from .judging import Judge
from .nodes import Nodes
from .profiles import Profiles
from .searching import Search
from .shelves import Shelves

_DOUBTFUL = 0.25

Weighed = list[tuple[float, int, Said]]  # clusters that a node may belong to, each with its weight and how the names agree


class Others:
    """Takes nodes one after the other. ``doubts`` are those that nearly joined: (node, node, score)."""

    def __init__(
        self, nodes: Nodes, profiles: Profiles, cores: Cores, shelves: Shelves, search: Search, judge: Judge, threshold: float
    ):  # fmt: skip
        self._nodes, self._profiles, self._cores, self._judge = nodes, profiles, cores, judge
        self._shelves, self._search, self._threshold = shelves, search, threshold
        self._links = any(nodes.seconds)
        self.doubts: list[tuple[int, int, float]] = []

    def take(self, at: int) -> None:
        """Join the likeliest cluster, if it is likely enough; else begin one, or stay alone."""
        cores, judge, nodes, profiles = self._cores, self._judge, self._nodes, self._profiles
        name, date = nodes.names[at], nodes.dates[at]
        if not profiles.is_whole[name] and not profiles[name].words:
            self._close(at)
            return
        if nodes.identifiers[at] and (known := judge.same_identifier(at)):
            cores.join(at, known[0], 1.0, known[1])
            return
        found, untold, crowded = self._search.find(name, date)
        weighed = self._weighed(at, found)
        if not crowded and not weighed:
            near = self._search.find_near(name, date)
            weighed = next(filter(None, (self._weighed(at, some) for some in near)), [])
        total = fsum([weight for weight, _, _ in weighed])
        unseen = judge.unseen(at, untold)
        if weighed and not crowded:
            weight, number, said = max(weighed, key=lambda one: (one[0], -cores.turns[one[1]])) if len(weighed) > 1 else weighed[0]
            score = judge.score(at, number, said, weight, total, unseen)
            if score < self._threshold and not judge.expected.has_dates:
                number, score, said = self._alike(weighed, name) or (number, score, said)
            if score >= self._threshold:
                cores.join(at, number, score, said)
                return
            if score >= _DOUBTFUL:
                self.doubts.append((number, at, round(score, 6)))
        if self._links or judge.expected.has_dates and (crowded or total > unseen or unseen > 1 - self._threshold):
            self._close(at)
        else:
            self.found(at)

    def _weighed(self, at: int, numbers: Iterable[int]) -> Weighed:
        """The clusters, of those whose date agrees, that the node may belong to."""
        judge, name, found = self._judge, self._nodes.names[at], []
        compare = judge.compare
        for number in judge.allowed(at, numbers):
            said = compare(name, number)
            if said[0] > 0 and said[1] >= 0 and said[2] >= 0:
                weight = judge.weight(at, number, said)
                if weight:
                    found.append((weight, number, said))
        return found

    def _alike(self, weighed: Weighed, name: int) -> tuple[int, float, Said] | None:
        """The only candidate that says as little as the node itself, and the same."""
        cores, ranks, same = self._cores, self._profiles.rank, []
        for _, number, said in weighed:
            if ranks(cores.names[number]) == ranks(name) and number not in cores.fullers and min(said[:2]) >= SECOND:
                same.append((number, 1.0, said))
        return same[0] if len(same) == 1 else None

    def found(self, at: int) -> None:
        """Begin a cluster that others can join."""
        self._cores.found(at)
        self._shelves.enter(at)

    def _close(self, at: int) -> None:
        """Begin a cluster that nobody joins: its records are each alone."""
        self._cores.alone.add(at)
        self._cores.found(at)
