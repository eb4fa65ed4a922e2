"""Tables as input: CSV, TSV and JSONL kept byte for byte, with columns appended; Parquet in ``parquet``."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice

from ..errors import InputError, nearest
from .reading import BOM, Source, split_end, text_lines
from .writing import Output

Value = str | float | int | bool | None

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_LINES = 200
_LONGEST_CELL = 2**31 - 1
_LAST = "columns that are written anew must stand last, as they were written"


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the ``line`` it begins in (from 1), its cells by column, and ``raw``, what it was written as."""

    line: int
    cells: dict[str, object]
    raw: str

    def text(self, column: str, source: str) -> str | None:
        """The text in ``column``; None for a missing or null field. Raises InputError for anything else."""
        value = self.cells.get(column)
        if value is None or isinstance(value, str):
            return value
        raise InputError(f"{source}:{self.line}: {column!r} is {json.dumps(value, default=str)[:40]}, not text")


class CsvTable:
    """A CSV or TSV file: dialect found from its first lines, rows given back as they stand."""

    def __init__(self, source: Source):
        self.name = source.name
        lines = text_lines(source)
        sample = list(islice(lines, _SAMPLE_LINES))
        self._dialect = _find_dialect([line for _, line in sample], source.format)
        self._records = self._split(chain(sample, lines))
        self._needs_quotes = re.compile(f'["\n\r{re.escape(self._dialect["delimiter"])}]').search
        self.columns: list[str] = []
        self.head = ""
        while not self.columns:
            _, self.columns, raw = next(self._records, (0, [""], ""))
            self.head += raw
        if not self.head.removeprefix(BOM).strip():
            self.columns = []
        self._all = self.columns
        quotes = self.head.count('"')
        self._quotes_all = self._dialect["quoting"] != csv.QUOTE_NONE and quotes >= 2 * max(len(self.columns), 1)

    def _split(self, lines: Iterator[tuple[int, str]]) -> Iterator[tuple[int, list[str], str]]:
        """Records with the line they begin in, their cells and their raw text."""
        csv.field_size_limit(_LONGEST_CELL)
        taken: list[tuple[int, str]] = []

        def feed() -> Iterator[str]:
            for number, line in lines:
                taken.append((number, line))
                yield line.removeprefix(BOM) if number == 1 else line

        reader = csv.reader(feed(), strict=True, **self._dialect)
        while True:
            try:
                cells = next(reader, None)
            except csv.Error as fault:
                raise self._broken(taken, str(fault)) from None
            if cells is None:
                return
            yield taken[0][0], cells, "".join(line for _, line in taken)
            taken.clear()

    def _broken(self, taken: list[tuple[int, str]], fault: str) -> InputError:
        line = taken[0][0] if taken else 1
        if "new-line character" in fault:
            return InputError(f"{self.name}:{line}: has a lone carriage return; save it with LF or CRLF line ends")
        if "unexpected end" in fault:
            return InputError(f"{self.name}:{line}: a quoted cell begins here and never ends; close the quote")
        return InputError(f"{self.name}:{line}: is no CSV ({fault}); double the quotes inside a quoted cell")

    def rows(self) -> Iterator[Row]:
        """The rows in order; raises InputError for one of another width than the header."""
        for line, cells, raw in self._records:
            if cells and len(cells) != len(self._all):
                raise InputError(f"{self.name}:{line}: has {len(cells)} cells, the header has {len(self._all)}")
            if cells and self.columns is not self._all:
                raw = self._without_last(raw)
            yield Row(line, dict(zip(self._all, cells, strict=False)), raw)

    def drop(self, columns: tuple[str, ...]) -> None:
        """Have ``columns`` written no more; rows still have their cells. Raises InputError where they do not stand
        last."""
        kept = [column for column in self.columns if column not in columns]
        if kept == self.columns:
            return
        if kept != self.columns[: len(kept)]:
            first = next(column for column in self.columns if column in columns)
            raise InputError(f"{self.name}: {self.columns[-1]!r} stands after {first!r}; {_LAST}")
        self.columns = kept
        self.head = self._without_last(self.head)

    def _without_last(self, raw: str) -> str:
        """A record as it stands, without the cells of the columns dropped."""
        delimiter = re.escape(self._dialect["delimiter"])
        quoted = '"(?:[^"]|"")*"|' if self._dialect["quoting"] != csv.QUOTE_NONE else ""
        cell = f"(?:{quoted}[^{delimiter}]*)"
        end = split_end(raw)[1]
        found = re.match(f"{cell}(?:{delimiter}{cell}){{{len(self.columns) - 1}}}(?={delimiter})", raw)
        return found.group() + end if found else raw

    def write_head(self, out: Output, added: dict[str, type]) -> None:
        """Write the header with the added columns."""
        out.write(self._extended(self.head, added))

    def write(self, out: Output, row: Row, added: dict[str, Value]) -> None:
        """Write a row as it stood, with its new cells; a blank line stays blank."""
        out.write(self._extended(row.raw, added.values()) if row.cells else row.raw)

    def abandon(self) -> None:
        """Nothing is held back, so nothing is left to do."""

    def can_continue(self, table: CsvTable) -> bool:
        """Whether the rows of ``table`` can follow these under one header."""
        return (self.columns, self._dialect) == (table.columns, table._dialect)

    def finish(self, out: Output, last: Row | None, more: bool) -> None:
        """End the last line when another table follows."""
        raw = last.raw if last else self.head
        if more and raw and not raw.endswith("\n"):
            out.write("\n")

    def _extended(self, raw: str, cells: Iterable[Value]) -> str:
        body, end = split_end(raw)
        delimiter = self._dialect["delimiter"]
        return delimiter.join([body, *(self._cell(cell) for cell in cells)]) + end

    def _cell(self, value: Value) -> str:
        if value.__class__ is int or value.__class__ is float:
            return str(value)
        text = _as_text(value)
        if self._dialect["quoting"] == csv.QUOTE_NONE:
            return " ".join(text.split(self._dialect["delimiter"]))
        if self._quotes_all and not isinstance(value, int | float):
            return '"' + text.replace('"', '""') + '"'
        if self._needs_quotes(text):
            return '"' + text.replace('"', '""') + '"'
        return text


