"""A text in Latin letters under one scheme read backwards: what stands between words, and the readings of each word."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from ..romanization import romanize
from ..romanization.engine import upper
from ..tables.rules import Scheme
from ..text import APOSTROPHES, repair_word, script_of
from .inverse import comes_out, inverse
from .plausibility import model

UNREAD = "no word of the scheme comes out so"
UNREAD_LETTER = 10.0  # nats that each letter of a word costs that is left as it is
_FEW = 6  # so many words are combined; of more, the best reading of each
_SINGLE, _DOUBLE = APOSTROPHES, '"”“ʺ″'
_QUOTES = (_SINGLE, _DOUBLE)
_LETTER = r"[^\W\d_]"
_MARK = r"[\u0300-\u036f]"


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A reading of one word, with the natural logarithm of its likelihood."""

    text: str
    likely: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A reading on its way: the natural logarithm of its likelihood, and the share of words not read."""

    text: str
    scheme: Scheme
    likely: float
    reasons: tuple[str, ...]
    unread: float

    @property
    def rank(self) -> tuple[float, float]:
        """What sorts the best first."""
        return self.unread, -self.likely


def read_latin(text: str, rules: Scheme, lang: str, count: int, handicap: float = 0.0) -> list[Found]:
    """``text`` under one scheme: what stands between words, and the readings of each word, combined."""
    between: list[str] = []
    words: list[tuple[ReadWord, ...]] = []
    start = 0
    opened: set[str] = set()  # kinds of quotation marks that still wait for their second
    shouted, size = text == text.upper(), len(text.strip())
    for place in _pattern(rules).finditer(text):
        if not any(script_of(char) == "Latn" for char in place.group()):
            continue
        opened |= {kind for kind in _QUOTES if text[place.start() - 1 : place.start()] in (*kind,)}
        closed = {kind for kind in opened if place.group()[-1] in kind}
        for word in _shorter(place.group(), bool(closed)):
            read = _read_word(word, rules, lang, count, shouted and len(word) < size)
            if read:
                break
        else:
            word, read = place.group(), ()
        between.append(text[start : place.start()])
        words.append(read or (ReadWord(word, -UNREAD_LETTER * len(word), (UNREAD,)),))
        start = place.start() + len(word)
        opened -= closed if len(word) < len(place.group()) else set()
    unread = sum(some[0].reasons == (UNREAD,) for some in words)
    if unread and len(words) == 1:
        return []
    found = []
    for chosen in combine(words, count):
        pieces = [piece for gap, word in zip(between, chosen, strict=True) for piece in (gap, word.text)]
        reasons = chosen[0].reasons if len(chosen) == 1 else reasons_of(chosen)
        likely = sum(word.likely for word in chosen) - handicap
        found.append(Found("".join(pieces) + text[start:], rules, likely, reasons, unread / max(len(words), 1)))
    return found


def reasons_of(chosen: list[ReadWord]) -> tuple[str, ...]:
    """The reasons of several words, each said of its word; of many, only which words were not read."""
    return tuple(
        f"{word.text}: {reason}"
        for word in dict.fromkeys(chosen)
        for reason in word.reasons
        if len(chosen) <= _FEW or reason == UNREAD
    )


def combine(words: list[tuple[ReadWord, ...]], count: int) -> list[list[ReadWord]]:
    """The likeliest choices of one reading per word; of many words, the best of each."""
    if len(words) > _FEW:
        return [[some[0] for some in words]]
    chosen: list[list[ReadWord]] = [[]]
    for some in words:
        longer = [[*before, word] for before in chosen for word in some[:count]]
        chosen = sorted(longer, key=lambda one: -sum(word.likely for word in one))[:count]
    return chosen


@lru_cache(65536)
def _read_word(word: str, rules: Scheme, lang: str, count: int, lone_capital: bool) -> tuple[ReadWord, ...]:
    """The readings of one word; ``lone_capital``: it stands among words in capitals, where Я may be written JA."""
    latin = _own_signs(unicodedata.normalize("NFC", repair_word(word)), rules)
    letters = model(lang)
    ranked = [(letters.known(one.word, one.likely), one) for one in inverse(rules).read(latin, letters, count)]
    found: dict[str, ReadWord] = {}
    for (likely, known), one in sorted(ranked, key=lambda pair: (-pair[0][0], pair[1].word)):
        spelled = "".join(char.upper() if big else char for char, big in zip(one.word, one.capitals, strict=True))
        shouted = lone_capital and len(spelled) == 1 and upper(romanize(spelled, rules.id)) == latin
        if spelled not in found and (shouted or comes_out(spelled, latin, rules.id)):
            reasons = (*known, *dict.fromkeys(one.choices), *letters.doubts(one.word))
            found[spelled] = ReadWord(spelled, likely, reasons)
            if len(found) == count:
                break
    return tuple(found.values())


@cache
def _pattern(rules: Scheme) -> re.Pattern[str]:
    """A word of the scheme's Latin: letters and marks, its own signs wherever it has them, apostrophes inside."""
    signs = {char for char in rules.writes if script_of(char) != "Latn" and not unicodedata.combining(char)}
    for kind in _QUOTES:
        if signs & set(kind):
            signs |= set(kind)
    own = f"|[{re.escape(''.join(sorted(signs)))}]" if signs else ""
    return re.compile(rf"[·]?{_LETTER}(?:{_LETTER}|{_MARK}|[{APOSTROPHES}](?={_LETTER}){own})*")


def _shorter(word: str, closed: bool) -> list[str]:
    """``word``, then without its last sign, and so on; ``closed``: first without the sign that closes a quotation."""
    found = [word]
    while not found[-1][-1].isalpha() and not unicodedata.combining(found[-1][-1]) and len(found[-1]) > 1:
        found.append(found[-1][:-1])
    return found[1:2] + found if closed else found


def _own_signs(word: str, rules: Scheme) -> str:
    """``word`` with the scheme's own sign for every other of its kind: Homyel' is Homyel’."""
    for kind in _QUOTES:
        own = rules.writes & set(kind)
        if len(own) == 1:
            word = word.translate(dict.fromkeys(map(ord, kind), next(iter(own))))
    return word
