"""Latin back into Cyrillic: ``cyrillize`` reads a scheme backwards and ranks what it may have written,
``detect_scheme`` tells which scheme that was, ``counterparts`` spells a word in a sister language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from ..errors import InputError
from ..tables.rules import scheme as scheme_named
from ..text import tie_letters
from .counterparts import SISTERS, Counterpart, check_sisters, counterparts, respelled
from .detecting import detect_scheme
from .freely import language_of, read_freely
from .latin import read_latin
from .surnames import plain

__all__ = [
    "SISTERS", "Counterpart", "Reading", "check_sisters", "counterparts", "cyrillize", "detect_scheme",
    "plain", "respelled",
]  # fmt: skip

_SHORT = 200  # characters of a text that is remembered as a whole


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


def cyrillize(text: str, scheme: str | None = None, *, lang: str = "be", n: int = 5) -> list[Reading]:
    """The Cyrillic spellings that ``scheme`` (an id or alias) may have written as ``text``, likeliest first.

    Each is romanized again, and only what comes out as ``text`` counts. The letters of the language, its spelling and
    the name tables rank them.

    >>> cyrillize("Lukashenka", "be-bgn-pcgn-1979")[0].text
    'Лукашэнка'
    >>> [reading.text for reading in cyrillize("Shchukin, SHCHUKIN", "ru-icao-9303", n=1)]
    ['Щукин, ЩУКИН']
    >>> [cyrillize(name, "ru-ala-lc-2012")[0].text for name in ("I͡Ulii͡a", "I͡ulii͡a", "I︠U︡lii︠a︡")]
    ['Юлия', 'Юлия', 'Юлия']

    Without a scheme, each word is read by every scheme of ``lang`` that has its letters, the default first, and given
    names by the tables; ``scheme`` is then the one that reads most of the words.

    >>> reading = cyrillize("Łukašenka")[0]
    >>> reading.text, reading.scheme
    ('Лукашэнка', 'be-lacinka')
    >>> cyrillize("Alexander Lukashenko", lang="ru")[0].text, cyrillize("Loukachenko", lang="uk")[0].text
    ('Александр Лукашенко', 'Лукашенко')

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


_TIED = re.compile(r"(\w)\u0361(\w)")


def _capital_pairs(text: str) -> str:
    """``text`` with letters under one tie both capital or neither: records also have I͡ulii͡a for the I͡Ulii͡a of schemes."""
    text = tie_letters(text)
    return _TIED.sub(lambda pair: pair.group().upper() if pair[1].isupper() else pair.group(), text)


@lru_cache(16384)
def _cyrillize(text: str, scheme: str | None, lang: str, n: int) -> tuple[Reading, ...]:
    text = _capital_pairs(text)
    if scheme is None:
        found = read_freely(text, lang, n)
    else:
        rules = scheme_named(scheme)
        found = read_latin(text, rules, language_of(rules, lang), n)
    ranked = sorted(found, key=lambda one: one.rank)
    shares = [exp(max(one.likely - ranked[0].likely, -700.0)) for one in ranked]
    whole = sum(shares)
    return tuple(
        Reading(
            one.text,
            language_of(one.scheme, lang),
            one.scheme.id,
            round((1 - one.unread) * share / whole, 4),
            one.reasons,
        )
        for one, share in zip(ranked[:n], shares, strict=False)
    )
