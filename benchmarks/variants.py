"""How many known spellings of people variants() makes.

    python benchmarks/variants.py ENTITIES.jsonl [--misses]

The file has a person a line: name_be, name_ru, name_uk, name_en, the patronymics, and other_known_spellings. Variants of
all of these names, with the patronymic and without, are compared casefolded.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from translit import variants


def names_of(person: dict) -> list[str]:
    """The names variants are asked for: four languages, with and without the patronymic."""
    found = []
    for lang in ("be", "ru", "uk", "en"):
        name = person.get(f"name_{lang}")
        if not name:
            continue
        found.append(name)
        middle = (person.get("patronymic") or {}).get(lang)
        words = name.split()
        if middle and len(words) == 2:
            found.append(f"{words[0]} {middle} {words[1]}")
    return found


def main() -> None:
    """Print the share, and with --misses what no variant is."""
    people = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    found = total = made = 0
    for person in people:
        if person.get("type") != "person":
            continue
        spellings = {one.text.casefold() for name in names_of(person) for one in variants(name)}
        made += len(spellings)
        misses = [one for one in person["other_known_spellings"] if one.casefold() not in spellings]
        total += len(person["other_known_spellings"])
        found += len(person["other_known_spellings"]) - len(misses)
        if misses and "--misses" in sys.argv[2:]:
            print(f"{person['name_en']}: {'; '.join(misses)}")
    print(f"{found} of {total} known spellings, {found / total:.1%}; {made} spellings made")


if __name__ == "__main__":
    main()
