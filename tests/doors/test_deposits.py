"""Tables of deposits: what is read, and every fault by row and column."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from uncc.doors.deposits import load_deposits, parse_deposits
from uncc.final_provisions import Act, Clause, Event, RegionalOrganization
from uncc.kernel.between import SPELLINGS
from uncc.kernel.errors import DocumentError, Fault
from uncc.kernel.provisions import art

YEAR_FIRST = "days are written with the year first, and no other order is guessed"
HEADER = "participant,date,act\n"
RATIFIED = Event(participant="Astoria", act=Act.RATIFICATION, on=date(2027, 7, 1))
FULL = "participant,date,act,regional_organization,provision,subject,effective\n"
ACTS = ", ".join(act.value for act in Act)
COLUMNS = "participant, date, act, regional_organization, provision, subject, effective"


def faults(text: str) -> list[str]:
    """Return the faults for which a table is refused."""
    with pytest.raises(DocumentError) as caught:
        parse_deposits(text)
    return [str(fault) for fault in caught.value.faults]


def test_a_table_is_read() -> None:
    """Every column has its place in the history; blank rows and blanks around a cell say nothing."""
    found = parse_deposits(
        FULL
        + "Astoria,2027-07-01,accession,no,,,\n"
        + ",,,,,,\n\n"
        + " Astoria , 2027-07-01 ,reservation,,Art. 42(5),,\n"
        + "Union,2027-07-02,approval,YES,,,\n"
        + '"Drovia, Republic of",2027-07-03,succession,no,,,2027-01-01\n'
        + "Astoria,2034-07-01,amendment,no,,First,\n",
        Clause(instruments=3),
    )
    assert found.organizations == (RegionalOrganization("Union"),)
    assert found.clause == Clause(instruments=3)
    assert {event.act for event in found.of("Astoria")} == {Act.ACCESSION, Act.RESERVATION, Act.AMENDMENT}
    assert found.of("Astoria", Act.RESERVATION)[0].provision == art(42, 5)
    assert found.of("Astoria", Act.AMENDMENT)[0].subject == "First"
    assert found.of("Drovia, Republic of")[0].effective_on == date(2027, 1, 1)


@pytest.mark.parametrize("text", [HEADER, HEADER + "\n\n", "act,participant,date\nratification,Astoria,2027-07-01\n"])
def test_small_tables(text: str) -> None:
    """A table without rows is a history without events, and columns stand in any order."""
    assert len(parse_deposits(text).events) <= 1


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_files_of_spreadsheets(mark: bytes, newline: str, tmp_path: Path) -> None:
    """A mark of UTF-8 at the start and the line ends of Windows are read over."""
    path = tmp_path / "deposits.csv"
    path.write_bytes(mark + (HEADER + "Côte,2027-07-01,accession\n").replace("\n", newline).encode())
    assert load_deposits(path).participants == ("Côte",)
    assert parse_deposits(path.read_text(encoding="utf-8")).participants == ("Côte",)


FAULTY: list[tuple[str, list[str]]] = [
    # The header
    ("", ["row 1: is not a header that names the columns: participant, date, act"]),
    (" , \n", ["row 1: is not a header that names the columns: participant, date, act"]),
    (
        "participant;date;act\nAstoria;2027-07-01;accession\n",
        ["row 1: 'participant;date;act' is not separated by commas: save the table as CSV with commas"],
    ),
    (
        "participant\tdate\tact\n",
        ["row 1: 'participant\\tdate\\tact' is not separated by commas: save the table as CSV with commas"],
    ),
    ("participant,date\n", ["row 1: has no column act; it has: 'participant', 'date'"]),
    (
        "participant,date,act,remarks\n",
        [f"row 1, column 4: 'remarks' is not one of: {COLUMNS}"],
    ),
    ("participant,date,act,date\n", ["row 1, column 4: date stands twice"]),
    (
        "State,Date,act\n",
        [
            "row 1: has no column participant; it has: 'State', 'Date', 'act'",
            "row 1: has no column date; it has: 'State', 'Date', 'act'",
            f"row 1, column 1: 'State' is not one of: {COLUMNS}",
            f"row 1, column 2: 'Date' is not one of: {COLUMNS}; perhaps date is meant",
        ],
    ),
    # Cells
    (HEADER + "Astoria,2027-07-01\n", ["row 2: has 2 cells, and the header has 3"]),
    (HEADER + "Astoria,2027-07-01,accession,\n", ["row 2: has 4 cells, and the header has 3"]),
    (HEADER + ",2027-07-01,accession\n", ["row 2, participant: is missing"]),
    (HEADER + "Astoria,01/07/2027,accession\n", [f"row 2, date: '01/07/2027' is not {SPELLINGS}; {YEAR_FIRST}"]),
    (
        HEADER + "Astoria,2027-02-29,accession\n",
        ["row 2, date: '2027-02-29' is not a calendar day such as 2027-05-09: February 2027 has 28 days"],
    ),
    (HEADER + "Astoria,20270701,accession\n", [f"row 2, date: '20270701' is not {SPELLINGS}"]),
    (
        HEADER + "Astoria,9999-01-01,accession\n",
        ["row 2, date: '9999-01-01' is not a calendar day up to the year 9000"],
    ),
    (HEADER + "Astoria,2027-07-01,ratified\n", [f"row 2, act: 'ratified' is not one of: {ACTS}"]),
    (
        HEADER + "Astoria,2027-07-01,Accession\n",
        [f"row 2, act: 'Accession' is not one of: {ACTS}; perhaps accession is meant"],
    ),
    (
        FULL + "Astoria,2027-07-01,accession,maybe,,,\n",
        ["row 2, regional_organization: 'maybe' is not yes or no"],
    ),
    (
        FULL + "Astoria,2027-07-01,reservation,no,Art. 99,,\n",  # no such provision
        ["row 2, provision: there is no such provision as Art. 99: the Convention has Arts. 1 to 68"],
    ),
    (
        FULL + "Astoria,2027-07-01,succession,no,,,soon\n",
        [f"row 2, effective: 'soon' is not {SPELLINGS}"],
    ),
    (
        FULL + "Astoria,2027-07-01,accession,no,,,2027-01-01\n",
        ["row 2, effective: '2027-01-01' is not possible here: it is given only for succession"],
    ),
    (
        FULL + "Astoria,2027-07-01,reservation,no,,,\n",
        ["row 2, provision: nothing is not enough: an event of the kind reservation needs it"],
    ),
    # What rows say together
    (
        HEADER + "Astoria,2027-07-01,accession\nBorduria,2027-07-01,accession\nAstoria,2027-07-01,accession\n",
        ["row 4: 'Astoria, accession, 2027-07-01' is not possible: it stands there twice"],
    ),
    (
        HEADER + "Astoria,2027-07-01,ratification\n\nAstoria,2027-07-02,signature\n",
        [
            f"row 2: {str(RATIFIED)!r} is not possible: it was deposited before the signature of 2027-07-02",
        ],
    ),
    (
        HEADER + "Astoria,2027-07-01,ratification\nAstoria,2027-07-02,accession\n",
        ["row 3: 'Astoria, accession, 2027-07-02' is not possible: its consent of 2027-07-01 still stands"],
    ),
    (
        HEADER + "Astoria,2027-07-01,signature\nASTORIA,2027-07-02,ratification\n",
        ["row 3, participant: 'ASTORIA' is written 'Astoria' in row 2, from which it differs by case only"],
    ),
    (
        FULL + "Union,2027-07-01,signature,yes,,,\nUnion,2027-07-02,approval,no,,,\n",
        ["row 3, regional_organization: says otherwise of 'Union' than row 2"],
    ),
    # Several at once
    (
        HEADER + "Astoria,soon,y\nBorduria,2027-07-01,accession\n,z,accession\n",
        [
            f"row 2, date: 'soon' is not {SPELLINGS}",
            f"row 2, act: 'y' is not one of: {ACTS}",
            "row 4, participant: is missing",
            f"row 4, date: 'z' is not {SPELLINGS}",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FAULTY, ids=range(len(FAULTY)))
def test_every_fault_is_told_with_its_place(text: str, expected: list[str]) -> None:
    """Row and column, what stands there, and what would be right; all faults at once."""
    assert faults(text) == expected


def test_a_quotation_mark_that_is_not_closed() -> None:
    """The table breaks off: the row is told."""
    (fault,) = faults(HEADER + 'Astoria,2027-07-01,accession\n"Bordu')
    assert fault.startswith("row 3: is not CSV:")


def test_very_many_faults() -> None:
    """No more than fifty are told, and that there are more."""
    found = faults(HEADER + ",2027-07-01,accession\n" * 80)
    assert len(found) == 51
    assert found[-1] == "document: has more faults than these 50"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "document: cannot be read: No such file or directory"),
        (
            "participant,date,act\nCôte,2027-07-01,accession\n".encode("latin-1"),
            "document: is not UTF-8: byte 22 is 0xf4",
        ),
        ("participant,date,act\n".encode("utf-16"), "document: is not UTF-8: byte 0 is 0xff"),
    ],
)
def test_a_file_that_cannot_be_read(content: bytes | None, words: str, tmp_path: Path) -> None:
    """A missing file, or another encoding, is told in one line."""
    path = tmp_path / "deposits.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        load_deposits(path)
    assert str(caught.value) == words


@effort(200)
@given(st.text() | st.text(alphabet='participant,date,act\n"2027-0 ;\r').map(lambda text: HEADER + text))
def test_no_text_does_more_than_be_refused(text: str) -> None:
    """Whatever the text, it is read or refused with faults that say where and what."""
    refused: tuple[Fault, ...] = ()
    try:
        parse_deposits(text)
    except DocumentError as error:
        refused = error.faults
    assert all(fault.path and fault.message for fault in refused)
