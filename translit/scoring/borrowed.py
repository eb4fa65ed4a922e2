"""Names from elsewhere in a language that puts its endings on them: what a word may be without its ending."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

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
    found: dict[str, tuple[str, ...]] = {}
    if not any([word.lower().endswith(_all_endings()) for word, _ in words]):
        return found
    named = [one for one in words if one[1] in _NAMED]
    for row in borrowed_endings():
        own = {word: bare for word, role in named if (row.of != "woman" or role == "family") and (bare := _without(word, row))}
        if own and _fits(named, own.keys() | found.keys(), row):
            found = own | found
    return found


def _fits(named: Sequence[tuple[str, str]], carrying: Collection[str], row: BorrowedEnding) -> bool:
    """Whether the endings of a row may stand in a name, some of whose words carry them."""
    givens = [word for word, role in named if role == "given"]
    if row.of == "word":
        return True
    if row.of == "woman":
        ending = not row.given or givens and givens[0][-1].lower() in row.given
        return bool(givens and ending) and not any([match.id in _gendered() for word in carrying for match in surname_endings(word)])
    return len(named) > 1 and all([word in carrying or fold(word)[-1:] in (row.bare if given_groups(word) else _VOWELS) for word, _ in named])


def _without(word: str, row: BorrowedEnding) -> tuple[str, ...]:
    """What a word may be without the longest of the endings that it has."""
    low = word.lower()
    for ending, meant in row.ends.items():
        if low.endswith(ending):
            bare = word[: len(word) - len(ending)]
            fits = len(bare) >= row.least and (ending[0] == APOSTROPHE or fold(bare)[-1:] not in _VOWELS)
            return tuple([bare + letters for letters in meant]) if fits else ()
    return ()


@cache
def _gendered() -> frozenset[str]:
    """The surnames of which the rules know a man’s and a woman’s form."""
    return frozenset(rule.id for rule in surname_rules() if any("f" in rule.endings.get(lang, ()) for lang in CYRILLIC_LANGUAGES))


@cache
def _all_endings() -> tuple[str, ...]:
    return tuple({ending for row in borrowed_endings() for ending in row.ends})
