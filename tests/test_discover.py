"""discover: names of many texts gathered into a table stub that can be laid over the tables."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from translit import Gazetteer, link
from translit.cli.group import root as command
from translit.tables.files import root
from translit.upkeep import as_toml, discover, validate

TEXTS = [
    ("be.txt", "Таіса Барташэвіч спявае ў вёсцы Залужаны. Пра Барташэвіч пішуць у газеце «Крыніца». З Барташэвіч быў А. Р. Дзівінец."),
    ("ru.txt", "Таиса Барташевич поёт. Барташевич ждали давно, сказал Тарас Шпица из компании «Родник»."),
    ("en.txt", 'The singer Taisa "Tasia" came. Agency: the National Agency for Port Safety (NAPS) opened. NAPS is new.'),
]  # fmt: skip


def test_names_of_several_texts_become_one_row():
    found = {one.id: one for one in discover(TEXTS)}
    singer = found["person/taisa-bartashevich"]
    assert singer.native == "be" and singer.gender == "f" and singer.documents == ("be.txt", "ru.txt")
    assert singer.names == {"be": ("Таіса Барташэвіч",), "ru": ("Таиса Барташевич",)}
    assert singer.count == 5 and sum(one.count for one in singer.spellings if one.lang == "be") == 3
    assert {one.kind for one in found.values()} == {"person", "place", "organisation"}
    assert found["org/national-agency-for-port-safety"].acronyms == {"en": ("NAPS",)}


def test_a_stub_is_a_table(tmp_path):
    stub = tmp_path / "found.toml"
    stub.write_text(as_toml(discover(TEXTS)), encoding="utf-8")
    gazetteer = Gazetteer.load(stub, shipped=False)
    for name, text in TEXTS:
        before = [(one.start, one.end) for one in link(text, unknown=True) if one.entity is None or one.entity.id.startswith("unknown/")]
        known = {(one.start, one.end): one.entity.id for one in link(text, gazetteer) if one.entity is not None}
        assert before and set(before) <= known.keys(), name
        assert not any(id.startswith("unknown/") for id in known.values())
    assert discover(TEXTS, gazetteer) == []


def test_validate_names_every_placeholder(tmp_path):
    stub = tmp_path / "found.toml"
    found = discover(TEXTS[:1])
    stub.write_text(as_toml(found), encoding="utf-8")
    problems = [str(one) for one in validate(stub)]
    assert len(problems) == len(found) and all("placeholder" in problem for problem in problems)


@pytest.mark.parametrize("text", ["", "nobody is here.", 'Он сказал "Иванoв Пётр" и\x00 ушёл.'])
def test_what_has_no_names_makes_an_empty_table(text, tmp_path):
    stub = tmp_path / "found.toml"
    stub.write_text(as_toml(discover([text])), encoding="utf-8")
    assert not list(Gazetteer.load(stub, shipped=False).entities)


def test_ids_of_the_tables_are_not_used_again():
    found = discover(["Sviatlana Zabalotskaya met Volha Latyshonak. Latyshonak smiled."])
    known = Gazetteer.load()
    assert found and all(known.entity(one.id) is None for one in found)


def test_the_command_writes_a_stub(tmp_path):
    assert (root() / "entities").is_dir()
    text, stub = tmp_path / "be.txt", tmp_path / "found.toml"
    text.write_text(TEXTS[0][1], encoding="utf-8")
    run = CliRunner()
    assert run.invoke(command, ["link", "--discover", str(text), "-o", str(stub)]).exit_code == 0
    assert 'id = "person/taisa-bartashevich"' in stub.read_text(encoding="utf-8")
    linked = run.invoke(command, ["link", "--tables", str(stub), str(text)])
    assert linked.stdout.count("person/taisa-bartashevich") == 3
    refused = run.invoke(command, ["link", "--discover", "--json", str(text)])
    assert refused.exit_code == 2 and "TOML" in refused.output
