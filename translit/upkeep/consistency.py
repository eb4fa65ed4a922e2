"""Foreign gold, whose entity ids are its own: do our entities tell its mentions apart as it does?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import comb

from ..gazetteer import Gazetteer
from ..linking import link
from .figures import Consistency, Evaluation, Fault, Figures
from .gold import Gold, GoldMention


@dataclass(frozen=True, slots=True)
class _Found:
    """A foreign gold mention that we found, and the entity that we gave it."""

    gold: str
    ours: str
    doc: str
    provisional: bool
    at: GoldMention


def evaluate_foreign(gold: Gold, gazetteer: Gazetteer) -> Evaluation:
    """Link with provisional entities for names that no table knows; score spans found, and pairs of mentions."""
    faults: list[Fault] = []
    langs: dict[str, Figures] = defaultdict(Figures)
    documents: dict[str, Figures] = {}
    found: list[_Found] = []
    still_open = 0
    for document in gold.documents:
        spans = {(one.start, one.end): one for one in link(document.text, gazetteer, unknown=True)}
        still_open += sum(one.entity is None for one in spans.values())
        documents[document.name] = Figures()
        for row in document.mentions:
            one = spans.get((row.start, row.end))
            hit = int(one is not None)
            langs[document.lang] += Figures(1, hit, hit)
            documents[document.name] += Figures(1, hit, hit)
            if one is None:
                over = [ours.surface for ours in spans.values() if ours.start < row.end and row.start < ours.end]
                seen = f"ours: {over}" if over else ""
                faults.append(Fault("missed", document.name, row.start, row.end, row.surface, row.entity, seen))
                continue
            ours = one.entity.id if one.entity is not None else f"open at {row.start}"
            provisional = not ours.startswith(("person/", "place/", "org/", "other/"))
            ours = f"{document.name} {ours}" if provisional else ours
            found.append(_Found(row.entity, ours, document.name, provisional, row))
    overall = sum(documents.values(), Figures())
    return Evaluation(
        gold.name, overall, dict(sorted(langs.items())), {}, documents, (*faults, *_inconsistent(found)),
        consistency=_consistency(found), open=still_open,
    )  # fmt: skip


def _consistency(found: list[_Found]) -> Consistency:
    """Count pairs by the sizes of groups, so that a long gold costs no more than its length."""

    def pairs(key: Callable[[_Found], object], among: Iterable[_Found] = found) -> int:
        return sum(comb(size, 2) for size in Counter(map(key, among)).values())

    same, same_right = pairs(lambda one: one.gold), pairs(lambda one: (one.gold, one.ours))
    different = comb(len(found), 2) - same
    merged = pairs(lambda one: one.ours) - same_right
    loose = [one for one in found if one.provisional]  # pairs across documents say nothing: leave them out
    loose_same = pairs(lambda one: one.gold, loose) - pairs(lambda one: (one.gold, one.doc), loose)
    loose_all = comb(len(loose), 2) - pairs(lambda one: one.doc, loose)
    different -= loose_all - loose_same
    return Consistency(same - loose_same, same_right, different, different - merged)


def _inconsistent(found: list[_Found]) -> Iterator[Fault]:
    by_gold: dict[str, list[_Found]] = defaultdict(list)
    by_ours: dict[str, list[_Found]] = defaultdict(list)
    for one in found:
        by_gold[one.gold].append(one)
        by_ours[one.ours].append(one)
    for gold, group in by_gold.items():
        known = {one.ours for one in group if not one.provisional}
        loose = {(one.doc, one.ours) for one in group if one.provisional}
        if len(known) > 1 or known and loose or len({doc for doc, _ in loose}) < len(loose):
            said = ", ".join(f"{one.at.surface!r} {one.ours}" for one in {one.ours: one for one in group}.values())
            yield _inconsistency("split", group[-1], gold, f"is {said}")
    for ours, group in by_ours.items():
        golds = {one.gold: one for one in group}
        if len(golds) > 1:
            said = ", ".join(f"{one.at.surface!r} {gold}" for gold, one in golds.items())
            yield _inconsistency("merged", group[-1], said, f"in {ours}")


def _inconsistency(kind: str, one: _Found, expected: str, found: str) -> Fault:
    return Fault(kind, one.doc, one.at.start, one.at.end, one.at.surface, expected, found)
