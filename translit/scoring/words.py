"""Comparing names made of words: places, organisations and others."""

from __future__ import annotations

from functools import cache

from ..tables.words import glue_words, word_groups
from ..text import fold
from .evidence import IDENTICAL, Evidence
from .relations import Relation, relate
from .sides import Part, Side

TOTAL = 9.0
QUALITY = {"same": 1.0, "word": 0.95, "spelling": 0.97, "law": 0.8, "typo": 0.7}
MISSING, ORDER = -2.0, -0.4


def is_glue(word: str) -> bool:
    """Whether a word only joins others (of, for, the, і, по …); a single capital is a letter of an acronym."""
    return fold(word) in glue_words() and not (len(word) == 1 and word.isupper())


def compare_words(a: Side, b: Side) -> tuple[Evidence, ...]:
    """The evidence about two names of words: each word's nearest answer, and the words without one. A slip is believed
    only beside a word that agrees: Katyn is not Khatyn."""
    if a.text == b.text:
        return (Evidence("identical", a.text, b.text, IDENTICAL, "the same characters"),)
    left = [part for part in a.parts if not is_glue(part.text)] or list(a.parts)
    right = [part for part in b.parts if not is_glue(part.text)] or list(b.parts)
    if not left or not right:
        return ()
    size = sum(map(_size, left)) + sum(map(_size, right))
    evidence = []
    answers = []
    lone = len(left) == 1 or len(right) == 1
    ranked = sorted(
        (
            (0.0 if lone and kind == "typo" else QUALITY.get(kind, 0.0), -abs(i - j), i, j, kind, rule)
            for i, one in enumerate(left)
            for j, other in enumerate(right)
            for kind, rule in [word_relation(one, other)]
        ),
        reverse=True,
    )
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for quality, _, i, j, kind, rule in ranked:
        if quality <= 0 or i in taken_left or j in taken_right:
            continue
        taken_left.add(i)
        taken_right.add(j)
        answers.append((i, j))
        share = (_size(left[i]) + _size(right[j])) / size
        evidence.append(Evidence("word", left[i].text, right[j].text, TOTAL * quality * share, f"{kind}: {rule}"))
    for taken, parts in ((taken_left, left), (taken_right, right)):
        for at, part in enumerate(parts):
            if at not in taken:
                weight = MISSING * TOTAL * _size(part) / size
                sides = (part.text, "") if parts is left else ("", part.text)
                evidence.append(Evidence("word left over", *sides, weight, "has no answer"))
    ordered = sorted(answers)
    if any(one[1] > other[1] for one, other in zip(ordered, ordered[1:], strict=False)):
        evidence.append(Evidence("order", a.text, b.text, ORDER, "the words change places"))
    return tuple(evidence)


def word_relation(one: Part, other: Part) -> tuple[str, str]:
    """How two words are related, as a key of QUALITY (else ``different``), and the rule."""
    relation = best_relation(one, other)
    if relation.kind != "same" and (_is_number(one.text) or _is_number(other.text)):
        return "different", f"{one.text} is not {other.text}"
    if relation.kind in ("same", "spelling"):
        return relation.kind, relation.rule
    shared = {group for form in one.forms for group in word_groups().get(fold(form), ())} & {
        group for form in other.forms for group in word_groups().get(fold(form), ())
    }
    if shared:
        return "word", f"word table: {min(shared)}"
    return relation.kind, relation.rule


_SHORTEST, _LONGEST = 4, 8
_NUMERALS = frozenset("IVX")


def _is_number(text: str) -> bool:
    """Whether a word is a number, in digits or roman numerals."""
    return text.isdigit() or (text.isupper() and set(text) <= _NUMERALS)


@cache
def _size_of(text: str) -> int:
    """How much a word weighs: by its length, acronyms and numbers (World War II) in full."""
    if _is_number(text) or (text.isupper() and len(text) > 1):
        return _LONGEST
    return min(max(len(text), _SHORTEST), _LONGEST)


def _size(part: Part) -> int:
    return _size_of(part.text)


def best_relation(a: Part, b: Part) -> Relation:
    """The nearest relation between any forms of two parts."""
    order = ("same", "spelling", "law", "typo", "different")
    best = None
    for one in a.forms:
        for other in b.forms:
            found = relate(one, other, a.lang, b.lang)
            if best is None or (order.index(found.kind), -found.likeness) < (order.index(best.kind), -best.likeness):
                best = found
    return best
