"""Files that are archives of parts, as DOCX and XLSX are: the same parts give the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["settled"]


def settled(content: bytes, change: Callable[[str, bytes], bytes] = lambda _, part: part) -> bytes:
    """Return an archive with the day of every part set to the first that the format knows, each part changed so."""
    copied = BytesIO()
    with ZipFile(BytesIO(content)) as parts, ZipFile(copied, "w", ZIP_DEFLATED) as copy:
        for name in parts.namelist():
            part = ZipInfo(name)
            part.compress_type = ZIP_DEFLATED
            copy.writestr(part, change(name, parts.read(name)))
    return copied.getvalue()
