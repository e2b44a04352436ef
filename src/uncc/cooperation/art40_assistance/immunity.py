"""Art. 40(11) and (29): what a State does to a person who came to help with evidence, and for what."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.cooperation.art40_assistance.order_of_days import came_before
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding
from uncc.kernel.measured import day_of
from uncc.kernel.provisions import art
from uncc.kernel.quantities import Day
from uncc.kernel.roles import Role

__all__ = ["Restraint"]


@frozen(kw_only=True)
class Restraint(Facts, asked_of=Role.REQUESTING_STATE):
    """What a State does, or would do, to a person who came to give evidence, and for what.

    Where it is not stated what came first, the days of the act and of the departure tell; where they are the same day,
    they do not.
    """

    restricts_liberty: Fact = fact(
        "it prosecutes, detains or punishes the person, or otherwise restricts the person's liberty",
        art(40, 11),
        art(40, 29),
    )
    in_territory: Fact = fact(
        "it takes place in the territory of the State to which the person came", art(40, 11), art(40, 29)
    )
    held_for_return: Fact = fact(
        "it is only the custody in which the person transferred is kept until the return", art(40, 10, "a")
    )
    about_on: DayFact = day_fact(
        "the act, omission or conviction that it is about took place",
        art(40, 11),
        art(40, 29),
        asked_of=Role.CASE_HOLDER,
    )
    before_departure: Fact = fact(
        "the act, omission or conviction that it is about lies before the person's departure",
        art(40, 11),
        art(40, 29),
        asked_of=Role.CASE_HOLDER,
    )


R = fields(Restraint)


def lies_before_departure(restraint: Restraint, departed: Day) -> Finding:
    """Whether what a restraint is about lies before the departure; `InvalidValue` where a fact contradicts the days."""
    return came_before(restraint, R.before_departure, day_of(restraint, R.about_on), departed)
