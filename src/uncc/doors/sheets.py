"""A sheet of a workbook as it is seen and printed: wide columns, rows as high as their words, and a page set-up."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from math import ceil
from typing import Any

__all__ = ["laid_out"]

_FONT, _SIZE = "Arial", 10
_LINE, _HIGHEST = 13, 409
"""How high a line is, and how high a row can be, in points."""
_WORDS_FILL = 0.9
"""How much of a line words fill, since they are not parted."""
_MOST_ON_A4 = 150
"""How many characters a page of A4 can be wide and still be read; a wider sheet is set up for A3."""
_A3, _A4 = 8, 9
_MARGIN = 0.4
"""In inches."""


def laid_out(sheet: Any, widths: Sequence[int], *, headed: bool) -> None:
    """Lay out a sheet of openpyxl whose cells are filled: `widths` of its columns in characters; `headed`: by a header.

    Not every program gives a row the height of its words by itself. The header stays in sight, also on paper.
    """
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, cells in enumerate(sheet.iter_rows(), 1):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(name=_FONT, size=_SIZE, bold=headed and number == 1)
        lines = max(_lines(str(cell.value or ""), width) for cell, width in zip(cells, widths, strict=True))
        sheet.row_dimensions[number].height = min(_HIGHEST, _LINE * lines)
    if headed:
        sheet.freeze_panes, sheet.print_title_rows = "A2", "1:1"
        sheet.auto_filter.ref = sheet.dimensions
    _set_up(sheet, _A3 if sum(widths) > _MOST_ON_A4 else _A4)


def _lines(words: str, width: int) -> int:
    """Return how many lines words take in a column."""
    return sum(max(1, ceil(_columns_of(line) / (width * _WORDS_FILL))) for line in words.split("\n"))


def _columns_of(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)


def _set_up(sheet: Any, paper: int) -> None:
    """Set up the pages of a sheet: as wide as it is, on as many as it needs, each with its number."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", paper
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for side in ("left", "right", "top"):
        setattr(sheet.page_margins, side, _MARGIN)
    sheet.print_options.gridLines = True
    sheet.oddFooter.right.text = "&A, &P / &N"
