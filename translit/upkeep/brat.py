"""brat stand-off: a folder of texts (``one.txt``) with their spans (``one.ann``), there and back.

A span is a text-bound annotation (``T1<TAB>person 0 5<TAB>Minsk``), its entity a normalization of it
(``N1<TAB>Reference T1 translit:place/minsk<TAB>Minsk``), a further span that is as right a note
(``#1<TAB>AnnotatorNotes T1<TAB>also 0-6``); where a link counts neither way, the type is ``open``. Other lines
(relations, events, attributes) say nothing about who is named and are passed over.

Format: https://brat.nlplab.org/standoff.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..errors import InputError
from .annotated import GoldDocument, language_of, spans_of
from .files import decoded, json_rows, read_bytes

RESOURCE = "translit"
OPEN = "open"
SETTINGS = "[entities]\nperson\nplace\norganisation\nother\nopen\n[relations]\n[events]\n[attributes]\n"

# What annotators call the four kinds, in lower case; a label that is not here marks no name.
LABELS = {
    "person": "person", "per": "person", "people": "person", "place": "place", "loc": "place", "location": "place",
    "gpe": "place", "fac": "place", "organisation": "organisation", "organization": "organisation",
    "org": "organisation", "other": "other", "misc": "other", "event": "other", "law": "other", "product": "other",
    "work_of_art": "other",
}  # fmt: skip

_SPAN = re.compile(r"(T\S+)\t(\S+) (\d+) (\d+)\t(.*)")
_REFERENCE = re.compile(r"N\S*\tReference (T\S+) ([^\s:]+):(\S+)(?:\t.*)?")
_OTHER = re.compile(r"[NREAM]\S*\t|\*\t|#\S*\t")
_NOTE = re.compile(r"#\S*\tAnnotatorNotes (T\S+)\talso (\d+)-(\d+)")


def read_brat(folder: Path) -> tuple[GoldDocument, ...]:
    """The documents of a folder that brat annotated; their languages from ``documents.jsonl``, where it is there.

    Raises InputError, with file and line, for a line that is no annotation, a span in several pieces, and what
    ``spans_of`` refuses.
    """
    listed = folder / "documents.jsonl"
    langs = {row["file"]: row.get("lang") for _, row in json_rows(listed, "file")} if listed.is_file() else {}
    documents = []
    for spans in sorted(folder.glob("*.ann")):
        file = spans.with_suffix(".txt")
        text = decoded(read_bytes(file), file)
        rows = sorted(_rows(decoded(read_bytes(spans), spans), text, spans), key=lambda item: item[1]["start"])
        lang = langs.get(file.name) or language_of(text)
        documents.append(GoldDocument(file.name, lang, text, *spans_of(rows, text, spans)))
    return tuple(documents)


def as_brat(documents: Iterable[GoldDocument]) -> Iterator[tuple[str, str]]:
    """The files of a folder for brat, each with its name: texts, spans, settings, and the list of languages."""
    langs = []
    for document in documents:
        stem = document.name.removesuffix(".txt").replace("/", "-")
        langs.append(json.dumps({"file": f"{stem}.txt", "lang": document.lang}) + "\n")
        yield f"{stem}.txt", document.text
        yield f"{stem}.ann", _annotations(document)
    yield "documents.jsonl", "".join(langs)
    yield "annotation.conf", SETTINGS


def _annotations(document: GoldDocument) -> str:
    spans = [(one.start, one.end, one.kind, one.entity, one.also) for one in document.mentions]
    spans += [(start, end, OPEN, "", ()) for start, end in document.open_spans]
    lines, notes = [], 0
    for number, (start, end, kind, entity, also) in enumerate(sorted(spans), 1):
        surface = _one_line(document.text[start:end])
        lines.append(f"T{number}\t{kind} {start} {end}\t{surface}")
        if entity:
            lines.append(f"N{number}\tReference T{number} {RESOURCE}:{entity}\t{surface}")
        for first, past in also:
            notes += 1
            lines.append(f"#{notes}\tAnnotatorNotes T{number}\talso {first}-{past}")
    return "".join(f"{line}\n" for line in lines)


def _rows(lines: str, text: str, path: Path) -> Iterator[tuple[int, Mapping]]:
    """Gold rows as ``spans_of`` takes them."""
    spans: dict[str, tuple[int, dict]] = {}
    for number, line in enumerate(lines.split("\n"), 1):
        line = line.removesuffix("\r")
        if line.startswith("T"):
            name, label, start, end, surface = _span(line, f"{path}:{number}")
            kind = OPEN if label == OPEN else LABELS.get(label.lower())
            if kind:
                stands = text[int(start) : int(end)]
                same = _one_line(stands) == surface
                row = {"start": int(start), "end": int(end), "surface": stands if same else surface, "kind": kind}
                spans[name] = (number, row | {"entity": None if kind == OPEN else "", "also": []})
        elif (reference := _REFERENCE.fullmatch(line)) and reference[1] in spans:
            spans[reference[1]][1]["entity"] = reference[3]
        elif (note := _NOTE.fullmatch(line)) and note[1] in spans:
            spans[note[1]][1]["also"].append((int(note[2]), int(note[3])))
        elif line and not _OTHER.match(line):
            way_out = "lines begin with T, N, R, E, A, M, * or #"
            raise InputError(f"{path}:{number}: {line[:40]!r} is no brat annotation; {way_out}")
    yield from spans.values()


def _span(line: str, place: str) -> tuple[str, ...]:
    found = _SPAN.fullmatch(line)
    if found is not None:
        return found.groups()
    if re.match(r"T\S+\t\S+ [\d ;]+\t", line):
        raise InputError(f"{place}: a span in several pieces; mark names in one piece")
    raise InputError(f"{place}: {line[:40]!r} is no span; write T1<TAB>person 0 5<TAB>Minsk")


def _one_line(surface: str) -> str:
    return re.sub(r"[\r\n\t]", " ", surface)
