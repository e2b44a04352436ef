"""The ratification file as a page and as a workbook: the same acts in the same order, and no formula out of a name."""

from __future__ import annotations

import sys
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from attrs import evolve

from uncc.final_provisions import Act, Event, History, RegionalOrganization
from uncc.kernel.between import Between
from uncc.kernel.parties import State
from uncc.pages import as_docx, as_html, as_markdown, as_text, as_xlsx, page_of, shown
from uncc.pages.joining import ratification_sheets
from uncc.pages.page import Entries, Heading, Table
from uncc.pages.writers import xlsx
from uncc.review import JoiningKind, RatificationFile, StateRecord, ratification_file

ON, DEPOSIT = date(2027, 7, 1), date(2028, 1, 12)
FORTY = [Event(participant=f"State {number}", act=Act.ACCESSION, on=date(2027, 3, 1)) for number in range(40)]


@cache
def filed(name: str = "Nordmark") -> RatificationFile:
    """Return the file of a State that means to accede."""
    return ratification_file(StateRecord(state=State(name)), History.story(FORTY), ON, deposit_on=DEPOSIT)


def book(content: bytes) -> Any:
    """Return a workbook as the spreadsheet's library reads it."""
    return openpyxl.load_workbook(BytesIO(content))


def test_the_page_tells_every_act_with_all_that_is_known_of_it() -> None:
    """Each act has its provision, whose it is, by when, what it changes and a draft of its wording."""
    page, found = page_of(filed()), filed()
    at_a_glance, *sections = page.sections
    assert [section.title for section in sections] == [kind.words for kind in JoiningKind if found.of(kind)]
    entries = [dict(block.entries) for section in sections for block in section.blocks if isinstance(block, Entries)]
    assert len(entries) == len(found.acts)
    wanted = ["Provision", "Standing", "Whose act", "By when", "What it changes", "Draft wording"]
    assert all([label for label in told if label != "To"] == wanted for told in entries)
    (table,) = (block for block in at_a_glance.blocks if isinstance(block, Table))
    assert len(table.rows) == len(found.acts)
    assert {gap for act in found.acts for gap in act.gaps} == set(page.marks)
    assert ("Binds from", "2028-02-11 [Art. 65(2)]") in page.entries
    assert ("Instrument", "to be deposited on 2028-01-12") in page.entries
    assert sum(int(words.split()[0]) for _, words in page.entries[-4:]) == len(found.acts)


@pytest.mark.long
def test_every_form_tells_it() -> None:
    """Text stays within its width, and the other forms are written from the same page."""
    found = filed()
    assert all(len(line) <= 98 for line in as_text(found).split("\n"))
    for form in (as_markdown, as_html, as_docx):
        assert form(found)
    assert shown(found).startswith("<div")


def test_what_has_passed_is_said() -> None:
    """Of what was to come with an instrument that was deposited before; what is done has no day and no wording."""
    deposited = Event(participant="Nordmark", act=Act.ACCESSION, on=date(2027, 6, 1))
    found = ratification_file(StateRecord(state=State("Nordmark")), History.story((*FORTY, deposited)), ON)
    text = " ".join(as_text(found).split())
    assert "with the instrument: 2027-06-01 [Art. 40(13)], which has passed" in text
    assert "Instrument deposited on 2027-06-01" in text
    vague = Event(participant="Nordmark", act=Act.ACCESSION, on=Between(date(2027, 5, 1), date(2027, 5, 3)))
    page = page_of(ratification_file(StateRecord(state=State("Nordmark")), History.story((*FORTY, vague)), ON))
    assert [type(block) for block in page.sections[1].blocks] == [Heading, Entries]
    bare = page_of(ratification_file(StateRecord(state=State("Nordmark")), on=ON))
    assert ("Instrument", "no day named") in bare.entries
    assert ("Binds from", "not determined") in bare.entries
    union = History.story(FORTY, organizations=(RegionalOrganization("Union", members=("State 1",)),))
    assert page_of(ratification_file(StateRecord(state=State("Union")), union, ON)).entries[0] == (
        "Organization",
        "Union",
    )


def test_the_workbook_has_a_row_for_each_act() -> None:
    """The rows are those of the sheets, the first of them stays in sight, and each column can be filtered."""
    found = filed()
    read = book(as_xlsx(found))
    assert read.sheetnames == ["File", "Acts"]
    table, sheet = ratification_sheets(found)["Acts"], read["Acts"]
    rows = [tuple(cell or "" for cell in row) for row in sheet.iter_rows(values_only=True)]
    assert rows[0] == table.header
    assert [row[2] for row in rows[1:]] == [act.id for kind in JoiningKind for act in found.of(kind)]
    assert rows[1:] == list(table.rows)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", sheet.dimensions)
    assert read["File"].freeze_panes is None
    assert as_xlsx(found) == as_xlsx(found)


@pytest.mark.parametrize("name", ["=1+1", "+1", "@a", "a\x00\ufffe\u202eb", "x" * 40_000])
def test_no_text_is_a_formula_or_breaks_the_workbook(name: str) -> None:
    """What begins as a formula is a text; what cannot be seen is shown as an escape; too long a text is cut."""
    read = book(xlsx.written({"A": Table(("h",), ((name,), ("one\ntwo",)))}))
    cell = read["A"]["A2"]
    assert cell.data_type == "s"
    assert (
        cell.value
        == name.replace("\x00", r"\x00").replace("\ufffe", r"\ufffe").replace("\u202e", r"\u202e")[: xlsx.LONGEST_CELL]
    )
    assert read["A"]["A3"].value == "one\ntwo"


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook without openpyxl is an error that names the extra."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ModuleNotFoundError, match=r'XLSX needs openpyxl: pip install "uncc\[xlsx\]"'):
        as_xlsx(evolve(filed()))
