"""Scoring gold: what counts, what does not, and what a wrong gold says."""

import hashlib
import json
from dataclasses import replace
from itertools import combinations
from types import SimpleNamespace

import pytest
from cli_runner import fault, out, run
from hypothesis import given
from hypothesis import strategies as st

from translit.errors import InputError
from translit.upkeep import as_brat, as_jsonl, as_spacy, consistency, evaluate, evaluation, link_gold
from translit.upkeep.annotated import Gold, GoldDocument, GoldMention
from translit.upkeep.consistency import _consistency, _Found
from translit.upkeep.figures import Consistency, Figures
from translit.upkeep.gold import read_gold

TEXT = "Babich met Rumas in Minsk, West of Belarus Go! and Sochi."


class Names:
    """A gazetteer that resolves only what it is told."""

    def __init__(self, known=()):
        self.known = dict(known)

    def resolve(self, name, kind="any", limit=5, min_score=None):
        return [SimpleNamespace(entity=SimpleNamespace(id=self.known[name]))] if name in self.known else []


def at(surface, entity, text=TEXT):
    """A mention as ``link`` gives it; ``entity`` None leaves it open."""
    start = text.index(surface)
    end = start + len(surface)
    kind = {"person": "person", "place": "place", "org": "organisation"}.get((entity or "person/").split("/")[0])
    found = SimpleNamespace(id=entity) if entity else None
    kind = kind or "other"
    return SimpleNamespace(start=start, end=end, surface=surface, entity=found, kind=kind, reason="told")


def row(surface, entity, text=TEXT, **more):
    start = text.index(surface)
    return {"start": start, "end": start + len(surface), "surface": surface, "entity": entity, **more}


def write(path, rows):
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows), encoding="utf-8")


@pytest.fixture
def stand_off(tmp_path):
    """A stand-off gold of one text, and the folder of the text."""
    gold, docs = tmp_path / "gold", tmp_path / "docs"
    gold.mkdir(), docs.mkdir()
    (docs / "a.txt").write_text(TEXT, encoding="utf-8")
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    write(gold / "documents.jsonl", [{"file": "a.txt", "sha256": digest, "lang": "en"}])
    go = row("Belarus Go!", "other/campaign-belarus-go")
    go["also"] = [[go["start"], go["end"] - 1]]
    people = [row("Babich", "person/b"), row("Rumas", "person/r")]
    mentions = [*people, row("Minsk", "place/minsk"), go, row("Sochi", "place/s")]
    write(gold / "mentions.jsonl", [{"doc": "a.txt", **one} for one in mentions])
    open_rows = [row("West", None), row("Rumas in Minsk", None)]
    write(gold / "dontcare.jsonl", [{"doc": "a.txt", **one} for one in open_rows])
    return gold, docs


def scored(monkeypatch, stand_off, *links, names=None):
    monkeypatch.setattr(
        evaluation, "link", lambda text, gazetteer, unknown: sorted(links, key=lambda one: one.start)
    )
    return evaluate(*stand_off, gazetteer=names or Names())


def test_everything_right(monkeypatch, stand_off):
    links = [at("Babich", "person/b"), at("Rumas", "person/r"), at("Minsk", "place/minsk"), at("Sochi", "place/s")]
    done = scored(monkeypatch, stand_off, *links, at("Belarus Go!", "other/campaign-belarus-go"))
    assert done.overall == Figures(5, 5, 5) and not done.faults
    assert done.by_kind["person"] == Figures(2, 2, 2) and done.by_language == {"en": Figures(5, 5, 5)}
    assert done.passed(precision=1, recall=1)


def test_a_span_that_is_as_right_counts(monkeypatch, stand_off):
    done = scored(monkeypatch, stand_off, at("Belarus Go", "other/campaign-belarus-go"))
    assert done.overall == Figures(5, 1, 1)


