"""Every block of Python in the README and the documents runs, and prints what stands below it."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
DOCUMENTS = [CHECKOUT / "README.md", *sorted((CHECKOUT / "docs").glob("**/*.md"))]
BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```$(?:\n+^```text\n(?P<printed>.*?)^```$)?", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)(?P<target>[^)#]+)\)")


def _blocks() -> list[Any]:
    return [
        pytest.param(found["code"], found["printed"], id=f"{document.name}:{number}")
        for document in DOCUMENTS
        for number, found in enumerate(BLOCK.finditer(document.read_text(encoding="utf-8")), 1)
    ]


@pytest.mark.parametrize(("code", "printed"), _blocks())
def test_the_block_runs_and_prints_what_stands_below_it(code: str, printed: str | None) -> None:
    """A reader who pastes the block sees what the document shows."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "document", "exec"), {"__name__": "document"})
    if printed is not None:
        assert out.getvalue() == printed


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    """A relative link names a file of the checkout."""
    for found in LINK.finditer(document.read_text(encoding="utf-8")):
        assert (document.parent / found["target"]).exists(), found["target"]
