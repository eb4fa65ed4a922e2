"""Numbers in names: in digits, in roman numerals, in words, and what stands beside them."""

from __future__ import annotations

from functools import lru_cache

from ..tables.organisations import about_numbers, ordinal_groups
from ..text import fold
from .vocabulary import groups_of, is_number

_LONGEST_NUMBER = 9  # digits


@lru_cache(32768)
def number_meant(word: str) -> int:
    """The number that a word is, in digits, in roman numerals of several letters or as an ordinal; -1 for another word.

    >>> number_meant("12"), number_meant("IV"), number_meant("Третья"), number_meant("V")
    (12, 4, 3, -1)
    """
    if word.isdecimal():
        return int(word) if len(word) <= _LONGEST_NUMBER else -1
    if len(word) > 1 and is_number(word):
        return _roman(word)
    return next((ordinal_groups()[group] for group in groups_of(word) if group in ordinal_groups()), -1)


def _roman(word: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in word]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))


def joins_number(words: tuple[str, ...], at: int) -> bool:
    """Whether a word says no more than the number beside it: No. 2, 103rd, 103-я."""
    before, after = about_numbers()
    word = fold(words[at])
    return word in before and words[at + 1 : at + 2] != () and words[at + 1].isdigit() or word in after and at > 0 and words[at - 1].isdigit()
