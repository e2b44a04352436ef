"""Drafts for a word processor: what is in the file, what is highlighted, and that no text can break it."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from attrs import evolve

from tests.pages.blocks import details, entries, lists
from tests.pages.test_documents import FULL, every_case_with_hostile_words, spoilt
from uncc.cases import PreservationCase, Request
from uncc.doors.serial import load_case
from uncc.pages import as_docx
from uncc.pages.documents import DocumentKind, draft
from uncc.pages.page import Entries, Page, Paragraph, Point, Points, Section
from uncc.pages.words import visible

EXAMPLE = Path(__file__).parents[2] / "examples" / "hospital_ransomware.json"
HOSPITAL = load_case(EXAMPLE, PreservationCase)


def read(content: bytes) -> Any:
    """Return the file as the word processor's library reads it."""
    return docx.Document(BytesIO(content))


def form(title: str, section: Section, *marks: str) -> Page:
    """Return a form of one section."""
    return Page(title, sections=(section,), foot="Foot.", marks=marks, is_form=True)


def cells(page: Any) -> list[Any]:
    """Return each cell of the tables once, in order."""
    found: list[Any] = []
    for table in page.tables:
        for row in table.rows:
            found.extend({id(cell._tc): cell for cell in row.cells}.values())
    return found


def shape(page: Any) -> list[tuple[int, list[int]]]:
    """Return how many rows each table has, and how many paragraphs each of its cells."""
    return [
        (len(table.rows), [len(cell.paragraphs) for row in table.rows for cell in row.cells]) for table in page.tables
    ]


def test_the_file_says_what_the_document_says() -> None:
    """Every label, text, point and detail of the document stands in the file, in order."""
    found = draft(HOSPITAL, DocumentKind.PRESERVATION_REQUEST)
    page = read(as_docx(found))
    written = [paragraph.text.replace("Art.\xa0", "Art. ") for cell in cells(page) for paragraph in cell.paragraphs]
    wanted: list[str] = []
    for section in found.document.sections:
        wanted += [section.title, *(words for entry in entries(section) for words in entry if words)]
        for listed in lists(section):
            wanted += [listed.title] if listed.title else []
            for point in listed.points:
                wanted += [point.words, *details(point)]
    assert written == [visible(words) for words in wanted]
    assert next(paragraph.text for paragraph in page.paragraphs if paragraph.text) == found.document.title
    assert page.core_properties.title == found.document.title
    assert len(page.tables) == len(found.document.sections)


def test_every_gap_is_highlighted_and_nothing_else() -> None:
    """What is highlighted is the marks, each once."""
    found = draft(HOSPITAL, DocumentKind.PRESERVATION_REQUEST)
    runs = [run for cell in cells(read(as_docx(found))) for text in cell.paragraphs for run in text.runs]
    highlighted = [run.text for run in runs if run.font.highlight_color is not None]
    assert highlighted == [blank.mark for blank in found.blanks]


def test_what_the_author_must_do_stands_on_a_page_of_its_own() -> None:
    """The list at the end can be taken out without touching the document."""
    page = read(as_docx(draft(HOSPITAL, DocumentKind.ACKNOWLEDGEMENT)))
    begins = [paragraph.paragraph_format.page_break_before for paragraph in page.paragraphs]
    assert begins.count(True) == 1
    below = page.tables[-1]._tbl
    assert below.getprevious() is page.paragraphs[begins.index(True)]._p


@pytest.mark.long
def test_the_same_document_gives_the_same_bytes() -> None:
    """Nothing in the file tells when it was made."""
    found = draft(HOSPITAL, DocumentKind.PRESERVATION_REQUEST)
    assert as_docx(found) == as_docx(found)


def spoilt_page(case: Request, kind: DocumentKind, words: str) -> Any:
    """Return the file of a document in which every text is that of these words."""
    return read(as_docx(draft(spoilt(case, words), kind, letter=spoilt(FULL, words))))


@cache
def plain_shape(case: Request, kind: DocumentKind, lines: int) -> list[tuple[int, list[int]]]:
    """Return the shape of a document in which every text has so many plain lines."""
    return shape(spoilt_page(case, kind, "\n".join("x" * lines)))


