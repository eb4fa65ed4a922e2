"""Whole names in a sister language: given names by table, patronymics built from them, surnames by correspondence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from math import exp

from ..errors import InputError
from ..names import Part, build_patronymics, given_groups, parse_name, patronymic_of
from ..readings import Reading, check_sisters, counterparts, respelled
from ..tables.languages import languages
from ..text import HYPHENS, clean
from .givens import given_named

_FURTHER = 1.5  # nats for each form of a given name after the first of its language
_UNLISTED = 2.5  # nats for a surname spelled as the given name that it also is
_TABLES_KNOW = 4.5  # nats for a word spelled by rule though the tables know it
_STRENGTHS = {"same": ("forms", 0.0), "short": ("short", 0.5), "cognate": ("cognate", 1.5)}
_PER_PART, _MOST = 6, 400


@dataclass(frozen=True, slots=True)
class Spelled:
    """One spelling of a part of a name: how likely (a natural logarithm), and the reasons."""

    text: str
    likely: float
    reasons: tuple[str, ...]


def transfer(name: str, source: str, target: str, n: int = 5) -> list[Reading]:
    """``name``, spelled in ``source``, as ``target`` spells it (be, ru, uk): the likeliest first, at most ``n``.

    >>> [one.text for one in transfer("Аляксандр Лукашэнка", "be", "ru", 1)]
    ['Александр Лукашенко']
    >>> transfer("Тихановская Светлана Георгиевна", "ru", "be")[0].text
    'Ціханоўская Святлана Георгіеўна'
    >>> transfer("Володимир Зеленський", "uk", "be")[0].text, transfer("Ю. Шевчук", "uk", "ru")[0].text
    ('Уладзімір Зяленскі', 'Ю. Шевчук')

    Given names answer by the name tables, patronymics are built from the father's name, all else goes by
    correspondences of letters (``tables/correspondences``); surnames of people in the tables are known
    surnames, but no more is asked of their rows. ``score`` is a candidate's
    share among all that were found, ``reasons`` name the rows and the rules that left a choice. What stands between the
    words comes back as it is.

    Raises UnknownLanguageError, and InputError for n below 1.
    """
    if n < 1:
        raise InputError(f"n={n}: ask for 1 spelling or more")
    check_sisters(source, target)
    return list(spell_across(name, source, target)[:n])


@lru_cache(4096)
def spell_across(name: str, source: str, target: str, withheld: bool = False) -> tuple[Reading, ...]:
    """Every spelling that ``transfer`` ranks; ``withheld`` is said in ``counterparts``."""
    text = clean(name)
    if source == target:
        return (Reading(text, target, "", 1.0, ()),) if text.strip() else ()
    parts = [part for part in parse_name(text).parts if any(char.isalpha() for char in part.text)]
    if not parts:
        return ()
    choices = [_part(part, source, target, withheld)[:_PER_PART] for part in parts]
    whole: dict[str, Spelled] = {}
    for chosen in islice(product(*choices), _MOST * _PER_PART):
        likely = sum(one.likely for one in chosen)
        pieces, end = [], 0
        for part, one in zip(parts, chosen, strict=True):
            pieces += (text[end : part.start], one.text)
            end = part.end
        spelled = "".join([*pieces, text[end:]])
        if spelled not in whole or likely > whole[spelled].likely:
            whole[spelled] = Spelled(spelled, likely, tuple(reason for one in chosen for reason in one.reasons))
    ranked = sorted(whole.values(), key=lambda one: (-one.likely, one.text))
    shares = [exp(max(one.likely - ranked[0].likely, -700.0)) for one in ranked]
    total = sum(shares)
    return tuple(
        Reading(one.text, target, "", round(share / total, 4), one.reasons)
        for one, share in zip(ranked, shares, strict=True)
    )


def to_tarask(name: str) -> str:
    """A Belarusian ``name`` in the classical spelling: given names by table, the rest by rule.

    >>> to_tarask("Аляксандр Лукашэнка"), to_tarask("Святлана Касцюгова")
    ('Аляксандар Лукашэнка', 'Сьвятлана Касьцюгова')
    """
    pieces, end = [], 0
    for part in parse_name(name).parts:
        new = _given_tarask(part.text) if part.role == "given" else None
        new = new or respelled(part.text.lower(), "be", "be-tarask")
        pieces += (name[end : part.start], _capitals(new, part.text))
        end = part.end
    return "".join([*pieces, name[end:]])


def _given_tarask(word: str) -> str | None:
    """The classical form of a given name that the tables have."""
    for match in given_groups(word):
        name = given_named(match.id) if match.by == "form" and match.strength == "same" else None
        if name is not None and "be-tarask" in name.forms:
            return name.forms["be-tarask"][0]
    return None


def _part(part: Part, source: str, target: str, withheld: bool) -> list[Spelled]:
    """The spellings of one part, likeliest first; a hyphened one piece by piece."""
    role = part.role
    pieces = _split(part.text)
    found = [Spelled("", 0.0, ())]
    for piece in pieces:
        if not any(char.isalpha() for char in piece) or role == "particle" and _is_written_in(piece, target):
            options = [Spelled(piece, 0.0, ())]
        else:
            options = _word(piece, role, source, target, withheld)
        joined = [
            Spelled(before.text + one.text, before.likely + one.likely, (*before.reasons, *one.reasons))
            for before in found
            for one in options
        ]
        found = sorted(joined, key=lambda one: -one.likely)[:_PER_PART]
    return found


def _is_written_in(word: str, lang: str) -> bool:
    """Whether ``lang`` has all letters of ``word``."""
    return languages()[lang].alphabet.issuperset(word.lower())


def _split(text: str) -> list[str]:
    pieces, start = [], 0
    for at, char in enumerate(text):
        if char in HYPHENS or char == ".":
            pieces += [text[start:at], char]
            start = at + 1
    return [piece for piece in (*pieces, text[start:]) if piece]


def _word(word: str, role: str, source: str, target: str, withheld: bool) -> list[Spelled]:
    """The spellings of one word: by the tables of its role, and by correspondences, which are doubted where a table
    knows it."""
    by_table = _by_table(word, role, source, target)
    penalty = _TABLES_KNOW if by_table and role in ("given", "patronymic") else 0.0
    low = word.lower()
    by_rule = counterparts(low, source, target, _PER_PART if len(low) > 1 else 1, withheld)
    top = by_rule[0].likely if by_rule else 0.0
    best: dict[str, Spelled] = {}
    for one in (*by_table, *(Spelled(one.text, one.likely - top - penalty, one.reasons) for one in by_rule)):
        text = _capitals(one.text, word)
        if text not in best or one.likely > best[text].likely:
            best[text] = Spelled(text, one.likely, tuple(f"{text}: {reason}" for reason in one.reasons))
    return sorted(best.values(), key=lambda one: -one.likely)[:_PER_PART]


def _by_table(word: str, role: str, source: str, target: str) -> list[Spelled]:
    """What the name tables say; a surname that is a given name, letter by letter, may be spelled as that."""
    if role == "patronymic":
        return list(_patronymic(word, source, target))
    if role == "given":
        return list(_given(word, source, target))
    groups = given_groups(word) if role == "family" else ()
    if not groups or groups[0].by != "form":
        return []
    return [Spelled(one.text, one.likely - _UNLISTED, one.reasons) for one in _given(word, source, target)]


def _given(word: str, source: str, target: str) -> Iterator[Spelled]:
    """The forms in ``target`` of the given names that ``word`` is in ``source``."""
    low = clean(word).casefold()
    for match in given_groups(word):
        name = given_named(match.id)
        if name is None:
            continue
        tie, cost = _STRENGTHS[match.strength]
        own = [form.casefold() for form in getattr(name, tie).get(source, ())]
        cost += 0.0 if low in own else 1.0
        cost += 0.0 if match.frequency == "very common" else 0.3 if match.frequency == "common" else 0.6
        forms = getattr(name, tie).get(target, ())
        spelled = {one.text for one in counterparts(low, source, target, _PER_PART)}
        for place, form in enumerate(forms):
            further = _FURTHER if place or match.strength == "short" else 0.0
            if form.casefold() in spelled:
                further = 0.0 if match.strength == "short" or low not in own[:1] else further / 2
            elif low not in own[:1]:
                further += 0.5
            yield Spelled(form, -cost - further, (f"given name {name.id}",))


def _patronymic(word: str, source: str, target: str) -> Iterator[Spelled]:
    """Patronymics of ``target`` built from the father's name."""
    match = patronymic_of(word)
    if match is None:
        return
    for father in match.fathers:
        name = given_named(father)
        if name is None:
            continue
        exact = any(
            word.casefold() in (one.casefold() for one in build_patronymics(form, source, match.gender))
            for form in name.forms.get(source, ())
        )
        for place, form in enumerate(name.forms.get(target, ())):
            for order, built in enumerate(build_patronymics(form, target, match.gender)):
                cost = _FURTHER * place + 0.7 * order + (0.0 if exact else 1.0)
                yield Spelled(built, -cost, (f"patronymic of {name.id}",))


def _capitals(text: str, like: str) -> str:
    """``text`` in capitals, or with a capital first, where ``like`` is so."""
    letters = [char for char in like if char.isalpha()]
    if len(letters) > 1 and all(char == char.upper() for char in letters):
        return text.upper()
    if letters and letters[0] != letters[0].lower():
        return text[:1].upper() + text[1:]
    return text
