"""The scores of many pairs of people's names: distinct names are prepared once, distinct pairs of words tied once, and
names of one shape whose words are tied alike weighed once. Every number is asked of the code that scores one pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from ..tables.entities import kind_named
from .bonds import Bond, Token, bond_of, bond_of_strangers
from .evidence import score_of_weight
from .pairs import cleaned, judge, prepare, score_between
from .people import LONGEST_STEP, joins_between
from .plan import plan
from .relations import Facts
from .rests import MOST, SURE, answers_beside_others
from .sides import Side
from .strangers import traits_of

_CHUNK = 1 << 17
_LEAST_RUNS, _MANY, _MOST_PARTS = 8, 200, 12
_ROOM = 1 << 62


def score_pairs(names: Sequence[str], left: np.ndarray, right: np.ndarray, kind: str = "person") -> np.ndarray:
    """The scores of pairs of ``names``, given as two arrays of places among them; equal to ``match(x, y).score``.

    >>> score_pairs(["Лукашэнка", "Lukashenka", "Путин"], [0, 0], [1, 2]) > 0.5
    array([ True, False])

    Names are parsed once, however many pairs they stand in. Raises UnknownKindError.
    """
    kind = kind_named(kind)
    numbers: dict[str, int] = {}
    places = np.array([numbers.setdefault(cleaned(name), len(numbers)) for name in names], dtype=np.int64)
    pairs = np.stack([places[np.asarray(side, dtype=np.int64)] for side in (left, right)])
    distinct = list(numbers)
    order = np.empty(len(distinct), dtype=np.int64)
    order[sorted(range(len(distinct)), key=distinct.__getitem__)] = np.arange(len(distinct))
    turned = order[pairs[0]] > order[pairs[1]]
    pairs = np.where(turned, pairs[::-1], pairs)
    unique, inverse = np.unique(pairs[0] * len(distinct) + pairs[1], return_inverse=True)
    lesser, greater = np.divmod(unique, max(len(distinct), 1))
    if kind == "person":
        people = _People([prepare(name, kind) for name in distinct])
        scores = np.empty(len(unique))
        for start in range(0, len(unique), _CHUNK):
            some = slice(start, start + _CHUNK)
            scores[some] = people.scores(lesser[some], greater[some])
    else:
        scores = np.array([score_between(distinct[x], distinct[y], kind) for x, y in zip(lesser, greater, strict=True)], dtype=float)
    return scores[inverse]


class _People:
    """Some names as numbers: their words, shapes and runs, and what filters their pairs."""

    def __init__(self, sides: Sequence[Side]):
        self.sides = sides
        self.lineups = [side.lineup for side in sides]
        self.sizes = np.array([len(side.parts) for side in sides], dtype=np.int64)
        self.scripts = _numbered(side.script for side in sides)[0]
        self.whole, self.plain, self.particled = (
            np.array([getattr(side, what) for side in sides], dtype=bool) for what in ("whole", "plain", "has_particles")
        )
        self.shape_numbers, self.shapes = _numbered(lineup.shape for lineup in self.lineups)
        numbers, tokens = _numbered(token for lineup in self.lineups for token in lineup.tokens)
        self.parts = np.zeros((len(sides), max(self.sizes, default=0)), dtype=np.int64)
        self.parts[np.arange(self.parts.shape[1]) < self.sizes[:, None]] = numbers
        self.words = _Words(tokens)
        self._measure_runs()

    def scores(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """The scores of pairs of names, those of lesser text on the left."""
        scores = np.full(len(left), np.nan)
        alone = (self.scripts[left] != self.scripts[right]) | (left == right) | self._have_joins(left, right)
        sizes = self.sizes[left] * (_MOST_PARTS + 1) + self.sizes[right]
        alone |= (np.minimum(self.sizes[left], self.sizes[right]) == 0) | (np.maximum(self.sizes[left], self.sizes[right]) > _MOST_PARTS)
        for size in np.unique(sizes[~alone]):
            at = np.flatnonzero((sizes == size) & ~alone)
            scores[at] = self._score_alike(left[at], right[at], *divmod(int(size), _MOST_PARTS + 1))
        for at in np.flatnonzero(np.isnan(scores)):
            scores[at] = judge(self.sides[left[at]].text, self.sides[right[at]].text).score
        return scores

    def _score_alike(self, left: np.ndarray, right: np.ndarray, rows: int, columns: int) -> np.ndarray:
        """The scores of pairs of names of ``rows`` and ``columns`` parts; none (nan) where the rests of the names are
        to be asked too."""
        firsts, seconds = self.parts[left, :rows], self.parts[right, :columns]
        codes = self.words.codes(np.repeat(firsts, columns, axis=1).ravel(), np.tile(seconds, rows).ravel()).reshape(len(left), -1)
        key = _together([self.shape_numbers[left], self.shape_numbers[right], *codes.T])
        _, first, inverse = np.unique(key, return_index=True, return_inverse=True)
        weights, against, beside = np.empty(len(first)), np.empty(len(first), dtype=bool), np.empty(len(first), dtype=bool)
        for number, at in enumerate(first):
            bonds = tuple([self.words.bonds[code] for code in codes[at]])
            found = plan(self.shapes[self.shape_numbers[left[at]]], self.shapes[self.shape_numbers[right[at]]], bonds)
            weights[number], against[number] = found.weight, found.against
            beside[number] = next(answers_beside_others(bonds, columns), None) is not None
        scores = np.array([score_of_weight(weight) for weight in weights])[inverse]
        plain = self.plain[left] & self.plain[right]
        fewest = min(rows, columns) - 1
        asked = (scores < SURE) | against[inverse] | self.particled[left] & self.particled[right]
        if fewest < len(MOST):
            asked = np.where(plain, (weights < MOST[fewest])[inverse], asked)
        asked &= beside[inverse] | ~(self.whole[left] & self.whole[right])
        scores[asked] = np.nan
        return scores

    def _measure_runs(self) -> None:
        """Of each name, the lengths of its parts and of its runs, -99 where there is none; too many count as any."""
        size = len(self.sides)
        self.firsts, self.run_firsts = (
            np.array(some, dtype=np.uint64)
            for some in ([one.firsts for one in self.lineups], [_union(run.facts.firsts for run in one.runs) for one in self.lineups])
        )
        self.lengths = np.full((size, self.parts.shape[1]), 99)
        self.runs = np.full((size, _LEAST_RUNS), -99)
        self.run_masks = np.zeros((4, size, _LEAST_RUNS), dtype=np.uint64)
        self.many_runs = np.zeros(size, dtype=bool)
        for at, lineup in enumerate(self.lineups):
            for place, _ in lineup.singles:
                self.lengths[at, place] = len(lineup.tokens[place].text)
            self.many_runs[at] = len(lineup.runs) > _LEAST_RUNS
            for place, run in enumerate(lineup.runs[:_LEAST_RUNS]):
                self.runs[at, place] = len(run.text)
                self.run_masks[:, at, place] = _masks([run.facts])[:, 0]

    def _have_joins(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Whether one name of a pair writes together what the other parts: asked only where lengths and letters allow it."""
        may = self.many_runs[left] | self.many_runs[right]
        for one, other in ((left, right), (right, left)):
            near = np.flatnonzero(self.run_firsts[one] & self.firsts[other] != 0)
            ours, theirs = one[near], other[near]
            for run in range(_LEAST_RUNS):
                lengths = self.runs[ours, run]
                if (lengths < 0).all():
                    break
                for place in range(self.parts.shape[1]):
                    at = np.flatnonzero(np.abs(lengths - self.lengths[theirs, place]) <= LONGEST_STEP)
                    singles = self.words.masks[:, self.parts[theirs[at], place]]
                    may[near[at]] |= _may_be_alike(self.run_masks[:, ours[at], run], singles)
        for at in np.flatnonzero(may):
            may[at] = bool(joins_between(self.lineups[left[at]], self.lineups[right[at]]))
        return may


