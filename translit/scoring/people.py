"""Comparing two people's names: parts are aligned by what they are and what they mean, not by where they stand."""

from __future__ import annotations

from functools import lru_cache

from ..names import given_groups
from .evidence import IDENTICAL, Evidence
from .kin import is_common
from .leftovers import weigh_leftovers
from .sides import Part, Side
from .ties import Tie, consonants_tie, initial_agrees, ties_of
from .weights import (
    COMMON_SURNAME, COVERED, GENDERS_DIFFER, GIVEN_AS_SURNAME, INITIAL_AGREES, INITIAL_DIFFERS, LATER_INITIAL, ORDER, PART,
    RARITY, SHARES, SUFFIX_MISSING, SUFFIXES_DIFFER, UNKNOWN_GIVEN,
)  # fmt: skip

_LABEL = {"family": "family name", "given": "given name", "crossed": "name", "patronymic": "patronymic"}
_ORDER = ("family", "crossed", "given", "patronymic")
_UNCERTAIN = frozenset(("swapped", "doubled", "dropped", "neighbour", "replaced", "several", "cognate", "gender"))
_ACROSS = frozenset(("same", "spelling", "law", "group", "loose", "consonants", "swapped", "doubled"))
_EXACT = frozenset(("same", "spelling", "law"))


def compare_people(a: Side, b: Side) -> tuple[Evidence, ...]:
    """The evidence about two people's names; family name first."""
    if a.text == b.text:
        return (Evidence("identical", a.text, b.text, IDENTICAL, "the same characters"),)
    if not a.parts or not b.parts:
        return ()
    answers = _align(a, b)
    left_taken, right_taken = {i for _, i, _, _, _ in answers}, {j for _, _, j, _, _ in answers}
    left = [part for at, part in enumerate(a.parts) if at not in left_taken]
    right = [part for at, part in enumerate(b.parts) if at not in right_taken]
    joined, others = [], []
    if left or right:
        joined, left, right, others = weigh_leftovers(a, b, left, right, [role for role, *_ in answers])
    found = [(role, a.parts[i].text, b.parts[j].text, weight, tie) for role, i, j, weight, tie in answers] + joined
    found.sort(key=lambda one: -one[3])
    evidence, place = [], 0
    for role, one, other, weight, tie in found:
        if role != "patronymic":
            weight *= SHARES[min(place, len(SHARES) - 1)]
            place += 1
        evidence.append((_ORDER.index(role), Evidence(_LABEL[role], one, other, round(weight, 4), tie.rule)))
    contradicted = any(one.weight < 0 for one in others)
    evidence = [one for _, one in sorted(evidence, key=lambda pair: pair[0])] + _initials(a, b, left, right) + others
    if any(role == "crossed" for role, *_ in found):
        evidence.append(Evidence("order", a.text, b.text, ORDER, "given and family name change places"))
    if a.gender and b.gender and a.gender != b.gender:
        evidence.append(Evidence("gender", a.text, b.text, GENDERS_DIFFER, f"{_gender(a)} and {_gender(b)}"))
    evidence += _suffixes(a, b)
    if found and not left and not right and not contradicted and not any(tie.kind in _UNCERTAIN for *_, tie in found):
        evidence.append(Evidence("nothing left over", a.text, b.text, COVERED, "every part has its answer"))
    return tuple(evidence)


Answer = tuple[str, int, int, float, Tie]


def _align(a: Side, b: Side) -> list[Answer]:
    """The parts that agree, the heaviest first: (role, place in a, place in b, weight, tie)."""
    abjad = a.script != b.script
    ranked = []
    for i, one in enumerate(a.parts):
        if one.role == "initial":
            continue
        for j, other in enumerate(b.parts):
            if other.role == "initial":
                continue
            role, tie = _tie_between(one, other, abjad)
            if tie.worth > 0:
                weight = PART[role] * tie.worth * _rarity(one.text, other.text, role)
                ranked.append((weight, role != "crossed", -abs(i - j), -i - j, role, i, j, tie))
    if len(ranked) > 1:
        ranked.sort(key=lambda one: one[:4], reverse=True)
    answers: list[Answer] = []
    left: set[int] = set()
    right: set[int] = set()
    for weight, _, _, _, role, i, j, tie in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            answers.append((role, i, j, weight, tie))
    return answers


