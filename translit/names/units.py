"""The words of a name, each with its hyphens, and every way to read one: case, gender, number, how likely."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import product

from ..tables.inflection import CASES, PERSONAL, Inflection, inflection_of
from ..text import APOSTROPHES, HYPHENS, WORD
from .lexicon import lexicon_of
from .paradigms import Reading
from .stems import ANY_KIND, base_of, plain, readings_of

# how often people, and things, stand in each case in running text
_PEOPLE = {"nom": 0.5, "gen": 0.22, "dat": 0.07, "acc": 0.09, "ins": 0.08, "loc": 0.03, "voc": 0.01}
_THINGS = {"nom": 0.25, "gen": 0.28, "dat": 0.05, "acc": 0.12, "ins": 0.05, "loc": 0.245, "voc": 0.005}
_PLURAL = 0.05
_FAST_IN_HYPHENS = 0.3
_LONGEST_PARTICLE, _MOST_PARTS = 4, 3

_UNIT = re.compile(rf"{WORD.pattern}(?:[{HYPHENS}]{WORD.pattern})*[{APOSTROPHES}]?")

Parts = tuple[tuple[str, Reading | None], ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """One word with its hyphens, and what stands before it: ``parts`` are words, joined by ``hyphens``."""

    gap: str
    parts: tuple[str, ...]
    hyphens: tuple[str, ...]

    @property
    def is_fast(self) -> bool:
        """Whether it never inflects in a person's name: an initial, a particle in small letters."""
        word = self.parts[-1]
        return len(self.parts) == 1 and (len(word) == 1 or (word.islower() and len(word) <= _LONGEST_PARTICLE))

    @property
    def is_small(self) -> bool:
        """Whether it begins with a small letter."""
        return self.parts[0][:1].islower()


@dataclass(frozen=True, slots=True)
class Choice:
    """One reading of a unit; ``parts`` hold each word's reading, None for a word that stands fast."""

    cases: tuple[str, ...]
    gender: str
    number: str
    base_number: str
    kind: str
    weight: float
    known: bool
    parts: Parts

    @property
    def base(self) -> tuple[str, ...]:
        """The base forms of the unit's words."""
        return tuple(word if reading is None else base_of(word, reading) for word, reading in self.parts)


def split_units(text: str) -> tuple[list[Unit], str]:
    """The units of a cleaned text and what follows the last one."""
    units, end = [], 0
    for found in _UNIT.finditer(text):
        pieces = re.split(rf"([{HYPHENS}])", found.group())
        words = tuple(plain(word) for word in pieces[::2])
        units.append(Unit(text[end : found.start()], words, tuple(pieces[1::2])))
        end = found.end()
    return units, text[end:]


def join_units(units: list[Unit], words: list[tuple[str, ...]], tail: str) -> str:
    """The text of ``units`` with other ``words`` in the same places."""
    pieces = []
    for unit, parts in zip(units, words, strict=True):
        pieces.append(unit.gap)
        for word, hyphen in zip(parts, (*unit.hyphens, ""), strict=True):
            pieces += (word, hyphen)
    return "".join([*pieces, tail])


@cache
def chances(kind: str, cases: tuple[str, ...], number: str, base_number: str) -> tuple[float, float, str]:
    """How often a word of ``kind`` stands in any of ``cases``, how often in the likeliest of them, and which that is.

    A word that never changes says nothing of its case, so it is as likely as all of them together.
    """
    each = [prior(kind, case, number, base_number) for case in cases]
    best = max(each)
    return (1.0 if len(cases) == len(CASES) else sum(each)), best, cases[each.index(best)]


def prior(kind: str, case: str, number: str, base_number: str) -> float:
    """How often a word of ``kind`` stands in this case and number."""
    if kind == ANY_KIND:
        return 1.0 / len(CASES)
    if kind in PERSONAL:
        return _PEOPLE[case] * (_PLURAL if number != base_number else 1.0)
    return _THINGS[case] * (_PLURAL if number != base_number else 1.0)


@lru_cache(8192)
def choices_of(unit: Unit, lang: str) -> tuple[Choice, ...]:
    """Every way to read one unit. In a word with hyphens all parts agree, or only the last inflects."""
    last = readings_of(unit.parts[-1], lang)
    if len(unit.parts) == 1:
        return tuple(_choice(reading, ((unit.parts[0], reading),)) for reading in last)
    if any(word.islower() for word in unit.parts[1:]):  # Ростов-на-Дону
        fast = tuple((word, None) for word in unit.parts[1:])
        return tuple(_choice(one, ((unit.parts[0], one), *fast)) for one in readings_of(unit.parts[0], lang))
    found: list[Choice] = []
    for reading in last:
        fast = tuple((word, None) for word in unit.parts[:-1])
        found.append(_choice(reading, (*fast, (unit.parts[-1], reading)), _FAST_IN_HYPHENS))
        if len(unit.parts) > _MOST_PARTS:
            continue
        for agreeing in product(*(_agreeing(word, reading, lang) for word in unit.parts[:-1])):
            cases = tuple(case for case in reading.cases if all(case in one.cases for one in agreeing))
            if cases:
                parts = (*zip(unit.parts[:-1], agreeing, strict=True), (unit.parts[-1], reading))
                found.append(_choice(reading._replace(cases=cases), parts))
    inflection = inflection_of(lang)
    if inflection is None:
        return tuple(found)
    return tuple(_known_whole(one, inflection) for one in found)


def _known_whole(choice: Choice, inflection: Inflection) -> Choice:
    """A choice for a word with hyphens, likelier where it is known as a whole: Нью-Ёрк."""
    base = "-".join(choice.base).lower()
    weight, known = lexicon_of(inflection).weigh(base, choice.kind, choice.gender, choice.weight)
    return replace(choice, weight=weight, known=True) if known else choice


def _choice(reading: Reading, parts: Parts, factor: float = 1.0) -> Choice:
    base_number = reading.paradigm.number if reading.paradigm else reading.number
    return Choice(
        reading.cases, reading.gender, reading.number, base_number, reading.kind, reading.weight * factor,
        reading.known and factor == 1.0, parts,
    )  # fmt: skip


def _agreeing(word: str, reading: Reading, lang: str) -> list[Reading]:
    """The likeliest readings of ``word`` in a case and number of ``reading``, of its gender and sort of kind: one of
    any paradigm, one of the same, one that makes a name known as a whole (Кара-Мурза)."""
    fitting = [
        other
        for other in readings_of(word, lang)
        if other.number == reading.number
        and other.kind != ANY_KIND
        and (reading.kind == ANY_KIND or (other.kind in PERSONAL) == (reading.kind in PERSONAL))
        and _genders_meet(other.gender, reading.gender)
        and not set(other.cases).isdisjoint(reading.cases)
    ]
    alike = [other for other in fitting if other.paradigm is reading.paradigm]
    inflection = inflection_of(lang)
    lexicon = lexicon_of(inflection) if inflection is not None else None
    known = [other for other in fitting if lexicon is not None and lexicon.has(f"{other.base}-{reading.base}")]
    best = [max(some, key=lambda one: one.weight) for some in (fitting, alike, known) if some]
    return list({one.base: one for one in best}.values())


def _genders_meet(one: str, other: str) -> bool:
    return not one or not other or one in other or other in one
