"""``translit eval``."""

from __future__ import annotations

from dataclasses import asdict

import click

from .command import Command
from .options import json_option, output_option, tables_option
from .results import json_document, json_line
from .writing import open_folder, open_output

BELOW = 1

EXAMPLES = r"""
$ mkdir gold && printf 'Lukashenka flew to Minsk.\n' > gold/one.txt
$ printf '{"start": 0, "end": 10, "surface": "Lukashenka", "entity": "person/aliaksandr-lukashenka"}\n' > gold/one.jsonl
$ printf '{"start": 19, "end": 24, "surface": "Minsk", "entity": "place/minsk"}\n' >> gold/one.jsonl
$ translit eval gold --fail-under 1
gold: 1 texts, 2 mentions, 2 linked
...
$ translit eval gold --convert brat -o annotated
$ ls annotated
annotation.conf
documents.jsonl
one.ann
one.txt
"""


@click.command("eval", cls=Command, examples=EXAMPLES)
@click.argument("gold", nargs=-1, metavar="[GOLD]...")
@click.option("--docs", metavar="DIR", help="Folder of the texts of stand-off gold (corpus/seeds without GOLD).")
@click.option("--fail-under", metavar="SHARE", type=click.FloatRange(0, 1), help="Floor of both, 0 to 1.")
@click.option("--min-precision", metavar="SHARE", type=click.FloatRange(0, 1), help="Floor of precision.")
@click.option("--min-recall", metavar="SHARE", type=click.FloatRange(0, 1), help="Floor of recall.")
@click.option("--faults", metavar="FILE", help="Also write every mistake as a line of JSON: kind, place, expected, found.")
@click.option("--convert", type=click.Choice(("jsonl", "brat", "spacy")),
              help="Score nothing; write the gold in this shape: a JSONL file, a folder for brat (-o), spaCy's JSON.")  # fmt: skip
@click.option("--ours", is_flag=True, help="With --convert: what translit links in these texts instead of the gold.")
@tables_option
@output_option
@json_option
def command(gold, docs, fail_under, min_precision, min_recall, faults, convert, ours, tables, output, as_json) -> None:
    """Link annotated texts and score the result: strict spans and entities, hard facts.

    GOLD is a folder of texts with their spans beside them (NAME.jsonl, or NAME.ann of brat), a folder of stand-off
    gold, a JSONL file of records, or a JSON file of spaCy documents; without it, the project's own. Exit code 1 below
    a floor, or when a hard fact does not hold.
    """
    from .. import Gazetteer
    from ..upkeep import evaluate

    if ours and not convert:
        raise click.UsageError("--ours goes with --convert")
    if convert:
        _convert(gold, docs, convert, Gazetteer.load(*tables) if ours else None, output, as_json)
        return
    done = evaluate(gold, docs, Gazetteer.load(*tables))
    if faults:
        with open_output(faults) as out:
            for fault in done.faults:
                out.write(json_line(asdict(fault), {}))
    with open_output(output) as out:
        out.write(json_document(done.as_dict(), tables) if as_json else done.report() + "\n")
    floor = fail_under or 0.0
    precision = floor if min_precision is None else min_precision
    recall = floor if min_recall is None else min_recall
    if not done.passed(precision, recall):
        click.get_current_context().exit(BELOW)


def _convert(gold, docs, shape: str, gazetteer, output: str | None, as_json: bool) -> None:
    from ..upkeep import as_brat, as_jsonl, as_spacy, link_gold, read_gold

    if as_json:
        raise click.UsageError("--convert and --json do not go together; --convert jsonl writes JSON")
    if shape == "brat" and output in (None, "-"):
        raise click.UsageError("brat needs a folder of its own; name one with -o")
    found = read_gold(gold, docs)
    found = link_gold(found, gazetteer) if gazetteer is not None else found
    if shape != "brat":
        with open_output(output) as out:
            out.write(as_jsonl(found.documents) if shape == "jsonl" else as_spacy(found.documents))
        return
    with open_folder(output) as write:
        for name, content in as_brat(found.documents):
            write(name, content)
