"""Draws docs/pictures/match.svg: one match, letter by letter, as ``Match.svg`` draws it.

Run from the checkout: python docs/pictures/match.py
"""

from __future__ import annotations

from pathlib import Path

from translit import match

PAIR = ("Loukachenko Alexandre", "Аляксандр Рыгоравіч Лукашэнка")

if __name__ == "__main__":
    Path(__file__).with_name("match.svg").write_text(match(*PAIR).svg(), encoding="utf-8")
