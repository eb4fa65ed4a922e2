"""``translit cyrillize``."""

from __future__ import annotations

import click

from .command import Command
from .naming import name_options, work_on_names
from .results import columns_of

EXAMPLES = r"""
$ translit cyrillize Łukašenka -n 1
Łukašenka
  1.00  Лукашэнка  be-lacinka
$ translit cyrillize --lang uk "Wolodymyr Selenskyj" -n 1
Wolodymyr Selenskyj
  1.00  Володимир Зеленський  uk-de
$ printf 'name\nShchukin\n' | translit cyrillize -s ru-icao-9303 -c name
name,name_cyrillic,name_scheme,name_score
Shchukin,Щукин,ru-icao-9303,...
"""


@click.command("cyrillize", cls=Command, examples=EXAMPLES)
@click.option("-s", "--scheme", metavar="SCHEME", help="The scheme the name is written by; else every one is tried.")
@click.option("--lang", metavar="LANG", default="be", show_default=True, help="The language to write it in.")
@click.option("-n", "--limit", metavar="N", type=click.IntRange(1), default=5, show_default=True,
              help="At most N readings a name.")  # fmt: skip
@name_options
def command(names, scheme, lang, limit, columns, input_format, output, as_json) -> None:
    """Write names in Latin letters back in Cyrillic, likeliest reading first.

    Names are words of the command line, or lines of standard input. With -c they are files: each column X gets
    X_cyrillic, X_scheme and X_score. Whole texts of a reversible scheme: translit romanize --reverse.
    """
    from .. import cyrillize

    cyrillize("a", scheme, lang=lang, n=1)  # an unknown scheme or language is said before anything is read

    def told(name: str) -> str:
        found = cyrillize(name, scheme, lang=lang, n=limit)
        rows = [(f"  {one.score:.2f}", one.text, one.scheme) for one in found]
        return f"{name}\n" + (columns_of(rows) or "  nothing is written so\n")

    def cells(name: str) -> tuple[str | None, str | None, float | None]:
        found = cyrillize(name, scheme, lang=lang, n=1)
        return (found[0].text, found[0].scheme, found[0].score) if found else (None, None, None)

    def record(name: str) -> dict[str, object]:
        return {"name": name, "readings": cyrillize(name, scheme, lang=lang, n=limit)}

    work_on_names(
        names, columns, input_format, output, as_json,
        added={"cyrillic": str, "scheme": str, "score": float}, cells=cells, told=told, record=record,
    )  # fmt: skip
