"""The docket over Dask, started as a program: what comes back from its workers is what one process says."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from uncc.cases import Report, assess
from uncc.doors.serial import load_case

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

pytestmark = pytest.mark.skipif(
    not (find_spec("distributed") and find_spec("pandas")), reason="needs examples/dask_requirements.txt"
)


def printed(name: str) -> list[str]:
    """Return the lines that an example prints."""
    command = [sys.executable, str(EXAMPLES / name)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=240).stdout.splitlines()


def test_a_cluster_says_what_one_process_says() -> None:
    """The summary of ten thousand requests is that of pandas alone; the reports have come back whole."""
    over_dask, alone = printed("dask_docket.py"), printed("dataframe.py")
    assert over_dask[: len(alone)] == alone
    reports = over_dask[len(alone) :]
    assert len(reports) == 3
    report = assess(load_case(EXAMPLES / "ransom_house.json"))
    assert isinstance(report, Report)
    assert reports[-1].startswith(f"{report.header.reference}: grounds ")
    assert reports[-1].endswith(f", {len(report.open_questions)} open")
