"""``translit demo``: the main job on the texts that ship, in the terminal and as a page."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections import Counter
from functools import cache
from pathlib import Path

import click

from ..errors import InputError
from .articles import Article
from .command import Command
from .naming import canonical_in
from .options import json_option, tables_option
from .page import demo_page
from .page_parts import count_forms, surfaces
from .results import json_document
from .writing import open_output

_PACKAGE = Path(__file__).resolve().parent.parent
_SNIPPET, _LEAD, _NAME = 92, 28, 30  # characters
_CHANGES = 2  # lines an article

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
@click.option("-o", "--output", metavar="FILE", default="translit-demo.html", show_default=True,
              help="The page to write.")  # fmt: skip
@tables_option
@json_option
def command(to, output, tables, as_json) -> None:
    """Run the main job on a small corpus of news: every entity with the spellings found and how often, lines before
    and after the rewriting, and one HTML page of the annotated articles.
    """
    from .. import Gazetteer, __version__

    gazetteer = Gazetteer.load(*tables)
    articles = [_read_article(path, to, gazetteer) for path in _corpus()]
    with open_output(output) as page:
        page.write(demo_page(articles, to=to, version=__version__))
    with open_output(None) as out:
        if as_json:
            out.write(json_document({"page": output, "to": to, "entities": _entities_as_dicts(articles)}, tables))
        else:
            out.write(_report(articles, to))
            out.write(f"page: {output}\n")


def _report(articles: list[Article], to: str) -> str:
    width = shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100
    counted = _counted(articles)
    mentions = sum(len(article.mentions) for article in articles)
    spellings = sum(len(found) for _, found in counted)
    note = "; Cyrillic articles in their own language" if _is_scheme(to) else ""
    return (
        f"{_entity_table(counted, min(width, 140))}\nEvery name in one spelling ({to}{note}):\n"
        f"{''.join(map(_changes, articles))}\n"
        f"{len(articles)} articles, {mentions} mentions, {len(counted)} entities in {spellings} spellings\n"
    )


def _counted(articles: list[Article]) -> list[tuple[object, Counter[str]]]:
    return [(entity, surfaces(forms)) for entity, forms in count_forms(articles)]


def _entities_as_dicts(articles: list[Article]) -> list[dict[str, object]]:
    return [
        {"entity": entity.id, "kind": entity.kind, "canonical": canonical_in(entity, "en"), "spellings": dict(found)}
        for entity, found in _counted(articles)
    ]


def _corpus() -> list[Path]:
    """The news texts: of the package when it was installed from a wheel, else of the checkout."""
    for folder in (_PACKAGE / "_corpus", _PACKAGE.parent / "corpus" / "news"):
        texts = sorted(folder.glob("*.txt"))
        if texts:
            return texts
    raise InputError("the demo's texts are missing; reinstall translit-names")


def _read_article(path: Path, to: str, gazetteer) -> Article:
    from .. import detect
    from ..linking import respelled

    text = path.read_text(encoding="utf-8")
    found = detect(text)
    if found.script == "Cyrl" and _is_scheme(to):  # Latin names in a Cyrillic text help nobody: its own language's
        to = found.lang.split("-")[0]
    pairs = respelled(text, to, gazetteer=gazetteer)
    mentions, spelled = zip(*pairs, strict=True) if pairs else ((), ())
    return Article(path.name, found.lang, text, mentions, to, spelled)


@cache
def _is_scheme(to: str) -> bool:
    from .. import schemes

    return any(to == scheme.id or to in scheme.aliases for scheme in schemes())


def _entity_table(entities: list[tuple[object, Counter[str]]], width: int) -> str:
    lines = [f"{'entity':{_NAME}}  {'kind':12}  {'n':>4}  spellings, and how often", "─" * width]
    margin = " " * (_NAME + 22)
    for entity, found in entities:
        name = canonical_in(entity, "en")
        if len(name) > _NAME:
            lines.append(name)
            name = ""
        said = ", ".join(f"{surface} ×{count}".replace(" ", "\u00a0") for surface, count in found.most_common())
        start = f"{name:{_NAME}}  {entity.kind:12}  {found.total():4}  "
        lines += textwrap.wrap(
            said, max(width, len(margin) + 30), initial_indent=start, subsequent_indent=margin,
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
    return "\n".join(lines).replace("\u00a0", " ") + "\n"


def _changes(article: Article) -> str:
    """The first lines that the rewriting changes, each cut to what fits, before and after."""
    pairs = zip(article.text.split("\n"), article.rewritten.split("\n"), strict=False)
    changed = [(was, now) for was, now in pairs if was != now][:_CHANGES]
    told = ""
    for was, now in changed:
        at = next((at for at, (old, new) in enumerate(zip(was, now, strict=False)) if old != new), 0)
        start = was.rfind(" ", 0, max(at - _LEAD, 0)) + 1
        told += f"  - {_snippet(was, start)}\n  + {_snippet(now, start)}\n"
    return f"\n  {article.name}, in {article.to}\n{told}" if changed else ""


def _snippet(line: str, start: int) -> str:
    end = len(line) if len(line) <= start + _SNIPPET else line.rfind(" ", start, start + _SNIPPET)
    end = end if end > start else start + _SNIPPET
    return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")
