"""Art. 25, expedited preservation at home: the power, the order to a person and its ceiling, confidentiality."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import Attribute, field, fields, frozen
from attrs.validators import optional

from uncc.kernel.dates import Window, a_date, day, days_after
from uncc.kernel.duties import Duty, shall
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, derived, given
from uncc.kernel.immutable import tuples_only
from uncc.kernel.model import Model
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.kernel.values import a_count_of_days
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_4 import OrderRenewal, OrderStart

__all__ = [
    "CEILING_DAYS",
    "PreservationOrder",
    "PreservationRegime",
    "Renewal",
    "duties_on_custodian_silence",
    "enables_preservation",
    "keeps_ceiling",
    "may_renew",
    "must_keep_confidential",
    "obliges_confidentiality",
    "obliges_person",
    "order_window",
    "stays_within_ceiling",
]

CEILING_DAYS = 90
"""The most days for which an order may bind a person before it is renewed (Art. 25(2))."""


def _no_days_without_maximum(regime: PreservationRegime, _: object, longest: int | None) -> None:
    if longest is not None and regime.sets_maximum is False:
        raise InvalidValue("maximum_days", longest, "null, where `sets_maximum` is false")


@frozen(kw_only=True)
class PreservationRegime(Facts, asked_of=Role.REQUESTED_STATE):
    """A State's law on the expedited preservation of stored electronic data.

    - `maximum_days`: the longest period, in calendar days, that an order can set; `None` where not known, or where
      `sets_maximum` is false and there is none. Days that are given say that there is one.
    - `confidentiality_days`: the period for which the law makes the custodian keep silent, counted from the
      order; `None` where not known.
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
    maximum_days: int | None = field(default=None, validator=[optional(a_count_of_days), _no_days_without_maximum])
    provides_renewal: Fact = fact("domestic law provides that a preservation order can be renewed", art(25, 2))
    obliges_confidentiality: Fact = fact(
        "domestic law obliges the custodian, or whoever else is to preserve, to keep the measure confidential",
        art(25, 3),
    )
    confidentiality_days: int | None = field(default=None, validator=optional(a_count_of_days))

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.maximum_days is not None:
            object.__setattr__(self, "sets_maximum", True)


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
    longest = regime.maximum_days
    return any_of(
        "the longest order that domestic law allows stays within the ceiling",
        art(25, 2),
        ~given(regime, R.by_order_to_person),
        all_of(
            "domestic law sets a maximum within the ceiling",
            art(25, 2),
            given(regime, R.sets_maximum),
            derived(
                None if longest is None else longest <= CEILING_DAYS,
                "the longest period for an order is 90 days or shorter",
                art(25, 2),
                asked_of=Role.REQUESTED_STATE,
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


def must_keep_confidential(regime: PreservationRegime, *, ordered_on: date, on: date) -> Finding:
    """Whether the custodian is bound to silence on a day, by the period that domestic law sets.

    The period is counted in calendar days from the day of the order, which is not counted; its last day is
    included. NO, where the law sets no such duty, says what binds the custodian and not that the State conforms:
    ask `obliges_confidentiality` for that.

    Source: Art. 25(3).

    >>> from datetime import date
    >>> regime = PreservationRegime(obliges_confidentiality=True, confidentiality_days=90)
    >>> must_keep_confidential(regime, ordered_on=date(2027, 3, 1), on=date(2027, 3, 2)).truth.name
    'YES'
    """
    days, on = regime.confidentiality_days, day(on, "on")
    return all_of(
        "the custodian must keep the preservation confidential on the day",
        art(25, 3),
        given(regime, R.obliges_confidentiality),
        derived(
            None if days is None else ordered_on <= on <= days_after(ordered_on, days).on,
            "the day lies within the period that domestic law sets for confidentiality",
            art(25, 3),
            asked_of=Role.REQUESTED_STATE,
        ),
    )


def duties_on_custodian_silence(regime: PreservationRegime, *, ordered_on: date | None) -> tuple[Duty, ...]:
    """What does the custodian owe, and until when?

    The deadline is the last day of the period that domestic law sets, counted from the order; `None` where it is
    not known.

    Source: Art. 25(3).

    >>> from datetime import date
    >>> regime = PreservationRegime(obliges_confidentiality=True, confidentiality_days=90)
    >>> print(duties_on_custodian_silence(regime, ordered_on=date(2027, 3, 1))[0].deadline)
    2027-05-30 [Art. 25(3)]
    """
    days = regime.confidentiality_days
    return (
        shall(
            "custodian-silence",
            Role.CUSTODIAN,
            "keep the preservation confidential, as domestic law must oblige it to",
            art(25, 3),
            obliges_confidentiality(regime),
            deadline=None if days is None or ordered_on is None else days_after(ordered_on, days, art(25, 3)),
            qualifications=("for the period that domestic law sets",),
        ),
    )


def _not_before_order(order: PreservationOrder, attribute: Attribute[Any], on: date | None) -> None:
    if on is not None and order.ordered_on is not None and on < order.ordered_on:
        raise InvalidValue(attribute.name, on.isoformat(), f"on or after the day of the order, {order.ordered_on}")


@frozen(kw_only=True)
class Renewal(Model):
    """A renewal of a preservation order: the day from which it runs, and for how many calendar days."""

    on: date = field(validator=a_date)
    days: int | None = field(default=None, validator=optional(a_count_of_days))


def _in_order(order: PreservationOrder, _: object, renewals: tuple[Renewal, ...]) -> None:
    days = [on for on in (order.ordered_on, *(renewal.on for renewal in renewals)) if on is not None]
    if days != sorted(days):
        raise InvalidValue("renewals", [on.isoformat() for on in days], "in order, after the day of the order")


@frozen(kw_only=True, field_transformer=tuples_only)
class PreservationOrder(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """An order to a person to preserve specified data in that person's possession or control.

    - `ordered_on`, `served_on`: the day it was made and the day it reached the person; `None` where not known.
    - `days`: for how many calendar days it was made; `None` where not known.
    """

    ordered_on: date | None = field(default=None, validator=optional(a_date))
    served_on: date | None = field(default=None, validator=[optional(a_date), _not_before_order])
    days: int | None = field(default=None, validator=optional(a_count_of_days))
    renewals: tuple[Renewal, ...] = field(default=(), validator=_in_order)
    necessary: Fact = fact(
        "the order lasts no longer than is necessary for the authorities to seek disclosure", art(25, 2)
    )


OrderFacts = fields(PreservationOrder)


def order_window(
    order: PreservationOrder,
    regime: PreservationRegime,
    *,
    under: Readings = AS_ADOPTED,
) -> Window:
    """Until when does the Convention let an order bind the person, however long it was made for?

    The ceiling of 90 calendar days runs from the start of the order, the day itself not counted, and anew from
    each renewal that domestic law provides for; `not_after` is its last day. The text sets no floor, so
    `not_before` is `None`. UNKNOWN while the starting day, or whether a renewal that was made is provided for,
    is not known. From which day the ceiling runs, and how often an order may be renewed, are readings.

    Source: Art. 25(2).

    >>> from datetime import date
    >>> order = PreservationOrder(ordered_on=date(2027, 3, 1))
    >>> print(order_window(order, PreservationRegime()).not_after)
    2027-05-30 [Art. 25(2)]
    """
    start = order.ordered_on if under.chosen(OrderStart) is OrderStart.ORDERED else order.served_on
    because = all_of(
        "the last day on which the order may bind is determined",
        art(25, 2),
        _start_is_known(order, under),
        *_renewals_are_known(order, regime, under),
    )
    if start is None or because.is_unknown:
        return Window(None, None, because)
    renewals = _renewals_that_count(order, regime, under)
    return Window(None, days_after(renewals[-1].on if renewals else start, CEILING_DAYS, art(25, 2)), because)


def _renewals_that_count(order: PreservationOrder, regime: PreservationRegime, under: Readings) -> tuple[Renewal, ...]:
    if not regime.provides_renewal:
        return ()
    return order.renewals[:1] if under.chosen(OrderRenewal) is OrderRenewal.ONCE else order.renewals


def _start_is_known(order: PreservationOrder, under: Readings) -> Finding:
    return by_reading(
        "the day from which the order is counted is known",
        OrderStart,
        under,
        {
            OrderStart.ORDERED: derived(
                None if order.ordered_on is None else True,
                "the day on which the order was made is known",
                art(25, 2),
                asked_of=Role.COMPETENT_AUTHORITY,
            ),
            OrderStart.SERVED: derived(
                None if order.served_on is None else True,
                "the day on which the order reached the person is known",
                art(25, 2),
                asked_of=Role.COMPETENT_AUTHORITY,
            ),
        },
    )


def _renewals_are_known(order: PreservationOrder, regime: PreservationRegime, under: Readings) -> list[Finding]:
    """Return what must be known of renewals that were made: nothing where there are none."""
    limbs: list[Finding] = []
    if order.renewals:
        limbs.append(
            derived(
                None if regime.provides_renewal is None else True,
                "it is known whether domestic law provides that an order can be renewed",
                art(25, 2),
                asked_of=Role.REQUESTED_STATE,
            )
        )
    if len(order.renewals) > 1:
        limbs.append(
            by_reading(
                "it is known which renewals count",
                OrderRenewal,
                under,
                {
                    OrderRenewal.REPEATED: by_text(True, "every renewal counts", art(25, 2)),
                    OrderRenewal.ONCE: by_text(True, "the first renewal alone counts", art(25, 2)),
                },
            )
        )
    return limbs


def stays_within_ceiling(order: PreservationOrder, regime: PreservationRegime) -> Finding:
    """Whether an order keeps to what the Convention allows: long enough, never longer than 90 days at a time.

    A renewal counts only where domestic law provides for it; each must keep within the ceiling as well.

    Source: Art. 25(2).

    >>> stays_within_ceiling(PreservationOrder(days=91), PreservationRegime()).truth.name
    'NO'
    """
    renewed = (given(regime, R.provides_renewal),) if order.renewals else ()
    periods = (
        ("the order", order.days),
        *((f"renewal {n}", r.days) for n, r in enumerate(order.renewals, 1)),
    )
    return all_of(
        "the order lasts as long as necessary and keeps within the ceiling",
        art(25, 2),
        given(order, OrderFacts.necessary),
        *(
            derived(
                None if days is None else days <= CEILING_DAYS,
                "it is made for 90 days at the most",
                art(25, 2),
                asked_of=Role.COMPETENT_AUTHORITY,
                subject=subject,
            )
            for subject, days in periods
        ),
        *renewed,
    )
