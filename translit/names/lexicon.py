"""Words known to be base forms: given names by gender and frequency, surnames and nouns of the entity tables.

They are plain data, compiled once and kept. What is known is likelier than what the endings alone allow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..tables.entities import Entity, shipped_entities
from ..tables.inflection import Inflection, inflection_files, inflection_of
from ..tables.names import given_names
from ..tables.rosters import roster_names
from ..tables.store import kept
from ..text import HYPHENS, WORD, clean

_FREQUENCY = {"very common": 60.0, "common": 30.0, "rare": 10.0}
_STRENGTH = {"forms": 1.0, "short": 0.3, "cognate": 0.05}
_FEMININE = 0.43
_ALIKE, _OTHER_VARIETY = 0.9, 0.8
_CLEARLY_ADJECTIVE = 3
_KNOWN = {"surname": 8.0, "noun": 16.0, "adjective": 4.0}
# how much of such words the tables do not know: nearly all given names are known, few surnames are
_UNKNOWN = {"given": 0.15, "noun": 0.4, "adjective": 0.15}
_STORE = "base-words"
_WORD = re.compile(rf"{WORD.pattern}(?:[{HYPHENS}]{WORD.pattern})*")

Words = dict[str, dict[str, float]]


class Lexicon:
    """The known words of one language."""

    def __init__(self, inflection: Inflection, words: Words):
        self._alike = inflection.alike
        self._words = words
        folded = list(words)
        for one, other in self._alike:
            folded = [word.replace(one, other) for word in folded]
        self._folded = dict(zip(folded, words.values(), strict=True)) if self._alike else {}

    def weigh(self, base: str, kind: str, gender: str, weight: float) -> tuple[float, bool]:
        """``weight`` of a reading, raised where ``base`` (lower case) is known as such a word, else lowered by how
        few such words are unknown; and whether it is known.

        A given name takes the weight of its frequency: Аляксандр is met more often than Аляксандра.
        """
        known, factor = self._words.get(base), 1.0
        if known is None and self._alike:
            known, factor = self._folded.get(self._fold(base)), _ALIKE
        if known is not None:
            if kind == "given":
                found = max((known[one] for one in gender if one in known), default=0.0)
                if found:
                    return found * factor * min(1.0, weight + 0.5), True
            elif kind in known:
                return (weight + 1) * _KNOWN[kind] * factor, True
        return weight * _UNKNOWN.get(kind, 1.0), False

    def has(self, base: str) -> bool:
        """Whether ``base`` (lower case) is a known word of any kind."""
        return base in self._words

    def _fold(self, word: str) -> str:
        for one, other in self._alike:
            if one in word:
                word = word.replace(one, other)
        return word


@cache
def lexicon_of(inflection: Inflection) -> Lexicon:
    """The lexicon of the inflection's language; words of its other varieties stand in it as less likely."""
    base_lang = inflection.lang.split("-")[0]
    varieties = {lang: known for lang, known in _known_words().items() if lang.split("-")[0] == base_lang}
    if varieties.keys() == {inflection.lang}:
        return Lexicon(inflection, varieties[inflection.lang])
    words: Words = {}
    for lang, known in varieties.items():
        factor = 1.0 if lang == inflection.lang else _OTHER_VARIETY
        for word, kinds in known.items():
            own = words.setdefault(word, {})
            for kind, weight in kinds.items():
                own[kind] = max(own.get(kind, 0.0), weight * factor)
    return Lexicon(inflection, words)


@cache
@kept(_STORE)
def _known_words() -> dict[str, Words]:
    """Language → base form → what it is known as: m, f (a given name, with its weight), surname, noun."""
    found: dict[str, Words] = {lang: {} for lang in inflection_files()}
    for lang, word, known, weight in (*_given(), *_entities()):
        if lang in found:
            kinds = found[lang].setdefault(word, {})
            kinds[known] = max(weight, kinds.get(known, 0.0))
    return found


def _given() -> Iterator[tuple[str, str, str, float]]:
    for name in (*given_names(), *roster_names()):
        for tie, strength in _STRENGTH.items():
            for lang, forms in getattr(name, tie).items():
                for form in forms:
                    for gender in name.gender:
                        weight = _FREQUENCY[name.frequency] * strength * (_FEMININE if gender == "f" else 1.0)
                        yield lang, clean(form).lower(), gender, weight


def _entities() -> Iterator[tuple[str, str, str, float]]:
    for entity in shipped_entities():
        if entity.kind == "person" and entity.fact("common"):  # Petr Pavel makes no surname of Павел
            continue
        for lang, names in entity.names.items():
            for name in names:
                for word, kind in _bases_in(name, lang, entity):
                    yield lang, word, kind, 1.0


def _bases_in(name: str, lang: str, entity: Entity) -> Iterator[tuple[str, str]]:
    """The words of a listed name that surely stand in their base form, each with its kind: a person's family name; the
    first word of another name, and where that is an adjective its noun too."""
    words = [found.group().lower() for found in _WORD.finditer(clean(name))]
    if not words or any(len(word) < 2 for word in words):
        return
    if entity.kind == "person":
        yield words[0 if entity.fact("order") == "family-first" else -1], "surname"
        return
    for word in words:
        adjectival = max((len(end) for end in _adjectives(lang) if word.endswith(end)), default=0)
        if adjectival and word != words[-1]:
            yield word, "adjective"
        if adjectival < _CLEARLY_ADJECTIVE or word == words[-1]:
            yield word, "noun"
            return


@cache
def _adjectives(lang: str) -> tuple[str, ...]:
    """The endings of adjectives in ``lang``."""
    inflection = inflection_of(lang)
    paradigms = inflection.paradigms if inflection is not None else ()
    return tuple(end for one in paradigms if "adjective" in one.weights and not one.beside for end in one.ends)
