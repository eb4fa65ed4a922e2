"""The index of the name tables: forms, folds and sounds of given names, and the patronymics made of them.

It is plain data: ``pack_index()`` gives it, ``remember_index()`` takes it back.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..phonology import plain_readings
from ..romanization import romanize, schemes
from ..tables.caching import uncollected
from ..tables.names import CYRILLIC_LANGUAGES, BuildRule, GivenName, given_names, patronymic_builds, patronymic_homonyms
from ..tables.rosters import open_names, roster_names
from ..tables.rules import Scheme
from ..tables.store import as_tuples, keep, recall
from ..text import APOSTROPHE, clean, fold

STRENGTHS = ("same", "short", "cognate")
_DIAERESIS = "\u0308"
_LEAST_ROMANIZED = 4
ANY_LANG = "mul"
_PURPOSES = frozenset(("press", "passport"))

Entry = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class NameIndex:
    """What the name tables say, by key. An entry is a name's id, its place in STRENGTHS, and a language.

    ``names``: id → (gender, frequency, respelled). ``forms``, ``folds``, ``sounds``: key → entries. ``romanized``: what
    the schemes make of short forms, and of names that are not respelled, whose sounds alone would mean too much (Pit,
    Rusia). ``rejects``: a word → the names it sounds like and is not. ``fathers``: a patronymic after the sound laws →
    {given name: gender of the patronymic}. ``homonyms``: patronymics that are surnames too, as they are written and as
    they sound.
    """

    names: dict[str, tuple[str, str, bool]]
    forms: dict[str, Sequence[Entry]]
    folds: dict[str, Sequence[Entry]]
    sounds: dict[str, Sequence[Entry]]
    romanized: dict[str, Sequence[Entry]]
    rejects: dict[str, list[str]]
    fathers: dict[str, dict[str, str]]
    homonyms: frozenset[str]


_kept: list[NameIndex] = []


def index() -> NameIndex:
    """The index of the tables that ship, built when first needed and kept with the other compiled tables."""
    if not _kept:
        packed = recall("names")
        if packed is not None:
            remember_index(packed)
        else:
            with uncollected():
                _kept.append(_build())
            keep("names", pack_index())
    return _kept[0]


def pack_index() -> dict:
    """The index as plain lists and dictionaries, fit for JSON."""
    found = index()
    return {
        "names": {key: list(value) for key, value in found.names.items()},
        "forms": found.forms,
        "folds": found.folds,
        "sounds": found.sounds,
        "romanized": found.romanized,
        "rejects": found.rejects,
        "fathers": found.fathers,
        "homonyms": sorted(found.homonyms),
    }


def remember_index(packed: dict) -> None:
    """Take the index that ``pack_index`` gave instead of building it again."""
    names = {key: tuple(value) for key, value in packed["names"].items()}
    entries = (as_tuples(packed[by]) for by in ("forms", "folds", "sounds", "romanized"))
    kept = NameIndex(names, *entries, packed["rejects"], packed["fathers"], frozenset(packed["homonyms"]))
    _kept[:] = [kept]


def sound_key(sounds: str) -> str:
    """The sounds with u and v as one: ў is written either way.

    >>> sound_key("stanislau") == sound_key("stanislav")
    True
    """
    return sounds.replace("u", "v")


def build_patronymics(given: str, lang: str, gender: str) -> tuple[str, ...]:
    """The patronymics that ``lang`` (be, ru, uk) may make from a man's name.

    >>> build_patronymics("Ілья", "be", "m"), build_patronymics("Сергій", "uk", "f")
    (('Ільіч',), ('Сергіївна',))
    >>> build_patronymics("Юрий", "ru", "m")
    ('Юрьевич', 'Юриевич')

    Where names of one ending go two ways (Юрьевич, Дмитриевич), both come out: which one a name takes is its habit.
    """
    for rule in patronymic_builds():
        if rule.lang == lang and (rule.name == given or not rule.name and given.endswith(rule.ending)):
            return _apply(rule, given, gender)
    return ()


def _apply(rule: BuildRule, given: str, gender: str) -> tuple[str, ...]:
    endings = rule.m if gender == "m" else rule.f
    if rule.name:
        return endings
    return tuple(given.removesuffix(rule.ending) + ending for ending in endings)


def reviewed_index() -> dict:
    """The index without the groups made by rule, as ``pack_index`` gives it: what those are made against."""
    _kept[:] = [_build(with_open=False)]
    return pack_index()


def _build(with_open: bool = True) -> NameIndex:
    names = {name.id: (name.gender, name.frequency, name.respelled) for name in given_names()}
    forms: dict[str, list[Entry]] = {}
    folds: dict[str, list[Entry]] = {}
    sounds: dict[str, list[Entry]] = {}
    romanized: dict[str, list[Entry]] = {}
    for name, strength, lang, form in _all_forms():
        entry = (name.id, strength, lang)
        spellings = _spellings(form, lang)
        for spelling in spellings:
            forms.setdefault(spelling, []).append(entry)
        if lang not in CYRILLIC_LANGUAGES:
            folds.setdefault(fold(form), []).append(entry)
        elif name.respelled and STRENGTHS[strength] == "same":
            for key in {sound_key(heard) for word in spellings for heard in plain_readings(word).sounds}:
                sounds.setdefault(key, []).append(entry)
        elif STRENGTHS[strength] != "cognate":
            for key in _romanizations(form, lang.split("-")[0]):
                romanized.setdefault(key, []).append(entry)
    for name in roster_names():
        known = {form for some in name.forms.values() for form in some if _is_known(form, forms, folds, sounds, romanized)}
        for lang, some in name.forms.items():
            for form in some:
                if form not in known:
                    names[name.id] = (name.gender, name.frequency, False)
                    forms.setdefault(form.casefold(), []).append((name.id, 0, lang))
                    folds.setdefault(fold(form), []).append((name.id, 0, lang))
    rostered = {name.id for name in roster_names()}
    for name in open_names() if with_open else ():
        names.setdefault(name.id, (name.gender, "rare", False))
        for form in name.forms:
            if form not in forms:
                forms[form] = [(name.id, 0, ANY_LANG)]
            elif all(entry[0] in rostered for entry in forms[form]):
                forms[form].append((name.id, 0, ANY_LANG))
    rejects: dict[str, list[str]] = {}
    for name in given_names():
        for word in name.rejects:
            rejects.setdefault(clean(word).casefold(), []).append(name.id)
    homonyms = {sound_key(heard) for word in patronymic_homonyms() for heard in plain_readings(word).sounds}
    all_homonyms = frozenset(homonyms | patronymic_homonyms())
    return NameIndex(names, forms, folds, sounds, romanized, rejects, _fathers(), all_homonyms)


def _is_known(form: str, forms: dict, folds: dict, sounds: dict, romanized: dict) -> bool:
    """Whether reviewed rows answer to ``form`` already, as ``given_groups`` asks them."""
    folded = fold(form)
    if form.casefold() in forms or folded in folds or folded in romanized:
        return True
    return any(sound_key(heard) in sounds for heard in plain_readings(form).sounds)


@cache
def _romanizations(form: str, lang: str) -> frozenset[str]:
    """A form as press and passports write it in Latin letters, folded; very short ones mean too much to count."""
    written = {fold(romanize(form, scheme.id)) for scheme in _schemes(lang)}
    return frozenset(word for word in written if len(word) >= _LEAST_ROMANIZED)


@cache
def _schemes(lang: str) -> tuple[Scheme, ...]:
    return tuple(scheme for scheme in schemes(lang=lang) if not _PURPOSES.isdisjoint(scheme.purpose))


def _all_forms() -> Iterator[tuple[GivenName, int, str, str]]:
    for name in given_names():
        for strength, by_lang in enumerate((name.forms, name.short, name.cognate)):
            for lang, forms in by_lang.items():
                for form in forms:
                    yield name, strength, lang, form


def _spellings(form: str, lang: str) -> set[str]:
    """A form as it may be written: without its apostrophe, and in Russian with е for ё."""
    word = clean(form).casefold()
    found = {word, word.replace(APOSTROPHE, "")}
    if lang == "ru":
        found.add(unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).replace(_DIAERESIS, "")))
    return found


def _fathers() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name in given_names():
        if name.gender == "f" or not name.respelled and name.frequency == "rare":
            continue
        for lang in ("be", "ru", "uk"):
            for form in name.forms.get(lang, ()):
                for gender in ("m", "f"):
                    for word in build_patronymics(form, lang, gender):
                        for law in _laws(word, lang):
                            found.setdefault(law, {}).setdefault(name.id, gender)
    return found


@cache
def _laws(word: str, lang: str) -> frozenset[str]:
    return frozenset(plain_readings(word, lang).laws)
