"""The common alphabet of sounds: what spellings are brought to, and the laws between the East Slavic languages."""

from __future__ import annotations

import re
from functools import cache
from operator import itemgetter

from ..romanization.patterns import Pattern, pattern_of
from ..tables.rules import orthographies

_DOUBLED = re.compile(r"([^aou])\1+")
_MET = re.compile(r"([^aiu])\1+")
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
_EITHER = "\2"
_WRITTEN = ("j", "j", "", _EITHER, "i", "", "i")


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
    if "i" not in sounds and "j" not in sounds:
        return (_DOUBLED.sub(_ONE, sounds),)
    sounds = _DOUBLED.sub(_ONE, sounds.replace("ii", "ij"))
    written = _GLIDES.sub(lambda found: _WRITTEN[found.lastindex - 1], sounds)
    if _EITHER not in written:
        written = written.replace("je", "e")
        return (_DOUBLED.sub(_ONE, written) if len(written) < len(sounds) else written,)
    first, *others = written.split(_EITHER)
    forms = [first]
    for piece in others:
        forms = [form + one + piece for form in forms for one in ("", "i")]
    return tuple(dict.fromkeys(_DOUBLED.sub(_ONE, form.replace("je", "e")) for form in forms))


def apply_laws(sounds: str) -> str:
    """``sounds`` after the laws that part Belarusian, Russian and Ukrainian (``tables/orthographies/sound-laws``).

    >>> apply_laws("lavrov") == apply_laws("laurou"), apply_laws("kastugova") == apply_laws("kostugova")
    (True, True)
    >>> apply_laws("volkov") == apply_laws("vovkov"), apply_laws("tolstoj") == apply_laws("tovsti")
    (True, True)
    """
    return _MET.sub(_ONE, _laws().write(sounds))


@cache
def _laws() -> Pattern:
    return pattern_of(orthographies()["sound-laws"])
