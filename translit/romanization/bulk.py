"""Long texts and columns: look-ups in a table that the readable engine filled, held equal to the engine by test.

Words the table does not cover (marks, mixed scripts, letters foreign to the scheme, rules that look far) are written by
the engine one by one, and so are words in capitals that would write a letter as several.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import numpy

from ..tables.rules import Scheme
from .cells import (
    ASK,
    CELL,
    CELL_BITS,
    CLASS,
    CYRILLIC,
    HARD,
    LEFT,
    LOWER,
    MASK_SHIFT,
    NUL,
    OTHER,
    RIGHT,
    SECOND_LEFT,
    SECOND_RIGHT,
    WIDE,
    Table,
    make_table,
)  # fmt: skip

_BLOCK, _SLACK = 1 << 16, 1 << 8
_HOLE = bytes([ASK])  # stands where the engine's word goes
_MOST_KNOWN = 1 << 14
_SPACE = ord(" ")
_LETTER = CYRILLIC | OTHER
_SIDES = {LEFT: slice(1, -3), RIGHT: slice(3, -1), SECOND_RIGHT: slice(4, None), SECOND_LEFT: slice(None, -4)}

Slow = Callable[[str, int, int], str]
Spans = list[tuple[int, int]]


class _Desk:
    """Arrays that a text's blocks use one after the other: new memory for each would cost more than the work."""

    def __init__(self, size: int, table: Table):
        self.size = size
        self.wide = numpy.empty(size + 4, numpy.intp)  # what `take` takes without a copy
        self.known, self.classes, self.index, self.context, self.other = (
            numpy.empty(size + 4, numpy.uint32) for _ in range(5)
        )
        self.bytes = bytearray(size * table.cells.itemsize)
        self.cells = numpy.frombuffer(self.bytes, table.cells.dtype)


