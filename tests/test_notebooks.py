"""Every notebook under `examples/notebooks` runs from its first cell to its last, and answers its question."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

NOTEBOOKS = Path(__file__).resolve().parents[1] / "examples" / "notebooks"
CELL = re.compile(r"^```\{code-cell\}\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
TITLE = re.compile(r"^# .+\n\n\*\*[^*]+\?\*\*$", re.MULTILINE)


def printed(name: str) -> str:
    """Return what the cells of a notebook print, run in order as one program."""
    out, space = io.StringIO(), {"__name__": "notebook"}
    with contextlib.redirect_stdout(out):
        for cell in CELL.finditer((NOTEBOOKS / name).read_text(encoding="utf-8")):
            exec(compile(cell["code"], name, "exec"), space)
    return out.getvalue()


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.md")), ids=lambda path: path.name)
def test_each_opens_with_a_question(path: Path) -> None:
    """The first thing below the title is a question that somebody has."""
    assert TITLE.search(path.read_text(encoding="utf-8"))
