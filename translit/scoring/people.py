"""Comparing two people's names: parts are aligned by what they are and what they mean, not by where they stand."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from ..names import given_groups, patronymic_of
from .evidence import IDENTICAL, Evidence
from .plan import JOINED, TIED, Bond, Join, Step, plan
from .relations import facts_of, may_be_alike
from .shapes import plain_role, shape_of
from .sides import Part, Side
from .ties import INITIAL, NO_TIE, Tie, Ties, consonants_tie, initial_agrees, ties_of

_ACROSS = frozenset(("same", "spelling", "law", "group", "loose", "consonants", "swapped", "doubled"))
_EXACT = frozenset(("same", "spelling", "law"))
_JOINS = frozenset(("same", "spelling", "law", "loose"))
_LONGEST_JOIN, LONGER = 3, 3


def compare_people(a: Side, b: Side) -> tuple[Evidence, ...]:
    """The evidence about two people's names; family name first."""
    if a.text == b.text:
        return (Evidence("identical", a.text, b.text, IDENTICAL, "the same characters"),)
    if not a.parts or not b.parts:
        return ()
    steps = plan_of(a, b)
    return tuple(_evidence(step, a, b) for step in steps)


def prepared(side: Side) -> Side:
    """A name with its shape, for comparing it more than once."""
    return replace(side, shape=shape_of(side))


def plan_of(a: Side, b: Side) -> tuple[Step, ...]:
    """The plan for two prepared names."""
    abjad = a.script != b.script
    bonds = tuple(_bond(one, other, abjad) for one in a.parts for other in b.parts)
    return plan(a.shape or shape_of(a), b.shape or shape_of(b), bonds, joins_of(a, b))


def _bond(one: Part, other: Part, abjad: bool = False) -> Bond:
    """How two parts are tied, by the best of the forms they stand for."""
    if one.role == "initial" or other.role == "initial":
        return AGREEING_INITIAL if _initial(one, other) else NO_BOND
    if len(one.forms) == 1 and len(other.forms) == 1 and not abjad:
        return bond_between(ties_of(one.forms[0], other.forms[0], one.lang, other.lang), one.role, other.role)
    role, tie = _best_tie(one, other, abjad)
    return Bond(role, tie.kind, tie.worth)


def _best_tie(one: Part, other: Part, abjad: bool = False) -> tuple[str, Tie]:
    ties = (ties_of(form, other_form, one.lang, other.lang) for form in one.forms for other_form in other.forms)
    role, tie = max((_tie_in(found, one.role, other.role) for found in ties), key=lambda pair: pair[1].worth)
    if abjad and tie.worth < _ABJAD_BETTER:
        tie = consonants_tie(one.text, other.text) or tie
    return role, tie


_ABJAD_BETTER = 0.5
AGREEING_INITIAL = Bond("initial", INITIAL.kind, INITIAL.worth)
NO_BOND = Bond("crossed", NO_TIE.kind, NO_TIE.worth)


@lru_cache(131072)
def bond_between(ties: Ties, left: str, right: str) -> Bond:
    """What the ties of two words come to in these roles."""
    role, tie = _tie_in(ties, left, right)
    return Bond(role, tie.kind, tie.worth)


def _initial(one: Part, other: Part) -> bool:
    if one.role == "initial":
        return initial_agrees(one.text, other.forms)
    return initial_agrees(other.text, one.forms)


def _tie_in(ties: Ties, left: str, right: str) -> tuple[str, Tie]:
    left, right = plain_role(left), plain_role(right)
    if left == right:
        return left, getattr(ties, left)
    tie = ties.given if ties.given.worth > ties.family.worth else ties.family
    if "patronymic" in (left, right):
        return ("patronymic" if "given" in (left, right) else "crossed"), tie if tie.kind in _EXACT else NO_TIE
    return "crossed", tie if tie.kind in _ACROSS else NO_TIE


def joins_of(a: Side, b: Side) -> tuple[Join, ...]:
    """Runs of words on one side that one word on the other writes together: Abd al-Rahman, Abdulrahman; Jin Ping, Jinping."""
    found = []
    for turned, runs, singles in ((True, b, a.parts), (False, a, b.parts)):
        for places, text in runs_of(runs.words or runs.parts):
            for at, single in enumerate(singles):
                if single.role == "initial" or abs(len(single.text) - len(text)) > LONGER:
                    continue
                if may_be_alike(facts_of(single.text), facts_of(text)):
                    tie = ties_of(single.text, text).family
                    if tie.kind in _JOINS:
                        found.append(Join(*((at,), places) if turned else (places, (at,)), tie.kind, tie.worth))
    return tuple(found)


@lru_cache(16384)
def runs_of(words: tuple[Part, ...]) -> tuple[tuple[tuple[int, ...], str], ...]:
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
    kind, left_places, right_places, weight, rule = step
    left = " ".join(a.parts[at].text for at in left_places)
    right = " ".join(b.parts[at].text for at in right_places)
    if rule == TIED:
        rule = _rule(step, a, b)
    elif rule == JOINED:
        rule = f"written together: {ties_of(left.replace(' ', ''), right.replace(' ', '')).family.rule}"
    elif kind == "gender":
        rule = f"{a.text} is {_gender(a)}, {b.text} is {_gender(b)}"
    elif kind == "suffix":
        left, right = ", ".join(a.suffixes), ", ".join(b.suffixes)
    if not left and not right:
        left, right = a.text, b.text
    return Evidence(kind, left, right, weight, rule)


def _rule(step: Step, a: Side, b: Side) -> str:
    one, other = a.parts[step.left[0]], b.parts[step.right[0]]
    rule = _best_tie(one, other, a.script != b.script)[1].rule
    if step.weight < 0 and step.kind.endswith("given name"):
        return rule + _family_story(a, b, one, other)
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
