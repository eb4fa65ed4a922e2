"""Every example in a docstring is true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import translit

MODULES = sorted(
    found.name for found in pkgutil.walk_packages(translit.__path__, "translit.") if ".cli" not in found.name
)
EXTRAS = ["translit.engines.polars"]  # import a library that need not be there


@pytest.mark.parametrize("name", ["translit", *(name for name in MODULES if name not in EXTRAS)])
def test_docstring_examples(name):
    failed, _ = doctest.testmod(importlib.import_module(name))
    assert failed == 0
