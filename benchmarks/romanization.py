"""Romanization side by side: PyICU (by line), Unidecode, anyascii, iuliia, cyrtranslit, transliterate and translit.

One process, one text, one table of ratios. A peer that is not installed is left out and named.

    pip install PyICU unidecode anyascii iuliia cyrtranslit transliterate
    python benchmarks/romanization.py [--megabytes 8]
"""

from __future__ import annotations

import argparse
import importlib
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from translit import romanize, romanize_many, schemes
from translit.text import WORD, has_cyrillic

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
RUNS = 3


def words_of_the_corpus(alphabet: str) -> list[str]:
    """The words of our corpus texts that ``alphabet`` can write, with their frequencies."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((CORPUS / "news").glob("*.txt")))
    allowed = set(alphabet + alphabet.upper())
    return [word for word in WORD.findall(text) if has_cyrillic(word) and set(word) <= allowed]


def make_text(words: list[str], megabytes: float, seed: int = 7) -> str:
    """Paragraphs of words drawn from the corpus; every tenth has new endings, so that not all words repeat."""
    rng = random.Random(seed)
    lines = []
    size = 0
    while size < megabytes * 1e6:
        line = []
        for _ in range(60):
            word = rng.choice(words)
            if rng.random() < 0.1:
                word += rng.choice(words)[-3:].lower()
            line.append(word + rng.choice(["", "", "", "", ",", "."]))
        lines.append(" ".join(line))
        size += len(lines[-1].encode()) + 1
    return "\n".join(lines)


def timed(work: Callable[[], object]) -> float:
    """The median seconds of a few runs."""
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def peers() -> tuple[dict[str, Callable[[str], str]], list[str]]:
    """Every installed peer as a function of one line, and the names of those that are missing."""
    found: dict[str, Callable[[str], str]] = {}
    missing = []

    def add(name: str, module: str, make: Callable) -> None:
        try:
            found[name] = make(importlib.import_module(module))
        except ImportError:
            missing.append(name)

    add("PyICU Russian-Latin/BGN", "icu", lambda m: m.Transliterator.createInstance("Russian-Latin/BGN").transliterate)
    add("PyICU Cyrillic-Latin", "icu", lambda m: m.Transliterator.createInstance("Cyrillic-Latin").transliterate)
    add("Unidecode", "unidecode", lambda m: m.unidecode)
    add("anyascii", "anyascii", lambda m: m.anyascii)
    add("iuliia BGN/PCGN", "iuliia", lambda m: lambda line: m.BGN_PCGN.translate(line))
    add("cyrtranslit ru", "cyrtranslit", lambda m: lambda line: m.to_latin(line, "ru"))
    add("transliterate ru", "transliterate", lambda m: lambda line: m.translit(line, "ru", reversed=True))
    return found, missing


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=6.0)
    parser.add_argument("--schemes", nargs="*", help="only these (default: all)")
    options = parser.parse_args()

    russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    text = make_text(words_of_the_corpus(russian), options.megabytes)
    lines = text.split("\n")
    size = len(text.encode()) / 1e6
    found, missing = peers()
    print(f"text: {size:.1f} MB, {len(lines)} lines" + (f"; not installed: {', '.join(missing)}" if missing else ""))

    sample = lines[: max(1, len(lines) // 6)]
    share = len("\n".join(sample).encode()) / 1e6
    speeds = {name: share / timed(lambda work=work: [work(line) for line in sample]) for name, work in found.items()}
    context_free = max((speeds[name] for name in speeds if name.split()[0] in _CONTEXT_FREE), default=None)
    print(f"\n{'engine':<34}{'MB/s':>8}{'x best context-free peer':>28}")
    for name, speed in speeds.items():
        print(f"{name:<34}{speed:>8.1f}{_ratio(speed, context_free):>28}")
    alphabets = {"ru": russian, "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"}
    for scheme in schemes():
        if scheme.lang not in alphabets or (options.schemes and scheme.id not in options.schemes):
            continue
        own = text if scheme.lang == "ru" else make_text(words_of_the_corpus(alphabets[scheme.lang]), options.megabytes)
        romanize(own[:20000], scheme.id)
        speed = len(own.encode()) / 1e6 / timed(lambda own=own, scheme=scheme: romanize(own, scheme.id))
        whole, by_line = romanize(own, scheme.id), "\n".join(romanize(line, scheme.id) for line in own.split("\n")[:200])
        assert whole.startswith(by_line), f"{scheme.id}: the bulk path differs from the engine"
        print(f"translit {scheme.id:<25}{speed:>8.1f}{_ratio(speed, context_free):>28}")

    names = [" ".join(words.split()[:3]) for words in lines for _ in range(1)][:200_000] * max(1, 200_000 // len(lines))
    column = len(names) / timed(lambda: romanize_many(names, "ru-bgn-pcgn-1947-simple"))
    print(f"\ncolumn of {len(names)} names: translit {column / 1e6:.2f} M/s", end="")
    if "PyICU Russian-Latin/BGN" in found:
        work = found["PyICU Russian-Latin/BGN"]
        few = names[:20000]
        theirs = len(few) / timed(lambda: [work(name) for name in few])
        print(f", PyICU {theirs / 1e6:.2f} M/s: x {column / theirs:.1f}", end="")
    print()
    repeated = timed(lambda: [romanize("Лукашенко", "ru-icao-9303") for _ in range(20000)]) / 20000 * 1e6
    fresh = [f"{word}{tail}" for word in words_of_the_corpus(russian)[:2000] for tail in ("ок", "ши", "жан")]
    start = time.perf_counter()
    for word in fresh:
        romanize(word, "ru-icao-9303")
    print(f"one call: repeated {repeated:.2f} µs, new word {(time.perf_counter() - start) / len(fresh) * 1e6:.1f} µs")


_CONTEXT_FREE = ("Unidecode", "anyascii", "cyrtranslit", "transliterate")


def _ratio(speed: float, base: float | None) -> str:
    return "" if base is None else f"{speed / base:.2f}"


if __name__ == "__main__":
    main()
