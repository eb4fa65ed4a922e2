"""Which order a name's words stand in: every order is weighed by what each word can be."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..tables.names import family_first
from ..text import HYPHENS, has_cyrillic
from .endings import PatronymicMatch, patronymic_of, surname_endings
from .givens import GivenMatch, given_groups, is_given

# the orders people are named in, with what speaks for each before any word is looked at
_ORDERS: dict[int, dict[str, float]] = {
    2: {"GF": 0.5, "FG": 0.0, "GP": -2.5},
    3: {"GPF": 1.0, "FGP": 1.0, "GGF": 0.2, "GFF": 0.0, "FGG": -0.5, "FFG": -1.0},
    4: {"GPFF": 1.0, "FFGP": 0.5, "GGPF": 0.0, "FGGP": 0.0, "GGFF": 0.0, "GFFF": -0.5, "GGGF": 0.0},
}
_AFTER_COMMA: dict[int, dict[str, float]] = {1: {"G": 0.0}, 2: {"GG": 0.0, "GP": 0.0}, 3: {"GGP": 0.0, "GGG": 0.0}}
_AFTER_INITIALS: dict[int, dict[str, float]] = {2: {"FF": -0.5}, 3: {"FFF": -1.0}}
# the place that follows an office: прэзідэнт Расіі Уладзімір Пуцін
_AFTER_TITLE: dict[int, dict[str, float]] = {3: {"UGF": -0.5}, 4: {"UGPF": 0.5, "UUGF": -1.0, "UGFF": -1.0}}
_ROLE = {"G": "given", "P": "patronymic", "F": "family", "U": "unknown"}

_GIVEN = {"same": 4.0, "short": 2.5, "cognate": 2.0}
_NO_GIVEN, _BY_SOUND, _DOUBLE_GIVEN, _OPEN_GIVEN = -1.0, -0.5, 3.0, 1.5
_FAMILY_FIRST = 2.0
_FATHER, _RARE_FATHER, _OPEN, _HOMONYM, _FEMININE, _NO_PATRONYMIC, _MADE = 5.0, 3.0, 2.0, -1.5, 1.5, -8.0, 20.0
_FAMILY, _SURNAME, _CAPITALS, _JOINED = 1.0, 1.5, 4.0, 6.0
_ASIDE, _NO_ASIDE = 1.6, -1.0
_GENDERS_DIFFER = -6.0


@dataclass(frozen=True, slots=True, eq=False)
class Sort:
    """All of a word that decides on the order of most names: its weight in each role, the gender that it shows as a patronymic
    (empty for none), and those of the given names it can be. Words of one sort have one and the same Sort."""

    family: float
    given: float
    patronymic: float
    made: str
    genders: frozenset[str]


@dataclass(slots=True, eq=False)
class Features:
    """A cleaned word, and what is known of it besides: ``capitals`` alone among others, ``made`` a patronymic by the word after it
    (oğlu), ``joined`` to the particle before it (van). How it is ``written``, where somebody asks for that. Its ``sort`` is worked out
    when first asked."""

    text: str
    capitals: bool = False
    made: bool = False
    joined: bool = False
    written: str = ""
    sort: Sort | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Orders:
    """The orders that some words may stand in, each a role for every word with what speaks for it. Kept once, so that equal ones are one."""

    patterns: tuple[tuple[str, float], ...]


def best_order(
    words: list[Features], comma: int | None, *, leading: bool, trailing: int, titled: bool
) -> tuple[tuple[str, ...], str]:
    """The likeliest roles of the words and the order's name (western, eastern, comma, family, given).

    ``comma`` is the place of the first word after the comma that ends the family name; ``leading`` tells
    whether initials stand before the words, ``trailing`` how many stand after them, ``titled`` whether a title does.
    """
    if comma is not None:
        given = _best(words[comma:], _after_comma(len(words) - comma), "G") if comma < len(words) else ""
        return _roles("F" * comma + given), "comma"
    if not words:
        return (), "family"
    if len(words) > 1 and words[0].joined and all([word.joined for word in words]):
        pattern = "F" * len(words)
    elif len(words) == 1:
        pattern = _lone(words[0], leading or trailing > 1 or trailing == 1 and not _is_usual(words[0].text))
    else:
        pattern = _best(words, _orders(len(words), leading, titled), "F", titled)
    if "F" not in pattern:
        return _roles(pattern), "western" if trailing and pattern == "G" else "given"
    if pattern.strip("F"):
        return _roles(pattern), "eastern" if pattern[0] == "F" else "western"
    return _roles(pattern), "western" if leading else "eastern" if trailing else "family"


@lru_cache(256)
def _orders(size: int, leading: bool, titled: bool) -> Orders:
    """The orders that so many words may stand in."""
    orders = _ORDERS.get(size, {})
    if leading:
        orders = orders | _AFTER_INITIALS.get(size, {})
    if titled:
        orders = orders | _AFTER_TITLE.get(size, {})
    return Orders(tuple(orders.items()))


@lru_cache(256)
def _after_comma(size: int) -> Orders:
    return Orders(tuple(_AFTER_COMMA.get(size, {}).items()))


@lru_cache(256)
def _roles(pattern: str) -> tuple[str, ...]:
    return tuple(_ROLE[letter] for letter in pattern)


def _lone(word: Features, leading: bool) -> str:
    """A single word is a family name, unless it is a given name we know or a woman's patronymic."""
    if leading or word.capitals or word.joined:
        return "F"
    if word.made:
        return "P"
    matches = given_groups(word.text)
    if matches and not all(match.is_open for match in matches) or not matches and is_given(word.text):
        return "G"
    patronymic = patronymic_of(word.text)
    return "P" if patronymic and patronymic.gender == "f" and patronymic.fathers else "F"


