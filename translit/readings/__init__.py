"""Latin back into Cyrillic: ``cyrillize`` reads a scheme backwards and ranks what it may have written."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp

from ..errors import InputError, UnknownLanguageError
from ..romanization import default_schemes, romanize, schemes
from ..romanization.engine import upper
from ..tables.rules import Scheme
from ..tables.rules import scheme as scheme_named
from ..text import APOSTROPHES, repair_word, script_of
from .inverse import comes_out, inverse
from .plausibility import model

__all__ = ["Reading", "cyrillize"]

UNREAD = "no word of the scheme comes out so"
_OTHER_SCHEME = 1.5  # nats that a scheme nobody asked for costs
_UNREAD_LETTER = 10.0  # nats that each letter of a word costs that is left as it is
_FEW = 6  # so many words are combined; of more, the best reading of each
_SHORT = 200  # characters of a text that is remembered as a whole
_SINGLE, _DOUBLE = APOSTROPHES, '"”“ʺ″'
_QUOTES = (_SINGLE, _DOUBLE)
_LETTER = r"[^\W\d_]"
_MARK = r"[\u0300-\u036f]"


@dataclass(frozen=True, slots=True)
class Reading:
    """One Cyrillic spelling that ``scheme`` writes as the text that was read.

    ``score`` (0 to 1) is its share of the likelihood among all readings found; ``reasons`` name the rules where the
    scheme left a choice, and what the tables know of the word.
    """

    text: str
    lang: str
    scheme: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """A reading of one word, with the natural logarithm of its likelihood."""

    text: str
    likely: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A reading on its way: the natural logarithm of its likelihood, and the share of words not read."""

    text: str
    scheme: Scheme
    likely: float
    reasons: tuple[str, ...]
    unread: float

    @property
    def rank(self) -> tuple[float, float]:
        """What sorts the best first."""
        return self.unread, -self.likely


def cyrillize(text: str, scheme: str | None = None, *, lang: str = "be", n: int = 5) -> list[Reading]:
    """The Cyrillic spellings that ``scheme`` (an id or alias) may have written as ``text``, likeliest first.

    Each is romanized again, and only what comes out as ``text`` counts. The letters of the language, its spelling and
    the name tables rank them.

    >>> cyrillize("Lukashenka", "be-bgn-pcgn-1979")[0].text
    'Лукашэнка'
    >>> [reading.text for reading in cyrillize("Shchukin, SHCHUKIN", "ru-icao-9303", n=1)]
    ['Щукин, ЩУКИН']
    >>> cyrillize("I͡Ulii͡a", "ru-ala-lc-2012")[0].text
    'Юлия'

    Without a scheme, the default of ``lang`` is asked, then every other scheme of it that has all the letters, the newest first.

    >>> reading = cyrillize("Łukašenka")[0]
    >>> reading.text, reading.scheme
    ('Лукашэнка', 'be-lacinka')

    A lone word that the scheme writes for nothing has no reading; in a text it stays as it is, and counts 0 in the
    score. What is no word stays byte for byte.

    >>> cyrillize("Quixote", "uk-national-2010")
    []
    >>> cyrillize("Taras Quixote", "uk-national-2010")[0].text
    'Тарас Quixote'

    With a scheme, ``lang`` is the scheme's, or a spelling of it (be-tarask). Raises UnknownSchemeError and
    UnknownLanguageError.
    """
    if n < 1:
        raise InputError(f"n={n}: ask for 1 reading or more")
    return list(
        _cyrillize(text, scheme, lang, n) if len(text) <= _SHORT else _cyrillize.__wrapped__(text, scheme, lang, n)
    )


@lru_cache(16384)
def _cyrillize(text: str, scheme: str | None, lang: str, n: int) -> tuple[Reading, ...]:
    asked = [scheme_named(scheme)] if scheme is not None else _candidates(text, lang)
    found: dict[str, _Found] = {}
    for place, rules in enumerate(asked):
        for one in _read_text(text, rules, _language(rules, lang), n, _OTHER_SCHEME if place else 0.0):
            if one.text not in found or one.rank < found[one.text].rank:
                found[one.text] = one
    ranked = sorted(found.values(), key=lambda one: one.rank)
    shares = [exp(max(one.likely - ranked[0].likely, -700.0)) for one in ranked]
    whole = sum(shares)
    return tuple(
        Reading(
            one.text,
            _language(one.scheme, lang),
            one.scheme.id,
            round((1 - one.unread) * share / whole, 4),
            one.reasons,
        )
        for one, share in zip(ranked[:n], shares, strict=False)
    )


def _language(rules: Scheme, lang: str) -> str:
    return lang if lang.split("-")[0] == rules.lang else rules.lang


def _candidates(text: str, lang: str) -> list[Scheme]:
    """The schemes of ``lang`` that have all letters of ``text``, its default first, then the newest; where none has
    them, the default."""
    base = lang.split("-")[0]
    every = schemes(lang=base)
    if not every:
        raise UnknownLanguageError(lang, {one.lang for one in schemes()})
    every.sort(key=lambda one: (one.id != default_schemes().get(base), -(one.year or 0)))
    used = {char for char in unicodedata.normalize("NFC", text).lower() if char.isalpha() and script_of(char) == "Latn"}
    return [one for one in every if used <= one.writes] or every[:1]


