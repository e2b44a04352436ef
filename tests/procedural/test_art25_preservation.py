"""Art. 25: expedited preservation of stored electronic data, read from the text."""

from datetime import date, datetime, timedelta

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

from tests.truthtables import disagreements
from uncc.cooperation import can_meet_floor
from uncc.kernel.dates import Deadline, window_until
from uncc.kernel.duties import Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Question
from uncc.kernel.findings import Truth
from uncc.kernel.lists import items_of
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.procedural.art25_preservation import (
    CEILING_DAYS,
    PreservationOrder,
    PreservationRegime,
    Renewal,
    duties_on_custodian_silence,
    enables_preservation,
    keeps_ceiling,
    last_day_of_order,
    may_renew,
    must_keep_confidential,
    obliges_confidentiality,
    obliges_person,
    stays_within_ceiling,
)
from uncc.readings import Readings
from uncc.readings.chapter_4 import OrderRenewal, OrderStart

NEW_YEAR = date(2027, 1, 1)
RENEWABLE = PreservationRegime(
    enables_expeditious_preservation=True,
    covers_traffic_data=True,
    covers_content_data=True,
    covers_subscriber_information=True,
    by_order_to_person=True,
    by_other_means=False,
    maximum_days=90,
    provides_renewal=True,
    obliges_confidentiality=True,
    confidentiality_days=90,
)
ORDERED = PreservationOrder(ordered_on=NEW_YEAR, renewals=())
NOT_RENEWABLE = PreservationRegime(by_order_to_person=True, maximum_days=90, provides_renewal=False)


def after(start: date, days: int) -> date:
    return start + timedelta(days=days)


def cites(authority: tuple[Provision, ...], provision: Provision) -> bool:
    return any(cited == provision or provision.contains(cited) for cited in authority)


# Art. 25(1)


def test_25_1_table() -> None:
    """Art. 25(1): the law complies iff it gives the quick power, and this reaches all three named sorts of data."""
    assert not disagreements(
        lambda a: enables_preservation(
            PreservationRegime(
                enables_expeditious_preservation=a["quick"],
                covers_traffic_data=a["traffic"],
                covers_content_data=a["content"],
                covers_subscriber_information=a["subscriber"],
            )
        ),
        lambda w: w["quick"] and w["traffic"] and w["content"] and w["subscriber"],
        "quick",
        "traffic",
        "content",
        "subscriber",
    )


@pytest.mark.parametrize(("by_order", "by_other_means"), [(True, False), (False, True), (True, True)])
def test_25_1_order_or_something_similar(by_order: bool, by_other_means: bool) -> None:
    """Art. 25(1): preservation may be obtained by an order or in a similar way; the State chooses."""
    regime = PreservationRegime(
        enables_expeditious_preservation=True,
        covers_traffic_data=True,
        covers_content_data=True,
        covers_subscriber_information=True,
        by_order_to_person=by_order,
        by_other_means=by_other_means,
    )
    assert enables_preservation(regime).is_yes


def test_25_1_does_not_ask_for_renewal() -> None:
    """Art. 25(1) and (2): a law without renewal still gives the power that the first paragraph requires."""
    regime = PreservationRegime(
        enables_expeditious_preservation=True,
        covers_traffic_data=True,
        covers_content_data=True,
        covers_subscriber_information=True,
        provides_renewal=False,
    )
    assert enables_preservation(regime).is_yes


def test_25_1_cites_itself() -> None:
    """Art. 25(1) is where the finding about the power comes from."""
    assert cites(enables_preservation(RENEWABLE).authority, art(25, 1))


# Art. 25(2): the ceiling of the law


def test_25_2_ceiling_is_ninety_days() -> None:
    """Art. 25(2): the ceiling is ninety days."""
    assert CEILING_DAYS == 90


@pytest.mark.parametrize(
    ("by_order", "days", "expected"),
    [
        (True, 1, Truth.YES),
        (True, 89, Truth.YES),
        (True, 90, Truth.YES),
        (True, 91, Truth.NO),
        (True, 365, Truth.NO),
        (True, None, Truth.UNKNOWN),
        (None, 90, Truth.YES),
        (None, 91, Truth.UNKNOWN),
        (None, None, Truth.UNKNOWN),
        (False, 90, Truth.YES),
        (False, 91, Truth.YES),
        (False, None, Truth.YES),
    ],
)
def test_25_2_ceiling_of_the_law(by_order: bool | None, days: int | None, expected: Truth) -> None:
    """Art. 25(2): ninety days bind only a State that preserves by an order to a person."""
    assert keeps_ceiling(PreservationRegime(by_order_to_person=by_order, maximum_days=days)).truth is expected


