"""Linking side by side: translit.link, and RapidFuzz over every run of capitalised words against all names of the tables.

One process, the texts of corpus/news with their gold spans: seconds a text, precision and recall (strict span and
entity). The peer is what a team writes in an afternoon: WRatio over Unidecode where it is installed, over folded text
otherwise, at its best threshold.

    python benchmarks/linking.py
"""

from __future__ import annotations

import json
import re
import statistics
import time
from pathlib import Path

from rapidfuzz import fuzz, process

from translit import Gazetteer, link
from translit.text import fold

NEWS = Path(__file__).resolve().parent.parent / "corpus" / "news"
RUN = re.compile(r"[^\W\d_a-zа-яёіў][\w’'.-]*(?: [^\W\d_a-zа-яёіў][\w’'.-]*){0,3}")


def documents() -> list[tuple[str, set[tuple[int, int, str]]]]:
    """Every corpus text with its gold spans."""
    found = []
    for path in sorted(NEWS.glob("*.txt")):
        gold = [json.loads(line) for line in path.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines() if line]
        found.append((path.read_text(encoding="utf-8"), {(one["start"], one["end"], one["entity"]) for one in gold}))
    return found


def latin(text: str) -> str:
    """A name in plain letters: by Unidecode where it is installed."""
    try:
        from unidecode import unidecode
    except ImportError:
        return fold(text)
    return unidecode(text).lower()


def peer(gazetteer: Gazetteer, least: float):
    """RapidFuzz's WRatio against every name, as a linker."""
    names = {latin(form.text): form.entity for form in gazetteer.index.forms}
    keys = list(names)

    def run(text: str) -> set[tuple[int, int, str]]:
        found = set()
        for match in RUN.finditer(text):
            best = process.extractOne(latin(match.group()), keys, scorer=fuzz.WRatio, score_cutoff=least)
            if best is not None:
                found.add((match.start(), match.end(), gazetteer.entities[names[best[0]]].id))
        return found

    return run


def score(name: str, run, texts) -> None:
    """Print one linker's line."""
    right = said = wanted = 0
    seconds = []
    for text, gold in texts:
        start = time.perf_counter()
        found = run(text)
        seconds.append(time.perf_counter() - start)
        right, said, wanted = right + len(found & gold), said + len(found), wanted + len(gold)
    precision, recall = right / max(said, 1), right / max(wanted, 1)
    print(f"{name:<34}{precision:>10.3f}{recall:>10.3f}{statistics.median(seconds) * 1000:>12.1f}")


def ours(text: str) -> set[tuple[int, int, str]]:
    """translit's linker in the same shape."""
    return {(one.start, one.end, one.entity.id) for one in link(text) if one.entity is not None}


def main() -> None:
    gazetteer = Gazetteer.load()
    texts = documents()
    link(texts[0][0])
    print(f"{len(texts)} texts, {len(gazetteer)} entities\n{'linker':<34}{'precision':>10}{'recall':>10}{'ms a text':>12}")
    score("translit.link", ours, texts)
    for least in (80, 86, 92, 96):
        score(f"RapidFuzz WRatio, at least {least}", peer(gazetteer, least), texts)


if __name__ == "__main__":
    main()
