"""What two names' shapes and their words' ties come to: the parts aligned, each reason with its weight.

A plan knows no letters. Names of one shape whose words are tied alike have one plan, so it is worked out once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import NamedTuple

from .bonds import Bond
from .evidence import score_of
from .shapes import Shape
from .weights import (
    BESIDE_CONFLICT,
    CONFLICT,
    COVERED,
    GENDERS_DIFFER,
    INITIAL_AGREES,
    INITIAL_DIFFERS,
    LATER_INITIAL,
    MISSING,
    NAMES_TURNED,
    NOTHING_SHARED,
    ORDER,
    PART,
    SHARES,
    SUFFIX_MISSING,
    SUFFIXES_AGREE,
    SUFFIXES_DIFFER,
)  # fmt: skip

_RANK = ("family", "crossed", "given", "patronymic")
_UNCERTAIN = frozenset(("swapped", "doubled", "dropped", "neighbour", "replaced", "several", "misread", "misspelt", "cognate", "gender"))


class Join(NamedTuple):
    """A run of parts (``left`` or ``right`` may have several) that the other side writes as one word."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    kind: str
    worth: float


TIED, JOINED = "tie", "join"


class Step(NamedTuple):
    """One reason: its kind, the places of the parts on either side, its weight, and the rule: TIED where the tie of the
    parts tells it, JOINED where a join does."""

    kind: str
    left: tuple[int, ...]
    right: tuple[int, ...]
    weight: float
    rule: str


INITIALS_TURNED = "stands before the other initial"
_OF_WHOLE = frozenset(("gender", "order"))  # steps that are about no part alone


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Reasons for and against, what they weigh together, whether any speaks against, and the score they make; whether
    the names have a word in common, letter by letter; and whether their order, or gender, tells two people apart: father and son, two names or initials that change places, Luciana and Luciano."""

    steps: tuple[Step, ...]
    weight: float
    against: bool
    score: float
    common: bool
    are_apart: bool


@lru_cache(65536)
def plan(a: Shape, b: Shape, flat: tuple[Bond, ...], joins: tuple[Join, ...] = ()) -> Plan:
    """The reasons for and against, family names first; ``flat`` are the bonds of each part of ``a`` with all of ``b``."""
    size = len(b.roles)
    bonds = [flat[at : at + size] for at in range(0, len(flat), size)]
    found = _align(bonds)
    answers = _without_fathers(a, b, found)
    steps = _steps(a, b, bonds, answers, joins)
    weight, against = sum(step.weight for step in steps), any(step.weight < 0 for step in steps)
    apart = len(answers) < len(found) or bool(_names_turned(a, b, answers)) or _are_man_and_woman(steps, [(role, bonds[i][j].kind) for role, i, j, _ in answers])
    apart = apart or any(step.rule == INITIALS_TURNED for step in steps)
    return Plan(steps, weight, against, score_of(steps), any(bond.kind == "same" for bond in flat), apart)


def _steps(
    a: Shape, b: Shape, bonds: list[tuple[Bond, ...]], answers: list[tuple[str, int, int, float]], joins: tuple[Join, ...]
) -> tuple[Step, ...]:
    left = [at for at in range(len(a.roles)) if all(at != i for _, i, _, _ in answers)]
    right = [at for at in range(len(b.roles)) if all(at != j for _, _, j, _ in answers)]
    agreed = [(role, (i,), (j,), weight, bonds[i][j].kind, TIED) for role, i, j, weight in answers]
    for join in joins:
        if all(at in left for at in join.left) and all(at in right for at in join.right):
            left = [at for at in left if at not in join.left]
            right = [at for at in right if at not in join.right]
            part = "family" if len(join.left) == len(a.roles) and len(join.right) == len(b.roles) else "crossed"  # a whole name in one word
            agreed.append(("family", join.left, join.right, PART[part] * join.worth, join.kind, JOINED))
    agreed.sort(key=lambda one: -one[3])
    roles = [one[0] for one in agreed]
    turned = _turned(a, b, answers)
    against = _conflicts(a, b, bonds, left, right, roles, turned)
    others = [*_initials(a, b, bonds, left, right, turned), *against]
    joined = any(one[-1] == JOINED for one in agreed)  # whose parts alone may show another gender: Gebre Mariam, Gebremariam
    differ = a.gender and b.gender and a.gender != b.gender and not joined and not any(step.weight < 0 for step in against)
    if differ:
        others.append(Step("gender", (), (), GENDERS_DIFFER, ""))
    if turned_role := _names_turned(a, b, answers):
        others.append(Step("order", (), (), NAMES_TURNED, f"the two {turned_role} names change places"))
    contradicted = any((step.left and step.right or step.kind in _OF_WHOLE) and step.weight < 0 for step in others)
    steps = [*_weighed(agreed, BESIDE_CONFLICT if contradicted else inf), *others]
    if not any(step.weight > 0 for step in steps):
        steps.append(Step("nothing in common", (), (), NOTHING_SHARED, "no part of one answers a part of the other"))
    if "crossed" in roles:
        steps.append(Step("order", (), (), ORDER, "given and family name change places"))
    steps += _suffixes(a, b)
    certain = _UNCERTAIN.isdisjoint(kind for *_, kind, _ in agreed)
    if agreed and certain and not left and not right and not any(step.weight < 0 and (step.kind != "gender" or _are_man_and_woman(steps, [(role, kind) for role, *_, kind, _ in agreed])) for step in others):
        steps.append(Step("nothing left over", (), (), COVERED, "every part has its answer"))
    return tuple(steps)


def _are_man_and_woman(steps: Sequence[Step], agreed: Sequence[tuple[str, str]]) -> bool:
    """Whether a man's and a woman's name have given names that only a sound law makes one: Luciano, Luciana."""
    return any(step.kind == "gender" for step in steps) and ("given", "law") in agreed


def _names_turned(a: Shape, b: Shape, answers: list[tuple[str, int, int, float]]) -> str:
    """The role of two names that have their answers in the other order beside one of the other role that has its own: Pérez Gómez is no
    Gómez Pérez, José María no María José; but Ho Minh Khoi is Khoi Minh Ho."""
    if len({i + j for _, i, j, _ in answers}) == 1:  # all of it is turned
        return ""
    for role, other in (("family", "given"), ("given", "family")):
        own = sorted((i, j) for found, i, j, _ in answers if found == role)
        if len(own) == 2 == a.roles.count(role) == b.roles.count(role) and own[0][1] > own[1][1] and any(found == other for found, *_ in answers):
            return role
    return ""


def _align(bonds: list[tuple[Bond, ...]]) -> list[tuple[str, int, int, float]]:
    """The parts that agree, the heaviest first: (role, place in a, place in b, weight)."""
    ranked = []
    for i, row in enumerate(bonds):
        for j, bond in enumerate(row):
            if bond.worth > 0 and bond.role != "initial":
                ranked.append((bond.weight, bond.role != "crossed", -abs(i - j), -i - j, bond.role, i, j))
    ranked.sort(key=lambda one: one[:4], reverse=True)
    answers: list[tuple[str, int, int, float]] = []
    for weight, _, _, _, role, i, j in ranked:
        if all(i != one and j != other for _, one, other, _ in answers):
            answers.append((role, i, j, weight))
    return answers


def _without_fathers(a: Shape, b: Shape, answers: list[tuple[str, int, int, float]]) -> list[tuple[str, int, int, float]]:
    """The answers but for those of given names to fathers' names both ways: Ilham Heydar oglu is the father of Heydar Ilham oglu."""
    if not a.of_father or not b.of_father:
        return answers
    turned = [(a.roles[i] == "given") - (b.roles[j] == "given") for _, i, j, _ in answers]
    return [answer for answer, turn in zip(answers, turned, strict=True) if not turn] if 1 in turned and -1 in turned else answers


