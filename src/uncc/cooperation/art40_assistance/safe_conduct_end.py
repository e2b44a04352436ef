"""Art. 40(29): when safe conduct ceases, against what it protects until then, and what that asks of a State."""

from __future__ import annotations

from datetime import date
from typing import cast

from attrs import fields, frozen

from uncc.cooperation.art40_assistance.immunity import Restraint, lies_before_departure
from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY
from uncc.cooperation.art40_assistance.safe_conduct import (
    SafeConduct,
    circumstance,
    days_of_leaving,
    is_entitled_to_safe_conduct,
    known,
    leaving_opportunity,
    safe_conduct_has_begun,
)
from uncc.kernel.dates import Deadline, Window, day, days_after
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Duty, shall_not
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, given
from uncc.kernel.model import Model
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import SafeConductReturn

__all__ = [
    "SafeConductEnd",
    "duties_on_safe_conduct",
    "has_safe_conduct",
    "safe_conduct_covers",
    "safe_conduct_end",
    "safe_conduct_has_ceased",
]

S = fields(SafeConduct)
R = fields(Restraint)


def _came_back_before(conduct: SafeConduct) -> bool:
    """Whether the journey away and back was over when the person was informed, as between two hearings."""
    back, informed = conduct.returned_on, conduct.informed_on
    return back is not None and informed is not None and back < informed


def _has_remained(conduct: SafeConduct, opportunity: Window) -> Finding:
    """Whether the person was still there, voluntarily, when the time for leaving had run."""
    last, left = opportunity.not_after, conduct.left_on
    if last is not None and left is not None and left <= last.on and not _came_back_before(conduct):
        return circumstance(value=False, statement="the person was still there when the time for leaving had run")
    return given(conduct, S.remained_voluntarily)


def safe_conduct_has_ceased(conduct: SafeConduct, on: date, *, under: Readings = AS_ADOPTED) -> Finding:
    """Whether safe conduct has ceased before a day or on it.

    It has when the person, having had the opportunity of leaving for the whole period, has all the same remained
    voluntarily, or has left and come back freely. The last day of the period is still protected. Days outside the
    territory are no interruption. Whether a return counts before the period has run is a reading.

    Source: Art. 40(29).

    >>> from datetime import date
    >>> conduct = SafeConduct(informed_on=date(2027, 5, 3), period_agreed=False, hindrances=())
    >>> safe_conduct_has_ceased(conduct, date(2027, 5, 10)).truth.name
    'NO'
    """
    on = day(on, "on")
    opportunity = leaving_opportunity(conduct, under=under)
    had = all_of(
        "the person has had the opportunity of leaving for the whole period before the day",
        art(40, 29),
        given(conduct, S.informed),
        circumstance(_has_run(conduct, opportunity, on), "the whole period for leaving has run before the day"),
    )
    remained = _has_remained(conduct, opportunity)
    returned = _returned(
        conduct,
        circumstance(
            None if conduct.returned_on is None else conduct.returned_on <= on, "the return lies on the day or before"
        ),
    )
    return _ceases(conduct, "safe conduct has ceased by the day", had, remained, returned, under)


def _returned(conduct: SafeConduct, when: Finding) -> Finding:
    return all_of(
        "the person, having left, has come back freely",
        art(40, 29),
        given(conduct, S.left),
        given(conduct, S.returned_freely),
        when,
    )


def _ceases(  # noqa: PLR0913, PLR0917  # the parts of one sentence
    conduct: SafeConduct, statement: str, had: Finding, remained: Finding, returned: Finding, under: Readings
) -> Finding:
    after = circumstance(value=False, statement="the person has come back after the official information")
    return by_reading(
        statement,
        SafeConductReturn,
        under,
        {
            SafeConductReturn.AFTER_OPPORTUNITY: all_of(
                statement,
                art(40, 29),
                had,
                any_of(
                    "the person has all the same remained voluntarily, or has come back freely",
                    art(40, 29),
                    remained,
                    after if _came_back_before(conduct) else returned,
                ),
            ),
            SafeConductReturn.AT_ONCE: any_of(
                statement,
                art(40, 29),
                all_of("the person had the opportunity of leaving and remained", art(40, 29), had, remained),
                returned,
            ),
        },
    )


def _has_run(conduct: SafeConduct, opportunity: Window, on: date) -> Fact:
    """Whether the whole period has run before a day; it cannot have before its length has passed at least."""
    if opportunity.not_after is not None:
        return opportunity.not_after.on < on
    earliest = _earliest_run(conduct)
    return False if earliest is not None and on <= earliest.on else None


def _earliest_run(conduct: SafeConduct) -> Deadline | None:
    """Return the day before which the opportunity cannot have lasted long enough, if there was no hindrance at all."""
    if conduct.informed_on is None:
        return None
    return days_after(conduct.informed_on, days_of_leaving(conduct) or 1, art(40, 29))


@frozen(field_transformer=typed)
class SafeConductEnd(Model):
    """When safe conduct ends.

    - `on`: the last day on which it protects; `None` where it does not end, or that is not determined.
    - `earliest`: the day before which it cannot end, as far as that is known.
    - `because`: YES, `on` is that day; NO, as things stand it does not end; UNKNOWN, facts are missing.
    """

    on: Deadline | None
    earliest: Deadline | None
    because: Finding


