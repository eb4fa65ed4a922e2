"""How many people of a name are to be expected: from how often its parts are met in the file itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from .nodes import Nodes
from .profiles import Profile
from .relations import Relations

_SPARSE = 0.05
_FRACTION = 0.2  # of a person that a record without a day of birth adds to those found by theirs
_LEAST = 0.3  # other people of a family name, where none is known


class Frequencies:
    """Counts of people by family name, given name, father, initial and date. Shares are taken as independent: where one
    person in fifty is Иванов and one in thirty Анна, one in 1,500 is both.
    """

    def __init__(self, nodes: Nodes, profiles: Sequence[Profile], relations: Relations):
        self._nodes, self._profiles, self._relations = nodes, profiles, relations
        self._families, self._givens, self._fathers = Counter(), Counter(), Counter()
        dates: dict[int, int] = {}
        rough: dict[int, float] = {}
        dated = 0
        for name, date, size in zip(nodes.names, nodes.dates, nodes.sizes, strict=True):
            for word in profiles[name].families[-1:]:
                family = relations.family_class(word)
                rough[family] = rough.get(family, 0.0) + 0.5 * size
            if date:
                dated += size
                dates[date] = dates.get(date, 0) + size
                if date % 10000:
                    year = date // 10000 * 10000
                    dates[year] = dates.get(year, 0) + size
        self._countries = Counter()
        for country, size in zip(nodes.countries, nodes.sizes, strict=True):
            if country:
                self._countries[country] += size
        self._with_country = max(self._countries.total(), 1)
        self.has_dates = dated >= _SPARSE * max(sum(nodes.sizes), 1)
        self._rough, self._dates, self._dated = rough, dates, max(dated, 1)
        self._people = self._with_given = self._with_father = 1.0

    def count_people(self, people: Sequence[int]) -> None:
        """Count the people found by day of birth, by the nodes that led their clusters, and the records without one."""
        nodes, profiles = self._nodes, self._profiles
        self._count((profiles[name], _FRACTION * size) for name, date, size in zip(nodes.names, nodes.dates, nodes.sizes, strict=True) if date % 100 == 0)
        self._count((profiles[nodes.names[at]], 1.0) for at in people)
        self._people = max(self._families.total(), 1.0)
        self._with_given, self._with_father = max(self._givens.total(), 1.0), max(self._fathers.total(), 1.0)

    def _count(self, some: Iterable[tuple[Profile, float]]) -> None:
        relations, families, givens, fathers = self._relations, self._families, self._givens, self._fathers
        for profile, size in some:
            if profile.families:
                families[relations.family_class(profile.families[-1])] += size
            if profile.givens:
                givens[relations.given_class(profile.givens[0])] += size
            if profile.patronymics:
                fathers[relations.father_class(profile.patronymics[0])] += size

    @cached_property
    def _by_first(self) -> dict[str, float]:
        """How many people have a given name that an initial can stand for."""
        found: Counter = Counter()
        for given, size in self._givens.items():
            for one in self._relations.firsts_of_given(given):
                found[one] += size
        return found

    def roughly_of_family(self, profile: Profile) -> float:
        """How many people have this family name, before people are counted."""
        return self._rough[self._relations.family_class(profile.families[-1])]

    def father_share(self, profile: Profile) -> float:
        """The share of people who have this patronymic."""
        return max(self._fathers[self._relations.father_class(profile.patronymics[0])], _FRACTION) / self._with_father

    def date_share(self, date: int) -> float:
        """The share of birth dates that are this day, or this year."""
        return max(self._dates[date], 1) / self._dated

    def country_share(self, country: frozenset[str]) -> float:
        """The share of countries that are this one; 1 where none is said."""
        return max(self._countries[country], 1) / self._with_country if country else 1.0

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
            expected *= max((self._by_first[one] for one in profile.initials[0]), default=1.0) / self._with_given
        if profile.patronymics:
            expected *= self.father_share(profile)
        elif len(profile.initials) + bool(profile.givens) > 1:
            expected *= 0.1
        return expected * self.date_share(date) if date else expected
