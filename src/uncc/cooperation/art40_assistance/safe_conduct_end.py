"""Art. 40(29): when safe conduct ceases, against what it protects until then, and what that asks of a State."""

from __future__ import annotations

from datetime import date

from attrs import fields

from uncc.cooperation.art40_assistance.immunity import Restraint, lies_before_departure
from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY
from uncc.cooperation.art40_assistance.safe_conduct import (
    SafeConduct,
    is_entitled_to_safe_conduct,
    last_day_for_leaving,
    safe_conduct_has_begun,
    safe_conduct_start,
)
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall_not
from uncc.kernel.findings import Finding, all_of, by_reading, exactly, given
from uncc.kernel.life import Life
from uncc.kernel.measured import day_of
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.quantities import (
    NEVER,
    Day,
    before,
    days_after,
    earlier_of,
    exactly_between,
    fixed_day,
    later_of,
    not_after,
    where,
)
from uncc.kernel.roles import Role
from uncc.readings.chapter_5_assistance import SafeConductReturn

__all__ = [
    "duties_on_safe_conduct",
    "has_safe_conduct",
    "safe_conduct_covers",
    "safe_conduct_end",
    "safe_conduct_has_ceased",
]

S = fields(SafeConduct)
R = fields(Restraint)


def safe_conduct_end(conduct: SafeConduct) -> Day:
    """On which day does safe conduct protect for the last time? Never, where as things stand it does not end.

    On the last day of the opportunity of leaving, for a person who remained voluntarily; for one who left and came back
    freely, on the day before the return, but not before the last day of the opportunity. Whether a return counts before
    the period has run is a reading. Days outside the territory are no interruption.

    Source: Art. 40(29).

    >>> from datetime import date
    >>> safe_conduct_end(SafeConduct(
    ...     informed_on=date(2027, 5, 3), period_agreed=False, hindrances=(), remained_voluntarily=True)).on
    datetime.date(2027, 5, 18)
    """
    last = last_day_for_leaving(conduct)
    return exactly_between(
        earlier_of(
            "the last day on which safe conduct protects",
            art(40, 29),
            where(_has_remained(conduct, last), last, NEVER),
            _end_by_return(conduct, last),
        )
    )


def _has_remained(conduct: SafeConduct, last: Day) -> Finding:
    """Whether the person was still there, voluntarily, when the time for leaving had run."""
    stayed = given(conduct, S.remained_voluntarily)
    if conduct.left_on is None:
        return stayed
    gone = all_of(
        "the person was gone when the time for leaving had run",
        art(40, 29),
        not_after("the person left by the last day", art(40, 29), day_of(conduct, S.left_on), last),
        ~_came_back_before(conduct),
    )
    return all_of("the person was still there voluntarily when the time had run", art(40, 29), stayed, ~gone)


def _came_back_before(conduct: SafeConduct) -> Finding:
    """Whether the journey away and back was over when the person was informed, as between two hearings."""
    back, informed = day_of(conduct, S.returned_on), day_of(conduct, S.informed_on)
    return before("the person came back before the official information", art(40, 29), back, informed)


def _end_by_return(conduct: SafeConduct, last: Day) -> Day:
    returned = all_of(
        "the person, having left, has come back freely",
        art(40, 29),
        given(conduct, S.left),
        given(conduct, S.returned_freely),
    )
    afterwards = all_of(
        "the person has come back freely after the official information",
        art(40, 29),
        returned,
        ~_came_back_before(conduct),
    )
    eve = days_after("the day before the return", art(40, 29), day_of(conduct, S.returned_on), -1)
    late_eve = later_of("the day before the return, not before the period has run", art(40, 29), eve, last)
    return by_reading(
        "the last day that a free return leaves",
        SafeConductReturn,
        {
            SafeConductReturn.AFTER_OPPORTUNITY: where(afterwards, late_eve, NEVER),
            SafeConductReturn.AT_ONCE: where(returned, eve, NEVER),
        },
    )


def safe_conduct_has_ceased(conduct: SafeConduct, on: date) -> Finding:
    """Whether safe conduct has ceased before a day or on it.

    It has when the person, having had the opportunity of leaving for the whole period, has all the same remained
    voluntarily, or has left and come back freely. The last day of the period is still protected.

    Source: Art. 40(29).

    >>> from datetime import date
    >>> conduct = SafeConduct(informed_on=date(2027, 5, 3), period_agreed=False, hindrances=())
    >>> safe_conduct_has_ceased(conduct, date(2027, 5, 10)).truth.name
    'NO'
    """
    asked = fixed_day(on, "the day asked about")
    return before("safe conduct has ceased by the day", art(40, 29), safe_conduct_end(conduct), asked)


def has_safe_conduct(conduct: SafeConduct, on: date, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the person has safe conduct on a day.

    Source: Art. 40(29).

    >>> from datetime import date
    >>> has_safe_conduct(SafeConduct(consents=False), date(2027, 5, 10)).truth.name
    'NO'
    """
    return exactly(
        all_of(
            "the person has safe conduct on the day",
            art(40, 29),
            is_entitled_to_safe_conduct(conduct, treaty=treaty),
            safe_conduct_has_begun(conduct, on),
            ~safe_conduct_has_ceased(conduct, on),
        )
    )


def safe_conduct_covers(
    conduct: SafeConduct, restraint: Restraint, on: date, *, treaty: AssistanceTreaty = UNKNOWN_TREATY
) -> Finding:
    """Whether safe conduct protects the person on a day against this restraint.

    It covers prosecution, detention, punishment and any other restriction of liberty, in the territory of the
    requesting State, for what lies before the departure from the requested State, and never for what lies after it.

    Source: Art. 40(29).

    >>> from datetime import date
    >>> conduct = SafeConduct(departed_on=date(2027, 5, 1))
    >>> safe_conduct_covers(conduct, Restraint(about_on=date(2027, 5, 3)), date(2027, 5, 4)).truth.name
    'NO'
    """
    return exactly(
        all_of(
            "safe conduct protects the person against the restraint",
            art(40, 29),
            has_safe_conduct(conduct, on, treaty=treaty),
            given(restraint, R.restricts_liberty),
            given(restraint, R.in_territory),
            lies_before_departure(restraint, day_of(conduct, S.departed_on)),
        )
    )


def duties_on_safe_conduct(
    conduct: SafeConduct, on: date, *, treaty: AssistanceTreaty = UNKNOWN_TREATY
) -> tuple[Duty, ...]:
    """What must the requesting State not do to the person, and until when?

    It arises once safe conduct has begun by the day. Whether it has ceased, its last day tells.

    Source: Art. 40(29).

    >>> from datetime import date
    >>> duties_on_safe_conduct(SafeConduct(), date(2027, 5, 4))[0].modality.words
    'shall not'
    """
    return (
        shall_not(
            "respect-safe-conduct",
            Role.REQUESTING_STATE,
            "prosecute, detain or punish the person, or restrict liberty, for what lies before the departure",
            art(40, 29),
            exactly(
                all_of(
                    "the person is one to whom safe conduct is owed, and it has begun by the day",
                    art(40, 29),
                    is_entitled_to_safe_conduct(conduct, treaty=treaty),
                    safe_conduct_has_begun(conduct, on),
                )
            ),
            towards=Role.REQUESTED_STATE,
            due=safe_conduct_end(conduct),
            life=Life(since=safe_conduct_start(conduct)),
        ),
    )


checked(__name__)
