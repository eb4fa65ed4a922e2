"""Unicode for names: clean, tokens, scripts, folds."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.errors import MissingExtraError
from translit.text import APOSTROPHES, clean, fold, latin_fallback, letters, repair_word, script, tokens


@given(st.text())
def test_tokens_keep_their_places(text):
    found = tokens(text)
    assert all(text[token.start : token.end] == token.surface for token in found)
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_fold_never_fails_and_settles(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(categories=["L", "M"]), min_size=1))
def test_letters_cover_the_word(word):
    found = letters(word)
    assert found[0].start == 0
    assert found[-1].end == len(word)
    assert all(one.end == other.start or other.start == other.end for one, other in zip(found, found[1:], strict=False))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Iўе", "Іўе"),  # Latin I
        ("Брэcт", "Брэст"),  # Latin c
        ("Лукашенкo", "Лукашенко"),  # Latin o
        ("OН", "ОН"),  # a tie goes to Cyrillic
        ("Lukаshenka", "Lukashenka"),  # Cyrillic а
        ("Makсim", "Makcim"),
        ("USBшный", "USBшный"),  # both scripts are meant
        ("naïve", "naïve"),
        ("Їжакевич", "Їжакевич"),
    ],
)
def test_lookalikes_are_repaired_where_the_script_is_clear(written, meant):
    assert repair_word(written) == meant


@pytest.mark.parametrize("mark", APOSTROPHES)
def test_every_apostrophe_is_one_letter(mark):
    assert clean(f"Вераб{mark}ёвічы") == "Вераб’ёвічы"


def test_decomposed_letters_are_composed():
    assert clean(unicodedata.normalize("NFD", "Зэльва Ўздзенскі Йосель")) == "Зэльва Ўздзенскі Йосель"


def test_script_of_most_letters():
    assert script("Мінск (Minsk)") == "Cyrl"
    assert script("2024") == "Zyyy"


def test_fallback_reads_other_scripts_or_says_what_is_missing():
    try:
        written = latin_fallback("Αθήνα")
    except MissingExtraError as fault:
        assert "translit-names[" in str(fault)
    else:
        assert written[0] == "A"
        assert script(written) == "Latn"
