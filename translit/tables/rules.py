"""Rule files: schemes and orthographies, one language for both.

A rule turns source letters into output where its contexts hold; contexts look at the source only.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import TableError, UnknownSchemeError
from .files import read_toml, root, shown
from .store import kept

START, END = "start", "end"
_STORE = "orthographies"


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a context: a set of letters, or a word edge; ``negated`` holds for everything else."""

    letters: frozenset[str]
    edge: bool = False
    negated: bool = False

    def holds(self, letter: str | None) -> bool:
        """Whether ``letter`` (None outside the word) fits."""
        fits = self.edge if letter is None else letter in self.letters
        return fits != self.negated


Context = tuple[tuple[Element, ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """``source`` letters become ``output`` between ``after`` and ``before``; ``name`` says it in one line."""

    source: str
    output: str
    after: Context
    before: Context
    name: str


@dataclass(frozen=True, slots=True)
class Example:
    """A spelling that a rule file promises, with the place it was read."""

    source: str
    output: str
    origin: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """One rule file: a romanization scheme, or an orthography that reads letters as sounds.

    ``writes`` holds every lower-case character that may come out; ``rules`` are in the order they are tried, plain
    letters last; ``siblings`` maps another language to the scheme of the same house; ``capitals`` are letters whose
    capital is not the usual one.
    """

    id: str
    title: str
    lang: str
    authority: str
    year: int | None
    source: str
    purpose: tuple[str, ...]
    reversible: bool
    aliases: tuple[str, ...]
    siblings: dict[str, str]
    writes: frozenset[str]
    rules: dict[str, tuple[Rule, ...]]
    examples: tuple[Example, ...]
    path: str
    extra: dict[str, object]
    capitals: dict[str, str]

    def __hash__(self) -> int:
        return hash((self.id, self.path))

    def __repr__(self) -> str:
        return f"Scheme({self.id!r}, {self.title!r})"


_KNOWN = {
    "id", "title", "lang", "authority", "year", "source", "purpose", "reversible", "aliases", "siblings", "writes",
    "extends", "without", "capitals", "classes", "letters", "rules", "examples", "notes",
}  # fmt: skip
_RULE_KEYS = {"from", "to", "after", "before"}


@cache
def read_rules(path: Path) -> Scheme:
    """The rule file at ``path`` with all it extends, compiled; raises TableError naming file, entry and problem."""
    return compile_rules(path, _with_parents(path, ()))


def _with_parents(path: Path, seen: tuple[Path, ...]) -> dict:
    if path in seen:
        raise TableError(shown(path), "extends", "leads back to itself")
    raw = dict(_read_once(path))
    if raw.get("id") != path.stem:
        raise TableError(shown(path), "id", f"must be the file's name, {path.stem!r}")
    parent_id = raw.pop("extends", None)
    dropped = raw.pop("without", [])
    if parent_id is None:
        if dropped:
            raise TableError(shown(path), "without", "drops what a parent has; there is no `extends`")
        return raw
    parent_path = path.with_name(f"{parent_id}.toml")
    if not parent_path.is_file():
        raise TableError(shown(path), "extends", f"no file {shown(parent_path)}")
    parent = _without(_with_parents(parent_path, (*seen, path)), dropped, path)
    inherited = ("lang", "authority", "writes", "siblings", "purpose", "script", "capitals")
    merged = {key: parent[key] for key in inherited if key in parent} | raw
    for key in ("classes", "letters"):
        merged[key] = parent.get(key, {}) | raw.get(key, {})
    own = [(rule.get("from"), rule.get("after"), rule.get("before")) for rule in raw.get("rules", [])]
    found = [
        rule
        for rule in parent.get("rules", [])
        if (rule.get("from"), rule.get("after"), rule.get("before")) not in own
    ]
    merged["rules"] = raw.get("rules", []) + found
    merged["parent"] = parent_id
    return merged


@cache
def _read_once(path: Path) -> dict:
    return read_toml(path)


def _without(parent: dict, dropped: list[str], path: Path) -> dict:
    """The parent's letters and rules but those from ``dropped``."""
    letters, rules = parent.get("letters", {}), parent.get("rules", [])
    for source in dropped:
        if source not in letters and all(rule.get("from") != source for rule in rules):
            raise TableError(shown(path), f"without: {source}", "is no letter or rule of the parent")
    return parent | {
        "letters": {letter: output for letter, output in letters.items() if letter not in dropped},
        "rules": [rule for rule in rules if rule.get("from") not in dropped],
    }


def compile_rules(path: Path, raw: dict) -> Scheme:
    """A parsed rule file as a Scheme."""
    where = shown(path)
    classes = raw.get("classes", {})
    for name in classes:
        if name in (START, END) or not name.isascii():
            raise TableError(where, f"classes.{name}", "needs another name (ASCII, not start or end)")
    ascii_source = any(letter.isascii() for letter in raw.get("letters", {}))
    rules: dict[str, list[Rule]] = {}
    shared = (tuple(classes.items()), ascii_source)
    for entry in raw.get("rules", []):
        rule = _rule(entry, classes, where, ascii_source, shared)
        rules.setdefault(rule.source[0], []).append(rule)
    for letter, output in raw.get("letters", {}).items():
        if len(letter) != 1:
            raise TableError(where, f"letters.{letter}", "is more than one letter; write it as a rule")
        rules.setdefault(letter, []).append(_letter(letter, output))
    ordered = {first: tuple(sorted(some, key=lambda rule: -len(rule.source))) for first, some in rules.items()}
    writes = frozenset(raw.get("writes", ""))
    for some in ordered.values():
        for rule in some:
            outside = set(rule.output) - writes
            if writes and outside:
                raise TableError(where, rule.name, f"writes {''.join(sorted(outside))!r}, which `writes` does not have")
    examples = []
    for entry in raw.get("examples", []):
        if not {"from", "to"} <= entry.keys():
            raise TableError(where, "examples", f"needs from and to: {entry}")
        examples.append(Example(entry["from"], entry["to"], entry.get("source", raw.get("source", ""))))
    return Scheme(
        id=raw["id"],
        title=raw.get("title", raw["id"]),
        lang=raw.get("lang", ""),
        authority=raw.get("authority", ""),
        year=raw.get("year"),
        source=raw.get("source", ""),
        purpose=tuple(raw.get("purpose", ())),
        reversible=raw.get("reversible", False),
        aliases=tuple(raw.get("aliases", ())),
        siblings=raw.get("siblings", {}),
        writes=writes,
        rules=ordered,
        examples=tuple(examples),
        path=where,
        extra={key: value for key, value in raw.items() if key not in _KNOWN},
        capitals=raw.get("capitals", {}),
    )


_compiled: dict[tuple, Rule] = {}


def _rule(entry: dict, classes: dict[str, str], where: str, ascii_source: bool, shared: tuple) -> Rule:
    """One rule; files that inherit it with the same classes share it."""
    if not entry.keys() <= _RULE_KEYS or not entry.get("from") or "to" not in entry:
        raise TableError(where, str(entry), "a rule has from, to and, if needed, after and before")
    key = (entry["from"], entry["to"], entry.get("after", ""), entry.get("before", ""), shared)
    if key in _compiled:
        return _compiled[key]
    contexts = []
    said = f"{entry['from']} → {entry['to'] or '∅'}"
    for side in ("after", "before"):
        text = entry.get(side, "")
        contexts.append(compile_context(text, classes, ascii_source, f"{where}: {said}"))
        if text:
            said += f" {side} {text}"
    return _compiled.setdefault(key, Rule(entry["from"], entry["to"], contexts[0], contexts[1], said))


@cache
def _letter(letter: str, output: str) -> Rule:
    return Rule(letter, output, (), (), f"{letter} → {output or '∅'}")


def compile_context(text: str, classes: dict[str, str], ascii_source: bool, entry: str) -> Context:
    """A context as rule files write it: alternatives parted by ``|``, each a sequence of places."""
    if not text:
        return ()
    alternatives = tuple(
        tuple(_element(word, classes, ascii_source, entry) for word in alternative.split())
        for alternative in text.split("|")
    )
    if not all(alternatives):
        raise TableError(entry, problem="an alternative of the context is empty")
    return alternatives


def _element(word: str, classes: dict[str, str], ascii_source: bool, entry: str) -> Element:
    negated = word.startswith("!")
    name = word.removeprefix("!")
    if name in (START, END):
        return Element(frozenset(), edge=True, negated=negated)
    if name in classes:
        return Element(frozenset(classes[name]), negated=negated)
    if name.isascii() and name.isalpha() and not ascii_source:
        raise TableError(entry, problem=f"no class {name!r}; known: {', '.join(sorted(classes)) or 'none'}")
    return Element(frozenset(name), negated=negated)


@cache
def scheme_paths() -> dict[str, Path]:
    """Every scheme file of the tables by id."""
    return {path.stem: path for path in sorted((root() / "schemes").glob("*.toml"))}


@cache
def scheme_aliases() -> dict[str, str]:
    """Every alias of every scheme, with the id it stands for; reads all scheme files."""
    found: dict[str, str] = {}
    for scheme_id, path in scheme_paths().items():
        for alias in read_rules(path).aliases:
            if alias in found or alias in scheme_paths():
                raise TableError(shown(path), f"aliases: {alias}", "stands for another scheme already")
            found[alias] = scheme_id
    return found


@cache
def scheme(name: str) -> Scheme:
    """The scheme with this id or alias.

    >>> scheme("be-national-2007").lang
    'be'

    Raises UnknownSchemeError, which names the nearest ids.
    """
    paths = scheme_paths()
    if not isinstance(name, str) or name not in paths:
        aliases = scheme_aliases()
        if name not in aliases:
            raise UnknownSchemeError(str(name), [*paths, *aliases])
        name = aliases[name]
    return read_rules(paths[name])


@cache
def orthographies() -> dict[str, Scheme]:
    """Every orthography file of the tables by id: how a language spells Slavic names, read as sounds."""
    folder = root() / "orthographies"
    return {name: compile_rules(folder / f"{name}.toml", raw) for name, raw in _read_orthographies().items()}


@kept(_STORE)
def _read_orthographies() -> dict[str, dict]:
    """The orthography files with what they take from others."""
    folder = root() / "orthographies"
    return {path.stem: _with_parents(path, ()) for path in sorted(folder.glob("*.toml"))}
