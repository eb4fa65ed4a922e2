"""A rule file as one regular expression and one table of letters, which write a whole word at once.

It is made of the rules as ``read_word`` reads them, and held equal to it by test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from ..tables.rules import Context, Element, Rule, Scheme

OPEN, APART = "|", "\1"
EDGE = "\0"
_FIRST_SIGN = 0xE000  # of a private area, which no word has letters from


class Pattern(NamedTuple):
    """``find`` puts a sign where rules take more than one letter or look around, by ``signed``, which is told by the group that
    each rule ends with; None where there are no such rules. ``table`` has what all letters and signs write. ``edge`` stands for
    what is beyond a word, as far as the rules look."""

    find: Callable[[Callable, str], str] | None
    signed: Callable[[re.Match[str]], str]
    table: dict[int, str | None]
    edge: str

    def write(self, word: str) -> str:
        """What ``read_word`` writes of the lower-case letters of a word, in one; an output that leaves several ways open, parted
        by OPEN, stands between two APART."""
        if self.find is not None:
            edge = self.edge
            word = self.find(self.signed, f"{edge}{word}{edge}")
        return word.translate(self.table)


@cache
def pattern_of(scheme: Scheme) -> Pattern:
    """The rules of a scheme or an orthography in one pattern."""
    table: dict[int, str | None] = {ord(EDGE): None}
    signs: dict[str, str] = {}
    order: list[str | None] = [None]
    branches = []
    for first, rules in scheme.rules.items():
        own = []
        for rule in rules:
            if rule.source == first and not rule.after and not rule.before:
                table[ord(first)] = _told_apart(rule.output)
                break
            sign = signs.setdefault(rule.output, chr(_FIRST_SIGN + len(signs)))
            order.append(sign)
            own.append(_expression(rule))
        if own:
            branches.append(f"{re.escape(first)}(?:{'|'.join(own)})")
    table |= {ord(sign): _told_apart(output) for output, sign in signs.items()}
    sequences = [sequence for rules in scheme.rules.values() for rule in rules for sequence in (*rule.after, *rule.before)]
    edge = EDGE * max(map(len, sequences), default=0)
    find = re.compile("|".join(branches)).sub if branches else None
    return Pattern(find, lambda found: order[found.lastindex], table, edge)


def _told_apart(output: str) -> str:
    return f"{APART}{output}{APART}" if OPEN in output else output


def _expression(rule: Rule) -> str:
    """A rule's letters but for the first, where they may stand, and a group that tells that it was this rule."""
    before = f"(?={'|'.join(_sequences(rule.before))})" if rule.before else ""
    behind = "|".join(f"(?<={sequence}{re.escape(rule.source)})" for sequence in _sequences(rule.after))
    return re.escape(rule.source[1:]) + before + (f"(?:{behind})" if behind else "") + "()"


def _sequences(context: Context) -> Iterable[str]:
    return ("".join(map(_place, sequence)) for sequence in context)


def _place(element: Element) -> str:
    letters = EDGE if element.edge else "".join(map(re.escape, sorted(element.letters)))
    return f"[{'^' if element.negated else ''}{letters}]"