def safe_conduct_end(conduct: SafeConduct, *, under: Readings = AS_ADOPTED) -> SafeConductEnd:
    """On which day does safe conduct protect for the last time?

    On the last day of the opportunity of leaving, for a person who remained voluntarily; for one who left and came back
    freely, on the day before the return, but not before the last day of the opportunity.

    Source: Art. 40(29).

    >>> from datetime import date
    >>> print(safe_conduct_end(SafeConduct(
    ...     informed_on=date(2027, 5, 3), period_agreed=False, hindrances=(), remained_voluntarily=True)).on)
    2027-05-18 [Art. 40(29)]
    """
    statement = "the day on which safe conduct ends is determined"
    opportunity = leaving_opportunity(conduct, under=under)
    remained = _has_remained(conduct, opportunity)
    returned = _returned(conduct, known(conduct.returned_on, "the day of the return is known"))
    had = cast("Finding", opportunity.because)
    because = _ceases(conduct, statement, had, remained, returned, under)
    last = _last_day(conduct, opportunity, remained, returned, under) if because.is_yes else None
    if because.is_yes and last is None:
        open_points = (limb for limb in (remained, had, returned) if limb.is_unknown)
        because = all_of(statement, art(40, 29), because, *open_points)
    return SafeConductEnd(last, last or _earliest_end(conduct, opportunity, under), because)


def _last_day(
    conduct: SafeConduct, opportunity: Window, remained: Finding, returned: Finding, under: Readings
) -> Deadline | None:
    """Return the last day of a safe conduct that ceases; `None` while it is open which of two ends comes first."""
    stay, back = opportunity.not_after, _eve_of_return(conduct, returned, opportunity, under)
    if remained.is_no or opportunity.because.is_no:
        return back
    if remained.is_yes and stay is not None:
        if returned.is_unknown and _may_end_before(conduct, stay, under):
            return None
        return stay if back is None else min(stay, back, key=lambda end: end.on)
    bound = stay or _earliest_run(conduct)
    return back if back is not None and bound is not None and back.on <= bound.on else None


def _may_end_before(conduct: SafeConduct, stay: Deadline, under: Readings) -> bool:
    """Whether a return of which not all is known could have ended safe conduct before staying did."""
    if under.chosen(SafeConductReturn) is SafeConductReturn.AFTER_OPPORTUNITY:
        return False
    return conduct.returned_on is None or conduct.returned_on <= stay.on


def _eve_of_return(conduct: SafeConduct, returned: Finding, opportunity: Window, under: Readings) -> Deadline | None:
    """Return the day before a free return, or the last day of the opportunity where that is later and counts."""
    if conduct.returned_on is None or not returned.is_yes:
        return None
    eve, run = days_after(conduct.returned_on, -1, art(40, 29)), opportunity.not_after
    if run is None or under.chosen(SafeConductReturn) is SafeConductReturn.AT_ONCE:
        return eve
    return max(eve, run, key=lambda end: end.on)


def _earliest_end(conduct: SafeConduct, opportunity: Window, under: Readings) -> Deadline | None:
    """Return the day before which safe conduct cannot end; on one reading a return can end it at any time."""
    if under.chosen(SafeConductReturn) is SafeConductReturn.AT_ONCE and conduct.left is not False:
        return None
    return opportunity.not_after or _earliest_run(conduct)


def has_safe_conduct(
    conduct: SafeConduct,
    on: date,
    *,
    treaty: AssistanceTreaty = UNKNOWN_TREATY,
    under: Readings = AS_ADOPTED,
) -> Finding:
    """Whether the person has safe conduct on a day.

    Source: Art. 40(29).

    >>> from datetime import date
    >>> has_safe_conduct(SafeConduct(consents=False), date(2027, 5, 10)).truth.name
    'NO'
    """
    return all_of(
        "the person has safe conduct on the day",
        art(40, 29),
        is_entitled_to_safe_conduct(conduct, treaty=treaty, under=under),
        safe_conduct_has_begun(conduct, on, under=under),
        ~safe_conduct_has_ceased(conduct, on, under=under),
    )


def safe_conduct_covers(
    conduct: SafeConduct,
    restraint: Restraint,
    on: date,
    *,
    treaty: AssistanceTreaty = UNKNOWN_TREATY,
    under: Readings = AS_ADOPTED,
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
    return all_of(
        "safe conduct protects the person against the restraint",
        art(40, 29),
        has_safe_conduct(conduct, on, treaty=treaty, under=under),
        given(restraint, R.restricts_liberty),
        given(restraint, R.in_territory),
        lies_before_departure(restraint, conduct.departed_on),
    )


def duties_on_safe_conduct(
    conduct: SafeConduct,
    on: date,
    *,
    treaty: AssistanceTreaty = UNKNOWN_TREATY,
    under: Readings = AS_ADOPTED,
) -> tuple[Duty, ...]:
    """What must the requesting State not do to the person on a day, and until when?

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
            has_safe_conduct(conduct, on, treaty=treaty, under=under),
            towards=Role.REQUESTED_STATE,
            deadline=safe_conduct_end(conduct, under=under).on,
        ),
    )


checked(__name__)
