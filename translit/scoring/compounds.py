"""Compound words: several words of organisations’ names written as one, as German does."""

from __future__ import annotations

from functools import cache

from ..tables.organisations import compounds, forms_by_language
from ..tables.store import kept
from ..text import fold


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


@cache
@kept("compound-parts")
def _compound_parts() -> dict[str, str]:
    """The words that compounds are made of, with their groups."""
    least, languages = compounds().least, compounds().languages
    return {fold(form): group for form, lang, group in reversed(list(forms_by_language())) if lang in languages and len(form) >= least}
