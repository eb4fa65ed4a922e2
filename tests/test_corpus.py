"""Our own texts: the gold fits them, the figures do not fall, what is nobody stays nobody."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from translit import link, normalize
from translit.tables.entities import shipped_entities
from translit.upkeep import evaluate, read_gold

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
NEWS = read_gold(CORPUS / "news").documents
MIRRORS = {
    "01-front-pages.txt": "000", "02-board-game.txt": "001", "03-film-week.txt": "002", "04-negatives.txt": "003",
    "05-round-table.txt": "004",
}  # fmt: skip

# Floors of precision and recall, 0 to 1. They only go up.
FLOORS = {
    "all": (0.998, 0.998),
    "en": (1.0, 1.0),
    "be": (1.0, 1.0),
    "be-tarask": (1.0, 1.0),
    "be-Latn": (1.0, 1.0),
    "ru": (0.989, 0.989),
    "person": (0.995, 1.0),
    "place": (0.996, 0.996),
    "organisation": (1.0, 1.0),
    "other": (1.0, 1.0),
}

# Foreign gold of ten texts: the share of spans found, and of pairs told apart or together as the gold does.
ARTICLES_RECALL, ARTICLES_PAIRS = 0.986, 1.0

TARGETS = ("en", "be", "ru", "be-bgn-pcgn-1979")


def rows(name):
    return [json.loads(line) for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()]


@cache
def news():
    return evaluate(CORPUS / "news")


@pytest.mark.parametrize("document", NEWS, ids=lambda document: document.name)
def test_every_gold_surface_stands_where_its_row_says(document):
    last = 0
    for row in document.mentions:
        assert document.text[row.start : row.end] == row.surface
        assert row.start >= last, "sorted, without overlaps"
        last = row.end
    assert document.mentions


def test_every_gold_entity_stands_in_the_tables_under_its_kind():
    known = {entity.id: entity.kind for entity in shipped_entities()}
    for document in NEWS:
        for row in document.mentions:
            assert known.get(row.entity) == row.kind, f"{document.name}:{row.start} {row.surface!r} {row.entity}"


def test_the_texts_are_in_three_languages_and_of_the_promised_size():
    langs = Counter(document.lang.split("-")[0] for document in NEWS)
    assert langs["en"] >= 7 and langs["be"] >= 5 and langs["ru"] >= 4
    for document in NEWS:
        assert 120 <= len(document.text.split()) <= (1000 if document.name in MIRRORS else 300), document.name


@pytest.mark.parametrize(("name", "seed"), MIRRORS.items())
def test_five_texts_mirror_the_articles_surface_by_surface(name, seed):
    (document,) = [one for one in NEWS if one.name == name]
    ours = Counter((row.surface, row.entity) for row in document.mentions)
    theirs = [row for row in rows("seeds/mentions.jsonl") if row["doc"].startswith(seed)]
    assert ours == Counter((row["surface"], row["entity"]) for row in theirs)


@pytest.mark.parametrize("group", FLOORS)
def test_precision_and_recall_keep_their_floors(group):
    done = news()
    figures = {"all": done.overall, **done.by_language, **done.by_kind, **done.by_document}[group]
    precision, recall = FLOORS[group]
    assert figures.precision >= precision and figures.recall >= recall, done.report()


def test_ten_articles_of_nine_languages_keep_their_floors():
    done = evaluate(CORPUS / "articles_dev.jsonl")
    assert done.passed(precision=ARTICLES_PAIRS, recall=ARTICLES_RECALL), done.report()


@pytest.mark.parametrize("item", rows("negative.jsonl"), ids=lambda item: item["text"][:40])
def test_what_is_nobody_is_neither_linked_nor_changed(item):
    assert [(one.surface, one.entity.id) for one in link(item["text"]) if one.entity is not None] == []
    assert [normalize(item["text"], to) for to in TARGETS] == [item["text"]] * len(TARGETS)


@pytest.mark.parametrize("document", NEWS, ids=lambda document: document.name)
@pytest.mark.parametrize("to", TARGETS)
def test_normalizing_our_texts_twice_is_normalizing_them_once(document, to):
    once = normalize(document.text, to)
    assert normalize(once, to) == once


KNOWN_FAILURES = rows("known_failures.jsonl")


@pytest.mark.parametrize(
    "item", [pytest.param(item, marks=pytest.mark.xfail(strict=True, reason=item["why"])) for item in KNOWN_FAILURES],
    ids=lambda item: item["text"][:40],
)  # fmt: skip
def test_known_failures_still_fail(item):
    """A repair announces itself here: move the item to negative.jsonl, or into a text with its spans."""
    found = [[one.surface, one.entity.id] for one in link(item["text"]) if one.entity is not None]
    assert found == item["expect"]


def test_corpus_rows_are_unique_and_complete():
    items = rows("negative.jsonl") + KNOWN_FAILURES
    assert len({item["text"] for item in items}) == len(items)
    assert all(item.keys() >= {"text", "lang", "why"} for item in items)
    assert len(rows("negative.jsonl")) >= 60