def _is_usual(word: str) -> bool:
    """Whether a word is a very common given name: only then is it one before a single initial (Marin A., Иван П.)."""
    return any(match.strength == "same" and match.frequency == "very common" for match in given_groups(word))


def _best(words: list[Features], orders: Orders, rest: str, titled: bool = False) -> str:
    """The likeliest of the orders. Longer names, of which there are none, end in ``rest``."""
    patterns = orders.patterns
    if len(patterns) < 2:
        return patterns[0][0] if patterns else _long(words, rest)
    asides = tuple(map(_aside_weight, words)) if titled else ()
    first = _FAMILY_FIRST + len(words) + (_GIVEN["same"] if given_groups(words[0].text) else 0.0) if _is_first(words) else 0.0
    return _likeliest(tuple(map(_sort_of, words)), asides, first, orders)


@lru_cache(16384)
def _likeliest(sorts: tuple[Sort, ...], asides: tuple[float, ...], first: float, orders: Orders) -> str:
    """The likeliest order of words of these sorts; ``asides`` is what speaks for each being no part of the name, ``first`` what
    does for the first being the family name. An order knows no letters, so names of one make have one."""
    weights = {"F": [sort.family for sort in sorts], "G": [sort.given for sort in sorts], "P": [sort.patronymic for sort in sorts], "U": asides}
    best, most = "", -math.inf
    for pattern, weight in orders.patterns:
        weight += _weigh(sorts, pattern, first, weights)
        if weight > most:
            best, most = pattern, weight
    return best


def _long(words: list[Features], rest: str) -> str:
    """Five words and more: given names as long as they are known ones, then the rest."""
    pattern = "G"
    for word in words[1:-1]:
        if pattern[-1] == "P" or word.joined:
            break
        if word.made or _sort_of(word).patronymic > _sort_of(word).family:
            pattern += "P"
        elif is_given(word.text):
            pattern += "G"
        else:
            break
    return pattern + rest * (len(words) - len(pattern))


