"""The scores of many pairs of people's names: distinct names are prepared once, distinct pairs of words tied once, and
names of one shape whose words are tied alike weighed once. Every number is asked of the code that scores one pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np

from ..tables.caching import uncollected
from ..tables.entities import kind_named
from ..text import clean
from .aliases import names_given
from .anew import ways_to_read
from .arrays import bits_together, filled, in_rows, remembered, rows_together
from .bonds import Token
from .evidence import score_of_weight
from .nearness import Masks
from .pairs import EITHER, beside_one_another, lineup_of, score_between
from .people import LONGEST_STEP, Run, tie_of_run
from .plan import plan
from .rests import MOST, SURE, answers_beside_others, cut_out
from .shapes import Shape
from .sides import LONGEST
from .wordings import Wordings
from .wordpairs import Words

_CHUNK = 1 << 17
_MOST_PARTS, _NEVER = 12, 1 << 30
_LONGEST = 63
# the lengths of words that may be a run so long, as bits
_AS_LONG = np.array(
    [sum(1 << at for at in range(max(length - LONGEST_STEP, 0), min(length + LONGEST_STEP, _LONGEST) + 1)) for length in range(_LONGEST + 1)],
    dtype=np.uint64,
)


def score_pairs(names: Sequence[str], left: np.ndarray, right: np.ndarray, kind: str = "person") -> np.ndarray:
    """The scores of pairs of ``names``, given as two arrays of places among them; equal to ``match(x, y).score``.

    >>> score_pairs(["Лукашэнка", "Lukashenka", "Путин"], [0, 0], [1, 2]) > 0.5
    array([ True, False])

    Names are parsed once, however many pairs they stand in. Raises UnknownKindError.
    """
    kind = kind_named(kind)
    with uncollected():
        texts = [clean(name).strip() for name in names]
        given = [(ways_to_read(text), "") if kind == "person" else names_given(text, kind) for text in texts]
        if all([len(some) == 1 and not short for some, short in given]):
            return _score_pairs([name for (name,), _ in given], left, right, kind)
        return _score_nearest(given, np.asarray(left, dtype=np.int64), np.asarray(right, dtype=np.int64), kind)


def _score_nearest(given: Sequence[tuple[tuple[str, ...], str]], left: np.ndarray, right: np.ndarray, kind: str) -> np.ndarray:
    """The scores of pairs of texts that give several names each, of their nearest names; the short one in brackets, which stands behind the
    others, is asked about where the other text has none."""
    counts, has_short = np.array([len(some) for some, _ in given], dtype=np.int64), np.array([bool(short) for _, short in given])
    rows = [(*some, short or some[0]) for some, short in given]
    starts = np.cumsum(counts + 1) - counts - 1
    names = [name for row in rows for name in row]
    lone = has_short[left] != has_short[right]
    asked = []
    for at, other in product(range(int(counts.max()) + 1), repeat=2):
        sides = [(counts[side] > place) | (counts[side] == place) & has_short[side] & lone for side, place in ((left, at), (right, other))]
        some = np.flatnonzero(sides[0] & sides[1])
        asked.append((some, starts[left[some]] + at, starts[right[some]] + other))
    pairs, own, others = map(np.concatenate, zip(*asked, strict=True))
    scores = np.zeros(len(left))
    np.maximum.at(scores, pairs, _score_pairs(names, own, others, kind))
    return scores


def _score_pairs(names: Sequence[str], left: np.ndarray, right: np.ndarray, kind: str) -> np.ndarray:
    """The scores of pairs of names as they are compared."""
    numbers: dict[str, int] = {}
    places = np.array([numbers.setdefault(name, len(numbers)) for name in names], dtype=np.int64)
    pairs = np.stack([places[np.asarray(side, dtype=np.int64)] for side in (left, right)])
    distinct = list(numbers)
    order = np.empty(len(distinct), dtype=np.int64)
    order[sorted(range(len(distinct)), key=distinct.__getitem__)] = np.arange(len(distinct))
    turned = order[pairs[0]] > order[pairs[1]]
    pairs = np.where(turned, pairs[::-1], pairs)
    unique, inverse = np.unique(pairs[0] * len(distinct) + pairs[1], return_inverse=True)
    lesser, greater = np.divmod(unique, max(len(distinct), 1))
    kinds = EITHER if kind == "any" else (kind,)
    found = [_scores(_People(distinct) if one == "person" else Wordings(distinct, one), lesser, greater) for one in kinds]
    return np.maximum.reduce(found)[inverse]


def _scores(names: _People | Wordings, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The scores of pairs of names, some at a time."""
    scores = np.empty(len(left))
    for start in range(0, len(left), _CHUNK):
        some = slice(start, start + _CHUNK)
        scores[some] = names.scores(left[some], right[some])
    return scores


