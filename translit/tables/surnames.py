"""The roster of surnames in be, ru and uk spelling: stems to judge a word by, not identities."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .files import read_tsv, root

ROSTER_LANGUAGES = ("be", "ru", "uk")


@dataclass(frozen=True, slots=True)
class RosterRow:
    """Spellings of one surname, lower case, by language; ``source`` is a Wikidata item, or where else it comes from."""

    source: str
    forms: dict[str, tuple[str, ...]]


@cache
def surname_roster() -> tuple[RosterRow, ...]:
    """The rows of ``names/surnames``: common surnames, further ones, and those made from Wikidata items.

    >>> next(row.forms["uk"] for row in surname_roster() if "тарновский" in row.forms.get("ru", ()))
    ('тарновський',)
    """
    return _rows("common", "spelled", "roster")


@cache
def known_surnames() -> tuple[RosterRow, ...]:
    """The roster, and ``near.tsv``: real surnames near common ones, whose spellings judge no other word."""
    return (*surname_roster(), *_rows("near"))


def _rows(*names: str) -> tuple[RosterRow, ...]:
    return tuple(
        RosterRow(row["source"], {lang: tuple(row[lang].split()) for lang in ROSTER_LANGUAGES if row[lang]})
        for name in names
        for row in read_tsv(root() / "names" / "surnames" / f"{name}.tsv")
    )
