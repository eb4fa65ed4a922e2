"""One word of a name in a sister language: every answer its letters allow, weighed by how the other language spells.

The correspondences (``tables/correspondences``) say which letters may answer and how often; the letters of the other
language and the surnames known in it decide what they leave open: Марозаў is Морозов, not Марозов.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import log

from ..errors import UnknownLanguageError
from ..romanization.engine import rule_at
from ..tables.correspondences import Correspondences, correspondences
from ..tables.surnames import ROSTER_LANGUAGES
from .plausibility import REACH, Model, model
from .surnames import answers_of, plain, stem_of, stems, surnames

SISTERS = ROSTER_LANGUAGES
_LEAVES_OUT = "ru"  # where ё is also written е, which makes no other answer
_BEAM = 48
_LONGEST = 64  # letters of a word that is weighed
_LETTERS = 0.3  # how much the letters of the other language count beside the correspondences
_ANSWERED = 6.0  # nats for an answer that a row of surnames gives
_KNOWN = 1.6  # nats for a surname that is known in the other language
_STEM = 1.2  # nats for a stem that is known in it with another ending


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
    table, letters = correspondences(source, target), model(target, people=False)
    answered = answers_of(source, target, not withheld).get(plain(word), frozenset())
    best: dict[str, Counterpart] = {}
    ended = (_judged(one, table, letters, answered, withheld) for one in _spelled(word, table, letters))
    for one in sorted(ended, key=lambda one: (-one.likely, one.text)):
        best.setdefault(plain(one.text) if target == _LEAVES_OUT else one.text, one)
    return tuple(best.values())[:n]


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


def _spelled(word: str, table: Correspondences, letters: Model) -> list[Counterpart]:
    """The likeliest spellings of the whole ``word`` by rules and letters."""
    found = [Counterpart("", 0.0, ())]
    at = 0
    while at < len(word):
        rule = rule_at(table, word, at)
        options = rule.answers if rule is not None else ((word[at], 1.0),)
        longer: dict[str, Counterpart] = {}
        for before in found:
            for answer, share in options:
                text = before.text + answer
                likely = before.likely + log(share) + _LETTERS * _steps(letters, before.text, answer)
                known = longer.get(text)
                if known is None or likely > known.likely:
                    reasons = before.reasons
                    if rule is not None and len(options) > 1:
                        reasons = (*reasons, f"{rule.name} → {answer or '∅'}")
                    longer[text] = Counterpart(text, likely, reasons)
        found = sorted(longer.values(), key=lambda one: -one.likely)[:_BEAM]
        at += len(rule.source) if rule is not None else 1
    return found


def _steps(letters: Model, before: str, more: str) -> float:
    """How likely ``more`` is after ``before``, letter by letter."""
    padded = f"{'^' * REACH}{before}{more}"
    return sum(letters.step(padded[at : at + REACH + 1]) for at in range(len(before), len(before) + len(more)))


def _judged(
    spelled: Counterpart, table: Correspondences, letters: Model, answered: frozenset[str], withheld: bool
) -> Counterpart:
    """A whole spelling with how such words end, what they seldom show, and what is known of it as a surname."""
    word = plain(spelled.text)
    likely = spelled.likely + _LETTERS * _steps(letters, spelled.text, "$")
    reasons = list(spelled.reasons)
    for one in table.seldom:
        if one.pattern.search(spelled.text):
            likely -= one.cost
            reasons.append(f"seldom: {one.name}")
    if word in answered and not withheld:
        return Counterpart(spelled.text, likely + _ANSWERED, ("a row of surnames", *reasons))
    if word in surnames(letters.lang, not withheld) and word not in answered:
        return Counterpart(spelled.text, likely + _KNOWN, ("a known surname", *reasons))
    if stems(letters.lang, not withheld)[stem_of(word, letters.lang)] > (word in answered):
        return Counterpart(spelled.text, likely + _STEM, ("a known stem", *reasons))
    return Counterpart(spelled.text, likely, tuple(reasons))
