"""The scores of many pairs of people's names: distinct names are prepared once, distinct pairs of words tied once, and
names of one shape whose words are tied alike weighed once. Every number is asked of the code that scores one pair."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

import numpy as np

from ..tables.entities import kind_named
from .bonds import Bond, Token, bond_of, bond_of_strangers
from .evidence import score_of_weight
from .pairs import cleaned, judge, prepare, score_between
from .people import LONGEST_STEP, Lineup, joins_between
from .plan import plan
from .relations import Facts
from .rests import MOST, SURE, answers_beside_others
from .shapes import Shape
from .strangers import traits_of

_CHUNK = 1 << 17
_MANY, _MOST_PARTS, _NEVER = 200, 12, 1 << 30
_ROOM = 1 << 62


def score_pairs(names: Sequence[str], left: np.ndarray, right: np.ndarray, kind: str = "person") -> np.ndarray:
    """The scores of pairs of ``names``, given as two arrays of places among them; equal to ``match(x, y).score``.

    >>> score_pairs(["Лукашэнка", "Lukashenka", "Путин"], [0, 0], [1, 2]) > 0.5
    array([ True, False])

    Names are parsed once, however many pairs they stand in. Raises UnknownKindError.
    """
    kind = kind_named(kind)
    numbers: dict[str, int] = {}
    places = np.array([numbers.setdefault(cleaned(name, kind), len(numbers)) for name in names], dtype=np.int64)
    pairs = np.stack([places[np.asarray(side, dtype=np.int64)] for side in (left, right)])
    distinct = list(numbers)
    order = np.empty(len(distinct), dtype=np.int64)
    order[sorted(range(len(distinct)), key=distinct.__getitem__)] = np.arange(len(distinct))
    turned = order[pairs[0]] > order[pairs[1]]
    pairs = np.where(turned, pairs[::-1], pairs)
    unique, inverse = np.unique(pairs[0] * len(distinct) + pairs[1], return_inverse=True)
    lesser, greater = np.divmod(unique, max(len(distinct), 1))
    if kind == "person":
        people = _People(distinct)
        scores = np.empty(len(unique))
        for start in range(0, len(unique), _CHUNK):
            some = slice(start, start + _CHUNK)
            scores[some] = people.scores(lesser[some], greater[some])
    else:
        scores = np.array([score_between(distinct[x], distinct[y], kind) for x, y in zip(lesser, greater, strict=True)], dtype=float)
    return scores[inverse]


class _People:
    """Some names as numbers: their words, shapes and runs, and what filters their pairs."""

    def __init__(self, names: Sequence[str]):
        self.names = names
        shapes: dict[Shape, int] = {}
        tokens: dict[Token, int] = {}
        flat, runs, counted, rows = array("q"), [], array("q"), []
        for name in names:
            side = prepare(name, "person")
            lineup: Lineup = side.lineup
            flat.extend(tokens.setdefault(token, len(tokens)) for token in lineup.tokens)
            masks = [(run.facts.always, run.facts.ever, run.facts.firsts, run.facts.lacking, len(run.text)) for run in lineup.runs]
            runs.append(np.array(masks, dtype=np.uint64).reshape(-1, 5))
            counted.append(len(masks))
            shape = shapes.setdefault(lineup.shape, len(shapes))
            firsts = _union(run.facts.firsts for run in lineup.runs)
            flags = side.whole + 2 * side.plain + 4 * side.has_particles + 8 * bool(side.script)
            rows.append((len(lineup.tokens), shape, lineup.firsts, firsts, flags))
        columns = np.array(rows, dtype=np.uint64).reshape(-1, 5).T
        self.sizes, self.shape_numbers, flags = (column.astype(np.int64) for column in columns[[0, 1, 4]])
        self.firsts, self.run_firsts = columns[2], columns[3]
        self.whole, self.plain, self.particled, self.foreign = (flags & bit != 0 for bit in (1, 2, 4, 8))
        self.shapes = list(shapes)
        self.parts = np.zeros((len(names), max(self.sizes, default=0)), dtype=np.int32)
        self.parts[np.arange(self.parts.shape[1]) < self.sizes[:, None]] = np.array(flat, dtype=np.int64)
        self.words = _Words(list(tokens))
        self.runs = np.concatenate(runs) if runs else np.empty((0, 5), dtype=np.uint64)
        self.run_ends = np.cumsum(np.array(counted, dtype=np.int64))
        self.run_starts = self.run_ends - np.array(counted, dtype=np.int64)

    def scores(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """The scores of pairs of names, those of lesser text on the left."""
        scores = np.full(len(left), np.nan)
        alone = self.foreign[left] | self.foreign[right] | (left == right)
        joined = np.flatnonzero(~alone)
        alone[joined] |= self._have_joins(left[joined], right[joined])
        sizes = self.sizes[left] * (_MOST_PARTS + 1) + self.sizes[right]
        alone |= (np.minimum(self.sizes[left], self.sizes[right]) == 0) | (np.maximum(self.sizes[left], self.sizes[right]) > _MOST_PARTS)
        for size in np.unique(sizes[~alone]):
            at = np.flatnonzero((sizes == size) & ~alone)
            scores[at] = self._score_alike(left[at], right[at], *divmod(int(size), _MOST_PARTS + 1))
        for at in np.flatnonzero(np.isnan(scores)):
            scores[at] = judge(self.names[left[at]], self.names[right[at]]).score
        return scores

    def _score_alike(self, left: np.ndarray, right: np.ndarray, rows: int, columns: int) -> np.ndarray:
        """The scores of pairs of names of ``rows`` and ``columns`` parts; none (nan) where the rests of the names are
        to be asked too."""
        firsts, seconds = self.parts[left, :rows].astype(np.int64), self.parts[right, :columns].astype(np.int64)
        codes = self.words.codes(np.repeat(firsts, columns, axis=1).ravel(), np.tile(seconds, rows).ravel()).reshape(len(left), -1)
        key = _together([self.shape_numbers[left], self.shape_numbers[right], *codes.T])
        _, first, inverse = np.unique(key, return_index=True, return_inverse=True)
        weights, most = np.empty(len(first)), np.empty(len(first))
        against, beside = np.empty(len(first), dtype=bool), np.empty(len(first), dtype=bool)
        fewest = min(rows, columns) - 1
        known = fewest < len(MOST[0])
        for number, at in enumerate(first):
            bonds = tuple([self.words.bonds[code] for code in codes[at]])
            found = plan(self.shapes[self.shape_numbers[left[at]]], self.shapes[self.shape_numbers[right[at]]], bonds)
            weights[number], against[number] = found.weight, found.against
            most[number] = MOST[found.common][fewest] if known else 0.0
            beside[number] = next(answers_beside_others(bonds, columns), None) is not None
        scores = np.array([score_of_weight(weight) for weight in weights])[inverse]
        asked = (scores < SURE) | against[inverse] | self.particled[left] & self.particled[right]
        if known:
            asked = np.where(self.plain[left] & self.plain[right], (weights < most)[inverse], asked)
        asked &= beside[inverse] | ~(self.whole[left] & self.whole[right])
        scores[asked] = np.nan
        return scores

    def _have_joins(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Whether one name of a pair writes together what the other parts: asked only where lengths and letters allow it."""
        may = np.zeros(len(left), dtype=bool)
        for one, other in ((left, right), (right, left)):
            near = np.flatnonzero(self.run_firsts[one] & self.firsts[other] != 0)
            run = self.run_starts[one[near]]
            while len(near):
                masks = self.runs[run]
                for place in range(self.parts.shape[1]):
                    words = self.parts[other[near], place]
                    length = masks[:, 4].astype(np.int64) - self.words.lengths[words]
                    at = np.flatnonzero((np.abs(length) <= LONGEST_STEP) & (place < self.sizes[other[near]]))
                    may[near[at]] |= _may_be_alike(masks[at, :4].T, self.words.masks[:, words[at]])
                run += 1
                left_over = (run < self.run_ends[one[near]]) & ~may[near]
                near, run = near[left_over], run[left_over]
        for at in np.flatnonzero(may):
            sides = prepare(self.names[left[at]], "person"), prepare(self.names[right[at]], "person")
            may[at] = bool(joins_between(*(side.lineup for side in sides)))
        return may


