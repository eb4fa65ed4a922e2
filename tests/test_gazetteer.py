"""resolve: whole names to entities; own tables laid over ours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from translit import Gazetteer
from translit.errors import TableError, UnknownKindError
from translit.tables.entities import read_entities, shipped_entities
from translit.tables.files import read_toml, root

OWN = """
[[entity]]
id = "person/zosia-verasokava"
native = "be"
gender = "f"
be = ["Зося Верасокава"]
source = "general knowledge"
"""


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Loukachenko", "person/aliaksandr-lukashenka"),
        ("Олександр Лукашенко", "person/aliaksandr-lukashenka"),
        ("Hanna Kanatskaya", "person/hanna-kanapatskaya"),
        ("Ales Lagvinets", "person/ales-lahvinets"),
        ("Vilyeyka", "place/vilieika"),
        ("Breslau", "place/wroclaw"),
        ("Янаў-Палескі", "place/ivanava"),
        ("Янаў Палескі", "person/yanau-paleski"),
        ("OTAN", "org/nato"),
        ("Коммерсантъ", "org/kommersant"),
        ("State Union", "other/union-state"),
        ("ВЦИОМ", "org/vciom"),
    ],
)
def test_names_lead_to_their_entity(gazetteer, name, entity):
    found = gazetteer.resolve(name)
    assert found and found[0].entity.id == entity


@pytest.mark.parametrize("name", ["Zbigniew Nowakowski", "Qwertyuiop", "", "Belarusian", "us", "Alyaksandr Lukashuk"])
def test_nobody_we_know_is_an_answer(gazetteer, name):
    assert gazetteer.resolve(name) == []


def test_kinds_and_limits(gazetteer):
    assert gazetteer.resolve("Minsk", kind="person") == []
    assert len(gazetteer.resolve("Minsk", limit=1)) == 1
    with pytest.raises(UnknownKindError):
        gazetteer.resolve("Minsk", kind="town")


def test_scores_are_sorted_and_replayable(gazetteer):
    from translit.scoring import score_of

    found = gazetteer.resolve("Lukashenko", min_score=0.0, limit=20)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(score_of(one.match.evidence) == one.score for one in found)


def test_own_tables_are_laid_over_ours(tmp_path):
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    laid = Gazetteer.load(tmp_path / "own.toml")
    assert laid.resolve("Zosia Vierasokava")[0].entity.id == "person/zosia-verasokava"
    assert laid.resolve("Мінск")[0].entity.id == "place/minsk"
    alone = Gazetteer.load(tmp_path / "own.toml", shipped=False)
    assert len(alone) == 1
    assert alone.resolve("Мінск") == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[[entity]]\nid = 'minsk'\n", "needs an id"),
        (OWN + OWN, "stands in"),
        (OWN.replace("Зося", "Зoся"), "mixes Latin and Cyrillic"),
        (OWN.replace('source = "general knowledge"', ""), "needs a source"),
        (OWN.replace("gender", "genderr"), "unknown field"),
        ("[[entity]\n", "line 1"),
        ("entity = 3\n", "must be"),
    ],
)
def test_a_wrong_table_is_told_with_its_place(tmp_path, text, problem):
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=problem) as fault:
        Gazetteer.load(file)
    assert str(file) in str(fault.value)
    assert "\n" not in str(fault.value)


def test_missing_tables_are_told(tmp_path):
    with pytest.raises(TableError, match="no such file"):
        Gazetteer.load(tmp_path / "absent.toml")


def test_a_kept_gazetteer_is_the_same(tmp_path, monkeypatch):
    from translit import gazetteer as room

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    room._load.cache_clear()
    first = Gazetteer.load()
    room._load.cache_clear()
    second = Gazetteer.load()
    room._load.cache_clear()
    assert list(tmp_path.rglob("gazetteer-1.json"))
    assert list(second.entities) == list(first.entities)
    assert second.index.postings == first.index.postings
    assert list(second.index.forms) == list(first.index.forms)
    assert second.index.forms[len(first.index.forms) - 1] == first.index.forms[-1]
    assert second.languages == first.languages


def test_a_kept_table_is_the_file_itself(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = root() / "matching" / "scripts.toml"
    first = read_toml(path)
    (kept,) = (tmp_path / "cache").rglob("*.json")
    assert read_toml(path) == first == tomllib.loads(path.read_text("utf-8"))
    kept.write_text("{", "utf-8")
    assert read_toml(path) == first
    other = tmp_path / "own.toml"
    other.write_text("day = 2026-11-29", "utf-8")
    assert read_toml(other) == tomllib.loads("day = 2026-11-29")
    assert list((tmp_path / "cache").rglob("*.json")) == [kept]


TSV = """\
# A table of one's own.
id\tnative\ttype\tpopulation\tcommon\tbe\ten\tacronyms.en\tids.geonames\treads\tsource
place/hai\tbe\tvillage\t310\ttrue\tГай\t\t\t1\t\tgeonames:1
org/hai\tbe\tparty\t\tbe; ru\tПартыя Гай; Гай-партыя\tHai Party\tHP\t\tThe Hai Party\tgeneral knowledge
"""


def test_a_table_in_tsv_says_what_one_in_toml_says(tmp_path):
    file = tmp_path / "own.tsv"
    file.write_text(TSV, encoding="utf-8")
    place, party = read_entities([file])
    assert (place.names, place.ids, place.fact("population"), place.fact("common")) == ({"be": ("Гай",)}, {"geonames": "1"}, 310, True)
    assert party.names == {"be": ("Партыя Гай", "Гай-партыя"), "en": ("Hai Party",)}
    assert (party.fact("acronyms", "en"), party.fact("common"), party.fact("population")) == (("HP",), ["be", "ru"], None)
    assert Gazetteer.load(file, shipped=False).resolve("Hai party")[0].entity == party
    file.write_text(TSV.replace("310", "many"), encoding="utf-8")
    with pytest.raises(TableError, match="population is a number, not 'many'"):
        read_entities([file])


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Лошніца", "place/loshnitsa-625931"), ("Loshnitsa", "place/loshnitsa-625931"), ("Mažeikiai", "place/mazeikiai-597188"),
        ("Донецк", "place/donetsk"), ("Ленин", "person/vladimir-lenin"), ("Brasília", "place/brasilia"), ("Чебоксары", "place/cheboksary"),
    ],
)  # fmt: skip
def test_the_bigger_place_is_meant_and_a_person_before_a_village(gazetteer, name, first):
    assert gazetteer.resolve(name)[0].entity.id == first


def test_no_place_stands_twice():
    places = [one for one in shipped_entities() if "geonames" in one.ids]
    assert len({one.ids["geonames"] for one in places}) == len(places) > 2400


@pytest.mark.parametrize("script", ["places.py", "countries.py"])
def test_places_are_what_the_inputs_make(script):
    made = subprocess.run([sys.executable, root() / "build" / script, "--check"], env=os.environ | {"PYTHONPATH": str(root().parent)})
    assert made.returncode == 0, f"run: python tables/build/{script}"


KNOWN_FAILURES = [
    json.loads(line)
    for line in (Path(__file__).resolve().parent.parent / "corpus" / "known_failures_resolve.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, marks=pytest.mark.xfail(strict=True, reason=row["why"])) for row in KNOWN_FAILURES],
    ids=lambda row: row["text"],
)
def test_known_failures_still_fail(gazetteer, row):
    """A repair announces itself here: move the spelling into its row's reads or rejects."""
    found = gazetteer.resolve(row["text"], limit=1)
    assert (bool(found) and found[0].entity.id == row["entity"]) is row["leads"]


def test_the_shipped_tables_are_valid():
    from translit.upkeep import validate

    assert [str(problem) for problem in validate()] == []
