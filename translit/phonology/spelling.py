"""Which orthographies can have spelled a word, and how each sounds it.

Beside its rules an orthography may have, in its table: ``marks``, of which a word must show one to be read by it;
``lacks``, letters it never writes; ``langs``, further languages it serves; ``loose``, that its readings are enough to
compare two words, and no evidence that they are one. ``|`` in what a rule writes parts sounds that
the spelling leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, product

from ..romanization.engine import outputs_of, read_word
from ..tables.rules import Rule, Scheme, orthographies
from ..text import fold
from .sounds import settle

OPEN = "|"
PLAIN = "latin"
_MOST = 12
_VOWELS = frozenset("aeiouy")
# who reads a name of a language that has no orthography here
_ANYBODY = (PLAIN, "scholarly", "ru")


@dataclass(frozen=True, slots=True)
class Reader:
    """One orthography at work; ``own`` are the spellings in which it differs from its ``parent``: a word without any
    of them sounds as it does there."""

    orthography: Scheme
    marks: tuple[str, ...]
    lacks: tuple[str, ...]
    parent: str
    own: tuple[str, ...]
    depth: int = 0

    def differs(self, word: str, bare: str) -> bool:
        """Whether the word, or it without its accents, has a spelling that is read otherwise than in the parent."""
        return not self.parent or any(spelling in word or spelling in bare for spelling in self.own)

    def reads(self, word: str) -> bool:
        """Whether the word can be of this orthography, by its letters."""
        if self.marks and _any_of(self.marks)(word) is None:
            return False
        return not self.lacks or _any_of(self.lacks)(word) is None


@cache
def _any_of(spellings: tuple[str, ...]) -> Callable[[str], re.Match | None]:
    """Looks for any of some spellings in a word."""
    return re.compile("|".join(map(re.escape, spellings)) or r"(?!)").search


def sounds_of(word: str, script: str, lang: str = "", loose: bool = False) -> Iterator[tuple[str, str]]:
    """Every way the lower-case word sounds, with the id of the orthography; with ``lang``, in that language's own;
    with ``loose``, only what the loose ones hear.

    An orthography reads no word with a consonant it does not write (ž in German), and is named only where it differs
    from the one it extends; what none can read is read as plain letters.
    """
    readers = _readers(script, lang, loose)
    heard: dict[str, tuple[str, ...]] = {}
    bare = word if word.isascii() else fold(word)
    reading: set[str] = set()
    for reader in readers:
        if reader.reads(word):
            reading.add(reader.orthography.id)
            if reader.parent in reading and not reader.differs(word, bare):
                continue
            for sounds in _hear(reader, word, bare, heard):
                yield sounds, reader.orthography.id
    if not loose and script == "Latn" and not any(heard.values()):
        for sounds in sound(orthographies()[PLAIN], bare):
            yield sounds, PLAIN


def sound(orthography: Scheme, word: str) -> tuple[str, ...]:
    """One lower-case word as ``orthography`` sounds it, in one way or more; empty when a letter has no sound there."""
    known = orthography.rules
    read = word if known.keys() >= set(word) else _without_accents(word, orthography)
    if read is None:
        return ()
    pieces = outputs_of(orthography, read)
    if not any(OPEN in piece for piece in pieces):
        return settle("".join(pieces))
    ways = islice(product(*(piece.split(OPEN) for piece in pieces)), _MOST)
    return tuple(dict.fromkeys(sounds for way in ways for sounds in settle("".join(way))))


def rules_shown(orthography: Scheme, word: str) -> set[Rule]:
    """The rules that a word goes through, as it is written in an example."""
    lower = word.lower()
    read = lower if all(char in orthography.rules for char in lower) else _without_accents(lower, orthography)
    return {piece.rule for piece in read_word(orthography, read or "") if piece.rule}


def _hear(reader: Reader, word: str, bare: str, heard: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    name = reader.orthography.id
    if name not in heard:
        if not reader.differs(word, bare):
            heard[name] = _hear(_reader(reader.parent), word, bare, heard)
        else:
            heard[name] = sound(reader.orthography, word)
    return heard[name]


def _without_accents(word: str, orthography: Scheme) -> str | None:
    """``word`` with vowels foreign to the orthography replaced by their bases (á → a); None when it has another
    foreign letter."""
    replaced = []
    for char in word:
        if char not in orthography.rules:
            char = fold(char)
            if not set(char) <= _VOWELS & orthography.rules.keys():
                return None
        replaced.append(char)
    return "".join(replaced)


@cache
def _readers(script: str, lang: str, loose: bool) -> tuple[Reader, ...]:
    of_script = [
        one
        for one in orthographies().values()
        if one.extra.get("script") == script and one.extra.get("loose", False) == loose
    ]
    if not lang:
        return tuple(sorted((_reader(one.id) for one in of_script), key=lambda reader: reader.depth))
    own = [one for one in of_script if lang in (one.lang.split("-")[0], *one.extra.get("langs", ()))]
    own = own or [one for one in of_script if one.id in _ANYBODY]
    return tuple(Reader(one, (), (), "", ()) for one in own)  # a language that is known needs no marks


@cache
def _reader(name: str) -> Reader:
    one = orthographies()[name]
    marks, lacks = tuple(one.extra.get("marks", ())), tuple(one.extra.get("lacks", ()))
    parent = str(one.extra.get("parent", ""))
    if not parent:
        return Reader(one, marks, lacks, "", ())
    own: set[str] = set()
    others = orthographies()[parent].rules
    for first in one.rules.keys() | others.keys():
        mine, theirs = one.rules.get(first, ()), others.get(first, ())
        differing = set(mine) ^ set(theirs)
        kept = [[rule for rule in some if rule not in differing] for some in (mine, theirs)]
        own |= {rule.source for rule in (differing if kept[0] == kept[1] else (*mine, *theirs))}
    return Reader(one, marks, lacks, parent, tuple(sorted(own)), _reader(parent).depth + 1)
