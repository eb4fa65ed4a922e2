"""Checking what takes names across languages: correspondences, surnames, habits of the press."""

from __future__ import annotations

from collections.abc import Iterator

from ..readings import SISTERS, counterparts, respelled
from ..tables.correspondences import correspondence_paths, correspondences
from ..tables.files import shown
from ..tables.habits import habits
from ..tables.languages import languages
from ..tables.stresses import stress_laws, stress_paths
from ..tables.surnames import surname_roster
from ..text import APOSTROPHES

_ROSTER = "tables/names/surnames"
_ALSO = set(APOSTROPHES) | {"-"}

Finding = tuple[str, str, str]


def find_wrong_answers() -> Iterator[Finding]:
    """Examples of the correspondences that do not come out first, and files without any."""
    for name in correspondence_paths():
        source, target = name.split("-", 1)
        table = correspondences(source, target)
        if not table.examples:
            yield table.path, "examples", "needs some: attested names in both languages"
        for example in table.examples:
            if target in SISTERS:
                found = counterparts(example.source, source, target, 1)[0].text
            else:
                found = respelled(example.source, source, target)
            if found != example.output:
                yield table.path, example.source, f"gives {found}, not {example.output}"


def find_wrong_stresses() -> Iterator[Finding]:
    """Examples of the stresses that come out elsewhere."""
    for lang, path in stress_paths().items():
        for word, source, stressed in stress_laws(lang).examples:
            reason = counterparts(word, source, lang, 1)[0].reasons[-1]
            if reason != f"stressed {stressed}":
                yield shown(path), word, f"is {reason}, not {stressed}"


def find_foreign_surnames() -> Iterator[Finding]:
    """Surnames of the roster with letters that their language does not write, and common ones that stand twice."""
    seen: dict[tuple[str, str], str] = {}
    for row in surname_roster():
        for lang, forms in row.forms.items():
            for form in forms:
                foreign = set(form) - languages()[lang].alphabet - _ALSO
                if foreign:
                    yield _ROSTER, form, f"has {''.join(sorted(foreign))}, which {lang} does not write"
                if row.source == "general knowledge" and lang == "be":
                    if (lang, form) in seen:
                        yield _ROSTER, form, "stands twice among the surnames of general knowledge"
                    seen[lang, form] = form


def find_idle_habits() -> Iterator[Finding]:
    """Habits without an example (a wrong one is refused when the table is read)."""
    for habit in habits():
        if not habit.examples:
            yield "tables/names/habits.toml", habit.id, "needs an example"
