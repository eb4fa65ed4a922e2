"""What the spellings of one token have in common: its phonemic form in any orthography, and its blocking keys.

A token is read once per orthography of its script (``tables/orthographies``); every reading is a word in one common
alphabet of sounds. Two tokens are one name *by spelling* when they share a reading, *by sound law* when the readings
fall together once the laws between Belarusian, Russian and Ukrainian are applied.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from .romanization.engine import write_word
from .tables.rules import Scheme, orthographies
from .text import PLAIN_CYRILLIC, fold, letters, repair_word, script

_VOWELS = frozenset("aoeu")
_DOUBLED = re.compile(r"([^aou])\1+")
_ANY_DOUBLED = re.compile(r"(.)\1+")
_GLIDES = re.compile(r"[ij]+")


@dataclass(frozen=True, slots=True)
class Reading:
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
    ('fr',)
    """
    kept = _kept.get(f"{lang}:{token}")
    if kept is not None:
        return tuple(Reading(sounds, law, tuple(by)) for sounds, law, by in kept)
    plain = token.isalpha() and (token.isascii() or PLAIN_CYRILLIC.match(token) is not None)
    word = token.lower() if plain else "".join(letter.char for letter in letters(repair_word(token)))
    return _readings_of(word, lang.split("-")[0])


@lru_cache(65536)
def _readings_of(word: str, lang: str) -> tuple[Reading, ...]:
    found: dict[str, list[str]] = {}
    for orthography in _for_script(script(word), lang):
        marks = orthography.extra.get("marks")
        if marks and not (lang and orthography.lang == "de") and not any(mark in word for mark in marks):
            continue
        for sounds in sound(orthography, word):
            found.setdefault(sounds, []).append(orthography.id)
    return tuple(Reading(sounds, apply_laws(sounds), tuple(by)) for sounds, by in found.items())


_kept: dict[str, list] = {}


def remember(kept: dict[str, list]) -> None:
    """Take readings worked out before (``lang:token`` → [sounds, law, orthographies] each) instead of working them
    out again."""
    _kept.update(kept)


def phonemes(token: str) -> tuple[str, ...]:
    """The readings of ``token`` in the common alphabet of sounds, each once.

    >>> set(phonemes("Łukaszenka")) & set(phonemes("Лукашэнка"))
    {'lukašenka'}
    """
    return tuple(reading.sounds for reading in readings(token))


def keys(token: str, lang: str = "") -> frozenset[str]:
    """The blocking keys of ``token``: its readings after the sound laws. All forms that rules relate share one.

    >>> sorted(keys("Ціханенка") & keys("Тихоненко") & keys("Tsikhanenka"))
    ['tixananka']

    A token without a letter we can read is its own key, folded.
    """
    return frozenset(reading.law for reading in readings(token, lang)) or frozenset((fold(token),))


def sound(orthography: Scheme, word: str) -> tuple[str, ...]:
    """One lower-case word as ``orthography`` sounds it, in one way or more; empty when a letter has no sound there."""
    read = word if orthography.rules.keys() >= set(word) else _with_known_letters(word, orthography)
    if read is None:
        return ()
    return settle(write_word(orthography, read))


def _with_known_letters(word: str, orthography: Scheme) -> str | None:
    """``word`` with letters foreign to the orthography replaced by their bases (á → a); None when one has none."""
    replaced = []
    for char in word:
        if char in orthography.rules:
            replaced.append(char)
            continue
        for base in fold(char):
            if base not in orthography.rules:
                return None
            replaced.append(base)
    return "".join(replaced)


@lru_cache(16384)
def settle(sounds: str) -> tuple[str, ...]:
    """The common form: softness, iotation and doubling are spelled in too many ways to keep.

    ``i`` and ``j`` are one: ``j`` beside a vowel, ``i`` elsewhere; ``je`` is ``e``. Between consonant and vowel a ``j``
    is silent and ``ij`` is ``i``; a lone ``i`` there may be either, so such a word has two forms. Between two
    consonants a ``j`` only softens.

    >>> settle("sjergjej"), settle("navaljnij"), settle("alekseijev"), settle("jeljcin")
    (('sergej',), ('navalni',), ('aleksev',), ('elcin',))
    >>> settle("miasnikovič"), settle("valerija")
    (('masnikovič', 'miasnikovič'), ('valeria',))
    """
    sounds = _DOUBLED.sub(r"\1", sounds.replace("ii", "ij"))
    forms = [""]
    end = 0
    for found in _GLIDES.finditer(sounds):
        before = sounds[found.start() - 1] if found.start() else ""
        after = sounds[found.end()] if found.end() < len(sounds) else ""
        glide = found.group()
        if before and before in _VOWELS:
            written = ("j",)
        elif after and after in _VOWELS:
            silent = "" if before else "j"
            written = (silent,) if glide == "j" or not before else (silent, "i") if glide == "i" else ("i",)
        else:
            written = ("",) if glide == "j" and before and after else ("i",)
        forms = [form + sounds[end : found.start()] + one for form in forms for one in written]
        end = found.end()
    whole = [_DOUBLED.sub(r"\1", (form + sounds[end:]).replace("je", "e")) for form in forms]
    return tuple(dict.fromkeys(whole))


@lru_cache(65536)
def apply_laws(sounds: str) -> str:
    """``sounds`` after the laws that part Belarusian, Russian and Ukrainian (``tables/orthographies/sound-laws``).

    >>> apply_laws("lavrov") == apply_laws("laurou"), apply_laws("kastugova") == apply_laws("kostugova")
    (True, True)
    """
    laws = orthographies()["sound-laws"]
    return _ANY_DOUBLED.sub(r"\1", write_word(laws, sounds))


@cache
def _for_script(code: str, lang: str) -> tuple[Scheme, ...]:
    all_of_script = tuple(one for one in orthographies().values() if one.extra.get("script") == code)
    if not lang:
        return all_of_script
    own = tuple(one for one in all_of_script if one.lang.split("-")[0] == lang)
    return own or tuple(one for one in all_of_script if one.id in ("latin", "scholarly", "ru"))
