"""What may have come beside the events of a history: how many instruments, and when they complete the number."""

from __future__ import annotations

from datetime import date
from math import inf

from uncc.kernel.facts import Question
from uncc.kernel.findings import Kind, derived
from uncc.kernel.provisions import art
from uncc.kernel.quantities import LAST, NEVER, Day, Number, fixed_number, where
from uncc.kernel.ready import kept_ready, known_beforehand
from uncc.kernel.roles import Role

__all__: list[str] = []

COMPLETES = "the instrument that completes the number was deposited"


@kept_ready
def others_than(statement: str, none: bool) -> Number:  # noqa: FBT001  # what is known of them
    """Return how many there are beside those in a history: none, or so many that nobody knows."""
    if none:
        return fixed_number(0, statement)
    return Number(0, inf, statement, (art(65, 1),), Kind.DERIVED, (), _asked(statement))


def _asked(statement: str) -> Question:
    return Question("History.events", statement, (art(65, 1),), Role.DEPOSITARY)


@kept_ready
def completed_by_others(first: date, last: date | None) -> Day:
    """Return the day on which instruments that a history does not hold complete the number, if ever they do."""
    statement = "instruments that the history does not hold have completed the number"
    most = LAST if last is None else last.toordinal()
    day = known_beforehand(Day(first.toordinal(), most, COMPLETES, (art(65, 1),), Kind.DERIVED, (), _asked(COMPLETES)))
    came = derived(None, statement, art(65, 1), asked_of=Role.DEPOSITARY, name="History.events")
    return day if last is not None else where(came, day, NEVER)
