"""Full names that stand in another case than the nominative: Аляксандру Лукашэнку is Аляксандр Лукашэнка."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..tables.inflection import PERSONAL, SOFTENS, inflection_of
from ..tables.names import given_names, patronymic_rules
from ..tables.rosters import roster_names
from ..tables.store import kept
from ..text import has_cyrillic
from .endings import patronymic_of, surname_endings
from .givens import given_groups, has_form
from .inflection import Inflected, base_form, bases
from .paradigms import paradigms_of

_WORDS = re.compile(r"[^\W\d_]{3,}(?:[’-][^\W\d_]+)*(?: [^\W\d_]{3,}(?:[’-][^\W\d_]+)*){1,2}\Z")
_LEAST_SCORE, _SURE_SCORE, _MAY_BE_WOMAN = 0.45, 0.9, 0.2
_NEAR_READING, _MOST_READINGS, _LEAST_FATHERS = 0.4, 2, 5
_CYRILLIC, _LATIN = ("be", "be-tarask", "ru", "uk"), ("pl", "cs", "sk")
_LANGUAGES = _CYRILLIC + _LATIN
_CASES = ("gen", "dat", "ins", "loc")


def nominatives(text: str) -> tuple[str, ...]:
    """What a person's full name may be in the nominative, the likeliest first, where ``text``, in Belarusian, Russian, Ukrainian, Polish,
    Czech or Slovak, surely stands in another case; else nothing.

    >>> nominatives("Сяргею Лаўрову"), nominatives("Ивану Шаховцу"), nominatives("Lechem Wałęsą")
    (('Сяргей Лаўроў',), ('Иван Шаховец', 'Иван Шаховцу'), ('Lech Wałęsa',))

    A name that can be read as it stands is not asked: Александра Иванова is a woman, whatever else the words can be; Александра
    Ковальского is none.

    >>> nominatives("Александра Иванова"), nominatives("Сяргей Лаўроў"), nominatives("Александра Ковальского")
    ((), (), ('Александр Ковальский',))
    """
    return _in_nominative(text) if may_stand_in_case(text.split()) else ()


@lru_cache(16384)
def _in_nominative(text: str) -> tuple[str, ...]:
    """``nominatives`` of a text whose words may make a full name in another case."""
    if not _WORDS.match(text):
        return ()
    found = _oblique(base_form(text))
    if not found or found[0].score < _LEAST_SCORE:  # of another language than its letters show: Петром Порошенком
        others = [some for lang in (_CYRILLIC if has_cyrillic(text) else _LATIN) if (some := _oblique(base_form(text, lang=lang))) and some[0].score >= _SURE_SCORE]
        found = max(others, key=lambda some: some[0].score, default=found if sum(one.score for one in found) >= _LEAST_SCORE else [])
    words = text.split()
    near = [one for one in found if one.base != text and one.score >= found[0].score * _NEAR_READING]
    readings = [[*zip(words, one.base.split(), strict=False)] for one in near]
    sure = any(word.lower().endswith(_in_no_nominative()) for word in words)
    if not has_cyrillic(text):  # whose letters tell less of the language: all words stand in the case
        readings = [pairs for pairs in readings if all(word != base for word, base in pairs)]
        sure = sure or bool(found) and found[0].score >= _SURE_SCORE
    readings = [pairs for pairs in readings if not _is_womans(pairs) and any(_is_sure(*pair, sure) for pair in pairs)]
    return tuple(" ".join(base for _, base in pairs) for pairs in readings[:_MOST_READINGS])


def _oblique(found: list[Inflected]) -> list[Inflected]:
    """The base forms of a name in one person's case, where the likeliest is not that it stands in the nominative."""
    return [one for one in found if one.case != "nom" and one.number == "sg"] if found and found[0].case != "nom" and found[0].number == "sg" else []


def _is_womans(pairs: list[tuple[str, str]]) -> bool:
    """Whether a word is a woman's surname that would be none in the nominative: Романа Жуковская."""
    return any(surname_endings(word) and not surname_endings(base) and not has_form(base) for word, base in pairs)


def is_beyond_doubt(text: str, read: str) -> bool:
    """Whether a name is surely ``read`` in the nominative: a very common given name stands in it. A rarer one in a case may also be
    another as it stands.

    >>> is_beyond_doubt("Виктора Сергеева", "Виктор Сергеев"), is_beyond_doubt("Мстислава Родзянко", "Мстислав Родзянко")
    (True, False)
    """
    pairs = zip(text.split(), read.split(), strict=False)
    return any(_is_given(base) and given_groups(base)[0].frequency == "very common" for word, base in pairs if word != base)


def may_stand_in_case(words: list[str]) -> bool:
    """Whether the words of a name may make a full name in another case, which each of them has its say in: soon said of most.

    >>> may_stand_in_case(["Сергея", "Иванова"]), may_stand_in_case(["Анна", "Иванова"]), may_stand_in_case(["Ivanova"])
    (True, False, False)
    """
    cases, said = -1, False
    for word in words:
        low = word.lower()
        own = _cases_by_letter().get(low[-1:], 0)
        if not own and len(words) > 2 and any(one.lower().endswith(_womens_fathers()) for one in words):
            continue  # Надії Степанівни Гаврилюк: her surname has no cases
        cases &= own
        if not cases:  # a man's name that ends in another letter stands in the nominative; all words stand in one case
            return False
        said = said or low in _forms_in_cases()
    return said and (not any(map(_stands_in_nominative, words)) or any([word.lower().endswith(_in_no_nominative()) for word in words]))


