"""People that no table knows: given name or initial beside a capitalised word, all forms of one name as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..detection import detect
from ..gazetteer import Gazetteer
from ..mentions import Words, is_given, stands_of
from ..names import base_form, patronymic_of
from ..phonology import keys
from ..romanization import romanize
from ..scoring import match
from ..tables.entities import Entity
from ..text import fold
from .decide import Decision

Found = tuple[int, int, Entity, float, str, str | None]

_UNINFLECTED = frozenset(("en", "und", "fr", "es", "it", "nl"))
_FAMILY_FIRST = frozenset(("be", "be-tarask", "ru", "uk", "hu"))
_GIVEN_SCORE, _INITIAL_SCORE, _BARE_SCORE = 0.8, 0.75, 0.7


@dataclass(frozen=True, slots=True)
class _Run:
    first: int
    last: int
    family: int
    given: str | None


def find_unknown(words: Words, decisions: list[Decision], gazetteer: Gazetteer) -> list[Found]:
    """The people of the text outside the decided mentions, each with a provisional entity, one per name."""
    if words.lang == "und":
        words = Words(words.text, detect(words.text).lang, words.words)
    taken = {at for decision in decisions for at in range(decision.span.first, decision.span.last + 1)}
    runs = list(_runs(words, taken))
    if not runs:
        return []
    people: list[tuple[Entity, frozenset[str]]] = []
    found: list[Found] = []
    for run in runs:
        start = words.words[run.first].token.start
        end = words.words[run.last].token.end
        name, case = _base_name(words, run)
        entity = next((known for known, _ in people if match(name, known.names[known.native][0]).same), None)
        if entity is None:
            entity = Entity(f"unknown/{_slug(name)}", "person", words.lang, {words.lang: (name,)}, {}, "this text")
            people.append((entity, _family_keys(words, run)))
        score = _GIVEN_SCORE if run.given else _INITIAL_SCORE
        found.append((start, end, entity, score, "a name no table knows", case))
        taken |= set(range(run.first, run.last + 1))
    for at, word in enumerate(words.words):
        if at in taken or not word.capital or len(word.surface) < 4:
            continue
        own = {key for stand in stands_of(word.surface, words.lang) for key in keys(stand.form)}
        bearers = [entity for entity, families in people if families & own]
        if len(bearers) == 1:
            found.append((word.token.start, word.token.end, bearers[0], _BARE_SCORE, "bare surname of a name above", None))
    return found


def _runs(words: Words, taken: set[int]) -> Iterator[_Run]:
    at = 0
    while at < len(words.words):
        run = _run_at(words, at, taken)
        if run is None:
            at += 1
        else:
            yield run
            at = run.last + 1


def _run_at(words: Words, at: int, taken: set[int]) -> _Run | None:
    """The run of name words that begins at ``at``: given (patronymic) family, initials family, or family given."""
    last = at
    while last + 1 < len(words.words) and _joins(words, last + 1) and _can_be_name(words, last + 1, taken):
        last += 1
    if last == at or not _can_be_name(words, at, taken):
        return None
    last = min(last, at + 3)
    roles = [_role(words, place) for place in range(at, last + 1)]
    if roles[0] == "initial":
        family = next((place for place, role in enumerate(roles) if role != "initial"), None)
        return None if family is None else _Run(at, at + family, at + family, None)
    if "given" not in roles:
        return None
    given = roles.index("given")
    if given == 0 and len(roles) > 1:
        family = len(roles) - 1
        return _Run(at, last, at + family, words.words[at].surface)
    official = len(roles) > 2 and roles[2] == "patronymic"
    if given == 1 and roles[0] in ("other", "patronymic") and words.lang in _FAMILY_FIRST and (official or not words.words[at].starts_sentence):
        end = at + (2 if official else 1)
        return _Run(at, end, at, words.words[at + 1].surface)
    return None


def _joins(words: Words, at: int) -> bool:
    return words.joined(at) and "\n" not in words.words[at].gap or words.after_initial(at)


def _can_be_name(words: Words, at: int, taken: set[int]) -> bool:
    word = words.words[at]
    return at not in taken and word.capital and not words.is_ordinary(at) and (len(word.surface) > 1 or word.is_initial)


def _role(words: Words, at: int) -> str:
    word = words.words[at]
    following = words.text[word.token.end : word.token.end + 1]
    if word.is_initial and following == ".":
        return "initial"
    if is_given(word.surface, words.lang):
        return "given"
    if any(patronymic_of(stand.form) for stand in stands_of(word.surface, words.lang)):
        return "patronymic"
    return "other"


def _base_name(words: Words, run: _Run) -> tuple[str, str | None]:
    """The run's words in their base form, and the case the text has them in (None for the base form)."""
    text = words.text[words.words[run.first].token.start : words.words[run.last].token.end]
    if words.lang in _UNINFLECTED:
        return text, None
    found = base_form(" ".join(text.split()), lang=words.lang, n=1)
    if not found or found[0].case == "nom":
        return text, None
    return found[0].base, found[0].case


def _family_keys(words: Words, run: _Run) -> frozenset[str]:
    return frozenset(
        key for stand in stands_of(words.words[run.family].surface, words.lang) for key in keys(stand.form)
    )


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(romanize(name))).strip("-") or "name"
