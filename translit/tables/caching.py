"""The cache folder, and how one JSON file in it is read and written."""

from __future__ import annotations

import gc
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


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


@contextmanager
def uncollected() -> Iterator[None]:
    """Make many values, none of which hold each other in a circle, without looking through all there are for rubbish. They count as
    old afterwards, and are not looked through at once."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            if gc.get_freeze_count() == 0:  # else somebody else has put values aside, and wants them there
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def load(place: Path) -> dict | None:
    """What ``save`` stored at ``place``; None without it."""
    try:
        with uncollected():  # what is read stays: looking through it for rubbish again and again takes half the time
            return json.loads(place.read_bytes())
    except (OSError, ValueError):
        return None


def save(place: Path, value: dict) -> None:
    """Store ``value`` at ``place``: written beside, then renamed; where that fails, or is no JSON, not stored."""
    beside = None
    try:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=place.parent, suffix=".part", delete=False) as file:
            beside = file.name
            file.write(text)
        os.replace(beside, place)
    except (OSError, UnicodeError, TypeError):
        if beside and os.path.exists(beside):
            os.unlink(beside)
