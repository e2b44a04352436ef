"""Art. 42(8) and (9): when the preservation expires, and until when an extension of it can be asked for."""

from __future__ import annotations

from datetime import date

from attrs import evolve, fields, frozen

from uncc.cooperation.art42_preservation.ceiling import (
    ceiling_is_known,
    limiting_ceiling,
    outlasts_ceiling,
    possible_ceiling,
)
from uncc.cooperation.art42_preservation.duration import (
    extensions_are_known,
    lasts_at_least_to,
    later_decision_is_known,
    may_last_to_decision,
    must_continue_until_decision,
    preservation_window,
    start_is_known,
)
from uncc.cooperation.art42_preservation.measure import UNKNOWN_REGIME, Extension, PreservationMeasure
from uncc.kernel.dates import Deadline, Window, day, days_after, latest
from uncc.kernel.duties import Duty, may, shall
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, derived, given, none_of
from uncc.kernel.model import Model
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.procedural.art25_preservation import PreservationRegime
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_5 import ExpiryDay, FurtherExtension

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
class Expiry(Model):
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
        _ceiling_ends_it(measure, regime, under),
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
            *_ceiling_that_could_come_first(measure, regime, under),
            *later_decision_is_known(measure, lasts_at_least_to(measure, under), under),
        ),
    )
    last = _last_day(measure, window, under) if because.is_yes else None
    return Expiry(last, window.not_before, because)


def _ceiling_ends_it(measure: PreservationMeasure, regime: PreservationRegime, under: Readings) -> Finding:
    """Whether the preservation lasts to the ceiling of an order, and no longer."""
    statement, last = "the ceiling of an order ends the preservation", lasts_at_least_to(measure, under)
    ceiling = limiting_ceiling(measure, regime, under)
    if ceiling is None:
        none = outlasts_ceiling(measure, regime, under)
        return derived(False if none else None, statement, art(42, 8), art(25, 2), asked_of=Role.REQUESTED_STATE)
    return any_of(
        statement,
        (art(42, 8), art(25, 2)),
        must_continue_until_decision(measure, under=under),
        derived(
            None if last is None or last.on < ceiling.on else True,
            "the period lasts to the ceiling at least",
            art(42, 8),
            asked_of=Role.REQUESTED_STATE,
        ),
    )


def _last_day(measure: PreservationMeasure, window: Window, under: Readings) -> Deadline | None:
    """Return the last day that the period, its extensions and the decision set, within the ceiling if one counts."""
    last, ceiling = latest(window.not_before, lasts_at_least_to(measure, under)), window.not_after
    pending = must_continue_until_decision(measure, under=under).is_yes
    return ceiling if pending else _within(ceiling, last)


def _within(ceiling: Deadline | None, last: Deadline | None) -> Deadline | None:
    return ceiling if ceiling is not None and last is not None and ceiling.on < last.on else last


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
    on, first = day(on, "on"), _before_it_was_extended(measure, under)
    return all_of(
        "an extension can be asked for on the day",
        art(42, 9),
        by_reading(
            "the day lies before the preservation period expires",
            ExpiryDay,
            under,
            {
                ExpiryDay.LAST_DAY_INCLUDED: _lies_before_expiry(first, on, regime, under),
                ExpiryDay.LAST_DAY_EXCLUDED: _lies_before_expiry(first, days_after(on, 1).on, regime, under),
            },
        ),
        *_further_extension(measure, under),
    )


def _certain(
    measure: PreservationMeasure, expiry: Expiry, regime: PreservationRegime, under: Readings
) -> Deadline | None:
    """Return the last day of which it is certain that the period runs, whatever comes of what is still open.

    An extension that waits for its answer cannot shorten the period that was set before; what can is left to a reading.
    """
    ceiling = possible_ceiling(measure, regime, under)
    counts = ceiling is not None or outlasts_ceiling(measure, regime, under)
    last = _within(ceiling, lasts_at_least_to(measure, under)) if counts else None
    return latest(expiry.earliest, last)


def _ceiling_that_could_come_first(
    measure: PreservationMeasure, regime: PreservationRegime, under: Readings
) -> tuple[Finding, ...]:
    """Return what must be known of an order's ceiling, where one could end the preservation before the period does."""
    ceiling = possible_ceiling(measure, regime, under)
    last = latest(lasts_at_least_to(measure, under), may_last_to_decision(measure, under))
    if ceiling is not None and last is not None and last.on <= ceiling.on:
        return ()
    return ceiling_is_known(measure, regime, under)


