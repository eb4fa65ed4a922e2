"""The look-up table of a scheme: what every letter writes beside every kind of neighbour, asked of the engine.

What a letter writes depends on a few neighbours. Neighbours that no rule tells apart form one class; for each letter
the engine is asked once per combination of classes that can matter to it, on a word made of one letter of each class.
A combination that leaves the answer open, because a rule looks further than the table, gets a hole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy

from ..tables.rules import Scheme
from ..text import APOSTROPHE, APOSTROPHES, CYRILLIC_LETTER, letters
from .codes import EVERY, Codes, make_codes
from .engine import capitalize, read_word, upper
from .foresight import is_open

# one number says all about a code point: its first cell, its class as a neighbour, what it is in a word, and which
# neighbours matter to it (0: none; else the number of a mask)
CELL_BITS, CLASS_BITS = 19, 5
CELL, CLASS = (1 << CELL_BITS) - 1, (1 << CLASS_BITS) - 1
CYRILLIC, OTHER, HARD, WIDE, LOWER = (1 << bit for bit in range(CELL_BITS + CLASS_BITS, CELL_BITS + CLASS_BITS + 5))
LETTER = CYRILLIC | OTHER
MASK_SHIFT = CELL_BITS + CLASS_BITS + 5

LEFT, RIGHT, SECOND_RIGHT, SECOND_LEFT = range(4)
EDGE = 0

_MOST_QUESTIONS = 10_000  # a tenth of a second or two
_MOST_UNMASKED = 1 << 16
_MOST_MASKS = 7
_LETTERS = re.compile(r"[^\W\d_]+")
_SAME = "\ud800"  # no rule takes the letter
_RARE = frozenset(APOSTROPHES) - set("'’ʼ")  # not worth a code where they write themselves

Beside = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A scheme as arrays: ``units`` by code point, ``cells`` of ``codes``.

    ``places`` are the neighbours in the order in which their classes, ``bits`` each, make up the number that is added
    to a first cell; ``shouts`` is the way from a capital's cell to its cell in an all-capital word, ``stays`` the first
    of the cells of all code points that write themselves.
    """

    units: numpy.ndarray
    cells: numpy.ndarray
    codes: Codes
    bits: int
    places: tuple[int, ...]
    masks: numpy.ndarray
    shouts: int
    stays: int


@cache
def make_table(rules: Scheme) -> Table | None:
    """The table of a scheme; None where its letters have more classes or longer outputs than a table holds."""
    for reach in ((2, 2), (1, 2), (1, 1)):
        maker = _Maker(rules, reach)
        fits = 2 * maker.size() < CELL - EVERY
        if len(maker.representatives) <= CLASS and maker.questions() <= _MOST_QUESTIONS and fits:
            return maker.make()
    return None


