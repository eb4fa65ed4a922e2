"""Fits what evidence weighs, on the development half of the pairs, and judges it on the half held back.

    python benchmarks/fit_matching.py [--step 0.15] [--rounds 2]

Coordinate search: each number of ``translit/scoring/weights.py`` that is asked for is moved up and down by a share of
itself, and the move is kept when the mean loss of the development half (log loss, errors counted on top) falls. The
threshold is then the one in the middle of the best. Prints what it would change; nothing is written.
"""

from __future__ import annotations

import argparse
import math

from matching_pairs import FILES, Pair, is_held_back, pairs_of

from translit import scoring
from translit.scoring import bonds, leftovers, match, pairs, plan, rests, score_of, shapes, weights, words

NUMBERS = [
    *(("PART", key) for key in weights.PART), *(("CONFLICT", key) for key in weights.CONFLICT),
    "INITIAL_AGREES", "INITIAL_DIFFERS", "GENDERS_DIFFER", "COVERED", "TOTAL", "LEFT_OVER_LEAST", "INSIDE_LEAST",
    "TYPES_LEFT", "WORDS_DIFFER",
]  # fmt: skip
ERROR = 1.0


def read(number) -> float:
    """The present value of a number."""
    return getattr(weights, number[0])[number[1]] if isinstance(number, tuple) else getattr(weights, number)


def write(number, value: float) -> None:
    """Set a number wherever it has been imported, and forget what was worked out with the old one."""
    if isinstance(number, tuple):
        getattr(weights, number[0])[number[1]] = value
    else:
        for module in (weights, leftovers, plan, pairs, rests, shapes, words):
            if hasattr(module, number):
                setattr(module, number, value)
    for cached in (shapes.family_rarity, shapes.given_rarity, bonds.bond_between, plan.plan, pairs.judge, pairs.score_of_words, pairs._evidence_of):
        cached.cache_clear()
    rests.MOST = rests.most()


def scored(pairs: list[tuple[str, Pair]]) -> list[tuple[float, bool]]:
    """The scores of some pairs, kept off 0 and 1."""
    found = [(score_of(match(pair.left, pair.right, kind).evidence), pair.same) for kind, pair in pairs]
    return [(min(max(score, 1e-4), 1 - 1e-4), same) for score, same in found]


def loss(pairs: list[tuple[str, Pair]]) -> float:
    """Mean log loss, and ERROR for each pair on the wrong side."""
    total = 0.0
    for score, same in scored(pairs):
        total -= math.log(score if same else 1 - score)
        total += ERROR * ((score >= scoring.THRESHOLD) != same)
    return total / len(pairs)


def f1(pairs: list[tuple[str, Pair]], threshold: float) -> float:
    """F1 at a threshold."""
    found = scored(pairs)
    right = sum(score >= threshold and same for score, same in found)
    return 2 * right / (sum(score >= threshold for score, _ in found) + sum(same for _, same in found))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--step", type=float, default=0.15)
    parser.add_argument("--rounds", type=int, default=2)
    arguments = parser.parse_args()
    everything = [(kind, pair) for title, (_, kind) in FILES.items() for pair in pairs_of(title)]
    own = [one for one in everything if not is_held_back(one[1])]
    held = [one for one in everything if is_held_back(one[1])]
    before = {number: read(number) for number in NUMBERS}
    best = loss(own)
    print(f"before: loss {best:.4f}, F1 {f1(own, scoring.THRESHOLD):.4f}; held back {loss(held):.4f}, {f1(held, scoring.THRESHOLD):.4f}")
    for _ in range(arguments.rounds):
        for number in NUMBERS:
            for factor in (1 + arguments.step, 1 - arguments.step):
                value = read(number)
                write(number, round(value * factor, 3))
                found = loss(own)
                if found < best - 1e-6:
                    best = found
                    break
                write(number, value)
    print(f"after:  loss {best:.4f}, F1 {f1(own, scoring.THRESHOLD):.4f}; held back {loss(held):.4f}, {f1(held, scoring.THRESHOLD):.4f}")
    thresholds = [at / 100 for at in range(5, 100)]
    values = [f1(own, at) for at in thresholds]
    good = [at for at, value in zip(thresholds, values, strict=True) if value == max(values)]
    print(f"thresholds with the best F1 on the development half: {good[0]:.2f} to {good[-1]:.2f}")
    for number in NUMBERS:
        if read(number) != before[number]:
            name = f"{number[0]}[{number[1]!r}]" if isinstance(number, tuple) else number
            print(f"  {name}: {before[number]} → {read(number)}")


if __name__ == "__main__":
    main()
