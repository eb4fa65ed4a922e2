"""Draws docs/pictures/spellings.svg: one man's name in its spellings, each beside the rule that makes it.

Run from the checkout: python docs/pictures/spellings.py
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from translit import match, romanize

NATIVE = "Аляксандр Лукашэнка"
CYRILLIC = [("be", NATIVE), ("ru", "Александр Лукашенко"), ("uk", "Олександр Лукашенко")]
SCHEMES = {
    "be": ["be-bgn-pcgn-1979", "be-national-2023", "be-passport-2010", "be-lacinka", "be-iso-9-1995"],
    "ru": ["ru-bgn-pcgn-1947-simple", "ru-icao-9303", "ru-ala-lc-2012", "ru-gost-7.79-2000-a"],
    "uk": ["uk-national-2010"],
}
PRESS = [
    ("English", "Alexander Lukashenko"), ("German", "Alexander Lukaschenko"), ("French", "Alexandre Loukachenko"),
    ("Polish", "Alaksandr Łukaszenka"), ("Lithuanian", "Aliaksandras Lukašenka"), ("Latvian", "Aleksandrs Lukašenko"),
    ("Dutch", "Alexander Loekasjenko"), ("Swedish", "Aleksandr Lukasjenko"), ("Hungarian", "Aljakszandr Lukasenka"),
    ("Turkish", "Aleksandr Lukaşenko"),
]  # fmt: skip

WIDTH, ROW, TOP = 960, 27, 96
INK, FAINT, LINE = "#1d2733", "#67727e", "#c9d1d9"
TINTS = {"be": "#1a7f5a", "ru": "#3267a8", "uk": "#b07a10", "press": "#8a4a8f"}


def rows() -> list[tuple[str, str, str]]:
    """(group, spelling, what makes it), each spelling once."""
    found: list[tuple[str, str, str]] = []
    seen: set[str] = set()
    for lang, name in CYRILLIC:
        for scheme in SCHEMES[lang]:
            spelling = romanize(name, scheme)
            if spelling not in seen:
                seen.add(spelling)
                found.append((lang, spelling, scheme))
    for press, spelling in PRESS:
        verdict = match(NATIVE, spelling)
        if not verdict.same:
            raise SystemExit(f"{spelling} is not found to be {NATIVE}: {verdict.score}")
        if spelling not in seen:
            seen.add(spelling)
            found.append(("press", spelling, f"{press} press · match {verdict.score:.2f}"))
    return found


def draw() -> str:
    """The picture as SVG text."""
    found = rows()
    height = TOP + ROW * len(found) + 24
    middle = TOP + ROW * len(found) / 2
    anchors = {}
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        'font-family="ui-sans-serif, system-ui, Segoe UI, Roboto, sans-serif">',
        f"<title>{NATIVE}: {len(found)} Latin spellings of one name</title>",
        f'<rect width="{WIDTH}" height="{height}" rx="14" fill="#fcfbf8"/>',
        f'<text x="36" y="46" font-size="21" font-weight="650" fill="{INK}">One name, '
        f"{len(found) + len(CYRILLIC)} spellings</text>",
        f'<text x="36" y="70" font-size="14" fill="{FAINT}">what the rules of schemes and presses make of it; '
        "none of these stands in a table</text>",
    ]
    groups = list(dict.fromkeys(group for group, _, _ in found))
    labels = dict(CYRILLIC) | {"press": "press of ten languages"}
    for group in groups:
        places = [TOP + ROW * at + ROW / 2 for at, row in enumerate(found) if row[0] == group]
        anchors[group] = sum(places) / len(places)
    for group in groups:
        y = anchors[group]
        parts.append(_curve(176, middle, 250, y, TINTS[group], 2.4))
        for at, row in enumerate(found):
            if row[0] == group:
                parts.append(_curve(452, y, 500, TOP + ROW * at + ROW / 2, TINTS[group], 1.2))
        parts.append(_pill(250, y, 202, labels[group], TINTS[group]))
    parts.append(
        f'<text x="36" y="{middle - 6}" font-size="17" font-weight="650" fill="{INK}">Аляксандр</text>'
        f'<text x="36" y="{middle + 16}" font-size="17" font-weight="650" fill="{INK}">Лукашэнка</text>'
    )
    for at, (group, spelling, maker) in enumerate(found):
        y = TOP + ROW * at + ROW / 2 + 5
        parts.append(f'<text x="508" y="{y}" font-size="15" fill="{INK}">{escape(spelling)}</text>')
        parts.append(
            f'<text x="{WIDTH - 36}" y="{y}" font-size="12.5" text-anchor="end" fill="{TINTS[group]}">{escape(maker)}</text>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


def _curve(x: float, y: float, to_x: float, to_y: float, colour: str, width: float) -> str:
    bend = (x + to_x) / 2
    return (
        f'<path d="M{x} {y:.1f} C{bend} {y:.1f} {bend} {to_y:.1f} {to_x} {to_y:.1f}" fill="none" '
        f'stroke="{colour}" stroke-opacity="0.55" stroke-width="{width}"/>'
    )


def _pill(x: float, y: float, width: float, text: str, colour: str) -> str:
    return (
        f'<rect x="{x}" y="{y - 15:.1f}" width="{width}" height="30" rx="15" fill="#fff" stroke="{colour}"/>'
        f'<text x="{x + width / 2}" y="{y + 5:.1f}" font-size="14" text-anchor="middle" fill="{colour}">{escape(text)}</text>'
    )


if __name__ == "__main__":
    Path(__file__).with_name("spellings.svg").write_text(draw(), encoding="utf-8")
