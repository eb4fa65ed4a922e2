"""What tells the languages of a script apart, compiled once and kept: profiles, and apart from them the name tables,
which are read only when a name needs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from ..tables.languages import Language, languages
from ..tables.store import as_tuples, kept, recalled

_FOREIGN, _OWN, _WORD, _ENDING, _LETTER, _NEVER = -4.0, 1.5, 3.0, 0.7, 0.3, -2.0
_GIVEN, _SHORT, _FAMILY, _FAMILY_MOST, _PATRONYMIC = 2.8, 1.0, 0.35, 2.5, 2.0
_OWN_GIVEN, _OTHER_FORM = 4.0, 0.6
_FREQUENCY = {"very common": 3.0, "common": 2.6, "rare": 1.4}
_VARIETY = {"be-tarask": "be"}

# a feature's weight by the place of the language among those of its script
Weights = dict[str, Sequence[tuple[int, float]]]


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """The languages of one script and what each feature says for each of them.

    ``lacks`` are the languages without a letter, as bits; ``sequences`` are letters side by side, by their first two,
    with ``_`` for a word's edge. ``named`` says whether the name tables tell its languages apart.
    """

    named: bool
    langs: tuple[str, ...]
    priors: tuple[float, ...]
    letters: Weights
    lacks: dict[str, int]
    words: Weights
    endings: Weights
    sequences: dict[str, Sequence[tuple[str, Sequence[tuple[int, float]]]]]


@dataclass(frozen=True, slots=True, eq=False)
class NameProfile:
    """Given names (lower case) and endings of family names and patronymics, for the languages of a Profile."""

    given: Weights
    family: Weights


@cache
def profiles() -> dict[str, Profile]:
    """Script → its profile."""
    return {code: _profile(packed) for code, packed in _compiled().items()}


@kept("detection")
def _compiled() -> dict[str, dict]:
    """Script → its profile, as JSON has it."""
    return {code: _compile(code) for code in sorted({one.script for one in languages().values()})}


def _profile(packed: dict) -> Profile:
    weights = {name: as_tuples(packed[name]) for name in ("letters", "words", "endings")}
    sequences = {start: tuple(as_tuples(dict(some)).items()) for start, some in packed["sequences"].items()}
    return Profile(**packed | weights | {"langs": tuple(packed["langs"]), "sequences": sequences})


@cache
def name_profile(langs: tuple[str, ...]) -> NameProfile:
    """The names of ``langs``, the languages of one script."""
    weights = recalled(f"detection-names-{langs[0]}", partial(_weights_of_names, langs))
    return NameProfile(as_tuples(weights["given"]), as_tuples(weights["family"]))


def _weights_of_names(langs: tuple[str, ...]) -> dict[str, dict]:
    """The features of given names and of family names with their weights, as JSON has them."""
    given, family = _Tally(langs), _Tally(langs)
    for lang, form, weight in (*_profile_names(langs), *_table_names()):
        given.add(lang, form.lower(), weight)
    for lang, ending, weight in (*_profile_families(langs), *_table_families()):
        family.add(lang, ending, weight)
    return {"given": given.weights(), "family": family.weights()}


class _Tally:
    """Features of a few languages, each with its greatest weight."""

    def __init__(self, langs: Iterable[str]):
        self._places = {lang: place for place, lang in enumerate(langs)}
        self._found: dict[str, dict[int, float]] = {}

    def add(self, lang: str, feature: str, weight: float) -> None:
        place = self._places.get(lang)
        if place is not None:
            weights = self._found.setdefault(feature, {})
            weights[place] = max(weights.get(place, weight), weight)

    def weights(self) -> Weights:
        return {feature: list(weights.items()) for feature, weights in self._found.items()}


def _compile(code: str) -> dict:
    peers = [one for one in languages().values() if one.script == code]
    langs = [one.id for one in peers]
    words, endings, sequences = _Tally(langs), _Tally(langs), _Tally(langs)
    for one in peers:
        for word in one.words | one.frequent:
            words.add(one.id, word, _WORD)
        for ending in one.endings:
            endings.add(one.id, ending, _ENDING)
        for sequence in one.sequences:
            sequences.add(one.id, sequence, _LETTER * len(sequence))
        for sequence in one.never:
            sequences.add(one.id, sequence, _NEVER)
    by_start: dict[str, list] = {}
    for sequence, weights in sequences.weights().items():
        if len(sequence) > 1:
            by_start.setdefault(sequence[:2], []).append((sequence, weights))
    letters = {char: _letter(char, peers) for char in sorted(set().union(*(one.alphabet for one in peers)))}
    return {
        "named": any(one.given for one in peers),
        "langs": langs,
        "priors": [one.prior for one in peers],
        "letters": {char: weights for char, weights in letters.items() if weights},
        "lacks": {char: sum((char not in one.alphabet) << at for at, one in enumerate(peers)) for char in letters},
        "words": words.weights(),
        "endings": endings.weights(),
        "sequences": by_start,
    }


def _letter(char: str, peers: list[Language]) -> list[tuple[int, float]]:
    """A letter speaks against languages without it, and for those with it the more, the fewer they are."""
    owners = sum(char in one.alphabet for one in peers)
    rarity = 1.0 if owners == 1 else max(0.0, 1 - 2 * owners / len(peers))
    weights = [_OWN * rarity if char in one.alphabet else _FOREIGN for one in peers]
    for at, one in enumerate(peers):
        weights[at] += _LETTER * (char in one.sequences) + _NEVER * (char in one.never)
    return [(at, weight) for at, weight in enumerate(weights) if weight]


def _profile_names(langs: Iterable[str]) -> Iterator[tuple[str, str, float]]:
    for lang in langs:
        for form in languages()[lang].given:
            yield lang, form, _GIVEN
        for form in languages()[lang].own:
            yield lang, form, _OWN_GIVEN


def _profile_families(langs: Iterable[str]) -> Iterator[tuple[str, str, float]]:
    for lang in langs:
        for ending in languages()[lang].family:
            yield lang, ending, _weigh_family(ending)


def _weigh_family(ending: str) -> float:
    return min(_FAMILY * len(ending), _FAMILY_MOST)


def _table_names() -> Iterator[tuple[str, str, float]]:
    from ..tables.names import given_names

    for name in given_names():
        for forms, weight in ((name.forms, _FREQUENCY[name.frequency]), (name.short, _SHORT)):
            for lang, some in _with_varieties(forms).items():
                for form in some:
                    share = weight if form == some[0] else weight * _OTHER_FORM
                    yield lang, form, share
                    if lang == "ru" and "ё" in form:
                        yield lang, form.replace("ё", "е"), share


def _table_families() -> Iterator[tuple[str, str, float]]:
    from ..tables.names import patronymic_rules, surname_rules

    for rule in surname_rules():
        for lang, by_gender in _with_varieties(rule.endings).items():
            for some in by_gender.values():
                for ending in some:
                    yield lang, ending, _weigh_family(ending)
    for rule in patronymic_rules():
        for lang, some in _with_varieties(rule.endings).items():
            for ending in some:
                yield lang, ending, _PATRONYMIC if rule.open else _weigh_family(ending)


def _with_varieties(by_lang: dict) -> dict:
    """What a language says, said for its varieties too where they say nothing of their own."""
    return {variety: by_lang[base] for variety, base in _VARIETY.items() if base in by_lang} | by_lang
