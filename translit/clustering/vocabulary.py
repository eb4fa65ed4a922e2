"""What is known of each distinct word of a file's names, worked out once: its keys, the given names it can be, the
fathers it can be made of, and what of it decides which part of a name it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from ..names import given_groups, is_given, patronymic_of, stands_beside, surname_endings
from ..phonology import plain_keys, readings
from ..scoring.initials import first_letters, first_sounds
from ..scoring.kin import surname_group
from ..tables.names import CYRILLIC_LANGUAGES, family_first, surname_rules
from ..text import HYPHENS, clean, fold, has_cyrillic

_LEAST_STEM = 3
_STRENGTHS = ("same", "short", "cognate")


@dataclass(frozen=True, slots=True)
class Word:
    """One word. ``keys`` are its blocking keys, first those by sound, then ``family:stem`` of the surname it can be, then ``surname:name`` of those
    that are one by table;
    ``givens`` the given names it can be; ``fathers`` those a patronymic is made of; ``firsts`` what an initial of it
    can be; ``reviewed`` that the given name stands in a reviewed row, which tells names apart; ``gender`` that
    of the patronymic; ``role`` whatever decides which part of a name it is: words of one role and case parse alike."""

    keys: tuple[str, ...]
    givens: tuple[str, ...]
    fathers: tuple[str, ...]
    firsts: frozenset[str]
    reviewed: bool
    gender: str
    role: tuple


def word_of(text: str) -> Word:
    """What is known of a word (any case, cleaned)."""
    low = text.lower()
    groups = given_groups(low)
    patronymic = patronymic_of(low)
    endings = surname_endings(low)
    laws = sorted(plain_keys(low))
    givens = tuple(one.id for one in groups if one.strength != "cognate") or tuple(one.id for one in groups)
    fathers = patronymic.fathers if patronymic else ()
    return word_from(
        (*laws, *sorted(_stems(low, laws)), *([f"surname:{group}"] if (group := surname_group(low)) else [])),
        givens[:4],
        fathers[:3],
        frozenset(_firsts(low, givens)),
        not first_letters().keys().isdisjoint(givens),
        patronymic.gender if patronymic else "",
        _role(low, groups, patronymic, bool(endings)),
    )


def word_from(keys: tuple, givens: tuple, fathers: tuple, firsts: frozenset, reviewed: bool, gender: str, role: tuple) -> Word:
    """A word of its parts, those that many words share being the same thing in all."""
    return Word(keys, shared(givens), shared(fathers), shared(firsts), reviewed, gender, shared(role))


@lru_cache(1 << 14)
def shared(value: object) -> object:
    """The first value that was equal to this one."""
    return value


def _role(low: str, groups: tuple, patronymic, surname: bool) -> tuple:
    if any(hyphen in low for hyphen in HYPHENS) or is_special(low):
        return (low,)
    best = groups[0] if groups else None
    return (
        best and (best.strength, best.by == "sound", best.is_open),
        any(one.by == "form" and not one.is_open for one in groups),
        any(one.by == "form" and one.strength == "same" for one in groups),
        any(not one.is_open for one in groups),
        any(one.strength == "same" and one.frequency == "very common" for one in groups),
        frozenset(one.gender for one in groups),
        bool(groups) or is_given(low),
        patronymic and (patronymic.gender, bool(patronymic.fathers), patronymic.rare, patronymic.homonym),
        surname,
        low in family_first(),
        has_cyrillic(low),
    )


def is_special(low: str) -> bool:
    """Whether a word is a particle, a suffix, a title or stands in one: its part of a name is its own."""
    return low in _title_words() or stands_beside(low)


@cache
def _title_words() -> frozenset[str]:
    from ..tables.names import titles

    return frozenset(
        word.strip(".") for title in titles() for forms in title.forms.values() for form in forms
        for word in clean(form).casefold().split() if " " in form
    )  # fmt: skip


def _stems(low: str, laws: list[str]) -> set[str]:
    """The families of surnames a word can be of, each with its stem: a man's and a woman's form share it."""
    found = set()
    for law in laws:
        for size in range(1, min(len(law) - _LEAST_STEM, 8) + 1) if law.endswith(_sounds()) else ():
            for rule in _sounding().get(law[-size:], ()):
                found.add(f"{rule}:{law[:-size].rstrip('j')}")
    if low.endswith(_letters()) and not has_cyrillic(low):
        for size in range(1, min(len(low) - _LEAST_STEM, 8) + 1):
            for rule, lang in _written().get(low[-size:], ()):
                found.update(f"{rule}:{law.rstrip('j')}" for law in readings(low[:-size], lang).laws)
    return found


@cache
def _sounding() -> dict[str, tuple[str, ...]]:
    """Surname endings after the sound laws → the rules of those with a man's and a woman's form."""
    found: dict[str, dict[str, None]] = {}
    for rule in surname_rules():
        for lang, by_gender in rule.endings.items():
            if rule.sounds and lang in CYRILLIC_LANGUAGES:
                for endings in by_gender.values():
                    for ending in endings:
                        for law in readings(ending, lang).laws:
                            found.setdefault(law, {})[rule.id] = None
    return {ending: tuple(rules) for ending, rules in found.items()}


@cache
def _sounds() -> tuple[str, ...]:
    return tuple(_sounding())


@cache
def _letters() -> tuple[str, ...]:
    return tuple(_written())


@cache
def _written() -> dict[str, tuple[tuple[str, str], ...]]:
    """Surname endings of languages in Latin letters → rules and languages."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for rule in surname_rules():
        for lang, by_gender in rule.endings.items():
            if lang not in CYRILLIC_LANGUAGES:
                for endings in by_gender.values():
                    for ending in endings:
                        found.setdefault(ending, {})[rule.id, lang] = None
    return {ending: tuple(some) for ending, some in found.items()}


def _firsts(low: str, givens: tuple[str, ...]) -> set[str]:
    found = {f"={fold(low)[:1]}"} | {f"~{sound}" for sound in first_sounds(low)}
    for group in givens:
        for letter in first_letters().get(group, ()):
            found.add(f"={letter}")
            found |= {f"~{sound}" for sound in first_sounds(letter)}
    return found


@lru_cache(4096)
def initial_of(letters: str) -> frozenset[str]:
    """What an initial (``Дз.``) shares with the ``firsts`` of the words it can stand for."""
    low = letters.strip(".").lower()
    return frozenset({f"={fold(low)[:1]}"} | {f"~{sound}" for sound in first_sounds(low)})
