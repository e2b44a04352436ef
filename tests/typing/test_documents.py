"""What a reader pastes from the lessons passes the type checker that the reader may have."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_docs import BLOCK, CHECKOUT

PAGES = ("README.md", "docs/tutorial/*.md", "docs/how_to/*.md", "docs/what_if.md", "docs/other_systems.md")


@pytest.mark.long
def test_the_lessons_pass_mypy(tmp_path: Path) -> None:
    """Each block of Python in the README, the tutorial and the how-to pages, as strictly as the library itself."""
    for page in (page for pages in PAGES for page in sorted(CHECKOUT.glob(pages))):
        for number, found in enumerate(BLOCK.finditer(page.read_text(encoding="utf-8")), 1):
            (tmp_path / f"{page.stem}_{number}.py").write_text(found["code"], encoding="utf-8")
    assert len(list(tmp_path.iterdir())) > 30
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