def _tie_between(one: Part, other: Part, abjad: bool = False) -> tuple[str, Tie]:
    """The role two parts answer each other in, and their best tie over all forms they stand for."""
    role, best = "", _NOTHING
    for form in one.forms:
        for other_form in other.forms:
            found, tie = _tie_of(form, other_form, one, other)
            if tie.worth > best.worth:
                role, best = found, tie
    if abjad and best.worth < 0.5:
        tie = consonants_tie(one.text, other.text)
        if tie is not None and tie.worth > best.worth:
            return role or "crossed", tie
    return role or "crossed", best


_NOTHING = Tie("different", -1.0, "")
_NO_TIE = Tie("different", 0.0, "")


def _tie_of(form: str, other_form: str, one: Part, other: Part) -> tuple[str, Tie]:
    ties = ties_of(form, other_form, one.lang, other.lang)
    left, right = _plain(one.role), _plain(other.role)
    if left == right:
        return left, getattr(ties, left)
    tie = ties.given if ties.given.worth > ties.family.worth else ties.family
    if "patronymic" in (left, right):
        return ("patronymic" if "given" in (left, right) else "crossed"), tie if tie.kind in _EXACT else _NO_TIE
    return "crossed", tie if tie.kind in _ACROSS else _NO_TIE


def _plain(role: str) -> str:
    return role if role in ("given", "patronymic") else "family"


@lru_cache(65536)
def _rarity(one: str, other: str, role: str) -> float:
    """How much more than usual sharing this part proves: rare names more, common ones less."""
    if role == "patronymic":
        return 1.0
    if role == "given":
        found = [match for text in (one, other) for match in given_groups(text)[:1]]
        return min((RARITY[match.frequency] for match in found), default=UNKNOWN_GIVEN)
    if is_common(one) or is_common(other):
        return COMMON_SURNAME
    return GIVEN_AS_SURNAME if any(given_groups(text)[:1] for text in (one, other)) else 1.0


def _initials(a: Side, b: Side, left: list[Part], right: list[Part]) -> list[Evidence]:
    """Initials against the forenames and initials that are left on the other side, in order. Takes what they answer
    out of ``left`` and ``right``."""
    evidence: list[Evidence] = []
    for turned, own, others in ((False, left, right), (True, right, left)):
        for initial in [part for part in own if part.role == "initial"]:
            forenames = [part for part in others if part.role in ("given", "patronymic", "initial")]
            if not forenames:
                continue
            place = next((at for at, part in enumerate(forenames) if initial_agrees(initial.text, part.forms)), None)
            if place and forenames[place].role == "patronymic" and forenames[0].role == "given":
                place = None
            answer = forenames[place or 0]
            weight = INITIAL_DIFFERS if place is None else LATER_INITIAL if place else INITIAL_AGREES
            own.remove(initial)
            others.remove(answer)
            pair = (answer.text, initial.text) if turned else (initial.text, answer.text)
            said = "begins otherwise" if place is None else "begins so"
            evidence.append(Evidence("initial", *pair, weight, said))
    return evidence


def _suffixes(a: Side, b: Side) -> list[Evidence]:
    if a.suffixes == b.suffixes or not (a.suffixes or b.suffixes):
        return []
    left, right = ", ".join(a.suffixes), ", ".join(b.suffixes)
    if left and right:
        return [Evidence("suffix", left, right, SUFFIXES_DIFFER, "two people of one name told apart")]
    return [Evidence("suffix", left, right, SUFFIX_MISSING, "stands on one side only")]


def _gender(side: Side) -> str:
    return {"m": "a man’s name", "f": "a woman’s name"}[side.gender]
