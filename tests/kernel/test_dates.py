"""Counting days, months and years; deadlines, windows and periods."""

from __future__ import annotations

import calendar
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve, field, frozen
from attrs.validators import optional
from hypothesis import given
from hypothesis import strategies as st

from uncc.kernel import quantities
from uncc.kernel.between import LAST_YEAR
from uncc.kernel.dates import (
    Deadline,
    Period,
    Window,
    a_date,
    day,
    days_after,
    deadline_of,
    earliest_of,
    latest,
    months_after,
    window_of,
    window_until,
    years_after,
)
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import by_reading, by_text, derived
from uncc.kernel.provisions import art
from uncc.kernel.quantities import NEVER, NO_DAY, fixed_day, later_of, where
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import FloorStart

BECAUSE = by_text(True, "the window is determined", art(42, 8))
MOMENT = datetime(2027, 5, 9, 4, 12, tzinfo=UTC)
NO_TIME = "a calendar day: give a date without a time"
CANNOT_COUNT = "a day from which the calendar can be counted on"
ordinary_days = st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31))


def window(first: date | None, last: date | None) -> Window:
    """Return the window between two days."""
    return Window(
        None if first is None else Deadline(first),
        None if last is None else Deadline(last),
        BECAUSE,
    )


@frozen
class Dated:
    """A model with a day or nothing."""

    received_on: Any = field(default=None, validator=optional(a_date))


BUILDERS: dict[str, tuple[str, Callable[[Any], object]]] = {
    "Dated": ("received_on", Dated),
    "Deadline": ("on", Deadline),
    "Period, start": ("start", lambda value: Period(value, date(2027, 5, 9))),
    "Period, end": ("end", lambda value: Period(date(2027, 5, 9), value)),
    "days_after": ("start", lambda value: days_after(value, 60)),
    "months_after": ("start", lambda value: months_after(value, 6)),
    "years_after": ("start", lambda value: years_after(value, 1)),
}
builders = pytest.mark.parametrize(("name", "build"), BUILDERS.values(), ids=BUILDERS)


# What is a day


def test_a_calendar_day_is_kept() -> None:
    """A date is returned as it is, and a field may also hold nothing."""
    on = date(2027, 5, 9)
    assert day(on, "on") is on
    assert Dated(on).received_on is on
    assert Dated().received_on is None


@pytest.mark.parametrize("moment", [MOMENT, MOMENT.replace(tzinfo=None), datetime.min.replace(tzinfo=UTC)])
@builders
def test_a_datetime_is_not_a_day(name: str, build: Callable[[Any], object], moment: datetime) -> None:
    """Wherever a day belongs a moment, even midnight, is refused with the advice to give a date."""
    with pytest.raises(InvalidValue) as caught:
        build(moment)
    assert str(caught.value) == f"{name}: {moment.isoformat()!r} is not {NO_TIME}"


@pytest.mark.parametrize("value", ["2027-05-09", 20270509, (2027, 5, 9)])
@builders
def test_what_is_no_day_is_refused(name: str, build: Callable[[Any], object], value: object) -> None:
    """Wherever a day belongs, neither a text nor a number passes for one."""
    with pytest.raises(InvalidValue) as caught:
        build(value)
    assert str(caught.value) == f"{name}: {value!r} is not a calendar day such as 2027-05-09"


@pytest.mark.parametrize(("name", "build"), list(BUILDERS.values())[1:], ids=list(BUILDERS)[1:])
def test_where_a_day_is_required_nothing_is_refused(name: str, build: Callable[[Any], object]) -> None:
    """A deadline, a period and a count are about a day; `None` is none."""
    with pytest.raises(InvalidValue) as caught:
        build(None)
    assert caught.value.field == name


# Counting


@given(ordinary_days, st.integers(0, 36_525))
def test_the_day_of_the_event_is_not_counted(start: date, count: int) -> None:
    """The deadline after so many days has exactly so many days after the start, its own included."""
    deadline = days_after(start, count, art(42, 8))
    assert (deadline.on - start).days == count
    assert deadline == Deadline(deadline.on, (art(42, 8),), clamped=False)


def test_sixty_days_by_hand() -> None:
    """Sixty days from 10 March: 21 remain of March, 30 of April, 9 of May; a leap day counts as a day."""
    assert days_after(date(2027, 3, 10), 60).on == date(2027, 5, 9)
    assert days_after(date(2027, 1, 1), 60).on == date(2027, 3, 2)
    assert days_after(date(2028, 1, 1), 60).on == date(2028, 3, 1)


