"""Script and language of a name or a text, from letters, letter sequences, small words, endings and name tables."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..text import APOSTROPHE, APOSTROPHES, STRESS, WORD, repair_word, script
from .compiled import profiles
from .evidence import Evidence, evidence_of

__all__ = ["Detection", "detect", "detect_column"]

_SAMPLE = 20_000
_COLUMN = 1_000
_NAME = 6
_PLAIN = str.maketrans(dict.fromkeys(APOSTROPHES, APOSTROPHE) | dict.fromkeys(STRESS, ""))


@dataclass(frozen=True, slots=True)
class Detection:
    """The likeliest language (``und`` when nothing shows it), the script, and every language's share (0 to 1)."""

    lang: str
    script: str
    scores: dict[str, float]


def detect(text: str) -> Detection:
    """Which language ``text`` (a name, a sentence, an article) is written in.

    >>> detect("Аляксандр Лукашэнка").lang, detect("Сергей Щукин").lang, detect("Володимир Зеленський").lang
    ('be', 'ru', 'uk')
    >>> detect("Георги Първанов").lang, detect("Зоран Ђинђић").lang, detect("Цахиагийн Элбэгдорж").lang
    ('bg', 'sr', 'mn')
    >>> detect("The minister said that he was in Minsk").lang
    'en'

    Scores are shares among the languages of the text's main script. A Cyrillic name that shows nothing of its
    language is taken for Russian, the commonest; a Latin one is ``und``. Up to six words may be a name and are looked
    up in the name tables; of a text the first 20,000 characters are read.
    """
    return _detect(text[:_SAMPLE])


def detect_column(texts: Iterable[str | None]) -> Detection:
    """The one language of a column of names or texts, judged by its first thousand filled cells together.

    >>> detect_column(["Иван Иванов", "Георги Петков", None]).lang
    'bg'
    """
    filled = (text for text in texts if text)
    return _judge(" ".join(text for _, text in zip(range(_COLUMN), filled))[:_SAMPLE], names=True)


@lru_cache(1024)
def _detect(text: str) -> Detection:
    return _judge(text)


def _judge(text: str, names: bool = False) -> Detection:
    words = [repair_word(found.group()) for found in WORD.finditer(_plain(text))]
    code = script("".join(words))
    profile = profiles().get(code)
    if not words or profile is None:
        return Detection("und", code, {})
    evidence = evidence_of(profile, words, names or len(words) <= _NAME)
    return _share(evidence, code)


def _plain(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text).translate(_PLAIN)


def _share(evidence: Evidence, code: str) -> Detection:
    best = max(evidence.values())
    parts = {lang: math.exp(weight - best) for lang, weight in evidence.items()}
    total = sum(parts.values())
    ranked = sorted(parts.items(), key=lambda item: -item[1])
    found = ranked[0][0] if code == "Cyrl" or best > 0 else "und"
    return Detection(found, code, {lang: round(part / total, 4) for lang, part in ranked})
