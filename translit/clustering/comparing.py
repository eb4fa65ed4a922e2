"""How well two names agree: family name, forenames and patronymic, as ``Relations`` has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from .classes import EXACT
from .profiles import Profile, Profiles
from .relations import CONTRADICTED, Relations, best_of

INITIAL, CROSSED = 0.61, 0.7

Said = tuple[float, float, float]  # how well family names, forenames and patronymics agree
ALL = (EXACT, EXACT, EXACT)
_OTHER_FATHER = (0.0, 0.0, CONTRADICTED)


def comparer(profiles: Profiles, relations: Relations, names: Sequence[int], fullers: Mapping[int, int]) -> Callable[[int, int], Said]:
    """A function that says how well a name, by its place in ``profiles``, agrees with a cluster, by its number: with the name among
    ``names``, and where that tells no patronymic, with the patronymic of the one among ``fullers``."""
    is_whole, is_plain = profiles.is_whole, profiles.is_plain
    families, givens, patronymics = profiles.family, profiles.given, profiles.patronymic
    as_families, as_givens, as_patronymics = relations.as_families, relations.as_givens, relations.as_patronymics
    are_one = relations.are_one_family

    def compare(one: int, number: int) -> Said:
        other = names[number]
        if not (is_whole[one] and is_whole[other]):
            said = compare_other(one, other)
            return (*said[:2], compare_other(one, fullers[number])[2]) if not said[2] and number in fullers else said
        mine, yours = patronymics[one], patronymics[other]
        patronymic = EXACT if mine == yours else as_patronymics[mine << 32 | yours]
        if patronymic < 0:
            return _OTHER_FATHER  # nothing else counts
        mine, yours = families[one], families[other]
        family = EXACT if mine == yours else as_families[mine << 32 | yours]
        mine, yours = givens[one], givens[other]
        given = EXACT if mine == yours else as_givens[mine << 32 | yours]
        if family and given > 0:
            return family, given, patronymic
        crossed = are_one(families[one], givens[other]) and are_one(givens[one], families[other])
        return (CROSSED, CROSSED, patronymic) if crossed else (family, given, patronymic)

    def compare_other(one: int, other: int) -> Said:
        """Two names of which one is not whole."""
        if not (is_plain[one] and is_plain[other]):
            return _compared(relations, profiles[one], profiles[other])
        some = patronymics[one], patronymics[other]
        patronymic = relations.patronymic(*some) if min(some) >= 0 else 0.0
        if patronymic < 0:
            return _OTHER_FATHER
        some = families[one], families[other]
        family = relations.family(*some) if min(some) >= 0 else 0.0
        some = givens[one], givens[other]
        given = relations.given(*some) if min(some) >= 0 else 0.0
        if family and given > 0 or min(families[one], families[other], *some) < 0:
            return family, given, patronymic
        crossed = are_one(families[one], givens[other]) and are_one(givens[one], families[other])
        return (CROSSED, CROSSED, patronymic) if crossed else (family, given, patronymic)

    return compare


def _compared(relations: Relations, one: Profile, other: Profile) -> Said:
    """Two names, of which one is not whole."""
    if one.suffixes and other.suffixes and one.suffixes != other.suffixes:
        return 0.0, CONTRADICTED, CONTRADICTED
    patronymic = best_of(relations.patronymic, one.patronymics, other.patronymics) if one.patronymics and other.patronymics else 0.0
    if patronymic < 0:
        return _OTHER_FATHER
    family = best_of(relations.family, one.families, other.families)
    if one.givens and other.givens:
        given = best_of(relations.given, one.givens, other.givens)
        if one.initials or other.initials:
            later = _later_initials(relations, one, other)
            if later is not None and not patronymic:
                patronymic = INITIAL if later else CONTRADICTED
    elif one.initials:
        given, patronymic = _by_initials(one.initials, other.initials or _firsts(relations, other))
    elif other.initials:
        given, patronymic = _by_initials(other.initials, _firsts(relations, one))
    else:
        given = 0.0
    if (not family or given <= 0) and one.families and one.givens and other.families and other.givens:
        return _crossed(relations, one, other, (family, given, patronymic))
    return family, given, patronymic


def _crossed(relations: Relations, one: Profile, other: Profile, said: Said) -> Said:
    """What was said of two names, or that given and family name change places."""
    are_one = relations.are_one_family
    if best_of(are_one, one.families, other.givens) and best_of(are_one, one.givens, other.families):
        return CROSSED, CROSSED, said[2]
    return said


def _firsts(relations: Relations, profile: Profile) -> list[frozenset[str]]:
    return [relations.firsts(word) for word in profile.forenames]


def _by_initials(initials: tuple[frozenset[str], ...], firsts: Sequence[frozenset[str]]) -> tuple[float, float]:
    """What initials tell of the given name and of the patronymic."""
    told = [CONTRADICTED if initial.isdisjoint(first) else INITIAL for initial, first in zip(initials, firsts, strict=False)]
    return (*told[:2], 0.0, 0.0)[:2]


def _later_initials(relations: Relations, one: Profile, other: Profile) -> bool | None:
    """Whether an initial after a given name (Иван С.) fits the other's patronymic."""
    for mine, yours in ((one, other), (other, one)):
        if mine.initials and yours.patronymics and len(mine.forenames) == 1:
            return not mine.initials[0].isdisjoint(relations.firsts(yours.patronymics[0]))
    return None