MONTHS = [
    (date(2027, 1, 15), 3, date(2027, 4, 15), False),
    (date(2027, 8, 31), 6, date(2028, 2, 29), True),
    (date(2026, 8, 31), 6, date(2027, 2, 28), True),
    (date(2027, 1, 31), 1, date(2027, 2, 28), True),
    (date(2027, 1, 28), 1, date(2027, 2, 28), False),
    (date(2028, 1, 29), 1, date(2028, 2, 29), False),
    (date(2027, 3, 31), 1, date(2027, 4, 30), True),
    (date(2027, 2, 28), 1, date(2027, 3, 28), False),
    (date(2027, 12, 31), 2, date(2028, 2, 29), True),
    (date(2027, 10, 31), 0, date(2027, 10, 31), False),
]


@pytest.mark.parametrize(("start", "count", "on", "clamped"), MONTHS)
def test_months_by_hand(start: date, count: int, on: date, clamped: bool) -> None:
    """Months end on the same day of the month, or on its last, and then the deadline says so."""
    assert months_after(start, count, art(25, 2)) == Deadline(on, (art(25, 2),), clamped)


@given(ordinary_days, st.integers(0, 1200))
def test_months_are_counted_as_on_a_wall_calendar(start: date, count: int) -> None:
    """The month is so many later, and the day the same or, clamped, the last that the month has."""
    deadline = months_after(start, count)
    assert (deadline.on.year - start.year) * 12 + deadline.on.month - start.month == count
    last = calendar.monthrange(deadline.on.year, deadline.on.month)[1]
    assert deadline.on.day == min(start.day, last)
    assert deadline.clamped is (start.day > last)


@given(ordinary_days, st.integers(0, 100))
def test_years_are_twelve_months_each(start: date, count: int) -> None:
    """A year later is the same day, except that 29 February falls on the 28th in a common year."""
    deadline = years_after(start, count, art(42, 8))
    assert deadline.on.year == start.year + count
    leap_day_lost = (start.month, start.day) == (2, 29) and not calendar.isleap(deadline.on.year)
    assert (deadline.on.month, deadline.on.day) == ((2, 28) if leap_day_lost else (start.month, start.day))
    assert deadline.clamped is leap_day_lost


def test_the_leap_day() -> None:
    """From 29 February one year leads to the 28th and is clamped; four years lead to the 29th and are not."""
    assert years_after(date(2028, 2, 29), 1) == Deadline(date(2029, 2, 28), (), clamped=True)
    assert years_after(date(2028, 2, 29), 4) == Deadline(date(2032, 2, 29), (), clamped=False)
    assert years_after(date(2096, 2, 29), 4) == Deadline(date(2100, 2, 28), (), clamped=True)


OVERFLOWS: dict[str, tuple[date, Callable[[date], Deadline]]] = {
    "a day": (date.max, lambda start: days_after(start, 1)),
    "a month": (date.max, lambda start: months_after(start, 1)),
    "a year": (date(9999, 1, 1), lambda start: years_after(start, 1)),
    "backwards": (date.min, lambda start: days_after(start, -1)),
    "a month backwards": (date.min, lambda start: months_after(start, -1)),
    "many days": (date(2027, 1, 1), lambda start: days_after(start, 999_999_999)),
    "more days than any count": (date(2027, 1, 1), lambda start: days_after(start, 10**10)),
    "many months": (date(2027, 1, 1), lambda start: months_after(start, 10**30)),
}


@pytest.mark.parametrize(("start", "count"), OVERFLOWS.values(), ids=OVERFLOWS)
def test_the_calendar_ends(start: date, count: Callable[[date], Deadline]) -> None:
    """A count that leaves the calendar is refused, and the error shows the day it began on."""
    with pytest.raises(InvalidValue) as caught:
        count(start)
    assert str(caught.value) == f"start: {start!r} is not {CANNOT_COUNT}"


def test_the_last_day_of_the_calendar_can_be_reached() -> None:
    """The bound itself is not past the bound."""
    assert days_after(date.max, 0).on == days_after(date.max - timedelta(1), 1).on == date.max
    assert months_after(date(9999, 11, 30), 1).on == date(9999, 12, 30)


# Deadlines, windows, periods


def test_a_deadline_prints_its_day_and_its_provisions() -> None:
    """A deadline tells the day, that it was clamped if it was, and every provision that sets it."""
    assert str(days_after(date(2027, 3, 10), 60, art(42, 8), art(42, 1))) == "2027-05-09 [Art. 42(8), Art. 42(1)]"
    assert str(months_after(date(2027, 8, 31), 6, art(25, 2))) == (
        "2028-02-29, the last day of the month, which is shorter [Art. 25(2)]"
    )


