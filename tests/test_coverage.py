"""What the tables claim twice, what belongs nowhere, which rules nothing shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from translit.tables.names import given_names, surname_rules
from translit.tables.rules import orthographies
from translit.upkeep import coverage

NAMES = {name.id: name for name in given_names()}


def test_two_names_of_one_form_say_so(monkeypatch):
    one, other = NAMES["mark"], NAMES["marco"]
    monkeypatch.setattr(coverage, "given_names", lambda: (replace(one, beside=()), replace(other, beside=())))
    assert ("mark", "'марко' (uk) is marco too; say so: beside = ['marco']") in {
        (entry, what) for _, entry, what in coverage.find_collisions()
    }
    monkeypatch.setattr(coverage, "given_names", lambda: (one, other))
    assert not list(coverage.find_collisions())


def test_two_rules_of_one_ending_are_found(monkeypatch):
    rules = {rule.id: rule for rule in surname_rules()}
    twin = replace(rules["enka"], id="twin")
    monkeypatch.setattr(coverage, "surname_rules", lambda: (rules["enka"], twin))
    assert ("enka", "-енко (ru) stands in twin too") in {(entry, what) for _, entry, what in coverage.find_collisions()}


def test_a_name_beside_nobody_is_an_orphan(monkeypatch):
    monkeypatch.setattr(coverage, "given_names", lambda: (replace(NAMES["mark"], beside=("nobody",)),))
    assert ("mark", "stands beside 'nobody', which is no row") in {(entry, what) for _, entry, what in coverage.find_orphans()}


@pytest.mark.parametrize("kind", ["orthography", "surname"])
def test_what_nothing_shows_is_found(monkeypatch, kind):
    monkeypatch.setattr(coverage, "scheme_paths", dict)
    if kind == "orthography":
        german = replace(orthographies()["de"], examples=())
        monkeypatch.setattr(coverage, "orthographies", lambda: {"latin": orthographies()["latin"], "de": german})
        assert "tsch → č" in {entry for _, entry, _ in coverage.find_untested()}
    else:
        rules = {rule.id: rule for rule in surname_rules()}
        monkeypatch.setattr(coverage, "surname_rules", lambda: (replace(rules["enka"], reads={"mf": ("Лукашэнка",)}),))
        assert ("enka", "no read shows -енко") in {(entry, what) for _, entry, what in coverage.find_untested()}
