"""Chinese syllables in Pinyin, in the system of Wade and Giles, and as they are written in the south."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from .files import read_toml, read_tsv, root

_NONE, _ANY = "none", "*"
_ABOUT = frozenset(("source", "others"))


@cache
def wade_giles() -> dict[str, tuple[str, ...]]:
    """The syllables of Pinyin, each as Wade and Giles write it without apostrophes and umlauts, the usual way first.

    >>> wade_giles()["jing"], wade_giles()["xue"], wade_giles()["si"], wade_giles()["guo"], wade_giles()["zhong"]
    (('ching',), ('hsueh',), ('ssu', 'szu'), ('kuo',), ('chung',))
    """
    table = read_toml(root() / "matching" / "chinese.toml")
    found: dict[str, tuple[str, ...]] = {}
    for initial, finals in table["pinyin"].items():
        initial = "" if initial == _NONE else initial
        for final in finals.split():
            written = next((row["finals"][final] for row in table["final"] if final in row["finals"] and _follows(initial, row["after"])), final)
            found[initial + final] = (table["initials"].get(initial, initial) + written,)
    return found | {syllable: tuple(forms) for syllable, forms in table["syllables"].items()}


class Southern(NamedTuple):
    """Family names and syllables of given names as they are written in Hong Kong, Singapore and elsewhere in the south and abroad, each
    with what it may be in Pinyin; a syllable of Wade and Giles stands beside them. ``pinyin`` are all family names that are known there."""

    families: dict[str, frozenset[str]]
    syllables: dict[str, frozenset[str]]
    pinyin: frozenset[str]


@cache
def southern() -> Southern:
    """The tables of ``matching/chinese.toml`` and ``matching/chinese-south.tsv``.

    >>> sorted(southern().families["lee"]), sorted(southern().syllables["keung"]), sorted(southern().syllables["loong"])
    (['li'], ['jiang', 'qiang'], ['long'])
    """
    table = read_toml(root() / "matching" / "chinese.toml")
    hong_kong = {row["pinyin"]: row["south"].split() for row in read_tsv(root() / "matching" / "chinese-south.tsv")}
    families, syllables = ({pinyin: forms for pinyin, forms in table[name].items() if pinyin not in _ABOUT} for name in ("families", "southern"))
    return Southern(_turned(families), _turned(hong_kong, syllables, wade_giles()), frozenset((*families, *table["families"]["others"])))


def _turned(*tables: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for table in tables:
        for pinyin, forms in table.items():
            for form in forms:
                found.setdefault(form, set()).add(pinyin)
    return {form: frozenset(some) for form, some in found.items()}


def _follows(initial: str, after: str) -> bool:
    return after == _ANY or initial in after.split()
