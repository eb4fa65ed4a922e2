"""The review page: what it holds, and, in a real browser, that keys decide, undo takes back, the download is obeyed."""

import csv
import io
import json
import re
import time
from types import SimpleNamespace

import pytest
from browser import Browser, find_browser
from cli_runner import out, run

from translit import dedupe
from translit.cli.review import review_page

PEOPLE = """id,name,born
1,Аляксандр Лукашэнка,1954
2,Loukachenko Alexandre,1954-08-30
3,Lukashenka A.,
4,Putin V.,
5,Владимир Путин,1952
6,Trump,
"""
NAMES = [row["name"] for row in csv.DictReader(io.StringIO(PEOPLE))]


def data_of(html):
    return json.loads(re.search(r'id="data">(.*?)</script>', html, re.S).group(1))


def page_of(names, decisions=(), **more):
    return review_page(dedupe(names), {"name": names}, decisions, title="people.csv", version="1", **more)


def many(clusters, spellings=4):
    """What ``dedupe`` gives, for a page with very many clusters."""
    labels = [number for number in range(clusters) for _ in range(spellings)]
    names = [f"Прозвішча{label} Імя{at % spellings}" for at, label in enumerate(labels)]

    def cluster(label):
        members = tuple(range(label * spellings, (label + 1) * spellings))
        return SimpleNamespace(id=label, name=names[members[0]], members=members, name_reason="written so")

    class Found(list):
        anchors = [label * spellings for label in labels]
        scores = [1.0 if at % spellings == 0 else 0.7 + (at % 300) / 1000 for at in range(len(labels))]
        ids = [str(at) for at in range(len(labels))]

        def reason(self, at):
            return "the family name answers; the given name answers; every part has its answer in the other"

        def doubtful(self):
            return [SimpleNamespace(left=at, right=at + spellings, score=0.6, reason="a slip") for at in (0, 40) if clusters > 100]

        def cluster(self, label):
            return cluster(label)

    found = Found(map(cluster, range(clusters)))
    found.labels = labels
    return found, names


# ------------------------------------------------------------------ what it holds


def test_the_page_stands_alone():
    html = page_of(NAMES)
    assert html.startswith("<!doctype html>") and "prefers-color-scheme: dark" in html and "@@" not in html
    assert not re.search(r"<(?:link|img|iframe)|\ssrc=|\shref=|@import|url\(|https?://", html)


def test_every_spelling_stands_with_its_reason_and_the_doubtful_first():
    found, data = dedupe(NAMES), data_of(page_of(NAMES))
    records = data["records"]
    cards = [card for card in data["cards"] if "centre" in card]
    joined = [cluster for cluster in found if len(cluster.members) > 1]
    shown = {records[place][1] for card in cards for place in [card["centre"], *(row[0] for row in card["rows"])]}
    assert shown == {NAMES[at] for cluster in joined for at in cluster.members}
    for card in cards:
        for left, right, score, why in card["rows"]:
            at = NAMES.index(records[left][1])
            assert (score, data["reasons"][why]) == (found.scores[at], found.reason(at)) and left != right
    surest = [min(row[2] for row in card["rows"]) for card in cards]
    assert surest == sorted(surest)


def test_records_of_one_id_are_one_line():
    data = data_of(page_of(["Іван Іваноў", "Ivan Ivanov", "Ivan Ivanov", "Пётр Пятроў", "Пётр Пятроў"]))
    assert sorted(record[3] for record in data["records"]) == [1, 2]
    assert (data["total"], data["clusters"], data["joined"]) == (5, 2, 1)


def test_everything_on_the_page_is_escaped():
    evil = "</script><script>alert(1)</script> \u2028 Іваноў"
    names = [evil, evil + " "]
    found, _ = many(1, 2)
    ruled = [{"left": evil, "right": "b", "decision": "same"}]
    html = review_page(found, {"name": names}, ruled, title=evil, version="<1>")
    assert html.count("<script") == 2 and "alert(1)</script>" not in html
    assert "\u2028" not in html[html.index('id="data"') :]
    said = " ".join(evil.split())
    assert data_of(html)["records"][0][1] == said and data_of(html)["decisions"] == [[said, "b", "same"]]


