"""Clusters of few records, by comparing every two names that share a key: the plain way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..phonology import keys
from ..scoring import match
from ..text import clean, tokens
from .columns import Columns
from .dates import dates_agree

_MOST = 400
Found = tuple[list[int], list[int], list[float], list[tuple[int, int, float, str]]]


def cluster_plainly(columns: Columns, threshold: float) -> Found:
    """Labels, anchors, scores and doubts of the records.

    Names are taken the most frequent first; each joins the cluster whose centre it is likest, if every field allows it.
    """
    by_name: dict[str, list[int]] = {}
    for at, name in enumerate(columns.names):
        by_name.setdefault(clean(name), []).append(at)
    near: dict[str, list[tuple[float, str]]] = {name: [(1.0, name)] for name in by_name}
    for left, right in sorted(_candidates([name for name in by_name if name])):
        score = match(left, right).score
        if score >= threshold:
            near[left].append((score, right))
            near[right].append((score, left))
    order = sorted(range(len(columns)), key=lambda at: (-columns.dates[at], -len(near[clean(columns.names[at])]), columns.names[at]))
    labels, anchors, scores = [-1] * len(columns), list(range(len(columns))), [1.0] * len(columns)
    centres: dict[str, list[int]] = {}
    doubts = []
    for at in order:
        name = clean(columns.names[at])
        found = [(score, centre) for score, other in near[name] for centre in centres.get(other, ()) if name] if name else []
        fitting = sorted(((score, centre) for score, centre in found if _may(columns, centre, at)), reverse=True)
        best = [centre for score, centre in fitting if score == fitting[0][0]]
        if len(best) == 1 or best and columns.dates[at]:
            anchors[at], scores[at] = best[0], fitting[0][0]
            labels[at] = labels[best[0]]
            continue
        doubts += [(centre, at, score, "several are as near") for score, centre in fitting[:2]]
        labels[at] = at
        centres.setdefault(name, []).append(at)
    numbers: dict[int, int] = {}
    return [numbers.setdefault(label, len(numbers)) for label in labels], anchors, scores, doubts


def _may(columns: Columns, one: int, other: int) -> bool:
    """Whether no field contradicts, and two linked records are of two files."""
    if columns.is_link and (one < columns.split) == (other < columns.split):
        return False
    identifiers = columns.identifiers[one], columns.identifiers[other]
    if all(identifiers) and identifiers[0] != identifiers[1]:
        return False
    countries = columns.countries[one], columns.countries[other]
    if all(countries) and not countries[0] & countries[1]:
        return False
    return dates_agree(columns.dates[one], columns.dates[other])


def _candidates(names: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that share the key of a word, where not too many do."""
    by_key: dict[str, set[str]] = {}
    for name in names:
        for token in tokens(name):
            for key in keys(token.surface):
                by_key.setdefault(key, set()).add(name)
    return iter({pair for some in by_key.values() if len(some) <= _MOST for pair in combinations(sorted(some), 2)})
