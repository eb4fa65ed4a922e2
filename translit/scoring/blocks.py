"""Blocking keys of whole names: what makes two of a million names worth a comparison."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..names import given_groups, is_particle, is_suffix, is_title, patronymic_of, surname_endings
from ..phonology import keys
from ..text import HYPHENS, Token, clean, tokens
from .initials import first_letters, first_sounds
from .loose import loose_keys
from .scripts import foreign_script, in_latin

_ENDING = "aeiouyj"  # of a family name's sounds: gender, and most cases
_LEAST_STEM = 2
_WITH_PATRONYMIC, _MOST = 3, 8  # words
_APART = dict.fromkeys(map(ord, HYPHENS), " ")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a name: its keys as a family name (an initial has none), what it can be cut to as a given name, and
    what it may be."""

    stems: frozenset[str]
    firsts: frozenset[str]
    is_given: bool
    is_patronymic: bool


@lru_cache(1 << 17)
def name_keys(name: str) -> tuple[str, ...]:
    """The blocking keys of a person's name, sorted: the sounds of a family name without its ending, and what a given
    name can be cut to. Spellings that rules relate share one, also with initials, inflected or turned around.

    >>> set(name_keys("Аляксандр Рыгоравіч Лукашэнка")) & set(name_keys("Loukachenko A."))
    {'lukašank a'}
    >>> set(name_keys("Анне Ивановой")) & set(name_keys("Ivanov Hanna"))
    {'ivanav a'}
    >>> name_keys("Лукашэнка"), name_keys("")
    (('lukašank',), ())

    A name of one word has the keys of that word: it meets names of one word only. A misspelt family name may have other
    keys. Which word is the family name is taken from the given names known; where that is open, every word may be it.
    """
    words = [_word(text, is_cut) for text, is_cut in _words_of(clean(name))[:_MOST]]
    if len(words) < 2:
        return tuple(sorted(stem for word in words for stem in word.stems or word.firsts))
    full = [word for word in words if word.stems]
    patronymics = [word for word in full if word.is_patronymic]
    if len(patronymics) == 1 and len(full) >= _WITH_PATRONYMIC:
        words.remove(patronymics[0])
    families = {at for at, word in enumerate(words) if word.stems and not word.is_given}
    families = families or {at for at, word in enumerate(words) if word.stems}
    return tuple(sorted({
        f"{stem} {first}"
        for at in families
        for other, word in enumerate(words)
        if other != at
        for stem in words[at].stems
        for first in word.firsts
    }))  # fmt: skip


def _words_of(name: str) -> list[tuple[str, bool]]:
    """The words and whether each is an initial; without titles, particles and suffixes as long as others are left; those
    of another script in Latin letters."""
    script = foreign_script(name)
    read = (in_latin(name, script) if script else name).translate(_APART)
    found = [(token.surface, _is_initial(token, read)) for token in tokens(read) if not token.surface.isdigit()]
    return [(word, is_cut) for word, is_cut in found if is_cut or not _stands_beside(word)] or found


def _is_initial(token: Token, text: str) -> bool:
    """One capital, or two letters (Yu.) with a full stop."""
    size = len(token.surface)
    return token.surface[:1].isupper() and (size == 1 or size == 2 and text[token.end : token.end + 1] == ".")


@lru_cache(1 << 16)
def _stands_beside(word: str) -> bool:
    return is_particle(word) or not given_groups(word) and (is_title(word) or is_suffix(word))


@lru_cache(1 << 17)
def _word(text: str, is_initial: bool) -> _Word:
    firsts = first_sounds(text)
    if is_initial:
        return _Word(frozenset(), firsts, False, False)
    groups = [match for match in given_groups(text) if match.strength != "cognate"]
    letters = {letter for match in groups for letter in first_letters().get(match.id, ())}
    firsts |= {first for letter in letters for first in first_sounds(letter)}
    is_given = any(match.strength == "same" and not match.is_open for match in groups)
    beyond = frozenset() if surname_endings(text) else loose_keys(text)
    return _Word(frozenset(map(_stem, keys(text) | beyond)), firsts, is_given, patronymic_of(text) is not None)


def _stem(key: str) -> str:
    stem = key.rstrip(_ENDING)
    return stem if len(stem) >= _LEAST_STEM else key