def test_the_most_doubtful_are_shown_where_there_are_too_many(monkeypatch):
    monkeypatch.setattr("translit.cli.review.MOST", 50)
    found, names = many(200)
    data = data_of(review_page(found, {"name": names}, [], title="many.csv", version="1"))
    shown = {card["id"] for card in data["cards"] if "centre" in card}
    least = {label: min(found.scores[label * 4 : label * 4 + 4]) for label in range(200)}
    assert len(data["cards"]) == 50 and (data["joined"], data["apart"]) == (200, 2)
    assert max(least[label] for label in shown) <= min(least[label] for label in least.keys() - shown)


def test_the_command_writes_it(tmp_path):
    path = tmp_path / "review.html"
    done = out("dedupe", "-c", "name", "--birth-date", "born", "--id", "id", "--review", path, stdin=PEOPLE)
    data = data_of(path.read_text("utf-8"))
    assert done.startswith("id,name,born,cluster_id") and data["total"] == 6
    assert ["1", "Аляксандр Лукашэнка", ["1954"], 1] in data["records"]


# ------------------------------------------------------------------ in a browser

web = pytest.mark.web


@pytest.fixture(scope="module")
def browser():
    command = find_browser()
    if command is None:
        pytest.skip("no chromium here: install it, or name one in CHROMIUM")
    with Browser(command) as browser:
        yield browser
        assert browser.errors == []


@pytest.fixture
def page(browser, tmp_path):
    """The page of PEOPLE, opened with nothing decided."""
    path = tmp_path / "review.html"
    run("dedupe", "-c", "name", "--birth-date", "born", "--id", "id", "--review", path, stdin=PEOPLE)
    browser.resize(1200, 900)
    browser.open(path)
    browser.do("localStorage.clear()")
    browser.open(path)
    browser.do("document.querySelector('[data-view=open]').click()")
    browser.press("ArrowDown")
    return path


def decided(browser):
    return browser.do("document.getElementById('count').textContent")


def focused(browser):
    return browser.do("document.activeElement.closest('.row')?.querySelector('b').textContent")


