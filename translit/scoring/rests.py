"""Names without a part that both have: what a part that agrees adds can never be less than nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..names import Part, name_parts
from .sides import Side
from .ties import Ties, initial_agrees, ties_of

_SURE = 0.999999
_AGREES = frozenset(("same", "spelling", "law", "group"))
_ROLES = frozenset(("given", "patronymic", "family", "particle", "initial", "unknown"))


def are_asked(a: Side, b: Side, score: float, weights: Iterable[float]) -> bool:
    """Whether the rests of two names can say more than all their parts did: where the score is not sure, something
    speaks against it, or particles stand aside that may be names in the rests."""
    return score < _SURE or any(weight < 0 for weight in weights) or a.has_particles and b.has_particles


def rests_of(a: str, b: str) -> Iterator[tuple[str, str, str, str]]:
    """Each word of ``a`` that answers one of ``b``, that word, and both names without them.

    Nothing is yielded where the rests have nothing in common. A word may turn the roles of the others (Ivanova Putin): then the rest alone says more.

    >>> list(rests_of("Ivanova Путин", "Ivanova Putin"))
    [('Ivanova', 'Ivanova', 'Путин', 'Putin'), ('Путин', 'Putin', 'Ivanova', 'Ivanova')]
    """
    left, right = ([part for part in name_parts(name) if part.role in _ROLES] for name in (a, b))
    if len(left) < 2 or len(right) < 2:
        return
    tied = [[_is_tied(one, other) for other in right] for one in left]
    agreed = [[agrees(ties_of(one.text, other.text)) for other in right] for one in left]
    for i, j in answers_beside_others(agreed, tied):
        yield left[i].text, right[j].text, _without(a, left[i]), _without(b, right[j])


def answers_beside_others(agreed: Sequence[Sequence[bool]], tied: Sequence[Sequence[bool]]) -> Iterator[tuple[int, int]]:
    """The places of words that agree, where two other words are tied too."""
    places = [(i, j) for i, row in enumerate(tied) for j, one in enumerate(row) if one]
    for i, row in enumerate(agreed):
        for j, one in enumerate(row):
            if one and any(i != other and j != another for other, another in places):
                yield i, j


def agrees(ties: Ties) -> bool:
    """Whether two words are one name by rule or table."""
    return ties.family.kind in _AGREES or ties.given.kind in _AGREES


def is_tied(ties: Ties) -> bool:
    """Whether anything speaks for two words being one name."""
    return max(ties.family.worth, ties.given.worth, ties.patronymic.worth) > 0


def _is_tied(one: Part, other: Part) -> bool:
    if "initial" in (one.role, other.role):
        initial, name = (one, other) if one.role == "initial" else (other, one)
        return initial_agrees(initial.text, (name.text,))
    return is_tied(ties_of(one.text, other.text))


def _without(name: str, part: Part) -> str:
    return " ".join(f"{name[: part.start]} {name[part.end :]}".split()).strip(" ,")
