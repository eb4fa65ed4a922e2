"""``translit demo``: the main job on the texts that ship, in the terminal and as a page."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections import Counter
from pathlib import Path

import click

from ..errors import InputError
from .command import Command
from .naming import canonical_in
from .options import json_option, tables_option
from .page import Article, annotated_page
from .results import json_document
from .writing import open_output

_PACKAGE = Path(__file__).resolve().parent.parent
_SNIPPET, _LEAD = 92, 28  # characters

EXAMPLES = """
$ translit demo
...
Alexander Lukashenko  ...
...
page: translit-demo.html
"""


@click.command("demo", cls=Command, examples=EXAMPLES)
@click.option("--to", metavar="LANG|SCHEME", default="be-bgn-pcgn-1979", show_default=True,
              help="The spelling that names are rewritten in.")  # fmt: skip
@click.option("-o", "--output", metavar="FILE", default="translit-demo.html", show_default=True, help="The page to write.")
@tables_option
@json_option
def command(to, output, tables, as_json) -> None:
    """Run the main job on a small corpus of news: every entity with the spellings found and how often, lines before
    and after the rewriting, and one HTML page of the annotated articles.
    """
    from .. import Gazetteer, __version__

    gazetteer = Gazetteer.load(*tables)
    articles = [_read_article(path, to, gazetteer) for path in _corpus()]
    entities = spellings_of(articles)
    with open_output(output) as page:
        page.write(annotated_page(articles, to=to, version=__version__))
    with open_output(None) as out:
        if as_json:
            told = [
                {"entity": entity.id, "kind": entity.kind, "canonical": canonical_in(entity, "en"), "spellings": dict(found)}
                for entity, found in entities
            ]
            out.write(json_document({"page": output, "to": to, "entities": told}, tables))
            return
        out.write(_entity_table(entities, shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100))
        out.write(f"\nEvery name in one spelling ({to}):\n")
        for article in articles:
            out.write(_first_change(article))
        mentions = sum(len(article.mentions) for article in articles)
        spellings = sum(len(found) for _, found in entities)
        out.write(f"\n{len(articles)} articles, {mentions} mentions, {len(entities)} entities in {spellings} spellings\n")
        out.write(f"page: {output}\n")


def _corpus() -> list[Path]:
    """The news texts: of the package when it was installed from a wheel, else of the checkout."""
    for folder in (_PACKAGE / "_corpus", _PACKAGE.parent / "corpus" / "news"):
        texts = sorted(folder.glob("*.txt"))
        if texts:
            return texts
    raise InputError("the demo's texts are missing; reinstall translit-names")


def _read_article(path: Path, to: str, gazetteer) -> Article:
    from .. import detect, link, normalize

    text = path.read_text(encoding="utf-8")
    rewritten = normalize(text, to, gazetteer=gazetteer)
    return Article(path.name, detect(text).lang, text, link(text, gazetteer), rewritten, link(rewritten, gazetteer))


def spellings_of(articles: list[Article]) -> list[tuple[object, Counter[str]]]:
    """Every entity of the articles with its surface forms and their counts, the most spellings first."""
    found: dict[object, Counter[str]] = {}
    for article in articles:
        for mention in article.mentions:
            if mention.entity is not None:
                found.setdefault(mention.entity, Counter())[" ".join(mention.surface.split())] += 1
    return sorted(found.items(), key=lambda item: (-len(item[1]), -item[1].total(), item[0].id))


def _entity_table(entities: list[tuple[object, Counter[str]]], width: int) -> str:
    rows = [(canonical_in(entity, "en"), entity.kind, found) for entity, found in entities]
    first = max((len(name) for name, _, _ in rows), default=0)
    lines = [f"{'entity':{first}}  {'kind':12}  {'n':>4}  spellings, and how often"]
    lines.append("─" * min(width, 100))
    margin = " " * (first + 22)
    for name, kind, found in rows:
        said = ", ".join(f"{surface}\u00a0×{count}".replace(" ", "\u00a0") for surface, count in found.most_common())
        start = f"{name:{first}}  {kind:12}  {found.total():4}  "
        room = max(width, len(margin) + 30)
        lines += textwrap.wrap(said, room, initial_indent=start, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines).replace("\u00a0", " ") + "\n"


def _first_change(article: Article) -> str:
    """The first line that the rewriting changes, cut to what fits, before and after."""
    pairs = zip(article.text.split("\n"), article.rewritten.split("\n"), strict=False)
    was, now = next(((was, now) for was, now in pairs if was != now), ("", ""))
    if was == now:
        return ""
    at = next((at for at, (old, new) in enumerate(zip(was, now, strict=False)) if old != new), 0)
    start = max(was.rfind(" ", 0, max(at - _LEAD, 0)) + 1, 0)
    return f"\n  {article.name}\n  - {_snippet(was, start)}\n  + {_snippet(now, start)}\n"


def _snippet(line: str, start: int) -> str:
    end = len(line) if len(line) <= start + _SNIPPET else line.rfind(" ", start, start + _SNIPPET)
    end = end if end > start else start + _SNIPPET
    return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")
