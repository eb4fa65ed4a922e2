"""Comparing two people's names: parts are aligned by what they are and what they mean, not by where they stand."""

from __future__ import annotations

from functools import lru_cache

from ..names import given_groups, patronymic_of
from .evidence import IDENTICAL, Evidence
from .plan import NO_BOND, Bond, Join, Step, plan
from .shapes import plain_role, shape_of
from .sides import Part, Side
from .ties import INITIAL, NO_TIE, Tie, consonants_tie, initial_agrees, ties_of

_ACROSS = frozenset(("same", "spelling", "law", "group", "loose", "consonants", "swapped", "doubled"))
_EXACT = frozenset(("same", "spelling", "law"))
_JOINS = frozenset(("same", "spelling", "law", "loose"))
_LONGEST_JOIN, _LONGER = 3, 3


def compare_people(a: Side, b: Side) -> tuple[Evidence, ...]:
    """The evidence about two people's names; family name first."""
    if a.text == b.text:
        return (Evidence("identical", a.text, b.text, IDENTICAL, "the same characters"),)
    if not a.parts or not b.parts:
        return ()
    steps = plan_of(a, b)
    return tuple(_evidence(step, a, b) for step in steps)


def plan_of(a: Side, b: Side) -> tuple[Step, ...]:
    """The plan for two prepared names."""
    abjad = a.script != b.script
    bonds = [[_bond(one, other, abjad) for other in b.parts] for one in a.parts]
    return plan(_shape(a), _shape(b), bonds, joins_of(a, b))


@lru_cache(32768)
def _shape(side: Side):
    return shape_of(side)


def _bond(one: Part, other: Part, abjad: bool = False) -> Bond:
    """How two parts are tied, by the best of the forms they stand for."""
    if one.role == "initial" or other.role == "initial":
        return INITIAL_BOND if _initial(one, other) else NO_BOND
    if len(one.forms) == 1 and len(other.forms) == 1:
        best = _bond_of(one.forms[0], other.forms[0], one, other)
    else:
        bonds = (_bond_of(form, other_form, one, other) for form in one.forms for other_form in other.forms)
        best = max(bonds, key=lambda bond: bond.tie.worth)
    if abjad and best.tie.worth < 0.5:
        tie = consonants_tie(one.text, other.text)
        if tie is not None:
            return Bond(best.role, tie)
    return best


INITIAL_BOND = Bond("initial", INITIAL)


def _initial(one: Part, other: Part) -> bool:
    if one.role == "initial":
        return initial_agrees(one.text, other.forms)
    return initial_agrees(other.text, one.forms)


def _bond_of(form: str, other_form: str, one: Part, other: Part) -> Bond:
    ties = ties_of(form, other_form, one.lang, other.lang)
    return bond_between(ties, plain_role(one.role), plain_role(other.role))


def bond_between(ties, left: str, right: str) -> Bond:
    """What the ties of two words come to in these roles."""
    if left == right:
        return Bond(left, getattr(ties, left))
    tie = ties.given if ties.given.worth > ties.family.worth else ties.family
    if "patronymic" in (left, right):
        return Bond("patronymic" if "given" in (left, right) else "crossed", tie if tie.kind in _EXACT else NO_TIE)
    return Bond("crossed", tie if tie.kind in _ACROSS else NO_TIE)


def joins_of(a: Side, b: Side) -> tuple[Join, ...]:
    """Runs of words on one side that one word on the other writes together: Abd al-Rahman, Abdulrahman; Jin Ping, Jinping."""
    found = []
    for turned, runs, singles in ((False, b, a.parts), (True, a, b.parts)):
        for places, text in _runs(runs.words or runs.parts):
            for at, single in enumerate(singles):
                if single.role != "initial" and abs(len(single.text) - len(text)) <= _LONGER:
                    tie = ties_of(single.text, text).family
                    if tie.kind in _JOINS:
                        found.append(Join(places, (at,), tie) if turned else Join((at,), places, tie))
    return tuple(found)


@lru_cache(16384)
def _runs(words: tuple[Part, ...]) -> tuple[tuple[tuple[int, ...], str], ...]:
    """Neighbouring words of a side with the particles between them, as places among the parts, and their letters."""
    found = []
    only_particles = all(word.role == "particle" for word in words)
    places, at = [], 0
    for word in words:
        places.append(at)
        at += only_particles or word.role != "particle"
    for start in range(len(words)):
        for end in range(start + 2, min(start + _LONGEST_JOIN, len(words)) + 1):
            run = [place for place in range(start, end) if only_particles or words[place].role != "particle"]
            if not run or any(words[place].role == "initial" for place in range(start, end)):
                continue
            at = tuple(places[place] for place in run)
            found.append((at, "".join(word.text for word in words[start:end])))
            if 1 < len(run) < end - start:
                found.append((at, "".join(words[place].text for place in run)))
    return tuple(found)


def _evidence(step: Step, a: Side, b: Side) -> Evidence:
    """A step in words."""
    left = " ".join(a.parts[at].text for at in step.left)
    right = " ".join(b.parts[at].text for at in step.right)
    rule = step.rule
    if step.tie is not None:
        rule = f"written together: {step.tie.rule}" if rule == "join" else _rule(step, a, b)
    if step.kind == "gender":
        rule = f"{_gender(a)} and {_gender(b)}"
    elif step.kind == "suffix":
        left, right = ", ".join(a.suffixes), ", ".join(b.suffixes)
    if not left and not right:
        left, right = a.text, b.text
    return Evidence(step.kind, left, right, step.weight, rule)


def _rule(step: Step, a: Side, b: Side) -> str:
    rule = _bond(a.parts[step.left[0]], b.parts[step.right[0]], a.script != b.script).tie.rule
    if step.kind.endswith("given name") and step.weight < 0:
        return rule + _family_story(a, b, a.parts[step.left[0]], b.parts[step.right[0]])
    return rule


def _family_story(a: Side, b: Side, one: Part, other: Part) -> str:
    """Father and child, or children of one father: what two names of one family that differ in the given name tell."""
    fathers = [_fathers_of(side) for side in (a, b)]
    names = [{match.id for match in given_groups(part.text)} for part in (one, other)]
    if fathers[0] & names[1] or fathers[1] & names[0]:
        return "; father and child by the patronymic"
    return "; children of one father by the patronymic" if fathers[0] & fathers[1] else ""


def _fathers_of(side: Side) -> set[str]:
    return {father for part in side.of("patronymic") if (found := patronymic_of(part.text)) for father in found.fathers}


def _gender(side: Side) -> str:
    return {"m": "a man’s name", "f": "a woman’s name"}[side.gender]


def tie_between(one: Part, other: Part) -> Tie:
    """The tie of two parts in the roles they have."""
    return _bond(one, other).tie