@given(st.lists(st.none() | st.builds(Deadline, ordinary_days, clamped=st.booleans()), max_size=4))
def test_the_latest_deadline_is_one_of_those_known(deadlines: list[Deadline | None]) -> None:
    """No known deadline is later, none before it is as late, and there is none only where none is known."""
    chosen = latest(*deadlines)
    known = [deadline for deadline in deadlines if deadline is not None]
    assert (chosen is None) is (known == [])
    if chosen is not None:
        assert all(deadline.on <= chosen.on for deadline in known)
        assert next(deadline for deadline in known if deadline.on == chosen.on) is chosen


def test_of_equally_late_deadlines_the_first_is_taken() -> None:
    """The provision that is told is that of the deadline named first."""
    on = date(2027, 5, 9)
    first, second = Deadline(on, (art(42, 8),)), Deadline(on, (art(25, 2),))
    assert latest(None, first, second) is first
    assert latest(second, Deadline(on - timedelta(1)), first) is second
    assert latest() is None


def test_deadlines_windows_and_periods_travel() -> None:
    """Each is equal and hashes equally after pickling."""
    values = (Deadline(date(2027, 5, 9)), window(date(2027, 5, 9), None), Period(date(2027, 5, 9), date(2027, 5, 9)))
    for value in values:
        assert pickle.loads(pickle.dumps(value)) == value
        assert hash(pickle.loads(pickle.dumps(value))) == hash(value)


bounds = st.none() | st.dates(date(2027, 1, 1), date(2027, 1, 9))


@given(bounds, bounds, st.dates(date(2026, 12, 31), date(2027, 1, 10)))
def test_a_window_includes_both_its_days(first: date | None, last: date | None, on: date) -> None:
    """A day lies in a window if it is not before the first nor after the last; a missing bound bounds nothing."""
    assert (on in window(first, last)) is not ((first is not None and on < first) or (last is not None and on > last))


def test_a_window_by_hand() -> None:
    """The day before the first and the day after the last are out, the first and the last are in."""
    march = window(date(2027, 3, 1), date(2027, 3, 31))
    days = (date(2027, 2, 28), date(2027, 3, 1), date(2027, 3, 31), date(2027, 4, 1))
    assert [on in march for on in days] == [False, True, True, False]
    assert date.min in window(None, date(2027, 3, 31))
    assert date.max in window(date(2027, 3, 1), None)
    assert date.max in window(None, None)


@pytest.mark.parametrize("last", [None, date(2027, 3, 31)])
def test_a_moment_is_not_looked_for_in_a_window(last: date | None) -> None:
    """Windows are of days: a moment is refused with the advice to give a date, and never said to be in or out."""
    with pytest.raises(InvalidValue, match=NO_TIME):
        assert MOMENT in window(None, last)


def test_a_period_may_be_one_day_but_does_not_end_before_it_starts() -> None:
    """The end may be the start itself; an earlier one is refused with both days shown."""
    on = date(2027, 5, 9)
    assert Period(on, on).end is on
    with pytest.raises(InvalidValue) as caught:
        Period(on, date(2027, 5, 8))
    assert str(caught.value) == "end: '2027-05-08' is not on or after the start, 2027-05-09"


def test_a_case_keeps_within_the_calendar() -> None:
    """A field of a case refuses a day from which a period could run out of the calendar; counting itself does not."""
    assert Dated(date(LAST_YEAR, 12, 31)).received_on == date(LAST_YEAR, 12, 31)
    with pytest.raises(InvalidValue, match="received_on: '9001-01-01' is not a calendar day up to the year 9000"):
        Dated(date(LAST_YEAR + 1, 1, 1))
    assert days_after(date(LAST_YEAR, 12, 31), 60).on.year == LAST_YEAR + 1


def test_a_window_is_not_asked_about_a_moment() -> None:
    """A moment is neither within a window nor outside: the error names the day that is asked about."""
    with pytest.raises(InvalidValue, match=f"^on: .*{NO_TIME}"):
        assert MOMENT in window(None, None)


# What a day of the tree shows


def test_a_deadline_is_a_day_that_is_known_with_what_sets_it() -> None:
    """By hand: the provision is that of the limb that sets the day, however deep; of a choice, of what was chosen."""
    start = fixed_day(date(2027, 3, 10), "it took effect", art(42, 8))
    sixty = quantities.days_after("sixty days on", art(42, 7), start, 60)
    later = later_of("the later", art(42, 9), start, sixty)
    chosen = where(by_text(True, "so it is", art(42, 4)), later, quantities.days_after("s", art(42, 5), start, 60))
    for shown in (sixty, later, chosen):
        assert deadline_of(shown) == Deadline(date(2027, 5, 9), (art(42, 7),))
        assert window_until(shown) == Window(None, deadline_of(shown), shown, shown)
    plain = later_of("the later", art(42, 9), fixed_day(date(2027, 3, 10), "a day"))
    assert deadline_of(plain) == Deadline(date(2027, 3, 10), (art(42, 9),))
    assert deadline_of(NEVER) is None
    assert deadline_of(NO_DAY) is None


