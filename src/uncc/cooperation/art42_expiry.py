"""Art. 42(8) and (9): when the preservation expires, and until when an extension of it can be asked for."""

from __future__ import annotations

from datetime import date

from attrs import fields, frozen

from uncc.cooperation.art42_duration import (
    UNKNOWN_REGIME,
    Extension,
    PreservationMeasure,
    early_decision,
    extensions_are_known,
    granted_until,
    must_continue_until_decision,
    preservation_window,
    start_is_known,
    start_of_preservation,
)
from uncc.dates import Deadline, Window, day, days_after, latest
from uncc.duties import Duty, Modality
from uncc.facts import Fact
from uncc.findings import Finding, all_of, any_of, by_reading, by_text, derived, given, none_of
from uncc.procedural.art25_preservation import PreservationRegime
from uncc.provisions import art
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import (
    EARLY_DECISION,
    EXPIRY_DAY,
    FLOOR_AND_CEILING,
    FURTHER_EXTENSION,
    EarlyDecision,
    ExpiryDay,
    FloorAndCeiling,
    FurtherExtension,
)
from uncc.roles import Role

__all__ = [
    "Expiry",
    "duties_while_preserved",
    "extension_deadline",
    "may_request_extension",
    "preservation_expiry",
    "preservation_runs",
]

E = fields(Extension)


@frozen
class Expiry:
    """When the preservation expires, as things stand.

    - `on`: the last day of the period; `None` where there is none now, or it is not determined.
    - `earliest`: the last day of the floor, before which it cannot lawfully expire; `None` where not known.
    - `because`: YES, `on` is that day; NO, none runs while a decision is pending; UNKNOWN, facts are missing.
    """

    on: Deadline | None
    earliest: Deadline | None
    because: Finding


def preservation_expiry(
    measure: PreservationMeasure,
    *,
    regime: PreservationRegime = UNKNOWN_REGIME,
    under: Readings = AS_ADOPTED,
) -> Expiry:
    """When does the preservation expire, as things stand?

    On the last day of the period that the requested State set, but not before the floor, as extended; a decision
    that comes later still moves it to the day of the decision. While a decision is pending no day is set. What else
    `preservation_window` takes from a reading (an early decision, the ceiling of an order) holds here as well.

    Source: Art. 42(8), Art. 42(9).

    >>> from datetime import date
    >>> measure = PreservationMeasure(effected_on=date(2027, 3, 10), period_days=60, assistance_requested=False)
    >>> print(preservation_expiry(measure).on)
    2027-05-09 [Art. 42(8)]
    """
    window = preservation_window(measure, regime=regime, under=under)
    because = any_of(
        "a day is set on which the preservation expires",
        (art(42, 8), art(42, 9)),
        derived(window.not_after is not None, "the ceiling of an order ends the preservation", art(42, 8), art(25, 2)),
        all_of(
            "the period runs and its length is known",
            (art(42, 8), art(42, 9)),
            ~must_continue_until_decision(measure, under=under),
            start_is_known(measure, under),
            derived(
                None if measure.period_days is None else True,
                "the period that the requested State set is known",
                art(42, 8),
                asked_of=Role.REQUESTED_STATE,
            ),
            *extensions_are_known(measure),
        ),
    )
    last = _last_day(measure, window, under) if because.is_yes else None
    return Expiry(last, window.not_before, because)


def _last_day(measure: PreservationMeasure, window: Window, under: Readings) -> Deadline | None:
    """Return the last day that the period, its extensions and the decision set, within the ceiling if one counts."""
    start, days = start_of_preservation(measure, under), measure.period_days
    period = None if start is None or days is None else days_after(start, days, art(42, 8))
    last = early_decision(measure, under) or latest(window.not_before, period, *granted_until(measure))
    ceiling = window.not_after
    pending = must_continue_until_decision(measure, under=under).is_yes
    return ceiling if ceiling is not None and (last is None or pending or ceiling.on < last.on) else last


def may_request_extension(
    measure: PreservationMeasure,
    on: date,
    *,
    regime: PreservationRegime = UNKNOWN_REGIME,
    under: Readings = AS_ADOPTED,
) -> Finding:
    """Whether an extension of the preservation can still be asked for on a day.

    YES before the period expires; while a decision is pending no period runs out. Whether the last day itself is
    in time, and whether a period once extended can be extended again, are readings.

    Source: Art. 42(9).

    >>> from datetime import date
    >>> measure = PreservationMeasure(effected_on=date(2027, 3, 10), period_days=60, assistance_requested=False)
    >>> may_request_extension(measure, date(2027, 5, 12)).truth.name
    'NO'
    """
    expiry, on = preservation_expiry(measure, regime=regime, under=under), day(on, "on")
    certain = _certain(measure, expiry, under)
    return all_of(
        "an extension can be asked for on the day",
        art(42, 9),
        by_reading(
            "the day lies before the preservation period expires",
            EXPIRY_DAY,
            under,
            {
                ExpiryDay.LAST_DAY_INCLUDED: _lies_before_expiry(expiry, certain, on),
                ExpiryDay.LAST_DAY_EXCLUDED: _lies_before_expiry(expiry, certain, days_after(on, 1).on),
            },
        ),
        *_further_extension(measure, under),
    )


def _certain(measure: PreservationMeasure, expiry: Expiry, under: Readings) -> Deadline | None:
    """Return the last day of which it is certain that the period runs, whatever comes of what is still open.

    An extension that waits for its answer cannot shorten the period that was set before; what can is left to a reading.
    """
    start, days = start_of_preservation(measure, under), measure.period_days
    stands = under.chosen(EARLY_DECISION) is EarlyDecision.FLOOR_STANDS
    unlimited = measure.order is None or under.chosen(FLOOR_AND_CEILING) is FloorAndCeiling.FLOOR_PREVAILS
    period = days_after(start, days, art(42, 8)) if stands and unlimited and start is not None and days else None
    return latest(expiry.earliest, expiry.on, period)


