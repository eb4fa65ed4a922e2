"""``translit romanize``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ..errors import ForeignLetterError, InputError
from .command import Command
from .options import stream_options
from .progress import Progress
from .reading import Source, open_sources, reads_tables, split_end, text_blocks
from .results import json_line, provenance
from .writing import Output, open_output

_SAMPLE = 20_000  # characters that the language is judged on

EXAMPLES = r"""
$ echo "Віцебск" | translit romanize --scheme be-national-2007
Viciebsk
$ printf 'id;name\n1;Щука\n2;Сургут\n' | translit romanize -c name -s ru-icao-9303
id;name;name_romanized
1;Щука;Shchuka
2;Сургут;Surgut
$ echo "Сергей Щукин, ЩУКИН" | translit romanize --lang ru
Sergey Shchukin, SHCHUKIN
"""


@click.command("romanize", cls=Command, examples=EXAMPLES)
@click.option("-s", "--scheme", metavar="ID", help="The scheme (see `translit schemes list`); else the language's own.")
@click.option("--lang", metavar="LANG", default="auto", show_default=True, help="The text's language: be, ru, uk, …")
@click.option("--on-foreign", type=click.Choice(("keep", "error", "fallback")), default="keep", show_default=True,
              help="What becomes of letters that the scheme does not write.")  # fmt: skip
@click.option("--stress", type=click.Choice(("drop", "keep")), default="drop", show_default=True,
              help="What becomes of stress marks.")  # fmt: skip
@stream_options
def command(scheme, lang, on_foreign, stress, files, columns, input_format, output, as_json) -> None:
    """Write Cyrillic in Latin letters, line by line; everything else stays byte for byte.

    Without --scheme and --lang the language is judged on the beginning of each input (for tables: on the beginning of
    each column). With -c the result stands in a column more, NAME_romanized.
    """
    from .. import romanize
    from ..romanization import default_scheme

    romanize("", scheme, lang=lang)  # an unknown one is said before anything is written
    tables = reads_tables(files, input_format, columns)

    def write(text: str, scheme_id: str) -> str:
        return romanize(text, scheme_id, on_foreign=on_foreign, stress=stress)

    def make_work(cells: str):
        chosen = scheme or default_scheme(lang, cells)
        return lambda cell: (write(cell, chosen),)

    sources = open_sources(files, input_format, columns)
    made_by = provenance() if as_json else None
    with open_output(output) as out:
        if tables:
            from .columns import append_columns

            append_columns(sources, columns, {"romanized": str}, make_work, out, made_by)
            return
        for source in sources:
            given = scheme or (default_scheme(lang) if lang != "auto" else None)
            _romanize_text(source, given, write, out, made_by)


def _romanize_text(source: Source, scheme: str | None, write, out: Output, made_by: dict[str, str] | None) -> None:
    from ..romanization import default_scheme

    blocks = text_blocks(source)
    if scheme is None:
        blocks, sample = _peek(blocks, live=source.stream.isatty())
        scheme = default_scheme("auto", sample)
    with Progress(source) as progress:
        for first, block in blocks:
            try:
                written = write(block, scheme)
            except ForeignLetterError as fault:
                line = block.count("\n", 0, fault.position)
                column = fault.position - block.rfind("\n", 0, fault.position)
                out.flush()
                raise InputError(f"{source.name}:{first + line}:{column}: {fault}") from None
            out.write(written if made_by is None else _as_json(source, first, block, written, scheme, made_by))
            out.flush()
            progress.step()


def _peek(blocks: Iterator[tuple[int, str]], live: bool) -> tuple[Iterator[tuple[int, str]], str]:
    """The same blocks, and the text they begin with; of a ``live`` input only the first line."""
    head: list[tuple[int, str]] = []
    fault = None
    size = 0
    try:
        for block in blocks:
            head.append(block)
            size += len(block[1])
            if live or size >= _SAMPLE:
                break
    except InputError as met:
        fault = met  # raised when the lines before it are written

    def again() -> Iterator[tuple[int, str]]:
        yield from head
        if fault is not None:
            raise fault
        yield from blocks

    return again(), "".join(text for _, text in head)[:_SAMPLE]


def _as_json(source: Source, first: int, block: str, written: str, scheme: str, made_by: dict[str, str]) -> str:
    lines = []
    pairs = zip(block.split("\n"), written.split("\n"), strict=True)
    for line, (text, romanized) in enumerate(pairs, first):
        lines.append({"file": source.name, "line": line, "text": split_end(text + "\n")[0],
                      "romanized": split_end(romanized + "\n")[0], "scheme": scheme})  # fmt: skip
    if block.endswith("\n"):
        lines.pop()
    return "".join(json_line(record, made_by) for record in lines)
