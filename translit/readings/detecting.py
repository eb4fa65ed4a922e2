"""Which scheme wrote a Latin spelling: those that can have, ranked by what they would have written."""

from __future__ import annotations

from functools import lru_cache
from math import exp

from ..romanization import default_schemes, schemes
from ..tables.rules import Scheme
from .freely import latin_letters
from .latin import read_latin

_OBSOLETE, _PURPOSELESS = 1.0, 0.5  # nats
_USUAL = {"national": 0.0, "passport": 0.2, "press": 0.3, "geographic": 0.4, "library": 0.8, "scientific": 0.9, "road": 1.0}
_SINCE = 1975
_JUDGED = 300  # characters


def detect_scheme(text: str) -> list[tuple[str, float]]:
    """The schemes that can have written ``text``, each with its share of the likelihood (0 to 1), likeliest first.

    A scheme can have when every word comes out of it so; how likely is judged by the Cyrillic that it would be of, as
    a word of the scheme's language, then by how usual the scheme is.

    >>> [name for name, score in detect_scheme("Łukašenka")]
    ['be-lacinka']
    >>> detect_scheme("Schukow")[0][0], detect_scheme("Siarhiej Łaŭroŭ")[0][0]
    ('ru-de-duden', 'be-lacinka')

    Empty for a text without Latin letters, and for one that no scheme writes. A long text is judged by its first 300
    characters.
    """
    return list(_detected(text[:_JUDGED]))


@lru_cache(4096)
def _detected(text: str) -> tuple[tuple[str, float], ...]:
    letters = latin_letters(text)
    if not letters:
        return ()
    likely: dict[str, float] = {}
    for rules in schemes():
        if letters <= rules.writes:
            found = read_latin(text, rules, rules.lang, 1)
            if found and not found[0].unread:
                likely[rules.id] = found[0].likely - _rarity(rules)
    if not likely:
        return ()
    best = max(likely.values())
    shares = {name: exp(max(one - best, -700.0)) for name, one in likely.items()}
    whole = sum(shares.values())
    ranked = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
    return tuple((name, round(share / whole, 4)) for name, share in ranked)


def _rarity(rules: Scheme) -> float:
    """How seldom the scheme is met, in nats."""
    if default_schemes().get(rules.lang) == rules.id:
        return 0.0
    usual = min((_USUAL.get(one, 1.0) for one in rules.purpose), default=_PURPOSELESS)
    return 0.1 + usual + (_OBSOLETE if rules.year and rules.year < _SINCE else 0.0)
