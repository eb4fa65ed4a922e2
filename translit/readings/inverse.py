"""A scheme read backwards: every Cyrillic word that it writes as a given Latin word.

A search from left to right over what each piece of the word may stand for. Contexts that look back are asked at once,
those that look ahead as soon as the letters ahead are known; what is left is romanized, and only words that come out
as the given one are readings: the engine is the only truth.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import inf

from ..romanization import romanize
from ..romanization.engine import capitalize, upper
from ..tables.rules import Context, Rule, Scheme
from .plausibility import REACH, Model

BEAM = 32  # prefixes of a word that are followed at once
_UNHEARD = 11.0
_ALIKE = 3  # of those that no later letter can tell apart


@dataclass(frozen=True, slots=True)
class Option:
    """One rule backwards, and the rules that would be tried before it."""

    rule: Rule
    rivals: tuple[Rule, ...]
    capital: bool

    def holds(self, word: str, at: int, done: bool) -> bool | None:
        """Whether the scheme takes this rule at ``at``; None while that hangs on letters still to come."""
        own = _holds(self.rule, word, at, done)
        if own is False:
            return False
        for rival in self.rivals:
            found = _holds(rival, word, at, done)
            if found:
                return False
            if found is None:
                own = None
        return own


@dataclass(slots=True)
class Prefix:
    """The beginning of a reading: its letters, which of them are capitals, and the pieces not yet sure."""

    word: str
    capitals: tuple[bool, ...]
    waiting: tuple[tuple[int, Option], ...]
    likely: float
    choices: tuple[str, ...]


class Inverse:
    """One scheme backwards: what a piece of a Latin word may stand for, by how its capitals are written."""

    def __init__(self, rules: Scheme):
        self.id = rules.id
        self.mixed: dict[str, list[Option]] = {}
        self.capital: dict[str, list[Option]] = {}
        self.look_back = REACH
        for some in rules.rules.values():
            for number, rule in enumerate(some):
                rivals = tuple(one for one in some[:number] if _meet(one.source, rule.source))
                output = unicodedata.normalize("NFC", rule.output)
                for table, written, big in (
                    (self.mixed, output, False),
                    (self.mixed, capitalize(output, rules.capitals), True),
                    (self.capital, upper(output, rules.capitals), True),
                ):
                    options = table.setdefault(written, [])
                    if not (big and table is self.mixed and written == output):
                        options.append(Option(rule, rivals, big))
                for one in (rule, *rivals):
                    self.look_back = max(self.look_back, *map(len, one.after), 0) if one.after else self.look_back
        self.longest = max(map(len, self.mixed))

    def read(self, word: str, model: Model, count: int, unheard: float = _UNHEARD) -> list[Prefix]:
        """The likeliest readings of ``word`` (NFC), best first; not yet romanized again.

        Silent letters ``unheard`` nats less likely than the word without are thought of only if there is no other way.
        """
        shouted = word == word.upper() and sum(char != char.lower() for char in word) > 1
        table = self.capital if shouted else self.mixed
        reached: list[list[Prefix]] = [[] for _ in range(len(word) + 1)]
        reached[0].append(Prefix("", (), (), 0.0, ()))
        for at in range(len(word)):
            prefixes = self._fittest(reached[at], count)
            prefixes += self._silently(prefixes, table, model, unheard)
            pieces = [
                (at + size, options)
                for size in range(1, min(self.longest, len(word) - at) + 1)
                if (options := table.get(word[at : at + size]))
            ]
            choice = sum(len(options) for _, options in pieces) > 1
            for prefix in prefixes:
                for end, options in pieces:
                    for option in options:
                        longer = _longer(prefix, option, model, choice)
                        if longer:
                            reached[end].append(longer)
        last = self._fittest(reached[-1], count)
        found = [ended for one in last + self._silently(last, table, model, unheard) if (ended := _ended(one, model))]
        if not found and unheard < inf:
            return self.read(word, model, count, inf)
        return sorted(found, key=lambda one: -one.likely)

    def _silently(
        self, prefixes: list[Prefix], table: dict[str, list[Option]], model: Model, unheard: float
    ) -> list[Prefix]:
        """``prefixes`` with one letter more that writes nothing."""
        silent = table.get("", ())
        return [
            longer
            for prefix in prefixes
            if prefix.word
            for option in silent
            if option.capital == (table is self.capital)
            and (longer := _longer(prefix, option, model, True))
            and longer.likely > prefix.likely - unheard
        ]

    def _fittest(self, prefixes: list[Prefix], count: int) -> list[Prefix]:
        """The likeliest prefixes, and no more than a few of those that all later letters treat alike."""
        kept: list[Prefix] = []
        alike: dict[tuple, int] = {}
        for prefix in sorted(prefixes, key=lambda one: -one.likely):
            size = len(prefix.word)
            key = (prefix.word[-self.look_back :], *((size - at, option.rule.name) for at, option in prefix.waiting))
            alike[key] = alike.get(key, 0) + 1
            if alike[key] <= max(_ALIKE, count):
                kept.append(prefix)
                if len(kept) == BEAM:
                    break
        return kept


@cache
def inverse(rules: Scheme) -> Inverse:
    """``rules`` backwards, compiled once."""
    return Inverse(rules)


def comes_out(word: str, latin: str, scheme_id: str) -> bool:
    """Whether the scheme writes ``word`` as ``latin`` (NFC)."""
    return unicodedata.normalize("NFC", romanize(word, scheme_id)) == latin


def _longer(prefix: Prefix, option: Option, model: Model, choice: bool) -> Prefix | None:
    rule = option.rule
    at = len(prefix.word)
    word = prefix.word + rule.source
    waiting = prefix.waiting
    if rule.after or rule.before or option.rivals:
        waiting = (*waiting, (at, option))
    if waiting:
        unsure = []
        for place, one in waiting:
            found = one.holds(word, place, False)
            if found is False:
                return None
            if found is None:
                unsure.append((place, one))
        waiting = tuple(unsure)
    likely = prefix.likely
    padded = f"{'^' * REACH}{word}"
    for place in range(at, len(word)):
        likely += model.step(padded[place : place + REACH + 1])
    capitals = (*prefix.capitals, option.capital, *(False,) * (len(rule.source) - 1))
    return Prefix(word, capitals, waiting, likely, (*prefix.choices, rule.name) if choice else prefix.choices)


def _ended(prefix: Prefix, model: Model) -> Prefix | None:
    if not all(option.holds(prefix.word, at, True) for at, option in prefix.waiting):
        return None
    padded = f"{'^' * REACH}{prefix.word}$"
    likely = prefix.likely + model.step(padded[-REACH - 1 :])
    return Prefix(prefix.word, prefix.capitals, (), likely, prefix.choices)


def _meet(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _holds(rule: Rule, word: str, at: int, done: bool) -> bool | None:
    """Whether ``rule`` fits at ``at`` of ``word``, which may go on unless ``done``: no, yes, or None for not known."""
    end = at + len(rule.source)
    if end > len(word) and not done and rule.source.startswith(word[at:]):
        return None if not rule.after or _any(_before(rule.after, word, at)) else False
    if not word.startswith(rule.source, at) or (rule.after and not _any(_before(rule.after, word, at))):
        return False
    return _any(_after(rule.before, word, end, done)) if rule.before else True


def _any(verdicts: Iterator[bool | None]) -> bool | None:
    found: bool | None = False
    for verdict in verdicts:
        if verdict:
            return True
        if verdict is None:
            found = None
    return found


def _before(context: Context, word: str, at: int) -> Iterator[bool]:
    for sequence in context:
        places = range(at - len(sequence), at)
        yield all(
            element.holds(word[place] if place >= 0 else None) for place, element in zip(places, sequence, strict=True)
        )


def _after(context: Context, word: str, end: int, done: bool) -> Iterator[bool | None]:
    for sequence in context:
        verdict: bool | None = True
        for place, element in enumerate(sequence, end):
            if place >= len(word) and not done:
                verdict = None
                break
            if not element.holds(word[place] if place < len(word) else None):
                verdict = False
                break
        yield verdict