def _as_text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _find_dialect(lines: list[str], kind: str) -> dict[str, object]:
    """Delimiter and quoting: the delimiter that cuts every line into as many cells, most cells winning, else the
    header's commonest; between tabs a quote means nothing unless quoted cells come out even."""
    head = lines[0].removeprefix(BOM) if lines else ""
    lines = [head, *lines[1:]]
    delimiter = "\t"
    if kind != "tsv":
        delimiter = max(_DELIMITERS, key=lambda one: (max(_even_width(lines, one), 1), head.count(one)))
    if delimiter != "\t":
        return {"delimiter": delimiter, "quoting": csv.QUOTE_MINIMAL}
    quoted = any(cell.startswith('"') for line in lines for cell in line.split("\t"))
    quoting = csv.QUOTE_MINIMAL if quoted and _even_width(lines, "\t") else csv.QUOTE_NONE
    return {"delimiter": "\t", "quoting": quoting}


def _even_width(lines: list[str], delimiter: str) -> int:
    """The number of cells that every record has; 0 where they differ, or where quotes are no quoting."""
    widths = set()
    try:
        for cells in csv.reader(lines, delimiter=delimiter, strict=True):
            widths.add(len(cells))
    except csv.Error as fault:
        if "unexpected end" not in str(fault):  # a sample may end inside a quoted cell
            return 0
    widths.discard(0)
    return widths.pop() if len(widths) == 1 else 0


