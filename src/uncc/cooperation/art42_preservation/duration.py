"""Art. 42(8), (9): how long the data must stay preserved for the requesting State."""

from __future__ import annotations

from uncc.cooperation.art42_preservation.measure import UNKNOWN_REGIME, E, Extension, M, PreservationMeasure
from uncc.cooperation.art42_preservation.regime import FLOOR_DAYS, can_hold_until_decision
from uncc.cooperation.running_duties import while_bound
from uncc.kernel.dates import Window, window_of
from uncc.kernel.declared import checked
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, exactly, given
from uncc.kernel.lists import another_day, items_of, more_of
from uncc.kernel.measured import day_of, number_of
from uncc.kernel.parties import Relation
from uncc.kernel.provisions import art
from uncc.kernel.quantities import (
    NEVER,
    Day,
    at_least,
    before,
    day_where,
    days_after,
    earlier_of,
    exactly_between,
    later_of,
    not_after,
    where,
)
from uncc.procedural.art25_preservation import UNKNOWN_ORDER, PreservationRegime, last_day_of_order
from uncc.readings.chapter_5 import EarlyDecision, FloorAndCeiling, FloorStart

__all__ = [
    "earliest_end",
    "keeps_floor",
    "last_day_of_floor",
    "last_day_of_period",
    "limiting_ceiling",
    "must_continue_until_decision",
    "preservation_window",
    "start_of_preservation",
]


def start_of_preservation(measure: PreservationMeasure) -> Day:
    """From which day is the preservation counted? A reading: that on which it takes effect is adopted.

    Source: Art. 42(8).

    >>> from datetime import date
    >>> start_of_preservation(PreservationMeasure(effected_on=date(2027, 3, 10))).on
    datetime.date(2027, 3, 10)
    """
    return by_reading(
        "the day from which the preservation is counted",
        FloorStart,
        {
            FloorStart.EFFECTED: day_of(measure, M.effected_on),
            FloorStart.RECEIVED: day_of(measure, M.request_received_on),
        },
    )


def last_day_of_floor(measure: PreservationMeasure) -> Day:
    """Until when, at least, does preservation for another State last: 60 days, the first day not counted?

    Source: Art. 42(8).

    >>> from datetime import date
    >>> last_day_of_floor(PreservationMeasure(effected_on=date(2027, 3, 10))).on
    datetime.date(2027, 5, 9)
    """
    return days_after("the last of the 60 days", art(42, 8), start_of_preservation(measure), FLOOR_DAYS)


def last_day_of_period(measure: PreservationMeasure) -> Day:
    """When does the period end that the requested State set, or the floor where that is later?

    Source: Art. 42(8).

    >>> from datetime import date
    >>> last_day_of_period(PreservationMeasure(effected_on=date(2027, 3, 10), period_days=90)).on
    datetime.date(2027, 6, 8)
    """
    period = days_after(
        "the last day of the period that was set",
        art(42, 8),
        start_of_preservation(measure),
        number_of(measure, M.period_days),
    )
    return later_of("the last day of the period, not before the floor", art(42, 8), period, last_day_of_floor(measure))


def keeps_floor(measure: PreservationMeasure) -> Finding:
    """Whether the period that the requested State set is long enough for another State's request.

    Source: Art. 42(8).

    >>> keeps_floor(PreservationMeasure(period_days=30)).truth.name
    'NO'
    """
    days = number_of(measure, M.period_days)
    return at_least("the period set for the preservation is 60 days or longer", art(42, 8), days, FLOOR_DAYS)


def found_preserved(measure: PreservationMeasure) -> Finding:
    """Whether a later request came and found the data preserved.

    Source: Art. 42(8).

    >>> found_preserved(PreservationMeasure(assistance_requested=False)).truth.name
    'NO'
    """
    return all_of(
        "the request to search, seize or disclose came while the data were preserved",
        art(42, 8),
        given(measure, M.assistance_requested),
        any_of(
            "the data were preserved when it came",
            art(42, 8),
            not_after(
                "the request to search, seize or disclose was received before the floor had run",
                art(42, 8),
                day_of(measure, M.assistance_requested_on),
                last_day_of_floor(measure),
            ),
            given(measure, M.still_preserved),
        ),
    )


def must_continue_until_decision(measure: PreservationMeasure, *, relation: Relation | None = None) -> Finding:
    """Whether the data must go on being preserved because a decision on the later request is pending.

    YES once the request to search, seize or disclose is received and until it is decided, however long that
    takes. A request that comes after the floor has run keeps the data preserved only where they still are. Whether the
    duty outlasts a denunciation is a reading, on which none is adopted; without a `relation` the Convention is taken to
    bind both.

    Source: Art. 42(8), Art. 67(1).

    >>> from datetime import date
    >>> measure = PreservationMeasure(
    ...     effected_on=date(2027, 3, 10), assistance_requested_on=date(2027, 4, 1), decided=False)
    >>> must_continue_until_decision(measure).truth.name
    'YES'
    """
    return exactly(
        all_of(
            "the data must stay preserved until the later request is decided",
            art(42, 8),
            found_preserved(measure),
            ~given(measure, M.decided),
            *while_bound(relation),
        )
    )


