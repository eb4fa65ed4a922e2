"""Blocking and scoring inside DuckDB: the SQL of docs/how-to/deduplicate-in-duckdb.md on records with known truth.

    python benchmarks/engines.py 100000 [--seed 1]
"""

from __future__ import annotations

import argparse
import re
import resource
import time
from pathlib import Path

import duckdb
import pyarrow
from people_records import make_records

from translit.engines.duckdb import register

PAGE = Path(__file__).resolve().parent.parent / "docs" / "how-to" / "deduplicate-in-duckdb.md"
_RIGHT = """
select count(*), avg((a.person = b.person)::int)
from same join people a on a.id = "left" join people b on b.id = "right"
"""
_TRUE = "select sum(n * (n - 1) // 2) from (select count(*) as n from people group by person)"


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reader.add_argument("records", type=int)
    reader.add_argument("--seed", type=int, default=1)
    asked = reader.parse_args()
    statements = re.search(r"```sql\n(.*?)```", PAGE.read_text("utf-8"), re.S).group(1).split(";")
    rows = pyarrow.Table.from_pylist(make_records(asked.records, asked.seed))
    with duckdb.connect() as connection:
        register(connection)
        connection.register("rows", rows)
        connection.execute("create table people as select id, name, nullif(birth_date, '') as born, person from rows")
        for statement in filter(str.strip, statements):
            began, spent = time.perf_counter(), time.process_time()
            connection.execute(statement)
            made = statement.split()[2]
            (size,) = connection.execute(f"select count(*) from {made}").fetchone()
            began, spent = time.perf_counter() - began, time.process_time() - spent
            print(f"{made:8} {size:10,} rows  {began:7.1f} s, {spent:7.1f} s of processors")
        found, right = connection.execute(_RIGHT).fetchone()
        (true,) = connection.execute(_TRUE).fetchone()
    print(f"{found:,} pairs, {right:.1%} right, {found * right / true:.1%} of all true pairs")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.1f} GB at most")


if __name__ == "__main__":
    main()
