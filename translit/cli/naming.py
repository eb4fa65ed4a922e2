"""Names that a command is asked about, one by one or in columns, and canonical names for printing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import click

from ..errors import InputError, UnknownLanguageError
from .columns import Added, Work, append_columns
from .options import check_asked_input, check_words, columns_option, format_option, json_option, output_option
from .reading import open_sources, reads_tables, split_end, text_lines
from .results import json_document, provenance
from .writing import open_output

names_argument = click.argument("names", nargs=-1, metavar="[NAME]...")


def name_options(command: Callable) -> Callable:
    """[NAME]…, ``-c``, ``--input-format``, ``-o`` and ``--json``: what a command about names takes."""
    for option in (json_option, output_option, format_option, columns_option, names_argument):
        command = option(command)
    return command


def asked_names(names: tuple[str, ...]) -> Iterator[str]:
    """The names of the command line, else of standard input, one a line."""
    if names:
        check_words(*names)
        if not all(name.strip() for name in names):
            raise InputError("a name is empty; say whom you look for")
        yield from names
        return
    for source in open_sources(()):
        for _, line in text_lines(source):
            name = split_end(line)[0].removeprefix("\ufeff")
            if name.strip():
                yield name


def work_on_names(
    names: tuple[str, ...], columns: tuple[str, ...], input_format: str | None, output: str | None, as_json: bool,
    *, added: Added, cells: Work, told: Callable[[str], str], record: Callable[[str], dict[str, object]],
) -> None:  # fmt: skip
    """Answer for each name: ``told`` as text, ``record`` as JSON, ``cells`` as the new cells of columns ``added``."""
    check_asked_input(names, "a name")
    if input_format and not columns:
        raise click.UsageError("--input-format is for tables; name their columns with -c")
    if columns:
        reads_tables(names, input_format, columns)
    with open_output(output) as out:
        if columns:
            made_by = provenance() if as_json else None
            append_columns(
                open_sources(names, input_format, columns), columns, added, lambda sample: cells, out, made_by
            )
        elif as_json:
            out.write(json_document([record(name) for name in asked_names(names)]))
        else:
            for name in asked_names(names):
                out.write(told(name))


def canonical_in(entity, lang: str) -> str:
    """The canonical name in ``lang``, by the table or by rule, else in English, else the native one, else any."""
    from ..spellings import canonical_of

    return canonical_of(entity, lang) or canonical_of(entity, "en") or entity.canonical(entity.native) or next(iter(entity.names.values()))[0]


def check_language(lang: str, gazetteer) -> None:
    """Raise UnknownLanguageError for a language that no table has names in."""
    known = gazetteer.languages
    if known and lang not in known:
        raise UnknownLanguageError(lang, known)
