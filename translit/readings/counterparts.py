"""One word of a name in a sister language: every answer its letters allow, weighed by how the other language spells.

The correspondences (``tables/correspondences``) say which letters may answer and how often; the letters of the other
language and the surnames known in it decide what they leave open: Марозаў is Морозов, not Марозов.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log
from typing import NamedTuple

from ..errors import UnknownLanguageError
from ..romanization.engine import rule_at
from ..tables.contexts import ContextWeights, context_weights
from ..tables.correspondences import Correspondence, Correspondences, correspondences
from ..tables.stresses import stress_laws
from ..tables.surnames import ROSTER_LANGUAGES
from .contexts import contexts_of, ending_of
from .plausibility import REACH, Model, model
from .stresses import Stress
from .surnames import answers_of, plain, stem_of, stems, surnames

SISTERS = ROSTER_LANGUAGES
_LEAVES_OUT = "ru"  # where ё is also written е, which makes no other answer
_BEAM = 32  # 48 give two thousand surnames no other answer among five
_EDGE = "^" * REACH
_LONGEST = 64  # letters of a word that is weighed
_ANSWERED = 6.0  # nats for an answer that a row of surnames gives
_KNOWN = 1.6  # nats for a surname that is known in the other language
_THROUGH, _LIKELIEST, _WIDE, _SELDOM = 0.7, 4, 10, 0.001  # what a third language's answers count, how many are asked
_ROW = "a row of surnames"
_SURE, _SPEAKS = 0.95, 0.1  # a share that leaves no choice to name; nats from which a context is named with one


class Draft(NamedTuple):
    """Letters that may answer a word: the logarithm of the shares of its rules, that of how likely its letters are in the
    other language, what the contexts say of both, and each open choice: the rule, where it stands, its answer."""

    text: str
    share: float
    letters: float
    likely: float
    choices: tuple[tuple[Correspondence, int, str], ...]


class Judged(NamedTuple):
    """A whole draft with how likely it is and what is known of it as a surname."""

    likely: float
    known: tuple[str, ...]
    draft: Draft


@dataclass(frozen=True, slots=True)
class Counterpart:
    """One spelling of a word in the other language, the natural logarithm of its likelihood, and the rules where
    its letters left a choice."""

    text: str
    likely: float
    reasons: tuple[str, ...]


def check_sisters(*langs: str) -> None:
    """Raise UnknownLanguageError for a language that has no correspondences."""
    for lang in langs:
        if lang not in SISTERS:
            raise UnknownLanguageError(lang, SISTERS)


@lru_cache(16384)
def counterparts(word: str, source: str, target: str, n: int = 5, withheld: bool = False) -> tuple[Counterpart, ...]:
    """The spellings of a lower-case ``word`` of ``source`` in ``target`` (be, ru, uk), likeliest first, at most ``n``.

    >>> [one.text for one in counterparts("ціханоўская", "be", "ru", 1)]
    ['тихановская']
    >>> counterparts("соловьёв", "ru", "be")[0].text, counterparts("крючков", "ru", "uk")[0].text
    ('салаўёў', 'крючков')

    With ``withheld``, surnames of people in the entity tables are not known, nor any row of surnames that has the word
    itself: so it is measured. Raises UnknownLanguageError.
    """
    check_sisters(source, target)
    if source == target:
        return (Counterpart(word, 0.0, ()),)
    if len(word) > _LONGEST:
        return (Counterpart(respelled(word, source, target), 0.0, ("longer than any name: each letter's first answer",)),)
    through = correspondences(source, target).through
    if not through:
        return _straight(word, source, target, n, withheld)
    straight = _straight(word, source, target, max(n, _WIDE), withheld)
    if straight[0].reasons[:1] == (_ROW,):
        return straight[:n]
    shares = _shares_through(word, source, through, target, withheld)
    both = (
        Counterpart(one.text, (1 - _THROUGH) * one.likely + _THROUGH * log(shares.get(one.text, 0.0) + _SELDOM), one.reasons)
        for one in straight
    )
    return tuple(sorted(both, key=lambda one: -one.likely)[:n])


def _shares_through(word: str, source: str, through: str, target: str, withheld: bool) -> dict[str, float]:
    """The answers in ``target`` to the answers in ``through``, each with its share (0 to 1)."""
    found: dict[str, float] = {}
    for between, share in _shares(word, source, through, withheld):
        for text, further in _shares(between, through, target, withheld):
            found[text] = found.get(text, 0.0) + share * further
    return found


@lru_cache(16384)
def _shares(word: str, source: str, target: str, withheld: bool) -> tuple[tuple[str, float], ...]:
    """The likeliest answers by the correspondences of the two languages alone, each with its share among them (0 to 1)."""
    found = _ranked(word, source, target, withheld)[0][:_LIKELIEST]
    chances = [exp(one.likely - found[0].likely) for one in found]
    return tuple((one.draft.text, chance / sum(chances)) for one, chance in zip(found, chances, strict=True))


def _straight(word: str, source: str, target: str, n: int, withheld: bool) -> tuple[Counterpart, ...]:
    """The answers by the correspondences of the two languages alone."""
    table, weights, ending = correspondences(source, target), context_weights(source, target), ending_of(word, source)
    ranked, stress = _ranked(word, source, target, withheld)
    return tuple(
        Counterpart(draft.text, likely, (*known, *_reasons(draft, word, ending, table, weights, stress)))
        for likely, known, draft in ranked[:n]
    )


def _ranked(word: str, source: str, target: str, withheld: bool) -> tuple[list[Judged], Stress | None]:
    """The answers judged, likeliest first, and the stress that their vowels were judged by."""
    table, weights = correspondences(source, target), context_weights(source, target)
    letters = model(target, people=False)
    answered = answers_of(source, target, not withheld).get(plain(word), frozenset())
    best: dict[str, Judged] = {}
    ending, laws = ending_of(word, source), stress_laws(target)
    stress = Stress(word, source, ending, table.vowels, weights, laws) if laws else None
    judged = (
        Judged(*_judged(one, stress, weights, letters, answered, withheld), one)
        for one in drafts(word, table, weights, letters)
    )
    for one in sorted(judged, key=lambda one: (-one.likely, one.draft.text)):
        best.setdefault(plain(one.draft.text) if target == _LEAVES_OUT else one.draft.text, one)
    return list(best.values()), stress


def respelled(word: str, source: str, target: str) -> str:
    """A lower-case ``word`` with each letter's first answer: enough for another spelling of one language.

    >>> respelled("святлана", "be", "be-tarask")
    'сьвятлана'
    """
    table, pieces, at = correspondences(source, target), [], 0
    while at < len(word):
        rule = rule_at(table, word, at)
        pieces.append(rule.answers[0][0] if rule is not None else word[at])
        at += len(rule.source) if rule is not None else 1
    return "".join(pieces)


def drafts(
    word: str, table: Correspondences, weights: ContextWeights, letters: Model, beam: int = _BEAM
) -> list[Draft]:
    """The likeliest answers to the whole ``word`` by rules, contexts and letters, at most ``beam``."""
    found = [Draft("", 0.0, 0.0, 0.0, ())]
    ending = ending_of(word, table.source)
    for rule, at, options in _steps_of(word, table):
        is_open = rule is not None and len(options) > 1
        spoken = _spoken(word, at, len(rule.source), ending, table, weights) if is_open else {}
        weighed = [
            (answer, log(share), weights.share * log(share), spoken.get(answer, 0.0)) for answer, share in options
        ]
        longer: dict[str, Draft] = {}
        for before in found:
            for answer, share, by_share, by_context in weighed:
                text, chance = before.text + answer, _chance(letters, before.text, answer)
                likely = before.likely + by_share + weights.letters * chance + by_context
                known = longer.get(text)
                if known is None or likely > known.likely:
                    choices = (*before.choices, (rule, at, answer)) if is_open else before.choices
                    longer[text] = Draft(text, before.share + share, before.letters + chance, likely, choices)
        found = sorted(longer.values(), key=lambda one: -one.likely)[:beam]
    return found


def _steps_of(
    word: str, table: Correspondences
) -> Iterator[tuple[Correspondence | None, int, tuple[tuple[str, float], ...]]]:
    """The rule for the next letters of ``word``, where they stand, and their answers; without a rule a letter stays."""
    at = 0
    while at < len(word):
        rule = rule_at(table, word, at)
        yield rule, at, rule.answers if rule is not None else ((word[at], 1.0),)
        at += len(rule.source) if rule is not None else 1


def _spoken(
    word: str, at: int, size: int, ending: str, table: Correspondences, weights: ContextWeights
) -> dict[str, float]:
    """What the contexts of the letters at ``at`` say for each answer, in nats."""
    found: dict[str, float] = {}
    for context in contexts_of(word, at, size, ending, table):
        for answer, nats in weights.answers.get(context, {}).items():
            found[answer] = found.get(answer, 0.0) + nats
    return found


def _chance(letters: Model, before: str, more: str) -> float:
    """The logarithm of how likely ``more`` is after ``before``, letter by letter."""
    padded, chance = f"{_EDGE}{before}"[-REACH:] + more, 0.0
    for at in range(len(more)):
        window = padded[at : at + REACH + 1]
        known = letters.memo.get(window)
        chance += letters.step(window) if known is None else known
    return chance


def _judged(
    draft: Draft, stress: Stress | None, weights: ContextWeights, letters: Model, answered: frozenset[str], withheld: bool
) -> tuple[float, tuple[str, ...]]:
    """How likely a whole answer is, with how such words end, where the stress can be, and what is known of it as a
    surname, which is told too."""
    word = plain(draft.text)
    likely = draft.likely + weights.letters * _chance(letters, draft.text, "$")
    likely += stress.worth(draft.text) if stress else 0.0
    if word in answered and not withheld:
        return likely + weights.stem + _ANSWERED, (_ROW,)
    if word in surnames(letters.lang, not withheld) and word not in answered:
        return likely + weights.stem + _KNOWN, ("a known surname",)
    if stems(letters.lang, not withheld)[stem_of(word, letters.lang)] > (word in answered):
        return likely + weights.stem, ("a known stem",)
    return likely, ()


def _reasons(
    draft: Draft, word: str, ending: str, table: Correspondences, weights: ContextWeights, stress: Stress | None
) -> Iterator[str]:
    """Each open choice with the context that spoke most for it, and where the word has its stress if they are right."""
    for rule, at, answer in draft.choices:
        if dict(rule.answers)[answer] >= _SURE:
            continue
        contexts = contexts_of(word, at, len(rule.source), ending, table)
        nats, context = max((weights.answers.get(one, {}).get(answer, 0.0), one) for one in contexts)
        yield f"{rule.name} → {answer or '∅'}" + (f", as in {context}" if nats > _SPEAKS else "")
    if stress and (stressed := stress.of(draft.text)) != word:
        yield f"stressed {stressed}"
