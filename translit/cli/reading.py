"""Input as it comes: files and standard input as bytes, whole lines, UTF-8 text, documents with their offsets."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from ..errors import InputError

STDIN = "-"
WINDOW = 4_000_000  # bytes; a longer text is read in windows
_BLOCK, _CUT = 1 << 16, 1 << 12
_SUFFIXES = {".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}
_BLANK_LINE = r"\n[ \t\r]*\n"  # compiled when a text is long enough to be cut
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Source:
    """One input: its name as messages print it (``-`` is standard input), its bytes, and how to read them."""

    name: str
    stream: BinaryIO
    format: str


@dataclass(frozen=True, slots=True)
class Document:
    """A piece of a text that is read at once: ``start`` is its first character's offset in the whole text, ``line``
    and ``column`` its place (from 1)."""

    text: str
    start: int
    line: int
    column: int


def check_files(files: tuple[str, ...]) -> None:
    """Raise InputError for the first file that cannot be read, before any output is made."""
    for name in files:
        if name == STDIN:
            continue
        try:
            is_folder = stat.S_ISDIR(os.stat(name).st_mode)
        except (OSError, ValueError) as fault:
            raise _unreadable(name, fault) from None
        if is_folder:
            raise InputError(f"{_shown(name)}: is a folder; name the files in it")
        if not os.access(name, os.R_OK):
            raise InputError(f"{_shown(name)}: cannot be read (permission denied)")


def reads_tables(files: tuple[str, ...], input_format: str | None, columns: tuple[str, ...]) -> bool:
    """Whether the inputs are tables to be read by column. Raises InputError where ``columns`` and formats do not fit:
    a column of a text, a table without a column, tables among texts."""
    kinds = {name: _format_of(name, input_format, columns) for name in files or (STDIN,)}
    for name, kind in kinds.items():
        if columns and kind == "text":
            raise InputError(f"{_shown(name)}: is text and has no columns; leave -c out, or say --input-format csv")
        if not columns and kind != "text":
            raise InputError(f"{_shown(name)}: is a table; name columns with -c, or say --input-format text")
    return bool(columns)


def _format_of(name: str, input_format: str | None, columns: tuple[str, ...]) -> str:
    unknown = "csv" if columns and name == STDIN else "text"
    return input_format or _SUFFIXES.get(PurePath(name).suffix.lower(), unknown)


def open_sources(
    files: tuple[str, ...], input_format: str | None = None, columns: tuple[str, ...] = ()
) -> Iterator[Source]:
    """Every input in order; no files at all means standard input, which is CSV where columns are asked for."""
    check_files(files)
    for name in files or (STDIN,):
        kind = _format_of(name, input_format, columns)
        if name == STDIN:
            if sys.stdin is None:
                raise InputError("standard input is closed; name a file")
            yield Source(STDIN, sys.stdin.buffer, kind)
            continue
        try:
            stream = open(name, "rb")
        except (OSError, ValueError) as fault:
            raise _unreadable(name, fault) from None
        with stream:
            yield Source(_shown(name), stream, kind)


def _unreadable(name: str, fault: Exception) -> InputError:
    if isinstance(fault, FileNotFoundError):
        way_out = f" (text itself comes by pipe: echo {_shown(name)!r} | translit …)"
        way_out = "" if "." in name or "/" in name else way_out
        return InputError(f"{_shown(name)}: no such file{way_out}")
    return InputError(f"{_shown(name)}: cannot be read ({getattr(fault, 'strerror', None) or fault})")


def _shown(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def line_blocks(source: Source, size: int = _BLOCK) -> Iterator[bytes]:
    """The input in blocks of whole lines of about ``size`` bytes, as soon as they come; only the last may lack its
    line's end."""
    read = getattr(source.stream, "read1", source.stream.read)
    pending: list[bytes] = []
    while data := _read(read, source, size):
        cut = data.rfind(b"\n") + 1
        if not cut:
            pending.append(data)
            continue
        yield b"".join([*pending, memoryview(data)[:cut]])
        pending = [data[cut:]] if cut < len(data) else []
    if pending:
        yield b"".join(pending)


@dataclass(frozen=True, slots=True)
class Range:
    """Whole lines of a file: its bytes from ``start`` to ``end``. ``path`` is a file that another process of this user can
    open too."""

    path: str
    start: int
    end: int

    def read(self) -> bytes:
        """The bytes; fewer where the file has become shorter."""
        with open(self.path, "rb", buffering=0) as file:
            file.seek(self.start)
            return file.read(self.end - self.start)

    def lines_before(self) -> int:
        """How many lines end before it in the file."""
        with open(self.path, "rb") as file:
            blocks = iter(lambda: file.read(min(_BLOCK, self.start - file.tell())), b"")
            return sum(block.count(b"\n") for block in blocks)


def path_for_others(source: Source) -> str:
    """Under which path another process can open the very file that a source reads from its beginning; empty where there is
    none."""
    try:
        number = source.stream.fileno()
        path = f"/proc/{os.getpid()}/fd/{number}"
        if stat.S_ISREG(os.fstat(number).st_mode) and not source.stream.tell() and os.path.samestat(os.stat(path), os.fstat(number)):
            return path
    except (OSError, ValueError):
        pass
    return ""


