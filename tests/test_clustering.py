"""Deduplication: the contract, decisions, fields, input of every shape."""

import pytest

from translit import TranslitError, dedupe

LUKASHENKA = ["Аляксандр Лукашэнка", "Alexander Lukashenko", "Lukaschenko Alexander", "А. Лукашэнка", "Александр Григорьевич Лукашенко"]


def test_spellings_of_one_name_are_one_cluster():
    clusters = dedupe([*LUKASHENKA, "Владимир Путин"])
    assert clusters.labels == [0, 0, 0, 0, 0, 1]
    assert [len(cluster) for cluster in clusters] == [5, 1]
    assert all(reason for reason in clusters.reasons)


def test_empty_names_are_each_alone():
    assert dedupe([{"name": None}, {"name": ""}, {"name": float("nan")}, {"name": " "}]).labels == [0, 1, 2, 3]


def test_no_records():
    assert dedupe([]).labels == [] and list(dedupe([])) == []


def test_fields_forbid():
    rows = [{"name": "Иван Петров", "born": "1950-01-02"}, {"name": "Ivan Petrov", "born": "1980"}]
    assert dedupe(rows, birth_date="born").labels == [0, 1]
    rows = [{"name": "Иван Петров", "born": "02.01.1950"}, {"name": "Ivan Petrov", "born": "1950"}]
    assert dedupe(rows, birth_date="born").labels == [0, 0]


def test_decisions_win():
    names = ["Ivan Petrov", "Иван Петров", "Pyotr Sidorov"]
    assert dedupe(names).labels == [0, 0, 1]
    assert dedupe(names, decisions=[("Ivan Petrov", "Pyotr Sidorov", "same")]).labels == [0, 0, 0]
    assert dedupe(names, decisions=[{"left": "Ivan Petrov", "right": "Иван Петров", "decision": "different"}]).labels == [0, 1, 2]
    assert dedupe(names, decisions=[("Ivan Petrov", "Иван Петров", "unsure")]).labels == [0, 0, 1]


@pytest.mark.parametrize(
    "change",
    [
        {"name": "nam"}, {"birth_date": "date"}, {"birth_date": "name"}, {"id": "twice"}, {"threshold": 2},
        {"decisions": [("a", "b")]}, {"decisions": [("a", "b", "maybe")]},
        {"decisions": [("a", "b", "same"), ("b", "c", "same"), ("c", "a", "different")]},
    ],
)  # fmt: skip
def test_bad_input_is_one_line(change):
    with pytest.raises(TranslitError) as caught:
        dedupe([{"name": "Ivan Petrov", "twice": "1"}, {"name": "Oleg Orlov", "twice": "1"}], **change)
    assert "\n" not in str(caught.value)


def test_records_with_a_cluster_keep_it():
    rows = [{"name": "Ivan Petrov", "c": 7}, {"name": "Иван Петров", "c": None}, {"name": "Oleg Orlov", "c": ""}]
    assert dedupe(rows, cluster_id="c").labels == [7, 7, 8]
