"""Art. 25(2), 42(8), 42(9): extensions and renewals that are not stated are not known, and settle nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from tests.effort import effort
from uncc.cooperation import (
    Extension,
    PreservationMeasure,
    earliest_end,
    extension_deadline,
    may_request_extension,
    preservation_expiry,
    preservation_runs,
)
from uncc.kernel.between import AtLeast, Between
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import ListFact
from uncc.kernel.findings import Finding, Node, Truth
from uncc.kernel.lists import items_of
from uncc.kernel.quantities import Quantity
from uncc.procedural import (
    PreservationOrder,
    PreservationRegime,
    Renewal,
    last_day_of_order,
    stays_within_ceiling,
)
from uncc.readings import Readings
from uncc.readings.chapter_4 import OrderRenewal
from uncc.readings.chapter_5 import FloorAndCeiling, FurtherExtension
from uncc.testing import days, measures, readings, regimes

START = date(2027, 3, 10)
MEASURE = PreservationMeasure(effected_on=START, period_days=60, assistance_requested=False)
RENEWABLE = PreservationRegime(by_order_to_person=True, provides_renewal=True, by_other_means=False)
M, O = attrs.fields(PreservationMeasure), attrs.fields(PreservationOrder)  # noqa: E741


def day(count: int) -> date:
    return START + timedelta(days=count)


def extended(known: ListFact[Extension]) -> PreservationMeasure:
    return attrs.evolve(MEASURE, extensions=known)


def granted(until: int) -> Extension:
    return Extension(until=day(until), granted=True)


def asked(node: Node) -> list[str]:
    return [question.name for question in node.open_questions]


# Extensions


def test_42_9_where_extensions_are_not_known_no_day_of_expiry_is() -> None:
    """Art. 42(9): what is not stated may have been granted: the floor is certain, and the one list is asked for."""
    expiry = preservation_expiry(MEASURE)
    assert (expiry.on, expiry.not_before, expiry.not_after) == (None, day(60), None)
    assert asked(expiry) == ["PreservationMeasure.extensions"]
    assert preservation_runs(MEASURE, day(60)).is_yes
    assert preservation_runs(MEASURE, day(61)).is_unknown
    assert asked(preservation_runs(MEASURE, day(61))) == ["PreservationMeasure.extensions"]


def test_42_9_no_extension_is_stated_as_none() -> None:
    """Art. 42(9): where there was no extension the period alone counts."""
    assert preservation_expiry(extended(())).on == day(60)
    assert preservation_runs(extended(()), day(61)).is_no


@pytest.mark.parametrize("known", [AtLeast((granted(100),)), AtLeast((granted(100), Extension(granted=False)))])
def test_42_9_of_some_extensions_the_latest_is_the_least(known: ListFact[Extension]) -> None:
    """Art. 42(9): those that are stated hold, whatever others there are; all of them stated, the day is certain."""
    expiry = preservation_expiry(extended(known))
    assert (expiry.on, expiry.not_before) == (None, day(100))
    assert asked(expiry) == ["PreservationMeasure.extensions"]
    assert isinstance(known, AtLeast)
    assert preservation_expiry(extended(known.items)).on == day(100)


def test_42_9_a_pending_decision_outlasts_any_extension() -> None:
    """Art. 42(8): while a decision is pending nothing expires, so that extensions need not be known."""
    pending = attrs.evolve(MEASURE, assistance_requested=True, still_preserved=True, decided=False)
    assert preservation_expiry(pending).is_never
    assert asked(preservation_expiry(pending)) == []


@pytest.mark.parametrize(
    ("known", "truth"),
    [(None, Truth.UNKNOWN), (AtLeast((Extension(granted=False),)), Truth.UNKNOWN), ((), Truth.YES)],
)
def test_42_9_whether_it_was_extended_before(known: ListFact[Extension], truth: Truth) -> None:
    """Art. 42(9): where a period is extended once only, an extension that is not known may have been that one."""
    found = may_request_extension(extended(known), day(10)).under(Readings.of(FurtherExtension.ONCE))
    assert found.truth is truth
    assert asked(found) == (["PreservationMeasure.extensions"] if truth is Truth.UNKNOWN else [])
    assert may_request_extension(extended(known), day(10)).is_yes
    once = extended(AtLeast((granted(100),)))
    assert may_request_extension(once, day(10)).under(Readings.of(FurtherExtension.ONCE)).is_no


# Extensions by their days


@pytest.mark.parametrize(
    ("extensions", "last"),
    [
        ((Extension(days=30, granted=True),), 90),
        ((Extension(days=30, granted=False),), 60),
        ((Extension(days=30, granted=True), Extension(days=15, granted=True)), 105),
        ((Extension(days=30, granted=False), Extension(days=15, granted=True)), 75),
        ((granted(100), Extension(days=30, granted=True)), 130),
        ((Extension(days=30, granted=True), granted(100)), 100),
    ],
)
def test_42_9_further_days(extensions: tuple[Extension, ...], last: int) -> None:
    """Art. 42(9): further days are counted from the end of the period, as the extensions before them leave it."""
    assert preservation_expiry(extended(extensions)).on == day(last)


def test_42_9_further_days_that_are_known_in_part() -> None:
    """Art. 42(9): from 20 to 30 further days, or of unknown number; and of a period that is not known."""
    some = preservation_expiry(extended((Extension(days=Between(20, 30), granted=True),)))
    assert (some.not_before, some.not_after) == (day(80), day(90))
    unset = attrs.evolve(extended((Extension(days=30, granted=True),)), period_days=None)
    expiry = preservation_expiry(unset)
    assert (expiry.not_before, asked(expiry)) == (day(90), ["PreservationMeasure.period_days"])


def test_42_9_an_extension_has_one_end() -> None:
    """Art. 42(9): an extension is stated by its last day, or by its days."""
    with pytest.raises(InvalidValue, match="days: 30 is not null, where the last day is stated in `until`"):
        Extension(days=30, until=START)


# Renewals


def test_25_2_where_renewals_are_not_known_no_last_day_is() -> None:
    """Art. 25(2): where the law provides for renewal, one that is not stated may have moved the ceiling."""
    order = PreservationOrder(ordered_on=START)
    last = last_day_of_order(order, RENEWABLE)
    assert (last.on, last.not_before) == (None, day(90))
    assert asked(last) == ["PreservationOrder.renewals"]
    assert last_day_of_order(order, attrs.evolve(RENEWABLE, provides_renewal=False)).on == day(90)
    assert last_day_of_order(attrs.evolve(order, renewals=()), RENEWABLE).on == day(90)


def test_25_2_others_beside_a_renewal_that_is_stated() -> None:
    """Art. 25(2): the last counts where an order is renewed again and again, the first where it is renewed once."""
    order = PreservationOrder(ordered_on=START, renewals=AtLeast((Renewal(on=day(80)),)))
    last = last_day_of_order(order, RENEWABLE)
    often, once = (last.under(Readings.of(option)) for option in OrderRenewal)
    if OrderRenewal.REPEATED is not next(iter(OrderRenewal)):
        often, once = once, often
    assert (often.not_before, often.not_after) == (day(170), None)
    assert (once.not_before, once.not_after) == (day(90), day(170))
    assert asked(often) == asked(once) == ["PreservationOrder.renewals"]


@pytest.mark.parametrize(
    ("order", "provided", "truth"),
    [
        (PreservationOrder(days=90, necessary=True), True, Truth.UNKNOWN),
        (PreservationOrder(days=90, necessary=True), False, Truth.UNKNOWN),
        (PreservationOrder(days=90, necessary=True, renewals=()), False, Truth.YES),
        (PreservationOrder(days=90, necessary=True, renewals=AtLeast((Renewal(days=90),))), False, Truth.NO),
        (PreservationOrder(days=90, necessary=True, renewals=AtLeast((Renewal(days=90),))), True, Truth.UNKNOWN),
        (PreservationOrder(days=91, necessary=True), True, Truth.NO),
    ],
)
def test_25_2_each_renewal_keeps_the_ceiling(order: PreservationOrder, provided: bool, truth: Truth) -> None:
    """Art. 25(2): a renewal that is not stated may be too long, or not provided for."""
    found = stays_within_ceiling(order, attrs.evolve(RENEWABLE, provides_renewal=provided))
    assert found.truth is truth
    assert asked(found) == (["PreservationOrder.renewals"] if truth is Truth.UNKNOWN else [])


# Saying less never yields more


def _answers(measure: PreservationMeasure, regime: PreservationRegime, on: date) -> list[Node]:
    order = measure.order or PreservationOrder()
    return [
        *(rule(measure, regime=regime) for rule in (preservation_expiry, earliest_end, extension_deadline)),
        *(rule(measure, on, regime=regime) for rule in (preservation_runs, may_request_extension)),
        last_day_of_order(order, regime),
        stays_within_ceiling(order, regime),
    ]


def _forgets(less: Node, more: Node) -> bool:
    """Whether what is said on less is no surer than, and not against, what is said on more."""
    if isinstance(more, Finding):
        return less.truth in {Truth.UNKNOWN, more.truth}
    assert isinstance(less, Quantity)
    assert isinstance(more, Quantity)
    return less.least <= more.least and more.most <= less.most


def _in_part(known: tuple[Any, ...]) -> ListFact[Any]:
    return AtLeast(known) if known else None


LEFT_OUT: dict[str, Callable[[tuple[Any, ...]], ListFact[Any]]] = {
    "the whole list": lambda _: None,
    "that it is complete": _in_part,
    "the last of it": lambda known: _in_part(known[:-1]),
}


@pytest.mark.long
@effort(100)
@given(measures(), regimes(), days(), readings(), st.sampled_from(sorted(LEFT_OUT)))
def test_42_9_who_leaves_out_a_list_hears_nothing_surer(
    measure: PreservationMeasure, regime: PreservationRegime, on: date, under: Readings, left_out: str
) -> None:
    """Art. 25(2), 42(8), 42(9): without a list, or without that it is complete, no answer is surer, or another."""
    forget = LEFT_OUT[left_out]
    order = measure.order or PreservationOrder()
    stated: dict[str, Any] = {
        "extensions": tuple(one for one, _ in items_of(measure, M.extensions)),
        "order": attrs.evolve(order, renewals=tuple(one for one, _ in items_of(order, O.renewals))),
    }
    try:
        full = attrs.evolve(measure, **stated)
    except InvalidValue:  # that there are no others makes the order too short
        reject()
    assert full.order is not None
    for less in (
        attrs.evolve(full, extensions=forget(full.extensions or ())),  # type: ignore[arg-type]  # it is a tuple
        attrs.evolve(full, order=attrs.evolve(full.order, renewals=forget(full.order.renewals or ()))),  # type: ignore[arg-type]
    ):
        for said, known in zip(_answers(less, regime, on), _answers(full, regime, on), strict=True):
            assert _forgets(said.under(under), known.under(under)), known.statement


@pytest.mark.parametrize("renewals", [None, AtLeast((Renewal(),)), (Renewal(),), (Renewal(days=1),)])
def test_42_8_renewals_that_are_not_known_may_make_up_the_period(renewals: ListFact[Renewal]) -> None:
    """Arts. 25(2), 42(8): an order for a day fits a period of two, unless renewals are known to be too few."""
    order = PreservationOrder(days=1, renewals=renewals)
    assert PreservationMeasure(period_days=2, order=order).order is order
    with pytest.raises(InvalidValue, match="period_days: 2 is not at most 1"):
        PreservationMeasure(period_days=2, order=attrs.evolve(order, renewals=()))


def test_42_9_the_law_of_a_ceiling_asks_for_renewals() -> None:
    """Art. 25(2), 42(8): where the ceiling limits, a renewal that is not known keeps its last day open."""
    order = PreservationOrder(ordered_on=START)
    ordered = attrs.evolve(extended(()), period_days=400, order=order)
    limits = Readings.of(FloorAndCeiling.CEILING_LIMITS, OrderRenewal.ONCE)
    expiry = preservation_expiry(ordered, regime=RENEWABLE).under(limits)
    assert asked(expiry) == ["PreservationOrder.renewals"]
    stated = attrs.evolve(ordered, order=attrs.evolve(order, renewals=()))
    assert preservation_expiry(stated, regime=RENEWABLE).under(limits).on == day(90)
