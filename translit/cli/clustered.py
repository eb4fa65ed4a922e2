"""What ``dedupe`` writes: the new cells of each record, and the pairs behind them."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from itertools import chain

from .tabular import Value
from .writing import Output

CLUSTER: dict[str, type] = {"cluster_id": int, "cluster_name": str, "cluster_score": float, "cluster_reason": str}
AGAINST, ENTITY = "cluster_against", "cluster_entity"
_FRESH = (None, None, None, None)
_PAIRS = ("left", "right", "left_name", "right_name", "score", "same", "reason")


def columns_of_clusters(is_link: bool, with_entity: bool) -> dict[str, type]:
    """The new columns and what they hold."""
    return CLUSTER | ({AGAINST: str} if is_link else {}) | ({ENTITY: str} if with_entity else {})


def cells_of_clusters(found, values: dict[str, list], is_link: bool, with_entity: bool) -> Iterator[dict[str, Value]]:
    """The new cells of each record, in order. One that had a cluster (its ``values`` say so) keeps what was said."""
    kept = [values[column] for column in CLUSTER] if "cluster_id" in values else []
    clusters: dict[int, tuple[str, str]] = {}
    others: dict[int, list[str]] = {}
    for at in range(found.split, len(found.labels)):
        others.setdefault(found.labels[at], []).append(found.ids[at])
    for at, label in enumerate(found.labels[: found.split]):
        before = [column[at] for column in kept] if kept else _FRESH
        if label not in clusters:
            cluster = found.cluster(label)
            clusters[label] = str(before[1] or "") or cluster.name, cluster.entity
        name, entity = clusters[label]
        cells: dict[str, Value] = {"cluster_id": label, "cluster_name": name}
        if before[0] in (None, ""):
            cells |= {"cluster_score": found.scores[at], "cluster_reason": found.reason(at)}
        else:
            cells |= {"cluster_name": before[1], "cluster_score": _number(before[2]), "cluster_reason": before[3]}
        if is_link:
            cells[AGAINST] = "; ".join(others.get(label, ()))
        if with_entity:
            cells[ENTITY] = entity
        yield cells


def _number(cell: object) -> object:
    try:
        return float(cell)
    except (TypeError, ValueError):
        return cell


def write_pairs(found, names: Sequence[str | None], out: Output) -> None:
    """Each record beside its cluster's centre, then the pairs of records in two clusters that may be one."""
    write = csv.writer(out, lineterminator="\n").writerow
    write(_PAIRS)
    for pair in chain(found.pairs(), found.doubtful()):
        both = pair.left, pair.right
        ids, written = [found.ids[at] for at in both], [names[at] for at in both]
        write([*ids, *written, pair.score, "true" if pair.same else "false", pair.reason])
