"""The common alphabet of sounds: what spellings are brought to, and the laws between the East Slavic languages."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from operator import itemgetter

from ..romanization.patterns import Pattern, pattern_of
from ..tables.rules import orthographies

_EITHER, _APART = "\2", "\n"
_DOUBLED, _TWICE = re.compile(r"([^aou\n])\1+"), re.compile(r"([^aou\n])\1").search
_MET, _MEETS = re.compile(r"([^aiu\n])\1+"), re.compile(r"([^aiu\n])\1").search
_ONE = itemgetter(1)  # a template (\1) would be read anew each time
# a run of i and j, by what stands before and after it; where it may be silent or sounded, a sign stands in for both. Each line is a word;
# what stands before is asked about after the first letter, which is found at once
_GLIDES = re.compile(
    r"""[ij](?:
      (?<=[aoeu].)[ij]* ()          # after a vowel
    | (?<=^.)[ij]* (?=[aoeu]) ()    # at the start before a vowel
    | (?<=j)(?=[aoeu]) ()           # between consonant and vowel
    | (?=[aoeu]) ()
    | [ij]+ (?=[aoeu]) ()
    | (?<=j)(?<!^.)(?![ij]|$) ()    # between consonants
    | [ij]* () )                    # all else""",
    re.VERBOSE | re.MULTILINE,
)
_MEETS_VOWEL = re.compile("j|i[aoeui]|[aoeu]i").search  # where none does, each i stays as it is
_WRITTEN = (None, "j", "j", "", _EITHER, "i", "", "i")


def settle(sounds: str) -> tuple[str, ...]:
    """The common form: softness, iotation and doubling are spelled in too many ways to keep.

    ``i`` and ``j`` are one: ``j`` beside a vowel, ``i`` elsewhere; ``je`` is ``e``. Between consonant and vowel a ``j``
    is silent and ``ij`` is ``i``; a lone ``i`` there may be either, so such a word has two forms. Between two
    consonants a ``j`` only softens.

    >>> settle("sjergjej"), settle("navaljnij"), settle("alekseijev"), settle("jeljcin")
    (('sergej',), ('navalni',), ('aleksev',), ('elcin',))
    >>> settle("miasnikovič"), settle("valerija")
    (('masnikovič', 'miasnikovič'), ('valeria',))
    """
    return settle_all((sounds,))[0]


def settle_all(some: Collection[str]) -> list[tuple[str, ...]]:
    """The common forms of each of some words, all settled at once."""
    joined = _once(_APART.join(some).replace("ii", "ij"))
    if not _MEETS_VOWEL(joined):
        return [(word,) for word in joined.split(_APART)]
    written = _GLIDES.sub(_settled_glide, joined).replace("je", "e")
    if _EITHER not in written:
        return [(word,) for word in _once(written).split(_APART)]
    return [_ways(word) if _EITHER in word else (_once(word),) for word in written.split(_APART)]


def _ways(word: str) -> tuple[str, ...]:
    """The forms of a word with signs that stand for a sound or for none."""
    first, *others = word.split(_EITHER)
    forms = [first]
    for piece in others:
        forms = [form + one + piece for form in forms for one in ("", "i")]
    return tuple(dict.fromkeys([_once(form) for form in forms]))


def _settled_glide(found: re.Match[str]) -> str:
    return _WRITTEN[found.lastindex]


def _once(sounds: str) -> str:
    """Consonants, ``e`` and ``i`` that are doubled, written once."""
    return _DOUBLED.sub(_ONE, sounds) if _TWICE(sounds) else sounds


def apply_laws(sounds: str) -> str:
    """``sounds`` after the laws that part Belarusian, Russian and Ukrainian (``tables/orthographies/sound-laws``).

    >>> apply_laws("lavrov") == apply_laws("laurou"), apply_laws("kastugova") == apply_laws("kostugova")
    (True, True)
    >>> apply_laws("volkov") == apply_laws("vovkov"), apply_laws("tolstoj") == apply_laws("tovsti")
    (True, True)
    """
    return laws_of((sounds,))[0]


def laws_of(some: Collection[str]) -> list[str]:
    """What each of some sounds is after the laws, all written at once."""
    if not some:
        return []
    find, signed, table, edge = _laws()
    apart = f"{edge}{_APART}{edge}"
    laws = find(signed, f"{edge}{apart.join(some)}{edge}").translate(table)
    return (_MET.sub(_ONE, laws) if _MEETS(laws) else laws).split(_APART)


@cache
def _laws() -> Pattern:
    return pattern_of(orthographies()["sound-laws"])
