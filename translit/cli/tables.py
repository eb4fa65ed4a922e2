"""``translit tables``: looking after them."""

from __future__ import annotations

from pathlib import Path

import click

from .command import Group
from .options import json_option
from .results import json_document
from .writing import open_output

WRONG = 1

VALIDATE_EXAMPLES = """
$ translit tables validate
ok: no problems found
"""


@click.group("tables", cls=Group)
def command() -> None:
    """Check the tables that ship, and your own."""


@command.command("validate", examples=VALIDATE_EXAMPLES)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option("--sources", is_flag=True, help="Also list rows that rest on general knowledge alone, to be verified.")
@json_option
def validate_tables(paths, sources, as_json) -> None:
    """Check every table, with the entity tables at PATH (files or folders) laid over those that ship.

    One line a problem: file, entry, what is wrong. Exit code 1 when there is any; rows listed by --sources are none.
    """
    from ..upkeep import validate
    from ..upkeep.validation import GENERAL

    problems = validate(*paths, sources=sources)
    wrong = [problem for problem in problems if GENERAL not in problem.what]
    with open_output(None) as out:
        if as_json:
            told = [{"where": one.where, "entry": one.entry, "problem": one.what} for one in problems]
            out.write(json_document(told, [path for path in paths if path.exists()]))
        else:
            out.write("".join(f"{problem}\n" for problem in problems))
            if sources:
                out.write(f"{len(problems) - len(wrong)} rows rest on general knowledge alone\n")
            if not wrong:
                out.write("ok: no problems found\n")
    if wrong:
        click.get_current_context().exit(WRONG)
