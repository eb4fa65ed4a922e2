"""Make tables/correspondences/contexts/*.tsv: what the letters around an open choice say about its answers.

    python tables/build/context_weights.py            counts every direction and writes the tables (some minutes)
    python tables/build/context_weights.py be-uk      only this one

Words that answer each other in be, ru and uk (surnames of tables/names/surnames with their women's forms, given names,
one-word names of places) are read by the correspondences into every answer that these allow. The weights are those of a
conditional log-linear model that makes the right answer the likeliest among them: learned by FTRL-Proximal (McMahan and
others 2013, "Ad click prediction", algorithm 1), whose L1 penalty leaves out contexts that say nothing. Where the answer
shows the stress (tables/correspondences/stress) each answer is read once with every place of the stress, which nobody told:
what makes the right answer likely, makes its likely places likelier. So that no word
speaks for itself, the letters of the other language are counted without the words of the same beginning, and no row of
surnames is read that has the surname of a person of the entity tables: they are what benchmarks/transfer.py measures by.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

import numpy as np
from writing import write_or_compare

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from translit.readings.contexts import contexts_of, ending_of
from translit.readings.counterparts import drafts
from translit.readings.plausibility import Model, model
from translit.readings.stresses import UNEVEN, cost_of, place_of, stress_contexts, vowel_contexts
from translit.readings.surnames import _of_woman, plain, stem_of, stems, surnames
from translit.tables.contexts import ContextWeights, context_path
from translit.tables.correspondences import Correspondences, correspondences
from translit.tables.entities import shipped_entities
from translit.tables.names import given_names
from translit.tables.stresses import PLACES, StressLaws, stress_laws
from translit.tables.surnames import surname_roster
from translit.text import APOSTROPHES, WORD, clean

LANGUAGES = ("be", "ru", "uk")
FOLD = str.maketrans(dict.fromkeys(APOSTROPHES, "’"))
WEIGHTS = {"surname": 1.0, "woman": 0.5, "given": 0.5, "place": 0.6}  # how much a pair of words counts
NOTHING = ContextWeights({}, {}, {}, 1.0, 0.3, 0.0, 1.0)  # to find the answers by, before anything is learned
FOLDS = 8
BEAM = 48  # answers to a word
LEAST, ROUNDS = 3, 3  # words that must have a context; times each word is seen
ROUNDS_OF_STRESS = 3  # times before, for the stress alone: what letters say of an answer would hide what they say of the stress
RATE, SPARSE = 0.1, 2.5  # FTRL's alpha, and its L1 penalty
FACTORS = {"share": 1.0, "letters": 1.0, "stem": 1.2, "law": 1.0}  # before anything is learned
DEAREST = 9.0  # nats: a place of the stress that costs an answer more is not asked of it
HEAD = """\
# What stands around an open choice and what it says for an answer, in nats, from {source} to {target}. A context has the letters
# in [brackets] with those beside them, ^ and $ being the edges of the word; or how many syllables follow (and come before)
# with how the word ends; or the vowels around (…), or on which side (´) a vowel shows the stress. Stress: what speaks for a
# place of the stress. Vowel: what speaks for an answer to a vowel, given the place of the stress. Counted on
# tables/names/surnames, given names and places, without the surnames of people of the tables.
# Made by tables/build/context_weights.py; change nothing by hand.
"""


Context = tuple[str, str, str]  # kind, context, answer


class Reading:
    """A word with its answers, each with one place of the stress: the units it is made of, what its letters and stem are
    worth and its stress costs, and whether it is right.

    A unit is the contexts of one choice, of one place of the stress or of one vowel; answers share them.
    """

    def __init__(self, kind: str):
        self.kind = kind
        self.units: list[list[Context]] = []
        self.rows: list[list[int]] = []
        self.worth: list[tuple[float, float, float, float]] = []
        self.right: list[bool] = []
        self._numbers: dict[tuple, int] = {}

    def unit(self, name: tuple, contexts: Callable[[], list[Context]]) -> int:
        """The number of a unit; its contexts are asked when it is met first."""
        if name not in self._numbers:
            self._numbers[name] = len(self.units)
            self.units.append(contexts())
        return self._numbers[name]

    def add(self, units: list[int], worth: tuple[float, float, float, float], right: bool) -> None:
        """One answer with one place of the stress."""
        self.rows.append(units)
        self.worth.append(worth)
        self.right.append(right)


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
    table, models, laws = correspondences(source, target), models_without(target), stress_laws(target)
    known, all_stems = surnames(target, False), stems(target, False)
    spell = plain if target == "ru" else str
    for kind, word, answer in dict.fromkeys(pairs(source, target)):
        ending, seen = ending_of(word, source), set()
        reading = Reading(kind)
        for draft in drafts(word, table, NOTHING, models[fold_of(answer)], BEAM):
            text = spell(draft.text)
            if text in seen:
                continue
            seen.add(text)
            stem = stem_of(plain(text), target)
            own = plain(text) == plain(answer) and plain(text) in known
            letters = draft.letters + _last(models[fold_of(answer)], draft.text)
            worth = draft.share, letters, float(bool(stem) and all_stems[stem] > own)
            units = [
                reading.unit((at, said), lambda rule=rule, at=at, said=said: [
                    ("context", one, said) for one in contexts_of(word, at, len(rule.source), ending, table)
                ])
                for rule, at, said in draft.choices
            ]  # fmt: skip
            for more, cost in _stressed(reading, word, draft.text, ending, table, laws) if laws else (([], 0.0),):
                reading.add(units + more, (*worth, -cost), text == spell(answer))
        if any(reading.right) and len(seen) > 1:
            yield reading


def _stressed(
    reading: Reading, word: str, answer: str, ending: str, table: Correspondences, laws: StressLaws
) -> Iterator[tuple[list[int], float]]:
    """The units of each place of the stress with those of the vowels of ``answer``, and what it costs."""
    vowels = [at for at, char in enumerate(word) if char in table.vowels]
    own = [char for char in answer if char in laws.vowels]
    if len(own) != len(vowels) or not own:
        yield [reading.unit((UNEVEN,), lambda: [("vowel", UNEVEN, "")])], 0.0
        return
    stem = stem_of(word, table.source)
    dearest = DEAREST
    while True:
        found = False
        for place in range(len(vowels)):
            units = [reading.unit(("stress", place), lambda place=place: [
                ("stress", one, "") for one in stress_contexts(word, vowels, place, ending, stem, laws)
            ])]  # fmt: skip
            cost = cost_of(word, vowels, place, ending, stem, laws)
            for order, (at, char) in enumerate(zip(vowels, own, strict=True)):
                costs = laws.costs.get((word[at], char))
                if costs is not None:
                    seen_from = place_of(order, place)
                    cost += costs[seen_from]
                    units.append(reading.unit(("vowel", at, char, seen_from), lambda at=at, char=char, name=PLACES[seen_from]: [
                        ("vowel", one, char) for one in vowel_contexts(word, at, name, ending)
                    ]))  # fmt: skip
            if cost <= dearest:
                found = True
                yield units, cost
        if found:
            return
        dearest *= 2


def _last(letters: Model, text: str) -> float:
    return letters.step(f"^^^{text}$"[-4:])


@dataclass
class Encoded:
    """A reading in numbers: the contexts used, which of them each unit has and from where on, which units each row has and
    from where on."""

    used: np.ndarray
    contexts: np.ndarray
    units: np.ndarray
    unit_starts: np.ndarray
    row_units: np.ndarray
    rows: np.ndarray
    row_starts: np.ndarray
    worth: np.ndarray
    right: np.ndarray
    weight: float


def encode(reading: Reading, places: dict[Context, int]) -> Encoded:
    """``reading`` with each context by its place; place 0 is for those that too few words have."""
    units = [[places[one] for one in some if one in places] + [0] for some in reading.units]
    rows = [[*some, len(units)] for some in reading.rows]  # so that no row is empty
    used, contexts = np.unique(np.array([place for some in (*units, [0]) for place in some]), return_inverse=True)
    unit_sizes, row_sizes = ([len(some) for some in all_of] for all_of in ((*units, [0]), rows))
    return Encoded(
        used, contexts, np.repeat(np.arange(len(unit_sizes)), unit_sizes), np.cumsum([0, *unit_sizes[:-1]]),
        np.array([unit for row in rows for unit in row]), np.repeat(np.arange(len(rows)), row_sizes),
        np.cumsum([0, *row_sizes[:-1]]), np.array(reading.worth), np.array(reading.right), WEIGHTS[reading.kind],
    )  # fmt: skip


def learn(readings: list[Reading]) -> tuple[dict[Context, float], np.ndarray]:
    """The weight of each context that says something, and the four factors."""
    times = Counter(one for reading in readings for one in {one for some in reading.units for one in some})
    places = {one: place for place, one in enumerate((one for one, count in times.items() if count >= LEAST), 1)}
    encoded = [encode(reading, places) for reading in readings]
    sums, squares = np.zeros(len(places) + 1), np.zeros(len(places) + 1)
    scale = np.array([1.0, NOTHING.letters, 1.0, 1.0])
    factors, factor_squares = np.array(list(FACTORS.values())) * scale, np.full(len(FACTORS), 5.0)
    of_stress = np.array([False, *(one[0] != "context" for one in places)])
    random = np.random.default_rng(1)
    for turn in range(-ROUNDS_OF_STRESS if of_stress.any() else 0, ROUNDS):
        learns = np.ones(len(of_stress), bool) if turn >= 0 else of_stress
        for place in random.permutation(len(encoded)):
            one = encoded[place]
            own, seen, learning = sums[one.used], squares[one.used], learns[one.used]
            weights = np.where(np.abs(own) <= SPARSE, 0.0, -(own - np.sign(own) * SPARSE) * RATE / (1 + np.sqrt(seen)))
            weights[(one.used == 0) | ~learning] = 0.0
            by_unit = np.add.reduceat(weights[one.contexts], one.unit_starts)
            scores = np.add.reduceat(by_unit[one.row_units], one.row_starts) + one.worth @ factors
            chances = np.exp(scores - scores.max())
            right = chances * one.right
            slope_of_rows = (chances / chances.sum() - right / max(right.sum(), 1e-12)) * one.weight
            slope_of_units = np.bincount(one.row_units, slope_of_rows[one.rows], minlength=len(by_unit))
            slope = np.bincount(one.contexts, slope_of_units[one.units], minlength=len(one.used)) * learning
            change = (np.sqrt(seen + slope**2) - np.sqrt(seen)) / RATE
            sums[one.used] += slope - change * weights
            squares[one.used] += slope**2
            slope = slope_of_rows @ one.worth * scale
            factor_squares += slope**2
            factors -= 0.03 * scale * slope / np.sqrt(factor_squares)
    weights = np.where(np.abs(sums) <= SPARSE, 0.0, -(sums - np.sign(sums) * SPARSE) * RATE / (1 + np.sqrt(squares)))
    return {one: weights[place] for one, place in places.items() if abs(weights[place]) >= 0.03}, factors


def lines(learned: dict[Context, float], factors: np.ndarray) -> list[str]:
    """The rows of one table, header first."""
    rows = ["kind\tcontext\tanswer\tnats"]
    rows += [f"factor\t{name}\t\t{value:.3f}" for name, value in zip(FACTORS, factors, strict=True)]
    return rows + ["\t".join((*one, f"{nats:.2f}")) for one, nats in sorted(learned.items())]


def main() -> int:
    """Write or compare every table asked for."""
    asked = [word for word in sys.argv[1:] if not word.startswith("-")]
    worst = 0
    for source, target in permutations(LANGUAGES, 2):
        if not asked or f"{source}-{target}" in asked:
            readings = list(read(source, target))
            made = lines(*learn(readings))
            print(f"{source}-{target}: {len(readings)} words, {len(made) - 1 - len(FACTORS)} weights", flush=True)
            head = HEAD.format(source=source, target=target)
            worst |= write_or_compare(context_path(source, target), head + "\n".join(made) + "\n")
    return worst


if __name__ == "__main__":
    sys.exit(main())
