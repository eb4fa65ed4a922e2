"""The scores of many pairs of people's names: distinct names are prepared once, distinct pairs of words tied once, and
names of one shape whose words are tied alike weighed once. Every number is asked of the code that scores one pair."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from ..names import given_groups
from ..tables.entities import kind_named
from .evidence import score_of
from .loose import loose_keys
from .pairs import cleaned, matched, prepare
from .people import AGREEING_INITIAL, LONGER, NO_BOND, bond_between, initial_agrees, joins_of, runs_of
from .plan import Bond, plan
from .relations import facts_of
from .rests import agrees, answers_beside_others, are_asked, is_tied
from .shapes import Shape
from .sides import Side
from .ties import Ties, ties_of

_CHUNK = 1 << 17
_DIFFERENT, _AGREEING, _DISAGREEING = 0, 1, 2
_LEAST_RUNS, _MANY = 8, 200


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
    unique, inverse = np.unique(pairs[0] * len(distinct) + pairs[1], return_inverse=True)
    unique = np.stack(np.divmod(unique, max(len(distinct), 1)), axis=1)

    def one(x: int, y: int) -> float:
        return matched(distinct[x], distinct[y], kind).score

    if kind == "person":
        scores = score_people(distinct, [prepare(name, kind) for name in distinct], unique, one)
    else:
        scores = np.array([one(x, y) for x, y in unique], dtype=float)
    return scores[inverse]


def score_people(names: Sequence[str], sides: Sequence[Side], pairs: np.ndarray, one: Callable[[int, int], float]):
    """The score of each row (two places among ``names``) of ``pairs``; ``one`` scores a single pair."""
    words = _Words(sides)
    order = np.argsort(np.argsort(np.array(names, dtype=object)))
    scores = np.empty(len(pairs))
    for start in range(0, len(pairs), _CHUNK):
        some = pairs[start : start + _CHUNK]
        turned = order[some[:, 0]] > order[some[:, 1]]
        left = np.where(turned, some[:, 1], some[:, 0])
        right = np.where(turned, some[:, 0], some[:, 1])
        scores[start : start + _CHUNK] = _score_chunk(words, sides, left, right, one)
    return scores


def _score_chunk(words: _Words, sides, left: np.ndarray, right: np.ndarray, one) -> np.ndarray:
    scores = np.full(len(left), np.nan)
    alone = (words.scripts[left] != words.scripts[right]) | (left == right) | words.has_joins(left, right)
    alone |= words.particled[left] & words.particled[right]
    alone |= (words.particles[left] & words.bits[right] | words.particles[right] & words.bits[left]) != 0
    alone |= (words.sizes[left] == 0) | (words.sizes[right] == 0)
    sizes = words.sizes[left] * 64 + words.sizes[right]
    for size in np.unique(sizes[~alone]):
        at = np.flatnonzero((sizes == size) & ~alone)
        scores[at] = _score_alike(words, left[at], right[at], int(size) // 64, int(size) % 64)
    for at in np.flatnonzero(alone | np.isnan(scores)):
        scores[at] = one(int(left[at]), int(right[at]))
    return scores


def _score_alike(words: _Words, left: np.ndarray, right: np.ndarray, rows: int, columns: int) -> np.ndarray:
    """The scores of pairs of names of ``rows`` and ``columns`` parts; none (nan) where the rests of the names are
    to be asked too."""
    codes = [
        words.codes(words.parts[left, i], words.parts[right, j]) for i in range(rows) for j in range(columns)
    ]
    key = words.shape_numbers[left] * len(words.shapes) + words.shape_numbers[right]
    for code in codes:
        key = np.unique(key * len(words.ties) + code, return_inverse=True)[1]
    _, first, inverse = np.unique(key, return_index=True, return_inverse=True)
    found = np.empty(len(first))
    for number, at in enumerate(first):
        shapes = words.shapes[words.shape_numbers[left[at]]], words.shapes[words.shape_numbers[right[at]]]
        bonds = tuple(
            words.bond(int(codes[i * columns + j][at]), shapes[0].roles[i], shapes[1].roles[j])
            for i in range(rows)
            for j in range(columns)
        )
        steps = plan(*shapes, bonds)
        score = score_of(steps)
        asked = are_asked(words.sides[left[at]], words.sides[right[at]], score, (step.weight for step in steps))
        found[number] = np.nan if asked and words.has_rests([code[at] for code in codes], columns, shapes) else score
    return found[inverse]


class _Words:
    """The distinct words of some names as numbers, and what filters their pairs."""

    def __init__(self, sides: Sequence[Side]):
        self.sides = sides
        self.sizes = np.array([len(side.parts) for side in sides])
        self.particled = np.array([side.has_particles for side in sides], dtype=bool)
        self.particles = np.array([_bits(_of(side, "particle")) for side in sides], dtype=np.uint64)
        self.bits = np.array([_bits(_of(side)) if self.particles.any() else 0 for side in sides], dtype=np.uint64)
        scripts: dict[str, int] = {}
        self.scripts = np.array([scripts.setdefault(side.script, len(scripts)) for side in sides])
        numbers: dict[object, int] = {}
        self.shape_numbers = np.array([numbers.setdefault(side.shape, len(numbers)) for side in sides])
        self.shapes = list(numbers)
        known: dict[tuple[str, bool], int] = {}
        self.parts = np.zeros((len(sides), max(self.sizes, default=0)), dtype=np.int64)
        patronymics = set()
        for at, side in enumerate(sides):
            for place, part in enumerate(side.parts):
                number = known.setdefault((part.text, part.role == "initial"), len(known))
                self.parts[at, place] = number
                if part.role == "patronymic":
                    patronymics.add(number)
        self.words = list(known)
        self._weigh_words(patronymics)
        self._measure_runs()
        self.ties: list[Ties | None] = [None, None, None]
        self._codes: dict[tuple, int] = {}
        self._pairs: dict[int, int] = {}

    def _weigh_words(self, patronymics: set[int]) -> None:
        self.masks = _masks(facts_of(text) for text, _ in self.words)
        self.initials = np.array([initial for _, initial in self.words], dtype=bool)
        self.fathered = np.zeros(len(self.words), dtype=bool)
        self.fathered[list(patronymics)] = True
        keys = [{f"given:{match.id}" for match in given_groups(text)} | loose_keys(text) for text, _ in self.words]
        self.tied, self.often = _sharing(keys)

    def codes(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """The code of each pair of words: 0 for those that nothing ties."""
        pairs, inverse = np.unique(left * len(self.words) + right, return_inverse=True)
        one, other = np.divmod(pairs, len(self.words))
        near = _may_be_alike(self.masks[:, one], self.masks[:, other])
        near |= np.isin(pairs, self.tied) | (self.often[one] & self.often[other] != 0)
        near |= self.fathered[one] & self.fathered[other]
        near |= self.initials[one] | self.initials[other]
        found = np.full(len(pairs), _DIFFERENT, dtype=np.int64)
        for at in np.flatnonzero(near):
            found[at] = self._code(int(pairs[at]), int(one[at]), int(other[at]))
        return found[inverse]

    def _code(self, pair: int, one: int, other: int) -> int:
        known = self._pairs.get(pair)
        if known is not None:
            return known
        (a, a_initial), (b, b_initial) = self.words[one], self.words[other]
        if a_initial or b_initial:
            agrees = initial_agrees(a, (b,)) if a_initial else initial_agrees(b, (a,))
            code = _AGREEING if agrees else _DISAGREEING
        else:
            ties = ties_of(a, b)
            key = tuple((tie.kind, tie.worth) for tie in (ties.family, ties.given, ties.patronymic))
            code = _DIFFERENT if set(key) == {("different", -1.0)} else self._codes.get(key, -1)
            if code < 0:
                code = self._codes[key] = len(self.ties)
                self.ties.append(ties)
        self._pairs[pair] = code
        return code

    def bond(self, code: int, left: str, right: str) -> Bond:
        """The bond of two words with this code in these roles."""
        if "initial" in (left, right):
            return AGREEING_INITIAL if code == _AGREEING else NO_BOND
        return bond_between(self.ties[code] or _UNTIED, left, right)

    def has_rests(self, codes: Sequence[int], columns: int, shapes: tuple[Shape, Shape]) -> bool:
        """Whether a part that agrees stands beside another that is tied."""
        if min(len(shape.roles) for shape in shapes) < 2:
            return False
        if all("initial" in shape.roles for shape in shapes):
            return True
        rows = [codes[at : at + columns] for at in range(0, len(codes), columns)]
        agreed = [[agrees(self.ties[code] or _UNTIED) for code in row] for row in rows]
        tied = [[code == _AGREEING or is_tied(self.ties[code] or _UNTIED) for code in row] for row in rows]
        return next(answers_beside_others(agreed, tied), None) is not None

    def _measure_runs(self) -> None:
        """Of each name, the lengths of its parts and of its runs, -99 where there is none; too many count as any."""
        self.lengths = np.full((len(self.sides), self.parts.shape[1]), 99)
        self.runs = np.full((len(self.sides), _LEAST_RUNS), -99)
        self.run_masks = np.zeros((4, len(self.sides), _LEAST_RUNS), dtype=np.uint64)
        self.many_runs = np.zeros(len(self.sides), dtype=bool)
        for at, side in enumerate(self.sides):
            for place, part in enumerate(side.parts):
                if part.role != "initial":
                    self.lengths[at, place] = len(part.text)
            runs = runs_of(side.words or side.parts)
            self.many_runs[at] = len(runs) > _LEAST_RUNS
            for place, (_, text) in enumerate(runs[:_LEAST_RUNS]):
                self.runs[at, place] = len(text)
                self.run_masks[:, at, place] = _masks([facts_of(text)])[:, 0]

    def has_joins(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Whether one name of a pair writes together what the other parts: asked only where lengths and letters allow it."""
        may = self.many_runs[left] | self.many_runs[right]
        for one, other in ((left, right), (right, left)):
            for run in range(_LEAST_RUNS):
                lengths = self.runs[one, run]
                if (lengths < 0).all():
                    break
                for place in range(self.parts.shape[1]):
                    at = np.flatnonzero(np.abs(lengths - self.lengths[other, place]) <= LONGER)
                    singles = self.masks[:, self.parts[other[at], place]]
                    may[at] |= _may_be_alike(self.run_masks[:, one[at], run], singles)
        for at in np.flatnonzero(may):
            may[at] = bool(joins_of(self.sides[left[at]], self.sides[right[at]]))
        return may


def _bits(keys: Iterable[str]) -> int:
    """Some keys in a number of 64 bits; some keys share one."""
    mask = 0
    for key in keys:
        mask |= 1 << hash(key) % 64
    return mask


def _of(side: Side, role: str = "") -> Iterator[str]:
    """The letters and the readings of a side's words, all of them or those of a role."""
    for word in side.words:
        if role in ("", word.role):
            facts = facts_of(word.text)
            yield facts.folded
            yield from facts.laws


def _masks(facts) -> np.ndarray:
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


def _sharing(keys: list[set[str]]) -> tuple[np.ndarray, np.ndarray]:
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


def _untied() -> Ties:
    from .ties import FAMILY, GIVEN, Tie

    family = Tie("different", FAMILY["different"], "")
    return Ties(family, Tie("different", GIVEN["different"], ""), family)


_UNTIED = _untied()
