"""Columns of CSV, TSV, JSONL and Parquet: every byte that was there stays, new cells come after."""

import csv
import io
import json
import sys

import pytest
from cli_runner import BE, fault, out, run
from hypothesis import given
from hypothesis import strategies as st

from translit import link, match, romanize, romanize_many


def romanized(text, *args, code=0, kind="csv"):
    return out("romanize", "-s", BE, "-c", "name", "--input-format", kind, *args, stdin=text, code=code)


def test_cells_are_appended_and_the_rest_stays_byte_for_byte():
    text = '\ufeffid;name;"note"\r\n1;"Мінск";"a;b ""c"""\r\n\r\n02;Хоцімск;  x \r\n3;;""'
    assert romanized(text) == (
        '\ufeffid;name;"note";name_romanized\r\n1;"Мінск";"a;b ""c""";Minsk\r\n\r\n02;Хоцімск;  x ;Chocimsk\r\n3;;"";'
    )


def test_a_table_quoted_all_over_gets_quoted_cells():
    assert romanized('"id","name"\n"1","Мінск"\n') == '"id","name","name_romanized"\n"1","Мінск","Minsk"\n'


def test_cells_over_several_lines_keep_their_rows():
    text = 'name,n\n"Мінск\nХоцімск",1\nЯ,2\n'
    assert romanized(text) == 'name,n,name_romanized\n"Мінск\nХоцімск",1,"Minsk\nChocimsk"\nЯ,2,Ja\n'


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter):
    text = "id,name,x\n1,Мінск,a b\n2,Я,\n".replace(",", delimiter)
    assert romanized(text) == "id,name,x,name_romanized\n1,Мінск,a b,Minsk\n2,Я,,Ja\n".replace(",", delimiter)


def test_tsv_without_quoting_takes_quotes_as_they_are():
    assert (
        romanized('name\tn\n"Мінск\t1\nЯ" х\t2\n', kind="tsv")
        == 'name\tn\tname_romanized\n"Мінск\t1\t"Minsk\nЯ" х\t2\tJa" ch\n'
    )
    assert romanized('name\tn\n"Мінск\tЯ"\t1\n', kind="tsv") == 'name\tn\tname_romanized\n"Мінск\tЯ"\t1\t"Minsk\tJa"\n'


cells = st.text(st.sampled_from('Мінскя ab,;"\n'), max_size=8)


@given(
    st.lists(st.tuples(cells, cells), max_size=8), st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]), st.booleans()
)
def test_any_table_comes_back_with_a_column_more(rows, quoting, crlf):
    written = io.StringIO()
    end = "\r\n" if crlf else "\n"
    writer = csv.writer(written, quoting=quoting, lineterminator=end)
    writer.writerows([("name", "other"), *rows])
    done = romanized(written.getvalue())
    assert list(csv.reader(io.StringIO(done, newline=""))) == [
        ["name", "other", "name_romanized"], *([name, other, romanize(name, BE)] for name, other in rows)
    ]  # fmt: skip


def test_several_columns_and_several_files(tmp_path):
    one, two, other = (tmp_path / f"{name}.csv" for name in ("one", "two", "other"))
    one.write_text("a,b\nМінск,Я", "utf-8")
    two.write_text("a,b\nХоцімск,Ё\n", "utf-8")
    other.write_text("a;b\nМінск;Я\n", "utf-8")
    args = ("romanize", "-s", BE, "-c", "a", "-c", "b")
    assert out(*args, one, two) == "a,b,a_romanized,b_romanized\nМінск,Я,Minsk,Ja\nХоцімск,Ё,Chocimsk,Jo\n"
    target = tmp_path / "o.csv"
    assert "has another format or header than" in fault(*args, one, other, "-o", target)
    assert not target.exists()


