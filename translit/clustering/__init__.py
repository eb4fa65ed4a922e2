"""Deduplication: which records of a file are one person. The door is ``dedupe``; what it gives is ``Clusters``.

    clusters = dedupe(records, name="name", birth_date="born")
    clusters.labels                 the cluster of each record: whole numbers, in the order of the input
    clusters.scores, .reasons       how surely each record belongs there (0 to 1), and why, in one line
    clusters.ids                    each record's own key, else its name as written: what decisions speak of
    for cluster in clusters:        Cluster(id, name, members, score, pairs), also name_reason and entity
    clusters.cluster(label)         one of them
    clusters.explain(at)            how ``match`` explains the record's name beside its cluster's centre
    clusters.pairs()                Pair(left, right, score, same, reason): each record beside its cluster's centre
    clusters.doubtful()             the same for records of two clusters that may be one, the likeliest first
    clusters.unknown_decisions      how many decisions speak of ids that no record has

Records are counted from 0; those of ``against`` follow after the last of ``records`` (``clusters.split`` of them stand
before).
"""

from __future__ import annotations

from collections.abc import Callable

from ..errors import InputError
from ..tables.caching import uncollected
from .clusters import Cluster, Clusters, Pair
from .columns import read_columns
from .rulings import DECISIONS, obey, read_rulings

THRESHOLD = 0.7

__all__ = ["DECISIONS", "THRESHOLD", "Cluster", "Clusters", "Pair", "dedupe"]


def dedupe(
    records: object,
    *,
    name: str = "name",
    birth_date: str | None = None,
    country: str | None = None,
    identifier: str | None = None,
    id: str | None = None,
    threshold: float | None = None,
    decisions: object = None,
    against: object = None,
    cluster_id: str | None = None,
    entities: object = None,
    progress: Callable[[int, int, str], None] | None = None,
) -> Clusters:
    """Which records are one person.

    ``records`` are mappings, plain names, or a table of pandas, polars or PyArrow; the keywords from ``name`` to ``id``
    name its columns, none is guessed. Names are compared as ``match`` compares them, in any script, language, spelling
    and order. Birth dates, at any precision, countries and identifiers confirm or forbid.

    >>> clusters = dedupe(["Аляксандр Лукашэнка", "Putin, Vladimir", "Alexander Lukashenko", "Владимир Путин"])
    >>> clusters.labels
    [0, 1, 0, 1]
    >>> [cluster.name for cluster in clusters]
    ['Аляксандр Лукашэнка', 'Владимир Путин']

    ``threshold`` (0 to 1; 0.7 when None) is the least score with which a record joins a cluster. ``decisions`` are
    rows ``left, right, decision`` (same, different, unsure) by id, and always win; a record's id is its value in column
    ``id``, else its name as written. ``against`` is a second file of the same columns: then only records of two files
    become one. ``cluster_id`` names a column of clusters found before: records that have one keep it, the others join
    them or found new ones. ``entities`` is a Gazetteer: who is in it gives the cluster its name. ``progress`` is called
    with (done, total, stage).

    Raises InputError for a column that no record has, a date that cannot be read, an id that stands twice, decisions
    that contradict.
    """
    from .engine import cluster

    least = THRESHOLD if threshold is None else threshold
    if not 0 <= least <= 1:
        raise InputError(f"threshold {threshold!r} is not within 0 to 1")
    with uncollected():
        columns = read_columns(
            records, against, name=name, birth_date=birth_date, country=country, identifier=identifier, id=id, cluster_id=cluster_id
        )
        rulings = read_rulings(decisions, columns.ids)
        found = cluster(columns, least, progress)
        labels = obey(found.labels, columns, rulings) if rulings else found.labels
        settled = _settled(labels, found.anchors, found.scores, columns)
        return Clusters(columns, rulings, *settled, found.grounds, found.doubts, entities)


def _settled(
    labels: list[int], anchors: list[int], scores: list[float], columns
) -> tuple[list[int], list[int], list[float]]:
    """Labels counted by first record, kept ones kept; anchors within their clusters."""
    members: dict[int, list[int]] = {}
    for at, label in enumerate(labels):
        members.setdefault(label, []).append(at)
    clusters = columns.clusters
    fresh = max((one for one in clusters if one is not None), default=-1) + 1
    settled = [0] * len(labels)
    for label, some in members.items():
        own = next((clusters[at] for at in some if clusters[at] is not None), None)
        if own is None:
            own, fresh = fresh, fresh + 1
        centre = next((at for at in some if anchors[at] == at), some[0])
        for at in some:
            settled[at] = own if clusters[at] is None else clusters[at]
            if labels[anchors[at]] != label or anchors[at] == at:
                anchors[at] = centre
            if anchors[at] == at:
                scores[at] = 1.0
    return settled, anchors, scores