# Art. 25(2): renewal


@pytest.mark.parametrize(("provided", "expected"), [(True, Truth.YES), (False, Truth.NO), (None, Truth.UNKNOWN)])
def test_25_2_renewal_is_up_to_the_law(provided: bool | None, expected: Truth) -> None:
    """Art. 25(2): an order may be renewed where the law of the State provides for it, and only there."""
    assert may_renew(PreservationRegime(by_order_to_person=True, provides_renewal=provided)).truth is expected


def test_25_2_a_law_that_renews_orders_has_orders() -> None:
    """Art. 25(2): a law known to renew its orders permits renewal, though nothing else is known about it."""
    assert may_renew(PreservationRegime(provides_renewal=True)).is_yes


@pytest.mark.parametrize("provides", [True, False, None])
def test_25_2_renewal_is_optional(provides: bool | None) -> None:
    """Art. 25(2): whether the law provides renewal says nothing about whether it keeps the ceiling."""
    regime = PreservationRegime(by_order_to_person=True, maximum_days=90, provides_renewal=provides)
    assert keeps_ceiling(regime).is_yes


# Art. 25(2): the order


def test_25_2_last_day_of_an_order() -> None:
    """Art. 25(2): an order for the full ninety days made on 1 January ends on 1 April, the first day not counting."""
    last = last_day_of_order(PreservationOrder(ordered_on=NEW_YEAR, days=90, renewals=()), RENEWABLE)
    assert last.on == date(2027, 4, 1)
    assert cites(last.authority, art(25, 2))


def test_25_2_leap_year() -> None:
    """Art. 25(2): days are days of the calendar, so that a leap year brings the end a date forward."""
    last = last_day_of_order(PreservationOrder(ordered_on=date(2028, 1, 1), days=90, renewals=()), RENEWABLE)
    assert last.on == date(2028, 3, 31)


def test_25_2_sets_no_least_duration() -> None:
    """Art. 25(2): the order must last as long as necessary, and no day is set before which it could not end."""
    last = last_day_of_order(PreservationOrder(ordered_on=NEW_YEAR, days=90, renewals=()), RENEWABLE)
    assert window_until(last).not_before is None


def test_25_2_a_longer_order_ends_with_the_ceiling() -> None:
    """Art. 25(2): what an order says beyond ninety days does not move the last day."""
    last = last_day_of_order(PreservationOrder(ordered_on=NEW_YEAR, days=120, renewals=()), RENEWABLE)
    assert last.on == after(NEW_YEAR, 90)


def test_25_2_a_more_generous_law_does_not_move_the_ceiling() -> None:
    """Art. 25(2): a law that allows longer orders does not move the last day either."""
    regime = PreservationRegime(by_order_to_person=True, maximum_days=180, provides_renewal=False)
    last = last_day_of_order(PreservationOrder(ordered_on=NEW_YEAR, days=180, renewals=()), regime)
    assert last.on == after(NEW_YEAR, 90)


def test_25_2_order_of_unknown_date() -> None:
    """Art. 25(2): without the day of the order there is no last day to name, which does not mean that there is none."""
    last = last_day_of_order(PreservationOrder(days=90, renewals=()), RENEWABLE)
    assert last.is_unknown
    assert last.shown == "not known"


def test_25_2_from_service() -> None:
    """Art. 25(2): on the other reading, the ninety days run from the day the order reaches the custodian."""
    order = PreservationOrder(ordered_on=NEW_YEAR, served_on=date(2027, 1, 11), days=90, renewals=())
    assert last_day_of_order(order, RENEWABLE).on == date(2027, 4, 1)
    served = last_day_of_order(order, RENEWABLE).under(Readings.of(OrderStart.SERVED))
    assert served.on == date(2027, 4, 11)


def test_25_2_from_service_of_unknown_date() -> None:
    """Art. 25(2): on that reading, an order whose service is unknown has an unknown last day, ninety or later."""
    order = PreservationOrder(ordered_on=NEW_YEAR, days=90, renewals=())
    last = last_day_of_order(order, RENEWABLE).under(Readings.of(OrderStart.SERVED))
    assert last.is_unknown
    assert (last.not_before, last.not_after) == (after(NEW_YEAR, 90), None)


