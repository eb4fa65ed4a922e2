"""How long the property tests look: ``core`` as a rule, ``long`` with HYPOTHESIS_PROFILE=long (``./run test long``)."""

import gc
import os

import pytest
from hypothesis import settings

# The first example of a test may compile tables: no deadline. Where CI is set, the same examples every time.
settings.register_profile("core", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or "core")

# What the tables hold is kept for the whole run: looking through it for garbage again and again takes a tenth of the time.
gc.set_threshold(200_000, 50, 1000)

PARTS = ("engines", "web")  # what runs only when asked for: ./run test engines


def pytest_collection_modifyitems(config, items):
    for part in PARTS:
        if part not in config.option.markexpr:
            skip = pytest.mark.skip(reason=f"asked for by ./run test {part}")
            for item in items:
                if item.get_closest_marker(part):
                    item.add_marker(skip)
