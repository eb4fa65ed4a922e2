"""What comparing names takes from tables: loose spellings, keyboards, common surnames, the letters that part families."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..errors import TableError
from ..text import fold
from .files import read_toml, read_tsv, root, shown
from .rules import orthographies
from .store import recalled


@dataclass(frozen=True, slots=True)
class LooseRule:
    """``source`` letters give way to ``target``; only ``at`` the start or end of a word, before its marks are dropped, or
    anywhere when empty."""

    source: str
    target: str
    at: str


@cache
def loose_rules() -> tuple[LooseRule, ...]:
    """The rows of ``matching/loose.toml`` in order, the longest letters of a row first."""
    path = _path("loose")
    found: list[LooseRule] = []
    for row in read_toml(path).get("loose", []):
        targets = row.get("each", [row.get("to")] * len(row["from"]))
        if len(targets) != len(row["from"]) or None in targets or row.get("at", "") not in ("", "marks", "start", "end"):
            raise TableError(shown(path), str(row["from"]), "needs `to`, or `each` with one target for each of `from`")
        rules = [LooseRule(one, to, row.get("at", "")) for one, to in zip(row["from"], targets, strict=True)]
        found += sorted(rules, key=lambda rule: -len(rule.source))
    return tuple(found)


@cache
def either_letters(when: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Letters that a loose key reads in more than one way, with the ways: ``first``, before the rules, or after them,
    ``either``."""
    return tuple((letter, tuple(ways)) for letter, ways in read_toml(_path("loose")).get(when, {}).items())


@cache
def foreign_letters() -> tuple[tuple[str, str, str, bool], ...]:
    """Cyrillic letters for sounds of other languages with those that may stand for them, the letters before which they do, and whether
    only at the start."""
    return tuple((row["from"], row["to"], row["before"], row.get("at") == "start") for row in read_toml(_path("loose"))["foreign"])


@cache
def letters_apart() -> frozenset[frozenset[str]]:
    """Pairs of Latin letters that keep two names apart which differ in nothing else."""
    return frozenset(map(frozenset, read_toml(_path("loose"))["apart"]["letters"]))


@cache
def initials_apart() -> frozenset[frozenset[str]]:
    """Pairs of Latin letters of which no name in Latin letters that begins with one is cut to the other."""
    return frozenset(map(frozenset, read_toml(_path("loose"))["apart"]["initials"]))


@cache
def before_apostrophes() -> tuple[str, ...]:
    """What begins a family name before an apostrophe, which may be left out."""
    return tuple(read_toml(_path("loose"))["apostrophes"]["before"])


@cache
def name_abbreviations() -> dict[str, str]:
    """Words of people's names that are cut short before a dot, in small letters, with what they stand for."""
    return dict(read_toml(_path("loose"))["abbreviations"]["words"])


@cache
def languages_of_many_spellings() -> frozenset[str]:
    """The languages of whose given names lists have one in many spellings."""
    return frozenset(read_toml(_path("loose"))["spellings"]["many"])


@cache
def bare_letters() -> dict[str, str]:
    """Cyrillic letter → what alphabets with carons write it as, without the carons."""
    return read_toml(_path("loose"))["bare"]["letters"]


@cache
def neighbour_keys() -> frozenset[frozenset[str]]:
    """The pairs of letters whose keys touch on some keyboard."""
    found = set()
    for board in read_toml(_path("keyboards"))["keyboard"]:
        places = {key: (row, at) for row, keys in enumerate(board["rows"]) for at, key in enumerate(keys)}
        for one, (row, at) in places.items():
            for other, (other_row, other_at) in places.items():
                beside = row == other_row and abs(at - other_at) == 1
                below = other_row == row + 1 and other_at in (at - 1, at)
                if beside or below:
                    found.add(frozenset((one, other)))
    return frozenset(found)


@cache
def misread_digits() -> dict[int, str]:
    """Digits that machines read for letters, with the letters, as ``str.translate`` takes them."""
    return str.maketrans(read_toml(_path("keyboards"))["misread"]["digits"])


@cache
def misread_beside_vowels() -> dict[str, str]:
    """Digits that stand for other letters beside a vowel: Mi1orad is Milorad, Sm1th Smith."""
    return dict(read_toml(_path("keyboards"))["misread"]["beside_vowel"])


@cache
def vietnamese_letters() -> frozenset[str]:
    """The letters that mark Vietnamese and that no other orthography knows."""
    own = orthographies()["vi"]
    others = {letter for one in orthographies().values() if one is not own for letter in one.rules}
    return frozenset(mark for mark in own.extra["marks"] if len(mark) == 1) - others


@cache
def misread_letters() -> tuple[tuple[str, str], ...]:
    """Letters that machines read for one, with that one: Tirnofei is Timofei."""
    return tuple(read_toml(_path("keyboards"))["misread"]["letters"].items())


@cache
def common_surnames() -> tuple[tuple[str, str], ...]:
    """Common surnames, each with its language."""
    slavic = read_tsv(root() / "names" / "surnames" / "common.tsv")
    return (
        *((form, lang) for row in slavic for lang in ("be", "ru", "uk") for form in row[lang].split()),
        *((form, row["lang"]) for row in read_toml(_path("surnames"))["common"] for form in row["forms"]),
    )


@cache
def distinct_surnames() -> frozenset[str]:
    """Surnames, folded, of which no two are spellings of one."""
    return frozenset(fold(form) for row in read_toml(_path("surnames"))["distinct"] for form in row["forms"])


