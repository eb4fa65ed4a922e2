"""Cyrillic in Latin letters under every scheme: ``romanize``, ``romanize_many``, ``schemes``, ``trace``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from ..errors import InputError
from ..tables.rules import Scheme, read_rules, scheme_paths
from ..text import CYRILLIC_LETTER, WORD, letters
from .defaults import default_of_column, default_scheme, default_schemes, scheme_for
from .engine import is_all_capital, read_word
from .words import finish_piece, is_between_capitals, write_words

__all__ = ["Step", "default_scheme", "default_schemes", "romanize", "romanize_many", "schemes", "trace"]

_LONG = 16384
_SHORT, _SHORT_LIMIT = 64, 16384
_short: dict[tuple, str] = {}  # what short texts became


@dataclass(frozen=True, slots=True)
class Step:
    """One rule at work: ``text[start:end]`` became ``output[out_start:out_end]`` because of ``rule``."""

    start: int
    end: int
    out_start: int
    out_end: int
    rule: str


def romanize(
    text: str, scheme: str | None = None, *, lang: str = "auto", on_foreign: str = "keep", stress: str = "drop"
) -> str:
    """Write Cyrillic ``text`` in Latin letters as ``scheme`` (an id or alias) prescribes.

    Everything that is not a Cyrillic word comes back byte for byte. Capitals are made here: a capital letter that
    becomes several stays capital throughout only inside an all-capital word.

    >>> romanize("Хоцімск, ХОЦІМСК", "be-national-2007")
    'Chocimsk, CHOCIMSK'
    >>> romanize("Щука, ЩУКА, Я. Щукин", "ru-icao-9303")
    'Shchuka, SHCHUKA, Ia. Shchukin'

    Without a scheme the language's default is taken: of ``lang``, or of the language that the letters show.

    >>> romanize("Лукашэнка"), romanize("Лукашенко", lang="ru")
    ('Lukashenka', 'Lukashenko')

    ``on_foreign`` decides about letters foreign to the scheme: ``keep`` them, because a guess would be silent and
    wrong; ``error`` raises ForeignLetterError; ``fallback`` asks ICU, else Unidecode. ``stress`` marks (U+0301,
    U+0300 on a vowel) are dropped, or kept with ``stress="keep"``.

    Raises UnknownSchemeError, which names the nearest ids, and UnknownLanguageError.
    """
    asked = (text, scheme, lang, on_foreign, stress)
    written = _short.get(asked)
    if written is None:
        written = _romanize(*asked)
        if len(text) <= _SHORT:
            if len(_short) >= _SHORT_LIMIT:
                _short.clear()
            _short[asked] = written
    return written


def _romanize(text: str, scheme: str | None, lang: str, on_foreign: str, stress: str) -> str:
    if on_foreign not in ("keep", "error", "fallback"):
        raise InputError(f"on_foreign={on_foreign!r}: use keep, error or fallback")
    if stress not in ("drop", "keep"):
        raise InputError(f"stress={stress!r}: use drop or keep")
    rules = scheme_for(text, scheme, lang)
    if len(text) >= _LONG and on_foreign == "keep" and stress == "drop":
        written = _write_long(rules, text)
        if written is not None:
            return written
    return write_words(rules, text, on_foreign, stress)


def _write_long(rules: Scheme, text: str) -> str | None:
    """``text`` by the scheme's look-up table; None when the scheme has none."""
    from .bulk import bulk

    table = bulk(rules)
    if table is None:
        return None
    return table.write(text, lambda piece, start, end: write_words(rules, piece, start=start, end=end))


def romanize_many(
    texts: Iterable[str | None], scheme: str | None = None, *, lang: str = "auto"
) -> list[str | None]:
    """Each text romanized, in order; None stays None. Without a scheme the column is judged as a whole.

    >>> romanize_many(["Лукашэнка", None, "Мінск"])
    ['Lukashenka', None, 'Minsk']
    """
    column = list(texts)
    if scheme is None:
        scheme = default_of_column(column) if lang == "auto" else default_scheme(lang)
    rules = scheme_for("", scheme, lang)
    try:
        joined = "\n".join(column)
    except TypeError:
        joined = "\n".join("" if text is None else text for text in column)
    written = _write_long(rules, joined) if len(joined) >= _LONG else None
    if written is None:
        return [None if text is None else write_words(rules, text) for text in column]
    lines = written.split("\n")
    if len(lines) != len(column):  # some have lines of their own
        rest = iter(lines)
        lines = ["\n".join(islice(rest, text.count("\n") + 1 if text else 1)) for text in column]
    if None not in column:
        return lines
    return [None if text is None else line for text, line in zip(column, lines, strict=True)]


def schemes(*, lang: str | None = None, authority: str | None = None, purpose: str | None = None) -> list[Scheme]:
    """Every scheme, by id; those of one language, authority or purpose when asked.

    >>> [scheme.id for scheme in schemes(lang="uk", authority="national")]
    ['uk-national-1996', 'uk-national-2010']
    """
    found = (read_rules(path) for path in scheme_paths().values())
    return [
        one
        for one in found
        if lang in (None, one.lang) and authority in (None, one.authority) and (not purpose or purpose in one.purpose)
    ]


def trace(text: str, scheme: str) -> list[Step]:
    """The rules at work in ``text``: every letter of every Cyrillic word in one step, spans into ``text`` and into
    ``romanize(text, scheme)``, in order.

    >>> [(step.rule, text[step.start:step.end]) for text in ["Юля"] for step in trace(text, "uk-national-2010")]
    [('ю → yu after start', 'Ю'), ('л → l', 'л'), ('я → ia', 'я')]
    """
    rules = scheme_for(text, scheme, "auto")
    steps = []
    shift = 0
    for found in WORD.finditer(text):
        if not CYRILLIC_LETTER.search(found.group()):
            continue
        taken = letters(found.group(), found.start())
        pieces = read_word(rules, "".join(letter.char for letter in taken))
        capital = is_all_capital(taken)
        word = found.group()
        lone = len(word) == 1 and word != word.lower() and is_between_capitals(text, found)
        out_at = found.start() + shift
        for piece in pieces:
            written = finish_piece(piece, taken, capital or lone, "drop", text, rules)
            start, end = taken[piece.first].start, taken[piece.last - 1].end
            name = piece.rule.name if piece.rule else f"{piece.output} unchanged"
            steps.append(Step(start, end, out_at, out_at + len(written), name))
            out_at += len(written)
        shift = out_at - found.end()
    return steps
