"""``translit detect``."""

from __future__ import annotations

import click

from .command import Command
from .naming import name_options, work_on_names
from .results import columns_of

_MOST = 5

EXAMPLES = r"""
$ translit detect "Уладзімір Караткевіч" "Łukašenka"
Уладзімір Караткевіч
  be         ...
...
Łukašenka
...
$ translit detect --schemes Schukow
Schukow
  ru-de-duden  0.98
  uk-de        0.02
$ printf 'name\nЩукин\n' | translit detect -c name
name,name_lang,name_script
Щукин,ru,Cyrl
"""


@click.command("detect", cls=Command, examples=EXAMPLES)
@click.option("--schemes", is_flag=True, help="Say which romanization schemes can have written it.")
@name_options
def command(names, schemes, columns, input_format, output, as_json) -> None:
    """Say which language a name or a line of text is in, or which scheme romanized it, with scores.

    Names are words of the command line, or lines of standard input. With -c they are files: each column X gets X_lang
    and X_script, or X_scheme.
    """
    from .. import detect, detect_scheme

    def ranked(name: str) -> list[tuple[str, float]]:
        if schemes:
            return detect_scheme(name)
        return sorted(detect(name).scores.items(), key=lambda item: -item[1])

    def told(name: str) -> str:
        rows = [(f"  {label}", f"{score:.2f}") for label, score in ranked(name)[:_MOST] if score >= 0.005]
        return f"{name}\n" + (columns_of(rows) or f"  {'no scheme' if schemes else 'und'}\n")

    def cells(name: str) -> tuple[str | None, ...]:
        if schemes:
            return (next((label for label, _ in ranked(name)), None),)
        found = detect(name)
        return found.lang, found.script

    def record(name: str) -> dict[str, object]:
        if schemes:
            return {"name": name, "schemes": dict(ranked(name))}
        found = detect(name)
        return {"name": name, "lang": found.lang, "script": found.script, "scores": found.scores}

    work_on_names(
        names, columns, input_format, output, as_json,
        added={"scheme": str} if schemes else {"lang": str, "script": str}, cells=cells, told=told, record=record,
    )  # fmt: skip
