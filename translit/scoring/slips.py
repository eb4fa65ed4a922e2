"""Slips of the pen: what sort of mistake makes one word of another, and in which letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from ..tables.matching import misread_beside_vowels, misread_digits, misread_letters, neighbour_keys, vowels

_LEAST_STEMS = 0.7

@dataclass(frozen=True, slots=True)
class Slip:
    """``sort`` is swapped, doubled, dropped, neighbour, replaced, misread or several; ``rule`` names the letters."""

    sort: str
    rule: str


def are_unlike_stems(stem: str, other: str) -> bool:
    """Whether what stands before the common ending of two words is so unlike that they are two words, and no slips.

    >>> are_unlike_stems("lami", "lamina"), are_unlike_stems("kanat", "kanapat")
    (True, False)
    """
    return OSA.normalized_similarity(stem, other) < _LEAST_STEMS


def misread_between(a: str, b: str) -> str:
    """The letters of one of two folded words that look like one of the other, where nothing else parts them; else nothing.

    >>> misread_between("timofei", "tirnofei"), misread_between("haugland", "haugland"), misread_between("kern", "kerr")
    ('rn', '', '')
    """
    if a != b:
        for seen, meant in misread_letters():
            if (seen in a or seen in b) and a.replace(seen, meant) == b.replace(seen, meant):
                return seen
    return ""


def without_digits(name: str) -> str:
    """A name with letters for the digits inside its words, which machines read for them.

    >>> without_digits("Aleksandr Lukashenk0"), without_digits("J0hn Sm1th 3rd"), without_digits("Malcolm X 7")
    ('Aleksandr Lukashenko', 'John Smith 3rd', 'Malcolm X 7')
    >>> without_digits("Mi1orad Dodik"), without_digits("0sama Ki1ani"), without_digits("Wi11iam Moss")
    ('Milorad Dodik', 'Osama Kilani', 'William Moss')
    """
    return _MISREAD.sub(_letters_for_digits, name) if _DIGIT.search(name) else name


def without_digits_inside(name: str) -> str:
    """A name of words with letters for the noughts and ones between its small letters or before them: other digits may be meant.

    >>> without_digits_inside("Rhein1and Exp0rts"), without_digits_inside("0lewnik"), without_digits_inside("B2B 1st Base, C0")
    ('Rheinland Exports', 'Olewnik', 'B2B 1st Base, C0')
    """
    return _WITH_DIGIT.sub(_letters_inside, name) if _DIGIT.search(name) else name


def _letters_inside(found: re.Match[str]) -> str:
    word = found[0]
    inside = any(digit in "01" and word[at : at + 1].islower() and word[at + 2 : at + 3].islower() for at, digit in enumerate(word[1:]))
    return without_digits(word) if inside or word[0] == "0" and len(word) > 2 and word[1:3].islower() else word


def _letters_for_digits(found: re.Match[str]) -> str:
    word = _beside_vowel().sub(lambda digit: misread_beside_vowels().get(digit[0], digit[0]), found[0]).translate(misread_digits())
    return word.capitalize() if found[0][0].isdigit() else word


@cache
def _beside_vowel() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<=[{vowels()}])\d|(?<=.)\d(?=[{vowels()}])")


_DIGIT = re.compile(r"\d")
_WITH_DIGIT = re.compile(r"[^\W_]*[01][^\W_]*")
# one digit behind two letters or more, one or two between some, once or twice, a nought before some
_MISREAD = re.compile(r"\b[^\W\d_]+(?:\d{1,2}[^\W\d_]+){1,2}\b|\b[^\W\d_]{2,}\d\b|\b0[^\W\d_]{2,}(?:\d[^\W\d_]+)?\b")


@lru_cache(65536)
def slip_between(a: str, b: str) -> Slip:
    """The slip that parts two words of the same alphabet.

    >>> slip_between("tikhanovskaya", "tkihanovskaya").rule
    'the letters ik and ki are swapped'
    >>> slip_between("timofei", "tirnofei").rule
    'rn looks like m'
    >>> slip_between("statkevich", "statkeevich").sort, slip_between("putin", "pytin").sort, slip_between("tolstoj", "tostoj").rule
    ('doubled', 'neighbour', 'the letter l is left out')
    """
    if misread := misread_between(a, b):
        return Slip("misread", f"{misread} looks like {dict(misread_letters())[misread]}")
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    left, right = a[start : len(a) - end], b[start : len(b) - end]
    if len(left) == len(right) == 2 and left == right[::-1]:
        return Slip("swapped", f"the letters {left} and {right} are swapped")
    if len(left) == len(right) == 1:
        if frozenset((left, right)) in neighbour_keys():
            return Slip("neighbour", f"{left} and {right} are neighbours on the keyboard")
        return Slip("replaced", f"{left} stands for {right}")
    if len(left) + len(right) == 1:
        letter, whole = left or right, a if left else b
        if letter in (whole[start - 1 : start], whole[start + 1 : start + 2]):
            return Slip("doubled", f"the letter {letter} is doubled")
        return Slip("dropped", f"the letter {letter} is left out")
    return Slip("several", f"{a} and {b} differ in {OSA.distance(a, b)} letters")
