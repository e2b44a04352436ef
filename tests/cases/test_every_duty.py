"""Every duty of the library stands as open, done in time, done late and, where it can be, broken: cases as data.

`tests/standings/every_duty.json` has for each duty a question and facts by which it is owed, as a scenario has them,
and where it stands by a record on a day.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.scenarios.test_scenarios import arguments, called
from uncc.cases import Entry, Phase, standing
from uncc.cases.acts import last_day
from uncc.cases.record import Record, duty_ids
from uncc.doors.serial import from_data
from uncc.kernel.again import under
from uncc.kernel.duties import Duty
from uncc.kernel.life import Manner

FILE = Path(__file__).resolve().parents[1] / "standings" / "every_duty.json"
OWED = {Phase.OWED, Phase.OWED_AS_FAR_AS_KNOWN}
STANDS = {
    Manner.ACT: (OWED, {Phase.DONE_IN_TIME}, {Phase.DONE_LATE}, {Phase.OVERDUE, Phase.BROKEN}),
    Manner.LIBERTY: ({Phase.OPEN}, {Phase.USED}),
    Manner.CONTINUING: ({Phase.CONTINUING}, {Phase.BROKEN}),
    Manner.PROHIBITION: ({Phase.CONTINUING}, {Phase.BROKEN}),
}
"""Where a duty must be seen to stand, one of each."""
WITH_A_LAST_DAY = {Manner.LIBERTY: Phase.USED_LATE, Manner.CONTINUING: Phase.KEPT, Manner.PROHIBITION: Phase.KEPT}
ALWAYS_BROKEN = {"extradition-authority-changed", "central-authority-changed"}
"""What arises by the very fact that breaks it: an entry of a register that is wrong."""
IN_THE_REQUEST = {"specify-particulars"}
"""What is done in the request itself, and never later."""


@cache
def told() -> list[dict[str, Any]]:
    """Return what the file has of each duty."""
    document = json.loads(FILE.read_text(encoding="utf-8"))
    assert document["format"] == "uncc.standings/1"
    found: list[dict[str, Any]] = document["duties"]
    return found


@cache
def duties_of(number: int) -> tuple[Duty, tuple[Duty, ...]]:
    """Return the duty of an entry, and all that are given with it."""
    function, named, readings = arguments(told()[number])
    duties: tuple[Duty, ...] = under(called(function, named), readings)
    return next(duty for duty in duties if duty.id == told()[number]["duty"]), duties


def record_of(row: dict[str, Any]) -> Record:
    """Return the record of a row."""
    return tuple(from_data(entry, Entry) for entry in row["record"])


@pytest.mark.long
def test_where_each_duty_stands() -> None:
    """By the facts, the record and the day of each row the duty stands as the row has it, and is broken or is not."""
    for number, entry in enumerate(told()):
        duty, duties = duties_of(number)
        assert duty.trigger.is_yes, entry["duty"]
        assert str(duty.authority[0]) == entry["provision"]
        for row in entry["standings"]:
            on = date.fromisoformat(row["on"])
            found = standing(duty, on=on, record=record_of(row), others=duties)
            stood = (found.status.value, found.broken.truth.name.lower())
            assert stood == (row["status"], row["broken"]), (entry["duty"], row)


@pytest.mark.no_cover
def test_every_duty_is_seen_to_stand_wherever_it_can() -> None:
    """Each id is there, open, done in time, late and broken; what can be used too late, or kept to its end, as well."""
    seen: dict[str, set[Phase]] = defaultdict(set)
    for entry in told():
        seen[entry["duty"]] |= {Phase(row["status"]) for row in entry["standings"]}
    assert set(seen) == set(duty_ids())
    for number, entry in enumerate(told()):
        name, (duty, _) = entry["duty"], duties_of(number)
        wanted = STANDS[duty.manner]
        if name in ALWAYS_BROKEN:
            wanted = wanted[1:]
        if name in IN_THE_REQUEST:
            wanted = ({Phase.DONE_IN_TIME}, {Phase.BROKEN})
        for phases in wanted:
            assert seen[name] & phases, (name, phases)
        late = WITH_A_LAST_DAY.get(duty.manner)
        if late is not None and (last := last_day(duty)) is not None and last.on is not None:
            assert late in seen[name], (name, late)


def test_without_a_day_no_time_makes_an_act_late() -> None:
    """Where the text sets no last day and no order, it is as open a year later as it was, and not known as broken."""
    for number, entry in enumerate(told()):
        duty, duties = duties_of(number)
        for row in entry["standings"]:
            if duty.manner is Manner.ACT and Phase(row["status"]) in OWED and last_day(duty) is None:
                later = date.fromisoformat(row["on"]) + timedelta(days=365)
                record = (*record_of(row), Entry(complete_until=later))
                found = standing(duty, on=later, record=record, others=duties)
                assert found.status is Phase(row["status"]), entry["duty"]
                assert not found.broken.is_yes, entry["duty"]
