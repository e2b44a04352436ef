"""The package against the Convention's own index and text, where they lie beside the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from uncc.provisions import addresses, art

SHARED = Path(__file__).resolve().parents[3] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the Convention's text is not beside this checkout")


@needs_shared
def test_the_index_is_that_of_the_convention() -> None:
    """Every address, title and chapter is that of the Convention's own index."""
    index = json.loads((SHARED / "convention" / "provisions.json").read_text(encoding="utf-8"))
    ours = [str(provision) for provision in addresses()]
    theirs = [f"Art. {row['article']}{part}" for row in index for part in row["provisions"] or [""]]
    assert ours == theirs
    for row in index:
        provision = art(row["article"])
        assert (provision.article_title, provision.chapter) == (row["title"], row["chapter"])


@needs_shared
def test_no_citation_is_wrong_and_no_sentence_is_copied() -> None:
    """The checker of citations and of copied sentences prints no row."""
    checkout = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, str(SHARED / "tools" / "check_text")],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
