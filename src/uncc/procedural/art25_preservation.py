"""Art. 25, expedited preservation at home: the power, the order to a person and its ceiling, confidentiality."""

from __future__ import annotations

from datetime import date

from attrs import fields, frozen

from uncc.kernel.between import can_be_in_order, day_text
from uncc.kernel.consistency import shows
from uncc.kernel.dates import deadline_of
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Fact, Facts, ListFact, NumberFact, day_fact, fact, list_fact, number_fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, given, said_of
from uncc.kernel.life import Life
from uncc.kernel.lists import another_day, another_number, is_complete, items_of, more_of
from uncc.kernel.measured import day_of, number_of
from uncc.kernel.provisions import art
from uncc.kernel.quantities import Day, at_most, days_after, earlier_of, fixed_day, later_of, not_after, where
from uncc.kernel.roles import Role
from uncc.readings.chapter_4 import OrderRenewal, OrderStart

__all__ = [
    "CEILING_DAYS",
    "PreservationOrder",
    "PreservationRegime",
    "Renewal",
    "duties_on_custodian_silence",
    "enables_preservation",
    "keeps_ceiling",
    "last_day_of_order",
    "last_day_of_silence",
    "may_renew",
    "must_keep_confidential",
    "obliges_confidentiality",
    "obliges_person",
    "stays_within_ceiling",
]

CEILING_DAYS = 90
"""The most days for which an order may bind a person before it is renewed (Art. 25(2))."""


@frozen(kw_only=True)
class PreservationRegime(Facts, asked_of=Role.REQUESTED_STATE):
    """A State's law on the expedited preservation of stored electronic data.

    - `maximum_days`: the longest period, in calendar days, that an order can set; `None` where not known, or where
      `sets_maximum` is false and there is none. Days that are given say that there is one.
    - `confidentiality_days`: the period for which the law makes the custodian keep silent, counted from the
      order; `None` where not known. Days that are given say that the law obliges to silence.
    """

    enables_expeditious_preservation: Fact = fact(
        "domestic law lets the competent authorities order or otherwise obtain the quick preservation of specified "
        "stored data",
        art(25, 1),
    )
    covers_traffic_data: Fact = fact("the power reaches traffic data", art(25, 1))
    covers_content_data: Fact = fact("the power reaches content data", art(25, 1))
    covers_subscriber_information: Fact = fact("the power reaches subscriber information", art(25, 1))
    by_order_to_person: Fact = fact(
        "domestic law preserves by an order to a person who has or controls the data", art(25, 2)
    )
    by_other_means: Fact = fact("domestic law can preserve stored data by means other than such an order", art(25, 1))
    obliges_to_keep_intact: Fact = fact(
        "domestic law obliges the person to preserve the data and to keep them intact", art(25, 2)
    )
    sets_maximum: Fact = fact("domestic law sets a longest period for such an order", art(25, 2))
    maximum_days: NumberFact = number_fact("the days of the longest period for such an order", art(25, 2), least=1)
    provides_renewal: Fact = fact("domestic law provides that a preservation order can be renewed", art(25, 2))
    obliges_confidentiality: Fact = fact(
        "domestic law obliges the custodian, or whoever else is to preserve, to keep the measure confidential",
        art(25, 3),
    )
    confidentiality_days: NumberFact = number_fact(
        "the days for which domestic law makes the custodian keep silent", art(25, 3), least=1
    )

    ties = (
        shows("maximum_days", "sets_maximum", art(25, 2)),
        shows("confidentiality_days", "obliges_confidentiality", art(25, 3)),
    )


R = fields(PreservationRegime)


def enables_preservation(regime: PreservationRegime) -> Finding:
    """Whether the law gives the power that each State must establish, over every kind of data the text names.

    Source: Art. 25(1).

    >>> enables_preservation(PreservationRegime(covers_content_data=False)).truth.name
    'NO'
    """
    return all_of(
        "domestic law enables the expedited preservation of stored electronic data",
        art(25, 1),
        given(regime, R.enables_expeditious_preservation),
        given(regime, R.covers_traffic_data),
        given(regime, R.covers_content_data),
        given(regime, R.covers_subscriber_information),
    )


def keeps_ceiling(regime: PreservationRegime) -> Finding:
    """Whether the law keeps orders to a person within the ceiling of 90 days; renewals are another matter.

    YES as well where the State preserves by other means than an order, since the ceiling is set for orders alone.

    Source: Art. 25(2).

    >>> keeps_ceiling(PreservationRegime(by_order_to_person=True, maximum_days=120)).truth.name
    'NO'
    """
    return any_of(
        "the longest order that domestic law allows stays within the ceiling",
        art(25, 2),
        ~given(regime, R.by_order_to_person),
        all_of(
            "domestic law sets a maximum within the ceiling",
            art(25, 2),
            given(regime, R.sets_maximum),
            at_most(
                "the longest period for an order is 90 days or shorter",
                art(25, 2),
                number_of(regime, R.maximum_days),
                CEILING_DAYS,
            ),
        ),
    )


