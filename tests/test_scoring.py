"""match: symmetric, bounded, one for itself, explained by its evidence."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit import match, match_many
from translit.errors import InputError, UnknownKindError
from translit.scoring import score_of

WORDS = st.sampled_from(
    "Аляксандр Лукашэнка Alyaksandr Lukashenka Александр Лукашенко Рыгоравіч А. Путин Vladimir Putin Иванов Ivanova "
    "Hanna Kanapatskaya Сергей Лавров de von Minsk".split()
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
KINDS = st.sampled_from(["person", "place", "organisation", "other", "any"])


@given(NAMES | st.text(), NAMES | st.text(), KINDS)
def test_scores_are_symmetric_and_bounded(a, b, kind):
    there, back = match(a, b, kind), match(b, a, kind)
    assert there.score == back.score
    assert 0 <= there.score <= 1


@given(NAMES, KINDS)
def test_a_name_is_itself(name, kind):
    assert match(name, name, kind).score == 1.0


@given(NAMES, NAMES, KINDS)
def test_the_evidence_replays_to_the_score(a, b, kind):
    found = match(a, b, kind)
    assert score_of(found.evidence) == found.score
    assert all(math.isfinite(one.weight) for one in found.evidence)
    assert found.explain()
    assert found.svg().startswith("<svg")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Alyaksandr Lukashenka", "Aleksandr Lukashenko"), ("Аляксандр Лукашэнка", "Alexandre Loukachenko"),
        ("Лукашэнка Аляксандр Рыгоравіч", "Александр Григорьевич Лукашенко"), ("А. Р. Лукашэнка", "Александр Лукашенко"),
        ("Mikalai Kavaliou", "Nikolay Kovalyov"), ("Yauheni Ivanou", "Evgeny Ivanov"), ("Hanna Kanatskaya", "Ганна Канапацкая"),
        ("Petr Piatrouski", "Пётр Петровский"), ("Uładzimir Pucin", "Vladimir Poutine"), ("Sergueï Choïgou", "Сяргей Шайгу"),
        ("Dzmitry Miadzvedzeu", "Dmitry Medvedev"), ("Katsyaryna Shmatsina", "Ekaterina Shmatina"),
    ],
)  # fmt: skip
def test_one_person(a, b):
    assert match(a, b).same, match(a, b).explain()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Аляксандр Лукашэнка", "Aleksandra Lukashenko"), ("Alyaksandr Lukashenka", "Alyaksandr Alesin"),
        ("Alyaksandr Lukashenka", "Viktar Lukashenka"), ("Sergei Ivanov", "Sergei Ivanenko"),
        ("Andrei Sakharov", "Andrei Zakharov"), ("Igor Petrov", "Egor Petrov"), ("Viktor Belov", "Viktoria Belova"),
        ("Alex Kokcharov", "Ales Lagvinets"), ("Мікалай Лукашэнка", "Михаил Лукашенко"),
        ("Николай Иванович Петров", "Николай Сергеевич Петров"), ("А. Лукашэнка", "Виктор Лукашенко"),
    ],
)  # fmt: skip
def test_two_people(a, b):
    assert not match(a, b).same, match(a, b).explain()


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Belarusian Iinstitute for Strategic Studies", "Belarusian Institute for Strategic Studies", True),
        ("State Union", "Union State", True),
        ("Ministry of Defense", "Ministry of Defence", True),
        ("Ministry of Defence", "Ministry of Justice", False),
        ("Union State", "Union Treaty", False),
        ("European Union", "Union State", False),
    ],
)
def test_organisations(a, b, same):
    assert match(a, b, kind="org").same is same, match(a, b, kind="org").explain()


@pytest.mark.parametrize(("a", "b", "same"), [("Вілейка", "Vileika", True), ("Khatyn", "Katyn", False)])
def test_places(a, b, same):
    assert match(a, b, kind="place").same is same


def test_match_many_is_match():
    left, right = ["Лукашэнка", "Путин", ""], ["Lukashenka", "Лавров", "x"]
    assert list(match_many(left, right)) == [match(a, b).score for a, b in zip(left, right, strict=True)]
    with pytest.raises(InputError):
        match_many(["a"], [])


def test_unknown_kind():
    with pytest.raises(UnknownKindError, match="person"):
        match("a", "b", kind="thing")
    with pytest.raises(ValueError):
        match("a", "b", kind="")
