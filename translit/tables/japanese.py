"""Japanese syllables as several systems write them, and how the characters of names are read."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from .files import read_toml, read_tsv, root

_TO_KATAKANA = 0x60


class Writing(NamedTuple):
    """What writers do beside the syllables: signs of kana for a longer vowel and for a consonant twice, the consonants that Latin letters and
    Cyrillic write twice, what stands for a long o, what is written otherwise, long vowels with short ones, and m with n before some letters."""

    stretch: str
    again: str
    doubled: str
    long_o: str
    written: dict[str, str]
    long: dict[str, str]
    nasal: dict[str, str]


@cache
def writing() -> Writing:
    """The table ``matching/japanese.toml``."""
    row = read_toml(root() / "matching" / "japanese.toml")
    return Writing(*[row[field] for field in Writing._fields])


class Syllables(NamedTuple):
    """What is written for a syllable, with what Hepburn writes: in kana, in Latin letters, in Cyrillic."""

    kana: dict[str, str]
    latin: dict[str, str]
    cyrillic: dict[str, str]


@cache
def syllables() -> Syllables:
    """The table ``matching/japanese-kana.tsv``.

    >>> syllables().latin["tu"], syllables().cyrillic["си"], syllables().kana["じ"], syllables().kana["ジ"]
    ('tsu', 'shi', 'ji', 'ji')
    """
    rows = read_tsv(root() / "matching" / "japanese-kana.tsv")
    kana = {sign: row["hepburn"] for row in rows for sign in (row["kana"], "".join([chr(ord(char) + _TO_KATAKANA) for char in row["kana"]]))}
    latin = {row["kunrei"]: row["hepburn"] for row in rows} | {row["hepburn"]: row["hepburn"] for row in rows}
    cyrillic: dict[str, str] = {}
    for row in rows:
        cyrillic.setdefault(row["polivanov"], row["hepburn"])
    return Syllables(kana, latin, cyrillic)


@cache
def family_readings() -> dict[str, tuple[str, ...]]:
    """Japanese family names in characters, with how they are read.

    >>> family_readings()["佐藤"], family_readings()["河野"]
    (('satou',), ('kouno', 'kawano'))
    """
    return {row["characters"]: tuple(row["readings"].split()) for row in read_tsv(root() / "matching" / "japanese-families.tsv")}


@cache
def given_readings() -> dict[str, tuple[str, ...]]:
    """The characters of Japanese given names, with how they are read there.

    >>> given_readings()["健"][0]
    'ken'
    """
    return {row["character"]: tuple(row["readings"].split()) for row in read_tsv(root() / "matching" / "japanese-characters.tsv")}
