"""The page of traceability: generated, and up to date."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from uncc.catalogue import rows

CHECKOUT = Path(__file__).resolve().parents[1]
SCRIPT = CHECKOUT / "docs" / "traceability.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Return the script that writes the page, as a module."""
    spec = importlib.util.spec_from_file_location("traceability", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.long
def test_the_page_is_up_to_date(script: ModuleType) -> None:
    """The page says what the catalogue and the tests say now; where not, run `python docs/traceability.py`."""
    assert script.PAGE.read_text(encoding="utf-8") == script.page(), "run: python docs/traceability.py"


def test_every_row_stands_on_the_page(script: ModuleType) -> None:
    """Each row has a line, with its functions and a test of them, or with the reason that there are none."""
    lines = {line.split(" | ")[0]: line for line in script.PAGE.read_text(encoding="utf-8").splitlines()}
    for row in rows():
        line = lines[f"| {row.provision}"]
        assert row.modality.words in line
        assert all(f"`{name}`" in line for name in row.computed_by)
        assert row.reason is None or "none: " in line
        assert not row.computed_by or "](../tests/" in line, row.provision
