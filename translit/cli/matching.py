"""``translit match``."""

from __future__ import annotations

import click

from .columns import extend_tables
from .command import Command
from .options import check_words, format_option, json_option, output_option
from .reading import open_sources
from .results import json_document, provenance
from .tabular import Row
from .writing import open_output

LEFT, RIGHT = "name1", "name2"
DIFFERENT = 1

EXAMPLES = r"""
$ translit match "Alyaksandr Lukashenka" "Александр Лукашенко"
0.9...  same
$ translit match "Аляксандр Лукашэнка" "Aleksandra Lukashenko" || echo two people
0.0...  different
two people
$ printf 'name1,name2\nСвятлана Ціханоўская,Svetlana Tikhanovskaya\n' | translit match --pairs -
name1,name2,score,same,reason
Святлана Ціханоўская,Svetlana Tikhanovskaya,...,true,...
"""


@click.command("match", cls=Command, examples=EXAMPLES)
@click.argument("names", nargs=-1, metavar="[A B]")
@click.option("--kind", metavar="KIND", default="person", show_default=True,
              help="What the names are of: person, place, organisation, other or any.")  # fmt: skip
@click.option("--explain", is_flag=True, help="Print the reasons, a sentence each, with their weights.")
@click.option("--svg", metavar="FILE", help="Draw the two names, letter by letter, into an SVG file.")
@click.option("--pairs", metavar="FILE", help="Compare name1 and name2 of every row of a table (- is standard input).")
@format_option
@output_option
@json_option
def command(names, kind, explain, svg, pairs, input_format, output, as_json) -> None:
    """Say whether two spellings are one name: exit code 0 for the same, 1 for different.

    With --pairs the columns score, same and reason are appended to each row, and the exit code is 0.
    """
    from .. import match
    from ..tables.entities import kind_named

    kind_named(kind)
    if pairs is not None:
        other = "names" if names else "--explain" if explain else "--svg" if svg else ""
        if other:
            raise click.UsageError(f"--pairs and {other} do not go together")
        with open_output(output) as out:
            sources = open_sources((pairs,), input_format, (LEFT, RIGHT))
            made_by = provenance() if as_json else None
            added = {"score": float, "same": bool, "reason": str}
            extend_tables(sources, (LEFT, RIGHT), added, lambda sample, name: _comparer(kind, name), out, made_by)
        return
    if len(names) != 2:
        raise click.UsageError(f"needs two names, not {len(names)} (or --pairs FILE)")
    check_words(*names)
    found = match(*names, kind=kind)
    with open_output(output) as out:
        if as_json:
            out.write(json_document([_as_dict(found)]))
        elif explain:
            out.write(found.explain().rstrip("\n") + "\n")
        else:
            out.write(f"{found.score:.2f}  {'same' if found.same else 'different'}\n")
    if svg:
        with open_output(svg) as out:
            out.write(found.svg())
    if not found.same:
        click.get_current_context().exit(DIFFERENT)


def _as_dict(found) -> dict[str, object]:
    evidence = [
        {"kind": one.kind, "left": one.left, "right": one.right, "weight": one.weight, "rule": one.rule}
        for one in found.evidence
    ]
    return {"left": found.left, "right": found.right, "kind": found.kind, "score": found.score, "same": found.same,
            "evidence": evidence}  # fmt: skip


def _comparer(kind: str, table: str):
    from .. import match

    def compare(row: Row) -> dict[str, object]:
        left, right = row.text(LEFT, table), row.text(RIGHT, table)
        if not left or not right:
            return {"score": None, "same": None, "reason": None}
        found = match(left, right, kind=kind)
        return {"score": found.score, "same": found.same, "reason": found.reason()}

    return compare
