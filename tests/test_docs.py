"""The examples of README and docs are true: Python ones by doctest, ``$`` ones by the shell, links lead somewhere."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest
from examples import run_console

ROOT = Path(__file__).resolve().parent.parent
ENGINES = {"deduplicate-in-duckdb.md"}  # needs what ./run test engines installs
PAGES = [
    pytest.param(page, marks=pytest.mark.engines if page.name in ENGINES else ())
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))
]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`([\w.-]+\.(?:toml|tsv|csv|txt|sql))`:\n\n```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def name(page):
    return page.relative_to(ROOT).as_posix()


def blocks(page, *languages):
    return [body for language, body in FENCE.findall(page.read_text(encoding="utf-8")) if language in languages]


@pytest.fixture
def desk(page, tmp_path, monkeypatch):
    """A folder with the files that the page says are there."""
    for needed in ("duckdb", "polars") if page.name in ENGINES else ():
        pytest.importorskip(needed, reason=f"{needed} is not installed")
    for file, body in FILE.findall(page.read_text(encoding="utf-8")):
        (tmp_path / file).write_text(body, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_python_examples(page, desk):
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    scope: dict[str, object] = {}
    said: list[str] = []
    for body in blocks(page, "python"):
        test = doctest.DocTestParser().get_doctest(body, scope, name(page), str(page), 0)
        runner.run(test, out=said.append, clear_globs=False)
        scope = test.globs
    assert not said, "".join(said)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_console_examples(page, desk):
    wrong = [problem for body in blocks(page, "console") for problem in run_console(body, desk)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page):
    missing = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]
    assert not missing
