"""The words of people's names as comparisons see them, and how two of them are tied, each worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..tables.scripts import script_row
from .initials import initial_agrees
from .relations import Facts, facts_in, facts_of
from .shapes import family_rarity, given_rarity, plain_role
from .sides import Part, Side
from .strangers import are_strangers
from .ties import (
    DIFFERENT,
    INITIAL,
    MISSPELT_CROSSED,
    NO_TIE,
    Tie,
    Ties,
    agrees,
    are_one,
    is_tied,
    rough_tie,
    ties_of,
)
from .weights import PART

_ACROSS = frozenset(("same", "spelling", "law", "group", "loose", "script", "swapped", "doubled"))
_EXACT = frozenset(("same", "spelling", "law"))
_OF_FATHERS = _EXACT | {"loose", "group"}
_ACROSS_BETTER = 0.5


@dataclass(slots=True, eq=False)  # frozen, it would take five times as long to make
class Token:
    """A word in its role (family, given, patronymic, initial), with the forms it may stand for, its language where that is
    known and the script it was read from; the facts of its ``own`` form, where it stands for one; its ``facts`` as it is written and the
    sounds that it may begin with, as bits, but for an initial. Words that are one in all of it are one Token."""

    text: str
    role: str
    forms: tuple[str, ...]
    lang: str
    script: str
    own: Facts | None
    facts: Facts | None
    firsts: int


@dataclass(frozen=True, slots=True, eq=False)
class Bond:
    """How two tokens are tied: in which role (family, given, patronymic, crossed, or initial), by which kind of tie, what
    it is worth, and what it weighs where it is an answer. ``agrees`` and ``tied`` tell what the two words have in common
    whatever their roles. Bonds that are one in all of it are one Bond."""

    role: str
    kind: str
    worth: float
    weight: float
    agrees: bool
    tied: bool


def token_of(part: Part, script: str = "") -> Token:
    """The token of a name's part."""
    return _token(part.text, plain_role(part.role), part.forms, part.lang, script)


@lru_cache(65536)
def _token(text: str, role: str, forms: tuple[str, ...], lang: str, script: str) -> Token:
    if role == "initial":
        return Token(text, role, forms, lang, script, None, None, 0)
    own = facts_in(forms[0], lang) if len(forms) == 1 else None
    facts = own if own is not None and not lang and forms[0] == text else facts_of(text)
    return Token(text, role, forms, lang, script, own, facts, facts.firsts)


@lru_cache(None)  # their fields have few values
def _bond(*fields) -> Bond:
    return Bond(*fields)


def bond_of(one: Token, other: Token) -> Bond:
    """How two tokens are tied, by the best of the forms they stand for. Of strangers, which most are, none is kept."""
    own, other_own = one.own, other.own
    if one.script != other.script or "initial" in (one.role, other.role):
        return bond_between(one, other, False)
    if own is None or other_own is None:
        pairs = [(facts_in(form, one.lang), facts_in(other_form, other.lang)) for form in one.forms for other_form in other.forms]
        if all([are_strangers(*pair) for pair in pairs]):
            return bond_of_strangers(one.role, other.role)
        return bond_between(one, other, False)
    if are_strangers(own, other_own):
        return bond_of_strangers(one.role, other.role)
    return bond_between(one, other, True)


@lru_cache(262144)
def bond_between(one: Token, other: Token, single: bool) -> Bond:
    """How two tokens that may be tied are: ``single`` ones of one script by the one form that each stands for."""
    if one.role == "initial" or other.role == "initial":
        return bond_of_initial(_initial(one, other), are_one(one.text, other.text))
    if single:
        ties = ties_of(one.forms[0], other.forms[0], one.lang, other.lang, not one.script)
        if one.script and script_row(one.script).given and one.text != other.text:  # whose signs are syllables: another one is no slip
            return bond_of_strangers(one.role, other.role)
        role, tie = _tie_in(ties, one.role, other.role)
        return _bond(role, tie.kind, tie.worth, _weight(role, tie, one, other), agrees(ties), is_tied(ties))
    every = _ties_of_forms(one, other)
    role, tie = _best_of(every, one, other)
    ties = every if one.script == other.script else []
    return _bond(role, tie.kind, tie.worth, _weight(role, tie, one, other), any(map(agrees, ties)), any(map(is_tied, ties)))


