"""The orthographies that read words, each with the spellings that tell whether it reads a word, and how.

Beside its rules an orthography may have, in its table: ``marks``, of which a word must show one to be read by it;
``lacks``, spellings it never has, ^ and $ being the ends of a word; ``langs``, further languages it serves; ``loose``, that its readings are enough to
compare two words, and no evidence that they are one; ``by_ear``, that it hears English or Chinese names as Cyrillic alphabets
write them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import prod

from ..romanization.patterns import EDGE
from ..tables.rules import Context, Rule, Scheme, orthographies

PLAIN = "latin"
_MOST_WAYS = 24
# who reads a name of a language that has no orthography here
_ANYBODY = (PLAIN, "scholarly", "ru")


@cache
def by_ear() -> frozenset[str]:
    """The orthographies that hear names from beyond the Slavic world."""
    return frozenset(one.id for one in orthographies().values() if one.extra.get("by_ear"))


@dataclass(frozen=True, slots=True)
class Reader:
    """One orthography at work; ``own`` are the spellings in which it differs from its ``parent``: a word without any
    of them sounds as it does there. ``closely`` are the same with the letters or edges beside them (EDGE) that its rules ask for, where these
    are few, and ``beyond`` those of all its rules that are about more than one letter: a word without any of them is written letter by letter; none where nobody looks for them."""

    orthography: Scheme
    marks: tuple[str, ...]
    lacks: tuple[str, ...]
    parent: str
    own: tuple[str, ...]
    closely: tuple[str, ...]
    beyond: tuple[str, ...]
    depth: int = 0


def parents_of(reader: Reader) -> Iterator[Reader]:
    """Whom an orthography differs from, and whom that does, the nearest first."""
    while reader.parent:
        reader = _reader(reader.parent)
        yield reader


def readers_of(script: str, lang: str, loose: bool) -> tuple[Reader, ...]:
    """The orthographies of a script, parents first; with ``lang``, those of that language; with ``loose``, the loose ones."""
    of_script = [
        one
        for one in orthographies().values()
        if one.extra.get("script") == script and one.extra.get("loose", False) == loose
    ]
    if not lang:
        return tuple(sorted((_reader(one.id) for one in of_script), key=lambda reader: reader.depth))
    own = [one for one in of_script if lang in (one.lang.split("-")[0], *one.extra.get("langs", ()))]
    own = [one for one in own if one.id not in by_ear()] or own or [one for one in of_script if one.id in _ANYBODY]
    return tuple(Reader(one, (), (), "", (), (), ()) for one in own)  # a language that is known needs no marks


@cache
def _reader(name: str) -> Reader:
    one = orthographies()[name]
    marks, lacks = (tuple(_at_edges(spelling) for spelling in one.extra.get(field, ())) for field in ("marks", "lacks"))
    parent, beyond = str(one.extra.get("parent", "")), _beyond_letters(one)
    if not parent:
        return Reader(one, marks, lacks, "", (), (), beyond)
    differing: set[Rule] = set()
    others = orthographies()[parent].rules
    for first in one.rules.keys() | others.keys():
        mine, theirs = one.rules.get(first, ()), others.get(first, ())
        unlike = set(mine) ^ set(theirs)
        kept = [[rule for rule in some if rule not in unlike] for some in (mine, theirs)]
        differing |= unlike if kept[0] == kept[1] else {*mine, *theirs}
    own = sorted({rule.source for rule in differing})
    closely = sorted({place for rule in differing for place in _places_of(rule)})
    return Reader(one, marks, lacks, parent, tuple(own), tuple(closely), beyond, _reader(parent).depth + 1)


def _at_edges(spelling: str) -> str:
    """A spelling as it is looked for, which the table may bind to the start (^) or the end ($) of a word."""
    return f"{EDGE * spelling.startswith('^')}{spelling.strip('^$')}{EDGE * spelling.endswith('$')}"


def _beyond_letters(orthography: Scheme) -> tuple[str, ...]:
    """Where the rules of an orthography for more than one letter are asked."""
    rules = (rule for some in orthography.rules.values() for rule in some if len(rule.source) > 1 or rule.after or rule.before)
    return tuple(dict.fromkeys(place for rule in rules for place in _places_of(rule)))


def _places_of(rule: Rule) -> Iterable[str]:
    """The letters of a rule with the few letters that it asks for beside them; without, where they may be many."""
    sides = [_ways(context) for context in (rule.after, rule.before)]
    while len(sides[0]) * len(sides[1]) > _MOST_WAYS:
        sides[len(sides[0]) < len(sides[1])] = [""]
    return ("".join((before, rule.source, after)) for before, after in product(*sides))


def _ways(context: Context) -> list[str]:
    """All that a context may be; nothing where it asks for nothing, for what is not there, or for many things."""
    if not context or any(element.negated for sequence in context for element in sequence):
        return [""]
    if sum(prod([element.edge or len(element.letters) for element in sequence]) for sequence in context) > _MOST_WAYS:
        return [""]
    return [
        "".join(way) for sequence in context for way in product(*(EDGE if element.edge else sorted(element.letters) for element in sequence))
    ]
