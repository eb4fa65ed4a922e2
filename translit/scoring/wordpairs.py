"""The bonds of many pairs of words as numbers: whole arrays of pairs are looked through for those that anything may tie,
and only these are asked, each once, of the code that ties one pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from .arrays import circles_of, each, numbered, remembered
from .bonds import Bond, Token, bond_of, bond_of_initial, bond_of_strangers
from .initials import beginning_of, may_be_cut
from .kin import may_have_stems, share_stem
from .nearness import Masks, Spellings
from .relations import Facts, facts_in, facts_of
from .scripts import rough_keys
from .strangers import keys_of
from .ties import are_one


class Words:
    """The distinct tokens of some names, and the bonds of their pairs."""

    def __init__(self, tokens: Sequence[Token]):
        self.tokens = tokens
        self.bonds: list[Bond] = []
        self._numbers: dict[Bond, int] = {}
        facts = [_facts_of_any([facts_in(form, token.lang) for form in token.forms]) for token in tokens]
        self.masks = Masks(facts)
        self._spellings = Spellings([one.folded for one in facts], [one.spoken for one in facts])
        self._keys = [frozenset().union(*map(keys_of, token.forms)) if len(token.forms) > 1 else keys_of(token.forms[0]) for token in tokens]
        self._circles = circles_of(self._keys)
        self._scripts, self._script_ids = numbered(token.script for token in tokens)
        self._roles, roles = numbered(token.role for token in tokens)
        self._strangers = np.array([[self._number(bond_of_strangers(one, other)) for other in roles] for one in roles])
        self._known: dict[int, int] = {}
        self._begun: dict[int, int] = {}
        self.are_initials = np.array([token.role == "initial" for token in tokens], dtype=bool)
        self._beginnings, self._begin_so, self._by_themselves = _beginnings_of(tokens)
        self._ways = [beginning_of(token.text) for token in self._begin_so]

    def codes(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """The number of the bond of each pair of tokens."""
        found = self._strangers[self._roles[left], self._roles[right]]
        one_circle = np.flatnonzero(self._may_share(left, right))
        near = np.concatenate((one_circle, self.masks.are_alike(self.masks, left, right)))
        found[near] = remembered(self._known, left[near] * len(self.tokens) + right[near], self._ask)
        initial = np.flatnonzero(self.are_initials[left] | self.are_initials[right])
        if len(initial):
            pairs = self._beginnings[left[initial]] * len(self._begin_so) + self._beginnings[right[initial]]
            found[initial] = remembered(self._begun, pairs, self._ask_initials)
        return found

    def _ask(self, pairs: np.ndarray) -> list[int]:
        """The numbers of the bonds of pairs of tokens that may be tied."""
        left, right = np.divmod(pairs, len(self.tokens))
        tied = self._may_share(left, right)
        tied[tied] = [self._share(one, other) for one, other in each(left[tied], right[tied])]
        rest = np.flatnonzero(~tied)
        rest = rest[self.masks.are_alike(self.masks, left[rest], right[rest])]
        tied[rest] = self._spellings.are_near(left[rest], right[rest])
        rest = rest[~tied[rest]]
        rest = rest[self._may_have_stems(left[rest]) & self._may_have_stems(right[rest])]
        tied[rest] = [self._share_stem(one, other) for one, other in each(left[rest], right[rest])]
        found = self._strangers[self._roles[left], self._roles[right]]
        found[tied] = [self._number(bond_of(self.tokens[one], self.tokens[other])) for one, other in each(left[tied], right[tied])]
        return found.tolist()

    def _may_share(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Whether words may have a key in common, or what alphabets leave of them, where they are of two scripts."""
        found = self._circles[left] == self._circles[right]
        apart = np.flatnonzero(~found & (self._scripts[left] != self._scripts[right])) if len(self._script_ids) > 1 else ()
        if len(apart):
            found[apart] = self._may_share_roughly(left[apart], right[apart])
        return found

    def _may_share_roughly(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Whether words of two scripts may have in common what alphabets leave of them: each is read by the rules of its own, or of the
        other's."""
        ruled = self._scripts != self._script_ids.index("") if "" in self._script_ids else np.ones(len(self.tokens), dtype=bool)
        sides = [one * len(self._script_ids) + np.where(ruled[one], self._scripts[one], self._scripts[other]) for one, other in ((left, right), (right, left))]
        distinct, inverse = np.unique(np.concatenate(sides), return_inverse=True)
        read = [divmod(one, len(self._script_ids)) for one in distinct.tolist()]
        circles = circles_of([rough_keys(self.tokens[word].text, self._script_ids[script]) for word, script in read])[inverse]
        return circles[: len(left)] == circles[len(left) :]

    def _share(self, one: int, other: int) -> bool:
        if not self._keys[one].isdisjoint(self._keys[other]):
            return True
        left, right = self.tokens[one], self.tokens[other]
        if left.script == right.script:
            return False
        return not rough_keys(left.text, left.script or right.script).isdisjoint(rough_keys(right.text, right.script or left.script))

    def _may_have_stems(self, words: np.ndarray) -> np.ndarray:
        distinct, inverse = np.unique(words, return_inverse=True)
        return np.array([any(map(may_have_stems, self.tokens[word].forms)) for word in distinct.tolist()], dtype=bool)[inverse]

    def _share_stem(self, one: int, other: int) -> bool:
        return any(share_stem(form, other_form) for form in self.tokens[one].forms for other_form in self.tokens[other].forms)

    def _ask_initials(self, pairs: np.ndarray) -> list[int]:
        """The numbers of the bonds of pairs of beginnings, one of them an initial."""
        found = []
        for pair in each(*np.divmod(pairs, len(self._begin_so))):
            initial, name = pair if self._begin_so[pair[0]].role == "initial" else pair[::-1]
            fits = may_be_cut((self._ways[name],), self._ways[initial])
            is_one = name in self._by_themselves and are_one(self._begin_so[initial].text, self._begin_so[name].text)
            found.append(self._number(bond_of_initial(fits, is_one)))
        return found

    def _number(self, bond: Bond) -> int:
        number = self._numbers.setdefault(bond, len(self.bonds))
        if number == len(self.bonds):
            self.bonds.append(bond)
        return number


def _facts_of_any(forms: Sequence[Facts]) -> Facts:
    """The facts of a word that may stand for several forms: what any of them has."""
    first, *others = forms
    for one in others:
        spoken = tuple(dict.fromkeys((*first.spoken, one.folded, *one.spoken)))
        first = replace(
            first, always=first.always & one.always, ever=first.ever | one.ever, firsts=first.firsts | one.firsts, lacking=max(first.lacking, one.lacking), spoken=spoken, signs=0
        )
    return first


def _beginnings_of(tokens: Sequence[Token]) -> tuple[np.ndarray, list[Token], set[int]]:
    """A number for each token, and the first token of each number: tokens of one number are tied alike to every initial
    of these, since they begin alike. With the numbers that are of one token, which may agree with an initial by rule or table."""
    initials = [token for token in tokens if token.role == "initial"]
    letters = {beginning_of(token.text).folded for token in initials}
    sizes = sorted({len(some) for some in letters})
    keys = frozenset().union(*(keys_of(token.text) for token in initials))
    laws = frozenset().union(*(facts_of(token.text).spoken for token in initials))

    def beginning(token: Token) -> object:
        if token.role == "initial" or not keys.isdisjoint(keys_of(token.text)) or not laws.isdisjoint(facts_of(token.text).spoken):
            return token
        one = beginning_of(token.text)
        cut = tuple([one.folded[:size] for size in sizes if one.folded[:size] in letters])
        return cut, one.sounds, one.letters, one.letter_sounds, one.alone

    found: dict[object, int] = {}
    examples: list[Token] = []
    numbers, by_themselves = [], set()
    for token in tokens if initials else ():
        key = beginning(token)
        number = found.setdefault(key, len(examples))
        if number == len(examples):
            examples.append(token)
        if key is token:
            by_themselves.add(number)
        numbers.append(number)
    return np.array(numbers, dtype=np.int64), examples, by_themselves
