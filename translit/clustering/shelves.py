"""Clusters filed by family name, given name and father, so that of a thousand namesakes a record is compared with few."""

from __future__ import annotations

from array import array
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

    numbers: array = field(default_factory=lambda: array("i"))
    shelves: dict[int | None, Kept] = field(default_factory=dict)
    children: dict[object, object] = field(default_factory=dict)
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
            family.numbers.append(number)
            self._put(family.shelves, family.children, givens, fathers, number)
            if family.years is not None:
                family.years.setdefault(self._cores.dates[number] // 10000, []).append(number)

    def _put(self, shelves: dict, children: dict, givens: Sequence[int | None], fathers: Sequence[object], number: int) -> None:
        """Put a cluster on the shelves of a family name."""
        for given in givens:
            shelf = shelves.get(given)
            if shelf is None:
                shelves[given] = number
                for father in fathers:
                    if father in children:
                        _add(children, father, given)
                    else:
                        children[father] = given
                continue
            if isinstance(shelf, int):
                shelf = shelves[given] = dict.fromkeys(self.fathers(shelf) or _NOBODY, shelf)
            for father in fathers:
                known = shelf.setdefault(father, number)
                if known is number:
                    _add(children, father, given)
                else:
                    _add(shelf, father, number)

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