def given_in_nominative(word: str) -> tuple[str, ...]:
    """The given names of the tables that a word of these languages is in another case than the nominative; nothing of another word.

    >>> given_in_nominative("Николая"), given_in_nominative("Банка")
    (('Николай',), ())
    """
    if word.lower() not in _forms_in_cases():  # soon said of most
        return ()
    return tuple(dict.fromkeys(one.base for lang in (_CYRILLIC if has_cyrillic(word) else _LATIN) for one in bases(word, lang) if one.case != "nom" and _is_given(one.base)))


@lru_cache(65536)
def _stands_in_nominative(word: str) -> bool:
    """Whether a word is a given name of the tables, or a patronymic."""
    return _is_given(word) or patronymic_of(word) is not None and not word.lower().endswith(_womens_fathers())


def _is_given(word: str) -> bool:
    return has_form(word) and any(match.by == "form" and not match.is_open for match in given_groups(word))


def _is_sure(word: str, base: str, told: bool) -> bool:
    """Whether ``word`` is a given name in some case beyond doubt: Йоханна is a woman, not what there is of a rare Йоханн, unless another
    word has ``told`` it."""
    if not _is_given(base) or told:
        return told and _is_given(base)
    if all(match.gender == "f" for match in given_groups(base)):
        return True
    reads_as_woman = any(found.base == word and found.case == "nom" and found.gender != "m" and found.score >= _MAY_BE_WOMAN for found in base_form(word))
    return not reads_as_woman or given_groups(base)[0].frequency == "very common"


@cache
def _in_no_nominative() -> tuple[str, ...]:
    """What men's names end in that stand in another case: -ого, -ому."""
    return tuple(_kept()["oblique"])


@cache
def _womens_fathers() -> tuple[str, ...]:
    """How women's patronymics end in other cases than the nominative."""
    return tuple(_kept()["fathers"])


@cache
def _forms_in_cases() -> frozenset[str]:
    return frozenset(_kept()["forms"].split())


@cache
def _cases_by_letter() -> dict[str, int]:
    """The cases that a name may stand in by its last letter, as bits."""
    found: dict[str, int] = {}
    for at, letters in enumerate(_kept()["letters"]):
        for letter in letters:
            found[letter] = found.get(letter, 0) | 1 << at
    return found


@cache
@kept("nominatives")
def _kept() -> dict:
    """The given names in other cases than the nominative, the last letters of each of these, and the ends of women's patronymics and of
    men's names that no nominative has."""
    letters = ["".join(sorted(_letters_of(case))) for case in _CASES]
    forms, fathers, oblique = map(sorted, (_given_names_in_cases(), _fathers_in_cases("f"), _endings_in_cases()))
    return {"forms": " ".join(forms), "letters": letters, "fathers": fathers, "oblique": oblique}


def _given_names_in_cases() -> set[str]:
    names = {lang: {form.lower() for name in (*given_names(), *roster_names()) for form in name.forms.get(lang, ())} for lang in _LANGUAGES}
    shared = set().union(*[names[lang] for lang in _CYRILLIC])
    return {form for lang in _LANGUAGES for name in (shared if lang in _CYRILLIC else names[lang]) for form in paradigms_of(lang).oblique(name)}


def _fathers_in_cases(gender: str) -> set[str]:
    """How the patronymics of men or women end in other cases than the nominative."""
    endings = {(lang, ending) for rule in patronymic_rules() if rule.gender == gender for lang, some in rule.endings.items() for ending in some}
    declined = [(lang, ending) for lang, ending in endings if lang in _LANGUAGES]
    return {form for lang, ending in declined for form in paradigms_of(lang).oblique(ending)} - {ending for _, ending in declined}


def _endings_in_cases() -> set[str]:
    """The endings of three letters and more that the base forms of names rarely have and men's names have in the genitive and dative, and
    those of men's patronymics in other cases."""
    found = {end for end in _fathers_in_cases("m") if len(end) >= _LEAST_FATHERS}
    for lang in _LANGUAGES:
        rare = [end for end in inflection_of(lang).rare if len(end) > 2]
        for paradigm in inflection_of(lang).paradigms:
            if paradigm.gender == "m" and not PERSONAL.isdisjoint(paradigm.weights) and paradigm.cut:
                made = [end[: len(end) - len(paradigm.cut)] + own for end in paradigm.ends for case in ("gen", "dat") for own in paradigm.singular.get(case, ())]
                found.update(end for end in rare if any(one.endswith(end) for one in made))
    return found


def _letters_of(case: str) -> set[str]:
    """What people's names in a case end in."""
    return {
        last
        for lang in _LANGUAGES
        for paradigm in inflection_of(lang).paradigms
        if not PERSONAL.isdisjoint(paradigm.weights)
        for ending in paradigm.singular.get(case, ())
        for last in ([soft[-1] for _, soft in inflection_of(lang).softening] if ending == SOFTENS else ending[-1:])
        if last.isalpha()
    }
