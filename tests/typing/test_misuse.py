"""Misuse that would give a wrong legal answer is an error for the type checkers."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MISUSE = Path(__file__).parent / "misuse" / "misuse.py"


def _marked(checker: str) -> set[int]:
    """Return the lines that this checker must find fault with."""
    lines = MISUSE.read_text(encoding="utf-8").splitlines()
    return {number for number, line in enumerate(lines, 1) if re.search(rf"# ({checker}|both): ", line)}


@pytest.mark.long
def test_mypy_finds_every_misuse_and_nothing_else() -> None:
    """`if finding:`, `not finding`, a missing ground and a fact that is none are errors for mypy."""
    command = [sys.executable, "-m", "mypy", "--strict", "--warn-unreachable", "--no-incremental", str(MISUSE)]
    out = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert {int(line) for line in re.findall(r"misuse\.py:(\d+): error", out)} == _marked("mypy"), out


@pytest.mark.long
@pytest.mark.skipif(shutil.which("pyright") is None, reason="pyright is not installed")
def test_pyright_finds_every_misuse_and_nothing_else() -> None:
    """The same for pyright, which does not see through the fields of an attrs class."""
    command = ["pyright", "--pythonpath", sys.executable, "--project", str(MISUSE.parent)]
    out = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert {int(line) for line in re.findall(r"misuse\.py:(\d+):\d+ - error", out)} == _marked("pyright"), out
