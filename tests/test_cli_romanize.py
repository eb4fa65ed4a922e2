"""``translit romanize`` beyond one scheme and one process: --reverse, --all-schemes, --jobs, several columns."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections import deque
from pathlib import Path

import pytest
from cli_runner import BE, ended, fault, out, run, start
from examples import environment
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import cyrillize, romanize, schemes
from translit.cli import workers
from translit.cli.reading import Source, line_blocks, line_ranges, path_for_others
from translit.cli.workers import Task, do_in_order
from translit.errors import InputError

UK = [one.id for one in schemes(lang="uk")]


# ------------------------------------------------------------------ --reverse


def test_reverse_reads_each_word_and_keeps_the_rest_byte_for_byte():
    text = "\ufeffAliaksandr Čyž!\r\n\r\n  Minsk — 1920,\tЯ 😀\x00\rb\nMinsk"
    written = "\ufeffАляксандр Чыж!\r\n\r\n  Мінск — 1920,\tЯ 😀\x00\rб\nМінск"
    assert run("romanize", "--reverse", "-s", BE, stdin=text).stdout_bytes.decode() == written
    assert out("romanize", "--reverse", stdin="") == ""
    assert out("romanize", "--reverse", "-s", "uk-national-2010", stdin="Quixote\n") == "Quixote\n"


def test_reverse_takes_the_default_scheme_of_the_language():
    assert out("romanize", "--reverse", stdin="Lukashenka\n") == "Лукашэнка\n"
    assert out("romanize", "--reverse", "--lang", "ru", stdin="Lukashenko\n") == "Лукашенко\n"
    assert out("romanize", "--reverse", "--lang", "uk", stdin="Shcherbak\n") == "Щербак\n"


def test_reverse_as_json_has_the_candidates_of_each_line():
    lines = out("romanize", "--reverse", "-s", BE, "--json", stdin="Minsk\r\n\n2\n").splitlines()
    first, *others = map(json.loads, lines)
    readings = cyrillize("Minsk", BE)
    assert len(readings) > 1 and first["candidates"] == [
        {"text": one.text, "score": one.score, "scheme": BE} for one in readings
    ]
    assert (first["line"], first["text"], first["cyrillized"], first["scheme"]) == (1, "Minsk", "Мінск", BE)
    assert [(one["line"], one["text"], one["cyrillized"]) for one in others] == [(2, "", ""), (3, "2", "2")]


def test_reverse_of_a_column():
    text = "id,name\n1,Minsk\n2,\n3,Chocimsk\n"
    written = "id,name,name_cyrillized\n1,Minsk,Мінск\n2,,\n3,Chocimsk,Хоцімск\n"
    assert out("romanize", "--reverse", "-s", BE, "-c", "name", stdin=text) == written


# ------------------------------------------------------------------ --all-schemes


def test_all_schemes_write_a_line_each_and_a_blank_line_between(tmp_path):
    expected = [[f"{scheme}\t{romanize(word, scheme)}\n" for scheme in UK] for word in ("Щербак", "", "Юля")]
    text = "\n".join("".join(lines) for lines in expected)
    assert out("romanize", "--all-schemes", "--lang", "uk", stdin="\ufeffЩербак\r\n\nЮля") == text
    for name, content in (("a.txt", "Щербак\n\n"), ("empty.txt", ""), ("b.txt", "Юля")):
        (tmp_path / name).write_text(content, "utf-8")
    files = [tmp_path / name for name in ("empty.txt", "a.txt", "b.txt")]
    assert out("romanize", "--all-schemes", "--lang", "uk", *files) == text


def test_all_schemes_are_those_of_the_language_that_is_judged():
    for text, lang in (("Лукашэнка ўчора\n", "be"), ("Щербак їхав до Львова\n", "uk"), ("Minsk\n", "ru")):
        ids = [line.split("\t")[0] for line in out("romanize", "--all-schemes", stdin=text).splitlines()]
        assert ids == [one.id for one in schemes(lang=lang)]
    assert "bg-" in out("romanize", "--all-schemes", "--lang", "bg", stdin="Щерев\n")


def test_all_schemes_as_json_and_as_columns():
    record = json.loads(out("romanize", "--all-schemes", "--lang", "uk", "--json", stdin="Щербак\n"))
    assert record["romanized"] == {scheme: romanize("Щербак", scheme) for scheme in UK}
    head, row = out("romanize", "--all-schemes", "-c", "a,b", stdin="a,b\nЩербак Їжак,Лукашэнка ўчора\n").splitlines()
    be = [one.id for one in schemes(lang="be")]
    assert head.split(",") == ["a", "b", *(f"a_{one}" for one in UK), *(f"b_{one}" for one in be)]
    assert row.split(",")[2:] == [
        *(romanize("Щербак Їжак", one) for one in UK), *(romanize("Лукашэнка ўчора", one) for one in be)
    ]  # fmt: skip
    assert "has a column 'a_uk-icao-9303' already" in fault(
        "romanize", "--all-schemes", "--lang", "uk", "-c", "a", stdin="a,a_uk-icao-9303\nЯ,\n"
    )


# ------------------------------------------------------------------ what goes together


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--all-schemes", "--reverse"), "--all-schemes and --reverse do not go together"),
        (("--all-schemes", "-s", BE), "--all-schemes and --scheme do not go together"),
        (("--reverse", "--on-foreign", "keep"), "--reverse and --on-foreign do not go together"),
        (("--reverse", "--stress", "keep"), "--reverse and --stress do not go together"),
        (("--jobs", "2", "-c", "name"), "--jobs is for text; leave it out with -c"),
        (("--jobs", "-1"), "invalid value for '--jobs'"),
        (("--all-schemes", "--lang", "xx"), "no language 'xx'"),
        (("--reverse", "--lang", "xx"), "no language 'xx'"),
        (("--reverse", "-s", "be-nationl-2007"), "no scheme 'be-nationl-2007'; nearest: be-national-2007"),
    ],
    ids=" ".join,
)
def test_options_that_do_not_go_together_are_said(args, said):
    assert said in fault("romanize", *args)


# ------------------------------------------------------------------ columns


def test_columns_between_commas_are_several_unless_one_has_that_name():
    text = 'a;b;"a,b"\nМінск;Я;Ё\n'
    args = ("romanize", "-s", BE)
    assert out(*args, "-c", "b,a", stdin="a;b\nМінск;Я\n") == "a;b;b_romanized;a_romanized\nМінск;Я;Ja;Minsk\n"
    assert out(*args, "-c", "a, b", "-c", "a", stdin="a;b\nМінск;Я\n").startswith("a;b;a_romanized;b_romanized\n")
    assert out(*args, "-c", "a,b", stdin=text).endswith("\nМінск;Я;Ё;Jo\n")
    assert fault(*args, "-c", "a,x", stdin="a;b\nМінск;Я\n") == "-: no column 'x'; there are: a, b"
    assert fault(*args, "-c", ",", stdin="a;b\nМінск;Я\n") == "-: no column ','; there are: a, b"
    record = json.loads(out(*args, "-c", "a,b", "--input-format", "jsonl", stdin='{"a": "Я", "b": "Ё"}\n'))
    assert (record["a_romanized"], record["b_romanized"]) == ("Ja", "Jo")


# ------------------------------------------------------------------ blocks


@settings(max_examples=50)
@given(st.binary(max_size=60).map(lambda data: data.replace(b"\x01", b"\n")), st.integers(1, 8))
def test_blocks_are_whole_lines_of_any_size(data, size):
    blocks = list(line_blocks(Source("-", io.BytesIO(data), "text"), size))
    assert b"".join(blocks) == data and all(block.endswith(b"\n") for block in blocks[:-1])


def test_lines_before_a_fault_are_written():
    text = "Мінск\nда ж Ҳ\nЯ\n"
    done = run("romanize", "-s", BE, "--on-foreign", "error", stdin=text, code=2)
    assert done.stdout_bytes == b"Minsk\n" and done.stderr.startswith("translit: -:2:6: ")


# ------------------------------------------------------------------ --jobs

LINES = "Хоцімск, ЦЁМНЫ ЛЕС — ён і Я. Щ\r\nMinsk 😀 Шчучын\n\n"


@pytest.fixture(scope="module")
def long_file(tmp_path_factory):
    """Some blocks, the last line without its end."""
    file = tmp_path_factory.mktemp("jobs") / "long.txt"
    file.write_text("\ufeff" + LINES + "Хоцімск быў пад Клімавічамі, і лес шумеў.\r\n\n" * 60_000 + "Мінск", "utf-8")
    return file


def translit(*args, **more):
    process = start("romanize", *map(str, args), **more)
    return ended(process)


def test_several_processes_write_what_one_writes(long_file, tmp_path):
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    assert translit("-s", BE, long_file, "-o", one) == (0, b"", "")
    assert translit("-s", BE, "--jobs", "2", long_file, "-o", two) == (0, b"", "")
    text = one.read_bytes()
    assert text == two.read_bytes() and text.decode() == romanize(long_file.read_bytes().decode(), BE)
    code, output, errors = ended(start(shell=f"cat {long_file} | translit romanize -s {BE} --jobs 0"))
    assert (code, errors) == (0, "") and output == text


@pytest.mark.parametrize("args", ["--json", "--all-schemes --lang be", "--reverse", "--lang auto"])
def test_every_way_of_writing_goes_by_several_processes(args, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(LINES * 900, "utf-8")  # 86 KB: more than a block
    command = [*args.split(), "a.txt", "b.txt"]
    one, two = (translit(*command, "--jobs", jobs, cwd=tmp_path) for jobs in (1, 2))
    assert one == two and one[0] == 0 and len(one[1]) > 80_000


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="files are shared by /proc")
@pytest.mark.parametrize("text", ["", "a", "a\n", "\n\nb", "ab\nc\n" * 9 + "defghi" * 5 + "\nj\nk", "a" * 40], ids=len)
def test_ranges_are_the_blocks(text, tmp_path):
    (tmp_path / "a.txt").write_text(text)
    for size in (1, 2, 7, 16, 99):
        with open(tmp_path / "a.txt", "rb") as stream:
            source = Source("a.txt", stream, "text")
            path = path_for_others(source)
            ranges = list(line_ranges(source, path, size))
            assert all(some.lines_before() == text[: some.start].count("\n") for some in ranges)
            stream.seek(0)
            assert [some.read() for some in ranges] == list(line_blocks(source, size))


def test_faults_are_those_of_one_process(tmp_path):
    head = "Мінск\n" * 300_000
    for name, tail in (("a.txt", b"\xff\n"), ("b.txt", "да ж Ҳ\n".encode())):
        (tmp_path / name).write_bytes(head.encode() + tail + head.encode())
        command = ("-s", BE, "--on-foreign", "error", name)
        one, two = (translit(*command, "--jobs", jobs, cwd=tmp_path) for jobs in (1, 2))
        assert one == two and one[0] == 2 and one[2].startswith(f"translit: {name}:300001:")
        assert one[1] == b"Minsk\n" * 300_000


def test_lines_come_out_as_they_come_in_from_several_processes():
    process = start("romanize", "-s", BE, "--jobs", "2")
    for word, written in (("Мінск", "Minsk"), ("Хоцімск", "Chocimsk"), ("Я", "Ja")):
        process.stdin.write(f"{word}\n".encode())
        process.stdin.flush()
        assert process.stdout.readline() == f"{written}\n".encode()
    process.stdin.close()
    assert process.wait(30) == 0


def test_a_closed_pipe_ends_several_processes(long_file):
    process = start(shell=f"{{ translit romanize -s {BE} --jobs 2 {long_file}; echo $? >&2; }} | true")
    assert ended(process) == (0, b"", "0\n")


def children(number):
    """The processes that a process has begun."""
    return [int(one) for one in Path(f"/proc/{number}/task/{number}/children").read_text().split()]


def is_alive(number):
    status = Path(f"/proc/{number}/stat")
    try:
        return status.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize(
    ("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)], ids=lambda one: str(one)
)
def test_an_interrupted_run_leaves_no_file_and_no_process(sent, code, tmp_path):
    target = tmp_path / "b.txt"
    target.write_text("old", "utf-8")
    # A group of its own, told as a terminal tells Ctrl-C: every process in it at once.
    process = start("romanize", "-s", BE, "--jobs", "2", "-o", str(target), start_new_session=True)
    begun = []
    for _ in range(500):
        process.stdin.write("Мінск\n".encode() * 1000)
        process.stdin.flush()
        begun = children(process.pid)
        if len(begun) == 2:
            break
        time.sleep(0.01)
    assert len(begun) == 2
    if sent == signal.SIGINT:
        os.killpg(process.pid, sent)
    else:
        process.send_signal(sent)
    assert process.wait(30) == code
    assert process.stderr.read() == b"" and target.read_text("utf-8") == "old"
    if sent != signal.SIGKILL:
        assert [file.name for file in tmp_path.iterdir()] == ["b.txt"]
    for _ in range(500):
        if not any(map(is_alive, begun)):
            break
        time.sleep(0.01)
    assert not any(map(is_alive, begun))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")
def test_a_lost_process_is_said():
    process = start("romanize", "-s", BE, "--jobs", "2")
    process.stdin.write("Мінск\n".encode())
    process.stdin.flush()
    assert process.stdout.readline() == b"Minsk\n"
    os.kill(children(process.pid)[0], signal.SIGKILL)
    code, output, errors = ended(process, "Мінск\n".encode())
    assert (code, output) == (2, b"")
    assert errors == "translit: a process of --jobs was ended from outside (is memory short?); try --jobs 1\n"


def count_lines(name, line, block):
    """A work for tests: says what it was given; a block of nothing is a bug."""
    if not block:
        raise ZeroDivisionError(name)
    return f"{name}{line}{block.decode()}{os.getpid()}".encode(), None


def test_results_come_in_order_and_few_tasks_are_out_at_once():
    given = deque()

    def tasks():
        for line in range(20):
            given.append(line)
            yield Task(count_lines, "a", line, b":")

    processes = set()
    for line, (done, told) in enumerate(do_in_order(tasks(), 2)):
        head, process = done.decode().split(":")
        assert (head, told) == (f"a{line}", None) and given[-1] <= line + 4
        processes.add(process)
    assert len(processes) == 2 and str(os.getpid()) not in processes


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="the system gives out processors by itself")
def test_processes_share_the_processors(monkeypatch):
    monkeypatch.setattr("os.sched_getaffinity", lambda number: {0, 2, 3, 5})
    for jobs, shares in ((2, [{0, 3}, {2, 5}]), (3, [{0, 5}, {2}, {3}]), (5, [{0}, {2}, {3}, {5}, {0}])):
        assert [workers._share(place, jobs) for place in range(jobs)] == shares


def test_a_bug_in_another_process_is_one_here():
    with pytest.raises(RuntimeError, match="ZeroDivisionError: a"):
        list(do_in_order([Task(count_lines, "a", 1, b"")], 2))


def test_what_was_read_before_a_fault_is_given_out():
    def tasks():
        yield Task(count_lines, "a", 1, b":")
        raise InputError("no more")

    for jobs in (1, 2):
        results = do_in_order(tasks(), jobs)
        assert next(results)[0].startswith(b"a1:")
        with pytest.raises(InputError, match="no more"):
            next(results)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads memory use in /proc")
def test_memory_does_not_grow_with_the_input(long_file):
    peak = []
    for times in (1, 4):
        script = (
            "import resource, sys; from translit.cli import main\ntry: main()\n"
            "finally: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
        )
        command = [sys.executable, "-c", script, "romanize", "-s", BE, *[str(long_file)] * times, "-o", os.devnull]
        done = subprocess.run(command, capture_output=True, env=environment(), check=True)
        peak.append(int(done.stderr))
    assert peak[1] < 1.3 * peak[0], peak