def obliges_person(regime: PreservationRegime) -> Finding:
    """Whether the law binds the person to whom an order is made to preserve the data and to keep them intact.

    YES as well where the State preserves by other means than an order, since the duty is set for orders alone.

    Source: Art. 25(2).

    >>> obliges_person(PreservationRegime(by_order_to_person=False)).truth.name
    'YES'
    """
    return any_of(
        "whoever is ordered to preserve is bound to keep the data intact",
        art(25, 2),
        ~given(regime, R.by_order_to_person),
        given(regime, R.obliges_to_keep_intact),
    )


def may_renew(regime: PreservationRegime) -> Finding:
    """Whether an order may be renewed: the Convention lets domestic law provide for it and does not require it.

    Source: Art. 25(2).

    >>> may_renew(PreservationRegime(provides_renewal=False)).truth.name
    'NO'
    """
    return given(regime, R.provides_renewal)


def obliges_confidentiality(regime: PreservationRegime) -> Finding:
    """Whether the law binds the custodian to confidentiality for a period, as each State must provide.

    Source: Art. 25(3).

    >>> obliges_confidentiality(PreservationRegime(obliges_confidentiality=True)).truth.name
    'YES'
    """
    return given(regime, R.obliges_confidentiality)


@frozen(kw_only=True)
class Renewal(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """What is known of a renewal of a preservation order: the day from which it runs, and its calendar days."""

    on: DayFact = day_fact("the order was renewed", art(25, 2))
    days: NumberFact = number_fact("the days for which the order was renewed", art(25, 2), least=1)


@frozen(kw_only=True)
class PreservationOrder(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """What is known of an order to a person to preserve specified data in that person's possession or control."""

    ordered_on: DayFact = day_fact("the order was made", art(25, 2))
    served_on: DayFact = day_fact("the order reached the person", art(25, 2), follows="ordered_on")
    days: NumberFact = number_fact("the days for which the order was made", art(25, 2), least=1)
    renewals: ListFact[Renewal] = list_fact("the order was renewed, beside the renewals that are stated", art(25, 2))
    necessary: Fact = fact(
        "the order lasts no longer than is necessary for the authorities to seek disclosure", art(25, 2)
    )

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        renewals = items_of(self, fields(PreservationOrder).renewals)
        days = [on for on in (self.ordered_on, *(renewal.on for renewal, _ in renewals)) if on is not None]
        if not can_be_in_order(days):
            raise InvalidValue("renewals", list(map(day_text, days)), "in order, after the day of the order")


O, N = fields(PreservationOrder), fields(Renewal)  # noqa: E741
UNKNOWN_ORDER = PreservationOrder()
"""An order of which nothing is known."""


def last_day_of_silence(regime: PreservationRegime, order: PreservationOrder = UNKNOWN_ORDER) -> Day:
    """Until when does domestic law bind the custodian to silence, counted from the order, its day not counted?

    Source: Art. 25(3).

    >>> from datetime import date
    >>> regime = PreservationRegime(obliges_confidentiality=True, confidentiality_days=90)
    >>> last_day_of_silence(regime, PreservationOrder(ordered_on=date(2027, 3, 1))).on
    datetime.date(2027, 5, 30)
    """
    days = number_of(regime, R.confidentiality_days)
    return days_after("the last day of the period for confidentiality", art(25, 3), day_of(order, O.ordered_on), days)


def must_keep_confidential(
    regime: PreservationRegime, order: PreservationOrder = UNKNOWN_ORDER, *, on: date
) -> Finding:
    """Whether the custodian is bound to silence on a day, by the period that domestic law sets.

    The last day of the period is included. NO, where the law sets no such duty, says what binds the custodian and not
    that the State conforms: ask `obliges_confidentiality` for that.

    Source: Art. 25(3).

    >>> from datetime import date
    >>> regime = PreservationRegime(obliges_confidentiality=True, confidentiality_days=90)
    >>> order = PreservationOrder(ordered_on=date(2027, 3, 1))
    >>> must_keep_confidential(regime, order, on=date(2027, 3, 2)).truth.name
    'YES'
    """
    asked = fixed_day(on, "the day asked about")
    return all_of(
        "the custodian must keep the preservation confidential on the day",
        art(25, 3),
        given(regime, R.obliges_confidentiality),
        not_after("the order was made by the day", art(25, 3), day_of(order, O.ordered_on), asked),
        not_after(
            "the period that domestic law sets for confidentiality has not run out",
            art(25, 3),
            asked,
            last_day_of_silence(regime, order),
        ),
    )


def duties_on_custodian_silence(
    regime: PreservationRegime, order: PreservationOrder = UNKNOWN_ORDER
) -> tuple[Duty, ...]:
    """What does the custodian owe, and until when?

    The deadline is the last day of the period that domestic law sets; `None` where it is not known.

    Source: Art. 25(3).

    >>> from datetime import date
    >>> regime = PreservationRegime(obliges_confidentiality=True, confidentiality_days=90)
    >>> order = PreservationOrder(ordered_on=date(2027, 3, 1))
    >>> print(duties_on_custodian_silence(regime, order)[0].deadline)
    2027-05-30 [Art. 25(3)]
    """
    return (
        shall(
            "custodian-silence",
            Role.CUSTODIAN,
            "keep the preservation confidential, as domestic law must oblige it to",
            art(25, 3),
            obliges_confidentiality(regime),
            deadline=deadline_of(last_day_of_silence(regime, order)),
            qualifications=("for the period that domestic law sets",),
            life=Life(
                lasts=True,
                since=day_of(order, fields(PreservationOrder).ordered_on),
                until=last_day_of_silence(regime, order),
            ),
        ),
    )


def last_day_of_order(order: PreservationOrder, regime: PreservationRegime) -> Day:
    """Until when does the Convention let an order bind the person, however long it was made for?

    The ceiling of 90 calendar days runs from the start of the order, the day itself not counted, and anew from each
    renewal that domestic law provides for. The text sets no floor. From which day the ceiling runs, and how often an
    order may be renewed, are readings.

    Source: Art. 25(2).

    >>> from datetime import date
    >>> order = PreservationOrder(ordered_on=date(2027, 3, 1), renewals=())
    >>> print(last_day_of_order(order, PreservationRegime()).on)
    2027-05-30
    """
    start = by_reading(
        "the day from which the order is counted",
        OrderStart,
        {OrderStart.ORDERED: day_of(order, O.ordered_on), OrderStart.SERVED: day_of(order, O.served_on)},
    )
    return days_after(
        "the last day on which the order may bind", art(25, 2), _as_renewed(order, regime, start), CEILING_DAYS
    )


def _as_renewed(order: PreservationOrder, regime: PreservationRegime, start: Day) -> Day:
    """Return the day from which the order is counted, as the renewals that domestic law provides for leave it."""
    provided, renewed = given(regime, R.provides_renewal), _renewed(order)
    if renewed:
        start = where(provided, _that_counts(renewed), start)
    other = another_day(
        order, O.renewals, "the day of a renewal beside those that are stated", follows=day_of(order, O.ordered_on)
    )
    beside = [] if is_complete(order.renewals) else renewed  # of which the last, or the first, may be one not stated
    again = all_of("a renewal that is not stated counts", art(25, 2), provided, more_of(order, O.renewals))
    return where(~again, start, _that_counts([*beside, other]))


def _renewed(order: PreservationOrder) -> list[Day]:
    """Return the days of the renewals, none of which lies before the one before it, or before the order."""
    days = [day_of(order, O.ordered_on)]
    for renewal, place in items_of(order, O.renewals):
        days.append(day_of(renewal, N.on, place, follows=days[-1]))
    return days[1:]


def _that_counts(renewed: list[Day]) -> Day:
    if len(renewed) == 1:
        return renewed[0]
    return by_reading(
        "the last renewal that counts",
        OrderRenewal,
        {
            OrderRenewal.REPEATED: later_of("the last of the renewals", art(25, 2), *renewed),
            OrderRenewal.ONCE: earlier_of("the first of the renewals", art(25, 2), *renewed),
        },
    )


def stays_within_ceiling(order: PreservationOrder, regime: PreservationRegime) -> Finding:
    """Whether an order keeps to what the Convention allows: long enough, never longer than 90 days at a time.

    A renewal counts only where domestic law provides for it; each must keep within the ceiling as well.

    Source: Art. 25(2).

    >>> stays_within_ceiling(PreservationOrder(days=91), PreservationRegime()).truth.name
    'NO'
    """
    provided, renewals = given(regime, R.provides_renewal), items_of(order, O.renewals)
    renewed = (provided,) if renewals else ()
    periods = ("", number_of(order, O.days)), *((place, number_of(one, N.days, place)) for one, place in renewals)
    other = another_number(order, O.renewals, "the days of a renewal beside those that are stated")
    return all_of(
        "the order lasts as long as necessary and keeps within the ceiling",
        art(25, 2),
        given(order, O.necessary),
        *(
            said_of(place, at_most("it is made for 90 days at the most", art(25, 2), days, CEILING_DAYS))
            for place, days in periods
        ),
        *renewed,
        any_of(
            "there are no other renewals, or they are provided for and within the ceiling",
            art(25, 2),
            ~more_of(order, O.renewals),
            all_of(
                "another renewal is provided for and within the ceiling",
                art(25, 2),
                provided,
                at_most("it is made for 90 days at the most", art(25, 2), other, CEILING_DAYS),
            ),
        ),
    )


checked(__name__)
