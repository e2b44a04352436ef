"""Chapter VIII, the Conference of the States Parties: when its first session must be convened (Art. 57(2))."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.dates import Window, deadline_of, earliest_of
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall
from uncc.kernel.facts import DayFact, Facts, day_fact
from uncc.kernel.findings import Finding, read_off
from uncc.kernel.life import Life, on_day
from uncc.kernel.measured import day_of
from uncc.kernel.provisions import art
from uncc.kernel.quantities import Day, months_after
from uncc.kernel.roles import Role

__all__ = ["duties_on_first_session", "first_session_window"]


@frozen(kw_only=True)
class Beginning(Facts, asked_of=Role.DEPOSITARY):
    """The day from which the year for the first session is counted, and the day of the session."""

    in_force_on: DayFact = day_fact("the Convention entered into force", art(57, 2))
    convened_on: DayFact = day_fact("the Conference was convened for the first time", art(57, 2))


B = fields(Beginning)


def first_session_window(in_force_on: DayFact) -> Window:
    """Between which days must the Conference be convened for the first time, given the day of entry into force?

    One year after entry into force at the latest, that day included; 29 February falls on the 28th then. `None`: the
    day of entry into force is not determined, and neither is the window; where it is known in part, so is the window.

    Source: Art. 57(2).

    >>> from datetime import date
    >>> print(first_session_window(date(2028, 2, 29)).not_after)
    2029-02-28, the last day of the month, which is shorter [Art. 57(2)]
    """
    entry = _entry(in_force_on)
    return Window(earliest_of(entry), deadline_of(_last_day(entry)), _is_known(in_force_on))


def _entry(in_force_on: DayFact) -> Day:
    return day_of(Beginning(in_force_on=in_force_on), B.in_force_on)


def _last_day(entry: Day) -> Day:
    return months_after("a year has passed since entry into force", art(57, 2), entry, 12)


def _is_known(in_force_on: DayFact) -> Finding:
    return read_off(
        Beginning(in_force_on=in_force_on),
        B.in_force_on,
        True if in_force_on else None,
        "the day of entry into force of the Convention is known",
        art(57, 2),
        asked_of=Role.DEPOSITARY,
    )


def duties_on_first_session(in_force_on: DayFact, convened_on: DayFact = None) -> tuple[Duty, ...]:
    """Who must convene the Conference for the first time, and by when? `convened_on` is the day on which it was.

    Source: Art. 57(2).

    >>> duties_on_first_session(None)[0].bearer.words
    'Secretary-General'
    """
    entry, session = _entry(in_force_on), Beginning(convened_on=convened_on)
    return (
        shall(
            "convene-first-session",
            Role.SECRETARY_GENERAL,
            "convene the Conference of the States Parties",
            art(57, 2),
            _is_known(in_force_on),
            towards=Role.STATES_PARTIES,
            due=_last_day(entry),
            life=Life(since=entry, done=on_day(session, B.convened_on)),
        ),
    )


checked(__name__)