def _weighed(agreed: list, most: float) -> list[Step]:
    """The agreements as steps: the strongest count in full, further ones less, and all together not more than ``most``."""
    steps, place = [], 0
    for role, i, j, weight, _, rule in agreed:
        if role != "patronymic":
            weight *= SHARES[min(place, len(SHARES) - 1)]
            place += 1
        weight = min(weight, most)
        most -= weight
        kind = "name" if role == "crossed" else "patronymic" if role == "patronymic" else f"{role} name"
        steps.append((_RANK.index(role), Step(kind, i, j, round(weight, 4), rule)))
    return [step for _, step in sorted(steps, key=lambda pair: pair[0])]


def _turned(a: Shape, b: Shape, answers: list[tuple[str, int, int, float]]) -> tuple[bool, bool]:
    """Whether either name was read in the wrong order, as the other shows: what is its given name is a family name
    there, so its family name is a given name (Duncan Elizabeth beside E. Duncan)."""
    crossed = [(a.roles[i], b.roles[j]) for role, i, j, _ in answers if role == "crossed"]
    return ("given", "family") in crossed, ("family", "given") in crossed


def _conflicts(
    a: Shape, b: Shape, bonds: list[tuple[Bond, ...]], left: list[int], right: list[int], roles: list[str],
    turned: tuple[bool, bool],
) -> list[Step]:
    """Leftovers of one role against each other; then what is left against anything; then what is only missing, unless
    an initial stands for it. Takes what contradicts out of ``left`` and ``right``: initials are not asked about it."""
    steps: list[Step] = []
    if not left and not right:
        return steps
    for role in ("family", "given", "patronymic"):
        mine, yours = [i for i in left if a.roles[i] == role], [j for j in right if b.roles[j] == role]
        met = role in roles or role != "patronymic" and "crossed" in roles
        while mine and yours:
            i, j = max(((i, j) for i in mine for j in yours), key=lambda pair: bonds[pair[0]][pair[1]].worth)
            mine.remove(i)
            yours.remove(j)
            left.remove(i)
            right.remove(j)
            worth = bonds[i][j].worth
            weighed = role if not met or role == "patronymic" else "before" if _stand_before(a, left, i) and _stand_before(b, right, j) else "second"
            weight = CONFLICT[weighed] * min(worth, 0.0)
            steps.append(Step(_label(role, met), (i,), (j,), weight, TIED))
            met = True
    ours, theirs = [i for i in left if a.roles[i] != "initial"], [j for j in right if b.roles[j] != "initial"]
    for i, j in zip(ours, theirs, strict=False):
        kind = "uneven" if "patronymic" in (a.roles[i], b.roles[j]) else "crossed"
        steps.append(Step("name", (i,), (j,), -CONFLICT[kind], "not the same name"))
        left.remove(i)
        right.remove(j)
    paired = min(len(ours), len(theirs))
    for rest, shape, own, initials, is_turned in (
        (ours[paired:], a, left, len(right) - len(theirs), turned[0]), (theirs[paired:], b, right, len(left) - len(ours), turned[1])
    ):
        for at in rest:
            role = shape.roles[at]
            if initials > 0 and (role == "given" or role == "family" and is_turned or _stand_before(shape, own, at)):
                initials -= 1
            elif role == "patronymic" or role in roles or "crossed" in roles:
                places = ((at,), ()) if shape is a else ((), (at,))
                steps.append(Step(f"{_label(role, True)} missing", *places, MISSING[role], "stands on one side only"))
    return steps


