"""Art. 42(8), (9): what is answered of a file with gaps holds in every case that the file may turn out to be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from itertools import accumulate, chain, combinations, islice, product, repeat
from math import prod
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
from uncc.kernel.dates import Deadline
from uncc.kernel.findings import Truth
from uncc.kernel.provisions import art
from uncc.procedural import PreservationOrder, PreservationRegime
from uncc.readings import Readings
from uncc.readings.chapter_4 import OrderStart
from uncc.readings.chapter_5 import EarlyDecision, ExpiryDay, FloorAndCeiling, FloorStart, FurtherExtension

START = date(2027, 3, 10)
READINGS = [
    frozenset(options)
    for options in product(EarlyDecision, FloorStart, FloorAndCeiling, ExpiryDay, FurtherExtension, OrderStart)
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
}
"""What may be the case; days are counted from one of them, and nothing is asked or decided on the day `None`."""
HIDING: dict[str, tuple[str, ...]] = {
    "requested": ("requested", "asked", "decision", "decided"),
    "decision": ("decision", "decided"),
    **{name: (name,) for name in MAY_BE},
}
"""What is not known either where a thing is not."""
OPTIONAL = {"extension": ("granted", "until"), "order": ("ordered", "served", "other_means")}
"""What is of no account where there is no extension, or no order."""


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

    @property
    def can_be(self) -> bool:
        """Nothing comes before what it answers to."""
        answers = self.decided is None or (self.asked is not None and self.asked <= self.decided)
        return answers and self.received <= self.effected and self.ordered <= self.served

    def file(self, parts: Collection[str], hidden: Collection[str]) -> tuple[PreservationMeasure, PreservationRegime]:
        """Return what is known of the case, and of the law, where some of it is hidden."""

        def known(name: str, value: Any) -> Any:
            return None if name in hidden else value

        def on(name: str) -> date | None:
            count = known(name, getattr(self, name))
            return None if count is None else day(count)

        order = PreservationOrder(ordered_on=on("ordered"), served_on=on("served"))
        measure = PreservationMeasure(
            request_received_on=on("received"),
            effected_on=on("effected"),
            period_days=known("period", self.period),
            order=order if "order" in parts else None,
            extensions=(Extension(requested_on=day(0), until=on("until"), granted=known("granted", self.granted)),)
            if "extension" in parts
            else (),
            assistance_requested=known("requested", self.asked is not None),
            assistance_requested_on=on("asked"),
            still_preserved=known("preserved", self.preserved),
            decided=known("decision", self.decided is not None),
            decided_on=on("decided"),
        )
        means = known("other_means", self.other_means)
        return measure, PreservationRegime(by_order_to_person=True, provides_renewal=False, by_other_means=means)

    def like(self, hidden: Collection[str]) -> Iterator[Case]:
        """Yield every case that the file may turn out to be."""
        names = [name for name in MAY_BE if name in hidden]
        for values in product(*(MAY_BE[name] for name in names)):
            other = Case(**{**{name: getattr(self, name) for name in MAY_BE}, **dict(zip(names, values, strict=True))})
            same_request = "requested" in hidden or (other.asked is None) is (self.asked is None)
            same_decision = "decision" in hidden or (other.decided is None) is (self.decided is None)
            if other.can_be and same_request and same_decision:
                yield other


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
        return not self.used_up and (last is None or reached <= last.on)


def over(answers: Collection[bool]) -> Truth:
    return Truth.UNKNOWN if len(set(answers)) > 1 else Truth.of(next(iter(answers)))


Question = tuple[Case, frozenset[str], frozenset[Any]]


def questions(count: int, *parts: str) -> Iterator[Question]:
    """Yield so many questions, spread over all cases, all that can be hidden of them, and all readings."""
    without = {name for part, names in OPTIONAL.items() if part not in parts for name in names}
    may_be = {name: may[:1] if name in without else may for name, may in MAY_BE.items()}
    names = [name for name in HIDING if name not in without]
    masks = [
        frozenset(chain.from_iterable(HIDING[name] for name in chosen))
        for size in range(4)
        for chosen in combinations(names, size)
    ]
    places = ((_case(place, may_be), place) for place in accumulate(repeat(7_368_787)))
    for case, place in islice((found for found in places if found[0].can_be), count):
        rest, under = divmod(place // prod(map(len, may_be.values())), len(READINGS))
        yield case, masks[rest % len(masks)], READINGS[under]


def _case(place: int, may_be: Mapping[str, tuple[Any, ...]]) -> Case:
    """Return the case at a place among all, counted with another base for each thing that may be."""
    values: dict[str, Any] = {}
    for name, may in may_be.items():
        place, digit = divmod(place, len(may))
        values[name] = may[digit]
    return Case(**values)


def answers(
    case: Case, parts: Collection[str], hidden: Collection[str], under: Collection[Any]
) -> Iterator[tuple[Truth, Truth]]:
    """Yield each answer on what is known of a case, with what it comes to over all cases that it may be."""
    (measure, regime), choice = case.file(parts, hidden), Readings.of(*under)
    laws = [Law(one, parts, under) for one in case.like(hidden)]
    yield must_continue_until_decision(measure, under=choice).truth, over([law.pending for law in laws])
    ends = {law.expiry for law in laws}
    expiry = preservation_expiry(measure, regime=regime, under=choice)
    yield expiry.because.truth, Truth.UNKNOWN if len(ends) > 1 else Truth.of(None not in ends)
    assert expiry.on == (next(iter(ends)) if expiry.because.is_yes else None)
    for on in sorted({day(0), *(end.on + timedelta(days=n) for end in ends if end is not None for n in (-1, 0, 1))})[
        :9
    ]:
        count = (on - START).days
        runs = preservation_runs(measure, on, regime=regime, under=choice).truth
        yield runs, over([law.runs(count) for law in laws])
        may_ask = may_request_extension(measure, on, regime=regime, under=choice).truth
        yield may_ask, over([law.may_ask(count) for law in laws])


def days_that_are_certain(
    case: Case, parts: Collection[str], hidden: Collection[str], under: Collection[Any]
) -> Iterator[tuple[str, Deadline]]:
    """Yield the days that are told of what is known, when they hold in every case that it may be."""
    (measure, regime), choice = case.file(parts, hidden), Readings.of(*under)
    laws = [Law(one, parts, under) for one in case.like(hidden)]
    window = preservation_window(measure, regime=regime, under=choice)
    if window.not_before is not None:
        yield "not before", window.not_before
        assert all(law.expiry is None or window.not_before.on <= law.expiry.on for law in laws)
        assert all(law.ceiling is None or window.not_before.on <= day(law.ceiling) for law in laws)
    if window.not_after is not None:
        yield "not after", window.not_after
        assert all(law.ceiling is not None and window.not_after == deadline(law.ceiling, (25, 2)) for law in laws)
    if window.because.is_yes and not any(law.pending for law in laws):
        assert {window.not_before} == {law.end(60) for law in laws}
    last = extension_deadline(measure, regime=regime, under=choice)
    if last is not None:
        yield "last day for asking", last
        assert last.authority == (art(42, 9),)
        assert all(law.used_up or law.may_ask((last.on - START).days) for law in laws)


PARTS = pytest.mark.parametrize("parts", [(), ("extension",), ("order",), ("extension", "order")])


@PARTS
def test_42_8_and_9_what_is_settled_holds_in_every_case(parts: tuple[str, ...]) -> None:
    """Art. 42(8), (9): yes and no, on any reading, are what every case says that the file may turn out to be."""
    for case, hidden, under in questions(share(150), *parts):
        for said, held in answers(case, parts, hidden, under):
            assert said in {Truth.UNKNOWN, held}, (case, hidden, under)


@PARTS
def test_42_8_and_9_what_is_known_is_settled(parts: tuple[str, ...]) -> None:
    """Art. 42(8), (9): where everything is known no answer is left open, on any reading."""
    for case, _, under in questions(share(100), *parts):
        for said, held in answers(case, parts, (), under):
            assert said is held, (case, under)


@PARTS
def test_42_8_and_9_the_days_that_are_told_are_certain(parts: tuple[str, ...]) -> None:
    """Art. 42(8), (9): the day before which it cannot end, and the last day for asking, hold in every case."""
    told = {
        name
        for question in questions(share(250), *parts)
        for name, _ in days_that_are_certain(question[0], parts, *question[1:])
    }
    assert told >= {"not before", "last day for asking", *(["not after"] if "order" in parts else [])}
