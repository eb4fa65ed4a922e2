"""Romanization side by side: PyICU (by line), Unidecode, anyascii, iuliia, cyrtranslit, transliterate and translit.

One process, one table of ratios. Every scheme is timed by turns with the fastest peer without contexts, on the same
text, and the fastest run of each counts: a machine that others use too then slows both. What the bulk path writes is
compared with the readable engine's. A peer that is not installed is left out and named.

    pip install PyICU unidecode anyascii iuliia cyrtranslit transliterate
    python benchmarks/romanization.py [--megabytes 4] [--schemes ru-icao-9303 …]
"""

from __future__ import annotations

import argparse
import importlib
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from translit import Scheme, romanize, romanize_many, schemes
from translit.text import WORD, has_cyrillic

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
RUNS = 7
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
CONTEXT_FREE = ("Unidecode", "anyascii", "cyrtranslit", "transliterate")
ICU = "PyICU Russian-Latin/BGN"


def words_of_the_corpus(alphabet: Iterable[str]) -> list[str]:
    """The words of our corpus texts that ``alphabet`` can write, with their frequencies; apostrophes as they stand."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((CORPUS / "news").glob("*.txt")))
    allowed = {form for letter in alphabet for form in (letter, letter.upper())}
    if "’" in allowed:
        allowed.add("'")
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


def timed(*works: Callable[[], object], runs: int = RUNS) -> list[float]:
    """The seconds of the fastest run of each, all run by turns."""
    best = [float("inf")] * len(works)
    for _ in range(runs):
        for at, work in enumerate(works):
            start = time.perf_counter()
            work()
            best[at] = min(best[at], time.perf_counter() - start)
    return best


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


def megabytes(text: str) -> float:
    return len(text.encode()) / 1e6


def by_line(work: Callable[[str], str], text: str) -> Callable[[], list[str]]:
    lines = text.split("\n")
    return lambda: [work(line) for line in lines]


def goal(scheme: Scheme) -> int:
    """How many times as fast as the fastest peer without contexts a scheme is to be."""
    strict = scheme.lang in ("be", "ru", "uk") and scheme.authority in ("bgn-pcgn", "icao", "national")
    return 7 if strict else 4


def compare_peers(found: dict[str, Callable[[str], str]], text: str) -> str | None:
    """Print every peer's speed; the name of the fastest without contexts."""
    sample = text[: len(text) // 6]
    seconds = timed(*(by_line(work, sample) for work in found.values()), runs=3)
    speeds = {name: megabytes(sample) / taken for name, taken in zip(found, seconds, strict=True)}
    fastest = max((name for name in speeds if name.split()[0] in CONTEXT_FREE), key=speeds.get, default=None)
    print(f"\n{'engine':<38}{'MB/s':>8}{'x ' + (fastest or '-'):>18}")
    for name, speed in speeds.items():
        print(f"{name:<38}{speed:>8.1f}{'' if fastest is None else f'{speed / speeds[fastest]:.2f}':>18}")
    return fastest


def compare_schemes(chosen: list[Scheme], size: float, peer: Callable[[str], str] | None) -> list[str]:
    """Print every scheme's speed; the schemes short of their goal."""
    short = []
    texts: dict[frozenset[str], str] = {}
    for scheme in chosen:
        alphabet = frozenset(letter for letter in scheme.rules if len(letter) == 1)
        text = texts.get(alphabet)
        if text is None:
            texts[alphabet] = text = make_text(words_of_the_corpus(sorted(alphabet)), size)
        check(text, scheme)
        few = text[: len(text) // 16]
        works = [lambda text=text, scheme=scheme: romanize(text, scheme.id)]
        seconds = timed(*works, *([] if peer is None else [by_line(peer, few)]))
        speed = megabytes(text) / seconds[0]
        ratio = None if peer is None else speed / (megabytes(few) / seconds[1])
        said = "" if ratio is None else f"{ratio:.2f}"
        if ratio is not None and ratio < goal(scheme):
            said += f" (< {goal(scheme)})"
            short.append(scheme.id)
        print(f"translit {scheme.id:<29}{speed:>8.1f}{said:>18}", flush=True)
    return short


def check(text: str, scheme: Scheme) -> None:
    """The bulk path, which a long text takes, against the engine, which short ones take."""
    lines = text.split("\n")[:200]
    if not romanize(text, scheme.id).startswith("\n".join(romanize(line, scheme.id) for line in lines)):
        raise SystemExit(f"{scheme.id}: the bulk path differs from the engine")


def compare_commands(text: str, scheme: str, size: float = 100.0) -> None:
    """Print how fast ``translit romanize`` is from file to file, with all it takes to start."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.txt"), Path(folder, "out.txt")

        def run(jobs: str) -> None:
            command = [sys.executable, "-m", "translit.cli", "romanize", "-s", scheme, "--jobs", jobs]
            subprocess.run([*command, str(source), "-o", str(target)], check=True)

        source.write_text(text[:20_000], encoding="utf-8")
        (start,) = timed(lambda: run("1"), runs=3)
        with source.open("w", encoding="utf-8") as file:
            for _ in range(int(size / megabytes(text)) + 1):
                file.write(text + "\n")
        size = source.stat().st_size / 1e6
        one, two = timed(lambda: run("1"), lambda: run("2"), runs=3)
    print(f"file to file, {size:.0f} MB: {size / one:.0f} MB/s, two jobs {size / two:.0f} MB/s; start {start:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=4.0)
    parser.add_argument("--schemes", nargs="*", help="only these (default: all)")
    options = parser.parse_args()

    words = words_of_the_corpus(RUSSIAN)
    text = make_text(words, options.megabytes)
    found, missing = peers()
    print(f"texts of {megabytes(text):.1f} MB" + (f"; not installed: {', '.join(missing)}" if missing else ""))
    fastest = compare_peers(found, text)
    chosen = [scheme for scheme in schemes() if not options.schemes or scheme.id in options.schemes]
    short = compare_schemes(chosen, options.megabytes, found.get(fastest))
    print(f"short of 7 (BGN, ICAO, national schemes of be, ru, uk) or 4 times the peer: {', '.join(short) or 'none'}")

    scheme = "ru-bgn-pcgn-1947-simple"
    half, whole = timed(lambda: romanize(text[: len(text) // 4], scheme), lambda: romanize(text, scheme))
    print(f"\nfour times the text takes {whole / half:.1f} times as long")

    rng = random.Random(11)
    names = [" ".join(rng.choice(words).title() for _ in range(3)) for _ in range(200_000)]
    few = names[:20_000]
    works = [lambda: romanize_many(names, scheme)]
    if ICU in found:
        works.append(lambda: [found[ICU](name) for name in few])
    ours, *theirs = timed(*works)
    speed = len(names) / ours
    said = f", PyICU {len(few) / theirs[0] / 1e6:.2f} M/s: x {speed * theirs[0] / len(few):.1f}" if theirs else ""
    print(f"column of {len(names)} names: translit {speed / 1e6:.2f} M/s{said}")

    compare_commands(text, scheme)
    (repeated,) = timed(lambda: [romanize("Лукашенко", "ru-icao-9303") for _ in range(20_000)])
    fresh = [f"{word}{tail}" for word in sorted(set(words))[:1000] for tail in ("ок", "ши", "жан", "юк", "ищ", "аця")]
    new = min(timed(lambda: [romanize(word, "ru-icao-9303") for word in fresh[at::20]], runs=1)[0] for at in range(20))
    print(f"one call: repeated {repeated / 20_000 * 1e6:.2f} µs, new word {new / len(fresh) * 20e6:.1f} µs")


if __name__ == "__main__":
    main()
