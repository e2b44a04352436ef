"""The command for a State that joins: what it prints and writes, and how it ends."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from uncc.cases import DomesticLaw
from uncc.cli import main
from uncc.doors.deposits import load_deposits
from uncc.doors.serial import load_case, to_json
from uncc.kernel.parties import State
from uncc.pages import as_markdown, as_text, as_xlsx
from uncc.review import StateRecord, load_record, ratification_file

EXAMPLES = Path(__file__).parents[2] / "examples"
RECORD, DEPOSITS, LAW = EXAMPLES / "review_drovia.csv", EXAMPLES / "deposits.csv", EXAMPLES / "statute_drovia.json"
CALL = ["join", str(RECORD), "--deposits", str(DEPOSITS), "--on", "2028-06-01"]

Capture = pytest.CaptureFixture[str]


@pytest.mark.no_cover
def test_the_file_of_a_state_is_printed(capsys: Capture) -> None:
    """With its laws, the deposits and a day for the instrument; in each form that goes to the screen."""
    record = load_record(RECORD)
    record = StateRecord(
        state=record.state,
        as_of=record.as_of,
        implementations=record.implementations,
        law=load_case(LAW, DomesticLaw),
    )
    found = ratification_file(record, load_deposits(DEPOSITS), date(2028, 6, 1), deposit_on=date(2028, 6, 30))
    call = [*CALL, "--law", str(LAW), "--deposit-on", "2028-06-30"]
    for form, text in (("text", as_text(found)), ("md", as_markdown(found)), ("json", to_json(found) + "\n")):
        assert main([*call, "--format", form]) == 0
        assert capsys.readouterr() == (text, "")


def test_a_name_alone_is_enough(capsys: Capture) -> None:
    """Without a record or deposits nothing is known, and the acts are told all the same."""
    assert main(["join", "--state", "Nordmark", "--on", "2027-07-01"]) == 0
    found = ratification_file(StateRecord(state=State("Nordmark")), on=date(2027, 7, 1))
    assert capsys.readouterr() == (as_text(found), "")


def test_a_workbook_is_written(tmp_path: Path, capsys: Capture) -> None:
    """It goes into a file, with the bytes of its form."""
    found = ratification_file(load_record(RECORD), load_deposits(DEPOSITS), date(2028, 6, 1))
    path = tmp_path / "file.xlsx"
    assert main([*CALL, "--format", "xlsx", "--output", str(path)]) == 0
    assert path.read_bytes() == as_xlsx(found)
    assert capsys.readouterr() == ("", "")


def test_what_cannot_be_is_one_complaint(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """A day of deposit before that of the file; a workbook without its library."""
    assert main([*CALL, "--deposit-on", "2028-05-31"]) == 2
    told = f"uncc: {DEPOSITS}: deposit_on: '2028-05-31' is not a day on or after that of the file, 2028-06-01\n"
    assert capsys.readouterr() == ("", told)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    path = tmp_path / "file.xlsx"
    assert main([*CALL, "--format", "xlsx", "--output", str(path)]) == 2
    assert 'XLSX needs openpyxl: pip install "uncc[xlsx]"' in capsys.readouterr().err
    assert not path.exists()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["join"], "give a file on the State, or its name with --state"),
        ([*CALL, "--state", "Nordmark"], "give a file on the State, or its name with --state"),
        (["join", "--state", "Nordmark"], "give --on DAY: no record says of which day it is"),
        ([*CALL, "--format", "xlsx"], "say with --output where to write it"),
        ([*CALL, "--on", "soon"], "is not a calendar day"),
    ],
)
def test_a_mistaken_call(arguments: list[str], complaint: str, capsys: Capture) -> None:
    """A mistake in the call ends with status 2 and one complaint."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert complaint in capsys.readouterr().err
