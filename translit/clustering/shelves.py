"""Clusters filed by family name, given name and father, so that of a thousand namesakes a record is compared with few."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .cores import Cores
from .profiles import Profiles
from .relations import Relations

Some = "int | list[int]"
Shelf = dict[object, Some]  # father → clusters; None: no patronymic, or one whose father nobody knows
Kept = "int | Shelf"  # most shelves hold one cluster, which is kept in their place

_NOBODY = (None,)


@dataclass(slots=True)
class Family:
    """The clusters of a family name: their ``numbers``, their ``shelves`` by given name, ``children``, a father's given names (one, or
    a list), and where somebody asked for them ``years``, the clusters by year of birth."""

    numbers: list[int] = field(default_factory=list)
    shelves: dict[int | None, Kept] = field(default_factory=dict)
    children: dict[object, object] = field(default_factory=dict)
    years: dict[int, list[int]] | None = None


class Shelves:
    """Clusters by number; ``families`` by class. A cluster stands under every given name and father that its first name can mean."""

    def __init__(self, profiles: Profiles, relations: Relations, cores: Cores):
        self._profiles, self._relations, self._cores, self._names = profiles, relations, cores, cores.names
        self._is_plain, self._family, self._given, self._patronymic = profiles.is_plain, profiles.family, profiles.given, profiles.patronymic
        self._family_class, self._fathers = relations.family_class, relations.fathers
        self.families: dict[int, Family] = {}

    def enter(self, number: int) -> None:
        """File a cluster."""
        name = self._names[number]
        givens, fathers = self.givens(name), self._fathers(self._patronymic[name]) or _NOBODY
        for one in self._families_of(name):
            family = self.families.get(one)
            if family is None:
                family = self.families[one] = Family()
            family.numbers.append(number)
            if family.years is not None:
                family.years.setdefault(self._cores.dates[number] // 10000, []).append(number)
            shelves = family.shelves
            for given in givens:
                shelf = shelves.get(given)
                if shelf is not None:
                    self._put(number, shelf, family, given, fathers)
                    continue
                shelves[given] = number
                children = family.children
                for father in fathers:
                    if father in children:
                        _add(children, father, given)
                    else:
                        children[father] = given

    def _put(self, number: int, shelf: Kept, family: Family, given: int | None, fathers: Sequence[object]) -> None:
        """Put a cluster beside others on a shelf."""
        if isinstance(shelf, int):
            shelf = family.shelves[given] = dict.fromkeys(self.fathers(shelf) or _NOBODY, shelf)
        for father in fathers:
            known = shelf.setdefault(father, number)
            if known is number:
                _add(family.children, father, given)
            else:
                _add(shelf, father, number)

    def _families_of(self, name: int) -> Iterable[int]:
        """The classes of the last three words of a family name."""
        if self._is_plain[name]:
            one = self._family_class(self._family[name])
            return (one,) if one is not None else ()
        return set(map(self._family_class, self._profiles[name].families[-3:]))

    def givens(self, name: int) -> Sequence[int | None]:
        """The given names that a name can mean."""
        sure = self._relations.sure_givens
        if self._is_plain[name]:
            return sure(self._given[name]) or _NOBODY
        return [one for word in self._profiles[name].givens[:2] for one in sure(word)] or _NOBODY

    def fathers(self, number: int) -> Sequence[object]:
        """The fathers that the first name of a cluster tells, none where nobody knows."""
        return self._fathers(self._patronymic[self._names[number]])

    def years(self, family: Family) -> dict[int, list[int]]:
        """The clusters of a family name by year. One that learns its year later stays among those without."""
        if family.years is None:
            family.years = {}
            for number in family.numbers:
                family.years.setdefault(self._cores.dates[number] // 10000, []).append(number)
        return family.years


def all_on(kept: Kept) -> Iterable[Some]:
    """All that stands on a shelf."""
    return (kept,) if isinstance(kept, int) else kept.values()


def listed(kept: object) -> list:
    """What is kept under a key, one thing or several, as a list."""
    return kept if isinstance(kept, list) else [kept]


def _add(kept: dict, key: object, one: object) -> None:
    """Keep one thing more under a key: a single one as it is, several as a list."""
    known = kept.get(key, kept)
    if known is kept:
        kept[key] = one
    elif isinstance(known, list):
        known.append(one)
    else:
        kept[key] = [known, one]
