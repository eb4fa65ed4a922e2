"""Draws docs/pictures/review.png: the review page, as Chromium shows it.

Run from the checkout, where chromium is installed: python docs/pictures/review.py
"""

from __future__ import annotations

import csv
import sys
import tempfile
from pathlib import Path

from translit import __version__, dedupe
from translit.cli.review import review_page

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from browser import Browser, find_browser  # noqa: E402

WIDTH, HEIGHT = 1040, 640


def main() -> None:
    with (ROOT / "corpus" / "slavic_pairs_dev.csv").open(encoding="utf-8") as file:
        names = list(dict.fromkeys(name for row in csv.DictReader(file) for name in (row["name1"], row["name2"])))
    html = review_page(dedupe(names), {"name": names}, [], title="names.csv", version=__version__)
    with tempfile.TemporaryDirectory() as folder, Browser(find_browser(), WIDTH, HEIGHT) as browser:
        page = Path(folder) / "review.html"
        page.write_text(html, "utf-8")
        browser.open(page)
        browser.do("scrollTo(0, document.querySelector('.bar').offsetTop)")
        browser.press("ArrowDown", "s", "s", "u")
        browser.frame()
        browser.shoot(HERE / "review.png")


if __name__ == "__main__":
    main()
