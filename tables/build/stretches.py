"""Make tables/matching/stretches.tsv: runs of vowels and of consonants that surnames of the United States have.

    python tables/build/stretches.py FILE            writes the table
    python tables/build/stretches.py FILE --check    exits 1 when the table is not what the input makes

FILE is the census of 1990, "dist.all.last": a surname in capitals at the start of each line. A stretch counts that two
surnames have.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

from writing import write_or_compare

TABLES = Path(__file__).parent.parent
TABLE = TABLES / "matching" / "stretches.tsv"
LEAST = 2
HEAD = """\
# Runs of vowels or consonants in surnames of the United States: ^ stands for the start of a word, $ for its end. Two of the
# surnames beside each. From the 1990 census (public domain) by way of names 0.3.0 (MIT); made by tables/build/stretches.py, change
# nothing by hand.
stretch	names	source
"""


def main() -> int:
    """Write the table or compare it."""
    vowels = tomllib.loads((TABLES / "matching" / "stretches.toml").read_text("utf-8"))["vowels"]
    pattern = re.compile(f"[{vowels}]+|[^{vowels}]+")
    path = next(arg for arg in sys.argv[1:] if not arg.startswith("--"))
    found: dict[str, list[str]] = {}
    for line in Path(path).read_text("ascii").splitlines():
        name = line.split()[0].lower()
        for stretch in set(pattern.findall(f"^{name}$")) - {"^", "$"}:
            found.setdefault(stretch, []).append(name)
    rows = [f"{one}\t{' '.join(names[:LEAST])}\tcensus-us:1990-surnames\n" for one, names in sorted(found.items()) if len(names) >= LEAST]
    return write_or_compare(TABLE, HEAD + "".join(rows))


sys.exit(main())
