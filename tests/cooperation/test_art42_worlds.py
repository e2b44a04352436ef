"""Art. 42(8), (9): what is answered of a file with gaps holds in every case that the file may turn out to be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from itertools import accumulate, chain, combinations, islice, product, repeat
from math import inf, prod
from types import MappingProxyType
from typing import Any

import pytest
from attrs import frozen

from tests.effort import share
from uncc.cooperation import (
    Extension,
    PreservationMeasure,
    extension_deadline,
    may_request_extension,
    must_continue_until_decision,
    preservation_expiry,
    preservation_runs,
    preservation_window,
)
from uncc.kernel.between import Between
from uncc.kernel.dates import Deadline, deadline_of, earliest_of
from uncc.kernel.facts import DayFact
from uncc.kernel.findings import Truth
from uncc.kernel.provisions import art
from uncc.procedural import PreservationOrder, PreservationRegime, Renewal
from uncc.readings import Readings
from uncc.readings.chapter_4 import OrderRenewal, OrderStart
from uncc.readings.chapter_5 import EarlyDecision, ExpiryDay, FloorAndCeiling, FloorStart, FurtherExtension

START = date(2027, 3, 10)
READINGS = [
    frozenset(options)
    for options in product(
        EarlyDecision, FloorStart, FloorAndCeiling, ExpiryDay, FurtherExtension, OrderStart, OrderRenewal
    )
]
MAY_BE: dict[str, tuple[Any, ...]] = {
    "received": (-300, -5, 0),
    "effected": (0, 3, 300),
    "period": (30, 60, 100),
    "asked": (None, 5, 40, 80, 500),
    "preserved": (True, False),
    "decided": (None, 10, 50, 60, 110, 600),
    "granted": (True, False),
    "until": (45, 130, 700),
    "ordered": (-5, 0, 20, 400),
    "served": (2, 30, 410),
    "other_means": (True, False),
    "renewed": (10, 25, 400),
    "again": (30, 80, 410),
    "renewable": (True, False),
}
"""What may be the case; days are counted from one of them, and nothing is asked or decided on the day `None`."""
FEWEST = {"period": 1}
"""What is no day, with the least that it can be."""
AROUND = ((3, 3), (0, 20), (None, 0), (7, None))
"""How much less and how much more a day or a number may be of which only two ends are known, or one."""
MEASURED = ("received", "effected", "period", "asked", "decided", "until", "ordered", "served", "renewed", "again")
HIDING: dict[str, tuple[str, ...]] = {
    "requested": ("requested", "asked", "decision", "decided"),
    "decision": ("decision", "decided"),
    **{name: (name,) for name in MAY_BE},
}
"""What is not known either where a thing is not."""
OPTIONAL = {
    "extension": ("granted", "until"),
    "order": ("ordered", "served", "other_means"),
    "renewals": ("renewed", "again", "renewable"),
}
"""What is of no account where there is no extension, no order, or no renewal of one."""


def day(count: int) -> date:
    return START + timedelta(days=count)


def deadline(count: int, *numbers: tuple[int, int]) -> Deadline:
    return Deadline(day(count), tuple(art(*number) for number in numbers))


@frozen(kw_only=True)
class Case:
    """A case in which everything is known."""

    received: int
    effected: int
    period: int
    asked: int | None
    preserved: bool
    decided: int | None
    granted: bool
    until: int
    ordered: int
    served: int
    other_means: bool
    renewed: int
    again: int
    renewable: bool

    @property
    def can_be(self) -> bool:
        """Nothing comes before what it answers to."""
        answers = self.decided is None or (self.asked is not None and self.asked <= self.decided)
        order = self.ordered <= min(self.effected, self.served) and self.ordered <= self.renewed <= self.again
        return answers and self.received <= self.effected and order


@frozen(kw_only=True)
class Known:
    """What a file says of a case: the parts that there are, what is hidden, and of what only the ends are known."""

    case: Case
    parts: Collection[str]
    hidden: Collection[str] = ()
    between: Mapping[str, tuple[int | None, int | None]] = MappingProxyType({})

    def of(self, name: str) -> Any:
        """Return what is known of a thing, a number as it is."""
        value = getattr(self.case, name)
        if name in self.hidden or value is None:
            return None
        least, most = self.between.get(name, (value, value))
        return value if least == most else Between(least, most)

    def on(self, name: str) -> DayFact:
        """Return what is known of a day."""
        known: Any = self.of(name)
        if isinstance(known, Between):
            between: Between[Any] = known  # pyright: ignore[reportUnknownVariableType]  # of any ends
            return Between(*(None if end is None else day(end) for end in (between.least, between.most)))
        return None if known is None else day(known)

    @property
    def file(self) -> tuple[PreservationMeasure, PreservationRegime]:
        """Return what is known of the case, and of the law."""
        asked = (
            () if "extension" not in self.parts else (Extension(until=self.on("until"), granted=self.of("granted")),)
        )
        renewals = (
            () if "renewals" not in self.parts else (Renewal(on=self.on("renewed")), Renewal(on=self.on("again")))
        )
        order = PreservationOrder(ordered_on=self.on("ordered"), served_on=self.on("served"), renewals=renewals)
        measure = PreservationMeasure(
            request_received_on=self.on("received"),
            effected_on=self.on("effected"),
            period_days=self.of("period"),
            order=order if "order" in self.parts else None,
            extensions=asked,
            assistance_requested=None if "requested" in self.hidden else self.case.asked is not None,
            assistance_requested_on=self.on("asked"),
            still_preserved=self.of("preserved"),
            decided=None if "decision" in self.hidden else self.case.decided is not None,
            decided_on=self.on("decided"),
        )
        renewable = self.of("renewable") if "renewals" in self.parts else False
        means = self.of("other_means")
        return measure, PreservationRegime(by_order_to_person=True, provides_renewal=renewable, by_other_means=means)

    @property
    def cases(self) -> Iterator[Case]:
        """Yield every case that the file may turn out to be."""
        actual = {name: getattr(self.case, name) for name in MAY_BE}
        open_now: dict[str, Collection[Any]] = {name: MAY_BE[name] for name in MAY_BE if name in self.hidden}
        open_now |= {
            name: self._between(name, *ends) for name, ends in self.between.items() if actual[name] is not None
        }
        for values in product(*open_now.values()):
            other = Case(**{**actual, **dict(zip(open_now, values, strict=True))})
            same_request = "requested" in self.hidden or (other.asked is None) is (self.case.asked is None)
            same_decision = "decision" in self.hidden or (other.decided is None) is (self.case.decided is None)
            if other.can_be and same_request and same_decision:
                yield other

    def _between(self, name: str, least: int | None, most: int | None) -> list[int]:
        """Return the ends of what is known, the value itself, and all else between them that may be."""
        named = (least, getattr(self.case, name), most, *MAY_BE[name])
        return sorted(
            {
                one
                for one in named
                if one is not None and (least is None or least <= one) and (most is None or one <= most)
            }
        )


@frozen
class Law:
    """Art. 42(8) and (9) of a case in which everything is known, on readings."""

    case: Case
    parts: Collection[str]
    under: Collection[Any]

    @property
    def floor(self) -> int:
        """Sixty days from the start."""
        return 60 + (self.case.effected if FloorStart.EFFECTED in self.under else self.case.received)

    @property
    def found(self) -> bool:
        """Whether a later request found the data preserved."""
        return self.case.asked is not None and (self.case.asked <= self.floor or self.case.preserved)

    @property
    def pending(self) -> bool:
        return self.found and self.case.decided is None

    @property
    def extended(self) -> bool:
        return "extension" in self.parts and self.case.granted

    @property
    def ceiling(self) -> int | None:
        """Ninety days of an order, where it limits and nothing outlasts it."""
        limits = "order" in self.parts and FloorAndCeiling.CEILING_LIMITS in self.under and not self.case.other_means
        start = self.case.ordered if OrderStart.ORDERED in self.under else self.case.served
        if "renewals" in self.parts and self.case.renewable:
            if OrderRenewal.REPEATED in self.under:
                return None
            start = self.case.renewed
        return start + 90 if limits else None

    def end(self, period: int) -> Deadline:
        """The last day of a period, as extended, or that of the decision."""
        decided = self.case.decided if self.found else None
        if decided is not None and decided < self.floor and EarlyDecision.FLOOR_FALLS in self.under:
            ends = [deadline(decided, (42, 8))]
        else:
            ends = [deadline(self.floor + period - 60, (42, 8))]
            ends += [deadline(self.case.until, (42, 9))] if self.extended else []
            ends += [] if decided is None else [deadline(decided, (42, 8))]
        last = max(ends, key=lambda one: one.on)
        ceiling = None if self.ceiling is None else deadline(self.ceiling, (25, 2))
        return last if ceiling is None or last.on <= ceiling.on else ceiling

    @property
    def expiry(self) -> Deadline | None:
        if self.pending:
            return None if self.ceiling is None else deadline(self.ceiling, (25, 2))
        return self.end(max(self.case.period, 60))

    @property
    def used_up(self) -> bool:
        return self.extended and FurtherExtension.ONCE in self.under

    def runs(self, count: int) -> bool:
        last = self.expiry
        return self.case.effected <= count and (last is None or day(count) <= last.on)

    def may_ask(self, count: int) -> bool:
        last = self.expiry
        reached = day(count + (1 if ExpiryDay.LAST_DAY_EXCLUDED in self.under else 0))
        return self.case.effected <= count and not self.used_up and (last is None or reached <= last.on)


def over(answers: Collection[bool]) -> Truth:
    return Truth.UNKNOWN if len(set(answers)) > 1 else Truth.of(next(iter(answers)))


def questions(count: int, *parts: str) -> Iterator[tuple[Known, frozenset[Any]]]:
    """Yield so many files, spread over all cases and over all that can be hidden or uncertain, and as many readings."""
    without = {name for part, names in OPTIONAL.items() if part not in parts for name in names}
    may_be = {name: may[:1] if name in without else may for name, may in MAY_BE.items()}
    names = [name for name in HIDING if name not in without]
    measured = [name for name in MEASURED if name not in without]
    masks = [
        frozenset(chain.from_iterable(HIDING[name] for name in chosen))
        for size in range(4)
        for chosen in combinations(names, size)
    ]
    places = ((_case(place, may_be), place) for place in accumulate(repeat(7_368_787)))
    for number, (case, place) in enumerate(islice((found for found in places if found[0].can_be), count)):
        rest, under = divmod(place // prod(map(len, may_be.values())), len(READINGS))
        hidden = masks[(rest + number) % len(masks)]
        uncertain = [measured[(number * step) % len(measured)] for step in (1, 3)][: number % 3]
        between = {
            name: _ends(name, getattr(case, name), AROUND[(number + place) % len(AROUND)])
            for name in uncertain
            if name not in hidden and getattr(case, name) is not None
        }
        yield Known(case=case, parts=parts, hidden=hidden, between=between), READINGS[under]


def _ends(name: str, value: int, around: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
    less, more = around
    least = None if less is None else max(value - less, FEWEST.get(name, value - less))
    return least, None if more is None else value + more


def _case(place: int, may_be: Mapping[str, tuple[Any, ...]]) -> Case:
    """Return the case at a place among all, counted with another base for each thing that may be."""
    values: dict[str, Any] = {}
    for name, may in may_be.items():
        place, digit = divmod(place, len(may))
        values[name] = may[digit]
    return Case(**values)


def answers(known: Known, under: Collection[Any]) -> Iterator[tuple[Truth, Truth]]:
    """Yield each answer on what is known of a case, with what it comes to over all cases that it may be."""
    (measure, regime), choice = known.file, Readings.of(*under)
    laws = [Law(one, known.parts, under) for one in known.cases]
    yield must_continue_until_decision(measure).under(choice).truth, over([law.pending for law in laws])
    ends = {law.expiry for law in laws}
    expiry = preservation_expiry(measure, regime=regime).under(choice)
    set_or_never = Truth.NO if expiry.is_never else expiry.truth
    yield set_or_never, Truth.UNKNOWN if len({end and end.on for end in ends}) > 1 else Truth.of(None not in ends)
    assert all(expiry.least <= (inf if end is None else end.on.toordinal()) <= expiry.most for end in ends)
    if set_or_never is Truth.YES and not known.hidden and not known.between:
        assert {deadline_of(expiry)} == ends
    for on in sorted({day(0), *(end.on + timedelta(days=n) for end in ends if end is not None for n in (-1, 0, 1))})[
        :9
    ]:
        count = (on - START).days
        runs = preservation_runs(measure, on, regime=regime).under(choice).truth
        yield runs, over([law.runs(count) for law in laws])
        may_ask = may_request_extension(measure, on, regime=regime).under(choice).truth
        yield may_ask, over([law.may_ask(count) for law in laws])


def days_that_are_certain(known: Known, under: Collection[Any]) -> Iterator[tuple[str, Deadline]]:
    """Yield the days that are told of what is known, when they hold in every case that it may be."""
    (measure, regime), choice = known.file, Readings.of(*under)
    laws = [Law(one, known.parts, under) for one in known.cases]
    window = preservation_window(measure, regime=regime).under(choice)
    if window.not_before is not None:
        yield "not before", window.not_before
        assert all(law.expiry is None or window.not_before.on <= law.expiry.on for law in laws)
        assert all(law.ceiling is None or window.not_before.on <= day(law.ceiling) for law in laws)
    if window.not_after is not None:
        yield "not after", window.not_after
        assert all(law.ceiling is not None and window.not_after == deadline(law.ceiling, (25, 2)) for law in laws)
    if window.because.is_yes and not any(law.pending for law in laws):
        assert {window.not_before and window.not_before.on} == {law.end(60).on for law in laws}
    last = earliest_of(extension_deadline(measure, regime=regime).under(choice))
    if last is not None:
        yield "last day for asking", last
        assert last.authority == (art(42, 9),)
        count = (last.on - START).days
        assert all(law.used_up or count < law.case.effected or law.may_ask(count) for law in laws)


PARTS = pytest.mark.parametrize(
    "parts", [(), ("extension",), ("order",), ("order", "renewals"), ("extension", "order", "renewals")]
)


@pytest.mark.long
@PARTS
def test_42_8_and_9_what_is_settled_holds_in_every_case(parts: tuple[str, ...]) -> None:
    """Art. 42(8), (9): yes and no, on any reading, are what every case says that the file may turn out to be."""
    for known, under in questions(share(150), *parts):
        for said, held in answers(known, under):
            assert said in {Truth.UNKNOWN, held}, (known, under)


@PARTS
def test_42_8_and_9_what_is_known_is_settled(parts: tuple[str, ...]) -> None:
    """Art. 42(8), (9): where everything is known no answer is left open, on any reading."""
    for known, under in questions(share(100), *parts):
        whole = Known(case=known.case, parts=parts)
        for said, held in answers(whole, under):
            assert said is held, (whole, under)


@pytest.mark.long
@PARTS
def test_42_8_and_9_the_days_that_are_told_are_certain(parts: tuple[str, ...]) -> None:
    """Art. 42(8), (9): the day before which it cannot end, and the last day for asking, hold in every case."""
    told = {name for asked in questions(share(250), *parts) for name, _ in days_that_are_certain(*asked)}
    assert told >= {"not before", "last day for asking", *(["not after"] if "order" in parts else [])}
