"""spaCy's JSON, without spaCy: documents as ``Doc.to_json`` gives and ``Doc.from_json`` takes them, there and back.

A file is a list of documents. ``ents`` holds spans and kinds, the span group ``translit`` the entity ids as well
(``kb_id``), the groups ``translit-also`` and ``translit-open`` further spans that are as right and spans that count
neither way. The tokens are cut where spans begin and end, so that none is lost when spaCy reads them. Read are also
training examples, ``[text, {"entities": [[start, end, label], …]}]``: they say kinds and no entities.

Format: https://spacy.io/api/doc#to_json
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import InputError
from .annotated import GoldDocument, language_of, spans_of
from .brat import LABELS
from .files import decoded, read_bytes

GROUP, ALSO, OPEN = "translit", "translit-also", "translit-open"


def read_spacy(path: Path) -> tuple[GoldDocument, ...]:
    """The documents of a JSON file; raises InputError, with the number of the document, for what is none."""
    try:
        found = json.loads(decoded(read_bytes(path), path))
    except json.JSONDecodeError as fault:
        raise InputError(f"{path}:{fault.lineno}: is no JSON ({fault.msg})") from None
    documents = []
    for number, one in enumerate(found if isinstance(found, list) else [found], 1):
        try:
            text, rows, told = _read(one)
            rows = [(number, row) for row in sorted(rows, key=lambda row: row["start"])]
        except (KeyError, TypeError, ValueError, AttributeError):
            way_out = 'write {"text": …, "ents": [{"start": …, "end": …, "label": …}]} or [text, {"entities": [[…]]}]'
            raise InputError(f"{path}: document {number} is no spaCy document; {way_out}") from None
        lang = told.get("lang") or language_of(text)
        documents.append(GoldDocument(told.get("name") or f"{number}", lang, text, *spans_of(rows, text, path)))
    return tuple(documents)


def as_spacy(documents: Iterable[GoldDocument]) -> str:
    """Documents as a JSON file for ``Doc.from_json``, one document a line."""
    return "[\n" + ",\n".join(json.dumps(_written(one), ensure_ascii=False) for one in documents) + "\n]\n"


def _written(document: GoldDocument) -> dict[str, object]:
    mentions = document.mentions
    also = [(first, past, one) for one in mentions for first, past in one.also]
    spans = {GROUP: [_span(one.start, one.end, one.kind, one.entity) for one in mentions]}
    if also:
        spans[ALSO] = [_span(first, past, one.kind, one.entity) for first, past, one in also]
    if document.open_spans:
        spans[OPEN] = [_span(start, end, "open", "") for start, end in document.open_spans]
    edges = {edge for group in spans.values() for span in group for edge in (span["start"], span["end"])}
    return {
        "name": document.name,  # spaCy passes over what it does not know
        "lang": document.lang,
        "text": document.text,
        "ents": [{"start": one.start, "end": one.end, "label": one.kind} for one in mentions],
        "spans": spans,
        "tokens": [{"id": number, "start": start, "end": end}
                   for number, (start, end) in enumerate(_tokens(document.text, edges))],
    }  # fmt: skip


def _span(start: int, end: int, label: str, entity: str) -> dict[str, object]:
    return {"start": start, "end": end, "label": label, "kb_id": entity}


def _tokens(text: str, edges: set[int]) -> Iterator[tuple[int, int]]:
    """Words, signs and white space; one space after a token belongs to it and is none, as spaCy has it."""
    owed = False
    for piece in re.finditer(r"\w+|\s+|[^\w\s]", text):
        start, end = piece.span()
        if piece[0].isspace():
            start += owed and piece[0][0] == " "
            owed = False
            if start < end:
                yield start, end
            continue
        cuts = [start, *sorted(edge for edge in edges if start < edge < end), end]
        yield from zip(cuts, cuts[1:], strict=False)
        owed = True


def _read(one: object) -> tuple[str, list[dict], dict]:
    """Text, gold rows as ``spans_of`` takes them, and what is told about the document."""
    if isinstance(one, list):
        text, said = one[0], one[1]["entities"]
        return text, [_row(text, start, end, label) for start, end, label in said if _kind(label)], {}
    text, groups = one["text"], one.get("spans", {})
    ids = {(span["start"], span["end"]): span.get("kb_id", "") for span in groups.get(GROUP, ())}
    rows = []
    for ent in one.get("ents", groups.get(GROUP, ())):
        if _kind(ent["label"]):
            at = (ent["start"], ent["end"])
            rows.append(_row(text, *at, ent["label"]) | {"entity": ids.get(at) or ent.get("kb_id", "")})
    for span in groups.get(ALSO, ()):
        inside = [row for row in rows if row["start"] < span["end"] and span["start"] < row["end"]]
        inside[0]["also"].append((span["start"], span["end"])) if inside else None
    rows += [_row(text, span["start"], span["end"], "other") | {"entity": None} for span in groups.get(OPEN, ())]
    return text, rows, one


def _row(text: str, start: int, end: int, label: str) -> dict:
    if not (type(start) is type(end) is int and 0 <= start < end <= len(text)):
        raise ValueError
    return {"start": start, "end": end, "surface": text[start:end], "entity": "", "kind": _kind(label), "also": []}


def _kind(label: str) -> str | None:
    return LABELS.get(label.lower())
