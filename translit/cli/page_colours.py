"""The colours that all pages share, by light and by dark."""

from __future__ import annotations

COLOURS = """
:root {
  color-scheme: light dark;
  --paper: #f7f5f0; --card: #fffefb; --ink: #22211e; --soft: #6c675d; --line: #e2ddd2; --accent: #8a3324;
  --shadow: 0 1px 2px #0001, 0 6px 24px #0000000d;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16171a; --card: #1e2024; --ink: #e6e3dc; --soft: #a09c92; --line: #33353a; --accent: #f0a58f;
    --shadow: 0 1px 2px #0006, 0 6px 24px #0004;
  }
}
"""
