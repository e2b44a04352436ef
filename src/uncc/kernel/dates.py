"""Counting days, months and years: a floor is not a ceiling, and neither is a date.

Days are calendar days and the day of the event is not counted: the first day after 1 March is 2 March, and a
period of sixty days from then has the sixtieth day after as its last day.

>>> from datetime import date
>>> from uncc.kernel.provisions import art
>>> print(days_after(date(2027, 3, 10), 60, art(42, 8)))
2027-05-09 [Art. 42(8)]
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from attrs import Attribute, field, frozen

from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding
from uncc.kernel.immutable import tuples_only
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision
from uncc.kernel.shown import Shown

__all__ = [
    "Deadline",
    "Period",
    "Window",
    "a_date",
    "day",
    "days_after",
    "latest",
    "months_after",
    "years_after",
]


LAST_YEAR = 9000
"""The last year of a day that a case can hold, so that periods can be counted on from it within the calendar."""


def a_date(_: object, attribute: Attribute[Any], value: Any) -> None:
    """Validate a field that holds a calendar day of a case; a `datetime` is refused, since it is another thing."""
    if day(value, attribute.name).year > LAST_YEAR:
        raise InvalidValue(attribute.name, value.isoformat(), f"a calendar day up to the year {LAST_YEAR}")


def day(value: object, name: str) -> date:
    """Return `value` if it is a calendar day; `InvalidValue`, naming the field, if it is anything else."""
    if isinstance(value, datetime):
        raise InvalidValue(name, value.isoformat(), "a calendar day: give a date without a time")
    if not isinstance(value, date):
        raise InvalidValue(name, value, "a calendar day such as 2027-05-09")
    return value


def _counted(_: object, attribute: Attribute[Any], value: Any) -> None:
    day(value, attribute.name)


@frozen(field_transformer=tuples_only)
class Deadline(Model):
    """A calendar day that a rule has counted out, with the provision that sets it.

    `clamped`: the count fell on a day that the month does not have (31 August and six months), and the last
    day of the month was taken.
    """

    on: date = field(validator=_counted)
    authority: tuple[Provision, ...] = ()
    clamped: bool = False

    def __str__(self) -> str:
        clamped = ", the last day of the month, which is shorter" if self.clamped else ""
        cited = ", ".join(str(provision) for provision in self.authority)
        return f"{self.on.isoformat()}{clamped} [{cited}]"


def latest(*deadlines: Deadline | None) -> Deadline | None:
    """Return the latest of the deadlines that are known, the first among equals; `None` where none is.

    >>> latest(None) is None
    True
    """
    return max((known for known in deadlines if known is not None), key=lambda known: known.on, default=None)


@frozen
class Window(Shown):
    """The days between which something may or must happen, and why.

    `not_before` is the first day and `not_after` the last, both included; `None` where the Convention sets no
    such bound or it is not determined, which `because` tells: YES, the window is determined; UNKNOWN, its open
    questions would determine it; NO, there is no such window.
    """

    not_before: Deadline | None
    not_after: Deadline | None
    because: Finding

    def __contains__(self, on: date) -> bool:
        day(on, "on")
        after_start = self.not_before is None or self.not_before.on <= on
        return after_start and (self.not_after is None or on <= self.not_after.on)


def _not_before_start(period: Period, _: object, end: date) -> None:
    if end < period.start:
        raise InvalidValue("end", end.isoformat(), f"on or after the start, {period.start.isoformat()}")


@frozen
class Period(Model):
    """A span of calendar days, both included."""

    start: date = field(validator=a_date)
    end: date = field(validator=[a_date, _not_before_start])


def _after(start: date, **step: int) -> date:
    day(start, "start")
    try:
        from dateutil.relativedelta import relativedelta

        return start + relativedelta(**step)  # type: ignore[arg-type]  # the stubs know of no keywords in a mapping
    except (OverflowError, ValueError) as error:
        raise InvalidValue("start", start, "a day from which the calendar can be counted on") from error


def days_after(start: date, count: int, *authority: Provision) -> Deadline:
    """Return the `count`-th calendar day after `start`, which is itself not counted."""
    return Deadline(_after(start, days=count), authority)


def months_after(start: date, count: int, *authority: Provision) -> Deadline:
    """Return the day `count` months after `start`, or the last of the month where it has no such day.

    >>> from datetime import date
    >>> months_after(date(2027, 8, 31), 6).clamped
    True
    """
    on = _after(start, months=count)
    return Deadline(on, authority, clamped=on.day != start.day)


def years_after(start: date, count: int, *authority: Provision) -> Deadline:
    """Return the day `count` years after `start`; 29 February falls on the 28th in a common year.

    >>> from datetime import date
    >>> print(years_after(date(2028, 2, 29), 1).on)
    2029-02-28
    """
    return months_after(start, 12 * count, *authority)
