"""Matching side by side: translit.match, nomenklatura's logic-v2, and RapidFuzz's WRatio, token_sort_ratio and
Jaro-Winkler over Unidecode, on the same pairs in one run.

    python benchmarks/matching.py [--places places_open.jsonl]

F1, precision and recall at each engine's threshold: ours and logic-v2's is the default one (0.7), the string measures'
the best there is for each set, which flatters them. Of places, F1 is balanced: as if both sorts of pairs were as many.
µs a pair: the first time the pairs are seen, and again with everything known but the pair; then of names none of whose words was
ever met, the mean, which has the collector's share, and the median. A peer that is not installed
is named and left out (pip install nomenklatura unidecode).
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean, median

from matching_pairs import FILES, Pair, latin, pairs_of, place_pairs
from people_records import Group, given_groups, surname_groups
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from translit import match, match_many, parse_name
from translit.scoring import THRESHOLD
from translit.scoring.pairs import judge, score_of_words

SCHEMAS = {"person": "Person", "organisation": "Organization", "place": "Address"}
LEAST = 0.9  # of a category's pairs
MANY, PAIRS, WARM = 6000, 200_000, 200

Engine = Callable[[str, str], float]


def engines(kind: str) -> Iterator[tuple[str, Engine, float | None]]:
    """The engines for names of a kind: name, score (0 to 1) of two names, threshold or None for the best there is."""
    yield "translit", lambda a, b: match(a, b, kind).score, THRESHOLD
    if kind != "place":
        logic = logic_v2(SCHEMAS[kind])
        if logic is not None:
            yield "nomenklatura logic-v2", logic, 0.7
    try:
        latin("а")
    except ImportError:
        print("  (WRatio, token_sort_ratio, Jaro-Winkler: not measured, Unidecode is not installed)")
        return
    yield "WRatio over Unidecode", lambda a, b: fuzz.WRatio(latin(a), latin(b)) / 100, None
    yield "token_sort_ratio over Unidecode", lambda a, b: fuzz.token_sort_ratio(latin(a), latin(b)) / 100, None
    yield "Jaro-Winkler over Unidecode", lambda a, b: JaroWinkler.similarity(latin(a), latin(b)), None


def logic_v2(schema: str) -> Engine | None:
    """nomenklatura's scorer for names of a schema; None, and a word about it, where it is not installed."""
    try:
        from followthemoney import EntityProxy
        from nomenklatura.matching import get_algorithm
    except ImportError as missing:
        print(f"  (nomenklatura logic-v2: not measured, {missing})")
        return None
    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()

    def entity(name: str):
        return EntityProxy.from_dict({"id": name, "schema": schema, "properties": {"name": [name]}})

    return lambda a, b: algorithm.compare(entity(a), entity(b), config).score


def figures(scored: list[tuple[float, bool]], threshold: float, balanced: bool) -> tuple[float, float, float]:
    """F1, precision and recall."""
    positives, negatives = sum(same for _, same in scored), sum(not same for _, same in scored)
    right = sum(score >= threshold for score, same in scored if same)
    wrong = sum(score >= threshold for score, same in scored if not same)
    if balanced:
        right, wrong, positives = right / positives, wrong / negatives, 1
    return 2 * right / max(positives + right + wrong, 1e-9), right / max(right + wrong, 1e-9), right / max(positives, 1e-9)


def measure(title: str, pairs: list[Pair], kind: str) -> None:
    """Print the table of one set of pairs."""
    balanced = kind == "place"
    print(f"\n{title}: {sum(pair.same for pair in pairs)} pairs of one name, {sum(not pair.same for pair in pairs)} of two")
    print(f"{'':<34}{'at':>6}{'F1':>8}{'precision':>11}{'recall':>8}{'µs first':>10}{'µs known':>10}")
    for name, engine, threshold in engines(kind):
        first, scored = timed(engine, pairs)
        if name == "translit":
            judge.cache_clear()
            score_of_words.cache_clear()
        known, _ = timed(engine, pairs)
        best = threshold or max((at / 100 for at in range(30, 101)), key=lambda at: figures(scored, at, balanced)[0])
        f1, precision, recall = figures(scored, best, balanced)
        print(f"{name:<34}{best:>6.2f}{f1:>8.3f}{precision:>11.3f}{recall:>8.3f}{first:>10.1f}{known:>10.1f}")
        if name == "translit":
            faults = [pair for pair, (score, _) in zip(pairs, scored, strict=True) if (score >= THRESHOLD) != pair.same]
    report(pairs, faults)


def measure_new() -> None:
    """Print what it takes to compare two names of a given and a family name, none of the words of which was met before."""
    names = zip(*map(spelled_twice, (given_groups(), surname_groups())), strict=False)
    pairs = [tuple(f"{given.title()} {family.title()}" for given, family in zip(*both, strict=True)) for both in names]
    pairs = [(pair[0], other[1]) if at % 2 else pair for at, (pair, other) in enumerate(zip(pairs, [*pairs[2:], *pairs[:2]], strict=True))]  # two people
    for pair in pairs[:WARM]:
        match(*pair)
    taken = []
    for pair in pairs[WARM:]:
        start = time.perf_counter()
        match(*pair)
        taken.append((time.perf_counter() - start) * 1e6)
    print(f"{len(taken)} pairs of names whose four words are new: {mean(taken):,.0f} µs a pair, the median {median(taken):,.0f} µs")


