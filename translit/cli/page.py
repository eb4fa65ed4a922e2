"""One self-contained HTML page of annotated texts: no external assets, everything escaped."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html import escape

from .articles import Article
from .naming import canonical_in
from .page_parts import (
    KINDS,
    article_body,
    as_script,
    card,
    contents_line,
    count_forms,
    facts,
    index_of,
    is_unknown,
    legend,
    name_list,
    printable,
    shown_name,
    surfaces,
)
from .page_template import PAGE, VIEWS

_SHOWCASE = 9


@dataclass(frozen=True, slots=True)
class Frame:
    """What a page says of itself: title, lead (HTML) and foot; ``showcase`` puts the names of most spellings first."""

    title: str
    lead: str
    foot: str = ""
    showcase: bool = False


def demo_page(articles: list[Article], *, to: str, version: str) -> str:
    """The page of ``translit demo``."""
    lead = (
        "News of our own making with the names of the day, spelled as newsrooms spell them: in three languages, by "
        "several romanizations, inflected, misspelt. translit found the names, decided who is meant, and can write each "
        "in one way. Point at a name to see who it is and why; click it to follow it through the texts."
    )
    foot = "Names in the texts are real, events are invented."
    frame = Frame("One person, many spellings. Who is mentioned where?", lead, foot, True)
    return annotated_page(articles, frame, to=to, version=version)


def linked_page(articles: list[Article], *, to: str, version: str) -> str:
    """The page of ``translit link``: who is mentioned where."""
    mentions = [mention for article in articles for mention in article.mentions]
    lead = (
        "Every name that was found is marked. Point at it, or step to it with Tab, to see who is meant and why; click it, "
        "or press Enter, to follow it through the text. Esc ends that."
    )
    if any(mention.entity is None for mention in mentions):
        lead += " In a broken frame: names that may mean several."
    if any(mention.entity is not None and is_unknown(mention.entity) for mention in mentions):
        lead += " Underlined without a colour behind: names that no table knows."
    return annotated_page(articles, Frame(f"Who is mentioned in {_of(articles)}", lead), to=to, version=version)


def diff_page(articles: list[Article], *, to: str, version: str) -> str:
    """The page of ``translit normalize --diff``: the texts before and after."""
    changes = sum(article.changes for article in articles)
    lead = (
        f"{changes} of {sum(len(article.mentions) for article in articles)} names are written otherwise in "
        f'<span data-lang="{escape(to)}">{escape(to)}</span>; nothing else differs. Point at a name, or step to it with Tab, '
        "to see who is meant and why; click it, or press Enter, to follow it. Esc ends that."
    )
    return annotated_page(articles, Frame(f"{_of(articles)}, before and after", lead), to=to, version=version)


def annotated_page(articles: list[Article], frame: Frame, *, to: str, version: str) -> str:
    """The page as one string of HTML; ``to`` is the language or scheme that names are shown or rewritten in."""
    counted = count_forms(articles)
    index = {entity.id: (number, canonical_in(entity, to)) for number, (entity, _) in enumerate(counted)}
    respelled = to if any(article.to for article in articles) else ""
    showcase = "".join(card(entity, found, index) for entity, found in counted[:_SHOWCASE]) if frame.showcase else ""
    contents = "".join(contents_line(article, number) for number, article in enumerate(articles))
    parts = {
        "TITLE": escape(frame.title),
        "LEAD": frame.lead,
        "VERSION": escape(version),
        "PAGE": " ".join(["demo" if frame.showcase else "tool", *(["respelled"] if respelled else [])]),
        "FIGURES": _figures(articles, counted),
        "SHOWCASE": f'<section class="wrap"><h2 class="part">Most often respelled</h2><div class="cards">{showcase}'
        "</div></section>" if showcase else "",
        "FLIPS": _flips("was" if frame.showcase else "both") if respelled else "",
        "SWITCH": _switch(respelled) if respelled else "",
        "FEWER": "changes only" if respelled else "only paragraphs with names",
        "LEGEND": legend(counted),
        "CONTENTS": f'<h2>Texts</h2><ol class="texts">{contents}</ol>' if len(articles) > 1 else "",
        "NAMES": name_list(counted, index),
        "COUNT": str(len(counted)),
        "BODIES": "".join(article_body(article, number, index) for number, article in enumerate(articles)),
        "INDEX": "".join(index_of(kind, counted, index, respelled) for kind in KINDS)
        or '<p class="none">No name was found.</p>',
        "FOOT": escape(frame.foot),
        "DATA": as_script([facts(entity, found, to) for entity, found in counted]),
    }  # fmt: skip
    pieces = PAGE.split("@@")  # text and names of parts by turns, so that no part is searched for names
    return printable("".join(parts[piece] if at % 2 else piece for at, piece in enumerate(pieces)))


def _flips(chosen: str) -> str:
    """The buttons of the switch between the views; they stand before all that they rule."""
    return "".join(
        f'<input class="flip" type="radio" name="flip" id="{view}"{" checked" if view == chosen else ""} '
        f'aria-label="{title}">'
        for view, title in VIEWS.items()
    )


def _switch(to: str) -> str:
    code = {"now": f" <code>{escape(to)}</code>"}
    labels = (f'<label for="{view}">{title}{code.get(view, "")}</label>' for view, title in VIEWS.items())
    return f'<div class="switch">{"".join(labels)}</div>'


def _figures(articles: list[Article], counted: list[tuple[object, Counter]]) -> str:
    figures = {
        "texts": len(articles),
        "mentions": sum(len(article.mentions) for article in articles),
        "names": len(counted),
        "spellings": sum(len(surfaces(found)) for _, found in counted),
        "rewritten": sum(article.changes for article in articles),
    }
    shown = [name for name in figures if not (name == "texts" and len(articles) == 1)]
    shown = [name for name in shown if name != "rewritten" or any(article.to for article in articles)]
    words = {1: {"texts": "text", "mentions": "mention", "names": "name", "spellings": "spelling"}}
    return "".join(
        f"<li><b>{figures[name]:,}</b>{words.get(figures[name], {}).get(name, name)}</li>" for name in shown
    )


def _of(articles: list[Article]) -> str:
    if len(articles) > 1:
        return f"{len(articles)} texts"
    return shown_name(articles[0]) if articles and articles[0].name != "-" else "this text"
