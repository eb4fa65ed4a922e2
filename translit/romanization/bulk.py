"""Long texts and columns: a NumPy table filled by asking the readable engine, and held equal to it by test.

What a letter writes depends on a few neighbours. Neighbours that no rule tells apart form one class; for each letter
the engine is asked once per combination of classes that can matter to it, on a word made of one letter of each class.
Text then becomes table look-ups. Words the table does not cover (apostrophes, marks, mixed scripts, letters foreign to
the scheme) are written by the engine one by one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product

import numpy

from ..tables.rules import Scheme
from ..text import APOSTROPHES, CYRILLIC_LETTER, letters
from .engine import read_word, upper, write_piece

_EDGE = 0
_MOST_REACH = 2
_MOST_QUESTIONS = 100_000
_BLOCK = 1 << 16

# one number says all about a code unit: its first cell, its class as a neighbour, what it is in a word, and which
# neighbours matter to it
_CELL = (1 << 19) - 1
_CLASS_SHIFT, _CLASS_BITS = 19, 4
_MOST_CLASSES = 1 << _CLASS_BITS
_CYRILLIC_BIT, _OTHER_BIT, _HARD_BIT, _LOWER_BIT, _WIDE_BIT = (1 << bit for bit in range(23, 28))
_PLACES_SHIFT = 28
_LEFT, _RIGHT, _SECOND_RIGHT, _SECOND_LEFT = range(4)


Slow = Callable[[str, int, int], str]


class Bulk:
    """The look-up table of one scheme."""

    def __init__(self, rules: Scheme, reach: tuple[int, int], classes: dict[str, int], representatives: list[str]):
        self.rules = rules
        self.left, self.right = reach
        self.bits = max(1, (len(representatives) - 1).bit_length())
        self.classes = classes
        self.representatives = representatives
        self.units = _units().copy()
        self.masks = numpy.array([self._mask(places) for places in range(16)], numpy.uint32)

    def fill(self) -> None:
        """Ask the engine for every cell."""
        cells: list[bytes] = [b""]
        self._fill(cells)
        widest = max(map(len, cells))
        self.cells = numpy.concatenate([_pack(cells, widest), _stays(widest)])
        codes = numpy.flatnonzero(self.units & _CELL == 0).astype(numpy.uint32)
        self.units[codes] |= codes + numpy.uint32(len(cells))
        self.contextual = bool((self.units >> _PLACES_SHIFT).any())

    def _mask(self, places: int) -> int:
        return sum(((1 << self.bits) - 1) << (self.bits * place) for place in range(4) if places >> place & 1)

    # ------------------------------------------------------------------ filling

    def _fill(self, cells: list[bytes]) -> None:
        for letter in self.classes:
            places = self.places_that_matter(letter)
            for char in dict.fromkeys((letter, letter.upper())):
                if len(char) != 1 or char.lower() != letter:
                    continue
                unit = self.units[ord(char)] & ~numpy.uint32(_HARD_BIT)
                unit |= numpy.uint32(len(cells) | self.classes[letter] << _CLASS_SHIFT)
                unit |= numpy.uint32(sum(1 << place for place in places) << _PLACES_SHIFT)
                block = self._block(letter, places, capital=char != letter)
                if char != letter and any(upper(cell.decode()) != cell.decode() for cell in block):
                    unit |= numpy.uint32(_WIDE_BIT)
                self.units[ord(char)] = unit
                cells.extend(block)

    def places_that_matter(self, letter: str) -> list[int]:
        """Which neighbours can change what a letter writes."""
        found = set()
        for some in self.rules.rules.values():
            for rule in some:
                for at, char in enumerate(rule.source):
                    if char == letter:
                        before = at + max((len(sequence) for sequence in rule.after), default=0)
                        after = len(rule.source) - 1 - at + max((len(sequence) for sequence in rule.before), default=0)
                        found.update((_LEFT, _SECOND_LEFT)[:before])
                        found.update((_RIGHT, _SECOND_RIGHT)[:after])
        return sorted(found)

    def _block(self, letter: str, places: list[int], capital: bool) -> list[bytes]:
        """What ``letter`` writes for every combination of neighbour classes, at the combination's own number."""
        block = [b""] * (1 << (self.bits * (max(places, default=-1) + 1)))
        count = len(self.representatives)
        for combination in product(range(count), repeat=len(places)):
            beside = dict(zip(places, combination, strict=True))
            number = sum(class_ << (self.bits * place) for place, class_ in beside.items())
            block[number] = self._ask(letter, beside, capital)
        return block

    def _ask(self, letter: str, beside: dict[int, int], capital: bool) -> bytes:
        left = self._side(beside, (_LEFT, _SECOND_LEFT))
        right = self._side(beside, (_RIGHT, _SECOND_RIGHT))
        word = left[::-1] + letter + right
        at = len(left)
        for piece in read_word(self.rules, word):
            if piece.first == at:
                source = word[:at] + (letter.upper() if capital else letter) + word[at + 1 :]
                taken = letters(source)
                return write_piece(piece, taken, False).encode("utf-8")
        return b""

    def _side(self, beside: dict[int, int], places: tuple[int, ...]) -> str:
        found = []
        for place in places:
            class_ = beside.get(place, _EDGE)
            if class_ == _EDGE:
                break
            found.append(self.representatives[class_])
        return "".join(found)

    # ------------------------------------------------------------------ using

    def write(self, text: str, slow: Slow) -> str:
        """``text`` in Latin letters; ``slow(text, start, end)`` is the engine's way with a part of a text, asked for
        what the table does not cover."""
        return "".join(self._write_block(block, slow) for block in _blocks(text))

    def _write_block(self, block: str, slow: Slow) -> str:
        try:
            units = numpy.frombuffer(("\n\n" + block + "\n\n").encode("utf-16-le"), numpy.uint16)
        except UnicodeEncodeError:
            return slow(block, 0, len(block))
        if len(units) != len(block) + 4 or "\0" in block:
            return slow(block, 0, len(block))
        known = self.units.take(units)
        own = known[2:-2]
        index = own & _CELL
        if self.contextual:
            index += self._context(known) & self.masks.take(own >> _PLACES_SHIFT)
        cells = self.cells.take(index)
        spans = sorted({*self._foreign_words(known), *self._shouted_words(block, known)})
        if not spans:
            return _text(cells)
        written = []
        end = 0
        for start, stop in spans:
            written.append(_text(cells[end:start]))
            written.append(slow(block, start, stop))
            end = stop
        written.append(_text(cells[end:]))
        return "".join(written)

    def _context(self, known: numpy.ndarray) -> numpy.ndarray:
        """The classes of each letter's neighbours, side by side in one number."""
        classes = known >> _CLASS_SHIFT & (_MOST_CLASSES - 1)
        left, right = classes[1:-3], classes[3:-1]
        context = right << (_RIGHT * self.bits)
        context |= left << (_LEFT * self.bits)
        if self.right > 1:
            context |= numpy.where(right != _EDGE, classes[4:], _EDGE) << (_SECOND_RIGHT * self.bits)
        if self.left > 1:
            context |= numpy.where(left != _EDGE, classes[:-4], _EDGE) << (_SECOND_LEFT * self.bits)
        return context

    def _foreign_words(self, known: numpy.ndarray) -> list[tuple[int, int]]:
        """The words of the block that hold something the table does not cover: a letter or mark foreign to it, or
        letters of two scripts side by side."""
        one, other = known[1:-2], known[2:-1]
        mixed = (one & _CYRILLIC_BIT) << 1 & other
        mixed |= (other & _CYRILLIC_BIT) << 1 & one
        mixed &= _OTHER_BIT
        mixed |= other & _HARD_BIT
        flagged = numpy.flatnonzero(mixed.astype(bool))
        if not len(flagged):
            return []
        outside = numpy.flatnonzero(~(known[2:-2] & (_CYRILLIC_BIT | _OTHER_BIT)).astype(bool))
        length = len(known) - 4
        found: list[tuple[int, int]] = []
        for place in flagged.tolist():
            place = min(place, length - 1)
            if found and place < found[-1][1]:
                continue
            at = int(numpy.searchsorted(outside, place))
            start = int(outside[at - 1]) + 1 if at else 0
            stop = int(outside[at]) if at < len(outside) else length
            if start < stop:
                found.append((start, stop))
        return found

    def _shouted_words(self, block: str, known: numpy.ndarray) -> list[tuple[int, int]]:
        """The all-capital words of the block, and one-letter words, in which a capital may write several capitals."""
        capital = known[2:-2] & _WIDE_BIT
        capital &= ~(known[3:-1] << 1)  # a small letter follows: the capital begins a word in small letters
        found: list[tuple[int, int]] = []
        for place in numpy.flatnonzero(capital.astype(bool)).tolist():
            if found and place < found[-1][1]:
                continue
            start = place
            while start and _is_inner(block[start - 1]):
                start -= 1
            stop = place + 1
            while stop < len(block) and _is_inner(block[stop]):
                stop += 1
            word = block[start:stop]
            if word == word.upper():
                found.append((start, stop))
        return found


