"""What sort of word a word of a name is: a place, a country, a type, a kind of thing, a name of its own."""

from __future__ import annotations

from functools import lru_cache

from ..tables.organisations import (
    apart_groups,
    around_groups,
    corporate_groups,
    dotted_words,
    exonym_groups,
    groups_by_acronym,
    kind_groups,
    kinds_alike,
    minor_groups,
    people_groups,
    place_groups,
    place_type_groups,
    realm_groups,
    settled_groups,
    type_groups,
    water_groups,
)
from ..text import fold
from .legalforms import legal_form
from .sides import Side
from .vocabulary import groups_behind_country, groups_by_word, groups_of, is_glue, is_of_places, plain

_LEAST_PROPER = 5  # letters of a name that no table has


@lru_cache(32768)
def is_place(word: str) -> bool:
    """Whether a word is what a place is called, and nothing else."""
    groups = groups_of(word)
    return bool(groups) and is_of_places(groups)


@lru_cache(32768)
def is_exonym(word: str) -> bool:
    """Whether a word is a name of a place that languages call otherwise: Köln, Cologne."""
    return not exonym_groups().isdisjoint(groups_of(word))


@lru_cache(32768)
def names_place(word: str) -> bool:
    """Whether a word is, or may be, what a place or a country is called, or the adjective of one: Київська."""
    groups = groups_of(word)
    return not place_groups().keys().isdisjoint(groups) or not people_groups().isdisjoint(groups)


def is_country(word: str) -> bool:
    """Whether a word is the name of a country or a capital, or the acronym of one."""
    groups = groups_by_acronym() if word.isupper() else groups_by_word()
    return not people_groups().isdisjoint((*groups.get(plain(word), ()), *groups_by_word().get(plain(word), ())))


@lru_cache(32768)
def is_type(word: str) -> bool:
    """Whether a word only says what a thing is: city, область, company."""
    return not type_groups().isdisjoint(groups_of(word))


@lru_cache(32768)
def is_place_type(word: str) -> bool:
    """Whether a word only says what a place is: street, river."""
    return not place_type_groups().isdisjoint(groups_of(word))


@lru_cache(1024)
def is_settlement(word: str) -> bool:
    """Whether a word that also joins others is cut from what towns or villages are called: г., м., с."""
    return is_glue(word) and any(not settled_groups().isdisjoint(groups_of(whole)) for whole in dotted_words().get(fold(word), ()))


@lru_cache(32768)
def is_water(word: str) -> bool:
    """Whether a word says that a place is a river or a lake."""
    return not water_groups().isdisjoint(groups_of(word))


@lru_cache(32768)
def is_around(word: str) -> bool:
    """Whether a word says what kind of place another lies in: district, region."""
    return not around_groups().isdisjoint(groups_of(word))


@lru_cache(32768)
def is_minor(word: str) -> bool:
    """Whether a word is said of a thing with a name of its own, and left out as often: Islamic, charitable."""
    return not minor_groups().isdisjoint(groups_of(word))


@lru_cache(32768)
def is_corporate(word: str) -> bool:
    """Whether a word only says that a thing is a business, whichever word for that a list takes: company, concern, group."""
    return not corporate_groups().isdisjoint(groups_of(word))


@lru_cache(32768)
def is_realm(word: str) -> bool:
    """Whether a word only says of which realm a thing is: republic, федерация."""
    return not realm_groups().isdisjoint(groups_of(word))


@lru_cache(32768)
def is_kind(word: str) -> bool:
    """Whether a word may be added to a name that is one of a kind: company, завод."""
    return not kind_groups().isdisjoint(groups_of(word))


@lru_cache(32768)
def kind_families(word: str) -> frozenset[int]:
    """The families of kinds that a word names a kind of: of one family, one may stand for the other.

    >>> bool(kind_families("Brigade") & kind_families("батальон")), bool(kind_families("Brigade") & kind_families("Company"))
    (True, False)
    """
    alike = kinds_alike()
    return frozenset(family for group in groups_of(word) if group in alike for family in alike[group])


@lru_cache(32768)
def is_apart(word: str) -> bool:
    """Whether a word makes a thing of its own of what it is added to: women, trading."""
    return not apart_groups().isdisjoint(groups_of(word))


@lru_cache(32768)
def says_kind(word: str) -> bool:
    """Whether a word may stand beside a kind, and says no more of the name: oil in Rosneft Oil Company, but not trading."""
    groups = groups_of(word)
    return bool(groups) and not is_apart(word) and not is_of_places(groups) and not is_country(word)


@lru_cache(32768)
def is_proper(word: str) -> bool:
    """Whether a word is a name: a long one that no word table has, or one that only begins with a country (Роснефть)."""
    if len(word) < _LEAST_PROPER or not word.isalpha() or legal_form(word):
        return False
    return not groups_of(word) or bool(groups_behind_country(plain(word))) and not is_country(word)


def is_generic(side: Side) -> bool:
    """Whether a name is made of words of the tables only, none of which is a place or a country: the House of Representatives, of any.

    >>> from translit.scoring.wordsides import words_side
    >>> is_generic(words_side("Палата прадстаўнікоў")), is_generic(words_side("Беларускі банк"))
    (True, False)
    """
    words = [part.text for part in side.parts if not is_glue(part.text)]
    return bool(words) and all(groups_of(word) and not names_place(word) for word in words)
