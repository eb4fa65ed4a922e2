"""The readable way with a text: its words one by one, each distinct word worked out once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from ..errors import ForeignLetterError
from ..tables.rules import Rule, Scheme
from ..text import CYRILLIC_LETTER, PLAIN_CYRILLIC, WORD, Letter, latin_fallback, letters, script_of
from .engine import Piece, is_all_capital, read_word, upper, write_piece, write_plain

FALLBACK = Rule("", "", (), (), "other scripts: ICU, else Unidecode")
REACH = 64  # characters at each side in which a one-letter word looks for words in capitals
_MEMO_LIMIT, _LONG_WORD = 65536, 64


def write_words(
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
            if len(word) <= _LONG_WORD:
                memo[word] = written
        if len(word) == 1 and len(written) > 1 and word != word.lower() and is_between_capitals(text, found):
            written = upper(written, rules.capitals)
        if written != word:
            pieces.append(text[start : found.start()])
            pieces.append(written)
            start = found.end()
    return "".join([*pieces, text[start:end]]) if pieces else text[start:end]


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
        written.append(finish_piece(piece, taken, capital, stress, word, rules))
    output = "".join(written)
    return unicodedata.normalize("NFC", output) if stress == "keep" else output


def _foreign_word(word: str, rules: Scheme, on_foreign: str, offset: int) -> str:
    if on_foreign == "keep" or all(script_of(char) in ("Latn", "Zyyy") for char in word):
        return word
    if on_foreign == "error":
        at, letter = next((at, char) for at, char in enumerate(word) if script_of(char) not in ("Latn", "Zyyy"))
        raise ForeignLetterError(letter, offset + at, rules.id)
    return latin_fallback(word)


def finish_piece(piece: Piece, taken: list[Letter], capital: bool, stress: str, source: str, rules: Scheme) -> str:
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


def is_between_capitals(text: str, found: re.Match[str]) -> bool:
    """Whether the nearest longer words beside a one-letter word, as far as its phrase has any, are all in capitals,
    and so is all between."""
    left = _BREAK.split(text[max(0, found.start() - REACH) : found.start()])[-1]
    right = _BREAK.split(text[found.end() : found.end() + REACH], maxsplit=1)[0]
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