def test_25_2_renewal_runs_anew() -> None:
    """Art. 25(2): an order that was renewed may run for ninety days more from its renewal."""
    order = PreservationOrder(ordered_on=NEW_YEAR, days=90, renewals=(Renewal(on=date(2027, 3, 30), days=90),))
    assert last_day_of_order(order, RENEWABLE).on == date(2027, 6, 28)


def test_25_2_renewed_once_or_more() -> None:
    """Art. 25(2): whether a second renewal counts depends on whether an order can be renewed a single time."""
    first, second = date(2027, 3, 30), date(2027, 6, 20)
    order = PreservationOrder(
        ordered_on=NEW_YEAR, days=90, renewals=(Renewal(on=first, days=90), Renewal(on=second, days=90))
    )
    assert last_day_of_order(order, RENEWABLE).on == after(second, 90)
    once = last_day_of_order(order, RENEWABLE).under(Readings.of(OrderRenewal.ONCE))
    assert once.on == after(first, 90)


def test_25_2_no_renewal_without_provision_for_it() -> None:
    """Art. 25(2): a renewal for which the law does not provide leaves the last day where it was."""
    order = PreservationOrder(ordered_on=NEW_YEAR, days=90, renewals=(Renewal(on=date(2027, 3, 30), days=90),))
    assert last_day_of_order(order, NOT_RENEWABLE).on == after(NEW_YEAR, 90)


def test_25_2_renewal_under_a_law_not_known() -> None:
    """Art. 25(2): whether the renewal counts is open while it is not known whether the law provides for it."""
    order = PreservationOrder(ordered_on=NEW_YEAR, days=90, renewals=(Renewal(on=date(2027, 3, 30), days=90),))
    regime = PreservationRegime(by_order_to_person=True, maximum_days=90)
    assert last_day_of_order(order, regime).is_unknown


@pytest.mark.parametrize(
    ("days", "necessary", "expected"),
    [
        (30, True, Truth.YES),
        (90, True, Truth.YES),
        (91, True, Truth.NO),
        (91, None, Truth.NO),
        (91, False, Truth.NO),
        (90, False, Truth.NO),
        (None, False, Truth.NO),
        (90, None, Truth.UNKNOWN),
        (None, True, Truth.UNKNOWN),
        (None, None, Truth.UNKNOWN),
    ],
)
def test_25_2_two_limits(days: int | None, necessary: bool | None, expected: Truth) -> None:
    """Art. 25(2): an order is limited twice, to what is necessary and to ninety days."""
    order = PreservationOrder(ordered_on=NEW_YEAR, days=days, necessary=necessary, renewals=())
    regime = PreservationRegime(by_order_to_person=True, provides_renewal=True)
    assert stays_within_ceiling(order, regime).truth is expected


@pytest.mark.parametrize(
    ("provided", "days", "expected"),
    [
        (True, 90, Truth.YES),
        (True, 91, Truth.NO),
        (True, None, Truth.UNKNOWN),
        (False, 90, Truth.NO),
        (None, 90, Truth.UNKNOWN),
        (None, 91, Truth.NO),
    ],
)
def test_25_2_renewals_have_the_same_limit(provided: bool | None, days: int | None, expected: Truth) -> None:
    """Art. 25(2): each renewal is limited to ninety days, and only a law that provides for it carries it at all."""
    order = PreservationOrder(
        ordered_on=NEW_YEAR, days=90, renewals=(Renewal(on=date(2027, 4, 1), days=days),), necessary=True
    )
    regime = PreservationRegime(by_order_to_person=True, provides_renewal=provided)
    assert stays_within_ceiling(order, regime).truth is expected


def test_25_2_sixty_days_are_no_limit_of_an_order() -> None:
    """Art. 25(2): the sixty days owed to another State are neither a limit nor a minimum of a domestic order."""
    for days in (59, 60, 61):
        order = PreservationOrder(ordered_on=NEW_YEAR, days=days, necessary=True, renewals=())
        assert stays_within_ceiling(order, RENEWABLE).is_yes


# Art. 25(3)


@pytest.mark.parametrize(("obliged", "expected"), [(True, Truth.YES), (False, Truth.NO), (None, Truth.UNKNOWN)])
def test_25_3_the_law_must_oblige(obliged: bool | None, expected: Truth) -> None:
    """Art. 25(3): the law must bind the custodian to silence."""
    assert obliges_confidentiality(PreservationRegime(obliges_confidentiality=obliged)).truth is expected


