"""Slips in short words: two words one letter apart are one where exactly one of them can be no name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from ..names import given_groups
from ..romanization import romanize_many
from ..tables.matching import common_surnames, known_stretches, stretched_names, stretched_schemes, vowels
from ..tables.names import given_names
from ..tables.rosters import open_names, roster_names
from ..tables.store import kept
from ..tables.surnames import known_surnames
from ..text import fold, has_cyrillic
from .slips import slip_between

_LEAST, _MOST = 3, 6


def misspelt(a: str, b: str) -> str:
    """Why two short words of one script are one name but for a letter; empty where nothing says so.

    >>> misspelt("Clark", "Clrk")
    'a slip: the letter a is left out, and clrk can be no name: none is spelled so, without a vowel'
    >>> misspelt("Попов", "Попв"), misspelt("Hall", "Hull"), misspelt("Brown", "Bron")
    ('a slip: the letter о is left out, and попв can be no name: none ends in пв', '', '')

    Length decides nothing: Hall and Hull are two names. Words of three to six letters that begin alike are asked, since of longer
    ones a slip is believed anyway; a longer end is another word.
    """
    one, other = fold(a), fold(b)
    if not _are_one_letter_apart(one, other):
        return ""
    strange = [(word, found) for word in (one, other) for found in (strange_stretch(word),) if found]
    return _told(one, other, *strange[0], "name") if len(strange) == 1 else ""


def misspelt_given(a: str, b: str) -> str:
    """Why a short word is a given name but for a neighbour on the keyboard; empty where nothing says so.

    >>> misspelt_given("Johm", "John")
    'a slip: m and n are neighbours on the keyboard, and johm can be no given name: none ends in hm'
    >>> misspelt_given("Jahn", "John")
    ''

    The given name stands in the tables and is not rare; the other word does not, and has a run that no given name has.
    """
    one, other = fold(a), fold(b)
    if not _are_one_letter_apart(one, other) or slip_between(one, other).sort != "neighbour":
        return ""
    found = given_groups(a), given_groups(b)
    word, known = (other, found[0]) if found[0] else (one, found[1])
    if all(found) or not any(match.strength == "same" and match.frequency != "rare" and not match.is_open for match in known):
        return ""
    stretch = strange_stretch(word, "given name")
    return _told(one, other, word, stretch, "given name") if stretch else ""


def _are_one_letter_apart(one: str, other: str) -> bool:
    """Whether two folded words are short, of one script, begin alike and differ in one letter that is not only put at the end."""
    if not _LEAST <= min(len(one), len(other)) or max(len(one), len(other)) > _MOST or one[0] != other[0]:
        return False
    if one.startswith(other) or other.startswith(one) or has_cyrillic(one) != has_cyrillic(other):
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1


@lru_cache(65536)
def strange_stretch(word: str, kind: str = "name") -> str:
    """The first run of vowels or consonants in a folded word that no name (or ``given name``) has there, ``^`` for its start
    and ``$`` for its end; empty where names have all, and where the word has a letter that no name has: that is another
    alphabet's.

    >>> strange_stretch("popv"), strange_stretch("popov"), strange_stretch("кмм")
    ('pv$', '', '^кмм$')
    """
    known, letters = _known()[f"{kind} {'Cyrl' if has_cyrillic(word) else 'Latn'}"]
    if not letters.issuperset(word):
        return ""
    return next((stretch for stretch in _stretches(word) if stretch not in known), "")


def _told(one: str, other: str, word: str, stretch: str, kind: str) -> str:
    letters = stretch.strip("^$")
    starts, ends = stretch.startswith("^"), stretch.endswith("$")
    place = f"ends in {letters}" if ends else f"begins with {letters}" if starts else f"has {letters} inside"
    why = "none is spelled so, without a vowel" if starts and ends else f"none {place}"
    return f"a slip: {slip_between(one, other).rule}, and {word} can be no {kind}: {why}"


def _stretches(word: str) -> list[str]:
    return _pattern().findall(f"^{word}$")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"[{vowels()}]+|[^{vowels()}]+")


@cache
def _known() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """The stretches of names and of given names in either script, and their letters."""
    return {sort: (frozenset(some), frozenset("".join(some))) for sort, some in _listed_stretches().items()}


@kept("stretches")
def _listed_stretches() -> dict[str, list[str]]:
    """The stretches as lists."""
    given, others = _stretches_of(_given_names()), _stretches_of(_surnames())
    others["Latn"] |= known_stretches()
    found = {f"given name {script}": sorted(given[script]) for script in given}
    found |= {f"name {script}": sorted(given[script] | others[script]) for script in given}
    return found


def _stretches_of(names: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {"Latn": set(), "Cyrl": set()}
    for word in set(map(fold, names)):
        if word.isalpha():
            found["Cyrl" if has_cyrillic(word) else "Latn"].update(_stretches(word))
    return found


def _given_names() -> Iterable[str]:
    yield from (form for name in open_names() for form in name.forms)
    for name in (*given_names(), *roster_names()):
        for forms in (name.forms, name.short, name.cognate):
            yield from (form for some in forms.values() for form in some)


def _surnames() -> Iterable[str]:
    yield from stretched_names()
    yield from (form for form, _ in common_surnames())
    for lang, schemes in stretched_schemes().items():
        forms = [form for row in known_surnames() for form in row.forms.get(lang, ())]
        yield from forms
        for scheme in schemes:
            yield from romanize_many(forms, scheme, lang=lang)
