"""Art. 42(8): how long the data must stay preserved for the requesting State."""

from __future__ import annotations

from datetime import date

from uncc.cooperation.art42_preservation.ceiling import (
    ceiling_is_known,
    limiting_ceiling,
    outlasts_ceiling,
    possible_ceiling,
)
from uncc.cooperation.art42_preservation.measure import UNKNOWN_REGIME, E, Extension, M, PreservationMeasure, known
from uncc.cooperation.art42_preservation.regime import FLOOR_DAYS
from uncc.kernel.dates import Deadline, Window, days_after, latest
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, derived, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.procedural.art25_preservation import PreservationRegime
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import EarlyDecision, FloorStart

__all__ = [
    "early_decision",
    "extensions_are_known",
    "granted_until",
    "keeps_floor",
    "must_continue_until_decision",
    "preservation_window",
    "start_is_known",
    "start_of_preservation",
]


def start_of_preservation(measure: PreservationMeasure, under: Readings = AS_ADOPTED) -> date | None:
    """Return the day from which the preservation is counted, on the reading chosen; `None` where not known.

    Source: Art. 42(8).

    >>> start_of_preservation(PreservationMeasure()) is None
    True
    """
    from_effect = under.chosen(FloorStart) is FloorStart.EFFECTED
    return measure.effected_on if from_effect else measure.request_received_on


def _floor(measure: PreservationMeasure, under: Readings) -> Deadline | None:
    start = start_of_preservation(measure, under)
    return None if start is None else days_after(start, FLOOR_DAYS, art(42, 8))


def _floor_from_receipt(measure: PreservationMeasure) -> Deadline | None:
    """Return the floor as it would run from receipt: preservation in response to a request cannot begin before."""
    received = measure.request_received_on
    return None if received is None else days_after(received, FLOOR_DAYS, art(42, 8))


def start_is_known(measure: PreservationMeasure, under: Readings = AS_ADOPTED) -> Finding:
    """Whether the day is known from which the preservation is counted.

    Source: Art. 42(8).

    >>> start_is_known(PreservationMeasure()).truth.name
    'UNKNOWN'
    """
    return by_reading(
        "the day from which the preservation is counted is known",
        FloorStart,
        under,
        {
            FloorStart.EFFECTED: known(measure.effected_on, "the day on which the preservation took effect is known"),
            FloorStart.RECEIVED: known(
                measure.request_received_on,
                "the day on which the request for preservation was received is known",
            ),
        },
    )


def keeps_floor(measure: PreservationMeasure) -> Finding:
    """Whether the period that the requested State set is long enough for another State's request.

    Source: Art. 42(8).

    >>> keeps_floor(PreservationMeasure(period_days=30)).truth.name
    'NO'
    """
    days = measure.period_days
    return derived(
        None if days is None else days >= FLOOR_DAYS,
        "the period set for the preservation is 60 days or longer",
        art(42, 8),
        asked_of=Role.REQUESTED_STATE,
    )


def _found_preserved(measure: PreservationMeasure, under: Readings) -> Finding:
    """Whether a later request came and found the data preserved."""
    floor, received = _floor(measure, under), measure.assistance_requested_on
    return all_of(
        "the request to search, seize or disclose came while the data were preserved",
        art(42, 8),
        given(measure, M.assistance_requested),
        any_of(
            "the data were preserved when it came",
            art(42, 8),
            derived(
                None if floor is None or received is None else received <= floor.on,
                "the request to search, seize or disclose was received before the floor had run",
                art(42, 8),
                asked_of=Role.REQUESTED_STATE,
            ),
            given(measure, M.still_preserved),
        ),
    )


def must_continue_until_decision(measure: PreservationMeasure, *, under: Readings = AS_ADOPTED) -> Finding:
    """Whether the data must go on being preserved because a decision on the later request is pending.

    YES once the request to search, seize or disclose is received and until it is decided, however long that
    takes. A request that comes after the floor has run keeps the data preserved only where they still are.

    Source: Art. 42(8).

    >>> from datetime import date
    >>> measure = PreservationMeasure(
    ...     effected_on=date(2027, 3, 10), assistance_requested_on=date(2027, 4, 1), decided=False)
    >>> must_continue_until_decision(measure).truth.name
    'YES'
    """
    return all_of(
        "the data must stay preserved until the later request is decided",
        art(42, 8),
        _found_preserved(measure, under),
        ~given(measure, M.decided),
    )