def test_25_3_a_period_of_silence_says_that_the_law_obliges_to_it() -> None:
    """Art. 25(3): a law that names the days for which the custodian is made to keep silent obliges to silence."""
    assert obliges_confidentiality(PreservationRegime(confidentiality_days=90)).is_yes
    with pytest.raises(InvalidValue) as refused:
        PreservationRegime(obliges_confidentiality=False, confidentiality_days=90)
    assert (refused.value.field, refused.value.value) == ("obliges_confidentiality", False)
    assert refused.value.expected == "true or null (not known), as confidentiality_days is 90 (Art. 25(3))"


def test_25_3_sets_no_period_of_its_own() -> None:
    """Art. 25(3): how long silence lasts is for domestic law, so that no period is too short or too long."""
    for days in (1, 30, 90, 3650):
        regime = PreservationRegime(obliges_confidentiality=True, confidentiality_days=days)
        assert obliges_confidentiality(regime).is_yes


def test_25_3_s20() -> None:
    """S20, Art. 25(3): a custodian bound to ninety days of silence may not tell the user on the first day."""
    regime = PreservationRegime(obliges_confidentiality=True, confidentiality_days=90)
    assert must_keep_confidential(regime, ORDERED, on=after(NEW_YEAR, 1)).is_yes
    letting_tell = PreservationRegime(obliges_confidentiality=False)
    assert obliges_confidentiality(letting_tell).is_no


@pytest.mark.parametrize(
    ("day", "expected"), [(0, Truth.YES), (1, Truth.YES), (90, Truth.YES), (91, Truth.NO), (400, Truth.NO)]
)
def test_25_3_period(day: int, expected: Truth) -> None:
    """Art. 25(3): the custodian is silent from the order to the last day of the period of domestic law."""
    regime = PreservationRegime(obliges_confidentiality=True, confidentiality_days=90)
    assert must_keep_confidential(regime, ORDERED, on=after(NEW_YEAR, day)).truth is expected


def test_25_3_unknown_period() -> None:
    """Art. 25(3): on a later day, silence is neither owed nor over while the period is unknown."""
    regime = PreservationRegime(obliges_confidentiality=True)
    assert must_keep_confidential(regime, ORDERED, on=after(NEW_YEAR, 30)).is_unknown


def test_25_3_unknown_obligation() -> None:
    """Art. 25(3): silence is owed iff the law obliges to it; within a period that it names it does, after it not."""
    assert must_keep_confidential(PreservationRegime(), ORDERED, on=after(NEW_YEAR, 30)).is_unknown
    regime = PreservationRegime(confidentiality_days=90)
    assert must_keep_confidential(regime, ORDERED, on=after(NEW_YEAR, 30)).is_yes
    assert must_keep_confidential(regime, ORDERED, on=after(NEW_YEAR, 91)).is_no


def test_25_3_a_breach_by_the_law_does_not_bind_the_custodian() -> None:
    """Art. 25(3) obliges the State to oblige the custodian; where the State has not, the custodian owes nothing."""
    regime = PreservationRegime(obliges_confidentiality=False)
    assert must_keep_confidential(regime, ORDERED, on=after(NEW_YEAR, 1)).is_no


def test_25_3_nothing_to_keep_before_the_order() -> None:
    """Art. 25(3): before the order there is no procedure about which to keep silent."""
    regime = PreservationRegime(obliges_confidentiality=True, confidentiality_days=90)
    assert must_keep_confidential(regime, ORDERED, on=date(2026, 12, 31)).is_no


def test_25_3_duty() -> None:
    """Art. 25(3): the one who is to preserve is the one who is to keep silent, until the period of the law is over."""
    regime = PreservationRegime(obliges_confidentiality=True, confidentiality_days=90)
    (duty,) = duties_on_custodian_silence(regime, ORDERED)
    assert duty.bearer is Role.CUSTODIAN
    assert duty.modality is Modality.SHALL
    assert cites(duty.authority, art(25, 3))
    assert duty.trigger.is_yes
    assert isinstance(duty.deadline, Deadline)
    assert duty.deadline.on == after(NEW_YEAR, 90)


