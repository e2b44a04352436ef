"""The boxes of a form in a DOCX file: a table for each section, whose rows are its entries and its points."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from uncc.pages.page import Entries, Entry, Page, Paragraph, Points, Section, outright
from uncc.pages.writers.docx_blocks import add_block, add_bullet, element, shown

__all__ = ["add_boxes"]

_LABEL_WIDTH, _TEXT_WIDTH = 4.2, 12.3


def add_boxes(file: Any, page: Page) -> None:
    """Add a box for each section, the marks in it highlighted; notes at the end stand on a page of their own."""
    gaps = _any_of(page.marks)
    last = len(page.sections) - page.ends_apart  # the box with the signature
    for number, section in enumerate(page.sections, 1):
        between = _space(file)
        between.page_break_before = number > last
        between.keep_with_next = True
        table = _add_box(file, section, gaps)
        _hold_together(table, with_next=number == last - 1)


def _any_of(marks: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds each of the marks in a text as it is shown."""
    return re.compile(f"({'|'.join(re.escape(shown(mark)) for mark in sorted(marks))})") if marks else None


def _space(file: Any) -> Any:
    """Add the space above a box, and return its format."""
    space: Any = file.add_paragraph().paragraph_format
    space.space_after = space.space_before = 0
    return space


def _add_box(file: Any, section: Section, gaps: re.Pattern[str] | None) -> Any:
    from docx.shared import Cm

    table = file.add_table(rows=0, cols=2)
    table.style, table.autofit = "Table Grid", False
    _pad(table)
    for column, width in zip(table.columns, (_LABEL_WIDTH, _TEXT_WIDTH), strict=True):
        column.width = Cm(width)
    _add_title(table, section.title)
    for block in section.blocks:
        match block:
            case Paragraph() if not block.label:
                _across(table).paragraphs[0].add_run(shown(block.words))
            case Entries():
                _add_entries(table, block.entries, gaps)
            case Points():
                _add_points(table, block)
            case _:
                add_block(_across(table), block)
    return table


def _add_entries(table: Any, entries: tuple[Entry, ...], gaps: re.Pattern[str] | None) -> None:
    cell: Any = None
    for label, words in entries:
        if label or cell is None:
            cell = _add_entry(table, label) if label else _across(table)
            paragraph = cell.paragraphs[0]
        else:
            paragraph = cell.add_paragraph()
        _write(paragraph, words, gaps)


def _hold_together(table: Any, *, with_next: bool) -> None:
    """Keep a title with its first row, and leave no last row alone on the next page; or keep all with what follows.

    The box before the signature is kept so: it stands below something.
    """
    firsts = [row.cells[0] for row in table.rows]
    for cell in firsts if with_next else (firsts[0], *firsts[-2:-1]):
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _add_title(table: Any, title: str) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    cell = _across(table)
    shade: Any = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="E7E6E6"/>')
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001  # the library has no shading of its own
    cell.paragraphs[0].add_run(shown(title)).bold = True


def _pad(table: Any) -> None:
    """Keep the text of a table off its lines: 60 twentieths of a point above and below, 100 at the sides."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    sides = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 60), ("left", 100), ("bottom", 60), ("right", 100))
    )
    margins: Any = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>")
    properties = table._tbl.tblPr  # noqa: SLF001  # the library has no margins of its own
    looks = properties.first_child_found_in("w:tblLook")
    looks.addprevious(margins)


def _across(table: Any) -> Any:
    """Add a row of one cell, which stays on one page."""
    left, right = _whole(table.add_row()).cells
    return left.merge(right)


def _add_entry(table: Any, label: str) -> Any:
    from docx.shared import Cm

    left, right = _whole(table.add_row()).cells
    left.width, right.width = Cm(_LABEL_WIDTH), Cm(_TEXT_WIDTH)
    left.paragraphs[0].add_run(shown(label)).bold = True
    return right


def _whole(row: Any) -> Any:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001  # the library has no word for it
    return row


def _write(paragraph: Any, words: str, gaps: re.Pattern[str] | None) -> None:
    """Write a text, with the marks in it highlighted."""
    from docx.enum.text import WD_COLOR_INDEX

    text = shown(words)
    for number, part in enumerate(gaps.split(text) if gaps else [text]):
        run = paragraph.add_run(part) if part else None
        if run is not None and number % 2:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _add_points(table: Any, listed: Points) -> None:
    """Add a row for each point, with no line between them: a page ends after a point, never within one."""
    rows: list[Any] = []
    if listed.title:
        rows.append(_across(table))
        rows[-1].paragraphs[0].add_run(shown(listed.title)).bold = True
        rows[-1].paragraphs[0].paragraph_format.keep_with_next = True
    for point in outright(listed.points):
        rows.append(_across(table))
        rows[-1].paragraphs[0].style = "List Bullet"
        add_bullet(rows[-1].paragraphs[0], rows[-1], point)
    for above, below in pairwise(rows):
        _without_line(above, "bottom")
        _without_line(below, "top")


def _without_line(cell: Any, side: str) -> None:
    """Take away the line of a cell on one side; the format wants the sides in order."""
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001  # the library has no borders of its own
    borders = properties.first_child_found_in("w:tcBorders")
    if borders is None:
        borders = element("w:tcBorders")
        properties.append(borders)
    borders.append(element(f"w:{side}", "w:val", "nil"))
