"""Draws docs/pictures/spellings.svg: one man's name as a tree of scripts, languages and the schemes that spell it.

Run from the checkout: python docs/pictures/spellings.py
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from translit import romanize, schemes, transfer, variants

NAME = "Аляксандр Лукашэнка"
LANGUAGES = {"be": "Belarusian", "ru": "Russian", "uk": "Ukrainian"}
READERS = {
    "": "passports, maps, libraries", "de": "German press", "fr": "French press", "pl": "Polish press",
    "cs": "Czech press", "lt": "Lithuanian press", "lv": "Latvian press", "hu": "Hungarian press", "nl": "Dutch press",
    "nb": "Norwegian press", "sv": "Swedish press", "da": "Danish press", "tr": "Turkish press", "it": "Italian press",
    "es": "Spanish press", "fi": "Finnish press", "et": "Estonian press",
}  # fmt: skip
OF_ALL, OF_PRESS = 6, 1  # spellings shown for all readers, and for one press

WIDTH, ROW, TOP = 1160, 25, 92
INK, FAINT = "#1d2733", "#67727e"
TINTS = {"be": "#1a7f5a", "ru": "#3267a8", "uk": "#b07a10"}


def rows() -> list[tuple[str, str, str, str]]:
    """(language, readers, spelling, makers), each spelling once, where its heaviest maker stands."""
    readers_of = {one.id: (one.lang, str(one.extra.get("readers", ""))) for one in schemes()}
    names = natives()
    taken: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for one in variants(NAME):
        makers = [
            maker
            for maker in one.schemes
            if maker in readers_of and romanize(names.get(readers_of[maker][0], ""), maker) == one.text
        ]
        if not makers:
            continue
        place = readers_of[makers[0]]
        shown = taken.setdefault(place, [])
        if place[0] in LANGUAGES and place[1] in READERS and len(shown) < (OF_PRESS if place[1] else OF_ALL):
            more = f" and {len(makers) - 1} more" if len(makers) > 1 else ""
            shown.append((one.text, makers[0] + more))
    return [
        (lang, readers, text, makers)
        for lang in LANGUAGES
        for readers in READERS
        for text, makers in taken.get((lang, readers), ())
    ]


def natives() -> dict[str, str]:
    """The name in each language."""
    return {"be": NAME} | {lang: transfer(NAME, "be", lang, 1)[0].text for lang in ("ru", "uk")}


def draw() -> str:
    """The picture as SVG text."""
    found = rows()
    cyrillic = natives()
    height = TOP + ROW * len(found) + 24
    middle = TOP + ROW * len(found) / 2
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        'font-family="ui-sans-serif, system-ui, Segoe UI, Roboto, sans-serif">',
        f"<title>{NAME}: the spellings of one name by script, language and scheme</title>",
        f'<rect width="{WIDTH}" height="{height}" rx="14" fill="#fcfbf8"/>',
        f'<text x="36" y="44" font-size="21" font-weight="650" fill="{INK}">One name, {len(variants(NAME))} spellings</text>',
        f'<text x="36" y="67" font-size="14" fill="{FAINT}">Cyrillic by language, Latin by scheme: what rules make of it; '
        "none of these is a row of a table</text>",
        f'<text x="36" y="{middle - 6}" font-size="17" font-weight="650" fill="{INK}">Аляксандр</text>',
        f'<text x="36" y="{middle + 16}" font-size="17" font-weight="650" fill="{INK}">Лукашэнка</text>',
    ]
    for lang, name in cyrillic.items():
        y = _middle(found, lambda row, lang=lang: row[0] == lang)
        parts += [_curve(146, middle, 186, y, TINTS[lang], 2.4), _pill(186, y, 216, name, LANGUAGES[lang], TINTS[lang])]
        for readers in dict.fromkeys(row[1] for row in found if row[0] == lang):
            group_y = _middle(found, lambda row, lang=lang, readers=readers: row[:2] == (lang, readers))
            parts.append(_curve(402, y, 452, group_y, TINTS[lang], 1.4))
            parts.append(f'<text x="458" y="{group_y + 4.5:.1f}" font-size="12.5" fill="{FAINT}">{READERS[readers]}</text>')
            for at, row in enumerate(found):
                if row[:2] == (lang, readers):
                    parts.append(_curve(622, group_y, 652, TOP + ROW * at + ROW / 2, TINTS[lang], 0.9))
    for at, (lang, _, spelling, maker) in enumerate(found):
        y = TOP + ROW * at + ROW / 2 + 5
        parts.append(f'<text x="658" y="{y}" font-size="15" fill="{INK}">{escape(spelling)}</text>')
        parts.append(f'<text x="{WIDTH - 28}" y="{y}" font-size="11.5" text-anchor="end" fill="{TINTS[lang]}">{escape(maker)}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _middle(found: list, belongs) -> float:
    places = [TOP + ROW * at + ROW / 2 for at, row in enumerate(found) if belongs(row)]
    return sum(places) / len(places)


def _curve(x: float, y: float, to_x: float, to_y: float, colour: str, width: float) -> str:
    bend = (x + to_x) / 2
    return (
        f'<path d="M{x} {y:.1f} C{bend} {y:.1f} {bend} {to_y:.1f} {to_x} {to_y:.1f}" fill="none" '
        f'stroke="{colour}" stroke-opacity="0.55" stroke-width="{width}"/>'
    )


def _pill(x: float, y: float, width: float, text: str, under: str, colour: str) -> str:
    return (
        f'<rect x="{x}" y="{y - 15:.1f}" width="{width}" height="30" rx="15" fill="#fff" stroke="{colour}"/>'
        f'<text x="{x + width / 2}" y="{y + 5:.1f}" font-size="14" text-anchor="middle" fill="{colour}">{escape(text)}</text>'
        f'<text x="{x + width / 2}" y="{y + 30:.1f}" font-size="11.5" text-anchor="middle" fill="{FAINT}">{under}</text>'
    )


if __name__ == "__main__":
    Path(__file__).with_name("spellings.svg").write_text(draw(), encoding="utf-8")
