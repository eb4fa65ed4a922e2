"""From columns to clusters: words, names, nodes, and the nodes joined."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .classes import classify
from .columns import Columns
from .cores import Cores
from .cutting import cut
from .joining import Joiner
from .learning import learn
from .nodes import Nodes, collect_nodes
from .orders import settle_orders
from .profiles import profiles_of
from .reading import Reader
from .relations import Relations

Progress = Callable[[int, int, str], None]
_EVERY = 2048


@dataclass(frozen=True, slots=True)
class Found:
    """What the engine gives, per record: its cluster, the record it was compared with, how surely it belongs, and why;
    and the pairs of records that nearly joined."""

    labels: list[int]
    anchors: list[int]
    scores: list[float]
    grounds: list[int]
    doubts: list[tuple[int, int, float]]


def cluster(columns: Columns, threshold: float, progress: Progress | None) -> Found:
    """The clusters of some records."""
    report = _reporter(progress)
    with Reader(len(columns)) as reader:
        found = cut(columns.names, reader.hear)
        known = reader.read(list(found.counts), lambda done, total: report(done, total, "words"))
        profiles = profiles_of(found, known)
    words, counts, texts, places = list(found.counts), list(found.counts.values()), found.texts, found.places
    del found
    relations = Relations(known, classify(words, known, counts))
    settle_orders(profiles, texts, known, relations)
    nodes = collect_nodes(columns, places)
    learn(nodes, profiles, relations)
    joiner = Joiner(nodes, profiles, texts, relations, counts, threshold)
    joiner.run(lambda done, total: report(done, total, "records"))
    cores, doubts = joiner.cores, joiner.doubts
    del joiner, profiles, relations, known, texts, places
    return _spread(nodes, cores, doubts)


def _reporter(progress: Progress | None) -> Progress:
    """``progress``, asked now and then."""
    last = [0, ""]

    def report(done: int, total: int, stage: str) -> None:
        if progress is not None and (stage != last[1] or done - last[0] >= _EVERY or done == total):
            last[:] = [done, stage]
            progress(done, total, stage)

    return report


def _spread(nodes: Nodes, cores: Cores, doubts: list[tuple[int, int, float]]) -> Found:
    """What is known of nodes, for each record."""
    of_record, first = nodes.of_record, nodes.firsts
    labels = list(map(cores.home.__getitem__, of_record))
    anchors = list(map(first.__getitem__, labels))
    if cores.alone:
        fresh, met = len(cores.home), set()
        for at, node in enumerate(of_record):
            if node in cores.alone:
                if node in met:
                    labels[at], anchors[at], fresh = fresh, at, fresh + 1
                met.add(node)
    scores = list(map(cores.scores.__getitem__, of_record))
    grounds = list(map(cores.grounds.__getitem__, of_record))
    return Found(labels, anchors, scores, grounds, [(first[one], first[other], score) for one, other, score in doubts])
