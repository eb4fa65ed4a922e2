"""Surnames that are near and yet not one: two genders of a surname, and two families of one stem."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from ..names import surname_ending, surname_endings
from ..phonology import plain_readings
from ..tables.matching import common_surnames, distinct_surnames, korean_syllables, surname_groups, surname_infixes
from ..tables.names import CYRILLIC_LANGUAGES, surname_rules
from ..tables.store import kept
from ..tables.surnames import ROSTER_LANGUAGES, known_surnames
from ..text import clean, fold, has_cyrillic
from .slips import are_unlike_stems

_LEAST_STEM, _LEAST_FULL_STEM = 2, 4
_NONE: frozenset = frozenset()  # kept once: most words have none


@lru_cache(65536)
def stems_of(surname: str) -> frozenset[tuple[str, str, str]]:
    """What a surname may be made of: (family of endings, stem after the sound laws, gender).

    >>> {stem[:2] for stem in stems_of("Ахматова")} & {stem[:2] for stem in stems_of("Achmatovová")}
    {('ov', 'axmat')}
    """
    found = set()
    for rule, gender, rest, lang in _cuts(surname):
        for law in plain_readings(rest, lang).laws if lang else [rest]:
            found.add((rule, law.rstrip("j"), gender))
    return frozenset(found) if found else _NONE


def may_have_stems(word: str) -> bool:
    """Whether a word ends as surnames do; of one that does not ``stems_of`` finds nothing.

    >>> may_have_stems("Ахматова"), may_have_stems("Nowak")
    (True, False)
    """
    return bool(_cuts(word))


@lru_cache(65536)
def _cuts(surname: str) -> tuple[tuple[str, str, str, str], ...]:
    """The endings that a surname may have: rule and gender, and what stands before it: sounds after the laws, or letters of
    the language named."""
    word = clean(surname).casefold()
    endings, found = _endings(), []
    for law in set(plain_readings(word).laws):
        for length in endings.lengths if law.endswith(endings.sounds) else ():
            for rule, gender in endings.sounding.get(law[-length:], ()) if length <= len(law) - _LEAST_STEM else ():
                found.append((rule, gender, law[:-length], ""))
    for length in endings.lengths if word.endswith(endings.letters) and not has_cyrillic(word) else ():
        for rule, gender, lang in endings.written.get(word[-length:], ()) if length <= len(word) - _LEAST_STEM else ():
            found.append((rule, gender, word[:-length], lang))
    return tuple(found)


class _Endings(NamedTuple):
    """The endings of surnames with their rules: as they sound after the laws in a Cyrillic language, and as they are
    written in a Latin one; the endings alone, and how long they are."""

    sounding: dict[str, set[tuple[str, str]]]
    written: dict[str, set[tuple[str, str, str]]]
    sounds: tuple[str, ...]
    letters: tuple[str, ...]
    lengths: tuple[int, ...]


@cache
def _endings() -> _Endings:
    sounding: dict[str, set[tuple[str, str]]] = {}
    written: dict[str, set[tuple[str, str, str]]] = {}
    for rule in surname_rules():
        for lang, by_gender in rule.endings.items():
            for gender, endings in by_gender.items():
                for ending in endings:
                    if lang not in CYRILLIC_LANGUAGES:
                        written.setdefault(ending, set()).add((rule.id, gender, lang))
                    elif rule.sounds:
                        for law in plain_readings(ending, lang).laws:
                            sounding.setdefault(law, set()).add((rule.id, gender))
    lengths = sorted({len(ending) for ending in (*sounding, *written)})
    return _Endings(sounding, written, tuple(sounding), tuple(written), tuple(lengths))


def one_family(a: str, b: str) -> str:
    """The rule by which two surnames are one family's but for the ending: a man's and a woman's, or another
    language's; empty when there is none.

    >>> one_family("Ахматова", "Achmatovová"), one_family("Петров", "Петренко")
    ('one surname in another language’s ending -ov', '')
    """
    left, right = stems_of(a), stems_of(b)
    for rule, stem, gender in sorted(left):
        if len(stem) > 2 and any(
            rule == other_rule and stem == other and gender != other_gender for other_rule, other, other_gender in right
        ):
            return f"a man’s and a woman’s form of one surname, ending -{rule}"
    for rule, stem, gender in sorted(left & right):
        if len(stem) > 2:
            return f"one surname in another language’s ending -{rule}"
    return ""


def siblings(a: str, b: str) -> str:
    """Why two like surnames are two families: other endings on one stem, or letters between stem and ending.

    >>> siblings("Петров", "Петренко"), siblings("Иванов", "Иванцов")
    ('Петров ends in -ov, Петренко in -enka', 'c between stem and ending')
    >>> siblings("Иванов", "Ivanau")
    ''
    """
    left, right = _families(a), _families(b)
    if left and right and not left & right:
        return f"{a} ends in -{surname_endings(a)[0].id}, {b} in -{surname_endings(b)[0].id}"
    for rule, stem, _ in sorted(stems_of(a)):
        for other_rule, other, _ in sorted(stems_of(b)):
            if rule == other_rule and stem != other:
                longer, shorter = sorted((stem, other), key=len, reverse=True)
                if len(shorter) >= _LEAST_FULL_STEM and longer.startswith(shorter) and longer[len(shorter) :] in surname_infixes():
                    return f"{longer[len(shorter):]} between stem and ending"
    return ""


def share_stem(a: str, b: str) -> bool:
    """Whether two surnames may be made of one stem.

    >>> share_stem("Петров", "Петренко"), share_stem("Петров", "Иваненко")
    (True, False)
    """
    return may_have_stems(a) and may_have_stems(b) and not _plain_stems(a).isdisjoint(_plain_stems(b))


@lru_cache(65536)
def _plain_stems(surname: str) -> frozenset[str]:
    return frozenset(stem for _, stem, _ in stems_of(surname))


@lru_cache(65536)
def _families(surname: str) -> frozenset[str]:
    """The families that the longest ending shows; all of one length count."""
    found = surname_endings(surname)
    return frozenset([match.id for match in found]) if found else _NONE


def have_unlike_stems(a: str, b: str, compared: tuple[str, str]) -> bool:
    """Whether two surnames end in one way and are unlike before that, in the forms of them that are ``compared``.

    >>> have_unlike_stems("Lomidze", "Ломинадзе", ("lamidza", "laminadza")), have_unlike_stems("Ломидзе", "Лоомидзе", ("ломидзе", "лоомидзе"))
    (True, False)
    """
    endings = surname_ending(a), surname_ending(b)
    if not all(endings) or _families(a).isdisjoint(_families(b)):
        return False
    stems = [one[: len(one) - len(ending)] for one, ending in zip(compared, endings, strict=True)]
    return are_unlike_stems(*stems)


def are_two_families(a: str, b: str) -> bool:
    """Whether two Latin surnames stand in the table of those of which no two are one.

    >>> are_two_families("Fernández", "Hernandez"), are_two_families("Müller", "Mueller")
    (True, False)
    """
    left, right = fold(a), fold(b)
    return left != right and left in distinct_surnames() and right in distinct_surnames()


def are_two_korean_families(a: str, b: str) -> bool:
    """Whether two Latin words are Korean family names, and not one in two spellings.

    >>> are_two_korean_families("Jung", "Jang"), are_two_korean_families("Jung", "Jeong")
    (True, False)
    """
    families = korean_syllables().families
    left, right = families.get(a.lower()), families.get(b.lower())
    return left is not None and right is not None and set(left).isdisjoint(right)


def surname_group(surname: str) -> str:
    """The first of the surnames that a surname is one with by table, in any alphabet and spelling; empty for most.

    >>> surname_group("Hagopian"), surname_group("Акопян"), surname_group("Akopjan"), surname_group("Smith")
    ('Hakobyan', 'Hakobyan', 'Hakobyan', '')
    """
    return group_sounding(fold(surname), plain_readings(surname.casefold()).laws)


def group_sounding(folded: str, laws: Iterable[str]) -> str:
    """``surname_group`` of a surname of these letters and sounds."""
    found = surname_groups().get(folded)
    if found is not None:
        return found
    groups = _groups_by_law()
    for law in laws:
        if law in groups:
            return groups[law]
    return ""


@cache
@kept("surname-groups")
def _groups_by_law() -> dict[str, str]:
    """The surnames of the groups by their sounds after the laws."""
    found = {}
    for form, group in surname_groups().items():
        for law in plain_readings(form).laws:
            found.setdefault(law, group)
    return found


def are_two_known(a: str, b: str) -> bool:
    """Whether two words are surnames of the tables, in any spelling that rules yield, and of different rows.

    >>> are_two_known("Sokolov", "Соболев"), are_two_known("Sokolov", "Sokklov"), are_two_known("Чорновіл", "Черновол")
    (True, False, False)
    """
    left, right = _rows_of(a), _rows_of(b)
    return bool(left and right) and left.isdisjoint(right)


@lru_cache(65536)
def _rows_of(surname: str) -> frozenset[int]:
    """The rows of the surname tables that a word may stand in."""
    return frozenset(row for law in plain_readings(surname.casefold()).laws for row in _known().get(law, ()))


@cache
@kept("known-surnames")
def _known() -> dict[str, list[int]]:
    """The sounds of known surnames after the laws, with their rows."""
    found = {}
    for number, row in enumerate(known_surnames()):
        for law in {law for lang, forms in row.forms.items() for form in forms for law in plain_readings(form, lang).laws}:
            found.setdefault(law, []).append(number)
    return found


def is_common(surname: str) -> bool:
    """Whether a surname is so common that sharing it proves less.

    >>> is_common("Ivanou"), is_common("Лукашэнка"), is_common("Müller")
    (True, False, True)
    """
    folded, laws = _common()
    return fold(surname) in folded or not laws.isdisjoint(plain_readings(surname.casefold()).laws)


@cache
def _common() -> tuple[frozenset[str], frozenset[str]]:
    """The common surnames, folded, and their sounds after the laws."""
    return frozenset(_common_surnames()["folded"]), frozenset(_common_surnames()["laws"])


@kept("common-surnames")
def _common_surnames() -> dict[str, list[str]]:
    """The common surnames, folded, and their sounds, as lists."""
    laws = {
        law
        for form, lang in common_surnames()
        if lang in ROSTER_LANGUAGES
        for law in plain_readings(form.casefold(), lang).laws
    }
    return {"folded": sorted({fold(form) for form, _ in common_surnames()}), "laws": sorted(laws)}