def _read_text(text: str, rules: Scheme, lang: str, count: int, handicap: float) -> list[_Found]:
    """``text`` under one scheme: what stands between words, and the readings of each word, combined."""
    between: list[str] = []
    words: list[tuple[_Word, ...]] = []
    start = 0
    opened: set[str] = set()  # kinds of quotation marks that still wait for their second
    shouted, size = text == text.upper(), len(text.strip())
    for place in _pattern(rules).finditer(text):
        if not any(script_of(char) == "Latn" for char in place.group()):
            continue
        opened |= {kind for kind in _QUOTES if text[place.start() - 1 : place.start()] in (*kind,)}
        closed = {kind for kind in opened if place.group()[-1] in kind}
        for word in _shorter(place.group(), bool(closed)):
            read = _read_word(word, rules, lang, count, shouted and len(word) < size)
            if read:
                break
        else:
            word, read = place.group(), ()
        between.append(text[start : place.start()])
        words.append(read or (_Word(word, -_UNREAD_LETTER * len(word), (UNREAD,)),))
        start = place.start() + len(word)
        opened -= closed if len(word) < len(place.group()) else set()
    unread = sum(some[0].reasons == (UNREAD,) for some in words)
    if unread and len(words) == 1:
        return []
    found = []
    for chosen in _combine(words, count):
        pieces = [piece for gap, word in zip(between, chosen, strict=True) for piece in (gap, word.text)]
        reasons = chosen[0].reasons if len(chosen) == 1 else _reasons(chosen)
        likely = sum(word.likely for word in chosen) - handicap
        found.append(_Found("".join(pieces) + text[start:], rules, likely, reasons, unread / max(len(words), 1)))
    return found


def _reasons(chosen: list[_Word]) -> tuple[str, ...]:
    """The reasons of several words, each said of its word; of many, only which words were not read."""
    return tuple(
        f"{word.text}: {reason}"
        for word in dict.fromkeys(chosen)
        for reason in word.reasons
        if len(chosen) <= _FEW or reason == UNREAD
    )


def _combine(words: list[tuple[_Word, ...]], count: int) -> list[list[_Word]]:
    """The likeliest choices of one reading per word; of many words, the best of each."""
    if len(words) > _FEW:
        return [[some[0] for some in words]]
    chosen: list[list[_Word]] = [[]]
    for some in words:
        longer = [[*before, word] for before in chosen for word in some[:count]]
        chosen = sorted(longer, key=lambda one: -sum(word.likely for word in one))[:count]
    return chosen


@lru_cache(65536)
def _read_word(word: str, rules: Scheme, lang: str, count: int, lone_capital: bool) -> tuple[_Word, ...]:
    """The readings of one word; ``lone_capital``: it stands among words in capitals, where Я may be written JA."""
    latin = _own_signs(unicodedata.normalize("NFC", repair_word(word)), rules)
    letters = model(lang)
    ranked = [(letters.known(one.word, one.likely), one) for one in inverse(rules).read(latin, letters, count)]
    found: dict[str, _Word] = {}
    for (likely, known), one in sorted(ranked, key=lambda pair: (-pair[0][0], pair[1].word)):
        spelled = "".join(char.upper() if big else char for char, big in zip(one.word, one.capitals, strict=True))
        shouted = lone_capital and len(spelled) == 1 and upper(romanize(spelled, rules.id)) == latin
        if spelled not in found and (shouted or comes_out(spelled, latin, rules.id)):
            reasons = (*known, *dict.fromkeys(one.choices), *letters.doubts(one.word))
            found[spelled] = _Word(spelled, likely, reasons)
            if len(found) == count:
                break
    return tuple(found.values())


@cache
def _pattern(rules: Scheme) -> re.Pattern[str]:
    """A word of the scheme's Latin: letters and marks, its own signs wherever it has them, apostrophes inside."""
    signs = {char for char in rules.writes if script_of(char) != "Latn" and not unicodedata.combining(char)}
    for kind in _QUOTES:
        if signs & set(kind):
            signs |= set(kind)
    own = f"|[{re.escape(''.join(sorted(signs)))}]" if signs else ""
    return re.compile(rf"[·]?{_LETTER}(?:{_LETTER}|{_MARK}|[{APOSTROPHES}](?={_LETTER}){own})*")


def _shorter(word: str, closed: bool) -> list[str]:
    """``word``, then without its last sign, and so on; ``closed``: first without the sign that closes a quotation."""
    found = [word]
    while not found[-1][-1].isalpha() and not unicodedata.combining(found[-1][-1]) and len(found[-1]) > 1:
        found.append(found[-1][:-1])
    return found[1:2] + found if closed else found


def _own_signs(word: str, rules: Scheme) -> str:
    """``word`` with the scheme's own sign for every other of its kind: Homyel' is Homyel’."""
    for kind in _QUOTES:
        own = rules.writes & set(kind)
        if len(own) == 1:
            word = word.translate(dict.fromkeys(map(ord, kind), next(iter(own))))
    return word