def test_25_3_duty_without_a_day() -> None:
    """Art. 25(3): without the day of the order or the length of the period, the duty has no last day to name."""
    regime = PreservationRegime(obliges_confidentiality=True, confidentiality_days=90)
    assert duties_on_custodian_silence(regime)[0].deadline is None
    endless = PreservationRegime(obliges_confidentiality=True)
    assert duties_on_custodian_silence(endless, ORDERED)[0].deadline is None


@pytest.mark.parametrize(("obliged", "expected"), [(False, Truth.NO), (None, Truth.UNKNOWN)])
def test_25_3_duty_follows_the_law(obliged: bool | None, expected: Truth) -> None:
    """Art. 25(3): the custodian's duty comes from the law of the State and is no firmer than that law."""
    regime = PreservationRegime(obliges_confidentiality=obliged)
    assert duties_on_custodian_silence(regime, ORDERED)[0].trigger.truth is expected


# Impossible input


def test_25_impossible_input() -> None:
    """Art. 25(2) and (3) count days of the calendar: nothing else can be put in."""
    with pytest.raises(InvalidValue):
        PreservationRegime(maximum_days=0)
    with pytest.raises(InvalidValue):
        PreservationRegime(confidentiality_days=-1)
    with pytest.raises(InvalidValue):
        PreservationOrder(days=0, renewals=())
    with pytest.raises(InvalidValue):
        PreservationOrder(days=True, renewals=())
    with pytest.raises(InvalidValue):
        Renewal(on=NEW_YEAR, days=-90)
    with pytest.raises(InvalidValue):
        PreservationOrder(ordered_on=datetime(2027, 1, 1, 12, 0), renewals=())
    with pytest.raises(InvalidValue):
        PreservationOrder(ordered_on=date(2027, 1, 2), served_on=NEW_YEAR, renewals=())
    with pytest.raises(InvalidValue):
        PreservationOrder(renewals=(Renewal(on=date(2027, 3, 2)), Renewal(on=date(2027, 3, 1))))


def test_25_2_renewal_is_subsequent() -> None:
    """Art. 25(2): an order is renewed after it was made; a renewal on an earlier day is impossible."""
    with pytest.raises(InvalidValue):
        PreservationOrder(ordered_on=date(2027, 3, 2), renewals=(Renewal(on=date(2027, 3, 1)),))


# Invariants

DAYS = st.none() | st.integers(1, 400)
FACTS = st.sampled_from((True, False, None))


@st.composite
def regimes(draw: st.DrawFn) -> PreservationRegime:
    return PreservationRegime(by_order_to_person=True, maximum_days=draw(DAYS), provides_renewal=draw(FACTS))


@st.composite
def orders(draw: st.DrawFn) -> PreservationOrder:
    ordered = draw(st.dates(date(2026, 1, 1), date(2030, 1, 1)))
    served = draw(st.none() | st.integers(0, 30))
    renewals: list[Renewal] = []
    day = ordered
    for _ in range(draw(st.integers(0, 3))):
        day = after(day, draw(st.integers(1, 90)))
        renewals.append(Renewal(on=day, days=draw(DAYS)))
    return PreservationOrder(
        ordered_on=ordered,
        served_on=None if served is None else after(ordered, served),
        days=draw(DAYS),
        renewals=tuple(renewals),
        necessary=draw(FACTS),
    )


def renewals(order: PreservationOrder) -> list[Renewal]:
    return [renewal for renewal, _ in items_of(order, fields(PreservationOrder).renewals)]


@given(orders(), regimes())
def test_25_2_never_beyond_ninety_days(order: PreservationOrder, regime: PreservationRegime) -> None:
    """Art. 25(2): no last day is later than ninety days after the order or its last renewal, and none is missing."""
    last = last_day_of_order(order, regime)
    days = [on for on in (order.ordered_on, *(renewal.on for renewal in renewals(order))) if isinstance(on, date)]
    assert last.is_unknown is (regime.provides_renewal is None and days[0] != days[-1])
    assert (last.not_before, last.not_after) == (
        after(days[-1] if regime.provides_renewal else days[0], 90),
        after(days[0] if regime.provides_renewal is False else days[-1], 90),
    )


@given(orders(), regimes())
def test_25_2_what_is_over_ninety_is_out(order: PreservationOrder, regime: PreservationRegime) -> None:
    """Art. 25(2): an order or a renewal for more than ninety days is outside the ceiling, whatever else is known."""
    lengths = [order.days, *(renewal.days for renewal in renewals(order))]
    if any(isinstance(days, int) and days > 90 for days in lengths):
        assert stays_within_ceiling(order, regime).is_no


