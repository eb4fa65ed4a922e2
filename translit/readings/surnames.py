"""The surnames that answers are judged by: the roster, its women's forms, and the surnames of people of the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from ..tables.entities import reviewed_entities
from ..tables.names import surname_rules
from ..tables.surnames import ROSTER_LANGUAGES, surname_roster
from ..text import clean

_LEAST_STEM, _LONGEST_ENDING = 3, 6
_PLAIN = str.maketrans("ёЁ", "еЕ")

Forms = dict[str, tuple[str, ...]]


def plain(word: str) -> str:
    """``word`` with ё as е, which writers leave out."""
    return word.translate(_PLAIN)


@cache
def answers_of(source: str, target: str, people: bool) -> dict[str, frozenset[str]]:
    """Surnames of ``source`` with those that answer them in ``target``, both plain."""
    found: dict[str, set[str]] = {}
    for forms in _rows(people):
        answers = {plain(form) for form in forms.get(target, ())}
        for form in forms.get(source, ()):
            found.setdefault(plain(form), set()).update(answers)
    return {form: frozenset(answers) for form, answers in found.items()}


@cache
def surnames(lang: str, people: bool) -> frozenset[str]:
    """Every surname known in ``lang``, plain."""
    return frozenset(plain(form) for forms in _rows(people) for form in forms.get(lang, ()))


@cache
def stems(lang: str, people: bool) -> Counter[str]:
    """The surnames of ``lang`` without their endings, each with how many surnames it has."""
    return Counter(stem for word in surnames(lang, people) if (stem := stem_of(word, lang)))


def stem_of(word: str, lang: str) -> str:
    """``word`` without its surname ending; empty where it has none or too little is left.

    >>> stem_of("шевченко", "ru"), stem_of("шевчук", "uk"), stem_of("ли", "ru")
    ('шевч', 'шев', '')
    """
    for size in range(min(_LONGEST_ENDING, len(word) - _LEAST_STEM), 1, -1):
        if word[-size:] in _endings(lang):
            return word[:-size]
    return ""


@cache
def _rows(people: bool) -> tuple[Forms, ...]:
    return tuple(_each(people))


def _each(people: bool) -> Iterator[Forms]:
    for row in surname_roster():
        yield row.forms
        women = {lang: tuple(filter(None, (_of_woman(form, lang) for form in row.forms[lang]))) for lang in row.forms}
        if any(women.values()):
            yield women
    if people:
        for entity in reviewed_entities():
            if entity.kind == "person" and entity.fact("order") != "family-first":
                forms = {lang: _family(entity.names[lang]) for lang in ROSTER_LANGUAGES if lang in entity.names}
                if len(forms) > 1:
                    yield forms


def _family(names: tuple[str, ...]) -> tuple[str, ...]:
    """The last word of the canonical name."""
    words = clean(names[0]).lower().split()
    return (words[-1],) if len(words) > 1 else ()


def _of_woman(form: str, lang: str) -> str:
    """The woman's form of a man's surname; empty where women bear the same one."""
    for size in range(min(_LONGEST_ENDING, len(form) - 2), 1, -1):
        ending = _women(lang).get(form[-size:])
        if ending:
            return form[:-size] + ending
    return ""


@cache
def _women(lang: str) -> dict[str, str]:
    """Men's endings with women's, where a rule has them side by side."""
    found: dict[str, str] = {}
    for rule in surname_rules():
        by_gender = rule.endings.get(lang, {})
        for man, woman in zip(by_gender.get("m", ()), by_gender.get("f", ()), strict=False):
            found.setdefault(man, woman)
    return found


@cache
def _endings(lang: str) -> frozenset[str]:
    return frozenset(
        ending for rule in surname_rules() for some in rule.endings.get(lang, {}).values() for ending in some
    )
