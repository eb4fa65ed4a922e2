"""Who reads a word, told by its spellings: all orthographies of a script at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from operator import or_

from ..romanization.patterns import EDGE, Pattern, pattern_of
from ..tables.rules import Scheme
from ..text import fold
from .readers import parents_of, readers_of

_VOWELS = frozenset("aeiouy")
_WINDOW = 4  # letters: most spellings are no longer
_MOST_KEPT = 1 << 16

# an orthography as a bit; the ids of those that say what it does: its own or those of some that it is the parent of; how it writes sounds
Speaker = tuple[int, tuple[str, ...], Pattern]


@dataclass(frozen=True, slots=True, eq=False)
class Circle:
    """The readers of a script, parents first, and behind them parents that do not read it themselves. Sets of
    readers are bits, by their places.

    ``told`` is what the spellings that a few letters begin with say of who reads a word and how: whom they mark, who lacks them, who may read
    them otherwise than the parent does, by their letters alone and closely, and who has rules for more than one letter there, as bits in a
    row of ``width`` each; ``longer`` has the same of spellings of more letters, by the first few. ``children`` are those of each parent. ``common``
    drops the letters that all know; ``letters`` has who knows another, ``near`` who knows it or, as a vowel, without its accent.
    """

    orthographies: dict[int, Scheme]
    parents: dict[int, tuple[int, ...]]
    told: _Told
    longer: dict[str, dict[str, int]]
    width: int
    reading: int
    children: tuple[tuple[int, int], ...]
    unmarked: int
    parentless: int
    unseen: int
    common: dict[int, None]
    letters: dict[str, int]
    near: _Near

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
        told = self._told_by(f"{EDGE}{word}{EDGE}")
        own = (told & all_of | self.unmarked) & ~(told >> width & all_of) & self.reading
        differing, closely, beyond = told >> 2 * width & all_of, told >> 3 * width & all_of, told >> 4 * width
        if bare != word:
            closely = differing = differing | self._told_by(bare) >> 2 * width & all_of
        named = differing | self.parentless
        for parent, children in self.children:
            if not own & parent:
                named |= children
        return named & own, closely | self.parentless, beyond | self.unseen

    def _told_by(self, word: str) -> int:
        """What all spellings in a word say."""
        told = 0
        places = [word[at : at + _WINDOW] for at in range(len(word))]
        for letters in places:
            told |= self.told[letters]
        if not self.longer.keys().isdisjoint(places):
            for letters in self.longer.keys() & places:
                for spelling, bits in self.longer[letters].items():
                    if spelling in word:
                        told |= bits
        return told


@lru_cache(8192)
def speakers_of(circle: Circle, named: int, differing: int, beyond: int) -> tuple[Speaker, ...]:
    """Who says how a word sounds, as ``Circle.read`` tells it; those that have rules for no more than its letters look at nothing else."""
    found: dict[int, list[str]] = {}
    for bit, parents in circle.parents.items():
        if named & bit:
            source = bit if differing & bit else next(parent for parent in parents if differing & parent)
            found.setdefault(source, []).append(circle.orthographies[bit].id)
    return tuple([(source, tuple(names), _pattern(circle.orthographies[source], not beyond & source)) for source, names in found.items()])


@cache
def _pattern(orthography: Scheme, quick: bool) -> Pattern:
    pattern = pattern_of(orthography)
    return pattern._replace(find=None) if quick else pattern


class _Told(dict[str, int]):
    """What a few letters say by the spellings that they begin with; worked out when first asked."""

    def __init__(self, bits: dict[str, int]):
        self.bits = bits

    def __missing__(self, letters: str) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        return self.setdefault(letters, reduce(or_, [self.bits.get(letters[:end], 0) for end in range(1, len(letters) + 1)]))


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
    longer: dict[str, dict[str, int]] = {}
    for spelling in [one for one in bits if len(one) > _WINDOW]:
        longer.setdefault(spelling[:_WINDOW], {})[spelling] = bits.pop(spelling)
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
        of, parents, _Told(bits), longer, width, (1 << len(readers)) - 1, tuple(children.items()),
        unmarked, parentless, unseen, common, letters, _Near(of),
    )  # fmt: skip


def known_letter(char: str, orthography: Scheme) -> str | None:
    """A letter that the orthography knows, or the base of a foreign vowel; None for another foreign letter."""
    if char in orthography.rules:
        return char
    folded = fold(char)
    return folded if set(folded) <= _VOWELS & orthography.rules.keys() else None
