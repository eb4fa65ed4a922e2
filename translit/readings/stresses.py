"""Where a word can bear its stress, and what the vowels of an answer say of it.

Russian and Ukrainian do not write the stress, the vowels of Belarusian show it: an answer is as likely as the places of
the stress that go with its vowels. The contexts are written alike by the script that counts their weights and by the
reading of a word, so that they mean the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, log

from ..tables.contexts import ContextWeights
from ..tables.stresses import ON_ENDING, PLACES, StressLaws
from .surnames import stem_of

UNEVEN = "as many vowels"  # the context of an answer that has not
_LONGEST = 6  # letters of an ending
_ACUTE = "\u0301"
_FIRST, _LAST = (2, 3, 4), (3, 4, 5, 6)  # letters at the beginning and at the end of a word
_WINDOWS = ((0, 2), (1, 1), (0, 3), (2, 2), (1, 3))  # letters left and right of the stressed vowel


class Stress:
    """The places of the stress in one word, each with its likelihood, and what an answer is worth by its vowels.

    >>> from translit.tables.contexts import context_weights
    >>> from translit.tables.stresses import stress_laws
    >>> козлов = Stress("козлов", "ru", "-ов", "аеёиоуыэюя", context_weights("ru", "be"), stress_laws("be"))
    >>> козлов.of("казлоў"), козлов.of("козлаў")
    ('козло́в', 'ко́злов')
    >>> козлов.worth("казлоў") > козлов.worth("казлаў"), козлов.worth("казлоў") > козлов.worth("козлоў")
    (True, True)
    """

    def __init__(self, word: str, lang: str, ending: str, vowels: str, weights: ContextWeights, laws: StressLaws):
        self.word, self.ending, self.weights, self.laws = word, ending, weights, laws
        self.at = [at for at, char in enumerate(word) if char in vowels]
        stem = stem_of(word, lang)
        self.places = [
            sum(weights.stresses.get(one, 0.0) for one in stress_contexts(word, self.at, place, ending, stem, laws))
            - weights.law * cost_of(word, self.at, place, ending, stem, laws)
            for place in range(len(self.at))
        ]
        self.memo: dict[tuple[int, str], list[float] | None] = {}

    def worth(self, answer: str) -> float:
        """The natural logarithm of the likelihoods of all places of the stress that go with ``answer``."""
        nats = self._nats(answer)
        if not nats:
            return self.weights.vowels.get(UNEVEN, {}).get("", 0.0)
        most = max(nats)
        return most + log(sum(exp(one - most) for one in nats))

    def of(self, answer: str) -> str:
        """The word with an accent where its stress is likeliest if ``answer`` is right; without, if that is not known."""
        nats = self._nats(answer)
        if len(nats) < 2:
            return self.word
        after = self.at[nats.index(max(nats))] + 1
        return f"{self.word[:after]}{_ACUTE}{self.word[after:]}"

    def _nats(self, answer: str) -> list[float]:
        """What each place of the stress and ``answer`` are worth together; empty where the vowels are not as many."""
        own = [char for char in answer if char in self.laws.vowels]
        if len(own) != len(self.at):
            return []
        nats, memo = self.places, self.memo
        for one in enumerate(own):
            costs = memo[one] if one in memo else self._costs(*one)
            if costs is not None:
                nats = [one + cost for one, cost in zip(nats, costs, strict=True)]
        return nats

    def _costs(self, order: int, char: str) -> list[float] | None:
        """What answering the vowel of that ``order`` by ``char`` is worth for each place of the stress."""
        at, nats, costs = self.at[order], None, self.laws.costs.get((self.word[self.at[order]], char))
        if costs is not None:
            by_place = [
                sum(self.weights.vowels.get(one, {}).get(char, 0.0) for one in vowel_contexts(self.word, at, name, self.ending))
                - self.weights.law * cost
                for name, cost in zip(PLACES, costs, strict=True)
            ]  # fmt: skip
            nats = [by_place[place_of(order, place)] for place in range(len(self.at))]
        self.memo[order, char] = nats
        return nats


def place_of(order: int, stressed: int) -> int:
    """Which of PLACES the vowel of that ``order`` is in, where the one of the order ``stressed`` is stressed."""
    return 0 if order == stressed else 1 if order == stressed - 1 else 2 if order < stressed else 3


def vowel_contexts(word: str, at: int, place: str, ending: str) -> tuple[str, ...]:
    """What the vowel of ``word`` at ``at`` stands in, as seen from the stress.

    >>> vowel_contexts("петров", 1, "before", "-ов")
    ('[е] before', 'п[е] before', '[е]т before', '[е] before -ов')
    """
    vowel = f"[{word[at]}]"
    left, right = word[at - 1 : at] or "^", word[at + 1 : at + 2] or "$"
    return f"{vowel} {place}", f"{left}{vowel} {place}", f"{vowel}{right} {place}", f"{vowel} {place} {ending}"


def stress_contexts(word: str, vowels: list[int], place: int, ending: str, stem: str, laws: StressLaws) -> Iterator[str]:
    """What a stress on the vowel of that ``place`` stands in: how many vowels follow with how the word ends, or come
    before with how it begins; the letters beside it; the stem, and what is known of it.

    >>> from translit.tables.stresses import stress_laws
    >>> found = list(stress_contexts("волков", [1, 4], 0, "-ов", "волк", stress_laws("be")))
    >>> found[0], found[-1]
    ('1 -ов', 'as known -ов')
    """
    many, following = len(vowels), len(vowels) - 1 - place
    yield f"{following} {ending}"
    yield f"{following}/{many} {ending}"
    yield f"{following}/{many} {word[-1]}$"
    yield f"{following}/{many} {word[-3:]}$"
    for size in _LAST:
        yield f"{following} {word[-size:]}$"
    for size in _FIRST:
        yield f"^{word[:size]} {place}/{many}"
    padded, at = f"^{word}$", vowels[place] + 1
    for left, right in _WINDOWS:
        yield f"{padded[max(at - left, 0) : at]}´{padded[at : at + 1 + right]}"
    if stem:
        own = sum(at < len(stem) for at in vowels)
        side = "ending" if place >= own else str(own - place)
        for size in (1, 2, 3):
            yield f"{side} {stem[-size:]}{ending}"
        yield f"{side} ^{stem}-"
        yield f"{side} {stem[-3:]}-"
        yield f"{side}/{many} {stem[-2:]}-"
    holds = _is_as_known(word, vowels, place, stem, laws)
    if holds is not None:
        said = f"{'as' if holds else 'not as'} known"
        yield said
        yield f"{said} {ending}"


def cost_of(word: str, vowels: list[int], place: int, ending: str, stem: str, laws: StressLaws) -> float:
    """What a stress on the vowel of that ``place`` costs by what is known of the stem before such an ``ending``, and of how
    the word ends, in nats.

    >>> from translit.tables.stresses import stress_laws
    >>> [cost_of("волков", [1, 4], place, "-ов", "волк", stress_laws("be")) for place in (0, 1)]
    [0.0, 2.5]
    """
    cost = 0.0
    if ending[1:] in laws.before and _is_as_known(word, vowels, place, stem, laws) is False:
        cost += laws.against
    following = _after_stress(word.translate(laws.alike), laws)
    if following is not None and following != len(vowels) - 1 - place:
        cost += laws.against_ending
    return cost


def _after_stress(word: str, laws: StressLaws) -> int | None:
    """How many vowels follow the stress of words that end so; None where that tells nothing."""
    for size in range(min(_LONGEST, len(word) - 1), 1, -1):
        if word[-size:] in laws.endings:
            return laws.endings[word[-size:]]
    return None


def _is_as_known(word: str, vowels: list[int], place: int, stem: str, laws: StressLaws) -> bool | None:
    """Whether the stress of the stem is known to be at that ``place``; None where it is not known."""
    known = laws.stems.get((stem or word).translate(laws.alike))
    if known is None:
        return None
    if known == ON_ENDING:
        return place >= (sum(at < len(stem) for at in vowels) if stem else len(vowels) - 1)
    return place == known
