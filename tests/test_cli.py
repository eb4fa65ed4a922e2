"""The command line as a user meets it: commands, streams, errors, exit codes. Tables of data: test_cli_columns.py."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from cli_runner import BE, ended, fault, out, run, start
from click.testing import CliRunner
from examples import console_examples, environment, run_console
from hypothesis import given
from hypothesis import strategies as st

import translit
from translit import Gazetteer, link, normalize, romanize
from translit.cli.group import COMMANDS, root
from translit.cli.progress import Progress
from translit.cli.reading import Source, documents
from translit.tables import digest
from translit.upkeep import Problem

ENTITY = """
[[entity]]
id = "person/zosia-vierasovaja"
native = "be"
gender = "f"
be = ["Зося Верасовая"]
en = ["Zosia Vierasovaja"]
source = "general knowledge"
"""


# ------------------------------------------------------------------ every command


def commands(group=root, path=()):
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


ALL = dict(commands())


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_help_has_examples(path):
    told = out(*path, "--help")
    assert " ".join(path) in told and ALL[path].examples.startswith("$ ")
    assert all(line in told for line in ALL[path].examples.splitlines())


# `tables validate` looks up every spelling that the tables promise: half a minute, spent once, by the tests of tables.
@pytest.mark.parametrize("path", [path for path in ALL if path != ("tables", "validate")], ids=" ".join)
def test_examples_of_the_help_run(path, tmp_path):
    assert run_console(ALL[path].examples, tmp_path) == []


def test_tables_validate_lists_problems_and_fails_for_them(monkeypatch):
    found = []
    monkeypatch.setattr("translit.upkeep.validation.validate", lambda *paths, sources: found)
    ((command, expected),) = console_examples(ALL["tables", "validate"].examples)
    assert command == "translit tables validate" and out("tables", "validate") == expected
    found.append(Problem("a.toml", "person/x", "rests on general knowledge; verify and cite"))
    assert out("tables", "validate", "--sources") == (
        f"{found[0]}\n1 rows rest on general knowledge alone\nok: no problems found\n"
    )
    found.append(Problem("a.toml", "person/y", "needs a source"))
    assert out("tables", "validate", code=1) == f"{found[0]}\n{found[1]}\n"
    told = json.loads(out("tables", "validate", "--json", code=1))["results"]
    assert told[1] == {"where": "a.toml", "entry": "person/y", "problem": "needs a source"}


def test_help_lists_every_command_and_imports_none():
    listed = out("--help")
    assert all(re.search(rf"^  {name} ", listed, re.M) for name in COMMANDS)


def test_version():
    assert out("--version") == f"translit {translit.__version__}\n"


def test_without_a_command_the_help_is_said_on_standard_error():
    for args in ((), ("schemes",), ("tables",)):
        done = run(*args, code=2)
        assert done.stdout_bytes == b"" and done.stderr_bytes.startswith(b"Usage: ")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("romanise",), "no command 'romanise'; nearest: romanize, normalize, variants; see `translit --help`"),
        (("xyz",), "no command 'xyz'; known: romanize, cyrillize, normalize, link"),
        (("schemes", "lst"), "schemes: no command 'lst'; nearest: list"),
        (("romanize", "--shceme", BE), "romanize: no option --shceme; nearest: --scheme"),
        (("--vresion",), "no option --vresion; nearest: --version"),
        (("romanize", "-s", "be-nationl-2007"), "no scheme 'be-nationl-2007'; nearest: be-national-2007"),
        (("romanize", "--lang", "xx"), "no language 'xx'"),
        (("romanize", "--on-foreign", "drop"), "romanize: invalid value for '--on-foreign'"),
        (("normalize", "--to", "be-bgn"), None),
        (("normalize", "--to", "klingon"), "no language 'klingon'"),
        (("link", "--to", "xx"), "no language 'xx'"),
        (("match", "a", "b", "--kind", "persona"), "no kind 'persona'; use person, place"),
        (("resolve", "a", "--kind", "persona"), "no kind 'persona'; use person, place"),
        (("match", "Лукашэнка"), "match: needs two names, not 1"),
        (("match", "a", "b", "--pairs", "x.csv"), "match: --pairs and names do not go together"),
        (("match", "--pairs", "x.csv", "--explain"), "match: --pairs and --explain do not go together"),
        (("match", "--pairs", "x.csv", "--svg", "y.svg"), "match: --pairs and --svg do not go together"),
        (("normalize", "--diff", "--json"), "normalize: --diff and --json do not go together"),
        (("normalize", "--diff", "-c", "name"), "normalize: --diff and -c do not go together"),
        (("resolve", "a", "--input-format", "csv"), "resolve: --input-format is for tables"),
        (("resolve", ""), "a name is empty"),
        (("schemes", "list", "--lang", "xx"), "no language 'xx'"),
        (("schemes", "list", "--authority", "bgnpcgn"), "no scheme with authority 'bgnpcgn'; nearest: bgn-pcgn"),
        (("schemes", "list", "--purpose", "pres"), "no scheme with purpose 'pres'; nearest: press"),
        (("schemes", "show", "be-nationl-2007"), "no scheme 'be-nationl-2007'; nearest: be-national-2007"),
        (("link", "--tables", "missing.toml"), "missing.toml"),
        (("eval", "missing"), "missing: no such gold file or folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_words_are_named_with_the_nearest_right_ones(args, said):
    if said is None:
        run(*args)
    else:
        assert said in fault(*args)


def test_results_of_every_command_say_version_and_tables():
    carried = {"translit": translit.__version__, "tables": digest()}
    for args, code in (
        (("match", "Ян Чыж", "Jan Čyž"), 0), (("match", "Мінск", "Кот"), 1), (("resolve", "Мінск"), 0),
        (("schemes", "list"), 0), (("schemes", "show", BE), 0), (("schemes", "compare", "Мінск"), 0),
    ):  # fmt: skip
        document = json.loads(out(*args, "--json", code=code))
        assert carried.items() <= document.items() and isinstance(document["results"], list)
    for args in (("romanize", "-s", BE), ("normalize",), ("link",)):
        lines = out(*args, "--json", stdin="Мінск і\nПуцін\n").splitlines()
        assert lines and all(carried.items() <= json.loads(line).items() for line in lines)


# ------------------------------------------------------------------ romanize


def test_romanize_reads_files_and_standard_input(tmp_path):
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("Хоцімск\n", "utf-8")
    two.write_text("Шчучын", "utf-8")
    assert out("romanize", "-s", BE, one, two) == "Chocimsk\nŠčučyn"
    assert out("romanize", "-s", BE, one, "-", stdin="Мінск") == "Chocimsk\nMinsk"
    assert out("romanize", "-s", BE, stdin="Мінск") == "Minsk"


def test_bytes_outside_cyrillic_words_survive():
    text = "\ufeffМінск\r\n\r\nlat\x00in \x1b[0m 😀 e\u0301\r\nЯ\rА\n\n last".encode()
    assert run("romanize", "-s", BE, stdin=text).stdout_bytes == romanize(text.decode(), BE).encode()
    assert run("romanize", stdin=b"").stdout_bytes == b""
    assert run("normalize", stdin=b"").stdout_bytes == run("link", stdin=b"").stdout_bytes == b""


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
def test_romanize_is_the_library_line_by_line(text):
    assert run("romanize", "-s", BE, stdin=text).stdout_bytes.decode() == romanize(text, BE)


def test_the_language_is_judged_once_an_input():
    text = "Лукашэнка ўчора\nМинск\n"
    assert out("romanize", stdin=text) == romanize(text, "be-bgn-pcgn-1979")
    assert out("romanize", "--lang", "ru", stdin="Щукин\n") == "Shchukin\n"


def test_romanize_as_json_has_a_record_a_line():
    lines = out("romanize", "-s", BE, "--json", stdin="Мінск\r\n\nЯ").splitlines()
    records = [json.loads(line) for line in lines]
    assert [(one["line"], one["text"], one["romanized"], one["scheme"]) for one in records] == [
        (1, "Мінск", "Minsk", BE), (2, "", "", BE), (3, "Я", "Ja", BE),
    ]  # fmt: skip


def test_a_foreign_letter_is_placed():
    assert fault("romanize", "-s", BE, "--on-foreign", "error", stdin="Мінск\nда ж Ҳ\n").startswith("-:2:6: ")
    assert out("romanize", "-s", BE, stdin="Ҳ") == "Ҳ"


def test_stress_marks_are_dropped_or_kept():
    assert out("romanize", "-s", BE, stdin="Мі\u0301нск") == "Minsk"
    assert out("romanize", "-s", BE, "--stress", "keep", stdin="Мі\u0301нск") == "Mínsk"


def test_a_line_of_ten_megabytes_passes():
    text = "Хоцімск і Мінск " * 360_000
    assert run("romanize", "-s", BE, stdin=text).stdout_bytes == ("Chocimsk i Minsk " * 360_000).encode()


# ------------------------------------------------------------------ link and normalize


TEXT = "Lukashenko met Putin in Minsk.\n\nSviatlana Tsikhanouskaya was in Vilnius,\nnot in Sochi.\n"


def test_link_tells_place_surface_entity_and_reason(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(TEXT, "utf-8")
    told = out("link", file).splitlines()
    mentions = link(TEXT)
    assert len(told) == len(mentions)
    assert told[0].startswith(f"{file}:1:1 ") and "person/aliaksandr-lukashenka" in told[0]
    assert told[-1].startswith(f"{file}:4:8 ") and "place/sochi" in told[-1]


def test_link_as_json_is_a_line_a_mention():
    records = [json.loads(line) for line in out("link", "--json", stdin=TEXT).splitlines()]
    assert [(one["start"], one["end"], one["surface"], one["entity"]) for one in records] == [
        (one.start, one.end, one.surface, one.entity and one.entity.id) for one in link(TEXT)
    ]
    first = records[0]
    assert list(first) == [
        "file", "line", "start", "end", "surface", "kind", "entity", "canonical", "case", "score", "reason", "translit",
        "tables",
    ]  # fmt: skip
    assert (first["file"], first["line"], first["canonical"]) == ("-", 1, "Alexander Lukashenko")
    assert (
        json.loads(out("link", "--json", "--to", "be", stdin=TEXT).splitlines()[0])["canonical"]
        == "Аляксандр Лукашэнка"
    )


def test_an_undecided_mention_has_candidates(tmp_path):
    tables = tmp_path / "two.toml"
    row = '[[entity]]\nid = "person/{}"\nnative = "be"\nbe = ["{} Верасовіч"]\ngender = "m"\nsource = "general knowledge"\n'
    tables.write_text(row.format("ihar-vierasovic", "Ігар") + row.format("aleh-vierasovic", "Алег"), "utf-8")
    text = "Учора Верасовіч быў дома, і гэта праўда.\n"
    (record,) = [json.loads(line) for line in out("link", "--json", "--tables", tables, stdin=text).splitlines()]
    assert record["entity"] is record["canonical"] is None
    assert sorted(record["candidates"]) == ["person/aleh-vierasovic", "person/ihar-vierasovic"]
    assert " ?  person/" in out("link", "--tables", tables, stdin=text)


def test_offsets_count_characters_of_the_whole_input():
    text = "\ufeff😀 Путин\r\nи Minsk"
    records = [json.loads(line) for line in out("link", "--json", stdin=text).splitlines()]
    assert [(text[one["start"] : one["end"]], one["line"]) for one in records] == [("Путин", 1), ("Minsk", 2)]


def test_normalize_is_the_library_and_leaves_the_rest():
    text = "\ufeff" + TEXT.replace("\n", "\r\n") + "no newline at the end: Lukaschenko"
    for to in ("en", "be-bgn-pcgn-1979"):
        assert run("normalize", "--to", to, stdin=text).stdout_bytes.decode() == normalize(text, to)
    assert "Лукашэнка" in out("normalize", "--to", "be", "--inflect", "base", stdin="Пра Лукашэнку і ўсё астатняе")


def test_a_difference_is_a_unified_diff(tmp_path):
    file = tmp_path / "news.txt"
    text = "one\nLukashenko and Putin\nthree\nfour Lukashenko"
    file.write_text(text, "utf-8")
    told = out("normalize", "--to", "be-bgn-pcgn-1979", "--diff", file)
    assert told == (
        f"--- {file}\n+++ {file}\n@@ -2 +2 @@\n-Lukashenko and Putin\n+Lukashenka and Putin\n@@ -4 +4 @@\n"
        "-four Lukashenko\n\\ No newline at end of file\n+four Lukashenka\n\\ No newline at end of file\n"
    )
    assert out("normalize", "--to", "en", "--diff", stdin="nobody\n") == ""


def test_normalize_as_json_gives_the_text_before_and_after():
    (line,) = out("normalize", "--to", "be-bgn-pcgn-1979", "--json", stdin="Lukashenko\n").splitlines()
    record = json.loads(line)
    assert (record["text"], record["normalized"], record["to"]) == ("Lukashenko\n", "Lukashenka\n", "be-bgn-pcgn-1979")


@given(st.text(st.sampled_from("aя \n\r\t."), max_size=200), st.integers(1, 60))
def test_windows_are_the_text_cut_at_spaces(text, size):
    pieces = list(documents(Source("-", io.BytesIO(text.encode()), "text"), size))
    assert "".join(piece.text for piece in pieces) == text
    for piece in pieces:
        before = text[: piece.start]
        assert text.startswith(piece.text, piece.start)
        assert (piece.line, piece.column) == (before.count("\n") + 1, piece.start - before.rfind("\n"))
        assert len(piece.text.encode()) <= size or len(piece.text) == 1
    for piece, after in zip(pieces, pieces[1:], strict=False):
        assert piece.text[-1].isspace() or " " not in piece.text[1:] and "\n" not in piece.text[1:]
        assert after.start == piece.start + len(piece.text)


def test_windows_are_cut_at_blank_lines_first():
    text = "one two\n\nthree four\nfive six seven\n"
    pieces = [piece.text for piece in documents(Source("-", io.BytesIO(text.encode()), "text"), 14)]
    assert pieces[0] == "one two\n\n"


def test_own_tables_are_laid_over_ours(tmp_path):
    tables = tmp_path / "own.toml"
    tables.write_text(ENTITY, "utf-8")
    assert "nobody we know" in out("resolve", "Зося Верасовая")
    assert "person/zosia-vierasovaja" in out("resolve", "--tables", tables, "Зося Верасовая")
    assert "person/zosia-vierasovaja" in out("link", "--tables", tables, stdin="Прыйшла Зося Верасовая.\n")
    told = json.loads(out("resolve", "--json", "--tables", tables, "Зося Верасовая"))
    assert told["tables"] == digest(tables) != digest()


def test_a_wrong_table_is_said_in_one_line(tmp_path):
    tables = tmp_path / "own.toml"
    tables.write_text(ENTITY.replace("source", "sauce"), "utf-8")
    assert "own.toml: person/zosia-vierasovaja: " in fault("link", "--tables", tables)
    done = run("tables", "validate", tables, code=1)
    assert "own.toml: person/zosia-vierasovaja: " in done.stdout_bytes.decode()


# ------------------------------------------------------------------ match, resolve, schemes


def test_match_says_same_or_different_by_exit_code(tmp_path):
    assert re.fullmatch(r"\d\.\d\d  same\n", out("match", "Alyaksandr Lukashenka", "Александр Лукашенко"))
    assert re.fullmatch(r"0\.\d\d  different\n", out("match", "Іван Іваноў", "Пятро Кот", code=1))
    assert out("match", "--kind", "org", "Ministry of Defense", "Ministry of Defence").endswith("same\n")
    drawn = tmp_path / "match.svg"
    out("match", "--svg", str(drawn), "Ян Чыж", "Jan Čyž")
    assert drawn.read_text(encoding="utf-8") == translit.match("Ян Чыж", "Jan Čyž").svg()
    explained = out("match", "--explain", "Alyaksandr Lukashenka", "Александр Лукашенко")
    assert explained == translit.match("Alyaksandr Lukashenka", "Александр Лукашенко").explain().rstrip("\n") + "\n"


def test_resolve_lists_candidates():
    told = out("resolve", "Loukachenko", "Мінск", "-n", "1").splitlines()
    assert told[0] == "Loukachenko" and "person/aliaksandr-lukashenka" in told[1]
    assert told[2] == "Мінск" and "place/minsk" in told[3] and len(told) == 4
    told = out("resolve", "-n", "1", stdin="\ufeffLoukachenko\r\n\nМінск").splitlines()
    assert (told[0], told[2]) == ("Loukachenko", "Мінск")
    (result,) = json.loads(out("resolve", "--json", "Loukachenko", "-n", "1"))["results"]
    best = Gazetteer.load().resolve("Loukachenko")[0]
    assert result["name"] == "Loukachenko"
    assert result["candidates"] == [
        {"entity": best.entity.id, "kind": "person", "canonical": "Alexander Lukashenko", "score": best.score,
         "matched": best.match.right}
    ]  # fmt: skip


def test_resolve_can_fail_for_strangers():
    assert "nobody we know" in out("resolve", "Хтосьці Невядомы")
    assert "nobody we know" in out("resolve", "-e", "Мінск", "Хтосьці Невядомы", code=1)
    run("resolve", "-e", "Мінск")


def test_schemes_are_listed_shown_and_compared():
    known = {scheme.id for scheme in translit.schemes(lang="be")}
    assert {line.split()[0] for line in out("schemes", "list", "--lang", "be").splitlines()} == known
    shown = out("schemes", "show", "be-bgn")
    assert shown.startswith("be-bgn-pcgn-1979\n") and "rules\n" in shown and "examples\n" in shown
    compared = dict(line.split() for line in out("schemes", "compare", "Хоцімск", "--lang", "be").splitlines())
    assert compared == {scheme: romanize("Хоцімск", scheme) for scheme in known}


def test_a_word_is_compared_under_the_schemes_that_know_its_letters():
    compared = dict(line.split(maxsplit=1) for line in out("schemes", "compare", "Ўзда").splitlines())
    assert BE in compared and "ru-icao-9303" not in compared
    assert len(out("schemes", "compare", "Minsk").splitlines()) == len(translit.schemes())


# ------------------------------------------------------------------ bad input


def test_bad_files_are_said_in_one_line(tmp_path):
    assert fault("romanize", tmp_path / "no.txt") == f"{tmp_path}/no.txt: no such file"
    assert "text itself comes by pipe" in fault("romanize", "Віцебск")
    assert fault("romanize", tmp_path) == f"{tmp_path}: is a folder; name the files in it"
    good = tmp_path / "good.txt"
    good.write_text("Мінск\n", "utf-8")
    assert run("romanize", good, tmp_path / "no.txt", code=2).stdout_bytes == b"", "nothing before the check"
    assert "null" in fault("romanize", "a\0b")


@pytest.mark.parametrize("command", ["romanize", "normalize", "link", "resolve"])
def test_undecodable_bytes_are_placed_by_line_and_byte(command):
    assert fault(command, stdin=b"ok\n\xd0\x9c\xe9\n").startswith(
        "-:2:3: byte 0xE9 is not UTF-8; save the file as UTF-8"
    )
    assert fault(command, stdin="ok".encode("utf-16")) == "-:1:1: is UTF-16; save the file as UTF-8"
    assert fault(command, stdin=b"\xed\xa0\x80").startswith("-:1:1: byte 0xED"), "half a surrogate pair is no UTF-8"


def test_lines_before_undecodable_bytes_are_written():
    for args in (("-s", BE), ()):
        assert run("romanize", *args, stdin="Мінск\n".encode() + b"\xff\n", code=2).stdout_bytes == b"Minsk\n"


def test_words_that_are_no_text_are_refused():
    assert "is not UTF-8" in fault("match", "\udcff", "b")
    assert "is not UTF-8" in fault("resolve", "\udcff")
    assert "is not UTF-8" in fault("schemes", "compare", "\udcff")


def test_format_and_columns_must_fit(tmp_path):
    table = tmp_path / "a.csv"
    table.write_text("name\nМінск\n", "utf-8")
    for command in ("romanize", "normalize", "link"):
        assert "is a table; name columns with -c" in fault(command, table)
        assert "is text and has no columns" in fault(command, "-c", "name", tmp_path / "a.txt")
    assert out("romanize", "-s", BE, "--input-format", "text", table) == "name\nMinsk\n"


# ------------------------------------------------------------------ output files


def test_output_replaces_the_file_when_all_is_written(tmp_path):
    source, target = tmp_path / "a.txt", tmp_path / "b.txt"
    source.write_text("Мінск\n", "utf-8")
    assert out("romanize", "-s", BE, source, source, "-o", target) == ""
    assert target.read_text("utf-8") == "Minsk\nMinsk\n"
    run("romanize", "-s", BE, source, "-o", source)
    assert source.read_text("utf-8") == "Minsk\n"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.txt", "b.txt"]


def test_a_failed_run_leaves_the_old_file(tmp_path):
    target = tmp_path / "b.txt"
    target.write_text("old", "utf-8")
    fault("romanize", "-o", target, stdin="Мінск\n".encode() + b"\xff")
    assert target.read_text("utf-8") == "old" and [file.name for file in tmp_path.iterdir()] == ["b.txt"]


def test_output_places_that_cannot_be_written(tmp_path):
    assert "no folder" in fault("romanize", "-o", tmp_path / "no" / "b.txt", stdin="Я")
    assert fault("romanize", "-o", tmp_path, stdin="Я") == f"{tmp_path}: is a folder; name a file"
    (tmp_path / "file").write_text("")
    assert "cannot be written" in fault("romanize", "-o", tmp_path / "file" / "b.txt", stdin="Я")
    if Path("/dev/full").exists():
        assert "/dev/full: cannot be written (No space left on device)" in fault(
            "romanize", "-o", "/dev/full", stdin="Я"
        )


def test_links_modes_and_devices_are_respected(tmp_path):
    target, alias = tmp_path / "b.txt", tmp_path / "alias"
    target.write_text("old", "utf-8")
    target.chmod(0o640)
    alias.symlink_to(target)
    run("romanize", "-o", alias, stdin="Я")
    assert alias.is_symlink() and target.read_text("utf-8") != "old" and target.stat().st_mode & 0o777 == 0o640
    run("romanize", "-o", os.devnull, stdin="Я")
    assert not Path(os.devnull).is_file()


# ------------------------------------------------------------------ processes


def test_utf8_whatever_the_locale_says(tmp_path):
    (tmp_path / "Мінск.txt").write_text("Мінск\n", "utf-8")
    for locale in ({"LC_ALL": "C"}, {"LANG": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        kept = {name: value for name, value in environment().items() if not name.startswith("LC_")} | locale
        code, output, errors = ended(start("schemes", "compare", "Мінск", env=kept))
        assert (code, errors) == (0, "") and "Minsk" in output.decode("utf-8")
        code, output, errors = ended(start("romanize", "-s", "нешта", env=kept))
        assert code == 2 and "no scheme 'нешта'" in errors


def test_a_closed_pipe_ends_quietly(tmp_path):
    (tmp_path / "long.txt").write_text("Мінск\n" * 200_000, "utf-8")
    for command in ("romanize -s be-national-2007 long.txt", "romanize --json -s be-national-2007 long.txt", "--help"):
        process = start(shell=f"{{ translit {command}; echo $? >&2; }} | true", cwd=tmp_path)
        assert ended(process) == (0, b"", "0\n")


def test_full_and_closed_standard_streams_are_said():
    if Path("/dev/full").exists():
        code, _, errors = ended(start(shell="echo Мінск | translit romanize --lang be > /dev/full"))
        assert (code, errors) == (2, "translit: standard output: cannot be written (No space left on device)\n")
    code, _, errors = ended(start(shell="echo Мінск | translit romanize --lang be >&-"))
    assert (code, errors) == (2, "translit: standard output is closed; name a file with -o\n")
    code, _, errors = ended(start(shell="translit romanize --lang be <&-"))
    assert code == 2 and errors.startswith("translit: standard input is closed")


def test_lines_come_out_as_they_come_in():
    process = start("romanize", "-s", BE)
    for word, written in (("Мінск", "Minsk"), ("Хоцімск", "Chocimsk")):
        process.stdin.write(f"{word}\n".encode())
        process.stdin.flush()
        assert process.stdout.readline() == f"{written}\n".encode()
    process.stdin.close()
    assert process.wait(30) == 0


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_leaves_nothing_half_written(sent, code, tmp_path):
    target = tmp_path / "b.txt"
    target.write_text("old", "utf-8")
    process = start("romanize", "-s", BE, "-o", str(target))
    process.stdin.write("Мінск\n".encode() * 100_000)
    process.stdin.flush()
    for _ in range(500):
        if len(list(tmp_path.iterdir())) > 1:
            break
        time.sleep(0.01)
    process.send_signal(sent)
    assert process.wait(30) == code
    assert b"Traceback" not in process.stderr.read()
    assert target.read_text("utf-8") == "old" and [file.name for file in tmp_path.iterdir()] == ["b.txt"]


def test_an_interrupted_run_has_said_what_was_done():
    process = start("romanize", "-s", BE)
    process.stdin.write("Мінск\n".encode())
    process.stdin.flush()
    assert process.stdout.readline() == b"Minsk\n"
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 130


def test_a_bug_is_one_line_and_a_traceback_on_demand(monkeypatch):
    monkeypatch.setattr("translit.cli.romanizing.reads_tables", lambda *_: 1 / 0)
    done = CliRunner().invoke(root, ["romanize"], input=b"")
    assert (
        done.exit_code == 2
        and done.stderr.startswith("translit: bug: ZeroDivisionError")
        and done.stderr.count("\n") == 1
    )
    for args in (["--debug", "romanize"], ["romanize", "--debug"]):
        done = CliRunner().invoke(root, args, input=b"")
        assert done.exit_code == 2 and "Traceback" in done.stderr and "translit: bug: " in done.stderr


HEAVY = ("numpy", "rapidfuzz", "icu", "unidecode", "pyarrow", "importlib.metadata", "asyncio", "csv")


@pytest.mark.parametrize("args", ["--version", "--help", "romanize -s be-national-2007", "romanize"])
def test_light_commands_import_nothing_heavy(args):
    code = (
        "import sys; from translit.cli import main\ntry: main()\n"
        f"finally: print(*sorted(set({HEAVY}) & sys.modules.keys()), file=sys.stderr)"
    )
    process = subprocess.run(
        [sys.executable, "-c", code, *args.split()], input="Віцебск".encode(), capture_output=True, env=environment()
    )
    assert process.returncode == 0 and process.stderr.split() == []


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_said_at_a_terminal_only_and_wiped(monkeypatch, tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * 1000)
    times = iter([0.0, 0.5, 2.0, 2.0, 2.1])
    monkeypatch.setattr("time.monotonic", lambda: next(times))
    for stream, said in ((Terminal(), f"\r\x1b[K{file}: 50 %\r\x1b[K"), (io.StringIO(), "")):
        monkeypatch.setattr(sys, "stderr", stream)
        with file.open("rb") as opened, Progress(Source(str(file), opened, "text")) as progress:
            progress.step()
            opened.seek(500)
            progress.step()
            progress.step()
        assert stream.getvalue() == said
