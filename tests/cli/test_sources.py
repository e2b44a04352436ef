"""What a command reads: several files, and standard input for `-`."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from uncc.cases import assess
from uncc.cli import main
from uncc.doors.parsing import MOST_BYTES
from uncc.doors.serial import load_case, to_json
from uncc.pages import as_markdown, as_text, reports_calendar

EXAMPLES = Path(__file__).parents[2] / "examples"
HOSPITAL, STATUTE = EXAMPLES / "hospital_ransomware.json", EXAMPLES / "statute_drovia.json"
MAILBOX, RECORD = EXAMPLES / "preserved_mailbox.json", EXAMPLES / "review_drovia.csv"
DEPOSITS = EXAMPLES / "deposits.csv"

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> object:
    """Return what a call prints while a file comes in by standard input; by name and by `-` it must be the same."""

    def run(path: Path, *arguments: str) -> str:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(path.read_bytes())))
        assert main([*arguments]) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    return run


@pytest.mark.parametrize(
    ("path", "arguments"),
    [
        (HOSPITAL, ["assess", "-"]),
        (HOSPITAL, ["assess", "-", "--format", "json"]),
        (HOSPITAL, ["diff", "-", "--to", "2028-06-20"]),
        (MAILBOX, ["draft", "-", "--document", "assistance-request"]),
        (DEPOSITS, ["status", "-", "--on", "2029-06-30"]),
        (RECORD, ["review", "-"]),
        (EXAMPLES / "review_borduria.json", ["review", "-"]),
        (STATUTE, ["review", str(RECORD), "--law", "-"]),
        (DEPOSITS, ["review", str(RECORD), "--deposits", "-"]),
    ],
)
def test_standard_input_is_read_as_a_file(path: Path, arguments: list[str], said: object) -> None:
    """`-` stands for standard input wherever a file is read: a case, a table, a law, a record of either form."""
    assert callable(said)
    by_name = [str(path) if argument == "-" else argument for argument in arguments]
    assert said(path, *arguments) == said(path, *by_name)


def test_what_is_wrong_with_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """It is read once, up to the most that is read of a file, and a fault in it is told of `-`."""
    with pytest.raises(SystemExit):
        main(["assess", "-", "-"])
    assert "standard input (-) can be read once" in capsys.readouterr().err

    class Broken(io.BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    for stream, words in (
        (io.BytesIO(b"{"), "uncc: -: line 1, column 2: is not JSON"),
        (io.BytesIO(b"\xff"), "uncc: -: document: is not UTF-8: byte 0 is 0xff"),
        (io.BytesIO(b" " * (MOST_BYTES + 1)), f"uncc: -: document: is longer than {MOST_BYTES} bytes"),
        (Broken(), "uncc: -: document: cannot be read: Input/output error"),
    ):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream))
        assert main(["assess", "-"]) == 2
        assert words in capsys.readouterr().err


def test_several_files(capsys: Capture, tmp_path: Path) -> None:
    """Text is one report after another, each with the name of its file, Markdown too; JSON a list; ics one calendar."""
    paths = [str(HOSPITAL), str(MAILBOX)]
    reports = [assess(load_case(Path(path))) for path in paths]
    assert main(["assess", *paths]) == 0
    heads = [f"==> {path} <==\n" for path in paths]
    assert capsys.readouterr().out == "\n".join(
        f"{head}{report}\n" for head, report in zip(heads, reports, strict=True)
    )
    assert main(["assess", *paths, "--full"]) == 0
    assert capsys.readouterr().out == "\n".join(
        f"{head}{as_text(report)}" for head, report in zip(heads, reports, strict=True)
    )
    assert main(["assess", *paths, "--full", "--format", "md"]) == 0
    out = capsys.readouterr().out
    assert all(as_markdown(report).partition("\n\n")[2] in out for report in reports)
    files = re.findall(r"^- \*\*File:\*\* .*/(.*)$", out, re.MULTILINE)
    assert files == [r"hospital\_ransomware.json", r"preserved\_mailbox.json"]
    assert main(["assess", *paths, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [json.loads(to_json(report)) for report in reports]
    assert main(["assess", *paths, "--format", "ics", "--output", str(tmp_path / "days.ics")]) == 0
    assert (tmp_path / "days.ics").read_bytes().decode() == reports_calendar(iter(reports))  # type: ignore[arg-type]
    with pytest.raises(SystemExit):
        main(["assess", str(HOSPITAL), str(STATUTE), "--format", "ics"])
    assert "a report on a State's law has no deadlines" in capsys.readouterr().err


def test_every_fault_of_several_files_is_told(capsys: Capture, tmp_path: Path) -> None:
    """A fault in one of the files is told with those of all others, and nothing else is printed."""
    wrong, absent = tmp_path / "wrong.json", tmp_path / "absent.json"
    wrong.write_text('{"case": "x"}', encoding="utf-8")
    assert main(["assess", str(HOSPITAL), str(wrong), str(absent)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[0]) == ("", "uncc: 3 files: 2 faults")
    assert f"  {wrong}: case: 'x' is not one of: " in err
    assert f"  {absent}: document: cannot be read: " in err
