"""Clusters filed by family name, given name and father, so that of a thousand namesakes a record is compared with few."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .dates import dates_agree
from .judging import Core
from .profiles import Profile
from .relations import Relations

_MOST, _FEW, _LONGEST = 60, 20, 4000  # clusters that are compared; those of a rare family name; those looked through for a date

Some = "int | list[int]"
Shelf = dict[object, Some]  # father → clusters; None: no patronymic, or one whose father nobody knows
Kept = "int | Shelf"  # most shelves hold one cluster, which is kept in their place


class Shelves:
    """Clusters by number. A cluster stands under every given name and father that its fullest name can mean."""

    def __init__(self, relations: Relations, cores: Sequence[Core]):
        self._relations, self._cores = relations, cores
        self._families: dict[int, dict[int | None, Kept]] = {}
        self._children: dict[int, dict[object, int | list[int | None] | None]] = {}  # the given names of a father's children: one, or several
        self._sizes: dict[int, int] = {}
        self._years: dict[int, dict[int, list[int]]] = {}  # of big families that were asked for one year, the clusters by year

    def enter(self, number: int, profile: Profile) -> None:
        """File a cluster."""
        givens, fathers = self._stands_under(profile)
        for family in set(map(self._relations.family_class, profile.families[-3:])):
            self._sizes[family] = self._sizes.get(family, 0) + 1
            shelves = self._families.get(family)
            if shelves is None:
                shelves = self._families[family] = {}
                children = self._children[family] = {}
            else:
                children = self._children[family]
            for given in givens:
                shelf = shelves.get(given)
                if shelf is None:
                    shelves[given] = number
                    for father in fathers:
                        _add(children, father, given)
                    continue
                if isinstance(shelf, int):
                    shelf = shelves[given] = dict.fromkeys(self._fathers(self._cores[shelf].profile) or (None,), shelf)
                for father in fathers:
                    known = shelf.setdefault(father, number)
                    if known is number:
                        _add(children, father, given)
                    else:
                        _add(shelf, father, number)
            if family in self._years:
                self._years[family].setdefault(self._cores[number].date // 10000, []).append(number)

    def _stands_under(self, profile: Profile) -> tuple[Sequence[int | None], Sequence[object]]:
        """The given names and the fathers that a name can mean."""
        sure = self._relations.sure_givens
        if len(profile.givens) == 1:
            givens = sure(profile.givens[0])
        else:
            givens = tuple([one for word in profile.givens[:2] for one in sure(word)])
        return givens or (None,), self._fathers(profile) or (None,)

    def find(self, profile: Profile, date: int) -> tuple[list[int], int, bool]:
        """The clusters whose name agrees outright, and whose date does (0: all do). With them, how many more there are that show no
        patronymic, too many to be looked at; and whether there are too many of all."""
        fathers = self._fathers(profile)
        if fathers and profile.givens:
            return self._find_whole(profile, fathers, date)
        found: dict[int, None] = {}
        for some in self._outright(profile, fathers, date):
            if isinstance(some, int):
                if not date or dates_agree(self._cores[some].date, date):
                    found[some] = None
            else:
                some = self._fitting(some, date) if date else some
                if len(some) <= _MOST:
                    found.update(dict.fromkeys(some))
                else:
                    return [], 0, True
            if len(found) > _MOST:
                return [], 0, True
        return list(found), 0, False

    def _find_whole(self, profile: Profile, fathers: Sequence[object], date: int) -> tuple[list[int], int, bool]:
        """``find`` of a name with given name and father."""
        relations, families, cores = self._relations, self._families, self._cores
        found: dict[int, None] = {}
        more = 0
        fathers = (*fathers, None)
        givens = [given for word in profile.givens for given in relations.sure_givens(word)]
        for word in profile.families[-3:]:
            for family in relations.sure_families(word):
                shelves = families.get(family)
                if shelves is None:
                    continue
                for given in givens:
                    shelf = shelves.get(given)
                    if shelf is None:
                        continue
                    if isinstance(shelf, int):
                        own = self._fathers(cores[shelf].profile)
                        if (not own or any([father in own for father in fathers])) and (not date or dates_agree(cores[shelf].date, date)):
                            found[shelf] = None
                        continue
                    for father in fathers:
                        some = shelf.get(father)
                        if some is None:
                            continue
                        if isinstance(some, int):
                            if not date or dates_agree(cores[some].date, date):
                                found[some] = None
                        else:
                            some = self._fitting(some, date) if date else some
                            if len(found) + len(some) <= _MOST:
                                found.update(dict.fromkeys(some))
                            elif father is None:
                                more += len(some)
                            else:
                                return [], 0, True
        return ([], 0, True) if len(found) > _MOST else (list(found), more, False)

    def _outright(self, profile: Profile, fathers: Sequence[object], date: int) -> Iterator[Some]:
        """What a name without given name or father means outright."""
        relations, initials = self._relations, profile.initials
        if date:
            yield from self._outright_in_year(profile, fathers, date)
        elif profile.givens or len(initials) < 2:
            for shelf in self._shelves(profile):
                yield from self._on(shelf, profile, fathers)
        else:
            givens, fathers = relations.givens_of(initials[0]), relations.fathers_of(initials[1])
            for family in self._sure_families(profile):
                shelves, children = self._families[family], self._children[family]
                for father in children.keys() & fathers:
                    for given in _listed(children[father]):
                        if given in givens:
                            yield _child(shelves[given], father)

    def _outright_in_year(self, profile: Profile, fathers: Sequence[object], date: int) -> Iterator[Some]:
        """The same among the clusters of one year, and those of which nobody knows it."""
        relations, initials = self._relations, profile.initials
        firsts: Iterable[int | None] | None = None
        if profile.givens:
            firsts = {given for word in profile.givens for given in relations.sure_givens(word)}
        elif initials:
            firsts = relations.givens_of(initials[0])
        later = initials[0 if profile.givens else 1 :]
        seconds = {*fathers, None} if fathers else relations.fathers_of(later[0]) if later else None
        for family in self._sure_families(profile):
            years = self._by_year(family)
            for number in (*years.get(date // 10000, ()), *years.get(0, ())):
                givens, own = self._stands_under(self._cores[number].profile)
                if (firsts is None or not firsts.isdisjoint(givens)) and (seconds is None or not seconds.isdisjoint(own)):
                    yield number

    def _by_year(self, family: int) -> dict[int, list[int]]:
        """The clusters of a family name by year. One that learns its year later stays among those without."""
        years = self._years.get(family)
        if years is None:
            years = self._years[family] = {}
            for number in _each(some for kept in self._families[family].values() for some in _all_on(kept)):
                years.setdefault(self._cores[number].date // 10000, []).append(number)
        return years

    def find_near(self, profile: Profile, date: int) -> Iterator[list[int]]:
        """The clusters whose name agrees if a letter of it is wrong: first those of a family name or given name a slip away, and
        of the same father, whatever the given name; then those of a rare family name, whatever else."""
        fathers = self._fathers(profile)
        families = [family for family, _ in self._families_of(profile)]
        if not families:
            return
        near = [some for shelf in self._shelves(profile, outright=False) for some in self._on(shelf, profile, fathers)]
        told = self._relations.told_apart(profile.givens)
        for family in families if fathers else ():
            shelves, children = self._families[family], self._children[family]
            for father in fathers:
                named = [given for given in _listed(children[father]) if given not in told] if father in children else ()
                if len(named) <= _MOST:
                    near += [_child(shelves[given], father) for given in named]
        yield self._joined(near, date)
        rare = (self._families[family] for family in families if self._sizes[family] <= _FEW)
        yield self._joined((some for shelves in rare for kept in shelves.values() for some in _all_on(kept)), date)

    def _shelves(self, profile: Profile, outright: bool = True) -> Iterator[Kept]:
        """The shelves of a name: where family name and given name agree outright, or those where one of them may be a slip."""
        relations = self._relations
        givens = [(relations.sure_givens(word), relations.near_givens(word)) for word in profile.givens]
        for family, slip in self._families_of(profile):
            if slip and outright:
                continue
            shelves = self._families[family]
            for sure, near in givens:
                for given in sure if outright else (*sure, *near) if slip else near:
                    if given in shelves:
                        yield shelves[given]
            if not givens and (outright or slip):
                some = shelves.keys() & self._relations.givens_of(profile.initials[0]) if profile.initials else shelves
                yield from (shelves[given] for given in some)

    def _sure_families(self, profile: Profile) -> list[int]:
        """The family names with clusters that a name has outright."""
        return [family for word in profile.families[-3:] for family in self._relations.sure_families(word) if family in self._families]

    def _families_of(self, profile: Profile) -> list[tuple[int, bool]]:
        """The family names with clusters that a name can have, and whether only by a slip."""
        relations = self._relations
        return [
            (family, slip) for word in profile.families[-3:]
            for slip, some in ((False, relations.sure_families(word)), (True, relations.near_families(word)))
            for family in some if family in self._families
        ]  # fmt: skip

    def _on(self, kept: Kept, profile: Profile, fathers: Sequence[object]) -> Iterable[Some]:
        """What stands on a shelf of who is not known to be another's child."""
        initials = profile.initials[0 if profile.givens else 1 :]
        if not fathers and not initials:
            return _all_on(kept)
        some = (*fathers, None) if fathers else self._relations.fathers_of(initials[0])
        if isinstance(kept, int):
            own = self._fathers(self._cores[kept].profile)
            return (kept,) if not own or any([father in some for father in own]) else ()
        return [kept[father] for father in (some if fathers else kept.keys() & some) if father in kept]

    def _fathers(self, profile: Profile) -> Sequence[object]:
        return self._relations.fathers(profile.patronymics[0]) if profile.patronymics else ()

    def _fitting(self, some: list[int], date: int) -> list[int]:
        """Those of some clusters whose date agrees."""
        cores = self._cores
        return [number for number in some[:_LONGEST] if dates_agree(cores[number].date, date)]

    def _joined(self, near: Iterable[Some], date: int) -> list[int]:
        """Some clusters in one list, each once, of those whose date agrees; where one name has too many, none of these."""
        found: dict[int, None] = {}
        for some in near:
            if isinstance(some, int):
                if not date or dates_agree(self._cores[some].date, date):
                    found[some] = None
                continue
            some = self._fitting(some, date) if date else some
            if len(some) <= _MOST:
                found.update(dict.fromkeys(some))
        return list(found)


def _add(kept: dict, key: object, one: object) -> None:
    """Keep one thing more under a key: a single one as it is, several as a list."""
    known = kept.get(key, kept)
    if known is kept:
        kept[key] = one
    elif isinstance(known, list):
        known.append(one)
    else:
        kept[key] = [known, one]


def _child(kept: Kept, father: object) -> Some:
    """Who of a shelf is the child of a father that it has."""
    return kept if isinstance(kept, int) else kept[father]


def _all_on(kept: Kept) -> Iterable[Some]:
    return (kept,) if isinstance(kept, int) else kept.values()


def _listed(kept: object) -> list:
    return kept if isinstance(kept, list) else [kept]


def _each(some: Iterable[Some]) -> Iterable[int]:
    """Every cluster once."""
    found: dict[int, None] = {}
    for one in some:
        if isinstance(one, int):
            found[one] = None
        else:
            found.update(dict.fromkeys(one))
    return found
