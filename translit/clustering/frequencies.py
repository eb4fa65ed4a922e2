"""How many people of a name are to be expected: from how often its parts are met in the file itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .nodes import Nodes
from .profiles import Profile
from .relations import Relations

_SPARSE = 0.05
_FRACTION = 0.2  # of a person that a record without a day of birth adds to those found by theirs
_LEAST = 0.3  # other people of a family name, where none is known


class Frequencies:
    """Counts of people by family name, given name, father, initial and date. Shares are taken as independent: where one
    person in fifty is Иванов and one in thirty Анна, one in 1,500 is both.

    ``people`` are the nodes that led the clusters found by day of birth: each is one person. Records without such a day
    count as a fraction of one.
    """

    def __init__(self, nodes: Nodes, profiles: Sequence[Profile], relations: Relations, people: Sequence[int]):
        self._relations = relations
        self._families, self._givens, self._fathers, self._firsts = Counter(), Counter(), Counter(), Counter()
        dates: Counter = Counter()
        for name, date, size in zip(nodes.names, nodes.dates, nodes.sizes, strict=True):
            if date:
                dates[date] += size
                if date % 10000:
                    dates[date // 10000 * 10000] += size
            if date % 100 == 0:
                self._count(profiles[name], _FRACTION * size)
        for at in people:
            self._count(profiles[nodes.names[at]], 1.0)
        total = max(sum(nodes.sizes), 1)
        dated = sum(size for date, size in zip(nodes.dates, nodes.sizes, strict=True) if date)
        self.has_dates = dated >= _SPARSE * total
        self._dates, self._dated = dates, max(dated, 1)
        self._people = max(self._families.total(), 1.0)
        self._with_given, self._with_father = max(self._givens.total(), 1.0), max(self._fathers.total(), 1.0)

    def _count(self, profile: Profile, size: float) -> None:
        relations = self._relations
        if profile.families:
            self._families[relations.family_class(profile.families[-1])] += size
        if profile.givens:
            self._givens[relations.given_class(profile.givens[0])] += size
            for one in relations.firsts(profile.givens[0]):
                self._firsts[one] += size
        if profile.patronymics:
            self._fathers[relations.father_class(profile.patronymics[0])] += size

    def father_share(self, profile: Profile) -> float:
        """The share of people who have this patronymic."""
        return max(self._fathers[self._relations.father_class(profile.patronymics[0])], _FRACTION) / self._with_father

    def date_share(self, date: int) -> float:
        """The share of birth dates that are this day, or this year."""
        return max(self._dates[date], 1) / self._dated

    def of_family(self, profile: Profile) -> float:
        """How many other people have this family name."""
        return max(self._families[self._relations.family_class(profile.families[-1])] - 1.0, _LEAST)

    def others(self, profile: Profile, date: int) -> float:
        """How many other people of this name, and date if there is one, are to be expected."""
        if not profile.families:
            return self._people
        expected = self.of_family(profile)
        if profile.givens:
            expected *= self._givens[self._relations.given_class(profile.givens[0])] / self._with_given
        elif profile.initials:
            expected *= max((self._firsts[one] for one in profile.initials[0]), default=1) / self._with_given
        if profile.patronymics:
            expected *= self.father_share(profile)
        elif len(profile.initials) + bool(profile.givens) > 1:
            expected *= 0.1
        return expected * self.date_share(date) if date else expected
