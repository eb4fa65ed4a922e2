"""The tables as values: find, parse, compile, say what is wrong and where."""

from __future__ import annotations

from pathlib import Path


def digest(*extra: str | Path) -> str:
    """Twelve hexadecimal digits that stand for the tables (and ``extra`` files) as they are now: two results with one
    digest come from the same tables."""
    from .store import digest_of

    return digest_of(tuple(Path(path) for path in extra))