def test_a_wrong_entity_costs_precision_and_recall_and_is_one_fault(monkeypatch, stand_off):
    done = scored(monkeypatch, stand_off, at("Babich", "person/other"))
    assert done.overall == Figures(5, 1, 0)
    assert done.overall.spans == Figures(5, 1, 1), "the span is right"
    (wrong,) = [fault for fault in done.faults if fault.kind == "wrong entity"]
    assert (wrong.start, wrong.end, wrong.expected, wrong.found) == (0, 6, "person/b", "person/other")
    assert sum(fault.kind == "missed" for fault in done.faults) == 4


def test_a_span_off_by_a_word_is_spurious_and_missed(monkeypatch, stand_off):
    done = scored(monkeypatch, stand_off, at("and Sochi", "place/s"))
    assert [fault.kind for fault in done.faults].count("spurious") == 1
    assert done.overall == Figures(5, 1, 0)


def test_dont_care_spans_are_neither_rewarded_nor_punished(monkeypatch, stand_off):
    assert scored(monkeypatch, stand_off, at("West", "place/the-west")).overall == Figures(5, 0, 0)
    assert scored(monkeypatch, stand_off, at("Rumas in Minsk", "org/x")).overall == Figures(5, 0, 0)
    inside = scored(monkeypatch, stand_off, at("in", "place/x"))
    assert inside.overall == Figures(5, 0, 0)
    touching = scored(monkeypatch, stand_off, at("in Minsk", "place/minsk"))
    assert touching.overall == Figures(5, 1, 0), "inside a don't-care span, but it touches a gold span"
    gold = scored(monkeypatch, stand_off, at("Minsk", "place/minsk"))
    assert gold.overall == Figures(5, 1, 1), "gold inside a don't-care span counts as usual"


def test_an_open_mention_is_no_link(monkeypatch, stand_off):
    done = scored(monkeypatch, stand_off, at("Babich", None))
    assert done.overall == Figures(5, 0, 0) and done.open == 1
    assert "1 left open" in done.report()


def test_facts(monkeypatch, stand_off):
    gold, _ = stand_off
    west = row("West", None)
    write(
        gold / "hard_facts.jsonl",
        [
            {"id": "1", "kind": "span", "doc": "a.txt", "surface": "Minsk", "entity": "place/minsk", "count": 1},
            {
                "id": "2",
                "kind": "span",
                "doc": "a.txt",
                "surface": "Belarus Go!",
                "count": 1,
                "entity": "other/campaign-belarus-go",
            },
            {"id": "3", "kind": "not_a_mention", "doc": "a.txt", **{k: west[k] for k in ("surface", "start", "end")}},
            {"id": "4", "kind": "different", "forms": ["Katyn", "Khatyn", "nobody", "nobody either"]},
            {"id": "5", "kind": "different", "forms": ["Katyn", "Katyń"]},
            {"id": "6", "kind": "same", "forms": ["Katyn", "Katyń"]},
            {"id": "7", "kind": "same", "forms": ["Katyn", "Khatyn"]},
        ],
    )
    monkeypatch.setattr(evaluation, "match", lambda left, right, kind: SimpleNamespace(same=False))
    names = Names({"Katyn": "place/katyn", "Katyń": "place/katyn", "Khatyn": "place/khatyn"})
    links = [at("Minsk", "place/minsk"), at("Belarus Go", "other/campaign-belarus-go"), at("West", "place/the-west")]
    done = scored(monkeypatch, stand_off, *links, names=names)
    # 3 fails although a don't-care span keeps the link out of precision
    assert {fact.id: fact.holds for fact in done.facts} == {
        "1": True, "2": True, "3": False, "4": True, "5": False, "6": True, "7": False,
    }  # fmt: skip
    assert not done.passed(), "a fact that does not hold fails the evaluation"
    assert "hard facts: 4 of 7 hold" in done.report()


