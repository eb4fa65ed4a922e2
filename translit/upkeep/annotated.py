"""Annotated texts as values: documents, their mentions, hard facts; and the check that spans fit their text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError

KINDS = {"person": "person", "place": "place", "org": "organisation", "other": "other"}
UNKNOWN = "unknown/"


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A span and who or what it means; ``also`` holds further spans that are as right.

    ``entity`` is an id of the tables, ``unknown/…`` for a name that no table knows (its mentions belong together), or
    "" where the gold says only that a name of this kind stands there.
    """

    start: int
    end: int
    surface: str
    entity: str
    kind: str
    also: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text, its mentions in order, and the ``open_spans`` where a wrong link counts neither way."""

    name: str
    lang: str
    text: str
    mentions: tuple[GoldMention, ...]
    open_spans: tuple[tuple[int, int], ...] = ()

    @property
    def unknown(self) -> bool:
        """Whether names that no table knows are annotated, too."""
        return any(row.entity.startswith(UNKNOWN) for row in self.mentions)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that must hold: ``span``, ``same``, ``different`` or ``not_a_mention``."""

    id: str
    kind: str
    doc: str = ""
    surface: str = ""
    entity: str = ""
    count: int = 0
    forms: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Gold:
    """Documents and facts; ``foreign`` when the entity ids are not ours and only tell mentions apart."""

    name: str
    documents: tuple[GoldDocument, ...]
    facts: tuple[Fact, ...] = ()
    foreign: bool = False


Spans = tuple[tuple[GoldMention, ...], tuple[tuple[int, int], ...]]


def spans_of(rows: Iterable[tuple[int, Mapping]], text: str, path: Path) -> Spans:
    """The mentions and the open spans (rows whose entity is None) among ``rows``, each with its line in ``path``.

    Raises InputError, with file and line, for a span that is no pair of numbers, a surface that does not stand at its
    offsets, and spans that overlap or are out of order.
    """
    mentions, open_spans, last = [], [], 0
    for line, row in rows:
        start, end, surface = row["start"], row["end"], row["surface"]
        if not all(type(number) is int and number >= 0 for number in (start, end)):
            raise InputError(f"{path}:{line}: start and end are numbers of characters, not {start!r} and {end!r}")
        if text[start:end] != surface or not surface:
            raise InputError(f"{path}:{line}: {surface!r} does not stand at {start}-{end}: {text[start:end]!r} does")
        if start < last:
            raise InputError(f"{path}:{line}: {surface!r} at {start} overlaps the span before it or is out of order")
        last, entity = end, row["entity"]
        if entity is None:
            open_spans.append((start, end))
            continue
        also = tuple((first, past) for first, past in row.get("also", ()))
        mentions.append(GoldMention(start, end, surface, entity, row.get("kind") or kind_of(entity), also))
    return tuple(mentions), tuple(open_spans)


def kind_of(entity: str) -> str:
    """The kind that one of our ids tells, ``any`` for another id."""
    return KINDS.get(entity.split("/")[0], "any")


def is_foreign(documents: Iterable[GoldDocument]) -> bool:
    """Whether any entity id is not shaped like ours.

    >>> row = GoldMention(0, 5, "Minsk", "Q2280", "place")
    >>> is_foreign([GoldDocument("a.txt", "en", "Minsk", (row,))])
    True
    """
    prefixes = (*(f"{prefix}/" for prefix in KINDS), UNKNOWN)
    return any(row.entity and not row.entity.startswith(prefixes) for one in documents for row in one.mentions)


def language_of(text: str) -> str:
    """The language of a text whose gold does not say it."""
    from ..detection import detect

    return detect(text).lang or "und"
