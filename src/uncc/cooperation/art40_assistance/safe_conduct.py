"""Art. 40(29): safe conduct for a witness, expert or other person who comes to give evidence or to help.

It stands beside the protection of a person transferred in custody (Art. 40(11)), which does not end with time. Where a
treaty on mutual legal assistance binds the two States, its own provisions take the place of this paragraph, unless the
two agree otherwise (Art. 40(7)): whether the person is entitled to safe conduct, or has it, turns on that. `treaty` is
what is known of it; where it is not stated, nothing is known. The days are counted by this paragraph in any case.
"""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Any

from attrs import Attribute, field, fields, frozen
from attrs.validators import optional

from uncc.cooperation.art40_assistance.custody import joined
from uncc.cooperation.art40_assistance.immunity import take_as_happened
from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY, paragraph_applies
from uncc.kernel.dates import Period, Window, a_date, day, days_after
from uncc.kernel.declared import checked
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, by_reading, by_text, derived, given
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.kernel.values import a_count_of_days
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import SafeConductInterruption, SafeConductStart

__all__ = [
    "LEAVING_DAYS",
    "SafeConduct",
    "is_entitled_to_safe_conduct",
    "leaving_opportunity",
    "safe_conduct_has_begun",
]

LEAVING_DAYS = 15
"""The consecutive days for which the person must have had an opportunity of leaving (Art. 40(29))."""

ORDER = MappingProxyType({"entered_on": "departed_on", "left_on": "entered_on", "returned_on": "left_on"})
"""Of the events of the journey, which cannot lie before which."""


def _in_order(conduct: SafeConduct, attribute: Attribute[Any], on: date | None) -> None:
    earlier = ORDER[attribute.name]
    before: date | None = getattr(conduct, earlier)
    if on is not None and before is not None and on < before:
        raise InvalidValue(attribute.name, on.isoformat(), f"on or after {earlier}, {before}")


@frozen(kw_only=True)
class SafeConduct(Facts, asked_of=Role.REQUESTING_STATE):
    """A person who comes to another State to give evidence or to help there, and what became of it.

    - `departed_on`, `entered_on`: the days on which the person left the requested State and entered the requesting one.
    - `informed_on`: the day on which the person was officially informed that the presence is no longer required.
    - `agreed_days`: the period that the two States agreed upon in place of the fifteen days, in calendar days.
    - `hindrances`: spans of whole days without an opportunity of leaving, both ends included; `()` where there was no
      such day, and `None` where that is not known.
    - `left_on`, `returned_on`: the days on which the person then left the requesting State and came back.

    A day that is given says that the thing happened, and days of a period that one was agreed.
    """

    at_request: Fact = fact("the requesting State has requested that the person give evidence or assist", art(40, 29))
    consents: Fact = fact(
        "the person, as a witness, an expert or otherwise, consents to give evidence or to help with criminal "
        "proceedings",
        art(40, 29),
        asked_of=Role.REQUESTED_STATE,
    )
    in_requesting_territory: Fact = fact("that is to be done in the territory of the requesting State", art(40, 29))
    departed_on: date | None = field(default=None, validator=optional(a_date))
    entered_on: date | None = field(default=None, validator=[optional(a_date), _in_order])
    informed: Fact = fact(
        "the person has been officially informed that the judicial authorities no longer require the presence",
        art(40, 29),
    )
    informed_on: date | None = field(default=None, validator=optional(a_date))
    period_agreed: Fact = fact(
        "the two States have agreed upon a period other than fifteen days", art(40, 29), asked_of=Role.STATES_PARTIES
    )
    agreed_days: int | None = field(default=None, validator=optional(a_count_of_days))
    hindrances: tuple[Period, ...] | None = None
    remained_voluntarily: Fact = fact(
        "the person has remained in the territory voluntarily when the time for leaving had run", art(40, 29)
    )
    left: Fact = fact("the person has left the territory of the requesting State", art(40, 29))
    left_on: date | None = field(default=None, validator=[optional(a_date), _in_order])
    returned_freely: Fact = fact("the person has come back of the person's own free will", art(40, 29))
    returned_on: date | None = field(default=None, validator=[optional(a_date), _in_order])

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        take_as_happened(self, "informed", self.informed_on)
        take_as_happened(self, "period_agreed", self.agreed_days)
        take_as_happened(self, "left", self.left_on or self.returned_on or self.returned_freely or None)


S = fields(SafeConduct)


def is_entitled_to_safe_conduct(
    conduct: SafeConduct, *, treaty: AssistanceTreaty = UNKNOWN_TREATY, under: Readings = AS_ADOPTED
) -> Finding:
    """Whether the person is one to whom safe conduct is owed.

    A witness, an expert or anybody else who consents, at the request of the requesting State, to give evidence or to
    assist in its territory. The paragraph asks for no particular kind of offence. NO as well where the two States' own
    treaty governs in place of the paragraph.

    Source: Art. 40(29).

    >>> is_entitled_to_safe_conduct(SafeConduct(at_request=False)).truth.name
    'NO'
    """
    return all_of(
        "the person is one to whom safe conduct is owed",
        art(40, 29),
        paragraph_applies(art(40, 29), treaty=treaty, under=under),
        given(conduct, S.at_request),
        given(conduct, S.consents),
        given(conduct, S.in_requesting_territory),
    )


