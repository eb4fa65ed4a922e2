"""Deduplication: the contract, decisions, fields, input of every shape, no chains; the records of the benchmark."""

import csv
import importlib.util
import itertools
import json
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import Gazetteer, TranslitError, dedupe, match
from translit.clustering import comparing, reading
from translit.clustering.classes import classify
from translit.clustering.columns import read_columns
from translit.clustering.comparing import comparer
from translit.clustering.cutting import cut
from translit.clustering.dates import dates_agree, read_date
from translit.clustering.parse import Parser
from translit.clustering.profiles import profiles_of
from translit.clustering.relations import Relations
from translit.clustering.vocabulary import word_of
from translit.scoring import prepare
from translit.text import clean

ROOT = Path(__file__).resolve().parent.parent
LUKASHENKA = [
    "Аляксандр Лукашэнка", "Alexander Lukashenko", "Lukaschenko Alexander", "А. Лукашэнка", "Александр Григорьевич Лукашенко",
    "Łukaszenka, Alaksandr", "LUKASHENKO A. G.", "Aleksandr Lukashneko",
]  # fmt: skip


@pytest.fixture(scope="module")
def generator():
    spec = importlib.util.spec_from_file_location("people_records", ROOT / "benchmarks" / "people_records.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def groups(labels):
    """Clusters as sets of places, whatever their numbers."""
    found = defaultdict(set)
    for at, label in enumerate(labels):
        found[label].add(at)
    return {frozenset(some) for some in found.values()}


def test_spellings_of_one_name_are_one_cluster():
    clusters = dedupe([*LUKASHENKA, "Владимир Путин"])
    assert clusters.labels == [0] * len(LUKASHENKA) + [1]
    assert [len(cluster) for cluster in clusters] == [len(LUKASHENKA), 1]
    assert all(clusters.reasons) and all(0 <= score <= 1 for score in clusters.scores)
    first = clusters.cluster(0)
    assert first.members == tuple(range(len(LUKASHENKA))) and first.score == min(clusters.scores[: len(LUKASHENKA)])
    assert first.name in LUKASHENKA and "." not in first.name and first.name_reason
    assert len(first.pairs) == len(LUKASHENKA) - 1 == len(list(clusters.pairs()))


@pytest.mark.parametrize("other", ["Viktor Lukashenko", "Aleksandra Lukashenko", "Александр Викторович Лукашенко", "Alexander Lukashevich"])
def test_other_people_stay_apart(other):
    assert dedupe(["Александр Григорьевич Лукашенко", other]).labels == [0, 1]


def test_labels_count_clusters_by_their_first_records():
    assert dedupe(["Oleg Orlov", "Ivan Petrov", "Олег Орлов", "Иван Петров"]).labels == [0, 1, 0, 1]


def test_near_surnames_do_not_chain():
    """A ladder on which each surname is one letter from the next: whoever is one, the ends are not."""
    ladder = ["Карпов", "Карлов", "Картов", "Каротов", "Короткоф", "Коротков", "Коровков", "Коровьев"]
    labels = dedupe([f"Иван {surname}" for surname in ladder]).labels
    assert len(set(labels)) > 4 and labels[0] != labels[-1]
    dated = dedupe([{"name": f"Иван {surname}", "born": "1950"} for surname in ladder], birth_date="born").labels
    assert dated[0] != dated[-1]


def test_initials_join_only_where_one_person_fits():
    assert dedupe(["Иван Петров", "I. Petrov"]).labels == [0, 0]
    labels = dedupe(["Иван Петров", "Игорь Петров", "I. Petrov"]).labels
    assert labels == [0, 1, 2]


def test_a_bare_name_joins_only_where_one_person_fits():
    names = ["Иван Сергеевич Петров", "Иван Олегович Петров", "Иван Петров", "Ivan Petrov"]
    assert dedupe(names).labels == [0, 1, 2, 2]
    assert dedupe([names[0], names[2]]).labels == [0, 0]


def test_empty_names_are_each_alone():
    assert dedupe([{"name": None}, {"name": ""}, {"name": float("nan")}, {"name": " "}]).labels == [0, 1, 2, 3]
    assert dedupe(["...", "...", "Ivan Petrov"]).labels == [0, 1, 2]


def test_no_records():
    assert dedupe([]).labels == [] and list(dedupe([])) == []


# fields


def test_homonyms_are_told_apart_by_birth_dates():
    born = ["1950-01-02", "02.01.1950", "1950", "1980-05-06", "1980-05", "1980-05-06T00:00:00"]
    rows = [{"name": "Иван Сергеевич Петров", "born": date} for date in born]
    assert dedupe(rows, birth_date="born").labels == [0, 0, 0, 1, 1, 1]


def test_a_missing_birth_date_joins_only_a_name_that_one_person_bears():
    one = [{"name": "Зянон Пазьняк", "born": "1944-04-24"}, {"name": "Zianon Pazniak", "born": None}]
    assert dedupe(one, birth_date="born").labels == [0, 0]
    two = [*one, {"name": "Зенон Позняк", "born": "1970-01-01"}]
    assert dedupe(two, birth_date="born").labels == [0, 1, 2]


def test_identifiers_confirm_and_forbid():
    rows = [{"name": "Ivan Petrov", "pass": "A1"}, {"name": "Иван Петров", "pass": "A2"}, {"name": "Petrov I.", "pass": "a1"}]
    assert dedupe(rows, identifier="pass").labels == [0, 1, 0]
    rows = [{"name": "Ivan Petrov", "pass": "A1"}, {"name": "Ivan Sidorov", "pass": "A1"}, {"name": "Olga Sokol", "pass": "A1"}]
    assert dedupe(rows, identifier="pass").labels == [0, 0, 1]


def test_countries_forbid():
    rows = [{"name": "Ivan Petrov", "c": "BY"}, {"name": "Иван Петров", "c": "RU"}, {"name": "Petrov, Ivan", "c": "by; PL"}]
    assert dedupe(rows, country="c").labels == [0, 1, 0]
    rows = [{"name": "Ivan Petrov", "c": "BY"}, {"name": "Иван Петров", "c": "Belarus"}]
    assert dedupe(rows, country="c").labels == [0, 0]


@pytest.mark.parametrize("text", ["1954-13", "30/08/1954", "1954-02-30", "yesterday", "54", "0000"])
def test_what_is_no_date(text):
    assert read_date(text) is None


def test_dates_agree_at_the_coarser_precision():
    days = [0, 19540000, 19540800, 19540830, 19540831, 19550000]
    agreeing = {(a, b) for a, b in itertools.combinations(days, 2) if dates_agree(a, b)}
    assert agreeing == {(0, day) for day in days[1:]} | {(19540000, day) for day in days[2:5]} | {(19540800, day) for day in days[3:5]}


# decisions


def test_decisions_win():
    names = ["Ivan Petrov", "Иван Петров", "Pyotr Sidorov"]
    assert dedupe(names).labels == [0, 0, 1]
    assert dedupe(names, decisions=[("Ivan Petrov", "Pyotr Sidorov", "same")]).labels == [0, 0, 0]
    assert dedupe(names, decisions=[{"left": "Ivan Petrov", "right": "Иван Петров", "decision": "different"}]).labels == [0, 1, 2]
    assert dedupe(names, decisions=[("Ivan Petrov", "Иван Петров", "unsure")]).labels == [0, 0, 1]


def test_decisions_hold_through_one_another():
    names = ["Ivan Petrov", "Иван Петров", "Pyotr Sidorov", "Олег Орлов"]
    decided = [("Ivan Petrov", "Pyotr Sidorov", "same"), ("Pyotr Sidorov", "Олег Орлов", "same"), ("Иван Петров", "Олег Орлов", "different")]
    clusters = dedupe(names, decisions=decided)
    assert clusters.labels == [0, 1, 0, 0]
    assert clusters.reason(2) == "decided: the same as Ivan Petrov"


def test_decisions_by_key_tell_namesakes_apart():
    rows = [{"k": one, "name": "Ivan Petrov"} for one in "abc"]
    clusters = dedupe(rows, id="k", decisions=[("a", "b", "different"), ("x", "a", "same")])
    assert clusters.labels[0] != clusters.labels[1] and clusters.unknown_decisions == 1 and clusters.ids == ["a", "b", "c"]


def test_decisions_about_a_name_leave_its_namesakes_apart():
    rows = [{"name": name, "born": born} for name, born in [("Ivan Petrov", "1950-01-01"), ("Ivan Petrov", "1980-01-01"), ("Jan Piotrowski", "1980-01-01")]]
    assert dedupe(rows, birth_date="born", decisions=[("Ivan Petrov", "Jan Piotrowski", "same")]).labels == [0, 1, 1]


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_every_decision_holds(data):
    names = LUKASHENKA[:5] + ["Viktor Lukashenko", "Ivan Petrov"]
    pairs = data.draw(st.lists(st.sampled_from(list(itertools.combinations(names, 2))), unique=True, max_size=5))
    decided = [(*pair, data.draw(st.sampled_from(("same", "different")))) for pair in pairs]
    try:
        clusters = dedupe(names, decisions=decided)
    except TranslitError as contradiction:
        assert "contradict" in str(contradiction)
        return
    label = dict(zip(names, clusters.labels, strict=True))
    for left, right, decision in decided:
        assert (label[left] == label[right]) == (decision == "same")


def test_a_country_that_agrees_tells_namesakes_apart():
    def joins(country):
        rows = [
            ("Сидоров Иван Петрович", "1950-01-01", "BY"), ("Ivan Petrovich Sidorov", "1950-01-01", "BY"), ("Сидоров Иван Петрович", "1971-05-05", ""),
            *((name, f"196{at}-02-03", "RU") for at, name in enumerate(("Анна Лось", "Олег Жук", "Пётр Бык", "Вера Рак"))), ("Сидоров Иван Петрович", "", country),
        ]  # fmt: skip
        labels = dedupe([dict(zip("nbc", row, strict=True)) for row in rows], name="n", birth_date="b", country="c").labels
        return labels[-1] == labels[0]

    assert [joins("BY"), joins(""), joins("RU")] == [True, False, False]


def test_of_many_namesakes_the_one_of_the_year_is_found():
    rows = [("Петров Иван Петрович", f"{year}-02-03") for year in range(1920, 2000)] + [("Petrov Olga Ivanovna", "1985-02-04")]
    asked = [("Петров И. П.", "1985"), ("I. P. Petrov", "1986-02"), ("Петров И. П.", ""), ("Петров И. П.", "1910"), ("Петров С.", "1985")]
    labels = dedupe([{"name": name, "born": born} for name, born in rows + asked], birth_date="born").labels
    homes = [rows[label][1][:4] if label in range(len(rows)) else "" for label in labels[-len(asked) :]]
    assert homes == ["1985", "1986", "", "", ""]


# what the order of the input, a second file and a second run change


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(rnd):
    rows = [{"name": name, "born": born} for name in [*LUKASHENKA, "Иван Петров", "I. Petrov", "Ivan Petrow"] for born in ("1954-08-30", "1954", "", "1961-02-03")]
    order = list(range(len(rows)))
    rnd.shuffle(order)
    labels = dedupe([rows[at] for at in order], birth_date="born").labels
    back = [0] * len(rows)
    for place, at in enumerate(order):
        back[at] = labels[place]
    expected = dedupe(rows, birth_date="born").labels
    names = [(row["name"], row["born"]) for row in rows]
    assert Counter(frozenset(Counter(names[at] for at in some).items()) for some in groups(back)) == Counter(
        frozenset(Counter(names[at] for at in some).items()) for some in groups(expected)
    )


def test_the_order_of_records_changes_no_score(generator):
    rows = generator.make_records(1200, 5)
    one, other = (dedupe(some, birth_date="birth_date", country="country", id="id") for some in (rows, rows[::-1]))
    assert dict(zip(one.ids, one.scores, strict=True)) == dict(zip(other.ids, other.scores, strict=True))


def test_linking_two_files_joins_only_across():
    clusters = dedupe(["Ivan Petrov", "Иван Петров", "Oleg Orlov"], against=["Петров Иван", "Anna Sokol", "Ганна Сокал"])
    assert clusters.split == 3
    assert groups(clusters.labels) == {frozenset((0, 1, 3)), frozenset((2,)), frozenset((4,)), frozenset((5,))}


def test_records_with_a_cluster_keep_it():
    rows = [{"name": "Ivan Petrov", "c": 7}, {"name": "Иван Петров", "c": None}, {"name": "Oleg Orlov", "c": ""}, {"name": "Anna Sokol", "c": 7}]
    assert dedupe(rows, cluster_id="c").labels == [7, 7, 8, 7]


def test_new_records_find_the_clusters_of_a_first_run():
    rows = [{"name": name, "born": "1954-08-30", "c": None} for name in LUKASHENKA] + [{"name": "Иван Петров", "born": "1961", "c": None}]
    for cutting in (2, 5):
        first = dedupe(rows[:cutting], birth_date="born").labels
        again = [row | {"c": label} for row, label in zip(rows, first, strict=False)] + rows[cutting:]
        assert groups(dedupe(again, birth_date="born", cluster_id="c").labels) == groups(dedupe(rows, birth_date="born").labels)


def test_entities_of_the_tables_give_canonical_names():
    (cluster,) = dedupe(LUKASHENKA, entities=Gazetteer.load())
    assert cluster.entity == "person/aliaksandr-lukashenka" and cluster.name == "Аляксандр Лукашэнка"


def test_doubtful_pairs_are_of_two_clusters():
    rows = [{"name": "Иван Петров", "born": f"19{year}-01-01"} for year in (50, 51)] + [{"name": "Ivan Petrov", "born": None}]
    clusters = dedupe(rows, birth_date="born")
    doubts = list(clusters.doubtful())
    assert doubts and all(clusters.labels[one.left] != clusters.labels[one.right] and not one.same and one.reason for one in doubts)


def test_progress_is_told_to_the_end():
    told = []
    dedupe(LUKASHENKA, progress=lambda done, total, stage: told.append((done, total, stage)))
    assert told[-1][0] == told[-1][1] and {stage for *_, stage in told} == {"words", "records"}


# input


def test_tables_of_other_libraries():
    columns = {"name": ["Ivan Petrov", "Иван Петров", None], "born": ["1950-01-02", None, None]}
    assert dedupe(columns, birth_date="born").labels == [0, 0, 1]
    for library, make in (("pandas", "DataFrame"), ("polars", "DataFrame"), ("pyarrow", "table")):
        try:
            module = __import__(library)
        except ImportError:
            continue
        assert dedupe(getattr(module, make)(columns), birth_date="born").labels == [0, 0, 1], library


@pytest.mark.parametrize(
    "change",
    [
        {"name": "nam"}, {"birth_date": "date"}, {"birth_date": "name"}, {"id": "twice"}, {"threshold": 2}, {"cluster_id": "name"},
        {"decisions": [("a", "b")]}, {"decisions": [("a", "b", "maybe")]}, {"decisions": ["a,b,same"]}, {"decisions": [{"left": "a"}]},
        {"decisions": [("a", "b", "same"), ("b", "c", "same"), ("c", "a", "different")]}, {"decisions": [("a", "a", "different")]},
    ],
)  # fmt: skip
def test_bad_input_is_one_line(change):
    with pytest.raises(TranslitError) as caught:
        dedupe([{"name": "Ivan Petrov", "twice": "1"}, {"name": "Oleg Orlov", "twice": "1"}], **change)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("records", ["Ivan Petrov", 5, [1, 2], [{"name": "Ivan"}, "Ivan"]])
def test_what_is_no_records(records):
    with pytest.raises(TranslitError):
        dedupe(records)


def test_dates_of_every_type():
    import datetime

    rows = [{"name": "a", "born": born} for born in (datetime.date(1954, 8, 30), datetime.datetime(1954, 8, 30, 1), 1954, 1954.0, None, float("nan"))]
    found = read_columns(rows, None, name="name", birth_date="born", country=None, identifier=None, id=None, cluster_id=None)
    assert found.dates == [19540830, 19540830, 19540000, 19540000, 0, 0]


# held equal to the rooms it draws on


def test_many_names_are_parsed_as_one_is(generator):
    names = sorted({row["name"] for row in generator.make_records(300, 3)} | {"Ursula von der Leyen", "Dr. Jean-Claude van Damme", "King, Jr., Martin L."})
    words, parsed_names = parse(names)
    mended = 0
    for name, parsed in zip(names, parsed_names, strict=True):
        if any(words[word] not in clean(name).lower() for word in parsed.patronymic):
            mended += 1
            continue
        parts = prepare(clean(name), "person").parts
        for role, own in (("given", parsed.given), ("patronymic", parsed.patronymic)):
            assert [words[word] for word in own] == [clean(part.text).lower() for part in parts if part.role == role], name
    assert mended < 0.05 * len(names)


def test_names_in_columns_are_compared_as_profiles_are(generator):
    """Plain names, of which only numbers are looked at, agree as any two names do."""
    found = cut([row["name"] for row in generator.make_records(120, 3)] + LUKASHENKA)
    known = [word_of(word) for word in found.counts]
    profiles = profiles_of(found, known)
    relations = Relations(known, classify(list(found.counts), known, list(found.counts.values())))
    places = range(len(profiles))
    compare = comparer(profiles, relations, places, {})
    plain = sum(profiles.is_plain)
    assert plain > sum(profiles.is_whole) > plain / 2
    for one in places:
        for other in places[: one + 1 : 3]:
            expected = comparing._compared(relations, profiles[one], profiles[other])
            assert compare(one, other) == expected, (found.texts[one], found.texts[other])


def test_words_are_told_of_as_they_are_met(monkeypatch):
    monkeypatch.setattr("translit.clustering.cutting._MANY", 2)
    told = []
    found = cut([*LUKASHENKA, "Дональд J. Trump", *LUKASHENKA], told.append)
    assert len(told) > 3 and [word for some in told for word in some] == list(found.counts)
    assert found.counts["alexander"] == 4 and found.counts["trump"] == 1 and list(found.places[:8]) == list(found.places[-8:])


def test_two_processes_read_words_as_one_does(monkeypatch):
    words = list(cut(LUKASHENKA).counts)
    alone = [word_of(word) for word in words]
    monkeypatch.setattr(reading, "_ALONE", 1)
    with reading.Reader(2) as reader:
        reader.hear(words[:3])
        reader.hear(words[3:5])
        child = reader._child
        while len(child.found) < 5 and child.threads[-1].is_alive():
            child.threads[-1].join(0.02)
        assert child.found == alone[:5]
        told = []
        assert reader.read(words, lambda done, total: told.append(done)) == alone
        assert sorted(told) == told and told[-1] == len(words)


def test_a_second_process_that_fails_is_not_missed(monkeypatch):
    monkeypatch.setattr(reading, "_ALONE", 1)
    monkeypatch.setattr(reading, "_CHILD", "import sys; sys.stdout.write('no words')")
    words = ["пятроў", "petrov", "иванович"]
    with reading.Reader(2) as reader:
        reader.hear(words)
        assert reader.read(words, lambda done, total: None) == [word_of(word) for word in words]


def test_a_patronymic_with_a_slip_is_that_of_the_file():
    names = ["Анна Івановна Карпенко", "Пётр Іванович Карпенко", "Анна Ивановна Лось", "Лось Ганна Ивановнва", "Лось Ганна Ивашковна", "Ивановнва"]
    words, (*_, slip, other, alone) = parse([name for name in names for _ in range(1 + 3 * (name in names[:3]))])
    assert [words[word] for word in slip.patronymic] == ["ивановна"]
    assert [words[word] for word in other.patronymic] != ["ивановна"]
    assert not alone.patronymic


def parse(names):
    found = cut(names)
    words = list(found.counts)
    parser = Parser(found, [word_of(word) for word in words])
    parsed = [parser.parse(at) for at in range(len(found.texts))]
    for at, one in enumerate(parsed):  # what is known of the build says the same
        assert parser.whole(at) in (None, (*one.family, *one.given, *one.patronymic))
    return words, parsed


def test_two_names_are_one_as_match_has_it():
    with open(ROOT / "corpus" / "slavic_pairs_dev.csv", encoding="utf-8", newline="") as file:
        rows = [row for at, row in enumerate(csv.DictReader(file)) if at % 8 == 0]
    agreeing = sum(
        (len(dedupe([row["name1"], row["name2"]])) == 1) == match(row["name1"], row["name2"]).same for row in rows
    )
    assert agreeing >= 0.97 * len(rows)


def test_the_floors_on_records_with_known_truth(generator):
    rows = generator.make_records(1500, 11)
    clusters = dedupe(rows, birth_date="birth_date", country="country", id="id")
    people = [row["person"] for row in rows]

    def pairs(some):
        return sum(size * (size - 1) // 2 for size in Counter(some).values())

    right = pairs(zip(people, clusters.labels, strict=True))
    assert right >= 0.97 * pairs(clusters.labels)
    assert right >= 0.84 * pairs(people)
    shuffled = rows[:]
    random.Random(5).shuffle(shuffled)
    again = dedupe(shuffled, birth_date="birth_date", country="country", id="id")
    assert {frozenset(clusters.ids[at] for at in some) for some in groups(clusters.labels)} == {
        frozenset(again.ids[at] for at in some) for some in groups(again.labels)
    }


@pytest.mark.parametrize(
    "names",
    [
        ("Russell Teresa", "Teresa Russell", "T. Russell", "RUSSELL Teresa", "Russell, Teresa"),
        ("Proxir Čalyj", "Čalyj Proxir"), ("Sirobaba Varfolomij", "Varfolomij Sirobaba"),
    ],
)  # fmt: skip
def test_an_order_that_nothing_tells_is_settled_by_the_file(names):
    for some in (names, names[::-1]):
        assert set(dedupe(list(some)).labels) == {0}


def test_what_a_file_teaches_is_no_chance():
    """People who share nothing but a filler for a birth date teach nothing: Иванов is not Петров."""
    families = ("Иванов", "Петров", "Сидоров", "Кузнецов")
    fathers = ("Иванович", "Олегович", "Сергеевич", "Петрович", "Павлович", "Андреевич", "Юрьевич", "Львович")
    filled = [{"name": f"{family} Иван {father}", "born": "1900-01-01"} for family in families for father in fathers]
    rows = filled + [{"name": "Сокол Иван Львович", "born": "1961-05-05"}, {"name": "Иванов Пётр Ильич", "born": "1971-02-03"}]
    clusters = dedupe([*rows, {"name": "Петров Пётр Ильич", "born": ""}], birth_date="born")
    assert len(clusters) == len(rows) + 1


def test_the_plot_is_that_of_its_figures():
    pictures = ROOT / "docs" / "pictures"
    spec = importlib.util.spec_from_file_location("picture_of_dedupe", pictures / "dedupe.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    rows = json.loads((pictures / "dedupe.json").read_text("utf-8"))
    assert (pictures / "dedupe.svg").read_text("utf-8") == module.draw(rows), "run: python docs/pictures/dedupe.py"


def test_a_korean_name_is_one_in_any_writing_and_says_why():
    names = ["박근혜", "Park Geun-hye", "PAK Kun Hye", "Пак Кын Хе", "Geun-hye Park", "Park Chung-hee"]
    found = dedupe(names)
    assert found.labels[:5] == [found.labels[0]] * 5 and found.labels[5] != found.labels[0]
    assert {found.reason(at) for at in range(5)} == {"the centre of its cluster", "one name, in another case or spelling"}
