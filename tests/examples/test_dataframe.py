"""The docket of the examples, held against the rules called one by one."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from uncc import Ground, Offence, Position, PreservationRequest, Reservation, State, StateParty, art, may_refuse

SCRIPT = Path(__file__).resolve().parents[2] / "examples" / "dataframe.py"

pytestmark = pytest.mark.skipif(not find_spec("pandas"), reason="needs examples/dataframe_requirements.txt")


@pytest.fixture(scope="module")
def script() -> Any:
    """Return the example, as a module."""
    spec = spec_from_file_location("dataframe", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_docket_keeps_its_rows(script: Any) -> None:
    """Ten thousand requests come back in their order, each answered on every ground and with its last day."""
    docket = script.docket()
    answered = script.answered(docket)
    assert len(answered) == 10_000
    assert list(answered["reference"]) == list(docket["reference"])
    assert not answered.filter(like="may_refuse_for_").isna().any().any()
    for row in answered.to_dict("records"):
        after = row["last_day"] - row["effected_on"]
        assert script.pd.isna(after) is (row["assistance_requested"] is not False)
        assert script.pd.isna(after) or after.days == row["period_days"]


def test_what_is_not_known_stays_apart_from_no(script: Any) -> None:
    """A missing fact is never taken for false: each row has the answer that the rule gives for its facts alone."""
    for row in script.answered(script.docket(300)).to_dict("records"):
        known = {name: None if script.pd.isna(row[name]) else bool(row[name]) for name in script.FACTS}
        reservations = {
            True: (Reservation(provision=art(42, 5), stands=True, made_with_consent=True),),
            False: (),
            None: None,
        }[known["reserved"]]
        finding = may_refuse(
            PreservationRequest(
                offence=Offence(title="x", established_in_accordance=known["established_in_accordance"])
            ),
            Ground.DUAL_CRIMINALITY,
            position=Position(
                requires_dual_criminality_for_disclosure=True,
                doubts_dual_criminality_at_disclosure=known["doubts_dual_criminality_at_disclosure"],
            ),
            requested=StateParty(state=State("Borduria"), reservations=reservations),
        )
        assert row["may_refuse_for_dual-criminality"] == finding.truth.value
        of_interests = {True: "yes", False: "no", None: "unknown"}[known["prejudices_essential_interests"]]
        assert row["may_refuse_for_essential-interests"] == of_interests


def test_the_example_runs() -> None:
    """The example prints its summary and nothing on standard error."""
    done = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.startswith("10000 requests, ")
    assert done.stderr == ""
