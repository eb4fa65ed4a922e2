"""The page on which a person reviews clusters: one self-contained file, everything it shows in a script of JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

from .page_parts import as_script, printable
from .review_template import PAGE

MOST = 20_000  # cards
_SHOWN = 8  # records of each of two clusters that may be one
_DOUBT_APART, _DOUBT_AT_MOST = 0.43, 0.3  # two clusters at the threshold are as doubtful as one that is just joined


@dataclass(slots=True)
class _Page:
    """What the page shows, growing: records and reasons are spoken of by their places in these lists."""

    values: dict[str, list]
    ids: Sequence[str]
    records: list[list] = field(default_factory=list)
    reasons: dict[str, int] = field(default_factory=dict)
    cards: list[dict] = field(default_factory=list)

    def record(self, places: Sequence[int]) -> int:
        """Records of one id as one line: the id, the name, what else is known, how many they are."""
        facts = []
        for use in ("birth_date", "country", "identifier"):
            said = dict.fromkeys(_said(self.values[use][at]) for at in places) if use in self.values else {}
            facts += [one for one in said if one][:3]
        first = places[0]
        self.records.append([self.ids[first], _said(self.values["name"][first]), facts, len(places)])
        return len(self.records) - 1

    def reason(self, text: str) -> int:
        """The number of a reason."""
        return self.reasons.setdefault(text, len(self.reasons))


def review_page(found, values: dict[str, list], decisions: Iterable[dict], *, title: str, version: str) -> str:
    """The page as one string of HTML, with the ``MOST`` most doubtful cards. ``values`` are the records' names and other
    fields, ``decisions`` those that were obeyed: the page has them in what is downloaded."""
    page = _Page(values, found.ids)
    joined = _rows_by_label(found)
    apart = list(found.doubtful())
    asked = [(_doubt_of_rows(found, rows), label, None) for label, rows in joined.items()]
    asked += [(min(pair.score * _DOUBT_APART, _DOUBT_AT_MOST), -1, pair) for pair in apart]
    for _, label, pair in sorted(asked, key=lambda one: -one[0])[:MOST]:
        page.cards.append(_pair_card(page, found, pair) if pair else _cluster_card(page, found, label, joined[label]))
    ruled = [[_said(row[side]) for side in ("left", "right", "decision")] for row in decisions]
    data = {
        "records": page.records, "reasons": list(page.reasons), "cards": page.cards, "decisions": ruled,
        "total": len(found.labels), "clusters": len(found), "joined": len(joined), "apart": len(apart),
    }  # fmt: skip
    data["key"] = hashlib.sha256(json.dumps(data).encode()).hexdigest()[:16]
    parts = {"TITLE": escape(title), "VERSION": escape(version), "DATA": as_script(data)}
    pieces = PAGE.split("@@")  # text and names of parts by turns, so that no part is searched for names
    return printable("".join(parts[piece] if at % 2 else piece for at, piece in enumerate(pieces)))


def _rows_by_label(found) -> dict[int, dict[str, list[int]]]:
    """The members of each cluster by id, where it has several: a decision can only speak of all that bear one."""
    rows: dict[int, dict[str, list[int]]] = {}
    for at, label in enumerate(found.labels):
        rows.setdefault(label, {}).setdefault(found.ids[at], []).append(at)
    return {label: some for label, some in rows.items() if len(some) > 1}


def _doubt_of_rows(found, rows: dict[str, list[int]]) -> float:
    return 1 - min(found.scores[at] for places in rows.values() for at in places)


def _cluster_card(page: _Page, found, label: int, rows: dict[str, list[int]]) -> dict:
    """A card: the centre's line, then each other spelling, the least sure first, beside what it was compared with."""
    cluster = found.cluster(label)
    centre = next((at for at in cluster.members if found.anchors[at] == at), cluster.members[0])
    lines = {id: page.record(places) for id, places in rows.items()}
    others = []
    for id, places in rows.items():
        if id != found.ids[centre]:
            at = min(places, key=lambda place: found.scores[place])
            beside = found.ids[found.anchors[at]]
            beside = beside if beside in lines and beside != id else found.ids[centre]
            others.append([lines[id], lines[beside], found.scores[at], page.reason(found.reason(at))])
    others.sort(key=lambda line: line[2])
    head = {"name": cluster.name, "why": cluster.name_reason, "id": cluster.id}
    return head | {"centre": lines[found.ids[centre]], "rows": others}


def _pair_card(page: _Page, found, pair) -> dict:
    """A card that asks whether two clusters are one, by the two records that are nearest."""
    sides, many = [], []
    for at in (pair.left, pair.right):
        own: dict[str, list[int]] = {found.ids[at]: []}
        for member in found.cluster(found.labels[at]).members:
            own.setdefault(found.ids[member], []).append(member)
        sides.append([page.record(some) for some in list(own.values())[:_SHOWN]])
        many.append(len(own))
    return {"sides": sides, "many": many, "rows": [[sides[0][0], sides[1][0], pair.score, page.reason(pair.reason)]]}


def _said(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
