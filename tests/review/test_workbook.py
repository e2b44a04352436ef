"""The table to fill in as a workbook: part of the Convention, choices to pick from, and read again."""

from __future__ import annotations

import csv
import io
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from uncc.cli import main
from uncc.kernel.errors import DocumentError, InvalidProvision
from uncc.kernel.provisions import Provision
from uncc.review import ImplementationStatus, Strength, load_record, template, template_workbook
from uncc.review.workbook import csv_of

Capture = pytest.CaptureFixture[str]


def provisions(table: str) -> list[Provision]:
    """Return the provisions of a table."""
    return [Provision.parse(line["provision"]) for line in csv.DictReader(io.StringIO(table))]


def test_the_template_is_of_a_chapter_and_a_strength() -> None:
    """Each provision stands in the template of its chapter and of its strength alone."""
    parts = [one for chapter in range(1, 10) for one in provisions(template(chapter=chapter))]
    assert parts == provisions(template())
    by_strength = [set(provisions(template(strength=strength))) for strength in Strength]
    assert sum(map(len, by_strength)) == len(set[Provision]().union(*by_strength)) < 486
    assert set(provisions(template(chapter=6, strength=Strength.TO_ENDEAVOUR))) == by_strength[2] & {
        one for one in parts if one.chapter == 6
    }
    with pytest.raises(InvalidProvision, match="no such chapter as 10"):
        template(chapter=10)


def test_a_workbook_is_filled_in_and_read(tmp_path: Path) -> None:
    """Days can be days of the spreadsheet, or its texts; a status is picked from those that there are."""
    path = tmp_path / "state.xlsx"
    path.write_bytes(template_workbook(chapter=2, strength=Strength.MANDATORY))
    book: Any = openpyxl.load_workbook(path)
    sheet = book.active
    (status, reserved) = sheet.data_validations.dataValidation
    assert status.formula1 == f'"{",".join(one.value for one in ImplementationStatus)}"'
    assert reserved.formula1 == '"yes,no"'
    for cell, value in {
        "A2": "Astoria",
        "B2": date(2029, 1, 31),
        "G2": "Partly",
        "I2": datetime(2028, 2, 3),
        "H2": 7,
    }.items():
        sheet[cell] = value
    book.save(path)
    record = load_record(path)
    (answer,) = record.implementations
    assert (record.state.name, record.as_of) == ("Astoria", date(2029, 1, 31))
    assert (answer.status, answer.since, answer.measure) == (ImplementationStatus.PARTLY, date(2028, 2, 3), "7")


def test_a_workbook_has_no_clock_in_it() -> None:
    """The same table gives the same bytes on any day."""
    first = template_workbook(chapter=6)
    assert template_workbook(chapter=6) == first
    with ZipFile(io.BytesIO(first)) as parts:
        assert b"1980-01-01T00:00:00Z</dcterms:modified>" in parts.read("docProps/core.xml")


def test_what_is_no_workbook_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other bytes, another archive, one that is too long, and one without a sheet are each told in one message."""
    other, long = io.BytesIO(), template_workbook(chapter=6)
    with ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "a")
    for content in (b"no archive", other.getvalue()):
        with pytest.raises(DocumentError, match=r"is not a workbook \(XLSX\)"):
            csv_of(content)
    monkeypatch.setattr("uncc.review.workbook.MOST_UNPACKED", 1_000)
    with pytest.raises(DocumentError, match="longer than 1000 bytes when it is unpacked"):
        csv_of(long)
    monkeypatch.setattr("uncc.review.workbook.MOST_UNPACKED", 40_000_000)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(DocumentError, match="a workbook needs openpyxl"):
        csv_of(long)


def test_the_command_writes_a_workbook(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Into a file alone; part of it where that is asked for; and what goes with the template goes with it alone."""
    path = tmp_path / "state.xlsx"
    call = ["review", "--template", "--chapter", "6", "--strength", "option", "--format", "xlsx"]
    assert main([*call, "--output", str(path)]) == 0
    assert path.read_bytes() == template_workbook(chapter=6, strength=Strength.OPTION)
    assert main(["review", "--template", "--chapter", "6"]) == 0
    assert capsys.readouterr().out == template(chapter=6)
    for wrong, told in (
        (call, "an XLSX file is not printed: say with --output where to write it"),
        (
            ["review", "state.json", "--chapter", "6"],
            "--chapter, --strength and the formats csv and xlsx go with --template",
        ),
    ):
        with pytest.raises(SystemExit):
            main(wrong)
        assert told in capsys.readouterr().err
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert main([*call, "--output", str(path)]) == 2
    assert 'a workbook needs openpyxl: pip install "uncc[xlsx]"' in capsys.readouterr().err
