"""How the letters of one language answer those of another in names: what is sure, what is open, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import TableError
from .files import read_toml, root, shown
from .rules import Context, Example, compile_context

_KEYS = {"id", "source", "through", "rules", "vowels", "stressed", "classes", "letters", "examples"}
_RULE_KEYS = {"from", "after", "before", "to"}


@dataclass(frozen=True, slots=True)
class Correspondence:
    """``source`` letters between ``after`` and ``before`` are answered by one of ``answers``: letters and their share
    (0 to 1) among the names counted; ``name`` says the rule without an answer."""

    source: str
    after: Context
    before: Context
    answers: tuple[tuple[str, float], ...]
    name: str


@dataclass(frozen=True, slots=True)
class Correspondences:
    """One file of ``tables/correspondences``: the rules by first letter in the order they are tried.

    ``vowels`` are those of the source, ``stressed`` the ones that stand under stress alone. ``through`` is a third language
    whose answers are asked too, empty where none is.
    """

    id: str
    source: str
    target: str
    rules: dict[str, tuple[Correspondence, ...]]
    through: str
    vowels: str
    stressed: str
    examples: tuple[Example, ...]
    path: str

    def __hash__(self) -> int:
        return hash(self.id)


def correspondence_paths() -> dict[str, Path]:
    """Every file of correspondences by id, ``be-ru`` for what answers Belarusian letters in Russian."""
    return {path.stem: path for path in sorted((root() / "correspondences").glob("*.toml"))}


@cache
def correspondences(source: str, target: str) -> Correspondences:
    """The correspondences from ``source`` to ``target`` (be, ru, uk); raises TableError for what a file has wrong."""
    path = correspondence_paths()[f"{source}-{target}"]
    raw = read_toml(path)
    where = shown(path)
    for key in raw.keys() - _KEYS:
        raise TableError(where, key, f"unknown; a file of correspondences has {', '.join(sorted(_KEYS))}")
    if raw.get("id") != path.stem or not raw.get("source"):
        raise TableError(where, "id", f"must be the file's name, {path.stem!r}, with a source")
    rules: dict[str, list[Correspondence]] = {}
    for entry in raw.get("rules", []):
        rule = _rule(entry, raw.get("classes", {}), where)
        rules.setdefault(rule.source[0], []).append(rule)
    for letter, answer in raw.get("letters", {}).items():
        rules.setdefault(letter, []).append(Correspondence(letter, (), (), ((answer, 1.0),), letter))
    ordered = {first: tuple(sorted(some, key=lambda rule: -len(rule.source))) for first, some in rules.items()}
    for some in ordered.values():
        _check_order(some, where)
    examples = tuple(Example(one["from"], one["to"], one.get("source", raw["source"])) for one in raw.get("examples", []))
    through, vowels, stressed = (raw.get(key, "") for key in ("through", "vowels", "stressed"))
    return Correspondences(path.stem, source, target, ordered, through, vowels, stressed, examples, where)


def _rule(entry: dict, classes: dict[str, str], where: str) -> Correspondence:
    name = str(entry.get("from", entry))
    answers = entry.get("to")
    if not entry.get("from") or not isinstance(answers, dict) or not answers or entry.keys() - _RULE_KEYS:
        raise TableError(where, name, "a rule has from, to = { answer = share, … } and, if needed, after and before")
    if not 0.97 <= sum(answers.values()) <= 1.03:
        raise TableError(where, name, f"the shares add up to {sum(answers.values()):.2f}, not 1")
    contexts = []
    for side in ("after", "before"):
        text = entry.get(side, "")
        contexts.append(compile_context(text, classes, False, f"{where}: {name}"))
        name += f" {side} {text}" if text else ""
    return Correspondence(entry["from"], contexts[0], contexts[1], tuple(answers.items()), name)


def _check_order(rules: tuple[Correspondence, ...], where: str) -> None:
    """Raise TableError for a rule that one before it leaves nothing to."""
    seen: set[tuple[str, Context, Context]] = set()
    for rule in rules:
        if (rule.source, (), ()) in seen or (rule.source, rule.after, rule.before) in seen:
            raise TableError(where, rule.name, "an earlier rule takes all of this one's letters; put it before that")
        seen.add((rule.source, rule.after, rule.before))
