"""Compound words: several words of organisations’ names written as one, as German does."""

from __future__ import annotations

from functools import cache

from ..tables.organisations import compounds, country_beginnings, forms_by_language, groups_by_form, places_written_so
from ..tables.store import keep, recall
from ..text import fold

_LEAST_REST = 5  # letters behind a country


def groups_of_compound(word: str) -> tuple[str, ...]:
    """The groups of two or more words that are written as one, the longest first word first; nothing of other folded words.

    >>> groups_of_compound("sicherheitsrat"), groups_of_compound("bundesverfassungsgericht"), groups_of_compound("facebook")
    (('security', 'council'), ('federal', 'constitution', 'court'), ())
    """
    if len(word) <= 2 * compounds().least:
        return ()
    parts, least = _compound_parts(), compounds().least
    for at in range(len(word) - least, least - 1, -1):
        first = next((parts[word[: at - len(link)]] for link in compounds().links if word[:at].endswith(link) and word[: at - len(link)] in parts), "")
        if first:
            rest = word[at:]
            others = (parts[rest],) if rest in parts else groups_of_compound(rest)
            if others:
                return first, *others
    return ()


def groups_behind_country(word: str) -> tuple[str, ...]:
    """The country that a folded word begins with, and the group of the word that is written as one with it; nothing of other words.

    >>> groups_behind_country("укрзалізниця"), groups_behind_country("белгород")
    (('ukraine', 'railway'), ())
    """
    for beginning, country in country_beginnings():
        rest = word[len(beginning) :]
        if len(rest) >= _LEAST_REST and word.startswith(beginning) and rest in groups_by_form():
            group = groups_by_form()[rest][0]
            return () if group in places_written_so() else (country, group)
    return ()


@cache
def _compound_parts() -> dict[str, str]:
    """The words that compounds are made of, with their groups; worked out once and kept."""
    kept = recall("compound-parts")
    if kept is None:
        least, languages = compounds().least, compounds().languages
        kept = {fold(form): group for form, lang, group in reversed(list(forms_by_language())) if lang in languages and len(form) >= least}
        keep("compound-parts", kept)
    return kept
