"""Blocking keys of whole names: spellings of one name meet, and not everybody meets everybody."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import match, name_keys

PAIRS = Path(__file__).resolve().parent.parent / "corpus" / "slavic_pairs_dev.csv"


def meet(one, other):
    return not set(name_keys(one)).isdisjoint(name_keys(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Аляксандр Лукашэнка", "Łukaszenka Aleksander"),
        ("Аляксандр Рыгоравіч Лукашэнка", "А. Р. Лукашэнка"),
        ("Лукашенко А.Г.", "Alyaksandr Lukashenka"),
        ("Святлана Ціханоўская", "Святлане Ціханоўскай"),
        ("Сергея Иванова", "Ivanov S."),
        ("президент Владимир Путин", "Putin, Vladimir"),
        ("Hanna Ivanova", "Г. Иванова"),
        ("Jean-Claude van Damme", "Van Damme J."),
        ("Мясникович Михаил Владимирович", "Міхаіл Мясніковіч"),
        ("Ли Ю.", "Yu. Li"),
        ("Ахмед Ахмед", "Ahmed Ahmed"),
    ],
)
def test_spellings_of_one_name_meet(one, other):
    assert meet(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Аляксандр Лукашэнка", "Аляксандр Мілінкевіч"), ("Пётр Лукашэнка", "Аляксандр Лукашэнка"),
        ("Иван Петрович Сидоров", "Иван Петрович Кузнецов"), ("Лукашэнка", "Аляксандр Лукашэнка"), ("", "Иван Иванов"),
    ],
)  # fmt: skip
def test_other_names_do_not(one, other):
    assert not meet(one, other)


def test_nearly_all_that_match_calls_one_meets():
    """Misspelt family names may have other keys; whatever else is one name shares one."""
    with PAIRS.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["is_match"] == "true" and row["category"] != "typo"]
    same = [row for row in rows if match(row["name1"], row["name2"]).same]
    met = [row for row in same if meet(row["name1"], row["name2"])]
    assert len(same) > 300 and len(met) >= 0.97 * len(same)


@given(st.text(max_size=60))
@settings(max_examples=10)
def test_any_text_has_sorted_keys_each_once(text):
    keys = name_keys(text)
    assert list(keys) == sorted(set(keys))


def test_a_long_text_has_no_more_keys_than_a_long_name():
    assert len(name_keys("Лукашэнка Аляксандр " * 500)) <= len(name_keys("Лукашэнка Аляксандр " * 4))
