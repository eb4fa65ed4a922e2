"""Make tables/matching/countries.tsv: what each language calls the countries, as words that names of organisations and places are made of.

    python tables/build/countries.py            writes the table
    python tables/build/countries.py --check    exits 1 when the table is not what the entities make

Of every country of tables/entities whose names are those of Unicode CLDR, the names in all languages make rows of its group, which is that
of its English name, or named so in organisations.toml. A name that has a sign in it (&), an acronym, and what is another word of the tables too
(Island is Iceland in German) is left out.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from translit.scoring.vocabulary import groups_of
from translit.tables.entities import Entity, shipped_entities
from translit.tables.organisations import people_groups
from translit.text import fold
from writing import write_or_compare

TABLE = Path(__file__).parent.parent / "matching" / "countries.tsv"
HEAD = """\
# What each language calls the countries, by the groups of organisations.toml. Words joined by _ stand for the country together.
# Derived from Unicode CLDR 48.2; made by tables/build/countries.py, change nothing by hand.
group\tlang\tforms\tsource
"""
_WORDS = re.compile(r"[^\W\d_]+(?:[ ’-][^\W\d_]+)*")
_PLAIN = re.compile("[^a-z]+")
_ALSO = {"united kingdom": "britain", "united arab emirates": "emirates", "bosnia and herzegovina": "bosnia", "north macedonia": "macedonia", "cote divoire": "ivory-coast"}


def group_of(country: Entity) -> str:
    """The group of a country by its English name; empty where none is called so."""
    name = country.names["en"][0]
    bare = _PLAIN.sub(" ", fold(name)).strip()
    named = {_ALSO.get(bare, ""), bare.replace(" ", "-")} & people_groups()
    found = named or groups_of(name) & people_groups()
    return min(found) if len(found) == 1 else ""


def is_another_word(form: str, group: str) -> bool:
    """Whether a name of one word stands in the tables for something else."""
    return "_" not in form and not groups_of(form) <= {group, f"{group} (nouns)", f"{group} (adjectives)"}


def rows() -> list[str]:
    found = []
    for country in shipped_entities():
        if country.kind != "place" or country.fact("type") != "country" or "cldr" not in country.source or "en" not in country.names:
            continue
        group = group_of(country)
        for lang, names in sorted(country.names.items()) if group else ():
            forms = [re.sub("[ -]", "_", name.lower()) for name in names if _WORDS.fullmatch(name) and not name.isupper()]
            own = [form for form in dict.fromkeys(forms) if not is_another_word(form, group)]
            if own:  # single words first, which stand for the others
                found.append(f"{group}\t{lang}\t{' '.join(sorted(own, key=lambda form: '_' in form))}\tUnicode CLDR 48.2\n")
    return sorted(found)


if __name__ == "__main__":
    sys.exit(write_or_compare(TABLE, HEAD + "".join(rows())))
