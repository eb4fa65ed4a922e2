"""Tables read twice: once for the columns that a whole-file command needs, once to be written with its answers."""

from __future__ import annotations

import shutil
import tempfile
from array import array
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from .columns import check_follows
from .progress import Progress
from .reading import Source, open_sources
from .tabular import check_columns, open_table


@dataclass(frozen=True, slots=True)
class Again:
    """Inputs that can be read again from where they began; those that come by pipe are kept on disk meanwhile."""

    sources: tuple[Source, ...]
    starts: tuple[int, ...]

    def __iter__(self) -> Iterator[Source]:
        for source, start in zip(self.sources, self.starts, strict=True):
            source.stream.seek(start)
            yield source


def open_again(stack: ExitStack, files: Sequence[str], input_format: str | None, column: str) -> Again:
    """Every input, open until ``stack`` closes; no files at all means standard input."""
    sources = []
    for name in files or ("-",):
        opened = open_sources((name,), input_format, (column,))
        stack.callback(opened.close)
        sources.append(_seekable(next(opened), stack))
    return Again(tuple(sources), tuple(source.stream.tell() for source in sources))


def _seekable(source: Source, stack: ExitStack) -> Source:
    if source.stream.seekable():
        return source
    kept = stack.enter_context(tempfile.TemporaryFile())
    shutil.copyfileobj(source.stream, kept)
    kept.seek(0)
    return Source(source.name, kept, source.format)


@dataclass(frozen=True, slots=True)
class Records:
    """Some columns of tables: the ``values`` of each use, record by record, and where the records stand."""

    values: dict[str, list]
    _lines: array = field(default_factory=lambda: array("q"))
    _tables: list[tuple[int, object]] = field(default_factory=list)  # each with its first record before it

    def __len__(self) -> int:
        return len(self._lines)

    def place(self, number: int) -> str:
        """Where record ``number`` (from 0) begins, as messages say it."""
        table = next(table for first, table in reversed(self._tables) if first <= number)
        return f"{table.name}:{self._lines[number]}"

    def read(self, source: Source, columns: dict[str, str], new: tuple[str, ...], is_update: bool) -> None:
        """Take in the records of one table; ``columns`` says which column is of which use. Names are text.

        Raises InputError where the table cannot be written later: with a column missing, with one of the ``new`` ones
        there (in an update, these are read and written anew), with another header than the table before.
        """
        table = open_table(source, new if is_update else ())
        rows = table.rows()
        if not table.columns and not table.head:
            return  # an empty file
        known = {use: column for use, column in columns.items() if not (is_update and column in new)}
        check_columns(table, tuple(known.values()), new)
        if self._tables:
            check_follows(self._tables[0][1], table)
        wanted = [(self.values[use], column, use == "name") for use, column in columns.items()]
        self._tables.append((len(self), table))
        with Progress(source) as progress:
            for row in rows:
                if row.cells:
                    self._lines.append(row.line)
                    for values, column, is_name in wanted:
                        values.append(row.text(column, table.name) if is_name else row.cells.get(column))
                progress.step()


def read_records(
    sources: Again, columns: dict[str, str], new: tuple[str, ...] = (), is_update: bool = False
) -> Records:  # fmt: skip
    """The records of all inputs, column by column; blank lines are none. ``new`` are columns still to be written."""
    records = Records({use: [] for use in columns})
    for source in sources:
        records.read(source, columns, new, is_update)
    return records
