"""One word and its inflection: the readings of a form, its base in the letters it was written with, its other cases."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ..romanization import romanize
from ..romanization.engine import read_word
from ..tables.inflection import CASES, SINGULAR, Inflection, inflection_of
from ..text import STRESS, has_cyrillic
from .paradigms import Reading, paradigms_of

ANY_KIND = ""
_UNKNOWN = 0.05
_LONGEST, _LONGEST_ACRONYM = 60, 4


def plain(word: str) -> str:
    """A cleaned word without stress marks: Гера́сімаў → Герасімаў."""
    if word.isascii() or not has_cyrillic(word):
        return word
    if not any(mark in word for mark in STRESS):
        return word
    return unicodedata.normalize("NFC", "".join(char for char in word if char not in STRESS))


@lru_cache(32768)
def readings_of(word: str, lang: str) -> tuple[Reading, ...]:
    """Every reading of a plain word in ``lang``; the last one takes it as it stands, in any case."""
    low = word.lower()
    as_it_stands = Reading(len(low), "", low, CASES, "mf", SINGULAR, ANY_KIND, _UNKNOWN, False, None)
    inflection = inflection_of(lang)
    if inflection is None or not 2 <= len(low) <= _LONGEST or len(low) != len(word) or _is_acronym(word):
        return (as_it_stands,)
    if inflection.through:
        return (*_through(low, inflection), as_it_stands)
    return (*paradigms_of(lang).readings(low), as_it_stands)


def _is_acronym(word: str) -> bool:
    """Whether a word is written in capitals that do not change: ЗША, БелТА (but МИДа is a form of МИД)."""
    return word[-1].isupper() and (len(word) <= _LONGEST_ACRONYM or not word.isupper())


def base_of(word: str, reading: Reading) -> str:
    """The base of ``word`` under ``reading``, its capitals kept."""
    return _joined(word, reading.keep, reading.ending)


@lru_cache(8192)
def form_of(word: str, reading: Reading, case: str, lang: str) -> str:
    """``word``, which ``reading`` takes as a nominative, in another case; unchanged where it has no such form."""
    inflection = inflection_of(lang)
    if inflection is None or reading.paradigm is None or reading.paradigm.indeclinable:
        return word
    if inflection.through:
        return _form_through(word, reading, case, inflection)
    forms = paradigms_of(lang).forms(reading.base, reading, case, reading.number)
    if not forms:
        return word
    return _relettered(word, word.lower(), forms[0])


def _joined(word: str, keep: int, ending: str) -> str:
    if not ending:
        return word[:keep]
    if len(word) > 1 and word.isupper():
        return word[:keep] + ending.upper()
    if keep == 0 and word[0].isupper():
        return ending[0].upper() + ending[1:]
    return word[:keep] + ending


def _relettered(word: str, low: str, new: str) -> str:
    """``word`` (``low`` in lower case) turned into ``new``: what both begin with keeps its capitals."""
    keep = 0
    while keep < min(len(low), len(new)) and low[keep] == new[keep]:
        keep += 1
    return _joined(word, keep, new[keep:])


# ------------------------------------------------- languages written through another (Łacinka through Cyrillic)


def _respelled(low: str, inflection: Inflection) -> str:
    return "".join(piece.output for piece in read_word(inflection.respelling, low))


def _through(low: str, inflection: Inflection) -> list[Reading]:
    """The readings of the word in the other alphabet, their endings brought home."""
    native = _respelled(low, inflection)
    if not native or not has_cyrillic(native):
        return []
    back = romanize(native, inflection.back)
    found = []
    for reading in readings_of(native, inflection.through)[:-1]:
        base = _moved(low, back, romanize(reading.base, inflection.back))
        if base is not None:
            keep = _common(low, base)
            found.append(reading._replace(keep=keep, ending=base[keep:]))
    return found


def _form_through(word: str, reading: Reading, case: str, inflection: Inflection) -> str:
    low = word.lower()
    native = _respelled(low, inflection)
    form = form_of(native, reading._replace(keep=len(reading.base), ending=""), case, inflection.through)
    moved = _moved(low, romanize(native, inflection.back), romanize(form, inflection.back))
    return word if moved is None else _relettered(word, low, moved)


def _moved(low: str, before: str, after: str) -> str | None:
    """``low`` with the change from ``before`` to ``after`` made at its end; None when its end is another."""
    keep = _common(before, after)
    ending = before[keep:]
    return low[: len(low) - len(ending)] + after[keep:] if low.endswith(ending) else None


def _common(one: str, other: str) -> int:
    keep = 0
    while keep < min(len(one), len(other)) and one[keep] == other[keep]:
        keep += 1
    return keep
