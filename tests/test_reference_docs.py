"""The reference pages and the picture of all schemes are what their generators make of the tables today."""

from __future__ import annotations

import doctest
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from translit.tables.entities import FIELDS

DOCS = Path(__file__).resolve().parent.parent / "docs"
REMAKE = "run: python docs/reference/build.py; python docs/pictures/schemes.py"


def load(path):
    spec = spec_from_file_location(f"made_by_{path.stem}", path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def build():
    return load(DOCS / "reference" / "build.py")


@pytest.fixture(scope="module")
def pages(build):
    return build.pages()


def test_reference_pages_are_those_of_the_tables(pages):
    written = {f"schemes/{path.name}": path for path in (DOCS / "reference" / "schemes").glob("*.md")}
    written |= {name: DOCS / "reference" / name for name in ("schemes.md", "table-fields.md")}
    stale = [name for name, text in pages.items() if name not in written or written[name].read_text("utf-8") != text]
    assert not stale and written.keys() == pages.keys(), f"{stale or written.keys() - pages.keys()}; {REMAKE}"


def test_picture_of_schemes_is_that_of_the_tables():
    drawn = load(DOCS / "pictures" / "schemes.py").draw()
    assert (DOCS / "pictures" / "schemes.svg").read_text("utf-8") == drawn, REMAKE


def test_pages_tell_every_scheme(pages, build):
    for scheme in build.schemes():
        assert f"\n## {scheme.id}\n" in pages[f"schemes/{scheme.lang}.md"]
        assert f"[{scheme.id}](schemes/{scheme.lang}.md#{build.slug(scheme.id)})" in pages["schemes.md"]


def test_page_of_fields_tells_every_field(pages):
    for field in FIELDS:
        assert f"| `{field}` |" in pages["table-fields.md"]


def test_a_reversible_scheme_writes_no_two_letters_alike(build):
    for scheme in build.schemes():
        if scheme.reversible:
            assert build.collisions(scheme) == ([], []), scheme.id


def test_docstrings_are_true(build):
    assert doctest.testmod(build).failed == 0
