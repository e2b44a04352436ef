"""Tables as XLSX, for a spreadsheet: a sheet for each table, its first row kept in sight and open to filters.

What a cell says is data: it is written as text, so that no spreadsheet takes it for a formula, and what cannot be seen
is shown as escapes. The same tables give the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from uncc.doors.archive import of_workbook
from uncc.doors.sheets import laid_out
from uncc.pages.page import Table
from uncc.pages.words import visible

__all__ = ["written"]

LONGEST_CELL = 32_767
"""The longest text that a cell can hold."""
_OF_FIGURES = 14
"""How wide a column of figures is, in characters."""


def written(sheets: Mapping[str, Table]) -> bytes:
    """Return tables, by the names of their sheets, as the bytes of an XLSX file.

    `ModuleNotFoundError` where openpyxl is not there.
    """
    try:
        from openpyxl import Workbook
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError('XLSX needs openpyxl: pip install "uncc[xlsx]"', name="openpyxl") from error
    book: Any = Workbook()
    book.remove(book.active)
    book.properties.creator = ""
    for name, table in sheets.items():
        _fill(book.create_sheet(name), table)
    return of_workbook(book)


def _fill(sheet: Any, table: Table) -> None:
    for row, cells in enumerate((table.header, *table.rows), 1):
        for column, words in enumerate(cells, 1):
            cell = sheet.cell(row, column, _text(words))
            cell.data_type, cell.quotePrefix = "s", True  # a text, also where somebody edits it
    laid_out(sheet, table.widths or (_OF_FIGURES,) * len(table.header), headed=any(table.header))


def _text(words: str) -> str:
    """Return words as a cell shows them: a new line stays one."""
    return "\n".join(map(visible, words.split("\n")))[:LONGEST_CELL]
