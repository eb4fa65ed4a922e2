"""Chinese names in Pinyin and as Wade and Giles write them, one beside the other."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..tables.chinese import wade_giles
from ..text import APOSTROPHES

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
