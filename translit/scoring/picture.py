"""A match as an SVG picture."""

from __future__ import annotations

from html import escape

from .evidence import Match

_COLOURS = {True: "#1a7f5a", False: "#b3372f"}
_ROW = 44


def draw(match: Match) -> str:
    """One row of the picture per piece of evidence: left part, right part, the rule between them."""
    rows = [one for one in match.evidence if one.left or one.right]
    height = 70 + _ROW * max(len(rows), 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 {height}" role="img" font-family="system-ui, sans-serif">',
        f"<title>{escape(match.left)} – {escape(match.right)}: {match.score:.2f}</title>",
        f'<rect width="760" height="{height}" rx="10" fill="#fbfaf7"/>',
        f'<text x="24" y="34" font-size="17" font-weight="600" fill="#222">{escape(match.left)}</text>',
        f'<text x="736" y="34" font-size="17" font-weight="600" fill="#222" text-anchor="end">{escape(match.right)}</text>',
        f'<text x="380" y="34" font-size="17" text-anchor="middle" fill="{_COLOURS[match.same]}">'
        f"{'same' if match.same else 'different'} · {match.score:.2f}</text>",
    ]
    for index, one in enumerate(rows):
        y = 74 + _ROW * index
        colour = _COLOURS[one.weight >= 0]
        parts += [
            f'<text x="24" y="{y}" font-size="15" fill="#222">{escape(one.left)}</text>',
            f'<text x="736" y="{y}" font-size="15" fill="#222" text-anchor="end">{escape(one.right)}</text>',
            f'<line x1="180" y1="{y - 5}" x2="580" y2="{y - 5}" stroke="{colour}" stroke-width="2"/>',
            f'<text x="380" y="{y - 11}" font-size="12" text-anchor="middle" fill="{colour}">'
            f"{escape(one.kind)} {one.weight:+.1f}</text>",
            f'<text x="380" y="{y + 11}" font-size="11" text-anchor="middle" fill="#666">{escape(one.rule[:90])}</text>',
        ]
    return "\n".join([*parts, "</svg>"]) + "\n"
