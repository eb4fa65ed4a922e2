"""What the file itself tells of its spellings: on one birthday, beside the same other names, two words that stand for
each other again and again are one name (Ленусик, Елена), whatever tables and rules know of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from .nodes import Nodes
from .profiles import Profile
from .relations import Relations

_LEAST, _SHARE = 2, 0.05  # times that two words meet, and of the times that the rarer one meets any
_LIFT = 4  # times as often as chance alone would have it
_CROWD, _CROWDED = 20, 5  # a day with this many nodes, and as many times the usual, is no birthday but a filler
_MOST = 40  # nodes of one birthday and name that are looked at

Key = tuple[object, object]


def learn(nodes: Nodes, profiles: Sequence[Profile], relations: Relations) -> None:
    """Tell ``relations`` which family names, and which given names, stand for each other in this file.

    Twins and people who share a birthday by chance meet too, but two names of theirs do so in one of many meetings.
    """
    days: dict[int, list[Profile]] = defaultdict(list)
    for name, date in zip(nodes.names, nodes.dates, strict=True):
        if date % 100:
            profile = profiles[name]
            if profile.families and profile.givens and profile.patronymics:
                days[date].append(profile)
    families, givens = _Meetings(), _Meetings()
    usual = sum(map(len, days.values())) / max(len(days), 1)
    for some in days.values():
        if 1 < len(some) <= _CROWD + _CROWDED * usual:
            for pairs, meetings in ((_by_given(some, relations), families), (_by_family(some, relations), givens)):
                meetings.note(pairs)
    relations.learn(families.often(), givens.often())


def _by_given(some: list[Profile], relations: Relations) -> Iterator[tuple[Key, int]]:
    for profile in some:
        key = relations.given_class(profile.givens[0]), relations.father_class(profile.patronymics[0])
        yield key, relations.family_class(profile.families[-1])


def _by_family(some: list[Profile], relations: Relations) -> Iterator[tuple[Key, int]]:
    for profile in some:
        key = relations.family_class(profile.families[-1]), relations.father_class(profile.patronymics[0])
        yield key, relations.given_class(profile.givens[0])


class _Meetings:
    """How often two classes meet, and each meets any."""

    def __init__(self):
        self._pairs: Counter = Counter()
        self._all: Counter = Counter()

    def note(self, pairs: Iterator[tuple[Key, int]]) -> None:
        """Note who meets on one day: the classes that have one key."""
        met: dict[Key, list[int]] = {}
        for key, one in pairs:
            met.setdefault(key, []).append(one)
        for some in met.values():
            if 1 < len(some) <= _MOST:
                for one, other in combinations(some, 2):
                    self._all[one] += 1
                    self._all[other] += 1
                    if one != other:
                        self._pairs[(one, other) if one < other else (other, one)] += 1

    def often(self) -> list[tuple[int, int]]:
        """The pairs that meet again and again, and oftener than chance would have it."""
        total = self._all.total()
        found = []
        for pair, count in sorted(self._pairs.items()):
            rarer, other = sorted(self._all[one] for one in pair)
            if count >= _LEAST and count >= max(_SHARE, _LIFT * other / total) * rarer:
                found.append(pair)
        return found
