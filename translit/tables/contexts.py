"""What the letters around an open choice say about its answers, in nats: counted by tables/build/context_weights.py."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import TableError
from .files import read_tsv, root, shown

_FACTORS = ("share", "letters", "stem", "law")


@dataclass(frozen=True, slots=True)
class ContextWeights:
    """One file of ``tables/correspondences/contexts``.

    ``answers`` says how much a context speaks for an answer of the letters in it, ``stresses`` how much one speaks for a
    place of the stress, ``vowels`` how much one speaks for an answer of its vowel given the stress, all in nats; the last
    two are empty where the other language does not show the stress. ``share`` and ``letters`` are what a natural logarithm
    of a share, and of the likelihood of the answer's letters, count beside them; ``stem`` is what a known stem of a surname
    adds; ``law`` what the costs of ``stress_laws`` count.
    """

    answers: dict[str, dict[str, float]]
    stresses: dict[str, float]
    vowels: dict[str, dict[str, float]]
    share: float
    letters: float
    stem: float
    law: float


def context_path(source: str, target: str) -> Path:
    """Where the weights from ``source`` to ``target`` stand."""
    return root() / "correspondences" / "contexts" / f"{source}-{target}.tsv"


@cache
def context_weights(source: str, target: str) -> ContextWeights:
    """The weights from ``source`` to ``target`` (be, ru, uk); raises TableError for what a file has wrong."""
    path = context_path(source, target)
    answers: dict[str, dict[str, float]] = {}
    stresses: dict[str, float] = {}
    vowels: dict[str, dict[str, float]] = {}
    factors: dict[str, float] = {}
    for row in read_tsv(path):
        try:
            kind, context, answer, nats = row["kind"], row["context"], row["answer"], float(row["nats"])
        except (KeyError, ValueError) as fault:
            raise TableError(shown(path), str(row), f"a row has kind, context, answer and nats ({fault})") from None
        if kind == "factor":
            factors[context] = nats
        elif kind == "stress":
            stresses[context] = nats
        else:
            (vowels if kind == "vowel" else answers).setdefault(context, {})[answer] = nats
    if factors.keys() != set(_FACTORS):
        raise TableError(shown(path), "factor", f"must be said for {', '.join(_FACTORS)}, and for nothing else")
    return ContextWeights(answers, stresses, vowels, *(factors[name] for name in _FACTORS))
