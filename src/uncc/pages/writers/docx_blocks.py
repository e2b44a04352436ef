"""The blocks of a page in a DOCX file: headings, lists with bullets, trees further and further in, tables."""

from __future__ import annotations

from typing import Any, cast

from uncc.kernel.declared import not_one_of
from uncc.pages.page import Block, Entries, Heading, Paragraph, Point, Points, Table, Tree, outright
from uncc.pages.words import visible

__all__ = ["add_block", "add_bullet", "add_entry", "element", "shown"]

_FURTHER_IN = 0.6
"""Centimetres by which a point stands further in than the one above it."""
_WIDTH, _OF_LETTER, _OF_LINES = 16.5, 0.22, 0.5
"""Centimetres: of a page between its margins, of a letter, and of what stands around the words of a cell."""


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
            raise not_one_of("block", block, Block)


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
    from docx.shared import Pt

    if words:
        paragraph = place.add_paragraph()
        paragraph.add_run(shown(words)).bold = True
        layout = paragraph.paragraph_format
        layout.keep_with_next, layout.space_before, layout.space_after = True, Pt(6), Pt(2)


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
    """Add a table, whose header is repeated on each page that it goes on to; figures stand to the right."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    made = place.add_table(rows=0, cols=len(table.header))
    made.style, made.autofit = "Table Grid", False
    widths = [Cm(width) for width in _widths(table)]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for number, row in enumerate((table.header, *table.rows)):
        for place_in_row, (cell, words) in enumerate(zip(made.add_row().cells, row, strict=True)):
            cell.width, paragraph = widths[place_in_row], cell.paragraphs[0]
            paragraph.add_run(shown(words)).bold = not number
            if place_in_row and not table.widths:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))  # noqa: SLF001  # the library has no word for it


def _widths(table: Table) -> list[float]:
    """Return how wide each column is in centimetres: as in text, or less where the page is too narrow for all."""
    letters = table.widths or tuple(max(map(len, cells)) for cells in zip(table.header, *table.rows, strict=True))
    wanted = [_OF_LETTER * length + _OF_LINES for length in letters]
    return [width * min(1, _WIDTH / sum(wanted)) for width in wanted]