def test_wrong_tables_are_placed():
    assert "no column 'nme'; nearest: name; there are: id, name" in fault(
        "romanize", "-c", "nme", stdin="id,name\n1,Я\n"
    )
    assert "-:3: has 3 cells, the header has 2" in fault("romanize", "-c", "name", stdin="id,name\n1,Я\n1,Я,2\n")
    assert "-:4: has 1 cells, the header has 2" in fault("romanize", "-c", "name", stdin='id,name\n"1\n",Я\n1\n')
    assert "-:3: a quoted cell begins here and never ends" in fault(
        "romanize", "-c", "name", stdin='id,name\n1,Я\n2,"Я\n3,Ю\n'
    )
    assert "-:2: is no CSV" in fault("romanize", "-c", "name", stdin='id,name\n1,"Я"х\n')
    assert "column 'name' stands 2 times" in fault("romanize", "-c", "name", stdin="name,name\n1,Я\n")
    assert "has a column 'name_romanized' already" in fault(
        "romanize", "-c", "name", stdin="name,name_romanized\n1,Я\n"
    )
    assert "lone carriage return" in fault("romanize", "-c", "name", stdin="name,n\rЯ,1\r")
    assert "-:3:4: byte 0xFF is not UTF-8" in fault(
        "romanize", "-c", "name", stdin="name,n\nЯ,1\nЮ,".encode() + b"\xff\n"
    )
    said = fault("romanize", "-s", BE, "--on-foreign", "error", "-c", "name", stdin="name,n\nЯ,1\nҲ,2\n")
    assert said.startswith("-:3: name: be-national-2007: letter 'ҳ'")


def test_empty_tables_are_empty_and_odd_cells_pass():
    for kind in ("csv", "tsv", "jsonl"):
        assert romanized("", kind=kind) == ""
    assert romanized("name\n") == "name,name_romanized\n"
    assert romanized("name,n\nМі\0нск,1\n") == "name,n,name_romanized\nМі\0нск,1," + romanize("Мі\0нск", BE) + "\n"
    long = "Хоцімск " * 700_000
    assert run("romanize", "-s", BE, "-c", "name", stdin=f"name,n\n{long},1\n").stdout_bytes.endswith(b"Chocimsk \n")


def test_a_column_is_judged_as_a_whole():
    text = "name\nМинск\nЛукашэнка ўчора\n"
    expected = romanize_many(["Минск", "Лукашэнка ўчора"])
    assert out("romanize", "-c", "name", stdin=text).split("\n")[1:3] == [
        f"Минск,{expected[0]}", f"Лукашэнка ўчора,{expected[1]}"
    ]  # fmt: skip


def test_rows_as_json():
    lines = romanized("id,name\n1,Мінск\n2,\n", "--json").splitlines()
    first, second = map(json.loads, lines)
    assert (first["id"], first["name"], first["name_romanized"], second["name_romanized"]) == (
        "1",
        "Мінск",
        "Minsk",
        None,
    )
    assert "has a column 'tables' already" in fault("romanize", "-c", "name", "--json", stdin="name,tables\nЯ,1\n")


# ------------------------------------------------------------------ JSONL


def test_jsonl_fields_are_put_at_the_end():
    text = '{"n": 1.50, "name" :"М\\u0456нск"}\r\n\n{"name": null} \n{"other": [1, 2]}'
    assert romanized(text, kind="jsonl") == (
        '{"n": 1.50, "name" :"М\\u0456нск", "name_romanized": "Minsk"}\r\n\n{"name": null, "name_romanized": null} \n'
        '{"other": [1, 2], "name_romanized": null}'
    )


def test_wrong_jsonl_is_placed(tmp_path):
    file = tmp_path / "a.jsonl"

    def said(text):
        file.write_text(text, "utf-8")
        return fault("romanize", "-c", "name", file).removeprefix(str(file))

    assert said('{"name": "Я"}\n{"name": }\n').startswith(":2: is no JSON (")
    assert said('{"name": "Я"}\n[]\n').startswith(":2: is no JSON object")
    assert said('{"name": "Я"}\n{"name": 5}\n').startswith(":2: 'name' is 5, not text")
    assert said('{"nam": "Я"}\n').startswith(": no column 'name'; nearest: nam; there are: nam")
    assert said('{"name": "Я"}\n{"name": "Я", "name_romanized": ""}\n').startswith(
        ": has a column 'name_romanized' already"
    )
    assert said('{"name": "Я"}\n' * 300 + '{"name": "Я", "name_romanized": ""}\n').startswith(":301: has a field")
    assert "half of a surrogate pair" in said('{"name": "Я\\ud800"}\n')
    assert said("[" * 100_000).startswith(":1: is no JSON")


# ------------------------------------------------------------------ link, normalize, resolve, match


def test_link_appends_entities_of_a_cell():
    text = "id,who\n1,Лукашэнка\n2,Минск и Сочи\n3,Няведамы\n"
    rows = list(csv.DictReader(io.StringIO(out("link", "-c", "who", stdin=text))))
    assert list(rows[0]) == ["id", "who", "who_entity", "who_canonical", "who_score"]
    assert [row["who_entity"] for row in rows] == ["person/aliaksandr-lukashenka", "place/minsk; place/sochi", ""]
    assert rows[0]["who_canonical"] == "Alexander Lukashenko" and 0 < float(rows[0]["who_score"]) <= 1
    assert rows[2]["who_score"] == ""


