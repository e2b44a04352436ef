"""Contested readings of Chapter IV: procedural measures and law enforcement."""

from __future__ import annotations

from typing import Final

from uncc.provisions import art
from uncc.readings import Reading, ReadingOption

__all__ = [
    "ASSESSED_VALUE",
    "EQUIVALENT_VALUE",
    "INTERMINGLED_INCOME",
    "ORDER_RENEWAL",
    "ORDER_START",
    "READINGS",
    "AssessedValue",
    "EquivalentValue",
    "IntermingledIncome",
    "OrderRenewal",
    "OrderStart",
]


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


class EquivalentValue(ReadingOption):
    """When property of corresponding value can be taken."""

    ALTERNATIVE = "alternative", "property of corresponding value can be taken whether or not the proceeds are there"
    SUBSIDIARY = "subsidiary", "it can be taken only where the proceeds themselves cannot"


EQUIVALENT_VALUE: Final = Reading(
    "confiscation-equivalent-value",
    "Must the proceeds themselves be out of reach before property of corresponding value is taken?",
    EquivalentValue,
    (art(31, 1, "a"),),
    EquivalentValue.ALTERNATIVE,
    "The two stand side by side, joined by an or, and no order between them is set; domestic law can set one.",
)


class AssessedValue(ReadingOption):
    """What the assessed value of intermingled proceeds is."""

    AS_MIXED = "as-mixed", "what the proceeds were worth when they were mixed in"
    SHARE = "share", "their share of what the property is worth when it is assessed"


ASSESSED_VALUE: Final = Reading(
    "confiscation-assessed-value",
    "Do proceeds that were mixed into property gain and lose value with it?",
    AssessedValue,
    (art(31, 5),),
    AssessedValue.AS_MIXED,
    "The limit is the value of the proceeds that were mixed in, not a part of the property; what the property yields "
    "has a paragraph of its own.",
)


class IntermingledIncome(ReadingOption):
    """How much of what a mixed property yields is liable."""

    PROPORTION = "proportion", "the part of the income that corresponds to the share of the proceeds in the property"
    WHOLE = "whole", "all of the income"


INTERMINGLED_INCOME: Final = Reading(
    "confiscation-intermingled-income",
    "How much of the income from property with which proceeds were intermingled is liable?",
    IntermingledIncome,
    (art(31, 6), art(31, 5)),
    None,
    "The paragraph makes such income liable to the same extent as proceeds, which are liable as a whole; yet in mixed "
    "property they are liable up to their value only. The words alone favour neither.",
)


READINGS: Final = (
    ORDER_START,
    ORDER_RENEWAL,
    EQUIVALENT_VALUE,
    ASSESSED_VALUE,
    INTERMINGLED_INCOME,
)
