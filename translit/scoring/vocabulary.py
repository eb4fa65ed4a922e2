"""What a word of a name means: its groups in the word tables, and whether it is an acronym, a number, a word that joins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice, takewhile

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ..phonology import plain_readings
from ..tables.organisations import (
    acronym_groups,
    case_endings,
    contraction_groups,
    country_beginnings,
    elisions,
    ending_sounds,
    exonym_groups,
    groups_by_acronym,
    groups_by_beginning,
    groups_by_form,
    phrases,
    place_adjectives,
    place_groups,
    place_suffixes,
    place_vowels,
    places_written_so,
    romanized_adjectives,
    starts,
    word_suffixes,
)  # fmt: skip
from ..tables.store import kept
from ..tables.words import glue_words
from ..text import APOSTROPHES, fold, has_cyrillic
from .compounds import groups_of_compound
from .scripts import foreign_script, in_latin

_NUMERALS = frozenset("IVX")
_WITH_VOWELS = frozenset(("Armn", "Geor", "Grek"))
_LAST, _LEAST_SOUNDS = "aeiouj", 3
_LEAST_MISSED, _STEP = 7, 3
_LONG_STEM = 7
_LEAST_REST = 5  # letters behind a country
_OF_PLACES = " (place)"
_LEAST_ACRONYM = 3  # letters of one that somebody romanized
_LEAST_ROMANIZED, _LEAST_STEM, _LEAST_SHARED, _LEAST_ALIKE = 5, 4, 5, 5


@lru_cache(32768)
def is_glue(word: str) -> bool:
    """Whether a word only joins others (of, for, the, і, по …); a single capital is a letter of an acronym, and UN may be one."""
    folded = fold(word)
    return folded in glue_words() and not (word.isupper() and (len(word) == 1 or folded in groups_by_acronym()))


@lru_cache(32768)
def plain(word: str) -> str:
    """A folded word with the usual letter at its start, and nothing cut by an apostrophe before it: ўнутраных is унутраных, d’appel appel."""
    cut = _elided().match(word)
    folded = fold(word[cut.end() :] if cut else word)
    return folded[:1].translate(starts()) + folded[1:]


@cache
def _elided() -> re.Pattern[str]:
    return re.compile(f"(?i:{'|'.join(elisions())})[{APOSTROPHES}](?=\\w)")


@cache
def groups_by_word() -> dict[str, tuple[str, ...]]:
    """Every word of the tables, with its usual first letter, and its groups."""
    found = dict(groups_by_form())
    for form in [form for form in found if ord(form[0]) in starts()]:
        usual = plain(form)
        found[usual] = tuple(dict.fromkeys((*found.get(usual, ()), *found.pop(form))))
    return found


@lru_cache(32768)
def groups_of(word: str) -> frozenset[str]:
    """The word groups of a word in any case: translations of it belong to the same.

    >>> sorted(groups_of("Міністэрства") & groups_of("Ministry")), sorted(groups_of("белорусского") & groups_of("Belarus"))
    (['ministry'], ['belarus'])

    A Cyrillic word that somebody romanized belongs to its groups too.

    >>> sorted(groups_of("Korporatsiya") & groups_of("Corporation")), sorted(groups_of("Oborony"))
    (['corporation'], ['defence'])
    """
    folded = plain(word)
    found = set(groups_by_word().get(folded, ()))
    if not found:
        stem = case_stem(folded)
        found.update(_groups_by_stem().get(stem) or _groups_by_stem().get(_single(stem), ()))
        found -= {f"{group} (adjectives)" for group in found if f"{group} (nouns)" in found}  # Беларусі, whatever беларусы are
    beginnings = groups_by_beginning()
    for end in range(3, len(folded) + 1):
        found.update(beginnings.get(folded[:end], ()))
    if word.isupper():
        found.update(groups_by_acronym().get(folded, ()))
    if meant := groups_meant(word):
        found.add(" ".join(meant))
    if not found and not has_cyrillic(folded):
        found.update(_groups_romanized(folded))
    return frozenset(found)


@lru_cache(32768)
def groups_missed(word: str) -> frozenset[str]:
    """The word groups of the words of the tables that a word of none of them is a slip of one letter away from, in its own script.

    >>> sorted(groups_missed("Univeristy")), groups_missed("University"), groups_missed("Rosneft")
    (['university'], frozenset(), frozenset())
    """
    folded = plain(word)
    if len(folded) < _LEAST_MISSED or groups_of(word):
        return frozenset()
    near = _forms_by_beginning().get((folded[0], len(folded) // _STEP), ())
    found = process.extract(folded, near, scorer=OSA.distance, score_cutoff=1, limit=None)
    return frozenset(group for form, _, _ in found for group in groups_by_word()[form])


@lru_cache(4096)
def groups_begun(beginning: str) -> frozenset[str]:
    """The word groups of the words of the tables that begin so.

    >>> sorted(groups_begun("министерст"))
    ['ministry']
    """
    forms = _sorted_forms()
    start = bisect_left(forms, beginning)
    found = takewhile(lambda form: form.startswith(beginning), islice(forms, start, None))
    return frozenset(group for form in found for group in groups_by_word()[form])


@cache
def _sorted_forms() -> list[str]:
    return sorted(groups_by_word())


@cache
def _forms_by_beginning() -> dict[tuple[str, int], list[str]]:
    """The longer words of the tables by their first letters and about how many letters words a letter longer or shorter have."""
    found: dict[tuple[str, int], list[str]] = {}
    for form in groups_by_word():
        if len(form) >= _LEAST_MISSED - 1 and not is_of_places(groups_by_word()[form]):  # Lubin is no slip for Lublin
            for size in {(len(form) + step) // _STEP for step in (-1, 0, 1)}:
                found.setdefault((form[0], size), []).append(form)
    return found


@lru_cache(32768)
def groups_meant(word: str) -> tuple[str, ...]:
    """The word groups that an acronym or contraction of the tables stands for, in order; none of another word.

    >>> groups_meant("МВД"), groups_meant("Минобороны"), groups_meant("Нацбанку"), groups_meant("мид")
    (('ministry', 'interior', 'affairs'), ('ministry', 'defence'), ('national', 'bank'), ())
    >>> groups_meant("Sicherheitsrat"), groups_meant("Bundesverfassungsgericht")
    (('security', 'council'), ('federal', 'constitution', 'court'))
    >>> groups_meant("Укрзалізниця"), groups_meant("Ukrzaliznytsia"), groups_meant("Белгород")
    (('ukraine', 'railway'), ('ukraine', 'railway'), ())
    >>> groups_meant("KPRF")
    ('communist', 'party', 'russia', 'federation')
    """
    folded = plain(word)
    found = is_acronym(word) and (acronym_groups().get(folded) or _acronym_romanized(folded)) or _contractions().get(case_stem(folded))
    return found or (() if folded in groups_by_word() else groups_behind_country(folded) or groups_of_compound(folded))


def _acronym_romanized(folded: str) -> tuple[str, ...]:
    """The groups of a Cyrillic acronym of the tables that somebody romanized: KPRF, TsIK; nothing of another."""
    if len(folded) < _LEAST_ACRONYM or has_cyrillic(folded):
        return ()
    return next((_acronyms_by_sounds()[sounds] for sounds in plain_readings(folded).sounds if sounds in _acronyms_by_sounds()), ())


@cache
def _acronyms_by_sounds() -> dict[str, tuple[str, ...]]:
    acronyms = {form: groups for form, groups in acronym_groups().items() if has_cyrillic(form) and len(form) >= _LEAST_ACRONYM}
    return {sounds: groups for form, groups in reversed(acronyms.items()) for sounds in plain_readings(form).sounds}


def groups_behind_country(word: str) -> tuple[str, ...]:
    """The country that a folded word begins with, and the group of the word that is written as one with it; nothing of other words."""
    for beginning, country in country_beginnings():
        rest = word[len(beginning) :]
        if len(rest) >= _LEAST_REST and word.startswith(beginning):
            if known := _contractions().get(case_stem(rest)):
                return (country, *known)
            if country.endswith(_OF_PLACES):  # Мос-, which begins many words
                continue
            groups = groups_by_word().get(rest) or () if has_cyrillic(rest) else _groups_romanized(rest)
            return (country, min(groups)) if groups and places_written_so().isdisjoint(groups) else ()
    return ()


def _groups_romanized(word: str) -> frozenset[str]:
    """The groups of a Cyrillic word that somebody romanized, or of a word of an alphabet that writes its vowels."""
    if len(word) < _LEAST_ROMANIZED:
        return frozenset()
    if read := _groups_by_reading().get(word):
        return frozenset(read)
    found = frozenset(group for sounds in stems_without_case(word) for group in _groups_by_sounds().get(sounds, ()))
    return frozenset() if is_of_places(found) and not word.endswith(romanized_adjectives()) else found  # Brodsky is a man, Brodskaya a street


@cache
def _contractions() -> dict[str, tuple[str, ...]]:
    return {case_stem(form): groups for form, groups in contraction_groups().items()}


@cache
@kept("word-readings")
def _groups_by_reading() -> dict[str, list[str]]:
    """The words of the tables in the alphabets that write their vowels, in folded Latin letters, with their groups."""
    found: dict[str, set[str]] = {}
    for word, groups in groups_by_word().items():
        if (code := foreign_script(word)) in _WITH_VOWELS:
            found.setdefault(fold(in_latin(word, code)), set()).update(groups)
    return {reading: sorted(groups) for reading, groups in found.items() if reading not in groups_by_word()}


@cache
@kept("word-sounds")
def _groups_by_sounds() -> dict[str, list[str]]:
    """The sounds of Cyrillic words without their endings, with the groups of the words: a word romanized by any scheme has them."""
    found: dict[str, set[str]] = {}
    for word, groups in (*groups_by_word().items(), *groups_by_beginning().items()):
        if has_cyrillic(word) and (not is_of_places(groups) or word.endswith(place_adjectives())):  # how a place is written needs no table
            for sounds in stems_without_case(case_stem(word)):
                found.setdefault(sounds, set()).update(groups)
    return {sounds: sorted(groups) for sounds, groups in found.items()}


def stems_without_case(word: str) -> set[str]:
    """The sounds of a word without its last vowels, and without those before a consonant that endings have; after the laws those of a long
    one, since Batory is no батарея."""
    stems = {sounds.rstrip(_LAST) for sounds in plain_readings(word).sounds} | {stem for stem in stem_sounds(word) if len(stem) >= _LONG_STEM}
    stems = {stem for stem in stems if len(stem) >= _LEAST_SOUNDS}
    stems.update([one[:-1].rstrip(_LAST) for one in stems if one[-1] in ending_sounds() and one[-2] in _LAST])
    return {stem for stem in stems if len(stem) >= _LEAST_STEM}


@cache
@kept("word-stems")
def _groups_by_stem() -> dict[str, list[str]]:
    """The groups of the words of the tables by the stems of these."""
    found: dict[str, set[str]] = {}
    for word, groups in groups_by_word().items():
        stem = case_stem(word)
        if stem != word or len(stem) > _LEAST_STEM or len(stem) == _LEAST_STEM and has_cyrillic(stem):
            for one in {stem, _single(stem)}:
                found.setdefault(one, set()).update(groups)
    return {stem: sorted(groups) for stem, groups in found.items()}


def _single(stem: str) -> str:
    """A stem without the second of two like letters at its end, which cases may have one of: розслідування, розслідувань."""
    return stem[:-1] if len(stem) > _LEAST_STEM and stem[-1:] == stem[-2:-1] else stem


@lru_cache(32768)
def case_stem(word: str) -> str:
    """A folded word without the ending of its case.

    >>> case_stem("обороны") == case_stem("обороне"), case_stem("суд")
    (True, 'суд')
    """
    endings, longest, least = case_endings()
    for end in range(max(len(word) - longest, least), len(word)):
        if word[end:] in endings:
            return word[:end]
    return word


@lru_cache(32768)
def places_meant(word: str) -> frozenset[str]:
    """The places that an adjective may be made of, as ``places_named`` has them; none for another word.

    >>> sorted(places_meant("Гродненский") & places_named("Grodno")), sorted(places_meant("Оршанский") & places_named("Орша"))
    (['gradn'], ['arš'])
    """
    found = set()
    wholes = {plain(word), word.casefold()}
    stems = {case_stem(whole) for whole in wholes} | (set() if has_cyrillic(word) else wholes)
    for stem in stems - wholes if has_cyrillic(word) else stems:  # Франківськ is a town
        for suffix, before in place_suffixes():
            if stem.endswith(suffix) and stem != suffix:
                found |= places_named(stem[: -len(suffix)] + before)
    return frozenset(found)


@lru_cache(32768)
def places_named(word: str) -> frozenset[str]:
    """The sounds of a place, without their last vowels, and where there are enough with all vowels one: Харьков, Kharkiv.

    >>> sorted(places_meant("Харьковский") & places_named("Kharkiv"))
    ['xarkav']
    """
    sounds = stem_sounds(word)
    alike = {re.sub(f"[{place_vowels()}]+", "a", one) for one in sounds}
    return sounds | {one for one in alike if len(one) >= _LEAST_ALIKE}


@lru_cache(32768)
def stem_sounds(word: str) -> frozenset[str]:
    """The sounds of a word after the laws, without its last vowels."""
    found = {law.rstrip(_LAST) for law in plain_readings(word.casefold()).laws}
    return frozenset(one for one in found if len(one) >= _LEAST_SOUNDS)


@lru_cache(32768)
def adjective_of(word: str) -> frozenset[str]:
    """The sounds of the word that an adjective of a word that languages share is made of, without its last vowels: of a Cyrillic
    word only where it is an adjective, of a Latin one also of it as it stands.

    >>> sorted(adjective_of("Архитектурный") & adjective_of("Architectural")), adjective_of("Архитектура")
    (['arxitaktur'], frozenset())
    """
    whole = case_stem(plain(word))
    ends = [suffix for suffix in word_suffixes() if whole.endswith(suffix)]
    stems = {whole[: -len(suffix)] for suffix in ends} if has_cyrillic(whole) else {plain(word), *[whole[: -len(suffix)] for suffix in ends]}
    return frozenset(sounds for stem in stems for sounds in stem_sounds(stem) if len(sounds) >= _LEAST_SHARED)


@cache
def _phrases_by_stem() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    return {first: tuple([(tuple(stems), word) for stems, word in some]) for first, some in _listed_phrases().items()}


@kept("phrase-stems")
def _listed_phrases() -> dict[str, list]:
    """The phrases as lists."""
    found = {}
    for phrase, word in sorted(phrases().items(), key=lambda pair: -len(pair[0])):
        stems = list(map(_stem, phrase))
        found.setdefault(stems[0], []).append((stems, word))
    return found


@lru_cache(32768)
def _stem(word: str) -> str:
    return case_stem(plain(word))


def phrase_at(words: tuple[str, ...], at: int) -> tuple[str, int]:
    """The word that several words in any case stand for together, beginning at ``at``, and how many they are; ("", 0) when there is
    none.

    >>> phrase_at(("Белорусской", "железной", "дороги"), 1)
    ('железнодорожный', 2)
    """
    for stems, word in _phrases_by_stem().get(_stem(words[at]), ()):
        if tuple(map(_stem, words[at : at + len(stems)])) == stems:
            return word, len(stems)
    return "", 0


@lru_cache(32768)
def exonyms_of(word: str) -> frozenset[str]:
    """The places that a word, as it stands, is a name of which languages have others for; in a case it may be another's name: Берестов, Берестя.

    >>> exonyms_of("Köln") == exonyms_of("Cologne") != exonyms_of("Кёльна"), sorted(exonyms_of("Firenze"))
    (True, ['florence (exonym)'])
    """
    return exonym_groups().intersection(groups_by_word().get(plain(word), ()))


def is_of_places(groups: Iterable[str]) -> bool:
    """Whether all of some word groups are what places are called by."""
    return place_groups().keys() >= set(groups)


@lru_cache(32768)
def is_number(text: str) -> bool:
    """Whether a word is a number, in digits or roman numerals."""
    return text.isdecimal() or (text.isupper() and set(text) <= _NUMERALS)  # but no ²


@lru_cache(32768)
def is_acronym(text: str) -> bool:
    """Whether a word may be made of initials: two to seven letters, most of them capitals."""
    return 2 <= len(text) <= 7 and sum(char.isupper() for char in text) * 2 > len(text) and not is_number(text)


def has_acronym(word: str) -> bool:
    """Whether the tables have a word as an acronym, in capitals.

    >>> has_acronym("МВД"), has_acronym("БАНК")
    (True, False)
    """
    folded = plain(word)
    return folded in groups_by_acronym() or folded in acronym_groups()


@lru_cache(32768)
def place_keys(word: str) -> frozenset[str]:
    """A word's readings with the vowels that places' names differ in made one: Андрушівка, Андрушёвка.

    >>> place_keys("Andrushivka") & place_keys("Андрушёвка")
    frozenset({'andrušavk'})
    """
    vowels = place_vowels()
    found = {re.sub(f"[{vowels}]+", "a", law).rstrip("a") for law in plain_readings(word.casefold()).laws}
    return frozenset(one for one in found if len(one) > 2)
