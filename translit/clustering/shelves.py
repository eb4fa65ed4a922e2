"""Clusters filed by family name, given name and father, so that of a thousand namesakes a record is compared with few."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from .profiles import Profile
from .relations import Relations

_MOST, _FEW, _LONGEST = 60, 20, 4000  # clusters that are compared; those of a rare family name; those looked through for a date

Some = "int | list[int]"
Shelf = dict[object, Some]  # father → clusters; None: no patronymic, or one whose father nobody knows


class Shelves:
    """Clusters by number. A cluster stands under every given name and father that its fullest name can mean."""

    def __init__(self, relations: Relations):
        self._relations = relations
        self._families: dict[int, dict[int | None, Shelf]] = {}
        self._children: dict[int, dict[object, list[int | None]]] = {}  # the given names of a father's children
        self._sizes: dict[int, int] = {}

    def enter(self, number: int, profile: Profile) -> None:
        """File a cluster."""
        relations = self._relations
        givens = [one for word in profile.givens[:2] for one in relations.by_worth(word, given=True)[0]] or (None,)
        fathers = self._fathers(profile) or (None,)
        for family in {relations.family_class(word) for word in profile.families[-3:]}:
            self._sizes[family] = self._sizes.get(family, 0) + 1
            shelves, children = self._families.setdefault(family, {}), self._children.setdefault(family, {})
            for given in givens:
                shelf = shelves.setdefault(given, {})
                for father in fathers:
                    known = shelf.setdefault(father, number)
                    if known is number:  # most are alone there, so that no list is made for them
                        children.setdefault(father, []).append(given)
                    elif isinstance(known, list):
                        known.append(number)
                    else:
                        shelf[father] = [known, number]

    def find(self, profile: Profile, fits: Callable[[int], bool] | None) -> tuple[list[int], int, bool]:
        """The clusters whose name agrees outright. With them, how many more there are that show no patronymic, too many to be
        looked at; and whether there are too many of all. ``fits`` says which clusters count; None: all do."""
        found: dict[int, None] = {}
        more = 0
        fathers = self._fathers(profile)
        for father, some in self._outright(profile, fathers):
            if isinstance(some, int):
                if fits is None or fits(some):
                    found[some] = None
            else:
                some = some if fits is None else _fitting(some, fits)
                if len(found) + len(some) <= _MOST:
                    found.update(dict.fromkeys(some))
                elif father is None and fathers:
                    more += len(some)
                else:
                    return [], 0, True
            if len(found) > _MOST:
                return [], 0, True
        return list(found), more, False

    def _outright(self, profile: Profile, fathers: Sequence[object]) -> Iterator[tuple[object, Some]]:
        """What a name means outright, with the father of each."""
        if profile.givens or len(profile.initials) < 2:
            for shelf in self._shelves(profile):
                yield from self._on(shelf, profile, fathers)
            return
        givens, fathers = self._relations.givens_of(profile.initials[0]), self._relations.fathers_of(profile.initials[1])
        for family, slip in self._families_of(profile):
            shelves, children = self._families[family], self._children[family]
            for father in () if slip else children.keys() & fathers:
                for given in children[father]:
                    if given in givens:
                        yield father, shelves[given][father]

    def find_near(self, profile: Profile, fits: Callable[[int], bool] | None) -> Iterator[list[int]]:
        """The clusters whose name agrees if a letter of it is wrong: first those of a family name or given name a slip away, and
        of the same father, whatever the given name; then those of a rare family name, whatever else."""
        fathers = self._fathers(profile)
        families = [family for family, _ in self._families_of(profile)]
        near = [some for shelf in self._shelves(profile, outright=False) for _, some in self._on(shelf, profile, fathers)]
        told = self._relations.told_apart(profile.givens)
        for family in families if fathers else ():
            shelves, children = self._families[family], self._children[family]
            for father in fathers:
                named = [given for given in children.get(father, ()) if given not in told]
                near += [shelves[given][father] for given in named if len(named) <= _MOST]
        yield _joined(near, fits)
        rare = (self._families[family] for family in families if self._sizes[family] <= _FEW)
        yield _joined((some for shelves in rare for shelf in shelves.values() for some in shelf.values()), fits)

    def _shelves(self, profile: Profile, outright: bool = True) -> Iterator[Shelf]:
        """The shelves of a name: where family name and given name agree outright, or those where one of them may be a slip."""
        by_worth = self._relations.by_worth
        givens = [by_worth(word, given=True) for word in profile.givens]
        for family, slip in self._families_of(profile):
            if slip and outright:
                continue
            shelves = self._families[family]
            for sure, near in givens:
                for given in sure if outright else (*sure, *near) if slip else near:
                    if given in shelves:
                        yield shelves[given]
            if not givens and (outright or slip):
                if profile.initials:
                    yield from map(shelves.__getitem__, shelves.keys() & self._relations.givens_of(profile.initials[0]))
                else:
                    yield from shelves.values()

    def _families_of(self, profile: Profile) -> list[tuple[int, bool]]:
        """The family names with clusters that a name can have, and whether only by a slip."""
        return [
            (family, bool(slip)) for word in profile.families[-3:]
            for slip, some in enumerate(self._relations.by_worth(word)) for family in some if family in self._families
        ]  # fmt: skip

    def _on(self, shelf: Shelf, profile: Profile, fathers: Sequence[object]) -> Iterable[tuple[object, Some]]:
        """What stands on a shelf of who is not known to be another's child."""
        if fathers:
            return [(father, shelf[father]) for father in (*fathers, None) if father in shelf]
        initials = profile.initials[0 if profile.givens else 1 :]
        if initials:
            return [(father, shelf[father]) for father in shelf.keys() & self._relations.fathers_of(initials[0])]
        return shelf.items()

    def _fathers(self, profile: Profile) -> Sequence[object]:
        return self._relations.fathers(profile.patronymics[0]) if profile.patronymics else ()


def _fitting(some: list[int], fits: Callable[[int], bool]) -> list[int]:
    return [number for number in some[:_LONGEST] if fits(number)]


def _joined(near: Iterable[Some], fits: Callable[[int], bool] | None) -> list[int]:
    """Some clusters in one list, each once; where one name has too many, none of these."""
    found: dict[int, None] = {}
    for some in near:
        if isinstance(some, int):
            if fits is None or fits(some):
                found[some] = None
            continue
        some = some if fits is None else _fitting(some, fits)
        if len(some) <= _MOST:
            found.update(dict.fromkeys(some))
    return list(found)
