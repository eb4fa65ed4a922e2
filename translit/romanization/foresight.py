"""Whether a part of a word is enough to say what one of its letters writes."""

from __future__ import annotations

from functools import cache

from ..tables.rules import Context, Rule, Scheme

_NO, _MAYBE, _YES = range(3)


def is_open(scheme: Scheme, word: str, at: int, left_open: bool, right_open: bool) -> bool:
    """Whether letters outside ``word`` may change what the letter at ``at`` writes: at the left of it if
    ``left_open``, at the right if ``right_open``; a side that is not open ends there."""
    if word[at] not in _doubtful(scheme):
        return False
    view = _View(word, left_open, right_open)
    found = set()
    for start in _starts(scheme, view):
        outcome = _outcome(scheme, view, start, at)
        if outcome is None:
            return True
        found.add(outcome)
    return len(found) > 1


@cache
def _doubtful(scheme: Scheme) -> frozenset[str]:
    """The letters that a rule takes together with others, and those with a rule that looks two letters far or more."""
    found = set()
    for some in scheme.rules.values():
        for rule in some:
            if len(rule.source) > 1 or any(len(sequence) > 1 for sequence in (*rule.after, *rule.before)):
                found.update(rule.source)
    return frozenset(found)


class _View:
    def __init__(self, word: str, left_open: bool, right_open: bool):
        self.word = word
        self.left_open = left_open
        self.right_open = right_open

    def verdict(self, rule: Rule, at: int) -> int:
        """Whether ``rule`` takes the letters from ``at`` on."""
        end = at + len(rule.source)
        seen = self.word[at:end]
        if not rule.source.startswith(seen):
            return _NO
        fits = _YES if len(seen) == len(rule.source) else (_MAYBE if self.right_open else _NO)
        if fits and rule.after:
            fits = min(fits, self._holds(rule.after, at, before=True))
        if fits and rule.before:
            fits = min(fits, self._holds(rule.before, end, before=False))
        return fits

    def _holds(self, context: Context, at: int, before: bool) -> int:
        best = _NO
        for sequence in context:
            first = at - len(sequence) if before else at
            fits = min(self._element(element, first + step) for step, element in enumerate(sequence))
            best = max(best, fits)
        return best

    def _element(self, element, place: int) -> int:
        if 0 <= place < len(self.word):
            return _YES if element.holds(self.word[place]) else _NO
        if self.left_open if place < 0 else self.right_open:
            return _MAYBE
        return _YES if element.holds(None) else _NO


def _starts(scheme: Scheme, view: _View) -> list[int]:
    """Where the first piece of the part may begin: at its first letter, or after the end of a piece from outside."""
    starts = {0}
    if view.left_open:
        for some in scheme.rules.values():
            for rule in some:
                for taken in range(1, len(rule.source)):
                    tail, head = rule.source[-taken:], view.word[:taken]
                    if tail == head or view.right_open and tail.startswith(head):
                        starts.add(taken)
    return sorted(starts)


def _outcome(scheme: Scheme, view: _View, start: int, at: int) -> str | None:
    """What the letter at ``at`` writes when a piece begins at ``start``; "" when it is taken with one before."""
    place = start
    while place <= at:
        taken = 1
        for rule in scheme.rules.get(view.word[place], ()):
            verdict = view.verdict(rule, place)
            if verdict == _MAYBE and (place == at or len(rule.source) > 1):
                return None
            if verdict:
                if place == at:
                    return rule.output
                taken = len(rule.source)
                break
        if place == at:
            return view.word[at]
        place += taken
    return ""
