"""Every duty of the library can stand as done in time, done late, open and, where it can be, broken."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve

from tests.page_of_duties import script
from uncc.cases import Entry, Phase, standing
from uncc.kernel.dates import Deadline
from uncc.kernel.duties import Duty
from uncc.kernel.findings import by_text
from uncc.kernel.life import Manner
from uncc.kernel.quantities import fixed_day

FIRST, MIDDLE, LAST, AFTER = (date(2040, 3, day) for day in (1, 10, 20, 25))
DAY = timedelta(days=1)
Stood = tuple[date, tuple[Entry, ...], Phase]


def _lives() -> dict[str, list[Duty]]:
    found: dict[str, list[Duty]] = script().lives()
    return found


def owed(duty: Duty, *, dated: bool) -> Duty:
    """Return the duty where it is owed, and the case tells nothing of its act; with a last day or without."""
    until = fixed_day(LAST, "the last day") if dated else None
    life = evolve(
        duty.life,
        since=fixed_day(FIRST, "the first day"),
        until=until,
        done=None,
        broken=None,
        ends=(),
        after=(),
        ended_by=(),
    )
    trigger = by_text(True, "it arises", *duty.authority)
    return evolve(duty, trigger=trigger, life=life, due=None, deadline=None if dated else duty.deadline, about=None)


def stands(duty: Duty) -> dict[str, Stood]:
    """Return how the duty stands: on which day, by which record, and where."""
    name, complete = duty.id, Entry(complete_until=AFTER)
    done, late = Entry(did=name, on=MIDDLE), Entry(did=name, on=LAST + DAY)
    match duty.manner:
        case Manner.ACT:
            return {
                "open": (MIDDLE, (complete,), Phase.OWED),
                "in time": (AFTER, (done,), Phase.DONE_IN_TIME),
                "late": (AFTER, (late,), Phase.DONE_LATE),
                "broken": (AFTER, (complete,), Phase.OVERDUE),
            }
        case Manner.LIBERTY:
            return {
                "open": (MIDDLE, (complete,), Phase.OPEN),
                "in time": (AFTER, (done,), Phase.USED),
                "late": (AFTER, (late,), Phase.USED_LATE),
                "gone": (AFTER, (complete,), Phase.GONE),
            }
        case Manner.CONTINUING:
            return {
                "open": (MIDDLE, (complete,), Phase.CONTINUING),
                "kept": (AFTER, (Entry(did=name, on=LAST),), Phase.KEPT),
                "broken": (AFTER, (Entry(did_not=name, on=MIDDLE),), Phase.BROKEN),
            }
        case Manner.PROHIBITION:
            return {
                "open": (MIDDLE, (complete,), Phase.CONTINUING),
                "kept": (AFTER, (complete,), Phase.KEPT),
                "broken": (AFTER, (done,), Phase.BROKEN),
            }


@pytest.mark.parametrize("manner", Manner, ids=str)
def test_every_duty_stands_wherever_it_can(manner: Manner) -> None:
    """With a last day each duty is open, done or kept, late or broken, as its record says."""
    chosen = [duty for ways in _lives().values() for duty in ways[:1] if duty.manner is manner]
    assert chosen
    for duty in (owed(one, dated=True) for one in chosen):
        for how, (on, record, status) in stands(duty).items():
            assert standing(duty, on=on, record=record).status is status, (duty.id, how)


def test_without_a_day_a_person_finds_it_late() -> None:
    """Where the text sets no number of days no time makes an act late, and what a person found of it does."""
    acts = [ways[0] for ways in _lives().values() if ways[0].manner is Manner.ACT]
    for duty in (owed(one, dated=False) for one in acts):
        if not isinstance(duty.deadline, Deadline):
            year_later = AFTER + timedelta(days=365)
            complete = (Entry(complete_until=year_later),)
            assert standing(duty, on=year_later, record=complete).status is Phase.OWED, duty.id
            found = (Entry(did_not=duty.id, on=AFTER, in_time=False),)
            assert standing(duty, on=AFTER, record=found).broken.is_yes, duty.id
