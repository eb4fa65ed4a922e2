"""What a word's ending says: a patronymic, a family of surnames, and the gender of either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from ..phonology import plain_readings
from ..tables.names import (
    CYRILLIC_LANGUAGES,
    PatronymicRule,
    SurnameRule,
    patronymic_rules,
    surname_rules,
    unpatronymic,
)
from ..text import clean, fold, has_cyrillic
from .givens import given_groups
from .index import index, sound_key

_LEAST_STEM, _TAIL = 2, 2


@dataclass(frozen=True, slots=True)
class PatronymicMatch:
    """A word that can be a patronymic. ``fathers`` are the given names it can come from, by id: none when its stem is
    no given name we know; ``rare`` says that all of them are rare, ``homonym`` that it is a common surname too."""

    gender: str
    fathers: tuple[str, ...]
    rare: bool
    homonym: bool


class SurnameMatch(NamedTuple):
    """A family of surnames that a word's ending shows: the rule's id, the gender (m, f, mf), the languages."""

    id: str
    gender: str
    langs: tuple[str, ...]


@lru_cache(65536)
def patronymic_of(token: str) -> PatronymicMatch | None:
    """``token`` as a patronymic, or None when its ending is not one's.

    >>> patronymic_of("Ryhoravich").gender, patronymic_of("Ryhoravich").fathers
    ('m', ('grigory',))
    >>> patronymic_of("Владимировна").gender, patronymic_of("Лукашэнка")
    ('f', None)
    >>> patronymic_of("Мясніковіч").fathers, patronymic_of("Abramovich").homonym
    ((), True)
    >>> patronymic_of("Нұрланұлы").gender, patronymic_of("Maratkyzy").gender, patronymic_of("Pauly")
    ('m', 'f', None)
    """
    word = clean(token).casefold()
    if word.endswith(_joined_words()) and (found := _of_joined(word)):
        return found
    tails, plain = _tails(), plain_readings(word)
    if tails.isdisjoint([law[-_TAIL:] for law in plain.laws]) and not word.endswith(_any_written()):
        return None
    tables, other = index(), unpatronymic()
    found = [(sounds, law) for sounds, law, by in zip(*plain[:3], strict=True) if not other.issuperset(by)]
    laws = dict.fromkeys([law for _, law in found])
    fathers: dict[str, str] = {}
    for law in laws:
        if law in tables.fathers:
            fathers.update(tables.fathers[law])
    rules = patronymic_rules() if not fathers and _ends_like_any(word, laws) else ()
    rule = next((rule for rule in rules if rule.open and _has_patronymic_ending(word, laws, rule)), None)
    if not fathers and rule is None:
        return None
    spellings = {word} if has_cyrillic(word) else {sound_key(sounds) for sounds, _ in found}
    homonym = not spellings.isdisjoint(tables.homonyms)
    if rule is not None:
        return PatronymicMatch(rule.gender, _fathers_by_stem(word, rule), True, homonym)
    gender = next(iter(fathers.values()))
    ids = tuple(name for name, of in fathers.items() if of == gender)
    rare = all(tables.names[name][1] == "rare" for name in ids)
    return PatronymicMatch(gender, ids, rare, homonym)


def _fathers_by_stem(word: str, rule: PatronymicRule) -> tuple[str, ...]:
    """The given names that a word is, written as it is in Cyrillic, without the ending of a patronymic: Болатовна."""
    ending = next((ending for ending in _written_patronymic(rule.id) if word.endswith(ending)), "")
    return _fathers(word.removesuffix(ending)) if ending else ()


def _fathers(stem: str) -> tuple[str, ...]:
    """The given names of men that a word is."""
    return tuple([match.id for match in given_groups(stem) if match.strength == "same" and match.gender != "f"])


@cache
def _tails() -> frozenset[str]:
    """The last letters of everything that is a patronymic by its sounds after the laws."""
    return frozenset(law[-_TAIL:] for law in (*index().fathers, *_any_sounding()))


@cache
def patronymic_words() -> dict[str, str]:
    """The words that make the word before them a patronymic, folded, with its gender: oğlu, кызы."""
    return {fold(word): rule.gender for rule in patronymic_rules() for word in rule.words}


@cache
def _joined_words() -> tuple[str, ...]:
    """The words that make a name before them a patronymic, as they stand where both are written as one."""
    return tuple({word for rule in patronymic_rules() for word in rule.words})


def _of_joined(word: str) -> PatronymicMatch | None:
    """A father's name that we know and the word for son or daughter behind it, written as one: Maratkyzy; None for another word."""
    for rule in patronymic_rules():
        for ending in rule.words:
            stem = word.removesuffix(ending)
            if len(stem) > _LEAST_STEM and stem != word and (fathers := _fathers(stem)):
                return PatronymicMatch(rule.gender, fathers, False, True)
    return None


def is_after_father(word: str) -> bool:
    """Whether a word makes the word before it a patronymic.

    >>> is_after_father("oğlu"), is_after_father("кызы"), is_after_father("bin")
    (True, True, False)
    """
    return fold(word) in patronymic_words()


@lru_cache(65536)
def surname_endings(token: str) -> tuple[SurnameMatch, ...]:
    """The families of surnames whose ending ``token`` has, the longest ending first.

    >>> [(match.id, match.gender) for match in surname_endings("Ціханоўская")][0]
    ('ski', 'f')
    >>> surname_endings("Lukaschenko")[0].id, surname_endings("Bolton")
    ('enka', ())
    """
    word = clean(token).casefold()
    written = _longest_ending(word, *_written_endings())
    if has_cyrillic(word):
        return _families(written, frozenset())
    endings = _sounding_endings()
    sounding = frozenset([_longest_ending(sound_key(sounds), *endings) for sounds in plain_readings(word).sounds])
    return _families(written, sounding)


