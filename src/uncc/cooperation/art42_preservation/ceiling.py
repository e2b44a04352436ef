"""Art. 42(8) with Art. 25(2): whether the ceiling of an order limits how long the data stay preserved."""

from __future__ import annotations

from uncc.cooperation.art42_preservation.measure import PreservationMeasure, known
from uncc.cooperation.art42_preservation.regime import must_outlast_ceiling
from uncc.kernel.dates import Deadline
from uncc.kernel.findings import Finding, by_reading, by_text
from uncc.kernel.provisions import art
from uncc.procedural.art25_preservation import PreservationRegime, order_window
from uncc.readings import Readings
from uncc.readings.chapter_5 import FloorAndCeiling

__all__: list[str] = []


def limiting_ceiling(measure: PreservationMeasure, regime: PreservationRegime, under: Readings) -> Deadline | None:
    """Return the last day of an order that limits the duty itself: on one reading, where it cannot be renewed."""
    limits = must_outlast_ceiling(regime, under=under).is_no
    return possible_ceiling(measure, regime, under) if limits else None


def outlasts_ceiling(measure: PreservationMeasure, regime: PreservationRegime, under: Readings) -> bool:
    """Return whether it is certain that no ceiling of an order limits the duty itself."""
    return measure.order is None or must_outlast_ceiling(regime, under=under).is_yes


def possible_ceiling(measure: PreservationMeasure, regime: PreservationRegime, under: Readings) -> Deadline | None:
    """Return the last day of an order that limits the duty itself, or may; `None` where there is none or it is open."""
    if measure.order is None or outlasts_ceiling(measure, regime, under):
        return None
    return order_window(measure.order, regime, under=under).not_after


def ceiling_is_known(measure: PreservationMeasure, regime: PreservationRegime, under: Readings) -> tuple[Finding, ...]:
    """Return whether it is known if, and when, the ceiling of an order ends the preservation; nothing without one."""
    if measure.order is None:
        return ()
    outlasts = must_outlast_ceiling(regime, under=under)
    ceiling = order_window(measure.order, regime, under=under)
    limited = outlasts.is_no and ceiling.because.is_yes
    return (
        by_reading(
            "it is known whether an order's ceiling ends the preservation",
            FloorAndCeiling,
            under,
            {
                FloorAndCeiling.FLOOR_PREVAILS: by_text(True, "the ceiling of an order sets no last day", art(42, 8)),
                FloorAndCeiling.CEILING_LIMITS: known(
                    limited or outlasts.is_yes or None,
                    "it is known whether and when the ceiling of the order ends the preservation",
                ),
            },
        ),
    )