class _Words:
    """The distinct tokens of some names, and the bonds of their pairs as numbers."""

    def __init__(self, tokens: list[Token]):
        self.tokens = tokens
        self.bonds: list[Bond] = []
        self._numbers: dict[Bond, int] = {}
        traits = [traits_of(token.forms[0], token.lang) for token in tokens]
        self.masks = _masks(one.facts for one in traits)
        self.lengths = np.array([len(token.text) if token.role != "initial" else _NEVER for token in tokens], dtype=np.int64)
        self.initials = np.array([token.role == "initial" for token in tokens], dtype=bool)
        self.tied, self.often = _sharing([one.keys for one in traits])
        self.roles, roles = _numbered(token.role for token in tokens)
        self.strangers = np.array([[self._number(bond_of_strangers(one, other)) for other in roles] for one in roles])

    def codes(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """The number of the bond of each pair of tokens."""
        pairs, inverse = np.unique(left * len(self.tokens) + right, return_inverse=True)
        one, other = np.divmod(pairs, len(self.tokens))
        near = _may_be_alike(self.masks[:, one], self.masks[:, other])
        near |= _are_among(pairs, self.tied) | (self.often[one] & self.often[other] != 0)
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


def _are_among(values: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Which values are among those known; both are in order."""
    if not len(known):
        return np.zeros(len(values), dtype=bool)
    return known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values


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
