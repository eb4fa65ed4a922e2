"""Parsing names: roles, orders, gender, and the ending and title tables behind them."""

from __future__ import annotations

import json
import sys
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.errors import InputError, TableError
from translit.names import (
    build_patronymics,
    is_suffix,
    is_title,
    name_parts,
    parse_name,
    patronymic_of,
    surname_endings,
)
from translit.names.parsing import STYLES
from translit.names.parts import ROLES, _read_marked, _read_plain
from translit.tables import names as tables
from translit.tables.names import given_names, patronymic_builds, patronymic_rules, surname_rules, titles

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))
import parsing  # noqa: E402

# text, given, patronymic, family, order, gender; what else the name has follows as keywords
CASES = [
    # Belarusian
    ("Аляксандр Лукашэнка", "Аляксандр", "", "Лукашэнка", "western", "m", {}),
    ("Аляксандр Рыгоравіч Лукашэнка", "Аляксандр", "Рыгоравіч", "Лукашэнка", "western", "m", {"lang": "be"}),
    ("Лукашэнка Аляксандр Рыгоравіч", "Аляксандр", "Рыгоравіч", "Лукашэнка", "eastern", "m", {}),
    ("Лукашэнка, Аляксандр Рыгоравіч", "Аляксандр", "Рыгоравіч", "Лукашэнка", "comma", "m", {}),
    ("Каржыцкі Дзяніс Леанідавіч", "Дзяніс", "Леанідавіч", "Каржыцкі", "eastern", "m", {"lang": "be"}),
    ("А. Р. Лукашэнка", "", "", "Лукашэнка", "western", None, {"initials": ("А.", "Р.")}),
    ("А.Р.Лукашэнка", "", "", "Лукашэнка", "western", None, {"initials": ("А.", "Р.")}),
    ("Лукашэнка А. Р.", "", "", "Лукашэнка", "eastern", None, {"initials": ("А.", "Р.")}),
    ("Лукашэнка, А. Р.", "", "", "Лукашэнка", "comma", None, {"initials": ("А.", "Р.")}),
    ("Дз. А. Мядзведзеў", "", "", "Мядзведзеў", "western", "m", {"initials": ("Дз.", "А.")}),
    ("Святлана Ціханоўская", "Святлана", "", "Ціханоўская", "western", "f", {}),
    ("Ціханоўская Святлана Георгіеўна", "Святлана", "Георгіеўна", "Ціханоўская", "eastern", "f", {}),
    ("Прэзідэнт Аляксандр Лукашэнка", "Аляксандр", "", "Лукашэнка", "western", "m", {"titles": ("Прэзідэнт",)}),
    ("прэм’ер-міністр Раман Галоўчанка", "Раман", "", "Галоўчанка", "western", "m", {"titles": ("прэм’ер-міністр",)}),
    ("спадарыня Ганна Канапацкая", "Ганна", "", "Канапацкая", "western", "f", {"titles": ("спадарыня",)}),
    ("Максім Багдановіч", "Максім", "", "Багдановіч", "western", "m", {}),
    ("Міхаіл Мясніковіч", "Міхаіл", "", "Мясніковіч", "western", "m", {}),
    ("Мясніковіч Міхаіл Уладзіміравіч", "Міхаіл", "Уладзіміравіч", "Мясніковіч", "eastern", "m", {}),
    ("Марыя Васілевіч", "Марыя", "", "Васілевіч", "western", "f", {}),
    ("Аляксандр Рыгоравіч", "Аляксандр", "Рыгоравіч", "", "given", "m", {}),
    ("Ганна-Марыя Шчэрба", "Ганна-Марыя", "", "Шчэрба", "western", "f", {}),
    ("ЛУКАШЭНКА Аляксандр", "Аляксандр", "", "ЛУКАШЭНКА", "eastern", "m", {}),
    ("Лукашэнка", "", "", "Лукашэнка", "family", None, {"lang": "be"}),
    ("Святлана", "Святлана", "", "", "given", "f", {}),
    ("прэзідэнт Расіі Уладзімір Пуцін", "Уладзімір", "", "Пуцін", "western", "m", {"titles": ("прэзідэнт",)}),
    # Russian
    ("Владимир Владимирович Путин", "Владимир", "Владимирович", "Путин", "western", "m", {}),
    ("Путин Владимир Владимирович", "Владимир", "Владимирович", "Путин", "eastern", "m", {}),
    ("Путин В.В.", "", "", "Путин", "eastern", "m", {"initials": ("В.", "В.")}),
    ("Сергей Кужугетович Шойгу", "Сергей", "Кужугетович", "Шойгу", "western", "m", {"lang": "ru"}),
    ("Шойгу Сергей Кужугетович", "Сергей", "Кужугетович", "Шойгу", "eastern", "m", {}),
    ("Роман Абрамович", "Роман", "", "Абрамович", "western", "m", {}),
    ("Абрамович Роман Аркадьевич", "Роман", "Аркадьевич", "Абрамович", "eastern", "m", {}),
    ("Мария Захарова", "Мария", "", "Захарова", "western", "f", {}),
    ("Иванова Мария", "Мария", "", "Иванова", "eastern", "f", {}),
    ("Николай Николаевич Миклухо-Маклай", "Николай", "Николаевич", "Миклухо-Маклай", "western", "m", {}),
    ("Владимир Ильич Ленин", "Владимир", "Ильич", "Ленин", "western", "m", {}),
    ("Гейдар Алирза оглы Алиев", "Гейдар", "Алирза", "Алиев", "western", "m", {"particles": ("оглы",)}),
    ("Башар аль-Асад", "Башар", "", "Асад", "western", "m", {"particles": ("аль-",)}),
    ("Саша Филипенко", "Саша", "", "Филипенко", "western", None, {}),
    ("Ванда Ивановна", "Ванда", "Ивановна", "", "given", "f", {}),
    ("Ж.-Ж. Руссо", "", "", "Руссо", "western", None, {"initials": ("Ж.", "Ж.")}),
    # Ukrainian
    ("Володимир Зеленський", "Володимир", "", "Зеленський", "western", "m", {"lang": "uk"}),
    ("Зеленський Володимир Олександрович", "Володимир", "Олександрович", "Зеленський", "eastern", "m", {"lang": "uk"}),
    ("Юлія Володимирівна Тимошенко", "Юлія", "Володимирівна", "Тимошенко", "western", "f", {"lang": "uk"}),
    ("Тимошенко Ю.В.", "", "", "Тимошенко", "eastern", None, {"initials": ("Ю.", "В.")}),
    ("пан Андрій Єрмак", "Андрій", "", "Єрмак", "western", "m", {"titles": ("пан",)}),
    ("Петро Порошенко", "Петро", "", "Порошенко", "western", "m", {}),
    ("Олександр Усик", "Олександр", "", "Усик", "western", "m", {}),
    # English and romanized
    ("Alyaksandr Lukashenka", "Alyaksandr", "", "Lukashenka", "western", "m", {}),
    ("LUKASHENKA Aliaksandr", "Aliaksandr", "", "LUKASHENKA", "eastern", "m", {}),
    ("Lukashenka Aliaksandr Ryhoravich", "Aliaksandr", "Ryhoravich", "Lukashenka", "eastern", "m", {}),
    ("Lukashenka A.R.", "", "", "Lukashenka", "eastern", None, {"initials": ("A.", "R.")}),
    ("Sviatlana Tsikhanouskaya", "Sviatlana", "", "Tsikhanouskaya", "western", "f", {}),
    ("Tsikhanouskaya, Sviatlana", "Sviatlana", "", "Tsikhanouskaya", "comma", "f", {}),
    ("John R. Bolton", "John", "", "Bolton", "western", "m", {"initials": ("R.",)}),
    ("John R Bolton", "John", "", "Bolton", "western", "m", {"initials": ("R",)}),
    ("Ms Hanna Kanapatskaya", "Hanna", "", "Kanapatskaya", "western", "f", {"titles": ("Ms",)}),
    ("Prime Minister Siarhei Rumas", "Siarhei", "", "Rumas", "western", "m", {"titles": ("Prime Minister",)}),
    ("Martin Luther King Jr.", "Martin Luther", "", "King", "western", "m", {"suffixes": ("Jr.",)}),
    ("John Smith, PhD", "John", "", "Smith", "western", "m", {"suffixes": ("PhD",)}),
    ("Jane Smith, Ph.D.", "Jane", "", "Smith", "western", "f", {"suffixes": ("Ph.D.",)}),
    ("Charles de Gaulle", "Charles", "", "Gaulle", "western", "m", {"particles": ("de",)}),
    ("Marine Le Pen", "Marine", "", "Le Pen", "western", "f", {}),
    ("Osama bin Laden", "Osama", "", "Laden", "western", "m", {"particles": ("bin",)}),
    ("VINCENT VAN GOGH", "VINCENT", "", "GOGH", "western", "m", {"particles": ("VAN",)}),
    ("İlham Heydər oğlu Əliyev", "İlham", "Heydər", "Əliyev", "western", "m", {"particles": ("oğlu",)}),
    ("Gabriel García Márquez", "Gabriel", "", "García Márquez", "western", "m", {}),
    ("García Márquez, Gabriel", "Gabriel", "", "García Márquez", "comma", "m", {}),
    ("José Luis Rodríguez Zapatero", "José Luis", "", "Rodríguez Zapatero", "western", "m", {}),
    ("Maria Petrov", "Maria", "", "Petrov", "western", "f", {}),
    ("Roman Abramovich", "Roman", "", "Abramovich", "western", "m", {}),
    ("Abramovich", "", "", "Abramovich", "family", None, {}),
    ("Minsk", "", "", "Minsk", "family", None, {}),
    ("Sasha Ovechkin", "Sasha", "", "Ovechkin", "western", "m", {}),
    ("aliaksandr lukashenka", "aliaksandr", "", "lukashenka", "western", "m", {}),
    # Polish
    ("Pani Beata Szydło", "Beata", "", "Szydło", "western", "f", {"titles": ("Pani",)}),
    ("Jarosław Kaczyński", "Jarosław", "", "Kaczyński", "western", "m", {}),
    ("Kaczyński Jarosław", "Jarosław", "", "Kaczyński", "eastern", "m", {}),
    ("Aleksander Łukaszenka", "Aleksander", "", "Łukaszenka", "western", "m", {}),
    ("Swiatłana Cichanouska", "Swiatłana", "", "Cichanouska", "western", "f", {}),
    ("Małgorzata Kidawa-Błońska", "Małgorzata", "", "Kidawa-Błońska", "western", "f", {}),
    ("Dr. Jan Kowalski", "Jan", "", "Kowalski", "western", "m", {"titles": ("Dr.",)}),
    # German
    ("Ursula von der Leyen", "Ursula", "", "Leyen", "western", "f", {"particles": ("von", "der")}),
    ("Frank-Walter Steinmeier", "Frank-Walter", "", "Steinmeier", "western", "m", {}),
    ("Frau Swetlana Tichanowskaja", "Swetlana", "", "Tichanowskaja", "western", "f", {"titles": ("Frau",)}),
    ("Herr Alexander Lukaschenko", "Alexander", "", "Lukaschenko", "western", "m", {"titles": ("Herr",)}),
    ("Angela Merkel, Bundeskanzlerin", "Angela", "", "Merkel", "western", "f", {"titles": ("Bundeskanzlerin",)}),
    # Lithuanian
    ("Aliaksandras Lukašenka", "Aliaksandras", "", "Lukašenka", "western", "m", {}),
    ("Ingrida Šimonytė", "Ingrida", "", "Šimonytė", "western", "f", {"lang": "lt"}),
    ("Vladimiras Putinas", "Vladimiras", "", "Putinas", "western", "m", {}),
    ("Gitanas Nausėda", "Gitanas", "", "Nausėda", "western", "m", {}),
    ("Sviatlana Cichanouskaja", "Sviatlana", "", "Cichanouskaja", "western", "f", {}),
    # family name first
    ("Xi Jinping", "Jinping", "", "Xi", "eastern", None, {}),
    ("Си Цзиньпин", "Цзиньпин", "", "Си", "eastern", None, {}),
    ("Kim Jong-un", "Jong-un", "", "Kim", "eastern", None, {}),
    ("Ким Чен Ын", "Чен Ын", "", "Ким", "eastern", None, {}),
    ("Nguyễn Phú Trọng", "Phú Trọng", "", "Nguyễn", "eastern", None, {}),
    ("Ван Юрий", "Юрий", "", "Ван", "eastern", "m", {}),
    ("Ян Новак", "Ян", "", "Новак", "western", "m", {}),
    ("Kim Kardashian", "Kim", "", "Kardashian", "western", None, {}),
    ("Lee Kuan Yew", "Kuan Yew", "", "Lee", "eastern", None, {}),
    ("Orbán Viktor", "Viktor", "", "Orbán", "eastern", "m", {}),
    ("Дапкюнайте Ингеборга", "Ингеборга", "", "Дапкюнайте", "eastern", "f", {}),
    ("Novak Đoković", "Novak", "", "Đoković", "western", "m", {}),
    ("Khalid ibn al-Walid", "Khalid", "", "Walid", "western", "m", {"particles": ("ibn", "al-")}),
    ("Marin A.", "", "", "Marin", "eastern", None, {"initials": ("A.",)}),
    ("Wałęsa Lech", "Lech", "", "Wałęsa", "eastern", "m", {}),
    # no name
    ("", "", "", "", "family", None, {}),
    ("2024 — 17", "", "", "", "family", None, {}),
    ("А. Р.", "", "", "", "family", None, {"initials": ("А.", "Р.")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "father", "family", "order", "gender", "more"), CASES)
def test_parse_name(text, first, father, family, order, gender, more):
    name = parse_name(text)
    assert (name.given, name.patronymic, name.family) == (first, father, family)
    assert (name.order, name.gender) == (order, gender)
    for field in ("titles", "suffixes", "particles", "initials"):
        assert getattr(name, field) == more.get(field, ()), field
    if "lang" in more:
        assert name.lang == more["lang"]


def test_there_are_enough_cases():
    assert len(CASES) >= 60


def test_asides_are_no_part_of_the_name():
    parts = name_parts("Dzmitry (Zmicier) Dashkevich")
    assert [(part.text, part.role) for part in parts] == [
        ("Dzmitry", "given"), ("Zmicier", "unknown"), ("Dashkevich", "family"),
    ]  # fmt: skip
    name = parse_name("Аляксандр Лукашэнка, прэзідэнт Беларусі")
    assert (name.given, name.family, name.titles) == ("Аляксандр", "Лукашэнка", ("прэзідэнт",))


def test_what_looks_like_a_letter_is_one():
    assert parse_name("Дзмiтрый Мядзведзеў").given == "Дзмiтрый"  # with a Latin i
    assert parse_name("Дзмiтрый Мядзведзеў").gender == "m"
    assert parse_name("Дар'я Дамрачава").given == "Дар'я"
    assert parse_name("Сергей Шойгу".replace("й", "и\u0306")).given == "Серге" + "и\u0306"


NAME = parse_name("Каржыцкі Дзяніс Леанідавіч")


@pytest.mark.parametrize(
    ("text", "style", "written"),
    [
        ("Каржыцкі Дзяніс Леанідавіч", "western", "Дзяніс Каржыцкі"),
        ("Каржыцкі Дзяніс Леанідавіч", "full", "Дзяніс Леанідавіч Каржыцкі"),
        ("Дзяніс Леанідавіч Каржыцкі", "official", "Каржыцкі Дзяніс Леанідавіч"),
        ("Дзяніс Леанідавіч Каржыцкі", "comma", "Каржыцкі, Дзяніс Леанідавіч"),
        ("Дзяніс Леанідавіч Каржыцкі", "initials", "Д. Л. Каржыцкі"),
        ("Лукашэнка А. Р.", "western", "А. Р. Лукашэнка"),
        ("Лукашэнка А. Р.", "initials", "А. Р. Лукашэнка"),
        ("John R. Bolton", "official", "Bolton John R."),
        ("Ursula von der Leyen", "official", "von der Leyen Ursula"),
        ("Башар аль-Асад", "official", "аль-Асад Башар"),
        ("İlham Heydər oğlu Əliyev", "full", "İlham Heydər oğlu Əliyev"),
        ("Martin Luther King Jr.", "western", "Martin Luther King Jr."),
        ("Прэзідэнт Лукашэнка", "western", "Лукашэнка"),
        ("", "western", ""),
    ],
)
def test_format(text, style, written):
    assert parse_name(text).format(style) == written


def test_an_unknown_style_is_named():
    with pytest.raises(InputError, match="no style 'french'; use one of western"):
        NAME.format("french")


WORDS = [form for name in given_names()[::9] for forms in name.forms.values() for form in forms]
ODDITIES = ["Лукашэнка", "Рыгоравіч", "von", "al-", "оглы", "Jr.", "Dr.", "А.", "R", ",", "(", ")", "-", "’"]
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(WORDS + ODDITIES * 6), max_size=9).map(" ".join),
    st.lists(st.sampled_from(WORDS + ODDITIES * 6), max_size=6).map("".join),
)


