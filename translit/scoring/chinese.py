"""Chinese names in Pinyin, as Wade and Giles write them, and as the south does, one beside the other."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from ..tables.chinese import southern, wade_giles
from ..text import APOSTROPHES
from .scripts import foreign_script, in_latin, without_accents

_HAN = "Hani"
_WORD = re.compile(r"[^\s,.;()]+")
_WORDS, _SYLLABLES, _FIRST = re.compile(r"[\s,]+"), re.compile(r"[\s,-]+"), re.compile(r"\s*([^\s,-]+)")
_LEAST, _MOST = 2, 3  # syllables of a name
_BARE = str.maketrans({"ü": "u", **dict.fromkeys(APOSTROPHES, "")})


def is_wade_giles(name: str) -> bool:
    """Whether a name is written by Wade and Giles: its syllables are theirs, and a hyphen parts them or not all are of Pinyin.

    >>> is_wade_giles("Chiang Ching-kuo"), is_wade_giles("Chou En-lai"), is_wade_giles("Jiang Jingguo"), is_wade_giles("Li Peng")
    (True, True, False, False)
    """
    first = _FIRST.match(name)
    if not first or first[1].lower().translate(_BARE) not in _written():  # soon said of most
        return False
    pieces = _SYLLABLES.split(name.lower().strip())
    if not _LEAST <= len(pieces) <= _MOST:
        return False
    bare = [piece.translate(_BARE) for piece in pieces]
    return _written().issuperset(bare) and (bare != pieces or "-" in name or not wade_giles().keys() >= set(bare))


@lru_cache(4096)
def in_wade_giles(name: str) -> str:
    """A name of Chinese syllables in either system as Wade and Giles write it without apostrophes, the family name first; empty for
    another.

    >>> in_wade_giles("Jiang Jingguo"), in_wade_giles("Ching-kuo Chiang"), in_wade_giles("JIANG, Jing Guo"), in_wade_giles("John Smith")
    ('Chiang Ching-kuo', 'Chiang Ching-kuo', 'Chiang Ching-kuo', '')
    """
    name = _in_latin(name)
    syllables = _syllables_of if is_wade_giles(name) else _spelled_anew
    words = [syllables(word) for word in _WORDS.split(name.lower())]
    if not all(words) or not _LEAST <= sum(map(len, words)) <= _MOST:
        return ""
    if len(words) == 2 and len(words[0]) > 1:  # the given name first
        words.reverse()
    family, *given = [syllable for word in words for syllable in word]
    return f"{family.capitalize()} {'-'.join(given).capitalize()}" if len(words[0]) == 1 else ""


def _syllables_of(word: str) -> list[str]:
    """The syllables of a word as Wade and Giles write it."""
    return [piece.translate(_BARE) for piece in word.split("-")]


def _spelled_anew(word: str) -> list[str]:
    """The syllables of a word of one or two in Pinyin as Wade and Giles write them; nothing of another."""
    found = _pinyin().fullmatch(word.translate(_BARE).replace("-", ""))
    return [wade_giles()[syllable][0] for syllable in found.groups() if syllable] if found else []


@cache
def _pinyin() -> re.Pattern[str]:
    syllable = "|".join(sorted(wade_giles(), key=len, reverse=True))
    return re.compile(f"({syllable})({syllable})?")


@cache
def _written() -> frozenset[str]:
    return frozenset(form for forms in wade_giles().values() for form in forms)


def _in_latin(name: str) -> str:
    """A name in Chinese characters in Pinyin without its tones, another as it stands."""
    return without_accents(in_latin(name, _HAN)) if foreign_script(name) == _HAN else name


class _Full(NamedTuple):
    """A family name and one or two syllables of a given name in a text, in small letters, and where they stand there."""

    family: str
    given: tuple[str, ...]
    start: int
    end: int


@lru_cache(16384)
def is_southern(name: str) -> bool:
    """Whether a Chinese name stands in a text as the south writes it: not all of it is Pinyin, or no
    family is called so there.

    >>> is_southern("Eric Chan Kwok-ki"), is_southern("Goh Keng Swee"), is_southern("Li Peng"), is_southern("John Smith")
    (True, True, False, False)
    """
    words = _SYLLABLES.split(name.lower())
    if southern().families.keys().isdisjoint(words):  # soon said of most
        return False
    names = _in_southern(name)
    return any(full.family not in southern().pinyin or not wade_giles().keys() >= {full.family, *full.given} for full in names)


@lru_cache(4096)
def in_pinyin_of(name: str, other: str) -> str:
    """A name that the south writes with the words of another, which is in Pinyin or in characters, where these may be its own; else empty.

    >>> in_pinyin_of("Stephen Lo Wai-chung", "LU Weicong"), in_pinyin_of("Goh Keng Swee", "Wu Qingrui"), in_pinyin_of("Goh Keng Swee", "Li Peng")
    ('Stephen LU Weicong', 'Wu Qingrui', '')
    """
    other = _in_latin(other)
    for full, own in product(_in_southern(name), _in_pinyin(other)):
        if len(full.given) == len(own.given) and own.family in southern().families[full.family]:
            if all(_may_be(syllable, pinyin) for syllable, pinyin in zip(full.given, own.given, strict=True)):
                return f"{name[: full.start]}{other[own.start : own.end]}{name[full.end :]}"
    return ""


def _may_be(syllable: str, pinyin: str) -> bool:
    return syllable == pinyin or pinyin in southern().syllables.get(syllable, ())


@lru_cache(4096)
def _in_pinyin(name: str) -> tuple[_Full, ...]:
    return tuple(_full_names(name, southern().pinyin, wade_giles()))


@lru_cache(4096)
def _in_southern(name: str) -> tuple[_Full, ...]:
    return tuple(_full_names(name, southern().families, southern().syllables))


def _full_names(name: str, families: Container[str], syllables: Container[str]) -> Iterator[_Full]:
    """Every family name with the given name before or behind it."""
    words = [(found[0].lower().translate(_BARE), found.start(), found.end()) for found in _WORD.finditer(name)]
    for at, (family, start, end) in enumerate(words):
        if family not in families:
            continue
        for first, last in ((at + 1, at + 2), (at + 1, at + 3), (at - 1, at), (at - 2, at)):
            if first < 0 or last > len(words):
                continue
            given = [syllable for word, *_ in words[first:last] for syllable in _cut(word, syllables, last - first == 1)]
            if 0 < len(given) < _MOST and all(given):
                yield _Full(family, tuple(given), min(start, words[first][1]), max(end, words[last - 1][2]))


def _cut(word: str, syllables: Container[str], both: bool) -> list[str]:
    """A word of a given name cut into its syllables, of which ``both`` may stand in it; [""] for another."""
    if both and "-" in word:
        pieces = word.split("-")
        return pieces if len(pieces) == 2 and all(piece in syllables for piece in pieces) else [""]
    if word in syllables:
        return [word]
    cuts = [[word[:cut], word[cut:]] for cut in range(1, len(word)) if word[:cut] in syllables and word[cut:] in syllables] if both else []
    return cuts[0] if cuts else [""]
