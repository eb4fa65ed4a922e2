"""Japanese names: in one system of Latin letters, and whether characters may be read as another name is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from ..tables.japanese import family_readings, given_readings, syllables, writing
from ..text import APOSTROPHE, fold, has_cyrillic, script_of
from .scripts import foreign_script

_CHARACTERS = frozenset(("Hani", "Hira", "Kana"))
_APART = re.compile(r"[\s,・]+")
_LONGEST_FAMILY, _MOST_OF_GIVEN = 3, 4  # characters
_LEAST, _LEAST_WORD = 2, 4  # syllables and letters of a word that is read anew


def in_hepburn(name: str) -> str:
    """A name of Japanese syllables as Hepburn writes it without long vowels; empty where that changes nothing, and of any other name.

    >>> in_hepburn("Tutiya Ryūzō"), in_hepburn("Ohno Yuji"), in_hepburn("Tsuchiya Ryuzo"), in_hepburn("Hu Jintao")
    ('Tsuchiya Ryuzo', 'Ono Yuji', '', '')
    """
    words = _APART.split(name)
    if len(words) != 2 or not all(word.isalpha() and len(word) >= _LEAST_WORD for word in words):
        return ""
    read = [_sounds_of(word, _LEAST) if not has_cyrillic(word) else "" for word in words]
    if not all(read) or all(sounds == fold(word) for word, sounds in zip(words, read, strict=True)):
        return ""
    return " ".join(map(str.capitalize, read))


def is_in_characters(name: str) -> bool:
    """Whether a name may be Japanese in characters: it begins with a family name of the table.

    >>> is_in_characters("佐藤 健一"), is_in_characters("佐藤健一"), is_in_characters("Satō Kenichi")
    (True, True, False)
    """
    return not name.isascii() and script_of(name[:1]) in _CHARACTERS and next(_cut(name), None) is not None


@lru_cache(4096)
def may_be_read_so(name: str, other: str) -> bool:
    """Whether a name in characters may be read in Japanese as another is written in Latin letters or Cyrillic, in either order.

    >>> may_be_read_so("佐藤 健一", "Kenichi Sato"), may_be_read_so("佐藤健一", "Сато Кэнъити"), may_be_read_so("佐藤 健一", "Koji Sato")
    (True, True, False)
    """
    words = [_sounds_of(word) for word in _APART.split(other.strip()) if word]
    if len(words) != 2 or not all(words) or foreign_script(other):
        return False
    for family, given in _cut(name):
        families, readings = {_short(one) for one in family_readings()[family]}, None
        for one, another in (words, words[::-1]):
            if one in families:
                readings = readings or _given_readings(given)
                if another in readings:
                    return True
    return False


def _cut(name: str) -> Iterator[tuple[str, str]]:
    """The family and the given name that a name in characters may be made of."""
    words = [word for word in _APART.split(name.strip()) if word]
    if len(words) == 2 and words[0] in family_readings():
        yield words[0], words[1]
    if len(words) == 1:
        for size in range(min(_LONGEST_FAMILY, len(name) - 1), 0, -1):
            if words[0][:size] in family_readings():
                yield words[0][:size], words[0][size:]


@lru_cache(4096)
def _given_readings(given: str) -> frozenset[str]:
    """How a given name in characters and kana may be read."""
    if not any(script_of(char) == "Hani" for char in given):
        return frozenset(filter(None, (_short(_of_kana(given)),)))
    if len(given) > _MOST_OF_GIVEN:
        return frozenset()
    ways = [given_readings().get(char) or tuple(filter(None, (_of_kana(char),))) for char in given]
    return frozenset(_short("".join(some)) for some in product(*ways))


def _of_kana(text: str) -> str:
    """Kana by Hepburn; empty where something else stands there."""
    signs = text.replace(writing().stretch, "")
    if not _kana().fullmatch(signs):
        return ""
    return re.sub(r"\*(.)", lambda one: one[1] * 2, "".join([syllables().kana.get(sign, "*") for sign in _sign().findall(signs)]))


@lru_cache(16384)
def _sounds_of(word: str, least: int = 1) -> str:
    """A word of so many Japanese syllables by Hepburn, without long vowels; empty for another."""
    written = _as_usual(_long_o().sub("o", fold(word)))
    in_cyrillic = has_cyrillic(written)
    table = syllables().cyrillic if in_cyrillic else syllables().latin
    whole, syllable = _patterns(in_cyrillic)
    found = syllable.findall(written) if whole.fullmatch(written) else ()
    if len(found) < least:
        return ""
    return _short("".join([(table[one][0] if again else "") + table[one] for again, one in found]))


def _short(read: str) -> str:
    """A reading without long vowels and apostrophes."""
    read = _as_usual(read.replace(APOSTROPHE, "").replace("'", ""))
    for long, short in writing().long.items():
        read = read.replace(long, short)
    return read


def _as_usual(word: str) -> str:
    """A word with the letters of the tables for those that some write: Shimbun, Shinbun; Hatchō, Hacchō."""
    for letters, usual in writing().written.items():
        word = word.replace(letters, usual)
    return _nasal().sub(writing().nasal["stands_for"], word)


@cache
def _nasal() -> re.Pattern[str]:
    return re.compile(f"{writing().nasal['written']}(?=[{writing().nasal['before']}])")


@cache
def _long_o() -> re.Pattern[str]:
    return re.compile(f"{writing().long_o}(?![aeiouy])")


@cache
def _syllable(in_cyrillic: bool) -> str:
    table = syllables().cyrillic if in_cyrillic else syllables().latin
    return f"(?:([{writing().doubled}])(?=\\1))?({'|'.join(sorted(table, key=len, reverse=True))})"


@cache
def _patterns(in_cyrillic: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word of syllables, and one of them."""
    syllable = _syllable(in_cyrillic)
    return re.compile(f"(?:{syllable})+"), re.compile(syllable)


@cache
def _kana() -> re.Pattern[str]:
    return re.compile(f"(?:{_sign().pattern})+")


@cache
def _sign() -> re.Pattern[str]:
    return re.compile("|".join([*sorted(syllables().kana, key=len, reverse=True), *writing().again]))
