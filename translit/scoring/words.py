"""Comparing names made of words: places, organisations and others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..text import fold
from .acronyms import may_be_spelled, neighbours, spelled_by
from .evidence import IDENTICAL, Evidence
from .initials import first_sounds
from .leftovers import leftovers, rests_between
from .legalforms import legal_form
from .loose import without_marks
from .sides import Part, Side
from .ties import Tie
from .weights import ORDER, PLACES_TURNED, TOTAL
from .wording import Step, Wording, wording_of
from .wordkinds import names_place
from .wordties import tie_across, tie_in_case, tie_of_cut, word_tie

LONGER = 3  # letters that a word may have more or less than words written as one
BESIDE_ANOTHER = frozenset(("typo", "case", "ending", "people", "place", "cut", "given"))
IN_CASE = frozenset(("ending", "place"))  # of a word behind one that wants a case: в Орше, Орша
TOGETHER = frozenset(("same", "spelling", "law"))
_LAST_VOWEL = re.compile("[ae]h?$")
_LOOSE = frozenset(("loose", "vowels"))


@lru_cache(8192)
def _kept_wording(side: Side, kind: str) -> Wording:
    return wording_of(side, kind)


def compare_words(a: Side, b: Side, kind: str) -> tuple[Evidence, ...]:
    """The evidence about two names of words: each word's nearest answer, acronyms, and the words without an answer.

    A slip, or another case, is believed only beside a word that agrees: Katyn is not Khatyn, Petrovo not Petrovka. A
    country answers its adjective where one of them stands first: Belarusian Ministry of Defence is the Ministry of Defence
    of Belarus, and the Union of Belarusian Writers is not the Union of Writers of Belarus.
    """
    if a.text == b.text:
        return (Evidence("identical", a.text, b.text, IDENTICAL, "the same characters"),)
    if not a.parts or not b.parts:
        return ()
    left, right, steps = weigh_words(_kept_wording(a, kind), _kept_wording(b, kind))
    evidence = []
    for kind, mine, yours, weight, told in steps:
        pair = (" ".join(left.shown[i] for i in mine), " ".join(right.shown[j] for j in yours))
        rule = told if isinstance(told, str) else f"{told.kind}: {told.rule}"
        evidence.append(Evidence(kind, *(pair if mine or yours else (a.text, b.text)), weight, rule))
    return tuple(evidence)


def is_translated(evidence: Sequence[Evidence]) -> bool:
    """Whether all that speaks for two names of words being one is that their words are translations."""
    return all(one.rule.startswith("word: ") for one in evidence if one.weight > 0)


def weigh_words(left: Wording, right: Wording) -> tuple[Wording, Wording, list[Step]]:
    """The reasons about two names of words, and how they were read: by phrases, which are translated as a whole, or, where one
    has more phrases or is of another script, word by word, since whoever romanizes a name, or misspells it, does so with its words; whichever
    speaks more for one name."""
    found = left, right, weigh(left, right)
    if (left.by_words or right.by_words) and (left.phrases != right.phrases or left.script != right.script):
        left, right = left.by_words or left, right.by_words or right
        found = max(found, (left, right, weigh(left, right)), key=lambda way: sum(step.weight for step in way[2]))
    return found


def weigh(left: Wording, right: Wording) -> list[Step]:
    """The reasons about two names of words, read as they are."""
    if not left.parts or not right.parts:
        return []
    tied = _align(left, right)
    alone = [(i, j) for i, j, tie in tied if tie.kind not in BESIDE_ANOTHER or tie.kind in IN_CASE and (left.led[i] or right.led[j])]
    answers = tied if alone else []
    if all(left.light[i] and right.light[j] for i, j in alone):  # a legal form is no reason to believe a slip
        answers = [(i, j, tie) for i, j, tie in answers if tie.kind != "typo"]
    acronyms = _acronyms(left, right, answers) if left.acronyms or right.acronyms else []
    if acronyms and not answers:  # what is believed beside another word is so beside these
        taken = [{place for pair in acronyms for place in pair[side]} for side in (0, 1)]
        answers = [(i, j, tie) for i, j, tie in tied if i not in taken[0] and j not in taken[1]]
    found = [((i,), (j,), tie) for i, j, tie in answers] + acronyms
    found += _joins(left, right, answers)
    taken = {i for mine, _, _ in found for i in mine}, {j for _, yours, _ in found for j in yours}
    rests = rests_between(left, right, taken)
    total = sum(size for rest in rests for at, size in enumerate(rest.side.sizes) if at not in rest.beside_name)
    steps = []
    for mine, yours, tie in found:
        share = (sum(left.sizes[i] for i in mine) + sum(right.sizes[j] for j in yours)) / total
        steps.append(Step("word", mine, yours, TOTAL * tie.worth * share, tie))
    steps += leftovers(*rests, total)
    ordered = sorted((i, j) for i, j, _ in answers)
    if any(one[1] > other[1] for one, other in zip(ordered, ordered[1:], strict=False)):
        steps.append(_turned(left, right, answers))
    return steps


def _turned(left: Wording, right: Wording, answers: list[tuple[int, int, Tie]]) -> Step:
    """What the other order of the words says: next to nothing, but where a thing is of the place within which the other is, and
    the other way round (the Embassy of Poland in Belarus)."""
    places = [(left.within[i], right.within[j]) for i, j, _ in answers if names_place(left.parts[i].text)]
    if (True, False) in places and (False, True) in places:
        return Step("order", (), (), PLACES_TURNED, "what is within another place in one name is not in the other")
    return Step("order", (), (), ORDER, "the words change places")


def _align(left: Wording, right: Wording) -> list[tuple[int, int, Tie]]:
    lone = len(left.parts) == 1 or len(right.parts) == 1
    bare = left.is_bare or right.is_bare
    starts = [bool(side.parts[0].role == "legal" or legal_form(side.parts[0].text)) for side in (left, right)]  # the places of the first words
    ranked = []
    for i, one in enumerate(left.parts):
        for j, other in enumerate(right.parts):
            tie = tie_of_parts(one, other, left.script, right.script)
            if lone and tie.kind in BESIDE_ANOTHER and not (tie.kind in IN_CASE and (left.led[i] or right.led[j])):
                continue
            if bare and tie.kind in _LOOSE and left.brands[i] and left.brands[i] == right.brands[j] and _ending(one.text) != _ending(other.text):
                continue
            if tie.kind == "alike" and left.kind != "place":  # a district court is no county court
                continue
            if tie.kind == "people" and i > starts[0] and j > starts[1] and not _is_before_type(left, i, right, j):
                continue
            if tie.worth > 0:
                ranked.append((tie.worth, -abs(i - j), -i - j, i, j, tie))
    ranked.sort(key=lambda one: one[:3], reverse=True)
    answers: list[tuple[int, int, Tie]] = []
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for _, _, _, i, j, tie in ranked:
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            answers.append((i, j, tie))
    return answers


def _is_before_type(left: Wording, i: int, right: Wording, j: int) -> bool:
    """Whether two words of places stand before others: West Kazakhstan Region, Западно-Казахстанская область; but not South Korean."""
    return left.kind == "place" and i + 1 < len(left.parts) and j + 1 < len(right.parts)


def _ending(brand: str) -> str:
    """A brand with its last vowel as one of those that Arabic names are romanized with (Rahma, Rahmah, Rahmeh), and what is written for
    letters with marks as one (Müller, Mueller)."""
    return _LAST_VOWEL.sub("a", fold(without_marks(brand)))


def tie_of_parts(one: Part, other: Part, script: str = "", other_script: str = "") -> Tie:
    """How two words, or legal forms of several words, read from these scripts, are tied by the nearest of the forms they may
    stand for."""
    if "legal" in (one.role, other.role):
        legal = [part.forms[0] if part.role == "legal" else legal_form(part.text) for part in (one, other)]
        agrees = legal[0] == legal[1]
        return Tie("legal", 1.0 if agrees else 0.0, f"legal form: {legal[0]}")
    if len(one.forms) == len(other.forms) == 1 and script == other_script and not (one.cut or other.cut):
        tie = word_tie(one.forms[0], other.forms[0], one.lang, other.lang)
        return tie if tie.worth or not (one.led or other.led) else tie_in_case(one.forms[0], other.forms[0])
    best = max(
        (word_tie(form, other_form, one.lang, other.lang) for form in one.forms for other_form in other.forms),
        key=lambda tie: tie.worth,
    )
    if one.cut or other.cut:
        best = max(best, tie_of_cut(one, other), key=lambda tie: tie.worth)
    return tie_across(one.text, other.text, script, other_script) if script != other_script and not best.worth else best


def _acronyms(left: Wording, right: Wording, answers: list) -> list[tuple[tuple[int, ...], tuple[int, ...], Tie]]:
    """Acronyms on one side and the words they stand for on the other; they take what only slips and cases had tied."""
    found = []
    for turned, own, others in ((False, left, right), (True, right, left)):
        mine = {pair[turned] for pair in answers}
        yours = {pair[not turned] for pair in answers}
        words = tuple(part.text for part in others.parts)
        for at in own.acronyms:
            if at in mine or not may_be_spelled(own.parts[at].text, words):
                continue
            for start, end in neighbours(len(words)):
                run = tuple(range(start, end))
                if yours.isdisjoint(run) and (rule := spelled_by(own.parts[at].text, words[start:end], others.glue)):
                    tie = Tie("acronym", 0.9 if len(run) > 2 else 0.8, rule)
                    found.append((run, (at,), tie) if turned else ((at,), run, tie))
                    yours.update(run)
                    break
    return found


def _joins(left: Wording, right: Wording, answers: list) -> list[tuple[tuple[int, ...], tuple[int, ...], Tie]]:
    """Two or three words on one side that the other writes as one: Co-operation, Cooperation."""
    found = []
    for turned, own, others in ((False, left, right), (True, right, left)):
        mine = {pair[turned] for pair in answers}
        yours = {pair[not turned] for pair in answers}
        for at, part in enumerate(own.parts):
            length = len(part.text)
            for together, firsts, run in others.runs:
                if not -LONGER <= len(together) - length <= LONGER or firsts.isdisjoint(first_sounds(part.text)):
                    continue
                if at in mine or not yours.isdisjoint(run):
                    continue
                tie = word_tie(part.text, together)
                if tie.kind in TOGETHER:
                    tie = Tie(tie.kind, tie.worth, f"written together: {tie.rule}")
                    found.append((run, (at,), tie) if turned else ((at,), run, tie))
                    mine.add(at)
                    yours.update(run)
    return found
