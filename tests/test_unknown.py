"""Names that no table knows: found by rule, one provisional entity a name, and nothing made of ordinary words."""

from __future__ import annotations

import json
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from translit import link
from translit.errors import TableError
from translit.tables.cues import all_cues, cues_of, read_cues

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
TEXTS = [json.loads(line) for line in (CORPUS / "unknown_names.jsonl").read_text(encoding="utf-8").splitlines()]

# Floors over the texts of unknown names, 0 to 1. They only go up.
RECALL, PRECISION, SAME, DIFFERENT = 0.97, 0.96, 0.97, 0.998


def is_unknown(mention):
    return mention.entity is None or mention.entity.id.startswith("unknown/")


def unknown(text):
    return [one for one in link(text, unknown=True) if is_unknown(one)]


def found(text):
    return [(one.surface, one.entity.id.removeprefix("unknown/") if one.entity else None) for one in unknown(text)]


def test_texts_of_unknown_names_keep_their_floors():
    counts = Counter()
    for row in TEXTS:
        ours = {(one.start, one.end): one for one in link(row["text"], unknown=True)}
        gold = {(one["start"], one["end"]): one["entity"] for one in row["mentions"]}
        assert all(row["text"][one["start"] : one["end"]] == one["surface"] for one in row["mentions"])
        hits = [span for span in gold if span in ours]
        counts["gold"] += len(gold)
        counts["hits"] += len(hits)
        counts["ours"] += len(hits) + sum(span not in gold and is_unknown(one) for span, one in ours.items())
        named = {span: ours[span].entity.id if ours[span].entity else span for span in hits}
        for one, other in combinations(hits, 2):
            kind = "same" if gold[one] == gold[other] else "different"
            counts[kind] += 1
            counts[f"{kind} right"] += (named[one] == named[other]) == (kind == "same")
    assert counts["hits"] >= RECALL * counts["gold"], counts
    assert counts["hits"] >= PRECISION * counts["ours"], counts
    assert counts["same right"] >= SAME * counts["same"], counts
    assert counts["different right"] >= DIFFERENT * counts["different"], counts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Новак прыйшоў. Марта Новак сказала, што Ян Новак хворы. Спадарыня Новак пайшла.",
         [("Новак", None), ("Марта Новак", "marta-novak"), ("Ян Новак", "yan-novak"), ("Новак", "marta-novak")]),
        ("Podle Krchové, která přišla později, mluvil na úřadě i Petr Krch. Eva Krchová pak odešla.",
         [("Krchové", "eva-krchova"), ("Petr Krch", "petr-krch"), ("Eva Krchová", "eva-krchova")]),
        ("Фонд «Ясна-Палянскі шлях» заснаваў Ігар Дуброва. У вёсцы Дуброва яго ведаюць. Дуброва там жыў.",
         [("Ясна-Палянскі шлях", "yasna-palyanski-shlyakh"), ("Ігар Дуброва", "ihar-dubrova"), ("Дуброва", "dubrova"),
          ("Дуброва", "ihar-dubrova")]),
        ("The National Agency for Port Safety (NAPS) said so. NAPS is new.",
         [("National Agency for Port Safety", "national-agency-for-port-safety"), ("NAPS", "national-agency-for-port-safety"),
          ("NAPS", "national-agency-for-port-safety")]),
        ("That evening Ursel van der Plaatsen sang in the hall. Van der Plaatsen left it early.", [("Ursel van der Plaatsen", "ursel-van-der-plaatsen"),
                                                                 ("Van der Plaatsen", "ursel-van-der-plaatsen")]),
        ("Herr Quittenbaum zweifelt. Auch Quittenbaums Frau zweifelt.", [("Quittenbaum", "quittenbaum"), ("Quittenbaums", "quittenbaum")]),
        ("Přijel Jan Dvořáček. S Dvořáčkem přijela Jana Dvořáčková.",
         [("Jan Dvořáček", "jan-dvoracek"), ("Dvořáčkem", "jan-dvoracek"), ("Jana Dvořáčková", "jana-dvorackova")]),
    ],
)  # fmt: skip
def test_names_in_context(text, names):
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the Prime Minister met Russian and Polish officials in the Great Hall.",
        "Der Vertrag über die Zusammenarbeit der Länder trat am Montag in Kraft, sagte der Sprecher.",
        "ВОЛЬГА ВЫЙШЛА З БЕРАГОЎ. У панядзелак вада спала.",
        "В понедельник Россия и Беларусь подписали договор. Позднее президент уехал.",
        "Восенню беларускія студэнты прыедуць. Міністр сказаў, што Новы год адменены.",
        "Le ministère a publié lundi un rapport. Les Français attendent.",
        "Lietuvos Respublikos Seimas penktadienį priėmė įstatymą. Baltarusiai laukia.",
    ],
)  # fmt: skip
def test_nobody_is_made_of_ordinary_words(text):
    assert [one for one in unknown(text) if one.kind == "person"] == []


def test_every_file_of_cues_is_read_and_says_its_source():
    assert len(all_cues()) >= 25
    for cues in all_cues():
        assert cues.source and (cues.titles.words or cues.titles.stems), cues.path
        assert not cues.titles.words & cues.says.words, f"{cues.path}: what is a title and a verb"
    assert cues_of("be-tarask").lang in ("be", "be-tarask") and cues_of("xx").company == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('lang = "xx"\n', "needs a source"),
        ('source = "test"\nfoo = ""\n', "unknown key"),
        ('source = "test"\ntitles = "President"\n', "lower case"),
        ('source = "test"\ntitles = ["a"]\n', "one string"),
        ('source = "test"\nhabits = "shouting"\n', "knows"),
        ('source = "test"\ntitles = "x-"\n', "too short"),
    ],
)
def test_a_wrong_file_of_cues_is_named(tmp_path, content, said):
    path = tmp_path / "xx.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TableError, match=said):
        read_cues(path, "xx")
