"""link: who is meant where, and who is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit import Gazetteer, Memory, link
from translit.tables.entities import Entity

LUKASHENKA, PUTIN = "person/aliaksandr-lukashenka", "person/vladimir-putin"
PIECES = st.sampled_from(
    [
        "Lukashenka", "Лукашэнкам", "Putin’s", "in Minsk", "Belarus-Russia", "Boltons", "John R. Bolton", "US", "us",
        "NATO", ". ", ", ", "\n", "\n\n", " ", "—", "«", "[European] Union", "Minsk.", "😀", "\ud800", "\0", "e\u0301",
        "Ганна Канапацкая", "Hanna Kanatskaya", "Union State", "State Union", "А. Р. Лукашэнка", "d’Alexandre Loukachenko",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=14).map(" ".join) | st.text()


def found(text, **options):
    return [(one.surface, one.entity.id if one.entity else None) for one in link(text, **options)]


@given(TEXTS, st.booleans())
def test_mentions_are_in_place_sorted_and_apart(text, unknown):
    mentions = link(text, unknown=unknown)
    assert all(text[one.start : one.end] == one.surface for one in mentions)
    assert all(one.end <= other.start for one, other in zip(mentions, mentions[1:], strict=False))
    assert all(0 <= one.score <= 1 and one.reason for one in mentions)
    assert all(one.entity is not None or len(one.candidates) > 1 for one in mentions)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Lukashenka’s visit", [("Lukashenka", LUKASHENKA)]),
        ("Lukashenka's visit", [("Lukashenka", LUKASHENKA)]),
        ("the wants of Belarus’ leaders", [("Belarus", "place/belarus")]),
        ("the Belarus-Russia plan", [("Belarus", "place/belarus"), ("Russia", "place/russia")]),
        ("a London-based analyst", [("London", "place/london")]),
        ("news portal Lenta.ru wrote", [("Lenta.ru", "org/lenta-ru")]),
        ("founder of R. Politik.", [("R. Politik", "org/r-politik")]),
        ("Hanna Kanatskaya spoke", [("Hanna Kanatskaya", "person/hanna-kanapatskaya")]),
        ("the Belarusian Iinstitute for Strategic Studies",
         [("Belarusian Iinstitute for Strategic Studies", "org/belarusian-institute-for-strategic-studies")]),
        ("John Bolton came. On the eve of Boltons visit",
         [("John Bolton", "person/john-bolton"), ("Boltons", "person/john-bolton")]),
        ("they asked the US, not us, and not in the USSR",
         [("US", "place/united-states"), ("USSR", "place/soviet-union")]),
        ("the [European] Union", [("[European] Union", "org/european-union")]),
        ("сказаў з Лукашэнкам у Мінску", [("Лукашэнкам", LUKASHENKA), ("Мінску", "place/minsk")]),
        ("пра Лукашэнкі і Пуціна", [("Лукашэнкі", LUKASHENKA), ("Пуціна", PUTIN)]),
        ("Лукашенко Aleksandr Lukashenko", [("Лукашенко", LUKASHENKA), ("Aleksandr Lukashenko", LUKASHENKA)]),
        ("Putin Vladimir Putin", [("Putin", PUTIN), ("Vladimir Putin", PUTIN)]),
        ("гаварылі Лукашэнка Лукашэнка А. Р. Лукашэнка",
         [("Лукашэнка", LUKASHENKA), ("Лукашэнка", LUKASHENKA), ("А. Р. Лукашэнка", LUKASHENKA)]),
        ("А. Р. Лукашэнка падпісаў", [("А. Р. Лукашэнка", LUKASHENKA)]),
        ("d’Alexandre Loukachenko", [("Alexandre Loukachenko", LUKASHENKA)]),
        ("Les propos de Loukachenko et de Poutine en France", [("Loukachenko", LUKASHENKA), ("Poutine", PUTIN), ("France", "place/france")]),
        ("Ursula von der Leyen sagte, dass von der Leyen", [("Ursula von der Leyen", "person/ursula-von-der-leyen"), ("von der Leyen", "person/ursula-von-der-leyen")]),
    ],
)  # fmt: skip
def test_names_are_found(text, mentions):
    assert found(text) == mentions


@pytest.mark.parametrize(
    "text",
    [
        "Belarusians and Russian-American relations", "a single constitution, currency", "Red and Blue pill",
        "Prime Minister on Wednesday", "Ruslan Babich, a baker", "Ruslan Lukashenka, a farmer, sold milk",
        "Пётр Лукашэнка купіў трактар", "Petra Putin sings", "TELL US NOW", "they told us", "В. Лавров-Ковальский",
        "Lukashonak and Lukashuk", "#lukashenka @putin", "The Constitution says so",
    ],
)  # fmt: skip
def test_nobody_we_know(text):
    assert found(text) == []


def test_a_stranger_keeps_his_surname():
    text = "Ruslan Babich bakes bread. Babich has two ovens."
    assert found(text) == []


def test_a_full_name_decides_a_bare_one():
    assert found("Sviatlana Tsikhanouskaya spoke. Tsikhanouskaya left.")[1][1] == "person/sviatlana-tsikhanouskaya"
    open_one = [one for one in link("yesterday Klitschko said that he") if one.surface == "Klitschko"]
    assert open_one and open_one[0].entity is None
    assert {candidate.entity.id for candidate in open_one[0].candidates} >= {
        "person/vitali-klitschko", "person/wladimir-klitschko",
    }  # fmt: skip
    closed = found("Wladimir Klitschko boxed. Later Klitschko said")
    assert closed[-1] == ("Klitschko", "person/wladimir-klitschko")


def test_unknown_people_get_one_provisional_entity():
    text = "Каржыцкага Дзяніса Леанідавіча прызначылі. Дзяніс Каржыцкі згадзіўся."
    mentions = link(text, unknown=True)
    assert len({one.entity.id for one in mentions}) == 1
    assert mentions[0].entity.id.startswith("unknown/")
    assert link(text) == []


def test_an_acronym_that_the_text_explains_stands_for_the_name():
    office = Entity("org/port-office", "organisation", "en", {"en": ("Port Office of Zarechia",)}, {}, "test")
    text = "The Port Office of Zarechia (POZ) is shut. POZ has no comment, and POZA is another."
    mentions = link(text, Gazetteer([office]))
    assert [(one.surface, one.entity.id) for one in mentions] == [
        ("Port Office of Zarechia", "org/port-office"), ("POZ", "org/port-office"), ("POZ", "org/port-office"),
    ]  # fmt: skip


def test_own_gazetteer():
    empty = Gazetteer([])
    assert link("Lukashenka in Minsk", empty) == []


def test_windows_of_one_text_share_what_they_named():
    memory = Memory()
    link("Wladimir Klitschko boxed. Ruslan Babich bakes.", memory=memory)
    later = link("Later Klitschko said that Babich was late.", memory=memory)
    assert [(one.surface, one.entity.id) for one in later] == [("Klitschko", "person/wladimir-klitschko")]
    small = Memory(size=1)
    link("Vitali Klitschko, Wladimir Klitschko", memory=small)
    assert len(small.named) == 1
