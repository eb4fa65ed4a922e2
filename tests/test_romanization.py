"""The engine: capitals, cleaning, what stays, tracing; scheme by scheme it is tested in test_schemes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import romanize, romanize_many, schemes, trace
from translit.errors import ForeignLetterError, InputError, TableError, UnknownLanguageError, UnknownSchemeError
from translit.romanization import bulk
from translit.romanization.engine import is_all_capital, read_word, write_piece, write_plain
from translit.romanization.words import write_words
from translit.tables.rules import read_rules
from translit.text import letters

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
    assert romanize("Ђинђић", lang="sr") == "Đinđić"
    assert romanize("Търговище", lang="bg") == "Targovishte"
    assert romanize("Скопје, Ѓорче", lang="mk") == "Skopje, Ǵorče"
    assert romanize("Зоран Ђинђић") == "Zoran Đinđić"


def test_a_column_is_judged_as_a_whole():
    assert romanize_many(["Лукашэнка", None, "Гомель", ""]) == ["Lukashenka", None, "Homyel’", ""]


def test_schemes_are_found_by_language_authority_purpose():
    assert "be-national-2007" in [scheme.id for scheme in schemes(lang="be", authority="national")]
    assert {scheme.lang for scheme in schemes(lang="uk")} == {"uk"}
    assert all("passport" in scheme.purpose for scheme in schemes(purpose="passport"))
    assert romanize("Гомель", "be-bgn") == romanize("Гомель", "be-bgn-pcgn-1979")


@pytest.fixture
def write_scheme(tmp_path):
    """A function that writes a scheme file beside the others of the test and reads it."""

    def write(name, body):
        path = tmp_path / f"{name}.toml"
        path.write_text(f'id = "{name}"\n{body}', encoding="utf-8")
        return read_rules(path)

    return write


def test_a_child_goes_without_what_it_says(write_scheme):
    parent = """
        writes = "abhkx"
        letters = { "а" = "a", "б" = "b", "х" = "kh" }
        rules = [{ from = "х", to = "x", before = "а" }, { from = "аб", to = "a" }]
    """
    assert write_words(write_scheme("parent", parent), "хабах ХАБ") == "xaakh XA"
    child = write_scheme("child", 'extends = "parent"\nwithout = ["х", "аб"]\nletters = { "х" = "h" }')
    assert write_words(child, "хабах ХАБ") == "habah HAB"
    with pytest.raises(TableError, match="without: ц"):
        write_scheme("wrong", 'extends = "parent"\nwithout = ["ц"]')
    with pytest.raises(TableError, match="without"):
        write_scheme("lonely", 'without = ["ц"]\nletters = { "х" = "h" }')


def test_a_scheme_has_capitals_of_its_own(write_scheme):
    body = 'capitals = { "i" = "İ" }\nletters = { "и" = "i", "ы" = "ı", "ю" = "iu", "л" = "l" }'
    scheme = write_scheme("dotted", body)
    child = write_scheme("heir", 'extends = "dotted"')
    text = "Или ИЛЫ ы Ыл Юл ЮЛ Л, И И Ю ЛЛ"
    assert write_words(scheme, text) == write_words(child, text) == "İli İLI ı Il İul İUL L, İ İ İU LL"
    assert bulk.bulk(scheme).write(text, lambda text, start, end: write_words(scheme, text, start=start, end=end)) == (
        write_words(scheme, text)
    )


@pytest.mark.parametrize("rules", schemes(), ids=lambda rules: rules.id)
def test_the_short_way_with_plain_words_is_the_engine(rules):
    @settings(max_examples=30)
    @given(st.text(alphabet=sorted(letter for letter in rules.rules if "а" <= letter <= "ӿ"), min_size=1, max_size=6))
    def check(small):
        for word in (small, small.upper(), small.title(), small + small.upper(), small[:1].upper() + small[1:]):
            written = write_plain(rules, word)
            taken = letters(word)
            pieces = read_word(rules, "".join(letter.char for letter in taken))
            if written is not None and all(letter.end == at for at, letter in enumerate(taken, 1)):
                capital = is_all_capital(taken)
                assert written == "".join(write_piece(piece, taken, capital, rules.capitals) for piece in pieces)

    check()


def test_repeated_calls_and_other_options_answer_for_themselves():
    for _ in range(2):
        assert romanize("Щё", "ru-icao-9303") == "Shche"
        assert romanize("Щё", "ru-bgn") == "Shchë"
        assert romanize("Щё", "ru-bgn", stress="keep") == "Shchë"
        assert romanize("Љё", "ru-bgn") == "Љë"
        with pytest.raises(ForeignLetterError):
            romanize("Љё", "ru-bgn", on_foreign="error")
        with pytest.raises(TypeError):
            romanize(None, "ru-bgn")
