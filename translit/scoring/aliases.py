"""Names that a text gives beside one another: GREEN PINE CORPORATION (A.K.A. CHONGSONG YONHAP), Transkapitalbank (TKB)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..tables.organisations import alias_words
from ..text import has_cyrillic, tokens
from .legalforms import legal_form
from .sides import LONGEST
from .vocabulary import groups_of, is_acronym
from .wordkinds import is_country, is_place, is_proper

_BRACKETED = re.compile(r"\(([^\W\d_][^()]+)\)")
_MOST = 4


def names_in(text: str) -> tuple[str, ...]:
    """The names of one person or thing that a cleaned text gives, of which any may be the one asked about.

    >>> names_in("GREEN PINE CORPORATION (A.K.A. CHONGSONG YONHAP)"), names_in("Ivan Petrov alias Wolf"), names_in("Ян Чыж")
    (('GREEN PINE CORPORATION', 'CHONGSONG YONHAP'), ('Ivan Petrov', 'Wolf'), ('Ян Чыж',))
    """
    return (text,) if len(text) > LONGEST else _names_in(text)  # what is too long is not kept


@lru_cache(16384)
def _names_in(text: str) -> tuple[str, ...]:
    whole = _between().split(text)
    if len(whole) < 2:
        return (text,)
    pieces = [piece.strip(" ();,:\"'«»“”") for one in whole for piece in one.split(";")]
    names = list(dict.fromkeys(piece for piece in pieces if sum(map(str.isalpha, piece)) > 1))[:_MOST]
    return tuple(names) if len(names) > 1 else (text,)


def name_in_brackets(text: str, kind: str) -> str:
    """The short name of an organisation that stands in brackets at the end of its cleaned name, empty where none does: no country, no place, no word of the
    tables.

    >>> name_in_brackets("Transkapitalbank (TKB)", "organisation"), name_in_brackets("Центральный банк (Россия)", "organisation")
    ('TKB', '')
    """
    return "" if kind != "organisation" or "(" not in text or len(text) > LONGEST else _name_in_brackets(text)


@lru_cache(16384)
def _name_in_brackets(text: str) -> str:
    found = _BRACKETED.search(text, 1)
    if not found or not all(legal_form(token.surface) for token in tokens(text[found.end() :])):
        return ""
    word = found[1]
    if " " in word:  # the name again in another alphabet: Ночные волки (Night Wolves)
        return word if has_cyrillic(word) != has_cyrillic(text[: found.start()]) else ""
    short = is_acronym(word) and not groups_of(word.lower())  # (MARTYRS) is a word in capitals
    return word if (short or is_proper(word)) and not is_country(word) and not is_place(word) else ""


def names_beside(a: str, b: str, kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names that each of two cleaned texts gives beside the other: what stands in the brackets of one is asked about where the other
    has none, since two short names look alike soon."""
    short = [name_in_brackets(text, kind) for text in (a, b)]
    names = names_in(a), names_in(b)
    if bool(short[0]) == bool(short[1]):
        return names
    return (*names[0], *filter(None, short[:1])), (*names[1], *filter(None, short[1:]))


@cache
def _between() -> re.Pattern[str]:
    words = sorted(map(re.escape, alias_words()), key=len, reverse=True)
    return re.compile(rf"(?i)[\s,;(]+(?:{'|'.join(words)})(?=[\s:,]|$)[\s:,]*")
