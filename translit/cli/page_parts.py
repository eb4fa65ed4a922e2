"""The pieces of the page: marked text, legend, lists of names; every word of a text escaped."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import PurePath

from .articles import Article, paragraphs
from .naming import canonical_in

KINDS = {"person": "People", "place": "Places", "organisation": "Organisations", "other": "Other names"}
_NAMES_SHOWN = ("be", "ru", "uk", "pl", "en", "de", "fr")
_HEADING = 120  # characters; a longer first paragraph is no heading
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

# Every entity with its surface forms; a form is what stands and what it becomes ("" where no spelling is asked).
Counted = list[tuple[object, Counter[tuple[str, str]]]]

# By id the number of each entity, as the script counts, and the name that it is shown under.
Index = dict[str, tuple[int, str]]


def count_forms(articles: list[Article]) -> Counted:
    """Every entity of the articles with its forms and how often each stands, the most spellings first."""
    found: dict[object, Counter[tuple[str, str]]] = {}
    for article in articles:
        spelled = article.spelled or ("",) * len(article.mentions)
        for mention, new in zip(article.mentions, spelled, strict=True):
            if mention.entity is not None:
                form = (_one_line(mention.surface), _one_line(new))
                found.setdefault(mention.entity, Counter())[form] += 1
    return sorted(found.items(), key=lambda item: (-len(surfaces(item[1])), -item[1].total(), item[0].id))


def surfaces(forms: Counter[tuple[str, str]]) -> Counter[str]:
    """The surface forms alone, and how often each stands."""
    found: Counter[str] = Counter()
    for (surface, _), count in forms.items():
        found[surface] += count
    return found


def printable(html: str) -> str:
    """``html`` with U+FFFD for what no page can hold: control characters and halves of surrogate pairs."""
    return _UNPRINTABLE.sub("\ufffd", html)


def as_script(value: object) -> str:
    """JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def facts(entity, forms: Counter[tuple[str, str]], to: str) -> dict[str, object]:
    """What the page's script knows of an entity."""
    shown = [lang for lang in dict.fromkeys((to, entity.native, *_NAMES_SHOWN)) if lang in entity.names]
    found = surfaces(forms)
    return {"id": entity.id, "kind": entity.kind, "name": canonical_in(entity, to), "native": entity.native,
            "names": [[lang, entity.names[lang][0]] for lang in shown], "count": forms.total(),
            "spellings": len(found), "forms": list(found), "unknown": is_unknown(entity)}  # fmt: skip


def is_unknown(entity) -> bool:
    """Whether no table knows the name."""
    return entity.id.startswith("unknown/")


def legend(counted: Counted) -> str:
    """The kinds that occur, each with its colour and a box that takes the colour away."""
    items = []
    for kind, title in KINDS.items():
        number = sum(entity.kind == kind for entity, _ in counted)
        if number:
            items.append(
                f'<label class="key {kind}"><input type="checkbox" checked data-kind="{kind}">'
                f'<mark class="{kind}">{title}</mark> <small>{number}</small></label>'
            )
    return "".join(items)


def card(entity, forms: Counter[tuple[str, str]], index: Index) -> str:
    """An entity with its names and spellings, for the showcase."""
    langs = [lang for lang in ("be", "ru", "en") if lang in entity.names]
    names = " · ".join(f'<bdi lang="{lang}">{escape(entity.names[lang][0])}</bdi>' for lang in langs)
    return (
        f'<section class="card {entity.kind}"><h3>{_button(entity, index)}</h3><p class="names">{names}</p>'
        f'<p class="count"><b>{len(surfaces(forms))}</b> spellings, {_many(forms.total(), "mention")}</p>'
        f"{_chips(forms, False)}</section>"
    )


def name_list(counted: Counted, index: Index) -> str:
    """Every name with its count, the most frequent first: the page's filter by name."""
    often = sorted(counted, key=lambda item: -item[1].total())
    items = (
        f'<li class="{entity.kind}" data-row="{index[entity.id][0]}">{_button(entity, index)}<i>{forms.total()}</i></li>'
        for entity, forms in often
    )
    return f'<ol class="who">{"".join(items)}</ol>'


