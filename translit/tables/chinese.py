"""Chinese syllables in Pinyin and in the system of Wade and Giles."""

from __future__ import annotations

from functools import cache

from .files import read_toml, root

_NONE, _ANY = "none", "*"


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


def _follows(initial: str, after: str) -> bool:
    return after == _ANY or initial in after.split()
