"""Hypothesis: no time limit for a single example, since a machine may be slow; in CI its own profile holds.

`--hypothesis-profile=long` looks much further than the usual run: see `tests.effort`.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.register_profile("long", deadline=None, max_examples=4_000, stateful_step_count=80, print_blob=True)
if "CI" not in os.environ:
    settings.load_profile("patient")
