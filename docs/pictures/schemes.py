"""Draws docs/pictures/schemes.svg: one name of each language under all its schemes, equal spellings together.

Run from the checkout: python docs/pictures/schemes.py
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from translit import romanize, schemes, trace

NAMES = {
    "be": ("Васіль Быкаў", "Belarusian"), "ru": ("Никита Хрущёв", "Russian"),
    "uk": ("Богдан Хмельницький", "Ukrainian"),
}  # fmt: skip
WIDTH, MIDDLE, TOP = 960, 490, 116
ROW, BASE, LINE = 30, 21, 18  # a row's height, its base line, the step between lines of ids
COUNT, IDS = 38, 258  # where a row's spelling and its ids begin
CHARS = 94  # ids on one line
INK, FAINT, RULE = "#1d2733", "#67727e", "#e3e1da"
TINTS = {"be": "#1a7f5a", "ru": "#3267a8", "uk": "#b07a10"}


def groups(lang: str) -> list[tuple[str, list[str]]]:
    """Each spelling of the language's name with the ids of its schemes, the commonest first."""
    found: dict[str, list[str]] = {}
    for scheme in schemes(lang=lang):
        found.setdefault(romanize(NAMES[lang][0], scheme.id), []).append(scheme.id)
    return sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))


def letters(lang: str, scheme: str) -> list[tuple[int, str]]:
    """What each letter of the name became under the scheme: (place of the letter, Latin)."""
    name = NAMES[lang][0]
    written = romanize(name, scheme)
    pieces = [(step.start, written[step.out_start : step.out_end]) for step in trace(name, scheme)]
    return sorted([*pieces, *((at, " ") for at, char in enumerate(name) if char == " ")])


def disputed(lang: str) -> set[int]:
    """The places of the name where schemes disagree."""
    made: dict[int, set[str]] = {}
    for scheme in schemes(lang=lang):
        for at, output in letters(lang, scheme.id):
            made.setdefault(at, set()).add(output)
    return {at for at, outputs in made.items() if len(outputs) > 1}


def draw() -> str:
    """The picture as SVG text."""
    parts: list[str] = []
    y = TOP
    total = 0
    for lang, (name, language) in NAMES.items():
        found = groups(lang)
        places = disputed(lang)
        total += len(found)
        count = sum(len(ids) for _, ids in found)
        title = _tinted(enumerate(name), places, TINTS[lang])
        parts.append(
            f'<text x="36" y="{y}" font-size="21" font-weight="650">{title}</text>'
            f'<text x="{WIDTH - 36}" y="{y}" font-size="13" text-anchor="end" fill="{FAINT}">'
            f"{language}: {count} schemes, {len(found)} spellings</text>"
        )
        y += 14
        shared = [ids for _, ids in found if len(ids) > 1]
        lone = [ids for _, ids in found if len(ids) == 1]
        half = (len(lone) + 1) // 2
        for ids in shared:
            parts.append(f'<path d="M36 {y}H{WIDTH - 36}" stroke="{RULE}"/>')
            y += BASE
            parts += _spelling(36, y, lang, ids, places)
            for line in _wrap(ids):
                parts.append(f'<text x="{36 + IDS}" y="{y}" font-size="12" fill="{FAINT}">{escape(line)}</text>')
                y += LINE
            y += ROW - BASE - LINE
        for at, ids in enumerate(lone):
            x, row = (36, at) if at < half else (MIDDLE, at - half)
            top = y + ROW * row
            parts.append(f'<path d="M{x} {top}h{MIDDLE - 36 if x == 36 else WIDTH - 36 - x}" stroke="{RULE}"/>')
            parts += _spelling(x, top + BASE, lang, ids, places)
            parts.append(f'<text x="{x + IDS}" y="{top + BASE}" font-size="12" fill="{FAINT}">{escape(ids[0])}</text>')
        y += ROW * half
        y += 54
    height = y - 24
    head = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" fill="{INK}" '
        'font-family="ui-sans-serif, system-ui, Segoe UI, Roboto, sans-serif">',
        f"<title>Three names under all schemes of their languages: {total} spellings</title>",
        f'<rect width="{WIDTH}" height="{height}" rx="14" fill="#fcfbf8"/>',
        '<text x="36" y="44" font-size="21" font-weight="650">Three names under every scheme</text>',
        f'<text x="36" y="67" font-size="14" fill="{FAINT}">{total} spellings; in colour the letters that schemes '
        "disagree about; the number is how many schemes agree</text>",
    ]
    return "\n".join([*head, *parts, "</svg>"]) + "\n"


def _spelling(x: int, y: int, lang: str, ids: list[str], places: set[int]) -> list[str]:
    count = f'<text x="{x + 24}" y="{y}" font-size="12" text-anchor="end" fill="{FAINT}">{len(ids)}</text>'
    shown = _tinted(letters(lang, ids[0]), places, TINTS[lang])
    return [count * (len(ids) > 1), f'<text x="{x + COUNT}" y="{y}" font-size="16" xml:space="preserve">{shown}</text>']


def _tinted(pieces, places: set[int], tint: str) -> str:
    """Pieces of text, those at the places in the tint."""
    runs: list[tuple[bool, str]] = []
    for at, piece in pieces:
        marked = at in places
        if runs and runs[-1][0] == marked:
            runs[-1] = (marked, runs[-1][1] + piece)
        else:
            runs.append((marked, piece))
    return "".join(
        f'<tspan fill="{tint}" font-weight="650">{escape(text)}</tspan>' if marked else escape(text)
        for marked, text in runs
    )


def _wrap(ids: list[str]) -> list[str]:
    lines = [ids[0]]
    for one in ids[1:]:
        if len(lines[-1]) + 3 + len(one) <= CHARS:
            lines[-1] += f" · {one}"
        else:
            lines.append(one)
    return lines


if __name__ == "__main__":
    Path(__file__).with_name("schemes.svg").write_text(draw(), encoding="utf-8")
