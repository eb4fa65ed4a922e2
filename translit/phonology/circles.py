"""Who reads a word, told by its spellings: all orthographies of a script at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_

from ..romanization.patterns import EDGE, pattern_of
from ..tables.rules import Scheme
from ..text import fold
from .readers import parents_of, readers_of

_VOWELS = frozenset("aeiouy")
_MOST_MET = 8192  # kinds of words

# an orthography, and itself or the parent that it reads alike, as bits; how it writes sounds: the first three fields of a Pattern, with no ``find`` where
# its letters are enough
Speaker = tuple[int, int, Callable[[Callable, str], str] | None, Callable[[re.Match[str]], str], dict[int, str | None]]


@dataclass(frozen=True, slots=True, eq=False)
class Circle:
    """The readers of a script, parents first, and behind them parents that do not read it themselves. Sets of
    readers are bits, by their places.

    ``shown`` finds the longest spelling at each place of a word that decides who reads it and how; ``told`` is what that and all its
    beginnings say: whom they mark, who lacks them, who may read them otherwise than the parent does, by their letters alone and closely, and
    who has rules for more than one letter there, as bits in a row of ``width`` each. ``having`` are the readers others differ from, ``orphans`` tells
    whose parent is none of some of them. ``common``
    drops the letters that all know; ``letters`` has who knows another, ``near`` who knows it or, as a vowel, without its accent; ``met``
    the speakers of words met before, ``groups`` the ids of readers who were met together.
    """

    orthographies: dict[int, Scheme]
    parents: dict[int, tuple[int, ...]]
    shown: re.Pattern[str]
    told: dict[str, int]
    width: int
    reading: int
    having: int
    orphans: _Orphans
    unmarked: int
    parentless: int
    unseen: int
    common: dict[int, None]
    letters: dict[str, int]
    near: _Near
    met: dict[tuple[int, int, int], tuple[Speaker, ...]]
    groups: dict[int, tuple[str, ...]]

    def speakers(self, word: str, bare: str) -> tuple[Speaker, ...]:
        """Who says how a word, and what is left of it without its accents, sounds; those that have rules for no more than its
        letters look at nothing else."""
        told = self.read(word, bare)
        found = self.met.get(told)
        if found is None:
            if len(self.met) >= _MOST_MET:
                self.met.clear()
            found = self.met[told] = tuple(self._named(*told))
        return found

    def _named(self, named: int, differing: int, beyond: int) -> Iterator[Speaker]:
        while named:
            bit = named & -named  # the first of them
            named ^= bit
            source = bit if differing & bit else next(parent for parent in self.parents[bit] if differing & parent)
            yield _speaker(self, bit, source, not beyond & source)

    def named(self, readers: int) -> tuple[str, ...]:
        """The ids of some readers: kept once, for many words are read by the same."""
        found = self.groups.get(readers)
        if found is None:
            if len(self.groups) >= _MOST_MET:
                self.groups.clear()
            found = self.groups[readers] = tuple([one.id for bit, one in self.orthographies.items() if readers & bit])
        return found

    def knowing(self, word: str) -> tuple[int, int]:
        """Who knows all letters of a word, and who does without the accents of its vowels."""
        knowing = near = -1
        for char in word.translate(self.common):
            knowing &= self.letters.get(char, 0)
            near &= self.near[char]
        return knowing, near

    def read(self, word: str, bare: str) -> tuple[int, int, int]:
        """Who is named for what they hear: those who can have written the word, by its letters, and may read it, or it without its
        accents, otherwise than a parent that reads it too. Who does read it otherwise; and who has rules for more than its letters."""
        width = self.width
        all_of = (1 << width) - 1
        told = reduce(or_, map(self.told.__getitem__, self.shown.findall(f"{EDGE}{word}{EDGE}")), 0)
        own = (told & all_of | self.unmarked) & ~(told >> width & all_of) & self.reading
        differing, closely, beyond = told >> 2 * width & all_of, told >> 3 * width & all_of, told >> 4 * width
        if bare != word:
            differing |= reduce(or_, map(self.told.__getitem__, self.shown.findall(bare)), 0) >> 2 * width & all_of
            closely = differing
        named = differing | self.parentless | self.orphans[own & self.having]
        return named & own, closely | self.parentless, beyond | self.unseen


@cache
def _speaker(circle: Circle, bit: int, source: int, quick: bool) -> Speaker:
    find, signed, table, _ = pattern_of(circle.orthographies[source])
    return bit, source, None if quick else find, signed, table


class _Orphans(dict[int, int]):
    """Whose parent is none of some readers; worked out when first asked."""

    def __init__(self, children: dict[int, int]):
        self.children = children

    def __missing__(self, readers: int) -> int:
        return self.setdefault(readers, reduce(or_, [some for parent, some in self.children.items() if not readers & parent], 0))


class _Near(dict[str, int]):
    """Who knows a letter or, as a vowel, its base; worked out when first asked."""

    def __init__(self, circle: dict[int, Scheme]):
        self.circle = circle

    def __missing__(self, char: str) -> int:
        able = sum(bit for bit, orthography in self.circle.items() if known_letter(char, orthography) is not None)
        return self.setdefault(char, able)


@cache
def circle_of(script: str, lang: str, loose: bool) -> Circle:
    """The readers of a script; with ``lang``, those of that language; with ``loose``, the loose ones."""
    readers = readers_of(script, lang, loose)
    names = {reader.orthography.id for reader in readers}
    above = [parent for reader in readers for parent in parents_of(reader)]
    everyone = readers + tuple(dict.fromkeys(parent for parent in above if parent.orthography.id not in names))
    width = len(everyone)
    bits: dict[str, int] = {}
    for at, reader in enumerate(everyone):
        for sort, spellings in enumerate((reader.marks, reader.lacks, reader.own, reader.closely, reader.beyond)):
            for spelling in spellings:
                bits[spelling] = bits.get(spelling, 0) | 1 << at + sort * width
    told = {spelling: reduce(or_, (bits.get(spelling[:end], 0) for end in range(1, len(spelling) + 1))) for spelling in bits}
    unmarked, parentless, unseen = (
        sum(1 << at for at, reader in enumerate(everyone) if not getattr(reader, field)) for field in ("marks", "parent", "beyond")
    )
    places = {reader.orthography.id: 1 << at for at, reader in enumerate(everyone)}
    letters: dict[str, int] = {}
    children: dict[int, int] = {}
    for reader, bit in zip(everyone, places.values(), strict=True):
        for letter in reader.orthography.rules:
            letters[letter] = letters.get(letter, 0) | bit
        if reader.parent:
            parent = places[reader.parent]
            children[parent] = children.get(parent, 0) | bit
    common = {ord(letter): None for letter, known in letters.items() if known == (1 << width) - 1}
    of = {places[reader.orthography.id]: reader.orthography for reader in everyone}
    parents = {bit: tuple(places[one.orthography.id] for one in parents_of(reader)) for reader, bit in zip(everyone, of, strict=True)}
    return Circle(
        of, parents, _longest_of(told), told, width, (1 << len(readers)) - 1, sum(children), _Orphans(children),
        unmarked, parentless, unseen, common, letters, _Near(of), {}, {},
    )  # fmt: skip


def _longest_of(spellings: Iterable[str]) -> re.Pattern[str]:
    """Finds, at every place of a word where any of the spellings begins, the longest of them."""
    tree: dict[str, dict] = {}
    for spelling in spellings:
        at = tree
        for char in spelling:
            at = at.setdefault(char, {})
        at[""] = {}
    return re.compile(f"(?=({_branches(tree) or '(?!)'}))")


def _branches(tree: dict[str, dict]) -> str:
    """The expression for all ways down a tree of letters, the longest first."""
    ways = {char: _branches(below) for char, below in tree.items() if char}
    if not ways:
        return ""
    alone = "".join(re.escape(char) for char, way in ways.items() if not way)
    branches = [re.escape(char) + way for char, way in ways.items() if way] + ([f"[{alone}]"] if alone else [])
    return f"(?:{'|'.join(branches)})" + ("?" if "" in tree else "")


def known_letter(char: str, orthography: Scheme) -> str | None:
    """A letter that the orthography knows, or the base of a foreign vowel; None for another foreign letter."""
    if char in orthography.rules:
        return char
    folded = fold(char)
    return folded if set(folded) <= _VOWELS & orthography.rules.keys() else None
