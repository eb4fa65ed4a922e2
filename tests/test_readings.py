"""Latin back into Cyrillic: what comes back, how often the best is right, and which schemes can be undone."""

from __future__ import annotations

import json
import re
import time
import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import Reading, cyrillize, readings, romanize, schemes
from translit.errors import InputError, TableError, UnknownLanguageError, UnknownSchemeError
from translit.readings import latin
from translit.readings.plausibility import Model, model
from translit.readings.reversibility import collision, is_reversible
from translit.tables import spelling
from translit.tables.rules import Scheme, scheme, scheme_paths
from translit.text import WORD, clean, has_cyrillic

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "corpus/romanization_dev.jsonl").read_text("utf-8").splitlines()
]
ALL = schemes()
REVERSIBLE = [one for one in ALL if one.reversible]

# Of the words of the published cases, so many come back as the best reading (0 to 1). Their words may stand in the tables.
PUBLISHED = {
    "be-bgn-pcgn-1979": 0.95, "be-national-2007": 0.95, "ru-bgn-pcgn-1947": 0.95, "ru-bgn-pcgn-1947-simple": 0.85,
    "ru-icao-9303": 0.95, "ru-ala-lc-1997": 1.0, "uk-national-2010": 0.93, "uk-bgn-pcgn-2019": 0.95, "bg-national-2009": 0.8,
}  # fmt: skip
# The same of given names, people and places after the model has forgotten them: what a name unknown to us can hope for.
UNSEEN = {
    "be-bgn-pcgn-1979": 0.93, "be-national-2007": 0.92, "be-national-2023": 0.88, "be-lacinka": 0.92,
    "ru-bgn-pcgn-1947-simple": 0.95, "ru-icao-9303": 0.75, "uk-national-2010": 0.83,
}  # fmt: skip


def best(latin: str, scheme_id: str) -> str | None:
    return next((reading.text for reading in cyrillize(latin, scheme_id)), None)


def words_of(text: str) -> list[str]:
    return [found.group() for found in WORD.finditer(clean(text)) if has_cyrillic(found.group())]


def rate(words: list[str], scheme_id: str) -> tuple[float, float]:
    """The share of words whose best reading, and any of whose five, is the word."""
    found = [[reading.text for reading in cyrillize(romanize(word, scheme_id), scheme_id)] for word in words]
    first = sum(texts[:1] == [word] for texts, word in zip(found, words, strict=True))
    return first / len(words), sum(word in texts for texts, word in zip(found, words, strict=True)) / len(words)


# what comes back


@pytest.mark.parametrize(
    ("latin", "scheme_id", "native"),
    [
        ("Alyaksandr Lukashenka", "be-bgn-pcgn-1979", "Аляксандр Лукашэнка"),
        ("Svyatlana Tsikhanowskaya", "be-bgn-pcgn-1979", "Святлана Ціханоўская"),
        ("Sviatlana Cichanoŭskaja", "be-national-2007", "Святлана Ціханоўская"),
        ("Śviatłana Aleksijevič", "be-lacinka", "Святлана Алексіевіч"),
        ("Vierabjovičy", "be-national-2007", "Вераб’ёвічы"),
        ("Mikhail Gorbachëv", "ru-bgn-pcgn-1947-simple", "Михаил Горбачёв"),
        ("Aleksei Navalnyi", "ru-icao-9303", "Алексей Навальный"),
        ("Volodymyr Zelenskyi", "uk-national-2010", "Володимир Зеленський"),
        ("Yurii Andrukhovych", "uk-national-2010", "Юрій Андрухович"),
        ("Čajkovskij", "ru-gost-7.79-2000-a", "Чайковский"),
    ],
)
def test_names_come_back(latin: str, scheme_id: str, native: str) -> None:
    assert best(latin, scheme_id) == native


@pytest.mark.parametrize(
    ("latin", "scheme_id", "native"),
    [
        ("Shchuka", "be-bgn-pcgn-1979", "Шчука"),
        ("Shchuka", "ru-icao-9303", "Щука"),
        ("SHCHUKA", "ru-icao-9303", "ЩУКА"),
        ("I͡Ulii͡a, I͡ULII͡A", "ru-ala-lc-2012", "Юлия, ЮЛИЯ"),
        ("JA I TY", "be-national-2007", "Я І ТЫ"),
        ("McDonald", "be-bgn-pcgn-1979", None),
        ("Ja", "be-national-2007", "Я"),
    ],
)
def test_capitals_come_back(latin: str, scheme_id: str, native: str | None) -> None:
    assert best(latin, scheme_id) == native


