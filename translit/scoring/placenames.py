"""Places that are named for people: Миколаївка, Николаевка, Volodymyrivka."""

from __future__ import annotations

from functools import lru_cache

from ..names import given_groups
from ..tables.organisations import before_names, named_for

_LEAST = 3  # letters of a given name


@lru_cache(16384)
def names_inside(word: str) -> frozenset[str]:
    """The given names, by id, that a place may be named for, with what stands before them; nothing of another word.

    >>> sorted(names_inside("Миколаївка") & names_inside("Nikolayevka")), names_inside("Кам’янка")
    (['nikolai'], frozenset())
    >>> sorted(names_inside("Novomykolaivka") & names_inside("Новониколаевка"))
    ['ново nikolai']
    """
    low = word.casefold()
    endings, lost = named_for()
    if not low.endswith(endings):
        return frozenset()
    stems = {low.removesuffix(ending) for ending in endings if low.endswith(ending)}
    parted = [("", stem) for stem in stems]
    parted += [(f"{meant} ", stem.removeprefix(form)) for form, meant in before_names().items() for stem in stems if stem.startswith(form)]
    names = [(before, stem + more) for before, stem in parted if len(stem) >= _LEAST for more in lost]
    return frozenset(before + match.id for before, name in names for match in given_groups(name) if match.strength == "same" and not match.is_open)
