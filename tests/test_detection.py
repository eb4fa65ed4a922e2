"""detect: script and language of names and texts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit import detect
from translit.detection import detect_column
from translit.tables.languages import languages

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
LANGUAGES = ("be", "be-tarask", "ru", "uk", "bg", "sr", "mk", "kk", "ky", "mn", "tg")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Аляксандр Лукашэнка сустрэўся ў Мінску з міністрам", "be"),
        ("Презыдэнт сказаў, што плян ня зьменіцца пасьля сустрэчы", "be-tarask"),
        ("Министр сказал, что встреча пройдёт в Минске", "ru"),
        ("Міністр сказав, що зустріч відбудеться у Києві", "uk"),
        ("Министърът каза, че срещата ще се състои в София", "bg"),
        ("Министар је рекао да ће се састанак одржати у Београду", "sr"),
        ("Министерот рече дека средбата ќе се одржи во Скопје", "mk"),
        ("Министр кездесу Астанада өтеді деп айтты", "kk"),
        ("Министр жолугушуу Бишкекте өтөт деп айтты", "ky"),
        ("Сайд уулзалт Улаанбаатарт болно гэж хэлэв", "mn"),
        ("Вазир гуфт, ки мулоқот дар Душанбе баргузор мешавад", "tg"),
        ("Министр очрашу Казанда була дип әйтте", "tt"),
        ("Министр осрашыу Өфөлә була тип әйтте", "ba"),
        ("Вазир учрашув Тошкентда бўлади деб айтди", "uz"),
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
    [
        ("Дзмітрый Мядзведзеў", "be"), ("Щукин Юрий", "ru"), ("Катерина Їжакевич", "uk"), ("Вераб'ёвічы", "be"),
        ("Янка Купала", "be"), ("Тарас Шевченко", "uk"), ("Сьвятлана Ціханоўская", "be-tarask"), ("Мінск", "be"),
        ("Никола Груевски", "mk"), ("Александар Вучић", "sr"), ("Шымкент", "kk"), ("Улаанбаатар", "mn"),
    ],
)
def test_languages_of_names(name, lang):
    assert detect(name).lang == lang


@pytest.mark.parametrize("name", ["Иван Иванов", "Мария Петрова", "Марат", "Роман", "Виктория", "Минск", "Анна"])
def test_a_name_that_shows_nothing_is_russian(name):
    assert detect(name).lang == "ru"


@pytest.mark.parametrize("name", ["Дзмітрый Мядзведзеў", "Михаил Третьяков", "Андрій Їжак", "Йордан Щерев", "Ґудзь"])
def test_spelling_of_the_letters_does_not_matter(name):
    found = detect(name).lang
    assert detect(name.upper()).lang == found
    assert detect(unicodedata.normalize("NFD", name)).lang == found
    assert detect(name.translate(str.maketrans("аеіо", "aeio"))).lang == found
    assert detect(name.replace("а", "а\u0301", 1)).lang == found


@pytest.mark.parametrize("text", ["", "7", "🙂", "ฮ", "ʼ"])
def test_what_shows_no_language(text):
    assert detect(text).lang == "und"


# ------------------------------------------------------------------ the corpus


@cache
def corpus():
    lines = (CORPUS / "detection.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def rights(kind):
    """Language → (right, all) over the rows of one kind that can be told apart."""
    right, total = Counter(), Counter()
    for row in corpus():
        if row["kind"] == kind and "open" not in row:
            total[row["lang"]] += 1
            right[row["lang"]] += detect(row["text"]).lang == row["lang"]
    return right, total


def test_the_corpus_has_what_it_promises():
    counts = Counter((row["kind"], row["lang"]) for row in corpus())
    assert all(counts["text", lang] >= 20 and counts["name", lang] >= 50 for lang in LANGUAGES)
    assert len({row["text"] for row in corpus()}) == len(corpus())
    assert all(unicodedata.is_normalized("NFC", row["text"]) for row in corpus())
    assert all(row["lang"] in row["open"] and len(row["open"]) > 1 for row in corpus() if "open" in row)


@pytest.mark.parametrize(("kind", "floor", "each"), [("text", 0.97, 0.95), ("name", 0.94, 0.88)])
def test_the_corpus_is_told_apart(kind, floor, each):
    right, total = rights(kind)
    assert right.total() / total.total() >= floor
    assert all(right[lang] / total[lang] >= each for lang in LANGUAGES), {lang: right[lang] for lang in LANGUAGES}


def test_open_names_get_a_language_they_may_be():
    rows = [row for row in corpus() if "open" in row]
    assert sum(detect(row["text"]).lang in row["open"] for row in rows) / len(rows) >= 0.9


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_column_is_judged_as_a_whole(lang):
    column = [row["text"] for row in corpus() if row["kind"] == "name" and row["lang"] == lang]
    assert detect_column([None, "", *column]).lang == lang


def test_an_empty_column_shows_nothing():
    assert detect_column([]).lang == detect_column([None, ""]).lang == "und"


def test_languages_of_articles():
    rows = [json.loads(line) for line in (CORPUS / "articles_dev.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [detect(row["text"]).lang for row in rows] == [row["lang"] for row in rows]


def test_languages_of_the_news():
    rows = [json.loads(line) for line in (CORPUS / "news" / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    found = [detect((CORPUS / "news" / row["file"]).read_text(encoding="utf-8")).lang for row in rows]
    assert found == [row["lang"].lower() for row in rows]


# ------------------------------------------------------------------ profiles


@pytest.mark.parametrize("lang", [one.id for one in languages().values() if one.script == "Cyrl"])
def test_profiles_keep_to_their_alphabet(lang):
    profile = languages()[lang]
    for word in (*profile.frequent, *profile.words, *profile.given, *profile.own, *profile.family):
        assert set(word.lower()) <= profile.alphabet, word
    assert not set(profile.sequences) & set(profile.never)


def test_running_text_reads_no_name_tables():
    code = (
        "import sys; from translit import detect; detect('Министр сказал, что встреча пройдёт в Минске на неделе');"
        "from translit.detection.compiled import name_profile; print(name_profile.cache_info().currsize)"
    )
    root = str(CORPUS.parent)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env=os.environ | {"PYTHONPATH": root, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.stdout.strip() == "0"


# ------------------------------------------------------------------ scores


@given(st.text())
def test_shares_are_shares(text):
    found = detect(text)
    assert all(0 <= share <= 1 for share in found.scores.values())
    assert len(found.script) == 4
