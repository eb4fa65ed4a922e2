"""The alphabets other than Latin and Cyrillic: how their names are read, and how loosely readings are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import TableError
from .files import read_toml, root, shown

OTHER = "Zzzz"


@dataclass(frozen=True, slots=True)
class Script:
    """One alphabet by its ISO 15924 code. ``before`` are rewritten first; ``words`` have a Latin spelling of their own, all else
    goes by ``letters``, or by a library where there are none; ``given`` is empty, or how the letters of a given name written in one
    with its family name are read, "apart" or "together". ``compared`` rewrites a word before it is compared, its target in
    all ways; of what is left ``dropped`` letters count for nothing, and ``least`` of the others are needed. ``prefixes`` are words that
    it writes together with the next. ``long`` has the dropped letters that are written alone between two others, with those that the
    other word may have there."""

    id: str
    before: tuple[tuple[re.Pattern[str], str], ...]
    words: dict[str, str]
    letters: dict[str, str]
    given: str
    families: frozenset[str]
    compared: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
    dropped: dict[int, None]
    long: dict[str, frozenset[str]]
    article: str
    prefixes: tuple[str, ...]
    least: int
    examples: tuple[tuple[str, str], ...]
    against: tuple[tuple[str, str], ...]


def scripts() -> dict[str, Script]:
    """Every alphabet of ``matching/scripts.toml``; OTHER stands for all that have no row."""
    return {code: script_row(code) for code in _rows()}


@cache
def script_row(code: str) -> Script:
    """One alphabet by its code; OTHER where it has no row."""
    row = _rows().get(code) or _rows()[OTHER]
    path = shown(_path())
    try:
        return Script(
            id=row["id"],
            before=tuple((re.compile(source), target) for source, target in row.get("before", ())),
            words=row.get("words", {}),
            letters=row.get("letters", {}),
            given=row.get("given", ""),
            families=frozenset(row.get("families", ())),
            compared=tuple((re.compile(source), tuple(target.split("|"))) for source, target in row["compared"]),
            dropped=dict.fromkeys(map(ord, row["dropped"])),
            long={letter: frozenset(some) for letter, some in row.get("long", {}).items()},
            article=row.get("article", ""),
            prefixes=tuple(row.get("prefixes", ())),
            least=row["least"],
            examples=tuple(map(tuple, row["examples"])),
            against=tuple(map(tuple, row.get("against", ()))),
        )
    except (KeyError, ValueError, re.error) as fault:
        raise TableError(path, row.get("id", "?"), f"is not a script row: {fault!r}") from None


@cache
def _rows() -> dict[str, dict]:
    return {row.get("id", "?"): row for row in read_toml(_path())["script"]}


def _path() -> Path:
    return root() / "matching" / "scripts.toml"
