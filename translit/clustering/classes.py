"""Which words of a file are one name: every word finds its class once, so that names can be compared as numbers.

A class is led by one word; others join it that share a key with it. The words of one class are not chained: each agrees
with the leader. A word one slip from a leader may be of its class, which is worth less.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from ..text import has_cyrillic
from .vocabulary import Word

EXACT, SECOND, SLIP = 1.0, 0.6, 0.2
_LEAST_SLIP, _MOST_SLIPS = 5, 3
_STEM = ":"


@dataclass(frozen=True, slots=True)
class Classes:
    """Of each word by number: the family classes it can be of and the given names it can be, each with what that is
    worth (0 to 1), the first the likeliest."""

    families: list[dict[int, float]]
    givens: list[dict[int, float]]


def classify(words: Sequence[str], known: Sequence[Word], counts: Sequence[int]) -> Classes:
    """The classes of the words; ``counts`` say how many records have each."""
    order = sorted(range(len(words)), key=lambda at: (not has_cyrillic(words[at]), -counts[at], words[at]))
    owner: dict[str, int] = {}
    families: list[dict[int, float]] = [{}] * len(words)
    weight: dict[int, int] = {}
    leaders: dict[int, int] = {}  # class → the word that leads it
    for at in order:
        keys = known[at].keys
        found = {owner[key]: key for key in reversed(keys) if key in owner}  # with the first key of several
        if not found:
            number = len(leaders)
            leaders[number] = at
            owner |= dict.fromkeys(keys, number)
            families[at] = {number: EXACT}
        elif len(found) == 1:
            families[at] = dict.fromkeys(found, EXACT)
        else:
            ranked = sorted(found, key=lambda number: (_STEM in found[number], _unlike(words[at], found[number]), -weight[number], number))
            families[at] = {ranked[0]: EXACT} | {number: SECOND for number in ranked[1:3]}
        first = next(iter(families[at]))
        weight[first] = weight.get(first, 0) + counts[at]
    for number, near in _near_leaders(leaders, known, weight):
        at = leaders[number]
        families[at] = families[at] | {one: SLIP for one in near}
    return Classes(_shared(families), _shared(_givens(words, known, families, leaders)))


def _shared(classes: list[dict[int, float]]) -> list[dict[int, float]]:
    """The same, words of the same classes having one and the same thing."""
    kept: dict[tuple, dict[int, float]] = {}
    return [kept.setdefault(tuple(some.items()), some) for some in classes]


def _unlike(word: str, key: str) -> int:
    return OSA.distance(word, key.split(_STEM)[-1])


def _near_leaders(leaders: dict[int, int], known: Sequence[Word], weight: dict[int, int]) -> Iterator[tuple[int, list[int]]]:
    """Of each class the heavier ones whose leader is one slip away by sound, the heaviest first."""
    by_cut: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, at in leaders.items():
        for key in known[at].keys:
            if len(key) >= _LEAST_SLIP and _STEM not in key:
                own = (key, number)
                for cut in cuts_of(key):
                    by_cut[cut].append(own)
    near: dict[int, set[int]] = {number: set() for number in leaders}
    for some in [some for some in by_cut.values() if len(some) > 1]:
        for (key, number), (other, one) in combinations(some, 2):
            if number != one and one not in near[number] and number not in near[one] and OSA.distance(key, other, score_cutoff=1) <= 1:
                if weight[one] >= weight[number]:
                    near[number].add(one)
                if weight[number] >= weight[one]:
                    near[one].add(number)
    for number, some in near.items():
        if some:
            yield number, sorted(some, key=lambda one: (-weight[one], one))[:_MOST_SLIPS]


def cuts_of(key: str) -> Iterable[str]:
    """The key, and it without each of its letters."""
    return {key, *[key[:at] + key[at + 1 :] for at in range(len(key))]}


def _givens(words: Sequence[str], known: Sequence[Word], families: list[dict[int, float]], leaders: dict[int, int]) -> list[dict[int, float]]:
    """The given names by number; a word that is none we know counts by its class. A word one slip from a class led by a given name
    may be that name."""
    numbers = {one: number for number, one in enumerate(sorted({one for word in known for one in word.givens}))}
    own = [{numbers[one]: EXACT for one in word.givens} for word in known]
    found = []
    for at in range(len(words)):
        if own[at]:
            found.append(own[at])
            continue
        here: dict[int, float] = {}
        for number, worth in families[at].items():
            led = own[leaders[number]]
            if led:
                here |= {one: min(worth, SECOND) for one in led if one not in here}
            here[-1 - number] = worth
        found.append(here)
    return found