def _stand_before(shape: Shape, left: list[int], place: int) -> bool:
    """Whether a family name stands before another that has its answer."""
    return shape.roles[place] == "family" and any(role == "family" and at > place and at not in left for at, role in enumerate(shape.roles))


def _initials(
    a: Shape, b: Shape, bonds: list[tuple[Bond, ...]], left: list[int], right: list[int], turned: tuple[bool, bool]
) -> list[Step]:
    """Initials against the forenames and initials that are left on the other side, in order, and the names before the family name.
    Takes both out of the rests."""
    steps, both = [], []
    for backwards, own, own_shape, others, shape, is_turned in (
        (False, left, a, right, b, turned[1]), (True, right, b, left, a, turned[0])
    ):
        for initial in [at for at in own if own_shape.roles[at] == "initial"]:
            names = [at for at in others if is_turned or shape.roles[at] != "family" or _stand_before(shape, others, at)]
            of_family = not names and "family" not in own_shape.roles  # Иван П., which may speak against Сидоров, but hardly for Петров
            names = names or (others if of_family else [])
            if not names:
                continue
            worths = [bonds[at][initial].worth if backwards else bonds[initial][at].worth for at in names]
            if of_family and max(worths) > 0:
                continue
            place = next((at for at, worth in enumerate(worths) if worth > 0), None)
            if place and shape.roles[names[place]] == "patronymic" and shape.roles[names[0]] == "given":
                place = None
            answer = names[place or 0]
            own.remove(initial)
            others.remove(answer)
            places = ((answer,), (initial,)) if backwards else ((initial,), (answer,))
            if shape.roles[answer] == "initial" and any((one < initial) != (other < answer) for one, other in both):
                steps.append(Step("initial", *places, INITIAL_DIFFERS, INITIALS_TURNED))  # В. Л., Л. В.
                continue
            weight = INITIAL_DIFFERS if place is None else LATER_INITIAL if place else INITIAL_AGREES
            steps.append(Step("initial", *places, weight, "begins otherwise" if place is None else "begins so"))
            if shape.roles[answer] == "initial":
                both.append((initial, answer))
    return steps


def _suffixes(a: Shape, b: Shape) -> list[Step]:
    if a.suffixes == b.suffixes:
        return [Step("suffix", (), (), SUFFIXES_AGREE, "stands on both sides")] if a.suffixes else []
    if a.suffixes and b.suffixes:
        return [Step("suffix", (), (), SUFFIXES_DIFFER, "two people of one name told apart")]
    return [Step("suffix", (), (), SUFFIX_MISSING, "stands on one side only")]


def _label(role: str, second: bool) -> str:
    return role if role == "patronymic" else f"second {role} name" if second else f"{role} name"
