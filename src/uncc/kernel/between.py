"""What is known of a day, a number or a list that is not known exactly: not less than this, not more than that.

In a document a day is written in a closed part of the Extended Date/Time Format (ISO 8601-2):

>>> read_day("2027-05-03")
datetime.date(2027, 5, 3)
>>> for text in ("2027-05", "2027", "[2027-05-03..2027-05-10]", "[..2027-05-03]", "[2027-05-03..]"):
...     assert day_text(read_day(text)) == text
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Generic, TypeVar

from attrs import Attribute, frozen

from uncc.kernel.errors import InvalidValue
from uncc.kernel.immutable import tuples_only
from uncc.kernel.model import Model

__all__ = ["LAST_YEAR", "AtLeast", "Between", "a_date", "can_be_in_order", "day", "day_text", "may_be", "read_day"]

Value = TypeVar("Value")
Item_co = TypeVar("Item_co", covariant=True)

SPELLINGS = (
    "a day as 2027-05-09, a month as 2027-05, a year as 2027, or days between two ends as [2027-05-03..2027-05-10]"
)
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MEANT = (
    (
        rf"{_DAY}/{_DAY}",
        "a day that lies between two: [first..last]; '/' is an interval that lasts",
    ),
    (r".*/(\.\.)?|(\.\.)?/.*", "a day of which one end is known: [2027-05-03..] or [..2027-05-03]"),
    (r".*[~?%].*", "a day with its ends: what is uncertain or about a day is written [2027-05-03..2027-05-10]"),
    (r".*[Xx].*", "a month as 2027-05 or a year as 2027: digits are not left open"),
    (r".*T.*", "a calendar day without a time"),
)
"""What other spellings of the format mean, and how it is said here."""


ADOPTED_ON = date(2024, 12, 24)
"""The day on which the General Assembly adopted the Convention: nothing was done under it before."""
YEARS = 300
"""How long after its adoption something can be done under a treaty: a later year is one of another calendar."""
LAST_YEAR = 9000
"""The last year of a day that a case can hold, so that periods can be counted on from it within the calendar."""


def a_date(_: object, attribute: Attribute[Any], value: Any) -> None:
    """Validate a field that holds a calendar day of a case; a `datetime` is refused, since it is another thing."""
    day_of_case(value, attribute.name)


def day_of_case(value: object, name: str) -> date:
    """Return `value` if it is a calendar day from which a case can count on; `InvalidValue`, naming it, otherwise."""
    found = day(value, name)
    if found.year > LAST_YEAR:
        raise InvalidValue(name, found.isoformat(), f"a calendar day up to the year {LAST_YEAR}")
    return found


def day(value: object, name: str) -> date:
    """Return `value` if it is a calendar day; `InvalidValue`, naming the field, if it is anything else."""
    if isinstance(value, datetime):
        raise InvalidValue(name, value.isoformat(), "a calendar day: give a date without a time")
    if not isinstance(value, date):
        raise InvalidValue(name, value, "a calendar day such as 2027-05-09")
    return value


@frozen
class Between(Model, Generic[Value]):
    """A day, number or amount that lies between two ends, both included; `None` where one end is open.

    >>> Between(date(2027, 5, 3), None).contains(date(2027, 6, 1))
    True
    """

    least: Value | None
    most: Value | None

    def __attrs_post_init__(self) -> None:
        least, most = self.least, self.most
        if least is None and most is None:
            raise InvalidValue("between", None, "one end at least; what is not known at all is null")
        for end in (least, most):
            if isinstance(end, datetime):
                raise InvalidValue("between", end.isoformat(), "a calendar day: give a date without a time")
            if end is not None and (isinstance(end, bool) or not isinstance(end, date | int | Decimal | Fraction)):
                raise InvalidValue("between", end, "a calendar day, a number or an amount")
        if least is not None and most is not None and isinstance(least, date) is not isinstance(most, date):
            raise InvalidValue("between", f"{least} and {most}", "two ends of one kind")
        if least is not None and most is not None and not least < most:  # type: ignore[operator]  # of one kind
            raise InvalidValue(
                "between", f"{least} and {most}", "ends in order, and two of them: what is exact is given as it is"
            )

    def contains(self, value: object) -> bool:
        """Whether a value of the same kind lies between the ends."""
        after = self.least is None or self.least <= value  # type: ignore[operator]  # of one kind
        return after and (self.most is None or value <= self.most)  # type: ignore[operator]

    def __str__(self) -> str:
        if isinstance(self.least, date) or isinstance(self.most, date):
            return day_text(self)  # type: ignore[arg-type]  # its ends are days
        if self.least is None or self.most is None:
            return f"at most {self.most}" if self.least is None else f"at least {self.least}"
        return f"{self.least} to {self.most}"


@frozen(field_transformer=tuples_only)
class AtLeast(Model, Generic[Item_co]):
    """The things of a list that are known, where there may be others beside them.

    >>> AtLeast(("a lease", "a pledge")).items
    ('a lease', 'a pledge')
    """

    items: tuple[Item_co, ...]

    def __attrs_post_init__(self) -> None:
        if not self.items:
            raise InvalidValue("at_least", self.items, "one thing at least; a list that is not known at all is null")


def read_day(text: str, name: str = "day") -> date | Between[date]:
    """Return the day, or what is known of it, that a text gives; `InvalidValue` says which spelling is meant.

    >>> print(read_day("[2027-05-01..2027-05-31]"))
    2027-05
    """
    if re.fullmatch(_DAY, text):
        return _exact(text, name)
    if re.fullmatch("[0-9]{4}(-[0-9]{2})?", text):
        year, month = int(text[:4]), int(text[5:] or 0)
        if year == 0 or month > 12 or (len(text) > 4 and month == 0):
            raise InvalidValue(name, text, SPELLINGS)
        return Between(date(year, month or 1, 1), _last_of(year, month or 12))
    ends = re.fullmatch(rf"\[({_DAY})?\.\.({_DAY})?\]", text)
    if ends is None or ends[0] == "[..]":
        meant = next((said for spelling, said in _MEANT if re.fullmatch(spelling, text)), SPELLINGS)
        if meant is SPELLINGS and ": " in (right := calendar_day(text)):
            meant = right
        elif meant is SPELLINGS and _OTHERWISE.fullmatch(text):
            meant = f"{SPELLINGS}; {YEAR_FIRST}"
        raise InvalidValue(name, text, meant)
    least, most = (None if end is None else _exact(end, name) for end in ends.groups())
    if least is not None and most is not None and least >= most:
        raise InvalidValue(name, text, "the earlier day first, and two days; one day is written alone")
    return Between(least, most)


def day_text(value: date | Between[date]) -> str:
    """Return what is known of a day as `read_day` reads it, in its shortest spelling."""
    if not isinstance(value, Between):
        return value.isoformat()
    least, most = value.least, value.most
    if least is not None and most is not None and least.day == 1 and most.year == least.year:
        if (least.month, most.month, most.day) == (1, 12, 31):
            return f"{least:%Y}" if least.year > 999 else f"{least.year:04}"
        if most == _last_of(least.year, least.month):
            return least.isoformat()[:7]
    return f"[{'' if least is None else least.isoformat()}..{'' if most is None else most.isoformat()}]"


def _exact(text: str, name: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidValue(name, text, calendar_day(text)) from error


def calendar_day(text: object) -> str:
    """Return what would be right in the place of what is no calendar day, and what is wrong with it where that shows.

    >>> calendar_day("2026-11-31")
    'a calendar day such as 2027-05-09: November 2026 has 30 days'
    >>> calendar_day("30.11.2026"), calendar_day("30 November")
    ('a calendar day such as 2027-05-09: write 2026-11-30', 'a calendar day such as 2027-05-09')
    """
    said = "a calendar day such as 2027-05-09"
    if not isinstance(text, str):
        return said
    if re.match(rf"{_DAY}[T ][0-9]", text):
        return f"{said}, without a time"
    if re.fullmatch(_DAY, text):
        year, month = int(text[:4]), int(text[5:7])
        if not 1 <= month <= 12 or not year:
            return f"{said}: there is no {'month' if year else 'year'} {text[5:7] if year else text[:4]}"
        last = _last_of(year, month)
        return f"{said}: {_MONTHS[month - 1]} {year} has {last.day} days"
    if turned := re.fullmatch(r"(1[3-9]|[23][0-9])\.([0-9]{1,2})\.([0-9]{4})", text):  # no other order can be meant
        meant = f"{turned[3]}-{int(turned[2]):02}-{int(turned[1]):02}"
        with suppress(ValueError):
            return f"{said}: write {date.fromisoformat(meant)}"
    return f"{said}; {YEAR_FIRST}" if _OTHERWISE.fullmatch(text) else said


_OTHERWISE = re.compile(r"[0-9]{1,2} *[./-] *[0-9]{1,2} *[./-] *[0-9]{2,4}")
YEAR_FIRST = "days are written with the year first, and no other order is guessed"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _last_of(year: int, month: int) -> date:
    from calendar import monthrange

    return date(year, month, monthrange(year, month)[1])


def ends_of(value: Any) -> tuple[Any, Any]:
    """Return the two ends of what is known of a value; of an exact one itself twice."""
    if isinstance(value, Between):
        return value.least, value.most  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    return value, value


def a_day_fact(name: str, value: object) -> None:
    """Refuse what is no calendar day of a case, and nothing that is known of one."""
    for end in ends_of(value):
        if end is not None and day(end, name).year > LAST_YEAR:
            raise InvalidValue(name, day(end, name).isoformat(), f"a calendar day up to the year {LAST_YEAR}")


def a_number_fact(least: int, most: int, name: str, value: object) -> None:
    """Refuse what is no whole number, or less or more than it can be."""
    for end in ends_of(value):
        if end is not None and (type(end) is not int or not least <= end <= most):
            raise InvalidValue(name, end, f"a whole number, from {least} to {most}")


def under_the_convention(name: str, value: Any) -> None:
    """Refuse a day on which nothing can have been done under the Convention: before it was adopted, or in another era.

    >>> under_the_convention("bound_from", date(2570, 1, 10))
    Traceback (most recent call last):
        ...
    uncc.kernel.errors.InvalidValue: bound_from: '2570-01-10' is not a day of this calendar: the year is far off
    """
    least, most = ends_of(value)
    if most is not None and most < ADOPTED_ON:
        raise InvalidValue(name, str(value), f"a day since {ADOPTED_ON}, on which the Convention was adopted")
    if least is not None and least.year > ADOPTED_ON.year + YEARS:
        raise InvalidValue(name, str(value), "a day of this calendar: the year is far off")


def may_be(known: Any, value: object) -> bool:
    """Whether a day or a number can be this one, as far as it is known."""
    return known is None or (known.contains(value) if isinstance(known, Between) else known == value)


def can_be_in_order(days: Sequence[date | Between[date]]) -> bool:
    """Whether days can lie in this order, none of them before one that stands before it.

    >>> can_be_in_order([date(2027, 5, 3), Between(None, date(2027, 6, 1)), date(2027, 5, 4)])
    True
    """
    earlier = date.min
    for one in days:
        least, most = (one.least, one.most) if isinstance(one, Between) else (one, one)
        earlier = max(earlier, least or earlier)
        if most is not None and most < earlier:
            return False
    return True


def not_before(name: str, value: Any, earlier: str, other: Any) -> None:
    """Refuse a day that lies before another one for certain."""
    (_, most), (least, _) = ends_of(value), ends_of(other)
    if most is not None and least is not None and most < least:
        raise InvalidValue(name, str(value), f"on or after {earlier}, {other}")