def preservation_window(
    measure: PreservationMeasure,
    *,
    regime: PreservationRegime = UNKNOWN_REGIME,
    under: Readings = AS_ADOPTED,
) -> Window:
    """On which days may the preservation come to its end?

    `not_before` is the latest of: the last day of the floor of 60 calendar days (the starting day not counted), the
    last day of an extension that was granted, and the day of the decision on a later request that found the data
    preserved. While `because` is UNKNOWN it is the day that is certain already. `not_after` is `None`, since the
    Convention sets no last day, unless the reading is chosen on which the ceiling of an order limits the duty and the
    order cannot be renewed.

    Source: Art. 25(2), Art. 42(8), Art. 42(9).

    >>> from datetime import date
    >>> window = preservation_window(PreservationMeasure(effected_on=date(2027, 3, 10), assistance_requested=False))
    >>> print(window.not_before, window.not_after)
    2027-05-09 [Art. 42(8)] None
    """
    because = all_of(
        "the days on which the preservation may end are determined",
        art(42, 8),
        start_is_known(measure, under),
        *extensions_are_known(measure),
        *_decision_is_known(measure, under),
        *ceiling_is_known(measure, regime, under),
    )
    return Window(_earliest_end(measure, regime, under), limiting_ceiling(measure, regime, under), because)


def _decision_is_known(measure: PreservationMeasure, under: Readings) -> list[Finding]:
    """Return what must be known of a later request and of the decision on it."""
    found = _found_preserved(measure, under)
    limbs: list[Finding] = []
    if not found.is_yes:
        limbs.append(_is_settled(found))
    if found.is_yes:
        limbs.append(known(measure.decided_on, "the day of the decision on the later request is known"))
    if _decided_early(measure, under):
        limbs.append(
            by_reading(
                "it is known whether the floor or an earlier decision sets the day",
                EarlyDecision,
                under,
                {
                    EarlyDecision.FLOOR_STANDS: by_text(True, "the floor sets the day", art(42, 8)),
                    EarlyDecision.FLOOR_FALLS: by_text(True, "the decision sets the day", art(42, 8)),
                },
            )
        )
    return limbs


def _decided_early(measure: PreservationMeasure, under: Readings) -> bool:
    floor = _floor(measure, under)
    return floor is not None and measure.decided_on is not None and measure.decided_on < floor.on


def early_decision(measure: PreservationMeasure, under: Readings = AS_ADOPTED) -> Deadline | None:
    """Return the day of a decision that ends the preservation before the floor has run: on one reading alone.

    Source: Art. 42(8).

    >>> early_decision(PreservationMeasure()) is None
    True
    """
    ends = _floor_may_fall(under) and _found_preserved(measure, under).is_yes
    return _decision(measure) if ends and _decided_early(measure, under) else None


def early_decision_is_known(measure: PreservationMeasure, under: Readings = AS_ADOPTED) -> tuple[Finding, ...]:
    """Whether it is known that no decision ended the preservation before the floor had run, or on which day one did.

    Nothing needs to be known where no decision can: on the reading that the floor stands.

    Source: Art. 42(8).

    >>> early_decision_is_known(PreservationMeasure())
    ()
    """
    if not _floor_may_fall(under):
        return ()
    if measure.decided_on is None:
        return (_decision_day_is_known(measure, under),)
    if _floor(measure, under) is None or _decided_early(measure, under):
        return (_is_settled(_found_preserved(measure, under)),)
    return ()


def later_decision_is_known(
    measure: PreservationMeasure, last: Deadline | None, under: Readings = AS_ADOPTED
) -> tuple[Finding, ...]:
    """Whether it is known that no decision came after the last day that the period set, or on which day one did.

    Nothing needs to be known of a decision that came by that day.

    Source: Art. 42(8).

    >>> later_decision_is_known(PreservationMeasure(), None)[0].truth.name
    'UNKNOWN'
    """
    if measure.decided_on is None:
        return (_decision_day_is_known(measure, under),)
    if last is None or measure.decided_on > last.on:
        return (_is_settled(_found_preserved(measure, under)),)
    return ()


