"""What every script here ends with: write the table it makes, or compare it."""

from __future__ import annotations

import sys
from pathlib import Path


def write_or_compare(table: Path, made: str) -> int:
    """Write ``made`` beside ``table``, then rename; with --check on the command line, only compare. The exit code."""
    if "--check" in sys.argv[1:]:
        return int(not table.is_file() or table.read_text("utf-8") != made)
    table.parent.mkdir(parents=True, exist_ok=True)
    beside = table.with_suffix(".part")
    beside.write_text(made, "utf-8")
    beside.replace(table)
    return 0
