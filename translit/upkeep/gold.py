"""Gold: annotated texts as values, from the three shapes in which they are kept.

* a folder of texts with their spans beside them: ``01-slug.txt`` and ``01-slug.jsonl`` (``corpus/news``);
* stand-off gold: a folder with ``documents.jsonl`` and ``mentions.jsonl``, the texts elsewhere, known by name and
  SHA-256 (``corpus/seeds``);
* one JSONL file whose records carry text and mentions; its entity ids are its own (``corpus/articles_dev.jsonl``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError
from ..tables.files import root

_KINDS = {"person": "person", "place": "place", "org": "organisation", "other": "other"}


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A span and who or what it means; ``also`` holds further spans that are as right."""

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


def read_gold(gold: Path | str | None = None, docs: Path | str | None = None) -> Gold:
    """The gold at ``gold``; without it our own: ``corpus/seeds`` when ``docs`` names its texts, else ``corpus/news``.

    Every span is held against its text: a surface that does not stand at its offsets, or spans that overlap or are
    out of order, are an InputError that names file and line; so is a text whose SHA-256 differs from the gold's.
    """
    path = Path(gold) if gold is not None else root().parent / "corpus" / ("news" if docs is None else "seeds")
    if not path.exists():
        way_out = "; the corpus ships with the source, not with the package: name a gold folder" if gold is None else ""
        raise InputError(f"{path}: no such gold file or folder{way_out}")
    if path.is_file():
        return _read_records(path)
    if (path / "mentions.jsonl").is_file():
        return _read_stand_off(path, Path(docs) if docs is not None else path)
    return _read_folder(path)


def _read_folder(folder: Path) -> Gold:
    langs = {}
    if (folder / "documents.jsonl").is_file():
        langs = {row["file"]: row.get("lang") for _, row in _rows(folder / "documents.jsonl", "file")}
    documents = []
    for spans in sorted(folder.glob("*.jsonl")):
        if spans.name == "documents.jsonl":
            continue
        file = spans.with_suffix(".txt")
        text = _decode(_bytes(file), file)
        mentions = _mentions(list(_rows(spans, "start", "end", "surface", "entity")), text, spans)
        documents.append(GoldDocument(file.name, langs.get(file.name) or _language(text), text, mentions))
    if not documents:
        raise InputError(f"{folder}: no gold here; it needs texts NAME.txt with their spans NAME.jsonl beside them")
    return Gold(folder.name, tuple(documents))


def _read_stand_off(folder: Path, docs: Path) -> Gold:
    mentions = list(_rows(folder / "mentions.jsonl", "doc", "start", "end", "surface", "entity"))
    careless = folder / "dontcare.jsonl"
    open_rows = [row for _, row in _rows(careless, "doc", "start", "end")] if careless.is_file() else []
    documents = []
    for _, row in _rows(folder / "documents.jsonl", "file", "sha256"):
        file = docs / row["file"]
        if not file.is_file():
            way_out = "name the folder that holds the texts (--docs DIR)"
            raise InputError(f"{file}: no such text, and {folder.name} holds spans only; {way_out}")
        data = _bytes(file)
        if hashlib.sha256(data).hexdigest() != row["sha256"]:
            raise InputError(f"{file}: is not the text that was annotated (SHA-256 differs); bring the original file")
        text = _decode(data, file)
        own = [(line, mention) for line, mention in mentions if mention["doc"] == row["file"]]
        open_spans = tuple((span["start"], span["end"]) for span in open_rows if span["doc"] == row["file"])
        spans = _mentions(own, text, folder / "mentions.jsonl")
        documents.append(GoldDocument(row["file"], row.get("lang") or _language(text), text, spans, open_spans))
    facts = folder / "hard_facts.jsonl"
    found = tuple(_fact(row) for _, row in _rows(facts, "id", "kind")) if facts.is_file() else ()
    return Gold(folder.name, tuple(documents), found)


def _read_records(path: Path) -> Gold:
    documents = []
    for line, row in _rows(path, "id", "text", "mentions"):
        mentions = _mentions([(line, mention) for mention in row["mentions"]], row["text"], path)
        documents.append(GoldDocument(row["id"], row.get("lang") or _language(row["text"]), row["text"], mentions))
    return Gold(path.name, tuple(documents), foreign=True)


def _mentions(rows: list[tuple[int, dict]], text: str, path: Path) -> tuple[GoldMention, ...]:
    mentions, last = [], 0
    for line, row in rows:
        start, end, surface = row["start"], row["end"], row["surface"]
        if text[start:end] != surface or not surface:
            raise InputError(f"{path}:{line}: {surface!r} does not stand at {start}-{end}: {text[start:end]!r} does")
        if start < last:
            raise InputError(f"{path}:{line}: {surface!r} at {start} overlaps the span before it or is out of order")
        last = end
        also = tuple((first, past) for first, past in row.get("also", ()))
        mentions.append(GoldMention(start, end, surface, row["entity"], row.get("kind") or _kind(row["entity"]), also))
    return tuple(mentions)


def _kind(entity: str) -> str:
    return _KINDS.get(entity.split("/")[0], "any")


def _fact(row: dict) -> Fact:
    known = {field: row[field] for field in Fact.__slots__ if field in row}
    return Fact(**known | {"forms": tuple(row.get("forms", ()))})


def _language(text: str) -> str:
    from ..detection import detect

    return detect(text).lang or "und"


def _rows(path: Path, *needed: str) -> Iterator[tuple[int, dict]]:
    for line, raw in enumerate(_decode(_bytes(path), path).split("\n"), 1):
        if not raw.strip():
            continue
        try:
            row = json.loads(raw)
        except json.JSONDecodeError as fault:
            raise InputError(f"{path}:{line}: is no JSON ({fault.msg}); write one object a line") from None
        lacking = [field for field in needed if not isinstance(row, dict) or field not in row]
        if lacking:
            raise InputError(f"{path}:{line}: lacks {', '.join(lacking)}")
        yield line, row


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise InputError(f"{path}: cannot be read ({fault.strerror or fault})") from None


def _decode(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(f"{path}: is not UTF-8; save the file as UTF-8") from None
