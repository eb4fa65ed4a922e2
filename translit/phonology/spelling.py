"""How each orthography that can have spelled a word sounds it. ``|`` in what a rule writes parts sounds that the spelling leaves open."""

from __future__ import annotations

from functools import cache
from itertools import islice, product

from ..romanization.engine import read_word
from ..romanization.patterns import APART, EDGE, OPEN, pattern_of
from ..tables.rules import Rule, Scheme, orthographies
from ..text import fold
from .circles import circle_of, known_letter
from .readers import PLAIN
from .sounds import settle

_MOST = 12
_FOREIGN = "\n"  # which no word has
_EDGES = 4 * EDGE  # as far as any rule looks beyond a word


def hear(word: str, script: str, lang: str = "", loose: bool = False) -> dict[str, tuple[str, ...]]:
    """Every way the lower-case word sounds, with the ids of the orthographies; with ``lang``, in that language's own;
    with ``loose``, only what the loose ones hear.

    An orthography reads no word with a consonant it does not write (ž in German), and is named only where it differs
    from the one it extends; what none can read is read as plain letters.
    """
    bare = word if word.isascii() else fold(word)
    circle = circle_of(script, lang, loose)
    knowing, near = circle.knowing(word)
    edged = f"{_EDGES}{word}{_EDGES}"
    found: dict[str, int] = {}
    settled: dict[str, tuple[str, ...]] = {}
    for bit, source, find, signed, table in circle.speakers(word, bare):
        if knowing & source:
            written = (word if find is None else find(signed, edged)).translate(table)
        elif near & source:
            orthography = circle.orthographies[source]
            written = pattern_of(orthography).write(word.translate(_known_letters(orthography)))
        else:
            continue
        ways = settled.get(written)
        if ways is None:
            ways = settled[written] = _settled(written)
        for sounds in ways:
            found[sounds] = found.get(sounds, 0) | bit
    if not found and not loose and script == "Latn":
        return dict.fromkeys(sound(orthographies()[PLAIN], bare), (PLAIN,))
    return {sounds: circle.named(bits) for sounds, bits in found.items()}


def sound(orthography: Scheme, word: str) -> tuple[str, ...]:
    """One lower-case word as ``orthography`` sounds it, in one way or more; empty when a letter has no sound there."""
    read = _without_accents(word, orthography)
    return () if read is None else _settled(pattern_of(orthography).write(read))


def _settled(written: str) -> tuple[str, ...]:
    if OPEN not in written:
        return settle(written)
    ways = map("".join, islice(product(*[piece.split(OPEN) for piece in written.split(APART)]), _MOST))
    return tuple(dict.fromkeys([sounds for way in ways for sounds in settle(way)]))


def rules_shown(orthography: Scheme, word: str) -> set[Rule]:
    """The rules that a word goes through, as it is written in an example."""
    read = _without_accents(word.lower(), orthography)
    return {piece.rule for piece in read_word(orthography, read or "") if piece.rule}


def _without_accents(word: str, orthography: Scheme) -> str | None:
    """``word`` with vowels foreign to the orthography replaced by their bases (á → a); None when it has another
    foreign letter."""
    replaced = word.translate(_known_letters(orthography))
    return None if _FOREIGN in replaced else replaced


@cache
def _known_letters(orthography: Scheme) -> _KnownLetters:
    return _KnownLetters(orthography)


class _KnownLetters(dict[int, str]):
    """What an orthography takes each letter for, worked out when first asked."""

    def __init__(self, orthography: Scheme):
        self.orthography = orthography

    def __missing__(self, code: int) -> str:
        known = known_letter(chr(code), self.orthography)
        return self.setdefault(code, _FOREIGN if known is None else known)
