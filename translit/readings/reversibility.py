"""Whether a scheme can be undone: two words that come out alike, or the certainty that there are none.

The search of Sardinas and Patterson for two readings of one string: two words are lengthened in turn, always the one
that has written less, and what the other has written more is all that is left to remember. Where contexts look at
neighbouring letters, those are remembered too, and a find is romanized before it counts.
"""

from __future__ import annotations

import unicodedata
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial

from ..romanization import romanize
from ..romanization.engine import capitalize, upper
from ..tables.rules import Rule, Scheme
from ..text import APOSTROPHE

_NEVER_FIRST = "ьъ" + APOSTROPHE
Write = Callable[[str], str]
_MOST = 7  # letters of a word, where contexts make the search endless


def is_reversible(rules: Scheme) -> bool:
    """Whether no two words over the scheme's letters come out alike, in small letters, titles or capitals.

    >>> from translit.tables.rules import scheme
    >>> is_reversible(scheme("ru-gost-7.79-2000-a")), is_reversible(scheme("ru-bgn-pcgn-1947"))
    (True, False)
    """
    return collision(rules) is None


def collision(rules: Scheme, alphabet: str | None = None) -> tuple[str, str] | None:
    """Two words that ``rules`` writes alike (over ``alphabet``, else all its letters); None where there are none.

    ь and ъ stand only after a letter, the apostrophe between two.

    >>> from translit.tables.rules import scheme
    >>> collision(scheme("ru-icao-9303")), collision(scheme("be-iso-9-1995"))
    (('а', 'аь'), None)
    """
    letters = frozenset(alphabet) if alphabet is not None else None
    shout, begin = partial(upper, capitals=rules.capitals), partial(capitalize, capitals=rules.capitals)
    for first, later, change in ((str, str, str), (shout, shout, str.upper), (begin, str, str.capitalize)):
        found = _search(rules, letters, first, later, change)
        if found:
            return found
    return None


def _search(
    rules: Scheme, letters: frozenset[str] | None, first: Write, later: Write, change: Write
) -> tuple[str, str] | None:
    pieces = [
        rule for some in rules.rules.values() for rule in some if letters is None or letters.issuperset(rule.source)
    ]
    plain = not any(rule.after or rule.before or len(rule.source) > 1 for rule in pieces)
    back = max((len(one) for rule in pieces for one in (*rule.after, *rule.before)), default=0)
    waiting = deque(_starts(pieces, first))
    seen = set()
    while waiting:
        more, less, tail = waiting.popleft()
        if not tail and more != less and _alike(change(more), change(less), rules):
            return min(more, less), max(more, less)
        key = (tail,) if plain else (tail, more[-back - 1 :], less[-back - 1 :])
        if key in seen or (not plain and max(len(more), len(less)) >= _MOST):
            continue
        seen.add(key)
        for rule in pieces:
            step = _lengthen(more, less, tail, rule.source, later(rule.output))
            if step:
                waiting.append(step)
    return None


def _starts(pieces: list[Rule], write: Write) -> Iterator[tuple[str, str, str]]:
    """Pairs of words of one piece: the one that writes more, the other, and how much more."""
    starting = [(rule.source, write(rule.output)) for rule in pieces if rule.source[0] not in _NEVER_FIRST]
    for number, (source, output) in enumerate(starting):
        for other, others in starting[number + 1 :]:
            if output.startswith(others):
                yield source, other, output[len(others) :]
            elif others.startswith(output):
                yield other, source, others[len(output) :]
        for silent in pieces:
            if not silent.output:
                yield source + silent.source, source, ""


def _lengthen(more: str, less: str, tail: str, source: str, output: str) -> tuple[str, str, str] | None:
    if output and tail.startswith(output):
        return more, less + source, tail[len(output) :]
    if output and output.startswith(tail):
        return less + source, more, output[len(tail) :]
    return None


def _alike(one: str, other: str, rules: Scheme) -> bool:
    if one == other or APOSTROPHE in (one[-1], other[-1]):
        return False
    return unicodedata.normalize("NFC", romanize(one, rules.id)) == unicodedata.normalize(
        "NFC", romanize(other, rules.id)
    )
