"""Scoring ``link`` on gold: strict spans and entities, and hard facts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..gazetteer import Gazetteer
from ..linking import link
from ..scoring import match
from .annotated import UNKNOWN
from .consistency import evaluate_foreign
from .figures import Evaluation, Fault, Figures, Verdict
from .gold import Fact, Gold, GoldDocument, GoldMention, read_gold

GROUPS = ("by_language", "by_kind", "by_knowledge")


@dataclass(frozen=True, slots=True)
class Link:
    """One of our mentions, as scoring sees it."""

    start: int
    end: int
    surface: str
    entity: str
    kind: str
    reason: str = ""


def evaluate(
    gold: Path | str | Sequence[Path | str] | None = None,
    docs: Path | str | None = None,
    gazetteer: Gazetteer | None = None,
) -> Evaluation:
    """Link the texts of ``gold`` and score the result.

    ``gold`` is one place or several: a folder of texts with spans beside them, a folder of stand-off gold (``docs`` is
    then the folder of its texts), a folder of brat, a JSONL file of records with text and mentions, a JSON file of
    spaCy documents; without it, ``corpus/seeds`` when ``docs`` is given, else the texts of our own. ``gazetteer`` is
    the tables' own when left out.

    A link is right when span and entity equal a gold row. A wrong link that equals a don't-care span, or lies inside
    one and touches no gold span, is not counted. A mention that we leave open between candidates is no link: it
    counts in ``open``, and the gold row stays missed. Where the gold names no entity, the kind must be right.

    A text whose gold has names that no table knows (``unknown/…``) is linked with ``unknown=True``. Our provisional
    entity is right where the gold's own name has it oftener than any other, and no other name of the gold does.

    Gold whose entity ids are not ours is scored otherwise: ``right`` means a span found, and ``consistency`` says
    whether our entities, provisional ones included, tell its mentions apart as the gold does.

    Raises InputError for gold that does not fit its text, and for a text that is not the one annotated.
    """
    found = read_gold(gold, docs)
    names = gazetteer if gazetteer is not None else Gazetteer.load()
    return evaluate_foreign(found, names) if found.foreign else _by_identity(found, names)


def _by_identity(gold: Gold, gazetteer: Gazetteer) -> Evaluation:
    faults: list[Fault] = []
    groups: dict[str, dict[str, Figures]] = {name: defaultdict(Figures) for name in GROUPS}
    documents: dict[str, Figures] = {}
    links: dict[str, list[Link]] = {}
    reasons: dict[str, Figures] = defaultdict(Figures)
    still_open = 0
    for document in gold.documents:
        mentions = link(document.text, gazetteer, unknown=document.unknown)
        still_open += sum(mention.entity is None for mention in mentions)
        ours = _as_named(document, [
            Link(mention.start, mention.end, mention.surface, mention.entity.id, mention.kind, mention.reason)
            for mention in mentions
            if mention.entity is not None
        ])  # fmt: skip
        judged = list(_judge(document, ours))
        as_gold = {one: row for row, one, fault in judged if one and row and not fault}
        links[document.name] = [_as_gold(one, as_gold[one]) if one in as_gold else one for one in ours]
        for row, one, fault in judged:
            for of, figures in _counted(row, one, fault):
                names = (document.lang, of.kind, "in no table" if of.entity.startswith(UNKNOWN) else "in the tables")
                for group, name in zip(GROUPS, names, strict=True):
                    groups[group][name] += figures
                documents[document.name] = documents.get(document.name, Figures()) + figures
            if one is not None:
                right = int(fault is None)
                reasons[_reason(one)] += Figures(right, 1, right, int(row is not None))
            faults += [fault] if fault else []
        documents.setdefault(document.name, Figures())
    facts = tuple(_verdict(fact, links, gazetteer) for fact in gold.facts)
    overall = sum(documents.values(), Figures())
    in_order = {group: dict(sorted(figures.items())) for group, figures in groups.items()}
    by_reason = dict(sorted(reasons.items(), key=lambda item: (-item[1].linked, item[0])))
    return Evaluation(
        gold.name, overall, by_document=documents, faults=tuple(faults), facts=facts, open=still_open,
        by_reason=by_reason, **in_order,
    )  # fmt: skip


def link_gold(gold: Gold, gazetteer: Gazetteer) -> Gold:
    """``gold`` with what we link in its texts in place of its spans; what we leave open is open there."""
    documents = []
    for document in gold.documents:
        found = link(document.text, gazetteer, unknown=document.unknown)
        mentions = tuple(
            GoldMention(one.start, one.end, one.surface, one.entity.id, one.kind) for one in found if one.entity
        )
        still_open = tuple((one.start, one.end) for one in found if not one.entity)
        documents.append(replace(document, mentions=mentions, open_spans=still_open))
    return Gold(gold.name, tuple(documents))


def _as_named(document: GoldDocument, links: list[Link]) -> list[Link]:
    """Our links, each provisional id replaced by the gold's where the two stand for one another.

    That is where both are oftenest on the same spans; pairs are made from the most frequent on, an id in one pair.
    """
    if not document.unknown:
        return links
    rows = {(row.start, row.end): row.entity for row in document.mentions if row.entity.startswith(UNKNOWN)}
    pairs = Counter((one.entity, rows.get((one.start, one.end))) for one in links if one.entity.startswith(UNKNOWN))
    ours: dict[str, str] = {}
    for (mine, theirs), _ in pairs.most_common():
        if theirs is not None and mine not in ours and theirs not in ours.values():
            ours[mine] = theirs
    return [replace(one, entity=ours.get(one.entity, one.entity)) for one in links]


def _reason(one: Link) -> str:
    """What the reason says of any name: without the form and its language."""
    return one.reason.split(":", 1)[0].split(" (", 1)[0] or "no reason"


Judged = tuple[GoldMention | None, Link | None, Fault | None]


def _judge(document: GoldDocument, links: list[Link]) -> Iterator[Judged]:
    """Pair our links with gold rows in text order, each with its fault; what is not counted is left out."""
    by_span = {span: row for row in document.mentions for span in ((row.start, row.end), *row.also)}
    met: set[GoldMention] = set()
    judged: list[Judged] = []
    for one in links:
        row = by_span.get((one.start, one.end))
        if row is not None and row not in met and (row.entity == one.entity if row.entity else row.kind == one.kind):
            judged.append((row, one, None))
            met.add(row)
        elif not _is_open(one, document):
            if row is not None and row not in met:
                met.add(row)
                expected = row.entity or row.kind
                judged.append((row, one, _fault("wrong entity", document, one, expected, one.entity, one.reason)))
            else:
                judged.append((None, one, _fault("spurious", document, one, "", one.entity, one.reason)))
    judged += [(row, None, _fault("missed", document, row, row.entity)) for row in document.mentions if row not in met]
    return iter(sorted(judged, key=lambda three: (three[0] or three[1]).start))


def _is_open(one: Link, document: GoldDocument) -> bool:
    if (one.start, one.end) in document.open_spans:
        return True
    inside = any(start <= one.start and one.end <= end for start, end in document.open_spans)
    return inside and not any(row.start < one.end and one.start < row.end for row in document.mentions)


def _fault(kind: str, document: GoldDocument, at: Link | GoldMention, *said: str) -> Fault:
    return Fault(kind, document.name, at.start, at.end, at.surface, *said)


def _counted(
    row: GoldMention | None, one: Link | None, fault: Fault | None
) -> Iterator[tuple[GoldMention | Link, Figures]]:
    """What to count, and whose it is: a right link is the gold row's, a wrong one its own."""
    right = int(fault is None)
    if row is not None:
        yield row, Figures(gold=1, linked=right, right=right, placed=int(one is not None))
    if one is not None and not right:
        yield one, Figures(linked=1)


