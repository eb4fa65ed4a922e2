"""The names of a file cut into words and signs, each distinct one once.

New words are told of as they are met, so that somebody can begin to read them while names are still being cut.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from ..names import nominative
from ..scoring import prepare
from ..text import clean

# a word with its hyphens and, by itself, what else counts: a full stop after it, a comma
PIECE = re.compile(r"[^\W\d_]+(?:[’\-][^\W\d_]+)*\.?|,")
_HYPHEN = re.compile("[-‐‑]")
# anything but Latin and Cyrillic letters, hyphens, apostrophes, full stops, commas and spaces: parsed by itself
_OTHER = re.compile("[^A-Za-zÀ-ÖØ-öø-ɏЀ-ҁҊ-ԯḀ-ỿ’., \\-]")
# what ``clean`` leaves as it is
_PLAIN = re.compile(r"(?:[A-Za-z., \-]*|[Ѐ-яёіїєўґђ-џ., \-]*)\Z")
_MANY = 512  # new pieces that are told of at once


@dataclass(slots=True)
class Names:
    """Some names cut up. ``texts`` are the distinct ones after cleaning, ``weights`` say how many records bear each, ``places`` which
    is each record's. ``counts`` has the words (in small letters) and how often each is met; ``pieces`` the distinct
    words and signs as they are written, ``flat`` those of every text by number, one text after the other, ``ends`` where each ends
    there; ``sides`` the parts of texts that are parsed by themselves."""

    texts: list[str] = field(default_factory=list)
    weights: array = field(default_factory=lambda: array("q"))
    places: array = field(default_factory=lambda: array("q"))
    counts: dict[str, int] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    flat: array = field(default_factory=lambda: array("I"))
    ends: array = field(default_factory=lambda: array("Q"))
    sides: dict[int, list[tuple[str, str]]] = field(default_factory=dict)


def cut(names: Iterable[str], tell: Callable[[list[str]], object] = len) -> Names:
    """The names cut up. ``tell`` hears of new words as they are met, some at a time, in the order of ``counts``."""
    found = Names()
    texts, weights, places, counts = found.texts, found.weights, found.places, found.counts
    numbers: dict[str, int] = {}
    of_name: dict[str, int] = {}
    pieces: defaultdict[str, int] = defaultdict()
    pieces.default_factory = pieces.__len__  # a new piece gets the next number
    noted = told = 0
    for name in names:
        place = of_name.get(name)
        if place is None:
            is_plain = _PLAIN.match(name)
            text = name if is_plain and name.isascii() else nominative(name if is_plain else clean(name).strip())
            place = of_name[name] = numbers.setdefault(text, len(texts))
            if place == len(texts):
                texts.append(text)
                weights.append(0)
                if is_plain and "." not in text and "," not in text and "-" not in text:
                    found.flat.extend([pieces[piece] for piece in text.split()])
                elif not _OTHER.search(text):
                    found.flat.extend([pieces[piece] for piece in PIECE.findall(text)])
                else:
                    found.sides[place] = parts_of(text)
                    for low in _words_in(found.sides[place]):
                        counts.setdefault(low, 0)
                found.ends.append(len(found.flat))
                if len(pieces) - noted >= _MANY:
                    noted = _note_words(pieces, noted, counts)
                    tell(list(islice(counts, told, None)))
                    told = len(counts)
        weights[place] += 1
        places.append(place)
    _note_words(pieces, noted, counts)
    tell(list(islice(counts, told, None)))
    found.pieces = list(pieces)
    _count(found)
    return found


def _note_words(pieces: dict[str, int], noted: int, counts: dict[str, int]) -> int:
    """Enter the words of the pieces after the first ``noted``; how many pieces there are."""
    for piece in islice(pieces, noted, None):
        for low in words_of(piece):
            counts.setdefault(low, 0)
    return len(pieces)


def _count(found: Names) -> None:
    """Count how many records have each word."""
    counts, weights, ends = found.counts, found.weights, found.ends
    met = Counter(found.flat)
    for place, weight in enumerate(weights):
        if weight > 1:
            for number in found.flat[ends[place - 1] if place else 0 : ends[place]]:
                met[number] += weight - 1
    for number, piece in enumerate(found.pieces):
        for low in words_of(piece):
            counts[low] += met[number]
    for place, parts in found.sides.items():
        for low in _words_in(parts):
            counts[low] += weights[place]


def _words_in(parts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The words of parts that are parsed by themselves."""
    return (clean(text).lower() for text, role in parts if role not in ("initial", "suffix"))


def words_of(piece: str) -> tuple[str, ...]:
    """The words that a piece adds to the vocabulary: none of a comma or an initial; of a word with hyphens it, and each."""
    if piece == "," or piece[-1] == "." and len(piece) <= 3:
        return ()
    low = piece.rstrip(".").lower()
    return (low, *(one for one in _HYPHEN.split(low) if one)) if "-" in low else (low,)


def parts_of(name: str) -> list[tuple[str, str]]:
    """The parts of one name, as they are compared, each with its role."""
    side = prepare(name, "person")
    return [*((part.text, part.role) for part in side.parts), *((suffix, "suffix") for suffix in side.suffixes)]
