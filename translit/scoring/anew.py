"""A person's name read anew: each of those that a text gives, in full, in the nominative, in one spelling, with letters for misread digits."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..names import is_beyond_doubt, may_stand_in_case, nominatives
from ..tables.matching import before_apostrophes, name_abbreviations
from ..text import APOSTROPHE
from .aliases import names_in
from .chinese import is_southern
from .evidence import Evidence
from .japanese import in_hepburn
from .korean import in_one_spelling, may_be_family, spellings_of
from .sides import LONGEST
from .slips import without_digits


def ways_to_read(text: str) -> tuple[str, ...]:
    """Every way to read the names that a cleaned text gives of one person, of which any may be meant. What may be a name in another case
    is also read as it stands, where that is not beyond doubt, for it may be a woman's whom no table knows; so is a Korean one that may be Chinese.

    >>> ways_to_read("Brendan O Callaghan")
    ('Brendan O Callaghan', 'Brendan O’Callaghan')
    >>> ways_to_read("Ян Чыж"), ways_to_read("Бенедикта Верещагина"), ways_to_read("Ivan Petrov alias Lukashenk0")
    (('Ян Чыж',), ('Бенедикт Верещагин', 'Бенедикта Верещагина'), ('Ivan Petrov', 'Lukashenko'))
    """
    return (text,) if len(text) > LONGEST else _ways_to_read(text)  # what is too long is not kept


@lru_cache(16384)
def _ways_to_read(text: str) -> tuple[str, ...]:
    ways = []
    for name in names_in(text):
        written = in_full(without_digits(name))
        own = nominatives(written)
        ways += [spelled for one in own for spelled in spellings_of(one)]
        if not own or not is_beyond_doubt(written, own[0]):
            ways += spellings_of(written)
            if ways[-1] != written and is_southern(written):
                ways.append(written)
        ways += [other for other in (_with_apostrophe(written), in_hepburn(written)) if other and other != written]
    return tuple(dict.fromkeys(ways))


def _with_apostrophe(name: str) -> str:
    """A name with the apostrophe of a family name that was left out."""
    return _before_apostrophe().sub(rf" \1{APOSTROPHE}", name) if _before_apostrophe().search(name) else name


@cache
def _before_apostrophe() -> re.Pattern[str]:
    return re.compile(rf" ({'|'.join(before_apostrophes())}) (?=[A-Z][^\W\d_]{{2}})")


def in_full(name: str) -> str:
    """A name with the words in full that are cut short in writing.

    >>> in_full("Ma. Guadalupe Hdez. Pérez"), in_full("J.P. v.d. Heyden"), in_full("Ma Huateng")
    ('María Guadalupe Hernández Pérez', 'J.P. van der Heyden', 'Ma Huateng')
    """
    return _cut_short().sub(lambda cut: name_abbreviations()[cut[1].lower()], name) if "." in name else name


@cache
def _cut_short() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<![\w.])({'|'.join(map(re.escape, sorted(name_abbreviations(), key=len, reverse=True)))})\.(?=\s|$)")


def read_anew(name: str) -> str:
    """A person's cleaned name as it is compared: letters for misread digits, in the nominative, a Korean name in one spelling.

    >>> read_anew("Сергея Иванова"), read_anew("Park Geun-hye"), read_anew("Lukashenk0"), read_anew("Ян Чыж")
    ('Сергей Иванов', 'Pak Kun-hye', 'Lukashenko', 'Ян Чыж')
    """
    written = in_full(without_digits(name))
    return in_one_spelling(next(iter(nominatives(written)), written))


def may_be_read_anew(words: list[str]) -> bool:
    """Whether ``read_anew`` may change a name of these words, none of which has a digit: soon said of most.

    >>> may_be_read_anew(["Сергея", "Иванова"]), may_be_read_anew(["Пётр", "Чыж"])
    (True, False)
    """
    return may_stand_in_case(words) or bool(words) and (may_be_family(words[0]) or may_be_family(words[-1]))


def told_readings(text: str, way: str) -> list[Evidence]:
    """How a name was read in a cleaned text: which of those that stand there it is, and how it was read anew."""
    name = next((name for name in names_in(text) if way == name or way in ways_to_read(name)), way)
    told = [] if name == text else [Evidence("reading", text, name, 0.0, "one of the names that stand there")]
    if name == way:
        return told
    written = in_full(without_digits(name))
    if written == way and written != without_digits(name):
        return [*told, Evidence("reading", name, way, 0.0, "what is cut short in full")]
    if written != way and way in nominatives(written):
        return [*told, Evidence("case", name, way, 0.0, "in the nominative")]
    if way == _with_apostrophe(written) != written:
        return [*told, Evidence("reading", name, way, 0.0, "a family name with an apostrophe")]
    if way == in_hepburn(written):
        return [*told, Evidence("reading", name, way, 0.0, "a Japanese name by Hepburn, without long vowels")]
    rule = "a Korean name, in one spelling" if in_one_spelling(written) != written else "letters for the digits"
    return [*told, Evidence("reading", name, way, 0.0, rule)]
