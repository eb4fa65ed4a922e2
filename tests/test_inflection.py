"""Inflection: every table example both ways, known forms, agreement, development data, what holds for every name."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit.errors import InputError, TableError, UnknownLanguageError
from translit.names.inflection import base_form, bases, inflect
from translit.names.paradigms import paradigms_of
from translit.romanization.engine import read_word
from translit.tables.entities import reviewed_entities
from translit.tables.inflection import CASES, inflection_files, inflection_of, read_inflection

DEVELOPMENT = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "inflected_dev.tsv"
PARADIGMS = [
    paradigm for lang in inflection_files() for paradigm in inflection_of(lang).paradigms if paradigm.lang == lang
]
EXAMPLES = [(paradigm, example) for paradigm in PARADIGMS for example in paradigm.examples]

# Floors of what is right at first try, 0 to 1. They only go up.
DEVELOPMENT_FLOOR = 0.95
ROUND_TRIP_FLOORS = {
    ("be", "person"): 0.99, ("ru", "person"): 0.99, ("uk", "person"): 0.99,  # of Belarusians, Russians, Ukrainians
    ("be", "foreigner"): 0.93, ("ru", "foreigner"): 0.91, ("uk", "foreigner"): 0.93,
    ("be", "place"): 0.96, ("ru", "place"): 0.97, ("uk", "place"): 0.97,
}  # fmt: skip


# ------------------------------------------------------------------ the tables


@pytest.mark.parametrize("paradigm", PARADIGMS, ids=lambda one: f"{one.lang}:{one.id}")
def test_every_paradigm_has_an_example(paradigm):
    assert paradigm.examples


@pytest.mark.parametrize(
    ("paradigm", "example"), EXAMPLES, ids=lambda value: getattr(value, "id", getattr(value, "form", None))
)
def test_table_examples_both_ways(paradigm, example):
    base, form = example.base.lower(), example.form.lower()
    readings = [
        one for one in paradigms_of(paradigm.lang).readings(form) if one.paradigm is paradigm and one.base == base
    ]
    assert any(example.case in one.cases and one.number == example.number for one in readings)


@pytest.mark.parametrize("example", inflection_of("be-latn").respelling.examples, ids=lambda one: one.source)
def test_lacinka_is_respelled(example):
    rules = inflection_of("be-latn").respelling
    assert "".join(piece.output for piece in read_word(rules, example.source)) == example.output


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('id = "x"\nweights = { surname = 1 }\nends = "{no}"\nsg = { gen = "а" }', "no class"),
        ('id = "x"\nweights = { surname = 1 }\nends = "ой"\ncut = "ый"\nsg = { gen = "а" }', "does not end in the cut"),
        ('id = "x"\nweights = { job = 1 }\nends = "ой"\nsg = { gen = "а" }', "needs weights"),
        ('id = "x"\nweights = { surname = 1 }\nends = "ой"\nsg = { abl = "а" }', "no case abl"),
        ('id = "x"\nweights = { surname = 1 }\nends = "ой"', "needs sg or pl"),
        ('id = "x"\nweight = 1\nends = "ой"', "unknown key weight"),
    ],
)
def test_a_wrong_row_is_named(tmp_path, row, said):
    path = tmp_path / "xx.toml"
    path.write_text(f'source = "test"\n[classes]\nvowel = "а"\n[[paradigm]]\n{row}\n', encoding="utf-8")
    with pytest.raises(TableError, match=said) as caught:
        read_inflection(path, "xx")
    assert "x" in str(caught.value)


def test_two_paradigms_cannot_rule_one_ending(tmp_path):
    row = '[[paradigm]]\nid = "{}"\ngender = "m"\nweights = {{ surname = 1 }}\nends = "ой"\nsg = {{ gen = "а" }}\n'
    path = tmp_path / "xx.toml"
    path.write_text(f'source = "test"\n[classes]\nvowel = "а"\n{row.format("a")}{row.format("b")}', encoding="utf-8")
    with pytest.raises(TableError, match="one must be beside"):
        read_inflection(path, "xx")


# ------------------------------------------------------------------ base forms


@pytest.mark.parametrize(
    ("lang", "form", "base"),
    [
        ("be", "Лукашэнкам", "Лукашэнка"), ("be", "Лукашэнку", "Лукашэнка"), ("be", "Пуціным", "Пуцін"),
        ("be", "Мінску", "Мінск"), ("be", "Расіі", "Расія"), ("be", "Беларуссю", "Беларусь"), ("be", "Паўлу", "Павел"),
        ("be", "Пятровых", "Пятроў"), ("be", "Баранавічах", "Баранавічы"), ("be", "Гродне", "Гродна"),
        ("be", "Міністэрства абароны", "Міністэрства абароны"), ("be", "Еўрапейскага саюза", "Еўрапейскі саюз"),
        ("be", "Рэспублікі Беларусь", "Рэспубліка Беларусь"), ("be", "Злучаных Штатаў", "Злучаныя Штаты"),
        ("be", "Каржыцкага Дзяніса Леанідавіча", "Каржыцкі Дзяніс Леанідавіч"), ("be", "ЛУКАШЭНКІ", "ЛУКАШЭНКА"),
        ("be", "А. Лукашэнкі", "А. Лукашэнка"), ("be", "Нью-Ёрку", "Нью-Ёрк"), ("be", "Лукашэ́нкі", "Лукашэнка"),
        ("be", "Уладзіміра Кара-Мурзы", "Уладзімір Кара-Мурза"), ("be", "ЗША", "ЗША"),
        ("be-tarask", "Беларусьсю", "Беларусь"), ("be-tarask", "Аляксандрам Лукашэнкам", "Аляксандар Лукашэнка"),
        ("be-tarask", "Берасьце", "Берасьце"), ("be-tarask", "Зьмітру", "Зьміцер"),
        ("be-latn", "Łukašenki", "Łukašenka"), ("be-latn", "Kastusia Kalinoŭskaha", "Kastuś Kalinoŭski"),
        ("be-latn", "Alesia Puškina", "Aleś Puškin"), ("be-latn", "Bachmuta", "Bachmut"),
        ("ru", "Лукашенкой", "Лукашенко"), ("ru", "Путиным", "Путин"), ("ru", "Беларусью", "Беларусь"),
        ("ru", "Дональда Трампа", "Дональд Трамп"), ("ru", "Кита Келлога", "Кит Келлог"),
        ("ru", "Александра Лукашенко", "Александр Лукашенко"), ("ru", "Петром Порошенко", "Пётр Порошенко"),
        ("ru", "Марии Колесниковой", "Мария Колесникова"), ("ru", "Соединённых Штатов", "Соединённые Штаты"),
        ("ru", "Льва Гумилёва", "Лев Гумилёв"), ("ru", "МИДа", "МИД"), ("ru", "Ростова-на-Дону", "Ростов-на-Дону"),
        ("uk", "Лукашенка", "Лукашенко"), ("uk", "Володимиру Зеленському", "Володимир Зеленський"),
        ("uk", "Павлу Зарубіну", "Павло Зарубін"), ("uk", "Києва", "Київ"), ("uk", "Одесі", "Одеса"),
        ("uk", "Верховної Ради", "Верховна Рада"), ("uk", "Львові", "Львів"),
        ("uk", "Олени Зеленської", "Олена Зеленська"),
        ("pl", "Łukaszenki", "Łukaszenka"), ("pl", "Łukaszence", "Łukaszenka"), ("pl", "Cichanouskiej", "Cichanouska"),
        ("pl", "Siarhieja Cichanouskiego", "Siarhiej Cichanouski"), ("pl", "Wilna", "Wilno"), ("pl", "Mińsku", "Mińsk"),
        ("pl", "Stanów Zjednoczonych", "Stany Zjednoczone"), ("pl", "Białorusią", "Białoruś"),
        ("cs", "Lukašenkem", "Lukašenko"), ("cs", "Putinovi", "Putin"), ("cs", "Cichanouské", "Cichanouská"),
        ("cs", "Minsku", "Minsk"), ("cs", "Moskvě", "Moskva"), ("cs", "Běloruska", "Bělorusko"),
        ("lt", "Lukašenkos", "Lukašenka"), ("lt", "Lukašenkai", "Lukašenka"), ("lt", "Beliackį", "Beliackis"),
        ("lt", "Mariją Kalesnikovą", "Marija Kalesnikova"), ("lt", "Vilniaus", "Vilnius"), ("lt", "Putino", "Putinas"),
        ("lv", "Lukašenko", "Lukašenko"), ("lv", "Putina", "Putins"), ("lv", "Putinam", "Putins"),
        ("lv", "Baltkrievijas", "Baltkrievija"), ("lv", "Cihanouskas", "Cihanouska"), ("lv", "Minskā", "Minska"),
        ("en", "Rumas", "Rumas"), ("en", "Boltons", "Boltons"), ("en", "Lukashenka’s", "Lukashenka"),
        ("en", "Belarus’", "Belarus"), ("en", "Alexander Lukashenkos", "Alexander Lukashenko"),
        ("de", "Lukaschenkos", "Lukaschenko"), ("de", "Alexander Lukaschenkos", "Alexander Lukaschenko"),
        ("de", "Heiko Maas", "Heiko Maas"), ("sv", "Putins", "Putin"), ("fr", "Loukachenko", "Loukachenko"),
        ("auto", "Пуціным", "Пуцін"), ("auto", "Росії", "Росія"), ("auto", "России", "Россия"),
        ("auto", "Łukaszence", "Łukaszenka"), ("auto", "Kalinoŭskaha", "Kalinoŭski"), ("auto", "東京", "東京"),
    ],
)  # fmt: skip
def test_the_likeliest_base(lang, form, base):
    assert base_form(form, lang=lang)[0].base == base


@pytest.mark.parametrize(
    ("lang", "form", "bases_met"),
    [
        ("ru", "Лукашенкой", {"Лукашенко", "Лукашенка"}), ("en", "Boltons", {"Boltons", "Bolton"}),
        ("en", "Rumas", {"Rumas", "Ruma"}), ("pl", "Łukaszenki", {"Łukaszenka", "Łukaszenko"}),
        ("ru", "Толстого", {"Толстой", "Толстый"}), ("be", "Аляксандра", {"Аляксандр", "Аляксандра"}),
        ("be", "Кавалёва", {"Кавалёў", "Кавалёва"}),
        ("uk", "Івана Франка", {"Іван Франко", "Іван Франк"}), ("pl", "Alaksandra", {"Alaksandr"}),
    ],
)  # fmt: skip
def test_other_bases_are_met_too(lang, form, bases_met):
    assert bases_met <= {one.base for one in base_form(form, lang=lang)}


def test_case_gender_and_number_are_told():
    found = base_form("Дзяніса Каржыцкага", lang="be")[0]
    assert (found.text, found.case, found.gender, found.number) == ("Дзяніса Каржыцкага", "gen", "m", "sg")
    assert base_form("Ціханоўскую", lang="be")[0].case == "acc"
    assert base_form("Мінску", lang="be")[0].case == "loc"
    assert base_form("Глушкоўскіх", lang="be")[0].number == "pl"
    assert base_form("Boltons", lang="en")[1].score < 0.5


# ------------------------------------------------------------------ cases

FORMS = {
    ("be", "Аляксандр Лукашэнка"): (
        "Аляксандра Лукашэнкі|Аляксандру Лукашэнку|Аляксандра Лукашэнку|Аляксандрам Лукашэнкам|"
        "Аляксандру Лукашэнку"
    ),
    ("be", "Святлана Ціханоўская"): (
        "Святланы Ціханоўскай|Святлане Ціханоўскай|Святлану Ціханоўскую|Святланай Ціханоўскай|"
        "Святлане Ціханоўскай"
    ),
    ("be", "Павел Латушка"): (
        "Паўла Латушкі|Паўлу Латушку|Паўла Латушку|Паўлам Латушкам|Паўле Латушку"
    ),
    ("be", "Алесь Бяляцкі"): (
        "Алеся Бяляцкага|Алесю Бяляцкаму|Алеся Бяляцкага|Алесем Бяляцкім|Алесю Бяляцкім"
    ),
    ("be", "Вольга Крук"): "Вольгі Крук|Вользе Крук|Вольгу Крук|Вольгай Крук|Вользе Крук",
    ("be", "Пётр Пятровіч Пятроў"): (
        "Пятра Пятровіча Пятрова|Пятру Пятровічу Пятрову|Пятра Пятровіча Пятрова|Пятром Пятровічам Пятровым|"
        "Пятру Пятровічу Пятрове"
    ),
    ("be", "Мінск"): "Мінска|Мінску|Мінск|Мінскам|Мінску",
    ("be", "Брэст"): "Брэста|Брэсту|Брэст|Брэстам|Брэсце",
    ("be", "Беларусь"): "Беларусі|Беларусі|Беларусь|Беларуссю|Беларусі",
    ("be", "Рэспубліка Беларусь"): (
        "Рэспублікі Беларусь|Рэспубліцы Беларусь|Рэспубліку Беларусь|Рэспублікай Беларусь|Рэспубліцы Беларусь"
    ),
    ("be", "Еўрапейскі саюз"): (
        "Еўрапейскага саюза|Еўрапейскаму саюзу|Еўрапейскі саюз|Еўрапейскім саюзам|Еўрапейскім саюзе"
    ),
    ("be", "Баранавічы"): "Баранавіч|Баранавічам|Баранавічы|Баранавічамі|Баранавічах",
    ("be", "Пятровы"): "Пятровых|Пятровым|Пятровых|Пятровымі|Пятровых",
    ("be-tarask", "Аляксандар Лукашэнка"): (
        "Аляксандра Лукашэнкі|Аляксандру Лукашэнку|Аляксандра Лукашэнку|Аляксандрам Лукашэнкам|"
        "Аляксандру Лукашэнку"
    ),
    ("be-tarask", "Беларусь"): "Беларусі|Беларусі|Беларусь|Беларусьсю|Беларусі",
    ("be-latn", "Aleś Puškin"): (
        "Alesia Puškina|Alesiu Puškinu|Alesia Puškina|Alesiem Puškinym|Alesiu Puškinie"
    ),
    ("ru", "Владимир Путин"): (
        "Владимира Путина|Владимиру Путину|Владимира Путина|Владимиром Путиным|Владимире Путине"
    ),
    ("ru", "Александр Лукашенко"): (
        "Александра Лукашенко|Александру Лукашенко|Александра Лукашенко|Александром Лукашенко|"
        "Александре Лукашенко"
    ),
    ("ru", "Мария Колесникова"): (
        "Марии Колесниковой|Марии Колесниковой|Марию Колесникову|Марией Колесниковой|Марии Колесниковой"
    ),
    ("ru", "Дмитрий Песков"): (
        "Дмитрия Пескова|Дмитрию Пескову|Дмитрия Пескова|Дмитрием Песковым|Дмитрии Пескове"
    ),
    ("ru", "Совет Безопасности"): (
        "Совета Безопасности|Совету Безопасности|Совет Безопасности|Советом Безопасности|Совете Безопасности"
    ),
    ("uk", "Володимир Зеленський"): (
        "Володимира Зеленського|Володимиру Зеленському|Володимира Зеленського|Володимиром Зеленським|"
        "Володимирі Зеленському"
    ),
    ("uk", "Олександр Лукашенко"): (
        "Олександра Лукашенка|Олександру Лукашенку|Олександра Лукашенка|Олександром Лукашенком|"
        "Олександрі Лукашенку"
    ),
    ("uk", "Юлія Тимошенко"): (
        "Юлії Тимошенко|Юлії Тимошенко|Юлію Тимошенко|Юлією Тимошенко|Юлії Тимошенко"
    ),
    ("uk", "Київ"): "Києва|Києву|Київ|Києвом|Києві",
    ("pl", "Alaksandr Łukaszenka"): (
        "Alaksandra Łukaszenki|Alaksandrowi Łukaszence|Alaksandra Łukaszenkę|Alaksandrem Łukaszenką|"
        "Alaksandrze Łukaszence"
    ),
    ("pl", "Siarhiej Cichanouski"): (
        "Siarhieja Cichanouskiego|Siarhiejowi Cichanouskiemu|Siarhieja Cichanouskiego|Siarhiejem Cichanouskim|"
        "Siarhieju Cichanouskim"
    ),
    ("cs", "Vladimir Putin"): (
        "Vladimira Putina|Vladimirovi Putinovi|Vladimira Putina|Vladimirem Putinem|Vladimirovi Putinovi"
    ),
    ("lt", "Alesis Beliackis"): (
        "Alesio Beliackio|Alesiui Beliackiui|Alesį Beliackį|Alesiu Beliackiu|Alesyje Beliackyje"
    ),
    ("lv", "Vladimirs Putins"): (
        "Vladimira Putina|Vladimiram Putinam|Vladimiru Putinu|Vladimiru Putinu|Vladimirā Putinā"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lang", "name"), FORMS, ids=lambda value: value)
def test_the_cases_of_a_name(lang, name):
    found = [inflect(name, case, lang=lang) for case in ("gen", "dat", "acc", "ins", "loc")]
    assert found == FORMS[lang, name].split("|")


def test_the_vocative_where_the_language_has_one():
    assert inflect("Петро Порошенко", "voc", lang="uk") == "Петре Порошенку"
    assert inflect("Łukaszenka", "voc", lang="pl") == "Łukaszenko"
    assert inflect("Владимир Путин", "voc", lang="ru") == "Владимир Путин"


def test_gender_may_be_said():
    assert inflect("Крук", "gen", lang="be", gender="f") == "Крук"
    assert inflect("Крук", "gen", lang="be", gender="m") == "Крука"
    assert inflect("Лукашэнка", "dat", lang="be", gender="m") == "Лукашэнку"


@pytest.mark.parametrize("name", ["НАТА", "ЗША", "БелТА", "The Economist", "R. Politik", "2024", "", "…", "É’"])
def test_what_has_no_case_stays(name):
    assert inflect(name, "gen", lang="be") == name


def test_capitals_stay():
    assert inflect("ЛУКАШЭНКА", "gen", lang="be") == "ЛУКАШЭНКІ"
    assert inflect("Пётр", "gen", lang="be") == "Пятра"


def test_wrong_arguments_are_named():
    with pytest.raises(InputError, match="no case 'ablative'; cases are nom, gen"):
        inflect("Мінск", "ablative")
    with pytest.raises(InputError, match="gender='male'"):
        inflect("Мінск", "gen", gender="male")
    with pytest.raises(UnknownLanguageError, match="no language 'belarusian'"):
        base_form("Мінску", lang="belarusian")


# ------------------------------------------------------------------ measured


def test_development_data():
    if not DEVELOPMENT.is_file():
        pytest.skip(f"{DEVELOPMENT.name} is CC BY-SA and stays outside: no ../shared/data here")
    with DEVELOPMENT.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    right, total = Counter(), Counter()
    for row in rows:
        found = [one.base.casefold() for one in base_form(row["form"], lang=row["lang"])]
        total[row["kind"]] += 1
        right[row["kind"]] += found[0] == row["lemma"].casefold()
        right["any"] += row["lemma"].casefold() in found
    by_kind = {kind: f"{right[kind]}/{total[kind]}" for kind in total}
    assert sum(right[kind] for kind in total) / len(rows) >= DEVELOPMENT_FLOOR, by_kind
    assert right["any"] == len(rows)


@pytest.mark.parametrize(("lang", "kind"), ROUND_TRIP_FLOORS, ids=lambda value: value)
def test_round_trip(lang, kind):
    right = total = 0
    for entity in reviewed_entities()[::2]:
        name = entity.canonical(lang)
        foreign = entity.kind == "person" and entity.native not in ("be", "ru", "uk")
        if name is None or kind != ("foreigner" if foreign else entity.kind):
            continue
        for case in ("gen", "dat", "acc", "ins", "loc"):
            form = inflect(name, case, lang=lang, gender=entity.fact("gender") if entity.kind == "person" else None)
            total += 1
            right += base_form(form, lang=lang, n=1)[0].base == name
    assert total > 100
    assert right / total >= ROUND_TRIP_FLOORS[lang, kind]


# ------------------------------------------------------------------ what holds for every name

LANGUAGES = st.sampled_from(["auto", "und", "fr", *inflection_files()])
LETTERS = st.text(alphabet="абвгґдеёжзіийклмнопрстуўфхцчшщьыэюяїєАБВГ’'ŁłšŠąęėaeioujknstvcz -.\u0301", max_size=24)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=40), LETTERS), LANGUAGES, st.sampled_from(CASES), st.sampled_from([None, "m", "f"]))
def test_nothing_raises(text, lang, case, gender):
    found = base_form(text, lang=lang)
    assert all(0.0 <= one.score <= 1.0 and one.text == text for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert isinstance(inflect(text, case, lang=lang, gender=gender), str)
    bases(text, lang)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=20), LANGUAGES)
def test_a_word_has_a_base_and_is_among_its_bases(word, lang):
    assert base_form(word, lang=lang)
    assert bases(word, lang)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30), LANGUAGES)
def test_the_nominative_is_the_name(text, lang):
    assert inflect(text, "nom", lang=lang) == text
