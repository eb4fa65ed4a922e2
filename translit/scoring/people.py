"""Comparing two people's names: parts are aligned by what they are and what they mean, not by where they stand."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ..names import given_groups, patronymic_of
from ..phonology import Readings
from .bonds import Bond, Token, best_tie, bond_of, token_of, tokens_of
from .chinese import is_southern, is_wade_giles
from .evidence import IDENTICAL, Evidence
from .japanese import is_in_characters
from .plan import JOINED, TIED, Join, Plan, Step, plan
from .relations import MOST_LACKING, Facts, facts_of, may_be_alike
from .shapes import Shape, shape_of
from .sides import Part, Side
from .strangers import may_be_one
from .ties import Tie, rough_tie, ties_of

_JOINS = frozenset(("same", "spelling", "law", "loose"))
_LONGEST_JOIN, LONGEST_STEP = 3, 4
_UNREAD = Readings((), (), ())
IN_CHARACTERS = 4  # of the systems of a name
_NEVER = 1 << 16  # the length of what runs do not hold


class Run(NamedTuple):
    """Neighbouring words that the other name may write as one: their places among the parts, their letters together,
    facts that a word like them shares, and the script that they were read from."""

    places: tuple[int, ...]
    text: str
    facts: Facts
    script: str = ""


class Lineup(NamedTuple):
    """A name ready to be compared, in place of its side: its text, its shape, the tokens of its parts; the sounds that those begin
    with which a run may answer (initials may not), as bits. ``words`` are what runs are made of, ``starts`` the sounds that
    these may begin with; ``shortest`` is less than no run's length, ``longest`` the most a part has. ``whole``, ``plain`` and
    ``turned`` are those of the side; ``system`` as bits whether a Chinese name is written as
    Wade and Giles do, or as the south does, and whether one in characters may be Japanese."""

    text: str
    shape: Shape
    tokens: tuple[Token, ...]
    firsts: int
    words: tuple[Part | Token, ...]
    starts: int
    shortest: int
    longest: int
    whole: bool
    plain: bool
    turned: str
    system: int

    @property
    def has_particles(self) -> bool:
        """Whether particles stand between the parts."""
        return len(self.words) > len(self.tokens)

    @property
    def runs(self) -> tuple[Run, ...]:
        """Its runs, worked out when first asked."""
        return _runs_of(self.words, self.tokens[0].script if self.tokens else "")


def compare_people(a: Side, b: Side) -> tuple[Evidence, ...]:
    """The evidence about two people's names; family name first."""
    if a.text == b.text:
        return (Evidence("identical", a.text, b.text, IDENTICAL, "the same characters"),)
    if not a.parts or not b.parts:
        return ()
    found, _ = plan_of(_kept_lineup(a), _kept_lineup(b))
    return tuple(_evidence(step, a, b) for step in found.steps)


def line_up(side: Side) -> Lineup:
    """A name made ready to be compared more than once."""
    tokens = tokens_of(side)
    firsts = longest = 0
    shortest, before = _NEVER, _NEVER
    for token in tokens:
        length = _NEVER
        if token.role != "initial":
            firsts |= token.firsts
            length = len(token.text)
            longest = max(longest, length)
        shortest, before = min(shortest, before + length), length
    words, starts = tokens, firsts
    if len(side.words) > len(tokens):
        words = side.words
        for word in words:
            starts |= facts_of(word.text).firsts
        shortest = sum(sorted([len(word.text) if word.role != "initial" else _NEVER for word in words])[:2])
    return Lineup(side.text, shape_of(side, tuple([token.role for token in tokens])), tokens, firsts, words, starts, shortest, longest, side.whole, side.plain, side.turned, is_wade_giles(side.text) + 2 * is_southern(side.text) + IN_CHARACTERS * is_in_characters(side.text))


@lru_cache(8192)
def _kept_lineup(side: Side) -> Lineup:
    return line_up(side)


