"""How many people of a name are to be expected: from how often its parts are met in the file itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property

from .nodes import Nodes
from .profiles import Profiles
from .relations import Relations

_SPARSE = 0.05
_FRACTION = 0.2  # of a person that a record without a day of birth adds to those found by theirs
_LEAST = 0.3  # other people of a family name, where none is known


class Frequencies:
    """Counts of people by family name, given name, father, initial and date. Shares are taken as independent: where one
    person in fifty is Иванов and one in thirty Анна, one in 1,500 is both.
    """

    def __init__(self, nodes: Nodes, profiles: Profiles, relations: Relations):
        self._nodes, self._profiles, self._relations = nodes, profiles, relations
        self._givens: dict[int, float] = {}
        # of the people counted: how many others have a family name, what share a given name, a father
        self._others: dict[int, float] = {}
        self._given_shares: dict[int, float] = {}
        self._father_shares: dict[object, float] = {}
        sizes = nodes.sizes
        self._rough = _counted(profiles.family, relations.family_class, nodes.names, [0.5 * size for size in sizes])
        dates: defaultdict[int, int] = defaultdict(int)
        for date, size in zip(nodes.dates, sizes, strict=True):
            dates[date] += size
        dates.pop(0, None)
        dated = sum(dates.values())
        for date in [date for date in dates if date % 10000]:
            dates[date // 10000 * 10000] += dates[date]
        self._countries = Counter()
        for country, size in zip(nodes.countries, sizes, strict=True):
            if country:
                self._countries[country] += size
        self._with_country = max(self._countries.total(), 1)
        self.has_dates = dated >= _SPARSE * max(sum(sizes), 1)
        self._dates, self._dated = dates, max(dated, 1)
        self._people = self._with_given = 1.0
        self._least_share = _FRACTION

    def count_people(self, people: Sequence[int]) -> None:
        """Count the people found by day of birth, by the nodes that led their clusters, and the records without one."""
        nodes, profiles, relations = self._nodes, self._profiles, self._relations
        rest = [at for at, date in enumerate(nodes.dates) if date % 100 == 0]
        names = [nodes.names[at] for at in (*rest, *people)]
        sizes = [*[_FRACTION * nodes.sizes[at] for at in rest], *[1.0] * len(people)]
        families = _counted(profiles.family, relations.family_class, names, sizes)
        givens = _counted(profiles.given, relations.given_class, names, sizes)
        fathers = _counted(profiles.patronymic, relations.father_class, names, sizes)
        self._people = max(sum(families.values()), 1.0)
        with_given, with_father = max(sum(givens.values()), 1.0), max(sum(fathers.values()), 1.0)
        self._with_given, self._givens = with_given, givens
        self._others = {one: max(size - 1.0, _LEAST) for one, size in families.items()}
        self._given_shares = {one: size / with_given for one, size in givens.items()}
        self._father_shares = {one: max(size, _FRACTION) / with_father for one, size in fathers.items()}
        self._least_share = _FRACTION / with_father

    @cached_property
    def _by_first(self) -> dict[str, float]:
        """How many people have a given name that an initial can stand for."""
        found: Counter = Counter()
        for given, size in self._givens.items():
            for one in self._relations.firsts_of_given(given):
                found[one] += size
        return found

    def roughly_of_family(self, name: int) -> float:
        """How many people have the family name of a name, before people are counted."""
        return self._rough[self._relations.family_class(self._profiles.family[name])]

    def father_share(self, name: int) -> float:
        """The share of people who have the patronymic of a name."""
        return self._father_shares.get(self._relations.father_class(self._profiles.patronymic[name]), self._least_share)

    def date_share(self, date: int) -> float:
        """The share of birth dates that are this day, or this year."""
        return max(self._dates[date], 1) / self._dated

    def country_share(self, country: frozenset[str]) -> float:
        """The share of countries that are this one; 1 where none is said."""
        return max(self._countries[country], 1) / self._with_country if country else 1.0

    def others(self, name: int, date: int) -> float:
        """How many other people of a name, and date if there is one, are to be expected."""
        profiles, relations = self._profiles, self._relations
        family, given, patronymic = profiles.family[name], profiles.given[name], profiles.patronymic[name]
        if family < 0:
            return self._people
        expected = self._others.get(relations.family_class(family), _LEAST)
        initials = () if profiles.is_whole[name] else profiles[name].initials
        if given >= 0:
            expected *= self._given_shares.get(relations.given_class(given), 0.0)
        elif initials:
            expected *= max((self._by_first[one] for one in initials[0]), default=1.0) / self._with_given
        if patronymic >= 0:
            expected *= self._father_shares.get(relations.father_class(patronymic), self._least_share)
        elif len(initials) + (given >= 0) > 1:
            expected *= 0.1
        return expected * self.date_share(date) if date else expected


def _counted(words: Sequence[int], class_of: Callable[[int], object], names: Sequence[int], sizes: Sequence[float]) -> dict:
    """How many of so many people have a word of each class, where there is a word."""
    counts: defaultdict[object, float] = defaultdict(float)
    for one, size in zip(map(class_of, map(words.__getitem__, names)), sizes, strict=True):
        counts[one] += size
    counts.pop(None, None)  # no word
    return counts
