"""Every spelling of a name: all schemes and press habits, over what the name is in each sister language."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log

from ..names import Part, given_groups, parse_name
from ..readings import plain
from ..romanization import romanize, schemes
from ..tables.habits import habits
from ..tables.rules import Scheme
from ..text import clean, fold, has_cyrillic, script
from .givens import given_named
from .natives import Native, natives_of

_PURPOSES = {
    "press": 1.0, "passport": 0.9, "national": 0.8, "geographic": 0.6, "road": 0.3, "library": 0.35, "scientific": 0.35,
}  # fmt: skip
_OBSOLETE, _SINCE = 0.5, 1980
_TABLE = 0.6  # weight of a given name's own form in the readers' language
_MIXED = 0.4  # weight of a given name by one scheme beside a family name by another
_ACROSS = 0.12  # weight of a given name and a family name from two sister languages
_ASCII = 0.5
_OWN = 1.5  # weight of the name as it was given
_FURTHER = 0.1  # how much of its weight e times as many makers of a spelling add
_LEAST = 0.002
ASCII, AS_GIVEN = "ascii", "as given"

Makers = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """One spelling of a name: ``lang`` is the language it spells the name from, ``schemes`` who makes it so (ids of
    schemes, forms of the given-name table, ``ascii``), ``weight`` (0 to 1) how usual it is beside the heaviest."""

    text: str
    lang: str
    schemes: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    weight: float
    makers: Makers


def variants(name: str, *, lang: str = "auto") -> list[Variant]:
    """Every spelling of ``name`` in Cyrillic and Latin letters, the heaviest first.

    The name is taken into its sister languages (be, ru, uk); every scheme and every press spells each of them; given
    names also take the form that the readers' language has for them (Alexander, Alexandre); what has diacritics also
    comes without.

    >>> found = {one.text: one for one in variants("Аляксандр Лукашэнка")}
    >>> "Alexander Lukashenko" in found, "Alexandre Loukachenko" in found, "Aleksander Łukaszenka" in found
    (True, True, True)
    >>> found["Alaksandr Łukašenka"].schemes[0], found["Олександр Лукашенко"].lang
    ('be-lacinka', 'uk')

    ``lang`` says the language where the letters leave it open. A Latin name is read back into Cyrillic first; a name
    that is neither Cyrillic nor Latin has itself and a fallback in Latin letters.
    """
    return list(_variants(clean(name).strip(), lang))


@lru_cache(1024)
def _variants(name: str, lang: str) -> tuple[Variant, ...]:
    if not any(char.isalpha() for char in name):
        return ()
    gathered = _Gathered()
    natives = natives_of(name, lang)
    gathered.add(name, natives[0].lang if natives else lang, _OWN, (AS_GIVEN,))
    if not natives and script(name) != "Latn":
        gathered.add(romanize(name, on_foreign="fallback"), lang, 0.5, ("fallback",))
    for native in natives:
        gathered.add(native.text, native.lang, native.weight, (native.lang,))
        if plain(native.text) != native.text:
            gathered.add(plain(native.text), native.lang, native.weight, ("ё as е",))
    for readers in _readers():
        _spell(natives, readers, gathered)
    return gathered.ranked()


class _Gathered:
    """Spellings on their way: of one that several make, the heaviest maker counts in full, the others a little."""

    def __init__(self) -> None:
        self.times: dict[str, int] = defaultdict(int)
        self.best: dict[str, float] = defaultdict(float)
        self.langs: dict[str, str] = {}
        self.whole: dict[str, dict[str, None]] = defaultdict(dict)  # who makes all of it
        self.mixed: dict[str, dict[str, None]] = defaultdict(dict)  # who makes a part of it

    def add(self, text: str, lang: str, weight: float, makers: Makers, mixed: bool = False) -> None:
        """Note one spelling, and without diacritics where it has some."""
        text = unicodedata.normalize("NFC", " ".join(text.split()))
        if weight < _LEAST or not text:
            return
        self._note(text, lang, weight, makers, mixed)
        if not text.isascii() and not has_cyrillic(text):
            plain = _without_marks(text)
            if plain.strip() and plain != text and plain.isascii():
                self._note(plain, lang, weight * _ASCII, (ASCII,), mixed)

    def _note(self, text: str, lang: str, weight: float, makers: Makers, mixed: bool) -> None:
        self.times[text] += 1
        if weight > self.best[text]:
            self.best[text], self.langs[text] = weight, lang
        (self.mixed if mixed else self.whole)[text].update(dict.fromkeys(makers))

    def ranked(self) -> tuple[Variant, ...]:
        """All spellings, the heaviest first."""
        weights = {text: best * (1 + _FURTHER * log(self.times[text])) for text, best in self.best.items()}
        heaviest = max(weights.values(), default=1.0)
        ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        makers = {text: self.whole.get(text) or self.mixed[text] for text in weights}
        return tuple(
            Variant(text, self.langs[text], tuple(makers[text]), round(max(weight / heaviest, 0.0001), 4))
            for text, weight in ranked
        )


def _spell(natives: list[Native], readers: str, gathered: _Gathered) -> None:
    """Every spelling for the readers of one language: each scheme writes the whole name; beside its family name stand
    also the given names that others write, for readers at large even those of a sister language (Petr Piatrouski)."""
    parts = {native: tuple(parse_name(native.text).parts) for native in natives}
    own = {native: [one for one in _schemes(native.lang) if _readers_of(one) == readers] for native in natives}
    givens = {native: _given_pieces(parts[native], own[native], readers) for native in natives}
    for native in natives:
        for scheme in own[native]:
            weight = native.weight * _weight(scheme)
            written = _written(native.text, parts[native], scheme.id)
            gathered.add("".join(written), native.lang, weight, (scheme.id,))
            for other in natives:
                if other is native or readers == "":
                    closeness = 1.0 if other is native else _ACROSS
                    for given in givens[other]:
                        mixed = weight * given.weight * closeness
                        if mixed >= _LEAST and (other is not native or scheme.id not in given.makers):
                            text = "".join(_with_given(written, parts[native], given.text))
                            gathered.add(text, native.lang, mixed, (scheme.id, *given.makers[:2]), mixed=True)


def _given_pieces(parts: tuple[Part, ...], own: list[Scheme], readers: str) -> list[_Piece]:
    """The spellings of the given name for the readers: by each scheme, and the forms of the name tables."""
    words = [part.text for part in parts if part.role == "given"]
    if len(words) != 1:
        return []
    made: dict[str, tuple[float, dict[str, None]]] = {}
    for one in own:
        text = romanize(words[0], one.id)
        weight, makers = made.setdefault(text, (0.0, {}))
        made[text] = (max(weight, _weight(one) * _MIXED), makers)
        makers[one.id] = None
    for match in given_groups(words[0]):
        name = given_named(match.id) if match.strength == "same" and match.by == "form" else None
        if name is not None:
            for code in _form_languages(readers):
                for place, form in enumerate(name.forms.get(code, ())):
                    weight, makers = made.setdefault(form, (0.0, {}))
                    made[form] = (max(weight, _TABLE * 0.7**place), makers)
                    makers[f"given name {match.id} ({code})"] = None
    return _with_habits([_Piece(text, weight, tuple(makers)) for text, (weight, makers) in made.items()], readers)


def _with_habits(pieces: list[_Piece], readers: str) -> list[_Piece]:
    """``pieces`` of a given name, and what the readers' press makes of them by habit."""
    known = {piece.text for piece in pieces}
    for habit in habits():
        if readers in habit.readers and habit.role == "given":
            for piece in list(pieces):
                text = habit.apply(piece.text)
                if text not in known:
                    known.add(text)
                    pieces.append(_Piece(text, piece.weight * habit.weight, (f"habit {habit.id}",)))
    return pieces


