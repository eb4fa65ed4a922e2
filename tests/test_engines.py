"""Inside DuckDB and polars: the library's own answers, nulls kept, each distinct value worked out once."""

import pytest

from translit import match, name_keys, romanize
from translit.engines import distinct
from translit.errors import InputError, MissingExtraError, TranslitError, UnknownKindError, UnknownSchemeError

SCHEME = "be-bgn-pcgn-1979"
NAMES = ["Аляксандр Лукашэнка", None, "Loukachenko A.", "", "Святлана Ціханоўская", "Loukachenko A.", "Ivan 3", "Александр Лукашенко"]
OTHER = "Лукашенко Александр"

ROMANIZED = [None if name is None else romanize(name, SCHEME) for name in NAMES]
JUDGED = [None if name is None else romanize(name) for name in NAMES]
KEYS = [None if name is None else list(name_keys(name)) for name in NAMES]
SCORES = [None if name is None else match(name, OTHER).score for name in NAMES]

engine = pytest.mark.engines


def missing(name):
    return f"{name} is not installed, and ./run test engines could not install it"


@pytest.fixture
def duck():
    duckdb = pytest.importorskip("duckdb", reason=missing("duckdb"))
    pytest.importorskip("pyarrow", reason=missing("pyarrow"))
    from translit.engines.duckdb import register

    with duckdb.connect() as connection:
        register(connection)
        yield connection


@pytest.fixture(scope="module")
def pl():
    polars = pytest.importorskip("polars", reason=missing("polars"))
    import translit.engines.polars  # noqa: F401

    return polars


def test_each_distinct_value_is_worked_out_once(monkeypatch):
    asked = []
    monkeypatch.setattr("translit.name_keys", lambda name: asked.append(name) or (name,))
    assert distinct.keys_of_values(["a", None, "b", "a"]) == [["a"], None, ["b"], ["a"]]
    assert asked == ["a", "b"]


def test_lists_answer_as_the_library_does():
    assert distinct.romanize_values(NAMES, SCHEME) == ROMANIZED
    assert distinct.romanize_values(NAMES) == JUDGED
    assert distinct.match_values(NAMES, [OTHER] * len(NAMES)) == SCORES
    schemes = [SCHEME, None, "ru-icao-9303"]
    assert distinct.romanize_by(["Шчука"] * 3, schemes) == [romanize("Шчука", scheme) for scheme in schemes]
    places = distinct.match_by(["Мінск"] * 2, ["Minsk"] * 2, ["place", None])
    assert places == [match("Мінск", "Minsk", kind).score for kind in ("place", "person")]


def test_a_missing_engine_is_said_in_one_line(monkeypatch):
    from translit.engines.duckdb import register

    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(MissingExtraError, match=r"install translit-names\[duckdb\]"):
        register(None)


@engine
def test_duckdb_answers_as_the_library_does(duck):
    duck.execute("create table people as select unnest(?) as name, unnest(range(?)) as n", [NAMES, len(NAMES)])
    found = duck.execute(
        f"select romanize(name, '{SCHEME}'), romanize(name), name_keys(name), name_match(name, '{OTHER}') "
        "from people order by n"
    ).fetchall()
    assert found == list(zip(ROMANIZED, JUDGED, KEYS, SCORES, strict=True))
    place = duck.execute("select name_match('Мінск', 'Minsk', 'place'), name_match(name, null) from people").fetchone()
    assert place == (match("Мінск", "Minsk", "place").score, None)


@engine
def test_duckdb_over_more_than_one_vector(duck):
    names = [f"Лукашэнка {number % 7}" for number in range(5000)] + [None]
    duck.execute("create table many as select unnest(?) as name", [names])
    found = duck.execute(f"select name, romanize(name, '{SCHEME}') from many").fetchall()
    assert len(found) == 5001 and all(got == (name and romanize(name, SCHEME)) for name, got in found)


@engine
def test_duckdb_registers_twice_and_for_cursors(duck):
    from translit.engines.duckdb import register

    register(duck)
    with duck.cursor() as cursor:
        register(cursor)
        assert cursor.execute("select romanize('Мінск')").fetchone() == ("Minsk",)


@engine
def test_duckdb_says_what_is_wrong(duck):
    with pytest.raises(Exception, match="no scheme 'be-bgnx'; nearest: be-bgn"):
        duck.execute("select romanize('Мінск', 'be-bgnx')").fetchall()
    with pytest.raises(Exception, match="no kind 'cat'"):
        duck.execute("select name_match('a', 'b', 'cat')").fetchall()


@engine
def test_duckdb_blocks_by_keys_and_scores_what_meets(duck):
    duck.execute("create table people as select unnest(range(?)) as id, unnest(?) as name", [len(NAMES), NAMES])
    found = duck.execute("""
        with blocks as (select id, name, unnest(name_keys(name)) as key from people)
        select distinct a.id, b.id from blocks a join blocks b on a.key = b.key and a.id < b.id
        where name_match(a.name, b.name) >= 0.7 order by all
    """).fetchall()
    assert found == [(0, 2), (0, 5), (0, 7), (2, 5), (2, 7), (5, 7)]


@engine
@pytest.mark.parametrize("streaming", [False, True])
def test_polars_answers_as_the_library_does(pl, streaming):
    name = pl.col("name").translit
    query = pl.LazyFrame({"name": NAMES, "other": [OTHER] * len(NAMES)}).select(
        "name",
        latin=name.romanize(SCHEME), judged=name.romanize(), keys=name.name_keys(), score=name.match("other"),
        again=name.match(pl.lit(OTHER)),
    )  # fmt: skip
    found = query.collect(engine="streaming" if streaming else "auto")
    assert found.schema == query.collect_schema()
    assert found["latin"].to_list() == ROMANIZED and found["judged"].to_list() == JUDGED
    assert found["keys"].to_list() == KEYS
    assert found["score"].to_list() == found["again"].to_list() == SCORES


@engine
def test_polars_on_empty_null_and_categorical_columns(pl):
    name = pl.col("name").translit
    wanted = {"latin": name.romanize(SCHEME), "keys": name.name_keys(), "score": name.match(pl.lit("x"))}
    for kind in (pl.String, pl.Null):
        found = pl.DataFrame({"name": [None, None]}, schema={"name": kind}).select(**wanted)
        assert found.rows() == [(None, None, None)] * 2
        assert pl.DataFrame({"name": []}, schema={"name": kind}).select(**wanted).height == 0
    cities = pl.DataFrame({"name": ["Мінск", "Мінск"]}, schema={"name": pl.Categorical})
    assert cities.select(name.romanize(SCHEME))["name"].to_list() == ["Minsk", "Minsk"]


@engine
def test_polars_says_what_is_wrong(pl):
    name = pl.col("name").translit
    with pytest.raises(UnknownSchemeError, match="nearest: be-bgn"):
        name.romanize("be-bgnx")
    with pytest.raises(UnknownKindError):
        name.match("other", kind="cat")
    with pytest.raises(TranslitError, match="no language 'klingon'"):
        name.romanize(lang="klingon")
    with pytest.raises(InputError, match="'name' is Int64, not text"):
        pl.DataFrame({"name": [1]}).select(name.romanize())


@engine
def test_the_examples_in_docstrings(pl):
    import doctest

    import translit.engines.polars as module

    assert doctest.testmod(module).failed == 0