@pytest.mark.parametrize("sign", "’'ʼ`´ʹ")
def test_any_sign_will_do(sign: str) -> None:
    assert best(f"Homyel{sign}", "be-bgn-pcgn-1979") == "Гомель"


def test_what_is_no_word_stays() -> None:
    text = "1. Minsk — “Homyel’” (2024)\r\n\tHrodna/Vitsyebsk; ‘Homyel’’, Мінск 🙂"
    found = best(text, "be-bgn-pcgn-1979")
    assert found == "1. Мінск — “Гомель” (2024)\r\n\tГродна/Віцебск; ‘Гомель’, Мінск 🙂"
    quoted = 'Partiya "Spravedlivost’", "Ob”yekt"'
    assert best(quoted, "ru-bgn-pcgn-1947-simple") == 'Партия "Справедливость", "Объект"'
    assert [reading.text for reading in cyrillize("2024, —")] == ["2024, —"]
    assert cyrillize("")[0].score == 1.0


def test_a_word_that_no_cyrillic_writes() -> None:
    assert cyrillize("Quixote", "be-bgn-pcgn-1979") == []
    found = cyrillize("Taras Quixote", "uk-national-2010")[0]
    assert (found.text, found.score < 0.51) == ("Тарас Quixote", True)
    assert f"Quixote: {latin.UNREAD}" in found.reasons
    assert cyrillize("Quixote, Quixote", "uk-national-2010")[0] == Reading(
        "Quixote, Quixote", "uk", "uk-national-2010", 0.0, (f"Quixote: {latin.UNREAD}",)
    )


def test_without_a_scheme() -> None:
    assert cyrillize("Lukashenka")[0].scheme == "be-bgn-pcgn-1979"
    assert cyrillize("Łukašenka")[0].scheme == "be-lacinka"
    assert cyrillize("Volodymyr", lang="uk")[0].scheme == "uk-national-2010"
    found = cyrillize("Sergey Shoygu", lang="ru")
    assert (found[0].text, found[0].scheme) == ("Сергей Шойгу", "ru-bgn-pcgn-1947-simple")
    assert found[0].score > 0.9
    assert cyrillize("Ivan", lang="bg")[0].text == "Иван"
    with pytest.raises(UnknownLanguageError):
        cyrillize("Ivan", lang="xx")


def test_spellings_of_a_language() -> None:
    assert cyrillize("śnieh", "be-lacinka")[0].text == "снег"
    assert cyrillize("śnieh", "be-lacinka", lang="be-tarask")[0].text == "сьнег"
    assert cyrillize("śnieh", "be-lacinka", lang="be-tarask")[0].lang == "be-tarask"
    assert cyrillize("Ivan", "ru-icao-9303")[0].lang == "ru"


def test_scores_and_reasons() -> None:
    found = cyrillize("Sergei", "ru-icao-9303", n=3)
    assert len(found) == 3
    assert 1 >= found[0].score > found[1].score >= found[2].score >= 0
    assert "given name sergei" in found[0].reasons
    assert "й → i" in found[0].reasons
    assert any(reason.startswith("seldom: ") for reading in found[1:] for reason in reading.reasons)


def test_wrong_questions() -> None:
    with pytest.raises(UnknownSchemeError, match="be-bgn-pcgn-1979"):
        cyrillize("Minsk", "be-bgn-pcgn-1997")
    with pytest.raises(InputError):
        cyrillize("Minsk", n=0)


# how often the best is right


@cache
def published() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for case in CASES:
        found[case["scheme"]] += words_of(case["input"])
    return {name: list(dict.fromkeys(words)) for name, words in found.items()}


@pytest.mark.parametrize("scheme_id", PUBLISHED)
def test_published_words_come_back(scheme_id: str) -> None:
    first, any_of_five = rate(published()[scheme_id], scheme_id)
    assert first >= PUBLISHED[scheme_id]
    assert any_of_five >= 0.99


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['scheme']}: {case['input'][:20]}")
def test_published_cases_are_read(case: dict) -> None:
    """Whatever is best, it is written as the case is."""
    latin = romanize(case["input"], case["scheme"])
    for reading in cyrillize(latin, case["scheme"], n=2):
        written = unicodedata.normalize("NFC", romanize(reading.text, case["scheme"]))
        assert written == unicodedata.normalize("NFC", latin)


