"""The clusters that a name may belong to, found on their shelves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .cores import Cores
from .dates import dates_agree
from .profiles import Profile, Profiles
from .relations import Relations
from .shelves import Family, Kept, Shelves, Some, all_on, listed

_MOST, _FEW, _LONGEST = 60, 20, 4000  # clusters that are compared; those of a rare family name; those looked through for a date


class Search:
    """Asks the shelves."""

    def __init__(self, profiles: Profiles, relations: Relations, cores: Cores, shelves: Shelves):
        self._profiles, self._relations, self._cores, self._shelves = profiles, relations, cores, shelves
        self._families = shelves.families

    def find(self, name: int, date: int) -> tuple[list[int], int, bool]:
        """The clusters whose name agrees outright, and whose date does (0: all do). With them, how many more there are that show no
        patronymic, too many to be looked at; and whether there are too many of all."""
        fathers = self._fathers(name)
        if fathers and self._profiles.given[name] >= 0:
            return self._find_whole(name, fathers, date)
        profile = self._profiles[name]
        if date:
            some = self._outright_in_year(profile, fathers, date)
            return ([], 0, True) if len(some) > _MOST else (some, 0, False)
        found: dict[int, None] = {}
        for some_on in self._outright(profile, fathers):
            for some in some_on:
                if isinstance(some, int):
                    found[some] = None
                elif len(some) <= _MOST:
                    found.update(dict.fromkeys(some))
                else:
                    return [], 0, True
                if len(found) > _MOST:
                    return [], 0, True
        return list(found), 0, False

    def _find_whole(self, name: int, fathers: Sequence[object], date: int) -> tuple[list[int], int, bool]:
        """``find`` of a name with given name and father."""
        found: dict[int, None] = {}
        more, dates, fathers_of = 0, self._cores.dates, self._shelves.fathers
        for kept in self._sure_shelves(name):
            if isinstance(kept, int):
                own = fathers_of(kept)
                if not own or own is fathers or any([father in own for father in fathers]):
                    if not date or dates_agree(dates[kept], date):
                        found[kept] = None
                continue
            for father in (*fathers, None):
                some = kept.get(father)
                if isinstance(some, int):
                    if not date or dates_agree(dates[some], date):
                        found[some] = None
                elif some:
                    some = self._fitting(some, date)
                    if len(found) + len(some) <= _MOST:
                        found.update(dict.fromkeys(some))
                    elif father is None:
                        more += len(some)
                    else:
                        return [], 0, True
        return ([], 0, True) if len(found) > _MOST else (list(found), more, False)

    def _sure_shelves(self, name: int) -> list[Kept]:
        """The shelves of family name and given name of a name, outright."""
        profiles, relations, found = self._profiles, self._relations, self._families
        if profiles.is_whole[name]:
            words, givens = (profiles.family[name],), relations.sure_givens(profiles.given[name])
        else:
            profile = profiles[name]
            words, givens = profile.families[-3:], [one for word in profile.givens for one in relations.sure_givens(word)]
        return [
            kept for word in words for one in relations.sure_families(word)
            if (family := found.get(one)) is not None
            for given in givens if (kept := family.shelves.get(given)) is not None
        ]  # fmt: skip

    def _outright(self, profile: Profile, fathers: Sequence[object]) -> Iterator[Iterable[Some]]:
        """What a name without given name or father means outright."""
        relations, initials = self._relations, profile.initials
        if profile.givens or len(initials) < 2:
            for kept in self._named(profile):
                yield self._on(kept, profile, fathers)
        else:
            givens, fathers = relations.givens_of(initials[0]), relations.fathers_of(initials[1])
            for family in self._sure_families(profile):
                for father in family.children.keys() & fathers:
                    yield _children(family, father, [given for given in listed(family.children[father]) if given in givens])

    def _outright_in_year(self, profile: Profile, fathers: Sequence[object], date: int) -> list[int]:
        """The same among the clusters of one year, and those of which nobody knows it."""
        relations, initials, shelves = self._relations, profile.initials, self._shelves
        names, dates, givens_of, fathers_of = self._cores.names, self._cores.dates, shelves.givens, shelves.fathers
        found: dict[int, None] = {}
        firsts: Iterable[int | None] | None = None
        if profile.givens:
            firsts = {given for word in profile.givens for given in relations.sure_givens(word)}
        elif initials:
            firsts = relations.givens_of(initials[0])
        later = initials[0 if profile.givens else 1 :]
        seconds = {*fathers, None} if fathers else relations.fathers_of(later[0]) if later else None
        for family in self._sure_families(profile):
            years = shelves.years(family)
            for number in (*years.get(date // 10000, ()), *years.get(0, ())):
                if firsts is None or not firsts.isdisjoint(givens_of(names[number])):
                    if seconds is None or not seconds.isdisjoint(fathers_of(number) or (None,)):
                        if dates_agree(dates[number], date):
                            found[number] = None
        return list(found)

    def find_near(self, name: int, date: int) -> Iterator[list[int]]:
        """The clusters whose name agrees if a letter of it is wrong: first those of a family name or given name a slip away, and
        of the same father, whatever the given name; then those of a rare family name, whatever else."""
        profile, fathers = self._profiles[name], self._fathers(name)
        families = [family for family, _ in self._families_of(profile)]
        if not families:
            return
        near: list[Some] = []
        for kept in self._named(profile, outright=False):
            near += self._on(kept, profile, fathers)
        told = self._relations.told_apart(profile.givens)
        for family in families if fathers else ():
            for father in fathers:
                if father in family.children:
                    named = [given for given in listed(family.children[father]) if given not in told]
                    if len(named) <= _MOST:
                        near += _children(family, father, named)
        yield self._joined(near, date)
        yield self._joined([family.numbers for family in families if len(family.numbers) <= _FEW], date)

    def _named(self, profile: Profile, outright: bool = True) -> Iterator[Kept]:
        """The shelves of a name: where family name and given name agree outright, or those where one of them may be a slip."""
        relations = self._relations
        givens = [(relations.sure_givens(word), relations.near_givens(word)) for word in profile.givens]
        for family, slip in self._families_of(profile):
            if slip and outright:
                continue
            shelves = family.shelves
            for sure, near in givens:
                for given in sure if outright else (*sure, *near) if slip else near:
                    if given in shelves:
                        yield shelves[given]
            if not givens and (outright or slip):
                some = shelves.keys() & relations.givens_of(profile.initials[0]) if profile.initials else shelves
                yield from [shelves[given] for given in some]

    def _sure_families(self, profile: Profile) -> list[Family]:
        """The family names with clusters that a name has outright."""
        some = [family for word in profile.families[-3:] for family in self._relations.sure_families(word)]
        return [self._families[family] for family in some if family in self._families]

    def _families_of(self, profile: Profile) -> list[tuple[Family, bool]]:
        """The family names with clusters that a name can have, and whether only by a slip."""
        relations = self._relations
        return [
            (self._families[family], slip) for word in profile.families[-3:]
            for slip, some in ((False, relations.sure_families(word)), (True, relations.near_families(word)))
            for family in some if family in self._families
        ]  # fmt: skip

    def _on(self, kept: Kept, profile: Profile, fathers: Sequence[object]) -> Iterable[Some]:
        """What stands on a shelf of who is not known to be another's child."""
        initials = profile.initials[0 if profile.givens else 1 :]
        if not fathers and not initials:
            return all_on(kept)
        some = (*fathers, None) if fathers else self._relations.fathers_of(initials[0])
        if isinstance(kept, int):
            own = self._shelves.fathers(kept)
            return (kept,) if not own or any([father in some for father in own]) else ()
        return [kept[father] for father in (some if fathers else kept.keys() & some) if father in kept]

    def _fathers(self, name: int) -> Sequence[object]:
        return self._relations.fathers(self._profiles.patronymic[name])

    def _fitting(self, some: list[int], date: int) -> list[int]:
        """Those of some clusters whose date agrees."""
        dates = self._cores.dates
        return [number for number in some[:_LONGEST] if dates_agree(dates[number], date)] if date else some

    def _joined(self, near: Iterable[Some], date: int) -> list[int]:
        """Some clusters in one list, each once, of those whose date agrees; where one name has too many, none of these."""
        dates, found = self._cores.dates, {}
        for some in near:
            if isinstance(some, int):
                if not date or dates_agree(dates[some], date):
                    found[some] = None
            elif len(some := self._fitting(some, date)) <= _MOST:
                found.update(dict.fromkeys(some))
        return list(found)


def _children(family: Family, father: object, givens: Iterable[int | None]) -> list[Some]:
    """The clusters of a father's children of these given names."""
    shelves = family.shelves
    return [kept if isinstance(kept := shelves[given], int) else kept[father] for given in givens]
