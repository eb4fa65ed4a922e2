"""Small work on arrays of numbers that stand for names and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

_ROOM = 1 << 62


def each(left: np.ndarray, right: np.ndarray) -> Iterable[tuple[int, int]]:
    return zip(left.tolist(), right.tolist(), strict=True)


def numbered(values: Iterable) -> tuple[np.ndarray, list]:
    """Values as numbers, and the distinct ones in their order."""
    numbers: dict[object, int] = {}
    found = np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.int64)
    return found, list(numbers)


def remembered(known: dict[int, int], keys: np.ndarray, work: Callable[[np.ndarray], Sequence[int]]) -> np.ndarray:
    """What is known about each key; about those met for the first time, what ``work`` says."""
    distinct, inverse = np.unique(keys, return_inverse=True)
    new = np.array([key for key in distinct.tolist() if key not in known], dtype=np.int64)
    if len(new):
        known.update(zip(new.tolist(), work(new), strict=True))
    return np.array([known[key] for key in distinct.tolist()], dtype=np.int64)[inverse]


def circles_of(keys: Sequence[frozenset[str]]) -> np.ndarray:
    """A number for each word: words that share a key have one, be it by way of other words."""
    parents = list(range(len(keys)))

    def find(word: int) -> int:
        while parents[word] != word:
            parents[word] = word = parents[parents[word]]
        return word

    first: dict[str, int] = {}
    for word, some in enumerate(keys):
        for key in some:
            other = first.setdefault(key, word)
            if other != word:
                parents[find(word)] = find(other)
    return np.array([find(word) for word in range(len(keys))], dtype=np.int64)


def in_rows(values: Sequence[int], sizes: np.ndarray) -> np.ndarray:
    """Values one row after the other, so many in each, as a table with zeros where a row is shorter."""
    table = np.zeros((len(sizes), sizes.max(initial=0)), dtype=np.int64)
    table[filled(sizes)] = values
    return table


def filled(sizes: np.ndarray) -> np.ndarray:
    return np.arange(sizes.max(initial=0)) < sizes[:, None]


def bits_together(masks: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """All bits of the masks of each row, so many in each."""
    found = np.zeros(len(sizes), dtype=np.uint64)
    some = np.flatnonzero(sizes)
    if len(some):
        found[some] = np.bitwise_or.reduceat(masks, (np.cumsum(sizes) - sizes)[some])
    return found


def rows_together(columns: list[np.ndarray]) -> np.ndarray:
    """Rows of small numbers as one number each."""
    key, room = columns[0], int(columns[0].max(initial=0)) + 1
    for column in columns[1:]:
        size = int(column.max(initial=0)) + 1
        if room * size > _ROOM:
            values, key = np.unique(key, return_inverse=True)
            room = len(values)
        key, room = key * size + column, room * size
    return key