def _weigh(sorts: tuple[Sort, ...], pattern: str, first: float, weights: dict[str, Sequence[float]]) -> float:
    """What speaks for a pattern: the weights of the words in its roles, summed from the first on."""
    weight = first if pattern[0] == "F" and not pattern[1:].strip("G") else 0.0
    for at, role in enumerate(pattern):
        weight += weights[role][at]
    if "P" in pattern and "G" in pattern:
        made = {sort.made for sort, role in zip(sorts, pattern, strict=True) if role == "P" and sort.made}
        if made:
            given = {gender for sort, role in zip(sorts, pattern, strict=True) if role == "G" for gender in sort.genders}
            if given and "mf" not in given and given.isdisjoint(made):
                weight += _GENDERS_DIFFER
    return weight


def _is_first(words: list[Features]) -> bool:
    """Whether the first word is a family name of those who put it first, and no given name we know stands there or
    after it."""
    if len(words) < 2 or words[0].text.casefold() not in family_first():
        return False
    short = len(words) == 2 and not any(hyphen in words[1].text for hyphen in HYPHENS)
    if any(_is_reviewed(word.text) for word in (words if short else words[1:])):
        return False
    return not _is_reviewed(words[0].text) or not any(surname_endings(word.text) for word in words[1:])


def _is_reviewed(word: str) -> bool:
    """Whether a word stands in the reviewed tables as a given name, letter by letter."""
    return any(match.by == "form" and not match.is_open for match in given_groups(word))


def _aside_weight(word: Features) -> float:
    plain = has_cyrillic(word.text) and not surname_endings(word.text) and not is_given(word.text)
    return _ASIDE if plain else _NO_ASIDE


def _sort_of(word: Features) -> Sort:
    if word.sort is None:
        matches, patronymic = given_groups(word.text), patronymic_of(word.text)
        word.sort = _one_sort(
            _family_weight(word, matches, patronymic), _given_weight(word, matches), _patronymic_weight(word, patronymic),
            patronymic.gender if patronymic else "", _genders(matches),
        )  # fmt: skip
    return word.sort


_NO_GENDERS: frozenset[str] = frozenset()


def _genders(matches: tuple[GivenMatch, ...]) -> frozenset[str]:
    return frozenset([match.gender for match in matches]) if matches else _NO_GENDERS


@lru_cache(4096)
def _one_sort(*fields) -> Sort:
    return Sort(*fields)


def _given_weight(word: Features, matches: tuple[GivenMatch, ...]) -> float:
    if word.capitals or word.joined:
        return -_CAPITALS
    if matches:
        best = matches[0]
        if best.is_open:
            return _OPEN_GIVEN
        return _GIVEN[best.strength] + (_BY_SOUND if best.by == "sound" else 0.0)
    return _DOUBLE_GIVEN if is_given(word.text) else _NO_GIVEN


def _patronymic_weight(word: Features, match: PatronymicMatch | None) -> float:
    if word.made:
        return _MADE
    if match is None or word.capitals or word.joined:
        return _NO_PATRONYMIC
    weight = _OPEN if not match.fathers else _RARE_FATHER if match.rare else _FATHER
    return weight + (_HOMONYM if match.homonym else 0.0) + (_FEMININE if match.gender == "f" else 0.0)


def _family_weight(word: Features, matches: tuple[GivenMatch, ...], patronymic: PatronymicMatch | None) -> float:
    weight = _FAMILY + (_CAPITALS if word.capitals else 0.0) + (_JOINED if word.joined else 0.0)
    if matches and not all([match.is_open for match in matches]):
        weight -= 1.0
    elif surname_endings(word.text):
        weight += _SURNAME
    if word.made or patronymic and patronymic.gender == "f":
        weight -= _CAPITALS
    elif patronymic and patronymic.fathers and not patronymic.homonym and not patronymic.rare:
        weight -= 1.0
    return weight