def _is_inner(char: str) -> bool:
    return bool(_units()[ord(char)] & (_CYRILLIC_BIT | _OTHER_BIT))


_CUT = re.compile(r"\n|(?<=\w\w) (?=\w\w)")


def _blocks(text: str) -> Iterator[str]:
    """``text`` in blocks, cut where no word sees across: at a line's end, or between two words of two letters or more
    (a one-letter word looks at its neighbours)."""
    start = 0
    while len(text) - start > _BLOCK:
        found = _CUT.search(text, start + _BLOCK)
        if found is None:
            break
        yield text[start : found.end()]
        start = found.end()
    if start < len(text):
        yield text[start:]


@cache
def _units() -> numpy.ndarray:
    """What each code unit is in a word, before any scheme: Cyrillic (all foreign yet), another letter or a mark."""
    units = numpy.zeros(65536, numpy.uint32)
    marks = [*range(0x300, 0x370), *range(0x483, 0x488), *map(ord, APOSTROPHES)]
    units[marks] = _OTHER_BIT
    for code in range(65536):
        char = chr(code)
        if not char.isalnum() or char.isdecimal() or 0xD800 <= code < 0xE000:
            continue
        if CYRILLIC_LETTER.match(char):
            units[code] = _CYRILLIC_BIT | _HARD_BIT | (_LOWER_BIT if char.islower() else 0)
        else:
            units[code] = _OTHER_BIT
    return units


