"""``translit link``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import click

from ..errors import InputError
from .articles import check_page
from .command import Command
from .naming import canonical_in, check_language
from .options import stream_options, tables_option
from .progress import Progress
from .reading import Document, Source, documents, open_sources, reads_tables
from .results import columns_of, json_line, provenance
from .tabular import Row, check_columns, open_table
from .writing import Output, open_output

EXAMPLES = r"""
$ echo "Лукашэнка сустрэўся з Пуціным у Мінску." | translit link
-:1:1   Лукашэнка  person/aliaksandr-lukashenka  Alexander Lukashenko  ...
-:1:23  Пуціным    person/vladimir-putin         Vladimir Putin        ...
-:1:33  Мінску     place/minsk                   Minsk                 ...
$ echo "Lukashenka in Minsk" | translit link --json
{"file": "-", "line": 1, "start": 0, "end": 10, "surface": "Lukashenka", "kind": "person", ...}
{"file": "-", "line": 1, "start": 14, "end": 19, "surface": "Minsk", "kind": "place", ...}
"""


@click.command("link", cls=Command, examples=EXAMPLES)
@click.option("--to", metavar="LANG", default="en", show_default=True,
              help="Language of the canonical names; the native name where there is none.")  # fmt: skip
@click.option("--format", "shape", type=click.Choice(("text", "html")), default="text", show_default=True,
              help="html is one page of the texts with every name marked.")  # fmt: skip
@click.option("--unknown", is_flag=True, help="Also names that no table knows, one provisional id a name.")
@click.option("--discover", "discovering", is_flag=True,
              help="Instead write a table stub (TOML) of the names that no table knows, gathered from all input.")  # fmt: skip
@tables_option
@stream_options
def command(to, shape, unknown, discovering, tables, files, columns, input_format, output, as_json) -> None:
    """Say who and what is mentioned where: place, surface form, entity, canonical name, score and reason.

    A text is read as a whole; offsets count characters (code points) of the whole input. With --json every mention is
    one line of JSON. With -c each cell is a text of its own: columns NAME_entity, NAME_canonical and NAME_score are
    appended, several mentions separated by "; "; or, with --json, mentions with line and column name. --format html
    writes one page of the texts with every name marked, and who and why.

    With --discover the names of all FILEs that no table knows become rows to look through; kept, they are a table for
    --tables.
    """
    from .. import Gazetteer, Memory, link

    is_table = reads_tables(files, input_format, columns)
    if shape == "html":
        check_page(is_table, as_json)
    gazetteer = Gazetteer.load(*tables)
    check_language(to, gazetteer)

    if discovering:
        if as_json or shape == "html":
            raise InputError("--discover writes TOML; leave out --json and --format")
        _discover(open_sources(files, input_format, columns), is_table, columns, gazetteer, output)
        return

    def find(text: str, memory: Memory | None = None) -> list:
        return link(text, gazetteer, unknown=unknown, memory=memory)

    def make_work(cells: str):
        return lambda cell: _joined([mention for mention in find(cell) if mention.entity is not None], to)

    sources = open_sources(files, input_format, columns)
    made_by = provenance(tables) if as_json else None
    with open_output(output) as out:
        if shape == "html":
            out.write(_page(sources, find, to))
            return
        if is_table and made_by is None:
            from .columns import append_columns

            append_columns(sources, columns, {"entity": str, "canonical": str, "score": str}, make_work, out)
            return
        for source in sources:
            if is_table:
                _link_cells(source, columns, find, to, out, made_by)
            else:
                _link_text(source, partial(find, memory=Memory()), to, out, made_by)


def _page(sources, find, to: str) -> str:
    from .. import __version__
    from .articles import linked_articles
    from .page import linked_page

    return linked_page(linked_articles(sources, find), to=to, version=__version__)


def _discover(sources: list[Source], is_table: bool, columns: tuple[str, ...], gazetteer, output: str | None) -> None:
    """Write what ``upkeep.discover`` finds in all sources, each text or cell a document, as a table."""
    from ..upkeep import as_toml, discover

    def texts() -> Iterator[tuple[str, str]]:
        for source in sources:
            if is_table:
                table = open_table(source)
                rows = table.rows()
                check_columns(table, columns, ())
                yield from ((f"{source.name}:{row.line}", row.text(column, source.name) or "") for row in rows for column in columns)
            else:
                yield from ((source.name, document.text) for document in documents(source))

    found = discover(texts(), gazetteer)
    with open_output(output) as out:
        out.write(as_toml(found))


def _joined(mentions: list, to: str) -> tuple[str, str, str]:
    return (
        "; ".join(mention.entity.id for mention in mentions),
        "; ".join(canonical_in(mention.entity, to) for mention in mentions),
        "; ".join(str(mention.score) for mention in mentions),
    )


def _link_text(source: Source, find, to: str, out: Output, made_by: dict[str, str] | None) -> None:
    with Progress(source) as progress:
        for document in documents(source):
            rows = []
            for mention, line, column in _placed(document, find(document.text)):
                if made_by is not None:
                    out.write(_as_json(mention, source.name, line, {}, document.start, to, made_by))
                else:
                    rows.append((f"{source.name}:{line}:{column}", *_told(mention, to)))
            out.write(columns_of(rows))
            out.flush()
            progress.step()


def _placed(document: Document, mentions: list) -> Iterator[tuple[object, int, int]]:
    """Each mention with its line and column in the whole text."""
    text, line, at = document.text, document.line, 0
    for mention in mentions:
        line += text.count("\n", at, mention.start)
        at = mention.start
        newline = text.rfind("\n", 0, at)
        yield mention, line, at - newline if newline >= 0 else document.column + at


def _link_cells(source: Source, columns: tuple[str, ...], find, to: str, out: Output, made_by: dict[str, str]) -> None:
    table = open_table(source)
    rows = table.rows()
    if not table.columns:
        return
    check_columns(table, columns, ())
    with Progress(source) as progress:
        for row in rows:
            for column in columns:
                _link_cell(row, column, source, find, to, out, made_by)
            progress.step()


def _link_cell(row: Row, column: str, source: Source, find, to: str, out: Output, made_by: dict[str, str]) -> None:
    for mention in find(row.text(column, source.name) or ""):
        out.write(_as_json(mention, source.name, row.line, {"column": column}, 0, to, made_by))


def _as_json(mention, file: str, line: int, more: dict, shift: int, to: str, made_by: dict[str, str]) -> str:
    entity = mention.entity
    record = {"file": file, "line": line, **more, "start": mention.start + shift, "end": mention.end + shift,
              "surface": mention.surface, "kind": mention.kind, "entity": entity.id if entity else None,
              "canonical": canonical_in(entity, to) if entity else None, "case": mention.case,
              "score": mention.score, "reason": mention.reason}  # fmt: skip
    if entity is None:
        record["candidates"] = [candidate.entity.id for candidate in mention.candidates]
    return json_line(record, made_by)


def _told(mention, to: str) -> tuple[str, str, str, str]:
    surface = " ".join(mention.surface.split())
    why = f"{mention.score:.2f} {mention.reason}"
    if mention.entity is None:
        return surface, "?", " | ".join(candidate.entity.id for candidate in mention.candidates), why
    return surface, mention.entity.id, canonical_in(mention.entity, to), why
