"""The blocks of a page in a DOCX file: headings, lists with bullets, trees further and further in, tables."""

from __future__ import annotations

from typing import Any, assert_never, cast

from uncc.pages.page import Block, Entries, Heading, Paragraph, Point, Points, Table, Tree, outright
from uncc.pages.words import visible

__all__ = ["add_block", "add_bullet", "add_entry", "element", "shown"]

_FURTHER_IN = 0.6
"""Centimetres by which a point stands further in than the one above it."""


def shown(text: str) -> str:
    """Return a text as it stands in the file: a citation is not parted from its number at the end of a line."""
    return visible(text).replace("Art. ", "Art.\N{NO-BREAK SPACE}")


def element(name: str, attribute: str | None = None, value: str = "") -> Any:
    """Return an element of a document's XML, which python-docx types in part only."""
    from docx import oxml
    from docx.oxml.ns import qn

    made = cast("Any", oxml).OxmlElement(name)
    if attribute is not None:
        made.set(qn(attribute), value)
    return made


def add_block(place: Any, block: Block) -> None:
    """Add a block to a file, or to a cell of a table."""
    match block:
        case Paragraph():
            _write(place.add_paragraph(), block.label, block.words)
        case Heading():
            _lead(place, block.words)
        case Points():
            _lead(place, block.title)
            for point in outright(block.points):
                add_bullet(place.add_paragraph(style="List Bullet"), place, point)
        case Tree():
            _lead(place, block.question)
            for point in outright(block.points):
                _add_branch(place, point, 1)
        case Entries():
            for label, words in block.entries:
                add_entry(place, label, words)
        case Table():
            _add_table(place, block)
        case _:
            assert_never(block)


def add_entry(place: Any, label: str, words: str) -> None:
    """Add what stands beside a label."""
    paragraph = place.add_paragraph()
    _write(paragraph, f"{label}:" if label else "", words)
    paragraph.paragraph_format.space_after = 0


def _write(paragraph: Any, label: str, words: str, cited: str = "") -> None:
    """Write words into a paragraph, behind a label that stands out."""
    if label:
        paragraph.add_run(f"{shown(label)} ").bold = True
    paragraph.add_run(shown(" ".join(part for part in (words, cited and f"[{cited}]") if part)))


def _lead(place: Any, words: str) -> None:
    """Add words, if there are any, that stand out above what belongs to them."""
    if words:
        paragraph = place.add_paragraph()
        paragraph.add_run(shown(words)).bold = True
        paragraph.paragraph_format.keep_with_next = True


def add_bullet(paragraph: Any, place: Any, point: Point, depth: int = 1) -> None:
    """Write a point of a list into a paragraph, and add to its place all that is below the point."""
    from docx.shared import Cm

    _write_point(paragraph, point)
    for below in outright(point.below):
        further = place.add_paragraph(style="List Bullet 2")
        if depth > 1:
            further.paragraph_format.left_indent = Cm(_FURTHER_IN * (depth + 1))
        add_bullet(further, place, below, depth + 1)
    for more in point.more:
        _write(place.add_paragraph(style="List Continue"), more.label, more.words)


def _add_branch(place: Any, point: Point, depth: int) -> None:
    """Add a point of a tree, each point below it further in."""
    from docx.shared import Cm, Pt

    paragraph = place.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(_FURTHER_IN * depth)
    paragraph.paragraph_format.space_after = Pt(2)
    _write_point(paragraph, point)
    for below in outright(point.below):
        _add_branch(place, below, depth + 1)
    for more in point.more:
        _write(place.add_paragraph(), more.label, more.words)


def _write_point(paragraph: Any, point: Point) -> None:
    _write(paragraph, point.label if point.answer is None else point.answer.name, point.words, point.cited)


def _add_table(place: Any, table: Table) -> None:
    """Add a table, whose header is repeated on each page that it goes on to."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    made = place.add_table(rows=0, cols=len(table.header))
    made.style = "Table Grid"
    for number, row in enumerate((table.header, *table.rows)):
        cells = made.add_row().cells
        for place_in_row, words in enumerate(row):
            paragraph = cells[place_in_row].paragraphs[0]
            paragraph.add_run(shown(words)).bold = not number
            if place_in_row and not table.widths:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))  # noqa: SLF001  # the library has no word for it