@pytest.mark.long
@every_case_with_hostile_words
def test_no_text_of_a_case_breaks_the_file(case: Request, words: str) -> None:
    """A hostile text gives the same tables as a plain one of as many lines, and stands in them as it is."""
    lines = sum(bool(line.strip()) for line in words.splitlines())
    first = next(kind for kind in DocumentKind if case.case in kind.cases)
    for kind in (first, DocumentKind.ONWARD_TRANSFER_NOTICE):
        page = spoilt_page(case, kind, words)
        assert shape(page) == plain_shape(case, kind, lines)
        text = "\n".join(cell.text for cell in cells(page))
        assert all(visible(line) in text for line in words.splitlines() if line.strip())


def test_a_section_with_a_lead_and_an_entry_without_a_label() -> None:
    """A document need not have what drafts have: a first entry may lack its label, and a title may be long."""
    listed = Points((Point("one", below=(Point("two"),)),), "G")
    section = Section("S", (Paragraph("Lead."), Entries((("", "first"), ("L", "a mark b"))), listed))
    page = read(as_docx(form("T" * 300, section, "mark", "a mark that is not there")))
    assert [cell.text for cell in cells(page)] == ["S", "Lead.", "first", "L", "a mark b", "G", "one\ntwo"]
    assert len(page.core_properties.title) == 255
    assert page.paragraphs[-1].text == "Foot."


def test_marks_are_found_in_whatever_order_they_stand() -> None:
    """Two marks in one text are both highlighted, the tenth before the ninth or after it, and nothing between them."""
    section = Section("S", (Entries((("L", "a [9: one] b [10: other]"), ("M", "[10: other][9: one] c"))),))
    page = read(as_docx(form("T", section, "[9: one]", "[10: other]", "[11: not there]")))
    runs = [run for cell in cells(page) for text in cell.paragraphs for run in text.runs]
    highlighted = [run.text for run in runs if run.font.highlight_color is not None]
    assert highlighted == ["[9: one]", "[10: other]", "[10: other]", "[9: one]"]
    assert [cell.text for cell in cells(page)][2::2] == ["a [9: one] b [10: other]", "[10: other][9: one] c"]


def kept(row: Any) -> bool:
    """Whether a row stays on the page of the next."""
    return all(paragraph.paragraph_format.keep_with_next for paragraph in row.cells[0].paragraphs)


@pytest.mark.long
@pytest.mark.parametrize("kind", [DocumentKind.PRESERVATION_REQUEST, DocumentKind.INFORMATION_REQUEST])
def test_no_page_begins_with_what_belongs_above(kind: DocumentKind) -> None:
    """A row is whole; no title, no last row and no signature stands alone."""
    found = draft(HOSPITAL, kind)
    tables = read(as_docx(found)).tables
    for table in tables:
        assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows[1:])
        assert kept(table.rows[0])
        assert len(table.rows) < 3 or kept(table.rows[-2])
    annexes, signature = tables[-3:-1]
    assert annexes.rows[0].cells[0].text.endswith("Annexes")
    assert all(map(kept, annexes.rows))
    assert not kept(signature.rows[-1])


def test_no_citation_is_parted_at_the_end_of_a_line() -> None:
    """The number of an article stays with its abbreviation."""
    page = read(as_docx(draft(HOSPITAL, DocumentKind.PRESERVATION_REQUEST)))
    text = "\n".join([*(cell.text for cell in cells(page)), *(paragraph.text for paragraph in page.paragraphs)])
    assert "Art. " not in text
    assert "Art.\xa042(1)" in text


def test_between_the_points_of_a_list_there_is_no_line() -> None:
    """Each point is a row of its own, and only the list as a whole has a line above and below."""
    first = Points((Point("one", below=(Point("more"),)), Point("two")), "G")
    page = read(as_docx(form("T", Section("S", (first, Points((Point("three"),)))))))
    lines = [[side.tag.rpartition("}")[2] for side in cell._tc.xpath("./w:tcPr/w:tcBorders/*")] for cell in cells(page)]
    assert [cell.text for cell in cells(page)] == ["S", "G", "one\nmore", "two", "three"]
    assert lines == [[], ["bottom"], ["top", "bottom"], ["top"], []]


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Markdown needs nothing; DOCX says what it needs."""
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ModuleNotFoundError, match=r'^DOCX needs python-docx: pip install "uncc\[docx\]"$'):
        as_docx(draft(evolve(HOSPITAL), DocumentKind.ACKNOWLEDGEMENT))


@pytest.mark.long
def test_drafting_does_not_load_the_extra() -> None:
    """Whoever wants Markdown alone pays nothing for DOCX."""
    code = "import sys, uncc.pages.documents, uncc.cli; print('docx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert done.stdout.strip() == b"False"
