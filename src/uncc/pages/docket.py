"""A docket as a page, as a table, and as one calendar."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from uncc.cases import Docket, DocketRow
from uncc.kernel.between import day_text
from uncc.pages.page import Block, Page, Paragraph, Point, Points, Section
from uncc.pages.reports.standing import LATE_OR_OVER, told_of
from uncc.pages.words import cited, count, escaped

__all__ = ["docket_csv", "docket_page"]

_COLUMNS = ("day", "status", "case", "reference", "requesting", "requested", "who", "what", "provisions", "duty")


def docket_page(found: Docket) -> Page:
    """Return a docket as a page."""
    late = [row for row in found.rows if row.standing.status.is_late]
    due = [row for row in found.rows if not row.standing.status.is_late]
    return Page(
        title=f"Docket on {found.on}",
        entries=(
            ("Cases", str(found.cases)),
            ("Late", count(len(late), "duty").replace("dutys", "duties")),
            ("Due", f"{count(len(due), 'duty').replace('dutys', 'duties')} within {count(found.within, 'day')}"),
        ),
        sections=(
            Section(LATE_OR_OVER, tuple(_listed(late, "Nothing is."))),
            Section(f"Due, or at an end, within {count(found.within, 'day')}", tuple(_listed(due, "Nothing is."))),
            *((Section("Cases with nothing late and nothing due", (_names(found),)),) if found.without else ()),
        ),
        foot="Computed by uncc from the case files as they are. It computes law and never facts. Not legal advice.",
    )


def _listed(rows: list[DocketRow], none: str) -> Iterator[Block]:
    if rows:
        yield Points(tuple(map(_point, rows)))
    else:
        yield Paragraph(none)


def _point(row: DocketRow) -> Point:
    day = row.standing.last
    which = row.reference or row.case
    words = f"{which}, {row.requesting} to {row.requested}: {row.bearer} {row.act}: {told_of(row.standing)}"
    return Point(words, label=day_text(day) if day is not None else "no day", cited=cited(row.authority))


def _names(found: Docket) -> Paragraph:
    return Paragraph(", ".join(found.without))


def docket_csv(found: Docket) -> str:
    """Return a docket as a table, one row a duty, by day; a cell that a table could take for a formula is quoted.

    >>> from datetime import date
    >>> docket_csv(Docket(on=date(2028, 5, 1), within=14, cases=0, rows=(), without=()))[:20]
    'day,status,case,refe'
    """
    table = StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for row in found.rows:
        day = row.standing.last
        cells = (
            "" if day is None else day_text(day),
            *(row.standing.status.value, row.case, row.reference or "", row.requesting, row.requested),
            *(row.bearer, row.act, cited(row.authority), row.standing.duty),
        )
        writer.writerow([_cell(cell) for cell in cells])
    return table.getvalue()


def _cell(words: str) -> str:
    safe = escaped(words)
    return f"'{safe}" if safe[:1] in "=+-@" and safe else safe
