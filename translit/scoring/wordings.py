"""The scores of many pairs of names made of words (places, organisations): pairs that have no word in common are seen in
whole arrays, and names whose words weigh alike and are tied alike are weighed once."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

import numpy as np

from .acronyms import may_be_spelled
from .arrays import bits_together, circles_of, each, filled, in_rows, remembered, rows_together
from .evidence import IDENTICAL, LEAST, PRIOR, score_of, score_of_weight
from .initials import first_sounds
from .nearness import Masks, Spellings, letters_of_all
from .pairs import wording_in
from .relations import agree_by_rule
from .sides import LONGEST, Part
from .weights import INSIDE_LEAST, LEFT_OVER_LEAST, TOTAL, WORDS_DIFFER
from .wording import Wording
from .words import BESIDE_ANOTHER, IN_CASE, LONGER, TOGETHER, tie_of_parts, weigh
from .wordties import tie_in_case, wide_keys, word_tie, word_traits

_MOST_PARTS = 12
# all of a Wording by which its words that have no answer weigh
_PROFILE = attrgetter(
    "sizes", "light", "types", "place_types", "corporate", "countries", "homes", "spare", "realms", "forenames", "sorts", "families", "around", "named",
    "outside", "led", "within", "behind", "brands", "settled",
)  # fmt: skip
# two names that both have words of their own and none in common weigh so little that nothing else matters
_FLOOR = LEAST - PRIOR
_IS_FLOOR = WORDS_DIFFER + 2 * max(LEFT_OVER_LEAST, INSIDE_LEAST) <= _FLOOR


class Wordings:
    """Some names made of words as numbers: their words, what these weigh, and neighbours written together. Behind the names stand those
    with phrases again, read word by word; ``by_words`` has the place of that reading, of other names their own, and ``readings`` numbers for scripts and how many phrases."""

    def __init__(self, names: Sequence[str], kind: str):
        self.wordings: list[Wording] = [wording_in(name if len(name) <= LONGEST else "", kind) for name in names]
        codes: dict[tuple[str, int], int] = {}
        self.readings = np.array([codes.setdefault((one.script, one.phrases), len(codes)) for one in self.wordings], dtype=np.int64)
        self.by_words = np.arange(len(names))
        for at in range(len(names)):
            if self.wordings[at].by_words is not None:
                self.by_words[at] = len(self.wordings)
                self.wordings.append(self.wordings[at].by_words)
        profiles: dict[tuple, int] = {}
        numbers: dict[Part, int] = {}
        parts: list[Part] = []
        runs: list[tuple[str, frozenset[str], tuple[int, ...]]] = []
        heavy: list[int] = []
        sure: list[bool] = []
        rows = []
        self.acronyms: list[tuple[str, ...]] = []
        self.texts: list[tuple[str, ...]] = []
        for words in self.wordings:
            few = not words.script and len(words.parts) <= _MOST_PARTS and not any([part.cut for part in words.parts])
            own, own_runs = (words.parts, words.runs) if few else ((), ())
            parts += own
            runs += own_runs
            heavy += words.sizes if few else ()
            sure += words.sure if few else ()
            profile = profiles.setdefault(_PROFILE(words), len(profiles))
            rows.append((len(own), len(own_runs), profile, words.has_own, bool(words.acronyms), any(words.led)))
            self.acronyms.append(tuple([words.parts[at].text for at in words.acronyms]))
            self.texts.append(tuple([part.text for part in own]))
        columns = np.array(rows, dtype=np.int64).reshape(-1, 6).T
        self.sizes, self.run_counts, self.profiles = columns[:3]
        self.has_own, self.has_acronyms, self.has_led = columns[3:] != 0
        self.parts = in_rows([numbers.setdefault(part, len(numbers)) for part in parts], self.sizes)
        self.words = _Parts(list(numbers), kind)
        self.weights, self.sure = in_rows(heavy, self.sizes), in_rows(sure, self.sizes)
        self.runs = in_rows(range(len(runs)), self.run_counts)
        self.run_texts = [text for text, _, _ in runs]
        self.run_lengths = np.array([len(text) for text in self.run_texts], dtype=np.int64)
        self.run_firsts = _firsts_of([firsts for _, firsts, _ in runs])
        self.firsts = bits_together(self.words.firsts[self.parts[filled(self.sizes)]], self.sizes)
        self.joined: dict[int, int] = {}

    def scores(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """The scores of pairs of names, those of lesser text on the left: where one has more phrases or is of another script, the better of both readings."""
        scores = self._scores(left, right)
        own, other = self.by_words[left], self.by_words[right]
        at = np.flatnonzero(((own != left) | (other != right)) & (self.readings[left] != self.readings[right]))
        scores[at] = np.maximum(scores[at], self._scores(own[at], other[at]))
        scores[left == right] = score_of_weight(IDENTICAL)
        return scores

    def _scores(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """The scores of pairs of readings."""
        scores = np.full(len(left), np.nan)
        alike = np.flatnonzero((self.sizes[left] > 0) & (self.sizes[right] > 0))
        alike = alike[~self._may_be_spelled(left[alike], right[alike])]
        alike = alike[~self._have_joins(left[alike], right[alike])]
        sizes = self.sizes[left] * (_MOST_PARTS + 1) + self.sizes[right]
        for size in np.unique(sizes[alike]):
            at = alike[sizes[alike] == size]
            scores[at] = self._score_alike(left[at], right[at], *divmod(int(size), _MOST_PARTS + 1))
        for at in np.flatnonzero(np.isnan(scores)).tolist():
            scores[at] = self._score(left[at], right[at])
        return scores

    def _score(self, one: int, other: int) -> float:
        return score_of(weigh(self.wordings[one], self.wordings[other]))

    def _score_alike(self, left: np.ndarray, right: np.ndarray, rows: int, columns: int) -> np.ndarray:
        """The scores of pairs of names of ``rows`` and ``columns`` words that are no acronyms and not written together."""
        firsts, seconds = self.parts[left, :rows], self.parts[right, :columns]
        codes = self.words.codes(np.repeat(firsts, columns, axis=1).ravel(), np.tile(seconds, rows).ravel()).reshape(len(left), -1)
        scores = np.full(len(left), score_of_weight(_FLOOR))
        at = np.arange(len(left))
        if _IS_FLOOR:
            led = self.words.in_case[codes].any(axis=1) & (self.has_led[left] | self.has_led[right])
            at = np.flatnonzero(self.words.stand_alone[codes].any(axis=1) | led | ~(self.has_own[left] & self.has_own[right]))
        at = at[~self._are_settled(left[at], right[at], codes[at].reshape(-1, rows, columns) != 0)]
        key = rows_together([self.profiles[left[at]], self.profiles[right[at]], *codes[at].T])
        _, first, inverse = np.unique(key, return_index=True, return_inverse=True)
        found = [self._score(one, other) for one, other in each(left[at[first]], right[at[first]])]
        scores[at] = np.array(found)[inverse]
        return scores

    def _are_settled(self, left: np.ndarray, right: np.ndarray, tied: np.ndarray) -> np.ndarray:
        """Whether two names have words of their own that no other word is ``tied`` to, so many that all the others cannot outweigh them."""
        answered, lone, own = (np.zeros(len(left)) for _ in range(3))
        both = np.ones(len(left), dtype=bool)
        for names, ties in ((left, tied.any(axis=2)), (right, tied.any(axis=1))):
            weights, free = self.weights[names, : ties.shape[1]], (self.sure[names, : ties.shape[1]] != 0) & ~ties
            answered += (weights * ties).sum(axis=1)
            lone += (weights * free).sum(axis=1)
            own += free.sum(axis=1)
            both &= free.any(axis=1)
        most = TOTAL * answered / np.maximum(answered + lone, 1) + LEFT_OVER_LEAST * own + WORDS_DIFFER
        return both & (most <= _FLOOR)

    def _may_be_spelled(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Whether an acronym of one name of a pair may stand for words of the other."""
        found = np.zeros(len(left), dtype=bool)
        for one, other in ((left, right), (right, left)):
            at = np.flatnonzero(self.has_acronyms[one] & (self.sizes[other] > 1))
            may = [any(may_be_spelled(acronym, self.texts[words]) for acronym in self.acronyms[name]) for name, words in each(one[at], other[at])]
            found[at] |= np.array(may, dtype=bool)
        return found

    def _have_joins(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Whether one name of a pair writes two words of the other together."""
        found = np.zeros(len(left), dtype=bool)
        for one, other in ((left, right), (right, left)):
            for at in range(self.runs.shape[1]):
                near = np.flatnonzero(self.run_counts[one] > at)
                runs = self.runs[one[near], at]
                some = np.flatnonzero(self.run_firsts[runs] & self.firsts[other[near]])
                near, runs = near[some], runs[some]
                for place in range(self.parts.shape[1]):
                    words = self.parts[other[near], place]
                    gap = np.abs(self.run_lengths[runs] - self.words.lengths[words])
                    may = (gap <= LONGER) & (self.run_firsts[runs] & self.words.firsts[words] != 0) & (place < self.sizes[other[near]])
                    some = np.flatnonzero(may)
                    pairs = runs[some] * len(self.words.parts) + words[some]
                    found[near[some]] |= remembered(self.joined, pairs, self._are_joined) != 0
        return found

    def _are_joined(self, pairs: np.ndarray) -> list[bool]:
        """Whether neighbours are one word written together: pairs of their numbers."""
        runs, parts = self.run_texts, self.words.parts
        asked = [(runs[run], parts[part].text) for run, part in each(*np.divmod(pairs, len(parts)))]
        return [agree_by_rule(word, run) and word_tie(word, run).kind in TOGETHER for run, word in asked]


class _Parts:
    """The distinct words of some names, and how their pairs are tied: by kind and worth, as a number; 0 is no tie."""

    def __init__(self, parts: Sequence[Part], kind: str):
        self.parts, self.kind = parts, kind
        traits = [word_traits(part.text) for part in parts]
        self.masks = Masks([one.facts for one in traits])
        self._spellings = Spellings([one.facts.folded for one in traits], [one.facts.spoken for one in traits])
        self._keys = [
            frozenset((f"{part.role} {part.forms[0]}",)) if part.role in ("legal", "article") else one.keys for part, one in zip(parts, traits, strict=True)
        ]
        self._circles = circles_of(self._keys)
        self.lengths = np.array([len(part.text) for part in parts], dtype=np.int64)
        self.firsts = _firsts_of([first_sounds(part.text) for part in parts])
        self._known: dict[int, int] = {}
        self._numbers: dict[tuple[str, float], int] = {}
        self.stand_alone = self.in_case = np.zeros(1, dtype=bool)

    def codes(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """The number of the tie of each pair of words."""
        found = np.zeros(len(left), dtype=np.int64)
        one_circle = np.flatnonzero(self._circles[left] == self._circles[right])
        near = np.concatenate((one_circle, self.masks.are_alike(self.masks, left, right)))
        found[near] = remembered(self._known, left[near] * len(self.parts) + right[near], self._ask)
        return found

    def _ask(self, pairs: np.ndarray) -> list[int]:
        """The numbers of the ties of pairs of words that may be tied."""
        left, right = np.divmod(pairs, len(self.parts))
        tied = self._circles[left] == self._circles[right]
        tied[tied] = [not self._keys[one].isdisjoint(self._keys[other]) for one, other in each(left[tied], right[tied])]
        rest = np.flatnonzero(~tied)
        rest = rest[self.masks.are_alike(self.masks, left[rest], right[rest])]
        tied[rest] = self._spellings.are_near(left[rest], right[rest])
        rest = rest[~tied[rest]]
        tied[rest] = [self._share_wide(one, other) for one, other in each(left[rest], right[rest])]
        found = np.zeros(len(pairs), dtype=np.int64)
        found[tied] = [self._number(one, other) for one, other in each(left[tied], right[tied])]
        kinds = [kind for kind, _ in self._numbers]
        self.stand_alone = np.array([False, *(kind not in BESIDE_ANOTHER for kind in kinds)], dtype=bool)
        self.in_case = np.array([False, *(kind in IN_CASE for kind in kinds)], dtype=bool)
        return found.tolist()

    def _share_wide(self, one: int, other: int) -> bool:
        left, right = self.parts[one], self.parts[other]
        if not wide_keys(left.text).isdisjoint(wide_keys(right.text)):
            return True
        return (left.led or right.led) and tie_in_case(left.text, right.text).worth > 0

    def _number(self, one: int, other: int) -> int:
        tie = tie_of_parts(self.parts[one], self.parts[other])
        if tie.worth <= 0 or tie.kind == "alike" and self.kind != "place":
            return 0
        return self._numbers.setdefault((tie.kind, tie.worth), len(self._numbers) + 1)


def _firsts_of(sounds: Sequence[frozenset[str]]) -> np.ndarray:
    """The sounds that some words may begin with, as bits; some sounds share one, and none is one too."""
    return letters_of_all(["".join([sound or "\0" for sound in some]) for some in sounds])
