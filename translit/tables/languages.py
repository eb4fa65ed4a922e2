"""Language profiles: what a text or name shows of its language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..errors import TableError
from .files import read_toml, root, shown


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its script, the letters it may have, its commonest small words, endings and
    letter sequences of its words, words it capitalizes that are no names (lower case: months, nationalities), and tails it
    hangs on names by an apostrophe; its ``articles``; the ``scheme`` it is romanized by when none is named.

    The rest tells languages apart and nothing else: ``prior`` speaks for a language before anything is read,
    ``frequent`` are further common words, ``given`` given names, ``own`` those that are its own above all, and
    ``family`` endings of family names, beside those of the name tables, ``never`` letter sequences it does not write
    (``_`` is a word's edge, there and in ``sequences``).
    """

    id: str
    script: str
    alphabet: frozenset[str]
    words: frozenset[str]
    endings: tuple[str, ...]
    sequences: tuple[str, ...]
    capitals: frozenset[str]
    tails: frozenset[str]
    prior: float
    frequent: frozenset[str]
    given: tuple[str, ...]
    own: tuple[str, ...]
    family: tuple[str, ...]
    never: tuple[str, ...]
    articles: frozenset[str]
    scheme: str


@cache
def languages() -> dict[str, Language]:
    """Every language profile by BCP 47 id."""
    path = root() / "languages.toml"
    found = {}
    for row in read_toml(path).get("language", []):
        try:
            language = Language(
                row["id"],
                row["script"],
                frozenset(row["alphabet"]),
                frozenset(row["words"]),
                tuple(row["endings"]),
                tuple(row.get("sequences", ())),
                frozenset(row.get("capitals", ())),
                frozenset(row.get("tails", ())),
                float(row.get("prior", 0.0)),
                frozenset(row.get("frequent", "").split()),
                tuple(row.get("given", "").split()),
                tuple(row.get("own", "").split()),
                tuple(row.get("family", "").split()),
                tuple(row.get("never", "").split()),
                frozenset(row.get("articles", ())),
                row.get("scheme", ""),
            )
        except KeyError as missing:
            raise TableError(shown(path), row.get("id"), f"lacks {missing}") from None
        found[language.id] = language
    return found

