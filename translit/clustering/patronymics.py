"""Patronymics with a wrong letter (Эдуардовнва): read as the patronymic of the same file that is one slip away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from rapidfuzz.distance import OSA

from .classes import cuts_of
from .vocabulary import Word

_LEAST, _OFTENER = 6, 2  # letters of a word; how much oftener than the slip a patronymic is met


class Patronymics:
    """The patronymics among some words, found by words that nearly are one."""

    def __init__(self, counts: Mapping[str, int], known: Sequence[Word]):
        self._words, self._counts, self._known = list(counts), list(counts.values()), known
        self._near: dict[int, int] = {}

    def is_known(self, number: int) -> bool:
        """Whether a word, by its number, is the patronymic of a father we know."""
        return bool(self._known[number].fathers)

    def is_given(self, number: int) -> bool:
        """Whether a word, by its number, can be a given name."""
        return bool(self._known[number].givens)

    def word(self, number: int) -> str:
        """The word of a number, in small letters."""
        return self._words[number]

    def near(self, number: int) -> int:
        """The patronymic that a word, itself nothing we know, is one slip away from; -1 where there is none, or those of
        several fathers."""
        if number not in self._near:
            self._near[number] = self._find(number)
        return self._near[number]

    def _find(self, number: int) -> int:
        word, known = self._words[number], self._known[number]
        if len(word) < _LEAST or known.givens or known.fathers:
            return -1
        least = _OFTENER * self._counts[number]
        found = {
            other for cut in cuts_of(word) for other in self._by_cut.get(cut, ())
            if self._counts[other] >= least and known.gender in ("", self._known[other].gender)
            and OSA.distance(word, self._words[other], score_cutoff=1) <= 1
        }  # fmt: skip
        if len({self._known[other].fathers[0] for other in found}) != 1:
            return -1
        return min(found, key=lambda other: (-self._counts[other], self._words[other]))

    @cached_property
    def _by_cut(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            if self.is_known(number) and len(word) >= _LEAST:
                for cut in cuts_of(word):
                    found.setdefault(cut, []).append(number)
        return found
