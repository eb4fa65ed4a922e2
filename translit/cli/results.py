"""JSON results: what every one of them carries, and the two shapes they have."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .. import __version__


def provenance(tables: Iterable[Path] = ()) -> dict[str, str]:
    """The library's version and the digest of the tables, those of the user included."""
    from ..tables import digest

    return {"translit": __version__, "tables": digest(*tables)}


def json_line(record: dict[str, object], source: dict[str, str]) -> str:
    """One record of a stream as a line of JSON, ``source`` (a provenance) at its end."""
    import json

    return json.dumps(record | source, ensure_ascii=False, default=_plain) + "\n"


def json_document(results: object, tables: Iterable[Path] = ()) -> str:
    """The results of a small command: ``{"translit": …, "tables": …, "results": …}``."""
    import json

    return json.dumps(provenance(tables) | {"results": results}, ensure_ascii=False, indent=2, default=_plain) + "\n"


def _plain(value: object) -> object:
    from dataclasses import asdict, is_dataclass

    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, set | frozenset | tuple):
        return sorted(value) if isinstance(value, set | frozenset) else list(value)
    return str(value)


def columns_of(rows: Iterable[tuple[str, ...]]) -> str:
    """Rows of text as lines with their cells in columns, the last one unpadded."""
    rows = list(rows)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1] if rows else []
    lines = (
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]).rstrip()
        for row in rows
    )
    return "".join(f"{line}\n" for line in lines)
