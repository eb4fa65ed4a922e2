"""The names of a file cut into words and signs, each distinct one once.

New words are told of as they are met, so that somebody can begin to read them while names are still being cut.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from ..scoring import prepare
from ..scoring.anew import may_be_read_anew, read_anew
from ..text import clean

# a word with its hyphens and, by itself, what else counts: a full stop after it, a comma
PIECE = re.compile(r"[^\W\d_]+(?:[’\-][^\W\d_]+)*\.?|,")
_HYPHEN = re.compile("[-‐‑]")
# anything but Latin and Cyrillic letters, hyphens, apostrophes, full stops, commas and spaces: parsed by itself
_OTHER = re.compile("[^A-Za-zÀ-ÖØ-öø-ɏЀ-ҁҊ-ԯḀ-ỿ’., \\-]")
# what ``clean`` leaves as it is
_PLAIN = re.compile(r"(?:[A-Za-zÀ-ÖØ-öø-ſ., \-]*|[Ѐ-яёіїєўґђ-џ., \-]*)\Z")
_MANY = 512  # new pieces that are told of at once


@dataclass(slots=True)
class Names:
    """Some names cut up. ``texts`` are the distinct ones after cleaning, ``places`` say which is each record's. ``counts`` has the words
    (in small letters) and how often each is met; ``pieces`` the distinct words and signs as they are written, ``words`` the
    words of each, ``flat`` the pieces of every text by number, one text after the other, ``ends`` where each ends there; ``sides`` the parts of texts that are parsed by themselves."""

    texts: list[str] = field(default_factory=list)
    places: array = field(default_factory=lambda: array("i"))
    counts: dict[str, int] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    words: list[tuple[str, ...]] = field(default_factory=list)
    flat: array = field(default_factory=lambda: array("I"))
    ends: array = field(default_factory=lambda: array("Q"))
    sides: dict[int, list[tuple[str, str]]] = field(default_factory=dict)


def cut(names: Sequence[str], tell: Callable[[list[str]], object] = len) -> Names:
    """The names cut up. ``tell`` hears of new words as they are met, some at a time, in the order of ``counts``."""
    found = Names()
    texts, counts, flat, ends = found.texts, found.counts, found.flat, found.ends
    numbers: dict[str, int] = {}
    place_of: dict[str, int] = dict.fromkeys(names, -1)
    pieces: defaultdict[str, int] = defaultdict()
    pieces.default_factory = pieces.__len__  # a new piece gets the next number
    told = 0
    for name in place_of:
        is_plain = _PLAIN.match(name)
        text = name if is_plain else clean(name).strip()
        if not is_plain or may_be_read_anew(text.split()):
            text = read_anew(text)
        place = place_of[name] = numbers.setdefault(text, len(texts))
        if place < len(texts):
            continue
        texts.append(text)
        if is_plain and "." not in text and "," not in text and "-" not in text:
            flat.extend(map(pieces.__getitem__, text.split()))
        elif not _OTHER.search(text):
            flat.extend(map(pieces.__getitem__, PIECE.findall(text)))
        else:
            found.sides[place] = parts_of(text)
            for low in _words_in(found.sides[place]):
                counts.setdefault(low, 0)
        ends.append(len(flat))
        if len(pieces) - len(found.words) >= _MANY:
            _note_words(found, pieces)
            tell(list(islice(counts, told, None)))
            told = len(counts)
    _note_words(found, pieces)
    tell(list(islice(counts, told, None)))
    found.pieces = list(pieces)
    found.places = array("i", map(place_of.__getitem__, names))
    _count(found)
    return found


def _note_words(found: Names, pieces: Iterable[str]) -> None:
    """Enter the words of the pieces that are new."""
    for piece in islice(pieces, len(found.words), None):
        words = words_of(piece)
        found.words.append(words)
        for low in words:
            found.counts.setdefault(low, 0)


def _count(found: Names) -> None:
    """Count how many records have each word."""
    counts, ends = found.counts, found.ends
    weights = Counter(found.places)
    met = Counter(found.flat)
    for place, weight in weights.items():
        if weight > 1:
            for number in found.flat[ends[place - 1] if place else 0 : ends[place]]:
                met[number] += weight - 1
    for number, words in enumerate(found.words):
        for low in words:
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