class _Words:
    """The distinct tokens of some names, and the bonds of their pairs as numbers."""

    def __init__(self, tokens: list[Token]):
        self.tokens = tokens
        self.bonds: list[Bond] = []
        self._numbers: dict[Bond, int] = {}
        traits = [traits_of(token.forms[0], token.lang) for token in tokens]
        self.masks = _masks(one.facts for one in traits)
        self.initials = np.array([token.role == "initial" for token in tokens], dtype=bool)
        self.tied, self.often = _sharing([one.keys for one in traits])
        self.roles, roles = _numbered(token.role for token in tokens)
        self.strangers = np.array([[self._number(bond_of_strangers(one, other)) for other in roles] for one in roles])

    def codes(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """The number of the bond of each pair of tokens."""
        pairs, inverse = np.unique(left * len(self.tokens) + right, return_inverse=True)
        one, other = np.divmod(pairs, len(self.tokens))
        near = _may_be_alike(self.masks[:, one], self.masks[:, other])
        near |= np.isin(pairs, self.tied) | (self.often[one] & self.often[other] != 0)
        near |= self.initials[one] | self.initials[other]
        found = self.strangers[self.roles[one], self.roles[other]]
        tokens = self.tokens
        for at in np.flatnonzero(near):
            found[at] = self._number(bond_of(tokens[one[at]], tokens[other[at]]))
        return found[inverse]

    def _number(self, bond: Bond) -> int:
        number = self._numbers.setdefault(bond, len(self.bonds))
        if number == len(self.bonds):
            self.bonds.append(bond)
        return number


def _numbered(values: Iterable) -> tuple[np.ndarray, list]:
    """Values as numbers, and the distinct ones in their order."""
    numbers: dict[object, int] = {}
    found = np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.int64)
    return found, list(numbers)


