"""Contested readings on confiscation, one subject in two chapters: Art. 31 and Arts. 49 to 52."""

from __future__ import annotations

from typing import Final

from uncc.provisions import art
from uncc.readings import Reading, ReadingOption

__all__ = [
    "ASSESSED_VALUE",
    "CONFISCATION_ROUTE",
    "EQUIVALENT_VALUE",
    "INTERMINGLED_INCOME",
    "READINGS",
    "AssessedValue",
    "ConfiscationRoute",
    "EquivalentValue",
    "IntermingledIncome",
]


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


class ConfiscationRoute(ReadingOption):
    """Who chooses between an order of the requested State's own and giving effect to the foreign one."""

    AS_REQUESTED = "as-requested", "the requested State takes the way for which the request was made"
    OWN_CHOICE = "own-choice", "the requested State chooses between the two ways, whatever the request says"


CONFISCATION_ROUTE: Final = Reading(
    "confiscation-route",
    "May the requested State seek an order of its own where it was asked to give effect to a foreign one, or turn it "
    "round?",
    ConfiscationRoute,
    (art(50, 1), art(50, 3)),
    None,
    "The duty is to do the one or the other, which speaks for a choice of the State that owes it; the contents of the "
    "request differ by the way it pertains to, which speaks for the choice of the State that asks.",
)

READINGS: Final = (EQUIVALENT_VALUE, ASSESSED_VALUE, INTERMINGLED_INCOME, CONFISCATION_ROUTE)
