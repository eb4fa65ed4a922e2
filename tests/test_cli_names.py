"""``translit parse``, ``variants``, ``cyrillize`` and ``detect``: names one by one, lines, columns, JSON, bad input."""

import json

import pytest
from cli_runner import fault, out

COMMANDS = ("parse", "variants", "cyrillize", "detect")
PEOPLE = "id,name\n1,Святлана Ціханоўская\n2,\n3,Wolodymyr Selenskyj\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_lines_of_standard_input_are_names(command):
    assert out(command, "Łukašenka") == out(command, stdin="Łukašenka\n\n") == out(command, stdin="\ufeffŁukašenka")


@pytest.mark.parametrize("command", COMMANDS)
def test_json_carries_where_it_comes_from(command):
    found = json.loads(out(command, "--json", "Łukašenka", "Путин"))
    assert set(found) == {"translit", "tables", "results"}
    assert [one["name"] for one in found["results"]] == ["Łukašenka", "Путин"]


@pytest.mark.parametrize(
    ("command", "added"),
    [
        (["parse"], "given,patronymic,family,gender,lang,order"), (["parse", "--format", "comma"], "formatted"),
        (["variants", "-n", "2"], "variants"), (["cyrillize", "--lang", "uk"], "cyrillic,scheme,score"),
        (["detect"], "lang,script"), (["detect", "--schemes"], "scheme"),
    ],
)  # fmt: skip
def test_columns_get_new_ones_beside(command, added):
    rows = out(*command, "-c", "name", "--input-format", "csv", stdin=PEOPLE).splitlines()
    wanted = added.split(",")
    assert rows[0] == ",".join(["id,name", *(f"name_{one}" for one in wanted)])
    assert rows[2] == "2," + "," * len(wanted)
    assert len(rows) == 4


def test_cells():
    rows = out("parse", "-c", "name", "--input-format", "csv", stdin=PEOPLE).splitlines()
    assert rows[1] == "1,Святлана Ціханоўская,Святлана,,Ціханоўская,f,be,western"
    rows = out("cyrillize", "--lang", "uk", "-c", "name", "--input-format", "csv", stdin=PEOPLE).splitlines()
    assert rows[3].startswith("3,Wolodymyr Selenskyj,Володимир Зеленський,uk-de,")


def test_queries_for_an_engine():
    body = json.loads(out("variants", "Шойгу", "--as", "elastic", "--field", "person", "-n", "3"))
    assert len(body["query"]["bool"]["should"]) == 3
    assert out("variants", "Шойгу", "--as", "solr", "--field", "person").startswith('person:("Шойгу"^1.00 OR ')


def test_why_says_who_makes_it():
    rows = out("variants", "Сяргей Лаўроў", "--why").splitlines()
    assert any(row.split("  ")[0] == "Siarhiej Łaŭroŭ" and "be-lacinka" in row for row in rows)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("parse", "--format", "x", "Я"), "no style 'x'; use one of western"),
        (("cyrillize", "-s", "be-lacinca", "a"), "be-lacinka"), (("cyrillize", "--lang", "xx", "a"), "'xx'"),
        (("variants", " "), "a name is empty"), (("variants", "Я", "--as", "xml"), "'xml' is not one of"),
        (("detect", "-c", "nome", "--input-format", "csv"), "nome"), (("parse", "--input-format", "csv"), "-c"),
        (("parse", b"\xff".decode("utf-8", "surrogateescape")), "is not UTF-8"),
    ],
)  # fmt: skip
def test_what_is_refused(args, said):
    assert said in fault(*args, stdin="name\nЯ\n")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("text", ["\0", "…", "12", "x" * 3000, "ı̇̈ Ǆ", "李 明", "👍 Путин"])
def test_any_line_has_an_answer(command, text):
    assert out(command, stdin=text + "\n").strip()