@given(TEXTS)
def test_parts_are_substrings_in_order(text):
    end = 0
    for part in name_parts(text):
        assert part.text == text[part.start : part.end] and part.text
        assert part.start >= end and part.role in ROLES
        end = part.end


@given(TEXTS)
def test_any_text_is_parsed(text):
    name = parse_name(text)
    assert name.gender in ("m", "f", None)
    assert name.order in ("western", "eastern", "comma", "family", "given")
    for style in STYLES:
        assert isinstance(name.format(style), str)


PLAIN = ["Лукашэнка", "Рыгоравіч", "Анна", "King", "А.", "Дз.", "V.", "I", "R", "Jr.", "van", "Von", "Prime", "Министр", "Оглы", "O’Neill", "Ал-Асад", "Igor'", "A'", "Ninelʹ", "Il'ič", "Поліна", "й"]


@given(st.lists(st.sampled_from(PLAIN) | st.sampled_from(WORDS), min_size=1, max_size=5), st.booleans(), st.booleans())
def test_plain_names_are_read_as_with_all_marking(words, comma, shouted):
    text = " ".join([words[0] + "," * comma, *words[1:]])
    text = text.upper() if shouted else text
    assert _read_plain(text) in (None, _read_marked(text))


def test_most_names_need_no_marking():
    for text in ("Каржыцкі Дзяніс", "Каржыцкі, Дзяніс Леанідавіч", "КАРЖЫЦКІ Д. Л.", "John R. Bolton"):
        assert _read_plain(text)


