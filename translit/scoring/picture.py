"""A match as an SVG picture: both names, letter above letter, coloured by the rule that explains them."""

from __future__ import annotations

from html import escape
from textwrap import wrap

from .evidence import Evidence, Match
from .letters import LAW, OTHER, SAME, SOUND, Answer, answers_between
from .sentences import sentence

_CELL, _EDGE, _GAP, _TOP, _BELOW, _LINE = 23, 40, 26, 112, 128, 24
_INK, _FAINT, _PAPER = "#1d2733", "#67727e", "#fcfbf8"
_TABLE, _AGAINST = "by table", "speaks against"
_COLOURS = {SAME: "#1a7f5a", SOUND: "#3267a8", LAW: "#b0640a", _TABLE: "#7a4a9c", OTHER: "#8b949e", _AGAINST: "#b3372f"}
_YES, _NO = _COLOURS[SAME], _COLOURS[_AGAINST]
_FONT = "ui-sans-serif, system-ui, Segoe UI, Roboto, sans-serif"
_LONGEST_LINE = 112


def draw(match: Match) -> str:
    """Both names with their letters aligned, a legend, and the reasons below."""
    pairs = [one for one in match.evidence if one.left in match.left and one.right in match.right and _is_pair(one, match)]
    rows = (_places(match.left), _places(match.right))
    widest = max(len(match.left), len(match.right))
    width = max(2 * _EDGE + widest * _CELL, 900)
    shown, colours = _letters(match, pairs)
    lines = _reasons(match, width)
    height = _TOP + _BELOW + 92 + _LINE * len(lines)
    verdict = f"{'same' if match.same else 'different'} · {match.score:.2f}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" font-family="{_FONT}">',
        f"<title>{escape(match.left)} – {escape(match.right)}: {verdict}</title>",
        f'<rect width="{width}" height="{height}" rx="14" fill="{_PAPER}"/>',
        _text(_EDGE, 44, "Is it the same name, and why", 17, _FAINT),
        _text(width - _EDGE, 46, verdict, 22, _YES if match.same else _NO, "end", 650),
        *shown,
        *_row(match.left, rows[0], _TOP, colours[0], width),
        *_row(match.right, rows[1], _TOP + _BELOW, colours[1], width),
    ]
    parts += _legend(_TOP + _BELOW + 42, {*colours[0].values(), *colours[1].values()})
    for at, (text, colour) in enumerate(lines):
        parts.append(_text(_EDGE, _TOP + _BELOW + 82 + _LINE * at, text, 14, colour))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _is_pair(one: Evidence, match: Match) -> bool:
    whole = one.left == match.left and one.right == match.right
    return bool(one.left and one.right) and (not whole or one.kind.endswith("name") or one.kind == "word")


def _places(name: str) -> list[int]:
    """Where each letter stands, in cells from the middle."""
    return [at * _CELL - len(name) * _CELL // 2 + _CELL // 2 for at in range(len(name))]


Colours = tuple[dict[int, str], dict[int, str]]


def _letters(match: Match, pairs: list[Evidence]) -> tuple[list[str], Colours]:
    """The lines between letters that answer one another, and the sort of every letter."""
    middle = max(2 * _EDGE + max(len(match.left), len(match.right)) * _CELL, 900) // 2
    lines: list[str] = []
    colours: Colours = ({}, {})
    for one in pairs:
        starts = _find(match.left, one.left, colours[0]), _find(match.right, one.right, colours[1])
        if min(starts) < 0:
            continue
        for answer in _answers(one):
            sort = _sort(one, answer)
            spans = [(start + span[0], start + span[1]) for start, span in zip(starts, (answer.left, answer.right), strict=True)]
            for side, span in enumerate(spans):
                colours[side].update(dict.fromkeys(range(*span), sort))
            if all(span[0] < span[1] for span in spans) and one.weight >= 0:
                top, bottom = (middle + _centre(name, span) for name, span in zip((match.left, match.right), spans, strict=True))
                lines.append(_curve(top, _TOP + 14, bottom, _TOP + _BELOW - 30, _COLOURS[sort]))
        if one.weight < 0:
            tops = [(start, start + len(text)) for start, text in zip(starts, (one.left, one.right), strict=True)]
            top, bottom = (middle + _centre(name, span) for name, span in zip((match.left, match.right), tops, strict=True))
            lines.append(_curve(top, _TOP + 14, bottom, _TOP + _BELOW - 30, _NO, dashed=True))
    return lines, colours


def _find(name: str, part: str, taken: dict[int, str]) -> int:
    """Where a part stands in a name, past what is taken."""
    at = name.find(part)
    while at >= 0 and any(place in taken for place in range(at, at + len(part))):
        at = name.find(part, at + 1)
    return at


def _answers(one: Evidence) -> tuple[Answer, ...]:
    if one.kind == "initial" or " " in one.left + one.right:
        return (Answer((0, len(one.left)), (0, len(one.right)), SOUND if one.weight >= 0 else OTHER),)
    return answers_between(one.left, one.right)


def _sort(one: Evidence, answer: Answer) -> str:
    if one.weight < 0:
        return _AGAINST
    by_table = "table" in one.rule
    return _TABLE if by_table and answer.sort == OTHER else answer.sort


def _centre(name: str, span: tuple[int, int]) -> float:
    places = _places(name)
    return (places[span[0]] + places[span[1] - 1]) / 2


def _row(name: str, places: list[int], y: int, colours: dict[int, str], width: int) -> list[str]:
    return [
        _text(width // 2 + place, y, char, 27, _COLOURS.get(colours.get(at, ""), _FAINT), "middle", 600)
        for at, (char, place) in enumerate(zip(name, places, strict=True))
        if not char.isspace()
    ]


def _legend(y: int, sorts: set[str]) -> list[str]:
    parts, x = [], _EDGE
    for sort, colour in _COLOURS.items():
        if sort in sorts:
            parts.append(f'<circle cx="{x + 5}" cy="{y - 5}" r="5" fill="{colour}"/>')
            parts.append(_text(x + 16, y, sort, 13, _FAINT))
            x += 34 + 8 * len(sort)
    return parts


def _reasons(match: Match, width: int) -> list[tuple[str, str]]:
    longest = _LONGEST_LINE * width // 900
    found = []
    for one in sorted(match.evidence, key=lambda one: -abs(one.weight)):
        lines = wrap(f"{one.weight:+.1f}  {sentence(one)}", longest, subsequent_indent="\u2003\u2003\u2002")
        found += [(line, _INK if one.weight >= 0 else _NO) for line in lines]
    return found


def _text(x: float, y: float, text: str, size: float, colour: str, anchor: str = "start", weight: int = 400) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" fill="{colour}">'
        f"{escape(text)}</text>"
    )


def _curve(x: float, y: float, to_x: float, to_y: float, colour: str, dashed: bool = False) -> str:
    bend = (y + to_y) / 2
    dash = ' stroke-dasharray="5 5"' if dashed else ""
    return (
        f'<path d="M{x:.1f} {y} C{x:.1f} {bend} {to_x:.1f} {bend} {to_x:.1f} {to_y}" fill="none" stroke="{colour}" '
        f'stroke-width="2" stroke-opacity="0.6"{dash}/>'
    )
