"""Names of organisations in the language of few countries, which need not say of which they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from ..tables.organisations import compounds, forms_by_language, home_languages
from ..tables.store import kept
from ..text import script_of
from .compounds import groups_of_compound
from .vocabulary import case_stem, groups_meant, groups_of, plain


@cache
def _countries() -> frozenset[str]:
    return frozenset().union(*home_languages().values())


@lru_cache(32768)
def country_of(word: str) -> str:
    """The country with a language of few that a word names, or of whose people it is, by the id of its group; empty for another
    word.

    >>> country_of("Польшчы"), country_of("Lithuanian"), country_of("Brazil"), country_of("Bank")
    ('poland', 'lithuania', '', '')
    """
    return min(groups_of(word) & _countries(), default="")


def homes_of(words: Sequence[str]) -> frozenset[str]:
    """The countries of which a name of these words, two at least or a compound, need not name its own, since it is in their language and
    names no other.

    >>> homes_of(["Trybunał", "Konstytucyjny"]), homes_of(["Constitutional", "Tribunal"]), homes_of(["чыгунка"])
    (frozenset({'poland'}), frozenset(), frozenset())
    """
    if any(map(country_of, words)):
        return frozenset()
    told = [langs for word in words if (langs := _languages_of(word))]
    shared = frozenset.intersection(*told) if told and (len(words) > 1 or len(groups_meant(words[0])) > 1) else frozenset()
    homes = {home_languages().get(lang, frozenset()) for lang in shared}
    return homes.pop() if len(homes) == 1 else frozenset()


@lru_cache(32768)
def _languages_of(word: str) -> frozenset[str]:
    """The languages that have a word in their vocabulary, in any case."""
    folded = plain(word)
    found = _word_languages().get(folded) or _word_languages().get(case_stem(folded), "")
    return frozenset(found.split()) if found else _languages_of_compound(folded)


def _languages_of_compound(word: str) -> frozenset[str]:
    """The languages that may write several words of theirs as this one."""
    own = script_of(word[:1])
    return frozenset(lang for lang, script in compounds().languages.items() if script == own) if groups_of_compound(word) else frozenset()


@cache
@kept("word-languages")
def _word_languages() -> dict[str, str]:
    """The words and their stems with their languages."""
    by_form: dict[str, set[str]] = {}
    for form, lang, _ in forms_by_language():
        by_form.setdefault(form, set()).add(lang)
    found: dict[str, set[str]] = {}
    for form, langs in by_form.items():
        folded = plain(form)
        for one in {folded, case_stem(folded)}:
            found.setdefault(one, set()).update(langs)
    return {word: " ".join(sorted(langs)) for word, langs in found.items()}
