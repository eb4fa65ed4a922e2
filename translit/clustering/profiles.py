"""What a name says when names are compared: its words by part, its initials, and how full it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .parse import Parsed
from .relations import CONTRADICTED, Relations, best_of
from .vocabulary import Word, initial_of

INITIAL, CROSSED = 0.61, 0.7


@dataclass(slots=True)
class Profile:
    """A name: its words by part, as numbers, and what each initial can stand for, in order; what tells father
    from son. ``rank`` orders names from the fullest (0) to the barest (4). ``is_whole`` says that it is family name, given name and
    patronymic, a word each, and nothing else, as most are."""

    families: tuple[int, ...]
    givens: tuple[int, ...]
    patronymics: tuple[int, ...]
    initials: tuple[frozenset[str], ...]
    suffixes: tuple[str, ...]
    rank: int
    is_whole: bool

    @property
    def words(self) -> tuple[int, ...]:
        """All words of the name."""
        return (*self.families, *self.givens, *self.patronymics)

    @property
    def forenames(self) -> tuple[int, ...]:
        """Given name and patronymic."""
        return (*self.givens[:1], *self.patronymics[:1])


def profile_of(parsed: Parsed, known: Sequence[Word]) -> Profile:
    """The profile of a parsed name; of several given names and no family name, one is taken for it."""
    given, family, patronymic = parsed.given, parsed.family, parsed.patronymic
    if len(patronymic) == len(given) == len(family) == 1 and not parsed.initials and not parsed.suffixes:
        return Profile(family, given, patronymic, (), (), 0, True)
    if len(given) > 1 and not family:
        family = tuple(word for word in given if not known[word].reviewed) or given[-1:]
        family = family if len(family) < len(given) else given[-1:]
        given = tuple(word for word in given if word not in family) or given[:1]
    initials = _initials_of(parsed.initials) if parsed.initials else ()
    return Profile(family, given, patronymic, initials, _plain(parsed.suffixes), _rank(parsed), False)


@lru_cache(1 << 14)
def _initials_of(initials: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(map(initial_of, initials))


def _plain(suffixes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(suffix.strip(".").casefold() for suffix in suffixes) if suffixes else ()


def _rank(parsed: Parsed) -> int:
    if parsed.given and parsed.family:
        return 0 if parsed.patronymic else 1
    if parsed.family and parsed.initials:
        return 2 if len(parsed.initials) > 1 else 3
    return 4


def compare(relations: Relations, one: Profile, other: Profile) -> tuple[float, float, float]:
    """How well family names, forenames and patronymics of two names agree, as ``Relations`` has it."""
    if one.is_whole and other.is_whole:
        patronymic = relations.patronymic(one.patronymics[0], other.patronymics[0])
        if patronymic < 0:
            return 0.0, 0.0, patronymic
        family = relations.family(one.families[0], other.families[0])
        given = relations.given(one.givens[0], other.givens[0])
        return (family, given, patronymic) if family and given > 0 else _crossed(relations, one, other, (family, given, patronymic))
    if one.suffixes and other.suffixes and one.suffixes != other.suffixes:
        return 0.0, CONTRADICTED, CONTRADICTED
    patronymic = best_of(relations.patronymic, one.patronymics, other.patronymics) if one.patronymics and other.patronymics else 0.0
    if patronymic < 0:
        return 0.0, 0.0, patronymic  # nothing else counts
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


def _crossed(relations: Relations, one: Profile, other: Profile, said: tuple[float, float, float]) -> tuple[float, float, float]:
    """What was said of two names, or that given and family name change places."""
    crossed = min(best_of(relations.family, one.families, other.givens), best_of(relations.family, one.givens, other.families))
    return (CROSSED, CROSSED, said[2]) if crossed >= INITIAL else said


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
