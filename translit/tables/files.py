"""Where the tables are and how a table file is read: the only opener of table files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from ..errors import TableError
from .caching import cache_folder, load, save

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def root() -> Path:
    """The folder of the tables: of the checkout when there is one, else inside the installed package.

    A checkout is known by a ``pyproject.toml`` that names ``translit-names`` beside ``tables/``.
    """
    checkout = _PACKAGE.parent
    project = checkout / "pyproject.toml"
    if (checkout / "tables").is_dir() and project.is_file():
        if 'name = "translit-names"' in project.read_text(encoding="utf-8"):
            return checkout / "tables"
    packed = _PACKAGE / "_tables"
    if not packed.is_dir():
        raise TableError(packed, problem="the tables are missing; reinstall translit-names")
    return packed


def shown(path: Path) -> str:
    """A table's path as messages print it: ``tables/…`` for our own, as given for the user's."""
    try:
        return f"tables/{path.relative_to(root()).as_posix()}"
    except ValueError:
        return str(path)


def read_text(path: Path) -> str:
    """The text of a table file; raises TableError for what cannot be read or is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise TableError(shown(path), problem=f"cannot be read ({fault.strerror or fault})") from None
    except UnicodeDecodeError as fault:
        line = path.read_bytes()[: fault.start].count(b"\n") + 1
        raise TableError(shown(path), f"line {line}", "is not UTF-8; save the file as UTF-8") from None


def read_toml(path: Path) -> dict:
    """One TOML table file as a dictionary; a fault is a TableError that names file and line.

    What our own tables say is kept, by their very bytes: TOML takes ten times as long to read as JSON does.
    """
    text = read_text(path)
    place = cache_folder() / "toml" / f"{hashlib.sha256(text.encode()).hexdigest()[:32]}.json" if root() in path.parents else None
    read = load(place) if place else None
    if read is None:
        read = _parse_toml(path, text)
        if place:
            save(place, read)
    return read


def _parse_toml(path: Path, text: str) -> dict:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise TableError(shown(path), problem=str(fault)) from None


def read_tsv(path: Path) -> list[dict[str, str]]:
    """One TSV table file: a header line, then rows; ``#`` starts a comment line; no quoting."""
    header: list[str] | None = None
    rows = []
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
        elif len(cells) != len(header):
            problem = f"has {len(cells)} columns, the header {len(header)}"
            raise TableError(shown(path), f"line {number}", problem)
        else:
            rows.append(dict(zip(header, cells, strict=True)))
    return rows


def files_by_language(folder: Path, read: Callable[[Path], dict] = read_toml) -> dict[str, Path]:
    """The TOML files of ``folder`` by language: each says in ``lang`` whose it is (one or several), else its name does.
    Raises TableError for a language that two files have."""
    found: dict[str, Path] = {}
    for path in sorted(folder.glob("*.toml")):
        langs = read(path).get("lang", path.stem)
        for lang in [langs] if isinstance(langs, str) else langs:
            if lang in found:
                raise TableError(shown(path), "lang", f"{lang} has {shown(found[lang])} already")
            found[lang] = path
    return found