def _decision_day_is_known(measure: PreservationMeasure, under: Readings) -> Finding:
    return any_of(
        "there is no decision that could move the day, or its own day is known",
        art(42, 8),
        ~_found_preserved(measure, under),
        ~given(measure, M.decided),
        known(measure.decided_on, "the day of the decision on the later request is known"),
    )


def _is_settled(found: Finding) -> Finding:
    """Return the finding or its opposite, whichever holds: what is YES as soon as it is known which."""
    return ~found if found.is_no else found


def lasts_at_least_to(measure: PreservationMeasure, under: Readings = AS_ADOPTED) -> Deadline | None:
    """Return the day to which the period lasts for certain, with the extensions granted; an order's ceiling left aside.

    Where the period that was set is not known, that of the floor; where the first day is not known, counted from the
    request, before which none can lie.

    Source: Art. 42(8), Art. 42(9).

    >>> lasts_at_least_to(PreservationMeasure()) is None
    True
    """
    counted = start_of_preservation(measure, under)
    start = counted or measure.request_received_on
    unsure = counted is None and _floor_may_fall(under) and may_last_to_decision(measure, under) is not None
    if start is None or unsure or not all(limb.is_yes for limb in early_decision_is_known(measure, under)):
        return None
    period = days_after(start, max(measure.period_days or FLOOR_DAYS, FLOOR_DAYS), art(42, 8))
    return early_decision(measure, under) or latest(period, *granted_until(measure))


def may_last_to_decision(measure: PreservationMeasure, under: Readings) -> Deadline | None:
    """Return the day of a decision on a later request that found the data preserved, or may have."""
    return None if _found_preserved(measure, under).is_no else _decision(measure)


def _decision(measure: PreservationMeasure) -> Deadline | None:
    return None if measure.decided_on is None else Deadline(measure.decided_on, (art(42, 8),))


def granted_until(measure: PreservationMeasure) -> tuple[Deadline, ...]:
    """Return the last days of the extensions that were granted, as far as they are known.

    Source: Art. 42(9).

    >>> granted_until(PreservationMeasure())
    ()
    """
    granted = (extension.until for extension in measure.extensions if extension.granted)
    return tuple(Deadline(until, (art(42, 9),)) for until in granted if until is not None)


def extensions_are_known(measure: PreservationMeasure) -> tuple[Finding, ...]:
    """Whether it is known of each extension that it was not granted, or until when it was.

    Source: Art. 42(9).

    >>> extensions_are_known(PreservationMeasure())
    ()
    """
    return tuple(_is_known(extension, f"extensions[{number}]") for number, extension in enumerate(measure.extensions))


def _is_known(extension: Extension, subject: str) -> Finding:
    granted = given(extension, E.granted, subject)
    if not extension.granted:
        return granted if granted.is_unknown else ~granted
    return all_of(
        "until when the extension was granted is known",
        art(42, 9),
        granted,
        derived(
            None if extension.until is None else True,
            "an extension that was granted has a last day that is known",
            art(42, 9),
            asked_of=Role.REQUESTED_STATE,
            subject=subject,
        ),
    )


def _earliest_end(measure: PreservationMeasure, regime: PreservationRegime, under: Readings) -> Deadline | None:
    """Return the day that is certain already: not beyond a ceiling that may end it, and none while that has no day."""
    ceiling, end = possible_ceiling(measure, regime, under), _end_without_ceiling(measure, under)
    if ceiling is None:
        return end if outlasts_ceiling(measure, regime, under) else None
    return ceiling if end is not None and ceiling.on < end.on else end


def _end_without_ceiling(measure: PreservationMeasure, under: Readings) -> Deadline | None:
    counted, decision = _floor(measure, under), _decision(measure)
    found = _found_preserved(measure, under)
    floor = counted or _floor_from_receipt(measure)
    if floor is None or (_floor_may_fall(under) and not found.is_no and None in (counted, decision)):
        return None
    if _floor_may_fall(under) and found.is_unknown and _decided_early(measure, under):
        return decision
    later = decision if found.is_yes else None
    return early_decision(measure, under) or latest(floor, *granted_until(measure), later)


def _floor_may_fall(under: Readings) -> bool:
    return under.chosen(EarlyDecision) is EarlyDecision.FLOOR_FALLS
