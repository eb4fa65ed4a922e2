"""Which given names a word can be: by its exact form, else by its sounds."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from ..phonology import readings
from ..tables.names import CYRILLIC_LANGUAGES, Forms, GivenName, given_names
from ..text import APOSTROPHE, clean, fold, has_cyrillic

STRENGTHS = ("same", "short", "cognate")
_DIAERESIS = "\u0308"
_ROMANIZING = frozenset(("be", "ru", "uk", "latin", "scholarly", "be-latin", "be-latin-2023", "be-lacinka"))


@dataclass(frozen=True, slots=True)
class GivenMatch:
    """One given name that a word can be.

    ``strength`` is *same* (a full form), *short* (Саша) or *cognate* (Alejandro for Александр); ``by`` says how it was
    found: *form* (letter by letter), *fold* (but for diacritics) or *sound* (a spelling that rules yield); ``langs``
    are the languages of the forms met.
    """

    id: str
    strength: str
    gender: str
    frequency: str
    by: str
    langs: tuple[str, ...]


@lru_cache(65536)
def given_groups(token: str) -> tuple[GivenMatch, ...]:
    """The given names that ``token`` can be, the strongest tie first; empty when it is none we know.

    >>> [(match.id, match.strength) for match in given_groups("Алесь")]
    [('ales', 'same'), ('alexander', 'short')]
    >>> [match.id for match in given_groups("Aliaksandr")], [match.id for match in given_groups("Олександр")]
    (['alexander'], ['alexander'])
    >>> given_groups("Minsk"), given_groups("Лукашэнка")
    ((), ())

    A word that stands in the tables is only what they say; sounds are asked about no other.
    """
    word = clean(token).casefold()
    found = _by_form().get(word) or _by_form().get(word.replace(APOSTROPHE, ""))
    if found:
        return _strongest(found, "form")
    if not has_cyrillic(word):
        found = _by_fold().get(fold(word))
        if found:
            return _strongest(found, "fold")
    return _strongest(_sounding_like(word), "sound")


def is_given(token: str) -> bool:
    """Whether ``token`` is a given name, or a double one (Frank-Walter, Анна-Мария).

    >>> is_given("Дзмітрый"), is_given("Ганна-Марыя"), is_given("Мінск")
    (True, True, False)
    """
    if given_groups(token):
        return True
    pieces = token.replace("‑", "-").split("-")
    return len(pieces) > 1 and all(piece and given_groups(piece) for piece in pieces)


_Entry = tuple[GivenName, str, str]


def _strongest(entries: list[_Entry], by: str) -> tuple[GivenMatch, ...]:
    """One match per name, with its strongest tie; by sound, weaker ties than the strongest do not stand."""
    best: dict[str, tuple[int, GivenName, list[str]]] = {}
    for name, strength, lang in entries:
        rank = STRENGTHS.index(strength)
        known = best.get(name.id)
        if known is None or rank < known[0]:
            best[name.id] = (rank, name, [lang])
        elif rank == known[0] and lang not in known[2]:
            known[2].append(lang)
    ranked = sorted(best.values(), key=lambda item: item[0])
    if by == "sound" and ranked:
        ranked = [item for item in ranked if item[0] == ranked[0][0]]
    return tuple(
        GivenMatch(name.id, STRENGTHS[rank], name.gender, name.frequency, by, tuple(langs))
        for rank, name, langs in ranked
    )


@cache
def _by_form() -> dict[str, list[_Entry]]:
    index: dict[str, list[_Entry]] = {}
    for name, strength, lang, form in _all_forms():
        word = clean(form).casefold()
        spellings = {word, word.replace(APOSTROPHE, "")}
        if lang == "ru":  # ё is printed е
            spellings.add(_without_diaeresis(word))
        for spelling in spellings:
            index.setdefault(spelling, []).append((name, strength, lang))
    return index


@cache
def _by_fold() -> dict[str, list[_Entry]]:
    index: dict[str, list[_Entry]] = {}
    for name, strength, lang, form in _all_forms():
        if lang not in CYRILLIC_LANGUAGES:
            index.setdefault(fold(form), []).append((name, strength, lang))
    return index


@cache
def _by_sound() -> dict[str, list[_Entry]]:
    index: dict[str, list[_Entry]] = {}
    for name, strength, lang, form in _all_forms():
        if lang not in CYRILLIC_LANGUAGES:
            continue
        words = {form, _without_diaeresis(form)} if lang == "ru" else {form}
        for key in {_sound_key(reading.sounds) for word in words for reading in readings(word)}:
            index.setdefault(key, []).append((name, strength, lang))
    return index


def _sounding_like(word: str) -> list[_Entry]:
    found = []
    for reading in readings(word):
        romanized = not _ROMANIZING.isdisjoint(reading.orthographies)
        for entry in _by_sound().get(_sound_key(reading.sounds), ()):
            if romanized or entry[0].respelled:
                found.append(entry)
    return found


def _sound_key(sounds: str) -> str:
    """The sounds with u and v as one: ў is written either way."""
    return sounds.replace("u", "v")


def _all_forms():
    for name in given_names():
        ties: tuple[tuple[str, Forms], ...] = (("same", name.forms), ("short", name.short), ("cognate", name.cognate))
        for strength, by_lang in ties:
            for lang, forms in by_lang.items():
                for form in forms:
                    yield name, strength, lang, form


def _without_diaeresis(word: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).replace(_DIAERESIS, ""))
