"""Words beside names: titles, suffixes, and the particles inside family names."""

from __future__ import annotations

from functools import cache, lru_cache

from ..tables.names import Title, particles, titles
from ..text import clean, has_cyrillic

_LONGEST_ENDING, _BEGINNING = 3, 3


def is_title(token: str, lang: str | None = None) -> bool:
    """Whether ``token`` is a title or form of address: it may stand before a name and is no part of it.

    >>> is_title("президента"), is_title("Herr"), is_title("Ms."), is_title("Лукашэнка")
    (True, True, True, False)

    With ``lang``, only the titles of that language are asked.
    """
    return any(title.kind != "suffix" for title in titles_of(token, lang))


def is_title_form(word: str) -> bool:
    """Whether ``word`` is a title as the table has it, not one of its cases.

    >>> is_title_form("Король"), is_title_form("короля")
    (True, False)
    """
    return clean(word).casefold() in _by_form(None)


@lru_cache(16384)
def titles_of(phrase: str, lang: str | None = None) -> tuple[Title, ...]:
    """The titles that a word, or several (prime minister), can be."""
    word = clean(phrase).casefold()
    bare = word.rstrip(".")
    if _beginnings().isdisjoint((word[:_BEGINNING], bare[:_BEGINNING])):
        return ()
    by_form = _by_form(lang)
    found = list(by_form.get(word) or by_form.get(bare, ()))
    if not found:
        by_stem = _by_stem(lang)
        longest = min(_LONGEST_ENDING, len(bare.split(" ")[-1]) - 4)
        for cut in range(1, longest + 1):
            found = [title for title in by_form.get(bare[:-cut], ()) if title.stem]
            found += by_stem.get(bare[:-cut], ())
            if found:
                break
    return tuple(dict.fromkeys(found))


@cache
def _by_form(lang: str | None) -> dict[str, list[Title]]:
    index: dict[str, list[Title]] = {}
    for title in titles():
        for own, forms in title.forms.items():
            if lang is None or own == lang:
                for form in forms:
                    index.setdefault(clean(form).casefold(), []).append(title)
    return index


@cache
def _beginnings() -> frozenset[str]:
    """The first letters of everything that is a title. Endings are taken off longer words only."""
    return frozenset(form[:_BEGINNING] for form in _by_form(None))


@cache
def _by_stem(lang: str | None) -> dict[str, list[Title]]:
    """Forms of more than four letters without their last, which gives way to endings: старшын-ёй, сакратар-ом."""
    index: dict[str, list[Title]] = {}
    for form, some in _by_form(lang).items():
        if len(form) > 5 and has_cyrillic(form):
            index.setdefault(form[:-1], []).extend(title for title in some if title.stem)
    return index


@cache
def _longest_by_beginning() -> dict[str, int]:
    found: dict[str, int] = {}
    for form in _by_form(None):
        first, *others = form.split(" ")
        found[first] = max(found.get(first, 0), len(others) + 1)
    return found


def longest_title(first: str) -> int:
    """How many words the longest title that begins with this word has; 1 where none is known to.

    >>> longest_title("Prime"), longest_title("Лукашэнка")
    (2, 1)
    """
    return _longest_by_beginning().get(clean(first).casefold(), 1)


def stands_beside(word: str) -> bool:
    """Whether a word of letters can stand beside names: as a title, the first of one, a suffix or a particle.

    >>> stands_beside("Президентом"), stands_beside("van"), stands_beside("Prime"), stands_beside("Лукашэнка")
    (True, True, True, False)
    """
    low = clean(word).casefold()
    if low in _longest_by_beginning() or low in _particle_words() and is_particle(word):
        return True
    return low[:_BEGINNING] in _beginnings() and bool(titles_of(word))


def is_suffix(token: str) -> bool:
    """Whether ``token`` follows names without being part of them.

    >>> is_suffix("Jr."), is_suffix("III"), is_suffix("PhD"), is_suffix("Zmicier")
    (True, True, True, False)
    """
    return any(title.kind == "suffix" for title in titles_of(token))


def suffix_meant(token: str) -> str:
    """What a suffix tells of father and son, by the id of its row, however it is written; of others, the suffix in small letters.

    >>> suffix_meant("Jr."), suffix_meant("младший"), suffix_meant("III")
    ('junior', 'junior', 'iii')
    """
    return next((title.id for title in titles_of(token) if title.generation), token.strip(".").casefold())


def is_particle(token: str) -> bool:
    """Whether ``token`` is a particle as it is written: van, Von, al, but not Al.

    >>> is_particle("van"), is_particle("Von"), is_particle("al"), is_particle("Al")
    (True, True, True, False)
    """
    word = clean(token)
    low = word.casefold()
    return low in _particle_words() and any(low in one.words and (one.capital or word == low) for one in particles())


def names_father(particle: str) -> bool:
    """Whether a particle stands before the name of the father of who is named before it; what stands after it (oğlu) is none.

    >>> names_father("bin"), names_father("Ибн"), names_father("van")
    (True, True, False)
    """
    return clean(particle).casefold() in _father_words()


@cache
def _father_words() -> frozenset[str]:
    return frozenset(word for one in particles() if one.father for word in one.words)


@cache
def _particle_words() -> frozenset[str]:
    return frozenset(word for one in particles() for word in one.words)
