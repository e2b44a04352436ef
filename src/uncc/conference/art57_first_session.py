"""Chapter VIII, the Conference of the States Parties: when its first session must be convened (Art. 57(2))."""

from __future__ import annotations

from datetime import date
from typing import cast

from uncc.kernel.dates import Deadline, Window, day, years_after
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall
from uncc.kernel.findings import Finding, derived
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["duties_on_first_session", "first_session_window"]


def first_session_window(in_force_on: date | None) -> Window:
    """Between which days must the Conference be convened for the first time, given the day of entry into force?

    One year after entry into force at the latest, that day included; 29 February falls on the 28th then. `None`: the
    day of entry into force is not determined, and neither is the window.

    Source: Art. 57(2).

    >>> from datetime import date
    >>> print(first_session_window(date(2028, 2, 29)).not_after)
    2029-02-28, the last day of the month, which is shorter [Art. 57(2)]
    """
    because = derived(
        None if in_force_on is None else True,
        "the day of entry into force of the Convention is known",
        art(57, 2),
        asked_of=Role.DEPOSITARY,
    )
    if in_force_on is None:
        return Window(None, None, because)
    first = Deadline(day(in_force_on, "in_force_on"), (art(57, 2),))
    return Window(first, years_after(in_force_on, 1, art(57, 2)), because)


def duties_on_first_session(in_force_on: date | None) -> tuple[Duty, ...]:
    """Who must convene the Conference for the first time, and by when?

    Source: Art. 57(2).

    >>> duties_on_first_session(None)[0].bearer.words
    'Secretary-General'
    """
    window = first_session_window(in_force_on)
    return (
        shall(
            "convene-first-session",
            Role.SECRETARY_GENERAL,
            "convene the Conference of the States Parties",
            art(57, 2),
            cast("Finding", window.because),
            towards=Role.STATES_PARTIES,
            deadline=window.not_after,
        ),
    )


checked(__name__)
