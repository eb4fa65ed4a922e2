"""Given names: the tables lead where they say, and words that are no given names lead nowhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.errors import TableError
from translit.names import given_groups, is_given, pack_index, remember_index
from translit.tables.files import root
from translit.tables.languages import languages
from translit.tables.names import CYRILLIC_LANGUAGES, given_names, read_given_names
from translit.tables.rosters import open_names, roster_names
from translit.text import clean

NAMES = given_names()
FORMS = [(name, form, lang) for name in NAMES for lang, forms in name.forms.items() for form in forms]


# letters with Latin twins: a word of these alone may be of either script
TWINS = set("авекмнорстухі")


def ids(token: str, *strengths: str) -> set[str]:
    return {match.id for match in given_groups(token) if not strengths or match.strength in strengths}


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name.id)
def test_table(name):
    for form in (form for forms in name.forms.values() for form in forms):
        assert name.id in ids(form, "same"), form
    for form in (form for forms in name.short.values() for form in forms):
        assert name.id in ids(form, "same", "short"), form
    for form in (form for forms in name.cognate.values() for form in forms):
        assert name.id in ids(form), form
    for spelling in name.reads:
        assert name.id in ids(spelling, "same"), spelling
    for spelling in name.rejects:
        assert name.id not in ids(spelling, "same", "short"), spelling


def test_there_are_enough_names_and_every_one_is_sourced():
    assert len(NAMES) >= 1100
    assert all(name.source for name in NAMES)
    east_slavic = [name for name in NAMES if "slavic" in name.path]
    assert all(name.forms.keys() >= {"be", "ru"} or "uk" in name.forms or "ru" in name.forms for name in east_slavic)
    common = [name for name in east_slavic if name.frequency != "rare"]
    assert all(name.forms.keys() >= {"be", "ru", "uk"} for name in common), [
        name.id for name in common if not name.forms.keys() >= {"be", "ru", "uk"}
    ]


@pytest.mark.parametrize("lang", ["be", "ru", "uk"])
def test_forms_keep_to_the_letters_of_their_language(lang):
    alphabet = languages()[lang].alphabet | {"’", "-"}
    for name in NAMES:
        for forms in (name.forms, name.short, name.cognate):
            for form in forms.get(lang, ()):
                foreign = set(form.lower()) - alphabet - ({"ё"} if lang == "ru" else set())
                assert not foreign, (name.id, form)


def test_romanized_forms_are_not_listed():
    """What a scheme derives from the Cyrillic forms is a read."""
    reads = {spelling.casefold() for name in NAMES for spelling in name.reads}
    for name in NAMES:
        own = {clean(form).casefold() for forms in name.forms.values() for form in forms}
        assert not own & {spelling.casefold() for spelling in name.reads}, name.id
    assert {"alyaksandr", "aliaksandr", "yauhen", "volha", "dzmitry", "mikalai"} <= reads


@pytest.mark.parametrize(
    "forms",
    [
        "Аляксандр Аляксандар Александр Олександр Alexander Aleksandr Alyaksandr Aliaksandr Oleksandr Aleksander",
        "Дзмітрый Дмитрий Дмитро Dzmitry Dmitry Dmytro Зьміцер Зміцер Zmitser Zmicier",
        "Яўген Евгений Євген Yauhen Jaŭhien Evgeny Yevgeni Evgueni Jewgenij",
        "Ганна Анна Hanna Anna Ganna",
        "Кацярына Екатерина Катерина Katsiaryna Kateryna Ekaterina Yekaterina",
        "Вольга Ольга Volha Olga Olha",
        "Мікалай Николай Микола Mikalai Nikolai Mykola Nikolay",
        "Пётр Петро Piotr Pyotr Petro Петр",
        "Сяргей Сергей Сергій Siarhei Sergei Serhii Syarhey Sergejus Sergejs",
        "Святлана Светлана Світлана Sviatlana Svetlana Svitlana Swetlana",
        "Уладзімір Владимир Володимир Uladzimir Vladimir Volodymyr Wladimir Władimir",
        "Ігар Игорь Ігор Ihar Igor Ihor",
        "Яўгенія Евгения Євгенія Evgenia Yauheniya Yevheniia",
    ],
)
def test_one_name(forms):
    common = set.intersection(*(ids(form, "same") for form in forms.split()))
    assert len(common) == 1, {form: ids(form) for form in forms.split()}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Alexander", "Alexei"), ("Аляксандр", "Аляксандра"), ("Marina", "Maria"), ("Марына", "Марыя"),
        ("Dzmitry", "Dzianis"), ("Igor", "Egor"), ("Ігар", "Ягор"), ("Viktor", "Viktoria"), ("Віктар", "Вікторыя"),
        ("Evgeny", "Evgenia"), ("Мікіта", "Мікалай"), ("Анна", "Алла"), ("Таисия", "Татьяна"), ("Лев", "Леонид"),
        ("Roman", "Rodion"), ("Stanislav", "Rostislav"), ("Мстислав", "Вячеслав"), ("Андрей", "Адриан"),
        ("Валерий", "Валерия"), ("Valentin", "Valerian"), ("Ihar", "Ihnat"), ("Savel", "Pavel"),
        ("Yaustakh", "Yauhen"), ("Сняжана", "Святлана"), ("Oleh", "Oles"), ("Анатоль", "Антон"), ("Юрый", "Юлія"),
        ("Василий", "Василиса"), ("Mikhail", "Miron"), ("Юзік", "Юра"),
    ],
)  # fmt: skip
def test_two_names(left, right):
    assert ids(left) and ids(right)
    assert not ids(left, "same", "short") & ids(right, "same", "short")


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("Саша", "alexander"), ("Саша", "alexandra"), ("Лёша", "alexei"), ("Леша", "alexei"), ("Vova", "vladimir"),
        ("Volodya", "vladimir"), ("Женя", "eugene"), ("Жэня", "evgenia"), ("Dima", "dmitry"), ("Kolya", "nikolai"),
        ("Masha", "maria"), ("Dasha", "daria"), ("Света", "svetlana"), ("Боря", "boris"), ("Каця", "ekaterina"),
        ("Алесь", "alexander"), ("Міша", "mikhail"), ("Стась", "stanislav"), ("Наташа", "natalia"),
        ("Zhenia", "eugene"), ("Насця", "anastasia"), ("Юля", "yulia"),
    ],
)  # fmt: skip
def test_short_forms(short, name):
    assert name in ids(short, "short")


def test_ales_is_a_name_of_its_own_and_short_for_alexander():
    assert [(match.id, match.strength) for match in given_groups("Алесь")] == [("ales", "same"), ("alexander", "short")]


@pytest.mark.parametrize(
    ("token", "name", "strength"),
    [
        ("Alejandro", "alexander", "cognate"), ("Alejandro", "alejandro", "same"), ("John", "ivan", "cognate"),
        ("Michael", "mikhail", "cognate"), ("Katarzyna", "ekaterina", "cognate"), ("Георгій", "yury", "cognate"),
    ],
)  # fmt: skip
def test_cognates(token, name, strength):
    assert name in ids(token, strength)


@pytest.mark.parametrize(
    "word",
    [
        "Minsk", "Мінск", "Minska", "Lukashenka", "Лукашэнка", "Lukashenko", "Tsikhanouskaya", "Bolton", "Kremlin",
        "Расія", "Russia", "Belarus", "Беларусь", "Путин", "Petrov", "Ivanov", "Петренко", "Moscow", "Варшава", "NATO",
        "President", "Прэзідэнт", "the", "La", "і", "Europe", "Вільня", "Lenta", "Дніпро", "Волга", "Williams",
        "Monday", "Вторник", "Tomsk", "Bobruisk", "Новости", "Мядзведзеў", "Zelensky", "2024", "", "—",
    ],
)  # fmt: skip
def test_no_given_name(word):
    assert not given_groups(word)


@pytest.mark.parametrize("word", ["Frank-Walter", "Ганна-Марыя", "Jean-Claude", "Касым-Жомарт", "Анна–Мария"])
def test_double_names(word):
    assert is_given(word)


@pytest.mark.parametrize("word", ["Мінск-Марыя", "-", "Frank-", "Днепр-Донбас"])
def test_no_double_names(word):
    assert not is_given(word)


@pytest.mark.parametrize(("name", "form", "lang"), FORMS[:: len(FORMS) // 150], ids=lambda value: str(value)[:12])
def test_case_and_lookalikes_do_not_matter(name, form, lang):
    assert given_groups(form.upper()) == given_groups(form.lower()) == given_groups(form)
    if lang in CYRILLIC_LANGUAGES and set(form.lower()) - TWINS:
        assert name.id in ids(form.replace("і", "i").replace("а", "a"))


@given(st.text(max_size=40))
def test_any_text_is_answered(text):
    for match in given_groups(text):
        assert match.strength in ("same", "short", "cognate")


def test_the_index_can_be_kept():
    packed = pack_index()
    before = given_groups("Aliaksandr"), given_groups("Алесь")
    given_groups.cache_clear()
    remember_index(packed)
    assert (given_groups("Aliaksandr"), given_groups("Алесь")) == before


ROW = 'id = "x"\ngender = "m"\nfrequency = "rare"\nsource = "general knowledge"\nbe = ["Іван"]\n'


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (ROW.replace('be = ["Іван"]', 'be = ["Іван", "Іван"]'), "'Іван' is listed twice"),
        (ROW + 'short = { be = ["Іван"] }\n', "'Іван' is listed twice for be"),
        (ROW.replace("Іван", "Iван"), "mixes Latin and Cyrillic"),
        (ROW.replace("Іван", "Ivan"), "not in the script of be"),
        (ROW.replace("source", "sauce"), "unknown key 'sauce'"),
        (ROW.replace('source = "general knowledge"\n', ""), "needs a source"),
        (ROW.replace('"m"', '"x"'), "gender must be one of"),
        (ROW + ROW, "Cannot overwrite|twice|used twice"),
        (ROW.replace('id = "x"\n', ""), "needs an id"),
        (ROW.replace('be = ["Іван"]\n', ""), "has no form"),
        (ROW.replace('be = ["Іван"]', 'short = { xx = ["Ян"] }\nbe = ["Іван"]'), "unknown language 'xx'"),
    ],
)  # fmt: skip
def test_faulty_tables_say_what_and_where(tmp_path: Path, row, problem):
    path = tmp_path / "mine.toml"
    path.write_text("".join(f"[[given]]\n{one}" for one in row.split("|")), encoding="utf-8")
    with pytest.raises(TableError, match=problem) as fault:
        read_given_names(path)
    assert str(path) in str(fault.value) and "\n" not in str(fault.value)


def test_an_id_stands_once(tmp_path: Path):
    path = tmp_path / "mine.toml"
    path.write_text(f"[[given]]\n{ROW}\n[[given]]\n{ROW}", encoding="utf-8")
    with pytest.raises(TableError, match="x: the id is used twice"):
        read_given_names(path)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aleksandr", "Alexei"), ("Marina", "Maria"), ("Dzmitry", "Dzianis"), ("Igor", "Egor"), ("Viktor", "Viktoria"),
        ("Nikita", "Nika"), ("Marian", "Marianna"), ("Roman", "Ramona"), ("Yana", "Jan"), ("Oleg", "Olga"),
        ("Denis", "Denise"), ("Валерий", "Валерия"), ("Михаил", "Михалина"), ("Anton", "Antonina"), ("Paul", "Paula"),
        ("Станіслаў", "Станіслава"), ("Gabriel", "Gabriela"), ("Daniel", "Daniela"), ("Кирилл", "Кира"),
        ("Mario", "Maria"), ("Emil", "Emilia"), ("Vladislav", "Vladislava"), ("Jonas", "Joana"), ("Arina", "Karina"),
        ("Lev", "Levon"), ("Stanislav", "Svyatoslav"), ("Лаура", "Лавр"), ("Тихон", "Тимофей"),
    ],
)  # fmt: skip
def test_names_of_two_people_are_two_names(one, other):
    assert ids(one) and ids(other)
    assert not ids(one, "same") & ids(other, "same")


@pytest.mark.parametrize(
    "names",
    [
        ("Aleksandr", "Alyaksandr", "Oleksandr", "Alexandre", "Аляксандр", "Aleksandrs", "Aleksander"),
        ("Anders", "Андерс"), ("Kęstutis", "Кястутис"), ("Srđan", "Срджан"),
        ("Lavrenti", "Лаўрэн"), ("Kondrat", "Кандрат", "Кондратий"), ("Pankratius", "Панкратий"),
    ],
)  # fmt: skip
def test_spellings_of_one_name(names):
    shared = set.intersection(*(ids(name, "same") for name in names))
    assert shared, [(name, ids(name)) for name in names]


def test_the_rosters_and_the_open_groups_stand_behind_the_reviewed_rows():
    assert len(roster_names()) > 1000 and len(open_names()) > 900
    reviewed = {form.casefold() for _, form, _ in FORMS}
    for name in open_names():
        assert name.source.startswith(("wikidata:Q", "rigour:", "general knowledge"))
        assert reviewed.isdisjoint(name.forms), name.id
    for name in roster_names():
        assert given_groups(next(iter(name.forms.values()))[0])


def test_the_open_groups_are_what_their_script_makes():
    script = root() / "build" / "given_names.py"
    made = subprocess.run([sys.executable, script, "--check"], env=os.environ | {"PYTHONPATH": str(root().parent)})
    assert made.returncode == 0
