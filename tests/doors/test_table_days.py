"""Days in tables that are written otherwise than the year first: one fault, at the first of them, and no guess."""

from __future__ import annotations

import pytest

from uncc.doors.deposits import parse_deposits
from uncc.kernel.errors import DocumentError
from uncc.review import from_csv

RIGHT = "days are written with the year first, and no other order is guessed"


def test_a_column_of_days_written_otherwise_is_one_fault() -> None:
    """In tables of deposits and of a review, with days, months or years first; other faults stand beside it."""
    written = ("1.6.2026", "06/01/2026", "1-6-26", "2026/06/01", "01.06.2026 00:00")
    rows = "".join(f"Astoria,{day},accession\n" for day in (*written, "2026-02-30", "1 June 2026"))
    with pytest.raises(DocumentError) as deposits:
        parse_deposits(f"participant,date,act\n{rows}")
    *others, last = map(str, deposits.value.faults)
    assert [fault.split(":")[0] for fault in others] == ["row 7, date", "row 8, date"]
    assert last.startswith("row 2, date, and 4 other cells: '1.6.2026' is not a day as 2027-05-09, a month as")
    assert last.endswith(RIGHT)
    answers = "".join(
        f"{place},in-place,{day}\n" for place, day in zip(("7(1)", "8(1)", "9(1)"), written, strict=False)
    )
    with pytest.raises(DocumentError) as review:
        from_csv(f"provision,status,since,state\n{answers}".replace("6\n", "6,Astoria\n"))
    assert str(review.value.faults[-1]).startswith("row 2, since, and 2 other cells: '1.6.2026' is not a calendar day")


def test_one_such_day_stands_alone() -> None:
    """Of one cell no others are told, and of two one other."""
    for rows, more in ((1, ""), (2, ", and 1 other cell")):
        with pytest.raises(DocumentError) as found:
            parse_deposits("participant,date,act\n" + "Astoria,1.6.2026,accession\n" * rows)
        assert str(found.value).startswith(f"row 2, date{more}: '1.6.2026' is not a day")
