"""From columns to clusters: words, names, nodes, and the nodes joined."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .classes import classify
from .columns import Columns
from .joining import Joiner
from .nodes import collect_nodes
from .parse import cut, parse_many, plain_names
from .profiles import profile_of
from .relations import Relations
from .vocabulary import word_of

Progress = Callable[[int, int, str], None]
_EVERY = 2048


@dataclass(frozen=True, slots=True)
class Found:
    """What the engine gives, per record: its cluster, the record it was compared with, how surely it belongs; and the
    pairs of records that nearly joined."""

    labels: list[int]
    anchors: list[int]
    scores: list[float]
    doubts: list[tuple[int, int, float]]


def cluster(columns: Columns, threshold: float, progress: Progress | None) -> Found:
    """The clusters of some records."""
    report = _reporter(progress)
    texts, weights, places = plain_names(columns.names)
    found = cut(texts, weights)
    words = list(found.counts)
    known = [report(word_of(word), at, len(words), "words") for at, word in enumerate(words)]
    numbers = {word: at for at, word in enumerate(words)}
    kinds: dict[tuple, int] = {}
    parsed = parse_many(texts, found, numbers, [kinds.setdefault(word.role, len(kinds)) for word in known])
    counts = list(found.counts.values())
    del found
    relations = Relations(known, classify(words, known, counts))
    profiles = [profile_of(one, known) for one in parsed]
    del parsed
    nodes = collect_nodes(columns, places)
    joiner = Joiner(nodes, profiles, texts, relations, counts, threshold)
    joiner.run(lambda done, total: report(None, done, total, "records"))
    return _spread(nodes.of_record, joiner)


def _reporter(progress: Progress | None):
    def report(value, done: int, total: int, stage: str):
        if progress is not None and (done % _EVERY == 0 or done == total):
            progress(done, total, stage)
        return value

    return report


def _spread(of_record: list[int], joiner: Joiner) -> Found:
    """What is known of nodes, for each record."""
    first: dict[int, int] = {}
    labels, anchors, scores = [], [], []
    fresh = len(joiner.cores)
    met: set[int] = set()
    for at, node in enumerate(of_record):
        first.setdefault(node, at)
    for at, node in enumerate(of_record):
        core = joiner.home[node]
        if node in joiner.alone and node in met:
            labels.append(fresh)
            anchors.append(at)
            fresh += 1
        else:
            labels.append(core)
            anchors.append(first[joiner.cores[core].first])
        met.add(node)
        scores.append(joiner.scores[node])
    doubts = [(first[one], first[other], score) for one, other, score in joiner.doubts]
    return Found(labels, anchors, scores, doubts)
