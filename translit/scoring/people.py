"""Comparing two people's names: parts of one role answer each other; what is missing on one side counts neither way."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..names import given_groups, name_parts, parse_name, surname_endings
from ..phonology import readings
from ..text import fold
from .evidence import IDENTICAL, Evidence, score_of
from .relations import Relation, relate

FAMILY = {"same": 5.4, "spelling": 5.2, "law": 4.9, "typo": 2.4, "different": -6.0}
GIVEN = {"same": 3.2, "spelling": 3.0, "law": 2.7, "group": 3.0, "short": 2.2, "cognate": 0.6, "typo": 1.4, "different": -6.0}
PATRONYMIC = {"same": 1.6, "spelling": 1.6, "law": 1.6, "typo": 1.0, "different": -5.0}
INITIAL_AGREES, INITIAL_DIFFERS = 1.2, -5.0
_HYPHEN = re.compile("[-‐‑]")
SWAPPED, GENDERS_DIFFER, SECOND_FAMILY = -0.4, -4.0, -1.0


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name: its text, its role, and the forms it may stand for (its own text first, base forms after);
    ``lang`` where its language is known."""

    text: str
    role: str
    forms: tuple[str, ...]
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two names compared: its text, its parts in order, the gender it shows (m, f or None)."""

    text: str
    parts: tuple[Part, ...]
    gender: str | None = None

    def of(self, *roles: str) -> tuple[Part, ...]:
        """The parts with one of these roles."""
        return tuple(part for part in self.parts if part.role in roles)


def side_of(text: str) -> Side:
    """A name as scoring sees it: parsed, without titles."""
    parts = tuple(
        Part(piece, part.role, (piece,))
        for part in name_parts(text)
        if part.role not in ("title", "suffix", "particle")
        for piece in ([part.text] if part.role == "initial" else _HYPHEN.split(part.text))
        if piece
    )
    return Side(text, parts, parse_name(text).gender)


def compare_people(a: Side, b: Side) -> tuple[Evidence, ...]:
    """The evidence about two people's names, under the order of parts that scores best."""
    if a.text == b.text:
        return (Evidence("identical", a.text, b.text, IDENTICAL, "the same characters"),)
    best = _compare(a, b)
    for one, other in ((_swapped(a), b), (a, _swapped(b))):
        if one is not None and other is not None:
            evidence = _compare(one, other)
            evidence = (*evidence, Evidence("order", a.text, b.text, SWAPPED, "given and family name change places"))
            if score_of(evidence) > score_of(best):
                best = evidence
    return best


def _swapped(side: Side) -> Side | None:
    """The name read in the other order; None when it has no two plain parts to swap."""
    change = {"given": "family", "family": "given", "unknown": "family"}
    if len(side.of("given", "family", "unknown")) < 2:
        return None
    parts = tuple(Part(part.text, change.get(part.role, part.role), part.forms) for part in side.parts)
    return Side(side.text, parts, side.gender)


def _compare(a: Side, b: Side) -> tuple[Evidence, ...]:
    evidence = [*_families(a, b), *_givens(a, b), *_patronymics(a, b)]
    if a.gender and b.gender and a.gender != b.gender:
        evidence.append(Evidence("gender", a.text, b.text, GENDERS_DIFFER, f"{a.gender} and {b.gender}"))
    return tuple(evidence)


def best_relation(a: Part, b: Part) -> Relation:
    """The nearest relation between any forms of two parts."""
    order = ("same", "spelling", "law", "typo", "different")
    best = None
    for one in a.forms:
        for other in b.forms:
            found = relate(one, other, a.lang, b.lang)
            if best is None or (order.index(found.kind), -found.likeness) < (order.index(best.kind), -best.likeness):
                best = found
    return best


def _families(a: Side, b: Side) -> list[Evidence]:
    left, right = a.of("family", "unknown"), b.of("family", "unknown")
    if not left or not right:
        return []
    pairs = [(best_relation(one, other), one, other) for one in left for other in right]
    relation, one, other = max(pairs, key=lambda pair: (pair[0].agrees, pair[0].likeness))
    if relation.kind == "typo" and _are_siblings(one.text, other.text):
        relation = Relation("different", relation.likeness, f"{one.text} and {other.text} are two surnames of one stem")
    evidence = [Evidence("family name", one.text, other.text, FAMILY[relation.kind], relation.rule)]
    if len(left) > 1 and len(right) > 1 and relation.agrees:
        rest = [pair for pair in pairs if pair[1] is not one and pair[2] is not other]
        if rest and not any(pair[0].agrees or pair[0].kind == "typo" for pair in rest):
            evidence.append(
                Evidence("second family name", rest[0][1].text, rest[0][2].text, SECOND_FAMILY * 3, rest[0][0].rule)
            )
    return evidence


