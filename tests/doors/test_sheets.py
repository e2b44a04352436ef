"""A sheet of a workbook is laid out for whoever looks at it or prints it."""

from __future__ import annotations

import textwrap
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

from tests.pages.test_joining import filed
from uncc.doors.sheets import laid_out
from uncc.pages import as_xlsx
from uncc.review import template_workbook

LINE = 12.75
"""How high a line of ten points is."""


def test_words_have_room_and_pages_have_a_header() -> None:
    """Each row is as high as its words, the header stands on every page, and a page is as wide as the sheet."""
    for content, first in ((as_xlsx(filed()), "File"), (template_workbook(chapter=5), "Convention")):
        book: Any = openpyxl.load_workbook(BytesIO(content))
        assert book.sheetnames[0] == first
        for sheet in book:
            widths = [sheet.column_dimensions[get_column_letter(one + 1)].width for one in range(sheet.max_column)]
            for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
                needed = max(
                    sum(max(1, len(textwrap.wrap(part, int(width)))) for part in str(value or "").split("\n"))
                    for value, width in zip(cells, widths, strict=True)
                )
                assert sheet.row_dimensions[number].height >= min(409, LINE * needed), (sheet.title, number)
            headed = sheet.title != "File"
            assert (sheet.print_title_rows, sheet.freeze_panes) == (("$1:$1", "A2") if headed else (None, None))
            assert sheet["A1"].font.bold is headed
            assert (sheet.page_setup.orientation, sheet.sheet_properties.pageSetUpPr.fitToPage) == ("landscape", True)
            assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
            assert sheet.page_setup.paperSize == (8 if headed else 9)


def test_wide_characters_take_two_columns() -> None:
    """A text in Chinese needs twice the room of one in English."""
    heights = [_height(words) for words in ("a" * 40, "\u6cd5" * 40)]
    assert heights == [39, 65]


def _height(words: str) -> float:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet["A1"] = words
    laid_out(sheet, (20,), headed=False)
    height: float = sheet.row_dimensions[1].height
    return height
