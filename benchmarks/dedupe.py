"""Deduplication side by side: translit.dedupe, Splink (DuckDB), RapidFuzz's cdist and a DuckDB Jaro-Winkler join, on the same
records with known truth (``people_records.py``).

    python benchmarks/dedupe.py [10000 100000 1000000] [--peers] [--entities seed_entities.jsonl] [--results FILE]

Every engine works in a process of its own, which may take ten minutes; the time is that of the work, from records in
memory to labels, without reading the file and importing: *s* by the clock, *cpu* the seconds that processors worked,
of all its processes and threads, which tells more where other work shares the machine; the memory is the process's largest, the records included. The
peers get the names in Latin letters by Unidecode (their time), and join on name and birth date. Precision and recall
are of pairs; *of oracle's* is the recall as a share of the recall of somebody who is told each record's true full name
(given name, father's name, family name), not its person: two records are one when the names are equal and the birth
dates agree at the coarser precision, or one is missing and only one person in the file bears the name. B³ is B-cubed.
``--results`` keeps the figures as JSON, of which ``docs/pictures/dedupe.py`` draws the plot. A peer that is not
installed is named and left out (pip install splink duckdb unidecode).
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from statistics import mean

from people_records import COLUMNS, TRUTH, make_records, namesake_share

Rows = list[dict[str, str]]
LIMIT = 600  # seconds
SEVERAL = 50_000  # records: smaller files, which tell by chance, are several, with as many altogether
SIMILAR, JARO_WINKLER, PROBABILITY = 88, 0.94, 0.9


def translit(rows: Rows) -> Callable[[], list[int]]:
    """Ours, with everything at its default."""
    from translit import dedupe

    dedupe(["Ivan Petrov"])  # the tables
    return lambda: dedupe(rows, birth_date="birth_date", country="country").labels


def rapidfuzz(rows: Rows) -> Callable[[], list[int]]:
    """Every name against every other by token_sort_ratio, chained; different birth dates forbid."""
    import numpy
    from rapidfuzz import fuzz, process
    from unidecode import unidecode

    def work() -> list[int]:
        names = [" ".join(sorted(unidecode(row["name"]).lower().replace(",", " ").split())) for row in rows]
        edges, block = [], 2000
        for start in range(0, len(names), block):
            scores = process.cdist(
                names[start : start + block], names[start:], scorer=fuzz.ratio, score_cutoff=SIMILAR, dtype=numpy.uint8, workers=2
            )
            for i, j in zip(*numpy.nonzero(scores), strict=True):
                if i < j and _dates_agree(rows[start + i], rows[start + j]):
                    edges.append((start + int(i), start + int(j)))
        return _chain(len(rows), edges)

    return work


def duckdb_join(rows: Rows) -> Callable[[], list[int]]:
    """Pairs that share a birth date or the beginning of the sorted name, by Jaro-Winkler, chained."""
    import duckdb
    from unidecode import unidecode

    def work() -> list[int]:
        database = duckdb.connect()
        import pyarrow

        names = [" ".join(sorted(unidecode(row["name"]).lower().replace(",", " ").split())) for row in rows]
        table = pyarrow.table({"at": range(len(rows)), "name": names, "born": [row["birth_date"] or None for row in rows]})
        database.register("records", table)
        pairs = database.execute(
            "with pairs as (select a.at as l, b.at as r from records a join records b on a.born = b.born and a.at < b.at "
            "where jaro_winkler_similarity(a.name, b.name) >= ? union "
            "select a.at, b.at from records a join records b on left(a.name, 5) = left(b.name, 5) and a.at < b.at "
            "where (a.born is null or b.born is null) and jaro_winkler_similarity(a.name, b.name) >= ?) select l, r from pairs",
            [JARO_WINKLER, JARO_WINKLER],
        ).fetchall()
        return _chain(len(rows), pairs)

    return work


def splink(rows: Rows) -> Callable[[], list[int]]:
    """Splink's model, trained on the file, its pairs at a probability of 0.9 as clusters."""
    import pandas
    import splink.comparison_library as compare
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from unidecode import unidecode

    def work() -> list[int]:
        words = [sorted(unidecode(row["name"]).lower().replace(",", " ").split()) for row in rows]
        frame = pandas.DataFrame({
            "unique_id": range(len(rows)),
            "name": [" ".join(some) for some in words],
            "first": [some[0] for some in words],
            "last": [some[-1] for some in words],
            "born": [row["birth_date"] or None for row in rows],
            "country": [row["country"] or None for row in rows],
        })
        settings = SettingsCreator(
            link_type="dedupe_only",
            comparisons=[compare.JaroWinklerAtThresholds("name", [0.95, 0.88, 0.8]), compare.ExactMatch("born"), compare.ExactMatch("country")],
            blocking_rules_to_generate_predictions=[block_on("born"), block_on("first", "last")],
        )
        api = DuckDBAPI()
        linker = Linker(api.register(frame) if hasattr(api, "register") else frame, settings, **({} if hasattr(api, "register") else {"db_api": api}))
        linker.training.estimate_probability_two_random_records_match([block_on("born", "last")], recall=0.6)
        linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
        linker.training.estimate_parameters_using_expectation_maximisation(block_on("born"))
        linker.training.estimate_parameters_using_expectation_maximisation(block_on("first", "last"))
        pairs = linker.inference.predict(threshold_match_probability=PROBABILITY)
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, PROBABILITY)
        found = clusters.as_pandas_dataframe().set_index("unique_id")["cluster_id"]
        return [int(found[at]) for at in range(len(rows))]

    return work


