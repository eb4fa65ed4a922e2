"""``translit eval``."""

from __future__ import annotations

import click

from .command import Command
from .options import json_option, output_option, tables_option
from .results import json_document
from .writing import open_output

BELOW = 1

EXAMPLES = r"""
$ mkdir gold && printf 'Lukashenka flew to Minsk.\n' > gold/one.txt
$ printf '{"start": 0, "end": 10, "surface": "Lukashenka", "entity": "person/aliaksandr-lukashenka"}\n' > gold/one.jsonl
$ printf '{"start": 19, "end": 24, "surface": "Minsk", "entity": "place/minsk"}\n' >> gold/one.jsonl
$ translit eval gold --fail-under 1
gold: 1 texts, 2 mentions, 2 linked
...
"""


@click.command("eval", cls=Command, examples=EXAMPLES)
@click.argument("gold", required=False, metavar="[GOLD]")
@click.option("--docs", metavar="DIR", help="Folder of the texts of stand-off gold (corpus/seeds without GOLD).")
@click.option("--fail-under", metavar="SHARE", type=click.FloatRange(0, 1), help="Floor of both, 0 to 1.")
@click.option("--min-precision", metavar="SHARE", type=click.FloatRange(0, 1), help="Floor of precision.")
@click.option("--min-recall", metavar="SHARE", type=click.FloatRange(0, 1), help="Floor of recall.")
@tables_option
@output_option
@json_option
def command(gold, docs, fail_under, min_precision, min_recall, tables, output, as_json) -> None:
    """Link annotated texts and score the result: strict spans and entities, hard facts.

    GOLD is a folder of texts with their spans beside them, a folder of stand-off gold, or a JSONL file of records;
    without it, the project's own. Exit code 1 below a floor, or when a hard fact does not hold.
    """
    from .. import Gazetteer
    from ..upkeep import evaluate

    done = evaluate(gold, docs, Gazetteer.load(*tables))
    with open_output(output) as out:
        out.write(json_document(done.as_dict(), tables) if as_json else done.report() + "\n")
    floor = fail_under or 0.0
    precision = floor if min_precision is None else min_precision
    recall = floor if min_recall is None else min_recall
    if not done.passed(precision, recall):
        click.get_current_context().exit(BELOW)
