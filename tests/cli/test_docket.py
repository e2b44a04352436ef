"""The command `uncc docket`: what it prints of a folder, and mistakes in its call; and `--on` of `uncc assess`."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from uncc import assess, from_json, load_case, to_json
from uncc.cases import Docket, Entry, PreservationCase, docket
from uncc.cli import main
from uncc.pages import as_text, docket_csv

EXAMPLES = Path(__file__).parents[2] / "examples"
HOSPITAL = EXAMPLES / "hospital_ransomware.json"
ON = date(2028, 6, 20)

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a case, a law, which has no days, and a file that is none of the library."""
    for name in ("hospital_ransomware.json", "statute_drovia.json", "deposits.csv"):
        shutil.copy(EXAMPLES / name, tmp_path)
    return tmp_path


def test_the_docket_is_printed(folder: Path, capsys: Capture) -> None:
    """Text is the form unless another is asked for; JSON, CSV and the days ahead can be asked for."""
    case = load_case(folder / "hospital_ransomware.json", PreservationCase)
    found = docket({"hospital_ransomware.json": case}, on=ON)
    assert main(["docket", str(folder), "--on", str(ON)]) == 0
    assert capsys.readouterr() == (as_text(found), "")
    assert main(["docket", str(folder), "--on", str(ON), "--format", "json"]) == 0
    assert from_json(capsys.readouterr().out, Docket) == found
    assert main(["docket", str(folder), "--on", str(ON), "--format", "csv", "--within", "30"]) == 0
    later = docket({"hospital_ransomware.json": case}, on=ON, within=30)
    assert capsys.readouterr().out == docket_csv(later)


def test_one_calendar_of_all_days(folder: Path, capsys: Capture) -> None:
    """Each event names its request and rings an alarm."""
    pytest.importorskip("icalendar")
    assert main(["docket", str(folder), "--on", "2028-03-13", "--format", "ics"]) == 0
    out = capsys.readouterr().out.replace("\r\n ", "")
    assert out.count("BEGIN:VCALENDAR") == 1
    assert out.count("SUMMARY:NPS-CYB-2028-0147/PR-02: ") == out.count("BEGIN:VEVENT") >= 3
    assert out.count("BEGIN:VALARM") == 2 * out.count("BEGIN:VEVENT")


def test_a_request_of_a_later_day_has_nothing_yet(folder: Path, capsys: Capture) -> None:
    """What was not yet made or received is neither late nor due, and takes no day of the others out of the calendar."""
    pytest.importorskip("icalendar")
    shutil.copy(EXAMPLES / "request_to_send_back.json", folder)
    assert main(["docket", str(folder), "--on", "2028-05-05"]) == 0
    out = capsys.readouterr().out
    assert "7/2028" not in out
    assert "Cases with nothing late and nothing due\n" in out
    assert "request_to_send_back.json" in out
    assert main(["docket", str(folder), "--on", "2028-05-05", "--format", "ics"]) == 0
    out = capsys.readouterr().out
    assert "NPS-CYB-2028-0147/PR-02: " in out.replace("\r\n ", "")
    assert "7/2028" not in out


def test_what_a_calendar_cannot_tell_names_its_file(folder: Path, capsys: Capture) -> None:
    """The complaint is about the one file in which the record contradicts the case."""
    pytest.importorskip("icalendar")
    case = load_case(folder / "hospital_ransomware.json", PreservationCase)
    document = to_json(evolve(case, record=(Entry(did="preserve", on=date(2028, 4, 1)),)))
    (folder / "hospital_ransomware.json").write_text(document, encoding="utf-8")
    assert main(["docket", str(folder), "--on", str(ON), "--format", "ics"]) == 2
    assert "hospital_ransomware.json: record" in capsys.readouterr().err


def test_an_empty_calendar_is_no_file(tmp_path: Path, capsys: Capture) -> None:
    """Of a folder without cases there is no calendar: the call says so, and nothing is written."""
    pytest.importorskip("icalendar")
    path = tmp_path / "days.ics"
    with pytest.raises(SystemExit):
        main(["docket", str(tmp_path), "--on", "2028-03-13", "--format", "ics", "--output", str(path)])
    assert "the reports have no day for a calendar" in capsys.readouterr().err
    assert not path.exists()


def test_without_the_extra_a_calendar_is_refused(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
    with pytest.raises(SystemExit) as error:
        main(["docket", str(folder), "--on", "2028-03-13", "--format", "ics"])
    assert error.value.code == 2
    assert "uncc[calendar]" in capsys.readouterr().err


def test_every_fault_of_every_file_is_told(folder: Path, capsys: Capture) -> None:
    """Nothing is printed, and each fault names its file."""
    (folder / "one.json").write_text('{"case": "preservation"}', encoding="utf-8")
    (folder / "two.json").write_text("[]", encoding="utf-8")
    assert main(["docket", str(folder), "--on", str(ON)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "one.json: as_of: is missing" in err
    assert "two.json: document: " in err


def test_what_is_no_folder(capsys: Capture) -> None:
    """A file is no folder."""
    assert main(["docket", str(HOSPITAL), "--on", str(ON)]) == 2
    assert "is no folder" in capsys.readouterr().err


def test_a_case_on_another_day(capsys: Capture) -> None:
    """`--on` asks about another day, `--known-on` leaves out what became known later; a law has no day."""
    case = load_case(HOSPITAL, PreservationCase)
    assert main(["assess", str(HOSPITAL), "--on", str(ON), "--known-on", "2028-04-01"]) == 0
    assert capsys.readouterr().out == f"{assess(case, on=ON, known_on=date(2028, 4, 1))}\n"
    assert main(["assess", str(EXAMPLES / "statute_drovia.json"), "--on", str(ON)]) == 2
    assert "not on a day" in capsys.readouterr().err
