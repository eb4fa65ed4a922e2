"""A Latin text whose scheme nobody named: each word by whichever scheme of the language reads it best."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from ..errors import UnknownLanguageError
from ..romanization import default_schemes, schemes
from ..tables.names import CYRILLIC_LANGUAGES, given_names
from ..tables.rules import Scheme
from ..text import fold, script_of
from .counterparts import SISTERS, counterparts
from .latin import UNREAD, UNREAD_LETTER, Found, ReadWord, combine, read_latin, reasons_of
from .plausibility import model

_OTHER_SCHEME = 1.5  # nats that a scheme which is not the default costs
_BY_TABLE = 1.0  # nats that a given name costs whose Latin form is another language's (Alexander)
_SISTER = 2.0  # nats that the way through a sister language costs
_UNLIKELY = 200.0
_LONGEST = 64  # letters of a word that every scheme is asked about
_CHUNK = re.compile(r"\S+")


def language_of(rules: Scheme, lang: str) -> str:
    """``lang`` where it is a spelling of the scheme's language (be-tarask), else the scheme's."""
    return lang if lang.split("-")[0] == rules.lang else rules.lang


def latin_letters(text: str) -> set[str]:
    """The Latin letters of ``text``, lower case, composed."""
    return {char for char in unicodedata.normalize("NFC", text).lower() if char.isalpha() and script_of(char) == "Latn"}


def read_freely(text: str, lang: str, count: int) -> list[Found]:
    """The readings of ``text`` in ``lang``: what stands between spaces is read by itself."""
    every = _schemes(lang)
    between: list[str] = []
    words: list[tuple[ReadWord, ...]] = []
    makers: Counter[Scheme] = Counter()
    start = unread = 0
    for chunk in _CHUNK.finditer(text):
        if not latin_letters(chunk.group()):
            continue
        between.append(text[start : chunk.start()])
        start = chunk.end()
        best = _read_chunk(chunk.group(), every, lang, count)
        if best:
            makers[best[0][1]] += 1
            words.append(tuple(word for word, _ in best))
        else:
            unread += 1
            words.append((ReadWord(chunk.group(), -UNREAD_LETTER * len(chunk.group()), (UNREAD,)),))
    if not words or unread == len(words):
        return [] if words else [Found(text, every[0], 0.0, (), 0.0)]
    scheme = makers.most_common(1)[0][0]
    found = []
    for chosen in combine(words, count):
        pieces = [piece for gap, word in zip(between, chosen, strict=True) for piece in (gap, word.text)]
        likely = sum(word.likely for word in chosen)
        found.append(Found("".join(pieces) + text[start:], scheme, likely, reasons_of(chosen), unread / len(words)))
    return found


def _read_chunk(chunk: str, every: tuple[Scheme, ...], lang: str, count: int) -> list[tuple[ReadWord, Scheme]]:
    """The readings of one chunk with their schemes, likeliest first."""
    letters = latin_letters(chunk)
    best: dict[str, tuple[ReadWord, Scheme]] = {}
    for place, rules in enumerate(every):
        if not letters <= rules.writes or best and len(chunk) > _LONGEST:
            continue
        for one in read_latin(chunk, rules, language_of(rules, lang), count, _OTHER_SCHEME if place else 0.0):
            known = best.get(one.text)
            if not one.unread and (known is None or one.likely > known[0].likely):
                best[one.text] = (ReadWord(one.text, one.likely, one.reasons), rules)
    further = [*_given_names(chunk, lang, 0.0)]
    if lang in SISTERS and 1 < len(chunk) <= _LONGEST:
        further += _through_sisters(chunk, lang, count)
    for word in further:
        text = word.text.upper() if len(chunk) > 1 and chunk.isupper() else word.text
        if text not in best or word.likely > best[text][0].likely:
            best[text] = (ReadWord(text, word.likely, word.reasons), every[0])
    return sorted(best.values(), key=lambda pair: -pair[0].likely)[:count]


def _given_names(form: str, lang: str, likely: float) -> Iterator[ReadWord]:
    """The names of ``lang`` that ``form``, a given name of another language, is."""
    if form[:1].isupper():
        for own, name in _given(lang).get(fold(form), {}).items():
            known = model(lang).known(own.lower(), -_UNLIKELY)[0]
            yield ReadWord(own, known - _BY_TABLE + min(likely, 0.0), (f"given name {name}",))


def _through_sisters(chunk: str, lang: str, count: int) -> Iterator[ReadWord]:
    """What ``chunk`` is in ``lang`` when a sister language's name was written: Medvedev is Мядзведзеў in be."""
    for sister in SISTERS:
        if sister == lang:
            continue
        read = _read_best(chunk, sister)
        if read is None:
            continue
        yield from _given_names(read.text, lang, 0.0)
        for one in counterparts(read.text.lower(), sister, lang, count):
            text = one.text[:1].upper() + one.text[1:] if chunk[:1].isupper() else one.text
            reasons = (f"{sister}: {read.text}", *one.reasons)
            yield ReadWord(text, read.likely + one.likely - _SISTER, reasons)


@lru_cache(4096)
def _read_best(chunk: str, lang: str) -> ReadWord | None:
    """The likeliest reading of ``chunk`` by the schemes of ``lang`` alone."""
    best = None
    for place, rules in enumerate(_schemes(lang)):
        if latin_letters(chunk) <= rules.writes:
            for one in read_latin(chunk, rules, lang, 1, _OTHER_SCHEME if place else 0.0):
                if not one.unread and (best is None or one.likely > best.likely):
                    best = ReadWord(one.text, one.likely, one.reasons)
    return best


@cache
def _schemes(lang: str) -> tuple[Scheme, ...]:
    """The schemes of ``lang``, its default first, then the newest."""
    base = lang.split("-")[0]
    every = schemes(lang=base)
    if not every:
        raise UnknownLanguageError(lang, {one.lang for one in schemes()})
    return tuple(sorted(every, key=lambda one: (one.id != default_schemes().get(base), -(one.year or 0))))


@cache
def _given(lang: str) -> dict[str, dict[str, str]]:
    """Forms of given names in Latin letters and in sister languages, folded, with the name's first form in ``lang`` and its id."""
    found: dict[str, dict[str, str]] = {}
    for name in given_names():
        own = name.forms.get(lang) or name.forms.get(lang.split("-")[0])
        if own:
            for code, forms in name.forms.items():
                if code not in CYRILLIC_LANGUAGES or code in SISTERS and code != lang:
                    for form in forms:
                        found.setdefault(fold(form), {}).setdefault(own[0], name.id)
    return found
