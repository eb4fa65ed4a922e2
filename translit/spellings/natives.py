"""The native spellings behind a name: itself in Cyrillic, what it is in sister languages, or what Latin may stand for."""

from __future__ import annotations

from dataclasses import dataclass

from ..detection import detect
from ..names import parse_name
from ..readings import SISTERS, cyrillize, detect_scheme
from ..romanization import schemes
from ..text import has_cyrillic, script
from .across import to_tarask, transfer

_LEAST = 0.12  # share of a counterpart that is followed further
_MOST = 2  # counterparts of one language
_LONGEST = 200  # characters of a name
_CLASSICAL = 0.35  # weight of the classical Belarusian spelling beside the official one
_SISTER = 0.8  # weight of what a name is in a sister language beside the name itself


@dataclass(frozen=True, slots=True)
class Native:
    """A spelling in the letters of ``lang`` and its weight (0 to 1) beside the others."""

    text: str
    lang: str
    weight: float


def natives_of(name: str, lang: str) -> list[Native]:
    """The native spellings of a cleaned ``name``, the heaviest first; empty where no scheme knows its
    language, and for what is longer than any name."""
    if len(name) > _LONGEST:
        return []
    if has_cyrillic(name):
        own = language_of_cyrillic(name) if lang == "auto" else lang
        base = own.split("-")[0]
        found = [Native(name, base, 1.0)]
        if base in SISTERS:
            found += _counterparts(name, base, 1.0)
        return _merged([*found, *_classical(found)])
    if script(name) != "Latn":
        return []
    found = []
    for code, weight in _languages_of_latin(name, lang):
        read = cyrillize(name, lang=code, n=_MOST)
        found += [Native(one.text, code, weight * one.score) for one in read if one.score >= _LEAST and has_cyrillic(one.text)]
    return _merged([*found, *_classical(found)])


def language_of_cyrillic(name: str) -> str:
    """The language of a name in Cyrillic letters: be, ru or uk by its parts, another where the letters show it."""
    found = detect(name)
    parsed = parse_name(name).lang
    if parsed in SISTERS:
        return parsed
    known = {one.lang for one in schemes()}
    return found.lang if found.lang in known else parsed if parsed in known else "ru"


def _counterparts(name: str, source: str, weight: float) -> list[Native]:
    found = []
    for target in SISTERS:
        if target != source:
            read = transfer(name, source, target, _MOST)
            found += [Native(one.text, target, weight * _SISTER * one.score**0.5) for one in read if one.score >= _LEAST]
    return found


def _languages_of_latin(name: str, lang: str) -> list[tuple[str, float]]:
    """The sister languages a Latin name may be of, each with its weight: as its last word is spelled."""
    if lang != "auto" and lang.split("-")[0] not in SISTERS:
        return []
    if lang != "auto":
        return [(code, 1.0 if code == lang.split("-")[0] else _SISTER) for code in SISTERS]
    parsed = parse_name(name)
    shares = dict.fromkeys(SISTERS, 0.0)
    by_lang = {one.id: one.lang for one in schemes()}
    for scheme, share in detect_scheme(parsed.family or parsed.given or name):
        if by_lang[scheme] in shares:
            shares[by_lang[scheme]] += share
    return [(code, max(share, 0.3)) for code, share in shares.items()]


def _classical(found: list[Native]) -> list[Native]:
    """The Belarusian ones among ``found`` in the classical spelling, where that differs."""
    spelled = ((one, to_tarask(one.text)) for one in found if one.lang == "be")
    return [Native(text, "be", one.weight * _CLASSICAL) for one, text in spelled if text != one.text]


def _merged(found: list[Native]) -> list[Native]:
    best: dict[tuple[str, str], Native] = {}
    for one in found:
        known = best.get((one.text, one.lang))
        if known is None or one.weight > known.weight:
            best[one.text, one.lang] = one
    return sorted(best.values(), key=lambda one: -one.weight)
