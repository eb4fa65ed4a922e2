"""How long the property tests look: ``core`` as a rule, ``long`` with HYPOTHESIS_PROFILE=long (``./run test long``)."""

import gc
import os

from hypothesis import settings

# The first example of a test may compile tables: no deadline. Where CI is set, the same examples every time.
settings.register_profile("core", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or "core")

# What the tables hold is kept for the whole run: looking through it for garbage again and again takes a tenth of the time.
gc.set_threshold(200_000, 50, 1000)