def line_ranges(source: Source, path: str, size: int) -> Iterator[Range]:
    """The blocks of ``line_blocks`` as ranges, none of them read but where it is cut."""
    start = mark = 0
    while (end := os.fstat(source.stream.fileno()).st_size) > mark:
        mark = min(mark + size, end)
        cut = _last_cut(source, start, mark)
        if cut > start:
            yield Range(path, start, cut)
            start = cut
    if mark > start:
        yield Range(path, start, mark)


def _last_cut(source: Source, start: int, end: int) -> int:
    """Where the last line ends that ends between two places; ``start`` where none does."""
    while end > start:
        first = max(start, end - _CUT)
        source.stream.seek(first)
        found = _read(source.stream.read, source, end - first).rfind(b"\n")
        if found >= 0:
            return first + found + 1
        end = first
    return start


def _read(read, source: Source, size: int) -> bytes:
    try:
        return read(size)
    except OSError as fault:
        raise _unreadable(source.name, fault) from None


def is_waiting(source: Source) -> bool:
    """Whether the next block is still to come: a pipe or terminal with nothing in it now."""
    import select

    try:
        return not select.select([source.stream], [], [], 0)[0]
    except (OSError, ValueError):  # no stream of the system, or one that cannot be asked
        return False


def text_blocks(source: Source) -> Iterator[tuple[int, str]]:
    """Blocks of whole lines as text, each with the number of its first line. Bytes that are not UTF-8 raise
    InputError with line and byte, after the lines before them."""
    line = 1
    for block in line_blocks(source):
        text, fault = decode_lines(source.name, line, block)
        if text or fault is None:
            yield line, text
        if fault is not None:
            raise fault
        line += text.count("\n")


def decode_lines(name: str, first: int, block: bytes) -> tuple[str, InputError | None]:
    """The text of a block whose first line has the number ``first``; where bytes are not UTF-8, the lines before
    them, and what is to be said."""
    try:
        return block.decode("utf-8"), None
    except UnicodeDecodeError as fault:
        start = block.rfind(b"\n", 0, fault.start) + 1
        line = first + block.count(b"\n", 0, start)
        return block[:start].decode("utf-8"), _undecodable(name, line, fault, fault.start - start)


def _undecodable(name: str, line: int, fault: UnicodeDecodeError, at: int) -> InputError:
    byte = fault.object[fault.start]
    head = fault.object[:2] if line == 1 else b""
    if head in (b"\xff\xfe", b"\xfe\xff"):
        return InputError(f"{name}:1:1: is UTF-16; save the file as UTF-8")
    way_out = "save the file as UTF-8 (`iconv -f CP1251 -t UTF-8`, if it is an old Windows file)"
    return InputError(f"{name}:{line}:{at + 1}: byte 0x{byte:02X} is not UTF-8; {way_out}")


def text_lines(source: Source) -> Iterator[tuple[int, str]]:
    """Every line with its number and its end as it stands."""
    for first, block in text_blocks(source):
        yield from enumerate(_split_lines(block), first)


def _split_lines(text: str) -> list[str]:
    lines = text.split("\n")
    last = lines.pop()
    return [line + "\n" for line in lines] + ([last] if last else [])


def split_end(line: str) -> tuple[str, str]:
    """A line without its end, and the end: ``\\r\\n``, ``\\n`` or nothing."""
    for end in ("\r\n", "\n"):
        if line.endswith(end):
            return line[: -len(end)], end
    return line, ""


def documents(source: Source, window: int = WINDOW) -> Iterator[Document]:
    """A text as one document, or, when it is longer than ``window`` bytes, in windows cut at blank lines, else at
    white space. Put together they are the text."""
    start, line, column = 0, 1, 1
    pieces: list[str] = []
    size = 0
    for _, block in text_blocks(source):
        pieces.append(block)
        size += len(block.encode("utf-8"))
        while size > window:
            text = "".join(pieces)
            room = len(text[:window].encode("utf-8")[:window].decode("utf-8", "ignore"))
            cut = _cut(text, max(1, room))
            head = text[:cut]
            yield Document(head, start, line, column)
            start, line, column = start + cut, line + head.count("\n"), _column_after(head, column)
            pieces = [text[cut:]]
            size -= len(head.encode("utf-8"))
    if size or start == 0:
        yield Document("".join(pieces), start, line, column)


def _cut(text: str, room: int) -> int:
    """Where to cut ``text`` so that at most ``room`` characters come before."""
    blank = 0
    for found in re.compile(_BLANK_LINE).finditer(text, max(0, room // 2), room):
        blank = found.end()
    if blank:
        return blank
    return max(text.rfind(space, 1, room) + 1 for space in (" ", "\n", "\t")) or room


def _column_after(text: str, column: int) -> int:
    newline = text.rfind("\n")
    return len(text) - newline if newline >= 0 else column + len(text)
