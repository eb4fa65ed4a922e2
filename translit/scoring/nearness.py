"""Which of many pairs of words are as alike as slips are: what one pair is asked by ``are_strangers``, for whole arrays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rapidfuzz.distance import OSA

from ..tables.matching import misread_letters
from .relations import FEW, LEAST_LIKENESS, LEAST_OF_FEW, Facts, least_likeness

_BITS_OF_BYTE = np.array([byte.bit_count() for byte in range(256)], dtype=np.uint8)
_ROUNDING = 1e-6


def count_bits(masks: np.ndarray) -> np.ndarray:
    """How many bits each number of 64 has."""
    return np.bitwise_count(masks) if hasattr(np, "bitwise_count") else count_bits_by_bytes(masks)


def count_bits_by_bytes(masks: np.ndarray) -> np.ndarray:
    """``count_bits`` before NumPy 2."""
    return _BITS_OF_BYTE[np.ascontiguousarray(masks).view(np.uint8)].reshape(*masks.shape, 8).sum(axis=-1)


def letters_of_all(words: Sequence[str]) -> np.ndarray:
    """``letters_as_bits`` of each word."""
    ends = np.cumsum([len(word) + 1 for word in words], dtype=np.int64)
    codes = np.frombuffer(" ".join((*words, "")).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    bits = np.left_shift(np.uint64(1), (codes & 63).astype(np.uint64))
    bits[ends - 1] = 0
    return np.bitwise_or.reduceat(bits, np.concatenate(([0], ends[:-1]))) if len(words) else bits


class Masks:
    """Letters of some words as bits: those always there, ever there, first; and how many may be lacking."""

    def __init__(self, facts: Sequence[Facts]):
        rows = [(one.always, one.ever, one.firsts, one.lacking) for one in facts]
        self.always, self.ever, self.firsts, lacking = np.array(rows, dtype=np.uint64).reshape(-1, 4).T.copy()
        self.lacking = lacking.astype(np.uint8)

    def are_alike(self, other: Masks, mine: np.ndarray, yours: np.ndarray) -> np.ndarray:
        """The places of the pairs that ``may_be_alike``, of words ``mine`` here with words ``yours`` there."""
        at = np.flatnonzero(self.firsts[mine] & other.firsts[yours])
        mine, yours = mine[at], yours[at]
        found = count_bits(self.always[mine] & ~other.ever[yours]) <= self.lacking[mine]
        found &= count_bits(other.always[yours] & ~self.ever[mine]) <= other.lacking[yours]
        return at[found]


class Spellings:
    """Some words, as their folded letters and as their readings after the laws, each distinct text once."""

    def __init__(self, folded: Sequence[str], laws: Sequence[Sequence[str]]):
        numbers: dict[str, int] = {}
        self.folded = np.array([numbers.setdefault(one, len(numbers)) for one in folded], dtype=np.int64)
        self.laws = np.array([numbers.setdefault(law, len(numbers)) for some in laws for law in some], dtype=np.int64)
        self.counts = np.array(list(map(len, laws)), dtype=np.int64)
        self.starts = np.cumsum(self.counts) - self.counts
        self.misread = [self._as_misread(folded, *letters) for letters in misread_letters()]
        self.texts = list(numbers)
        self.lengths = np.array([len(text) for text in self.texts], dtype=np.int64)
        self.letters = letters_of_all(self.texts)

    @staticmethod
    def _as_misread(folded: Sequence[str], seen: str, meant: str) -> np.ndarray:
        """A number for each text with what is seen of some letters read as the letter that is meant."""
        numbers: dict[str, int] = {}
        return np.array([numbers.setdefault(one.replace(seen, meant), len(numbers)) for one in folded], dtype=np.int64)

    def are_near(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Whether the letters, or any readings, of each pair of words are as alike as slips are."""
        near = np.zeros(len(left), dtype=bool)
        for numbers in self.misread:
            near |= numbers[left] == numbers[right]
        owners, one, other = self._readings(left, right)
        owners = np.concatenate((np.arange(len(left)), owners))
        one, other = np.concatenate((self.folded[left], one)), np.concatenate((self.folded[right], other))
        may = np.flatnonzero(self._may_be_near(one, other))
        texts = self.texts
        for owner, a, b in zip(owners[may].tolist(), one[may].tolist(), other[may].tolist(), strict=True):
            if not near[owner] and OSA.normalized_similarity(texts[a], texts[b], score_cutoff=least_likeness(texts[a], texts[b])):
                near[owner] = True
        return near

    def _readings(self, left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Each reading of the left word of a pair with each of the right one: the place of the pair, both readings."""
        sizes = self.counts[left] * self.counts[right]
        owners = np.repeat(np.arange(len(left)), sizes)
        place = np.arange(len(owners)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        mine, yours = np.divmod(place, np.maximum(self.counts[right], 1)[owners])
        return owners, self.laws[self.starts[left][owners] + mine], self.laws[self.starts[right][owners] + yours]

    def _may_be_near(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """Whether so few slips as two like texts may differ by can make the one of the other: a slip takes away one
        letter of the alphabet at most, and makes the text longer or shorter by one at most."""
        lengths, other_lengths = self.lengths[one], self.lengths[other]
        letters, other_letters = self.letters[one], self.letters[other]
        longest = np.maximum(lengths, other_lengths)
        most = np.where(longest <= FEW, 1 - LEAST_OF_FEW, 1 - LEAST_LIKENESS) * longest + _ROUNDING
        lacking = np.maximum(count_bits(letters & ~other_letters), count_bits(other_letters & ~letters))
        return np.maximum(np.abs(lengths - other_lengths), lacking) <= most
