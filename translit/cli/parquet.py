"""Parquet tables, by PyArrow (the extra ``parquet``)."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Iterator

from ..errors import InputError, MissingExtraError
from .reading import Source
from .tabular import Row, Value
from .writing import Output

_BATCH = 4096


def _import_pyarrow():
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise MissingExtraError("Parquet needs PyArrow; install translit-names[parquet]") from None
    return pyarrow


class ParquetTable:
    """A Parquet file, read and written in batches; its schema and metadata stay."""

    def __init__(self, source: Source):
        self._pyarrow = _import_pyarrow()
        self.name, self.head = source.name, ""
        self._pending: deque = deque()  # batches read and not yet written
        self._added: list[dict[str, Value]] = []
        self._writer = None
        stream = source.stream if source.stream.seekable() else io.BytesIO(source.stream.read())
        try:
            self._file = self._pyarrow.parquet.ParquetFile(stream)
        except (self._pyarrow.ArrowException, OSError) as fault:
            raise self._unreadable(fault) from None
        self.columns = list(self._file.schema_arrow.names)
        self._dropped: list[str] = []

    def drop(self, columns: tuple[str, ...]) -> None:
        """Have ``columns`` written no more; rows still have their cells."""
        self._dropped = [column for column in self.columns if column in columns]
        self.columns = [column for column in self.columns if column not in columns]

    def _unreadable(self, fault: Exception) -> InputError:
        return InputError(f"{self.name}: is no Parquet file that can be read ({fault})")

    def rows(self) -> Iterator[Row]:
        """The rows in order, numbered from 1."""
        number = 0
        try:
            for batch in self._file.iter_batches(_BATCH):
                self._pending.append(batch)
                for cells in batch.to_pylist():
                    number += 1
                    yield Row(number, cells, "")
        except (self._pyarrow.ArrowException, OSError) as fault:
            raise self._unreadable(fault) from None

    def write_head(self, out: Output, added: dict[str, type]) -> None:
        """Begin the file: the schema that was there, and the added columns."""
        if out.stream.isatty():
            raise InputError("Parquet is no text for a terminal; name a file with -o")
        pyarrow = self._pyarrow
        arrow = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
        schema = self._file.schema_arrow
        kept = [field for field in schema if field.name not in self._dropped]
        schema = pyarrow.schema(kept, schema.metadata)
        for column, kind in added.items():
            schema = schema.append(pyarrow.field(column, arrow[kind]))
        self._writer = self._pyarrow.parquet.ParquetWriter(out.stream, schema)

    def write(self, out: Output, row: Row, added: dict[str, Value]) -> None:
        """Take a row's new cells; its batch is written when all of them are there."""
        self._added.append(added)
        if len(self._added) < self._pending[0].num_rows:
            return
        batch = self._pending.popleft()
        schema = self._writer.schema
        columns = zip(batch.schema.names, batch.columns, strict=True)
        arrays = [array for name, array in columns if name not in self._dropped]
        for field in list(schema)[len(arrays) :]:
            arrays.append(self._pyarrow.array([cells[field.name] for cells in self._added], field.type))
        self._writer.write_table(self._pyarrow.Table.from_arrays(arrays, schema=schema))
        self._added = []

    def abandon(self) -> None:
        """Write no more: what went wrong is being said, and the file will be taken away."""
        if self._writer is not None:
            self._writer.is_open = False

    def can_continue(self, table: ParquetTable) -> bool:
        """One file has one end: tables of this format do not follow each other."""
        return False

    def finish(self, out: Output, last: Row | None, more: bool) -> None:
        """Write the end of the file."""
        if self._writer is not None:
            self._writer.close()