FAMILIES = ["Лукашэнка", "Ціханоўская", "Петров", "Зеленський", "Lukashenka", "Kanapatskaya", "Šimonytė", "Bolton"]


@given(st.sampled_from(WORDS), st.sampled_from(FAMILIES))
def test_a_comma_or_capitals_tell_the_family_name(given_name, family):
    comma = parse_name(f"{family}, {given_name}")
    assert (comma.family, comma.given, comma.order) == (family, given_name, "comma")
    capitals = parse_name(f"{family.upper()} {given_name}")
    assert (capitals.family, capitals.given, capitals.order) == (family.upper(), given_name, "eastern")


# the tables


def surname_reads():
    return [(rule, gender, word) for rule in surname_rules() for gender, words in rule.reads.items() for word in words]


@pytest.mark.parametrize(("rule", "gender", "word"), surname_reads(), ids=lambda value: getattr(value, "id", value))
def test_surname_table(rule, gender, word):
    matches = surname_endings(word)
    assert (rule.id, gender) in {(match.id, match.gender) for match in matches}
    assert matches[0].id not in rule.apart


@pytest.mark.parametrize("rule", surname_rules(), ids=lambda rule: rule.id)
def test_surname_rules(rule):
    for word in rule.rejects:
        assert rule.id not in {match.id for match in surname_endings(word)}, word
    by_gender = [endings for endings in rule.endings.values() if "m" in endings and "f" in endings]
    for endings in by_gender:
        assert len(endings["m"]) == len(endings["f"])


