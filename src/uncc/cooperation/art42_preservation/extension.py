"""Art. 42(9): until when an extension of the preservation can be asked for."""

from __future__ import annotations

from datetime import date

from uncc.cooperation.art42_preservation.expiry import has_begun, preservation_expiry
from uncc.cooperation.art42_preservation.measure import UNKNOWN_REGIME, E, M, PreservationMeasure
from uncc.kernel.declared import checked
from uncc.kernel.findings import Finding, all_of, by_reading, by_text, exactly, given, none_of
from uncc.kernel.lists import items_of, more_of
from uncc.kernel.provisions import art
from uncc.kernel.quantities import (
    NO_DAY,
    Day,
    before,
    days_after,
    exactly_between,
    fixed_day,
    not_after,
    where,
)
from uncc.procedural.art25_preservation import PreservationRegime
from uncc.readings.chapter_5 import ExpiryDay, FurtherExtension

__all__ = ["extension_deadline", "may_request_extension"]


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


checked(__name__)
