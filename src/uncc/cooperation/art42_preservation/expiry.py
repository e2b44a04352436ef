"""Art. 42(8) and (9): when the preservation expires."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from uncc.cooperation.art42_preservation.duration import (
    decision,
    last_day_of_period,
    lasts_until,
)
from uncc.cooperation.art42_preservation.measure import UNKNOWN_REGIME, M, PreservationMeasure
from uncc.cooperation.running_duties import while_bound
from uncc.kernel.declared import checked
from uncc.kernel.findings import Finding, all_of, exactly
from uncc.kernel.measured import day_of
from uncc.kernel.parties import Relation
from uncc.kernel.provisions import art
from uncc.kernel.quantities import (
    Day,
    exactly_between,
    fixed_day,
    not_after,
)
from uncc.procedural.art25_preservation import PreservationRegime

__all__ = [
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


checked(__name__)
