"""Names from elsewhere in a language that puts its endings on them: what a word may be without its ending."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from ..names import given_groups, has_form, surname_endings
from ..tables.matching import BorrowedEnding, borrowed_endings, vowels
from ..tables.names import CYRILLIC_LANGUAGES, surname_rules
from ..text import APOSTROPHE, fold, has_cyrillic

_NAMED = frozenset(("given", "family", "patronymic"))


def bare_words(words: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The words of a name, given with their roles, that another language’s ending stands on: each with what it may be without.

    >>> bare_words([("Jake’as", "given"), ("Sullivanas", "family")])
    {'Jake’as': ('Jake',), 'Sullivanas': ('Sullivan',)}
    >>> bare_words([("Olga", "given"), ("Tokarčuka", "family")]), bare_words([("Thomas", "given"), ("Brown", "family")])
    ({'Tokarčuka': ('Tokarčuk',)}, {})
    """
    ways = {word: some for word, _ in words if (some := _ways(word))}
    if not ways:
        return {}
    found: dict[str, tuple[str, ...]] = {}
    named = [(*one, ways.get(one[0], {})) for one in words if one[1] in _NAMED]
    for at in sorted({at for some in ways.values() for at in some}):
        row = borrowed_endings()[at]
        if row.known and not all([at in some for *_, some in named]):  # soon said of most
            continue
        own = {word: some[at] for word, role, some in named if at in some and (row.of != "woman" or role == "family" and not (row.untold and _is_told(word)))}
        if own and _fits([one[:2] for one in named], own | found, row):
            found |= {word: tuple(dict.fromkeys((*found.get(word, ()), *some))) for word, some in own.items()}
    return found


def _fits(named: Sequence[tuple[str, str]], carrying: Mapping[str, tuple[str, ...]], row: BorrowedEnding) -> bool:
    """Whether the endings of a row may stand in a name, some of whose words carry them, each with what it may be without."""
    if row.of == "word":
        return True
    if row.of == "woman":
        givens = [word for word, role in named if role == "given"]
        return bool(givens) and (not row.given or givens[0][-1].lower() in row.given)
    if row.known:  # all carry one
        return len(named) > 1 and _are_known(named, carrying, row)
    return len(named) > 1 and all([word in carrying or fold(word)[-1:] in (row.bare if given_groups(word) else _vowels()) for word, _ in named])


def _are_known(named: Sequence[tuple[str, str]], carrying: Mapping[str, tuple[str, ...]], row: BorrowedEnding) -> bool:
    """Whether a name has a given name, and every one of them is known without its ending, and not with it nor as one of the other
    gender (Paulo, Paula), unless a sure ending stands on another word (Jarosława Kaczyńskiego)."""
    givens = [word for word, role in named if role == "given"]
    families = [word for word, role in named if role == "family"]
    sure = any([word.lower().endswith(row.sure) for word in families])
    if not sure and any([has_cyrillic(word) and _is_told(word) for word in families]):  # Красимира Божинова is a woman
        return False
    return bool(givens) and all([(bare := _genders(carrying[word])) and (sure or not has_form(word) and bare >= _genders((word,))) for word in givens])


def _genders(words: Sequence[str]) -> set[str]:
    """The genders of the given names that some words can be."""
    return {found.gender for word in words for found in given_groups(word)}


def _ways(word: str) -> dict[int, tuple[str, ...]]:
    """What a word may be without the ending that it has, by the places of the rows."""
    low, (endings, longest) = word.lower(), _endings()
    found: dict[int, tuple[str, ...]] = {}
    for size in range(longest.get(low[-1:], 0), 0, -1):  # the longest ending of a row first
        for at, row in endings.get(low[-size:], ()):
            if at not in found:
                found[at] = _without(word, low, row, low[-size:])
    return {at: some for at, some in found.items() if some} if found else found


def _without(word: str, low: str, row: BorrowedEnding, ending: str) -> tuple[str, ...]:
    """What a word may be without an ending that it has."""
    size = len(word) - len(ending)
    if size < row.least or low[size - 1] == APOSTROPHE or ending not in row.sure and fold(ending[0]) in _vowels() and fold(low[size - 1])[-1:] in _vowels():
        return ()
    return tuple([word[:size] + letters for letters in row.ends[ending] if not letters or size >= row.more])


@cache
def _endings() -> tuple[dict[str, list[tuple[int, BorrowedEnding]]], dict[str, int]]:
    """The endings, each with its rows and their places, and how long the longest is of those with one last letter."""
    found: dict[str, list[tuple[int, BorrowedEnding]]] = {}
    longest: dict[str, int] = {}
    for at, row in enumerate(borrowed_endings()):
        for ending in row.ends:
            found.setdefault(ending, []).append((at, row))
            longest[ending[-1]] = max(longest.get(ending[-1], 0), len(ending))
    return found, longest


def _is_told(word: str) -> bool:
    """Whether the rules of surnames tell the man's form of a woman's."""
    return any([match.id in _gendered() for match in surname_endings(word)])


@cache
def _gendered() -> frozenset[str]:
    """The surnames of which the rules know a man’s and a woman’s form."""
    return frozenset(rule.id for rule in surname_rules() if any("f" in rule.endings.get(lang, ()) for lang in CYRILLIC_LANGUAGES))


@cache
def _vowels() -> frozenset[str]:
    return frozenset(vowels())
