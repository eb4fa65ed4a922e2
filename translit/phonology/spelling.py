"""Which orthographies can have spelled a word, and how each sounds it.

Beside its rules an orthography may have, in its table: ``marks``, of which a word must show one to be read by it;
``lacks``, letters it never writes; ``langs``, further languages it serves; ``loose``, that its readings are enough to
compare two words, and no evidence that they are one; ``by_ear``, that it hears English or Chinese names as Cyrillic alphabets
write them. ``|`` in what a rule writes parts sounds that
the spelling leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from itertools import islice, product, repeat
from operator import and_, attrgetter, or_

from ..romanization.engine import read_word
from ..romanization.patterns import APART, OPEN, pattern_of
from ..tables.rules import Rule, Scheme, orthographies
from ..text import fold
from .sounds import settle

PLAIN = "latin"
_MOST = 12
_VOWELS = frozenset("aeiouy")
# who reads a name of a language that has no orthography here
_ANYBODY = (PLAIN, "scholarly", "ru")


@cache
def by_ear() -> frozenset[str]:
    """The orthographies that hear names from beyond the Slavic world."""
    return frozenset(one.id for one in orthographies().values() if one.extra.get("by_ear"))


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


@dataclass(frozen=True, slots=True, eq=False)
class Circle:
    """The readers of a script, parents first, and behind them, ``beside``, parents that do not read it themselves. Sets of
    readers are bits, by their places.

    ``shown`` finds the longest spelling at each place of a word that decides who reads it; ``told`` is what that and all its
    beginnings say: whom they mark, who lacks them, who reads them otherwise than the parent does, as bits in a row of ``width``
    each. ``parents`` are the places of everyone's parents, ``letters`` has who knows a letter, ``plain`` is a word of letters that all know.
    """

    readers: tuple[Reader, ...]
    beside: tuple[Reader, ...]
    shown: re.Pattern[str]
    told: dict[str, int]
    width: int
    parents: tuple[int, ...]
    unmarked: int
    parentless: int
    letters: dict[str, int]
    plain: re.Pattern[str]

    def knowing(self, word: str) -> int:
        """Who knows all letters of a word."""
        if self.plain.fullmatch(word):
            return -1
        return reduce(and_, map(self.letters.get, word, repeat(0)), -1)

    def read(self, word: str, bare: str) -> tuple[int, int]:
        """Who can have written the word, by its letters; and who reads it, or it without its accents, otherwise than the
        parent."""
        width = self.width
        all_of = (1 << width) - 1
        told = reduce(or_, map(self.told.__getitem__, self.shown.findall(word)), 0)
        differing = told >> 2 * width
        if bare != word:
            differing |= reduce(or_, map(self.told.__getitem__, self.shown.findall(bare)), 0) >> 2 * width
        return (told & all_of | self.unmarked) & ~(told >> width & all_of), differing | self.parentless


def sounds_of(word: str, script: str, lang: str = "", loose: bool = False) -> Iterator[tuple[str, str]]:
    """Every way the lower-case word sounds, with the id of the orthography; with ``lang``, in that language's own;
    with ``loose``, only what the loose ones hear.

    An orthography reads no word with a consonant it does not write (ž in German), and is named only where it differs
    from the one it extends; what none can read is read as plain letters.
    """
    bare = word if word.isascii() else fold(word)
    circle = _circle(script, lang, loose)
    able = circle.knowing(word)
    heard: dict[int, tuple[str, ...]] = {}
    settled: dict[str, tuple[str, ...]] = {}
    for name, at, source, write in _speakers(script, lang, loose, *circle.read(word, bare)):
        if at not in heard:
            if able >> at & 1:
                written = write(word)
                heard[at] = settled.get(written) or settled.setdefault(written, _settled(written))
            else:
                heard[at] = sound(source, word)
        for sounds in heard[at]:
            yield sounds, name
    if not loose and script == "Latn" and not any(heard.values()):
        for sounds in sound(orthographies()[PLAIN], bare):
            yield sounds, PLAIN


# an orthography's id; the one whose rules it reads by, its place among the readers, and how it writes sounds
Speaker = tuple[str, int, Scheme, Callable[[str], str]]


@lru_cache(4096)
def _speakers(script: str, lang: str, loose: bool, reading: int, differing: int) -> tuple[Speaker, ...]:
    """Who says how a word sounds: those who read it otherwise than a parent that reads it too."""
    circle = _circle(script, lang, loose)
    everyone, parents = circle.readers + circle.beside, circle.parents
    own = reading & (1 << len(circle.readers)) - 1
    found = []
    for at, reader in enumerate(circle.readers):
        if own >> at & 1 and (differing >> at & 1 or not own >> parents[at] & 1):
            source = at
            while not differing >> source & 1:
                source = parents[source]
            orthography = everyone[source].orthography
            found.append((reader.orthography.id, source, orthography, pattern_of(orthography).write))
    return tuple(found)


def sound(orthography: Scheme, word: str) -> tuple[str, ...]:
    """One lower-case word as ``orthography`` sounds it, in one way or more; empty when a letter has no sound there."""
    known = orthography.rules
    read = word if known.keys() >= set(word) else _without_accents(word, orthography)
    if read is None:
        return ()
    return _settled(pattern_of(orthography).write(read))


def _settled(written: str) -> tuple[str, ...]:
    if OPEN not in written:
        return settle(written)
    pieces = [piece.split(OPEN) for piece in written.split(APART)]
    return tuple(dict.fromkeys(sounds for way in islice(product(*pieces), _MOST) for sounds in settle("".join(way))))


def rules_shown(orthography: Scheme, word: str) -> set[Rule]:
    """The rules that a word goes through, as it is written in an example."""
    lower = word.lower()
    read = lower if all(char in orthography.rules for char in lower) else _without_accents(lower, orthography)
    return {piece.rule for piece in read_word(orthography, read or "") if piece.rule}


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
def _circle(script: str, lang: str, loose: bool) -> Circle:
    readers = _readers(script, lang, loose)
    names = {reader.orthography.id for reader in readers}
    above = [parent for reader in readers for parent in _parents(reader)]
    beside = tuple(dict.fromkeys(parent for parent in above if parent.orthography.id not in names))
    everyone = readers + beside
    width = len(everyone)
    bits: dict[str, int] = {}
    for at, reader in enumerate(everyone):
        for sort, spellings in enumerate((reader.marks, reader.lacks, reader.own)):
            for spelling in spellings:
                bits[spelling] = bits.get(spelling, 0) | 1 << at + sort * width
    told = {spelling: reduce(or_, (bits.get(spelling[:end], 0) for end in range(1, len(spelling) + 1))) for spelling in bits}
    unmarked, parentless = (
        sum(1 << at for at, reader in enumerate(everyone) if not field(reader)) for field in (attrgetter("marks"), attrgetter("parent"))
    )
    letters: dict[str, int] = {}
    for at, reader in enumerate(everyone):
        for letter in reader.orthography.rules:
            letters[letter] = letters.get(letter, 0) | 1 << at
    common = [letter for letter, known in letters.items() if known == (1 << width) - 1]
    plain = re.compile(f"[{re.escape(''.join(common))}]*" if common else "")
    places = {reader.orthography.id: at for at, reader in enumerate(everyone)}
    parents = tuple(places.get(reader.parent, -1) for reader in everyone)
    return Circle(readers, beside, _longest_of(told), told, width, parents, unmarked, parentless, letters, plain)


def _longest_of(spellings: Iterable[str]) -> re.Pattern[str]:
    """Finds, at every place of a word where any of the spellings begins, the longest of them."""
    by_first: dict[str, list[str]] = {}
    for spelling in sorted(spellings, key=len, reverse=True):
        by_first.setdefault(spelling[0], []).append(re.escape(spelling[1:]))
    branches = [f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items() if rest != [""]]
    alone = "".join(re.escape(first) for first, rest in by_first.items() if rest == [""])
    branches += [f"[{alone}]"] if alone else []
    return re.compile(f"(?=({'|'.join(branches) or '(?!)'}))")


def _parents(reader: Reader) -> Iterator[Reader]:
    while reader.parent:
        reader = _reader(reader.parent)
        yield reader


def _readers(script: str, lang: str, loose: bool) -> tuple[Reader, ...]:
    of_script = [
        one
        for one in orthographies().values()
        if one.extra.get("script") == script and one.extra.get("loose", False) == loose
    ]
    if not lang:
        return tuple(sorted((_reader(one.id) for one in of_script), key=lambda reader: reader.depth))
    own = [one for one in of_script if lang in (one.lang.split("-")[0], *one.extra.get("langs", ()))]
    own = [one for one in own if one.id not in by_ear()] or own or [one for one in of_script if one.id in _ANYBODY]
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