def _lies_before_expiry(expiry: Expiry, certain: Deadline | None, on: date) -> Finding:
    in_time: Fact = None
    if expiry.because.is_no or (certain is not None and on <= certain.on):
        in_time = True
    elif expiry.on is not None:
        in_time = on <= expiry.on.on
    return derived(
        in_time,
        "the preservation period has not expired on the day",
        art(42, 9),
        asked_of=Role.REQUESTED_STATE,
    )


def _further_extension(measure: PreservationMeasure, under: Readings) -> list[Finding]:
    """Return the reading on further extensions, where there has been one."""
    if not measure.extensions:
        return []
    granted = (given(extension, E.granted, f"extensions[{n}]") for n, extension in enumerate(measure.extensions))
    return [
        by_reading(
            "the period can be extended once more",
            FURTHER_EXTENSION,
            under,
            {
                FurtherExtension.REPEATED: by_text(True, "another extension can be asked for", art(42, 9)),
                FurtherExtension.ONCE: none_of("no extension has been granted before", art(42, 9), *granted),
            },
        )
    ]


def extension_deadline(
    measure: PreservationMeasure,
    *,
    regime: PreservationRegime = UNKNOWN_REGIME,
    under: Readings = AS_ADOPTED,
) -> Deadline | None:
    """Return the last day on which an extension can safely be asked for; `None` where none is set, known or open.

    Where the period that the requested State set is not known, the last day of the floor is the safe one.

    Source: Art. 42(9).

    >>> from datetime import date
    >>> print(extension_deadline(PreservationMeasure(effected_on=date(2027, 3, 10))))
    2027-05-09 [Art. 42(9)]
    """
    expiry = preservation_expiry(measure, regime=regime, under=under)
    last, used_up = expiry.on or expiry.earliest, any(limb.is_no for limb in _further_extension(measure, under))
    if last is None or used_up or expiry.because.is_no:
        return None
    excluded = under.chosen(EXPIRY_DAY) is ExpiryDay.LAST_DAY_EXCLUDED
    return days_after(last.on, -1 if excluded else 0, art(42, 9))


def duties_while_preserved(
    measure: PreservationMeasure,
    *,
    on: date,
    regime: PreservationRegime = UNKNOWN_REGIME,
    under: Readings = AS_ADOPTED,
) -> tuple[Duty, ...]:
    """What must or may be done on a day, once the data are preserved?

    Source: Art. 42(8), Art. 42(9).

    >>> from datetime import date
    >>> measure = PreservationMeasure(effected_on=date(2027, 3, 10), assistance_requested=False)
    >>> [duty.modality.words for duty in duties_while_preserved(measure, on=date(2027, 4, 1))]
    ['shall', 'shall', 'may']
    """
    window = preservation_window(measure, regime=regime, under=under)
    return (
        Duty(
            id="keep-floor",
            bearer=Role.REQUESTED_STATE,
            modality=Modality.SHALL,
            act="keep the data preserved for 60 days at least",
            authority=(art(42, 8),),
            trigger=derived(
                None if measure.effected_on is None else True,
                "the data have been preserved in response to the request",
                art(42, 8),
                asked_of=Role.REQUESTED_STATE,
            ),
            towards=Role.REQUESTING_STATE,
            deadline=window.not_before,
        ),
        Duty(
            id="continue-until-decision",
            bearer=Role.REQUESTED_STATE,
            modality=Modality.SHALL,
            act="keep the data preserved until it decides on the request to search, seize or disclose them",
            authority=(art(42, 8),),
            trigger=must_continue_until_decision(measure, under=under),
            towards=Role.REQUESTING_STATE,
        ),
        Duty(
            id="ask-for-extension",
            bearer=Role.REQUESTING_STATE,
            modality=Modality.MAY,
            act="ask for an extension of the period of preservation",
            authority=(art(42, 9),),
            trigger=may_request_extension(measure, on, regime=regime, under=under),
            towards=Role.REQUESTED_STATE,
            deadline=extension_deadline(measure, regime=regime, under=under),
        ),
    )


def preservation_runs(
    measure: PreservationMeasure,
    on: date,
    *,
    regime: PreservationRegime = UNKNOWN_REGIME,
    under: Readings = AS_ADOPTED,
) -> Finding:
    """Whether the data must still be preserved on a day: a decision is pending, or the period has not run out.

    The last day of the floor, and that of the period, are included.

    Source: Art. 42(8), Art. 42(9).

    >>> from datetime import date
    >>> measure = PreservationMeasure(effected_on=date(2027, 3, 10), period_days=60, assistance_requested=False)
    >>> [preservation_runs(measure, day).truth.name for day in (date(2027, 5, 9), date(2027, 5, 10))]
    ['YES', 'NO']
    """
    expiry, on = preservation_expiry(measure, regime=regime, under=under), day(on, "on")
    started = None if measure.effected_on is None else measure.effected_on <= on
    certain = _certain(measure, expiry, under)
    within = True if certain is not None and on <= certain.on else None if expiry.on is None else False
    return all_of(
        "the data must still be preserved on the day",
        (art(42, 8), art(42, 9)),
        derived(started, "the preservation has taken effect by the day", art(42, 8), asked_of=Role.REQUESTED_STATE),
        any_of(
            "the period has not run out, or a decision is pending",
            (art(42, 8), art(42, 9)),
            derived(
                within, "the day lies within the period of preservation", art(42, 8), asked_of=Role.REQUESTED_STATE
            ),
            must_continue_until_decision(measure, under=under),
        ),
    )