class _Maker:
    def __init__(self, rules: Scheme, reach: tuple[int, int]):
        self.rules = rules
        self.reach = reach
        self.classes, self.representatives = _classes(rules)
        self.bits = max(1, (len(self.representatives) - 1).bit_length())
        self.matter = {letter: self._places_that_matter(letter) for letter in self.classes}
        used = {place for places in self.matter.values() for place in places}
        self.places = tuple(sorted(used))
        contextual = sum(bool(places) for places in self.matter.values())
        self.taken = {letter: tuple(places) for letter, places in self.matter.items()}
        few = 2 * contextual << self.bits * len(self.places) <= _MOST_UNMASKED
        if few or len({*self.taken.values()} - {()}) > _MOST_MASKS:
            self.taken = {letter: self.places if places else () for letter, places in self.matter.items()}
        self.kinds = sorted({*self.taken.values()} - {()})

    def questions(self) -> int:
        """How often the engine is asked."""
        return sum(len(self.representatives) ** len(places) for places in self.matter.values())

    def size(self) -> int:
        """How many cells there will be."""
        return sum((2 + 10 * (letter == APOSTROPHE)) * self._span(places) for letter, places in self.taken.items())

    def make(self) -> Table | None:
        units = _units().copy()
        cells: list[str | None] = [""]
        for letter, class_ in self.classes.items():
            answers = self._answers(letter)
            for char in APOSTROPHES if letter == APOSTROPHE else dict.fromkeys((letter, letter.upper())):
                if len(char) != 1 or letter != APOSTROPHE and char.lower() != letter:
                    continue
                block = self._block(letter, char, answers)
                unit = int(units[ord(char)]) & ~HARD | len(cells) | class_ << CELL_BITS
                if self.taken[letter]:
                    unit |= self.kinds.index(self.taken[letter]) + 1 << MASK_SHIFT
                if char.lower() != char and any(cell and upper(cell, self.rules.capitals) != cell for cell in block):
                    unit |= WIDE
                units[ord(char)] = unit
                cells += block
        shouted = [cell and upper(cell, self.rules.capitals) for cell in cells]
        codes = make_codes({cell for cell in (*cells, *shouted) if cell})
        if codes is None:
            return None
        stays = 2 * len(cells)
        rest = numpy.flatnonzero(units & numpy.uint32(CELL) == 0).astype(numpy.uint32)
        units[rest] |= rest + numpy.uint32(stays)
        every = numpy.concatenate([codes.pack(cells), codes.pack(shouted), codes.stays()])
        return Table(units, every, codes, self.bits, self.places, self._masks(), len(cells), stays)

    def _masks(self) -> numpy.ndarray:
        one = (1 << self.bits) - 1
        masks = [sum(one << self.bits * self.places.index(place) for place in places) for places in self.kinds]
        return numpy.array([0, *masks], numpy.uint32)

    def _span(self, places: tuple[int, ...]) -> int:
        return 1 << self.bits * (max(map(self.places.index, places), default=-1) + 1)

    def _places_that_matter(self, letter: str) -> list[int]:
        """Which neighbours within reach can change what a letter writes."""
        found = set()
        for some in self.rules.rules.values():
            for rule in some:
                for at, char in enumerate(rule.source):
                    if char == letter:
                        before = at + max((len(sequence) for sequence in rule.after), default=0)
                        after = len(rule.source) - 1 - at + max((len(sequence) for sequence in rule.before), default=0)
                        found.update((LEFT, SECOND_LEFT)[: min(before, self.reach[0])])
                        found.update((RIGHT, SECOND_RIGHT)[: min(after, self.reach[1])])
        return sorted(found)

    def _answers(self, letter: str) -> dict[Beside, str | None]:
        """What ``letter`` writes beside every combination of classes that matters; None where the table cannot know."""
        answers: dict[Beside, str | None] = {}
        places = self.matter[letter]
        asked: dict[tuple, str | None] = {}
        for combination in product(range(len(self.representatives)), repeat=len(places)):
            beside = dict(zip(places, combination, strict=True))
            left, left_open = self._side(beside, (LEFT, SECOND_LEFT))
            right, right_open = self._side(beside, (RIGHT, SECOND_RIGHT))
            question = (left, right, left_open, right_open)
            if question not in asked:
                asked[question] = self._ask(letter, left[::-1], right, left_open, right_open)
            answers[tuple(beside.items())] = asked[question]
        return answers

    def _ask(self, letter: str, left: str, right: str, left_open: bool, right_open: bool) -> str | None:
        word, at = left + letter + right, len(left)
        if is_open(self.rules, word, at, left_open, right_open):
            return None
        for piece in read_word(self.rules, word):
            if piece.first == at:
                return _SAME if piece.rule is None else piece.output
        return ""

    def _side(self, beside: dict[int, int], places: tuple[int, ...]) -> tuple[str, bool]:
        """The letters of one side, nearest first, and whether more may follow them."""
        found = ""
        for place in places:
            if place not in beside:
                break
            if beside[place] == EDGE:
                return found, False
            found += self.representatives[beside[place]]
        return found, True

    def _block(self, letter: str, char: str, answers: dict[Beside, str | None]) -> list[str | None]:
        """The cells of ``char``, a form of ``letter``, at the number of every combination."""
        taken = self.taken[letter]
        count = (self._span(taken).bit_length() - 1) // self.bits
        block = numpy.full((1 << self.bits,) * count, "", object)
        axes = self.places[:count][::-1]
        for beside, output in answers.items():
            if output == _SAME:
                output = char if char not in _RARE else None
            elif output and char.lower() != char:
                output = capitalize(output, self.rules.capitals)
            at = dict(beside)
            block[tuple(at.get(place, slice(None)) for place in axes)] = output
        return block.ravel().tolist() if count else [block.item()]


def _classes(rules: Scheme) -> tuple[dict[str, int], list[str]]:
    """Letters that no rule tells apart as neighbours, in one class each; class 0 is the word's edge."""
    elements = list(dict.fromkeys(_elements(rules)))
    sources = [rule.source for some in rules.rules.values() for rule in some if len(rule.source) > 1]
    numbers: dict[tuple, int] = {}
    representatives = [""]
    classes = {}
    for letter in dict.fromkeys([*filter(_is_plain, rules.rules), APOSTROPHE]):
        told = [element.holds(letter) for element in elements]
        signature = (*told, *(letter if letter in source else "" for source in sources))
        if signature not in numbers:
            numbers[signature] = len(representatives)
            representatives.append(letter)
        classes[letter] = numbers[signature]
    return classes, representatives


def _elements(rules: Scheme) -> Iterator:
    for some in rules.rules.values():
        for rule in some:
            for context in (rule.after, rule.before):
                for sequence in context:
                    yield from sequence


def _is_plain(letter: str) -> bool:
    return len(letter) == 1 and CYRILLIC_LETTER.match(letter) is not None and letters(letter)[0].char == letter


@cache
def _units() -> numpy.ndarray:
    """What each code point is in a word, before any scheme: Cyrillic (all foreign yet), another letter or a mark; what
    lies beyond the basic plane may be a letter."""
    units = numpy.zeros(EVERY, numpy.uint32)
    units[[*range(0x300, 0x370), *map(ord, APOSTROPHES), *range(0xD800, 0xE000), EVERY - 1]] = OTHER
    units[0x483:0x488] = CYRILLIC | OTHER | HARD  # marks
    every = "".join(map(chr, range(EVERY - 1)))
    for found in _LETTERS.finditer(every):
        units[found.start() : found.end()] = OTHER
    for found in CYRILLIC_LETTER.finditer(every):
        char = found.group()
        if char.isalnum() and not char.isdecimal():
            units[ord(char)] = CYRILLIC | HARD | (LOWER if char != char.upper() else 0)
    return units
