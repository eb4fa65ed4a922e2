"""``translit resolve``."""

from __future__ import annotations

import click

from .columns import Work, append_columns
from .command import Command
from .naming import asked_names, canonical_in, check_language
from .options import (
    check_asked_input,
    columns_option,
    format_option,
    json_option,
    kind_option,
    output_option,
    tables_option,
)
from .reading import open_sources, reads_tables
from .results import columns_of, json_document, provenance
from .writing import open_output

NOBODY = 1

EXAMPLES = r"""
$ translit resolve Loukachenko -n 1
Loukachenko
  ...  person/aliaksandr-lukashenka  Alexander Lukashenko
$ translit resolve -e "Хтосьці Невядомы" || echo nobody we know
Хтосьці Невядомы
  nobody we know
nobody we know
$ printf 'name\nŁukaszenka\n' | translit resolve -c name --to be
name,name_entity,name_canonical,name_score
Łukaszenka,person/aliaksandr-lukashenka,Аляксандр Лукашэнка,...
"""


@click.command("resolve", cls=Command, examples=EXAMPLES)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("-n", "--limit", metavar="N", type=click.IntRange(1), default=5, show_default=True,
              help="At most N candidates a name.")  # fmt: skip
@click.option("--min-score", metavar="SCORE", type=click.FloatRange(0, 1), help="The least score, 0 to 1.")
@click.option("-e", "--exit-code", is_flag=True, help="Exit with 1 when a name has no candidate.")
@click.option("--to", metavar="LANG", default="en", show_default=True, help="Language of the canonical names.")
@kind_option
@tables_option
@columns_option
@format_option
@output_option
@json_option
def command(names, limit, min_score, exit_code, to, kind, tables, columns, input_format, output, as_json) -> None:
    """Find the entities that a whole name may mean, best first.

    Names are words of the command line, or lines of standard input. With -c they are files: of each row the columns
    NAME_entity, NAME_canonical and NAME_score say the best candidate, and nothing where two are equally good.
    """
    from .. import Gazetteer
    from ..tables.entities import kind_named

    kind_named(kind)
    check_asked_input(names, "a name")
    if input_format and not columns:
        raise click.UsageError("--input-format is for tables; name their columns with -c")
    if columns:
        reads_tables(names, input_format, columns)
    gazetteer = Gazetteer.load(*tables)
    check_language(to, gazetteer)
    unknown = False

    def find(name: str, count: int) -> list:
        nonlocal unknown
        found = gazetteer.resolve(name, kind=kind, limit=count, min_score=min_score)
        unknown = unknown or not found
        return found

    def best(cell: str) -> tuple[str | None, str | None, float | None]:
        found = find(cell, 2)
        if not found or len(found) > 1 and found[0].score == found[1].score:
            return None, None, None
        return found[0].entity.id, canonical_in(found[0].entity, to), found[0].score

    def make_work(cells: str) -> Work:
        return best

    with open_output(output) as out:
        if columns:
            added = {"entity": str, "canonical": str, "score": float}
            made_by = provenance(tables) if as_json else None
            append_columns(open_sources(names, input_format, columns), columns, added, make_work, out, made_by)
        elif as_json:
            found = [(name, find(name, limit)) for name in asked_names(names)]
            results = [{"name": name, "candidates": [_as_dict(one, to) for one in some]} for name, some in found]
            out.write(json_document(results, tables))
        else:
            for name in asked_names(names):
                out.write(f"{name}\n{_told(find(name, limit), to)}")
    if exit_code and unknown:
        click.get_current_context().exit(NOBODY)


def _as_dict(candidate, to: str) -> dict[str, object]:
    entity = candidate.entity
    return {"entity": entity.id, "kind": entity.kind, "canonical": canonical_in(entity, to), "score": candidate.score,
            "matched": candidate.match.right}  # fmt: skip


def _told(candidates: list, to: str) -> str:
    if not candidates:
        return "  nobody we know\n"
    rows = [(f"  {one.score:.2f}", one.entity.id, canonical_in(one.entity, to)) for one in candidates]
    return columns_of(rows)
