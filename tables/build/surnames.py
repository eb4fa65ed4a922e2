"""Make tables/names/surnames/roster.tsv: surnames in be, ru and uk spelling, one Wikidata item a row.

    python tables/build/surnames.py            writes the table
    python tables/build/surnames.py --check    exits 1 when the table is not what the input makes

The input (inputs/surnames_open.jsonl) has lower-case forms without a language, over-inclusive. A form is given to a
language when its letters and endings can be that language's and, for be and uk, no other's; a form of shared letters
is Russian, and Ukrainian too where it has no ending that only Russian has. Beside a form in -ова, one in -ава is
Belarusian, and one in -ав a slip.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from writing import write_or_compare

HERE = Path(__file__).parent
TABLE = HERE.parent / "names" / "surnames" / "roster.tsv"
HEAD = """\
# Surnames by Wikidata item, in the spelling of Belarusian, Russian and Ukrainian: for stems, not for identity.
# Derived from Wikidata (CC0) by way of rigour 1.8.2 (MIT); made by tables/build/surnames.py, change nothing by hand.
"""
LETTERS = {
    "be": set("абвгґдеёжзійклмнопрстуўфхцчшыьэюя’-"),
    "ru": set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя-"),
    "uk": set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’-"),
}
OWN = {"be": set("ў"), "uk": set("єїґ"), "ru": set("ыэёъ")}
NOT_ENDING = {
    "ru": ("ска", "цка", "ський", "цький", "зький", "ська", "цька", "зька", "ьов", "йов", "ець"),
    "uk": ("ский", "цкий", "зкий", "ская", "цкая", "ой", "ая", "ец", "аев", "еев", "иев", "оев", "уев", "яев", "ьев", "аева", "еева", "ьева", "ин", "ина"),
    "be": ("кий", "ов", "ев"),
}
RUSSIAN = re.compile("[бвгдзклмнпстфх]ева?$")  # Ukrainian writes -єв there
NOT_START = {"uk": ("е", "э"), "ru": (), "be": ()}


def languages_of(form: str) -> list[str]:
    """The languages whose spelling ``form`` can be."""
    letters = set(form)
    found = [
        lang
        for lang, alphabet in LETTERS.items()
        if letters <= alphabet and not form.endswith(NOT_ENDING[lang]) and not form.startswith(NOT_START[lang])
    ]
    if "be" in found and not (letters & OWN["be"] or "і" in letters and letters & set("ыэё") or form.endswith(("скі", "цкі"))):
        found.remove("be")
    if "uk" in found and ("be" in found or RUSSIAN.search(form)):
        found.remove("uk")
    return found


def rows() -> list[str]:
    """The lines of the table, header first."""
    lines = ["be\tru\tuk\tsource"]
    for text in (HERE / "inputs" / "surnames_open.jsonl").read_text("utf-8").splitlines():
        group = json.loads(text)
        forms: dict[str, list[str]] = {"be": [], "ru": [], "uk": []}
        for form in group["cyr"]:
            form = form.replace("'", "’")
            if " " in form:
                continue
            akanne = form.endswith(("ав", "ава")) and any(one.endswith(("ов", "ова")) for one in group["cyr"])
            for lang in ["be"] if akanne else languages_of(form):
                if not (akanne and (form.endswith("ав") or set(form) - LETTERS["be"])):
                    forms[lang].append(form)
        if any(forms.values()):
            lines.append("\t".join([*(" ".join(forms[lang]) for lang in ("be", "ru", "uk")), f"wikidata:{group['id']}"]))
    return lines


if __name__ == "__main__":
    sys.exit(write_or_compare(TABLE, HEAD + "\n".join(rows()) + "\n"))
