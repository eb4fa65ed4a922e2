"""Make tables/matching/chinese-south.tsv: how Hong Kong writes what Pinyin writes.

    python tables/build/chinese_south.py READINGS PINYIN

READINGS is charToRoman.json of the npm package cantonese-romanisation 1.0.7 (MIT): characters with their Cantonese readings in letters;
PINYIN the folder of the Python package pypinyin 0.55.0 (MIT). Of the 5,401 usual characters of Big5, readings of Pinyin and of Hong Kong
that two characters or more have in common make a row; spellings of other systems than the government's (gwok, jick, maan) are left out.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

TABLE = Path(__file__).parent.parent / "matching" / "chinese-south.tsv"
HEAD = """\
# Chinese syllables in Pinyin, with those of Hong Kong that characters read so have there: Guo is Kwok, Wei is Wai.
# Derived from cantonese-romanisation 1.0.7 (MIT) and pypinyin 0.55.0 (MIT); made by tables/build/chinese_south.py, change nothing by hand.
pinyin\tsouth
"""
LEAST = 2
_OTHER_SYSTEM = re.compile("[gj]|.*(?:aa|ar|ick|oh$)")


def main(readings: str, folder: str) -> None:
    sys.path.insert(0, folder)
    from pypinyin import lazy_pinyin

    south = json.loads(Path(readings).read_text(encoding="utf-8"))
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for lead in range(0xA4, 0xC7):
        for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
            char = bytes([lead, trail]).decode("big5", "ignore")
            for way in dict.fromkeys(south.get(char, ())):
                if not _OTHER_SYSTEM.match(way):
                    for syllable in dict.fromkeys(lazy_pinyin(char)):
                        found[syllable.replace("ü", "u")][way] += 1
    rows = {syllable: sorted(way for way, count in ways.items() if count >= LEAST) for syllable, ways in sorted(found.items())}
    TABLE.write_text(HEAD + "".join(f"{syllable}\t{' '.join(ways)}\n" for syllable, ways in rows.items() if ways), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
