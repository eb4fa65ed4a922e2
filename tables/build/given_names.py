"""Make tables/names/given/open.tsv: given names by rule from open data, behind the reviewed rows.

    python tables/build/given_names.py            writes the table
    python tables/build/given_names.py --check    exits 1 when the table is not what the input makes

The input (inputs/given_names_open.jsonl: Wikidata items by way of rigour 1.8.2, without the marks of dictionaries)
mixes diminutives and cognates into an item, and one name stands in several items. So, of every item:

1. Only its core counts: the largest set of its forms that share readings with each other, in both alphabets. Diminutives
   (жека) and cognates (джон beside яўген) fall away.
2. A form that the reviewed rows or the rosters know by its letters or its sounds is theirs. An item whose forms are
   known as one name lends that name the rest of its core; one whose forms are known as two is left out. So is a form
   that sounds like a short form or a cognate of theirs (Bazyl, Базыль beside Василий).
3. A form of fewer than four letters, a surname of the rosters, a word with a surname's or patronymic's ending, and a
   known name with an s behind it (Williams) is out.
4. Items that share a form, or a sound of a Cyrillic form, are one name; chains of more than MOST items are left out.
5. A name is a woman's when all its Cyrillic forms end in а or я, else its gender is what the rosters say, else unknown.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from translit.names import given_groups, patronymic_of, surname_endings
from translit.names.index import remember_index, reviewed_index
from translit.phonology import plain_readings
from translit.tables.names import CYRILLIC_LANGUAGES, given_names
from translit.tables.surnames import surname_roster
from translit.text import has_cyrillic
from writing import write_or_compare

HERE = Path(__file__).parent
TABLE = HERE.parent / "names" / "given" / "open.tsv"
HEAD = """\
# Given names by rule, one a row: the spellings of one name, lower case, without languages. All are rare, none reviewed.
# Derived from Wikidata (CC0) by way of rigour 1.8.2 (MIT); made by tables/build/given_names.py, change nothing by hand.
"""
LEAST, MOST = 4, 8
SURNAMES = {"enka", "ski", "ov", "ovich", "chuk", "shvili", "oglu", "son"}


def linked(things: Iterable[str], marks) -> list[set[str]]:
    """``things`` in sets that hang together by the marks they share, the largest first."""
    parent: dict[object, object] = {}

    def find(one):
        while parent.setdefault(one, one) != one:
            one = parent[one]
        return one

    things = list(things)
    for thing in things:
        find((thing,))
        for mark in marks(thing):
            parent[find(mark)] = find((thing,))
    found = defaultdict(set)
    for thing in things:
        found[find((thing,))].add(thing)
    return sorted(found.values(), key=lambda some: (-len(some), sorted(some)))


def core_of(forms: list[str]) -> set[str]:
    """The largest set of forms that share readings, where it has both alphabets."""
    for some in linked(forms, lambda form: set(plain_readings(form).sounds)):
        if len({has_cyrillic(form) for form in some}) == 2:
            return some
    return set()


def is_fit(form: str, surnames: frozenset[str]) -> bool:
    """Whether a form can stand in the table (rule 3)."""
    if len(form) < LEAST or not form.replace("-", "").replace("’", "").isalpha() or form in surnames:
        return False
    if form.endswith("s") and given_groups(form[:-1]):  # Williams, Edwards
        return False
    return not patronymic_of(form) and SURNAMES.isdisjoint(match.id for match in surname_endings(form))


def gender_of(forms: set[str], told: set[str]) -> str:
    """m, f or mf by rule 5."""
    if len(told) == 1:
        return told.pop()
    cyrillic = [form for form in forms if has_cyrillic(form)]
    return "f" if cyrillic and all(form.endswith(("а", "я")) for form in cyrillic) else "mf"


def rows() -> list[str]:
    """The lines of the table, header first."""
    remember_index(reviewed_index())
    surnames = frozenset(form for row in surname_roster() for forms in row.forms.values() for form in forms)
    heard = set().union(*(sounds(form) for form in weaker_forms()))
    lent: dict[str, set[str]] = defaultdict(set)
    items: dict[str, set[str]] = {}
    sources: dict[str, set[str]] = defaultdict(set)
    told: dict[str, set[str]] = defaultdict(set)
    for text in (HERE / "inputs" / "given_names_open.jsonl").read_text("utf-8").splitlines():
        item = json.loads(text)
        core = core_of([form.replace("'", "’") for form in (*item["cyr"], *item["latn"])])
        known = {form: {match for match in given_groups(form) if match.strength == "same"} for form in core}
        kin = [form for form in core if not given_groups(form) and is_fit(form, surnames) and heard.isdisjoint(sounds(form))]
        names = [{match.id for match in matches} for matches in known.values() if matches]
        shared = set.intersection(*names) if names else set()
        if len(shared) == 1 and not any(given_groups(form) and not known[form] for form in core):
            name = shared.pop()
            lent[name].update(kin)
            sources[name].add(item["id"])
            told[name].update(match.gender for matches in known.values() for match in matches if match.id == name)
        elif not names and len({has_cyrillic(form) for form in kin}) == 2:
            items[item["id"]] = set(kin)
    for chain in linked(items, lambda item: items[item] | {sound for form in items[item] if has_cyrillic(form) for sound in sounds(form)}):
        if len(chain) <= MOST:
            name = min(chain, key=lambda item: int(item[1:]))
            lent[name] = set().union(*(items[item] for item in chain))
            sources[name] = chain
    lines = ["id\tgender\tforms\tsource"]
    owners: dict[str, set[str]] = defaultdict(set)
    for name, forms in lent.items():
        for form in forms:
            owners[form].add(name)
    for name in sorted(lent):
        forms = sorted(form for form in lent[name] if len(owners[form]) == 1)
        if forms and (name not in items or len({has_cyrillic(form) for form in forms}) == 2):
            said = "; ".join(f"{'wikidata' if item[0] == 'Q' else 'rigour'}:{item}" for item in sorted(sources[name], key=lambda item: int(item[1:])))
            lines.append("\t".join((name, gender_of(set(forms), told[name]), " ".join(forms), said)))
    return lines


def weaker_forms() -> Iterable[str]:
    """The Cyrillic short forms and cognates of the reviewed rows."""
    for name in given_names():
        for tie in (name.short, name.cognate):
            for lang in CYRILLIC_LANGUAGES:
                yield from tie.get(lang, ())


def sounds(form: str) -> set[tuple[str]]:
    """A form's readings, each marked as a sound."""
    return {("sound", heard) for heard in plain_readings(form).sounds}


if __name__ == "__main__":
    sys.exit(write_or_compare(TABLE, HEAD + "\n".join(rows()) + "\n"))
