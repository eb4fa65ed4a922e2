"""``translit dedupe``: clusters beside every row, the rest byte for byte; decisions, second files, new records."""

import csv
import io
import json
import signal
import time

import pytest
from cli_runner import ended, fault, out, run, start

from translit import dedupe
from translit.cli.progress import stage_line

NAMES = ["Аляксандр Лукашэнка", "Putin V.", "Loukachenko Alexandre", "", "Lukashenka; Alyaksandr"]
BORN = ["1954", "", "1954-08-30", "", "30.08.1954"]
PEOPLE = (
    '\ufeffid;who;born\r\n1;"Аляксандр Лукашэнка";1954\r\n\r\n2;Putin V.;\r\n3;Loukachenko Alexandre;1954-08-30\r\n'
    '4;;\r\n5;"Lukashenka; Alyaksandr";30.08.1954'
)
ASK = ("dedupe", "-c", "who", "--birth-date", "born", "--id", "id")


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "people.csv"
    path.write_bytes(PEOPLE.encode())
    return path


def rows(text):
    text = text.removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if ";" in text.split("\n")[0] else ","))


def clusters(text, column="cluster_id"):
    return [row[column] for row in rows(text)]


def test_every_row_and_cell_stays_and_the_library_fills_the_new_ones(people):
    told = out(*ASK, people)
    found = dedupe([{"n": name, "b": born} for name, born in zip(NAMES, BORN, strict=True)], name="n", birth_date="b")
    before, after = PEOPLE.split("\r\n"), told.split("\r\n")
    assert len(before) == len(after) and all(now.startswith(was) for was, now in zip(before, after, strict=True))
    assert after[2] == "" and after[0] == before[0] + ";cluster_id;cluster_name;cluster_score;cluster_reason"
    told = rows(told)
    assert [int(row["cluster_id"]) for row in told] == found.labels == [0, 1, 0, 2, 0]
    assert [float(row["cluster_score"]) for row in told] == found.scores
    assert [row["cluster_reason"] for row in told] == found.reasons
    assert [row["cluster_name"] for row in told] == [found.cluster(label).name for label in found.labels]


def test_a_pipe_and_a_file_are_read_alike(people):
    assert out(*ASK, stdin=PEOPLE) == out(*ASK, people) == out(*ASK, "-", stdin=PEOPLE)
    process = start(*ASK, shell=None)
    assert ended(process, PEOPLE.encode())[:2] == (0, out(*ASK, people).encode())


def test_jsonl_and_json_lines(tmp_path):
    path = tmp_path / "people.jsonl"
    path.write_text('{"who": "Іван Іваноў", "n": 1}\n\n{"n": 2}\n{"who": "Ivan Ivanov", "n": 3}\n', "utf-8")
    lines = out("dedupe", "-c", "who", path).split("\n")
    assert lines[0].startswith('{"who": "Іван Іваноў", "n": 1, "cluster_id": 0, "cluster_name": ') and lines[1] == ""
    assert [json.loads(line)["cluster_id"] for line in lines if line] == [0, 1, 0]
    records = [json.loads(line) for line in out("dedupe", "-c", "who", "--json", path).splitlines()]
    assert [record["cluster_id"] for record in records] == [0, 1, 0]
    assert all({"translit", "tables", "cluster_reason"} <= record.keys() for record in records)


