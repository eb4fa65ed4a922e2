"""What compiles once and is kept: the digest of tables and code, and the cache folder of compiled tables."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from .files import root

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


def cache_folder() -> Path:
    """The folder compiled tables are kept in: ``$XDG_CACHE_HOME/translit``, else ``~/.cache/translit``."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "translit"


def cache_is_writable() -> bool:
    """Whether compiled tables can be kept; where not, they are compiled in memory at every start."""
    folder = cache_folder()
    while not folder.exists():
        if folder.parent == folder:
            return False
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK)


def recall(name: str, extra: tuple[Path, ...] = ()) -> dict | None:
    """What ``keep`` stored under ``name`` for these very tables and this very code; None without it."""
    try:
        with uncollected():  # what is read stays: looking through it for rubbish again and again takes half the time
            return json.loads(_place(name, extra).read_bytes())
    except (OSError, ValueError):
        return None


@contextmanager
def uncollected() -> Iterator[None]:
    """Make many values, none of which hold each other in a circle, without looking through all there are for rubbish."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def as_tuples(rows: dict[str, list[list]]) -> dict[str, tuple[tuple, ...]]:
    """Rows by key, as ``recall`` gives them, as tuples: lists by the ten thousand, which the garbage collector goes through again
    and again, would make everything slower."""
    return {key: tuple([tuple(row) for row in some]) for key, some in rows.items()}


def keep(name: str, value: dict, extra: tuple[Path, ...] = ()) -> None:
    """Store ``value`` (JSON) under ``name``: written beside, then renamed; where that fails, not stored."""
    place = _place(name, extra)
    beside = None
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=place.parent, suffix=".part", delete=False) as file:
            beside = file.name
            json.dump(value, file, ensure_ascii=False, separators=(",", ":"))
        os.replace(beside, place)
    except (OSError, UnicodeError):
        if beside and os.path.exists(beside):
            os.unlink(beside)


def _place(name: str, extra: tuple[Path, ...]) -> Path:
    return cache_folder() / f"{digest_of(extra)}-{_code_digest()}" / f"{name}.json"
