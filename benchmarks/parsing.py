"""How often parse_name gives the parts of the people of the tables their right roles, in every usual order.

    python benchmarks/parsing.py            the figures by order and language
    python benchmarks/parsing.py --list     and writes corpus/known_failures_parsing.jsonl, every name read wrong

The truth is taken from the rows where it needs no guess: a name of two words is given and family name as the row's
``order`` says, small words before the last are particles, and ``patronymic`` stands in the row. Other names of three
words and more are left out; tests/test_names_parsing.py has such names one by one.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from translit import parse_name
from translit.tables.entities import shipped_entities
from translit.tables.names import titles

LIST = Path(__file__).parent.parent / "corpus" / "known_failures_parsing.jsonl"
LANGUAGES = ("be", "be-tarask", "ru", "uk", "en", "pl", "lt", "lv", "de", "fr", "es", "cs", "it", "et", "sr", "tr", "hu", "ro", "nl", "sv")
ROLES = ("given", "patronymic", "family", "particles", "initials", "titles")


@dataclass(frozen=True, slots=True)
class Case:
    """A name as it is written in one order, and the roles of its words."""

    text: str
    order: str
    lang: str
    given: str = ""
    patronymic: str = ""
    family: str = ""
    particles: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


def people() -> Iterator[tuple[str, str, str, str, tuple[str, ...]]]:
    """Language, given name, patronymic, family name and its particles, of every name that tells them."""
    for entity in shipped_entities():
        if entity.kind != "person":
            continue
        fathers = entity.facts.get("patronymic") or {}
        for lang, names in entity.names.items():
            words = names[0].split()
            if lang not in LANGUAGES or len(words) < 2 or any("." in word for word in words):
                continue
            small = tuple(word for word in words[1:-1] if word.islower())
            if len(small) != len(words) - 2 or "-" in words[-1] and words[-1][0].islower():
                continue
            first, last = words[0], words[-1]
            if entity.fact("order") == "family-first" and not small:
                first, last = last, first
            yield lang, first, fathers.get(lang, ""), last, small


def cases() -> Iterator[Case]:
    """Every name of the people in every usual order, each once."""
    office = {lang: title.forms[lang][0] for title in reversed(titles()) if title.kind == "office" for lang in title.forms}
    for lang, given, father, family, small in dict.fromkeys(people()):
        rest = " ".join((*small, family))
        whole = {"lang": lang, "given": given, "family": family, "particles": small}
        made = {**whole, "patronymic": father}
        yield Case(f"{given} {rest}", "western", **whole)
        yield Case(f"{rest}, {given}", "comma", **whole)
        if not small:
            yield Case(f"{family} {given}", "eastern", **whole)
            yield Case(f"{family.upper()} {given}", "capitals first", **{**whole, "family": family.upper()})
            yield Case(f"{given} {family.upper()}", "capitals last", **{**whole, "family": family.upper()})
            yield Case(f"{given} {rest}".upper(), "all capitals", lang, given.upper(), "", family.upper())
        one = f"{given[0]}."
        short = {"lang": lang, "family": family, "particles": small}
        yield Case(f"{one} {rest}", "initial first", **short, initials=(one,))
        yield Case(f"{rest} {one}", "initial last", **short, initials=(one,))
        if lang in office:
            yield Case(f"{office[lang]} {given} {rest}", "with a title", **whole, titles=(office[lang],))
        if father and not small:
            two = f"{father[0]}."
            yield Case(f"{given} {father} {family}", "full", **made)
            yield Case(f"{family} {given} {father}", "official", **made)
            yield Case(f"{family}, {given} {father}", "official with a comma", **made)
            yield Case(f"{family.upper()} {given} {father}", "official, capitals", **{**made, "family": family.upper()})
            yield Case(f"{one} {two} {family}", "initials first", **short, initials=(one, two))
            yield Case(f"{one}{two}{family}", "initials first, close", **short, initials=(one, two))
            yield Case(f"{family} {one} {two}", "initials last", **short, initials=(one, two))
            yield Case(f"{given} {father}", "given and patronymic", lang, given, father)


def wrong_roles(case: Case) -> list[str]:
    """The roles in which the parse differs from the truth."""
    name = parse_name(case.text)
    return [role for role in ROLES if getattr(name, role) != getattr(case, role)]


def roles_in(case: Case) -> int:
    """How many roles the name has."""
    return sum(bool(getattr(case, role)) for role in ROLES)


def main() -> None:
    """Print the figures; with --list, write the failures."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    failures = []
    for case in cases():
        wrong = [role for role in wrong_roles(case)]
        missed = min(sum(bool(getattr(case, role)) for role in wrong), roles_in(case)) or bool(wrong)
        for key in ("all", f"order {case.order}", f"language {case.lang}"):
            total[key] += roles_in(case)
            right[key] += roles_in(case) - missed
        if wrong:
            name = parse_name(case.text)
            failures.append({"text": case.text, "order": case.order, "lang": case.lang, "family": case.family, "read": name.family})
    for key in total:
        print(f"{key:32} {total[key]:6} roles {right[key] / total[key]:.3f}")
    print(f"{len(failures)} names read wrong")
    if "--list" in sys.argv[1:]:
        LIST.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in failures), "utf-8")


if __name__ == "__main__":
    main()
