"""Output: standard output, or a file that is written beside and renamed; always UTF-8, never half."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from ..errors import InputError


class Output:
    """Where a command's text goes; ``stream`` takes bytes."""

    def __init__(self, stream: BinaryIO, name: str):
        self.stream, self.name = stream, name

    def write(self, text: str) -> None:
        """Write ``text`` as UTF-8; raises InputError for half a surrogate pair, and where writing fails."""
        try:
            data = text.encode("utf-8")
        except UnicodeEncodeError as fault:
            letter = ord(text[fault.start])
            raise InputError(f"U+{letter:04X} is half of a surrogate pair and no text; repair the input") from None
        self.write_bytes(data)

    def write_bytes(self, data: bytes) -> None:
        """Write ``data``, which is UTF-8 already."""
        self._do(self.stream.write, data)

    def flush(self) -> None:
        """Send off what is written so far."""
        self._do(self.stream.flush)

    def _do(self, act, *args) -> None:
        try:
            act(*args)
        except BrokenPipeError:
            raise
        except OSError as fault:
            raise _unwritable(self.name, fault) from None


@contextmanager
def open_output(path: str | None) -> Iterator[Output]:
    """Standard output, or ``path``: written beside and renamed when all went well, taken away when not."""
    if path is None or path == "-":
        if sys.stdout is None:
            raise InputError("standard output is closed; name a file with -o")
        out = Output(sys.stdout.buffer, "standard output")
        yield out
        out.flush()
        return
    target = os.path.realpath(path)
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError:
        mode = None
    except (OSError, ValueError) as fault:
        raise _unwritable(path, fault) from None
    if mode is not None and stat.S_ISDIR(mode):
        raise InputError(f"{path}: is a folder; name a file")
    if mode is not None and not stat.S_ISREG(mode):  # a device or pipe cannot be replaced
        yield from _write_through(_open(path), path)
        return
    yield from _write_beside(path, target, mode)


@contextmanager
def open_folder(path: str) -> Iterator[Callable[[str, str], None]]:
    """A new folder of texts: what takes a name and its content. Made beside and renamed when all went well.

    Raises InputError where ``path`` is there already and not an empty folder.
    """
    import shutil
    import tempfile

    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    if not os.path.isdir(folder):
        raise InputError(f"{path}: no folder {os.path.dirname(path)!r}; make it first")
    if os.path.lexists(target) and not (os.path.isdir(target) and not os.listdir(target)):
        raise InputError(f"{path}: is there already; name a new folder")
    try:
        beside = tempfile.mkdtemp(prefix=".translit-", suffix=".part", dir=folder)
    except OSError as fault:
        raise _unwritable(path, fault) from None

    def write(name: str, content: str) -> None:
        with _output_at(os.path.join(beside, name), path) as out:
            out.write(content)

    try:
        yield write
        try:
            os.chmod(beside, 0o777 & ~_umask())
            os.replace(beside, target)
        except OSError as fault:
            raise _unwritable(path, fault) from None
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


@contextmanager
def _output_at(file: str, path: str) -> Iterator[Output]:
    yield from _write_through(_open(file), path)


def _write_through(stream: BinaryIO, path: str) -> Iterator[Output]:
    try:
        out = Output(stream, path)
        yield out
        out.flush()
    finally:
        with suppress(OSError):  # it was flushed, or what went wrong is being said
            stream.close()


def _write_beside(path: str, target: str, mode: int | None) -> Iterator[Output]:
    folder = os.path.dirname(target)
    if not os.path.isdir(folder):
        raise InputError(f"{path}: no folder {os.path.dirname(path)!r}; make it first")
    import tempfile

    try:
        number, beside = tempfile.mkstemp(prefix=".translit-", suffix=".part", dir=folder)
    except OSError as fault:
        raise _unwritable(path, fault) from None
    try:
        yield from _write_through(os.fdopen(number, "wb"), path)
        try:
            os.chmod(beside, stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
            os.replace(beside, target)
        except OSError as fault:
            raise _unwritable(path, fault) from None
    except BaseException:
        os.unlink(beside)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _open(path: str) -> BinaryIO:
    try:
        return open(path, "wb")
    except OSError as fault:
        raise _unwritable(path, fault) from None


def _unwritable(path: str, fault: Exception) -> InputError:
    return InputError(f"{path}: cannot be written ({getattr(fault, 'strerror', None) or fault})")
