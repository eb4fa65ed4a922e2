"""Names without a part that both have: what a part that agrees adds can never be less than nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..names import Part, name_parts
from ..tables.names import is_middle_name
from .bonds import Bond, Token, bond_of, token_of
from .people import Lineup
from .plan import Plan
from .sides import Part as SidePart
from .weights import COVERED, PART, REST_IDENTICAL, SHARED, SHARES, UNKNOWN_GIVEN

SURE = 0.999999
_BESIDE_INITIAL = ". "
_ROLES = frozenset(("given", "patronymic", "family", "particle", "initial", "unknown"))


def most() -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The most that the rests of two plain names can weigh, by how many parts the smaller one has: of names that have no
    word in common, and of names that have, whose rests may be the same letters. Two plain words are never two family
    names."""
    family, given, beside = PART["family"], PART["given"] * UNKNOWN_GIVEN, COVERED + SHARED
    own = (0.0, family + beside, family + given + beside, 2 * family + SHARES[2] * given + beside)
    return own, (0.0, *(max(weight, REST_IDENTICAL + 2 * SHARED) for weight in own[1:]))


def are_asked(a: Lineup, b: Lineup, found: Plan) -> bool:
    """Whether the rests of two names can say more than all their parts did: where these weigh less than rests of so many
    parts can, or, with particles and the like, which may be names in the rests, where the score is not sure, something
    speaks against it, or particles stand aside. Without their own names, father and son are one, and so are all that their order or their gender tells apart."""
    if found.are_apart:
        return False
    left = min(len(a.tokens), len(b.tokens)) - 1
    if a.plain and b.plain and left < len(MOST[0]):
        return left > 0 and found.weight < MOST[found.common][left]
    return found.score < SURE or found.against or a.has_particles and b.has_particles


MOST = most()


def rests_of(a: Lineup, b: Lineup, bonds: Sequence[Bond]) -> Iterator[tuple[str, str, str, str]]:
    """Each word of ``a`` that answers one of ``b``, that word, and both names without them; ``bonds`` are those of the
    names' parts.

    Nothing is yielded where the rests have nothing in common. A word may turn the roles of the others (Ivanova Putin): then the rest alone says more.
    """
    if not a.whole or not b.whole:
        bonds = [bond_of(one, other) for one, _ in cut_out(a.text) for other, _ in cut_out(b.text)]
    elif sum([bond.tied or bond.agrees for bond in bonds]) < 2:  # one answers, another beside it
        return
    left, right = cut_out(a.text), cut_out(b.text)
    if len(left) < 2 or len(right) < 2:
        return
    for i, j in answers_beside_others(bonds, len(right)):
        (one, rest), (other, other_rest) = left[i], right[j]
        if len(rest.strip(_BESIDE_INITIAL)) > 1 and len(other_rest.strip(_BESIDE_INITIAL)) > 1:  # an initial alone is no name
            yield one.text, other.text, rest, other_rest


def answers_beside_others(bonds: Sequence[Bond], width: int) -> Iterator[tuple[int, int]]:
    """The places of words that agree, where two other words are tied too."""
    tied = [divmod(at, width) for at, bond in enumerate(bonds) if bond.tied]
    for at, bond in enumerate(bonds):
        if bond.agrees:
            i, j = divmod(at, width)
            if any(i != other and j != another for other, another in tied):
                yield i, j


@lru_cache(16384)
def cut_out(name: str) -> tuple[tuple[Token, str], ...]:
    """Each word of a name as a token, and the name without it and an article that is joined to it; nothing where the next word would then
    be read as a particle.

    >>> [rest for _, rest in cut_out("Faris al-Juburi")]
    ['al-Juburi', 'Faris Juburi', 'Faris']
    """
    parts = [part for part in name_parts(name) if part.role in _ROLES]
    following = [*[part.text for part in parts[1:]], ""]
    rests = ["" if is_middle_name(part.text, after) else _without(name, parts, at) for at, (part, after) in enumerate(zip(parts, following, strict=True))]
    return tuple([(token_of(SidePart(part.text, part.role, (part.text,))), rest) for part, rest in zip(parts, rests, strict=True)])


def _without(name: str, parts: Sequence[Part], at: int) -> str:
    start = at
    while start and parts[at].role != "particle" and parts[start - 1].text.endswith("-"):
        start -= 1
    return " ".join(f"{name[: parts[start].start]} {name[parts[at].end :]}".split()).strip(" ,")
