"""Cyrillic in Latin letters under every scheme: ``romanize``, ``romanize_many``, ``schemes``, ``trace``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice

from ..errors import ForeignLetterError, InputError, UnknownLanguageError
from ..tables.rules import Rule, Scheme, read_rules, scheme, scheme_paths
from ..text import CYRILLIC_LETTER, PLAIN_CYRILLIC, WORD, Letter, latin_fallback, letters, script_of
from .engine import Piece, is_all_capital, read_word, upper, write_piece, write_plain

__all__ = ["Step", "default_scheme", "romanize", "romanize_many", "schemes", "trace"]

FALLBACK = Rule("", "", (), (), "other scripts: ICU, else Unidecode")
_SAMPLE = 1000
_MEMO_LIMIT = 65536
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
    rules = _scheme_for(text, scheme, lang)
    if len(text) >= _LONG and on_foreign == "keep" and stress == "drop":
        written = _write_long(rules, text)
        if written is not None:
            return written
    return _write(rules, text, on_foreign, stress)


def _write(
    rules: Scheme, text: str, on_foreign: str = "keep", stress: str = "drop", start: int = 0, end: int | None = None
) -> str:
    """``text[start:end]`` word by word, each distinct word worked out once; the rest of ``text`` is only looked at."""
    memo = _memo(rules, on_foreign, stress)
    end = len(text) if end is None else end
    pieces = []
    for found in WORD.finditer(text, start, end):
        word = found.group()
        if word.isascii():
            continue
        written = memo.get(word)
        if written is None:
            written = _write_word(rules, word, on_foreign, stress, found.start())
            if len(memo) >= _MEMO_LIMIT:
                memo.clear()
            memo[word] = written
        if len(word) == 1 and len(written) > 1 and word != word.lower() and _between_capitals(text, found):
            written = upper(written, rules.capitals)
        if written != word:
            pieces.append(text[start : found.start()])
            pieces.append(written)
            start = found.end()
    return "".join([*pieces, text[start:end]]) if pieces else text[start:end]


def _write_long(rules: Scheme, text: str) -> str | None:
    """``text`` by the scheme's look-up table; None when the scheme has none."""
    from .bulk import bulk

    table = bulk(rules)
    if table is None:
        return None
    return table.write(text, lambda piece, start, end: _write(rules, piece, start=start, end=end))


def romanize_many(
    texts: Iterable[str | None], scheme: str | None = None, *, lang: str = "auto"
) -> list[str | None]:
    """Each text romanized, in order; None stays None. Without a scheme the column is judged as a whole.

    >>> romanize_many(["Лукашэнка", None, "Мінск"])
    ['Lukashenka', None, 'Minsk']
    """
    column = list(texts)
    if scheme is None:
        scheme = _default_of_column(column) if lang == "auto" else default_scheme(lang)
    rules = _scheme_for("", scheme, lang)
    try:
        joined = "\n".join(column)
    except TypeError:
        joined = "\n".join("" if text is None else text for text in column)
    written = _write_long(rules, joined) if len(joined) >= _LONG else None
    if written is None:
        return [None if text is None else _write(rules, text) for text in column]
    lines = written.split("\n")
    if len(lines) != len(column):  # some have lines of their own
        rest = iter(lines)
        lines = ["\n".join(islice(rest, text.count("\n") + 1 if text else 1)) for text in column]
    if None not in column:
        return lines
    return [None if text is None else line for text, line in zip(column, lines, strict=True)]


@cache
def default_schemes() -> dict[str, str]:
    """The id of the scheme that romanizes each language when none is named (``tables/languages``)."""
    from ..tables.languages import languages

    return {language.id: language.scheme for language in languages().values() if language.scheme}


def default_scheme(lang: str, text: str = "") -> str:
    """The id of the default scheme of ``lang``; with ``auto``, of the language that ``text`` shows (Russian when it shows
    none)."""
    if lang == "auto":
        from ..detection import detect

        return _scheme_shown(detect(text).lang)
    scheme = default_schemes().get(lang) or default_schemes().get(lang.split("-")[0])
    if scheme is None:
        raise UnknownLanguageError(lang, default_schemes())
    return scheme


def _default_of_column(column: list[str | None]) -> str:
    from ..detection import detect_column

    return _scheme_shown(detect_column(column[:_SAMPLE]).lang)


