"""Clusters filed by family name, given name and father, so that of a thousand namesakes a record is compared with few."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
    """The clusters of a family name: their shelves by given name, and how many they are. What not every family name is asked for is
    there once it was: ``children``, a father's given names (one, or a list), and ``years``, the clusters by year of birth."""

    shelves: dict[int | None, Kept] = field(default_factory=dict)
    size: int = 0
    children: dict[object, object] | None = None
    years: dict[int, list[int]] | None = None


class Shelves:
    """Clusters by number; ``families`` by class. A cluster stands under every given name and father that its first name can mean."""

    def __init__(self, profiles: Profiles, relations: Relations, cores: Cores):
        self._profiles, self._relations, self._cores = profiles, relations, cores
        self.families: dict[int, Family] = {}

    def enter(self, number: int) -> None:
        """File a cluster."""
        name = self._cores.names[number]
        givens, fathers = self.givens(name), self.fathers(number) or _NOBODY
        for one in self._families_of(name):
            family = self.families.get(one)
            if family is None:
                family = self.families[one] = Family()
            family.size += 1
            shelves, children = family.shelves, family.children
            for given in givens:
                shelf = shelves.get(given)
                if shelf is None:
                    shelves[given] = number
                    if children is not None:
                        for father in fathers:
                            _add(children, father, given)
                    continue
                if isinstance(shelf, int):
                    shelf = shelves[given] = dict.fromkeys(self.fathers(shelf) or _NOBODY, shelf)
                for father in fathers:
                    known = shelf.setdefault(father, number)
                    if known is not number:
                        _add(shelf, father, number)
                    elif children is not None:
                        _add(children, father, given)
            if family.years is not None:
                family.years.setdefault(self._cores.dates[number] // 10000, []).append(number)

    def _families_of(self, name: int) -> Iterable[int]:
        """The classes of the last three words of a family name."""
        profiles, class_of = self._profiles, self._relations.family_class
        if profiles.is_whole[name]:
            return (class_of(profiles.family[name]),)
        return set(map(class_of, profiles[name].families[-3:]))

    def givens(self, name: int) -> Sequence[int | None]:
        """The given names that a name can mean."""
        profiles, sure = self._profiles, self._relations.sure_givens
        if profiles.is_whole[name]:
            return sure(profiles.given[name]) or _NOBODY
        return [one for word in profiles[name].givens[:2] for one in sure(word)] or _NOBODY

    def fathers(self, number: int) -> Sequence[object]:
        """The fathers that the first name of a cluster tells, none where nobody knows."""
        return self._relations.fathers(self._profiles.patronymic[self._cores.names[number]])

    def children(self, family: Family) -> dict[object, object]:
        """The given names of a father's children: one, or a list."""
        if family.children is None:
            family.children = {}
            for given, shelf in family.shelves.items():
                for father in (self.fathers(shelf) or _NOBODY) if isinstance(shelf, int) else shelf:
                    _add(family.children, father, given)
        return family.children

    def years(self, family: Family) -> dict[int, list[int]]:
        """The clusters of a family name by year. One that learns its year later stays among those without."""
        if family.years is None:
            family.years = {}
            for number in _each(some for kept in family.shelves.values() for some in all_on(kept)):
                family.years.setdefault(self._cores.dates[number] // 10000, []).append(number)
        return family.years


def all_on(kept: Kept) -> Iterable[Some]:
    """All that stands on a shelf."""
    return (kept,) if isinstance(kept, int) else kept.values()


def child(kept: Kept, father: object) -> Some:
    """Who of a shelf is the child of a father that it has."""
    return kept if isinstance(kept, int) else kept[father]


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


def _each(some: Iterable[Some]) -> Iterator[int]:
    """Every cluster once."""
    found: dict[int, None] = {}
    for one in some:
        found.update(dict.fromkeys(listed(one)))
    return iter(found)
