"""How often transfer() finds a person's name in a sister language: first, and among five.

    python benchmarks/transfer.py             the table
    python benchmarks/transfer.py --errors    and every name that does not come out first
    python benchmarks/transfer.py --write     docs/reference/across-errors.md

Judged on the people of the tables, by whole name, ё and е not told apart: with the surnames of the entity tables and
every row of surnames that has the person's own withheld, which is the figure that counts for names nobody has listed,
and with them.
"""

from __future__ import annotations

import sys
from itertools import permutations
from pathlib import Path

from translit.spellings.across import spell_across
from translit.tables.entities import shipped_entities

LANGUAGES = ("be", "ru", "uk")
FOLD = str.maketrans("ёЁ", "еЕ")


def judge(source: str, target: str, native: tuple[str, ...], withheld: bool, errors: list | None = None):
    """Found first, found among five, and how many names there are; of people with a ``native`` language, or of all."""
    first = five = total = 0
    for entity in shipped_entities():
        if entity.kind != "person" or source not in entity.names or target not in entity.names:
            continue
        if native and entity.native not in native:
            continue
        wanted = entity.names[target][0].translate(FOLD)
        found = [one.text.translate(FOLD) for one in spell_across(entity.names[source][0], source, target, withheld)[:5]]
        total += 1
        first += found[:1] == [wanted]
        five += wanted in found
        if errors is not None and found[:1] != [wanted]:
            errors.append((entity.names[source][0], wanted, found))
    return first, five, total


MEASURES = (
    ("be, ru, uk people, surnames withheld", LANGUAGES, True), ("everybody, surnames withheld", (), True),
    ("everybody, surnames known", (), False),
)  # fmt: skip


def write(path: Path) -> None:
    """The figures and the misses as a page of the reference."""
    lines = [
        "# Names across be, ru and uk: figures and errors", "",
        "Made by `python benchmarks/transfer.py --write`. Whole names of people in the tables, ё and е not told apart: first",
        "candidate right / among five right.", "",
        "| from → to | " + " | ".join(title for title, _, _ in MEASURES) + " |", "|---|" + "---|" * len(MEASURES),
    ]  # fmt: skip
    pages = []
    for source, target in permutations(LANGUAGES, 2):
        errors: list[tuple[str, str, list[str]]] = []
        cells = []
        for _, native, withheld in MEASURES:
            first, five, total = judge(source, target, native, withheld, errors if native else None)
            cells.append(f"{first / total:.1%} / {five / total:.1%} of {total}")
        lines.append(f"| {source} → {target} | " + " | ".join(cells) + " |")
        pages += ["", f"## {source} → {target}", "", "Surnames withheld; bold where none of five is right.", "",
                  "| name | wanted | first | place |", "|---|---|---|---|"]  # fmt: skip
        for name, wanted, found in errors:
            place = str(found.index(wanted) + 1) if wanted in found else "**none**"
            pages.append(f"| {name} | {wanted} | {found[0] if found else ''} | {place} |")
    path.write_text("\n".join([*lines, *pages]) + "\n", "utf-8")


def main() -> None:
    """The table, and with --errors every name that does not come out first."""
    if "--write" in sys.argv[1:]:
        write(Path(__file__).parent.parent / "docs" / "reference" / "across-errors.md")
        return
    for source, target in permutations(LANGUAGES, 2):
        errors: list[tuple[str, str, list[str]]] = []
        line = f"{source}→{target}"
        for title, native, withheld in MEASURES:
            first, five, total = judge(source, target, native, withheld, errors if native else None)
            line += f"   {title}: {first / total:.1%} {five / total:.1%} of {total}"
        print(line)
        if "--errors" in sys.argv[1:]:
            print("\n".join(f"    {name}: {wanted}, found {' | '.join(found)}" for name, wanted, found in errors))


if __name__ == "__main__":
    main()
