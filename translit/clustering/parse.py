"""The parts of many names: names of one build are parsed once.

What part of a name a word is depends on what is known of each word (``Word.role``), its case, and the signs between the
words; names that agree in these are parsed alike, so one of them is.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from ..names import name_parts, nominative
from ..scoring import prepare
from ..text import clean
from .patronymics import Patronymics
from .vocabulary import Word

# a word with its hyphens and, by itself, what else counts: a full stop after it, a comma
_PIECE = re.compile(r"[^\W\d_]+(?:[’\-][^\W\d_]+)*\.?|,")
_HYPHEN = re.compile("[-‐‑]")
# anything but Latin and Cyrillic letters, hyphens, apostrophes, full stops, commas and spaces: parsed by itself
_OTHER = re.compile("[^A-Za-zÀ-ÖØ-öø-ɏЀ-ҁҊ-ԯḀ-ỿ’., \\-]")
# what ``clean`` leaves as it is
_PLAIN = re.compile(r"(?:[A-Za-z., \-]*|[Ѐ-яёіїєўґђ-џ., \-]*)\Z")
_COMMA = -1
_MANY = 512  # new pieces that are told of at once
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
                    found.flat.extend([pieces[piece] for piece in _PIECE.findall(text)])
                else:
                    found.sides[place] = _parts_of(text)
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
        for low in _words_of(piece):
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
        for low in _words_of(piece):
            counts[low] += met[number]
    for place, parts in found.sides.items():
        for low in _words_in(parts):
            counts[low] += weights[place]


def _words_in(parts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The words of parts that are parsed by themselves."""
    return (clean(text).lower() for text, role in parts if role not in ("initial", "suffix"))


def _words_of(piece: str) -> tuple[str, ...]:
    """The words that a piece adds to the vocabulary: none of a comma or an initial; of a word with hyphens it, and each."""
    if piece == "," or piece[-1] == "." and len(piece) <= 3:
        return ()
    low = piece.rstrip(".").lower()
    return (low, *(one for one in _HYPHEN.split(low) if one)) if "-" in low else (low,)


def parse_many(found: Names, known: Sequence[Word]) -> Iterator[Parsed]:
    """Each text parsed, in order; ``known`` tells of each word of ``found.counts``."""
    parser = _Parser(found, known)
    return (parser.parse(at) for at in range(len(found.texts)))


def _parts_of(name: str) -> list[tuple[str, str]]:
    """The parts of one name, as they are compared, each with its role."""
    side = prepare(name, "person")
    return [*((part.text, part.role) for part in side.parts), *((suffix, "suffix") for suffix in side.suffixes)]


class _Parser:
    def __init__(self, found: Names, known: Sequence[Word]):
        self._names, self._found = found.texts, found
        self._numbers = {word: at for at, word in enumerate(found.counts)}
        self._patronymics = Patronymics(found.counts, known)
        kinds: dict[tuple, int] = {}
        self._kinds = [kinds.setdefault(word.role, len(kinds)) for word in known]
        self._words = [tuple([self._numbers[low] for low in _words_of(piece)]) for piece in found.pieces]
        self._words = [words[1:] if len(words) > 1 else words for words in self._words]  # of a word with hyphens, each
        self._classes = [self._class(piece) for piece in found.pieces]
        self._roles: dict[tuple[int, ...], tuple[int, ...] | None] = {}
        self._lacking: dict[tuple[int, ...], bool] = {}
        self._wholes: dict[tuple[int, ...], tuple[int, int, int]] = {}

    def parse(self, at: int) -> Parsed:
        """One name parsed."""
        side = self._found.sides.get(at)
        if side is not None:
            return self._of_parts(side)
        ends = self._found.ends
        some = self._found.flat[ends[at - 1] if at else 0 : ends[at]]
        classes = self._classes
        build = tuple([classes[number] for number in some])
        whole = self._wholes.get(build)
        if whole is not None:
            given, family, patronymic = whole
            return Parsed(self._words[some[given]], self._words[some[family]], self._words[some[patronymic]])
        words = [self._words[number] for number in some]
        name = self._names[at]
        if len(build) > 2 and self._lacks_father(build, words):
            name, build, words = self._mended(name, build, some, words)
        try:
            roles = self._roles[build]
        except KeyError:
            roles = self._roles[build] = self._places(name, _PIECE.findall(name))
        if roles is None:
            return self._of_parts(_parts_of(name))
        self._note_whole(build, roles, words)
        parts: list[tuple] = [(), (), (), (), ()]
        for number, own, role in zip(some, words, roles, strict=True):
            if role >= 3:
                parts[role] += (self._found.pieces[number],)
            elif role >= 0:
                parts[role] = parts[role] + own if parts[role] else own
        return Parsed(*parts)

    def _note_whole(self, build: tuple[int, ...], roles: tuple[int, ...], words: list[tuple[int, ...]]) -> None:
        """Keep where given name, family name and patronymic stand in names of a build that are these, a word each."""
        if sorted(role for role in roles if role >= 0) == [0, 1, 2] and not self._lacking.get(build):
            if all(len(own) == 1 for own, role in zip(words, roles, strict=True) if role >= 0):
                self._wholes[build] = roles.index(0), roles.index(1), roles.index(2)

    def _lacks_father(self, build: tuple[int, ...], words: list[tuple[int, ...]]) -> bool:
        """Whether a name is of three words, none of which is the patronymic of a father we know."""
        found = self._lacking.get(build)
        if found is None:
            some = [own for own, sort in zip(words, build, strict=True) if sort != _COMMA]
            found = len(some) == 3 and all(len(own) == 1 and not self._patronymics.is_known(*own) for own in some)
            self._lacking[build] = found
        return found

    def _mended(self, name: str, build: tuple[int, ...], some: Sequence[int], words: list[tuple[int, ...]]) -> tuple:
        """The name with the patronymic that one of its words is a slip away from, its build and words; the other two must not
        both be given names (Иванова Анна Мария has a family name)."""
        for place, own in enumerate(words):
            near = self._patronymics.near(*own) if own else -1
            if near < 0 or all(self._patronymics.is_given(*other) for other in words if other and other is not own):
                continue
            piece = self._found.pieces[some[place]]
            better = self._patronymics.word(near)
            better = better.upper() if piece.isupper() else better.capitalize()
            sort = self._kinds[near] * 8 + _case(better)
            return name.replace(piece, better), (*build[:place], sort, *build[place + 1 :]), [*words[:place], (near,), *words[place + 1 :]]
        return name, build, words

    def _class(self, piece: str) -> int:
        """A number for all that decides what a piece is."""
        if piece == ",":
            return _COMMA
        word = piece.rstrip(".")
        if len(word) <= 3 and (len(word) == 1 or piece[-1] == "."):
            return _COMMA - 1 - _case(piece) - 8 * min(len(word), 3)
        return self._kinds[self._numbers[word.lower()]] * 8 + _case(piece)

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


def _case(piece: str) -> int:
    word = piece.rstrip(".")
    return word[0].isupper() + 2 * (len(word) > 1 and word.isupper()) + 4 * (piece[-1] == ".")
