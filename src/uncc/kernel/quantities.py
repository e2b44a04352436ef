"""Quantities: days, numbers and amounts with their reasons, known exactly, between two ends, or not at all.

A quantity stands in the same tree as a finding. Rules join quantities and never look inside them; a comparison of two
gives a finding, and a finding chooses between two.

>>> from datetime import date
>>> from uncc.kernel.provisions import art
>>> effected = fixed_day(date(2027, 3, 10), "the preservation took effect")
>>> floor = days_after("the last of the sixty days", art(42, 8), effected, 60)
>>> print(floor)
2027-05-09  the last of the sixty days [Art. 42(8)]
  2027-03-10  the preservation took effect
>>> not_after("it came in time", art(42, 8), fixed_day(date(2027, 5, 9), "the request came"), floor).truth.name
'YES'
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import inf
from typing import Any, TypeVar, cast

from attrs import evolve, frozen

from uncc.kernel.between import LAST_YEAR, Between, day, day_text
from uncc.kernel.differences import End
from uncc.kernel.facts import DayFact, NumberFact, Question
from uncc.kernel.findings import NO, UNKNOWN, YES, Authority, Finding, Kind, Node, Truth, as_tuple
from uncc.kernel.provisions import Provision
from uncc.kernel.readings import Consulted
from uncc.kernel.ready import kept_ready, known_beforehand

__all__ = [
    "NEVER",
    "NO_DAY",
    "Amount",
    "Day",
    "Number",
    "Quantity",
    "at_least",
    "at_most",
    "before",
    "capped",
    "comes",
    "day_where",
    "days_after",
    "earlier_of",
    "exactly_between",
    "fixed_amount",
    "fixed_day",
    "fixed_number",
    "how_many",
    "later_of",
    "months_after",
    "not_after",
    "nth_of",
    "or_more",
    "share_of",
    "sum_of",
    "where",
]

FIRST, LAST = date.min.toordinal(), date(LAST_YEAR, 12, 31).toordinal()
"""The first and the last day that a case can hold: what is known of a day of which nothing is known."""
FARTHEST = 36_500
"""How many days from there an end still says nothing: it was counted from a day of which nothing is known."""


@frozen(cache_hash=True, weakref_slot=False)
class Quantity(Node):
    """A day, number or amount with its reasons: it is not less than `least` and not more than `most`."""

    least: End
    most: End
    statement: str
    authority: tuple[Provision, ...]
    kind: Kind
    because: tuple[Node, ...] = ()
    about: Question | Consulted | None = None
    exact: bool = False
    cut_short: bool = False

    @property
    def truth(self) -> Truth:  # type: ignore[override]  # a finding has it as a field
        """YES where it is known exactly, else UNKNOWN."""
        return YES if self.least == self.most else UNKNOWN

    @property
    @abstractmethod
    def shown(self) -> str:
        """What is known of it, as it stands in an explanation."""

    @staticmethod
    @kept_ready
    def on_reading(statement: str, consulted: Consulted, limbs: tuple[Any, ...]) -> Quantity:
        """Return the quantity on a reading, from what each option gives; what spans them all where none is chosen."""
        place = 0 if len(limbs) == 1 else consulted.chosen_index
        ends = _hull(limbs if place is None else (limbs[place],))
        said = statement, consulted.reading.authority
        made: Quantity = joint(Kind.READING, said, ends, limbs, limbs[0], consulted)
        return made


@frozen(cache_hash=True, weakref_slot=False)
class Day(Quantity):
    """A calendar day with its reasons; the ends are ordinals. `NEVER` comes after every day, `NO_DAY` before."""

    follows: Day | None = None
    """Of a declared day: the event that cannot come after it."""

    @property
    def on(self) -> date | None:
        """The day, where it is known exactly and there is one."""
        return None if self.least != self.most else _date(self.least)

    @property
    def not_before(self) -> date | None:
        """The day before which it cannot lie; `None` where none is known."""
        return None if self.least <= FIRST else _date(self.least)

    @property
    def not_after(self) -> date | None:
        """The day after which it cannot lie; `None` where none is known, or where it may never come."""
        return None if self.most >= LAST else _date(self.most)

    @property
    def fact(self) -> DayFact:
        """What is known of the day, as a case holds it; `None` where nothing is, or where there is none."""
        if self.least == self.most:
            return self.on
        least, most = self.not_before, self.not_after
        return None if least is None and most is None else Between(least, most)

    @property
    def clamped(self) -> bool:
        """Whether it was counted in months and fell on a day that the month does not have."""
        start = self.because[0] if self.kind is Kind.MONTHS and self.because else None
        if not isinstance(start, Day) or start.on is None or self.on is None:
            return False
        return start.on.day != self.on.day

    @property
    def is_never(self) -> bool:
        """Whether it is certain that the day never comes."""
        return self.least == inf

    @property
    def shown(self) -> str:
        """What is known of the day: itself, its ends, or that there is none."""
        if self.least == self.most:
            told = "never" if self.least == inf else "no day" if self.least == -inf else str(_date(self.least))
            return f"{told}, the last day of the month, which is shorter" if self.clamped else told
        least, most = self.not_before, self.not_after
        if least is None and most is None:
            return "not known"
        return day_text(Between(least, most))


@frozen(cache_hash=True, weakref_slot=False)
class Number(Quantity):
    """A count of days, Parties or votes, with its reasons."""

    @property
    def known(self) -> int | None:
        """The number, where it is known exactly."""
        return None if self.least != self.most else int(self.least)

    @property
    def fact(self) -> NumberFact:
        """What is known of the number, as a case holds it; `None` where nothing is."""
        if self.known is not None or (self.least <= 0 and self.most == inf):
            return self.known
        return Between(int(self.least), None if self.most == inf else int(self.most))

    @property
    def shown(self) -> str:
        """What is known of the number."""
        return _between(self.least, self.most, str)


@frozen(cache_hash=True, weakref_slot=False)
class Amount(Quantity):
    """An amount of money with its reasons, exact to the fraction, in one currency."""

    currency: str = ""

    @property
    def known(self) -> Fraction | None:
        """The amount, where it is known exactly."""
        return None if self.least != self.most else Fraction(self.least)

    @property
    def shown(self) -> str:
        """What is known of the amount, with its currency."""
        return _between(self.least, self.most, lambda end: f"{self.currency} {_decimal(end)}".strip())


Q = TypeVar("Q", bound=Quantity)
N = TypeVar("N", bound=Node)


def _date(end: End) -> date | None:
    return date.fromordinal(int(end)) if FIRST <= end <= date.max.toordinal() else None


def _between(least: End, most: End, words: Callable[[End], str]) -> str:
    if least == most:
        return words(least)
    if most == inf:
        return "not known" if least <= 0 else f"at least {words(least)}"
    return f"{words(least)} to {words(most)}"


def _decimal(end: End) -> str:
    value = Fraction(end)
    return f"{Decimal(value.numerator) / Decimal(value.denominator):f}"


# What is known beforehand


@kept_ready
def fixed_day(value: date, statement: str, *authority: Provision) -> Day:
    """Return a day that the case, the text or the question fixes."""
    ordinal = day(value, "on").toordinal()
    return Day(ordinal, ordinal, statement, authority, Kind.TEXT)


@kept_ready
def fixed_number(value: int, statement: str, *authority: Provision) -> Number:
    """Return a number that the text fixes."""
    return Number(value, value, statement, authority, Kind.TEXT)


@kept_ready
def fixed_amount(value: Decimal | Fraction | int, currency: str, statement: str, *authority: Provision) -> Amount:
    """Return an amount that the case or the text fixes."""
    exact = Fraction(value)
    return Amount(exact, exact, statement, authority, Kind.TEXT, currency=currency)


NEVER = known_beforehand(Day(inf, inf, "no day ends it", (), Kind.TEXT))
"""The day that does not come."""
NO_DAY = known_beforehand(Day(-inf, -inf, "no day of its own", (), Kind.TEXT))
"""The day that does not count beside others."""


# Joints


def joint(  # noqa: PLR0913, PLR0917  # what a quantity is made of
    kind: Kind,
    said: tuple[str, Authority],
    ends: tuple[End, End],
    limbs: tuple[Node, ...],
    like: Q,
    about: Consulted | None = None,
) -> Q:
    """Return the quantity of the same sort as `like` that joins the limbs."""
    statement, authority = said
    if isinstance(like, Amount):
        return cast("Q", Amount(*ends, statement, as_tuple(authority), kind, limbs, about, currency=like.currency))
    return type(like)(*ends, statement, as_tuple(authority), kind, limbs, about)


@kept_ready
def days_after(statement: str, authority: Authority, start: Day, days: Number | int) -> Day:
    """Return the day that lies so many days after `start`, which is itself not counted."""
    number = fixed_number(days, "days") if isinstance(days, int) else days
    comes_late = number.most == inf and start.most < inf  # and comes, for no number is without end
    ends = _told(start.least + number.least, LAST if comes_late else start.most + number.most)
    return Day(*ends, statement, as_tuple(authority), Kind.SUM, (start, number))


@kept_ready
def months_after(statement: str, authority: Authority, start: Day, months: Number | int) -> Day:
    """Return the day so many months after `start`, or the last of the month where it has no such day."""
    number = fixed_number(months, "months") if isinstance(months, int) else months
    ends = _told(counted_months(start.least, number.least), counted_months(start.most, number.most))
    return Day(*ends, statement, as_tuple(authority), Kind.MONTHS, (start, number))


def _told(least: End, most: End) -> tuple[End, End]:
    """Return the ends of a day that was counted, open where they were counted from one that is."""
    if least == most:
        return least, most
    return FIRST if -inf < least < FIRST + FARTHEST else least, LAST if LAST - FARTHEST < most < inf else most


def counted_months(start: End, count: End) -> End:
    """Return the ordinal of the day so many months after another."""
    if not FIRST <= start <= LAST or count == inf:
        return start + count
    from dateutil.relativedelta import relativedelta

    return (date.fromordinal(int(start)) + relativedelta(months=int(count))).toordinal()


@kept_ready
def sum_of(statement: str, authority: Authority, *limbs: Q) -> Q:
    """Return the sum of the limbs; there must be one at least."""
    ends = sum(limb.least for limb in limbs), sum(limb.most for limb in limbs)
    return joint(Kind.SUM, (statement, authority), ends, limbs, limbs[0])


@kept_ready
def share_of(statement: str, authority: Authority, amount: Amount, share: Amount) -> Amount:
    """Return the part of an amount that a share of it makes: a number from 0 to 1."""
    ends = amount.least * share.least, amount.most * share.most
    return joint(Kind.SHARE, (statement, authority), ends, (amount, share), amount)


@kept_ready
def later_of(statement: str, authority: Authority, *limbs: Q) -> Q:
    """Return the latest of days, or the greatest of amounts."""
    ends = max(limb.least for limb in limbs), max(limb.most for limb in limbs)
    return joint(Kind.GREATEST, (statement, authority), ends, limbs, limbs[0])


@kept_ready
def earlier_of(statement: str, authority: Authority, *limbs: Q) -> Q:
    """Return the earliest of days, or the least of amounts."""
    ends = min(limb.least for limb in limbs), min(limb.most for limb in limbs)
    return joint(Kind.LEAST, (statement, authority), ends, limbs, limbs[0])


capped = earlier_of
"""Return an amount that is not more than another: the least of both."""
or_more = later_of
"""Return an amount that is not less than another: the greatest of both."""


@kept_ready
def nth_of(statement: str, authority: Authority, place: Number | int, *limbs: Day) -> Day:
    """Return the n-th of many days in order, from 1; `NEVER` where there are fewer, and before every day for none."""
    number = fixed_number(place, "in order") if isinstance(place, int) else place
    least = nth_least(sorted(limb.least for limb in limbs), number.least)
    most = nth_least(sorted(limb.most for limb in limbs), number.most)
    return Day(least, most, statement, as_tuple(authority), Kind.NTH, (number, *limbs))


def nth_least(ends: list[End], place: End) -> End:
    """Return the n-th of ends in order; where there are fewer, none that comes, and before every day for none."""
    return -inf if place < 1 else inf if place > len(ends) else ends[int(place) - 1]


@kept_ready
def how_many(statement: str, authority: Authority, *limbs: Finding, more: Number | None = None) -> Number:
    """Return how many of the findings hold; `more` is how many there are beside them."""
    others = (0, 0) if more is None else (more.least, more.most)
    least = sum(limb.truth is YES for limb in limbs) + others[0]
    most = sum(limb.truth is not NO for limb in limbs) + others[1]
    because = limbs if more is None else (*limbs, more)
    return Number(least, most, statement, as_tuple(authority), Kind.COUNT, because)


@kept_ready
def where(finding: Finding, this: Q, that: Q) -> Q:
    """Return this where the finding is YES, that where it is NO, and what spans both where it is UNKNOWN."""
    kept = (this, that) if finding.truth is UNKNOWN else (this,) if finding.truth is YES else (that,)
    return joint(Kind.WHERE, (this.statement, this.authority), _hull(kept), (finding, this, that), this)


def _hull(limbs: tuple[Q, ...]) -> tuple[End, End]:
    return min(limb.least for limb in limbs), max(limb.most for limb in limbs)


def day_where(finding: Finding, this: Day) -> Day:
    """Return the day where the finding is YES; where it is NO there is none that counts beside others."""
    return where(finding, this, NO_DAY)


@kept_ready
def exactly_between(quantity: Q) -> Q:
    """Return the quantity with its ends settled exactly over all completions of what is open in it."""
    if quantity.exact:
        return quantity
    from uncc.kernel.inquiry import exact_ends

    ends = exact_ends(quantity)
    if ends is None:
        return evolve(quantity, cut_short=True)
    least, most = _told(*ends) if isinstance(quantity, Day) else ends
    return evolve(quantity, least=least, most=most, exact=True, cut_short=False)


# And back


@kept_ready
def not_after(statement: str, authority: Authority, one: Q, other: Q) -> Finding:
    """Return the finding that the one is not after, or not more than, the other."""
    truth = YES if one.most <= other.least else NO if one.least > other.most else UNKNOWN
    return Finding(truth, statement, as_tuple(authority), Kind.AT_MOST, (one, other))


@kept_ready
def before(statement: str, authority: Authority, one: Q, other: Q) -> Finding:
    """Return the finding that the one is before, or less than, the other."""
    truth = YES if one.most < other.least else NO if one.least >= other.most else UNKNOWN
    return Finding(truth, statement, as_tuple(authority), Kind.LESS, (one, other))


def at_most(statement: str, authority: Authority, one: Number, count: Number | int) -> Finding:
    """Return the finding that a number is not greater than another."""
    return not_after(statement, authority, one, fixed_number(count, "at most") if isinstance(count, int) else count)


def at_least(statement: str, authority: Authority, one: Number, count: Number | int) -> Finding:
    """Return the finding that a number is as great as another, or greater."""
    return not_after(statement, authority, fixed_number(count, "at least") if isinstance(count, int) else count, one)


def comes(statement: str, authority: Authority, day: Day) -> Finding:
    """Return the finding that a day comes at all."""
    return before(statement, authority, day, NEVER)
