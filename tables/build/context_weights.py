"""Make tables/correspondences/contexts/*.tsv: what the letters around an open choice say about its answers.

    python tables/build/context_weights.py            counts every direction and writes the tables (some minutes)
    python tables/build/context_weights.py be-uk      only this one

Words that answer each other in be, ru and uk (surnames of tables/names/surnames with their women's forms, given names,
one-word names of places) are read by the correspondences into every answer that these allow. The weights are those of a
conditional log-linear model that makes the right answer the likeliest among them: learned by FTRL-Proximal (McMahan and
others 2013, "Ad click prediction", algorithm 1), whose L1 penalty leaves out contexts that say nothing. So that no word
speaks for itself, the letters of the other language are counted without the words of the same beginning, and no row of
surnames is read that has the surname of a person of the entity tables: they are what benchmarks/transfer.py measures by.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

import numpy as np
from writing import write_or_compare

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from translit.readings.contexts import contexts_of, ending_of, shapes_of
from translit.readings.counterparts import drafts
from translit.readings.plausibility import Model, model
from translit.readings.surnames import _of_woman, plain, stem_of, stems, surnames
from translit.tables.contexts import ContextWeights, context_path
from translit.tables.correspondences import correspondences
from translit.tables.entities import shipped_entities
from translit.tables.names import given_names
from translit.tables.surnames import surname_roster
from translit.text import APOSTROPHES, WORD, clean

LANGUAGES = ("be", "ru", "uk")
FOLD = str.maketrans(dict.fromkeys(APOSTROPHES, "’"))
WEIGHTS = {"surname": 1.0, "woman": 0.5, "given": 0.5, "place": 0.6}  # how much a pair of words counts
NOTHING = ContextWeights({}, {}, 1.0, 0.3, 0.0)  # to find the answers by, before anything is learned
FOLDS = 8
LEAST, ROUNDS = 3, 4  # words that must have a context; times each word is seen
RATE, SPARSE = 0.1, 2.5  # FTRL's alpha, and its L1 penalty
FACTORS = (1.0, 1.0, 1.2)  # of shares, letters and a known stem, before anything is learned
HEAD = """\
# What stands around an open choice and what it says for an answer, in nats, from {source} to {target}. A context has the letters
# in [brackets] with those beside them, ^ and $ being the edges of the word; or how many syllables follow (and come before)
# with how the word ends; or the vowels around (…), or on which side (´) a vowel shows the stress. A shape is the vowels of a
# whole answer. Counted on tables/names/surnames, given names and places, without the surnames of people of the tables.
# Made by tables/build/context_weights.py; change nothing by hand.
"""


@dataclass
class Reading:
    """A word with its answers: the contexts of each, what its letters and stem are worth, which is right (or none)."""

    kind: str
    contexts: list[list[tuple[str, str, str]]]
    worth: list[tuple[float, float, float]]
    right: int


def people_surnames() -> dict[str, set[str]]:
    """Every word of the canonical names of people."""
    found: dict[str, set[str]] = {lang: set() for lang in LANGUAGES}
    for entity in shipped_entities():
        for lang in LANGUAGES if entity.kind == "person" else ():
            for name in entity.names.get(lang, ())[:1]:
                found[lang].update(plain(word) for word in clean(name).lower().replace("-", " ").split())
    return found


def pairs(source: str, target: str) -> Iterator[tuple[str, str, str]]:
    """Words that answer each other: their kind, the word, its answer."""
    people = people_surnames()
    for row in surname_roster():
        one, other = row.forms.get(source, ()), row.forms.get(target, ())
        listed = any(
            plain(form) in people[lang] or plain(_of_woman(form, lang)) in people[lang]
            for lang, forms in row.forms.items() for form in forms
        )  # fmt: skip
        if len(one) == 1 == len(other) and not listed:
            yield "surname", one[0], other[0]
            women = _of_woman(one[0], source), _of_woman(other[0], target)
            if all(women) and all(_is_plain(man, lang) for man, lang in ((one[0], source), (other[0], target))):
                yield "woman", *women
    for name in given_names():
        if source in name.forms and target in name.forms:
            yield "given", *(name.forms[lang][0].lower().translate(FOLD) for lang in (source, target))
    for entity in shipped_entities():
        if entity.kind == "place" and source in entity.names and target in entity.names:
            words = [[found.group().lower().translate(FOLD) for found in WORD.finditer(clean(entity.names[lang][0]))]
                     for lang in (source, target)]  # fmt: skip
            if len(words[0]) == 1 == len(words[1]):
                yield "place", words[0][0], words[1][0]


def _is_plain(man: str, lang: str) -> bool:
    """Whether a man's surname is no adjective, whose women's forms are not all in the tables."""
    return len(ending_of(man, lang)) > 3 or ending_of(man, lang)[-1] in "вўн"


def fold_of(word: str) -> int:
    return int(hashlib.sha1(word.encode()).hexdigest(), 16) % FOLDS


def models_without(target: str) -> list[Model]:
    """For each fold, the letters of ``target`` counted without the words of that fold."""
    whole = model(target, people=False)
    own = Counter(form for row in surname_roster() for form in row.forms.get(target, ()))
    found = []
    for fold in range(FOLDS):
        words = {word: times - own[word] * (fold_of(word) == fold) for word, times in whole.words.items()
                 if fold_of(word) != fold or times > own[word] and word not in whole.given}  # fmt: skip
        found.append(Model(target, words, whole.given))
    return found


def read(source: str, target: str) -> Iterator[Reading]:
    """Every pair with all answers that the correspondences allow."""
    table, models = correspondences(source, target), models_without(target)
    known, all_stems = surnames(target, False), stems(target, False)
    spell = plain if target == "ru" else str
    for kind, word, answer in dict.fromkeys(pairs(source, target)):
        ending, seen = ending_of(word, source), set()
        reading = Reading(kind, [], [], -1)
        for draft in drafts(word, table, NOTHING, models[fold_of(answer)]):
            text = spell(draft.text)
            if text in seen:
                continue
            seen.add(text)
            if text == spell(answer):
                reading.right = len(reading.worth)
            stem = stem_of(plain(text), target)
            own = plain(text) == plain(answer) and plain(text) in known
            letters = draft.letters + _last(models[fold_of(answer)], draft.text)
            reading.worth.append((draft.share, letters, float(bool(stem) and all_stems[stem] > own)))
            reading.contexts.append(
                [("context", one, said) for rule, at, said in draft.choices
                 for one in contexts_of(word, at, len(rule.source), ending, table)]
                + [("shape", one, "") for one in shapes_of(draft.text, ending, table)]
            )  # fmt: skip
        if reading.right >= 0 and len(reading.worth) > 1:
            yield reading


def _last(letters: Model, text: str) -> float:
    return letters.step(f"^^^{text}$"[-4:])


def learn(readings: list[Reading]) -> tuple[dict[tuple[str, str, str], float], np.ndarray]:
    """The weight of each context that says something, and the three factors."""
    times = Counter(one for reading in readings for one in {one for some in reading.contexts for one in some})
    places = {one: place for place, one in enumerate((one for one, count in times.items() if count >= LEAST), 1)}
    encoded = []
    for reading in readings:
        rows = [[places[one] for one in some if one in places] for some in reading.contexts]
        used, where = np.unique(np.array([place for row in rows for place in (*row, 0)]), return_inverse=True)
        starts = np.concatenate(([0], np.cumsum([len(row) + 1 for row in rows])))
        encoded.append((used, where, starts, np.array(reading.worth), reading.right, WEIGHTS[reading.kind]))
    sums, squares = np.zeros(len(places) + 1), np.zeros(len(places) + 1)
    factors, factor_squares = np.array([FACTORS[0], FACTORS[1] * NOTHING.letters, FACTORS[2]]), np.full(3, 5.0)
    scale = np.array([1.0, NOTHING.letters, 1.0])
    random = np.random.default_rng(1)
    for _ in range(ROUNDS):
        for place in random.permutation(len(encoded)):
            used, where, starts, worth, right, weight = encoded[place]
            own, seen = sums[used], squares[used]
            weights = np.where(np.abs(own) <= SPARSE, 0.0, -(own - np.sign(own) * SPARSE) * RATE / (1 + np.sqrt(seen)))
            weights[used == 0] = 0.0
            scores = np.add.reduceat(weights[where], starts[:-1]) + worth @ factors
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            chances[right] -= 1
            chances *= weight
            slope = np.bincount(where, np.repeat(chances, np.diff(starts)), minlength=len(used))
            change = (np.sqrt(seen + slope**2) - np.sqrt(seen)) / RATE
            sums[used] += slope - change * weights
            squares[used] += slope**2
            slope = chances @ worth * scale
            factor_squares += slope**2
            factors -= 0.03 * scale * slope / np.sqrt(factor_squares)
    weights = np.where(np.abs(sums) <= SPARSE, 0.0, -(sums - np.sign(sums) * SPARSE) * RATE / (1 + np.sqrt(squares)))
    return {one: weights[place] for one, place in places.items() if abs(weights[place]) >= 0.03}, factors


def lines(learned: dict[tuple[str, str, str], float], factors: np.ndarray) -> list[str]:
    """The rows of one table, header first."""
    rows = ["kind\tcontext\tanswer\tnats"]
    rows += [f"factor\t{name}\t\t{value:.3f}" for name, value in zip(("share", "letters", "stem"), factors, strict=True)]
    return rows + ["\t".join((*one, f"{nats:.2f}")) for one, nats in sorted(learned.items())]


def main() -> int:
    """Write or compare every table asked for."""
    asked = [word for word in sys.argv[1:] if not word.startswith("-")]
    worst = 0
    for source, target in permutations(LANGUAGES, 2):
        if not asked or f"{source}-{target}" in asked:
            readings = list(read(source, target))
            made = lines(*learn(readings))
            print(f"{source}-{target}: {len(readings)} words, {len(made) - 4} weights", flush=True)
            head = HEAD.format(source=source, target=target)
            worst |= write_or_compare(context_path(source, target), head + "\n".join(made) + "\n")
    return worst


if __name__ == "__main__":
    sys.exit(main())
