"""The look-up table writes what the engine writes."""

from __future__ import annotations

import os
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import romanize, romanize_many, schemes
from translit.romanization import bulk
from translit.romanization.foresight import is_open
from translit.romanization.words import write_words
from translit.tables.rules import scheme as find_scheme

EXAMPLES = 10 if os.environ.get("HYPOTHESIS_PROFILE", "core") == "core" else 400
LETTERS = "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюяЎўІі’'´"
SCHEMES = schemes()
WILD = st.text(
    alphabet=st.one_of(
        st.sampled_from(LETTERS + LETTERS.upper() + "   \n-.iIoOcXlLa1"),
        st.sampled_from("K\u0483\0\u0301\u0306\u0308😀\ud800\udc00\u200d\u1c80ӣқ"),
        st.characters(),
    )
)


def test_every_scheme_has_a_table():
    assert [scheme.id for scheme in SCHEMES if bulk.bulk(scheme) is None] == []


def engine(scheme, text, start=0, end=None):
    return write_words(scheme, text, start=start, end=end)


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda value: value.id)
@settings(max_examples=EXAMPLES)
@given(text=WILD)
def test_the_table_equals_the_engine_on_any_text(scheme, text):
    assert bulk.bulk(scheme).write(text, partial(engine, scheme)) == engine(scheme, text)


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda value: value.id)
@settings(max_examples=EXAMPLES)
@given(words=st.lists(st.text(alphabet=LETTERS + LETTERS.upper(), max_size=6), max_size=8))
def test_the_table_equals_the_engine_on_words(scheme, words):
    text = " ".join(words)
    assert bulk.bulk(scheme).write(text, partial(engine, scheme)) == engine(scheme, text)


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda value: value.id)
@settings(max_examples=EXAMPLES)
@given(text=st.text(alphabet=LETTERS.upper() + "  .’’—«»Łщ", max_size=60))
def test_the_table_equals_the_engine_in_capitals(scheme, text):
    assert bulk.bulk(scheme).write(text, partial(engine, scheme)) == engine(scheme, text)


def letters_of_rules(scheme):
    """Letters that rules take together or from afar, oftener than others."""
    sources = [rule.source for some in scheme.rules.values() for rule in some]
    far = [source for source in sources if len(source) > 1] + [letter for letter in "йияскцедзшнц" if letter in sources]
    return st.one_of(st.sampled_from(far or sources), st.sampled_from(sources))


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda value: value.id)
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_the_table_equals_the_engine_where_rules_meet(scheme, data):
    words = data.draw(st.lists(st.lists(letters_of_rules(scheme), max_size=7).map("".join), max_size=8))
    shapes = data.draw(st.lists(st.sampled_from([str, str.title, str.upper]), min_size=len(words), max_size=len(words)))
    text = " ".join(shape(word) for shape, word in zip(shapes, words, strict=True))
    assert bulk.bulk(scheme).write(text, partial(engine, scheme)) == engine(scheme, text)


@pytest.mark.parametrize(
    "text",
    [
        "´Ю ЁЁ", "ЁЁ´´Ж а", "Я 😀 ЯЗЬ😀 Щ’Я", "\ud83d Щука \ude00", "\ud83d😀Щука", "\0Щ\0", "\uffffЩ",
        "\x01\x02Щ ЩЩ", "\x01\x02\x03\x04\uffff ЩЩ", "’Я’ З’ява ’", "б’ ’б б’’б б’x",
        "‘Щука’ 'ЩУКА' ʼщука ʼ бʼ Щʼю", "А’Я ’Я’ Щ’’Щ", "Łukasz Ώμέγα 中文 Щука\x01\x7f é «Ё» \ue000",
        "ЩУКА́ щу́ка", "K\u0483 \u0483 б\u0483", "Щ. Ю. ЮЩЕНКО",
        "ОН Я МЫ", "он Я мы", "ОН, Я, МЫ", "Щ", "ЩЁ", "ЩёЩ", "x Щ Y", "тсг цгс дзьдзь",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["be-bgn-pcgn-1979", "ru-icao-9303", "ru-bgn-pcgn-1947", "be-lacinka", "uk-de"])
def test_corners(name, text):
    scheme = find_scheme(name)
    assert bulk.bulk(scheme).write(text, partial(engine, scheme)) == engine(scheme, text)


def test_a_part_of_a_word_leaves_open_what_a_far_rule_decides():
    bulgarian, belarusian = find_scheme("bg-national-2009"), find_scheme("be-bgn-pcgn-1979")
    assert is_open(bulgarian, "ия", 1, True, False)  # я after ш е н и before end, я elsewhere
    assert not is_open(bulgarian, "бия", 2, False, False)
    assert is_open(belarusian, "сг", 1, True, False)  # тсг is тс and г
    assert not is_open(belarusian, "сг", 1, False, False)


BESIDE = ["Я", "И", "ЩУКА", "щука", "Щука", "в", "ЁЖ", "Ю.", "Я. ", "USA", "«", ".............................", "\n"]


@given(words=st.lists(st.sampled_from(BESIDE), min_size=1, max_size=40))
def test_blocks_are_cut_where_no_word_sees_across(words):
    text = " ".join(words)
    scheme = find_scheme("ru-icao-9303")
    whole, bulk._BLOCK = bulk._BLOCK, 7
    try:
        assert bulk.bulk(scheme).write(text, partial(engine, scheme)) == engine(scheme, text)
    finally:
        bulk._BLOCK = whole


def test_long_columns_and_texts_take_the_table():
    names = ["Щука Юрьевна", None, "", "Лукашэнка", "Я", "З’езд"] * 4000
    few = romanize_many(names[:6], "be-bgn-pcgn-1979")
    assert romanize_many(names, "be-bgn-pcgn-1979") == few * 4000
    text = "\n".join(name or "" for name in names)
    assert romanize(text, "be-bgn-pcgn-1979") == "\n".join(name or "" for name in few * 4000)


def test_long_columns_of_cells_with_lines_come_back_in_order():
    names = ["Щука\nЮрьевна\n", None, "\n", "", "ЯНЬ"] * 4000
    few = ["Shchuka\nYur’yevna\n", None, "\n", "", "YAN’"]
    assert romanize_many(names, "ru-bgn-pcgn-1947-simple") == few * 4000
    assert romanize_many(iter(["Щука"] * 9000), "ru-icao-9303") == ["Shchuka"] * 9000
