"""Which scheme romanizes a language when none is named."""

from __future__ import annotations

from functools import cache

from ..errors import UnknownLanguageError
from ..tables.rules import Scheme, scheme

_SAMPLE = 1000


@cache
def default_schemes() -> dict[str, str]:
    """The id of the scheme that romanizes each language when none is named (``tables/languages``)."""
    from ..tables.languages import languages

    return {language.id: language.scheme for language in languages().values() if language.scheme}


def default_scheme(lang: str, text: str = "") -> str:
    """The id of the default scheme of ``lang``; with ``auto``, of the language that ``text`` shows (Russian when it
    shows none)."""
    if lang == "auto":
        from ..detection import detect

        return _scheme_shown(detect(text).lang)
    scheme = default_schemes().get(lang) or default_schemes().get(lang.split("-")[0])
    if scheme is None:
        raise UnknownLanguageError(lang, default_schemes())
    return scheme


def default_of_column(column: list[str | None]) -> str:
    from ..detection import detect_column

    return _scheme_shown(detect_column(column[:_SAMPLE]).lang)


def _scheme_shown(lang: str) -> str:
    known = default_schemes()
    return known.get(lang) or known.get(lang.split("-")[0]) or known["ru"]


def scheme_for(text: str, name: str | None, lang: str) -> Scheme:
    return scheme(name if name is not None else default_scheme(lang, text))