def _are_siblings(a: str, b: str) -> bool:
    """Whether two like surnames are of two families or genders by their endings, as Petrov, Petrova, Petrenko are."""
    left = {(match.id, gender) for match in surname_endings(a) for gender in match.gender}
    right = {(match.id, gender) for match in surname_endings(b) for gender in match.gender}
    return bool(left) and bool(right) and not left & right


def _givens(a: Side, b: Side) -> list[Evidence]:
    left, right = a.of("given"), b.of("given")
    left_initials, right_initials = a.of("initial"), b.of("initial")
    if left and right:
        found = [(given_relation(one, other), one, other) for one in left for other in right]
        (kind, rule), one, other = max(found, key=lambda pair: GIVEN[pair[0][0]])
        return [Evidence("given name", one.text, other.text, GIVEN[kind], rule)]
    if left and right_initials:
        return _initials(left[0], right_initials[0])
    if left_initials and right:
        return _initials(right[0], left_initials[0], turned=True)
    if left_initials and right_initials:
        return _initials(left_initials[0], right_initials[0])
    return []


def given_relation(a: Part, b: Part) -> tuple[str, str]:
    """How two given names are related, as a key of GIVEN, and the rule that says so."""
    relation = best_relation(a, b)
    if relation.kind == "same":
        return "same", relation.rule
    left = {match.id: match for form in a.forms for match in given_groups(form)}
    right = {match.id: match for form in b.forms for match in given_groups(form)}
    tied = [one for one in left.keys() & right.keys() if {left[one].strength, right[one].strength} != {"cognate"}]
    shared = sorted(tied, key=lambda one: _strength(left[one], right[one]))
    if shared:
        name = shared[0]
        strengths = {left[name].strength, right[name].strength}
        kind = "cognate" if "cognate" in strengths else "short" if "short" in strengths else "group"
        return kind, f"given-name table: {name}"
    if relation.agrees and not (left and right):
        return relation.kind, relation.rule
    if left and right:
        return "different", f"given-name table: {min(left)} is not {min(right)}"
    return relation.kind, relation.rule


def _strength(left, right) -> int:
    return sum(("same", "short", "cognate").index(match.strength) for match in (left, right))


def _initials(name: Part, initial: Part, turned: bool = False) -> list[Evidence]:
    agrees = initial_agrees(initial.text, name.forms)
    weight = INITIAL_AGREES if agrees else INITIAL_DIFFERS
    pair = (initial.text, name.text) if turned else (name.text, initial.text)
    return [Evidence("initial", *pair, weight, "begins so" if agrees else "begins otherwise")]


_INITIAL_SOUNDS = str.maketrans("jeo", "iia")


def initial_agrees(initial: str, names: tuple[str, ...]) -> bool:
    """Whether a name of any of these forms can be cut to ``initial``, across alphabets.

    >>> initial_agrees("A.", ("Аляксандр",)), initial_agrees("Y.", ("Евгений",)), initial_agrees("S.", ("Andrei",))
    (True, True, False)
    """
    letters = initial.strip(". ")
    wanted = {one.sounds[:1].translate(_INITIAL_SOUNDS) for one in readings(letters)}
    for name in names:
        if fold(name).startswith(fold(letters)):
            return True
        if wanted & {one.sounds[:1].translate(_INITIAL_SOUNDS) for one in readings(name)}:
            return True
    return False


def _patronymics(a: Side, b: Side) -> list[Evidence]:
    left, right = a.of("patronymic"), b.of("patronymic")
    if left and right:
        relation = best_relation(left[0], right[0])
        kind = relation.kind
        if kind == "different" and relation.likeness >= 0.7:
            kind = "typo"
        return [Evidence("patronymic", left[0].text, right[0].text, PATRONYMIC[kind], relation.rule)]
    for full, initials in ((left, b.of("initial")), (right, a.of("initial"))):
        if full and len(initials) > 1 and not initial_agrees(initials[1].text, full[0].forms):
            return [Evidence("patronymic", full[0].text, initials[1].text, INITIAL_DIFFERS, "begins otherwise")]
    return []
