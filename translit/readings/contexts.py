"""The contexts of an open choice, as the weights name them: letters, endings, vowels and what shows the stress.

Written alike by the script that counts the weights and by the reading of a word, so that they mean the same.
"""

from __future__ import annotations

from functools import lru_cache

from ..tables.correspondences import Correspondences
from .surnames import stem_of

_EDGE = "^"
_END = "$"
_REACH = 3
_WINDOWS = ((0, 0), (1, 1), (2, 0), (0, 2), (2, 1), (1, 2), (2, 2), (3, 0), (0, 3), (3, 1), (1, 3))  # letters left, right


def ending_of(word: str, lang: str) -> str:
    """How ``word`` ends: the ending of its kind of surnames, else its last two letters.

    >>> ending_of("шевченко", "ru"), ending_of("мороз", "ru")
    ('-енко', '-оз')
    """
    stem = stem_of(word, lang)
    return "-" + (word[len(stem) :] if stem else word[-2:])


@lru_cache(512)
def contexts_of(word: str, at: int, size: int, ending: str, table: Correspondences) -> tuple[str, ...]:
    """What ``size`` letters of ``word`` from ``at`` on stand in: the letters beside them, how many syllables follow and
    come before with the word's ``ending``, the vowels around, and on which side a vowel shows the stress.

    >>> from translit.tables.correspondences import correspondences
    >>> contexts_of("рабкоў", 1, 1, "-оў", correspondences("be", "ru"))[1:3]
    ('р[а]б', '^р[а]')
    """
    letters = f"[{word[at : at + size]}]"
    padded = f"{_EDGE * _REACH}{word}{_END * _REACH}"
    start, stop = at + _REACH, at + _REACH + size
    found = [f"{padded[start - left : start]}{letters}{padded[stop : stop + right]}" for left, right in _WINDOWS]
    before = [char for char in word[:at] if char in table.vowels]
    after = [char for char in word[at + size :] if char in table.vowels]
    last, following = before[-1] if before else _EDGE, after[0] if after else _END
    found += (
        f"{letters} {len(after)} {ending}", f"{len(before)} {letters} {len(after)} {ending}", f"{letters} {ending}",
        f"{last}…{letters}…{following}", f"{letters}…{following} {ending}", f"{letters}…{''.join(after)}{_END}",
    )  # fmt: skip
    if table.stressed:
        left, right = ("´" * any(char in table.stressed for char in some) for some in (before, after))
        sides = f"{left}{letters}{right}"
        found += (f"{sides} stressed", f"{sides} stressed {ending}")
    return tuple(found)
