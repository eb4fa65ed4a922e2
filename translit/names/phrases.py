"""Names of several words: which words agree in case, number and gender, and which stay as they stand.

People's names agree throughout (Каржыцкага Дзяніса Леанідавіча); of a name for a thing the head agrees with its
adjectives, and what follows stands fast (Міністэрству абароны, Рэспублікі Беларусь).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import product

from ..tables.inflection import (
    ADJECTIVES_AFTER, ALL, CASES, HEAD_LAST, LAST, PERSONAL, PLURAL, SINGULAR, Inflection, inflection_of,
)  # fmt: skip
from ..text import APOSTROPHES, HYPHENS, WORD
from .lexicon import lexicon_of
from .paradigms import Reading
from .stems import ANY_KIND, base_of, plain, readings_of

# how often people, and things, stand in each case in running text
_PEOPLE = {"nom": 0.5, "gen": 0.22, "dat": 0.07, "acc": 0.09, "ins": 0.08, "loc": 0.03, "voc": 0.01}
_THINGS = {"nom": 0.25, "gen": 0.28, "dat": 0.05, "acc": 0.12, "ins": 0.05, "loc": 0.245, "voc": 0.005}
_PLURAL_PEOPLE, _PLURAL_THINGS = 0.05, 0.05
_FAST, _FAST_BEFORE, _FAST_IN_HYPHENS = 1.5, 3.0, 0.3
_MOST_CHOICES, _MOST_WORDS = 3, 8
_LONGEST_PARTICLE = 4
_ADJECTIVE_HEAD = 0.3
_WITH_GIVEN, _WITHOUT_GIVEN, _FIRST_WORD = 3.0, 0.3, 8.0
_GENDERS = ("m", "f", "n", "")

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


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One way to read the whole: a choice for each unit, None where a unit stands fast."""

    case: str
    gender: str
    number: str
    weight: float
    choices: tuple[Choice | None, ...]


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
        return _PEOPLE[case] * (_PLURAL_PEOPLE if number != base_number else 1.0)
    return _THINGS[case] * (_PLURAL_THINGS if number != base_number else 1.0)


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
    known = [other for other in fitting if lexicon_of(inflection).has(f"{other.base}-{reading.base}")] if fitting else []
    best = [max(some, key=lambda one: one.weight) for some in (fitting, alike, known) if some]
    return list({one.base: one for one in best}.values())


def _genders_meet(one: str, other: str) -> bool:
    return not one or not other or one in other or other in one


def hypotheses(units: list[Unit], lang: str, gender: str | None = None, case: str | None = None) -> Iterator[Hypothesis]:
    """Every way to read ``units`` together; only in ``case``, or of a person of ``gender``, when given."""
    if len(units) > _MOST_WORDS:
        return
    cases = CASES if case is None else (case,)
    inflection = inflection_of(lang)
    moves = inflection.moves if inflection is not None else ALL
    fast = len(units) - 1 if moves == LAST else 0
    for one in _people(units[fast:], lang, (gender,) if gender else ("m", "f"), cases):
        yield replace(one, choices=(*[None] * fast, *one.choices)) if fast else one
    if gender is not None:
        return
    starts = range(len(units) - 1, -1, -1) if moves == HEAD_LAST else (fast,)
    for start in starts:
        for one in _things(units[start:], lang, cases, moves == ADJECTIVES_AFTER):
            if moves in (ALL, ADJECTIVES_AFTER) or one.choices[-1] is not None:
                yield replace(one, weight=one.weight * _FAST_BEFORE**start, choices=(*[None] * start, *one.choices))


def _people(units: list[Unit], lang: str, genders: tuple[str, ...], cases: tuple[str, ...]) -> Iterator[Hypothesis]:
    if len(units) > 1 and any(unit.is_small and not unit.is_fast for unit in units):
        return
    if all(unit.is_fast for unit in units):
        return
    per_unit = [None if unit.is_fast and len(units) > 1 else _personal(choices_of(unit, lang)) for unit in units]
    if len(units) > 1 and per_unit[0] is not None:
        per_unit[0] = [_likelier_given(one) for one in per_unit[0]]
    moving = sum(choices is not None for choices in per_unit)
    for number, gender, case in product((SINGULAR, PLURAL), genders, cases):
        options = [_best(choices, gender, number, case) for choices in per_unit]
        if all(options):
            for one in _combined(options, case, gender, number, prior("surname", case, number, SINGULAR)):
                yield one if moving == 1 else replace(one, weight=one.weight * _given_factor(one))


