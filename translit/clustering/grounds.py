"""What made a node join: how family name, given name and patronymic agree, as one small number and in words."""

from __future__ import annotations

from functools import cache, lru_cache

from .classes import EXACT, SECOND, SLIP
from .comparing import CROSSED, INITIAL
from .relations import HINT

_FAMILY = ("", "the family name agrees", "the family name agrees in one reading", "the family name differs by a slip", "given and family name change places")
_GIVEN = (
    "one given name is missing", "the given name agrees", "the initial fits", "the given name differs by a slip", "the given names are alike",
    "the given names are alike, though the tables have both",
)  # fmt: skip
_PATRONYMIC = ("", "the patronymic agrees", "the initial of the patronymic fits", "the patronymic differs by a slip")
_SIZE = 8


@lru_cache(4096)
def ground(family: float, given: float, patronymic: float) -> int:
    """How the parts of two names agree (as ``compare`` has it), as one number."""
    a = 4 if family == given == CROSSED else 1 if family == EXACT else 2 if family >= SECOND else 3 if family > 0 else 0
    b = 2 if given == INITIAL else 1 if given >= SECOND else 3 if given >= SLIP / 2 else 4 if given >= HINT else 5 if given < 0 else 0
    c = 1 if patronymic == EXACT else 2 if patronymic == INITIAL else 3 if patronymic > 0 else 0
    return a + _SIZE * (b + _SIZE * c)


@cache
def told(number: int) -> str:
    """A ground in words.

    >>> told(ground(1.0, INITIAL, 0.0))
    'the family name agrees; the initial fits'
    """
    parts = _FAMILY[number % _SIZE], _GIVEN[number // _SIZE % _SIZE], _PATRONYMIC[number // _SIZE // _SIZE]
    return "; ".join(part for part in parts if part)
