"""The page on which a person reviews clusters: one self-contained file, everything it shows in a script of JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

from .review_template import PAGE

_SHOWN = 8  # records of each of two clusters that may be one
_DOUBT_APART = 0.43  # of their score: two clusters at the threshold are as doubtful as a cluster at it


@dataclass(slots=True)
class _Page:
    """What the page shows, growing: records and reasons are spoken of by their places in these lists."""

    values: dict[str, list]
    ids: Sequence[str]
    records: list[list] = field(default_factory=list)
    reasons: dict[str, int] = field(default_factory=dict)
    cards: list[tuple[float, dict]] = field(default_factory=list)

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
    """The page as one string of HTML. ``values`` are the records' names and other fields, ``decisions`` those that
    were obeyed: the page has them in what is downloaded."""
    page = _Page(values, found.ids)
    alike = 0
    for cluster in found:
        rows = _by_id(found, cluster.members)
        if len(rows) > 1:
            page.cards.append(_cluster_card(page, found, cluster, rows))
        elif len(cluster.members) > 1:
            alike += 1
    for pair in found.doubtful():
        page.cards.append(_pair_card(page, found, pair))
    page.cards.sort(key=lambda card: -card[0])
    ruled = [[_said(row[side]) for side in ("left", "right", "decision")] for row in decisions]
    data = {
        "records": page.records, "reasons": list(page.reasons), "cards": [card for _, card in page.cards],
        "decisions": ruled, "clusters": len(found), "total": len(found.labels), "alike": alike,
    }  # fmt: skip
    data["key"] = hashlib.sha256(json.dumps(data, ensure_ascii=True).encode()).hexdigest()[:16]
    parts = {"TITLE": escape(title), "VERSION": escape(version), "DATA": _as_script(data)}
    pieces = PAGE.split("@@")  # text and names of parts by turns, so that no part is searched for names
    return "".join(parts[piece] if at % 2 else piece for at, piece in enumerate(pieces))


def _by_id(found, members: Sequence[int]) -> dict[str, list[int]]:
    """The members that bear each id: decisions can only speak of all of them."""
    rows: dict[str, list[int]] = {}
    for at in members:
        rows.setdefault(found.ids[at], []).append(at)
    return rows


def _cluster_card(page: _Page, found, cluster, rows: dict[str, list[int]]) -> tuple[float, dict]:
    """A card: the centre's line, then each other spelling, the least sure first, beside what it was compared with."""
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
    centre = lines[found.ids[centre]]
    card = {"name": cluster.name, "why": cluster.name_reason, "id": cluster.id, "centre": centre, "rows": others}
    return 1 - min(line[2] for line in others), card


def _pair_card(page: _Page, found, pair) -> tuple[float, dict]:
    """A card that asks whether two clusters are one, by the two records that are nearest."""
    sides, many = [], []
    for at in (pair.left, pair.right):
        own = _by_id(found, found.cluster(found.labels[at]).members)
        places = [own.pop(found.ids[at]), *list(own.values())[: _SHOWN - 1]]
        sides.append([page.record(some) for some in places])
        many.append(len(own) + 1)
    card = {"sides": sides, "many": many, "rows": [[sides[0][0], sides[1][0], pair.score, page.reason(pair.reason)]]}
    return min(pair.score * _DOUBT_APART, 0.3), card


def _said(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())


def _as_script(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
