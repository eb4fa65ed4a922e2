"""Arguments and options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from ..errors import InputError

FORMATS = ("text", "csv", "tsv", "jsonl", "parquet")

files_argument = click.argument("files", nargs=-1, metavar="[FILE]...")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, with version and tables digest.")
output_option = click.option("-o", "--output", metavar="FILE", help="Write to FILE, all of it or nothing.")
tables_option = click.option(
    "--tables", metavar="PATH", multiple=True, type=click.Path(path_type=Path),
    help="Entity tables of your own (file or folder) over those that ship; repeatable.",
)  # fmt: skip
format_option = click.option(
    "--input-format",
    type=click.Choice(FORMATS),
    metavar="|".join(FORMATS),
    help="What the input is; otherwise the file's suffix says it, and the rest is text.",
)
columns_option = click.option(
    "-c", "--column", "columns", metavar="NAME", multiple=True, help="Column or field to work on; repeatable (or a,b)."
)
kind_option = click.option(
    "--kind", metavar="KIND", default="any", show_default=True, help="person, place, organisation, other or any."
)


def stream_options(command: Callable) -> Callable:
    """FILE…, ``-c``, ``--input-format``, ``-o`` and ``--json``: what a command that turns a stream into one takes."""
    for option in (json_option, output_option, format_option, columns_option, files_argument):
        command = option(command)
    return command


def check_words(*words: str) -> None:
    """Raise InputError for a word of the command line that is not UTF-8."""
    for word in words:
        try:
            word.encode("utf-8")
        except UnicodeEncodeError:
            raise InputError(f"{ascii(word)} is not UTF-8; set the terminal to UTF-8") from None


def check_asked_input(files: tuple[str, ...], what: str) -> None:
    """Raise InputError when standard input would be read from a terminal where ``what`` was to be said."""
    if not files and sys.stdin is not None and sys.stdin.isatty():
        raise click.UsageError(f"needs {what}, or input from a pipe", click.get_current_context())
