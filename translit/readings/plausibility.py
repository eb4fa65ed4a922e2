"""How plausible a word is in a language: letters in sequence, what the spelling avoids, words and endings we know.

The model is counted from the tables (given names, entities, frequent words, examples of the schemes) when it
is first asked for, and kept beside the other compiled tables.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache, partial
from math import exp, log

from ..tables.entities import reviewed_entities
from ..tables.languages import languages
from ..tables.names import given_names, surname_rules
from ..tables.rules import read_rules, scheme_paths
from ..tables.spelling import Avoided, avoided
from ..tables.store import recalled
from ..tables.surnames import surname_roster
from ..text import APOSTROPHES, WORD, has_cyrillic, repair_word

_FREQUENCY = {"very common": 12, "common": 5, "rare": 2}
_DOUBT = (1.0, 8.0, 4.0, 2.5)  # against a context of so many letters, so many letters are counted of the shorter one
_KNOWN_SHARE = 0.35  # of a hundred words of names, so many stand in our tables
_ENDING = 0.35  # nats for each letter of a surname's ending
_FOLD = str.maketrans(dict.fromkeys(APOSTROPHES, "’"))
_FOREIGN = 8.0  # nats that a letter foreign to the language costs
REACH = 3  # letters before one that are asked how likely it is


class Model:
    """Natural logarithms of how likely letters, endings and words of one language are."""

    def __init__(self, lang: str, words: dict[str, int], given: dict[str, str], counts: dict[str, float] | None = None):
        self.lang, self.words, self.given = lang, words, given
        self.total = sum(words.values())
        self.avoided: dict[str, list[Avoided]] = {}  # by last letter
        base = lang.split("-")[0]
        self.endings = {
            ending: rule.id
            for rule in surname_rules()
            for name in (base, lang)
            for some in rule.endings.get(name, {}).values()
            for ending in some
            if len(ending) > 2
        }
        self.counts = _runs_in(words) if counts is None else counts
        self.alphabet = languages()[lang].alphabet if lang in languages() else None
        self.memo: dict[str, float] = {}

    def step(self, window: str) -> float:
        """How likely the last letter of ``window`` is after the others, less what the spelling avoids there.

        ``window`` is a letter with the three before it; ^ stands before the word, $ behind it.
        """
        found = self.memo.get(window)
        if found is None:
            chance = 1 / 64
            for size in range(REACH + 1):
                context = window[REACH - size : REACH]
                seen, doubt = self.counts.get(f"{context}*", 0), _DOUBT[size]
                chance = (self.counts.get(context + window[REACH], 0) + doubt * chance) / (seen + doubt)
            found = self.memo[window] = log(chance) - sum(one.cost for one in self.avoided_in(window))
            if self.alphabet and window[REACH] not in self.alphabet and window[REACH] != "$":
                found = self.memo[window] = found - _FOREIGN
        return found

    def avoided_in(self, window: str) -> list[Avoided]:
        """What the spelling avoids and yet stands at the end of ``window``."""
        last = window[-1]
        if last not in self.avoided:
            self.avoided[last] = [
                one for one in avoided(self.lang) if one.places[-1].holds(None if last == "$" else last)
            ]
        return [one for one in self.avoided[last] if one.stands_in(window)]

    def known(self, word: str, letters: float) -> tuple[float, list[str]]:
        """The likelihood of a whole lower-case word, ``letters`` being that of its letters, with the reasons."""
        reasons = []
        likely = letters + log(1 - _KNOWN_SHARE)
        for size in range(min(6, len(word) - 2), 2, -1):
            if word[-size:] in self.endings:
                likely += _ENDING * size
                reasons.append(f"surname ending -{word[-size:]} ({self.endings[word[-size:]]})")
                break
        times = self.words.get(word)
        if times:
            known = log(_KNOWN_SHARE * times / self.total)
            if word in self.given:
                reasons.insert(0, f"given name {self.given[word]}")
            else:
                reasons.insert(0, "a word of the tables")
            likely = max(known, likely) + log(1 + exp(-abs(known - likely)))
        return likely, reasons

    def doubts(self, word: str) -> list[str]:
        """What stands in ``word`` although the spelling avoids it."""
        padded = f"{'^' * REACH}{word}$"
        windows = (padded[at - REACH : at + 1] for at in range(REACH, len(padded)))
        return list(dict.fromkeys(f"seldom: {one.name}" for window in windows for one in self.avoided_in(window)))


@cache
def model(lang: str, people: bool = True) -> Model:
    """The model of ``lang``, counted from the tables once; without ``people``, nobody's listed name is counted."""
    name = f"readings-{lang}" if people else f"readings-{lang}-rules"
    return Model(lang, **recalled(name, partial(_counted, lang, people)))


def _runs_in(words: dict[str, int]) -> dict[str, float]:
    """How often runs of up to REACH letters and one more are met in some words, and (with ``*``) such runs before any letter."""
    found: Counter[str] = Counter()
    for word, times in words.items():
        padded = f"{'^' * REACH}{word}$"
        weight = 1 + log(times)
        for at in range(REACH, len(padded)):
            for size in range(REACH + 1):
                found[padded[at - size : at + 1]] += weight
                found[f"{padded[at - size : at]}*"] += weight
    return dict(found)


def _counted(lang: str, people: bool) -> dict[str, dict]:
    words: Counter[str] = Counter()
    given: dict[str, str] = {}
    spoken = dict.fromkeys((lang.split("-")[0], lang))
    for tie in ("forms", "short", "cognate"):
        for name in given_names():
            weight = _FREQUENCY[name.frequency] if tie == "forms" else 1
            for word in (word for one in spoken for form in getattr(name, tie).get(one, ()) for word in _words(form)):
                words[word] += weight
                given.setdefault(word, name.id)
    for text in _texts(lang, spoken, people):
        words.update(_words(text))
    return {"words": dict(words), "given": given, "counts": _runs_in(words)}


def _texts(own: str, spoken: dict[str, None], people: bool) -> Iterator[str]:
    for row in surname_roster():
        yield from row.forms.get(own, ())  # a variety does not spell its surnames as the standard does: сьн, not сн
    for entity in reviewed_entities():
        for lang in spoken:
            if people or entity.kind != "person":
                yield from entity.names.get(lang, ())
    for path in scheme_paths().values():
        rules = read_rules(path)
        if rules.lang in spoken:
            yield from (example.source for example in rules.examples)
    for lang in spoken:
        if lang in languages():
            yield " ".join(sorted(languages()[lang].words))


def _words(text: str) -> list[str]:
    found = (repair_word(match.group()).lower().translate(_FOLD) for match in WORD.finditer(text))
    return [word for word in found if has_cyrillic(word)]