class Bulk:
    """One scheme's way with long texts."""

    def __init__(self, table: Table):
        self.table = table
        self._known: dict[str, bytes] = {}
        capitals = "".join(chr(unit) for unit, holds in enumerate(table.is_capital) if holds)
        self._capitals = re.compile(f"[{re.escape(capitals)}]+")

    def write(self, text: str, slow: Slow) -> str:
        """``text`` in Latin letters; ``slow(text, start, end)`` is the engine's way with a part of a text, asked for
        what the table does not cover."""
        desk = _Desk(min(len(text), _BLOCK + _SLACK), self.table)
        return "".join([self._write_block(block, slow, desk) for block in _blocks(text)])

    def _write_block(self, block: str, slow: Slow, desk: _Desk) -> str:
        try:
            encoded = f"\n\n{block}\n\n".encode("utf-16-le")
        except UnicodeEncodeError:
            encoded = f"\n\n{block}\n\n".encode("utf-16-le", "surrogatepass")
            if len(encoded) != 2 * len(block) + 8:
                return slow(block, 0, len(block))  # lone surrogates beside pairs
        units = numpy.frombuffer(encoded, numpy.uint16)
        size = len(units) - 4
        if size > desk.size:
            desk = _Desk(size, self.table)
        wide = desk.wide[: len(units)]
        wide[:] = units
        known = self.table.units.take(wide, out=desk.known[: len(units)], mode="clip")
        index = self._index(known, desk)
        places = numpy.flatnonzero((known[2:-2] & (OTHER | HARD | WIDE)).astype(bool))
        shouted = self._shouted_words(block, units, known, places)
        places = self._foreign_places(units, known, places, index)
        wide = desk.wide[:size]
        wide[:] = index
        cells = self.table.cells.take(wide, out=desk.cells[:size], mode="clip")
        desk.cells[size:] = 0
        if self.table.is_open:
            asking = numpy.flatnonzero(cells == ASK)
            places = numpy.union1d(places, asking) if len(asking) else places
        spans = _words_at(known, places) if len(places) else []
        spans = _apart(spans + shouted)
        astral = len(units) != len(block) + 4
        fills = self._ask(block, _in_text(spans, units) if astral else spans, slow)
        for start, stop in spans:
            cells[start:stop] = 0
            cells[start] = ASK
        return self._decode(desk.bytes, fills, "\0" in block, astral)

    def _index(self, known: numpy.ndarray, desk: _Desk) -> numpy.ndarray:
        """The cell of every unit."""
        table = self.table
        own = known[2:-2]
        index = numpy.bitwise_and(own, CELL, out=desk.index[: len(own)])
        if table.places:
            classes = numpy.right_shift(known, CELL_BITS, out=desk.classes[: len(known)])
            classes &= CLASS
            context, other = desk.context[: len(own)], desk.other[: len(own)]
            context[:] = classes[_SIDES[table.places[0]]]
            for number, place in enumerate(table.places[1:], 1):
                context |= numpy.left_shift(classes[_SIDES[place]], number * table.bits, out=other)
            numpy.right_shift(own, MASK_SHIFT, out=other)
            if len(table.masks) == 2:
                context *= other
            else:
                context &= table.masks.take(other)
            index += context
        return index

    def _foreign_places(
        self, units: numpy.ndarray, known: numpy.ndarray, places: numpy.ndarray, index: numpy.ndarray
    ) -> numpy.ndarray:
        """Where a letter or mark is foreign to the table, or letters of two scripts meet. An apostrophe between two
        letters is a letter; any other writes itself."""
        places = places[(known[places + 2] & (OTHER | HARD)).astype(bool)]
        own, left, right = known[places + 2], known[places + 1], known[places + 3]
        apostrophes = (own & OTHER).astype(bool) & (own >> CELL_BITS & CLASS).astype(bool)
        inner = apostrophes & (left & right & CYRILLIC).astype(bool)
        loose = places[apostrophes & ~inner]
        index[loose] = units[loose + 2] + numpy.uint32(self.table.stays)
        foreign = ((left | right) & CYRILLIC).astype(bool) & ~inner
        foreign |= (own & HARD).astype(bool)
        return places[foreign]

    def _shouted_words(self, block: str, units: numpy.ndarray, known: numpy.ndarray, places: numpy.ndarray) -> Spans:
        """The all-capital words, and one-letter words beside which such may stand, with a capital that may write
        several capitals."""
        before, after = known[places + 1], known[places + 3]
        kept = (known[places + 2] & WIDE).astype(bool) & ((before | after) & LOWER == 0)
        if not kept.any():
            return []
        places, before, after = places[kept], before[kept], after[kept]
        alone = (before | after) & _LETTER == 0
        small = (units[places + 3] == _SPACE) & (known[numpy.minimum(places + 4, len(known) - 1)] & LOWER != 0)
        small |= (units[places + 1] == _SPACE) & (known[places] & LOWER != 0)
        lone = places[alone & ~small].tolist()
        found = [(place, place + 1) for place in lone]
        end = 0
        is_capital, unit, about = self.table.is_capital, memoryview(units), memoryview(known)
        astral = len(units) != len(block) + 4
        codes = units[2:-2].astype("<u4").tobytes().decode("utf-32-le", "surrogatepass") if astral else block
        run = self._capitals.match
        for place in places[~alone].tolist():
            if place < end:
                continue
            start, end = place, run(codes, place).end()
            while is_capital[unit[start + 1]]:
                start -= 1
            if not (about[start + 1] | about[end + 2]) & _LETTER:
                found.append((start, end))
        return found

    def _ask(self, block: str, spans: Spans, slow: Slow) -> list[bytes]:
        """The engine's words for the spans, as UTF-8."""
        found = []
        for start, stop in spans:
            word = block[start:stop]
            if len(word) == 1 or not word.isalpha():  # what is one word of two letters or more stands for itself
                found.append(_encode(slow(block, start, stop)))
                continue
            written = self._known.get(word)
            if written is None:
                if len(self._known) >= _MOST_KNOWN:
                    self._known.clear()
                written = self._known[word] = _encode(slow(word, 0, len(word)))
            found.append(written)
        return found

    def _decode(self, cells: bytearray, fills: list[bytes], has_nul: bool, astral: bool) -> str:
        written = cells.translate(None, b"\0")
        for spare, output in self.table.spares:
            if spare in written:
                written = written.replace(spare, output)
        if has_nul:
            written = written.replace(NUL, b"\0")
        if fills:
            pieces = [b""] * (2 * len(fills) + 1)
            pieces[::2] = written.split(_HOLE)
            pieces[1::2] = fills
            written = b"".join(pieces)
        text = written.decode("utf-8", "surrogatepass")
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le") if astral else text


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _apart(spans: Spans) -> Spans:
    """The spans in order, without those inside another."""
    found: Spans = []
    end = 0
    for span in sorted(spans):
        if span[0] >= end:
            found.append(span)
            end = span[1]
        elif span[0] == found[-1][0]:
            found[-1] = span  # the longer comes last
            end = span[1]
    return found


def _words_at(known: numpy.ndarray, places: numpy.ndarray) -> Spans:
    """The words around ``places``, which are in order."""
    if len(places) > len(known) >> 8:
        inside = (known[2:-2] & _LETTER).astype(bool)
        edges = numpy.concatenate(([-1], numpy.flatnonzero(~inside), [len(inside)]))
        at = numpy.unique(numpy.searchsorted(edges, places))
        return list(zip((edges[at - 1] + 1).tolist(), edges[at].tolist(), strict=True))
    found: Spans = []
    end = -1
    about = memoryview(known)
    for place in places.tolist():
        if place < end:
            continue
        start, end = place, place + 1
        while about[start + 1] & _LETTER:
            start -= 1
        while about[end + 2] & _LETTER:
            end += 1
        found.append((start, end))
    return found


def _in_text(spans: Spans, units: numpy.ndarray) -> Spans:
    """Spans of units as spans of a text with characters of two units."""
    halves = numpy.flatnonzero((units[2:-2] & 0xFC00) == 0xDC00)
    return [(start - int(halves.searchsorted(start)), stop - int(halves.searchsorted(stop))) for start, stop in spans]


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
def bulk(rules: Scheme) -> Bulk | None:
    """The fast way of a scheme; None where no table holds it."""
    table = make_table(rules)
    return None if table is None else Bulk(table)
