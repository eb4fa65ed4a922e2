"""Long texts and columns: look-ups in a table that the readable engine filled, held equal to the engine by test.

Words the table does not cover (marks, mixed scripts, letters foreign to the scheme, rules that look far) are written by
the engine one by one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import numpy

from ..tables.rules import Scheme
from ..text import WORD, has_cyrillic
from .cells import (
    CELL,
    CELL_BITS,
    CLASS,
    CYRILLIC,
    HARD,
    LEFT,
    LETTER,
    MASK_SHIFT,
    OTHER,
    RIGHT,
    SECOND_LEFT,
    SECOND_RIGHT,
    WIDE,
    Table,
    make_table,
)  # fmt: skip
from .shouting import judge_capitals

_BLOCK, _SLACK = 1 << 16, 1 << 8
_MOST_KNOWN, _LONG_WORD = 1 << 14, 64
_SIDES = {LEFT: slice(1, -3), RIGHT: slice(3, -1), SECOND_RIGHT: slice(4, None), SECOND_LEFT: slice(None, -4)}
_LETTERLIKE = (0x02B9, 0x02BB, 0x02BC)  # apostrophes that are letters by themselves

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
        self.cells = numpy.empty(size, table.cells.dtype)


class Bulk:
    """One scheme's way with long texts."""

    def __init__(self, table: Table):
        self.table = table
        self._hole = bytes([table.codes.hole])
        self._known: dict[str, bytes] = {}

    def write(self, text: str, slow: Slow) -> str:
        """``text`` in Latin letters; ``slow(text, start, end)`` is the engine's way with a part of a text, asked for
        what the table does not cover."""
        desk = _Desk(min(len(text), _BLOCK + _SLACK), self.table)
        rest: list[str] = []
        written = b"".join([self._write_block(block, slow, desk, rest) for block in _blocks(text)])
        found = self.table.codes.decode(written)
        if not rest:
            return found
        pieces = [""] * (2 * len(rest) + 1)
        pieces[::2] = found.split(self._hole.decode())
        pieces[1::2] = rest
        return "".join(pieces)

    def _write_block(self, block: str, slow: Slow, desk: _Desk, rest: list[str]) -> bytes:
        """The codes of a block; what no codes can write leaves a hole, and is added to ``rest``."""
        table, size = self.table, len(block)
        if size > desk.size:
            desk = _Desk(size, table)
        units = numpy.array(f"\n\n{block}\n\n").reshape(1).view(numpy.uint32)  # two of padding at each side
        wide = desk.wide[: size + 4]
        wide[:] = units
        known = table.units.take(wide, out=desk.known[: size + 4], mode="clip")
        flags = numpy.bitwise_and(known[2:-2], OTHER | HARD | WIDE, out=desk.other[:size])
        places = numpy.flatnonzero(flags != 0)
        foreign = self._part_apostrophes(units, known, places)
        index = self._index(known, desk)
        shouted, lone = judge_capitals(units, known, places[known[places + 2] & WIDE != 0], desk.other[: size + 4])
        index[shouted] += numpy.uint32(table.shouts)
        wide = desk.wide[:size]
        wide[:] = index
        cells = table.cells.take(wide, out=desk.cells[:size], mode="clip")
        cells[foreign] = table.codes.hole
        asked = numpy.flatnonzero(cells == table.codes.hole)
        spans = _spans_at(known, asked) if len(asked) else []
        if len(lone):
            spans = sorted({*spans, *((place, place + 1) for place in lone.tolist())})
        for start, stop in spans:
            cells[start:stop] = 0
            cells[start] = table.codes.hole
        written = table.codes.join(cells)
        if not spans:
            return written
        pieces = [b""] * (2 * len(spans) + 1)
        pieces[::2] = written.split(self._hole)
        pieces[1::2] = self._ask(block, spans, slow, rest)
        return b"".join(pieces)

    def _part_apostrophes(self, units: numpy.ndarray, known: numpy.ndarray, places: numpy.ndarray) -> numpy.ndarray:
        """Where a letter or mark is foreign to the table, or letters of two scripts meet. An apostrophe between two
        letters is a letter; one that is beside one at most, and no letter by itself, is made known as none."""
        places = places[(known[places + 2] & (OTHER | HARD)).astype(bool)]
        if not len(places):
            return places
        own, left, right = known[places + 2], known[places + 1], known[places + 3]
        apostrophes = (own & OTHER).astype(bool) & (own >> CELL_BITS & CLASS).astype(bool)
        inner = apostrophes & (left & right & CYRILLIC).astype(bool)
        foreign = ((left | right) & CYRILLIC).astype(bool) & ~inner
        foreign |= (own & HARD).astype(bool)
        outer = apostrophes & ~inner
        if outer.any():
            loose = outer & ((left | right) & (OTHER | HARD) == 0)
            code = units[places + 2]
            for letterlike in _LETTERLIKE:
                loose &= code != letterlike
            known[places[loose] + 2] = code[loose] + numpy.uint32(self.table.stays)
            foreign &= ~loose
            rest = outer & ~loose
            known[places[rest] + 2] = (code[rest] + numpy.uint32(self.table.stays)) | OTHER
        return places[foreign]

    def _index(self, known: numpy.ndarray, desk: _Desk) -> numpy.ndarray:
        """The cell of every character."""
        table = self.table
        own = known[2:-2]
        index = numpy.bitwise_and(own, CELL, out=desk.index[: len(own)])
        if table.places:
            classes = numpy.right_shift(known, CELL_BITS, out=desk.classes[: len(known)])
            classes &= CLASS
            context, other = desk.context[: len(own)], desk.other[: len(own)]
            first, *others = (classes[_SIDES[place]] for place in table.places)
            for number, beside in enumerate(others, 1):
                into = context if number == 1 else other
                numpy.left_shift(beside, number * table.bits, out=into)
                context |= first if number == 1 else other
            if not others:
                context[:] = first
            numpy.right_shift(own, MASK_SHIFT, out=other)
            if len(table.masks) == 2:
                context *= other
            else:
                context &= table.masks.take(other)
            index += context
        return index

    def _ask(self, block: str, spans: Spans, slow: Slow, rest: list[str]) -> list[bytes]:
        """The codes of the engine's words for the spans, or a hole."""
        found = []
        for start, stop in spans:
            word = block[start:stop]
            written = self._known.get(word)
            if written is None:
                answer = slow(block, start, stop) if has_cyrillic(word) else word
                written = self.table.codes.encode(answer)
                if written is None:
                    written = self._hole
                    rest.append(answer)
                elif 1 < len(word) <= _LONG_WORD and WORD.fullmatch(word):  # one that does not look at its neighbours
                    if len(self._known) >= _MOST_KNOWN:
                        self._known.clear()
                    self._known[word] = written
            found.append(written)
        return found


def _spans_at(known: numpy.ndarray, places: numpy.ndarray) -> Spans:
    """The words around ``places``, which are in order; a place that is no letter's by itself."""
    own = known[places + 2] & LETTER != 0
    if own.all():
        return _words_at(known, places)
    single = places[~own].tolist()
    return sorted([*_words_at(known, places[own]), *((place, place + 1) for place in single)])


def _words_at(known: numpy.ndarray, places: numpy.ndarray) -> Spans:
    if len(places) > len(known) >> 8:
        inside = (known[2:-2] & LETTER).astype(bool)
        edges = numpy.concatenate(([-1], numpy.flatnonzero(~inside), [len(inside)]))
        at = numpy.searchsorted(edges, places)
        at = at[numpy.concatenate(([True], at[1:] != at[:-1]))]
        return list(zip((edges[at - 1] + 1).tolist(), edges[at].tolist(), strict=True))
    found: Spans = []
    end = -1
    about = memoryview(known)
    for place in places.tolist():
        if place < end:
            continue
        start, end = place, place + 1
        while about[start + 1] & LETTER:
            start -= 1
        while about[end + 2] & LETTER:
            end += 1
        found.append((start, end))
    return found


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