class _People:
    """Some names as numbers: their words, shapes and runs, and what filters their pairs."""

    def __init__(self, names: Sequence[str]):
        self.names = names
        shapes: dict[Shape, int] = {}
        tokens: dict[Token, int] = {}
        flat: list[Token] = []
        runs: list[Run] = []
        rows = []
        for name in names:
            lineup = lineup_of(name if len(name) <= LONGEST else "")  # what is too long is asked for by itself, and not kept
            few = len(lineup.tokens) <= _MOST_PARTS
            own, own_runs = (lineup.tokens, lineup.runs) if few else ((), ())
            flat += own
            runs += own_runs
            flags = lineup.whole + 2 * lineup.plain + 4 * lineup.has_particles + 8 * (not own) + 16 * bool(lineup.turned) + 32 * lineup.system
            rows.append((len(own), shapes.setdefault(lineup.shape, len(shapes)), flags, len(own_runs), lineup.firsts))
        columns = np.array(rows, dtype=np.uint64).reshape(-1, 5).T
        self.sizes, self.shape_numbers, flags, self.run_counts = columns[:4].astype(np.int64)
        self.whole, self.plain, self.particled, self.alone, self.titled = (flags & bit != 0 for bit in (1, 2, 4, 8, 16))
        self.systems = flags >> 5
        self.shapes = list(shapes)
        self.parts = in_rows([tokens.setdefault(token, len(tokens)) for token in flat], self.sizes)
        words = [() if alone else [token for token, _ in cut_out(name)] for name, alone in zip(names, self.alone | self.whole.all(), strict=True)]
        self.word_counts = np.array([len(some) for some in words], dtype=np.int64)
        few = [some if len(some) <= _MOST_PARTS else () for some in words]
        counts = np.array([len(some) for some in few], dtype=np.int64)
        self.named = in_rows([tokens.setdefault(token, len(tokens)) for some in few for token in some], counts)
        self.words = Words(list(tokens))
        self.run_texts = [(run.text, run.script) for run in runs]
        self.run_masks = Masks([run.facts for run in runs])
        self.runs = in_rows(range(len(runs)), self.run_counts)
        self.run_lengths = np.array([len(run.text) for run in runs], dtype=np.int64)
        self.word_lengths = np.array([_NEVER if token.role == "initial" else len(token.text) for token in tokens], dtype=np.int64)
        self.firsts, self.run_firsts = columns[4].copy(), bits_together(self.run_masks.firsts, self.run_counts)
        lengths = np.left_shift(np.uint64(1), np.minimum(self.word_lengths, _LONGEST).astype(np.uint64))
        self.has_lengths = bits_together(lengths[self.parts[filled(self.sizes)]], self.sizes)
        self.runs_as_long = bits_together(_AS_LONG[np.minimum(self.run_lengths, _LONGEST)], self.run_counts)
        self.joined: dict[int, bool] = {}

    def scores(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """The scores of pairs of names, those of lesser text on the left."""
        scores = np.full(len(left), np.nan)
        alone = self.alone[left] | self.alone[right] | (left == right)
        read = np.flatnonzero((self.titled[left] | self.titled[right] | (self.systems[left] != self.systems[right])) & ~alone)
        alone[read] = [beside_one_another(*pair) != pair for pair in self._names_at(left[read], right[read])]
        joined = np.flatnonzero(~alone)
        alone[joined] |= self._have_joins(left[joined], right[joined])
        sizes = self.sizes[left] * (_MOST_PARTS + 1) + self.sizes[right]
        for size in np.unique(sizes[~alone]):
            at = np.flatnonzero((sizes == size) & ~alone)
            scores[at] = self._score_alike(left[at], right[at], *divmod(int(size), _MOST_PARTS + 1))
        asked = np.flatnonzero(np.isnan(scores))
        scores[asked] = [score_between(*pair, "person") for pair in self._names_at(left[asked], right[asked])]
        return scores

    def _names_at(self, left: np.ndarray, right: np.ndarray) -> Iterator[tuple[str, str]]:
        return ((self.names[one], self.names[other]) for one, other in zip(left.tolist(), right.tolist(), strict=True))

    def _score_alike(self, left: np.ndarray, right: np.ndarray, rows: int, columns: int) -> np.ndarray:
        """The scores of pairs of names of ``rows`` and ``columns`` parts; none (nan) where the rests of the names are
        to be asked too."""
        codes = self._codes(self.parts[left, :rows], self.parts[right, :columns])
        key = rows_together([self.shape_numbers[left], self.shape_numbers[right], *codes.T])
        _, first, inverse = np.unique(key, return_index=True, return_inverse=True)
        weights, most = np.empty(len(first)), np.empty(len(first))
        against, beside, apart = (np.empty(len(first), dtype=bool) for _ in range(3))
        fewest = min(rows, columns) - 1
        known = fewest < len(MOST[0])
        for number, at in enumerate(first):
            bonds = tuple([self.words.bonds[code] for code in codes[at]])
            found = plan(self.shapes[self.shape_numbers[left[at]]], self.shapes[self.shape_numbers[right[at]]], bonds)
            weights[number], against[number], apart[number] = found.weight, found.against, found.are_apart
            most[number] = MOST[found.common][fewest] if known else 0.0
            beside[number] = next(answers_beside_others(bonds, columns), None) is not None
        scores = np.array([score_of_weight(weight) for weight in weights])[inverse]
        asked = (scores < SURE) | against[inverse] | self.particled[left] & self.particled[right]
        if known:
            asked = np.where(self.plain[left] & self.plain[right], (weights < most)[inverse], asked)
        whole = self.whole[left] & self.whole[right]
        asked &= (beside[inverse] | ~whole) & ~apart[inverse]
        at = np.flatnonzero(asked & ~whole)
        asked[at] = self._answer_beside_others(left[at], right[at])
        scores[asked] = np.nan
        return scores

    def _answer_beside_others(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Whether any words of two names agree beside others that are tied, among all their words."""
        rows, columns = self.word_counts[left], self.word_counts[right]
        found = np.maximum(rows, columns) > _MOST_PARTS
        sizes = rows * (_MOST_PARTS + 1) + columns
        for size in np.unique(sizes[~found]).tolist():
            rows, columns = divmod(size, _MOST_PARTS + 1)
            at = np.flatnonzero((sizes == size) & ~found)
            codes = self._codes(self.named[left[at], :rows], self.named[right[at], :columns])
            agreeing, tied = (np.array([getattr(bond, name) for bond in self.words.bonds])[codes] for name in ("agrees", "tied"))
            for cell in range(rows * columns):
                others = [other for other in range(rows * columns) if other // columns != cell // columns and other % columns != cell % columns]
                found[at] |= agreeing[:, cell] & tied[:, others].any(axis=1)
        return found

    def _codes(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """The numbers of the bonds of each word in a row of ``left`` with all in that of ``right``."""
        rows, columns = left.shape[1], right.shape[1]
        return self.words.codes(np.repeat(left, columns, axis=1).ravel(), np.tile(right, rows).ravel()).reshape(len(left), rows * columns)

    def _have_joins(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Whether one name of a pair writes together what the other parts: asked only where lengths and letters allow it."""
        found = np.zeros(len(left), dtype=bool)
        for one, other in ((left, right), (right, left)):
            near = np.flatnonzero((self.run_firsts[one] & self.firsts[other] != 0) & (self.runs_as_long[one] & self.has_lengths[other] != 0))
            for at in range(self.runs.shape[1]):
                near = near[self.run_counts[one[near]] > at]
                runs = self.runs[one[near], at]
                for place in range(self.parts.shape[1]):
                    words = self.parts[other[near], place]
                    gap = self.run_lengths[runs] - self.word_lengths[words]
                    some = np.flatnonzero((np.abs(gap) <= LONGEST_STEP) & (place < self.sizes[other[near]]))
                    some = some[self.run_masks.are_alike(self.words.masks, runs[some], words[some])]
                    found[near[some]] |= remembered(self.joined, runs[some] * len(self.words.tokens) + words[some], self._are_joined) != 0
        return found

    def _are_joined(self, pairs: np.ndarray) -> list[bool]:
        """Whether runs are written together in words: pairs of their numbers."""
        tokens = self.words.tokens
        asked = [(self.run_texts[run], tokens[word]) for run, word in (divmod(pair, len(tokens)) for pair in pairs.tolist())]
        return [tie_of_run(word.text, text, word.script, script) is not None for (text, script), word in asked]
