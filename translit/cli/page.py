"""One self-contained HTML page of annotated articles: no external assets, everything escaped."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from .naming import canonical_in
from .page_template import PAGE

_KINDS = {"person": "People", "place": "Places", "organisation": "Organisations", "other": "Other names"}
_LANGUAGES = {
    "en": "English", "be": "Belarusian", "be-tarask": "Belarusian (Taraškievica)", "be-latn": "Belarusian (Łacinka)",
    "ru": "Russian", "uk": "Ukrainian",
}  # fmt: skip
_SHOWCASE = 9
_NAMES_SHOWN = ("be", "ru", "uk", "pl", "en", "de", "fr")


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its mentions, and the same text rewritten in the spelling ``to``, with the mentions found there."""

    name: str
    lang: str
    text: str
    mentions: list
    to: str
    rewritten: str
    rewritten_mentions: list


def annotated_page(articles: list[Article], *, to: str, version: str) -> str:
    """The page as one string of HTML."""
    counted = count_spellings(articles)
    known = {entity.id for entity, _ in counted}
    later = {one.entity.id: one.entity for article in articles for one in article.rewritten_mentions if one.entity}
    everyone = counted + [(entity, Counter()) for id, entity in later.items() if id not in known]
    index = {entity.id: number for number, (entity, _) in enumerate(everyone)}
    places = [mention for article in articles for mention in article.mentions]
    parts = {
        "TO": escape(to),
        "VERSION": escape(version),
        "ARTICLES": str(len(articles)),
        "MENTIONS": str(len(places)),
        "ENTITIES": str(len(counted)),
        "SPELLINGS": str(sum(len(found) for _, found in counted)),
        "SHOWCASE": "".join(_card(entity, found, index) for entity, found in counted[:_SHOWCASE]),
        "LEGEND": _legend(counted),
        "CONTENTS": "".join(_contents_line(article, number) for number, article in enumerate(articles)),
        "BODIES": "".join(_article(article, number, index) for number, article in enumerate(articles)),
        "INDEX": "".join(_index_of(kind, counted, index) for kind in _KINDS),
        "DATA": _as_script([_facts(entity, found) for entity, found in everyone]),
    }
    pieces = PAGE.split("@@")  # text and names of parts by turns, so that no part is searched for names
    return "".join(parts[piece] if at % 2 else piece for at, piece in enumerate(pieces))


def count_spellings(articles: Iterable[Article]) -> list[tuple[object, Counter[str]]]:
    """Every entity of the articles with its surface forms and how often each stands, the most spellings first."""
    found: dict[object, Counter[str]] = {}
    for article in articles:
        for mention in article.mentions:
            if mention.entity is not None:
                found.setdefault(mention.entity, Counter())[" ".join(mention.surface.split())] += 1
    return sorted(found.items(), key=lambda item: (-len(item[1]), -item[1].total(), item[0].id))


def _facts(entity, found: Counter[str]) -> dict[str, object]:
    names = [[lang, entity.names[lang][0]] for lang in _NAMES_SHOWN if lang in entity.names]
    return {"id": entity.id, "kind": entity.kind, "name": canonical_in(entity, "en"), "names": names,
            "count": found.total(), "spellings": len(found)}  # fmt: skip


