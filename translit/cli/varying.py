"""``translit variants``."""

from __future__ import annotations

import click

from .command import Command
from .naming import name_options, work_on_names
from .queries import QUERIES
from .results import columns_of

EXAMPLES = r"""
$ translit variants "Аляксандр Лукашэнка" -n 3
Аляксандр Лукашэнка
...
$ translit variants Шойгу --as regex -n 4
\b(?:...)\b
$ translit variants "Сяргей Лаўроў" --as sql --field name -n 2
name IN ('...', '...')
"""


@click.command("variants", cls=Command, examples=EXAMPLES)
@click.option("--lang", metavar="LANG", default="auto", help="The language of the name, where its letters leave it open.")
@click.option("-n", "--limit", metavar="N", type=click.IntRange(1), help="The N heaviest only.")
@click.option("--as", "form", type=click.Choice(["list", *QUERIES]), metavar="|".join(["list", *QUERIES]),
              default="list", show_default=True, help="What to write: a list, or a query for them all.")  # fmt: skip
@click.option("--field", metavar="NAME", default="name", show_default=True, help="The field that a query asks.")
@click.option("--why", is_flag=True, help="Beside each spelling its weight and who writes it so.")
@name_options
def command(names, lang, limit, form, field, why, columns, input_format, output, as_json) -> None:
    """Write every spelling of a name: all schemes and press habits, in all of its languages, the heaviest first.

    Names are words of the command line, or lines of standard input. With -c they are files: each column X gets
    X_variants, spellings parted by |, or the query asked for.
    """
    from .. import variants

    def found(name: str) -> list:
        return variants(name, lang=lang)[:limit]

    def query(name: str) -> str:
        return QUERIES[form](found(name), field)

    def told(name: str) -> str:
        if form != "list":
            return query(name) + "\n"
        if not why:
            return "".join(f"{one.text}\n" for one in found(name)) or f"{name}\n"
        return columns_of((one.text, f"{one.weight:.3f}", ", ".join(one.schemes)) for one in found(name))

    def cells(name: str) -> tuple[str]:
        return ("|".join(one.text for one in found(name)) if form == "list" else query(name),)

    def record(name: str) -> dict[str, object]:
        return {"name": name, "variants": found(name)} | ({} if form == "list" else {"query": query(name)})

    work_on_names(
        names, columns, input_format, output, as_json, added={"variants": str}, cells=cells, told=told, record=record
    )
