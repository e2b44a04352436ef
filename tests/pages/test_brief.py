"""The lines in brief: what of a request is a particular that is missing, and what does not hold of it otherwise."""

from __future__ import annotations

import json
from pathlib import Path

from uncc.cases import Report, assess
from uncc.doors.serial import read_case
from uncc.pages import as_text
from uncc.pages.reports.brief import particulars_missing

EXAMPLE = Path(__file__).parents[2] / "examples" / "preserved_mailbox.json"


def test_what_is_no_particular_is_not_called_missing() -> None:
    """Art. 40(14), (15): of two things that a request does not meet, the one that it does not contain is missing."""
    data = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    data["request"]["transmission"]["language_acceptable"] = False
    data["request"]["intended_use"] = None
    report = assess(read_case(json.dumps(data)))
    assert isinstance(report, Report)
    assert report.answer("conformity").finding.is_no
    assert [*particulars_missing(report)] == [("conformity", "what the evidence or assistance is for [Art. 40(15)(g)]")]


def test_what_is_still_to_come_is_asked_of_nobody() -> None:
    """Art. 42(8): while the later request is not decided, the last day turns on a decision that nobody is asked for."""
    data = json.loads(EXAMPLE.with_name("subscriber_information.json").read_text(encoding="utf-8"))
    waits, asks = " decided [Art. 42(8)], which is still to come", " decided [Art. 42(8)] (Tesmark can say)"
    for decided in (False, None):
        data["preservation"]["measure"]["decided"] = decided
        said = " ".join(as_text(assess(read_case(json.dumps(data)))).split())
        assert (waits in said, asks in said) == (decided is False, decided is None)
