"""How the tests run: no time limit for a single example, and which of them a newcomer need not wait for.

A machine may be slow, so that Hypothesis sets no limit. The profiles say how far tests look, with `tests.effort`:
CONTRIBUTING.md has them in a table.
"""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test, settings

# No test sees the text of the Convention that whoever runs them may have brought.
os.environ["UNCC_DATA"] = str(Path(__file__).parent / "no_such_folder")

settings.register_profile("short", deadline=None, derandomize=True, max_examples=10)
settings.register_profile("further", deadline=None, derandomize=True, max_examples=25)
settings.register_profile("full", deadline=None, derandomize=True, max_examples=100)
settings.register_profile("free", deadline=None, max_examples=100, print_blob=True)
settings.register_profile("far", deadline=None, max_examples=4_000, stateful_step_count=80, print_blob=True)
settings.load_profile("short")

TESTS = Path(__file__).parent
SHORT = "not long"
"""What runs where nothing else is asked for (`pyproject.toml`)."""
LONG = {
    *("metamorphic", "proof", "proof_tables", "saying_less", "stateful", "words"),
    *("test_benchmarks.py", "test_fuzz.py", "test_growth.py", "test_heap.py"),
}
"""What a newcomer need not wait for, beside the single tests that say so: proofs, sweeps and what draws at length."""
SCALED = {
    *("metamorphic", "offences", "proof", "proof_tables", "stateful"),
    *("test_art22_establishing.py", "test_art42_worlds.py", "test_fuzz.py", "test_readings_are_handed_on.py"),
}
"""Beside the tests of Hypothesis, those that look further in the full run than in the short one."""


def pytest_configure(config: pytest.Config) -> None:
    """Run what is long where it is named: `python -m pytest tests/proof`."""
    named = {part for argument in config.args for part in Path(argument.partition("::")[0]).parts}
    if named & LONG and config.option.markexpr == SHORT:
        config.option.markexpr = ""


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out of the short run what is long, before it is read; None lets pytest decide."""
    return True if collection_path.name in LONG and config.option.markexpr == SHORT else None


@pytest.hookimpl(tryfirst=True)  # before what is not wanted is left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what takes long, and what looks further in the full run."""
    for item in items:
        where = {*item.path.relative_to(TESTS).parts}
        if where & LONG:
            item.add_marker(pytest.mark.long)
        if where & SCALED or is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker(pytest.mark.scaled)


def pytest_collection_finish() -> None:
    """Look no more for garbage among the tests themselves, which are many and stay."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