def downloaded(browser, folder):
    browser.send("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
    browser.do("document.getElementById('download').click()")
    end = time.monotonic() + 20
    while not (folder / "decisions.csv").exists():
        assert time.monotonic() < end
        time.sleep(0.05)
    return (folder / "decisions.csv").read_text("utf-8")


@web
def test_keys_decide_and_undo_takes_back(browser, page):
    rows = browser.do("document.querySelectorAll('.row[data-r]').length")
    assert decided(browser) == f"0 of {rows} decided" and focused(browser)
    first = focused(browser)
    browser.press("s")
    assert decided(browser).startswith("1 of") and focused(browser) != first
    browser.press("ArrowUp", "d")
    pressed = "[...document.querySelectorAll('[aria-pressed=true][data-d]')].map(one => one.dataset.d)"
    assert browser.do(pressed) == ["different"]
    browser.press("z")
    assert browser.do(pressed) == ["same"]
    browser.press("z")
    assert decided(browser).startswith("0 of") and focused(browser) == first
    browser.press("z", "u")
    assert browser.do(pressed) == ["unsure"]


@web
def test_decisions_survive_a_reload_and_the_next_run_obeys_them(browser, page, tmp_path):
    browser.press("d")
    browser.press("s")
    before = decided(browser)
    browser.open(page)
    assert decided(browser) == before and before.startswith("2 of")
    told = downloaded(browser, tmp_path)
    rows = list(csv.DictReader(io.StringIO(told)))
    assert told.startswith("left,right,decision\n") and [row["decision"] for row in rows] == ["different", "same"]
    decisions, again = tmp_path / "decisions.csv", tmp_path / "again.html"
    args = ("dedupe", "-c", "name", "--birth-date", "born", "--id", "id", "--decisions", decisions, "--review", again)
    done = list(csv.DictReader(io.StringIO(out(*args, stdin=PEOPLE))))
    label = {row["id"]: row["cluster_id"] for row in done}
    assert label[rows[0]["left"]] != label[rows[0]["right"]] and label[rows[1]["left"]] == label[rows[1]["right"]]
    assert data_of(again.read_text("utf-8"))["decisions"] == [list(row.values()) for row in rows]


@web
def test_the_doubtful_stand_by_themselves(browser, tmp_path):
    found, names = many(300)
    path = tmp_path / "review.html"
    path.write_text(review_page(found, {"name": names}, [], title="many.csv", version="1"), "utf-8")
    browser.open(path)
    doubtful = 2 + sum(3 for label in range(300) if min(found.scores[label * 4 : label * 4 + 4]) < 0.9)
    assert decided(browser) == f"0 of {doubtful} decided" and doubtful < 902
    browser.do("document.querySelector('[data-view=open]').click()")
    assert decided(browser) == "0 of 902 decided"


@web
def test_what_contradicts_is_not_taken(browser, tmp_path):
    path = tmp_path / "review.html"
    names = ["Іван Іваноў", "Ivan Ivanov"]
    decisions = [dict(zip(("left", "right", "decision"), row, strict=True)) for row in
                 ((names[0], "C", "same"), ("C", names[1], "same"))]  # fmt: skip
    path.write_text(page_of(names, decisions), "utf-8")
    browser.open(path)
    browser.press("d")
    assert "Not taken" in browser.do("document.getElementById('toast').textContent")
    assert decided(browser) == "0 of 1 decided"


@web
def test_search_finds_without_marks_and_shows_what_was_decided(browser, page):
    browser.press("/")
    browser.send("Input.insertText", text="loukach")
    browser.wait("document.querySelectorAll('.card').length === 1")
    assert "Loukachenko" in browser.do("document.querySelector('.card').textContent")
    browser.press("Enter", "a")
    browser.do("document.querySelector('[data-view=done]').click()")
    browser.frame()
    assert browser.do("document.querySelectorAll('.card').length") == 1
    browser.press("/", "Escape")
    browser.do("document.querySelector('[data-view=all]').click()")
    browser.frame()
    assert browser.do("document.querySelectorAll('.card').length") > 1


@web
def test_it_can_be_used_by_keyboard_and_ear(browser, page):
    unnamed = """[...document.querySelectorAll('button, input, [role=group], [role=feed], article, [role=progressbar]')]
        .filter(one => !(one.getAttribute('aria-label') || one.textContent.trim())).length"""
    assert browser.do(unnamed) == 0
    assert browser.do("document.querySelectorAll('.row[tabindex=\"0\"]').length") == 1
    browser.press("ArrowDown")
    here, other = "document.activeElement.closest('.row')", "document.querySelector('.row.centre')"
    edges = [browser.do(f"getComputedStyle({one}).borderLeftColor") for one in (here, other)]
    assert edges[0] != edges[1]


@web
@pytest.mark.parametrize("width", [360, 800])
def test_nothing_is_wider_than_the_window(browser, page, width):
    browser.resize(width, 740)
    browser.frame()
    assert browser.do("document.documentElement.scrollWidth") <= width


@web
def test_ten_thousand_clusters_keep_the_page_small(browser, tmp_path):
    found, names = many(10_000)
    path = tmp_path / "review.html"
    path.write_text(review_page(found, {"name": names}, [], title="many.csv", version="1"), "utf-8")
    browser.resize(1200, 900)
    browser.open(path)
    browser.do("document.querySelector('[data-view=open]').click()")
    assert decided(browser) == "0 of 30,002 decided"
    seen = []
    for share in (0, 0.3, 0.7, 1, 0.5):
        browser.do(f"scrollTo(0, document.documentElement.scrollHeight * {share})")
        browser.frame()
        assert browser.do("document.querySelectorAll('*').length") < 3000
        shown = browser.do("""[...document.querySelectorAll('.card')].filter(card => {
            const box = card.getBoundingClientRect();
            return box.bottom > 0 && box.top < innerHeight;
        }).map(card => +card.getAttribute('aria-posinset'))""")
        assert shown and shown == list(range(shown[0], shown[-1] + 1))
        seen.append(shown[0])
    assert seen[0] < seen[1] < seen[4] < seen[2] < seen[3] and seen[3] > 9_900
    browser.press("ArrowDown")
    middle = browser.do("+document.activeElement.closest('.card').getAttribute('aria-posinset')")
    assert seen[4] <= middle <= seen[4] + 5
    browser.press("s", "d", "u", "z")
    assert decided(browser) == "2 of 30,002 decided"
    browser.press("/")
    browser.send("Input.insertText", text="прозвішча9999 ")
    browser.wait("document.querySelectorAll('.card').length === 1")