def test_a_deadline_tells_that_it_was_clamped() -> None:
    """Six months after 31 August there is no 31 February."""
    for start, clamped in ((date(2027, 8, 31), True), (date(2027, 8, 15), False)):
        day = quantities.months_after("s", art(25, 2), fixed_day(start, "it began"), 6)
        found = deadline_of(later_of("t", art(25, 2), day))
        assert found is not None
        assert found.clamped is clamped
        assert earliest_of(later_of("t", art(25, 2), day)) == found
        counted_on = quantities.days_after("three days on", art(42, 8), day, 3)
        on = deadline_of(counted_on)
        assert on is not None
        assert on.clamped is clamped


def test_a_window_opens_on_the_earliest_day_and_closes_on_a_day_that_is_known() -> None:
    """What is known between two ends opens on the first, and does not close."""
    fact = derived(None, "it is so", art(42, 4))
    between = where(fact, *(fixed_day(date(2027, 5, on), "s", art(42, on)) for on in (3, 6)))
    window = window_of(between, between)
    assert window.not_before == Deadline(date(2027, 5, 3), (art(42, 3),))
    assert window.not_after is None
    assert window.because is between
    assert earliest_of(NO_DAY) is None
    assert earliest_of(NEVER) is None
    assert window_of(fixed_day(date(2027, 5, 3), "s")).not_after is None
    assert date(2027, 5, 4) in window


def test_a_window_of_days_is_asked_on_other_readings() -> None:
    """A window with two days, and one with its last day only, are made anew; of another its finding is chosen."""
    first, last = (fixed_day(date(2027, 5, day), "a day") for day in (3, 9))
    for made in (window_of(first, last), window_of(first), window_until(last)):
        assert made.under(AS_ADOPTED) == made
    assert window_of(first).closes is NEVER
    assert (window_of(first, last).because, window_of(first, last).closes) == (first, last)
    between = where(derived(None, "it is so", art(42, 4)), first, last)
    assert window_of(between, between).under(AS_ADOPTED) == window_of(between, between)
    days = {one: last if one is FloorStart.RECEIVED else first for one in FloorStart}
    turns = by_reading("it ends", FloorStart, days)
    for window in (window_of(first, turns), window_until(turns)):
        chosen = window.under(Readings.of(FloorStart.RECEIVED))
        assert chosen.not_after == Deadline(date(2027, 5, 9), (art(42, 8),))
    opens = window_of(turns, last).under(Readings.of(FloorStart.RECEIVED))
    assert opens.not_before == Deadline(date(2027, 5, 9), (art(42, 8),))
    read = by_reading("a window", FloorStart, {one: by_text(one is FloorStart.RECEIVED, "s") for one in FloorStart})
    assert Window(None, None, read).under(Readings.of(FloorStart.RECEIVED)).because.is_yes


def test_a_day_that_no_limb_sets_has_its_own_provision() -> None:
    """Where the end was settled beyond those of the limbs, what is cited is the day itself."""
    limbs = (fixed_day(date(2027, 5, day), "a day", art(42, 9)) for day in (3, 9))
    later = evolve(later_of("the later", art(42, 8), *limbs), least=date(2027, 5, 10).toordinal(), most=LAST_DAY)
    assert earliest_of(later) == Deadline(date(2027, 5, 10), (art(42, 8),))


def test_months_from_one_of_several_days_may_end_on_one() -> None:
    """Six months from 30 or 31 August 2026 end on 28 February; from which day it was cut short is not known."""
    start = evolve(fixed_day(date(2026, 8, 30), "a day"), most=date(2026, 8, 31).toordinal())
    found = deadline_of(quantities.months_after("six months later", art(42, 8), start, 6))
    assert found == Deadline(date(2027, 2, 28), (art(42, 8),))


LAST_DAY = date(2027, 6, 1).toordinal()


def test_of_two_branches_the_one_that_is_taken_is_cited() -> None:
    """Where both branches of a choice lie on one day, the provision is that of the branch that holds."""
    on = date(2027, 5, 9)
    this, that = (fixed_day(on, "a day", art(42, paragraph)) for paragraph in (8, 9))
    for holds, cited in ((True, art(42, 8)), (False, art(42, 9))):
        chosen = where(by_text(holds, "so", art(42, 8)), this, that)
        assert deadline_of(chosen) == Deadline(on, (cited,))
    later = fixed_day(on + timedelta(days=1), "later", art(42, 9))
    open_yet = where(derived(None, "it is so", art(42, 4)), later_of("the later", art(42, 7), this), later)
    assert earliest_of(open_yet) == Deadline(on, (art(42, 8),))
