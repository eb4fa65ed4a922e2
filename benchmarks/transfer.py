"""How often transfer() finds a person's name in a sister language: first, and among five.

    python benchmarks/transfer.py [--errors]

Judged on the people of the tables, by whole name, ё and е not told apart: with the surnames of the entity tables
withheld, which is the figure that counts for names nobody has listed, and with them.
"""

from __future__ import annotations

import sys
from itertools import permutations

from translit.spellings.across import spell_across
from translit.tables.entities import shipped_entities

LANGUAGES = ("be", "ru", "uk")
FOLD = str.maketrans("ёЁ", "еЕ")


def judge(source: str, target: str, native: tuple[str, ...], people: bool, errors: list[str] | None = None):
    """Found first, found among five, and how many names there are; of people with a ``native`` language, or of all."""
    first = five = total = 0
    for entity in shipped_entities():
        if entity.kind != "person" or source not in entity.names or target not in entity.names:
            continue
        if native and entity.native not in native:
            continue
        wanted = entity.names[target][0].translate(FOLD)
        found = [one.text.translate(FOLD) for one in spell_across(entity.names[source][0], source, target, people)[:5]]
        total += 1
        first += found[:1] == [wanted]
        five += wanted in found
        if errors is not None and found[:1] != [wanted]:
            errors.append(f"{entity.names[source][0]}: {entity.names[target][0]}, found {' | '.join(found)}")
    return first, five, total


def main() -> None:
    """The table, and with --errors every name that does not come out first."""
    for source, target in permutations(LANGUAGES, 2):
        errors: list[str] = []
        line = f"{source}→{target}"
        for title, native, people in (
            ("be, ru, uk people, surnames withheld", LANGUAGES, False), ("everybody, withheld", (), False),
            ("everybody, surnames known", (), True),
        ):
            first, five, total = judge(source, target, native, people, errors if native else None)
            line += f"   {title}: {first / total:.1%} {five / total:.1%} of {total}"
        print(line)
        if "--errors" in sys.argv[1:]:
            print("\n".join(f"    {one}" for one in errors))


if __name__ == "__main__":
    main()
