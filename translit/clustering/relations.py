"""How two words of names are related, as family names, given names and patronymics: worked out once a pair.

Each relation is a number: 1 the same by rule or table, less where the class is not the likeliest or a slip parts them,
0 nothing known, -1 two names that the tables tell apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from rapidfuzz.distance import OSA

from .classes import EXACT, SECOND, SLIP, Classes
from .vocabulary import Word

CONTRADICTED = -1.0
NEAR, LIKE, ALIKE = 0.74, 0.6, 0.45
HINT = 0.05
_MOST, _WORD = 1 << 16, (1 << 32) - 1
_SOUNDS, _PARTNERS = 5, 8
_GENDERS = ("m", "f")


class Relations:
    """The relations of the words of one file, by their numbers. Of a word, ``family_class`` is its likeliest family class,
    ``given_class`` the likeliest given name that it is, ``father_class`` the likeliest father that it tells as a patronymic; ``fathers``
    those that a patronymic can tell, none where nobody knows; ``firsts`` what an initial of it can be."""

    def __init__(self, known: Sequence[Word], classes: Classes):
        self._known, self._families, self._givens = known, classes.families, classes.givens
        # asked so often that they are no methods but looked up at once; -1, no word, has no class and no father
        self.family_class: Callable[[int], int | None] = [*[next(iter(some)) for some in classes.families], None].__getitem__
        self.given_class: Callable[[int], int | None] = [*[next(iter(some)) for some in classes.givens], None].__getitem__
        self.father_class: Callable[[int], object] = [
            *[word.fathers[0] if word.fathers else next(iter(some)) for word, some in zip(known, classes.families, strict=True)], None
        ].__getitem__  # fmt: skip
        self.fathers: Callable[[int], tuple[str, ...]] = [*[word.fathers for word in known], ()].__getitem__
        self.firsts: Callable[[int], frozenset[str]] = [word.firsts for word in known].__getitem__
        self._sounds = [tuple([key for key in word.keys if ":" not in key][:_SOUNDS]) for word in known]
        self._fathers = {at: frozenset([*word.fathers, *[f"={key}" for key in word.keys]]) for at, word in enumerate(known) if word.gender}
        self._givens_of: dict[frozenset[str], frozenset] = {}
        self._fathers_of: dict[frozenset[str], frozenset] = {}
        # what was worked out, by the numbers of both words as one number; hot loops look into these themselves
        self.as_families, self.as_givens, self.as_patronymics = _Kept(self._family), _Kept(self._given), _Kept(self._patronymic)

    def learn(self, families: Sequence[tuple[int, int]], givens: Sequence[tuple[int, int]]) -> None:
        """Take pairs of family classes, and of given names, for one name each."""
        for pairs, classes in ((families, self._families), (givens, self._givens)):
            partners: dict[int, list[int]] = {}
            for one, other in pairs:
                partners.setdefault(one, []).append(other)
                partners.setdefault(other, []).append(one)
            for own in classes:
                for other in partners.get(next(iter(own)), ())[:_PARTNERS]:
                    own[other] = max(own.get(other, 0.0), SECOND)

    def families(self, word: int) -> dict[int, float]:
        """The family classes a word can be of, the likeliest first, each with its worth."""
        return self._families[word]

    def givens(self, word: int) -> dict[int, float]:
        """The given names a word can be, each with its worth."""
        return self._givens[word]

    @cached_property
    def sure_families(self) -> Callable[[int], tuple[int, ...]]:
        """The family classes that a word is outright, once the file has taught what it can."""
        return self._families_by_worth[0].__getitem__

    @cached_property
    def near_families(self) -> Callable[[int], tuple[int, ...]]:
        """The family classes that a word is a slip away from."""
        return self._families_by_worth[1].__getitem__

    @cached_property
    def sure_givens(self) -> Callable[[int], tuple[int, ...]]:
        """The given names that a word is outright."""
        return self._givens_by_worth[0].__getitem__

    @cached_property
    def near_givens(self) -> Callable[[int], tuple[int, ...]]:
        """The given names that a word is a slip away from."""
        return self._givens_by_worth[1].__getitem__

    @cached_property
    def _families_by_worth(self) -> tuple[list[tuple], list[tuple]]:
        return _by_worth(self._families)

    @cached_property
    def _givens_by_worth(self) -> tuple[list[tuple], list[tuple]]:
        return _by_worth(self._givens)

    def firsts_of_given(self, given: int) -> frozenset[str]:
        """What an initial of a given name can be, by all the words that can mean it."""
        return self._firsts_of_givens[given]

    def givens_of(self, initial: frozenset[str]) -> frozenset[int | None]:
        """The given names that an initial can stand for; None, which is no name, is always among them."""
        return _standing_for(initial, self._givens_by_first, self._givens_of)

    def fathers_of(self, initial: frozenset[str]) -> frozenset[str | None]:
        """The fathers whose patronymics an initial can stand for; None, which is nobody, is always among them."""
        return _standing_for(initial, self._fathers_by_first, self._fathers_of)

    def told_apart(self, words: Sequence[int]) -> frozenset[int]:
        """The given names that the tables tell apart from those of some words, which have none of them."""
        return self._reviewed if any(self._known[word].reviewed for word in words) else frozenset()

    @cached_property
    def _reviewed(self) -> frozenset[int]:
        pairs = zip(self._known, self._givens, strict=True)
        return frozenset(one for word, givens in pairs if word.reviewed for one, worth in givens.items() if worth == EXACT)

    @cached_property
    def _firsts_of_givens(self) -> dict[int, frozenset[str]]:
        sure: dict[int, frozenset[str]] = {}
        near: dict[int, frozenset[str]] = {}
        for word, givens in zip(self._known, self._givens, strict=True):
            for given, worth in givens.items():
                found = sure if worth >= SECOND else near
                found[given] = found.get(given, frozenset()) | word.firsts
        return near | sure

    @cached_property
    def _givens_by_first(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for given, firsts in self._firsts_of_givens.items():
            for first in firsts:
                found.setdefault(first, []).append(given)
        return found

    @cached_property
    def _fathers_by_first(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in {(id(word.fathers), id(word.firsts)): word for word in self._known if word.fathers}.values():  # they share them
            for father in word.fathers:
                for first in word.firsts:
                    found.setdefault(first, []).append(father)
        return found

    def family(self, one: int, other: int) -> float:
        """Two words as family names."""
        return EXACT if one == other else self.as_families[one << 32 | other]

    def are_one_family(self, one: int, other: int) -> bool:
        """Whether two words are likeliest one and the same family name."""
        return self.family_class(one) == self.family_class(other)

    def given(self, one: int, other: int) -> float:
        """Two words as given names."""
        return EXACT if one == other else self.as_givens[one << 32 | other]

    def patronymic(self, one: int, other: int) -> float:
        """Two words as patronymics."""
        return EXACT if one == other else self.as_patronymics[one << 32 | other]

    def _family(self, one: int, other: int) -> float:
        mine, yours = self._families[one], self._families[other]
        shared = EXACT if mine is yours else _shared(mine, yours)
        if shared:
            return shared
        return SLIP * 0.75 if self.likeness(one, other, NEAR) >= NEAR else 0.0

    def _given(self, one: int, other: int) -> float:
        mine, yours = self._givens[one], self._givens[other]
        shared = EXACT if mine is yours else _shared(mine, yours)
        if shared:
            return shared
        if self._known[one].reviewed and self._known[other].reviewed:
            return CONTRADICTED
        likeness = self.likeness(one, other)
        return SLIP * 0.75 if likeness >= NEAR else HINT if likeness >= ALIKE else 0.0

    def _patronymic(self, one: int, other: int) -> float:
        mine, yours = self._known[one], self._known[other]
        if mine.gender != yours.gender and mine.gender in _GENDERS and yours.gender in _GENDERS:
            return CONTRADICTED
        if one in self._fathers and other in self._fathers and not self._fathers[one].isdisjoint(self._fathers[other]):
            return EXACT
        if mine.fathers and yours.fathers:
            return CONTRADICTED
        return SLIP if self.likeness(one, other, NEAR) >= NEAR else CONTRADICTED

    def likeness(self, one: int, other: int, least: float = ALIKE) -> float:
        """How alike two words sound, ``least`` to 1, or 0."""
        best, sounds = 0.0, self._sounds[other]
        for a in self._sounds[one]:
            for b in sounds:
                found = OSA.normalized_similarity(a, b, score_cutoff=least)
                if found > best:
                    best = least = found
        return best


class _Kept(dict):
    """A relation by pairs of words, each worked out when first asked for; not too many are kept."""

    def __init__(self, relation: Callable[[int, int], float]):
        self._relation = relation

    def __missing__(self, pair: int) -> float:
        if len(self) >= _MOST:
            self.clear()
        found = self[pair] = self._relation(pair >> 32, pair & _WORD)
        return found


def _by_worth(classes: Sequence[dict[int, float]]) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]]]:
    """What each word is outright, and what it is a slip away from; nothing of -1, no word."""
    sure: dict[int, tuple[int, ...]] = {}
    near: dict[int, tuple[int, ...]] = {}
    for at, some in zip(map(id, classes), classes, strict=True):  # most words share them with others
        if at not in sure:
            if len(some) == 1:
                sure[at], near[at] = tuple(some), ()
            else:
                sure[at] = tuple([one for one, worth in some.items() if worth >= SECOND])
                near[at] = tuple([one for one, worth in some.items() if worth < SECOND])
    return [*map(sure.__getitem__, map(id, classes)), ()], [*map(near.__getitem__, map(id, classes)), ()]


def _standing_for(initial: frozenset[str], by_first: dict, kept: dict[frozenset[str], frozenset]) -> frozenset:
    if initial not in kept:
        kept[initial] = frozenset([None, *[one for first in initial for one in by_first.get(first, ())]])
    return kept[initial]


def _shared(left: dict[int, float], right: dict[int, float]) -> float:
    return max([min(worth, right[one]) for one, worth in left.items() if one in right], default=0.0)


def best_of(relation: Callable[[int, int], float | bool], left: tuple[int, ...], right: tuple[int, ...]) -> float:
    """How some words answer others: the best relation of any two; where both have several, the worst answer that a
    word of the shorter has (María Fernanda is not María Isabel)."""
    if len(left) == len(right) == 1:
        return relation(left[0], right[0])
    if not left or not right:
        return 0.0
    if len(left) == 1 or len(right) == 1:
        return max([relation(one, other) for one in left for other in right])
    shorter, longer = (left, right) if len(left) <= len(right) else (right, left)
    return min([max([relation(one, other) for other in longer]) for one in shorter])
