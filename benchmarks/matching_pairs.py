"""The pairs that matching is measured on, and the folds they are cut into."""

from __future__ import annotations

import csv
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
FILES = {
    "Slavic people": ("slavic_pairs_dev.csv", "person"),
    "other people": ("pairs_people.csv", "person"),
    "names by ear": ("pairs_by_ear.csv", "person"),
    "other scripts": ("pairs_scripts.csv", "person"),
    "organisations": ("pairs_organisations.csv", "organisation"),
    "people on lists": ("pairs_listed_people.csv", "person"),
    "organisations on lists": ("pairs_listed_organisations.csv", "organisation"),
    "places by others": ("pairs_places.csv", "place"),
}
NEAREST = 3


class Pair(NamedTuple):
    """Two names, whether they are one, what sort of pair it is."""

    left: str
    right: str
    same: bool
    category: str


def pairs_of(name: str) -> list[Pair]:
    """The pairs of one of FILES."""
    with open(CORPUS / FILES[name][0], encoding="utf-8", newline="") as file:
        return [Pair(row["name1"], row["name2"], row["is_match"] == "true", row["category"]) for row in csv.DictReader(file)]


def is_held_back(pair: Pair) -> bool:
    """Whether a pair belongs to the half that no number is chosen on."""
    return zlib.crc32("|".join(sorted((pair.left, pair.right))).encode()) % 2 == 1


def place_pairs(path: Path, share: int = 8) -> Iterator[Pair]:
    """Of every ``share``-th place, its name against each spelling of it, and against the three nearest other names."""
    from rapidfuzz import fuzz, process

    from translit.text import fold

    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    names = [row["name"] for row in rows]
    plain = [latin(name) for name in names]
    for at in range(0, len(rows), share):
        own = {fold(one) for one in (*rows[at]["spelling_like"], names[at])}
        for spelling in rows[at]["spelling_like"]:
            if spelling != names[at]:
                yield Pair(names[at], spelling, True, "spelling")
        near = process.extract(plain[at], plain, scorer=fuzz.ratio, limit=40)
        others = list(dict.fromkeys(names[number] for _, _, number in near if fold(names[number]) not in own))
        for other in others[:NEAREST]:
            yield Pair(names[at], other, False, "nearest")


def latin(text: str) -> str:
    """A name in plain letters: by Unidecode, without which the peers cannot be measured."""
    from unidecode import unidecode

    return unidecode(text).lower()