@cache
def surname_groups() -> dict[str, str]:
    """Folded surnames that are one though no rule makes them so, each with the first of its row."""
    table, found = read_toml(_path("surnames")), {}
    for row in table["one"]:
        for form in map(fold, row["forms"]):
            found[form] = row["forms"][0]
            found |= {form.removesuffix(end) + other: row["forms"][0] for end, other in table["one-ending"]["endings"] if form.endswith(end)}
    return found


@cache
def vowels() -> str:
    """The vowels of folded Latin and Cyrillic words."""
    return read_toml(_path("stretches"))["vowels"]


@cache
def known_stretches() -> frozenset[str]:
    """Runs of vowels or consonants that Latin surnames have, ``^`` for the start of a word and ``$`` for its end."""
    return frozenset(row["stretch"] for row in read_tsv(root() / "matching" / "stretches.tsv"))


@cache
def stretched_names() -> tuple[str, ...]:
    """Names whose stretches stand in no other table."""
    return tuple(form for row in read_toml(_path("stretches"))["names"] for form in row["forms"])


@cache
def stretched_schemes() -> dict[str, tuple[str, ...]]:
    """Language → the schemes that write its surnames in Latin letters, where stretches are read off them."""
    return {lang: tuple(schemes) for lang, schemes in read_toml(_path("stretches"))["spelled"].items()}


@cache
def surname_infixes() -> frozenset[str]:
    """The sounds that make one surname of another between stem and ending."""
    return frozenset(read_toml(_path("surnames"))["infixes"]["sounds"])


def _path(name: str):
    return root() / "matching" / f"{name}.toml"


@dataclass(frozen=True, slots=True)
class KoreanSyllables:
    """``signs``: a part of a syllable (initials, open, closed, finals; rimes, syllables as a whole; other_rimes, what a rime also may be) → what is written for it →
    how it is read; ``families``: a folded family name → how it may be read, the usual way first; ``marks``: letters with the marks of a system → without, as
    ``str.translate`` takes them; ``chinese_families`` those that Chinese have too, ``chinese`` words of one or two syllables in Pinyin."""

    signs: dict[str, dict[str, str]]
    families: dict[str, tuple[str, ...]]
    marks: dict[int, str]
    chinese_families: frozenset[str]
    chinese: re.Pattern[str]


@cache
def korean_syllables() -> KoreanSyllables:
    """The tables of ``matching/korean.toml``."""
    table = recalled("korean", lambda: read_toml(_path("korean")))
    signs = {sort: _turned(table[sort]) for sort in ("initials", "open", "closed", "finals", "rimes", "syllables", "other_rimes")}
    initials, finals = ("|".join(sorted(table["chinese"][sort], key=len, reverse=True)) for sort in ("initials", "finals"))
    chinese = re.compile(f"(?:(?:{initials})(?:{finals})){{1,2}}")
    families: dict[str, tuple[str, ...]] = {}
    for some in (table["families"], table["other_families"]):
        for name, forms in some.items():
            for form in forms:
                families[form] = (*families.get(form, ()), name)
    return KoreanSyllables(signs, families, str.maketrans(table["marks"]), frozenset(table["chinese"]["families"]), chinese)


@dataclass(frozen=True, slots=True)
class BorrowedEnding:
    """Endings that a language puts on names from elsewhere, the longest first, each with the letters that it may stand for: ``of`` any
    word, of the whole name, or of a woman. ``bare``: the last letters of given names that take none; ``given``: those of given
    names beside a woman's; ``least`` letters before the ending, ``more`` before one that stands for a letter; ``untold``: not where
    the rules of surnames tell the man's form; ``known``: only where the given name is known, but not with its ending, unless the family
    name has one of the ``sure``. ``reads`` are names with what they may be without it, ``rejects`` those that have none."""

    lang: str
    of: str
    ends: dict[str, tuple[str, ...]]
    bare: frozenset[str]
    given: frozenset[str]
    least: int
    more: int
    untold: bool
    known: bool
    sure: tuple[str, ...]
    reads: dict[str, str]
    rejects: tuple[str, ...]


_BORROWED_USUAL = {"least": 3, "more": 6, "untold": False, "known": False}


@cache
def borrowed_endings() -> tuple[BorrowedEnding, ...]:
    """The rows of ``matching/endings.toml``."""
    path, found = _path("endings"), []
    for row in read_toml(path)["ending"]:
        if row.get("of") not in ("word", "name", "woman") or not isinstance(row.get("ends"), dict):
            raise TableError(shown(path), str(row.get("ends")), "needs `of` (word, name or woman) and `ends`, each with what it stands for")
        ends = {end: tuple(row["ends"][end]) for end in sorted(row["ends"], key=len, reverse=True)}
        bare, given = (frozenset(row.get(field, "")) for field in ("bare", "given"))
        sure, rejects = (tuple(row.get(field, ())) for field in ("sure", "rejects"))
        least, more, untold, known = (row.get(field, usual) for field, usual in _BORROWED_USUAL.items())
        found.append(BorrowedEnding(row["lang"], row["of"], ends, bare, given, least, more, untold, known, sure, row.get("reads", {}), rejects))
    return tuple(found)


def _turned(rows: dict[str, list[str]]) -> dict[str, str]:
    return {form: name for name, forms in rows.items() for form in forms}
