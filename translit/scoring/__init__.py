"""Comparing two names, with evidence: ``match`` and ``match_many``."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from ..errors import InputError
from .evidence import PRIOR, THRESHOLD, Evidence, Match, score_of
from .initials import initial_agrees
from .pairs import compare, match, prepare
from .relations import Relation, likeness, relate
from .sides import Part, Side
from .vocabulary import is_glue
from .wordkinds import is_generic
from .words import is_translated

__all__ = [
    "PRIOR", "THRESHOLD", "Evidence", "Match", "Part", "Relation", "Side", "compare", "initial_agrees", "is_generic", "is_glue", "is_translated", "likeness", "match", "match_many", "prepare", "relate", "score_of",
]  # fmt: skip


def match_many(a: Iterable[str], b: Iterable[str], kind: str = "person"):
    """The scores of pairs, position by position, as a NumPy array of floats; equal to ``match(x, y).score``.

    >>> match_many(["Лукашэнка", "Путин"], ["Lukashenka", "Лавров"]) > 0.5
    array([ True, False])
    """
    import numpy

    left, right = list(a), list(b)
    if len(left) != len(right):
        raise InputError(f"match_many needs as many names on both sides, not {len(left)} and {len(right)}")
    from .bulk import score_pairs

    names = dict.fromkeys(chain(left, right))
    numbers = dict(zip(names, range(len(names)), strict=True))
    places = [numpy.fromiter(map(numbers.__getitem__, side), numpy.int64, len(side)) for side in (left, right)]
    return score_pairs(list(names), *places, kind)