def index_of(kind: str, counted: Counted, index: Index, to: str) -> str:
    """The table of all entities of a kind with every spelling and how often it stands."""
    rows = [
        f'<tr data-row="{index[entity.id][0]}"><th scope="row">{_button(entity, index)}'
        f"<code>{escape(_id_of(entity))}</code></th><td>{forms.total()}</td><td>{_chips(forms, bool(to))}</td></tr>"
        for entity, forms in counted
        if entity.kind == kind and forms
    ]
    if not rows:
        return ""
    return (
        f'<h3><mark class="{kind}">{KINDS[kind]}</mark> <small>{len(rows)}</small></h3>'
        f'<div class="scroll"><table class="{kind}"><thead><tr><th scope="col">name</th><th scope="col">n</th>'
        f'<th scope="col">{"spellings, and what each becomes" if to else "spellings"}</th></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def contents_line(article: Article, number: int) -> str:
    """A line of the list of articles."""
    title = shown_name(article) if not article.text.strip() else article.text.strip().split("\n", 1)[0][:_HEADING]
    return (
        f'<li><a href="#a{number}"><bdi lang="{escape(article.lang)}">{escape(title)}</bdi>'
        f'<small><span data-lang="{escape(article.lang)}">{escape(article.lang)}</span> · '
        f"{len(article.mentions)}</small></a></li>"
    )


def article_body(article: Article, number: int, index: Index) -> str:
    """An article: what it is, and its paragraphs, as they stand and, where a spelling is asked, rewritten."""
    changes = article.changes
    note = f"{_many(changes, 'name')} rewritten" if changes else "every name stands so already"
    to = f'<span class="after"> · {note} in <span data-lang="{escape(article.to)}">{escape(article.to)}</span></span>'
    return (
        f'<article id="a{number}" lang="{escape(article.lang)}"><p class="meta" lang="en">'
        f"<bdi>{escape(shown_name(article))}</bdi> · "
        f'<span data-lang="{escape(article.lang)}">{escape(article.lang)}</span> · '
        f"{_many(len(article.mentions), 'mention')}{to if article.to else ''}</p>"
        f"{''.join(_paragraphs(article, index))}</article>"
    )


def shown_name(article: Article) -> str:
    """The file's name without its folders, which are nobody else's concern."""
    return "standard input" if article.name == "-" else PurePath(article.name).name


def _paragraphs(article: Article, index: Index) -> Iterator[str]:
    mentions, at = article.mentions, 0
    spelled = article.spelled or ("",) * len(mentions)
    for number, (start, end) in enumerate(paragraphs(article.text, mentions)):
        first = at
        while at < len(mentions) and mentions[at].start < end:
            at += 1
        inside = list(zip(mentions[first:at], spelled[first:at], strict=True))
        changed = any(new and new != one.surface for one, new in inside)
        tag = "h2" if number == 0 and end - start <= _HEADING and "\n" not in article.text[start:end] else "p"
        sides = [("was", _marked(article.text, start, end, inside, index, False))]
        if article.to and changed:
            sides.append(("now", _marked(article.text, start, end, inside, index, True)))
        shown = "".join(f'<{tag} class="{side}" dir="auto">{html}</{tag}>' for side, html in sides)
        kinds = " ".join(["pair", *(["names"] if inside else []), *(["changed"] if changed else [])])
        yield f'<div class="{kinds}">{shown}</div>'


def _marked(text: str, at: int, end: int, inside: list, index: Index, rewritten: bool) -> str:
    parts = []
    for mention, new in inside:
        parts.append(escape(text[at : mention.start]))
        parts.append(_mark(mention, new, index, rewritten))
        at = mention.end
    return "".join([*parts, escape(text[at:end])])


def _mark(mention, new: str, index: Index, rewritten: bool) -> str:
    why = f"{mention.score:.2f} · {mention.reason}" + (f" · {mention.case}" if mention.case else "")
    shown = escape(new if rewritten else mention.surface)
    if mention.entity is None:
        names = ", ".join(canonical_in(candidate.entity, "en") for candidate in mention.candidates)
        return f'<mark class="open" tabindex="0" title="{escape(f"open: {names} · {why}")}">{shown}</mark>'
    entity = mention.entity
    kinds = [entity.kind, *(["unknown"] if is_unknown(entity) else [])]
    other = ""
    if new and new != mention.surface:
        kinds.append("changed")
        other = f' data-{"was" if rewritten else "now"}="{escape(mention.surface if rewritten else new)}"'
    number, name = index[entity.id]
    title = f"{name} ({_id_of(entity)}) · {why}"
    return (
        f'<mark class="{" ".join(kinds)}" tabindex="0" data-e="{number}" data-why="{escape(why)}"'
        f'{other} title="{escape(title)}">{shown}</mark>'
    )


def _id_of(entity) -> str:
    return "in no table" if is_unknown(entity) else entity.id


def _button(entity, index: Index) -> str:
    number, name = index[entity.id]
    return f'<button data-e="{number}"><bdi>{escape(name)}</bdi></button>'


def _chips(forms: Counter[tuple[str, str]], with_new: bool) -> str:
    """Spellings with their counts; ``with_new`` each with what it becomes."""
    if with_new:
        chips = "".join(
            f"<li><bdi>{escape(surface)}</bdi>{f' → <b><bdi>{escape(new)}</bdi></b>' if new != surface else ''}<i>{count}</i></li>"
            for (surface, new), count in forms.most_common()
        )
    else:
        shown = surfaces(forms).most_common()
        chips = "".join(f"<li><bdi>{escape(surface)}</bdi><i>{count}</i></li>" for surface, count in shown)
    return f'<ul class="chips">{chips}</ul>'


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _one_line(surface: str) -> str:
    return " ".join(surface.split())
