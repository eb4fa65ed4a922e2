"""What the spellings of one token have in common: its phonemic form in any orthography, and its blocking keys.

A token is read once per orthography of its script (``tables/orthographies``); every reading is a word in one common
alphabet of sounds. Two tokens are one name *by spelling* when they share a reading, *by sound law* when the readings
fall together once the laws between Belarusian, Russian and Ukrainian are applied.
"""

from __future__ import annotations

import json
from functools import lru_cache, partial
from typing import NamedTuple
from unicodedata import is_normalized

from ..text import APOSTROPHE, APOSTROPHES, PLAIN_CYRILLIC, ROMANIZED, fold, letters, repair_word, script
from .readers import by_ear
from .sounds import apply_laws, laws_of, settle
from .spelling import hear, rules_shown, sound

_APOSTROPHES = dict.fromkeys(map(ord, APOSTROPHES), APOSTROPHE)

__all__ = ["Reading", "apply_laws", "by_ear", "keys", "phonemes", "plain_keys", "plain_readings", "readings", "remember", "rules_shown", "settle", "sound"]


class Reading(NamedTuple):
    """One token as one orthography sounds it: ``sounds`` in the common alphabet, ``law`` after the sound laws."""

    sounds: str
    law: str
    orthographies: tuple[str, ...]


@lru_cache(65536)
def readings(token: str, lang: str = "") -> tuple[Reading, ...]:
    """Every distinct reading of ``token`` with the orthographies that give it; with ``lang``, only by the
    orthography of that language (a name whose language is known is not guessed at). An orthography with ``marks``
    reads only words that show one of them.

    >>> [reading.sounds for reading in readings("Лукашэнка")]
    ['lukašenka']
    >>> {r.sounds: r.orthographies for r in readings("Loukachenko")}["lukašenko"]
    ('fr', 'pt')
    """
    kept = _kept.get(f"{lang}:{token}") if _kept else None
    if kept is not None:
        return tuple(Reading(sounds, law, tuple(by)) for sounds, law, by in json.loads(kept))
    word = _word(token)
    if word != token and _word(word) == word:
        return readings(word, lang) if lang else readings(word)  # kept once, however it is written
    heard = hear(word, script(word), lang.split("-")[0] if lang else "")
    return tuple([_reading((sounds, law, _same(tuple(by)))) for (sounds, by), law in zip(heard.items(), laws_of(heard), strict=True)])


_reading = partial(tuple.__new__, Reading)  # as Reading(...) does, without the way there


@lru_cache(65536)
def plain_readings(token: str, lang: str = "") -> tuple[Reading, ...]:
    """The readings but for those by ear, which tell no given name and no ending: Denise is no Denis.

    >>> [reading.sounds for reading in plain_readings("Denise")]
    ['denise', 'deniše']
    """
    found, ear = readings(token, lang) if lang else readings(token), by_ear()  # as all ask for it, so that it is kept once
    plain = tuple([reading for reading in found if not ear.issuperset(reading.orthographies)])
    return found if len(plain) == len(found) else plain


@lru_cache(4096)
def _same(orthographies: tuple[str, ...]) -> tuple[str, ...]:
    """Many words are read by the same orthographies: these are kept once."""
    return orthographies


_kept: dict[str, str] = {}


def remember(kept: dict[str, str]) -> None:
    """Take readings worked out before (``lang:token`` → JSON of [sounds, law, orthographies] each) instead of working
    them out again."""
    _kept.update(kept)


def phonemes(token: str) -> tuple[str, ...]:
    """The readings of ``token`` in the common alphabet of sounds, each once.

    >>> set(phonemes("Łukaszenka")) & set(phonemes("Лукашэнка"))
    {'lukašenka'}
    """
    return tuple(reading.sounds for reading in readings(token))


@lru_cache(65536)
def keys(token: str, lang: str = "") -> frozenset[str]:
    """The blocking keys of ``token``: its readings after the sound laws, and those of loose orthographies, which are
    worth a comparison but prove nothing. All forms that rules relate share one.

    >>> sorted(keys("Ціханенка") & keys("Тихоненко") & keys("Tsikhanenka"))
    ['tixananka']

    A token without a letter we can read is its own key, folded.
    """
    return _keys_of(token, readings(token, lang), lang)


@lru_cache(65536)
def plain_keys(token: str) -> frozenset[str]:
    """The blocking keys but for those by ear."""
    return _keys_of(token, plain_readings(token), "")


def _keys_of(token: str, found: tuple[Reading, ...], lang: str) -> frozenset[str]:
    laws = {reading.law for reading in found}
    if not lang:
        word = _word(token)
        laws.update(laws_of(hear(word, script(word), loose=True)))
    return frozenset(laws) or frozenset((fold(token),))


def _word(token: str) -> str:
    if token.isalpha() and (token.isascii() or PLAIN_CYRILLIC.match(token)):
        return token.lower()
    if ROMANIZED.fullmatch(token) and is_normalized("NFC", token) and len(low := token.lower()) == len(token):
        return low.translate(_APOSTROPHES)
    return "".join(letter.char for letter in letters(repair_word(token)))
