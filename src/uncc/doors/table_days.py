"""Days in tables that are written otherwise than the year first: one fault for a whole column, and no guess.

`1.6.2026` is the first of June to some and the sixth of January to others. A spreadsheet writes a whole column so.

>>> slips = [day_fault(f"row {row}, date", "1.6.2026", "a day") for row in (2, 3, 7)]
>>> for fault in together([Fault("row 3, act", "is missing"), *slips]):
...     print(fault)  # doctest: +ELLIPSIS
row 3, act: is missing
row 2, date, and 2 other cells: '1.6.2026' is not a day; days are written with the year first, ...
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from uncc.kernel.between import YEAR_FIRST
from uncc.kernel.errors import Fault, shown

__all__ = ["day_fault", "together"]

_OTHERWISE = re.compile(
    r"(?!\d{4}-\d\d-\d\d$)\s*\d{1,4}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{1,4}\.?(?:[ T]\d.*)?\s*", re.ASCII
)


@frozen
class _DayFault(Fault):
    """The fault of a day that is written with other signs, or not with the year first."""


def day_fault(place: str, cell: str, expected: str) -> Fault:
    """Return the fault of a cell that is no day."""
    message = f"{shown(cell)} is not {expected}"
    return _DayFault(place, message) if _OTHERWISE.fullmatch(cell) else Fault(place, message)


def together(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield faults, and at the end one for all days that are written otherwise, at the place of the first of them."""
    first: _DayFault | None = None
    others = 0
    for fault in faults:
        if not isinstance(fault, _DayFault):
            yield fault
        elif first is None:
            first = fault
        else:
            others += 1
    if first is not None:
        more = f", and {others} other cell{'s' if others > 1 else ''}" if others else ""
        yield Fault(
            f"{first.path}{more}",
            f"{first.message}; {YEAR_FIRST}" if YEAR_FIRST not in first.message else first.message,
        )
