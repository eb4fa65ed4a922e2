"""Parts without an answer: first read together as one word, then weighed as contradiction or as merely missing."""

from __future__ import annotations

from functools import lru_cache

from ..names import given_groups, patronymic_of
from .evidence import Evidence
from .sides import Part, Side
from .ties import Tie, ties_of
from .weights import CONFLICT, MISSING, PART

_LONGEST_JOIN, _LONGER = 3, 3
_JOINS = frozenset(("same", "spelling", "law", "loose"))


def weigh_leftovers(a: Side, b: Side, left: list[Part], right: list[Part], roles: list[str]):
    """What the parts in ``left`` and ``right`` say: (answers of joined parts, rest of left, rest of right, evidence).

    ``roles`` are the roles that have an answer already. Initials are left in the rests.
    """
    joined = []
    if left and right or len(left) > 1 or len(right) > 1 or a.words != a.parts or b.words != b.parts:
        joined = _join(a, b, left, right)
    evidence = _conflicts(a, b, left, right, roles)
    return joined, left, right, evidence


def _join(a: Side, b: Side, left: list[Part], right: list[Part]) -> list[tuple[str, str, str, float, Tie]]:
    """Runs of words on one side that one word on the other writes together: Abd al-Rahman, Abdulrahman; Jin Ping, Jinping."""
    found = []
    for turned, side, own, others in ((False, b, left, right), (True, a, right, left)):
        if not own or not others:
            continue
        for run, text in _runs(side.words or side.parts):
            if any(part not in others for part in run):
                continue
            for single in own:
                if single.role == "initial" or abs(len(single.text) - len(text)) > _LONGER:
                    continue
                tie = ties_of(single.text, text).family
                if tie.kind in _JOINS:
                    own.remove(single)
                    for part in run:
                        others.remove(part)
                    shown = " ".join(part.text for part in run)
                    pair = (shown, single.text) if turned else (single.text, shown)
                    said = Tie(tie.kind, tie.worth, f"written together: {tie.rule}")
                    found.append(("family", *pair, PART["crossed"] * tie.worth, said))
                    break
    return found


@lru_cache(16384)
def _runs(words: tuple[Part, ...]) -> tuple[tuple[tuple[Part, ...], str], ...]:
    """Neighbouring words of a side with the particles between them, and their letters together."""
    found = []
    for start in range(len(words)):
        for end in range(start + 2, min(start + _LONGEST_JOIN, len(words)) + 1):
            run = words[start:end]
            parts = tuple(part for part in run if part.role != "particle")
            if not parts or any(part.role == "initial" for part in parts):
                continue
            found.append((parts, "".join(part.text for part in run)))
            if 1 < len(parts) < len(run):
                found.append((parts, "".join(part.text for part in parts)))
    return tuple(found)


def _conflicts(a: Side, b: Side, left: list[Part], right: list[Part], roles: list[str]) -> list[Evidence]:
    """Leftovers of one role against each other; then what is left against anything; then what is only missing."""
    evidence = []
    mine = {role: [part for part in left if _plain(part.role) == role] for role in ("family", "given", "patronymic")}
    yours = {role: [part for part in right if _plain(part.role) == role] for role in ("family", "given", "patronymic")}
    for role in ("family", "given", "patronymic"):
        met = False
        while mine[role] and yours[role]:
            one, other, tie = _nearest(mine[role], yours[role], role)
            mine[role].remove(one)
            yours[role].remove(other)
            second = met or role in roles or role != "patronymic" and "crossed" in roles
            if tie.worth >= 0:
                evidence.append(Evidence(_label(role, second), one.text, other.text, 0.0, tie.rule))
                continue
            weight = CONFLICT["second" if second and role != "patronymic" else role] * tie.worth
            rule = _family_story(a, b, one, other, role) or tie.rule
            evidence.append(Evidence(_label(role, second), one.text, other.text, weight, rule))
            met = True
    ours = [part for role in mine.values() for part in role]
    theirs = [part for role in yours.values() for part in role]
    for one, other in zip(ours, theirs, strict=False):
        kind = "uneven" if "patronymic" in (one.role, other.role) else "crossed"
        evidence.append(Evidence("name", one.text, other.text, -CONFLICT[kind], f"{one.text} is not {other.text}"))
    paired = min(len(ours), len(theirs))
    evidence += _missing(ours[paired:], roles, right=False) + _missing(theirs[paired:], roles, right=True)
    _forget(left, right, evidence)
    return evidence


def _forget(left: list[Part], right: list[Part], evidence: list[Evidence]) -> None:
    """Take the parts that contradict one another out of the rests: initials are not asked about them."""
    for one in evidence:
        if one.left and one.right:
            for rest, text in ((left, one.left), (right, one.right)):
                gone = next((part for part in rest if part.text == text and part.role != "initial"), None)
                if gone is not None:
                    rest.remove(gone)


def _nearest(left: list[Part], right: list[Part], role: str) -> tuple[Part, Part, Tie]:
    pairs = [(one, other, _tie(one, other, role)) for one in left for other in right]
    return max(pairs, key=lambda pair: pair[2].worth)


def _tie(one: Part, other: Part, role: str) -> Tie:
    return getattr(ties_of(one.text, other.text, one.lang, other.lang), role)


def _missing(parts: list[Part], roles: list[str], right: bool) -> list[Evidence]:
    """Parts that one side has and the other lacks; nothing is said of a role that the other side does not show."""
    evidence = []
    for part in parts:
        role = _plain(part.role)
        if part.role != "initial" and MISSING[role] and (role in roles or "crossed" in roles):
            pair = ("", part.text) if right else (part.text, "")
            evidence.append(Evidence(f"{_label(role, True)} missing", *pair, MISSING[role], "stands on one side only"))
    return evidence


def _family_story(a: Side, b: Side, one: Part, other: Part, role: str) -> str:
    """Father and son, or brothers: what two names of one family that differ in the given name tell."""
    if role != "given":
        return ""
    fathers = [_father_of(side) for side in (a, b)]
    names = [{match.id for match in given_groups(part.text)} for part in (one, other)]
    if fathers[0] & names[1] or fathers[1] & names[0]:
        return f"{one.text} is not {other.text}: father and child by the patronymic"
    if fathers[0] & fathers[1]:
        return f"{one.text} is not {other.text}: children of one father by the patronymic"
    return ""


def _father_of(side: Side) -> set[str]:
    return {father for part in side.of("patronymic") if (found := patronymic_of(part.text)) for father in found.fathers}


def _plain(role: str) -> str:
    return role if role in ("given", "patronymic", "initial") else "family"


def _label(role: str, second: bool) -> str:
    if role == "patronymic":
        return "patronymic"
    return f"{'second ' if second else ''}{role} name"
