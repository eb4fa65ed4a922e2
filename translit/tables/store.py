"""What compiles once and is kept: the digest of tables and code, and what is stored under it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import cache, wraps
from pathlib import Path
from typing import TypeVar

from .caching import cache_folder, load, save, uncollected
from .files import root

Kept = TypeVar("Kept")
_CODE = Path(__file__).resolve().parent.parent


@cache
def digest_of(extra: tuple[Path, ...] = ()) -> str:
    """Twelve hexadecimal digits that stand for the tables (and ``extra`` files) as they are now.

    Two results with one digest come from the same tables.
    """
    return _hash(_files(root()) + [file for path in extra for file in _files(path)])[:12]


@cache
def _code_digest() -> str:
    return _hash(sorted(_CODE.rglob("*.py")))[:12]


def _files(path: Path) -> list[Path]:
    """The table files at ``path``; what tables are made from (``build``, which a wheel has not) is none."""
    if path.is_dir():
        inputs = path / "build"
        found = (file for file in path.rglob("*") if file.suffix in (".toml", ".tsv") and inputs not in file.parents)
        return sorted(file for file in found if file.is_file())
    return [path]


def _hash(paths: Iterable[Path]) -> str:
    sums = hashlib.sha256()
    for path in paths:
        sums.update(path.name.encode())
        sums.update(hashlib.sha256(path.read_bytes()).digest())
    return sums.hexdigest()


def recall(name: str, extra: tuple[Path, ...] = ()) -> dict | None:
    """What ``keep`` stored under ``name`` for these very tables and this very code; None without it."""
    try:
        return load(_place(name, extra))
    except OSError:  # one of the files is not there, which whoever reads it will tell
        return None


def kept(name: str) -> Callable[[Callable[[], Kept]], Callable[[], Kept]]:
    """Decorates a function without arguments: what it gives (JSON) is worked out once for each state of tables and code, stored under
    ``name``, and recalled from there."""

    def decorate(work_out: Callable[[], Kept]) -> Callable[[], Kept]:
        return wraps(work_out)(lambda: recalled(name, work_out))

    return decorate


def recalled(name: str, work_out: Callable[[], Kept]) -> Kept:
    """What ``keep`` stored under ``name``; without it what ``work_out`` gives, stored for the next time."""
    found = recall(name)
    if found is None:
        with uncollected():  # nearly all that is made stays
            found = work_out()
        keep(name, found)
    return found


def as_tuples(rows: dict[str, list[list]]) -> dict[str, tuple[tuple, ...]]:
    """Rows by key, as ``recall`` gives them, as tuples: lists by the ten thousand, which the garbage collector goes through again
    and again, would make everything slower."""
    return {key: tuple([tuple(row) for row in some]) for key, some in rows.items()}


def keep(name: str, value: dict, extra: tuple[Path, ...] = ()) -> None:
    """Store ``value`` (JSON) under ``name``; where that fails, not stored."""
    save(_place(name, extra), value)


def _place(name: str, extra: tuple[Path, ...]) -> Path:
    return cache_folder() / f"{digest_of(extra)}-{_code_digest()}" / f"{name}.json"
