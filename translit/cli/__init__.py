"""The command line: a command reads its arguments, calls one public function and prints what comes back."""

from __future__ import annotations

import os
import signal
import sys


def main() -> None:
    """Run ``translit`` with the process's arguments, in UTF-8 whatever the locale says; ends the process."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # NumPy would start threads that nothing here uses
    try:
        signal.signal(signal.SIGTERM, _end)
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        _root().main([_as_utf8(argument) for argument in sys.argv[1:]])
    except KeyboardInterrupt:
        sys.exit(130)


def _root():
    try:
        from .group import root
    except ImportError:  # another distribution may have written its own files over ours
        from .owners import intruders

        found = intruders()
        if not found:
            raise
        sys.exit("\n".join(f"translit: {line}" for line in found))
    return root


def _end(signal_number: int, frame: object) -> None:
    raise SystemExit(128 + signal_number)  # an exception, so that a half-written file is taken away


def _as_utf8(argument: str) -> str:
    return os.fsencode(argument).decode("utf-8", "surrogateescape")