ENGINES = {"translit": translit, "Splink": splink, "RapidFuzz cdist": rapidfuzz, "DuckDB Jaro-Winkler": duckdb_join}


def _dates_agree(one: dict[str, str], other: dict[str, str]) -> bool:
    a, b = one["birth_date"], other["birth_date"]
    return a.startswith(b) or b.startswith(a)


def _chain(count: int, edges: Iterable[tuple[int, int]]) -> list[int]:
    leader = list(range(count))

    def find(one: int) -> int:
        while leader[one] != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    for one, other in edges:
        leader[find(one)] = find(other)
    return [find(one) for one in range(count)]


def figures(rows: Rows, labels: list[int]) -> dict[str, float]:
    """Precision, recall, its share of the oracle's, and B-cubed."""
    people = [row["person"] for row in rows]
    both, found, true = Counter(zip(people, labels, strict=True)), Counter(labels), Counter(people)
    right, joined, all_pairs = _pairs(both), _pairs(found), _pairs(true)
    return {
        "precision": right / max(joined, 1),
        "recall": right / max(all_pairs, 1),
        "of_oracle": right / max(oracle_pairs(rows), 1),
        "b_precision": sum(size * size / found[label] for (_, label), size in both.items()) / len(rows),
        "b_recall": sum(size * size / true[person] for (person, _), size in both.items()) / len(rows),
    }


