"""``translit normalize``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from .articles import check_page
from .command import Command
from .options import stream_options, tables_option
from .progress import Progress
from .reading import documents, open_sources, reads_tables
from .results import json_line, provenance
from .writing import open_output

EXAMPLES = r"""
$ echo "Lukaschenko met Putin in Minsk." | translit normalize --to en
Lukashenko met Putin in Minsk.
$ echo "Lukashenko met Putin in Minsk." | translit normalize --to be-bgn-pcgn-1979
Lukashenka met Putin in Minsk.
$ printf 'who,where\nŁukaszenka,Mińsk\n' | translit normalize -c who -c where --to be
who,where,who_normalized,where_normalized
Łukaszenka,Mińsk,Лукашэнка,Мінск
"""


@click.command("normalize", cls=Command, examples=EXAMPLES)
@click.option("--to", metavar="LANG|SCHEME", default="en", show_default=True,
              help="A language (its canonical names) or a romanization scheme (native names, romanized).")  # fmt: skip
@click.option("--inflect", type=click.Choice(("keep", "base")), default="keep", show_default=True,
              help="In a text of the same language keep the grammatical case, or write the base form.")  # fmt: skip
@click.option("--diff", is_flag=True, help="Print the changed lines before and after, as a unified diff.")
@click.option("--format", "shape", type=click.Choice(("text", "html")), default="text", show_default=True,
              help="With --diff: html is one page of the texts before and after.")  # fmt: skip
@tables_option
@stream_options
def command(to, inflect, diff, shape, tables, files, columns, input_format, output, as_json) -> None:
    """Write every known name of a text in one spelling; everything else stays byte for byte.

    A text is read as a whole, a table cell or JSONL field on its own. With -c the result stands in a column more,
    NAME_normalized. --diff shows what changes; with --format html it is a page to send around.
    """
    from .. import Gazetteer, Memory, normalize

    is_table = reads_tables(files, input_format, columns)
    if diff and (as_json or is_table):
        raise click.UsageError(f"--diff and {'--json' if as_json else '-c'} do not go together")
    if shape == "html":
        if not diff:
            raise click.UsageError("--format html goes with --diff")
        check_page(is_table, as_json)
    gazetteer = Gazetteer.load(*tables)

    def rewrite(text: str, memory: Memory | None = None) -> str:
        return normalize(text, to, gazetteer=gazetteer, inflect=inflect, memory=memory)

    def make_work(cells: str):
        return lambda cell: (rewrite(cell),)

    rewrite("")  # an unknown target is said before anything is written
    sources = open_sources(files, input_format, columns)
    made_by = provenance(tables) if as_json else None
    with open_output(output) as out:
        if shape == "html":
            out.write(_page(sources, to, gazetteer, inflect))
            return
        if is_table:
            from .columns import append_columns

            append_columns(sources, columns, {"normalized": str}, make_work, out, made_by)
            return
        for source in sources:
            titled = False
            memory = Memory()
            with Progress(source) as progress:
                for document in documents(source):
                    after = rewrite(document.text, memory)
                    if made_by is not None:
                        record = {"file": source.name, "line": document.line, "start": document.start, "to": to,
                                  "text": document.text, "normalized": after}  # fmt: skip
                        out.write(json_line(record, made_by))
                    elif diff:
                        for line in _changes(document.text, after, document.line):
                            out.write(line if titled else f"--- {source.name}\n+++ {source.name}\n{line}")
                            titled = True
                    else:
                        out.write(after)
                    progress.step()


def _page(sources, to: str, gazetteer, inflect: str) -> str:
    from .. import __version__
    from ..linking import respelled
    from .articles import respelled_articles
    from .page import diff_page

    def respell(text: str, memory) -> list:
        return respelled(text, to, gazetteer=gazetteer, inflect=inflect, memory=memory)

    return diff_page(respelled_articles(sources, respell, to), to=to, version=__version__)


def _changes(before: str, after: str, first: int) -> Iterator[str]:
    """Hunks of a unified diff without context; ``first`` is the number of the first line."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    if len(old) == len(new):  # nearly always, as names are rewritten in place
        for number, (was, is_now) in enumerate(zip(old, new, strict=True), first):
            if was != is_now:
                yield f"@@ -{number} +{number} @@\n" + _side("-", [was]) + _side("+", [is_now])
        return
    import difflib

    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            place = f"@@ -{first + i1},{i2 - i1} +{first + j1},{j2 - j1} @@\n"
            yield place + _side("-", old[i1:i2]) + _side("+", new[j1:j2])


def _side(sign: str, lines: list[str]) -> str:
    unended = "\n\\ No newline at end of file\n"
    return "".join(sign + line + ("" if line.endswith("\n") else unended) for line in lines)
