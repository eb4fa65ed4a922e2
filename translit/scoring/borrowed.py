"""Names from elsewhere in a language that puts its endings on them: what a word may be without its ending."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from ..names import given_groups, surname_endings
from ..tables.matching import BorrowedEnding, borrowed_endings
from ..tables.names import CYRILLIC_LANGUAGES, surname_rules
from ..text import APOSTROPHE, fold

_NAMED = frozenset(("given", "family", "patronymic"))
_VOWELS = frozenset("aeiouy")


def bare_words(words: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The words of a name, given with their roles, that another language’s ending stands on: each with what it may be without.

    >>> bare_words([("Jake’as", "given"), ("Sullivanas", "family")])
    {'Sullivanas': ('Sullivan',), 'Jake’as': ('Jake',)}
    >>> bare_words([("Olga", "given"), ("Tokarčuka", "family")]), bare_words([("Thomas", "given"), ("Brown", "family")])
    ({'Tokarčuka': ('Tokarčuk',)}, {})
    """
    ways = [_ways(word) for word, _ in words]
    if not any(ways):
        return {}
    found: dict[str, tuple[str, ...]] = {}
    named = [(*one, own) for one, own in zip(words, ways, strict=True) if one[1] in _NAMED]
    for at, row in enumerate(borrowed_endings()):
        own = {word: some[at] for word, role, some in named if at in some and (row.of != "woman" or role == "family")}
        if own and _fits([one[:2] for one in named], own.keys() | found.keys(), row):
            found = own | found
    return found


def _fits(named: Sequence[tuple[str, str]], carrying: Collection[str], row: BorrowedEnding) -> bool:
    """Whether the endings of a row may stand in a name, some of whose words carry them."""
    if row.of == "word":
        return True
    if row.of == "woman":
        givens = [word for word, role in named if role == "given"]
        return bool(givens) and (not row.given or givens[0][-1].lower() in row.given)
    return len(named) > 1 and all([word in carrying or fold(word)[-1:] in (row.bare if given_groups(word) else _VOWELS) for word, _ in named])


@lru_cache(32768)
def _ways(word: str) -> dict[int, tuple[str, ...]]:
    """What a word may be without the ending that it has, by the places of the rows."""
    low = word.lower()
    if not low.endswith(_all_endings()):
        return {}
    return {at: found for at, row in enumerate(borrowed_endings()) if (found := _without(word, low, row))}


def _without(word: str, low: str, row: BorrowedEnding) -> tuple[str, ...]:
    """What a word may be without the longest of the endings that it has; of a woman's surname of which the rules know the man's they
    tell."""
    for ending, meant in row.ends.items():
        if low.endswith(ending):
            bare = word[: len(word) - len(ending)]
            if len(bare) < row.least or ending[0] != APOSTROPHE and fold(bare)[-1:] in _VOWELS:
                return ()
            if row.untold and any([match.id in _gendered() for match in surname_endings(word)]):
                return ()
            return tuple([bare + letters for letters in meant if not letters or len(bare) >= row.more])
    return ()


@cache
def _gendered() -> frozenset[str]:
    """The surnames of which the rules know a man’s and a woman’s form."""
    return frozenset(rule.id for rule in surname_rules() if any("f" in rule.endings.get(lang, ()) for lang in CYRILLIC_LANGUAGES))


@cache
def _all_endings() -> tuple[str, ...]:
    return tuple({ending for row in borrowed_endings() for ending in row.ends})