@lru_cache(None)  # four
def bond_of_initial(fits: bool, is_one: bool) -> Bond:
    """How an initial is tied to what can be cut to it or not, and is one name with it by rule or table or not."""
    tie = INITIAL if fits else NO_TIE
    return _bond("initial" if fits else "crossed", tie.kind, tie.worth, 0.0, is_one, fits)


@lru_cache(None)  # sixteen pairs of roles
def bond_of_strangers(left: str, right: str) -> Bond:
    """How two different words are tied in these roles."""
    role, tie = ("crossed", NO_TIE) if "initial" in (left, right) else _tie_in(DIFFERENT, left, right)
    return _bond(role, tie.kind, tie.worth, 0.0, False, False)


def best_tie(one: Token, other: Token) -> tuple[str, Tie]:
    """The nearest tie of the forms of two tokens, and its role."""
    return _best_of(_ties_of_forms(one, other), one, other)


def _best_of(every: list[Ties], one: Token, other: Token) -> tuple[str, Tie]:
    """The nearest of the ties of every two forms of two tokens, and its role."""
    forms = [(form, other_form) for form in one.forms for other_form in other.forms]
    ties = [_tie_in(some, one.role, other.role) for some in every]
    best = max(range(len(ties)), key=lambda at: ties[at][1].worth)
    role, tie = ties[best]
    for token, form in zip((one, other), forms[best], strict=True):
        if form != token.text:
            being = f"the father of a {form}" if token.role == "patronymic" else f"{form} with an ending"
            tie = Tie(tie.kind, tie.worth, f"{tie.rule}, {token.text} being {being}")
    if one.script != other.script and tie.worth < _ACROSS_BETTER:
        tie = rough_tie(one.text, other.text, one.script, other.script) or tie
    return role, tie


def _ties_of_forms(one: Token, other: Token) -> list[Ties]:
    """The ties of every form that one token stands for with every one of the other."""
    written = not one.script and not other.script
    return [ties_of(form, other_form, one.lang, other.lang, written) for form in one.forms for other_form in other.forms]


def _initial(one: Token, other: Token) -> bool:
    if one.role == "initial":
        return initial_agrees(one.text, other.forms)
    return initial_agrees(other.text, one.forms)


def _tie_in(ties: Ties, left: str, right: str) -> tuple[str, Tie]:
    if left == right:
        return left, getattr(ties, left)
    tie = ties.given if ties.given.worth > ties.family.worth else ties.family
    if "patronymic" in (left, right):
        return ("patronymic" if "given" in (left, right) else "crossed"), tie if tie.kind in _OF_FATHERS else NO_TIE
    tie = next((one for one in (ties.family, ties.given) if one.kind == "misspelt"), tie)
    if tie.kind == "misspelt":
        return "crossed", Tie(tie.kind, MISSPELT_CROSSED, tie.rule)
    return "crossed", tie if tie.kind in _ACROSS else NO_TIE


def _weight(role: str, tie: Tie, one: Token, other: Token) -> float:
    """What a tie weighs: sharing a rare name proves more than usual, sharing a common one less."""
    if tie.worth <= 0:
        return 0.0
    if role == "patronymic":
        return PART[role] * tie.worth
    rarity = given_rarity if role == "given" else family_rarity
    return PART[role] * tie.worth * min(rarity(one.text), rarity(other.text))


def tokens_of(side: Side) -> tuple[Token, ...]:
    """The tokens of a side's parts."""
    return tuple([token_of(part, side.script) for part in side.parts])
