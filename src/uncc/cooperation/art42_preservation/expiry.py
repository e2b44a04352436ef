"""Art. 42(8) and (9): when the preservation expires, and until when an extension of it can be asked for."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from uncc.cooperation.art42_preservation.duration import (
    decision,
    earliest_end,
    found_preserved,
    last_day_of_floor,
    last_day_of_period,
    lasts_until,
)
from uncc.cooperation.art42_preservation.duties import UNKNOWN_OUTLOOK, Outlook, is_called_off
from uncc.cooperation.art42_preservation.measure import UNKNOWN_REGIME, E, M, PreservationMeasure
from uncc.cooperation.running_duties import while_bound
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may, shall
from uncc.kernel.findings import Finding, all_of, by_reading, by_text, exactly, given, none_of
from uncc.kernel.life import Life, found, without_day
from uncc.kernel.lists import items_of, more_of
from uncc.kernel.measured import day_of
from uncc.kernel.parties import Relation
from uncc.kernel.provisions import art
from uncc.kernel.quantities import (
    NO_DAY,
    Day,
    before,
    days_after,
    earlier_of,
    exactly_between,
    fixed_day,
    not_after,
    where,
)
from uncc.kernel.roles import Role
from uncc.procedural.art25_preservation import PreservationRegime
from uncc.readings.chapter_5 import ExpiryDay, FurtherExtension

__all__ = [
    "duties_while_preserved",
    "extension_deadline",
    "may_request_extension",
    "preservation_expiry",
    "preservation_runs",
]


def preservation_expiry(measure: PreservationMeasure, *, regime: PreservationRegime = UNKNOWN_REGIME) -> Day:
    """When does the preservation expire, as things stand? Never, while a decision is pending.

    On the last day of the period that the requested State set, but not before the floor, as extended; a decision
    that comes later still moves it to the day of the decision.

    Source: Art. 25(2), Art. 42(8), Art. 42(9).

    >>> from datetime import date
    >>> measure = PreservationMeasure(
    ...     effected_on=date(2027, 3, 10), period_days=60, extensions=(), assistance_requested=False)
    >>> preservation_expiry(measure).on
    datetime.date(2027, 5, 9)
    """
    return exactly_between(lasts_until(measure, regime, last_day_of_period(measure), decision(measure)))


def preservation_runs(
    measure: PreservationMeasure,
    on: date,
    *,
    regime: PreservationRegime = UNKNOWN_REGIME,
    relation: Relation | None = None,
) -> Finding:
    """Whether the data must still be preserved on a day: it has taken effect, and has not expired.

    The last day of the floor, and that of the period, are included. With the `relation` of the two States, whatever its
    day, it is asked as well whether the Convention binds them on this one: whether the duty outlasts a denunciation is
    a reading, on which none is adopted.

    Source: Art. 25(2), Art. 42(8), Art. 42(9), Art. 67(1).

    >>> from datetime import date
    >>> measure = PreservationMeasure(
    ...     effected_on=date(2027, 3, 10), period_days=60, extensions=(), assistance_requested=False)
    >>> [preservation_runs(measure, day).truth.name for day in (date(2027, 5, 9), date(2027, 5, 10))]
    ['YES', 'NO']
    """
    asked, expiry = fixed_day(on, "the day asked about"), preservation_expiry(measure, regime=regime)
    return exactly(
        all_of(
            "the data must still be preserved on the day",
            (art(42, 8), art(42, 9)),
            has_begun(measure, asked),
            not_after("the preservation has not expired on the day", (art(42, 8), art(42, 9)), asked, expiry),
            *while_bound(_on_day(relation, on)),
        )
    )


def _on_day(relation: Relation | None, on: date) -> Relation | None:
    return None if relation is None else evolve(relation, on=on)


def has_begun(measure: PreservationMeasure, asked: Day) -> Finding:
    """Whether the preservation has taken effect by a day: before that no period runs, and none can be extended.

    Source: Art. 42(8), Art. 42(9).
    """
    effected = day_of(measure, M.effected_on)
    return not_after("the preservation has taken effect by the day", (art(42, 8), art(42, 9)), effected, asked)


def may_request_extension(
    measure: PreservationMeasure, on: date, *, regime: PreservationRegime = UNKNOWN_REGIME
) -> Finding:
    """Whether an extension of the preservation can still be asked for on a day.

    YES once the preservation has taken effect, and before the period expires; while a decision is pending no period
    runs out. Whether the last day itself is in time, and whether a period once extended can be extended again, are
    readings.

    Source: Art. 42(9).

    >>> from datetime import date
    >>> measure = PreservationMeasure(
    ...     effected_on=date(2027, 3, 10), period_days=60, extensions=(), assistance_requested=False)
    >>> may_request_extension(measure, date(2027, 5, 12)).truth.name
    'NO'
    """
    asked, expiry = fixed_day(on, "the day asked about"), preservation_expiry(measure, regime=regime)
    return exactly(
        all_of(
            "an extension can be asked for on the day",
            art(42, 9),
            has_begun(measure, asked),
            by_reading(
                "the day lies before the preservation period expires",
                ExpiryDay,
                {
                    ExpiryDay.LAST_DAY_INCLUDED: not_after(
                        "the day is the last of the period, or earlier", art(42, 9), asked, expiry
                    ),
                    ExpiryDay.LAST_DAY_EXCLUDED: before(
                        "the day is earlier than the last of the period", art(42, 9), asked, expiry
                    ),
                },
            ),
            can_be_extended_again(measure),
        )
    )


def can_be_extended_again(measure: PreservationMeasure) -> Finding:
    """Whether the period can be extended once more.

    Source: Art. 42(9).

    >>> can_be_extended_again(PreservationMeasure()).truth.name
    'YES'
    """
    granted = (given(extension, E.granted, place) for extension, place in items_of(measure, M.extensions))
    return by_reading(
        "the period can be extended once more",
        FurtherExtension,
        {
            FurtherExtension.REPEATED: by_text(True, "another extension can be asked for", art(42, 9)),
            FurtherExtension.ONCE: none_of(
                "no extension has been granted before", art(42, 9), *granted, more_of(measure, M.extensions)
            ),
        },
    )


def extension_deadline(measure: PreservationMeasure, *, regime: PreservationRegime = UNKNOWN_REGIME) -> Day:
    """On which day, at the latest, can an extension be asked for?

    No day, where there can be no other; never, while none runs out. While it is not known, `not_before` is safe.

    Source: Art. 42(9).

    >>> from datetime import date
    >>> extension_deadline(PreservationMeasure(effected_on=date(2027, 3, 10))).not_before
    datetime.date(2027, 5, 9)
    """
    expiry = preservation_expiry(measure, regime=regime)
    last = by_reading(
        "the last day before the period expires",
        ExpiryDay,
        {
            ExpiryDay.LAST_DAY_INCLUDED: days_after("the last day itself", art(42, 9), expiry, 0),
            ExpiryDay.LAST_DAY_EXCLUDED: days_after("the day before the last", art(42, 9), expiry, -1),
        },
    )
    return exactly_between(where(can_be_extended_again(measure), last, NO_DAY))


def duties_while_preserved(
    measure: PreservationMeasure,
    *,
    on: date,
    regime: PreservationRegime = UNKNOWN_REGIME,
    outlook: Outlook = UNKNOWN_OUTLOOK,
) -> tuple[Duty, ...]:
    """What must or may be done on a day, once the data are preserved?

    That an extension can be asked for arises with the preservation; whether it still can, its last day tells.

    Source: Art. 42(7), Art. 42(8), Art. 42(9).

    >>> from datetime import date
    >>> measure = PreservationMeasure(effected_on=date(2027, 3, 10), assistance_requested=False)
    >>> [duty.modality.words for duty in duties_while_preserved(measure, on=date(2027, 4, 1))]
    ['shall', 'shall', 'may']
    """
    floor, last = earliest_end(measure, regime=regime), extension_deadline(measure, regime=regime)
    asked, called_off = fixed_day(on, "the day asked about"), (found(is_called_off(outlook)),)
    return (
        shall(
            "keep-floor",
            Role.REQUESTED_STATE,
            "keep the data preserved for 60 days at least",
            art(42, 8),
            not_after(
                "the data have been preserved in response to the request",
                art(42, 8),
                day_of(measure, M.effected_on),
                asked,
            ),
            towards=Role.REQUESTING_STATE,
            due=floor,
            life=Life(
                lasts=True,
                since=day_of(measure, M.effected_on),
                until=earlier_of("the last day of the floor", art(42, 8), floor, last_day_of_floor(measure)),
                ends=called_off,
            ),
        ),
        shall(
            "continue-until-decision",
            Role.REQUESTED_STATE,
            "keep the data preserved until it decides on the request to search, seize or disclose them",
            art(42, 8),
            exactly(found_preserved(measure)),
            towards=Role.REQUESTING_STATE,
            life=Life(
                lasts=True,
                since=day_of(measure, M.assistance_requested_on),
                until=decision(measure),
                ends=(*called_off, *without_day(given(measure, M.decided), measure, M.decided_on)),
            ),
        ),
        may(
            "ask-for-extension",
            Role.REQUESTING_STATE,
            "ask for an extension of the period of preservation",
            art(42, 9),
            all_of(
                "the preservation has taken effect, and can be extended once more",
                art(42, 9),
                has_begun(measure, asked),
                can_be_extended_again(measure),
            ),
            towards=Role.REQUESTED_STATE,
            due=last,
            life=Life(since=day_of(measure, M.effected_on), ends=called_off),
        ),
    )


checked(__name__)
