"""Art. 40(11) and (29): what a State does to a person who came to help with evidence, and for what."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import field, fields, frozen
from attrs.validators import optional

from uncc.kernel.dates import a_date
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, derived, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["Restraint"]


def take_as_happened(model: Any, event: str, sign: object) -> None:
    """Take an event of a frozen model as having happened where a later sign of it says so."""
    if sign is None:
        return
    if getattr(model, event) is False:
        raise InvalidValue(event, value=False, expected="true, as the dates and events after it say")
    object.__setattr__(model, event, True)


@frozen(kw_only=True)
class Restraint(Facts, asked_of=Role.REQUESTING_STATE):
    """What a State does, or would do, to a person who came to give evidence, and for what.

    `about_on` is the day of the act, omission or conviction that it is about. Where that day and the day of departure
    are known and differ, they decide what came first; `before_departure` is asked for where they do not.
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
    about_on: date | None = field(default=None, validator=optional(a_date))
    before_departure: Fact = fact(
        "the act, omission or conviction that it is about lies before the person's departure",
        art(40, 11),
        art(40, 29),
        asked_of=Role.CASE_HOLDER,
    )


R = fields(Restraint)


_BEFORE = (
    "the day of the act, omission or conviction lies before the day of departure",
    art(40, 11),
    art(40, 29),
)


def lies_before_departure(restraint: Restraint, departed_on: date | None) -> Finding:
    """Whether what a restraint is about lies before the departure; `InvalidValue` where a fact contradicts the days."""
    about = restraint.about_on
    if about is None or departed_on is None or about == departed_on:
        return given(restraint, R.before_departure)
    before = about < departed_on
    if restraint.before_departure is (not before):
        raise InvalidValue("before_departure", restraint.before_departure, f"{str(before).lower()}, as the days say")
    return derived(before, *_BEFORE)
