"""Contested readings of Chapter IV: procedural measures and law enforcement."""

from __future__ import annotations

from typing import Final

from uncc.provisions import art
from uncc.readings import Reading, ReadingOption

__all__ = ["ORDER_RENEWAL", "ORDER_START", "READINGS", "OrderRenewal", "OrderStart"]


class OrderStart(ReadingOption):
    """The day from which the ceiling of an order to a person is counted."""

    ORDERED = "ordered", "the day on which the order is made"
    SERVED = "served", "the day on which the order reaches the person who is to preserve"


ORDER_START: Final = Reading(
    "preservation-order-start",
    "From which day is the ceiling of a preservation order counted?",
    OrderStart,
    (art(25, 2),),
    OrderStart.ORDERED,
    "The text names no starting day. The earlier of the two is adopted, since a ceiling protects the person who "
    "is bound and the later day could stretch it.",
)


class OrderRenewal(ReadingOption):
    """How far renewals of an order to a person reach."""

    REPEATED = "repeated", "each renewal runs anew up to the ceiling, and more than one is possible"
    ONCE = "once", "an order may be renewed a single time"


ORDER_RENEWAL: Final = Reading(
    "preservation-order-renewal",
    "How often may a preservation order be renewed under the Convention?",
    OrderRenewal,
    (art(25, 2),),
    OrderRenewal.REPEATED,
    "The text lets a State provide for renewal and sets no number; what it renews is an order with the same ceiling.",
)

READINGS: Final = (ORDER_START, ORDER_RENEWAL)