@given(orders(), regimes(), st.booleans(), st.booleans(), st.integers(1, 400))
def test_25_2_learning_overturns_nothing(
    order: PreservationOrder, regime: PreservationRegime, necessary: bool, provides: bool, days: int
) -> None:
    """Art. 25(2): an answer given on part of the facts is the answer on all of them."""
    fuller_order = PreservationOrder(
        ordered_on=order.ordered_on,
        served_on=order.served_on,
        days=order.days or days,
        renewals=tuple(Renewal(on=renewal.on, days=renewal.days or days) for renewal in renewals(order)),
        necessary=necessary if order.necessary is None else order.necessary,
    )
    fuller_regime = PreservationRegime(
        by_order_to_person=True,
        maximum_days=regime.maximum_days or days,
        provides_renewal=provides if regime.provides_renewal is None else regime.provides_renewal,
    )
    before = stays_within_ceiling(order, regime)
    if not before.is_unknown:
        assert stays_within_ceiling(fuller_order, fuller_regime).truth is before.truth


# Art. 25(2): what an order must bind the person to, and a law without a longest period


@pytest.mark.parametrize(
    ("by_order", "intact", "expected"),
    [
        (True, True, Truth.YES),
        (True, False, Truth.NO),
        (True, None, Truth.UNKNOWN),
        (False, False, Truth.YES),
        (None, False, Truth.UNKNOWN),
        (None, True, Truth.YES),
    ],
)
def test_25_2_the_person_is_bound_to_integrity(by_order: bool | None, intact: bool | None, expected: Truth) -> None:
    """Art. 25(2): where preservation is by order, the law must bind the person to keep the data as they are."""
    regime = PreservationRegime(by_order_to_person=by_order, obliges_to_keep_intact=intact)
    assert obliges_person(regime).truth is expected


def test_25_2_a_law_without_a_longest_period_breaks_the_ceiling() -> None:
    """Art. 25(2): orders that can last for ever are not kept to 90 days, though they can reach any floor."""
    endless = PreservationRegime(by_order_to_person=True, sets_maximum=False, provides_renewal=False)
    assert keeps_ceiling(endless).is_no
    assert can_meet_floor(endless).is_yes


def test_25_2_days_say_that_there_is_a_longest_period() -> None:
    """Art. 25(2): a number of days is a longest period, and a law cannot have one and none."""
    assert PreservationRegime(maximum_days=90).sets_maximum is True
    with pytest.raises(InvalidValue, match="maximum_days"):
        PreservationRegime(maximum_days=90, sets_maximum=False)


@pytest.mark.parametrize("option", OrderRenewal)
def test_25_2_which_renewals_count_is_told_where_there_are_two(option: OrderRenewal) -> None:
    """Art. 25(2): of one renewal no reading is asked; of two, which of them count, and the answer rests on it."""
    for count in range(4):
        days = [after(NEW_YEAR, 10 * number) for number in range(count)]
        order = PreservationOrder(ordered_on=NEW_YEAR, renewals=tuple(Renewal(on=on) for on in days))
        last = last_day_of_order(order, RENEWABLE)
        readings = [one.reading for one in last.readings]
        assert (OrderRenewal in readings) is (count > 1)
        counted = [NEW_YEAR] if not days else days if option is OrderRenewal.REPEATED else days[:1]
        assert last.under(Readings.of(option)).on == after(counted[-1], 90)


def test_25_2_each_period_of_an_order_is_asked_of_by_itself() -> None:
    """Art. 25(2): the order and each renewal keep to the ceiling each for itself; each has its place."""
    renewals = (Renewal(on=NEW_YEAR, days=90), Renewal(on=NEW_YEAR, days=91), Renewal(on=NEW_YEAR))
    stays = stays_within_ceiling(PreservationOrder(days=90, necessary=True, renewals=renewals), RENEWABLE)
    periods = [node for node in stays.because if node.statement == "it is made for 90 days at the most"]
    assert [node.truth for node in periods] == [Truth.YES, Truth.YES, Truth.NO, Truth.UNKNOWN]
    subjects = ("", "renewals[0]", "renewals[1]", "renewals[2]")
    asked = [node.because[0].about for node in periods]
    assert [one.subject for one in asked if isinstance(one, Question)] == list(subjects)
    assert {one.asked_of for one in asked if isinstance(one, Question)} == {Role.COMPETENT_AUTHORITY}
