"""Names that a text gives beside one another: GREEN PINE CORPORATION (A.K.A. CHONGSONG YONHAP), Transkapitalbank (TKB)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..tables.organisations import alias_words
from ..text import has_cyrillic, tokens
from .acronyms import spelled_by
from .legalforms import legal_form
from .sides import LONGEST
from .slips import without_digits_inside
from .vocabulary import groups_meant, groups_of, is_acronym
from .wordkinds import is_country, is_place, is_proper

_BRACKETED = re.compile(r"\(([^\W\d_][^()]+)\)")
_DASH = re.compile(r"\s+[-–—]\s+")
_SHORT_BESIDE = re.compile(r"\(|\s[-–—]\s")
_MOST, _LEAST_ALONE = 4, 4  # names; letters of a short one that the long one does not spell


def names_in(text: str) -> tuple[str, ...]:
    """The names of one person or thing that a cleaned text gives, of which any may be the one asked about.

    >>> names_in("GREEN PINE CORPORATION (A.K.A. CHONGSONG YONHAP)"), names_in("Ivan Petrov alias Wolf"), names_in("Ян Чыж")
    (('GREEN PINE CORPORATION', 'CHONGSONG YONHAP'), ('Ivan Petrov', 'Wolf'), ('Ян Чыж',))
    """
    if len(text) > LONGEST or len(whole := _between().split(text)) < 2:
        return (text,)
    pieces = [piece.strip(" ();,:\"'«»“”") for one in whole for piece in one.split(";")]
    names = list(dict.fromkeys(piece for piece in pieces if sum(map(str.isalpha, piece)) > 1))[:_MOST]
    return tuple(names) if len(names) > 1 else (text,)


def names_given(text: str, kind: str) -> tuple[tuple[str, ...], str]:
    """The names that a cleaned text gives, and of an organisation the short one that stands in brackets at its end, or before or behind a dash; empty where none
    does. It is no country, no place, no word of the tables.

    >>> names_given("Transkapitalbank (TKB)", "organisation"), names_given("Центральный банк (Россия)", "organisation")
    ((('Transkapitalbank (TKB)',), 'TKB'), (('Центральный банк (Россия)',), ''))
    >>> names_given("Petróleo Brasileiro S.A. - Petrobras", "organisation")
    (('Petróleo Brasileiro S.A. - Petrobras', 'Petróleo Brasileiro S.A.'), 'Petrobras')
    """
    return ((text,), "") if len(text) > LONGEST else _names_given(text, kind == "organisation")  # what is too long is not kept


@lru_cache(16384)
def _names_given(text: str, of_organisation: bool) -> tuple[tuple[str, ...], str]:
    names = tuple(dict.fromkeys(map(without_digits_inside, names_in(text))))
    if not of_organisation or len(names) > 1 or not _SHORT_BESIDE.search(text):
        return names, ""
    pieces = _DASH.split(text)
    if len(pieces) == 2 and (short := next((piece for piece in pieces if _is_short(piece)), "")):
        long = pieces[pieces[0] == short]
        if len(short) >= _LEAST_ALONE or groups_meant(short) or spelled_by(short, tuple([token.surface for token in tokens(long)])):
            return (text, long), short
    found = _BRACKETED.search(text, 1)
    if not found or not all(legal_form(token.surface) for token in tokens(text[found.end() :])):
        return (text,), ""
    word = found[1]
    if " " in word:  # the name again in another alphabet, or in full: Ночные волки (Night Wolves), PEMEX (Petróleos Mexicanos)
        before = text[: found.start()].strip()
        is_again = has_cyrillic(word) != has_cyrillic(before) or " " not in before and before.isupper() and not word.isupper()
        return (text,), word if is_again else ""
    return (text,), word if _is_short(word) else ""


def _is_short(word: str) -> bool:
    """Whether a word may be the short name of an organisation."""
    may_be = is_acronym(word) and not groups_of(word.lower())  # (MARTYRS) is a word in capitals
    return (may_be or is_proper(word)) and not is_country(word) and not is_place(word)


def names_beside(a: str, b: str, kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names that each of two cleaned texts gives beside the other: the short name of one is asked about where the other has none,
    since two short names look alike soon."""
    (names, short), (others, other_short) = names_given(a, kind), names_given(b, kind)
    if bool(short) == bool(other_short):
        return names, others
    return (*names, short) if short else names, (*others, other_short) if other_short else others


@cache
def _between() -> re.Pattern[str]:
    words = sorted(map(re.escape, alias_words()), key=len, reverse=True)
    return re.compile(rf"(?i)[\s,;(]+(?:{'|'.join(words)})(?=[\s:,]|$)[\s:,]*")
