"""A table as a workbook (XLSX), with the choices of each column to pick from; and back. Needs `uncc[xlsx]`.

The same table gives the same bytes. What is read is the first sheet: its texts, numbers and days, and no formula.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from uncc.doors.archive import of_workbook
from uncc.doors.sheets import laid_out
from uncc.kernel.errors import DocumentError, Fault

__all__ = ["csv_of", "workbook"]

MOST_UNPACKED = 40_000_000
"""The longest workbook that is read, in bytes when it is unpacked."""
_NARROWEST, _TO_FILL_IN, _WIDEST = 14, 18, 46
"""How wide columns are, in characters."""


def workbook(rows: Sequence[Sequence[str]], choices: Mapping[str, Iterable[str]]) -> bytes:
    """Return rows as a workbook: `choices` are the values that a column can hold, by its name in the first row.

    `ModuleNotFoundError` where openpyxl is not there.
    """
    openpyxl = _openpyxl()
    book: Any = openpyxl.Workbook()
    book.properties.creator = "uncc"
    sheet = book.active
    sheet.title = "Convention"
    for row in rows:
        sheet.append(row)
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.number_format = "@"
    for number, name in enumerate(rows[0], 1):
        if name in choices:
            _choose(sheet, number, choices[name])
    laid_out(sheet, [_width(column) for column in zip(*rows, strict=True)], headed=True)
    return of_workbook(book)


def _openpyxl() -> Any:
    try:
        import openpyxl
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError('a workbook needs openpyxl: pip install "uncc[xlsx]"', name="openpyxl") from error
    return openpyxl


def _width(column: Sequence[str]) -> int:
    """Return how wide a column is: as its words, within bounds; one to fill in has room for some."""
    return min(_WIDEST, max(_NARROWEST, *map(len, column))) if any(column[1:]) else _TO_FILL_IN


def _choose(sheet: Any, number: int, values: Iterable[str]) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    column = get_column_letter(number)
    choice: Any = DataValidation(type="list", formula1=f'"{",".join(values)}"', allow_blank=True)
    choice.add(f"{column}2:{column}{sheet.max_row}")
    sheet.add_data_validation(choice)


def csv_of(content: bytes) -> str:
    """Return the first sheet of a workbook as CSV text; `DocumentError` where it is none, or too long."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    try:
        with ZipFile(BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
                raise _fault(f"is longer than {MOST_UNPACKED} bytes when it is unpacked, the most that is read")
        book: Any = _openpyxl().load_workbook(BytesIO(content), read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows(values_only=True):
            writer.writerow(["" if value is None else _text(value) for value in row])
    except (BadZipFile, IndexError, KeyError, OSError, SyntaxError, TypeError, ValueError) as error:
        if isinstance(error, DocumentError):
            raise
        raise _fault(f"is not a workbook (XLSX): {error}") from None
    except ModuleNotFoundError as error:
        raise _fault(str(error)) from None
    return out.getvalue()


def _text(value: object) -> str:
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _fault(message: str) -> DocumentError:
    return DocumentError([Fault("document", message)])
