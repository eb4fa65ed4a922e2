"""Paradigms both ways: the bases one form may come from, and the forms of one base.

The tables say how a base inflects. Backwards, every pair of endings (form, base) that they make is looked up at the
end of the form; a base counts only where the paradigm that makes the pair is the one that rules it.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ..tables.inflection import CASES, PLURAL, SINGULAR, SOFTENS, START, Inflection, Paradigm, inflection_of
from .lexicon import lexicon_of

_SECOND_WAY = 0.4
_RARE_BASE = 0.04


class Reading(NamedTuple):
    """One way to read a form, in lower case: ``base``, and as which kind of word, in which cases.

    ``keep`` letters of the form stay, ``ending`` comes on in the base. ``weight`` is how common such words are.
    """

    keep: int
    ending: str
    base: str
    cases: tuple[str, ...]
    gender: str
    number: str
    kind: str
    weight: float
    paradigm: Paradigm | None


class _Pair(NamedTuple):
    cut: str
    ends: tuple[str, ...]
    blocked: tuple[str, ...]
    cases: tuple[str, ...]
    number: str
    kinds: tuple[tuple[str, float, tuple[str, ...]], ...]
    paradigm: Paradigm


class Paradigms:
    """The paradigms of one language, ready to be asked."""

    def __init__(self, inflection: Inflection):
        self.inflection = inflection
        self._lexicon = lexicon_of(inflection)
        self._pairs: dict[str, list[_Pair]] = {}
        for paradigm in inflection.paradigms:
            self._add(paradigm)
        self._longest = max((len(ending) for ending in self._pairs), default=0)

    def readings(self, form: str) -> list[Reading]:
        """Every reading of ``form`` (lower case), in table order; empty when no paradigm fits."""
        marked = START + form
        found = []
        for length in range(min(self._longest, len(marked)) + 1):
            for pair in self._pairs.get(marked[len(marked) - length :], ()):
                base = marked[: len(marked) - length] + pair.cut
                if len(base) < 3 or not base.endswith(pair.ends) or base.endswith(pair.blocked):
                    continue
                if pair.paradigm.syllables and self._syllables(base, pair) < pair.paradigm.syllables:
                    continue
                keep = max(len(form) - length, 0)
                plain = base[len(START) :]
                rare = base.endswith(self.inflection.rare) or (length == 0 and marked.endswith(self.inflection.rare))
                for kind, weight, blocked in pair.kinds:
                    if not base.endswith(blocked):
                        gender = pair.paradigm.gender
                        weight = self._lexicon.weigh(plain, kind, gender, weight * _RARE_BASE if rare else weight)
                        found.append(
                            Reading(keep, pair.cut, plain, pair.cases, gender, pair.number, kind, weight, pair.paradigm)
                        )
        return found

    def forms(self, base: str, reading: Reading, case: str, number: str) -> tuple[tuple[int, str], ...]:
        """The forms of ``base`` in one case as (letters kept, ending), the usual one first; empty without any."""
        paradigm = reading.paradigm
        if paradigm is None or paradigm.indeclinable:
            return ((len(base), ""),)
        stem = base[: len(base) - len(paradigm.cut)]
        found = []
        for ending in paradigm.endings(case, number, reading.kind):
            if ending.startswith(SOFTENS):
                key, soft = next(
                    (pair for pair in self.inflection.softening if stem.endswith(pair[0])), ("", "")
                )
                found.append((len(stem) - len(key), soft + ending[1:]))
            else:
                found.append((len(stem), ending))
        return tuple(found)

    def _syllables(self, base: str, pair: _Pair) -> int:
        stem = base[: len(base) - len(pair.cut)]
        return sum(letter in self.inflection.vowels for letter in stem)

    def _add(self, paradigm: Paradigm) -> None:
        kinds = tuple(
            (kind, weight, self._blocked(paradigm, kind)) for kind, weight in paradigm.weights.items()
        )
        made: dict[tuple, dict[str, list[str]]] = {}
        for kind, weight, blocked in kinds:
            for pair, case in self._endings(paradigm, kind):
                made.setdefault(pair, {}).setdefault(kind, []).append(case)
        for (ending, cut, apart, number, factor), by_kind in made.items():
            groups: dict[tuple[str, ...], list] = {}
            for kind, weight, blocked in kinds:
                if kind in by_kind:
                    groups.setdefault(tuple(by_kind[kind]), []).append((kind, weight * factor, blocked))
            for cases, group in groups.items():
                self._pairs.setdefault(ending, []).append(
                    _Pair(cut, paradigm.ends, apart, cases, number, tuple(group), paradigm)
                )

    def _endings(self, paradigm: Paradigm, kind: str):
        """Every pair of endings of ``paradigm`` with its case: (form's, base's, bases it is not for, number, factor)."""
        if paradigm.indeclinable:
            for case in CASES:
                yield (paradigm.cut, paradigm.cut, (), SINGULAR, 1.0), case
            return
        for number in (SINGULAR, PLURAL):
            for case in CASES:
                for at, ending in enumerate(paradigm.endings(case, number, kind)):
                    factor = 1.0 if at == 0 else _SECOND_WAY
                    if not ending.startswith(SOFTENS):
                        yield (ending, paradigm.cut, (), number, factor), case
                        continue
                    for key, soft in self.inflection.softening:
                        yield (soft + ending[1:], key + paradigm.cut, (), number, factor), case
                    apart = tuple(key + paradigm.cut for key, _ in self.inflection.softening)
                    yield (ending[1:], paradigm.cut, apart, number, factor), case

    def _blocked(self, paradigm: Paradigm, kind: str) -> tuple[str, ...]:
        """The longer endings of other paradigms of this kind and gender: words that have them are theirs."""
        if paradigm.beside:
            return ()
        return tuple(
            end
            for other in self.inflection.paradigms
            if other is not paradigm and not other.beside and kind in other.weights
            and other.gender == paradigm.gender and other.number == paradigm.number
            for end in other.ends
            if any(len(end) > len(own) and end.endswith(own) for own in paradigm.ends)
        )  # fmt: skip


@cache
def paradigms_of(lang: str) -> Paradigms | None:
    """The paradigms of ``lang`` (or its base language); None when no table has it or it is written through another."""
    inflection = inflection_of(lang)
    return Paradigms(inflection) if inflection is not None and inflection.paradigms else None
