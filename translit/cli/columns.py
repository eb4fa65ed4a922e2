"""Working on columns: for every row the chosen cells in, new cells out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, islice

from ..errors import ForeignLetterError, InputError
from .progress import Progress
from .reading import Source
from .results import json_line
from .tabular import Row, Value, check_columns, open_table
from .writing import Output

SAMPLE_ROWS = 1000
_REMEMBERED = 65536

Work = Callable[[str], tuple[Value, ...]]
MakeWork = Callable[[str], Work]
Added = dict[str, type]  # new columns, or the suffixes of their names, and what they hold
MakeAdded = Callable[[str], tuple[Added, Work]]
RowWork = Callable[[Row], dict[str, Value]]


def append_columns(
    sources: Iterator[Source], columns: tuple[str, ...], added: Added, make_work: MakeWork, out: Output,
    source: dict[str, str] | None = None,
) -> None:  # fmt: skip
    """Copy tables to ``out`` with new columns after the old ones.

    ``added`` maps suffixes to types; each column X gets X_suffix for all of them. ``make_work`` is given a column's
    first cells as one text and answers with the function that makes a cell's new cells, which is asked once per
    distinct cell. An empty cell has empty new cells. ``source`` (a provenance) asks for JSON lines.
    """
    append_judged_columns(sources, columns, lambda cells: (added, make_work(cells)), out, source)


def append_judged_columns(
    sources: Iterator[Source], columns: tuple[str, ...], make_added: MakeAdded, out: Output,
    source: dict[str, str] | None = None,
) -> None:  # fmt: skip
    """Like ``append_columns``, where a column's first cells decide which suffixes it gets."""

    def make(sample: list[Row], table: str, columns: tuple[str, ...]) -> tuple[Added, RowWork]:
        names: Added = {}
        works = []
        for column in columns:
            cells = " ".join(text for row in sample if (text := row.text(column, table)))
            added, work = make_added(cells)
            names |= {f"{column}_{suffix}": kind for suffix, kind in added.items()}
            works.append((column, _remember(work), (None,) * len(added)))

        def work_out(row: Row) -> dict[str, Value]:
            new: list[Value] = []
            for column, work, empty in works:
                text = row.text(column, table)
                try:
                    new += work(text) if text else empty
                except ForeignLetterError as fault:
                    raise InputError(f"{table}:{row.line}: {column}: {fault}") from None
            return dict(zip(names, new, strict=True))

        return names, work_out

    _extend(sources, columns, make, out, source)


def extend_tables(
    sources: Iterator[Source], columns: tuple[str, ...], names: Added, make: Callable[[list[Row], str], RowWork],
    out: Output, source: dict[str, str] | None = None, drop: tuple[str, ...] = (),
) -> None:  # fmt: skip
    """Copy tables to ``out`` with the columns ``names`` appended; ``make`` is given the first rows and the table's
    name and answers with the function that makes a row's new cells. Columns ``drop`` that are there are read and not
    written."""
    _extend(sources, columns, lambda sample, table, columns: (names, make(sample, table)), out, source, drop)


def _extend(
    sources: Iterator[Source], columns: tuple[str, ...],
    make: Callable[[list[Row], str, tuple[str, ...]], tuple[Added, RowWork]], out: Output,
    source: dict[str, str] | None, drop: tuple[str, ...] = (),
) -> None:  # fmt: skip
    written: tuple[object, Row | None] | None = None  # the last table written, and its last row
    tables = []
    try:
        for one in sources:
            table = open_table(one, drop)
            tables.append(table)
            rows = table.rows()
            sample = list(islice(rows, SAMPLE_ROWS))
            if not table.columns and not table.head and not sample:
                continue  # an empty file
            if written is None:
                columns = _split_names(columns, table.columns)
                check_columns(table, columns, source or ())
                names, work_out = make(sample, table.name, columns)
            check_columns(table, columns, [*names, *(source or ())])
            if source is None:
                _begin(table, written, names, out)
            last = None
            with Progress(one) as progress:
                for last in chain(sample, rows):
                    _write(table, last, work_out, out, source)
                    progress.step()
            written = (table, last)
        if written is not None and source is None:
            written[0].finish(out, written[1], more=False)
    except BaseException:
        for table in tables:
            table.abandon()
        raise


def _split_names(wanted: tuple[str, ...], known: list[str]) -> tuple[str, ...]:
    """The columns asked for, each once; ``a,b`` means two of them where no column has that very name."""
    found: dict[str, None] = {}
    for name in wanted:
        parts = [name] if name in known else [part.strip() for part in name.split(",")]
        found |= dict.fromkeys(part for part in parts if part) or {name: None}
    return tuple(found)


def _begin(table, written: tuple[object, Row | None] | None, names: dict[str, type], out: Output) -> None:
    """Write the head of the first table; let a further one follow."""
    if written is None:
        table.write_head(out, names)
        return
    first, last = written
    check_follows(first, table)
    first.finish(out, last, more=True)


def check_follows(first, table) -> None:
    """Raise InputError where one table cannot follow another in one output."""
    if type(first) is not type(table) or not first.can_continue(table):
        raise InputError(f"{table.name}: has another format or header than {first.name}; work on them one by one")


def _write(table, row: Row, work_out: Callable[[Row], dict[str, Value]], out: Output, source) -> None:
    if source is None:
        table.write(out, row, work_out(row) if row.cells else {})
    elif row.cells:
        out.write(json_line(row.cells | work_out(row), source))


def _remember(work: Work) -> Work:
    known: dict[str, tuple[Value, ...]] = {}

    def answer(text: str) -> tuple[Value, ...]:
        found = known.get(text)
        if found is None:
            found = work(text)
            if len(known) >= _REMEMBERED:
                known.clear()
            known[text] = found
        return found

    return answer