def _personal(choices: tuple[Choice, ...]) -> list[Choice]:
    return [one for one in choices if one.kind in PERSONAL or one.kind == ANY_KIND]


def _likelier_given(choice: Choice) -> Choice:
    """The choice of a first word, where most given names stand, also those we do not know."""
    unknown = choice.kind == "given" and not choice.known
    return replace(choice, weight=choice.weight * _FIRST_WORD) if unknown else choice


def _given_factor(hypothesis: Hypothesis) -> float:
    """What a known given name or a patronymic among the words, or the lack of one, says for a person."""
    for one in hypothesis.choices:
        if one is not None and (one.kind == "patronymic" or (one.kind == "given" and one.known)):
            return _WITH_GIVEN
    return _WITHOUT_GIVEN


def _things(
    units: list[Unit], lang: str, cases: tuple[str, ...], adjectives_after: bool = False
) -> Iterator[Hypothesis]:
    """Adjectives, then the noun they agree with, then perhaps more such adjectives (else only at the very end:
    Вялікае Княства Літоўскае); the rest stands fast."""
    before: list[list[Choice]] = []
    for at, unit in enumerate(units):
        choices = [one for one in choices_of(unit, lang) if one.kind not in PERSONAL]
        adjectives = [one for one in choices if one.kind == "adjective"]
        heads = [one for one in choices if one.kind == "noun"]
        if at == len(units) - 1:
            heads += [replace(one, weight=one.weight * _ADJECTIVE_HEAD) for one in adjectives]
        yield from _heads([*before, heads], len(units) - at - 1, cases)
        after: list[list[Choice]] = []
        for further in range(at + 1, len(units)):
            after.append([one for one in choices_of(units[further], lang) if one.kind == "adjective"])
            if adjectives_after or further == len(units) - 1:
                yield from _heads([*before, heads, *after], len(units) - further - 1, cases)
        if not adjectives:
            return
        before.append(adjectives)


def _heads(agreeing: list[list[Choice]], fast: int, cases: tuple[str, ...]) -> Iterator[Hypothesis]:
    """The ways the ``agreeing`` words agree, ``fast`` more words following."""
    if not all(agreeing):
        return
    for number, gender, case, base_number in product((SINGULAR, PLURAL), _GENDERS, cases, (SINGULAR, PLURAL)):
        if number == SINGULAR and (gender == "" or base_number == PLURAL):
            continue
        alike = [[one for one in some if one.base_number == base_number] for some in agreeing]
        options: list = [_best(some, gender, number, case) for some in alike]
        if all(options):
            weight = prior("noun", case, number, base_number) * _FAST**fast
            yield from _combined([*options, *[[None]] * fast], case, gender, number, weight)


def _best(choices: list[Choice] | None, gender: str, number: str, case: str) -> list[Choice | None]:
    """The likeliest choices with different bases in one case; [None] for a unit that stands fast."""
    if choices is None:
        return [None]
    fitting = [
        one
        for one in choices
        if one.number == number and case in one.cases and (not gender or gender in one.gender or not one.gender)
    ]
    fitting.sort(key=lambda one: -one.weight)
    kept: dict[tuple[str, ...], Choice] = {}
    for one in fitting:
        kept.setdefault(one.base, one)
        if len(kept) == _MOST_CHOICES:
            break
    return list(kept.values())


def _combined(options: list, case: str, gender: str, number: str, weight: float) -> Iterator[Hypothesis]:
    wide = 2 if len(options) < 4 else 1
    for chosen in product(*(some[:wide] if len(options) > 1 else some for some in options)):
        total = weight
        for one in chosen:
            total *= one.weight if one is not None else 1.0
        yield Hypothesis(case, gender, number, total, chosen)