def test_parquet(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    import datetime

    born = [datetime.date(1954, 8, 30), None, datetime.date(1954, 8, 30)]
    table = pyarrow.table({"who": ["Аляксандр Лукашэнка", None, "Lukashenka A."], "born": born, "id": [7, 8, 9]})
    path, target = tmp_path / "people.parquet", tmp_path / "done.parquet"
    parquet.write_table(table, path)
    run(*ASK, path, "-o", target)
    done = parquet.read_table(target)
    assert done.select(["who", "born", "id"]) == table
    assert done["cluster_id"].to_pylist() == [0, 1, 0] and done.schema.field("cluster_id").type == pyarrow.int64()
    parquet.write_table(table.slice(0, 1).append_column("extra", pyarrow.array([1])), path)
    run(*ASK, "--update", target, "-o", tmp_path / "again.parquet")
    assert parquet.read_table(tmp_path / "again.parquet") == done


def test_decisions_win(people, tmp_path):
    decisions = tmp_path / "decisions.csv"
    decisions.write_text("left,right,decision\n1,3,different\n2,3,same\n4,5,unsure\n", "utf-8")
    assert clusters(out(*ASK, people, "--decisions", decisions)) == ["0", "1", "1", "2", "0"]
    decisions.write_text("left,right,decision\n1,99,same\n", "utf-8")
    done = run(*ASK, people, "--decisions", decisions)
    assert "1 decisions are about records that are not here" in done.stderr
    decisions.write_text("left,right,decision\n1,2,smae\n", "utf-8")
    assert fault(*ASK, people, "--decisions", decisions).startswith(f"{decisions}: decision 1")
    decisions.write_text("left,rihgt,decision\n1,2,same\n", "utf-8")
    assert "no column 'right'; nearest: rihgt" in fault(*ASK, people, "--decisions", decisions)


def test_pairs_say_what_was_compared(people, tmp_path):
    pairs = tmp_path / "pairs.csv"
    out(*ASK, people, "--pairs", pairs)
    found = list(csv.DictReader(pairs.open(encoding="utf-8")))
    same = [row for row in found if row["same"] == "true"]
    assert len(same) == 2 and all({row["left"], row["right"]} <= {"1", "3", "5"} for row in same)
    assert all(row["left_name"] and row["right_name"] and row["reason"] for row in found)
    assert all(0 <= float(row["score"]) <= 1 for row in found)


def test_two_files_are_linked(people, tmp_path):
    other = tmp_path / "other.csv"
    other.write_text("who,born,id\nLukashenko Alexander,1954,x\nTrump,,z\n", "utf-8")
    told = rows(out(*ASK, people, "--against", other))
    assert [row["cluster_against"] for row in told] == ["x", "", "x", "", "x"]
    other.write_text("", "utf-8")
    assert [row["cluster_against"] for row in rows(out(*ASK, people, "--against", other))] == [""] * 5


def test_new_records_join_and_the_old_stay_as_they_were(people, tmp_path):
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    run(*ASK, people, "-o", old)
    new.write_bytes(b"id;who;born\r\n8;Lukashenko Alexander;\r\n9;Trump Donald;\r\n")
    told = out(*ASK, "--update", old, new)
    was = old.read_bytes().decode()
    assert told.startswith(was)
    joined, founded = rows(told)[-2:]
    assert joined["cluster_id"] == "0" and joined["cluster_name"] == rows(was)[0]["cluster_name"]
    assert founded["cluster_id"] not in clusters(was)
    assert out(*ASK, "--update", "-", stdin=told) == told
    assert "no record has a cluster_id to keep" in fault(*ASK, "--update", people)


def test_columns_written_anew_stand_last():
    told = fault("dedupe", "-c", "who", "--update", stdin="who,cluster_id,note\nA,1,x\n")
    last = "columns that are written anew must stand last, as they were written"
    assert told == f"-: 'note' stands after 'cluster_id'; {last}"
    record = '{"cluster_id": 1, "who": "A"}\n'
    assert "fields stand after 'cluster_id'" in fault(
        "dedupe", "-c", "who", "--update", "--input-format", "jsonl", stdin=record
    )


def test_what_cannot_be_written_is_said_before_the_work(monkeypatch, people, tmp_path):
    monkeypatch.setattr("translit.dedupe", None)
    assert "has a column 'cluster_id' already" in fault("dedupe", "-c", "who", stdin="who,cluster_id\nA,1\n")
    other = tmp_path / "other.csv"
    other.write_text("id,who,born\n", "utf-8")
    assert f"{other}: has another format or header than {people}" in fault(*ASK, people, other)


def test_clusters_named_after_entities():
    told = out("dedupe", "-c", "who", "--entities", stdin="who\nLoukachenko Alexandre\nNobody Known\n").splitlines()
    assert told[1].split(",")[1:3] == ["0", "Аляксандр Лукашэнка"] and told[1].endswith("person/aliaksandr-lukashenka")
    assert told[0].endswith("cluster_entity") and told[2].endswith(",")


def test_tables_without_records():
    assert out("dedupe", "-c", "who", stdin="") == ""
    assert out("dedupe", "-c", "who", stdin="who\n") == "who,cluster_id,cluster_name,cluster_score,cluster_reason\n"


def test_what_is_wrong_is_placed(people, tmp_path):
    assert fault(*ASK[:4], "brn", people) == f"{people}: no column 'brn'; nearest: born; there are: id, who, born"
    dated = PEOPLE.replace("Аляксандр Лукашэнка", "1990").replace("Putin V.", "")
    told = fault("dedupe", "-c", "who", "--birth-date", "who", stdin=dated)
    assert told.startswith("-:5 ('Loukachenko Alexandre'): the birth date 'Loukachenko Alexandre' cannot be read")
    assert "stands twice" in fault("dedupe", "-c", "who", "--id", "id", stdin="id,who\n1,A\n1,B\n")
    assert "never ends; close the quote" in fault("dedupe", "-c", "who", stdin='who\n"A\n')
    assert "has 2 cells, the header has 1" in fault("dedupe", "-c", "who", stdin="who\nA,B\n")
    assert "missing option '-c'" in fault("dedupe", people)
    assert "do not go together" in fault(*ASK, people, "--update", "--against", people)
    assert "--tables are for --entities" in fault(*ASK, people, "--tables", tmp_path)
    target = tmp_path / "done.csv"
    assert "no such file" in fault(*ASK, people, "--decisions", tmp_path / "no.csv", "-o", target)
    assert "no folder" in fault(*ASK, people, "--pairs", tmp_path / "no" / "p.csv", "-o", target)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["people.csv"]


def test_interrupted_it_leaves_nothing(tmp_path):
    target = tmp_path / "done.csv"
    process = start("dedupe", "-c", "who", "-o", str(target))
    process.stdin.write("who\nІван Іваноў\n".encode())
    process.stdin.flush()
    waiting = time.monotonic() + 30
    while not list(tmp_path.glob(".translit-*")) and time.monotonic() < waiting:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    code, _, errors = ended(process)
    assert (code, errors, list(tmp_path.iterdir())) == (130, "", [])


def test_progress_says_rate_and_time_left():
    assert stage_line(500, 2000, "comparing", 10.0) == "comparing: 25 %, 50/s, 0:30 left"
    assert stage_line(0, 2000, "reading", 1.0) == "reading …"
