"""What words show of their language: weights for every language of a script, added up."""

from __future__ import annotations

from functools import lru_cache

from .profiles import NameProfile, Profile, Weights, name_profile

Evidence = dict[str, float]

_LEAST_SEQUENCE, _LEAST_ENDING, _LONGEST_ENDING = 3, 4, 7


def evidence_of(profile: Profile, words: list[str], named: bool) -> Evidence:
    """Language → weight of ``words``; ``named`` words may be names, and are looked up in the name tables where the
    letters leave several languages open."""
    lower = [word.lower() for word in words]
    names = None
    if named and _are_open(profile, lower):
        names = name_profile(profile.langs)
    rows = [
        _weigh(profile.langs, low, names is not None, names is not None and low != word)
        for word, low in zip(words, lower, strict=True)
    ]
    root = len(rows) ** 0.5
    sums = (sum(column) / root for column in zip(*rows, strict=True))
    return {
        lang: prior + weight for lang, prior, weight in zip(profile.langs, profile.priors, sums, strict=True)
    }