def plan_of(a: Lineup, b: Lineup) -> tuple[Plan, tuple[Bond, ...]]:
    """The plan for two names, and the bonds of each part of the one with all of the other."""
    bonds = tuple([bond_of(one, other) for one in a.tokens for other in b.tokens])
    return plan(a.shape, b.shape, bonds, joins_between(a, b)), bonds


def joins_between(a: Lineup, b: Lineup) -> tuple[Join, ...]:
    """Runs of words on one side that one word on the other writes together: Abd al-Rahman, Abdulrahman; Jin Ping, Jinping."""
    found = ()
    if b.starts & a.firsts and b.shortest - LONGEST_STEP <= a.longest:
        for run in b.runs:
            if run.facts.firsts & a.firsts:
                found += tuple(Join((at,), run.places, *tie) for at, tie in _joined(run, a))
    if a.starts & b.firsts and a.shortest - LONGEST_STEP <= b.longest:
        for run in a.runs:
            if run.facts.firsts & b.firsts:
                found += tuple(Join(run.places, (at,), *tie) for at, tie in _joined(run, b))
    return found


def _joined(run: Run, other: Lineup) -> list[tuple[int, tuple[str, float]]]:
    """The places of the words that a run is written together in, each with the kind of tie and its worth."""
    found = []
    length = len(run.text)
    for at, token in enumerate(other.tokens):
        facts = token.facts
        near = facts is not None and -LONGEST_STEP <= len(token.text) - length <= LONGEST_STEP
        if near and may_be_alike(facts, run.facts):
            tie = tie_of_run(token.text, run.text, token.script, run.script)
            if tie is not None:
                found.append((at, (tie.kind, tie.worth)))
    return found


@lru_cache(16384)
def tie_of_run(word: str, text: str, script: str = "", other_script: str = "") -> Tie | None:
    """How a word is tied to a run that it may be like, each read from a script; None where it does not write it together."""
    if may_be_one(word, text):
        tie = ties_of(word, text).family
        if tie.kind in _JOINS:
            return tie
    return rough_tie(word, text, script, other_script) if script != other_script else None


@lru_cache(16384)
def _runs_of(words: tuple[Part | Token, ...], script: str) -> tuple[Run, ...]:
    """Neighbouring words of a side with the particles between them. What a run may be like is told by its words: it begins as
    the first of them and has the letters of all."""
    if len(words) < 2:
        return ()
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
            found.append(_run(at, [word.text for word in words[start:end]], script))
            if 1 < len(run) < end - start:
                found.append(_run(at, [words[place].text for place in run], script))
    return tuple(found)


def _run(places: tuple[int, ...], words: list[str], script: str) -> Run:
    text = "".join(words)
    facts = [facts_of(word) for word in words]
    always = ever = 0
    for one in facts:
        always |= one.always
        ever |= one.ever
    return Run(places, text, Facts(text, "", _UNREAD, always, ever, facts[0].firsts, MOST_LACKING), script)


def _evidence(step: Step, a: Side, b: Side) -> Evidence:
    """A step in words."""
    kind, left_places, right_places, weight, rule = step
    left = " ".join(a.parts[at].text for at in left_places)
    right = " ".join(b.parts[at].text for at in right_places)
    if rule == TIED:
        rule = _rule(step, a, b)
    elif rule == JOINED:
        tie = tie_of_run(left.replace(" ", ""), right.replace(" ", ""), a.script, b.script)
        rule = f"written together: {tie.rule if tie else 'the same letters'}"
    elif kind == "gender":
        rule = f"{a.text} is {_gender(a)}, {b.text} is {_gender(b)}"
    elif kind == "suffix":
        left, right = ", ".join(a.suffixes), ", ".join(b.suffixes)
    if not left and not right:
        left, right = a.text, b.text
    return Evidence(kind, left, right, weight, rule)


def _rule(step: Step, a: Side, b: Side) -> str:
    one, other = a.parts[step.left[0]], b.parts[step.right[0]]
    rule = best_tie(token_of(one, a.script), token_of(other, b.script))[1].rule
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
