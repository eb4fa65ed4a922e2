"""Gold: annotated texts, from the shapes in which they are kept.

* a folder of texts with their spans beside them: ``01-slug.txt`` and ``01-slug.jsonl`` (``corpus/news``);
* stand-off gold: a folder with ``documents.jsonl`` and ``mentions.jsonl``, the texts elsewhere, known by name and
  SHA-256 (``corpus/seeds``);
* one JSONL file whose records carry text and mentions (``corpus/articles_dev.jsonl``);
* a folder that brat annotated (``one.txt``, ``one.ann``), or a JSON file of spaCy training examples.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..errors import InputError
from ..tables.files import root
from .annotated import Fact, Gold, GoldDocument, GoldMention, is_foreign, language_of, spans_of
from .files import decoded, json_rows, read_bytes

__all__ = ["Fact", "Gold", "GoldDocument", "GoldMention", "as_jsonl", "read_gold"]

OURS = ("news", "languages")  # folders of the corpus that are read when none is named


def read_gold(gold: Path | str | Sequence[Path | str] | None = None, docs: Path | str | None = None) -> Gold:
    """The gold at ``gold``, one place or several; without it our own: ``corpus/seeds`` when ``docs`` names its texts,
    else ``corpus/news`` and ``corpus/languages``.

    Every span is held against its text: a surface that does not stand at its offsets, or spans that overlap or are
    out of order, are an InputError that names file and line; so is a text whose SHA-256 differs from the gold's.
    """
    if not gold:
        corpus = root().parent / "corpus"
        gold = [corpus / name for name in (OURS if docs is None else ("seeds",))]
        if not gold[0].exists():
            way_out = "the corpus ships with the source, not with the package: name a gold folder"
            raise InputError(f"{gold[0]}: no such gold file or folder; {way_out}")
    places = [gold] if isinstance(gold, str | Path) else list(gold)
    found = [_read_one(Path(place), docs) for place in places]
    if len(found) == 1:
        return found[0]
    if len({one.foreign for one in found}) > 1:
        raise InputError("gold with entity ids of its own is scored differently from gold with ours; name one at a time")
    documents = tuple(document for one in found for document in one.documents)
    names = [document.name for document in documents]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise InputError(f"two texts are named {twice}; name gold whose texts differ in name")
    facts = tuple(fact for one in found for fact in one.facts)
    return Gold(" + ".join(one.name for one in found), documents, facts, found[0].foreign)


def as_jsonl(documents: Iterable[GoldDocument]) -> str:
    """Documents as one JSONL file that ``read_gold`` reads."""
    lines = []
    for document in documents:
        rows = [_as_row(one) for one in document.mentions]
        for start, end in document.open_spans:
            rows.append({"start": start, "end": end, "surface": document.text[start:end], "entity": None})
        record = {"id": document.name, "lang": document.lang, "text": document.text}
        lines.append(json.dumps(record | {"mentions": sorted(rows, key=lambda row: row["start"])}, ensure_ascii=False))
    return "".join(f"{line}\n" for line in lines)


def _as_row(one: GoldMention) -> dict[str, object]:
    row = {"start": one.start, "end": one.end, "surface": one.surface, "entity": one.entity, "kind": one.kind}
    return row | ({"also": one.also} if one.also else {})


def _read_one(path: Path, docs: Path | str | None) -> Gold:
    if not path.exists():
        raise InputError(f"{path}: no such gold file or folder")
    if path.is_file() and path.suffix == ".json":
        from .spacy_json import read_spacy

        return _gold(path.name, read_spacy(path))
    if path.is_file():
        return _read_records(path)
    if (path / "mentions.jsonl").is_file():
        return _read_stand_off(path, Path(docs) if docs is not None else path)
    if any(path.glob("*.ann")):
        from .brat import read_brat

        return _gold(path.name, read_brat(path))
    return _read_folder(path)


def _gold(name: str, documents: Sequence[GoldDocument], facts: tuple[Fact, ...] = ()) -> Gold:
    return Gold(name, tuple(documents), facts, is_foreign(documents))


def _read_folder(folder: Path) -> Gold:
    langs = {}
    if (folder / "documents.jsonl").is_file():
        langs = {row["file"]: row.get("lang") for _, row in json_rows(folder / "documents.jsonl", "file")}
    documents = []
    for spans in sorted(folder.glob("*.jsonl")):
        if spans.name == "documents.jsonl":
            continue
        file = spans.with_suffix(".txt")
        text = decoded(read_bytes(file), file)
        found = spans_of(json_rows(spans, "start", "end", "surface", "entity"), text, spans)
        documents.append(GoldDocument(file.name, langs.get(file.name) or language_of(text), text, *found))
    if not documents:
        raise InputError(f"{folder}: no gold here; it needs texts NAME.txt with their spans NAME.jsonl beside them")
    return Gold(folder.name, tuple(documents))


def _read_stand_off(folder: Path, docs: Path) -> Gold:
    mentions = list(json_rows(folder / "mentions.jsonl", "doc", "start", "end", "surface", "entity"))
    careless = folder / "dontcare.jsonl"
    open_rows = [row for _, row in json_rows(careless, "doc", "start", "end")] if careless.is_file() else []
    documents = []
    for _, row in json_rows(folder / "documents.jsonl", "file", "sha256"):
        file = docs / row["file"]
        if not file.is_file():
            way_out = "name the folder that holds the texts (--docs DIR)"
            raise InputError(f"{file}: no such text, and {folder.name} holds spans only; {way_out}")
        data = read_bytes(file)
        if hashlib.sha256(data).hexdigest() != row["sha256"]:
            raise InputError(f"{file}: is not the text that was annotated (SHA-256 differs); bring the original file")
        text = decoded(data, file)
        own = [(line, mention) for line, mention in mentions if mention["doc"] == row["file"]]
        open_spans = tuple((span["start"], span["end"]) for span in open_rows if span["doc"] == row["file"])
        spans, more = spans_of(own, text, folder / "mentions.jsonl")
        lang = row.get("lang") or language_of(text)
        documents.append(GoldDocument(row["file"], lang, text, spans, (*open_spans, *more)))
    facts = folder / "hard_facts.jsonl"
    found = tuple(_fact(row) for _, row in json_rows(facts, "id", "kind")) if facts.is_file() else ()
    return Gold(folder.name, tuple(documents), found)


def _read_records(path: Path) -> Gold:
    documents = []
    for line, row in json_rows(path, "id", "text", "mentions"):
        if not isinstance(row["mentions"], list) or not all(isinstance(one, dict) for one in row["mentions"]):
            raise InputError(f"{path}:{line}: mentions is no list of objects")
        needed = ("start", "end", "surface", "entity")
        lacking = [field for one in row["mentions"] for field in needed if field not in one]
        if lacking:
            raise InputError(f"{path}:{line}: a mention lacks {lacking[0]}")
        spans = spans_of([(line, mention) for mention in row["mentions"]], row["text"], path)
        documents.append(GoldDocument(row["id"], row.get("lang") or language_of(row["text"]), row["text"], *spans))
    return _gold(path.name, documents)


def _fact(row: dict) -> Fact:
    known = {field: row[field] for field in Fact.__slots__ if field in row}
    return Fact(**known | {"forms": tuple(row.get("forms", ()))})
