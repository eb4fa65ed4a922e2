"""``translit dedupe``."""

from __future__ import annotations

import re
from contextlib import ExitStack

import click

from ..errors import InputError
from .clustered import CLUSTER, cells_of_clusters, columns_of_clusters, write_pairs
from .columns import extend_tables
from .command import Command
from .options import format_option, json_option, output_option, tables_option
from .progress import Stages
from .reading import reads_tables
from .records import Records, open_again, read_records
from .results import provenance
from .writing import open_output

FIELDS = ("left", "right", "decision")
_PLACE = re.compile(r"record (\d+) \(")

EXAMPLES = r"""
$ printf 'who,born\nАляксандр Лукашэнка,1954\nВ. Путин,\nLoukachenko Alexandre,1954-08-30\n' > people.csv
$ translit dedupe people.csv -c who --birth-date born | cut -d, -f1-5
who,born,cluster_id,cluster_name,cluster_score
Аляксандр Лукашэнка,1954,0,Аляксандр Лукашэнка,...
В. Путин,,1,В. Путин,1.0
Loukachenko Alexandre,1954-08-30,0,Аляксандр Лукашэнка,...
"""


@click.command("dedupe", cls=Command, examples=EXAMPLES)
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("-c", "--column", "name", metavar="NAME", required=True, help="Column of the names.")
@click.option("--birth-date", metavar="NAME", help="Column of birth dates, as 1954, 1954-08, 1954-08-30.")
@click.option("--country", metavar="NAME", help="Column of countries.")
@click.option("--identifier", metavar="NAME", help="Column of what one person alone has, a passport number.")
@click.option("--id", "key", metavar="NAME", help="Column of the records’ own keys; else the name is the key.")
@click.option("--threshold", metavar="SCORE", type=click.FloatRange(0, 1),
              help="The least score of two names that are one, 0 to 1.")  # fmt: skip
@click.option("--decisions", metavar="FILE", help="Decisions that win: left,right,decision (same, different, unsure).")
@click.option("--against", metavar="FILE", help="Link with a second table: only records of both become one.")
@click.option("--update", is_flag=True, help="Records with a cluster_id keep it, new ones join or found clusters.")
@click.option("--entities", is_flag=True, help="Name clusters as the entity tables do; adds cluster_entity.")
@click.option("--pairs", metavar="FILE", help="Write the pairs behind the clusters, and those nearly joined, as CSV.")
@click.option("--review", metavar="FILE", help="Write a page on which a person decides, and downloads decisions.")
@tables_option
@format_option
@output_option
@json_option
def command(
    files, name, birth_date, country, identifier, key, threshold, decisions, against, update, entities, pairs, review,
    tables, input_format, output, as_json,
) -> None:  # fmt: skip
    """Say which records of a table are one person.

    The columns cluster_id, cluster_name, cluster_score and cluster_reason are appended; every row and every other cell
    stays. Names are compared in any language, alphabet, spelling and order; the other columns confirm or forbid. With
    --against the column cluster_against lists the keys of the second table's records.
    """
    from .. import __version__, dedupe

    if against and update:
        raise click.UsageError("--against and --update do not go together")
    if tables and not entities:
        raise click.UsageError("--tables are for --entities")
    columns = {"name": name, "birth_date": birth_date, "country": country, "identifier": identifier, "id": key}
    columns = {use: column for use, column in columns.items() if column}
    for some in (files, (against,) if against else ()):
        reads_tables(some, input_format if some is files else None, (name,))
    with ExitStack() as stack:
        out = stack.enter_context(open_output(output))
        pairs_out, page_out = (stack.enter_context(open_output(path)) if path else None for path in (pairs, review))
        sources = open_again(stack, files, input_format, name)
        added = columns_of_clusters(against is not None, entities)
        kept = {one: one for one in CLUSTER} if update else {}
        records = read_records(sources, columns | kept, tuple(added), update)
        if update and len(records) and {None, ""}.issuperset(records.values["cluster_id"]):
            raise InputError("no record has a cluster_id to keep; leave --update out")
        others = read_records(open_again(stack, (against,), None, name), columns) if against else None
        ruled = _read_decisions(decisions) if decisions else []
        with Stages() as stages:
            try:
                found = dedupe(
                    records.values, **{use: use for use in columns}, threshold=threshold,
                    decisions=ruled,
                    against=others.values if others is not None else None, cluster_id="cluster_id" if update else None,
                    entities=_gazetteer(tables) if entities else None, progress=stages.step,
                )  # fmt: skip
            except InputError as fault:
                raise _placed(fault, records, others, decisions) from None
        if found.unknown_decisions:
            said = f"{found.unknown_decisions} decisions are about records that are not here"
            click.echo(f"translit: {decisions}: {said}", err=True)
        cells = cells_of_clusters(found, records.values, others is not None, entities)
        extend_tables(
            iter(sources), (name,), added, lambda sample, table: lambda row: next(cells), out,
            provenance(tables) if as_json else None, tuple(added) if update else (),
        )  # fmt: skip
        both = [some.values for some in (records, others) if some is not None]
        values = {use: [value for some in both for value in some[use]] for use in columns}
        if pairs_out:
            write_pairs(found, values["name"], pairs_out)
        if page_out:
            from .page_parts import shown_name
            from .review import review_page

            title = ", ".join(shown_name(source) for source in sources.sources)
            page_out.write(review_page(found, values, ruled, title=title, version=__version__))


def _read_decisions(path: str) -> list[dict[str, object]]:
    with ExitStack() as stack:
        records = read_records(open_again(stack, (path,), None, FIELDS[0]), {field: field for field in FIELDS})
    return [dict(zip(FIELDS, row, strict=True)) for row in zip(*records.values.values(), strict=True)]


def _gazetteer(tables):
    from .. import Gazetteer

    return Gazetteer.load(*tables)


def _placed(fault: InputError, records: Records, others: Records | None, decisions: str | None) -> InputError:
    """What is wrong with a record or a decision, with its place in the files instead of its number."""
    said = str(fault)
    if said.startswith("decision") and decisions:
        return InputError(f"{decisions}: {said}")

    def place(found: re.Match[str]) -> str:
        number = int(found.group(1)) - 1
        return records.place(number) if number < len(records) else others.place(number - len(records))

    return InputError(_PLACE.sub(lambda found: f"{place(found)} (", said))
