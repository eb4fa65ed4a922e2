"""Draws docs/pictures/dedupe.svg: precision, recall and time of deduplication against the number of records.

The figures are those that ``benchmarks/dedupe.py --results docs/pictures/dedupe.json`` measured.
Run from the checkout: python docs/pictures/dedupe.py
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from html import escape
from pathlib import Path

FIGURES = Path(__file__).with_name("dedupe.json")
WIDTH, HEIGHT, LEFT, PANEL, GAP, TOP, BOTTOM = 960, 388, 64, 240, 64, 128, 340
INK, FAINT, RULE = "#1d2733", "#67727e", "#e3e1da"
TINTS = {"translit": "#1a7f5a", "Splink": "#3267a8", "RapidFuzz cdist": "#b07a10", "DuckDB Jaro-Winkler": "#8a4f9e"}
PANELS = (
    ("Precision of pairs", "precision", (0.0, 0.25, 0.5, 0.75, 1.0)),
    ("Recall, of the oracle’s", "of_oracle", (0.0, 0.25, 0.5, 0.75, 1.0)),
    ("Seconds of processor time", "cpu", (1, 10, 100, 1000)),
)


def draw(rows: list[dict]) -> str:
    """The picture as SVG text."""
    sizes = sorted({row["size"] for row in rows})
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" fill="{INK}" '
        'font-family="ui-sans-serif, system-ui, Segoe UI, Roboto, sans-serif">',
        "<title>Precision, recall and time of deduplication against the number of records</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" rx="14" fill="#fcfbf8"/>',
        '<text x="36" y="44" font-size="21" font-weight="650">From ten thousand records to a million</text>',
    ]
    at = 36
    for engine, tint in TINTS.items():
        if any(row["engine"] == engine for row in rows):
            parts.append(f'<circle cx="{at + 5}" cy="67" r="5" fill="{tint}"/>')
            parts.append(f'<text x="{at + 16}" y="72" font-size="14" fill="{FAINT}">{escape(engine)}</text>')
            at += 40 + 8 * len(engine)
    for number, (title, key, ticks) in enumerate(PANELS):
        parts += _panel(LEFT + number * (PANEL + GAP), title, key, ticks, rows, sizes)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _panel(x: int, title: str, key: str, ticks: tuple, rows: list[dict], sizes: list[int]) -> list[str]:
    scale: Callable[[float], float] = math.log10 if key == "cpu" else float
    low, high = scale(ticks[0]), scale(ticks[-1])

    def height(value: float) -> float:
        share = (min(max(scale(value), low), high) - low) / (high - low)
        return round(BOTTOM - share * (BOTTOM - TOP), 1)

    def place(size: int) -> float:
        first, last = math.log10(sizes[0]), math.log10(sizes[-1])
        return round(x + 12 + (PANEL - 24) * (math.log10(size) - first) / max(last - first, 1e-9), 1)

    parts = [f'<text x="{x}" y="{TOP - 18}" font-size="15" font-weight="650">{escape(title)}</text>']
    for tick in ticks:
        parts.append(f'<path d="M{x} {height(tick)}h{PANEL}" stroke="{RULE}"/>')
        parts.append(f'<text x="{x - 8}" y="{height(tick) + 4}" font-size="12" text-anchor="end" fill="{FAINT}">{tick:g}</text>')
    for size in sizes:
        parts.append(f'<text x="{place(size)}" y="{BOTTOM + 22}" font-size="12" text-anchor="middle" fill="{FAINT}">{size:,}</text>')
    for engine, tint in TINTS.items():
        points = [(place(row["size"]), height(row[key])) for row in rows if row["engine"] == engine and key in row]
        if points:
            line = " ".join(f"{one},{other}" for one, other in points)
            parts.append(f'<polyline points="{line}" fill="none" stroke="{tint}" stroke-width="2.5"/>')
            parts += [f'<circle cx="{one}" cy="{other}" r="4" fill="{tint}"/>' for one, other in points]
    return parts


if __name__ == "__main__":
    Path(__file__).with_name("dedupe.svg").write_text(draw(json.loads(FIGURES.read_text(encoding="utf-8"))), encoding="utf-8")
