"""Names in capitals, as lists write them: in the letters that they have elsewhere, so that no word is taken for an acronym."""

from __future__ import annotations

from functools import lru_cache

from ..names import is_given
from ..tables.matching import vowels
from ..tables.organisations import articles, dotted_words
from ..text import Token, fold, tokens
from .legalforms import legal_form
from .vocabulary import groups_of, has_acronym, is_glue, is_number

_LEAST_WORDS = 2  # a word alone may be an acronym or a brand, and stays as it is
_LONGEST_ACRONYM, _SURE = 5, 3  # letters of an acronym that no table has; of one that has vowels


def in_small_letters(text: str) -> str:
    """A name all in capitals with capitals at the start of its words only, but for acronyms; any other name as it is.

    >>> in_small_letters("CENTRAL BANK OF IRAN"), in_small_letters("KGB BELARUSI"), in_small_letters("КОНЦЕРН НПО АГАТ")
    ('Central Bank Of Iran', 'KGB Belarusi', 'Концерн НПО Агат')
    >>> in_small_letters("NATO"), in_small_letters("ЗАО БЕЛАЗ"), in_small_letters("Центр «ИСТОК»")
    ('NATO', 'ЗАО БЕЛАЗ', 'Центр «ИСТОК»')
    """
    if not text.isupper():
        return text
    words = tokens(text)
    if sum(not legal_form(word.surface) for word in words) < _LEAST_WORDS:
        return text
    read, start = "", 0
    for before, word in zip([None, *words], words, strict=False):
        surface = word.surface
        if len(surface) == 1 and word.end < len(text) and is_glue(surface.lower()):
            surface = surface.lower()
        elif before and text[before.end : word.start] == "-" and _is_behind_hyphen(before.surface, surface):
            surface = surface.lower()
        elif is_before_dot(text, word) or not _stays(surface) and text[word.start - 1 : word.end + 1] != f"({surface})":
            surface = surface[0] + surface[1:].lower()
        read += text[start : word.start] + surface
        start = word.end
    return read + text[start:]


def _is_behind_hyphen(before: str, word: str) -> bool:
    """Whether a word behind a hyphen is small elsewhere: JAISH-E-, УН-Т."""
    return fold(word) in articles()[1] or fold(f"{before}-{word}") in dotted_words()


def is_before_dot(text: str, word: Token) -> bool:
    """Whether a word stands before a dot that may be of its own, as where it is cut short: ОБЛ."""
    return len(word.surface) > 1 and text[word.end : word.end + 1] == "." and not legal_form(word.surface)


@lru_cache(32768)
def _stays(word: str) -> bool:
    """Whether a word in capitals has them elsewhere too: an acronym of the tables, a short one without vowels, or one of three letters that is no
    other word."""
    if len(word) == 1 or is_number(word) or has_acronym(word) and not is_glue(word.lower()):
        return True
    if len(word) > _LONGEST_ACRONYM:
        return False
    return set(fold(word)).isdisjoint(vowels()) or len(word) <= _SURE and not (is_glue(word) or groups_of(word.lower()) or is_given(word))
