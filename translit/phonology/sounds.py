"""The common alphabet of sounds: what spellings are brought to, and the laws between the East Slavic languages."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from operator import itemgetter

from ..romanization.patterns import Pattern, pattern_of
from ..tables.rules import orthographies

_DOUBLED, _TWICE = re.compile(r"([^aou])\1+"), re.compile(r"([^aou])\1").search
_MET, _MEETS = re.compile(r"([^aiu])\1+"), re.compile(r"([^aiu])\1").search
_ONE = itemgetter(1)  # a template (\1) would be read anew each time
# a run of i and j, by what stands before and after it; where it may be silent or sounded, a sign stands in for both
_GLIDES = re.compile(
    r"""(?=[ij])              # soon said of most places
    (?: (?<=[aoeu])[ij]+ ()   # after a vowel
    | \A[ij]+ (?=[aoeu]) ()   # at the start before a vowel
    | j (?=[aoeu]) ()         # between consonant and vowel
    | i (?=[aoeu]) ()
    | [ij]+ (?=[aoeu]) ()
    | (?<!\A)j (?![ij]|\Z) ()  # between consonants
    | [ij]+ () )              # all else""",
    re.VERBOSE,
)
_MEETS_VOWEL = re.compile("j|i[aoeui]|[aoeu]i").search  # where none does, each i stays as it is
_EITHER, _APART = "\2", "\n"
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
    if not _MEETS_VOWEL(sounds):
        return (_once(sounds),)
    sounds = _once(sounds.replace("ii", "ij"))
    written = _GLIDES.sub(_settled_glide, sounds)
    if _EITHER not in written:
        written = written.replace("je", "e")
        return (_once(written) if len(written) < len(sounds) else written,)
    first, *others = written.split(_EITHER)
    forms = [first]
    for piece in others:
        forms = [form + one + piece for form in forms for one in ("", "i")]
    return tuple(dict.fromkeys([_once(form.replace("je", "e")) for form in forms]))


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


def laws_of(some: Collection[str]) -> tuple[str, ...]:
    """What each of some sounds is after the laws, all written at once."""
    if not some:
        return ()
    find, signed, table, edge = _laws()
    apart = f"{edge}{_APART}{edge}"
    written = find(signed, f"{edge}{apart.join(some)}{edge}").translate(table)
    laws = written.split(_APART)
    return tuple([_MET.sub(_ONE, law) for law in laws] if _MEETS(written) else laws)


@cache
def _laws() -> Pattern:
    return pattern_of(orthographies()["sound-laws"])
