"""detect: script and language of names and texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit import detect


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Аляксандр Лукашэнка сустрэўся ў Мінску з міністрам", "be"),
        ("Презыдэнт сказаў, што плян ня зьменіцца пасьля сустрэчы", "be-tarask"),
        ("Министр сказал, что встреча пройдёт в Минске", "ru"),
        ("Міністр сказав, що зустріч відбудеться у Києві", "uk"),
        ("Министърът каза, че срещата ще се състои в София", "bg"),
        ("Министар је рекао да ће се састанак одржати у Београду", "sr"),
        ("The minister said that the meeting would be held in Minsk", "en"),
        ("Minister powiedział, że spotkanie odbędzie się w Warszawie", "pl"),
        ("Der Minister sagte, dass das Treffen in Berlin stattfindet", "de"),
        ("Le ministre a dit que la réunion se tiendrait à Paris", "fr"),
        ("Ministras sakė, kad susitikimas vyks Vilniuje", "lt"),
        ("Ministrs teica, ka tikšanās notiks Rīgā", "lv"),
        ("Ministr skazaŭ, što sustreča adbudziecca ŭ Miensku", "be-latn"),
    ],
)
def test_languages_of_text(text, lang):
    assert detect(text).lang == lang


@pytest.mark.parametrize(
    ("name", "lang"),
    [("Дзмітрый Мядзведзеў", "be"), ("Щукин Юрий", "ru"), ("Катерина Їжакевич", "uk"), ("Вераб'ёвічы", "be")],
)
def test_languages_of_names(name, lang):
    assert detect(name).lang == lang


@given(st.text())
def test_shares_are_shares(text):
    found = detect(text)
    assert all(0 <= share <= 1 for share in found.scores.values())
    assert len(found.script) == 4