def decision(measure: PreservationMeasure) -> Day:
    """On which day was the later request decided? Never, while it is not.

    Source: Art. 42(8).

    >>> decision(PreservationMeasure(assistance_requested=True, decided=False)).is_never
    True
    """
    return where(given(measure, M.decided), day_of(measure, M.decided_on), NEVER)


def lasts_until(measure: PreservationMeasure, regime: PreservationRegime, period: Day, decided: Day) -> Day:
    """Until when do the data stay preserved, if the period runs to a day, and the later request is decided on another?

    Extensions and the wait for a decision move the day; an early decision and the ceiling of an order, on one reading
    of each, bring it forward.

    Source: Art. 25(2), Art. 42(8), Art. 42(9).
    """
    preserved = found_preserved(measure)
    extended = later_of(
        "the period as extended, and the wait for a decision",
        (art(42, 8), art(42, 9)),
        period,
        *_extended(measure),
        day_where(preserved, decided),
    )
    early = all_of(
        "a later request was decided before the floor had run",
        art(42, 8),
        preserved,
        before("the decision came before the floor had run", art(42, 8), decided, last_day_of_floor(measure)),
    )
    ended = by_reading(
        "the last day, as a decision before the floor had run leaves it",
        EarlyDecision,
        {EarlyDecision.FLOOR_STANDS: extended, EarlyDecision.FLOOR_FALLS: where(early, decided, extended)},
    )
    if measure.ordered is False:
        return ended
    ceiling = limiting_ceiling(measure, regime)
    return earlier_of("the last day, within the ceiling of an order", (art(42, 8), art(25, 2)), ended, ceiling)


def _extended(measure: PreservationMeasure) -> list[Day]:
    """Return the last day of the period as each extension leaves it; those beside the ones stated may leave any."""
    ends: list[Day] = []
    for one, place in items_of(measure, M.extensions):
        ends.append(day_where(given(one, E.granted, place), _end_of(one, place, measure, ends)))
    latest = another_day(measure, M.extensions, "the last day of the period as another extension leaves it")
    return [*ends, day_where(more_of(measure, M.extensions), latest)]


def _end_of(one: Extension, place: str, measure: PreservationMeasure, earlier: list[Day]) -> Day:
    """Return the last day of an extension, as stated, or so many days after the period as the earlier ones leave it."""
    if one.days is None:
        return day_of(one, E.until, place)
    end = later_of("the last day of the period before it", art(42, 9), last_day_of_period(measure), *earlier)
    return days_after("the last of the further days", art(42, 9), end, number_of(one, E.days, place))


def limiting_ceiling(measure: PreservationMeasure, regime: PreservationRegime = UNKNOWN_REGIME) -> Day:
    """On which day does the ceiling of an order end the preservation? Never, where the duty goes on beyond it.

    Source: Art. 25(2), Art. 42(8).

    >>> limiting_ceiling(PreservationMeasure(ordered=False)).is_never
    True
    """
    if measure.ordered is False:
        return NEVER
    last = last_day_of_order(measure.order or UNKNOWN_ORDER, regime)
    limits = ~can_hold_until_decision(regime)
    if measure.order is None:
        limits = all_of(
            "an order was made, and it limits the preservation", art(25, 2), given(measure, M.ordered), limits
        )
    return exactly_between(
        by_reading(
            "the last day to which the ceiling of an order limits the preservation",
            FloorAndCeiling,
            {
                FloorAndCeiling.FLOOR_PREVAILS: NEVER,
                FloorAndCeiling.CEILING_LIMITS: where(limits, last, NEVER),
            },
        )
    )


def earliest_end(measure: PreservationMeasure, *, regime: PreservationRegime = UNKNOWN_REGIME) -> Day:
    """On which day may the preservation end at the earliest?

    The latest of: the last day of the floor of 60 calendar days, the last day of an extension that was granted, and
    the day of the decision on a later request that found the data preserved, which is not known while it is pending.

    Source: Art. 25(2), Art. 42(8), Art. 42(9).

    >>> from datetime import date
    >>> measure = PreservationMeasure(effected_on=date(2027, 3, 10), extensions=(), assistance_requested=False)
    >>> earliest_end(measure).on
    datetime.date(2027, 5, 9)
    """
    decided = day_of(measure, M.decided_on)
    return exactly_between(lasts_until(measure, regime, last_day_of_floor(measure), decided))


def preservation_window(measure: PreservationMeasure, *, regime: PreservationRegime = UNKNOWN_REGIME) -> Window:
    """On which days may the preservation come to its end?

    `not_before` is the day of `earliest_end`; while that is not known, the day that is certain already. `not_after` is
    `None`, since the Convention sets no last day, unless the ceiling of an order limits the duty.

    Source: Art. 25(2), Art. 42(8), Art. 42(9).

    >>> from datetime import date
    >>> measure = PreservationMeasure(effected_on=date(2027, 3, 10), extensions=(), assistance_requested=False)
    >>> window = preservation_window(measure)
    >>> print(window.not_before, window.not_after)
    2027-05-09 [Art. 42(8)] None
    """
    return window_of(earliest_end(measure, regime=regime), limiting_ceiling(measure, regime))


checked(__name__)