def test_a_text_that_is_not_the_annotated_one_is_named(stand_off):
    gold, docs = stand_off
    (docs / "a.txt").write_text(TEXT + " ", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.txt: is not the text that was annotated"):
        read_gold(gold, docs)
    (docs / "a.txt").unlink()
    with pytest.raises(InputError, match=r"a\.txt: no such text.*--docs DIR"):
        read_gold(gold, docs)


@pytest.mark.parametrize(
    ("spans", "problem"),
    [
        ([row("Minsk", "place/minsk") | {"start": 0, "end": 5}], r"a\.jsonl:1: 'Minsk' does not stand at 0-5"),
        ([row("Rumas", "person/r"), row("Babich", "person/b")], r"a\.jsonl:2: 'Babich' at 0 overlaps .*out of order"),
        ([{"start": 0}], r"a\.jsonl:1: lacks end, surface, entity"),
    ],
)
def test_gold_that_does_not_fit_its_text_names_file_and_line(tmp_path, spans, problem):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    write(tmp_path / "a.jsonl", spans)
    with pytest.raises(InputError, match=problem):
        read_gold(tmp_path)


def test_what_is_no_gold_says_so(tmp_path):
    with pytest.raises(InputError, match="no such gold"):
        read_gold(tmp_path / "nowhere")
    with pytest.raises(InputError, match="no gold here"):
        read_gold(tmp_path)
    (tmp_path / "a.jsonl").write_text("{not json}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.jsonl:1: is no JSON"):
        read_gold(tmp_path / "a.jsonl")
    (tmp_path / "a.jsonl").write_bytes(b"\xff")
    with pytest.raises(InputError, match="not UTF-8"):
        read_gold(tmp_path / "a.jsonl")


def test_offsets_count_code_points_and_line_ends_stay(tmp_path):
    text = "𝔐insk\r\nМінск\u2028Minsk"
    (tmp_path / "a.txt").write_bytes(text.encode())
    write(tmp_path / "a.jsonl", [{"start": 7, "end": 12, "surface": "Мінск", "entity": "place/minsk"}])
    write(tmp_path / "documents.jsonl", [{"file": "a.txt", "lang": "be"}])
    (document,) = read_gold(tmp_path).documents
    assert document.text == text and document.lang == "be" and document.mentions[0].kind == "place"


def test_foreign_gold_is_scored_by_consistency(monkeypatch, tmp_path):
    text = "Alesin, Papko and Alesin met Motolko in Minsk."
    second = text.index("Alesin", 5)
    again = {"start": second, "end": second + 6, "surface": "Alesin", "entity": "P:1"}
    spans = [row("Alesin", "P:1", text), row("Papko", "P:2", text), again, row("Motolko", "P:3", text)]
    write(tmp_path / "dev.jsonl", [{"id": "en01", "lang": "en", "text": text, "mentions": spans}])
    ours = [at("Alesin", "person/a", text), at("Papko", "person/a", text), at("Minsk", "place/minsk", text)]
    ours.append(SimpleNamespace(**vars(at("Alesin", "unknown/alesin", text)) | {"start": second, "end": second + 6}))
    monkeypatch.setattr(consistency, "link", lambda text, gazetteer, unknown: ours)
    done = evaluate(tmp_path / "dev.jsonl", gazetteer=Names())
    assert done.overall == Figures(4, 3, 3), "a name that the gold does not annotate costs nothing"
    assert done.consistency == Consistency(same=1, same_right=0, different=2, different_right=1)
    assert sorted(fault.kind for fault in done.faults) == ["merged", "missed", "split"]
    assert done.passed(recall=0.7) and not done.passed(precision=0.5)
    assert "pairs of one entity: 0 of 1 right" in done.report()
    assert json.dumps(done.as_dict())


def found_as(gold, ours, doc, loose):
    return _Found(gold, f"{doc}{ours}" if loose else ours, doc, loose, GoldMention(0, 1, "x", gold, "any"))


FOUND = st.builds(found_as, st.sampled_from("ABC"), st.sampled_from("xyz"), st.sampled_from("12"), st.booleans())


@given(st.lists(FOUND, max_size=12))
def test_pairs_counted_by_groups_are_pairs_counted_one_by_one(found):
    pairs = [
        (left.gold == right.gold, left.ours == right.ours)
        for left, right in combinations(found, 2)
        if left.doc == right.doc or not (left.provisional and right.provisional)
    ]
    counted = _consistency(found)
    assert counted.same == sum(same for same, _ in pairs) and counted.different == sum(not same for same, _ in pairs)
    assert counted.same_right == sum(same and ours for same, ours in pairs)
    assert counted.different_right == sum(not same and not ours for same, ours in pairs)


NOVEL = "Zoya Quill met Yan Quill. Zoya lost, Yan Quill won in Minsk."


def novel(monkeypatch, tmp_path, *links, marks):
    rows = []
    for (start, end), entity in sorted(marks.items()):
        rows.append({"start": start, "end": end, "surface": NOVEL[start:end], "entity": entity, "kind": "person"})
    (tmp_path / "a.txt").write_text(NOVEL, encoding="utf-8")
    write(tmp_path / "a.jsonl", rows)
    asked = []
    ours = [
        SimpleNamespace(start=start, end=end, surface=NOVEL[start:end], entity=SimpleNamespace(id=entity), kind="person",
                        reason=reason)
        for start, end, entity, reason in links
    ]  # fmt: skip
    monkeypatch.setattr(evaluation, "link", lambda text, gazetteer, unknown: asked.append(unknown) or ours)
    return evaluate(tmp_path, gazetteer=Names()), asked


def test_names_that_no_table_knows_are_right_where_ours_tell_them_apart(monkeypatch, tmp_path):
    gold = {(0, 10): "unknown/a", (15, 24): "unknown/b", (26, 30): "unknown/a", (37, 46): "unknown/b"}
    links = [(0, 10, "unknown/zq", "x"), (15, 24, "unknown/zq", "x"), (26, 30, "unknown/zq", "x")]
    done, asked = novel(monkeypatch, tmp_path, *links, (37, 46, "unknown/yq", "y (en): z"), marks=gold)
    assert asked == [True]
    assert done.overall == Figures(4, 4, 3), "one provisional id on two people is right for one of them"
    (wrong,) = done.faults
    assert (wrong.start, wrong.expected, wrong.found) == (15, "unknown/b", "unknown/a")
    assert done.by_knowledge == {"in no table": Figures(4, 4, 3)}
    assert done.by_reason == {"x": Figures(2, 3, 2), "y": Figures(1, 1, 1)}
    assert "x 2 of 3 right, y 1 of 1 right" in done.report()


def test_provisional_names_are_asked_for_only_where_the_gold_has_them(monkeypatch, tmp_path):
    done, asked = novel(monkeypatch, tmp_path, (0, 10, "person/q", "x"), marks={(0, 10): "person/q"})
    assert asked == [False] and done.overall == Figures(1, 1, 1)
    done, _ = novel(monkeypatch, tmp_path, (0, 10, "person/q", "x"), marks={(0, 10): None, (15, 24): "unknown/b"})
    assert done.overall == Figures(1, 0, 0), "an open span counts neither way"


def test_gold_without_entities_is_scored_by_kind(monkeypatch, tmp_path):
    done, _ = novel(monkeypatch, tmp_path, (0, 10, "person/q", "x"), marks={(0, 10): "", (15, 24): ""})
    assert done.overall == Figures(2, 1, 1)


def test_two_places_of_gold_are_scored_together(monkeypatch, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text("Minsk", encoding="utf-8")
        write(tmp_path / name / f"{name}.jsonl", [row("Minsk", "place/minsk", "Minsk")])
    assert len(read_gold([tmp_path / "one", tmp_path / "two"]).documents) == 2
    with pytest.raises(InputError, match=r"two texts are named one\.txt"):
        read_gold([tmp_path / "one", tmp_path / "one"])
    write(tmp_path / "f.jsonl", [{"id": "f", "text": "Minsk", "mentions": [row("Minsk", "Q2280", "Minsk")]}])
    with pytest.raises(InputError, match="name one at a time"):
        read_gold([tmp_path / "one", tmp_path / "f.jsonl"])


WORDS = st.text("aЛу ’-\U0001d510\u2028\t\r\n.,é\u0301א", min_size=1, max_size=12)
ENTITIES = st.sampled_from(["person/a", "place/b-c", "org/d", "other/e", "unknown/f", "", None])


@st.composite
def annotated_documents(draw):
    """A text in pieces, some of them annotated."""
    text, mentions, opened = "", [], []
    for piece, marked, entity in draw(st.lists(st.tuples(WORDS, st.booleans(), ENTITIES), max_size=6)):
        start, text = len(text), text + piece
        kind = draw(st.sampled_from(["person", "place", "organisation", "other"]))
        if marked and entity is None:
            opened.append((start, len(text)))
        elif marked:
            also = ((max(start - 1, 0), len(text)),) if draw(st.booleans()) and start else ()
            mentions.append(GoldMention(start, len(text), piece, entity, kind, also))
    return GoldDocument("a.txt", "be", text, tuple(mentions), tuple(opened))


@given(document=annotated_documents())
def test_every_shape_reads_back_what_it_wrote(tmp_path_factory, document):
    place = tmp_path_factory.mktemp("gold")
    (place / "a.jsonl").write_bytes(as_jsonl([document]).encode())
    (place / "a.json").write_bytes(as_spacy([document]).encode())
    for name, content in as_brat([document]):
        (place / name).write_bytes(content.encode())
    assert read_gold(place / "a.jsonl").documents == (document,)
    if not {"\t", "\r", "\n"} & set(document.text):  # brat writes them as spaces, and reads them from the text
        assert all(row.surface in (place / "a.ann").read_text("utf-8") for row in document.mentions)
    assert read_gold(place).documents == (document,)
    (again,) = read_gold(place / "a.json").documents
    assert (again.text, again.lang, again.open_spans) == (document.text, document.lang, document.open_spans)
    assert [replace(row, also=()) for row in again.mentions] == [replace(row, also=()) for row in document.mentions]


def test_what_others_wrote_in_brat_and_spacy(tmp_path):
    text = "Ada Quill of Acme, in Minsk\nsince 1994."
    brat = tmp_path / "brat"
    brat.mkdir()
    (brat / "a.txt").write_text(text, encoding="utf-8")
    lines = ["T1\tPER 0 9\tAda Quill", "T2\tORG 13 17\tAcme", "T3\tGPE 22 27\tMinsk", "T4\tDATE 34 38\t1994"]
    lines += ["R1\tworks Arg1:T1 Arg2:T2", "N1\tReference T3 Wikidata:Q2280\tMinsk", "#1\tAnnotatorNotes T1\tsure?"]
    (brat / "a.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    gold = read_gold(brat)
    (document,) = gold.documents
    assert [(row.surface, row.kind, row.entity) for row in document.mentions] == [
        ("Ada Quill", "person", ""), ("Acme", "organisation", ""), ("Minsk", "place", "Q2280"),
    ]  # fmt: skip
    assert gold.foreign, "an id that is not ours"
    pairs = [[text, {"entities": [[22, 27, "LOC"], [0, 9, "PERSON"], [34, 38, "DATE"]]}]]
    (tmp_path / "pairs.json").write_text(json.dumps(pairs), encoding="utf-8")
    (document,) = read_gold(tmp_path / "pairs.json").documents
    assert [(row.surface, row.kind) for row in document.mentions] == [("Ada Quill", "person"), ("Minsk", "place")]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.ann", "T1\tperson 0 3\tYan\n", r"a\.ann:1: 'Yan' does not stand at 0-3: 'Ada' does"),
        ("a.ann", "T1\tperson 0 1;2 3\tA a\n", r"a\.ann:1: a span in several pieces"),
        ("a.ann", "\nT1 person 0 3 Ada\n", r"a\.ann:2: 'T1 person 0 3 Ada' is no span; write T1<TAB>person"),
        ("a.ann", "Minsk\n", r"a\.ann:1: 'Minsk' is no brat annotation"),
        ("a.json", "{\n[", r"a\.json:2: is no JSON"),
        ("a.json", '[{"text": "Ada", "ents": [{"start": 0}]}]', r"a\.json: document 1 is no spaCy document; write"),
        ("a.json", '[["Ada", {"entities": []}], ["Ada", {"entities": [[0, 9, "PER"]]}]]', "document 2 is no spaCy"),
        ("a.json", "7", "document 1 is no spaCy document"),
        ("a.jsonl", '{"id": "a", "text": "Ada", "mentions": [{"start": 0}]}', r"a\.jsonl:1: a mention lacks end"),
        ("a.jsonl", '{"id": "a", "text": "Ada", "mentions": 3}', r"a\.jsonl:1: mentions is no list of objects"),
        ("a.jsonl", '{"id": "a", "text": "Ada", "mentions": [{"start": "0", "end": 3, "surface": "Ada", "entity": ""}]}',
         r"a\.jsonl:1: start and end are numbers of characters, not '0' and 3"),
    ],
)  # fmt: skip
def test_bad_files_give_one_line(tmp_path, name, content, problem):
    (tmp_path / "a.txt").write_text("Ada", encoding="utf-8")
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=problem) as said:
        read_gold(tmp_path if name == "a.ann" else tmp_path / name)
    assert "\n" not in str(said.value)