def test_link_of_cells_as_json():
    text = 'id,who\n1,"Я з\nЛукашэнка"\n2,Минск и Сочи\n'
    records = [json.loads(line) for line in out("link", "-c", "who", "--json", stdin=text).splitlines()]
    expected = [(cell, one) for cell in ("Я з\nЛукашэнка", "Минск и Сочи") for one in link(cell)]
    assert [(one["line"], one["column"], one["start"], one["surface"]) for one in records] == [
        (2 if "Я" in cell else 4, "who", one.start, one.surface) for cell, one in expected
    ]
    assert "no column 'x'" in fault("link", "-c", "x", "--json", stdin=text)
    assert out("link", "-c", "x", "--json", stdin="") == ""


def test_normalize_appends_the_cell_in_one_spelling():
    assert out("normalize", "--to", "en", "-c", "who", stdin="who,n\nБеларусь,1\nНяведамы,2\n") == (
        "who,n,who_normalized\nБеларусь,1,Belarus\nНяведамы,2,Няведамы\n"
    )


def test_resolve_appends_the_best_candidate():
    text = "name,n\nAlexandre Loukachenko,1\nХтосьці Невядомы,2\n"
    rows = list(csv.DictReader(io.StringIO(out("resolve", "-c", "name", "--to", "be", stdin=text))))
    assert (rows[0]["name_entity"], rows[0]["name_canonical"]) == (
        "person/aliaksandr-lukashenka",
        "Аляксандр Лукашэнка",
    )
    assert rows[1] == {"name": "Хтосьці Невядомы", "n": "2", "name_entity": "", "name_canonical": "", "name_score": ""}
    run("resolve", "-e", "-c", "name", stdin=text, code=1)
    lines = out("resolve", "--json", "-c", "name", stdin=text).splitlines()
    assert json.loads(lines[0])["name_entity"] == "person/aliaksandr-lukashenka"


def test_pairs_are_compared(tmp_path):
    file = tmp_path / "pairs.csv"
    file.write_text("id,name1,name2\n1,Яўген Іваноў,Evgeny Ivanov\n2,Igor Petrov,Egor Kot\n3,,X\n", "utf-8")
    rows = list(csv.DictReader(io.StringIO(out("match", "--pairs", file))))
    assert list(rows[0]) == ["id", "name1", "name2", "score", "same", "reason"]
    assert [row["same"] for row in rows] == ["true", "false", ""]
    assert float(rows[0]["score"]) == match("Яўген Іваноў", "Evgeny Ivanov").score and rows[0]["reason"]
    (line, *_) = out("match", "--pairs", file, "--json").splitlines()
    assert json.loads(line)["same"] is True
    file.write_text("a,b\n1,2\n", "utf-8")
    assert "no column 'name1'; nearest" not in fault("match", "--pairs", file)


# ------------------------------------------------------------------ Parquet


def test_parquet_gets_a_column_more(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    names = ["Мінск", None, "Хоцімск", ""] * 3000
    table = pyarrow.table({"n": pyarrow.array(range(12000), pyarrow.int16()), "name": names})
    source, target = tmp_path / "a.parquet", tmp_path / "b.parquet"
    parquet.write_table(table.replace_schema_metadata({"made": "by hand"}), source)
    run("romanize", "-s", BE, "-c", "name", source, "-o", target)
    done = parquet.read_table(target)
    assert done.drop_columns(["name_romanized"]).equals(table) and done.schema.metadata[b"made"] == b"by hand"
    assert done.column("name_romanized").to_pylist()[:4] == ["Minsk", None, "Chocimsk", None]
    first = json.loads(out("romanize", "-s", BE, "-c", "name", source, "--json").splitlines()[0])
    assert (first["n"], first["name_romanized"]) == (0, "Minsk")
    run("resolve", "-c", "name", source, "-o", target)
    assert parquet.read_table(target).schema.field("name_score").type == pyarrow.float64()
    assert "'n' is 0, not text" in fault("romanize", "-c", "n", source)
    assert "work on them one by one" in fault("romanize", "-c", "name", source, source, "-o", target)
    source.write_bytes(b"PAR1 and no more")
    assert "is no Parquet file" in fault("romanize", "-c", "name", source)


def test_without_pyarrow_the_extra_is_named(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    assert "translit-names[parquet]" in fault("romanize", "-c", "name", tmp_path / "a.parquet")