def _written(text: str, parts: tuple[Part, ...], scheme: str) -> list[str]:
    """``text`` by ``scheme``: what stands before each part and the part in turn, then the rest."""
    pieces, end = [], 0
    for part in parts:
        pieces += (romanize(text[end : part.start], scheme), romanize(part.text, scheme))
        end = part.end
    return [*pieces, text[end:]]


def _with_given(written: list[str], parts: tuple[Part, ...], given: str) -> list[str]:
    """``written`` with another given name."""
    pieces = list(written)
    for at, part in enumerate(parts):
        if part.role == "given":
            pieces[2 * at + 1] = given
    return pieces


@cache
def _readers() -> tuple[str, ...]:
    """The languages whose readers schemes are made for; empty for those made for all who read Latin letters."""
    return tuple(dict.fromkeys(["", *sorted(_readers_of(one) for one in schemes())]))


def _readers_of(scheme: Scheme) -> str:
    return str(scheme.extra.get("readers", ""))


@cache
def _schemes(lang: str) -> tuple[Scheme, ...]:
    return tuple(sorted(schemes(lang=lang), key=lambda one: -_weight(one)))


@cache
def _weight(scheme: Scheme) -> float:
    usual = max((_PURPOSES.get(one, 0.3) for one in scheme.purpose), default=0.3)
    return usual * (_OBSOLETE if scheme.year and scheme.year < _SINCE else 1.0)


def _form_languages(readers: str) -> tuple[str, ...]:
    return (readers,) if readers else ("en",)


@cache
def _without_marks(text: str) -> str:
    """``text`` without diacritics and signs, its capitals kept."""
    folded = []
    for char in text:
        plain = fold(char) if char.isalpha() else char if char.isascii() else ""
        folded.append(plain.capitalize() if char.isupper() else plain)
    return "".join(folded)
