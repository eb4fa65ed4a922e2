"""The common alphabet of sounds: what spellings are brought to, and the laws between the East Slavic languages."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter

from ..romanization.engine import outputs_of
from ..tables.rules import orthographies

_VOWELS = frozenset("aoeu")
_DOUBLED = re.compile(r"([^aou])\1+")
_MET = re.compile(r"([^aiu])\1+")
_ONE = itemgetter(1)  # a template (\1) would be read anew each time
_GLIDES = re.compile(r"[ij]+")


@lru_cache(65536)
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
    forms = [""]
    end = 0
    for found in _GLIDES.finditer(sounds):
        before = sounds[found.start() - 1] if found.start() else ""
        after = sounds[found.end()] if found.end() < len(sounds) else ""
        glide = found.group()
        if before and before in _VOWELS:
            written = ("j",)
        elif after and after in _VOWELS:
            silent = "" if before else "j"
            written = (silent,) if glide == "j" or not before else (silent, "i") if glide == "i" else ("i",)
        else:
            written = ("",) if glide == "j" and before and after else ("i",)
        forms = [form + sounds[end : found.start()] + one for form in forms for one in written]
        end = found.end()
    whole = [_DOUBLED.sub(_ONE, (form + sounds[end:]).replace("je", "e")) for form in forms]
    return tuple(dict.fromkeys(whole))


@lru_cache(65536)
def apply_laws(sounds: str) -> str:
    """``sounds`` after the laws that part Belarusian, Russian and Ukrainian (``tables/orthographies/sound-laws``).

    >>> apply_laws("lavrov") == apply_laws("laurou"), apply_laws("kastugova") == apply_laws("kostugova")
    (True, True)
    >>> apply_laws("volkov") == apply_laws("vovkov"), apply_laws("tolstoj") == apply_laws("tovsti")
    (True, True)
    """
    laws = orthographies()["sound-laws"]
    return _MET.sub(_ONE, "".join(outputs_of(laws, sounds)))
