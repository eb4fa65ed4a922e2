"""Count how often each answer of tables/correspondences holds, and write the shares into the files.

    python benchmarks/correspondences.py           prints the words that no rule explains
    python benchmarks/correspondences.py --write   also writes the shares

Counted on pairs of words: given names of the tables, surnames of the roster, names of places; never on people.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import permutations

from translit.romanization.engine import rule_at
from translit.tables.correspondences import Correspondence, Correspondences, correspondence_paths, correspondences
from translit.tables.entities import shipped_entities
from translit.tables.names import given_names
from translit.tables.surnames import surname_roster
from translit.text import APOSTROPHES, WORD, clean

LANGUAGES = ("be", "ru", "uk")
FOLD = str.maketrans(dict.fromkeys(APOSTROPHES, "’"))
WEIGHTS = {"given": 0.05, "roster": 1.0, "place": 0.2}
PRIOR = 0.3  # so often each answer counts before anything is seen


def explain(table: Correspondences, word: str, answer: str) -> list[tuple[Correspondence | None, str]] | None:
    """The rules and answers that make ``answer`` of ``word``; None when the rules cannot."""
    ways: dict[int, list] = {0: []}
    at = 0
    while at < len(word):
        rule = rule_at(table, word, at)
        options = rule.answers if rule else ((word[at], 1.0),)
        longer: dict[int, list] = {}
        for done, used in ways.items():
            for letters, _ in options:
                if answer.startswith(letters, done):
                    longer.setdefault(done + len(letters), [*used, (rule, letters)])
        ways = longer
        at += len(rule.source) if rule else 1
    return ways.get(len(answer))


def word_pairs(source: str, target: str) -> Iterator[tuple[str, str, str]]:
    """The words of two languages that answer each other in the tables: where they stand, the word, its answer."""
    for name in given_names():
        if source in name.forms and target in name.forms:
            yield "given", *(name.forms[lang][0].lower().translate(FOLD) for lang in (source, target))
    for row in surname_roster():
        if len(row.forms.get(source, ())) == 1 == len(row.forms.get(target, ())):
            yield "roster", row.forms[source][0], row.forms[target][0]
    for entity in shipped_entities():
        if entity.kind == "place" and source in entity.names and target in entity.names:
            left, right = (
                [found.group().lower().translate(FOLD) for found in WORD.finditer(clean(entity.names[lang][0]))]
                for lang in (source, target)
            )
            if len(left) == len(right):
                for one, other in zip(left, right, strict=True):
                    yield "place", one, other


def count(source: str, target: str) -> tuple[dict[str, Counter], list[tuple[str, str, str]], int]:
    """How often each answer of each rule was met, the pairs without an explanation, and how many pairs there were."""
    table = correspondences(source, target)
    met: dict[str, Counter] = defaultdict(Counter)
    unexplained, total = [], 0
    for kind, word, answer in word_pairs(source, target):
        total += 1
        used = explain(table, word, answer)
        if used is None:
            unexplained.append((kind, word, answer))
        for rule, letters in used or ():
            if rule is not None:
                met[rule.name][letters] += WEIGHTS[kind]
    return met, unexplained, total


def write(source: str, target: str, met: dict[str, Counter]) -> None:
    """Put the shares into the file, line by line."""
    path = correspondence_paths()[f"{source}-{target}"]
    lines = []
    for line in path.read_text("utf-8").splitlines():
        found = re.match(r'    \{ from = "(?P<from>[^"]+)"(?P<contexts>.*?), to = \{ (?P<to>.*) \} \},', line)
        if found:
            contexts = dict(re.findall(r'(after|before) = "([^"]*)"', found["contexts"]))
            name = found["from"] + "".join(f" {side} {contexts[side]}" for side in ("after", "before") if side in contexts)
            answers = re.findall(r'"([^"]*)" = [\d.]+', found["to"])
            counts = {one: met[name][one] + PRIOR for one in answers}
            whole = sum(counts.values())
            ranked = sorted(counts.items(), key=lambda item: -item[1])
            shares = ", ".join(f'"{one}" = {max(times / whole, 0.001):.3f}' for one, times in ranked)
            line = f'    {{ from = "{found["from"]}"{found["contexts"]}, to = {{ {shares} }} }},'
        lines.append(line)
    path.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Count every direction."""
    for source, target in permutations(LANGUAGES, 2):
        met, unexplained, total = count(source, target)
        print(f"{source}-{target}: {total} pairs, {1 - len(unexplained) / total:.1%} explained")
        for kind, word, answer in unexplained:
            print(f"    {kind}: {word} {answer}")
        if "--write" in sys.argv[1:]:
            write(source, target, met)


if __name__ == "__main__":
    main()
