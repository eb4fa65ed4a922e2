"""Small places and common names in a text: what names them, and what does not."""

from __future__ import annotations

import pytest

from translit import link


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("У аг. Лошніца адкрылі школу.", ["place/loshnitsa-625931"]),
        ("The village of Loshnitsa is quiet.", ["place/loshnitsa-625931"]),
        ("У Мінскай вобласці, у Лошніцы, адкрылі школу.", ["place/minsk-region", "place/loshnitsa-625931"]),
        ("Учора ў Лошніцы нічога не адбылося, усе спалі.", []),
        ("В городе Пушкино прошёл дождь, а Пушкина никто не читал.", ["place/pushkino", "person/alexander-pushkin"]),
        ("Ленин приехал в деревню вчера вечером.", ["person/vladimir-lenin"]),
        ("Мы были в Чебоксарах, в Рыбинске и в Сургуте.", ["place/cheboksary", "place/rybinsk", "place/surgut"]),
        ("Donetsk was quiet; Lagos and Brasília were not.", ["place/donetsk", "place/lagos", "place/brasilia"]),
        ("Кот спал, и того кота никто не будил.", []),
        ("Беларусы спявалі, а вёска Зарэчча Новая спала.", []),
    ],
)
def test_small_places_need_a_word_or_their_region(text, entities):
    assert [one.entity.id for one in link(text) if one.entity is not None] == entities


def test_a_cell_that_is_a_village_means_it():
    assert [one.entity.id for one in link("Лошніца")] == ["place/loshnitsa-625931"]


def test_a_foreign_acronym_counts_at_home_only():
    assert [one.entity.id for one in link("Az ENSZ és az Európai Unió is levelet írt erről a hídról.")] == [
        "org/united-nations", "org/european-union",
    ]  # fmt: skip
    assert link("The BM of the club said that the game was over and that all was well.") == []
