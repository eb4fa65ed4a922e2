"""What the file itself tells of its spellings: on one birthday, beside the same other names, two words that stand for
each other again and again are one name (Ленусик, Елена), whatever tables and rules know of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

from .nodes import Nodes
from .profiles import Profiles
from .relations import Relations

_LEAST, _SHARE = 2, 0.05  # times that two words meet, and of the times that the rarer one meets any
_LIFT = 4  # times as often as chance alone would have it
_CROWD, _CROWDED = 20, 5  # a day with this many nodes, and as many times the usual, is no birthday but a filler
_MOST = 40  # nodes of one birthday and name that are looked at

Key = tuple[object, object]


def learn(nodes: Nodes, profiles: Profiles, relations: Relations) -> None:
    """Tell ``relations`` which family names, and which given names, stand for each other in this file.

    Twins and people who share a birthday by chance meet too, but two names of theirs do so in one of many meetings.
    """
    families, givens, patronymics = profiles.family, profiles.given, profiles.patronymic
    days: dict[int, list[int]] = defaultdict(list)
    for name, date in zip(nodes.names, nodes.dates, strict=True):
        if date % 100 and families[name] >= 0 and givens[name] >= 0 and patronymics[name] >= 0:
            days[date].append(name)
    of_families, of_givens = _Meetings(), _Meetings()
    usual = sum(map(len, days.values())) / max(len(days), 1)
    for some in days.values():
        if 1 < len(some) <= _CROWD + _CROWDED * usual:
            classes = [
                (relations.family_class(families[name]), relations.given_class(givens[name]), relations.father_class(patronymics[name]))
                for name in some
            ]
            of_families.note(((given, father), family) for family, given, father in classes)
            of_givens.note(((family, father), given) for family, given, father in classes)
    relations.learn(of_families.often(), of_givens.often())


class _Meetings:
    """How often two classes meet, and each meets any."""

    def __init__(self):
        self._pairs: Counter = Counter()
        self._all: Counter = Counter()

    def note(self, pairs: Iterable[tuple[Key, int]]) -> None:
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