class JsonlTable:
    """One JSON object a line; new fields are put at the end of each, the rest stays as it stands."""

    def __init__(self, source: Source):
        self.name = source.name
        self._lines = text_lines(source)
        self._sample = [self._row(line, raw) for line, raw in islice(self._lines, _SAMPLE_LINES)]
        self.columns = list(dict.fromkeys(column for row in self._sample for column in row.cells))
        self.head = ""
        self._dropped: tuple[str, ...] = ()

    def drop(self, columns: tuple[str, ...]) -> None:
        """Have the fields ``columns`` written no more; rows still have them."""
        self._dropped = columns
        self.columns = [column for column in self.columns if column not in columns]

    def rows(self) -> Iterator[Row]:
        """The records in order; a blank line is a row without cells."""
        yield from self._sample
        for line, raw in self._lines:
            yield self._row(line, raw)

    def _row(self, line: int, raw: str) -> Row:
        text = raw.removeprefix(BOM) if line == 1 else raw
        if not text.strip():
            return Row(line, {}, raw)
        try:
            cells = json.loads(text)
        except (ValueError, RecursionError) as fault:
            said = getattr(fault, "msg", "too deep")
            raise InputError(f"{self.name}:{line}: is no JSON ({said}); write one object a line") from None
        if not isinstance(cells, dict):
            raise InputError(f"{self.name}:{line}: is no JSON object; write one object a line")
        return Row(line, cells, raw)

    def write_head(self, out: Output, added: dict[str, type]) -> None:
        """JSONL has no header."""

    def write(self, out: Output, row: Row, added: dict[str, Value]) -> None:
        """Write a record as it stood, with its new fields."""
        if not row.cells:
            out.write(row.raw)
            return
        clash = next((field for field in added if field in row.cells and field not in self._dropped), None)
        if clash is not None:
            raise InputError(f"{self.name}:{row.line}: has a field {clash!r} already; rename it or take it out")
        last = row.raw.rindex("}")
        cut = self._cut(row, last)
        fields = ", ".join(f"{_json(field)}: {_json(value)}" for field, value in added.items())
        out.write(f"{row.raw[:cut]}, {fields}{row.raw[last:]}")

    def _cut(self, row: Row, last: int) -> int:
        """Where a record's fields end that stay. Raises InputError where one that is dropped does not stand last."""
        dropped = [field for field in row.cells if field in self._dropped]
        if not dropped:
            return last
        kept = {field: value for field, value in row.cells.items() if field not in self._dropped}
        for found in re.finditer(r"\s*,\s*" + re.escape(_json(dropped[0])), row.raw):
            with suppress(ValueError):
                if json.loads(row.raw[: found.start()].removeprefix(BOM) + "}") == kept:
                    return found.start()
        raise InputError(f"{self.name}:{row.line}: fields stand after {dropped[0]!r}; {_LAST}")

    def abandon(self) -> None:
        """Nothing is held back, so nothing is left to do."""

    def can_continue(self, table: JsonlTable) -> bool:
        """Records of any fields can follow each other."""
        return True

    def finish(self, out: Output, last: Row | None, more: bool) -> None:
        """End the last line when another table follows."""
        if more and last is not None and not last.raw.endswith("\n"):
            out.write("\n")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def open_table(source: Source, drop: tuple[str, ...] = ()):
    """The table that a source holds, by its format; its columns ``drop``, if any, are read and not written."""
    if source.format == "parquet":
        from .parquet import ParquetTable as Table
    else:
        Table = JsonlTable if source.format == "jsonl" else CsvTable
    table = Table(source)
    if drop:
        table.drop(drop)
    return table


def check_columns(table, wanted: tuple[str, ...], added: Iterable[str]) -> None:
    """Raise InputError for a wanted column that is not there or stands twice, or an added one that is there."""
    known = ", ".join(table.columns)
    for column in wanted:
        if column not in table.columns:
            near = nearest(column, table.columns)
            raise InputError(f"{table.name}: no column {column!r}{near}; there are: {known or 'none'}")
        if table.columns.count(column) > 1:
            raise InputError(f"{table.name}: column {column!r} stands {table.columns.count(column)} times; rename one")
    for column in added:
        if column in table.columns:
            raise InputError(f"{table.name}: has a column {column!r} already; rename it or take it out")
