"""Names of several words: which words agree in case, number and gender, and which stay as they stand.

People's names agree throughout (Каржыцкага Дзяніса Леанідавіча); of a name for a thing the head agrees with its
adjectives, and what follows stands fast (Міністэрству абароны, Рэспублікі Беларусь).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from ..tables.inflection import ADJECTIVES_AFTER, ALL, CASES, HEAD_LAST, LAST, PERSONAL, PLURAL, SINGULAR, inflection_of
from .stems import ANY_KIND
from .units import Choice, Unit, choices_of, prior

ADJECTIVE_HEAD = 0.3
_FAST, _FAST_BEFORE = 1.5, 3.0
_WITH_GIVEN, _WITHOUT_GIVEN, _FIRST_WORD = 3.0, 0.3, 8.0
_BESIDE_PERSON = 0.05  # a thing beside words that stand fast, where all agree as a person's name: Софии Петровой
_MOST_CHOICES, _MOST_WORDS = 3, 8
_GENDERS = ("m", "f", "n", "")


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One way to read the whole: a choice for each unit, None where a unit stands fast."""

    case: str
    gender: str
    number: str
    weight: float
    choices: tuple[Choice | None, ...]


def hypotheses(
    units: list[Unit], lang: str, gender: str | None = None, case: str | None = None
) -> Iterator[Hypothesis]:
    """Every way to read ``units`` together; only in ``case``, or of a person of ``gender``, when given."""
    if len(units) > _MOST_WORDS:
        return
    cases = CASES if case is None else (case,)
    inflection = inflection_of(lang)
    moves = inflection.moves if inflection is not None else ALL
    fast = len(units) - 1 if moves == LAST else 0
    person = 1.0
    for one in _people(units[fast:], lang, (gender,) if gender else ("m", "f"), cases):
        if len(one.choices) > 1 and _has_known_given(one):
            person = _BESIDE_PERSON
        yield replace(one, choices=(*[None] * fast, *one.choices)) if fast else one
    if gender is not None:
        return
    starts = range(len(units) - 1, -1, -1) if moves == HEAD_LAST else (fast,)
    for start in starts:
        for one in _things(units[start:], lang, cases, moves == ADJECTIVES_AFTER):
            if moves in (ALL, ADJECTIVES_AFTER) or one.choices[-1] is not None:
                weight = one.weight * _FAST_BEFORE**start * (person if None in one.choices else 1.0)
                yield replace(one, weight=weight, choices=(*[None] * start, *one.choices))


def _people(units: list[Unit], lang: str, genders: tuple[str, ...], cases: tuple[str, ...]) -> Iterator[Hypothesis]:
    if len(units) > 1 and any(unit.is_small and not unit.is_fast for unit in units):
        return
    if all(unit.is_fast for unit in units) or (len(units) > 1 and units[-1].is_small):
        return
    per_unit = [None if unit.is_fast and len(units) > 1 else _personal(choices_of(unit, lang)) for unit in units]
    if len(units) > 1 and per_unit[0] is not None:
        per_unit[0] = [_likelier_given(one) for one in per_unit[0]]
    moving = sum(choices is not None for choices in per_unit)
    by_case = [None if choices is None else _by_case(choices) for choices in per_unit]
    for number, gender, case in product((SINGULAR, PLURAL), genders, cases):
        if options := _options(by_case, gender, number, case):
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
    return _WITH_GIVEN if _has_known_given(hypothesis) else _WITHOUT_GIVEN


def _has_known_given(hypothesis: Hypothesis) -> bool:
    return any(
        one is not None and (one.kind == "patronymic" or one.kind == "given" and one.known) for one in hypothesis.choices
    )


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
            heads += [replace(one, weight=one.weight * ADJECTIVE_HEAD) for one in adjectives]
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
    alike = {number: [_by_case([one for one in some if one.base_number == number]) for some in agreeing] for number in (SINGULAR, PLURAL)}
    for number, gender, case, base_number in product((SINGULAR, PLURAL), _GENDERS, cases, (SINGULAR, PLURAL)):
        if number == SINGULAR and (gender == "" or base_number == PLURAL):
            continue
        if options := _options(alike[base_number], gender, number, case):
            weight = prior("noun", case, number, base_number) * _FAST**fast
            yield from _combined([*options, *[[None]] * fast], case, gender, number, weight)


# the choices of a unit by number and case, the likeliest first
ByCase = dict[tuple[str, str], list[Choice]]


def _by_case(choices: list[Choice]) -> ByCase:
    found: ByCase = {}
    for one in sorted(choices, key=lambda one: -one.weight):
        for case in one.cases:
            found.setdefault((one.number, case), []).append(one)
    return found


def _options(units: list[ByCase | None], gender: str, number: str, case: str) -> list[list[Choice | None]]:
    """The likeliest choices of each unit where all agree; nothing where they do not."""
    if not all([choices is None or (number, case) in choices for choices in units]):  # soon said of most
        return []
    options = [_best(choices, gender, number, case) for choices in units]
    return options if all(options) else []


def _best(choices: ByCase | None, gender: str, number: str, case: str) -> list[Choice | None]:
    """The likeliest choices with different bases in one case; [None] for a unit that stands fast."""
    if choices is None:
        return [None]
    kept: dict[tuple[str, ...], Choice] = {}
    for one in choices.get((number, case), ()):
        if not gender or gender in one.gender or not one.gender:
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
