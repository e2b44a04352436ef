"""Art. 42(8) and the domestic side: whether a State's law can carry what it owes to another State."""

from __future__ import annotations

from attrs import fields

from uncc.kernel.declared import checked
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given
from uncc.kernel.measured import number_of
from uncc.kernel.provisions import art
from uncc.kernel.quantities import at_least, sum_of
from uncc.procedural.art25_preservation import PreservationRegime
from uncc.readings.chapter_4 import OrderRenewal
from uncc.readings.chapter_5 import FloorAndCeiling

__all__ = ["FLOOR_DAYS", "can_hold_until_decision", "can_meet_floor", "must_outlast_ceiling"]

FLOOR_DAYS = 60
"""The fewest days for which preservation for another State must last (Art. 42(8))."""

G = fields(PreservationRegime)


def must_outlast_ceiling(regime: PreservationRegime) -> Finding:
    """Whether the duty to preserve until a decision goes on beyond the ceiling of a domestic order.

    How the two meet where an order cannot be renewed is a reading: on the one adopted the duty goes on and the
    State must find the means; on the other it goes on only where domestic law has them.

    Source: Art. 25(2), Art. 42(1), Art. 42(8).

    >>> must_outlast_ceiling(PreservationRegime(provides_renewal=False, by_other_means=False)).truth.name
    'YES'
    """
    return by_reading(
        "the duty until a decision goes on beyond the ceiling of an order",
        FloorAndCeiling,
        {
            FloorAndCeiling.FLOOR_PREVAILS: by_text(
                True, "the duty until a decision goes on beyond the ceiling", art(42, 8)
            ),
            FloorAndCeiling.CEILING_LIMITS: can_hold_until_decision(regime),
        },
    )


def can_meet_floor(regime: PreservationRegime) -> Finding:
    """Whether a State's law is able to keep data preserved for the 60 days that another State is owed.

    By orders long enough, by renewing shorter ones, or by other means than an order to a person.

    Source: Art. 25(2), Art. 42(8).

    >>> can_meet_floor(PreservationRegime(
    ...     by_order_to_person=True, maximum_days=30, provides_renewal=False, by_other_means=False)).truth.name
    'NO'
    """
    return any_of(
        "domestic law can keep data preserved for 60 days",
        (art(25, 2), art(42, 8)),
        all_of(
            "orders to a person can reach the floor",
            art(25, 2),
            given(regime, G.by_order_to_person),
            any_of(
                "an order is long enough, or can be renewed",
                art(25, 2),
                ~given(regime, G.sets_maximum),
                _reaches_floor(regime, 1),
                _renewal_reaches_floor(regime),
            ),
        ),
        given(regime, G.by_other_means),
    )


def _reaches_floor(regime: PreservationRegime, periods: int) -> Finding:
    one = number_of(regime, G.maximum_days)
    statement = "one order can last for 60 days" if periods == 1 else "an order and one renewal can last for 60 days"
    days = one if periods == 1 else sum_of("the days of an order and of one renewal", art(25, 2), *(one,) * periods)
    return at_least(statement, (art(25, 2), art(42, 8)), days, FLOOR_DAYS)


def _renewal_reaches_floor(regime: PreservationRegime) -> Finding:
    renewal = given(regime, G.provides_renewal)
    return by_reading(
        "an order can be renewed for long enough",
        OrderRenewal,
        {
            OrderRenewal.REPEATED: renewal,
            OrderRenewal.ONCE: all_of(
                "an order renewed once is long enough", art(25, 2), renewal, _reaches_floor(regime, 2)
            ),
        },
    )


def can_hold_until_decision(regime: PreservationRegime) -> Finding:
    """Whether a State's law is able to keep data preserved until a decision, however late it comes.

    Source: Art. 25(2), Art. 42(8).

    >>> can_hold_until_decision(PreservationRegime(by_order_to_person=True, provides_renewal=True)).truth.name
    'YES'
    """
    return any_of(
        "domestic law can keep data preserved for as long as a decision takes",
        (art(25, 2), art(42, 8)),
        all_of(
            "orders to a person can be renewed without end",
            art(25, 2),
            given(regime, G.by_order_to_person),
            by_reading(
                "an order can be renewed as often as needed",
                OrderRenewal,
                {
                    OrderRenewal.REPEATED: given(regime, G.provides_renewal),
                    OrderRenewal.ONCE: by_text(False, "an order can be renewed as often as needed", art(25, 2)),
                },
            ),
        ),
        given(regime, G.by_other_means),
    )


checked(__name__)
