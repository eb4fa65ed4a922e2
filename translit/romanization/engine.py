"""One engine for every rule file: a plain reading of the rules, and capitals, which no rule file mentions.

The only truth about what a scheme writes: anything faster is filled by asking ``read_word``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import eq

from ..tables.rules import Context, Rule, Scheme
from ..text import CYRILLIC_LETTER, Letter
from .patterns import pattern_of

TIE = "\u0361"
_NO_CAPITALS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Piece:
    """What one rule made: the letters it took (``first`` to ``last``, exclusive) and what it wrote.

    ``rule`` is None for a letter the scheme does not know, which passes unchanged.
    """

    first: int
    last: int
    output: str
    rule: Rule | None


def read_word(scheme: Scheme, word: str) -> list[Piece]:
    """The lower-case letters of one cleaned word under the rules of ``scheme``, left to right."""
    pieces = []
    at = 0
    while at < len(word):
        rule = rule_at(scheme, word, at)
        if rule is None:
            pieces.append(Piece(at, at + 1, word[at], None))
            at += 1
        else:
            pieces.append(Piece(at, at + len(rule.source), rule.output, rule))
            at += len(rule.source)
    return pieces


def rule_at(scheme: Scheme, word: str, at: int) -> Rule | None:
    """The first rule that takes the letters from ``at`` on."""
    for rule in scheme.rules.get(word[at], ()):
        if (
            word.startswith(rule.source, at)
            and (not rule.after or _holds_before(rule.after, word, at))
            and (not rule.before or _holds_after(rule.before, word, at + len(rule.source)))
        ):
            return rule
    return None


def _holds_before(context: Context, word: str, at: int) -> bool:
    """Whether one alternative fits what stands left of ``at``; its last element is the nearest letter."""
    for sequence in context:
        place = at - len(sequence)
        for element in sequence:
            if not element.holds(word[place] if place >= 0 else None):
                break
            place += 1
        else:
            return True
    return False


def _holds_after(context: Context, word: str, at: int) -> bool:
    """Whether one alternative fits what stands from ``at`` on; its first element is the nearest letter."""
    for sequence in context:
        place = at
        for element in sequence:
            if not element.holds(word[place] if place < len(word) else None):
                break
            place += 1
        else:
            return True
    return False


def write_plain(scheme: Scheme, word: str) -> str | None:
    """The short way with a word of plain Cyrillic letters that all are small, all capital, or small but the first;
    None for any other, and for one with a letter that no rule takes."""
    lower = word.lower()
    if len(lower) != len(word):
        return None
    first_only = word[1:] == lower[1:]
    if not first_only and any(map(eq, word, lower)):
        return None
    written = pattern_of(scheme).write(lower)
    if CYRILLIC_LETTER.search(written):
        return None
    if word == lower:
        return written
    if not first_only:
        return upper(written, scheme.capitals)
    first = rule_at(scheme, lower, 0).output
    return capitalize(first, scheme.capitals) + written[len(first) :]


def is_all_capital(letters: list[Letter]) -> bool:
    """Whether a word of two or more cased letters has no small one."""
    cased = [letter for letter in letters if letter.capital or letter.char != letter.char.upper()]
    return len(cased) > 1 and all(letter.capital for letter in cased)


def write_piece(
    piece: Piece, letters: list[Letter], all_capital: bool, capitals: Mapping[str, str] = _NO_CAPITALS
) -> str:
    """The output of one piece with its capitals.

    Several letters from one capital stay capital only inside an all-capital word; letters under a tie go together.
    ``capitals`` are a scheme's own capitals of letters.
    """
    if not letters[piece.first].capital:
        return piece.output
    return (upper if all_capital else capitalize)(piece.output, capitals)


def capitalize(output: str, capitals: Mapping[str, str] = _NO_CAPITALS) -> str:
    """``output`` with its first cased letter, and what a tie joins to it, in capitals.

    >>> capitalize("shch"), capitalize("i\u0361a") == "I\u0361A", capitalize("·y"), capitalize("il", {"i": "İ"})
    ('Shch', True, '·Y', 'İl')
    """
    for at, char in enumerate(output):
        if char.upper() != char:
            end = at + 1
            while output[end : end + 1] == TIE:
                end += 2
            return output[:at] + upper(output[at:end], capitals) + output[end:]
    return output


def upper(output: str, capitals: Mapping[str, str] = _NO_CAPITALS) -> str:
    """Upper case letter by letter: a letter whose capital is longer than itself stays."""
    if not capitals and output.isascii():
        return output.upper()
    return "".join(capitals.get(char) or (char.upper() if len(char.upper()) == 1 else char) for char in output)
