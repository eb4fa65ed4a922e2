"""What words show of their language: weights for every language of a script, added up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from .compiled import NameProfile, Profile, Weights, name_profile

Evidence = dict[str, float]

_LEAST_SEQUENCE, _LEAST_ENDING, _LONGEST_ENDING = 3, 4, 12


def evidence_of(profile: Profile, words: list[str], named: bool) -> Evidence:
    """Language → weight of ``words``; ``named`` ones may be names, and are looked up in the name tables where their
    letters leave several languages open."""
    lower = [word.lower() for word in words]
    names = name_profile(profile.langs) if named and profile.named and _are_open(profile, lower) else None
    rows = [
        _weigh(profile, names, low, names is None or low == word) for word, low in zip(words, lower, strict=True)
    ]
    root = len(rows) ** 0.5
    sums = [sum(column) / root for column in zip(*rows, strict=True)]
    return {lang: prior + sums[at] for at, (lang, prior) in enumerate(zip(profile.langs, profile.priors, strict=True))}


def _are_open(profile: Profile, words: list[str]) -> bool:
    lacking = _lacking(profile, "".join(words))
    return lacking.bit_count() < len(profile.langs) - 1


def _lacking(profile: Profile, letters: str) -> int:
    """The languages, as bits, that lack one of ``letters``."""
    lacking = 0
    for letter in set(letters):
        lacking |= profile.lacks.get(letter, 0)
    return lacking


@lru_cache(8192)
def _weigh(profile: Profile, names: NameProfile | None, word: str, small: bool) -> list[float]:
    """The weight of one word for every language; ``small`` ones may be no names."""
    weights = [0.0] * len(profile.langs)
    for char in set(word):
        for at, weight in profile.letters.get(char, ()):
            weights[at] += weight
    found = profile.words.get(word) if small else None
    done = _lacking(profile, word)
    for at, weight in found or ():
        if not done >> at & 1:
            weights[at] += weight
            done |= 1 << at  # of a word it knows, a language asks no more
    for at, weight in _features(profile, names, word, small):
        if not done >> at & 1:
            weights[at] += weight
    return weights


def _features(profile: Profile, names: NameProfile | None, word: str, small: bool) -> list[tuple[int, float]]:
    """What the pieces of a word say: its letter sequences, and the best of its endings or, for a name, of the whole and
    of family endings."""
    features: list[tuple[int, float]] = []
    if len(word) >= _LEAST_SEQUENCE:
        edged = f"_{word}_"
        for at in range(len(edged) - 1):
            for sequence, weights in profile.sequences.get(edged[at : at + 2], ()):
                if edged.startswith(sequence, at):
                    features += weights
    best: dict[int, float] = {}
    if len(word) >= _LEAST_ENDING:
        if small:
            _keep_best(best, _endings(profile.endings, word))
        if names is not None:
            _keep_best(best, _endings(names.family, word))
    if names is not None:
        _keep_best(best, names.given.get(word, ()))
    return [*features, *best.items()]


def _endings(endings: Weights, word: str) -> list[tuple[int, float]]:
    tails = (word[at:] for at in range(max(0, len(word) - _LONGEST_ENDING), len(word)))
    return [weight for tail in tails if tail in endings for weight in endings[tail]]


def _keep_best(best: dict[int, float], weights: Iterable[tuple[int, float]]) -> None:
    for at, weight in weights:
        if weight > best.get(at, 0.0):
            best[at] = weight