@pytest.mark.parametrize("scheme_id", UNSEEN)
def test_unseen_names_come_back(scheme_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lang = scheme(scheme_id).lang
    known = model(lang)
    unseen = [word for word in sorted(known.words) if len(word) > 3][::40]
    kept = {word: times for word, times in known.words.items() if word not in set(unseen)}
    forgetful = Model(lang, kept, known.given)
    latin._read_word.cache_clear()
    readings._cyrillize.cache_clear()
    monkeypatch.setattr(latin, "model", lambda name: forgetful)
    try:
        first, any_of_five = rate([word.capitalize() for word in unseen], scheme_id)
    finally:
        latin._read_word.cache_clear()
        readings._cyrillize.cache_clear()
    assert first >= UNSEEN[scheme_id]
    assert any_of_five >= 0.95


def test_a_new_word_takes_milliseconds() -> None:
    words = [romanize(word, "be-national-2007") for word in published()["be-national-2007"]]
    cyrillize("Minsk", "be-national-2007")
    latin._read_word.cache_clear()
    readings._cyrillize.cache_clear()
    taken = []
    for word in words:
        start = time.perf_counter()
        cyrillize(word, "be-national-2007")
        taken.append(time.perf_counter() - start)
    assert sorted(taken)[len(taken) // 2] < 0.02  # 3 ms; the rest is for a busy machine
    start = time.perf_counter()
    for word in words:
        cyrillize(word, "be-national-2007")
    assert time.perf_counter() - start < 0.02


# the way back


@cache
def words(rules: Scheme) -> st.SearchStrategy[str]:
    """Words over all letters of a scheme, ь and ъ only after a letter, the apostrophe only between two."""
    alphabet = "".join(sorted(rules.rules)).replace("’", "")
    letter = st.sampled_from(alphabet)
    if "’" in rules.rules:
        letter = st.builds(lambda before, char: before + char, st.sampled_from(["", "", "", "’"]), letter)
    return st.lists(letter, min_size=1, max_size=12).map(lambda parts: "".join(parts).lstrip("’ьъ")).filter(bool)


@pytest.mark.parametrize("rules", ALL, ids=lambda one: one.id)
def test_reversible_is_said_of_those_that_are(rules: Scheme) -> None:
    assert is_reversible(rules) == rules.reversible
    found = collision(rules)
    if found:
        one, other = found
        written = [
            unicodedata.normalize("NFC", romanize(change(word), rules.id))
            for change in (str.lower, str.capitalize, str.upper)
            for word in found
        ]
        assert one != other
        assert any(left == right for left, right in zip(written[::2], written[1::2], strict=True))


@pytest.mark.parametrize("rules", REVERSIBLE, ids=lambda one: one.id)
def test_reversible_schemes_come_back(rules: Scheme) -> None:
    @settings(max_examples=150, deadline=None)
    @given(words(rules), st.sampled_from(["NFC", "NFD"]))
    def check(word: str, form: str) -> None:
        lower, title, upper = word.lower(), word.capitalize(), word.upper()
        for native in (lower, title, upper):
            latin = unicodedata.normalize(form, romanize(native, rules.id))
            found, *others = [reading.text for reading in cyrillize(latin, rules.id)]
            assert not others
            if native == upper and latin == unicodedata.normalize(form, romanize(title, rules.id)):
                assert found in (title, upper)  # ДЬ and Дь: nothing shows that a sign is a capital
            else:
                assert found == native

    check()


@pytest.mark.parametrize("rules", ALL, ids=lambda one: one.id)
def test_every_reading_is_written_so(rules: Scheme) -> None:
    @settings(max_examples=8, deadline=None)
    @given(words(rules))
    def check(word: str) -> None:
        for native in (word, word.capitalize(), word.upper()):
            latin = unicodedata.normalize("NFC", romanize(native, rules.id))
            for reading in cyrillize(latin, rules.id):
                assert unicodedata.normalize("NFC", romanize(reading.text, rules.id)) == latin
                assert 0 <= reading.score <= 1

    check()


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_no_string_is_too_much(text: str) -> None:
    for reading in cyrillize(text, "be-bgn-pcgn-1979", n=2):
        assert re.sub(r"[^\n]", "", reading.text) == re.sub(r"[^\n]", "", text)


# the table


def test_a_wrong_row_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for row, said in (
        ({"id": "be", "source": "s", "avoids": {"3": ["noclass ь"]}}, "no class 'noclass'"),
        ({"id": "be", "source": "s", "avoids": {"much": ["ь ь"]}}, "whole number"),
        ({"id": "be", "avoids": {}}, "source"),
    ):
        monkeypatch.setattr(spelling, "read_toml", lambda path, row=row: {"language": [row]})
        with pytest.raises(TableError, match=said):
            spelling._all.__wrapped__()


def test_all_scheme_languages_can_be_read() -> None:
    for lang in {scheme(name).lang for name in scheme_paths()}:
        assert model(lang).words