def _pairs(counts: Counter) -> int:
    return sum(size * (size - 1) // 2 for size in counts.values())


def oracle_pairs(rows: Rows) -> int:
    """How many pairs of one person the oracle joins."""
    names = {row["person"]: row["full_name"] for row in rows}
    bearers = Counter(names.values())
    sizes: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        sizes[row["person"]][0] += 1
        sizes[row["person"]][1] += bool(row["birth_date"])
    return sum(
        size * (size - 1) // 2 if bearers[names[person]] == 1 else dated * (dated - 1) // 2 for person, (size, dated) in sizes.items()
    )


def write(rows: Rows, path: Path) -> Path:
    """The file that engines read."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path


def measure(engine: str, path: Path, rows: Rows) -> dict | None:
    """One engine on one file, in a process of its own; None where it did not finish."""
    with tempfile.NamedTemporaryFile("r", suffix=".json") as out:
        command = [sys.executable, __file__, "--one", engine, "--file", str(path), "--out", out.name]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT)
        except subprocess.TimeoutExpired:
            return print(f"  {engine}: not finished after {LIMIT} s")
        if done.returncode:
            return print(f"  {engine}: {(done.stderr.strip().splitlines() or ['failed'])[-1][:200]}")
        found = json.loads(Path(out.name).read_text())
    return {"engine": engine, "size": len(rows), "seconds": found["seconds"], "cpu": found["cpu"], "megabytes": found["megabytes"]} | figures(rows, found["labels"])


def work_alone(engine: str, path: Path, out: Path) -> None:
    """What the process of its own does."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = [{column: row[column] for column in COLUMNS if column not in TRUTH} for row in csv.DictReader(file)]
    work = ENGINES[engine](rows)
    peaks: dict[str, int] = {}
    threading.Thread(target=_watch, args=(peaks,), daemon=True).start()
    start, worked = time.perf_counter(), _processor_seconds()
    labels = work()
    seconds, worked = time.perf_counter() - start, _processor_seconds() - worked
    _note(peaks)
    peak = sum(peaks.values()) or sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    out.write_text(json.dumps({"seconds": seconds, "cpu": worked, "megabytes": peak / 1024, "labels": labels}))


def _watch(peaks: dict[str, int]) -> None:
    """Note the memory of all processes, four times a second: nothing tells when one is at its largest."""
    while True:
        _note(peaks)
        time.sleep(0.25)


def _note(peaks: dict[str, int]) -> None:
    """Note the largest memory (KiB) of this process and of those it began. What ``getrusage`` keeps of those that have ended is at
    least what this one held when it began them, so they are asked while they work."""
    pids = ["self"]
    for task in Path("/proc/self/task").glob("*/children"):
        with suppress(OSError):  # it has ended
            pids += task.read_text().split()
    for pid in pids:
        with suppress(OSError):
            found = re.search(r"VmHWM:\s+(\d+)", Path("/proc", pid, "status").read_text())
            if found:
                peaks[pid] = int(found[1])


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reader.add_argument("sizes", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    reader.add_argument("--peers", action="store_true")
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--entities", type=Path)
    reader.add_argument("--results", type=Path)
    for name in ("--one", "--file", "--out"):
        reader.add_argument(name, help=argparse.SUPPRESS)
    options = reader.parse_args()
    if options.one:
        return work_alone(options.one, Path(options.file), Path(options.out))
    results = json.loads(options.results.read_text()) if options.results and options.results.exists() else []
    too_slow: set[str] = set()
    for size in options.sizes:
        files = [make_records(size, options.seed + at, options.entities) for at in range(max(SEVERAL // size, 1))]
        share = mean(map(namesake_share, files))
        people = mean(len({row["person"] for row in rows}) for rows in files)
        recall = mean(oracle_pairs(rows) / max(_pairs(Counter(row["person"] for row in rows)), 1) for rows in files)
        several = f" (the mean of {len(files)} files)" if len(files) > 1 else ""
        print(f"\n{size:,} records of {people:,.0f} people, {share:.1%} with a namesake; the oracle's recall {recall:.3f}{several}")
        print(f"{'':22}{'s':>8}{'cpu':>8}{'MB':>8}{'precision':>11}{'recall':>8}{'of oracle’s':>13}{'B³ P':>7}{'B³ R':>7}", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            paths = [write(rows, Path(folder) / f"people{at}.csv") for at, rows in enumerate(files)]
            for engine in ENGINES if options.peers else ("translit",):
                some = [measure(engine, *one) for one in zip(paths, files, strict=True)] if engine not in too_slow else [None]
                if None in some:
                    too_slow.add(engine)
                    continue
                found = some[0] | {key: mean(one[key] for one in some) for key, value in some[0].items() if isinstance(value, float)}
                print(
                    f"{engine:22}{found['seconds']:8.1f}{found['cpu']:8.1f}{found['megabytes']:8.0f}{found['precision']:11.3f}{found['recall']:8.3f}"
                    f"{found['of_oracle']:13.3f}{found['b_precision']:7.3f}{found['b_recall']:7.3f}",
                    flush=True,
                )
                results = [one for one in results if (one["engine"], one["size"]) != (engine, size)]
                results.append(found | {"namesakes": share})
        if options.results:
            results.sort(key=lambda one: (list(ENGINES).index(one["engine"]), one["size"]))
            rounded = [{key: round(value, 4) if isinstance(value, float) else value for key, value in one.items()} for one in results]
            options.results.write_text(json.dumps(rounded, indent=1) + "\n")


if __name__ == "__main__":
    main()
