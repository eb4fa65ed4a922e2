"""Script and language of a name or a text, from letters, small words and endings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .tables.languages import Language, languages
from .text import APOSTROPHE, APOSTROPHES, WORD, repair_word, script

_SAMPLE = 20_000
_FOREIGN_LETTER, _OWN_LETTER, _WORD, _ENDING, _SEQUENCE = 4.0, 1.5, 3.0, 0.7, 0.6


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
    >>> detect("The minister said that he was in Minsk").lang
    'en'

    Scores are shares among the languages of the text's main script. A Cyrillic name that shows nothing of its
    language is taken for Russian, the commonest; a Latin one is ``und``. Only the first 20,000 characters are read.
    """
    return _detect(text[:_SAMPLE])


@lru_cache(4096)
def _detect(text: str) -> Detection:
    words = [repair_word(found.group()).lower() for found in WORD.finditer(text)]
    code = script(text)
    scored = {one.id: _weigh(one, words) for one in languages().values() if one.script == code}
    if not words or not scored:
        return Detection("und", code, {})
    if code == "Cyrl":
        for lang, prior in (("ru", 0.3), ("uk", 0.2), ("be", 0.1)):
            scored[lang] += prior
    least = min(scored.values())
    total = sum(weight - least for weight in scored.values())
    if total <= 0:
        return Detection("und", code, {})
    scores = {lang: round((weight - least) / total, 4) for lang, weight in scored.items()}
    best = max(scored, key=scored.__getitem__)
    if code == "Latn" and scored[best] <= 0:
        best = "und"
    return Detection(best, code, dict(sorted(scores.items(), key=lambda item: -item[1])))


def _weigh(language: Language, words: list[str]) -> float:
    weight = 0.0
    for word in words:
        folded = "".join(APOSTROPHE if char in APOSTROPHES else char for char in word)
        foreign = sum(char not in language.alphabet for char in folded)
        if foreign:
            weight -= _FOREIGN_LETTER * foreign
            continue
        weight += _OWN_LETTER * sum(_rarity(char) for char in set(folded))
        if folded in language.words:
            weight += _WORD
        elif len(folded) > 3:
            weight += _SEQUENCE * sum(sequence in folded for sequence in language.sequences)
            weight += max((_ENDING for ending in language.endings if folded.endswith(ending)), default=0.0)
    return weight / max(len(words), 1) ** 0.5


@lru_cache(1024)
def _rarity(letter: str) -> float:
    """How much a letter tells: 0 when most languages of its script have it, up to 1 when one does."""
    same = [one for one in languages().values() if letter in one.alphabet]
    if not same:
        return 0.0
    peers = sum(one.script == same[0].script for one in languages().values())
    return max(0.0, 1 - 2 * len(same) / peers) if len(same) > 1 else 1.0
