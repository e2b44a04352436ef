"""Short ways to write histories."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from uncc.final_provisions import EVERY_ACT, FOR_EVER, Act, Clause, Event, History
from uncc.kernel.facts import DayFact

START = date(2027, 7, 1)
"""The day on which the number of instruments is completed in `in_force`."""
SMALL = Clause(instruments=3)
WHOLE: dict[str, Any] = {"complete_until": FOR_EVER, "complete_for": EVERY_ACT}
"""What a history says that holds all that ever happens."""
DECLARED = (Act.RESERVATION, Act.COMPETENCE, Act.NOTIFICATION)
UNDECLARED: dict[str, Any] = {**WHOLE, "complete_for": tuple(act for act in Act if act not in DECLARED)}
"""What a history says that may lack reservations, declarations and notifications."""
ASTORIA, BORDURIA, CALDERA, UNION = "Astoria", "Borduria", "Caldera", "Union"
PAIR = (ASTORIA, BORDURIA)
REVERSED = (BORDURIA, ASTORIA)


def ev(participant: str, act: Act, on: DayFact, **others: Any) -> Event:
    """Return an event."""
    return Event(participant=participant, act=act, on=on, **others)


def accessions(*names: str, on: date = START) -> list[Event]:
    """Return accessions of several States on one day."""
    return [ev(name, Act.ACCESSION, on) for name in names]


def history(*events: Event | Iterable[Event], **others: Any) -> History:
    """Return a history of events and lists of events, with a clause that asks for three instruments."""
    found = [one for event in events for one in ([event] if isinstance(event, Event) else event)]
    fields: dict[str, Any] = {"clause": SMALL, **UNDECLARED, **others}
    return History(**fields, events=tuple(found))


def in_force(*events: Event | Iterable[Event], **others: Any) -> History:
    """Return a history of a treaty to which Astoria, Borduria and Caldera acceded on `START`."""
    return history(accessions(ASTORIA, BORDURIA, CALDERA), *events, **others)


def plus(on: date, days: int) -> date:
    """Return a day so many days later."""
    return on + timedelta(days=days)


IN_FORCE = plus(START, 90)


def exact(on: DayFact) -> date:
    """Return a day that is known exactly."""
    assert isinstance(on, date)
    return on
