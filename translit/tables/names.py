"""Name tables: given names, patronymic and surname rules, titles and particles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import TableError
from ..text import CYRILLIC_LETTER, fold, script_of
from .files import read_toml, root, shown

CYRILLIC_LANGUAGES = ("be", "be-tarask", "ru", "uk", "kk", "ky", "tg", "tt")
LATIN_LANGUAGES = (
    "pl", "lt", "lv", "et", "de", "en", "fr", "es", "cs", "sk", "sl",
    "sr", "hu", "ro", "it", "pt", "ca", "nl", "sv", "da",
    "no", "fi", "tr", "az", "uz", "tk", "kk-Latn", "ka-Latn", "hy-Latn", "he-Latn", "ar-Latn",
    "fa-Latn", "hi-Latn", "ja-Latn", "sw", "yo", "ak", "am-Latn",
)  # fmt: skip
LANGUAGES = frozenset(CYRILLIC_LANGUAGES + LATIN_LANGUAGES)

ROSTER = "roster"

Forms = dict[str, tuple[str, ...]]
Fail = Callable[[str], TableError]


@dataclass(frozen=True, slots=True)
class GivenName:
    """One given name through its languages.

    ``forms`` are the name itself, the first of a language canonical; ``short`` a weaker tie (Саша); ``cognate`` names
    of the same origin that are names of their own (Alejandro). ``respelled`` names are spelled anew by rule in every
    orthography; others keep their native spelling. ``reads`` must lead here, ``rejects`` must not; ``beside`` are names
    that share a full form with this one (Нікола, Nicola).
    """

    id: str
    gender: str
    frequency: str
    forms: Forms
    short: Forms
    cognate: Forms
    respelled: bool
    source: str
    reads: tuple[str, ...]
    rejects: tuple[str, ...]
    path: str
    beside: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class PatronymicRule:
    """Endings that make a word a patronymic of one gender; ``words`` (oğlu, кызы) make the word before them one.

    An ``open`` rule holds whatever the stem; another, whose endings are those of many surnames too (Ильич, Бабич),
    only after a given name we know.
    """

    id: str
    gender: str
    open: bool
    endings: Forms
    words: tuple[str, ...]
    source: str
    reads: tuple[str, ...]
    rejects: tuple[str, ...]
    path: str


@dataclass(frozen=True, slots=True)
class BuildRule:
    """How a language makes patronymics: a given name's ``ending`` gives way to ``m`` and ``f``; with ``name`` it is
    an irregular name, and ``m`` and ``f`` are whole words."""

    lang: str
    ending: str
    name: str
    m: tuple[str, ...]
    f: tuple[str, ...]
    examples: tuple[tuple[str, str, str], ...]
    source: str
    path: str


@dataclass(frozen=True, slots=True)
class SurnameRule:
    """Endings of one family of surnames: language → gender (``m``, ``f`` or ``mf``) → endings.

    Endings at the same place of the lists of one rule correspond: -скі is -ская is -ский is -ський. ``apart`` names
    the rules whose surnames are never those of this one, however alike (Иваненко, Иванович). ``sounds`` says whether
    the endings are also looked for in Latin spellings, by sound.
    """

    id: str
    endings: dict[str, dict[str, tuple[str, ...]]]
    apart: tuple[str, ...]
    sounds: bool
    source: str
    reads: dict[str, tuple[str, ...]]
    rejects: tuple[str, ...]
    path: str

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Title:
    """A word beside names that is no part of them. ``kind`` is office, address, rank, degree or suffix.

    ``stem`` says that the forms also stand with case endings; ``gender`` is what the word tells of the person; ``generation`` that
    all forms of a suffix tell the same of father and son (Jr., младший).
    """

    id: str
    kind: str
    gender: str
    stem: bool
    forms: Forms
    source: str
    path: str
    generation: bool = False

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Particle:
    """A small word inside family names: van, de, al-. ``capital`` ones are it when written Van, De, too; a ``father`` is named
    after some (bin)."""

    id: str
    capital: bool
    words: tuple[str, ...]
    source: str
    path: str
    father: bool = False


@cache
def given_names() -> tuple[GivenName, ...]:
    """The reviewed given names of the tables that ship, in file order; those in bulk are in ``rosters``."""
    found: dict[str, GivenName] = {}
    for path in sorted((root() / "names" / "given").glob("*.toml")):
        for name in read_given_names(path) if path.stem != ROSTER else ():
            if name.id in found:
                raise TableError(name.path, name.id, f"stands in {found[name.id].path} already")
            found[name.id] = name
    return tuple(found.values())


def read_given_names(path: Path) -> list[GivenName]:
    """The ``[[given]]`` rows of one file; raises TableError with file, entry and problem."""
    respelled = bool(read_toml(path).get("respelled", False))
    return [_given(row, fail, shown(path), respelled) for row, fail in _rows(path, "given", "respelled")]


@cache
def patronymic_rules() -> tuple[PatronymicRule, ...]:
    """The endings and words of ``names/patronymics.toml``."""
    path = root() / "names" / "patronymics.toml"
    return tuple(_patronymic(row, fail, shown(path)) for row, fail in _rows(path, "patronymic", "build", "homonyms", "without"))


@cache
def patronymic_builds() -> tuple[BuildRule, ...]:
    """The rules of ``names/patronymics.toml`` that make a patronymic from a given name; irregular names first, then
    the longest endings."""
    path = root() / "names" / "patronymics.toml"
    rules = []
    for row in read_toml(path).get("build", []):
        said = f"build {row.get('lang', '?')} {row.get('name', row.get('ending', '?'))!r}"
        rules.append(_build(row, _failing(path, said), shown(path)))
    return tuple(sorted(rules, key=lambda rule: (not rule.name, -len(rule.ending))))


@cache
def patronymic_homonyms() -> frozenset[str]:
    """Patronymics that are common surnames too (Абрамович), casefolded."""
    raw = read_toml(root() / "names" / "patronymics.toml").get("homonyms", {})
    return frozenset(form.casefold() for forms in raw.get("forms", {}).values() for form in forms)


@cache
def surname_rules() -> tuple[SurnameRule, ...]:
    """The rules of ``names/surnames.toml``."""
    path = root() / "names" / "surnames.toml"
    rules = tuple(_surname(row, fail, shown(path)) for row, fail in _rows(path, "surname"))
    known = {rule.id for rule in rules}
    for rule in rules:
        for other in rule.apart:
            if other not in known or other == rule.id:
                raise TableError(rule.path, rule.id, f"apart names {other!r}, which is no other rule")
    return rules


@cache
def titles() -> tuple[Title, ...]:
    """The titles of ``names/titles.toml``."""
    path = root() / "names" / "titles.toml"
    return tuple(_title(row, fail, shown(path)) for row, fail in _rows(path, "title", "particle"))


@cache
def particles() -> tuple[Particle, ...]:
    """The particles of ``names/titles.toml``."""
    path = root() / "names" / "titles.toml"
    return tuple(_particle(row, fail, shown(path)) for row, fail in _rows(path, "particle", "title"))


@cache
def family_first() -> frozenset[str]:
    """The family names of ``names/family-first.toml``, casefolded."""
    rows = _rows(root() / "names" / "family-first.toml", "family-first")
    return frozenset(word.casefold() for row, fail in rows for word in _words(row, "words", fail) if _source(row, fail))


def is_middle_name(family: str, name: str) -> bool:
    """Whether a word behind a family name that stands first is a given name, which would be a particle elsewhere: Phạm Văn Đồng."""
    return (family.casefold(), name.casefold()) in _middle_names()


@cache
def _middle_names() -> frozenset[tuple[str, str]]:
    rows = _rows(root() / "names" / "family-first.toml", "family-first")
    return frozenset(
        (form, name.casefold()) for row, _ in rows for word in row["words"] for form in (word.casefold(), fold(word)) for name in row.get("middle", ())
    )


@cache
def unpatronymic() -> frozenset[str]:
    """The orthographies of languages without patronymics, whose surnames end like them (Đoković)."""
    path = root() / "names" / "patronymics.toml"
    return frozenset(read_toml(path).get("without", {}).get("orthographies", ()))


def _rows(path: Path, kind: str, *beside: str) -> Iterator[tuple[dict, Fail]]:
    """The rows of one kind, each with what makes its errors; ids are there and unique."""
    raw = read_toml(path)
    for key in raw.keys() - {kind, *beside}:
        raise TableError(shown(path), key, f"unknown; this file has [[{kind}]] rows")
    seen = set()
    for number, row in enumerate(raw.get(kind, []), 1):
        entry = str(row.get("id", f"{kind} {number}"))
        fail = _failing(path, entry)
        if not isinstance(row.get("id"), str):
            raise fail("needs an id")
        if entry in seen:
            raise fail("the id is used twice")
        seen.add(entry)
        yield row, fail


def _failing(path: Path, entry: str) -> Fail:
    return lambda problem: TableError(shown(path), entry, problem)


def _given(row: dict, fail: Fail, path: str, respelled: bool) -> GivenName:
    _check_keys(row, {"id", "gender", "frequency", "short", "cognate", "source", "reads", "rejects", "beside"} | LANGUAGES, fail)
    gender = _one_of(row, "gender", ("m", "f", "mf"), fail)
    frequency = _one_of(row, "frequency", ("very common", "common", "rare"), fail)
    ties: list[Forms] = [{lang: _forms(row[lang], lang, fail) for lang in row if lang in LANGUAGES}]
    for tie in ("short", "cognate"):
        by_lang = row.get(tie, {})
        if not isinstance(by_lang, dict):
            raise fail(f"{tie} is a table: language = [names]")
        ties.append({lang: _forms(value, lang, fail) for lang, value in by_lang.items()})
    forms, short, cognate = ties
    if not forms:
        raise fail("has no form in any language")
    for lang in forms.keys() | short.keys() | cognate.keys():
        all_forms = [form for tie in ties for form in tie.get(lang, ())]
        for form in all_forms:
            if all_forms.count(form) > 1:
                raise fail(f"{form!r} is listed twice for {lang}")
    reads, rejects = _words(row, "reads", fail), _words(row, "rejects", fail)
    source = _source(row, fail)
    beside = _words(row, "beside", fail)
    return GivenName(row["id"], gender, frequency, forms, short, cognate, respelled, source, reads, rejects, path, beside)


def _patronymic(row: dict, fail: Fail, path: str) -> PatronymicRule:
    _check_keys(row, {"id", "gender", "open", "words", "source", "reads", "rejects"} | LANGUAGES, fail)
    gender = _one_of(row, "gender", ("m", "f"), fail)
    endings = {lang: _forms(row[lang], lang, fail) for lang in row if lang in LANGUAGES}
    reads, rejects = _words(row, "reads", fail), _words(row, "rejects", fail)
    if not reads:
        raise fail("needs reads, words that show it")
    words, is_open = _words(row, "words", fail), bool(row.get("open", True))
    return PatronymicRule(row["id"], gender, is_open, endings, words, _source(row, fail), reads, rejects, path)


def _build(row: dict, fail: Fail, path: str) -> BuildRule:
    _check_keys(row, {"lang", "ending", "name", "m", "f", "examples", "source"}, fail)
    lang = _one_of(row, "lang", CYRILLIC_LANGUAGES, fail)
    if ("ending" in row) == ("name" in row):
        raise fail("needs either ending or name")
    examples = []
    for example in row.get("examples", []):
        if not isinstance(example, list) or len(example) != 3:
            raise fail("an example is [given name, patronymic of a man, of a woman]")
        examples.append(tuple(example))
    m, f = _words(row, "m", fail), _words(row, "f", fail)
    if not m or not f:
        raise fail("needs m and f")
    return BuildRule(lang, row.get("ending", ""), row.get("name", ""), m, f, tuple(examples), _source(row, fail), path)


def _surname(row: dict, fail: Fail, path: str) -> SurnameRule:
    _check_keys(row, {"id", "apart", "sounds", "source", "reads", "rejects"} | LANGUAGES, fail)
    endings = {}
    for lang in row:
        if lang not in LANGUAGES:
            continue
        by_gender = row[lang]
        if not isinstance(by_gender, dict) or not by_gender or not by_gender.keys() <= {"m", "f", "mf"}:
            raise fail(f"{lang} has endings by gender: m, f or mf")
        endings[lang] = {gender: _forms(value, lang, fail, repeats=True) for gender, value in by_gender.items()}
        if "m" in by_gender and "f" in by_gender and len(by_gender["m"]) != len(by_gender["f"]):
            raise fail(f"{lang}: m and f must correspond, place by place")
    if not endings:
        raise fail("has no endings")
    raw = row.get("reads", {})
    if not isinstance(raw, dict) or not raw or not raw.keys() <= {"m", "f", "mf"}:
        raise fail("needs reads by gender: m, f or mf")
    reads = {gender: _words(raw, gender, fail) for gender in raw}
    apart, rejects = _words(row, "apart", fail), _words(row, "rejects", fail)
    return SurnameRule(row["id"], endings, apart, row.get("sounds", True), _source(row, fail), reads, rejects, path)


def _title(row: dict, fail: Fail, path: str) -> Title:
    _check_keys(row, {"id", "kind", "gender", "stem", "generation", "source"} | LANGUAGES, fail)
    kind = _one_of(row, "kind", ("office", "address", "rank", "degree", "suffix"), fail)
    gender = row.get("gender", "")
    if gender not in ("", "m", "f"):
        raise fail("gender is m or f")
    forms = {lang: _forms(row[lang], lang, fail) for lang in row if lang in LANGUAGES}
    for lang, some in forms.items():
        for form in some:
            if kind != "suffix" and form != form.lower():
                raise fail(f"{lang}: {form!r} must be lower case")
    if not forms:
        raise fail("has no form in any language")
    return Title(row["id"], kind, gender, bool(row.get("stem", False)), forms, _source(row, fail), path, bool(row.get("generation", False)))


def _particle(row: dict, fail: Fail, path: str) -> Particle:
    _check_keys(row, {"id", "capital", "father", "words", "source"}, fail)
    words = _words(row, "words", fail)
    if not words:
        raise fail("needs words")
    return Particle(row["id"], bool(row.get("capital", False)), words, _source(row, fail), path, bool(row.get("father", False)))


def _check_keys(row: dict, known: set[str] | frozenset[str], fail: Fail) -> None:
    for key in row:
        if key not in known:
            raise fail(f"unknown key {key!r}")


def _one_of(row: dict, key: str, known: tuple[str, ...], fail: Fail) -> str:
    if row.get(key) not in known:
        raise fail(f"{key} must be one of {', '.join(known)}")
    return row[key]


def _source(row: dict, fail: Fail) -> str:
    if not isinstance(row.get("source"), str) or not row["source"].strip():
        raise fail("needs a source")
    return row["source"]


def _words(row: dict, key: str, fail: Fail, repeats: bool = False) -> tuple[str, ...]:
    value = row.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise fail(f"{key} must be a list of words")
    for word in value:
        _check_script(word, key, fail)
        if not repeats and value.count(word) > 1:
            raise fail(f"{word!r} is listed twice in {key}")
    return tuple(value)


def _forms(value: object, lang: str, fail: Fail, repeats: bool = False) -> tuple[str, ...]:
    if lang not in LANGUAGES:
        raise fail(f"unknown language {lang!r}")
    if not isinstance(value, list) or not value:
        raise fail(f"{lang} must be a list of names")
    found = _words({lang: value}, lang, fail, repeats)
    for form in found:
        if (CYRILLIC_LETTER.search(form) is not None) != (lang in CYRILLIC_LANGUAGES):
            raise fail(f"{form!r} is not in the script of {lang}")
    return found


def _check_script(word: str, key: str, fail: Fail) -> None:
    for piece in word.replace("-", " ").split():
        if {"Latn", "Cyrl"} <= {script_of(char) for char in piece}:
            raise fail(f"{key}: {word!r} mixes Latin and Cyrillic letters in one word")
