"""What two names' shapes and their words' ties come to: the parts aligned, each reason with its weight.

A plan knows no letters. Names of one shape whose words are tied alike have one plan, so it is worked out once.
"""

from __future__ import annotations

from typing import NamedTuple

from .shapes import Shape
from .ties import NO_TIE, Tie
from .weights import (
    CONFLICT, COVERED, GENDERS_DIFFER, INITIAL_AGREES, INITIAL_DIFFERS, LATER_INITIAL, MISSING, ORDER, PART, SHARES,
    SUFFIX_MISSING, SUFFIXES_DIFFER,
)  # fmt: skip

_RANK = ("family", "crossed", "given", "patronymic")
_UNCERTAIN = frozenset(("swapped", "doubled", "dropped", "neighbour", "replaced", "several", "cognate", "gender"))


class Bond(NamedTuple):
    """How a part of one name and a part of the other are tied: in which role (family, given, patronymic, crossed, or
    initial), and the tie."""

    role: str
    tie: Tie


class Join(NamedTuple):
    """A run of parts (``left`` or ``right`` has several) that the other side writes as one word."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    tie: Tie


class Step(NamedTuple):
    """One reason: its kind, the places of the parts on either side, its weight, and the tie it rests on, or a rule."""

    kind: str
    left: tuple[int, ...]
    right: tuple[int, ...]
    weight: float
    tie: Tie | None
    rule: str = ""


def plan(a: Shape, b: Shape, bonds: list[list[Bond]], joins: tuple[Join, ...] = ()) -> tuple[Step, ...]:
    """The reasons for and against, family names first."""
    answers = _align(a, b, bonds)
    left = [at for at in range(len(a.roles)) if all(at != i for _, i, _, _ in answers)]
    right = [at for at in range(len(b.roles)) if all(at != j for _, _, j, _ in answers)]
    agreed = [(role, (i,), (j,), weight, bonds[i][j].tie, "") for role, i, j, weight in answers]
    for join in joins:
        if all(at in left for at in join.left) and all(at in right for at in join.right):
            left = [at for at in left if at not in join.left]
            right = [at for at in right if at not in join.right]
            agreed.append(("family", join.left, join.right, PART["crossed"] * join.tie.worth, join.tie, "join"))
    agreed.sort(key=lambda one: -one[3])
    roles = [one[0] for one in agreed]
    steps = _weighed(agreed)
    against = _conflicts(a, b, bonds, left, right, roles)
    steps += _initials(a, b, bonds, left, right)
    steps += against
    if "crossed" in roles:
        steps.append(Step("order", (), (), ORDER, None, "given and family name change places"))
    if a.gender and b.gender and a.gender != b.gender:
        steps.append(Step("gender", (), (), GENDERS_DIFFER, None))
    steps += _suffixes(a, b)
    certain = not any(tie.kind in _UNCERTAIN for *_, tie, _ in agreed)
    if agreed and certain and not left and not right and not any(step.weight < 0 for step in against):
        steps.append(Step("nothing left over", (), (), COVERED, None, "every part has its answer"))
    return tuple(steps)


def _align(a: Shape, b: Shape, bonds: list[list[Bond]]) -> list[tuple[str, int, int, float]]:
    """The parts that agree, the heaviest first: (role, place in a, place in b, weight)."""
    ranked = []
    for i, row in enumerate(bonds):
        for j, (role, tie) in enumerate(row):
            if tie.worth > 0 and role != "initial":
                weight = PART[role] * tie.worth * _rarity(a, b, i, j, role)
                ranked.append((weight, role != "crossed", -abs(i - j), -i - j, role, i, j))
    ranked.sort(key=lambda one: one[:4], reverse=True)
    answers: list[tuple[str, int, int, float]] = []
    for weight, _, _, _, role, i, j in ranked:
        if all(i != one and j != other for _, one, other, _ in answers):
            answers.append((role, i, j, weight))
    return answers


def _rarity(a: Shape, b: Shape, i: int, j: int, role: str) -> float:
    """How much more than usual sharing this part proves: rare names more, common ones less."""
    if role == "patronymic":
        return 1.0
    if role == "given":
        return min(a.given_rarity[i], b.given_rarity[j])
    return min(a.family_rarity[i], b.family_rarity[j])


def _weighed(agreed: list) -> list[Step]:
    """The agreements as steps: the strongest count in full, further ones less."""
    steps, place = [], 0
    for role, i, j, weight, tie, rule in agreed:
        if role != "patronymic":
            weight *= SHARES[min(place, len(SHARES) - 1)]
            place += 1
        kind = "name" if role == "crossed" else "patronymic" if role == "patronymic" else f"{role} name"
        steps.append((_RANK.index(role), Step(kind, i, j, round(weight, 4), tie, rule)))
    return [step for _, step in sorted(steps, key=lambda pair: pair[0])]


def _conflicts(
    a: Shape, b: Shape, bonds: list[list[Bond]], left: list[int], right: list[int], roles: list[str]
) -> list[Step]:
    """Leftovers of one role against each other; then what is left against anything; then what is only missing. Takes
    what contradicts out of ``left`` and ``right``: initials are not asked about it."""
    steps: list[Step] = []
    if not left and not right:
        return steps
    for role in ("family", "given", "patronymic"):
        mine, yours = [i for i in left if a.roles[i] == role], [j for j in right if b.roles[j] == role]
        met = role in roles or role != "patronymic" and "crossed" in roles
        while mine and yours:
            i, j = max(((i, j) for i in mine for j in yours), key=lambda pair: bonds[pair[0]][pair[1]].tie.worth)
            mine.remove(i)
            yours.remove(j)
            left.remove(i)
            right.remove(j)
            tie = bonds[i][j].tie
            weight = CONFLICT["second" if met and role != "patronymic" else role] * min(tie.worth, 0.0)
            steps.append(Step(_label(role, met), (i,), (j,), weight, tie))
            met = True
    ours, theirs = [i for i in left if a.roles[i] != "initial"], [j for j in right if b.roles[j] != "initial"]
    for i, j in zip(ours, theirs, strict=False):
        kind = "uneven" if "patronymic" in (a.roles[i], b.roles[j]) else "crossed"
        steps.append(Step("name", (i,), (j,), -CONFLICT[kind], None, "not the same name"))
        left.remove(i)
        right.remove(j)
    paired = min(len(ours), len(theirs))
    for rest, shape in ((ours[paired:], a), (theirs[paired:], b)):
        for at in rest:
            role = shape.roles[at]
            if MISSING[role] and (role in roles or "crossed" in roles):
                places = ((at,), ()) if shape is a else ((), (at,))
                steps.append(Step(f"{_label(role, True)} missing", *places, MISSING[role], None, "stands on one side only"))
    return steps


def _initials(a: Shape, b: Shape, bonds: list[list[Bond]], left: list[int], right: list[int]) -> list[Step]:
    """Initials against the forenames and initials that are left on the other side, in order. Takes both out of the
    rests."""
    steps = []
    for turned, own, own_shape, others, shape in ((False, left, a, right, b), (True, right, b, left, a)):
        for initial in [at for at in own if own_shape.roles[at] == "initial"]:
            names = [at for at in others if shape.roles[at] != "family"]
            if not names:
                continue
            ties = [bonds[at][initial].tie if turned else bonds[initial][at].tie for at in names]
            place = next((at for at, tie in enumerate(ties) if tie.worth > 0), None)
            if place and shape.roles[names[place]] == "patronymic" and shape.roles[names[0]] == "given":
                place = None
            answer = names[place or 0]
            weight = INITIAL_DIFFERS if place is None else LATER_INITIAL if place else INITIAL_AGREES
            own.remove(initial)
            others.remove(answer)
            places = ((answer,), (initial,)) if turned else ((initial,), (answer,))
            steps.append(Step("initial", *places, weight, None, "begins otherwise" if place is None else "begins so"))
    return steps


def _suffixes(a: Shape, b: Shape) -> list[Step]:
    if a.suffixes == b.suffixes:
        return []
    if a.suffixes and b.suffixes:
        return [Step("suffix", (), (), SUFFIXES_DIFFER, None, "two people of one name told apart")]
    return [Step("suffix", (), (), SUFFIX_MISSING, None, "stands on one side only")]


def _label(role: str, second: bool) -> str:
    return role if role == "patronymic" else f"second {role} name" if second else f"{role} name"


NO_BOND = Bond("crossed", NO_TIE)
