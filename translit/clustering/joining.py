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
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import chain
from math import fsum

from .classes import SECOND
from .dates import dates_agree
from .grounds import ground
from .judging import Core, Judge, Said
from .nodes import Nodes
from .profiles import Profile
from .relations import Relations
from .shelves import Shelves

_MOST = 60  # clusters of one key that are looked at
_DOUBTFUL = 0.25
_TOLD = 256  # nodes between two tellings of how far it is


class Joiner:
    """The clusters as they grow. ``home`` is the core of each node, ``scores`` how surely it belongs there, ``grounds`` why; the
    records of a node in ``alone`` are each by themselves; ``doubts`` are nodes that nearly joined: (node, node, score)."""

    def __init__(
        self, nodes: Nodes, profiles: Sequence[Profile], texts: Sequence[str], relations: Relations, counts: Sequence[int], threshold: float
    ):  # fmt: skip
        self._nodes, self._profiles, self._texts = nodes, profiles, texts
        self._relations, self._threshold = relations, threshold
        self._judge = Judge(nodes, profiles, texts, relations)
        self._has_fields = any(nodes.countries) or any(nodes.identifiers)
        self.cores: list[Core] = []
        self.home = array("q", [-1]) * len(nodes)
        self.scores = array("d", [1.0]) * len(nodes)
        self.grounds = array("H", [0]) * len(nodes)
        self.alone: set[int] = set()
        self.doubts: list[tuple[int, int, float]] = []
        self._by_identifier: dict[str, int] = {}
        self._family_keys = cache(lambda word: tuple([2 * one for one in relations.families(word)]))
        self._given_keys = cache(lambda word: tuple([2 * one + 1 for one in relations.givens(word)]))
        self._shelves = Shelves(relations, self.cores)
        self._links = any(nodes.seconds)
        self._grows = self._links or any(one is not None for one in nodes.kept)
        self._rare = array("q", [-min([counts[word] for word in profile.words], default=0) for profile in profiles])

    def run(self, progress: Callable[[int, int], None]) -> None:
        """Take every node."""
        nodes = self._nodes
        days: dict[int, list[int]] = {}
        known: list[int] = []
        by_year: list[int] = []
        undated: list[int] = []
        for at, date in enumerate(nodes.dates):
            if self._grows and (nodes.seconds[at] or nodes.kept[at] is not None):
                known.append(at)
            elif date % 100:
                if date in days:
                    days[date].append(at)
                else:
                    days[date] = [at]
            else:
                (by_year if date else undated).append(at)
        seeds: dict[int, list[int]] = {}
        for at in sorted(known, key=self._key):
            self._keep(at, seeds) if nodes.kept[at] is not None else self._begin(at, seeds)
        done = len(known)
        for date in sorted(days):
            some = days.pop(date)
            self._take_day(sorted(some, key=self._key) if len(some) > 1 else some, seeds.get(date, ()))
            done += len(some)
            progress(done, len(nodes))
        self._judge.expected.count_people([core.first for core in self.cores if core.date % 100])
        for some in (by_year, undated):
            some.sort(key=self._key)
            for at in some:
                self._take_other(at)
                done += 1
                if done % _TOLD == 0:
                    progress(done, len(nodes))
        progress(done, len(nodes))

    def forget(self) -> None:
        """Give back what only joining needs."""
        del self._shelves, self._judge, self._profiles, self._texts, self._relations, self._rare, self._family_keys, self._given_keys
        for core in self.cores:
            core.profile = core.fuller = None

    def _key(self, at: int) -> tuple:
        """Its place in the order: the same whatever order the records came in."""
        nodes = self._nodes
        date, name = nodes.dates[at], nodes.names[at]
        dated = 0 if date % 100 else 1 if date else 2
        key = (dated, self._profiles[name].rank, self._rare[name], -nodes.sizes[at], self._texts[name], date)
        return (*key, nodes.identifiers[at], *sorted(nodes.countries[at])) if self._has_fields else key

    def _keep(self, at: int, seeds: dict[int, list[int]]) -> None:
        """A node whose cluster is known. A cluster that holds names of two people has two cores."""
        label, profile = self._nodes.kept[at], self._profiles[self._nodes.names[at]]
        for number in seeds.setdefault(-1 - label, []):
            family, given, _ = self._judge.compare(profile, self.cores[number])
            if family > 0 and given >= 0:
                self._join(at, number, 1.0)
                return
        number = self._found(at)
        seeds[-1 - label].append(number)
        seeds.setdefault(self._nodes.dates[at], []).append(number)

    def _begin(self, at: int, seeds: dict[int, list[int]]) -> None:
        """A node of those that others are linked against: a cluster of its own."""
        seeds.setdefault(self._nodes.dates[at], []).append(self._found(at))
        self.alone.add(at)

    # with a day of birth

    def _take_day(self, some: list[int], seeds: Iterable[int]) -> None:
        """The nodes of one day of birth."""
        names, identifiers = self._nodes.names, self._nodes.identifiers
        here: dict[int, list[int]] = {}
        same: dict[tuple | None, int] = {}  # those of a whole name
        for number in seeds:
            for key in self._day_keys(self.cores[number].profile):
                here.setdefault(key, []).append(number)
        for at in some:
            number = self._same_identifier(at) if identifiers[at] else None
            if number is not None:
                self._join(at, number, 1.0)
                continue
            profile = self._profiles[names[at]]
            whole = self._whole(profile)
            number = same.get(whole)
            if number is not None and self._judge.fields_allow(at, self.cores[number]):
                said = self._judge.compare(profile, self.cores[number])
                score = self._judge.score_on_day(at, profile, self.cores[number], said)
                if score >= self._threshold:  # then none is likelier
                    self._join(at, number, score, said)
                    continue
            keys = self._day_keys(profile)
            best, best_score, best_said = -1, 0.0, None
            for number in dict.fromkeys([number for key in keys if key in here for number in here[key][:_MOST]]):
                if self._judge.fields_allow(at, self.cores[number]):
                    said = self._judge.compare(profile, self.cores[number])
                    score = self._judge.score_on_day(at, profile, self.cores[number], said)
                    if score > best_score:
                        best, best_score, best_said = number, score, said
            if best >= 0 and best_score >= self._threshold:
                self._join(at, best, best_score, best_said)
            elif self._grows:
                self._take_other(at)
            else:
                self._found(at)
            if self.cores[self.home[at]].first == at and not self._links:
                for key in keys:
                    here.setdefault(key, []).append(self.home[at])
                if whole:
                    same.setdefault(whole, self.home[at])

    def _whole(self, profile: Profile) -> tuple | None:
        """What a name in full is, whatever the spelling: family name, given name, father; None for one that is not in full."""
        if not profile.is_whole:
            return None
        relations = self._relations
        return relations.family_class(profile.families[0]), relations.given_class(profile.givens[0]), relations.father_class(profile.patronymics[0])

    def _day_keys(self, profile: Profile) -> tuple[int, ...]:
        """What nodes of one day are found by: the classes of the family name, and the given names, as numbers that are never the
        same."""
        if profile.is_whole:
            return self._family_keys(profile.families[0]) + self._given_keys(profile.givens[0])
        some = (*map(self._family_keys, profile.families), *map(self._given_keys, profile.givens))
        return tuple(chain.from_iterable(some))

    # without

    def _take_other(self, at: int) -> None:
        nodes = self._nodes
        profile = self._profiles[nodes.names[at]]
        if not profile.words:
            self._close(at)
            return
        number = self._same_identifier(at)
        if number is not None:
            self._join(at, number, 1.0)
            return
        date = nodes.dates[at]
        found, untold, crowded = self._shelves.find(profile, date)
        weighed = self._weighed(at, profile, found)
        if not crowded and not weighed:
            near = self._shelves.find_near(profile, date)
            weighed = next(filter(None, (self._weighed(at, profile, some) for some in near)), [])
        total = fsum(weight for weight, _, _ in weighed)
        unseen = self._judge.unseen(at, profile, untold)
        if weighed and not crowded:
            weight, number, said = max(weighed, key=lambda one: (one[0], -one[1]))
            score = self._judge.score(at, profile, self.cores[number], said, weight, total, unseen)
            if score < self._threshold and not self._judge.expected.has_dates:
                number, score, said = self._alike(weighed, profile) or (number, score, said)
            if score >= self._threshold:
                self._join(at, number, score, said)
                return
            if score >= _DOUBTFUL:
                self.doubts.append((self.cores[number].first, at, round(score, 6)))
        if self._links or self._judge.expected.has_dates and (crowded or total > unseen or unseen > 1 - self._threshold):
            self._close(at)
        else:
            self._found(at)

    def _weighed(self, at: int, profile: Profile, numbers: Iterable[int]) -> list[tuple[float, int, Said]]:
        """The clusters, of those whose date agrees, that the node may belong to, each with its weight and how the names agree."""
        judge, cores, found = self._judge, self.cores, []
        for number in numbers:
            core = cores[number]
            if not self._has_fields or judge.fields_allow(at, core):
                said = judge.compare(profile, core)
                if said[0] > 0 and min(said) >= 0:
                    weight = judge.weight(at, profile, core, said)
                    if weight:
                        found.append((weight, number, said))
        return found

    def _alike(self, weighed: list[tuple[float, int, Said]], profile: Profile) -> tuple[int, float, Said] | None:
        """The only candidate that says as little as the node itself, and the same."""
        same = []
        for _, number, said in weighed:
            core = self.cores[number]
            if core.profile.rank == profile.rank and core.fuller is None and min(said[:2]) >= SECOND:
                same.append((number, 1.0, said))
        return same[0] if len(same) == 1 else None

    def _same_identifier(self, at: int) -> int | None:
        """The cluster with this identifier, where name or birth date agree too."""
        number = self._by_identifier.get(self._nodes.identifiers[at]) if self._nodes.identifiers[at] else None
        if number is None or self._links and self.cores[number].second == self._nodes.seconds[at]:
            return None
        core = self.cores[number]
        family, given, _ = self._judge.compare(self._profiles[self._nodes.names[at]], core)
        date = self._nodes.dates[at]
        return number if family > 0 or given > 0 or date and core.date and dates_agree(date, core.date) else None

    def _close(self, at: int) -> None:
        """A node that nothing joins: its records are each alone."""
        self.alone.add(at)
        self._found(at, open_=False)

    def _found(self, at: int, open_: bool = True) -> int:
        nodes = self._nodes
        number = len(self.cores)
        profile = self._profiles[nodes.names[at]]
        core = Core(profile, None, nodes.dates[at], nodes.countries[at], nodes.identifiers[at], at, nodes.sizes[at], nodes.seconds[at])
        self.cores.append(core)
        self.home[at] = number
        if core.identifier:
            self._by_identifier.setdefault(core.identifier, number)
        if open_:
            self._shelves.enter(number, profile)
        return number

    def _join(self, at: int, number: int, score: float, said: Said | None = None) -> None:
        core, nodes = self.cores[number], self._nodes
        profile = self._profiles[nodes.names[at]]
        if nodes.names[at] != nodes.names[core.first]:
            self.grounds[at] = ground(*(said or self._judge.compare(profile, core)))
        core.records += nodes.sizes[at]
        core.country = core.country or nodes.countries[at]
        if core.date % 100 == 0 and dates_agree(core.date, nodes.dates[at]):
            core.date = max(core.date, nodes.dates[at])
        if nodes.identifiers[at] and not core.identifier:
            core.identifier = nodes.identifiers[at]
            self._by_identifier.setdefault(core.identifier, number)
        if core.fuller is None and profile.patronymics and not core.profile.patronymics:
            core.fuller = profile
        self.home[at], self.scores[at] = number, round(score, 6)
