"""Progress on standard error, at a terminal only."""

from __future__ import annotations

import os
import sys
import time

from .reading import Source

_PATIENCE, _PERIOD = 1.0, 0.2  # seconds


class Progress:
    """How far a source is read, said from the second second on and wiped when done."""

    def __init__(self, source: Source):
        self._active = sys.stderr is not None and sys.stderr.isatty()
        self._stream = source.stream
        self._name = source.name
        self._next = time.monotonic() + _PATIENCE if self._active else 0.0
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def step(self) -> None:
        """Say where we are, if somebody looks and enough time has gone by."""
        if not self._active or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _PERIOD
        self._shown = True
        sys.stderr.write(f"\r\x1b[K{self._name}: {self._place()}")
        sys.stderr.flush()

    def _place(self) -> str:
        try:
            done, size = self._stream.tell(), os.fstat(self._stream.fileno()).st_size
        except (OSError, ValueError):
            return "…"
        return f"{min(100, 100 * done // size)} %" if size else f"{done / 1e6:.1f} MB"

    def __exit__(self, *fault: object) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
