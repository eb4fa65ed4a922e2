"""Which given names a word can be: by its exact form, else by its sounds."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ..phonology import plain_readings
from ..tables.names import given_names
from ..text import APOSTROPHE, HYPHENS, clean, fold, has_cyrillic
from .index import ANY_LANG, STRENGTHS, Entry, build_patronymics, index, sound_key

_HYPHEN = re.compile(f"[{HYPHENS}]")


class GivenMatch(NamedTuple):
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

    @property
    def is_open(self) -> bool:
        """Whether only open data has it, by rule: such a word may be a surname as well (Wałęsa)."""
        return self.langs == (ANY_LANG,)


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
    tables = index()
    found = tables.forms.get(word) or APOSTROPHE in word and tables.forms.get(word.replace(APOSTROPHE, ""))
    if found:
        return _strongest(found, "form")
    folded = None if has_cyrillic(word) else fold(word)
    found = tables.folds.get(folded)
    if found:
        return _strongest(found, "fold")
    found = _sounding_like(word, folded)
    return _strongest(found, "sound") if found else ()


def has_form(token: str) -> bool:
    """Whether ``token`` stands in the tables of given names, letter by letter.

    >>> has_form("Алесь"), has_form("Aliaksandr")
    (True, False)
    """
    word, forms = clean(token).casefold(), index().forms
    return word in forms or APOSTROPHE in word and word.replace(APOSTROPHE, "") in forms


def is_given(token: str) -> bool:
    """Whether ``token`` is a given name, or a double one (Frank-Walter, Анна-Мария).

    >>> is_given("Дзмітрый"), is_given("Ганна-Марыя"), is_given("Мінск")
    (True, True, False)
    """
    if given_groups(token):
        return True
    pieces = () if token.isalpha() else _HYPHEN.split(token)
    return len(pieces) > 1 and all(piece and given_groups(piece) for piece in pieces)


def as_patronymic(father: str) -> str:
    """The Russian patronymic of the children of a man of this name, which other languages say in words (oğlu, qızı); empty where the
    name is none we know.

    >>> as_patronymic("Heydər"), as_patronymic("Рашид"), as_patronymic("Minsk")
    ('Гейдарович', 'Рашидович', '')
    """
    names = [_russian()[match.id] for match in given_groups(father) if match.strength == "same" and match.id in _russian()]
    return next((word for name in names for word in build_patronymics(name, "ru", "m")), "")


@cache
def _russian() -> dict[str, str]:
    """The Russian forms of men's names, by id."""
    return {name.id: name.forms["ru"][0] for name in given_names() if name.forms.get("ru") and name.gender != "f"}


def _sounding_like(word: str, folded: str | None) -> list[Entry]:
    """The entries that share a reading or are romanized so (``folded``, None for Cyrillic), but for those whose table rejects the
    word."""
    tables = index()
    found: list[Entry] = []
    sounds = tables.sounds
    for heard in plain_readings(word).sounds:
        key = sound_key(heard)
        if key in sounds:
            found += sounds[key]
    if folded in tables.romanized:
        found += tables.romanized[folded]
    if not found:
        return found
    rejecting = tables.rejects.get(word, ())
    return [entry for entry in found if entry[0] not in rejecting]


def _strongest(entries: list[Entry], by: str) -> tuple[GivenMatch, ...]:
    """One match per name, with its strongest tie; by sound, weaker ties than the strongest do not stand."""
    best: dict[str, tuple[int, list[str]]] = {}
    for name, strength, lang in entries:
        known = best.get(name)
        if known is None or strength < known[0]:
            best[name] = (strength, [lang])
        elif strength == known[0] and lang not in known[1]:
            known[1].append(lang)
    ranked = sorted(best.items(), key=lambda item: item[1][0])
    if by == "sound":
        ranked = [item for item in ranked if item[1][0] == ranked[0][1][0]]
    names = index().names
    return tuple(
        GivenMatch(name, STRENGTHS[strength], names[name][0], names[name][1], by, tuple(langs))
        for name, (strength, langs) in ranked
    )