def safe_conduct_has_begun(conduct: SafeConduct, on: date, *, under: Readings = AS_ADOPTED) -> Finding:
    """Whether safe conduct has begun by a day, that day included; with which event it begins is a reading.

    Source: Art. 40(29).

    >>> from datetime import date
    >>> safe_conduct_has_begun(SafeConduct(departed_on=date(2027, 4, 20)), date(2027, 4, 19)).truth.name
    'NO'
    """
    on = day(on, "on")
    departed = _by(conduct.departed_on, on)
    if departed is None and _by(conduct.entered_on, on):
        departed = True
    return by_reading(
        "safe conduct has begun by the day",
        SafeConductStart,
        under,
        {
            SafeConductStart.DEPARTURE: circumstance(
                departed, "the person has left the territory of the requested State by the day", Role.REQUESTED_STATE
            ),
            SafeConductStart.ENTRY: circumstance(
                False if departed is False else _by(conduct.entered_on, on),
                "the person has entered the territory of the requesting State by the day",
            ),
        },
    )


def _by(event: date | None, on: date) -> Fact:
    return None if event is None else event <= on


def circumstance(value: Fact, statement: str, asked_of: Role = Role.REQUESTING_STATE) -> Finding:
    """Return the finding of a circumstance of the journey."""
    return derived(value, statement, art(40, 29), asked_of=asked_of)


def known(value: object, statement: str) -> Finding:
    """Return the finding that something is known, which is UNKNOWN where it is not."""
    return circumstance(None if value is None else True, statement)


def days_of_leaving(conduct: SafeConduct) -> int | None:
    """Return the length of the opportunity of leaving, in days; `None` where it is not known."""
    return LEAVING_DAYS if conduct.period_agreed is False else conduct.agreed_days


def _adds_up(conduct: SafeConduct, under: Readings) -> bool:
    """Whether days before and after an interruption are added: only of an agreed period, and on one reading."""
    return bool(conduct.period_agreed) and under.chosen(SafeConductInterruption) is SafeConductInterruption.ADDS_UP


def leaving_opportunity(conduct: SafeConduct, *, under: Readings = AS_ADOPTED) -> Window:
    """In which days has the person the opportunity of leaving that must have lasted before safe conduct can cease?

    Counted from the day of the official information, which is itself not counted: the first fifteen consecutive
    calendar days, or the first run of the agreed length, without a day on which the person could not leave.
    `not_before` is the first day of the run and `not_after` the last. NO: the person has not been informed, so
    nothing runs.

    Source: Art. 40(29).

    >>> from datetime import date
    >>> print(leaving_opportunity(SafeConduct(
    ...     informed_on=date(2027, 5, 3), period_agreed=False, hindrances=())).not_after)
    2027-05-18 [Art. 40(29)]
    """
    because = all_of(
        "the days of the opportunity of leaving are determined",
        art(40, 29),
        given(conduct, S.informed),
        known(conduct.informed_on, "the day of the official information is known"),
        *_length_is_known(conduct),
        known(conduct.hindrances, "it is known on which days there was no opportunity of leaving"),
        *_interruption(conduct, under),
    )
    informed, days, hindrances = conduct.informed_on, days_of_leaving(conduct), conduct.hindrances
    if informed is None or days is None or hindrances is None:
        return Window(None, None, because)
    return _run(informed, days, joined(hindrances), because, add=_adds_up(conduct, under))


def _length_is_known(conduct: SafeConduct) -> list[Finding]:
    if conduct.period_agreed is None:
        return [known(None, "it is known whether the States agreed upon another period")]
    if conduct.period_agreed:
        return [known(conduct.agreed_days, "the length of the agreed period is known")]
    return []


def _interruption(conduct: SafeConduct, under: Readings) -> list[Finding]:
    """Return the reading on interruptions, where an agreed period may have had one."""
    if not (conduct.period_agreed and conduct.hindrances):
        return []
    return [
        by_reading(
            "it is known how an interruption bears on the agreed period",
            SafeConductInterruption,
            under,
            {
                SafeConductInterruption.BEGINS_ANEW: by_text(True, "the agreed period begins anew", art(40, 29)),
                SafeConductInterruption.ADDS_UP: by_text(True, "the days with an opportunity add up", art(40, 29)),
            },
        )
    ]


def _run(informed: date, days: int, hindrances: tuple[Period, ...], because: Finding, *, add: bool) -> Window:
    """Return the run of `days` days with an opportunity that first follows `informed`; `hindrances` are joined."""
    before, wanted, first = informed, days, None
    for hindrance in hindrances:
        if hindrance.end <= before:
            continue
        free = (hindrance.start - before).days - 1
        if free >= wanted:
            break
        if add and free > 0:
            wanted, first = wanted - free, first or before
        before = hindrance.end
    return Window(days_after(first or before, 1, art(40, 29)), days_after(before, wanted, art(40, 29)), because)


checked(__name__)
