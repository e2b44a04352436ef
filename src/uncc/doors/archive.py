"""Files that are archives of parts, as DOCX and XLSX are: the same parts give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["of_workbook", "settled"]

_MADE = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def settled(content: bytes, change: Callable[[str, bytes], bytes] = lambda _, part: part) -> bytes:
    """Return an archive with the day of every part set to the first that the format knows, each part changed so."""
    copied = BytesIO()
    with ZipFile(BytesIO(content)) as parts, ZipFile(copied, "w", ZIP_DEFLATED) as copy:
        for name in parts.namelist():
            part = ZipInfo(name)
            part.compress_type = ZIP_DEFLATED
            copy.writestr(part, change(name, parts.read(name)))
    return copied.getvalue()


def of_workbook(book: Any) -> bytes:
    """Return a workbook of openpyxl as the bytes of its file, which does not tell when it was made."""
    file = BytesIO()
    book.save(file)
    return settled(file.getvalue(), _timeless)


def _timeless(name: str, part: bytes) -> bytes:
    return _MADE.sub(rb"\g<1>1980-01-01T00:00:00Z", part) if name == "docProps/core.xml" else part
