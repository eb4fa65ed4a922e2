"""A Latin text whose scheme nobody named: each word by whichever scheme of the language reads it best."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from ..errors import UnknownLanguageError
from ..romanization import default_schemes, schemes
from ..tables.names import CYRILLIC_LANGUAGES, given_names
from ..tables.rules import Scheme
from ..text import fold, script_of
from .latin import UNREAD, UNREAD_LETTER, Found, ReadWord, combine, read_text, reasons_of
from .plausibility import model

_OTHER_SCHEME = 1.5  # nats that a scheme which is not the default costs
_BY_TABLE = 1.0  # nats that a given name costs whose Latin form is another language's (Alexander)
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
        if not letters <= rules.writes:
            continue
        for one in read_text(chunk, rules, language_of(rules, lang), count, _OTHER_SCHEME if place else 0.0):
            known = best.get(one.text)
            if not one.unread and (known is None or one.likely > known[0].likely):
                best[one.text] = (ReadWord(one.text, one.likely, one.reasons), rules)
    for form, name in _given(lang).get(fold(chunk), {}).items():
        likely = model(lang).known(form.lower(), -_UNLIKELY)[0] - _BY_TABLE
        text = form.upper() if len(chunk) > 1 and chunk.isupper() else form
        if chunk[0].isupper() and (text not in best or likely > best[text][0].likely):
            best[text] = (ReadWord(text, likely, (f"given name {name}",)), every[0])
    return sorted(best.values(), key=lambda pair: -pair[0].likely)[:count]


_UNLIKELY = 200.0


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
    """Latin forms of given names, folded, with the name's first form in ``lang`` and its id."""
    found: dict[str, dict[str, str]] = {}
    for name in given_names():
        own = name.forms.get(lang) or name.forms.get(lang.split("-")[0])
        if own:
            for code, forms in name.forms.items():
                if code not in CYRILLIC_LANGUAGES:
                    for form in forms:
                        found.setdefault(fold(form), {}).setdefault(own[0], name.id)
    return found