def _together(columns: list[np.ndarray]) -> np.ndarray:
    """Rows of small numbers as one number each."""
    key, room = columns[0], int(columns[0].max(initial=0)) + 1
    for column in columns[1:]:
        size = int(column.max(initial=0)) + 1
        if room * size > _ROOM:
            values, key = np.unique(key, return_inverse=True)
            room = len(values)
        key, room = key * size + column, room * size
    return key


def _union(masks: Iterable[int]) -> int:
    found = 0
    for mask in masks:
        found |= mask
    return found


def _masks(facts: Iterable[Facts]) -> np.ndarray:
    """The bits of some words, in rows: letters always there, ever there, first; how many may be lacking."""
    rows = [(one.always, one.ever, one.firsts, one.lacking) for one in facts]
    return np.array(rows, dtype=np.uint64).reshape(-1, 4).T


def _may_be_alike(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """``may_be_alike`` for the columns of two arrays of masks."""
    found = left[2] & right[2] != 0
    if hasattr(np, "bitwise_count"):  # NumPy 2
        found &= np.bitwise_count(left[0] & ~right[1]) <= left[3]
        found &= np.bitwise_count(right[0] & ~left[1]) <= right[3]
    return found


def _sharing(keys: list[frozenset[str]]) -> tuple[np.ndarray, np.ndarray]:
    """The pairs of words (one times their number, plus the other) that share a key; where many words share one, a bit
    of it for each of them instead."""
    by_key: dict[str, list[int]] = {}
    for number, some in enumerate(keys):
        for key in some:
            by_key.setdefault(key, []).append(number)
    tied, often = [], np.zeros(len(keys), dtype=np.uint64)
    for bit, sharing in enumerate(some for some in by_key.values() if len(some) > _MANY):
        often[sharing] |= np.uint64(1 << bit % 64)
    for sharing in by_key.values():
        if 1 < len(sharing) <= _MANY:
            some = np.array(sharing)
            tied.append((some[:, None] * len(keys) + some[None, :]).ravel())
    return np.unique(np.concatenate(tied)) if tied else np.empty(0, dtype=np.int64), often