def surname_ending(token: str) -> str:
    """The longest ending of surnames that ``token`` is written with, in small letters; empty where it has none.

    >>> surname_ending("Ломинадзе"), surname_ending("Bolton")
    ('дзе', '')
    """
    return _longest_ending(clean(token).casefold(), *_written_endings())


# an ending's place in the tables, its length, its rule, gender and language
Ending = tuple[int, int, str, str, str]


# endings with what they may be, and the lengths of those that end in a letter, the longest first
Endings = tuple[dict[str, list[Ending]], dict[str, list[int]]]


def _longest_ending(word: str, endings: dict[str, list[Ending]], lengths: dict[str, list[int]]) -> str:
    """The longest of the endings that ``word`` has; the others end it."""
    most = len(word) - _LEAST_STEM
    for length in lengths.get(word[-1:], ()):
        if length <= most and word[-length:] in endings:
            return word[-length:]
    return ""


@lru_cache(4096)
def _families(written: str, sounding: frozenset[str]) -> tuple[SurnameMatch, ...]:
    """The families of surnames that a word shows whose longest endings are these, as it is written and as it may sound."""
    matches = sorted(_endings_of(written, _written_endings()[0]))
    matches += sorted({match for one in sounding for match in _endings_of(one, _sounding_endings()[0])})
    found: dict[tuple[str, str], tuple[int, list[str]]] = {}
    for _, length, rule_id, gender, lang in matches:
        _note(found, rule_id, gender, lang, length)
    ranked = sorted(found.items(), key=lambda item: -item[1][0])
    return tuple(SurnameMatch(rule_id, gender, tuple(langs)) for (rule_id, gender), (_, langs) in ranked)


def _endings_of(end: str, endings: dict[str, list[Ending]]) -> list[Ending]:
    return [ending for at in range(len(end)) for ending in endings.get(end[at:], ())]


def _note(found: dict, rule_id: str, gender: str, lang: str, length: int) -> None:
    longest, langs = found.get((rule_id, gender), (0, []))
    if lang not in langs:
        langs.append(lang)
    found[rule_id, gender] = (max(longest, length), langs)


def _endings(rule: SurnameRule) -> Iterator[tuple[str, str, str]]:
    for lang, by_gender in rule.endings.items():
        for gender, endings in by_gender.items():
            for ending in endings:
                yield lang, gender, ending


@cache
def _written_endings() -> Endings:
    return _by_ending((ending, rule, gender, lang) for rule in surname_rules() for lang, gender, ending in _endings(rule))


@cache
def _sounding_endings() -> Endings:
    return _by_ending(
        (sound_key(sounds), rule, gender, lang)
        for rule in surname_rules()
        for lang, gender, ending in (_endings(rule) if rule.sounds else ())
        for sounds in (plain_readings(ending, lang).sounds if lang in CYRILLIC_LANGUAGES else ())
    )


def _by_ending(rows: Iterable[tuple[str, SurnameRule, str, str]]) -> Endings:
    found: dict[str, list[Ending]] = {}
    for place, (ending, rule, gender, lang) in enumerate(rows):
        found.setdefault(ending, []).append((place, len(ending), rule.id, gender, lang))
    lengths: dict[str, set[int]] = {}
    for ending in found:
        lengths.setdefault(ending[-1:], set()).add(len(ending))
    return found, {last: sorted(some, reverse=True) for last, some in lengths.items()}


def _ends_like_any(word: str, laws: Iterable[str]) -> bool:
    if has_cyrillic(word):
        return word.endswith(_any_written())
    return any(law.endswith(_any_sounding()) for law in laws)


@cache
def _any_written() -> tuple[str, ...]:
    return tuple({ending for rule in patronymic_rules() if rule.open for ending in _written_patronymic(rule.id)})


@cache
def _any_sounding() -> tuple[str, ...]:
    return tuple({ending for rule in patronymic_rules() if rule.open for ending in _sounding_patronymic(rule.id)})


def _has_patronymic_ending(word: str, laws: Iterable[str], rule: PatronymicRule) -> bool:
    if has_cyrillic(word):
        return word.endswith(_written_patronymic(rule.id)) and any(
            word.endswith(ending) and len(word) >= len(ending) + _LEAST_STEM
            for endings in rule.endings.values()
            for ending in endings
        )
    return any(
        law.endswith(ending) and len(law) >= len(ending) + _LEAST_STEM
        for law in laws
        if law.endswith(_sounding_patronymic(rule.id))
        for ending in _sounding_patronymic(rule.id)
    )


@cache
def _written_patronymic(rule_id: str) -> tuple[str, ...]:
    rule = next(rule for rule in patronymic_rules() if rule.id == rule_id)
    return tuple(ending for endings in rule.endings.values() for ending in endings)


@cache
def _sounding_patronymic(rule_id: str) -> tuple[str, ...]:
    rule = next(rule for rule in patronymic_rules() if rule.id == rule_id)
    pairs = [(ending, lang) for lang, endings in rule.endings.items() for ending in endings]
    return tuple({law for ending, lang in pairs for law in plain_readings(ending, lang).laws})
