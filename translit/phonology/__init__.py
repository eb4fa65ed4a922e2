"""What the spellings of one token have in common: its phonemic form in any orthography, and its blocking keys.

A token is read once per orthography of its script (``tables/orthographies``); every reading is a word in one common
alphabet of sounds. Two tokens are one name *by spelling* when they share a reading, *by sound law* when the readings
fall together once the laws between Belarusian, Russian and Ukrainian are applied.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import NamedTuple
from unicodedata import is_normalized

from ..text import APOSTROPHE, APOSTROPHES, PLAIN_CYRILLIC, ROMANIZED, fold, letters, repair_word, script
from .readers import by_ear
from .sounds import apply_laws, laws_of, settle
from .spelling import hear, rules_shown, sound

_APOSTROPHES = dict.fromkeys(map(ord, APOSTROPHES), APOSTROPHE)

__all__ = ["Readings", "apply_laws", "by_ear", "keys", "phonemes", "plain_keys", "plain_readings", "readings", "remember", "rules_shown", "settle", "sound"]


class Readings(NamedTuple):
    """What one token sounds like, each way once, in step: the ``sounds`` in the common alphabet, what they are after the sound
    ``laws``, and the ``orthographies`` that sound it so. ``plain`` are those of them that are not by ear, where some are."""

    sounds: tuple[str, ...]
    laws: tuple[str, ...]
    orthographies: tuple[tuple[str, ...], ...]
    plain: Readings | None = None


@lru_cache(65536)
def readings(token: str, lang: str = "") -> Readings:
    """Every distinct reading of ``token`` with the orthographies that give it; with ``lang``, only by the
    orthography of that language (a name whose language is known is not guessed at). An orthography with ``marks``
    reads only words that show one of them.

    >>> readings("Лукашэнка").sounds
    ('lukašenka',)
    >>> found = readings("Loukachenko")
    >>> dict(zip(found.sounds, found.orthographies))["lukašenko"]
    ('fr', 'pt')
    """
    kept = _kept.get(f"{lang}:{token}") if _kept else None
    if kept is not None:
        sounds, laws, by = json.loads(kept)
        return Readings(tuple(sounds), tuple(laws), tuple(map(tuple, by)))
    word = _word(token)
    if word != token and _word(word) == word:
        return readings(word, lang) if lang else readings(word)  # kept once, however it is written
    heard = hear(word, script(word), lang.split("-")[0] if lang else "")
    found = tuple(heard), laws_of(heard), tuple(heard.values())
    by_ears = list(map(by_ear().issuperset, found[2]))
    if True not in by_ears:
        return Readings(*found)
    return Readings(*found, Readings(*[tuple([one for one, heard_so in zip(some, by_ears, strict=True) if not heard_so]) for some in found]))


def plain_readings(token: str, lang: str = "") -> Readings:
    """The readings but for those by ear, which tell no given name and no ending: Denise is no Denis.

    >>> plain_readings("Denise").sounds
    ('denise', 'deniše')
    """
    found = readings(token, lang) if lang else readings(token)  # as all ask for it, so that it is kept once
    return found.plain or found


_kept: dict[str, str] = {}


def remember(kept: dict[str, str]) -> None:
    """Take readings worked out before (``lang:token`` → JSON of sounds, laws, orthographies) instead of working
    them out again."""
    _kept.update(kept)


def phonemes(token: str) -> tuple[str, ...]:
    """The readings of ``token`` in the common alphabet of sounds, each once.

    >>> set(phonemes("Łukaszenka")) & set(phonemes("Лукашэнка"))
    {'lukašenka'}
    """
    return readings(token).sounds


@lru_cache(65536)
def keys(token: str, lang: str = "") -> frozenset[str]:
    """The blocking keys of ``token``: its readings after the sound laws, and those of loose orthographies, which are
    worth a comparison but prove nothing. All forms that rules relate share one.

    >>> sorted(keys("Ціханенка") & keys("Тихоненко") & keys("Tsikhanenka"))
    ['tixananka']

    A token without a letter we can read is its own key, folded.
    """
    return _keys_of(token, readings(token, lang).laws, lang)


@lru_cache(65536)
def plain_keys(token: str) -> frozenset[str]:
    """The blocking keys but for those by ear."""
    return _keys_of(token, plain_readings(token).laws, "")


def _keys_of(token: str, laws: tuple[str, ...], lang: str) -> frozenset[str]:
    if not lang:
        word = _word(token)
        laws = (*laws, *laws_of(hear(word, script(word), loose=True)))
    return frozenset(laws) or frozenset((fold(token),))


def _word(token: str) -> str:
    if token.isalpha() and (token.isascii() or PLAIN_CYRILLIC.match(token)):
        return token.lower()
    if ROMANIZED.fullmatch(token) and is_normalized("NFC", token) and len(low := token.lower()) == len(token):
        return low.translate(_APOSTROPHES)
    return "".join(letter.char for letter in letters(repair_word(token)))
