"""A gazetteer as it is kept: text that is read at once, and rows that are made only when they are asked for."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from .. import phonology
from ..scoring import Part, Side
from ..tables.entities import Entity
from .forms import Form
from .index import Index

_AS_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_BY_LANG = ("acronyms", "former", "weak")


class Rows(Sequence):
    """A sequence of ``make(packed)``, each made when first asked for."""

    def __init__(self, packed: list[str], make: Callable):
        self._packed, self._make = packed, make
        self._made: dict[int, object] = {}

    def __len__(self) -> int:
        return len(self._packed)

    def __getitem__(self, at):
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if at < 0:
            at += len(self)
        made = self._made.get(at)
        if made is None:
            made = self._made[at] = self._make(self._packed[at])
        return made


class Forms(Sequence):
    """All forms of all entities in one row, kept by entity."""

    def __init__(self, packed: list[str], starts: list[int]):
        self._starts = starts
        self._groups = Rows(packed, _forms)

    def __len__(self) -> int:
        return self._starts[-1]

    def __getitem__(self, at: int) -> Form:
        if not 0 <= at < len(self):
            raise IndexError(at)
        entity = bisect_right(self._starts, at) - 1
        return self._groups[entity][at - self._starts[entity]]

    def __iter__(self) -> Iterator[Form]:
        for group in self._groups:
            yield from group


def pack(entities: Sequence[Entity], index: Index) -> dict:
    """What is kept of a gazetteer, as JSON takes it."""
    words = {(form.lang, part.text) for form in index.forms if form.ruled for part in form.side.parts}
    return {
        "ids": [entity.id for entity in entities],
        "entities": [_text(asdict(entity)) for entity in entities],
        "languages": sorted({lang for entity in entities for lang in entity.names}),
        "forms": [_text([_packed(form) for form in group]) for _, group in groupby(index.forms, key=lambda form: form.entity)],
        "starts": index.starts,
        "postings": index.postings,
        "whole": index.whole,
        "readings": {f"{lang}:{word}": _text(phonology.readings(word, lang)[:3]) for lang, word in words},
    }


def unpack(kept: dict) -> tuple[Rows, Index]:
    """The entities and the index of what ``pack`` made; its readings are remembered."""
    phonology.remember(kept["readings"])
    index = Index(Forms(kept["forms"], kept["starts"]), kept["starts"], kept["postings"], kept["whole"])
    return Rows(kept["entities"], _entity), index


def _text(value: object) -> str:
    return _AS_JSON.encode(value)


def _packed(form: Form) -> list:
    side = form.side
    head = [form.entity, form.lang, form.strength, form.ruled, side.text, side.gender, list(form.capitals)]
    return head + [[part.text, part.role] for part in side.parts]


def _forms(text: str) -> list[Form]:
    return [
        Form(
            entity, lang, strength, Side(name, tuple(Part(word, role, (word,), lang) for word, role in parts), gender),
            tuple(capitals), ruled,
        )  # fmt: skip
        for entity, lang, strength, ruled, name, gender, capitals, *parts in json.loads(text)
    ]


def _entity(text: str) -> Entity:
    row = json.loads(text)
    facts = {
        name: {lang: tuple(names) for lang, names in value.items()} if name in _BY_LANG else value
        for name, value in row["facts"].items()
    }
    return Entity(**{**row, "names": {lang: tuple(names) for lang, names in row["names"].items()}, "facts": facts})
