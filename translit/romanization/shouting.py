"""Capitals of a block: which words are all in capitals, and which one-letter words may stand among such."""

from __future__ import annotations

import numpy

from .cells import CYRILLIC, LETTER, LOWER
from .words import REACH

_SPACE, _DOT = ord(" "), ord(".")


def judge_capitals(
    units: numpy.ndarray, known: numpy.ndarray, capitals: numpy.ndarray, room: numpy.ndarray
) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Those of ``capitals``, places of letters that write several, in an all-capital word, and those that are a word by
    themselves and may stand among such: some is in reach, and no word with a small letter is next to it.

    ``units`` are the code points, ``known`` what the table knows of each; both have two of padding at each side.
    ``room`` is memory to work in.
    """
    before, after = known[capitals + 1], known[capitals + 3]
    beside = (before | after) & (LETTER | LOWER)
    shouted = capitals[(beside != 0) & (beside < LOWER)]
    lone = capitals[beside == 0]
    lone = lone[~_beside_small(units, known, lone)]
    if not len(shouted) and not len(lone):
        return shouted, lone
    pairs = _find_pairs(known, room)
    if len(shouted):
        shouted = shouted[_in_capital_words(known, pairs, shouted + 2)]
    return shouted, lone[pairs.searchsorted(lone - REACH) != pairs.searchsorted(lone + 2 + REACH)]


def _find_pairs(known: numpy.ndarray, room: numpy.ndarray) -> numpy.ndarray:
    """Where two letters begin of which none is known as small."""
    inside = numpy.bitwise_and(known, LETTER | LOWER, out=room)
    inside -= numpy.uint32(1)
    high = inside < LOWER - 1
    return numpy.flatnonzero(high[1:] & high[:-1])


def _in_capital_words(known: numpy.ndarray, pairs: numpy.ndarray, places: numpy.ndarray) -> numpy.ndarray:
    """Whether a place stands in a word of two letters or more, none of them small."""
    breaks = numpy.flatnonzero(pairs[1:] - pairs[:-1] != 1)
    starts = pairs[numpy.concatenate(([0], breaks + 1))]
    lasts = pairs[numpy.concatenate((breaks, [-1]))] + 1
    whole = (known[starts - 1] | known[lasts + 1]) & LOWER == 0
    return whole[starts.searchsorted(places, "right") - 1]


def _beside_small(units: numpy.ndarray, known: numpy.ndarray, lone: numpy.ndarray) -> numpy.ndarray:
    """Whether one space, or a dot and a space, lies between a one-letter word and one with a small letter."""
    small = (units[lone + 1] == _SPACE) & (known[lone] & LOWER != 0)
    gap = lone + 3 + (units[lone + 3] == _DOT)
    first = known[gap + 1]
    second = known[numpy.minimum(gap + 2, len(known) - 1)]
    small |= (units[gap] == _SPACE) & ((first | (first & CYRILLIC != 0) * second) & LOWER != 0)
    return small
