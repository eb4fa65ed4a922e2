"""Inflection tables: paradigms by language, each a family of base endings with its case endings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from ..errors import TableError
from .files import files_by_language, read_toml, root, shown
from .rules import Scheme, read_rules
from .store import kept

CASES = ("nom", "gen", "dat", "acc", "ins", "loc", "voc")
KINDS = ("given", "surname", "patronymic", "noun", "adjective")
PERSONAL = frozenset(("given", "surname", "patronymic"))
SINGULAR, PLURAL = "sg", "pl"
START = "^"
SOFTENS = "~"
ALL, ADJECTIVES_AFTER, HEAD_LAST, LAST = "all", "adjectives-after", "head-last", "last"

Endings = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Example:
    """A form the table promises: ``form`` is ``base`` in ``case`` and ``number``."""

    base: str
    case: str
    number: str
    form: str


@dataclass(frozen=True, slots=True)
class Paradigm:
    """How words with certain endings inflect.

    ``ends`` are the endings a base must have (a leading ``^`` is the word's start), ``cut`` what is taken off before
    an ending comes on. ``weights`` say, per kind of word, how many of a hundred names or nouns in running text are of
    this paradigm. ``singular`` and ``plural`` map a case to its endings, the usual one first; ``~`` before an ending
    softens the consonant before it. ``number`` is that of the base: *pl* for Курапаты. A paradigm ``beside`` another is
    a second way for words of the same ending, recognized but not written; it may have a case or two only.
    """

    id: str
    lang: str
    gender: str
    number: str
    weights: dict[str, float]
    ends: tuple[str, ...]
    cut: str
    singular: Endings
    plural: Endings
    indeclinable: bool
    beside: bool
    syllables: int
    examples: tuple[Example, ...]
    source: str
    path: str

    def __hash__(self) -> int:
        return hash((self.lang, self.id))

    def endings(self, case: str, number: str, kind: str) -> tuple[str, ...]:
        """The endings of one case for one kind of word; empty when the paradigm lacks the case.

        The accusative, where the table leaves it out, is the genitive for people and the nominative for things.
        """
        of_number = self.plural if number == PLURAL else self.singular
        if case == "nom" and number == self.number:
            return (self.cut,) if not self.beside or {"gen", "dat"} <= of_number.keys() else ()
        if case == "acc" and case not in of_number:
            animate = kind in PERSONAL and self.gender != "n"
            return self.endings("gen" if animate else "nom", number, kind)
        return of_number.get(case, ())


@dataclass(frozen=True, slots=True)
class Inflection:
    """One language's paradigms. ``softening`` pairs a consonant with its alternant, the longest first; ``rare`` are
    endings that seldom are a base's; ``alike`` spellings that are one when a known word is looked for; ``vowels`` its
    vowel letters. ``moves`` says which words of a name inflect: *all* of a person's and the first noun of a thing's,
    *adjectives-after* (that noun and what agrees behind it), *head-last* (the last noun of a thing's), or only the
    *last* of any.

    A language written ``through`` another (Łacinka through Cyrillic) has no paradigms: ``respelling`` leads there,
    the scheme ``back`` leads home.
    """

    lang: str
    paradigms: tuple[Paradigm, ...]
    softening: tuple[tuple[str, str], ...]
    rare: tuple[str, ...]
    alike: tuple[tuple[str, str], ...]
    vowels: frozenset[str]
    moves: str = ALL
    through: str = ""
    back: str = ""
    respelling: Scheme | None = None

    def __hash__(self) -> int:
        return hash(self.lang)


@cache
def inflection_files() -> dict[str, Path]:
    """Every language that has inflection, with its table file."""
    return files_by_language(_folder(), _read)


def is_inflected(lang: str) -> bool:
    """Whether ``inflection_of`` has the inflection of ``lang``, or of its base language."""
    return lang in inflection_files() or lang.split("-")[0] in inflection_files()


def _folder() -> Path:
    return root() / "names" / "inflection"


def _read(path: Path) -> dict:
    """A table file; those that ship are read once and kept."""
    return _kept()[path.stem] if path.parent == _folder() and path.stem in _kept() else read_toml(path)


@cache
@kept("inflection")
def _kept() -> dict[str, dict]:
    return {path.stem: read_toml(path) for path in sorted(_folder().glob("*.toml"))}


@cache
def inflection_of(lang: str) -> Inflection | None:
    """The inflection of ``lang``, else of its base language (``ru-BY`` → ``ru``); None when no table has it."""
    for code in (lang, lang.split("-")[0]):
        if code in inflection_files():
            return read_inflection(inflection_files()[code], code)
    return None


def read_inflection(path: Path, lang: str) -> Inflection:
    """One table file as the inflection of ``lang``; raises TableError with file, entry and problem."""
    raw = _with_parent(path)
    if "through" in raw:
        rules = read_rules(path)
        return Inflection(lang, (), (), (), (), frozenset(), ALL, raw["through"], raw["scheme"], rules)
    classes = raw.get("classes", {})
    if "vowel" not in classes:
        raise TableError(shown(path), "classes", "needs vowel")
    moves = raw.get("moves", ALL)
    if moves not in (ALL, ADJECTIVES_AFTER, HEAD_LAST, LAST):
        raise TableError(shown(path), "moves", f"is {ALL}, {ADJECTIVES_AFTER}, {HEAD_LAST} or {LAST}")
    softening = sorted(raw.get("softening", {}).items(), key=lambda pair: -len(pair[0]))
    paradigms = tuple(_paradigm(row, raw, lang, path) for row in raw.get("paradigm", []))
    _check_apart(paradigms)
    return Inflection(
        lang, paradigms, tuple(softening), tuple(raw.get("rare", "").split()), tuple(raw.get("alike", {}).items()),
        frozenset(classes["vowel"]), moves,
    )  # fmt: skip


_FILE_KEYS = {"id", "lang", "source", "extends", "rare", "classes", "softening", "alike", "moves", "paradigm"}
_THROUGH_KEYS = {"id", "lang", "source", "through", "scheme", "letters", "rules", "classes", "examples", "title"}
_ROW_KEYS = {
    "id", "gender", "number", "weights", "ends", "cut", "sg", "pl", "indeclinable", "beside", "syllables", "examples",
    "source",
}  # fmt: skip


def _with_parent(path: Path) -> dict:
    """The file's content laid over that of the file it extends; a paradigm replaces the one with its id."""
    raw = _read(path)
    unknown = raw.keys() - (_THROUGH_KEYS if "through" in raw else _FILE_KEYS)
    if unknown:
        raise TableError(shown(path), ", ".join(sorted(unknown)), "unknown key")
    if not raw.get("source"):
        raise TableError(shown(path), problem="needs a source")
    if "extends" not in raw:
        return raw
    parent_path = path.with_name(f"{raw['extends']}.toml")
    if parent_path == path or not parent_path.is_file():
        raise TableError(shown(path), "extends", f"no other file {shown(parent_path)}")
    parent = _with_parent(parent_path)
    merged = parent | raw
    for key in ("classes", "softening", "alike"):
        merged[key] = parent.get(key, {}) | raw.get(key, {})
    own = {row.get("id") for row in raw.get("paradigm", [])}
    found = [row for row in parent.get("paradigm", []) if row.get("id") not in own]
    merged["paradigm"] = found + raw.get("paradigm", [])
    return merged


def _paradigm(row: dict, raw: dict, lang: str, path: Path) -> Paradigm:
    entry = str(row.get("id", row))[:80]

    def fail(problem: str) -> TableError:
        return TableError(shown(path), entry, problem)

    unknown = row.keys() - _ROW_KEYS
    if unknown:
        raise fail(f"unknown key {', '.join(sorted(unknown))}")
    if not isinstance(row.get("id"), str) or not isinstance(row.get("ends"), str):
        raise fail("needs id and ends")
    if row.get("gender", "") not in ("m", "f", "n", "mf", ""):
        raise fail("gender is m, f, n or mf; left out for plural nouns")
    weights = row.get("weights", {})
    if not weights or not weights.keys() <= set(KINDS):
        raise fail(f"needs weights, by kind: {', '.join(KINDS)}")
    number = row.get("number", SINGULAR)
    if number not in (SINGULAR, PLURAL):
        raise fail("number is sg or pl")
    cut = row.get("cut", "")
    ends = tuple(dict.fromkeys(_expand(row["ends"], raw.get("classes", {}), fail)))
    for end in ends:
        if not end.endswith(cut):
            raise fail(f"the ending {end!r} does not end in the cut {cut!r}")
    indeclinable = row.get("indeclinable", False)
    singular, plural = _endings(row.get("sg", {}), fail), _endings(row.get("pl", {}), fail)
    if indeclinable == bool(singular or plural):
        raise fail("needs sg or pl, unless indeclinable")
    if number == SINGULAR and row.get("gender") == "f" and singular and "gen" in singular and "acc" not in singular:
        raise fail("a feminine needs acc")
    return Paradigm(
        row["id"], lang, row.get("gender", ""), number, {kind: float(weight) for kind, weight in weights.items()}, ends,
        cut, singular, plural, indeclinable, row.get("beside", False), row.get("syllables", 0),
        tuple(_examples(row.get("examples", []), fail)), row.get("source", raw["source"]), shown(path),
    )  # fmt: skip


def _expand(text: str, classes: dict[str, str], fail) -> Iterator[str]:
    """Every ending that patterns such as ``{hard}а скі`` stand for."""
    for pattern in text.split():
        choices = []
        for piece in pattern.replace("{", " {").replace("}", "} ").split():
            if not piece.startswith("{"):
                choices.append((piece,))
            elif piece[1:-1] in classes:
                choices.append(tuple(classes[piece[1:-1]]))
            else:
                raise fail(f"no class {piece}; known: {', '.join(sorted(classes))}")
        yield from ("".join(chosen) for chosen in product(*choices))


def _endings(by_case: dict[str, str], fail) -> Endings:
    unknown = by_case.keys() - set(CASES)
    if unknown:
        raise fail(f"no case {', '.join(sorted(unknown))}; cases are {', '.join(CASES)}")
    return {case: tuple("" if one == "-" else one for one in said.split()) for case, said in by_case.items()}


def _examples(rows: list, fail) -> Iterator[Example]:
    for row in rows:
        if len(row) != 3 or row[1].split()[0] not in CASES or row[1].split()[1:] not in ([], [SINGULAR], [PLURAL]):
            raise fail(f'an example is [base, case, form], the case as "gen" or "gen pl": {row}')
        case, number = (*row[1].split(), SINGULAR)[:2]
        yield Example(row[0], case, number, row[2])


def _check_apart(paradigms: tuple[Paradigm, ...]) -> None:
    """Two paradigms of one kind and gender may not claim the same ending, unless one stands beside."""
    claimed: dict[tuple, Paradigm] = {}
    for paradigm in paradigms:
        if paradigm.beside:
            continue
        for kind, end in product(paradigm.weights, paradigm.ends):
            other = claimed.setdefault((kind, paradigm.gender, paradigm.number, end), paradigm)
            if other is not paradigm:
                problem = f"{kind} -{end} is {other.id!r} already; one must be beside"
                raise TableError(paradigm.path, paradigm.id, problem)