def _as_script(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _legend(counted: list[tuple[object, Counter[str]]]) -> str:
    items = []
    for kind, title in _KINDS.items():
        number = sum(entity.kind == kind for entity, _ in counted)
        items.append(
            f'<label class="key {kind}"><input type="checkbox" checked data-kind="{kind}">'
            f'<mark class="{kind}">{title}</mark> <small>{number}</small></label>'
        )
    return "".join(items)


def _card(entity, found: Counter[str], index: dict[str, int]) -> str:
    langs = [lang for lang in ("be", "ru", "en") if lang in entity.names]
    names = " · ".join(f'<span lang="{lang}">{escape(entity.names[lang][0])}</span>' for lang in langs)
    return (
        f'<section class="card {entity.kind}"><h3><button data-e="{index[entity.id]}">'
        f'{escape(canonical_in(entity, "en"))}</button></h3><p class="names">{names}</p>'
        f'<p class="count"><b>{len(found)}</b> spellings, {found.total()} mentions</p>{_chips(found)}</section>'
    )


def _chips(found: Counter[str]) -> str:
    chips = "".join(f"<li>{escape(surface)}<i>{count}</i></li>" for surface, count in found.most_common())
    return f'<ul class="chips">{chips}</ul>'


def _index_of(kind: str, counted: list[tuple[object, Counter[str]]], index: dict[str, int]) -> str:
    rows = [
        f'<tr><th scope="row"><button data-e="{index[entity.id]}">{escape(canonical_in(entity, "en"))}</button>'
        f"<code>{escape(entity.id)}</code></th><td>{found.total()}</td><td>{_chips(found)}</td></tr>"
        for entity, found in counted
        if entity.kind == kind and found
    ]
    if not rows:
        return ""
    return (
        f'<h3><mark class="{kind}">{_KINDS[kind]}</mark> <small>{len(rows)}</small></h3>'
        f'<div class="scroll"><table class="{kind}">'
        f'<thead><tr><th scope="col">entity</th><th scope="col">n</th><th scope="col">spellings</th></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _contents_line(article: Article, number: int) -> str:
    return (
        f'<li><a href="#a{number}"><span lang="{escape(article.lang)}">{escape(_title_of(article.text))}</span>'
        f"<small>{escape(_LANGUAGES.get(article.lang, article.lang))} · {len(article.mentions)}</small></a></li>"
    )


def _title_of(text: str) -> str:
    return text.strip().split("\n", 1)[0]


def _article(article: Article, number: int, index: dict[str, int]) -> str:
    former = _former(article)
    note = "names rewritten" if article.text != article.rewritten else "every name stands so already"
    if former:
        note = f"{len(former)} name{'' if len(former) == 1 else 's'} rewritten"
    to = escape(_LANGUAGES.get(article.to, article.to))
    return (
        f'<article id="a{number}" lang="{escape(article.lang)}"><p class="meta" lang="en">{escape(article.name)} · '
        f"{escape(_LANGUAGES.get(article.lang, article.lang))} · {len(article.mentions)} mentions"
        f'<span class="now"> · {note} in {to}</span></p>'
        f'<div class="was">{_body(article.text, article.mentions, index, {})}</div>'
        f'<div class="now">{_body(article.rewritten, article.rewritten_mentions, index, former)}</div></article>'
    )


def _former(article: Article) -> dict[int, str]:
    """What stood before in place of each rewritten mention, by its start, where the two lists answer each other."""
    pairs = list(zip(article.mentions, article.rewritten_mentions, strict=False))
    alike = len(article.mentions) == len(article.rewritten_mentions) and all(
        (was.entity and was.entity.id) == (now.entity and now.entity.id) for was, now in pairs
    )
    return {now.start: was.surface for was, now in pairs if was.surface != now.surface} if alike else {}


def _body(text: str, mentions: list, index: dict[str, int], former: dict[int, str]) -> str:
    """Paragraphs of the text, the first as a heading, every mention marked."""
    parts = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            inside = [mention for mention in mentions if start <= mention.start < start + len(line)]
            tag = "p" if parts else "h2"
            parts.append(f"<{tag}>{''.join(_marked(text, start, start + len(line), inside, index, former))}</{tag}>")
        start += len(line) + 1
    return "".join(parts)


def _marked(
    text: str, at: int, end: int, mentions: list, index: dict[str, int], former: dict[int, str]
) -> Iterator[str]:
    for mention in mentions:
        yield escape(text[at : mention.start])
        at = min(mention.end, end)
        yield _mark(text[mention.start : at], mention, index, former.get(mention.start))
    yield escape(text[at:end])


def _mark(surface: str, mention, index: dict[str, int], was: str | None) -> str:
    why = f"{mention.score:.2f} · {mention.reason}" + (f" · {mention.case}" if mention.case else "")
    before = f' data-was="{escape(was)}"' if was else ""
    if mention.entity is None:
        names = ", ".join(canonical_in(candidate.entity, "en") for candidate in mention.candidates)
        return f'<mark class="open" tabindex="0" title="{escape(f"open: {names} · {why}")}">{escape(surface)}</mark>'
    entity = mention.entity
    title = f"{canonical_in(entity, 'en')} ({entity.id}) · {why}"
    changed = " changed" if was else ""
    return (
        f'<mark class="{entity.kind}{changed}" tabindex="0" data-e="{index[entity.id]}" data-why="{escape(why)}"'
        f'{before} title="{escape(title)}">{escape(surface)}</mark>'
    )
