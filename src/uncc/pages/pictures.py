"""Pictures: the days of a request, and how many take part in a treaty (extra: `uncc[plot]`).

Each is a figure of matplotlib that stands by itself: it is on no list of open figures, and a notebook shows it. Every
mark has its provision, in its words or in the key; what differs does so by its shape, so that no colour is needed.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from uncc.cases import Report
from uncc.cooperation import PreservationMeasure
from uncc.final_provisions import History
from uncc.kernel.dates import day
from uncc.readings import AS_ADOPTED, Readings

if TYPE_CHECKING:
    from uncc.pages.drawing import Picture

__all__ = ["participation_curve", "report_timeline"]


def report_timeline(report: Report, *, measure: PreservationMeasure | None = None) -> Picture:
    """Return the days of a report as a picture: what is stated, every window, the expiry, and each duty with its time.

    A floor points to the right and a ceiling to the left; what is open or not determined goes on as a broken line and
    says so. What has happened to the data stands in the case and not in its report: give the `measure` to see its days
    too, each extension among them. `ModuleNotFoundError` without matplotlib.

    >>> from uncc.cases import PreservationCase, assess
    >>> from uncc.cooperation import PreservationRequest
    >>> from uncc.kernel.parties import State, StateParty
    >>> report = assess(PreservationCase(
    ...     requesting=StateParty(state=State("Astoria")), requested=StateParty(state=State("Borduria")),
    ...     as_of=date(2028, 3, 12), request=PreservationRequest()))
    >>> report_timeline(report).get_label()
    'Preservation: Astoria to Borduria; as of 2028-03-12'
    """
    from uncc.pages.timeline import timeline

    return timeline(report, measure)


def participation_curve(history: History, on: date, *, readings: Readings = AS_ADOPTED) -> Picture:
    """Return how many a treaty binds from day to day, as a picture, by what was received up to a day.

    Beside the line of those whom it binds stand the instruments that count for its entry into force, the number that
    is needed, and the signatures; denunciations take the line down on the day of their effect. What follows later from
    what was received is a broken line; where it is not determined whom the treaty binds, a second line has the number
    that it may bind. `ModuleNotFoundError` without matplotlib.

    >>> participation_curve(History(), date(2026, 11, 23)).get_label()
    'Participation, as known on 2026-11-23'
    """
    from uncc.pages.curve import curve

    return curve(history, day(on, "on"), readings)