@pytest.mark.parametrize("rule", patronymic_rules(), ids=lambda rule: rule.id)
def test_patronymic_table(rule):
    for word in rule.reads:
        if word not in rule.words:
            match = patronymic_of(word)
            assert match and match.gender == rule.gender and match.fathers, word
    for word in rule.rejects:
        match = patronymic_of(word)
        assert match is None or match.gender != rule.gender, word
        assert word not in rule.words


BUILT = [(rule.lang, *example) for rule in patronymic_builds() for example in rule.examples]


@pytest.mark.parametrize(("lang", "father", "son", "daughter"), BUILT)
def test_patronymics_are_built(lang, father, son, daughter):
    assert son in build_patronymics(father, lang, "m")
    assert daughter in build_patronymics(father, lang, "f")
    assert patronymic_of(son).gender == "m" and patronymic_of(son).fathers
    assert patronymic_of(daughter).gender == "f"


@pytest.mark.parametrize("rule", patronymic_builds(), ids=lambda rule: f"{rule.lang} {rule.name or rule.ending}")
def test_every_build_rule_has_an_example(rule):
    assert rule.examples


def test_the_longest_rule_wins():
    assert build_patronymics("Юрый", "be", "m") == ("Юрыевіч", "Юр’евіч")
    assert build_patronymics("Якаў", "be", "f") == ("Якаўлеўна",)
    assert build_patronymics("Алег", "pl", "m") == ()


