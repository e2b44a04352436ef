"""Drafts for a word processor: what is in the file, what is highlighted, and that no text can break it."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from attrs import evolve

from tests.render.test_documents import CASES, FULL, HOSTILE, spoilt
from uncc.assessment import PreservationCase, Request
from uncc.render.document import Document, Group, Item, Section
from uncc.render.documents import DocumentKind, draft, draft_docx
from uncc.render.docx import as_docx
from uncc.render.layout import visible
from uncc.serial import load_case

EXAMPLE = Path(__file__).parents[2] / "examples" / "hospital_ransomware.json"
HOSPITAL = load_case(EXAMPLE, PreservationCase)


def read(content: bytes) -> Any:
    """Return the file as the word processor's library reads it."""
    return docx.Document(BytesIO(content))


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
    page = read(draft_docx(found))
    written = [paragraph.text for cell in cells(page) for paragraph in cell.paragraphs]
    wanted: list[str] = []
    for section in found.document.sections:
        wanted += [section.title, *(words for entry in section.entries for words in entry if words)]
        for group in section.groups:
            wanted += [group.title] if group.title else []
            for item in group.items:
                wanted += [item.words, *item.details]
    assert written == [visible(words) for words in wanted]
    assert next(paragraph.text for paragraph in page.paragraphs if paragraph.text) == found.document.title
    assert page.core_properties.title == found.document.title
    assert len(page.tables) == len(found.document.sections)


def test_every_gap_is_highlighted_and_nothing_else() -> None:
    """What is highlighted is the marks, each once."""
    found = draft(HOSPITAL, DocumentKind.PRESERVATION_REQUEST)
    runs = [run for cell in cells(read(draft_docx(found))) for text in cell.paragraphs for run in text.runs]
    highlighted = [run.text for run in runs if run.font.highlight_color is not None]
    assert highlighted == [blank.mark for blank in found.blanks]


def test_what_the_author_must_do_stands_on_a_page_of_its_own() -> None:
    """The list at the end can be taken out without touching the document."""
    page = read(draft_docx(draft(HOSPITAL, DocumentKind.ACKNOWLEDGEMENT)))
    assert page.element.xml.count('w:type="page"') == 1


def test_the_same_document_gives_the_same_bytes() -> None:
    """Nothing in the file tells when it was made."""
    found = draft(HOSPITAL, DocumentKind.PRESERVATION_REQUEST)
    assert draft_docx(found) == draft_docx(found)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.case.value}-{case.as_of}")
def test_no_text_of_a_case_breaks_the_file(case: Request, words: str) -> None:
    """A hostile text gives the same tables as a plain one of as many lines, and stands in them as it is."""
    plain = "\n".join("x" for line in words.splitlines() if line.strip())
    first = next(kind for kind in DocumentKind if case.case in kind.cases)
    for kind in (first, DocumentKind.ONWARD_TRANSFER_NOTICE):
        spoiled, harmless = (draft(spoilt(case, text), kind, letter=spoilt(FULL, text)) for text in (words, plain))
        page = read(draft_docx(spoiled))
        assert shape(page) == shape(read(draft_docx(harmless)))
        text = "\n".join(cell.text for cell in cells(page))
        assert all(visible(line) in text for line in words.splitlines() if line.strip())


def test_a_section_with_a_lead_and_an_entry_without_a_label() -> None:
    """A document need not have what drafts have: a first entry may lack its label, and a title may be long."""
    section = Section("S", "Lead.", (Group((Item("one", ("two",)),), "G"),), entries=(("", "first"), ("L", "a mark b")))
    document = Document("T" * 300, (), (section,), "Foot.")
    page = read(as_docx(document, frozenset({"mark", "a mark that is not there"})))
    assert [cell.text for cell in cells(page)] == ["S", "Lead.", "first", "L", "a mark b", "G\none\ntwo"]
    assert len(page.core_properties.title) == 255
    assert page.paragraphs[-1].text == "Foot."


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Markdown needs nothing; DOCX says what it needs."""
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ModuleNotFoundError, match=r'^DOCX needs python-docx: pip install "uncc\[docx\]"$'):
        draft_docx(draft(evolve(HOSPITAL), DocumentKind.ACKNOWLEDGEMENT))


def test_drafting_does_not_load_the_extra() -> None:
    """Whoever wants Markdown alone pays nothing for DOCX."""
    code = "import sys, uncc.render.documents, uncc.cli; print('docx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert done.stdout.strip() == b"False"
