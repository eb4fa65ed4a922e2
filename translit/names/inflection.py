"""Inflected names to their base forms, and base forms to their cases, by the paradigms of the tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..detection import detect
from ..errors import InputError, UnknownLanguageError
from ..tables.inflection import CASES, inflection_files, inflection_of, is_inflected
from ..tables.languages import languages
from ..text import clean, script
from .agreement import ADJECTIVE_HEAD, hypotheses
from .stems import base_of, form_of, plain, readings_of
from .units import Unit, chances, join_units, split_units

_CODE = re.compile(r"auto|[a-z]{2,3}(-[A-Za-z0-9]+)*")
_LEAST_SCORE = 0.004
_MOST_BASES = 8
_NEAR_LANGUAGE = 0.5


@dataclass(frozen=True, slots=True)
class Inflected:
    """One base that ``text`` may be a form of.

    ``case`` is one of nom, gen, dat, acc, ins, loc, voc; ``gender`` m, f, n or None; ``number`` sg or pl; ``score``
    (0 to 1) is the share of this base among all that the form may come from.
    """

    text: str
    base: str
    case: str
    gender: str | None
    number: str
    score: float


def base_form(text: str, *, lang: str = "auto", n: int = 5) -> list[Inflected]:
    """The base forms that ``text``, a name in some case, may come from: best first, at most ``n``.

    >>> base_form("Лукашэнкам", lang="be")[0].base, base_form("Пуціным", lang="be")[0].base
    ('Лукашэнка', 'Пуцін')
    >>> [found.base for found in base_form("Каржыцкага Дзяніса Леанідавіча", lang="be")][0]
    'Каржыцкі Дзяніс Леанідавіч'
    >>> found = base_form("Міністэрства абароны", lang="be")[0]
    >>> found.base, found.case
    ('Міністэрства абароны', 'nom')

    All words of a person's name agree; of other names only the head inflects. A word no paradigm fits is its own base,
    so the answer is empty only where ``text`` has no word. Raises UnknownLanguageError.
    """
    _check_language(lang)
    cleaned = clean(text)
    units, tail = split_units(cleaned)
    if not units:
        return []
    if len(units) == 1 and len(units[0].parts) == 1 and not units[0].gap and not tail:
        return [_with_text(found, text) for found in _of_word(units[0].parts[0], lang)[:n]]
    found: dict[str, list] = {}
    for code, share in languages_for(lang, cleaned):
        _merge(found, _bases_of_phrase(units, tail, code), share)
    return _ranked(text, found, n)


@lru_cache(32768)
def bases(token: str, lang: str) -> tuple[Inflected, ...]:
    """The base forms of one word, best first, with the word itself always among them; cached.

    >>> [found.base for found in bases("Лукашенкой", "ru")][:2]
    ['Лукашенко', 'Лукашенка']
    >>> bases("Rumas", "en")[0].base
    'Rumas'

    A language without inflection tables leaves the word as it stands.
    """
    return _of_word(plain(clean(token)), lang)


def inflect(text: str, case: str, *, lang: str = "auto", gender: str | None = None) -> str:
    """``text``, a name in its base form, in another case.

    >>> inflect("Аляксандр Лукашэнка", "ins", lang="be"), inflect("Святлана Ціханоўская", "dat", lang="be")
    ('Аляксандрам Лукашэнкам', 'Святлане Ціханоўскай')
    >>> inflect("Савет Бяспекі", "loc", lang="be"), inflect("Мінск", "loc", lang="be")
    ('Савеце Бяспекі', 'Мінску')

    The gender of a person is inferred from the words unless ``gender`` (*m* or *f*) says it. A word without such a
    form, and a name that no paradigm fits, come back unchanged. Raises InputError for an unknown case or gender.
    """
    if case not in CASES:
        raise InputError(f"no case {case!r}; cases are {', '.join(CASES)}")
    if gender not in (None, "m", "f"):
        raise InputError(f"gender={gender!r}: use m or f, or leave it out")
    _check_language(lang)
    if case == "nom":
        return text
    return _inflected(text, case, lang, gender)


@lru_cache(8192)
def _inflected(text: str, case: str, lang: str, gender: str | None) -> str:
    cleaned = clean(text)
    units, tail = split_units(cleaned)
    code = next((code for code, _ in languages_for(lang, cleaned)), None)
    if not units or code is None or inflection_of(code) is None:
        return text
    best = max(hypotheses(units, code, gender, "nom"), key=lambda one: one.weight, default=None)
    if best is None:
        return text
    words = []
    for unit, choice in zip(units, best.choices, strict=True):
        parts = choice.parts if choice is not None else tuple((word, None) for word in unit.parts)
        words.append(tuple(
            word if reading is None else form_of(word, reading, case, code) for word, reading in parts
        ))  # fmt: skip
    return join_units(units, words, tail)


def _check_language(lang: str) -> None:
    """Raise for what is no language code; a language without tables is one that does not inflect."""
    if not _CODE.fullmatch(lang):
        raise UnknownLanguageError(lang, {"auto", *languages(), *inflection_files()})


# ------------------------------------------------------------------ one word


@lru_cache(8192)
def _of_word(word: str, lang: str) -> tuple[Inflected, ...]:
    if not word:
        return ()
    units = split_units(word)[0] if not word.isalpha() else []
    found: dict[str, list] = {}
    for code, share in languages_for(lang, word):
        if len(units) == 1 and len(units[0].parts) > 1:
            _merge(found, _bases_of_phrase(units, "", code), share)
        else:
            _merge(found, _bases_of_word(word, code), share)
    found.setdefault(word, [0.0, 0.0, "nom", None, "sg"])
    ranked = _ranked(word, found, _MOST_BASES)
    if all(one.base != word for one in ranked):
        ranked.append(Inflected(word, word, "nom", None, "sg", 0.0))
    return tuple(ranked)


def _bases_of_word(word: str, lang: str) -> dict[str, list]:
    found: dict[str, list] = {}
    for reading in readings_of(word, lang):
        base_number = reading.paradigm.number if reading.paradigm else reading.number
        every, best, case = chances(reading.kind, reading.cases, reading.number, base_number)
        weight = reading.weight * (ADJECTIVE_HEAD if reading.kind == "adjective" else 1.0)
        _note(found, base_of(word, reading), weight * every, weight * best, case, reading.gender, reading.number)
    return found


def _note(found: dict[str, list], base: str, weight: float, best: float, case: str, gender: str, number: str) -> None:
    """Add a reading to ``found``: base → [weight in all, weight of the best reading, its case, gender, number]."""
    known = found.get(base)
    if known is None:
        found[base] = [weight, best, case, gender, number]
        return
    known[0] += weight
    if best > known[1]:
        known[1:] = [best, case, gender, number]


# ------------------------------------------------------------------ several words


def _bases_of_phrase(units: list[Unit], tail: str, lang: str) -> dict[str, list]:
    found: dict[str, list] = {}
    for one in hypotheses(units, lang):
        words = [
            choice.base if choice is not None else unit.parts for unit, choice in zip(units, one.choices, strict=True)
        ]
        gender = one.gender if any(choice is not None and choice.gender == one.gender for choice in one.choices) else ""
        _note(found, join_units(units, words, tail), one.weight, one.weight, one.case, gender, one.number)
    if not found:
        _note(found, join_units(units, [unit.parts for unit in units], tail), 1.0, 1.0, "nom", "", "sg")
    return found


# ------------------------------------------------------------------ languages, ranking


def languages_for(lang: str, text: str) -> list[tuple[str, float]]:
    """The languages to read ``text`` in, each with its share."""
    if lang not in ("auto", "und"):
        return [(lang, 1.0)]
    detected = detect(text)
    scored = [(code, score) for code, score in detected.scores.items() if is_inflected(code)]
    if scored and detected.lang != "und":
        near = [(code, score) for code, score in scored if score >= scored[0][1] * _NEAR_LANGUAGE][:3]
    else:
        code = detected.script if detected.script != "Zyyy" else script(text)
        near = [(one.id, 1.0) for one in languages().values() if one.script == code and is_inflected(one.id)]
    total = sum(score for _, score in near)
    return [(code, score / total) for code, score in near] if total else [("und", 1.0)]


def _merge(found: dict[str, list], more: dict[str, list], share: float) -> None:
    for base, (weight, best, case, gender, number) in more.items():
        _note(found, base, share * weight, share * best, case, gender, number)


def _ranked(text: str, found: dict[str, list], n: int) -> list[Inflected]:
    total = sum(one[0] for one in found.values()) or 1.0
    ranked = sorted(found.items(), key=lambda item: -item[1][0])
    return [
        Inflected(text, base, case, gender if gender in ("m", "f", "n") else None, number, round(weight / total, 4))
        for base, (weight, _, case, gender, number) in ranked[:n]
        if weight / total >= _LEAST_SCORE
    ]


def _with_text(found: Inflected, text: str) -> Inflected:
    return Inflected(text, found.base, found.case, found.gender, found.number, found.score)
