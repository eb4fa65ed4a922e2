"""Places and organisations that are named for people: Миколаївка, Николаевка; церковь Святого Николая, St Nicholas Church."""

from __future__ import annotations

from functools import lru_cache

from ..names import given_groups, given_in_nominative, has_form
from ..tables.organisations import before_names, named_for
from ..text import APOSTROPHE
from .vocabulary import groups_of

_LEAST = 3  # letters of a given name
_POSSESSIVE = f"{APOSTROPHE}s"


@lru_cache(16384)
def names_inside(word: str) -> frozenset[str]:
    """The given names, by id, that a place may be named for, with what stands before them and the first of the endings that mean the same;
    nothing of another word.

    >>> sorted(names_inside("Миколаївка") & names_inside("Nikolayevka")), names_inside("Кам’янка")
    (['nikolai-івка'], frozenset())
    >>> sorted(names_inside("Novomykolaivka") & names_inside("Новониколаевка"))
    ['ново nikolai-івка']
    >>> names_inside("Миколаїв") & names_inside("Миколаївка")
    frozenset()
    """
    low = word.casefold()
    sorts, lost = named_for()
    return frozenset(f"{name}-{endings[0]}" for endings in sorts if low.endswith(endings) for name in _names_before(low, endings, lost))


def _names_before(low: str, endings: tuple[str, ...], lost: tuple[str, ...]) -> set[str]:
    """The given names before one of some endings, with what stands before them."""
    stems = {low.removesuffix(ending) for ending in endings if low.endswith(ending)}
    parted = [("", stem) for stem in stems]
    parted += [(f"{meant} ", stem.removeprefix(form)) for form, meant in before_names().items() for stem in stems if stem.startswith(form)]
    names = [(before, stem + more) for before, stem in parted if len(stem) >= _LEAST for more in lost]
    return {before + match.id for before, name in names for match in given_groups(name) if match.strength == "same" and not match.is_open}


@lru_cache(32768)
def given_names_meant(word: str) -> frozenset[str]:
    """The given names of reviewed tables, by id, that a word of no other table is, a Cyrillic one also in another case.

    >>> sorted(given_names_meant("Николая") & given_names_meant("Nicholas")), given_names_meant("Bank")
    (['nicolas', 'nikol', 'nikolai'], frozenset())
    """
    if len(word) < _LEAST or groups_of(word):
        return frozenset()
    known = [form for form in (word.removesuffix(_POSSESSIVE), *given_in_nominative(word)) if has_form(form)]
    return frozenset(match.id for form in known for match in given_groups(form) if match.by == "form" and match.strength != "short" and not match.is_open)