@pytest.mark.parametrize("title", titles(), ids=lambda title: title.id)
def test_title_table(title):
    for form in (form for forms in title.forms.values() for form in forms):
        if title.kind == "suffix":
            assert is_suffix(form), form
        else:
            assert is_title(form) and is_title(form.upper()), form


@pytest.mark.parametrize("word", ["прэзідэнта", "президентом", "старшынёй", "міністру", "Mr.", "Dr", "Präsidenten"])
def test_titles_in_their_cases(word):
    assert is_title(word)


@pytest.mark.parametrize(
    "word", ["Лукашэнка", "Павел", "министерство", "Мінск", "Belarus", "Путин", "Панас", "Карл", "", "Лідзія"]
)
def test_no_titles(word):
    assert not is_title(word)


def test_titles_of_one_language():
    assert is_title("Herr", "de") and not is_title("Herr", "be")


def test_faulty_rules_say_what_and_where(tmp_path, monkeypatch):
    folder = tmp_path / "names"
    folder.mkdir()
    monkeypatch.setattr(tables, "root", lambda: tmp_path)
    faults = {
        "surnames.toml": [
            ('[[surname]]\nid = "x"\nbe = { m = ["аў"], f = ["ава", "ова"] }\nsource = "y"\n', "must correspond"),
            ('[[surname]]\nid = "x"\nbe = ["аў"]\nsource = "y"\n', "by gender"),
            (
                '[[surname]]\nid = "x"\nbe = { m = ["аў"] }\nsource = "y"\nreads = { m = ["Пятроў"] }\napart = ["z"]\n',
                "no other rule",
            ),
        ],
        "titles.toml": [
            ('[[title]]\nid = "x"\nkind = "office"\nbe = ["Пан"]\nsource = "y"\n', "must be lower case"),
            ('[[title]]\nid = "x"\nkind = "job"\nbe = ["пан"]\nsource = "y"\n', "kind must be one of"),
        ],
        "patronymics.toml": [('[[patronymic]]\nid = "x"\ngender = "m"\nbe = ["авіч"]\nsource = "y"\n', "needs reads")],
    }
    readers = {
        "surnames.toml": tables.surname_rules,
        "titles.toml": tables.titles,
        "patronymics.toml": tables.patronymic_rules,
    }
    for file, some in faults.items():
        for text, problem in some:
            (folder / file).write_text(text, encoding="utf-8")
            readers[file].cache_clear()
            with pytest.raises(TableError, match=problem) as fault:
                readers[file]()
            assert file in str(fault.value) and ": x: " in str(fault.value)
    for reader in readers.values():
        reader.cache_clear()


def test_people_of_the_tables_are_parsed_in_every_order():
    """The whole figure is made by benchmarks/parsing.py; here every seventh name."""
    right = total = 0
    for case in islice(parsing.cases(), 0, None, 7):
        wrong = parsing.wrong_roles(case)
        total += parsing.roles_in(case)
        right += parsing.roles_in(case) - min(len(wrong), parsing.roles_in(case))
    assert total > 5000 and right / total >= 0.98


def test_known_failures_of_parsing_still_fail():
    rows = [json.loads(line) for line in parsing.LIST.read_text("utf-8").splitlines()]
    mended = [row["text"] for row in rows if parse_name(row["text"]).family == row["family"] != row["read"]]
    assert not mended, "read right now: python benchmarks/parsing.py --list"
