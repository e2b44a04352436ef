"""Answers as a table: in and out without loss, what a spreadsheet writes, and every fault by row and column."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from tests.review.records import NOT, UNKNOWN, answer, record, records
from uncc.cases import DomesticLaw
from uncc.catalogue import Row, rows
from uncc.final_provisions import Practice
from uncc.kernel.errors import DocumentError, InvalidValue
from uncc.kernel.parties import State
from uncc.kernel.provisions import Provision, addresses
from uncc.procedural import ProceduralLaw
from uncc.review import StateRecord, from_csv, load_record, template, to_csv

HEAD = "state,as_of,provision,status,measure,since,evidence,note,reserved,reserved_on\n"
EXAMPLE = Path(__file__).parents[2] / "examples" / "review_drovia.csv"


def faults(text: str) -> list[str]:
    """Return the faults of a table, one line each."""
    with pytest.raises(DocumentError) as caught:
        from_csv(text)
    return str(caught.value).splitlines()


# Without loss


@pytest.mark.long
@given(records())
def test_a_table_without_loss(found: StateRecord) -> None:
    """What is written as a table is read again as it was, whatever its texts begin with or contain."""
    assert from_csv(to_csv(found)) == found


@given(records())
def test_no_cell_begins_a_formula(found: StateRecord) -> None:
    """No cell of what is written begins with a sign that a spreadsheet takes for the start of a formula."""
    for cells in csv.reader(io.StringIO(to_csv(found), newline="")):
        for cell in cells:
            assert not re.match("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]", cell), cell


@pytest.mark.parametrize(
    ("text", "cell"),
    [("=1+1", "'=1+1"), ("'=1", "''=1"), ("-x", "'-x"), ("'x", "'x"), ("x=1", "x=1"), ("@SUM", "'@SUM"), ("'", "'")],
)
def test_formulas_are_escaped(text: str, cell: str) -> None:
    """An apostrophe is set before what looks like a formula, and before what would look escaped, and nothing else."""
    found = record(answer("7(1)", measure=text))
    written = next(line for line in csv.DictReader(io.StringIO(to_csv(found))) if line["provision"] == "Art. 7(1)")
    assert written["measure"] == cell
    assert from_csv(to_csv(found)) == found


def test_a_table_cannot_hold_a_law() -> None:
    """Rather than lose the law, the table is refused."""
    law = DomesticLaw(state=State("Astoria"), title="Penal Code")
    with pytest.raises(InvalidValue, match=r"^law: 'Penal Code' is not what a table can hold: write JSON"):
        to_csv(record(law=law))
    with pytest.raises(InvalidValue, match=r"^procedural_law: 'a law' is not what a table can hold: write JSON"):
        to_csv(record(procedural_law=ProceduralLaw()))
    with pytest.raises(InvalidValue, match=r"^practice: 'a practice' is not what a table can hold: write JSON"):
        to_csv(record(practice=Practice(conference_asks=True)))


# The template


def test_the_template_has_every_provision_in_order() -> None:
    """There is a row for each of the 486 addresses, with what it is about where the catalogue knows it."""
    lines = list(csv.DictReader(io.StringIO(template())))
    assert [line["provision"] for line in lines] == [str(provision) for provision in addresses()]
    by_provision = {line["provision"]: line for line in lines}
    for row in rows():
        line = by_provision[str(row.provision)]
        assert (line["modality"], line["summary"]) == (row.modality.words, row.summary)
        assert line["bearers"] == "; ".join(bearer.words for bearer in row.bearers)
    assert {line["status"] for line in lines} == {""}


def test_the_template_without_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """A provision of which the catalogue knows nothing can be answered all the same."""
    monkeypatch.setattr("uncc.review.table.catalogue_row", dict[Provision, Row]().get)
    assert all(not line["summary"] for line in csv.DictReader(io.StringIO(template())))
    assert from_csv(to_csv(record(answer("7(1)")))) == record(answer("7(1)"))


def test_the_template_is_filled_in() -> None:
    """Who writes a name and a status into the template has a record of just that."""
    filled = template().replace(",,Art. 1(a)", "Astoria,2029-01-31,Art. 1(a)", 1)
    lines = [
        re.sub(",,,,,,,$", ",in-place,Act 1,,,,,", line) if line.startswith(",,Art. 7(1),") else line
        for line in filled.split("\r\n")
    ]
    found = from_csv("\r\n".join(lines))
    assert found == record(answer("7(1)", measure="Act 1"), as_of=date(2029, 1, 31))


def test_the_template_as_it_is_lacks_a_state() -> None:
    """A template that nobody has filled in is of no State."""
    assert faults(template()) == ["row 2, state: is missing: write the name of the State in one row"]


# What a spreadsheet writes


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_marks_and_line_ends(delimiter: str, mark: str, end: str) -> None:
    """Commas, semicolons and tabs, with or without a byte-order mark, and the line ends of every system."""
    lines = ["state;provision;status;note", 'Astoria;42(6);in-place;"a;b"', ";42(8);not;"]
    text = mark + end.join(line.replace('"a;b"', '"a\0b"').replace(";", delimiter) for line in lines) + end
    found = from_csv(text.replace("\0", delimiter))
    assert found == record(answer("42(6)", note=f"a{delimiter}b"), answer("42(8)", NOT))


def test_how_people_type() -> None:
    """Case and blanks in names do not matter, nor in the header; yes and true are the same."""
    header = "State , Provision,STATUS,Reserved,reserved on,Since\n"
    text = f"{header}Astoria,art. 11 (3), In Place ,YES,2028-01-31, 2027-05-09 \n"
    expected = answer("11(3)", reserved=True, reserved_on=date(2028, 1, 31), since=date(2027, 5, 9))
    assert from_csv(text) == record(expected)
    assert from_csv(text.replace("YES", "true").replace("In Place", "IN_PLACE")) == record(expected)


def test_blank_rows_empty_columns_and_short_rows() -> None:
    """Spreadsheets leave blank rows, pad with empty columns, and cut cells off at the end of a row."""
    text = "state,provision,status,note,,\nAstoria,,,,,\n,,,,,\n,42(6),not\n\n,42(8),,,,\n,42(9),,later,,\n"
    assert from_csv(text) == record(answer("42(6)", NOT), answer("42(9)", UNKNOWN, note="later"))


def test_the_columns_that_explain_are_not_read() -> None:
    """What somebody writes over a summary changes nothing."""
    text = "state,provision,modality,bearers,summary,status\nAstoria,42(6),x,y,z,in-place\n"
    assert from_csv(text) == record(answer("42(6)"))


def test_the_state_in_every_row() -> None:
    """The name may stand in every row, as long as it is the same."""
    assert from_csv("state,provision,status\nAstoria,7(1),not\nAstoria,8(1),not\n").state == State("Astoria")


# Faults


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "row 1: is not a header that names the columns: state, as_of, provision, modality, bearers, summary,"),
        (" , \n", "row 1: is not a header that names the columns: state,"),
        ("state,provision\nAstoria,7(1)\n", "row 1: has no column status; it has: 'state', 'provision'"),
        ("Land|Artikel\n", "row 1: has no column state; it has: 'land|artikel'"),
        ("state,provision,status,colour\n", "row 1, column 4: 'colour' is not one of: state, as_of, provision,"),
        ("state,provision,status,status\n", "row 1, column 4: status stands twice"),
    ],
)
def test_a_wrong_header(text: str, expected: str) -> None:
    """A header that does not fit is told, and no row is read then."""
    assert faults(text)[0].startswith(expected)
    assert all(fault.startswith("row 1") for fault in faults(text))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (",,42(11),not", "row 3, provision: there is no such provision as Art. 42(11): the parts of Art. 42 end at"),
        (",,fun,not", "row 3, provision: 'fun' is not a single citation such as 'Art. 42(6)'"),
        (",,42,not", "row 3, provision: 'Art. 42' is not answered as a whole: answer for its parts, Art. 42(1),"),
        (",,7(1),not", "row 3, provision: Art. 7(1) stands in row 2 already"),
        (",,,not", "row 3, provision: is missing"),
        (",,8(1),done", "row 3, status: 'done' is not one of: in-place, partly, not, not-applicable, unknown"),
        (
            ",,8(1),not,,09/05/2027",
            "row 3, since: '09/05/2027' is not a calendar day such as 2027-05-09, the year first",
        ),
        (",,8(1),not,,2027-02-30", "row 3, since: '2027-02-30' is not a calendar day"),
        (",,8(1),not,,9500-01-01", "row 3, since: '9500-01-01' is not a calendar day up to the year 9000"),
        (",,8(1),not,,,,,maybe", "row 3, reserved: 'maybe' is not yes, no or blank (not known)"),
        (",,8(1),not,,,,,,2027-01-01", "row 3, reserved_on: '2027-01-01' is not given where nothing is reserved"),
        (",,8(1),not,,,,,,,too much", "row 3: has 'too much' in a column that has no name"),
        ("Borduria,,8(1),not", "row 3, state: 'Borduria' is not 'Astoria', as row 2 says"),
        (",soon,8(1),not", "row 3, as_of: 'soon' is not a calendar day such as 2027-05-09, the year first"),
        (",,8(1),not," + "x" * 32_768, "is not a text of at most 32767 characters"),
    ],
)
def test_a_wrong_row(row: str, expected: str) -> None:
    """Each fault is told with its row and column, the value, and what would be right."""
    (found,) = faults(f"{HEAD}Astoria,,7(1),not\n{row}\n")
    assert expected in found


def test_days_of_the_record_agree() -> None:
    """The day of the record is one."""
    text = f"{HEAD}Astoria,2029-01-01,7(1),not\n,2029-02-01,8(1),not\n"
    assert faults(text) == ["row 3, as_of: '2029-02-01' is not '2029-01-01', as row 2 says"]
    assert from_csv(text.replace("2029-02-01", "2029-01-01")).as_of == date(2029, 1, 1)


def test_all_faults_are_told_at_once() -> None:
    """Every faulty row is told, and no more than fifty of them."""
    assert len(faults(HEAD + "Astoria,,42(11),x\n,,99,x\n,,7(1),x\n")) == 3
    many = faults(HEAD + "".join(f"Astoria,,7(1),{number}\n" for number in range(80)))
    assert len(many) == 51
    assert many[-1] == "document: has more faults than these 50"


def test_a_cell_that_is_not_closed() -> None:
    """What is no CSV is told with the row in which it begins."""
    assert faults(f'{HEAD}Astoria,,7(1),not\n,,8(1),"not\n') == ["row 3: is not CSV: unexpected end of data"]
    assert faults(f'{HEAD}"Astoria') == ["row 2: is not CSV: unexpected end of data"]


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    """A cell with line breaks is in one row."""
    text = f'{HEAD}Astoria,,7(1),not,"a\nb\nc"\n,,8(1),x\n'
    assert faults(text)[0].startswith("row 3, status:")


# Files


def test_a_file(tmp_path: Path) -> None:
    """A file whose name ends in .csv is a table, whatever the case of the ending."""
    path = tmp_path / "STATE.CSV"
    path.write_bytes(b"\xef\xbb\xbf" + to_csv(record(answer("7(1)", note="Côte"))).encode())
    assert load_record(path) == record(answer("7(1)", note="Côte"))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (
            "state,provision,status\nAstoria,7(1),not\nCôte,8(1),not\n".encode("latin-1"),
            "line 3: is not UTF-8: byte 41 is 0xf4; save the table as CSV UTF-8",
        ),
        ("state".encode("utf-16"), "line 1: is not UTF-8: byte 0 is 0xff; save the table as CSV UTF-8"),
        (b"x" * 4_000_001, "document: is longer than 4000000 bytes, the most that is read"),
    ],
)
def test_a_file_that_cannot_be_taken(content: bytes, fault: str, tmp_path: Path) -> None:
    """Another encoding is told with the line in which it shows, and what to do."""
    path = tmp_path / "state.csv"
    path.write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        load_record(path)
    assert str(caught.value) == fault


def test_the_example_is_a_table_without_loss() -> None:
    """The example comes back as it is, formulas and all."""
    found = load_record(EXAMPLE)
    assert any(one.measure == "=Cyber strategy 2030" for one in found.implementations)
    assert from_csv(to_csv(found)) == found
