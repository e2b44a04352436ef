"""What the library returns travels between processes: pickled and read again it is the same, and says the same."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from tests.formulas import findings
from uncc.cases import assess
from uncc.doors.serial import load_case, to_json
from uncc.kernel.findings import Finding
from uncc.questions.exploration import explore

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
CASES = sorted(path for path in EXAMPLES.glob("*.json") if not path.name.startswith("review_"))


def sent(value: Any) -> Any:
    """Return a value as it comes out of a pickle."""
    return pickle.loads(pickle.dumps(value))


@given(findings(readings=True))
def test_a_finding_travels(finding: Finding) -> None:
    """It is equal, explains itself in the same words, and can still be asked."""
    there = sent(finding)
    assert there == finding
    assert there.truth is finding.truth
    assert there.explain() == finding.explain()
    assert there.open_questions == finding.open_questions
    assert explore(there).weights == explore(finding).weights


@pytest.mark.long
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_and_its_report_travel(path: Path) -> None:
    """Both are equal, and give the same JSON."""
    case = load_case(path)
    assert sent(case) == case
    report = assess(case)
    assert sent(report) == report
    assert to_json(sent(report)) == to_json(report)


@pytest.mark.long
def test_another_process_gives_the_same_reports() -> None:
    """A process that starts from nothing is sent cases and sends reports back."""
    cases = [load_case(path) for path in CASES]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(assess, cases)) == [assess(case) for case in cases]
