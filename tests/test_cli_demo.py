"""The demo and its page: what it says is what the library finds, and nothing comes from outside."""

import json
import re
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from cli_runner import fault, out

from translit import link
from translit.cli.demo import _corpus
from translit.cli.page import Article, annotated_page
from translit.tables.entities import Entity

VOID = {"meta", "input", "br", "link", "img", "hr"}


class Page(HTMLParser):
    """Checks that every tag is closed in order, and keeps tags, attributes and text."""

    def __init__(self, html):
        super().__init__()
        self.open, self.tags, self.texts = [], [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("style", "script"):
            self.texts.append(data)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    page = tmp_path_factory.mktemp("demo") / "page.html"
    return out("demo", "-o", page), page.read_text("utf-8")


def test_the_table_has_every_spelling_and_its_count(demo):
    told, _ = demo
    table = told.split("\nEvery name in one spelling")[0]
    found = [mention for path in _corpus() for mention in link(path.read_text("utf-8")) if mention.entity]
    for surface in {" ".join(mention.surface.split()) for mention in found}:
        assert f"{surface} ×" in table
    assert f"Lukashenka ×{sum(mention.surface == 'Lukashenka' for mention in found)}" in table
    assert "page: " in told.splitlines()[-1]


def test_lines_before_and_after(demo):
    told, _ = demo
    lines = told.split("\nEvery name in one spelling")[1].splitlines()
    before = [line for line in lines if line.startswith("  - ")]
    after = [line for line in lines if line.startswith("  + ")]
    assert len(before) == len(after) >= 10 and all(was[4:] != now[4:] for was, now in zip(before, after, strict=True))


def test_the_page_stands_alone(demo):
    _, html = demo
    page = Page(html)
    assert html.startswith("<!doctype html>") and "prefers-color-scheme: dark" in html
    for tag, attributes in page.tags:
        assert tag not in ("link", "img", "iframe") and "src" not in attributes
        assert attributes.get("href", "#").startswith("#")
    assert not re.search(r"@import|url\(|https?://", html)
    assert "@@" not in html
    articles = len(_corpus())
    assert sum(tag == "article" for tag, _ in page.tags) == articles
    marks = [attributes for tag, attributes in page.tags if tag == "mark" and "data-e" in attributes]
    data = json.loads(re.search(r'id="data">(.*?)</script>', html, re.S).group(1))
    assert marks and all(int(one["data-e"]) < len(data) and one["title"] for one in marks)


def test_the_page_shows_every_text_whole(demo):
    _, html = demo
    shown = "".join("".join(Page(html).texts).split())
    for path in _corpus():
        assert "".join(path.read_text("utf-8").split()) in shown, path.name


def test_everything_on_the_page_is_escaped():
    evil = '<script>alert("1")</script>'
    entity = Entity("person/x", "person", "en", {"en": (evil,)}, {}, "general knowledge")
    text = f"{evil} & Title @@TO@@\n\nKot {evil} </article>"
    at = text.index("Kot")
    mention = SimpleNamespace(
        start=at,
        end=at + 3,
        surface="Kot",
        kind="person",
        entity=entity,
        score=1.0,
        reason=evil,
        case=None,
        candidates=(),
    )
    unsure = SimpleNamespace(
        start=at + 4, end=at + 12, surface="<script>", kind="person", entity=None, score=0.5, reason=evil, case=None,
        candidates=(SimpleNamespace(entity=entity),),
    )  # fmt: skip
    article = Article("a<b>.txt", 'en"', text, [mention, unsure], evil, text, [mention])
    html = annotated_page([article], to=evil, version="0<1")
    assert Page(html).tags and html.count("<script") == 2 and "alert(" in html and evil not in html


def test_the_demo_as_json_and_its_faults(tmp_path):
    told = json.loads(out("demo", "--json", "-o", tmp_path / "p.html", "--to", "en"))
    assert told["results"]["to"] == "en" and "Lukashenka" in str(told["results"]["entities"][0]["spellings"])
    assert "no folder" in fault("demo", "-o", tmp_path / "no" / "p.html")
    assert "no language 'klingon'" in fault("demo", "--to", "klingon", "-o", tmp_path / "q.html")
    assert not (tmp_path / "q.html").exists()
