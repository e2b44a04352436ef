"""Hypothesis: no time limit for a single example, since a machine may be slow; in CI its own profile holds."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("patient", deadline=None)
if "CI" not in os.environ:
    settings.load_profile("patient")
