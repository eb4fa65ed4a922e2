"""One byte for every character that a scheme writes: half the length of what would be gathered as UTF-8.

A code that no character needs stands for an output too long for a cell, or is the hole that the engine's word fills.
"""

from __future__ import annotations

from codecs import charmap_decode
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy

EVERY = 65537  # code points of the basic plane, and one number for all beyond
_ASCII = frozenset(map(chr, (9, 10, 13, *range(32, 127))))
_CONTROLS = [code for code in (*range(32), 127) if code and chr(code) not in _ASCII]
_LATIN = "".join(map(chr, range(0xA0, 0x100)))
_COMMON = "\xa0«»°§·—–…“”„‘’№•"  # what texts have beyond ASCII
_ELSEWHERE = "łŁśŚćńżŻźąęčČšŠžŽěřůāēīūėųļņğşıİőăț"  # letters of names from other languages
_WIDTHS = {2: numpy.uint16, 4: numpy.uint32, 8: numpy.uint64}


@dataclass(frozen=True, slots=True, eq=False)
class Codes:
    """What bytes stand for: ``spares``, control characters, for several bytes; then, by ``decoding``, every byte for a
    character. ASCII is itself. ``hole`` stands for none; ``numbers`` are the codes of characters; a cell has ``width``
    bytes, the unused ones NUL."""

    numbers: dict[str, int]
    hole: int
    spares: tuple[tuple[bytes, bytes], ...]
    decoding: str
    width: int

    def pack(self, outputs: Iterable[str | None]) -> numpy.ndarray:
        """A cell for every output; None leaves a hole."""
        spares = {written: spare for spare, written in self.spares}
        packed: dict[str | None, int] = {None: self.hole}
        found = []
        for output in outputs:
            number = packed.get(output)
            if number is None:
                written = bytes([self.numbers[char] for char in output])
                number = packed[output] = int.from_bytes(spares.get(written, written), "little")
            found.append(number)
        return numpy.array(found, _WIDTHS[self.width])

    def stays(self) -> numpy.ndarray:
        """A cell for every code point, which writes itself; a hole where it has no code."""
        cells = numpy.full(EVERY, self.hole, _WIDTHS[self.width])
        cells[list(map(ord, self.numbers))] = list(self.numbers.values())
        return cells

    def join(self, cells: numpy.ndarray) -> bytes:
        """The codes in the cells, one after the other."""
        written = cells.tobytes().translate(None, b"\0")
        for spare, output in self.spares:
            written = written.replace(spare, output)
        return written

    def encode(self, text: str) -> bytes | None:
        """The codes of ``text``; None where a character has none."""
        try:
            return bytes([self.numbers[char] for char in text])
        except KeyError:
            return None

    def decode(self, written: bytes) -> str:
        """The text that codes stand for, with ``hole`` as a character where there is one."""
        return written.decode("ascii") if written.isascii() else charmap_decode(written, "strict", self.decoding)[0]


def make_codes(outputs: Collection[str]) -> Codes | None:
    """The codes of all characters in ``outputs``; None where they are more than bytes can tell, or too long."""
    hole, *controls = _CONTROLS
    for width in _WIDTHS:
        long = sorted(output for output in outputs if len(output) > width)
        if len(long) <= len(controls):
            break
    else:
        return None
    numbers = _number_characters(sorted({char for output in outputs for char in output} - _ASCII))
    if numbers is None:
        return None
    written = [bytes([numbers[char] for char in output]) for output in long]
    spares = tuple((bytes([spare]), output) for spare, output in zip(controls, written, strict=False))
    decoded = {code: char for char, code in numbers.items()}
    decoding = "".join(decoded.get(code, chr(code)) for code in range(256))
    return Codes(numbers, hole, spares, decoding, width)


def _number_characters(needed: list[str]) -> dict[str, int] | None:
    """A code for ASCII, all ``needed`` and as many others as there is room for: those of Latin-1 keep their own where
    no other needs it."""
    numbers = {char: ord(char) for char in (*_ASCII, *needed, *_COMMON) if char <= "\xff"}
    spared = [code for code in map(ord, _LATIN) if chr(code) not in numbers]
    free = [*range(0x80, 0xA0), *sorted(spared, key=lambda code: chr(code).isalpha())][::-1]
    for number, char in enumerate([*needed, *_COMMON, *_ELSEWHERE]):
        if char in numbers:
            continue
        if not free:
            return None if number < len(needed) else numbers
        if number >= len(needed) and free[-1] >= 0xC0:
            break
        numbers[char] = free.pop()
    return numbers | {chr(code): code for code in free if code >= 0xA0}