@cache
def _stays(width: int) -> numpy.ndarray:
    """A cell for every code unit that writes itself."""
    codes = numpy.arange(65536, dtype=numpy.uint32)
    two = (0xC0 | codes >> 6) | (0x80 | codes & 0x3F) << 8
    three = (0xE0 | codes >> 12) | (0x80 | codes >> 6 & 0x3F) << 8 | (0x80 | codes & 0x3F) << 16
    found = numpy.where(codes < 0x80, codes, numpy.where(codes < 0x800, two, three))
    return found.astype(_cell_type(width))


def _cell_type(width: int) -> type:
    return numpy.uint32 if width <= 4 else numpy.uint64


def _pack(cells: list[bytes], width: int) -> numpy.ndarray:
    size = numpy.dtype(_cell_type(width)).itemsize
    return numpy.frombuffer(b"".join(cell.ljust(size, b"\0") for cell in cells), _cell_type(width)).copy()


def _text(cells: numpy.ndarray) -> str:
    return cells.tobytes().translate(None, b"\0").decode("utf-8", "surrogatepass")


@cache
def bulk(rules: Scheme) -> Bulk | None:
    """The table of a scheme; None where its rules reach further or tell more apart than a table holds."""
    left = right = 1
    for some in rules.rules.values():
        for rule in some:
            longest_after = max((len(sequence) for sequence in rule.after), default=0)
            longest_before = max((len(sequence) for sequence in rule.before), default=0)
            left = max(left, longest_after + len(rule.source) - 1)
            right = max(right, longest_before + len(rule.source) - 1)
            if len(rule.output.encode()) > 8:
                return None
    if left > _MOST_REACH or right > _MOST_REACH:
        return None
    classes, representatives = _classes(rules)
    if len(representatives) > _MOST_CLASSES:
        return None
    table = Bulk(rules, (left, right), classes, representatives)
    questions = sum(len(representatives) ** len(table.places_that_matter(letter)) for letter in classes)
    if questions > _MOST_QUESTIONS:
        return None
    table.fill()
    return table


def _classes(rules: Scheme) -> tuple[dict[str, int], list[str]]:
    """Letters that no rule tells apart as neighbours, in one class each; class 0 is the word's edge."""
    signatures: dict[str, tuple] = {}
    elements = []
    sources = []
    for some in rules.rules.values():
        for rule in some:
            elements += [element for context in (rule.after, rule.before) for sequence in context for element in sequence]
            if len(rule.source) > 1:
                sources.append(rule.source)
    for letter in rules.rules:
        if _is_plain(letter):
            told = tuple(element.holds(letter) for element in elements)
            signatures[letter] = told + tuple(letter if letter in source else "" for source in sources)
    numbers: dict[tuple, int] = {}
    representatives = [""]
    classes = {}
    for letter, signature in signatures.items():
        if signature not in numbers:
            numbers[signature] = len(representatives)
            representatives.append(letter)
        classes[letter] = numbers[signature]
    return classes, representatives


def _is_plain(letter: str) -> bool:
    return len(letter) == 1 and CYRILLIC_LETTER.match(letter) is not None
