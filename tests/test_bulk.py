"""The look-up table writes what the engine writes."""

from __future__ import annotations

import os
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import romanize_many, schemes
from translit.romanization import _write, bulk

EXAMPLES = 20 if os.environ.get("HYPOTHESIS_PROFILE", "core") == "core" else 400
LETTERS = "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюяЎўІі’'´"
TABLES = [(scheme, table) for scheme in schemes() if (table := bulk.bulk(scheme)) is not None]
WILD = st.text(
    alphabet=st.one_of(
        st.sampled_from(LETTERS + LETTERS.upper() + "   \n-.iIoOcXlLa1"),
        st.sampled_from("\0\u0301\u0306\u0308😀\ud800\udc00\u200d\u1c80ӣқ"),
        st.characters(),
    )
)


def engine(scheme, text, start=0, end=None):
    return _write(scheme, text, start=start, end=end)


@pytest.mark.parametrize(("scheme", "table"), TABLES, ids=lambda value: getattr(value, "id", ""))
@settings(max_examples=EXAMPLES)
@given(text=WILD)
def test_the_table_equals_the_engine_on_any_text(scheme, table, text):
    assert table.write(text, partial(engine, scheme)) == engine(scheme, text)


@pytest.mark.parametrize(("scheme", "table"), TABLES, ids=lambda value: getattr(value, "id", ""))
@settings(max_examples=EXAMPLES)
@given(words=st.lists(st.text(alphabet=LETTERS + LETTERS.upper(), max_size=6), max_size=8))
def test_the_table_equals_the_engine_on_words(scheme, table, words):
    text = " ".join(words)
    assert table.write(text, partial(engine, scheme)) == engine(scheme, text)


@given(words=st.lists(st.sampled_from(["Я", "И", "ЩУКА", "щука", "Щука", "в", "ЁЖ", "Ю.", "\n"]), min_size=1, max_size=40))
def test_blocks_are_cut_where_no_word_sees_across(words):
    text = " ".join(words)
    scheme, table = next((scheme, table) for scheme, table in TABLES if scheme.id == "ru-icao-9303")
    whole, bulk._BLOCK = bulk._BLOCK, 7
    try:
        assert table.write(text, partial(engine, scheme)) == engine(scheme, text)
    finally:
        bulk._BLOCK = whole


def test_long_columns_and_texts_take_the_table():
    names = ["Щука Юрьевна", None, "", "Лукашэнка", "Я", "З’езд"] * 4000
    few = romanize_many(names[:6], "be-bgn-pcgn-1979")
    assert romanize_many(names, "be-bgn-pcgn-1979") == few * 4000
    from translit import romanize

    text = "\n".join(name or "" for name in names)
    assert romanize(text, "be-bgn-pcgn-1979") == "\n".join(name or "" for name in few * 4000)
