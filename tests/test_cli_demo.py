"""The demo and its page: what it says is what the library finds, and nothing comes from outside."""

import json
import re

import pytest
from cli_runner import fault, out
from page_reader import Page

from translit import detect, link, normalize
from translit.cli.demo import _corpus


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
    page.stands_alone()
    articles = len(_corpus())
    assert sum(tag == "article" for tag, _ in page.tags) == articles
    marks = [attributes for tag, attributes in page.tags if tag == "mark" and "data-e" in attributes]
    data = json.loads(re.search(r'id="data">(.*?)</script>', html, re.S).group(1))
    assert marks and all(int(one["data-e"]) < len(data) and one["title"] for one in marks)


def test_the_page_shows_every_text_whole(demo):
    _, html = demo
    page = Page(html)
    for path in _corpus():
        text = path.read_text("utf-8")
        assert "".join(text.split()) in page.before(), path.name
        assert "".join(normalize(text, _target(text)).split()) in page.after(), path.name


def _target(text):
    return "be-bgn-pcgn-1979" if detect(text).script == "Latn" else detect(text).lang.split("-")[0]


def test_the_demo_as_json_and_its_faults(tmp_path):
    told = json.loads(out("demo", "--json", "-o", tmp_path / "p.html", "--to", "en"))
    assert told["results"]["to"] == "en" and "Lukashenka" in str(told["results"]["entities"][0]["spellings"])
    assert "no folder" in fault("demo", "-o", tmp_path / "no" / "p.html")
    assert "no language 'klingon'" in fault("demo", "--to", "klingon", "-o", tmp_path / "q.html")
    assert not (tmp_path / "q.html").exists()
