"""Counting days, months and years: a floor is not a ceiling, and neither is a date.

Days are calendar days and the day of the event is not counted: the first day after 1 March is 2 March, and a
period of sixty days from then has the sixtieth day after as its last day.

>>> from datetime import date
>>> from uncc.kernel.provisions import art
>>> print(days_after(date(2027, 3, 10), 60, art(42, 8)))
2027-05-09 [Art. 42(8)]
"""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from attrs import Attribute, field, frozen

from uncc.kernel.again import OnReadings
from uncc.kernel.between import a_date, day, day_of_case
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Kind, Node
from uncc.kernel.immutable import tuples_only
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision
from uncc.kernel.quantities import NEVER, Day
from uncc.kernel.readings import Choice
from uncc.kernel.shown import Shown

__all__ = [
    "Deadline",
    "Period",
    "Window",
    "a_date",
    "day",
    "day_of_case",
    "days_after",
    "deadline_of",
    "earliest_of",
    "latest",
    "months_after",
    "window_of",
    "window_until",
    "years_after",
]


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
class Window(OnReadings, Shown):
    """The days between which something may or must happen, and why.

    `not_before` is the first day and `not_after` the last, both included; `None` where the Convention sets no
    such bound or it is not determined, which `because` tells: what sets the bounds, or whether there is such a window.
    `closes` is the last day with its reasons, where the window was made of days (`window_of`, `window_until`).
    """

    not_before: Deadline | None
    not_after: Deadline | None
    because: Node
    closes: Day | None = None

    def __contains__(self, on: date) -> bool:
        day(on, "on")
        after_start = self.not_before is None or self.not_before.on <= on
        return after_start and (self.not_after is None or on <= self.not_after.on)

    def under(self, readings: Choice) -> Window:
        """Return the same on these readings, with the bounds that the days then have; others rest on no reading."""
        if self.closes is None:
            return super().under(readings)
        closes = self.closes.under(readings)
        if self.not_before is None and self.because is self.closes:
            return window_until(closes)
        return window_of(cast("Day", self.because).under(readings), closes)


def deadline_of(day: Day) -> Deadline | None:
    """Return the deadline that a day is, with the provision of what sets it; `None` where it is not known, or never.

    >>> from uncc.kernel.provisions import art
    >>> from uncc.kernel.quantities import days_after, fixed_day
    >>> start = fixed_day(date(2027, 3, 10), "the preservation took effect")
    >>> print(deadline_of(days_after("the last of the sixty days", art(42, 8), start, 60)))
    2027-05-09 [Art. 42(8)]
    """
    return _deadline(day.on, day)


def earliest_of(day: Day) -> Deadline | None:
    """Return the day before which another cannot lie, as a deadline; `None` where none is known."""
    return _deadline(day.not_before, day)


def _deadline(on: date | None, day: Day) -> Deadline | None:
    if on is None:
        return None
    ground = _ground(day)
    return Deadline(on, ground.authority or day.authority, clamped=_is_clamped(ground))


def window_of(earliest: Day, latest: Day = NEVER) -> Window:
    """Return the window that opens on the one day and closes on the other; why, the first day tells."""
    return Window(earliest_of(earliest), deadline_of(latest), earliest, latest)


def window_until(last: Day) -> Window:
    """Return the window that has a last day only."""
    return Window(None, deadline_of(last), last, last)


def _ground(day: Day) -> Day:
    """Return the limb that sets a day, or its earlier end, however far below."""
    if day.kind not in (Kind.GREATEST, Kind.LEAST, Kind.WHERE, Kind.READING):
        return day
    limbs = day.live_limbs
    if day.kind is Kind.WHERE and not limbs[0].is_unknown:
        limbs = (limbs[1] if limbs[0].is_yes else limbs[-1],)
    setting = [limb for limb in limbs if isinstance(limb, Day) and limb.least == day.least]
    return _ground(setting[0]) if setting else day


def _is_clamped(day: Day) -> bool:
    """Whether a count of months fell on a day that the month does not have, or a day was counted from there."""
    start = day.because[0] if day.kind is Kind.SUM else None
    return _is_clamped(_ground(start)) if isinstance(start, Day) else day.clamped


def _not_before_start(period: Period, _: object, end: date) -> None:
    if end < period.start:
        raise InvalidValue("end", end.isoformat(), f"on or after the start, {period.start.isoformat()}")


@frozen(field_transformer=typed)
class Period(Model):
    """A span of calendar days, both included.

    - `start`: the first day, included.
    - `end`: the last day, included.
    """

    start: date = field(validator=a_date)
    end: date = field(validator=[a_date, _not_before_start])


def _after(start: date, **step: int) -> date:
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


checked(__name__)
