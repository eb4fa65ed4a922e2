"""``translit parse``."""

from __future__ import annotations

from dataclasses import asdict

import click

from .command import Command
from .naming import name_options, work_on_names
from .results import columns_of

PARTS = ("given", "patronymic", "family", "gender", "lang", "order")

EXAMPLES = r"""
$ translit parse "Лукашэнка, Аляксандр Рыгоравіч"
Лукашэнка, Аляксандр Рыгоравіч
  given       Аляксандр
  patronymic  Рыгоравіч
  family      Лукашэнка
  gender      m
  lang        be
  order       comma
$ translit parse --format initials "Каржыцкі Дзяніс Леанідавіч" "Ursula von der Leyen"
Д. Л. Каржыцкі
U. von der Leyen
$ printf 'name\nSvetlana Tikhanovskaya\n' | translit parse -c name
name,name_given,name_patronymic,name_family,name_gender,name_lang,name_order
Svetlana Tikhanovskaya,Svetlana,,Tikhanovskaya,f,...,western
"""


@click.command("parse", cls=Command, examples=EXAMPLES)
@click.option("--format", "style", metavar="STYLE",
              help="Only write the name anew: western, full, official, comma or initials.")  # fmt: skip
@name_options
def command(names, style, columns, input_format, output, as_json) -> None:
    """Say what each word of a name is, in any order it is written in.

    Names are words of the command line, or lines of standard input. With -c they are files: each column X gets
    X_given, X_patronymic, X_family, X_gender, X_lang and X_order; with --format, X_formatted.
    """
    from .. import parse_name

    parse_name("").format(style or "western")  # an unknown style is said before anything is read

    def told(name: str) -> str:
        parsed = parse_name(name)
        if style:
            return parsed.format(style) + "\n"
        beside = [(kind, " ".join(getattr(parsed, kind))) for kind in ("particles", "titles", "suffixes", "initials")]
        rows = [(f"  {part}", getattr(parsed, part) or "") for part in PARTS] + [(f"  {kind}", said) for kind, said in beside]
        return f"{name}\n" + columns_of(row for row in rows if row[1])

    def cells(name: str) -> tuple[str | None, ...]:
        parsed = parse_name(name)
        return (parsed.format(style),) if style else tuple(getattr(parsed, part) or None for part in PARTS)

    def record(name: str) -> dict[str, object]:
        parsed = parse_name(name)
        formatted = {"formatted": parsed.format(style)} if style else {}
        return {"name": name, **asdict(parsed), **formatted}

    work_on_names(
        names, columns, input_format, output, as_json,
        added={"formatted": str} if style else dict.fromkeys(PARTS, str), cells=cells, told=told, record=record,
    )  # fmt: skip
