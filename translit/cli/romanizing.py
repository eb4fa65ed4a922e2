"""``translit romanize``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace

import click
from click.core import ParameterSource

from ..errors import InputError, UnknownLanguageError
from .command import Command
from .options import stream_options
from .progress import Progress
from .reading import Source, is_waiting, line_blocks, line_ranges, open_sources, path_for_others, reads_tables
from .results import provenance
from .rewriting import ComparingSchemes, Cyrillizing, Romanizing
from .workers import Task, count_processors, do_in_order
from .writing import open_output

_SAMPLE = 40_000  # bytes that the language is judged on
_BLOCK = 1 << 21  # bytes romanized at once
_SLOW_BLOCK = 1 << 16  # where a line is work of its own

Rewriting = Romanizing | ComparingSchemes | Cyrillizing
Choose = Callable[[Callable[[], str]], Rewriting]

EXAMPLES = r"""
$ echo "Віцебск" | translit romanize --scheme be-national-2007
Viciebsk
$ printf 'id;name\n1;Щука\n2;Сургут\n' | translit romanize -c name -s ru-icao-9303
id;name;name_romanized
1;Щука;Shchuka
2;Сургут;Surgut
$ echo "Сергей Щукин, ЩУКИН" | translit romanize --lang ru
Sergey Shchukin, SHCHUKIN
$ echo "Aliaksandr, Viciebsk" | translit romanize --reverse --scheme be-national-2007
Аляксандр, Віцебск
$ echo "Щербак" | translit romanize --lang uk --all-schemes | grep national | expand -t 18
uk-national-1996  Scherbak
uk-national-2010  Shcherbak
$ yes "Сергей Щукин" | head -n 90000 > many.txt
$ translit romanize --jobs 2 --lang ru many.txt -o done.txt; tail -n 1 done.txt
Sergey Shchukin
"""


@click.command("romanize", cls=Command, examples=EXAMPLES)
@click.option("-s", "--scheme", metavar="ID", help="The scheme (see `translit schemes list`); else the language's own.")
@click.option("--lang", metavar="LANG", default="auto", show_default=True, help="The text's language: be, ru, uk, …")
@click.option("--all-schemes", is_flag=True, help="Every scheme of the language; with -c a column each.")
@click.option("--reverse", is_flag=True, help="Latin back into Cyrillic, the best reading of every word.")
@click.option("--on-foreign", type=click.Choice(("keep", "error", "fallback")), default="keep", show_default=True,
              help="What becomes of letters that the scheme does not write.")  # fmt: skip
@click.option("--stress", type=click.Choice(("drop", "keep")), default="drop", show_default=True,
              help="What becomes of stress marks.")  # fmt: skip
@click.option("--jobs", metavar="N", type=click.IntRange(min=0), default=1, show_default=True,
              help="Processes that work on text; 0: one per processor.")  # fmt: skip
@stream_options
def command(
    scheme, lang, all_schemes, reverse, on_foreign, stress, jobs, files, columns, input_format, output, as_json
) -> None:  # fmt: skip
    """Write Cyrillic in Latin letters, line by line; everything else stays byte for byte.

    Without --scheme and --lang the language is judged on the beginning of each input (for tables: on the beginning of
    each column). With -c the result stands in a column more, NAME_romanized.

    --all-schemes prints a line per scheme, its id, a tab and the text, and a blank line before the next line's; with
    -c there is a column NAME_SCHEME for each. --reverse reads what --scheme (else the default scheme of --lang, else
    of be) may have written; with -c the column is NAME_cyrillized, and --json has more readings of each line.
    """
    _check_options(scheme, all_schemes, reverse, jobs, columns)
    tables = reads_tables(files, input_format, columns)
    made_by = provenance() if as_json else None
    if reverse:
        choose = _choose_reading(scheme, lang, made_by)
    elif all_schemes:
        choose = _choose_schemes(lang, on_foreign, stress, made_by)
    else:
        choose = _choose_scheme(scheme, lang, on_foreign, stress, made_by)
    sources = open_sources(files, input_format, columns)
    with open_output(output) as out:
        if tables:
            from .columns import append_judged_columns

            append_judged_columns(sources, columns, lambda cells: _new_cells(choose(lambda: cells)), out, made_by)
            return
        size = _BLOCK if made_by is None and not reverse and not all_schemes else _SLOW_BLOCK
        jobs = jobs or count_processors()
        with closing(do_in_order(_find_tasks(sources, choose, size, jobs > 1), jobs)) as results:
            for written, fault in results:
                out.write_bytes(written)
                out.flush()
                if fault is not None:
                    raise InputError(fault)


def _check_options(scheme: str | None, all_schemes: bool, reverse: bool, jobs: int, columns: tuple[str, ...]) -> None:
    context = click.get_current_context()
    given = {
        name for name in ("on_foreign", "stress") if context.get_parameter_source(name) is ParameterSource.COMMANDLINE
    }
    for together, options in (
        (all_schemes and reverse, "--all-schemes and --reverse"),
        (all_schemes and scheme is not None, "--all-schemes and --scheme"),
        (reverse and "on_foreign" in given, "--reverse and --on-foreign"),
        (reverse and "stress" in given, "--reverse and --stress"),
    ):
        if together:
            raise click.UsageError(f"{options} do not go together")
    if jobs != 1 and columns:
        raise click.UsageError("--jobs is for text; leave it out with -c")


def _choose_scheme(
    scheme: str | None, lang: str, on_foreign: str, stress: str, made_by: dict[str, str] | None
) -> Choose:
    """What says how to romanize a text, asking for its beginning if need be; an unknown scheme or language is said
    at once."""
    from .. import romanize
    from ..romanization import default_scheme

    romanize("", scheme, lang=lang)
    given = scheme if scheme is not None or lang == "auto" else default_scheme(lang)
    return lambda sample: Romanizing(given or default_scheme("auto", sample()), on_foreign, stress, made_by)


def _choose_schemes(
    lang: str, on_foreign: str, stress: str, made_by: dict[str, str] | None
) -> Choose:
    from .. import detect, schemes

    known: dict[str, tuple[str, ...]] = {}
    for one in schemes():
        known[one.lang] = (*known.get(one.lang, ()), one.id)
    if lang != "auto" and lang.split("-")[0] not in known:
        raise UnknownLanguageError(lang, known)

    def choose(sample: Callable[[], str]) -> ComparingSchemes:
        language = (detect(sample()).lang if lang == "auto" else lang).split("-")[0]
        return ComparingSchemes(known[language if language in known else "ru"], on_foreign, stress, made_by=made_by)

    return choose


def _choose_reading(scheme: str | None, lang: str, made_by: dict[str, str] | None) -> Choose:
    from .. import cyrillize
    from ..romanization import default_scheme

    lang = "be" if lang == "auto" else lang
    chosen = scheme if scheme is not None else default_scheme(lang)
    cyrillize("", chosen, lang=lang)
    return lambda sample: Cyrillizing(chosen, lang, made_by)


def _new_cells(work: Rewriting) -> tuple[dict[str, type], Callable]:
    return dict.fromkeys(work.suffixes, str), work.cells


def _find_tasks(sources: Iterable[Source], choose: Choose, size: int, shared: bool) -> Iterator[Task | None]:
    """Every block of every source with what is to be done with it; None where the next is still to come. ``shared`` work
    reads files by itself, where lines need no numbers; None then stands behind each, which must be open until it is read."""
    follows = False
    for source in sources:
        path = path_for_others(source) if shared else ""
        blocks = _Blocks(source, size)
        work = choose(blocks.peek)
        if follows and isinstance(work, ComparingSchemes):
            work = replace(work, follows=True)
        line = 1
        with Progress(source) as progress:
            if path and isinstance(work, Romanizing) and work.made_by is None:
                for some in line_ranges(source, path, size):
                    yield Task(work, source.name, line, some)
                    progress.step()
                yield None
                continue
            for block in blocks:
                if block is None:
                    yield None
                    continue
                yield Task(work, source.name, line, block)
                progress.step()
                follows = True
                line += block.count(b"\n")


class _Blocks:
    """The blocks of a source, None where one is still to come; the first can be looked at before."""

    def __init__(self, source: Source, size: int):
        self._source = source
        self._blocks = line_blocks(source, size)
        self._head: list[bytes] = []
        self._fault: InputError | None = None

    def peek(self) -> str:
        """The beginning of the text; of a terminal's only what comes first."""
        live = self._source.stream.isatty()
        size = 0
        try:
            for block in self._blocks:
                self._head.append(block)
                size += len(block)
                if live or size >= _SAMPLE:
                    break
        except InputError as met:
            self._fault = met  # raised when the blocks before it are done
        return b"".join(self._head)[:_SAMPLE].decode("utf-8", "ignore")

    def __iter__(self) -> Iterator[bytes | None]:
        yield from self._head
        self._head = []
        if self._fault is not None:
            raise self._fault
        while True:
            if is_waiting(self._source):
                yield None
            block = next(self._blocks, None)
            if block is None:
                return
            yield block
