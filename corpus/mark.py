"""Writes corpus texts and their gold from texts with marks inside, so that nobody counts offsets.

Run from the checkout: ``python corpus/mark.py FILE…`` (``--show NAME…`` prints texts of ``languages/`` with their marks).

A file holds one text or several, each below a line ``=== slug lang``. A mark is ``[[surface|entity]]``; for a name that
no table knows ``[[surface|unknown/slug|kind]]``; ``[[surface|?]]`` where a link counts neither way. Braces in a surface
hold what may as well be inside the span: ``[[{SIA „}Vagons{”}|…]]``.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "languages"
MARK = re.compile(r"\[\[([^|\]]+)\|([^|\]]+)(?:\|([a-z]+))?\]\]")
KINDS = {"person": "person", "place": "place", "org": "organisation", "other": "other"}


def read_marked(marked: str) -> tuple[str, list[dict]]:
    """The text without its marks, and a gold row a mark."""
    text, rows, at = "", [], 0
    for mark in MARK.finditer(marked):
        surface, entity, kind = mark.groups()
        text += marked[at : mark.start()]
        before, inner, after = re.fullmatch(r"(?:\{([^}]*)\})?([^{}]+)(?:\{([^}]*)\})?", surface).groups(default="")
        start = len(text) + len(before)
        row = {"start": start, "end": start + len(inner), "surface": inner}
        row |= {"entity": None} if entity == "?" else {"entity": entity, "kind": KINDS[kind or entity.split("/")[0]]}
        if before or after:
            row["also"] = [[start - len(before), row["end"] + len(after)]]
        rows.append(row)
        text += before + inner + after
        at = mark.end()
    text += marked[at:]
    if "[[" in text or "]]" in text:
        raise SystemExit(f"a mark is not closed or has no entity: {text[max(text.find('[['), 0):][:60]!r}")
    return text, rows


def show_marked(text: str, rows: list[dict]) -> str:
    """The text with its marks inside, as ``read_marked`` takes it."""
    shown, at = "", 0
    for row in rows:
        first, last = row.get("also", [[row["start"], row["end"]]])[0]
        before, after = text[first : row["start"]], text[row["end"] : last]
        surface = (f"{{{before}}}" if before else "") + row["surface"] + (f"{{{after}}}" if after else "")
        kind = f"|{row['entity'] and 'org' if row.get('kind') == 'organisation' else row.get('kind')}"
        kind = kind if (row["entity"] or "").startswith("unknown/") else ""
        shown += text[at:first] + f"[[{surface}|{row['entity'] or '?'}{kind}]]"
        at = last
    return shown + text[at:]


def write(slug: str, lang: str, marked: str, listed: dict[str, dict]) -> None:
    """Write text and rows beside each other and enter the language."""
    text, rows = read_marked(marked.strip() + "\n")
    (FOLDER / f"{slug}.txt").write_text(text, encoding="utf-8")
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (FOLDER / f"{slug}.jsonl").write_text(lines, encoding="utf-8")
    listed[f"{slug}.txt"] = listed.get(f"{slug}.txt", {}) | {"file": f"{slug}.txt", "lang": lang}


def main(arguments: list[str]) -> None:
    """Read marked files, or show texts."""
    documents = FOLDER / "documents.jsonl"
    rows = [json.loads(line) for line in documents.read_text("utf-8").splitlines()] if documents.is_file() else []
    listed = {row["file"]: row for row in rows}
    if arguments[:1] == ["--show"]:
        for slug in arguments[1:]:
            rows = [json.loads(line) for line in (FOLDER / f"{slug}.jsonl").read_text("utf-8").splitlines()]
            text = (FOLDER / f"{slug}.txt").read_text("utf-8")
            print(f"=== {slug} {listed[f'{slug}.txt']['lang']}\n{show_marked(text, rows)}")
        return
    FOLDER.mkdir(exist_ok=True)
    for name in arguments:
        for part in re.split(r"^=== ", Path(name).read_text("utf-8"), flags=re.MULTILINE)[1:]:
            head, marked = part.split("\n", 1)
            slug, lang = head.split()
            write(slug, lang, marked, listed)
    lines = "".join(json.dumps(listed[file]) + "\n" for file in sorted(listed))
    documents.write_text(lines, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
