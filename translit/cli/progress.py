"""Progress on standard error, at a terminal only."""

from __future__ import annotations

import os
import sys
import time

from .reading import Source

_PATIENCE, _PERIOD = 1.0, 0.2  # seconds


class _Line:
    """One line that is written over again, from the second second on, and wiped when done."""

    def __init__(self):
        self._active = sys.stderr is not None and sys.stderr.isatty()
        self._next = time.monotonic() + _PATIENCE if self._active else 0.0
        self._shown = False

    def _is_due(self) -> bool:
        """Whether somebody looks, and enough time has gone by."""
        if not self._active or time.monotonic() < self._next:
            return False
        self._next = time.monotonic() + _PERIOD
        return True

    def _say(self, text: str) -> None:
        self._shown = True
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()

    def __enter__(self):
        return self

    def __exit__(self, *fault: object) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


class Progress(_Line):
    """How far a source is read."""

    def __init__(self, source: Source):
        super().__init__()
        self._stream = source.stream
        self._name = source.name

    def step(self) -> None:
        """Say where we are."""
        if self._is_due():
            self._say(f"{self._name}: {self._place()}")

    def _place(self) -> str:
        try:
            done, size = self._stream.tell(), os.fstat(self._stream.fileno()).st_size
        except (OSError, ValueError):
            return "…"
        return f"{min(100, 100 * done // size)} %" if size else f"{done / 1e6:.1f} MB"


class Stages(_Line):
    """How far the stages of a long job are, with rate and time left of each."""

    def __init__(self):
        super().__init__()
        self._stage, self._began = "", 0.0

    def step(self, done: int, total: int, stage: str) -> None:
        """Say that ``done`` of ``total`` are done in ``stage``."""
        if stage != self._stage:
            self._stage, self._began = stage, time.monotonic()
        if self._is_due():
            self._say(stage_line(done, total, stage, time.monotonic() - self._began))


def stage_line(done: int, total: int, stage: str, seconds: float) -> str:
    """What is said of a stage after some seconds."""
    if not done or not total or seconds <= 0:
        return f"{stage} …"
    rate = done / seconds
    left = round(max(total - done, 0) / rate)
    return f"{stage}: {100 * done // total} %, {rate:,.0f}/s, {left // 60}:{left % 60:02d} left"
