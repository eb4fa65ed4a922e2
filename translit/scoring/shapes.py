"""The shape of a person's name: what of it decides a comparison beside the ties of its words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..names import given_groups
from .kin import is_common
from .sides import Side
from .weights import COMMON_SURNAME, GIVEN_AS_SURNAME, RARITY, UNKNOWN_GIVEN


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """The role of each part (family, given, patronymic, initial), the gender the name shows, its suffixes, whether a word says who the
    father is. Names of one shape have one and the same Shape."""

    roles: tuple[str, ...]
    gender: str | None
    suffixes: tuple[str, ...]
    of_father: bool


def shape_of(side: Side, roles: tuple[str, ...]) -> Shape:
    """The shape of a name, whose parts are compared in these roles."""
    return _shape(roles, side.gender, side.suffixes, side.of_father)


@lru_cache(16384)
def _shape(*fields) -> Shape:
    return Shape(*fields)


def plain_role(role: str) -> str:
    """A part's role; what is of none is compared as a family name."""
    return role if role in _COMPARED else "family"


_COMPARED = frozenset(("given", "patronymic", "initial"))


@lru_cache(65536)
def family_rarity(word: str) -> float:
    """How much more or less than usual sharing this family name proves.

    >>> family_rarity("Ivanov") < family_rarity("Каржыцкі")
    True
    """
    if is_common(word):
        return COMMON_SURNAME
    return GIVEN_AS_SURNAME if any([not match.is_open for match in given_groups(word)]) else 1.0  # lists of names have many that are surnames too


@lru_cache(65536)
def given_rarity(word: str) -> float:
    """How much more or less than usual sharing this given name proves."""
    found = given_groups(word)
    return RARITY[found[0].frequency] if found else UNKNOWN_GIVEN
