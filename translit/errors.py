"""Everything translit raises, each also a built-in: one line that says what, where and the way out."""

from __future__ import annotations

from collections.abc import Iterable


class TranslitError(Exception):
    """Base of every error of this library.

    ``str(error)`` is one line without a trailing full stop's worth of guessing: the thing at fault, where it
    stands, and what to do instead.
    """


class UnknownSchemeError(TranslitError, LookupError):
    """No scheme has this id or alias; names the nearest ones."""

    def __init__(self, scheme: str, known: Iterable[str]):
        self.scheme = scheme
        super().__init__(f"no scheme {scheme!r}{nearest(scheme, known)}; `translit schemes list` shows all")


class UnknownLanguageError(TranslitError, ValueError):
    """No default scheme, table or name for this language."""

    def __init__(self, lang: str, known: Iterable[str]):
        self.lang = lang
        known = sorted(known)
        few = f"; known: {', '.join(known)}" if len(known) <= 40 else "; a language code or a scheme is needed"
        super().__init__(f"no language {lang!r}{nearest(lang, known)}{few}")


class UnknownKindError(TranslitError, ValueError):
    """A kind other than person, place, organisation, other, any."""

    def __init__(self, kind: str):
        super().__init__(f"no kind {kind!r}; use person, place, organisation (or org), other, any")


class ForeignLetterError(TranslitError, ValueError):
    """``on_foreign="error"`` met a letter that the scheme does not write."""

    def __init__(self, letter: str, position: int, scheme: str):
        self.letter, self.position = letter, position
        super().__init__(
            f"{scheme}: letter {letter!r} (U+{ord(letter):04X}) at {position} is foreign to the scheme; "
            "use on_foreign='keep' or 'fallback'"
        )


class MissingExtraError(TranslitError, ImportError):
    """An optional library is needed and not installed; names the extra that brings it."""


class InputError(TranslitError, ValueError):
    """A file, column, option or value that cannot be used."""


class TableError(TranslitError, ValueError):
    """A table file is wrong: which file, which entry, what."""

    def __init__(self, path: object, entry: str | None = None, problem: str = ""):
        self.path, self.entry, self.problem = path, entry, problem
        super().__init__(": ".join(str(part) for part in (path, entry, problem) if part))


def nearest(word: str, known: Iterable[str], count: int = 3) -> str:
    """The phrase ``; nearest: a, b`` for an error message, or nothing when nothing is near."""
    import difflib

    close = difflib.get_close_matches(word, list(known), n=count, cutoff=0.5)
    return f"; nearest: {', '.join(close)}" if close else ""
