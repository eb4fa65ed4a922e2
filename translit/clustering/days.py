"""The nodes of one day of birth: hardly two people of like names share one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain

from .cores import Cores
from .judging import Judge
from .nodes import Nodes
from .profiles import Profiles
from .relations import Relations

_MOST = 60  # clusters of one key that are looked at


class Days:
    """Takes the nodes of one day after the other. Those that belong to no cluster of their day are for ``rest``."""

    def __init__(
        self, nodes: Nodes, profiles: Profiles, relations: Relations, cores: Cores, judge: Judge, threshold: float, rest: Callable[[int], None]
    ):  # fmt: skip
        self._nodes, self._profiles, self._relations = nodes, profiles, relations
        self._cores, self._judge, self._threshold, self._rest = cores, judge, threshold, rest
        self._links = any(nodes.seconds)
        # what nodes of one day are found by: the classes of the family name, and the given names, as numbers that are never the same
        self._family_keys = cache(lambda word: tuple([2 * one for one in relations.families(word)]))
        self._given_keys = cache(lambda word: tuple([2 * one + 1 for one in relations.givens(word)]))

    def take(self, some: list[int], seeds: Iterable[int]) -> None:
        """Take the nodes of one day, in order; ``seeds`` are clusters of that day that there are already."""
        cores, judge, names, identifiers = self._cores, self._judge, self._nodes.names, self._nodes.identifiers
        profiles, relations = self._profiles, self._relations
        is_whole, families, givens, patronymics = profiles.is_whole, profiles.family, profiles.given, profiles.patronymic
        family_of, given_of, father_of = relations.family_class, relations.given_class, relations.father_class
        here: dict[int, list[int]] = {}
        same: dict[tuple, int] = {}  # those of a whole name
        for number in seeds:
            for key in self._keys(cores.names[number]):
                here.setdefault(key, []).append(number)
        for at in some:
            name = names[at]
            if identifiers[at] and (known := judge.same_identifier(at)):
                cores.join(at, known[0], 1.0, known[1])
                continue
            # what a name in full is, whatever the spelling: family name, given name, father
            whole = (family_of(families[name]), given_of(givens[name]), father_of(patronymics[name])) if is_whole[name] else None
            number = same.get(whole, -1)
            if number >= 0 and judge.allowed(at, (number,)):
                said = judge.compare(name, number)
                score = judge.score_on_day(at, number, said)
                if score >= self._threshold:  # then none is likelier
                    cores.join(at, number, score, said)
                    continue
            keys = self._keys(name)
            found = [here[key] for key in keys if key in here]
            if not found or not self._join_likeliest(at, found):
                self._rest(at)
            if cores.home[at] == at and not self._links:
                for key in keys:
                    if key in here:
                        here[key].append(at)
                    else:
                        here[key] = [at]
                if whole and number < 0:
                    same[whole] = at

    def _join_likeliest(self, at: int, found: list[list[int]]) -> bool:
        """Join the likeliest of some clusters, if it is likely enough."""
        judge, name = self._judge, self._nodes.names[at]
        best, best_score, best_said = -1, 0.0, None
        for number in judge.allowed(at, dict.fromkeys([number for some in found for number in some[:_MOST]])):
            said = judge.compare(name, number)
            score = judge.score_on_day(at, number, said)
            if score > best_score:
                best, best_score, best_said = number, score, said
        if best < 0 or best_score < self._threshold:
            return False
        self._cores.join(at, best, best_score, best_said)
        return True

    def _keys(self, name: int) -> tuple[int, ...]:
        """What a name is found by on its day."""
        profiles = self._profiles
        if profiles.is_whole[name]:
            return self._family_keys(profiles.family[name]) + self._given_keys(profiles.given[name])
        profile = profiles[name]
        some = (*map(self._family_keys, profile.families), *map(self._given_keys, profile.givens))
        return tuple(chain.from_iterable(some))
