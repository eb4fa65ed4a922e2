"""Loose keys: what spellings of a name from beyond the Slavic world have in common in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import groupby
from operator import attrgetter, eq, itemgetter
from string import ascii_lowercase
from typing import NamedTuple

from ..names import surname_endings
from ..phonology import apply_laws, phonemes
from ..tables.matching import bare_letters, either_letters, foreign_letters, loose_rules
from ..text import fold, has_cyrillic

_TWICE = re.compile(r"(.)\1+")
_ONE = itemgetter(1)  # a template (\1) would be read anew each time
_LEAST_KEY, _LEAST_FOREIGN = 3, 4
_NONE: frozenset[str] = frozenset()
_WRITTEN = str.maketrans({"š": "sh", "ž": "zh", "č": "ch", "x": "kh", "c": "ts", "j": "y"})


@lru_cache(65536)
def loose_keys(word: str) -> frozenset[str]:
    """The loose keys of a word: one for each way to read its wavering vowels.

    >>> loose_keys("Mohammed") & loose_keys("Muhammad") != frozenset()
    True
    >>> loose_keys("Hussein") & loose_keys("Hassan"), loose_keys("Jamal") & loose_keys("Jamil")
    (frozenset(), frozenset())
    >>> sorted(loose_keys("Шешељ") & loose_keys("Seselj"))
    ['sasalj', 'sisilj']
    """
    return frozenset(key for one in _forms_of(word) for key in _rewrite(one) if len(key) >= _LEAST_KEY)


def _forms_of(word: str) -> set[str]:
    """A word in Latin letters, in all the ways that its keys are made of."""
    if not has_cyrillic(word):
        return {word}
    return latin_forms(word) | {word.casefold().translate(_bare())}


@lru_cache(32768)
def foreign_form(word: str) -> frozenset[str]:
    """The sounds of a Cyrillic word with one letter for those of other languages that are written in two ways; nothing of another
    word, of a short one, and of one with a Slavic ending.

    >>> foreign_form("Харрис") & foreign_form("Гарріс") != frozenset(), foreign_form("Уоллес") & foreign_form("Воллес") != frozenset()
    (True, True)
    >>> foreign_form("Гарин")
    frozenset()
    """
    if len(word) < _LEAST_FOREIGN or not has_cyrillic(word) or surname_endings(word):
        return _NONE
    form = word.casefold()
    for pattern, letter in _foreign():
        form = pattern.sub(letter, form)
    return frozenset(apply_laws(sounds) for sounds in phonemes(form))


@cache
def _foreign() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(f"{'^' if start else ''}{letter}(?=[{before}])"), to) for letter, to, before, start in foreign_letters())


def lasting_letters(word: str) -> tuple[str, ...]:
    """The letters of a word, in their order, that no rule takes away or brings, for each way it is read: words that have none of
    these alike share no loose key. Nothing where a rule for the start of a word may take some away.

    >>> lasting_letters("Hussein"), lasting_letters("Рашид"), lasting_letters("Brown"), lasting_letters("Abdul")
    (('n',), ('r',), ('brn',), ())
    """
    dropped, unsure, starts = _lasting()
    found = set()
    for one in _forms_of(word):
        form = fold(one)
        if form[:1] in unsure and (not starts or any(first.startswith(starts) for first in _before_rules(one))):
            return ()
        if any(map(eq, form, form[1:])):
            form = undoubled(form)
        found.add(form.translate(dropped))
    return tuple(found)


class _Lasting(NamedTuple):
    """All but the letters that no rule takes away, brings or turns round, but for some at the start of a word, to be dropped; with the
    first letters of words that these may change, and what they take for such a start, where they are asked before all other rules."""

    dropped: _AllBut
    unsure: frozenset[str]
    starts: tuple[str, ...]


class _AllBut(dict[int, str | None]):
    """Takes out of a text all but some letters."""

    def __init__(self, letters: Iterable[str]):
        super().__init__(dict.fromkeys(range(128)) | {ord(letter): letter for letter in letters})

    def __missing__(self, char: int) -> None:
        return None


@cache
def _lasting() -> _Lasting:
    """What the rules leave, read off them in their order: of marks, for letters read in two ways first, all others, those read in two ways after."""
    first, after = ([("", letter, way) for letter, ways in either_letters(when) for way in ways] for when in ("first", "either"))
    marks, others = ([(rule.at, rule.source, rule.target) for rule in loose_rules() if (rule.at == "marks") == own] for own in (True, False))
    rules = [*marks, *first, *others, *after]
    everywhere = [(source, target) for at, source, target in rules if at != "start"]
    letters = frozenset(letter for letter in ascii_lowercase if all((letter in source) == (letter in target) for source, target in everywhere))

    def changes(source: str, target: str) -> bool:
        return [char for char in source if char in letters] != [char for char in target if char in letters]

    if any(changes(*rule) for rule in everywhere):
        return _Lasting(_AllBut(()), frozenset(), ())
    starts = [at for at, (where, *rule) in enumerate(rules) if where == "start" and changes(*rule)]
    unsure = {rules[at][1][0] for at in starts}
    for _, source, target in reversed(rules[: max(starts, default=0)]):  # what makes such a start of another
        if not target or target[0] in unsure:
            unsure.add(source[0])
    ahead = starts == list(range(len(marks) + len(first), len(marks) + len(first) + len(starts)))
    return _Lasting(_AllBut(letters), frozenset(map(fold, unsure)), tuple(rules[at][1] for at in starts) if ahead else ())


def latin_forms(word: str) -> set[str]:
    """A word in plain Latin letters: a Cyrillic one by its sounds, as English writes them, any other as it stands.

    >>> latin_forms("Шойгу"), latin_forms("Schoigu")
    ({'shoygu'}, {'Schoigu'})
    """
    return {sounds.translate(_WRITTEN) for sounds in phonemes(word.casefold())} if has_cyrillic(word) else {word}


def without_marks(word: str) -> str:
    """A word in small letters with one sign for each letter with marks and what is written for it.

    >>> without_marks("Müller") == without_marks("Mueller"), without_marks("Lotos") == without_marks("Lotus")
    (True, False)
    """
    return _spell_anew(word.casefold(), marks=True)


def undoubled(word: str) -> str:
    """A word with every letter that is doubled written once."""
    return _TWICE.sub(_ONE, word)


@cache
def _bare() -> dict[int, str]:
    return str.maketrans(bare_letters())


def _rewrite(word: str) -> set[str]:
    """The keys of a word with its diacritics."""
    keys = set()
    for first in _before_rules(word):
        for form in _either(_spell_anew(first), "either"):
            keys.add(undoubled(form))
    return keys


def _before_rules(word: str) -> set[str]:
    """A word as the rules find it, without its diacritics."""
    word = _spell_anew(word.casefold(), marks=True)
    return _either(word if word.isascii() and word.isalpha() else fold(word), "first")


def _either(word: str, when: str) -> set[str]:
    forms = {word}
    for letter, ways in either_letters(when):
        if letter in word:
            forms = {form.replace(letter, way) for form in forms for way in ways}
    return forms


# rules in a row that look at one end of a word or all of it: where they look, what tells that none has anything to do, the rules
Row = tuple[str, Callable[[str], object], tuple[tuple[str, str], ...]]


@cache
def _rows(marks: bool) -> tuple[Row, ...]:
    """The rules in their order: for words with marks, or for those without."""
    rows = []
    for at, some in groupby((rule for rule in loose_rules() if (rule.at == "marks") == marks), key=attrgetter("at")):
        rules = tuple((rule.source, rule.target) for rule in some)
        sources = "|".join(re.escape(source) for source, _ in rules)
        look = {"start": f"(?:{sources})", "end": f"(?:{sources})\\Z"}.get(at, sources)
        rows.append((at, getattr(re.compile(look), "match" if at == "start" else "search"), rules))
    return tuple(rows)


def _spell_anew(word: str, marks: bool = False) -> str:
    for at, is_touched, rules in _rows(marks):
        if not is_touched(word):
            continue
        for source, target in rules:
            if source in word:
                if at == "start":
                    word = target + word[len(source) :] if word.startswith(source) else word
                elif at == "end":
                    ends = word.endswith(source) and len(word) > len(source) + 2
                    word = word[: -len(source)] + target if ends else word
                else:
                    word = word.replace(source, target)
    return word
