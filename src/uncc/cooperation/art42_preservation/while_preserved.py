"""Art. 42(8) and (9): what must or may be done while the data are preserved."""

from __future__ import annotations

from datetime import date

from uncc.cooperation.art42_preservation.duration import (
    decision,
    earliest_end,
    found_preserved,
    last_day_of_floor,
)
from uncc.cooperation.art42_preservation.duties import UNKNOWN_OUTLOOK, Outlook, is_called_off
from uncc.cooperation.art42_preservation.expiry import has_begun
from uncc.cooperation.art42_preservation.extension import can_be_extended_again, extension_deadline
from uncc.cooperation.art42_preservation.measure import UNKNOWN_REGIME, M, PreservationMeasure
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may, shall
from uncc.kernel.findings import all_of, exactly, given
from uncc.kernel.life import Life, found, without_day
from uncc.kernel.measured import day_of
from uncc.kernel.provisions import art
from uncc.kernel.quantities import (
    earlier_of,
    fixed_day,
    not_after,
)
from uncc.kernel.roles import Role
from uncc.procedural.art25_preservation import PreservationRegime

__all__ = ["duties_while_preserved"]


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
