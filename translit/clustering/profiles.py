"""What names say when they are compared: their words by part, their initials, and how full they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..names import suffix_meant
from .cutting import Names
from .parse import Parsed, Parser
from .vocabulary import Word, initial_of

_WHOLE = 0


@dataclass(slots=True)
class Profile:
    """A name: its words by part, as numbers, and what each initial can stand for, in order; what tells father
    from son. ``rank`` orders names from the fullest (0) to the barest (4)."""

    families: tuple[int, ...]
    givens: tuple[int, ...]
    patronymics: tuple[int, ...]
    initials: tuple[frozenset[str], ...] = ()
    suffixes: tuple[str, ...] = ()
    rank: int = _WHOLE

    @property
    def words(self) -> tuple[int, ...]:
        """All words of the name."""
        return (*self.families, *self.givens, *self.patronymics)

    @property
    def forenames(self) -> tuple[int, ...]:
        """Given name and patronymic."""
        return (*self.givens[:1], *self.patronymics[:1])


class Profiles(Sequence):
    """The profiles of so many names. Most names are whole: family name, given name and patronymic, a word each, and nothing else. Of
    these only numbers are kept. ``is_whole`` tells which they are, ``is_plain`` which are at least nothing but a word of each part, or none; ``family``, ``given`` and ``patronymic`` are the last family
    name, the first given name and the first patronymic of every name, -1 where it has none."""

    def __init__(self, size: int):
        self.is_whole, self.is_plain = bytearray([True]) * size, bytearray([True]) * size
        self.family: list[int] = []
        self.given: list[int] = []
        self.patronymic: list[int] = []
        self._others: dict[int, Profile] = {}

    def __len__(self) -> int:
        return len(self.is_whole)

    def __getitem__(self, at: int) -> Profile:
        if self.is_whole[at]:
            return Profile((self.family[at],), (self.given[at],), (self.patronymic[at],))
        return self._others[at]

    def add_whole(self, family: int, given: int, patronymic: int) -> None:
        """The next name, which is whole."""
        self.family.append(family)
        self.given.append(given)
        self.patronymic.append(patronymic)

    def add(self, profile: Profile) -> None:
        """The next name."""
        family, given, patronymic, at = profile.families, profile.givens, profile.patronymics, len(self.family)
        self.add_whole(family[-1] if family else -1, given[0] if given else -1, patronymic[0] if patronymic else -1)
        self.is_plain[at] = not profile.initials and not profile.suffixes and len(family) < 2 and len(given) < 2 and len(patronymic) < 2
        self.is_whole[at] = self.is_plain[at] and bool(family and given and patronymic) and profile.rank == _WHOLE
        if not self.is_whole[at]:
            self._others[at] = profile

    def others(self) -> Iterable[int]:
        """The places of the names that are not whole."""
        return self._others.keys()

    def rank(self, at: int) -> int:
        """How full a name is, from 0, the fullest, to 4."""
        return _WHOLE if self.is_whole[at] else self._others[at].rank

    def turn_round(self, at: int) -> None:
        """Take given name for family name and family name for given name, a word each, in a name without patronymic."""
        profile = self._others[at]
        profile.givens, profile.families = profile.families, profile.givens
        self.given[at], self.family[at] = self.family[at], self.given[at]


def profiles_of(found: Names, known: Sequence[Word]) -> Profiles:
    """The profiles of the names that were cut up, in order."""
    profiles, parser = Profiles(len(found.texts)), Parser(found, known)
    for at in range(len(found.texts)):
        words = parser.whole(at)
        if words is None:
            profiles.add(_profile_of(parser.parse(at), known))
        else:
            profiles.add_whole(*words)
    return profiles


def _profile_of(parsed: Parsed, known: Sequence[Word]) -> Profile:
    """The profile of a parsed name; of several given names and no family name, one is taken for it."""
    given, family = parsed.given, parsed.family
    if len(given) > 1 and not family:
        family = tuple(word for word in given if not known[word].reviewed) or given[-1:]
        family = family if len(family) < len(given) else given[-1:]
        given = tuple(word for word in given if word not in family) or given[:1]
    initials = _initials_of(parsed.initials) if parsed.initials else ()
    return Profile(family, given, parsed.patronymic, initials, tuple(map(suffix_meant, parsed.suffixes)), _rank(parsed))


@lru_cache(1 << 14)
def _initials_of(initials: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(map(initial_of, initials))


def _rank(parsed: Parsed) -> int:
    if parsed.given and parsed.family:
        return _WHOLE if parsed.patronymic else 1
    if parsed.family and parsed.initials:
        return 2 if len(parsed.initials) > 1 else 3
    return 4
