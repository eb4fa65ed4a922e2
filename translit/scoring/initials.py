"""Initials: which names can be cut to a letter or two, across alphabets and languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ..names import given_groups
from ..phonology import plain_readings
from ..tables.matching import initials_apart
from ..tables.names import given_names
from ..tables.rules import orthographies
from ..tables.store import kept
from ..text import fold, has_cyrillic

_INITIAL_SOUNDS = str.maketrans("jeo", "iia")
_PLAIN_LATIN = "latin"  # the orthography of the English press, whose pairs of letters are cut to the first


@dataclass(frozen=True, slots=True, eq=False)
class Beginning:
    """How a word begins: its folded letters, the sounds it may begin with, those of its first letter by itself; the first letters of the given name that it is
    in the languages that cut it, with their sounds; whether it is a letter alone; the ``glides`` with their vowels that it may begin with (ju, ja)."""

    folded: str
    sounds: frozenset[str]
    own: frozenset[str]
    letters: frozenset[str]
    letter_sounds: frozenset[str]
    alone: bool
    glides: frozenset[str]


@lru_cache(65536)
def beginning_of(word: str) -> Beginning:
    """The beginning of a word of a name, which may be an initial."""
    word = word.strip(". ")
    groups = {match.id for match in given_groups(word) if match.strength == "same"}
    letters = frozenset(first for group in groups for first in first_letters().get(group, ()))
    sounds = frozenset(sound for first in letters for sound in first_sounds(first))
    glides = frozenset(heard[:2] for heard in plain_readings(word.casefold()).sounds if heard[:1] == "j" and len(heard) > 1)
    return Beginning(fold(word), first_sounds(word), _sounds_alone(word), letters, sounds, len(word) < 2, glides)


@lru_cache(65536)
def initial_agrees(initial: str, names: tuple[str, ...]) -> bool:
    """Whether a name of any of these forms can be cut to ``initial``, across alphabets and languages.

    >>> initial_agrees("A.", ("Аляксандр",)), initial_agrees("Y.", ("Евгений",)), initial_agrees("S.", ("Andrei",))
    (True, True, False)
    >>> initial_agrees("Г.", ("Anna",)), initial_agrees("В.", ("V.",))
    (True, True)
    """
    return may_be_cut([beginning_of(name) for name in names], beginning_of(initial))


def may_be_cut(names: Sequence[Beginning], initial: Beginning) -> bool:
    """Whether a name that begins in any of these ways can be cut to an initial."""
    for name in names:
        if name.folded.startswith(initial.folded):
            return True
        if {initial.folded[:1], name.folded[:1]} in initials_apart():
            continue
        if initial.alone and initial.glides and initial.glides.isdisjoint(name.glides):  # Ю. is not cut of Yegor
            continue
        two_letters = name.alone and initial.alone and has_cyrillic(name.folded) == has_cyrillic(initial.folded)
        if two_letters and not initial.own.isdisjoint(name.own) or not two_letters and not initial.sounds.isdisjoint(name.sounds):
            return True
    if len(initial.folded) > 1 or names[0].alone:
        return False
    if has_cyrillic(initial.folded):
        return any(initial.folded in name.letters for name in names)
    return any(not initial.sounds.isdisjoint(name.letter_sounds) for name in names)


@lru_cache(16384)
def first_sounds(word: str) -> frozenset[str]:
    """The sounds that a word may begin with; vowels that names begin with in turn are one. A letter alone may be cut
    of two that are one sound: Z. of Zhanna. Two such letters alone are one sound: Zh. is not cut of Zoya.

    >>> "ž" in first_sounds("Z"), "ž" in first_sounds("Zinaida"), "z" in first_sounds("Zh")
    (True, False, False)
    """
    word = word.casefold()
    found = _sounds_alone(word)
    if len(word) == 2:
        return found & _sounds_of_two(word) or found
    if len(word) > 1:
        return found
    longer = orthographies()[_PLAIN_LATIN].rules.get(word, ())
    cut = {rule.output[:1] for rule in longer if len(rule.source) > 1 and not rule.after}
    return found | {sound.translate(_INITIAL_SOUNDS) for sound in cut}


@cache
def _sounds_of_two(letters: str) -> frozenset[str]:
    """What orthographies make of two letters that are one sound, as it begins; nothing of others."""
    rules = [rule for one in orthographies().values() for rule in one.rules.get(letters[0], ()) if rule.source == letters and not rule.after]
    return frozenset(rule.output.translate(_INITIAL_SOUNDS) for rule in rules if len(rule.output) == 1)


def _sounds_alone(word: str) -> frozenset[str]:
    """The sounds that a word may begin with, a letter for itself."""
    return frozenset(sounds[:1].translate(_INITIAL_SOUNDS) for sounds in plain_readings(word.casefold()).sounds)


@cache
@kept("first-letters")
def first_letters() -> dict[str, str]:
    """The first letters of every given name in Belarusian, Russian and Ukrainian."""
    return {
        name.id: "".join(sorted({fold(form)[:1] for lang in ("be", "ru", "uk") for form in name.forms.get(lang, ())}))
        for name in given_names()
    }