def _as_gold(one: Link, row: GoldMention) -> Link:
    return Link(row.start, row.end, row.surface, one.entity, one.kind, one.reason)


def _verdict(fact: Fact, links: dict[str, list[Link]], gazetteer: Gazetteer) -> Verdict:
    if fact.kind == "span":
        hits = [one for one in links.get(fact.doc, ()) if one.surface == fact.surface and one.entity == fact.entity]
        subject = f"{fact.doc} {fact.surface!r} {fact.entity}"
        return Verdict(fact.id, fact.kind, subject, len(hits) == fact.count, f"{len(hits)} of {fact.count}")
    if fact.kind == "not_a_mention":
        over = [one for one in links.get(fact.doc, ()) if one.start < fact.end and fact.start < one.end]
        seen = ", ".join(f"{one.surface!r} {one.entity}" for one in over) or "nothing"
        return Verdict(fact.id, fact.kind, f"{fact.doc}:{fact.start}-{fact.end} {fact.surface!r}", not over, seen)
    got = [_resolved(form, gazetteer) for form in fact.forms]
    if fact.kind == "same":
        holds = all(
            (one is not None and one == got[0]) or match(fact.forms[0], form, kind=_match_kind(got)).same
            for form, one in zip(fact.forms[1:], got[1:], strict=True)
        )
    else:
        known = [one for one in got if one is not None]
        holds = len(set(known)) == len(known)
    seen = ", ".join(f"{form}: {one or 'nobody'}" for form, one in zip(fact.forms, got, strict=True))
    return Verdict(fact.id, fact.kind, " / ".join(fact.forms), holds, seen)


def _resolved(form: str, gazetteer: Gazetteer) -> str | None:
    candidates = gazetteer.resolve(form, kind="any", limit=1)
    return candidates[0].entity.id if candidates else None


def _match_kind(ids: Iterable[str | None]) -> str:
    known = next((one for one in ids if one is not None), "")
    return {"person": "person", "place": "place", "org": "organisation"}.get(known.split("/")[0], "any")
