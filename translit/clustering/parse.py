"""The parts of many names: names of one build are parsed once.

What part of a name a word is depends on what is known of each word (``Word.role``), its case, and the signs between the
words; names that agree in these are parsed alike, so one name stands in for them all, of words that are soon known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ..names import name_parts
from ..text import clean
from .cutting import PIECE, Names, parts_of
from .patronymics import Patronymics
from .vocabulary import Word, is_special

_COMMA = -1
_STAND_INS = 4  # words of one class in a name
_ROLES = {"given": 0, "family": 1, "patronymic": 2, "initial": 3, "unknown": 1, "suffix": 4}


@dataclass(slots=True)
class Parsed:
    """One name: its words by part, as numbers of the vocabulary; initials and suffixes (Jr) as they are written."""

    given: tuple[int, ...] = ()
    family: tuple[int, ...] = ()
    patronymic: tuple[int, ...] = ()
    initials: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()


class Parser:
    """Parses the names that were cut up, by their places; ``known`` tells of each word of ``found.counts``."""

    def __init__(self, found: Names, known: Sequence[Word]):
        self._names, self._found = found.texts, found
        self._numbers = {word: at for at, word in enumerate(found.counts)}
        self._patronymics = Patronymics(found.counts, known)
        self._kind_of: defaultdict[tuple, int] = defaultdict()
        self._kind_of.default_factory = self._kind_of.__len__
        self._kinds = [self._kind_of[word.role] for word in known]
        self._words = [tuple([self._numbers[low] for low in words]) for words in found.words]
        self._words = [words[1:] if len(words) > 1 else words for words in self._words]  # of a word with hyphens, each
        classes = [self._class(piece) for piece in found.pieces]
        self._classes = tuple(map(classes.__getitem__, found.flat))
        self._stand_ins: defaultdict[int, list[str]] = defaultdict(list)  # the first pieces of each class by the alphabet
        for piece, sort in sorted(zip(found.pieces, classes, strict=True)):
            if len(self._stand_ins[sort]) < _STAND_INS:
                self._stand_ins[sort].append(piece)
        self._firsts = [words[0] if words else -1 for words in self._words]
        self._roles: dict[tuple[int, ...], tuple[int, ...] | None] = {}
        self._lacking: dict[tuple[int, ...], bool] = {}
        self._wholes: dict[tuple[int, ...], tuple[int, int, int]] = {}

    def whole(self, at: int) -> tuple[int, int, int] | None:
        """Family name, given name and patronymic of a name that is these, a word each, and of a build that was met before."""
        found = self._found
        start = found.ends[at - 1] if at else 0
        places = self._wholes.get(self._classes[start : found.ends[at]])
        if places is None:
            return None
        family, given, patronymic = places
        words, flat = self._firsts, found.flat
        return words[flat[start + family]], words[flat[start + given]], words[flat[start + patronymic]]

    def parse(self, at: int) -> Parsed:
        """One name parsed."""
        side = self._found.sides.get(at)
        if side is not None:
            return self._of_parts(side)
        start, end = self._found.ends[at - 1] if at else 0, self._found.ends[at]
        some, build, name = self._found.flat[start:end], self._classes[start:end], self._names[at]
        words = [self._words[number] for number in some]
        if len(build) > 2 and self._lacks_father(build, words):
            name, build, words = self._mended(name, build, some, words)
        try:
            roles = self._roles[build]
        except KeyError:
            roles = self._roles[build] = self._places(self._stand_in(build) or name)
            if roles is not None:
                self._note_whole(build, roles, words)
        if roles is None:
            return self._of_parts(parts_of(name))
        parts: list[tuple] = [(), (), (), (), ()]
        for number, own, role in zip(some, words, roles, strict=True):
            if role >= 3:
                parts[role] += (self._found.pieces[number],)
            elif role >= 0:
                parts[role] = parts[role] + own if parts[role] else own
        return Parsed(*parts)

    def _stand_in(self, build: tuple[int, ...]) -> str:
        """A name of this build; nothing where its words are too few."""
        pieces, met = [], Counter()
        for sort in build:
            some = self._stand_ins.get(sort, ())
            if sort == _COMMA:
                pieces.append(",")
            elif met[sort] < len(some):
                pieces.append(some[met[sort]])
                met[sort] += 1
            else:
                return ""
        return " ".join(pieces).replace(" ,", ",")

    def _note_whole(self, build: tuple[int, ...], roles: tuple[int, ...], words: list[tuple[int, ...]]) -> None:
        """Keep where family name, given name and patronymic stand in names of a build that are these, a word each."""
        if sorted(role for role in roles if role >= 0) == [0, 1, 2] and not self._lacking.get(build):
            if all(len(own) == 1 for own, role in zip(words, roles, strict=True) if role >= 0):
                self._wholes[build] = roles.index(1), roles.index(0), roles.index(2)

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
            if not is_special(word.lower()):
                return _COMMA - 1 - _case(piece) - 8 * min(len(word), 3)
            return self._kind_of[(word.lower(),)] * 8 + _case(piece)  # Jr., Dr.
        return self._kinds[self._numbers[word.lower()]] * 8 + _case(piece)

    def _places(self, name: str) -> tuple[int, ...] | None:
        """The role of each piece of a name; None where parts and pieces are not the same."""
        by_place = {part.start: part for part in name_parts(name)}
        roles, at = [], 0
        for piece in PIECE.findall(name):
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
