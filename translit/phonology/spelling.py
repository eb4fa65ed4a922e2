"""How each orthography that can have spelled a word sounds it. ``|`` in what a rule writes parts sounds that the spelling leaves open."""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain, islice, product

from ..romanization.engine import read_word
from ..romanization.patterns import APART, EDGE, OPEN, pattern_of
from ..tables.rules import Rule, Scheme, orthographies
from ..text import fold
from .circles import circle_of, known_letter, speakers_of
from .readers import PLAIN
from .sounds import settle, settle_all

_MOST = 12
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
    written: dict[str, tuple[str, ...]] = {}
    for source, names, (find, signed, table, _) in speakers_of(circle, *circle.read(word, bare)):
        if knowing & source:
            one = (find(signed, edged) if find is not None else word).translate(table)
        elif near & source and (plain := _without_accents(word, circle.orthographies[source])) is not None:
            one = pattern_of(circle.orthographies[source]).write(plain)
        else:
            continue
        written[one] = written[one] + names if one in written else names
    if not written:
        unread = not loose and script == "Latn"
        return dict.fromkeys(sound(orthographies()[PLAIN], bare), (PLAIN,)) if unread else {}
    found: dict[str, tuple[str, ...]] = {}
    for names, ways in zip(written.values(), _settled_each(written), strict=True):
        for sounds in ways:
            found[sounds] = found[sounds] + names if sounds in found else names
    return found


def sound(orthography: Scheme, word: str) -> tuple[str, ...]:
    """One lower-case word as ``orthography`` sounds it, in one way or more; empty when a letter has no sound there."""
    known = orthography.rules
    read = word if known.keys() >= set(word) else _without_accents(word, orthography)
    if read is None:
        return ()
    return _settled_each((pattern_of(orthography).write(read),))[0]


def _settled_each(written: Collection[str]) -> list[tuple[str, ...]]:
    """The common forms of what some orthographies write of a word."""
    if not any([OPEN in one for one in written]):
        return settle_all(written)
    return [_settled_open(one) if OPEN in one else settle(one) for one in written]


def _settled_open(written: str) -> tuple[str, ...]:
    """The common forms of a word with sounds that its spelling leaves open."""
    pieces = [piece.split(OPEN) for piece in written.split(APART)]
    ways = settle_all(["".join(way) for way in islice(product(*pieces), _MOST)])
    return tuple(dict.fromkeys(chain.from_iterable(ways)))


def rules_shown(orthography: Scheme, word: str) -> set[Rule]:
    """The rules that a word goes through, as it is written in an example."""
    lower = word.lower()
    read = lower if all(char in orthography.rules for char in lower) else _without_accents(lower, orthography)
    return {piece.rule for piece in read_word(orthography, read or "") if piece.rule}


def _without_accents(word: str, orthography: Scheme) -> str | None:
    """``word`` with vowels foreign to the orthography replaced by their bases (á → a); None when it has another
    foreign letter."""
    replaced = [known_letter(char, orthography) for char in word]
    return None if None in replaced else "".join(replaced)