def _may_have_been_ended(measure: PreservationMeasure, on: date, regime: PreservationRegime, under: Readings) -> bool:
    """Return whether the ceiling of an order has ended the preservation by the day, or may have."""
    ceiling = possible_ceiling(measure, regime, under)
    return not outlasts_ceiling(measure, regime, under) and (ceiling is None or ceiling.on < on)


def _lies_before_expiry(measure: PreservationMeasure, on: date, regime: PreservationRegime, under: Readings) -> Finding:
    expiry = preservation_expiry(measure, regime=regime, under=under)
    ceiling = preservation_window(measure, regime=regime, under=under).not_after
    certain = _certain(measure, expiry, regime, under)
    in_time: Fact = None
    if ceiling is not None and on > ceiling.on:
        in_time = False
    elif certain is not None and on <= certain.on:
        in_time = True
    elif must_continue_until_decision(measure, under=under).is_yes:
        in_time = None if _may_have_been_ended(measure, on, regime, under) else True
    elif expiry.on is not None:
        in_time = False
    return derived(
        in_time,
        "the preservation period has not expired on the day",
        art(42, 9),
        asked_of=Role.REQUESTED_STATE,
    )


def _before_it_was_extended(measure: PreservationMeasure, under: Readings) -> PreservationMeasure:
    """Return what counts where a period is extended once only: no extension of which it is open whether it was granted.

    Had it been granted, there could be no other.
    """
    if under.chosen(FurtherExtension) is not FurtherExtension.ONCE:
        return measure
    declined = (evolve(one, granted=False) if one.granted is None else one for one in measure.extensions)
    return evolve(measure, extensions=tuple(declined))


def _further_extension(measure: PreservationMeasure, under: Readings) -> list[Finding]:
    """Return the reading on further extensions, where there has been one."""
    if not measure.extensions:
        return []
    granted = (given(extension, E.granted, f"extensions[{n}]") for n, extension in enumerate(measure.extensions))
    return [
        by_reading(
            "the period can be extended once more",
            FurtherExtension,
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
    excluded = under.chosen(ExpiryDay) is ExpiryDay.LAST_DAY_EXCLUDED
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
        shall(
            "keep-floor",
            Role.REQUESTED_STATE,
            "keep the data preserved for 60 days at least",
            art(42, 8),
            derived(
                None if measure.effected_on is None else True,
                "the data have been preserved in response to the request",
                art(42, 8),
                asked_of=Role.REQUESTED_STATE,
            ),
            towards=Role.REQUESTING_STATE,
            deadline=window.not_before,
        ),
        shall(
            "continue-until-decision",
            Role.REQUESTED_STATE,
            "keep the data preserved until it decides on the request to search, seize or disclose them",
            art(42, 8),
            must_continue_until_decision(measure, under=under),
            towards=Role.REQUESTING_STATE,
        ),
        may(
            "ask-for-extension",
            Role.REQUESTING_STATE,
            "ask for an extension of the period of preservation",
            art(42, 9),
            may_request_extension(measure, on, regime=regime, under=under),
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
    ceiling = preservation_window(measure, regime=regime, under=under).not_after
    started = None if measure.effected_on is None else measure.effected_on <= on
    certain = _certain(measure, expiry, regime, under)
    within = True if certain is not None and on <= certain.on else None if expiry.on is None else False
    return all_of(
        "the data must still be preserved on the day",
        (art(42, 8), art(42, 9)),
        derived(started, "the preservation has taken effect by the day", art(42, 8), asked_of=Role.REQUESTED_STATE),
        *_ceiling_is_not_passed(measure, on, ceiling, regime, under),
        any_of(
            "the period has not run out, or a decision is pending",
            (art(42, 8), art(42, 9)),
            derived(
                within, "the day lies within the period of preservation", art(42, 8), asked_of=Role.REQUESTED_STATE
            ),
            must_continue_until_decision(measure, under=under),
        ),
    )


def _ceiling_is_not_passed(
    measure: PreservationMeasure, on: date, ceiling: Deadline | None, regime: PreservationRegime, under: Readings
) -> list[Finding]:
    """Return that no ceiling of an order has ended the preservation by the day, where one has or may have."""
    if not _may_have_been_ended(measure, on, regime, under):
        return []
    return [
        derived(
            None if ceiling is None else False,
            "the ceiling of an order has not ended the preservation by the day",
            art(42, 8),
            art(25, 2),
            asked_of=Role.REQUESTED_STATE,
        )
    ]
