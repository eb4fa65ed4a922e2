"""The parts of many names: names of one build are parsed once.

What part of a name a word is depends on what is known of each word (``Word.role``), its case, and the signs between the
words; names that agree in these are parsed alike, so one of them is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..names import name_parts, nominative
from ..scoring import prepare
from ..text import clean
from .patronymics import Patronymics
from .vocabulary import Word

# a word with its hyphens and, by itself, what else counts: a full stop after it, a comma
_PIECE = re.compile(r"[^\W\d_]+(?:[’\-][^\W\d_]+)*\.?|,")
_WORD = re.compile(r"[^\W\d_]+(?:[’\-][^\W\d_]+)*")
_HYPHEN = re.compile("[-‐‑]")
# anything but Latin and Cyrillic letters, hyphens, apostrophes, full stops, commas and spaces: parsed by itself
_OTHER = re.compile("[^A-Za-zÀ-ÖØ-öø-ɏЀ-ҁҊ-ԯḀ-ỿ’., \\-]")
# what ``clean`` leaves as it is
_PLAIN = re.compile(r"(?:[A-Za-z., \-]*|[Ѐ-яёіїєўґђ-џ., \-]*)\Z")
_ROLES = {"given": 0, "family": 1, "patronymic": 2, "initial": 3, "unknown": 1, "suffix": 4}


@dataclass(slots=True)
class Parsed:
    """One name: its words by part, as numbers of the vocabulary; initials and suffixes (Jr) as they are written."""

    given: tuple[int, ...] = ()
    family: tuple[int, ...] = ()
    patronymic: tuple[int, ...] = ()
    initials: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()


@dataclass(slots=True)
class Names:
    """The words met in some names (in small letters) and how often each is; the parts of names that are parsed by
    themselves."""

    sides: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


def plain_names(names: Iterable[str]) -> tuple[list[str], list[int], list[int]]:
    """The distinct names after cleaning, how many records bear each, and the place of each record's name among them."""
    numbers: dict[str, int] = {}
    of_text: dict[str, int] = {}
    weights: list[int] = []
    places: list[int] = []
    for name in names:
        place = of_text.get(name)
        if place is None:
            text = nominative(name if _PLAIN.match(name) else clean(name).strip())
            place = of_text[name] = numbers.setdefault(text, len(numbers))
            if place == len(weights):
                weights.append(0)
        weights[place] += 1
        places.append(place)
    return list(numbers), weights, places


def cut(names: Sequence[str], weights: Iterable[int]) -> Names:
    """The words of the names; ``weights`` say how many records bear each."""
    found = Names()
    pieces: dict[str, int] = {}
    counts = found.counts
    for at, (name, weight) in enumerate(zip(names, weights, strict=True)):
        if not _OTHER.search(name):
            for piece in _PIECE.findall(name):
                pieces[piece] = pieces.get(piece, 0) + weight
            continue
        found.sides[at] = parts = _parts_of(name)
        for text, role in parts:
            if role not in ("initial", "suffix"):
                low = clean(text).lower()
                counts[low] = counts.get(low, 0) + weight
    for piece, weight in pieces.items():
        if piece != "," and (piece[-1] != "." or len(piece) > 3):
            for low in _pieces(piece) if "-" in piece else (piece.rstrip(".").lower(),):
                counts[low] = counts.get(low, 0) + weight
    return found


def _pieces(piece: str) -> list[str]:
    low = piece.rstrip(".").lower()
    return [low, *(one for one in _HYPHEN.split(low) if one)]


def parse_many(names: Sequence[str], found: Names, known: Sequence[Word]) -> Iterator[Parsed]:
    """Each name parsed, in order; ``known`` tells of each word of ``found.counts``."""
    parser = _Parser(names, found, known)
    return (parser.parse(at) for at in range(len(names)))


def _parts_of(name: str) -> list[tuple[str, str]]:
    """The parts of one name, as they are compared, each with its role."""
    side = prepare(name, "person")
    return [*((part.text, part.role) for part in side.parts), *((suffix, "suffix") for suffix in side.suffixes)]


