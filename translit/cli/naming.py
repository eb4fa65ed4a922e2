"""Canonical names for printing, in the language asked for."""

from __future__ import annotations

from ..errors import UnknownLanguageError


def canonical_in(entity, lang: str) -> str:
    """The canonical name in ``lang``, else in English, else the native one, else any."""
    found = (entity.canonical(code) for code in (lang, "en", entity.native))
    return next(filter(None, found), None) or next(iter(entity.names.values()))[0]


def check_language(lang: str, gazetteer) -> None:
    """Raise UnknownLanguageError for a language that no table has names in."""
    known = {code for entity in gazetteer.entities for code in entity.names}
    if known and lang not in known:
        raise UnknownLanguageError(lang, known)
