"""The engine: capitals, cleaning, what stays, tracing; scheme by scheme it is tested in test_schemes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit import romanize, romanize_many, schemes, trace
from translit.errors import ForeignLetterError, InputError, UnknownLanguageError, UnknownSchemeError

MIXED = st.text(alphabet=st.one_of(st.characters(min_codepoint=0x400, max_codepoint=0x45F), st.characters()))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Щука", "Shchuka"),
        ("ЩУКА", "SHCHUKA"),
        ("ЩукА", "ShchukA"),
        ("Я", "Ya"),
        ("Я И ТЫ", "YA I TY"),
        ("Я пришёл", "Ya prishël"),
        ("ОН е ТЫ", "ON ye TY"),
        ("Я. И. Петров", "Ya. I. Petrov"),
        ("Я. ПЕТРОВ", "YA. PETROV"),
        ("ЯНЬ", "YAN’"),
        ("Янь", "Yan’"),
        ("Йошкар-Ола", "Yoshkar-Ola"),
        ("ЙОШКАР-ОЛА", "YOSHKAR-OLA"),
        ("Павел II и iPhone", "Pavel II i iPhone"),
        ("", ""),
    ],
)
def test_capitals_are_made_by_the_engine(text, written):
    assert romanize(text, "ru-bgn-pcgn-1947-simple") == written


def test_ties_go_into_capitals_together():
    assert romanize("Юлия", "ru-ala-lc-2012") == "I͡Ulii͡a"


@given(MIXED)
def test_text_without_cyrillic_comes_back_byte_for_byte(text):
    latin = "".join(char for char in text if not "\u0400" <= char <= "\u052f")
    if not any("CYRILLIC" in unicodedata.name(char, "") for char in latin):
        assert romanize(latin, "be-national-2007") == latin


@given(MIXED)
def test_trace_maps_every_cyrillic_letter_once(text):
    written = romanize(text, "be-bgn-pcgn-1979")
    steps = trace(text, "be-bgn-pcgn-1979")
    out = 0
    source = 0
    rebuilt = []
    for step in steps:
        assert source <= step.start <= step.end
        assert out <= step.out_start <= step.out_end
        rebuilt.append(text[source : step.start] + written[step.out_start : step.out_end])
        assert text[source : step.start] == written[out : step.out_start]
        source, out = step.end, step.out_end
    assert "".join(rebuilt) + text[source:] == written


@given(MIXED)
def test_decomposed_input_gives_the_same(text):
    if unicodedata.normalize("NFC", text) == text:
        decomposed = unicodedata.normalize("NFD", text)
        left = romanize(text, "ru-icao-9303")
        assert unicodedata.normalize("NFC", romanize(decomposed, "ru-icao-9303")) == unicodedata.normalize("NFC", left)


def test_stress_is_dropped_or_kept():
    assert romanize("Лукашэ\u0301нка", "be-national-2007") == "Lukašenka"
    assert romanize("Лукашэ\u0301нка", "be-national-2007", stress="keep") == "Lukašénka"


def test_foreign_letters():
    assert romanize("Љубљана", "be-bgn-pcgn-1979") == "Љubљana"
    with pytest.raises(ForeignLetterError, match="at 6"):
        romanize("Мінск Љ", "be-bgn-pcgn-1979", on_foreign="error")
    with pytest.raises(InputError):
        romanize("Мінск", on_foreign="guess")
    with pytest.raises(InputError):
        romanize("Мінск", stress="guess")


def test_unknown_names_are_told_with_the_nearest():
    with pytest.raises(UnknownSchemeError, match="be-national-2007"):
        romanize("Мінск", "be-national-207")
    with pytest.raises(LookupError):
        romanize("Мінск", "")
    with pytest.raises(UnknownLanguageError):
        romanize("Мінск", lang="xx")


def test_a_language_has_its_default():
    assert romanize("Гомель", lang="be") == "Homyel’"
    assert romanize("Гомель", lang="ru") == "Gomel’"
    assert romanize("Гадяч", lang="uk") == "Hadiach"


def test_a_column_is_judged_as_a_whole():
    assert romanize_many(["Лукашэнка", None, "Гомель", ""]) == ["Lukashenka", None, "Homyel’", ""]


def test_schemes_are_found_by_language_authority_purpose():
    assert "be-national-2007" in [scheme.id for scheme in schemes(lang="be", authority="national")]
    assert {scheme.lang for scheme in schemes(lang="uk")} == {"uk"}
    assert all("passport" in scheme.purpose for scheme in schemes(purpose="passport"))
    assert romanize("Гомель", "be-bgn") == romanize("Гомель", "be-bgn-pcgn-1979")
