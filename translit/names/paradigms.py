"""Paradigms both ways: the bases one form may come from, and the forms of one base.

The tables say how a base inflects. Backwards, every ending that they make is looked up at the end of the form; a base
counts only where the paradigm that makes the ending is the one that rules it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from itertools import groupby, product
from operator import attrgetter
from typing import NamedTuple

from ..tables.inflection import CASES, PLURAL, SINGULAR, SOFTENS, START, Inflection, Paradigm, inflection_of
from .lexicon import lexicon_of

_SECOND_WAY = 0.4
_RARE_BASE = 0.04
_LEAST_BASE = 2


class Reading(NamedTuple):
    """One way to read a form: ``base`` (lower case), and as which kind of word, in which cases.

    ``keep`` letters of the form stay, ``ending`` comes on in the base. ``weight`` is how common such words are;
    ``known`` ones stand in the tables.
    """

    keep: int
    ending: str
    base: str
    cases: tuple[str, ...]
    gender: str
    number: str
    kind: str
    weight: float
    known: bool
    paradigm: Paradigm | None


class _Ending(NamedTuple):
    """What one ending of a form may be: it takes off ``off`` letters and puts on ``on``.

    ``kinds``: kind, weight, and the longer endings of bases that another paradigm rules.
    """

    off: int
    on: str
    cases: tuple[str, ...]
    number: str
    kinds: tuple[tuple[str, float, tuple[str, ...]], ...]
    paradigm: Paradigm


class _Making(NamedTuple):
    """An ending that a paradigm makes, before it is put on the stems of its bases: what it takes off and puts on (None where
    that hangs on the stem), and the kinds of words that have it in these cases, each with its weight."""

    ending: str
    off: int | None
    on: str
    cases: tuple[str, ...]
    number: str
    kinds: tuple[tuple[str, float], ...]
    paradigm: Paradigm


class Paradigms:
    """The paradigms of one language, ready to be asked."""

    def __init__(self, inflection: Inflection):
        self.inflection = inflection
        self._lexicon = lexicon_of(inflection)
        self._claims = self._claimed()
        self._makings = [making for paradigm in inflection.paradigms for making in self._made_by(paradigm)]
        self._by_last: dict[str, tuple[dict[str, list[_Ending]], int]] = {}

    def readings(self, form: str) -> list[Reading]:
        """Every reading of ``form`` (lower case); empty when no paradigm fits."""
        marked = START + form
        weigh, rare = self._lexicon.weigh, self.inflection.rare
        found = []
        endings, longest = self._by_last.get(marked[-1]) or self._index(marked[-1])
        for length in range(1, min(longest, len(marked)) + 1):
            for ending in endings.get(marked[-length:], ()):
                off, on, cases, number, kinds, paradigm = ending
                keep = len(form) - off
                base = form[:keep] + on
                if len(base) < _LEAST_BASE or not self._has_syllables(base, paradigm):
                    continue
                factor = 1.0
                if rare and (base.endswith(rare) or (off == 0 and form.endswith(rare))):
                    factor = _RARE_BASE
                gender = paradigm.gender
                for kind, weight, blocked in kinds:
                    if blocked and (START + base).endswith(blocked):
                        continue
                    weight, known = weigh(base, kind, gender, weight * factor)
                    found.append(Reading(keep, on, base, cases, gender, number, kind, weight, known, paradigm))
        return found

    def forms(self, base: str, reading: Reading, case: str, number: str) -> tuple[str, ...]:
        """The forms of ``base`` (lower case) in one case, the usual one first; empty when it has none."""
        paradigm = reading.paradigm
        if paradigm is None or paradigm.indeclinable:
            return (base,)
        return tuple(self._formed(base, paradigm, case, number, reading.kind))

    def _formed(self, base: str, paradigm: Paradigm, case: str, number: str, kind: str) -> Iterator[str]:
        stem = base[: len(base) - len(paradigm.cut)]
        for ending in paradigm.endings(case, number, kind):
            yield self._softened(stem) + ending[len(SOFTENS) :] if ending.startswith(SOFTENS) else stem + ending

    def oblique(self, base: str) -> set[str]:
        """The forms of ``base`` (lower case) in the singular but for the nominative, by every paradigm that its ending has."""
        found = set()
        for paradigm in self._by_last_of_base.get(base[-1:], ()):
            if (START + base).endswith(paradigm.ends):
                for kind, case in product(paradigm.weights, CASES[1:]):
                    found.update(self._formed(base, paradigm, case, SINGULAR, kind))
        return found

    @cached_property
    def _by_last_of_base(self) -> dict[str, list[Paradigm]]:
        """Paradigms that inflect by the last letters of their bases."""
        found: dict[str, list[Paradigm]] = {}
        for paradigm in self.inflection.paradigms:
            for last in {end[-1:] for end in paradigm.ends} if not paradigm.indeclinable else ():
                found.setdefault(last, []).append(paradigm)
        return found

    def _softened(self, stem: str) -> str:
        for hard, soft in self.inflection.softening:
            if stem.endswith(hard):
                return stem[: len(stem) - len(hard)] + soft
        return stem

    def _has_syllables(self, base: str, paradigm: Paradigm) -> bool:
        """Whether the stem has as many vowels as the paradigm asks: -ок is fleeting in Пашок, not in Блок."""
        if not paradigm.syllables:
            return True
        stem = base[: len(base) - len(paradigm.cut)]
        return sum(letter in self.inflection.vowels for letter in stem) >= paradigm.syllables

    # -------------------------------------------------------------- the index of endings

    def _claimed(self) -> dict[tuple[str, str, str], dict[str, list[str]]]:
        """Kind, gender and number → an ending → the longer endings that some paradigm rules."""
        claims: dict[tuple[str, str, str], dict[str, list[str]]] = {}
        for paradigm in self.inflection.paradigms:
            for kind in paradigm.weights if not paradigm.beside else ():
                longer = claims.setdefault((kind, paradigm.gender, paradigm.number), {})
                for end in paradigm.ends:
                    for at in range(1, len(end) + 1):
                        longer.setdefault(end[at:], []).append(end)
        return claims

    def _made_by(self, paradigm: Paradigm) -> Iterator[_Making]:
        """Every ending that ``paradigm`` makes, with the cases that it marks for which kinds of words."""
        by_pair: dict[tuple, dict[tuple[str, ...], list[tuple[str, float]]]] = {}
        for kind, weight in paradigm.weights.items():
            for pair, cases in self._cases_by_ending(paradigm, kind).items():
                by_pair.setdefault(pair, {}).setdefault(tuple(cases), []).append((kind, weight))
        for (ending, number, factor), by_cases in by_pair.items():
            common = _common(ending, paradigm.cut)
            off, on = (None, "") if ending.startswith(SOFTENS) else (len(ending) - common, paradigm.cut[common:])
            for cases, kinds in by_cases.items():
                weighed = tuple((kind, weight * factor) for kind, weight in kinds)
                yield _Making(ending, off, on, cases, number, weighed, paradigm)

    def _index(self, last: str) -> tuple[dict[str, list[_Ending]], int]:
        """What the ends of forms may be that have this last letter, and how long the longest is; worked out when first asked.

        Every ending that a paradigm makes is there once for each ending of its bases, as the paradigm has them.
        """
        index: dict[str, list[_Ending]] = {}
        for paradigm, makings in groupby(self._makings, key=attrgetter("paradigm")):
            some = [making for making in makings if making.ending[-1:] in (last, "", SOFTENS)]
            for end in paradigm.ends if some else ():
                stem = end[: len(end) - len(paradigm.cut)]
                longer: dict[str, tuple[str, ...]] = {}
                for ending, off, on, cases, number, kinds, _ in some:
                    places = self._places(stem, ending, paradigm.cut) if off is None else ((stem + ending, off, on),)
                    for key, less, more in places:
                        if key[-1:] == last:
                            longer = longer or {kind: self._longer(paradigm, kind, end) for kind in paradigm.weights}
                            weighed = tuple([(kind, weight, longer[kind]) for kind, weight in kinds])
                            index.setdefault(key, []).append(_Ending(less, more, cases, number, weighed, paradigm))
        self._by_last[last] = found = index, max(map(len, index), default=0)
        return found

    def _cases_by_ending(self, paradigm: Paradigm, kind: str) -> dict[tuple[str, str, float], list[str]]:
        """Ending, number and factor → the cases that it marks for one kind of word."""
        if paradigm.indeclinable:
            return {(paradigm.cut, SINGULAR, 1.0): list(CASES)}
        found: dict[tuple[str, str, float], list[str]] = {}
        for number in (SINGULAR, PLURAL):
            for case in CASES:
                for at, ending in enumerate(paradigm.endings(case, number, kind)):
                    found.setdefault((ending, number, 1.0 if at == 0 else _SECOND_WAY), []).append(case)
        return found

    def _places(self, stem: str, ending: str, cut: str) -> Iterator[tuple[str, int, str]]:
        """Where a form with ``ending`` on a stem that ends in ``stem`` is looked up: key, letters off, letters on."""
        if not ending.startswith(SOFTENS):
            common = _common(ending, cut)
            yield stem + ending, len(ending) - common, cut[common:]
            return
        rest = ending[len(SOFTENS) :]
        matched = False
        for hard, soft in self.inflection.softening:
            if stem.endswith(hard) and not matched:
                matched = True
                yield stem[: len(stem) - len(hard)] + soft + rest, len(soft + rest), hard + cut
            elif hard.endswith(stem) and hard != stem:
                yield soft + rest, len(soft + rest), hard + cut
        if not matched:
            yield from self._places(stem, rest, cut)

    def _longer(self, paradigm: Paradigm, kind: str, end: str) -> tuple[str, ...]:
        """The longer endings that other paradigms rule: words that have them are theirs."""
        if paradigm.beside:
            return ()
        longer = self._claims[kind, paradigm.gender, paradigm.number].get(end, ())
        return tuple(one for one in longer if one not in paradigm.ends)


def _common(one: str, other: str) -> int:
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    return at


@cache
def paradigms_of(lang: str) -> Paradigms | None:
    """The paradigms of ``lang`` (or its base language); None when no table has it or it is written through another."""
    inflection = inflection_of(lang)
    return Paradigms(inflection) if inflection is not None and inflection.paradigms else None
