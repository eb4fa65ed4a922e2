"""Checking every table: what is wrong, in which file and entry, and what each row rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import TableError
from ..gazetteer import Gazetteer
from ..names import given_groups
from ..phonology import keys, sound
from ..romanization import romanize
from ..tables.cues import all_cues
from ..tables.entities import Entity, read_entities
from ..tables.files import root
from ..tables.languages import languages
from ..tables.names import given_names
from ..tables.rules import orthographies, read_rules, scheme, scheme_aliases, scheme_paths
from .coverage import find_collisions, find_orphans, find_untested
from .discovery import UNVERIFIED
from .sisters import find_foreign_surnames, find_idle_habits, find_wrong_answers, find_wrong_stresses

GENERAL = "general knowledge"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a table: ``str(problem)`` is ``file: entry: what``."""

    where: str
    entry: str
    what: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.where, self.entry, self.what) if part)


def validate(*paths: str | Path, sources: bool = False) -> list[Problem]:
    """Everything wrong with the shipped tables; with ``paths``, with those entity tables laid over them.

    Examples must come out, ``reads`` must lead to their row and ``rejects`` must not, bare surnames have one bearer,
    forms stand once or say beside which other name they stand, every rule is shown by an example, every row has a
    source. ``sources=True`` adds a line for each row that rests on general knowledge alone, for someone to verify.
    """
    problems: list[Problem] = []
    if not paths:
        for check in (_check_rules, _check_given, _check_languages, _check_cues):
            problems += _guarded(check())
        for find in (
            find_collisions, find_orphans, find_untested, find_wrong_answers, find_wrong_stresses, find_foreign_surnames,
            find_idle_habits,
        ):  # fmt: skip
            problems += _guarded(Problem(*found) for found in find())
    problems += _guarded(_check_entities(tuple(Path(path) for path in paths)))
    if sources:
        problems += _guarded(_unsourced(tuple(Path(path) for path in paths)))
    return problems


def _guarded(problems: Iterator[Problem]) -> list[Problem]:
    found = []
    try:
        for problem in problems:
            found.append(problem)
    except TableError as fault:
        found.append(Problem(str(fault.path), fault.entry or "", fault.problem))
    return found


def _check_rules() -> Iterator[Problem]:
    scheme_aliases()
    for path in scheme_paths().values():
        try:
            rules = read_rules(path)
        except TableError as fault:
            yield Problem(str(fault.path), fault.entry or "", fault.problem)
            continue
        for needed in ("title", "lang", "authority", "source", "writes"):
            if not getattr(rules, needed):
                yield Problem(rules.path, needed, "is missing")
        for sibling in rules.siblings.values():
            try:
                scheme(sibling)
            except LookupError:
                yield Problem(rules.path, "siblings", f"no scheme {sibling!r}")
        if not rules.examples:
            yield Problem(rules.path, "examples", "there are none")
        for example in rules.examples:
            written = romanize(example.source, rules.id)
            if written != example.output:
                yield Problem(rules.path, example.source, f"comes out as {written!r}, not {example.output!r}")
    for rules in orthographies().values():
        for example in rules.examples:
            read = sound(rules, example.source.lower())
            if rules.id != "sound-laws" and example.output not in read:
                yield Problem(rules.path, example.source, f"sounds {read!r}, not {example.output!r}")


def _check_given() -> Iterator[Problem]:
    for name in given_names():
        where = getattr(name, "path", "tables/names/given")
        for spelling in name.reads:
            if name.id not in {match.id for match in given_groups(spelling)}:
                yield Problem(where, name.id, f"{spelling!r} does not lead here")
        for spelling in name.rejects:
            if name.id in {match.id for match in given_groups(spelling) if match.strength == "same"}:
                yield Problem(where, name.id, f"{spelling!r} leads here and must not")


def _check_languages() -> Iterator[Problem]:
    for language in languages().values():
        for word in language.words:
            if not set(word.replace("’", "")) <= language.alphabet:
                yield Problem("tables/languages.toml", language.id, f"{word!r} has letters outside its alphabet")


def _check_cues() -> Iterator[Problem]:
    for cues in all_cues():
        both = cues.titles.words & cues.says.words
        if both:
            yield Problem(cues.path, "titles", f"{min(both)!r} stands in says too")


def _check_entities(paths: tuple[Path, ...]) -> Iterator[Problem]:
    gazetteer = Gazetteer.load(*paths)
    yield from _bare_clashes(gazetteer)
    for entity in _rows(paths):
        where = f"tables/entities ({entity.kind})"
        if entity.source.startswith(UNVERIFIED):
            yield Problem(where, entity.id, f"its source is a placeholder ({entity.source}); look the names up and cite where")
        for lang, names in entity.names.items():
            if any(bracket in names[0] for bracket in "()[]{}"):
                yield Problem(where, entity.id, f"canonical {lang} name {names[0]!r} has brackets")
        for spelling in entity.fact("reads") or ():
            found = gazetteer.resolve(spelling, kind=entity.kind, limit=3)
            if entity.id not in [one.entity.id for one in found if one.score >= found[0].score - 0.02]:
                led = found[0].entity.id if found else "nobody"
                yield Problem(where, entity.id, f"{spelling!r} does not lead here but to {led}")
        for spelling in entity.fact("rejects") or ():
            found = gazetteer.resolve(spelling, limit=1)
            if found and found[0].entity.id == entity.id:
                yield Problem(where, entity.id, f"{spelling!r} leads here ({found[0].score}) and must not")


def _bare_clashes(gazetteer: Gazetteer) -> Iterator[Problem]:
    claimed: dict[str, str] = {}
    for number, entity in enumerate(gazetteer.entities):
        if not entity.fact("bare"):
            continue
        own = {
            key
            for form in gazetteer.forms_at(number)
            if form.lang == entity.native
            for part in form.side.parts
            if part.role == "family"
            for key in keys(part.text)
        }
        for key in own:
            if claimed.setdefault(key, entity.id) != entity.id:
                yield Problem("tables/entities", entity.id, f"claims the bare surname that {claimed[key]} claims")
                break


def _rows(paths: tuple[Path, ...]) -> list[Entity]:
    """The rows to check: those of ``paths``, else the ones that ship."""
    return read_entities(paths or [root() / "entities"])


def _unsourced(paths: tuple[Path, ...]) -> Iterator[Problem]:
    what = "rests on general knowledge; verify and cite"
    for entity in _rows(paths):
        if GENERAL in entity.source:
            yield Problem(f"tables/entities ({entity.kind})", entity.id, what)
    if paths:
        return
    for name in given_names():
        if GENERAL in name.source:
            yield Problem("tables/names/given", name.id, what)
    for cues in all_cues():
        if GENERAL in cues.source:
            yield Problem(cues.path, "source", what)
    for rules in [*orthographies().values(), *map(read_rules, scheme_paths().values())]:
        if GENERAL in rules.source:
            yield Problem(rules.path, "source", what)
        for example in rules.examples:
            if GENERAL in example.origin and GENERAL not in rules.source:
                yield Problem(rules.path, example.source, what)