def _scheme_shown(lang: str) -> str:
    known = default_schemes()
    return known.get(lang) or known.get(lang.split("-")[0]) or known["ru"]


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
    rules = _scheme_for(text, scheme, "auto")
    steps = []
    shift = 0
    for found in WORD.finditer(text):
        if not CYRILLIC_LETTER.search(found.group()):
            continue
        taken = letters(found.group(), found.start())
        pieces = read_word(rules, "".join(letter.char for letter in taken))
        capital = is_all_capital(taken)
        word = found.group()
        lone = len(word) == 1 and word != word.lower() and _between_capitals(text, found)
        out_at = found.start() + shift
        for piece in pieces:
            written = _finish_piece(piece, taken, capital or lone, "drop", text, rules)
            start, end = taken[piece.first].start, taken[piece.last - 1].end
            name = piece.rule.name if piece.rule else f"{piece.output} unchanged"
            steps.append(Step(start, end, out_at, out_at + len(written), name))
            out_at += len(written)
        shift = out_at - found.end()
    return steps


def _scheme_for(text: str, name: str | None, lang: str) -> Scheme:
    return scheme(name if name is not None else default_scheme(lang, text))


@cache
def _memo(rules: Scheme, on_foreign: str, stress: str) -> dict[str, str]:
    return {}


def _write_word(rules: Scheme, word: str, on_foreign: str, stress: str, offset: int) -> str:
    if PLAIN_CYRILLIC.match(word):
        plain = write_plain(rules, word)
        if plain is not None:
            return plain
    if not CYRILLIC_LETTER.search(word):
        return _foreign_word(word, rules, on_foreign, offset)
    taken = letters(word)
    capital = is_all_capital(taken)
    written = []
    for piece in read_word(rules, "".join(letter.char for letter in taken)):
        if piece.rule is None and piece.output.isalpha() and script_of(piece.output) != "Latn":
            if on_foreign == "error":
                raise ForeignLetterError(piece.output, offset + taken[piece.first].start, rules.id)
            if on_foreign == "fallback":
                piece = Piece(piece.first, piece.last, latin_fallback(piece.output).lower(), FALLBACK)
        written.append(_finish_piece(piece, taken, capital, stress, word, rules))
    output = "".join(written)
    return unicodedata.normalize("NFC", output) if stress == "keep" else output


def _foreign_word(word: str, rules: Scheme, on_foreign: str, offset: int) -> str:
    if on_foreign == "keep" or all(script_of(char) in ("Latn", "Zyyy") for char in word):
        return word
    if on_foreign == "error":
        at, letter = next((at, char) for at, char in enumerate(word) if script_of(char) not in ("Latn", "Zyyy"))
        raise ForeignLetterError(letter, offset + at, rules.id)
    return latin_fallback(word)


def _finish_piece(piece: Piece, taken: list[Letter], capital: bool, stress: str, source: str, rules: Scheme) -> str:
    if piece.rule is None:
        return source[taken[piece.first].start : taken[piece.last - 1].end]
    output = write_piece(piece, taken, capital, rules.capitals)
    marks = "".join(letter.stress for letter in taken[piece.first : piece.last]) if stress == "keep" else ""
    if marks and output:
        at = max((at for at, char in enumerate(output) if char.isalpha()), default=len(output) - 1) + 1
        output = output[:at] + marks + output[at:]
    return output


_CASED = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[\n,;:!?()«»„“”\"—–]")


def _between_capitals(text: str, found: re.Match[str]) -> bool:
    """Whether the nearest longer words beside a one-letter word, as far as its phrase has any, are all in capitals,
    and so is all between."""
    left = _BREAK.split(text[max(0, found.start() - 64) : found.start()])[-1]
    right = _BREAK.split(text[found.end() : found.end() + 64], maxsplit=1)[0]
    beside = _as_far_as_longer(reversed(_CASED.findall(left))) + _as_far_as_longer(_CASED.findall(right))
    return any(len(word) > 1 for word in beside) and all(word == word.upper() for word in beside)


def _as_far_as_longer(words: Iterable[str]) -> list[str]:
    """The cased words up to and with the first of two letters or more."""
    found = []
    for word in words:
        if word.upper() != word.lower():
            found.append(word)
            if len(word) > 1:
                break
    return found
