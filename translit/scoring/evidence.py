"""Evidence and the score it adds up to: one documented function, replayable by anyone."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

PRIOR = -4.0
THRESHOLD = 0.7
IDENTICAL = 25.0
LEAST = -9.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason inside a score: what of the left name answers what of the right one, by which rule.

    ``weight`` is in log-odds: positive speaks for the same name, negative against.
    """

    kind: str
    left: str
    right: str
    weight: float
    rule: str


def score_of(evidence: tuple[Evidence, ...]) -> float:
    """The score (0 to 1) of some evidence: the logistic of PRIOR plus all weights, that sum held within -9 and 60, to
    six decimals.

    >>> score_of(())
    0.017986
    """
    return score_of_weight(sum(one.weight for one in evidence))


def score_of_weight(weight: float) -> float:
    """The score of evidence that weighs so much together."""
    return round(1 / (1 + math.exp(-max(LEAST, min(60.0, PRIOR + weight)))), 6)


@dataclass(frozen=True, slots=True)
class Match:
    """The verdict on two names: ``score`` 0 to 1, ``same`` (score at or above 0.7) and the ``evidence``, which
    replays to the score. ``told`` is the evidence, or a function that tells it of both names and their kind."""

    left: str
    right: str
    kind: str
    score: float
    told: tuple[Evidence, ...] | Callable[[str, str, str], tuple[Evidence, ...]] = field(repr=False)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The reasons; those of ``match`` are put into words when first asked for."""
        return self.told(self.left, self.right, self.kind) if callable(self.told) else self.told

    @property
    def same(self) -> bool:
        """Whether the score reaches the threshold."""
        return self.score >= THRESHOLD

    def explain(self) -> str:
        """The verdict and its reasons in sentences, strongest first, each with its weight."""
        from .sentences import sentences

        return sentences(self)

    def reason(self) -> str:
        """The reasons on one line, strongest first, without weights."""
        from .sentences import sentence

        return "; ".join(sentence(one).rstrip(".") for one in sorted(self.evidence, key=lambda one: -abs(one.weight)))

    def svg(self) -> str:
        """The alignment as a picture: both names, letter by letter, coloured by the rule that explains them."""
        from .picture import draw

        return draw(self)