def spelled_twice(groups: list[Group]) -> list[tuple[str, str]]:
    """Two spellings of one name, every spelling of the open groups once, in any alphabets."""
    draw = random.Random(1)
    found = []
    for group in groups:
        forms = draw.sample((*group.cyrillic, *group.latin), len(group.cyrillic) + len(group.latin))
        found += zip(forms[::2], forms[1::2], strict=False)
    draw.shuffle(found)
    return found


def timed(engine: Engine, pairs: list[Pair]) -> tuple[float, list[tuple[float, bool]]]:
    """Microseconds a pair, and the scores."""
    start = time.perf_counter()
    scored = [(engine(pair.left, pair.right), pair.same) for pair in pairs]
    return (time.perf_counter() - start) / len(pairs) * 1e6, scored


def report(pairs: list[Pair], faults: list[Pair]) -> None:
    """The categories below LEAST, and every fault where they are few."""
    count: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for pair in pairs:
        count[pair.category][1] += 1
    for pair in faults:
        count[pair.category][0] += 1
    for category, (wrong, of) in sorted(count.items()):
        if 1 - wrong / of < LEAST:
            print(f"  below {LEAST:.0%}: {category}, {wrong} of {of} wrong")
    for pair in faults if len(faults) <= 20 else ():
        print(f"  {'missed' if pair.same else 'wrong'}: {pair.left} – {pair.right} ({pair.category})")


def measure_bulk(pairs: list[Pair]) -> None:
    """Print how many pairs a second ``match_many`` scores: every name against every other, and a column of many different
    names against another."""
    names = list(dict.fromkeys(name for pair in pairs for name in (pair.left, pair.right)))
    few = names[: min(len(names), 600)]
    match_many(few, few)
    square = [one for one in few for _ in few], [other for _ in few for other in few]
    rate(f"{len(few)} names against each other, names known", *square)
    rate(f"{len(few)} names against each other, word pairs known too", *square)
    many = combined(names, MANY)
    start = time.process_time()
    match_many(many, many[::-1])
    print(f"{len(many)} different names read: {(time.process_time() - start) / len(many) * 1e6:,.0f} µs a name")
    rate_random(f"of {len(many)} different names", many)


def rate_random(title: str, names: list[str], kind: str = "person") -> None:
    """Print how many pairs a second ``match_many`` scores in two columns of names drawn from some, the first time, and
    another time with other pairs."""
    draw = random.Random(1)
    columns = [draw.choices(names, k=PAIRS) for _ in range(3)]
    rate(f"{PAIRS} pairs {title}, names known", columns[0], columns[1], kind)
    rate(f"{PAIRS} other pairs {title}", columns[0], columns[2], kind)


def rate(title: str, left: list[str], right: list[str], kind: str = "person") -> None:
    """Print how many pairs a second of processor time ``match_many`` scores."""
    start = time.process_time()
    match_many(left, right, kind)
    print(f"match_many, {title}: {len(left) / (time.process_time() - start):,.0f} a second")


def combined(names: list[str], count: int) -> list[str]:
    """So many different names made of the words of some: two in five turned around, one in ten with an initial."""
    draw = random.Random(1)
    parsed = [parse_name(name) for name in names]
    givens, families = ([name for name in dict.fromkeys(some) if name] for some in ([one.given for one in parsed], [one.family for one in parsed]))
    found: dict[str, None] = {}
    while len(found) < count:
        given, family = draw.choice(givens), draw.choice(families)
        if draw.random() < 0.1:
            given = f"{given[0]}."
        found[f"{family} {given}" if draw.random() < 0.4 else f"{given} {family}"] = None
    return list(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--places", type=Path, help="places_open.jsonl: one place a line, name and spelling_like")
    arguments = parser.parse_args()
    for pair in (("Ян Чыж", "Jan Čyž"), ("Сергея Иванова", "Сяргей Іваноў")):  # which load the tables, that of cases too
        match(*pair)
    measure_new()
    for title, (_, kind) in FILES.items():
        measure(title, pairs_of(title), kind)
    if arguments.places:
        measure("places", list(place_pairs(arguments.places)), "place")
    print()
    measure_bulk(pairs_of("Slavic people"))
    for title, kind in (("organisations", "organisation"), ("places", "place")):
        some = list(place_pairs(arguments.places)) if kind == "place" and arguments.places else pairs_of(title) if kind != "place" else []
        names = list(dict.fromkeys(name for pair in some for name in (pair.left, pair.right)))
        match_many(names, names[::-1], kind)
        if names:
            rate_random(f"of {len(names)} {title}", names, kind)


if __name__ == "__main__":
    main()
