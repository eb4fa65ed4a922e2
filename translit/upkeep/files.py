"""Gold files: bytes, UTF-8, JSON lines; what is wrong is said with file and line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from ..errors import InputError


def json_rows(path: Path, *needed: str) -> Iterator[tuple[int, dict]]:
    """Every object of a JSONL file with its line; raises InputError for what is none or lacks a ``needed`` field."""
    for line, raw in enumerate(decoded(read_bytes(path), path).split("\n"), 1):
        if not raw.strip():
            continue
        try:
            row = json.loads(raw)
        except json.JSONDecodeError as fault:
            raise InputError(f"{path}:{line}: is no JSON ({fault.msg}); write one object a line") from None
        lacking = [field for field in needed if not isinstance(row, dict) or field not in row]
        if lacking:
            raise InputError(f"{path}:{line}: lacks {', '.join(lacking)}")
        yield line, row


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; raises InputError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as fault:
        raise InputError(f"{path}: cannot be read ({fault.strerror or fault})") from None


def decoded(data: bytes, path: Path) -> str:
    """``data`` as text; raises InputError where it is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(f"{path}: is not UTF-8; save the file as UTF-8") from None
