"""The command `uncc diff`: two days of one file, two files, and mistakes in the call."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from uncc.cases import Entry, PreservationCase, ReportDifference, assess, diff
from uncc.cli import main
from uncc.doors.serial import from_json, load_case, to_json
from uncc.pages import as_text

EXAMPLES = Path(__file__).parents[2] / "examples"
HOSPITAL = EXAMPLES / "hospital_ransomware.json"
CASE = load_case(HOSPITAL, PreservationCase)
EARLY, LATE = date(2028, 3, 20), date(2028, 6, 20)

Capture = pytest.CaptureFixture[str]


def written(folder: Path, case: PreservationCase) -> str:
    """Return the path of a case that was written to a file."""
    path = folder / "after.json"
    path.write_text(to_json(case), encoding="utf-8")
    return str(path)


def test_two_days_of_one_file(capsys: Capture) -> None:
    """One file is enough: either day alone stands against that of the file."""
    for call, one, other in (
        (["--from", "2028-03-20", "--to", "2028-06-20"], EARLY, LATE),
        (["--to", "2028-06-20"], None, LATE),
        (["--from", "2028-06-20"], LATE, None),
    ):
        assert main(["diff", str(HOSPITAL), *call]) == 0
        assert capsys.readouterr() == (as_text(diff(assess(CASE, on=one), assess(CASE, on=other))), "")


def test_two_files(tmp_path: Path, capsys: Capture) -> None:
    """Two files are compared on their own days; JSON reads back as the value."""
    other = evolve(CASE, outlook=evolve(CASE.outlook, will_not_secure_data=True))
    assert main(["diff", str(HOSPITAL), written(tmp_path, other), "--format", "json"]) == 0
    assert from_json(capsys.readouterr().out, ReportDifference) == diff(assess(CASE), assess(other))


def test_each_day_is_one_of_knowledge(tmp_path: Path, capsys: Capture) -> None:
    """What became known between the two days is recorded between them; another day of knowledge holds for both."""
    entry = Entry(did="preserve", on=date(2028, 3, 10), known_on=date(2028, 4, 1), in_time=True)
    path = written(tmp_path, evolve(CASE, record=(entry,)))
    days = ["--from", "2028-03-20", "--to", "2028-06-20", "--format", "json"]
    assert main(["diff", path, *days]) == 0
    assert [one["known_on"] for one in json.loads(capsys.readouterr().out)["recorded"]] == ["2028-04-01"]
    assert main(["diff", path, *days, "--known-on", "2028-06-20"]) == 0
    assert json.loads(capsys.readouterr().out)["recorded"] == []


def test_one_file_without_a_day(capsys: Capture) -> None:
    """A file is not compared with itself: the call says what is missing."""
    with pytest.raises(SystemExit, match="2"):
        main(["diff", str(HOSPITAL)])
    assert "two files, or one file and its days: --from DAY, --to DAY, or both" in capsys.readouterr().err


def test_faults_name_their_file(tmp_path: Path, capsys: Capture) -> None:
    """What cannot be read, or compared, is told with the file that it is about."""
    missing = tmp_path / "none.json"
    assert main(["diff", str(HOSPITAL), str(missing)]) == 2
    assert capsys.readouterr().err.startswith(f"uncc: {missing}: ")
    assert main(["diff", str(missing), str(HOSPITAL)]) == 2
    assert capsys.readouterr().err.startswith(f"uncc: {missing}: ")
    house = EXAMPLES / "ransom_house.json"
    assert main(["diff", str(HOSPITAL), str(house)]) == 2
    assert capsys.readouterr() == (
        "",
        f"uncc: {house}: after.case: 'confiscation' is not that of the first report, preservation\n",
    )
    law = EXAMPLES / "statute_astoria.json"
    assert main(["diff", str(law), "--to", "2028-06-20"]) == 2
    assert "'domestic-law' is not a request" in capsys.readouterr().err
