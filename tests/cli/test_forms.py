"""Every form of what a command gives: what is printed, and what stands in the file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from uncc.cases import assess
from uncc.cli import main
from uncc.doors.deposits import load_deposits
from uncc.doors.serial import load_case, to_json
from uncc.final_provisions import status_table
from uncc.pages import Told, as_docx, as_html, as_markdown, as_text
from uncc.review import load_record, review, template

EXAMPLES = Path(__file__).parents[2] / "examples"
HOSPITAL, STATUTE = EXAMPLES / "hospital_ransomware.json", EXAMPLES / "statute_drovia.json"
RECORD, DEPOSITS = EXAMPLES / "review_drovia.csv", EXAMPLES / "deposits.csv"
CALLS: dict[str, tuple[list[str], Callable[[], Told]]] = {
    "request": (["assess", str(HOSPITAL), "--full"], lambda: assess(load_case(HOSPITAL))),
    "law": (["assess", str(STATUTE), "--full"], lambda: assess(load_case(STATUTE))),
    "review": (["review", str(RECORD)], lambda: review(load_record(RECORD))),
    "status": (
        ["status", str(DEPOSITS), "--on", "2029-06-30"],
        lambda: status_table(load_deposits(DEPOSITS), date(2029, 6, 30)),
    ),
}
TEXTS: dict[str, Callable[[Told], str]] = {
    "text": as_text,
    "md": as_markdown,
    "html": as_html,
    "json": lambda found: to_json(found) + "\n",
}

Capture = pytest.CaptureFixture[str]


@pytest.mark.long
@pytest.mark.parametrize("name", CALLS)
def test_every_report_has_every_form(name: str, tmp_path: Path, capsys: Capture) -> None:
    """Each form is printed, or written into a file with the same bytes and nothing printed; DOCX is a file alone."""
    call, make = CALLS[name]
    found = make()
    for form, write in TEXTS.items():
        assert main([*call, "--format", form]) == 0
        assert capsys.readouterr() == (write(found), "")
        path = tmp_path / form
        assert main([*call, "--format", form, "--output", str(path)]) == 0
        assert path.read_bytes() == write(found).encode()
    path = tmp_path / "docx"
    assert main([*call, "--format", "docx", "--output", str(path)]) == 0
    assert path.read_bytes() == as_docx(found)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("name", CALLS)
def test_docx_is_not_printed(name: str, capsys: Capture) -> None:
    """Without a file to write, DOCX is a mistake in the call."""
    with pytest.raises(SystemExit) as ended:
        main([*CALLS[name][0], "--format", "docx"])
    assert ended.value.code == 2
    assert "say with --output where to write it" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["ics", "svg"])
def test_days_are_written_into_a_file_too(form: str, tmp_path: Path, capsys: Capture) -> None:
    """A calendar and a picture stand in the file byte by byte as they are printed."""
    assert main(["assess", str(HOSPITAL), "--format", form]) == 0
    printed = capsys.readouterr().out
    path = tmp_path / "days"
    assert main(["assess", str(HOSPITAL), "--format", form, "--output", str(path)]) == 0
    assert capsys.readouterr() == ("", "")
    assert path.read_bytes() == printed.encode()


@pytest.mark.long
def test_a_curve_is_written_into_a_file_too(tmp_path: Path, capsys: Capture) -> None:
    """The picture of a table of deposits as well."""
    path = tmp_path / "curve.svg"
    assert main([*CALLS["status"][0], "--format", "svg", "--output", str(path)]) == 0
    assert capsys.readouterr() == ("", "")
    assert b"<svg" in path.read_bytes()


def test_the_table_to_fill_in_is_written_into_a_file_too(tmp_path: Path) -> None:
    """The template of a review is what is printed."""
    path = tmp_path / "state.csv"
    assert main(["review", "--template", "--output", str(path)]) == 0
    assert path.read_bytes() == template().encode()


@pytest.mark.parametrize("name", CALLS)
def test_without_the_extra(name: str, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """DOCX without python-docx is one complaint that says what to install, and no file."""
    monkeypatch.setitem(sys.modules, "docx", None)
    path = tmp_path / "page.docx"
    with pytest.raises(SystemExit) as ended:
        main([*CALLS[name][0], "--format", "docx", "--output", str(path)])
    assert ended.value.code == 2
    assert 'DOCX needs python-docx: pip install "uncc[docx]"' in capsys.readouterr().err
    assert not path.exists()


def test_a_file_that_cannot_be_written(tmp_path: Path, capsys: Capture) -> None:
    """The complaint names the file that was to be written."""
    path = tmp_path / "none" / "report.html"
    assert main(["assess", str(HOSPITAL), "--format", "html", "--output", str(path)]) == 2
    assert capsys.readouterr() == ("", f"uncc: {path}: document: cannot be written: No such file or directory\n")


def test_the_ending_of_the_file_says_the_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without `--format` the ending decides where it is known; one that says otherwise, or has no form, is refused."""
    draft = ["draft", str(HOSPITAL), "--document", "preservation-request"]
    assess = ["assess", str(HOSPITAL)]
    for call, name, begins in (
        (draft, "a.DOCX", b"PK"),
        (draft, "a.html", b"<!DOCTYPE html>"),
        (draft, "a.md", b"# "),
        (draft, "a.odd", b"# "),
        (assess, "a.json", b"{"),
        ([*assess, "--format", "case"], "b.json", b"{"),
        ([*draft, "--format", "md"], "a.txt", b"# "),
        (["review", "--template"], "a.csv", b"state,"),
    ):
        assert main([*call, "--output", str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_bytes().startswith(begins), name
    for call, name, said in (
        ([*draft, "--format", "docx"], "c.md", "--format docx contradicts the ending of"),
        (draft, "c.csv", "no .csv file comes of this command; its formats are text, md, html, docx"),
        (draft, "c.json", "no .json file comes of this command"),
    ):
        with pytest.raises(SystemExit) as left:
            main([*call, "--output", str(tmp_path / name)])
        assert left.value.code == 2
        assert said in capsys.readouterr().err
        assert not (tmp_path / name).exists()