def test_our_links_as_gold(monkeypatch):
    found = [at("Babich", "person/b"), at("Minsk", None)]
    monkeypatch.setattr(evaluation, "link", lambda text, gazetteer, unknown: found)
    (document,) = link_gold(Gold("x", (GoldDocument("a", "en", TEXT, ()),)), Names()).documents
    assert [row.entity for row in document.mentions] == ["person/b"] and document.open_spans == ((20, 25),)


def test_the_command_converts_and_writes_faults(tmp_path):
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "a.txt").write_text("Lukashenka flew to Mars.", encoding="utf-8")
    write(gold / "a.jsonl", [row("Mars", "place/minsk", "Lukashenka flew to Mars.")])
    done = run("eval", gold, "--faults", tmp_path / "faults.jsonl", "--fail-under", "0.5", code=1)
    assert b"missed: a.txt:19-23 'Mars' place/minsk" in done.stdout_bytes
    faults = [json.loads(line) for line in (tmp_path / "faults.jsonl").read_text("utf-8").splitlines()]
    assert [(one["kind"], one["surface"]) for one in faults] == [("spurious", "Lukashenka"), ("missed", "Mars")]
    for shape in ("jsonl", "spacy"):
        file = tmp_path / f"gold.{'json' if shape == 'spacy' else shape}"
        out("eval", gold, "--convert", shape, "-o", file)
        assert read_gold(file).documents == read_gold(gold).documents
    assert "person/aliaksandr-lukashenka" in out("eval", gold, "--convert", "jsonl", "--ours")
    out("eval", gold, "--convert", "brat", "-o", tmp_path / "brat")
    assert read_gold(tmp_path / "brat").documents == read_gold(gold).documents
    assert "is there already" in fault("eval", gold, "--convert", "brat", "-o", tmp_path / "brat")
    assert "name one with -o" in fault("eval", gold, "--convert", "brat")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["brat", "faults.jsonl", "gold", "gold.json", "gold.jsonl"]