class _Parser:
    def __init__(self, names: Sequence[str], found: Names, known: Sequence[Word]):
        self._names, self._found = names, found
        self._numbers = {word: at for at, word in enumerate(found.counts)}
        kinds: dict[tuple, int] = {}
        self._roles = [kinds.setdefault(word.role, len(kinds)) for word in known]
        self._patronymics = Patronymics(found.counts, known)
        self._builds: dict[tuple, tuple[int, ...] | None] = {}
        self._lacking: dict[tuple, bool] = {}
        self._classes: dict[str, int] = {}
        self._known: dict[str, tuple[int, ...]] = {}

    def parse(self, at: int) -> Parsed:
        """One name parsed."""
        side = self._found.sides.get(at)
        return self._of_parts(side) if side is not None else self._parse(self._names[at])

    def _parse(self, name: str, mended: bool = False) -> Parsed:
        pieces = _PIECE.findall(name)
        classes = self._classes
        build = []
        for piece in pieces:
            known = classes.get(piece)
            if known is None:
                known = classes[piece] = self._class(piece)
            build.append(known)
        build = tuple(build)
        if len(build) > 2 and not mended and self._lacks_father(build, pieces):
            better = self._mended(name, pieces)
            if better != name:
                return self._parse(better, mended=True)
        try:
            places = self._builds[build]
        except KeyError:
            places = self._builds[build] = self._places(name, pieces)
        if places is None:
            return self._of_parts(_parts_of(name))
        parts: tuple[list, ...] = ([], [], [], [], [])
        for piece, role in zip(pieces, places, strict=True):
            if role >= 3:
                parts[role].append(piece)
            elif role >= 0:
                words = self._known.get(piece)
                if words is None:
                    words = self._known[piece] = self._words(piece)
                parts[role].extend(words)
        return Parsed(*map(tuple, parts))

    def _lacks_father(self, build: tuple[int, ...], pieces: list[str]) -> bool:
        """Whether a name is of three words, none of which is the patronymic of a father we know."""
        found = self._lacking.get(build)
        if found is None:
            words = [piece for piece in pieces if piece != ","]
            found = len(words) == 3 and all(_WORD.fullmatch(word) and "-" not in word for word in words)
            found = found and not any(self._patronymics.is_known(*self._words(word)) for word in words)
            self._lacking[build] = found
        return found

    def _mended(self, name: str, pieces: list[str]) -> str:
        """The name with the patronymic that one of its words is a slip away from; the others must not both be given names
        (Иванова Анна Мария has a family name)."""
        words = [piece for piece in pieces if piece != ","]
        for word in words:
            near = self._patronymics.near(*self._words(word))
            if near and not all(self._patronymics.is_given(*self._words(other)) for other in words if other != word):
                return name.replace(word, near.upper() if word.isupper() else near.capitalize())
        return name

    def _words(self, piece: str) -> tuple[int, ...]:
        """The numbers of a piece's words: of one with hyphens, each."""
        if "-" in piece:
            return tuple(self._numbers[low] for low in _pieces(piece)[1:])
        return (self._numbers[piece.rstrip(".").lower()],)

    def _class(self, piece: str) -> int:
        """A number for all that decides what a piece is."""
        if piece == ",":
            return -1
        word = piece.rstrip(".")
        case = (word[0].isupper()) + 2 * (len(word) > 1 and word.isupper()) + 4 * (piece[-1] == ".")
        if len(word) <= 3 and (len(word) == 1 or piece[-1] == "."):
            return -2 - case - 8 * min(len(word), 3)
        return self._roles[self._numbers[word.lower()]] * 8 + case

    def _places(self, name: str, pieces: list[str]) -> tuple[int, ...] | None:
        """The role of each piece; None where parts and pieces are not the same."""
        by_place = {part.start: part for part in name_parts(name)}
        roles, at = [], 0
        for piece in pieces:
            at = name.index(piece, at)
            part = by_place.pop(at, None)
            if piece == ",":
                roles.append(-1)
            elif part is None or part.text.rstrip(".") != piece.rstrip("."):
                return None
            else:
                roles.append(_ROLES.get(part.role, -1))
            at += len(piece)
        if not any(role in (0, 1, 2) for role in roles):  # nothing but particles
            return None
        return None if by_place else tuple(roles)

    def _of_parts(self, parts: list[tuple[str, str]]) -> Parsed:
        own: tuple[list, ...] = ([], [], [], [], [])
        for text, role in parts:
            place = _ROLES.get(role, 1)
            if place >= 3:
                own[place].append(text)
            elif clean(text).lower() in self._numbers:
                own[place].append(self._numbers[clean(text).lower()])
        return Parsed(*map(tuple, own))
