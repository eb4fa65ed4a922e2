"""normalize: one house style, every other byte as it was, twice is once."""

from __future__ import annotations

import os
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import link, normalize
from translit.errors import InputError, UnknownLanguageError

BGN = "be-bgn-pcgn-1979"
TARGETS = st.sampled_from([BGN, "en", "be", "ru", "uk", "be-lacinka", "ru-icao-9303", "be-national-2023", "de", "lv"])
NAMES = [
    "Lukashenka", "Aleksandr Lukashenko", "Alyaksandr Lukashenka", "Лукашэнкам", "Лукашенко", "Putin", "Пуціна", "Минск",
    "Мінску", "Navalni", "Alexei Navalni", "Sergei Skripal", "Skripal", "US", "USSR", "НАТА", "NATO", "State Union",
    "Union State", "Belarus", "Беларусі", "Расіяй", "The Washington Post", "Wall Street Journal", "R. Politik",
    "Hanna Kanatskaya", "А. Р. Лукашэнка", "Lukashenka A.R.", "LUKASHENKA", "ЛУКАШЭНКА", "Вильнюс", "Вільні",
    "Belarusian Ministry of Defense", "Yuriy Shevtsov", "Юлія Навальная", "Loukachenko", "Łukaszenki", "Selenskyj",
]  # fmt: skip
GLUE = [" ", ", ", ". ", "’s ", "’ ", "' ", "-", "\n", "\n\n", " и ", " і ", " and the ", " сказал в ", " у ", " “", "” ", "‘", "😀"]
WORDS = [
    "said that", "the visit of", "казаў што", "сказал что", "yesterday", "der Präsident", "powiedział, że", "us", "1999",
]  # fmt: skip
TEXTS = st.lists(
    st.tuples(st.sampled_from(NAMES + WORDS), st.sampled_from(GLUE)).map("".join), min_size=1, max_size=7
).map("".join)


@settings(max_examples=150 if os.environ.get("HYPOTHESIS_PROFILE", "core") == "core" else 2000)
@given(TEXTS, TARGETS)
def test_twice_is_once(text, to):
    once = normalize(text, to)
    assert normalize(once, to) == once


@given(TEXTS, TARGETS)
def test_everything_outside_mentions_comes_back_byte_for_byte(text, to):
    outside = []
    end = 0
    for mention in link(text):
        if mention.entity is not None:
            outside.append(text[end : mention.start])
            end = mention.end
    outside.append(text[end:])
    written = normalize(text, to)
    assert re.fullmatch(".*".join(map(re.escape, outside)), written, re.DOTALL)


@given(st.text(), TARGETS)
def test_no_text_is_too_strange(text, to):
    assert isinstance(normalize(text, to), str)


@pytest.mark.parametrize(
    ("text", "to", "written"),
    [
        ("Lukashenko met Vladimir Putin; Russia, Kremlin", BGN, "Lukashenka met Vladimir Putin; Russia, Kremlin"),
        ("Aleksandr Lukashenko’s talks", BGN, "Alyaksandr Lukashenka’s talks"),
        ("ALEKSANDR LUKASHENKO", BGN, "ALYAKSANDR LUKASHENKA"),
        ("A. Lukashenko met them", BGN, "A. Lukashenka met them"),
        ("Lukashenko Aleksandr met them", BGN, "Lukashenka Alyaksandr met them"),
        ("they met Loukachenko in the US", "en", "they met Lukashenko in the US"),
        ("they met in the US", "be", "they met in the ЗША"),
        ("the Belarus-Russia plan", "be", "the Беларусь-Расія plan"),
        ("Hanna Kanatskaya spoke to them", "en", "Hanna Kanapatskaya spoke to them"),
        ("сустрэўся з Лукашэнкам у Мінску", "be", "сустрэўся з Лукашэнкам у Мінску"),
        ("сустрэўся з Лукашэнкам у Мінску", "ru", "сустрэўся з Лукашенко у Минск"),
        ("«Лукашэнка» у тэксце быў", BGN, "«Lukashenka» у тэксце быў"),
        ("they met Alexei Navalni’s lawyer", BGN, "they met Aleksey Naval’nyy’s lawyer"),
        ("they met Aleksey Naval’nyy’s lawyer", BGN, "they met Aleksey Naval’nyy’s lawyer"),
        ("Wall Street Journal wrote to them", "en", "Wall Street Journal wrote to them"),
        ("nobody we know was here", "en", "nobody we know was here"),
        ("", "en", ""),
    ],
)  # fmt: skip
def test_house_styles(text, to, written):
    assert normalize(text, to) == written


def test_case_is_kept_or_dropped():
    text = "яны гаварылі з Аляксандрам Лукашенко пра ўсё"
    assert normalize("яны гаварылі з Лукашэнкам пра ўсё", "be", inflect="base") == "яны гаварылі з Лукашэнка пра ўсё"
    assert normalize(text, "be").startswith("яны гаварылі з Аляксандрам Лукашэнк")


def test_a_wrong_target_is_told():
    with pytest.raises(UnknownLanguageError, match="be-bgn-pcgn-1979"):
        normalize("Minsk", "be-bgn-pcgn-1978")
    with pytest.raises(InputError, match="keep or base"):
        normalize("Minsk", "en", inflect="maybe")


@pytest.mark.parametrize(
    ("to", "written"),
    [
        ("de", "Oleksandr Turtschynow met Sjarhej Rumas; Turtschynow left."),
        ("pl", "Ołeksandr Turczynow met Siarhiej Rumas; Turczynow left."),
        ("lt", "Oleksandras Turčynovas met Siarhejus Rumasas; Turčynovas left."),
        ("fr", "Oleksandr Tourtchynov met Siarhieï Roumas; Tourtchynov left."),
    ],
)
def test_a_name_without_a_row_in_the_target_is_spelled_as_its_press_does(to, written):
    text = "Oleksandr Turchynov met Siarhei Rumas; Turchynov left."
    assert normalize(text, to) == written == normalize(written, to)


def test_a_scheme_puts_no_cyrillic_into_a_latin_text():
    text = "Na adnym plakacie Alaksandar Łukašenka, na druhim Horadnia i Viciebsk. Jon žyŭ u Miensku."
    assert normalize(text, to="be-bgn-pcgn-1979") == (
        "Na adnym plakacie Alyaksandr Lukashenka, na druhim Hrodna i Vitsyebsk. Jon žyŭ u Minsk."
    )
