"""Arts. 64 and 65 against the practice of the depositary: two older treaties with the same clause, to the day."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from attrs import evolve

from tests.final_provisions.builders import WHOLE, exact
from uncc.doors.deposits import load_deposits
from uncc.final_provisions import (
    CONVENTION,
    Act,
    Clause,
    History,
    Status,
    earliest_entry_into_force,
    entry_into_force,
    is_party,
    may_sign,
    participation,
    status_table,
)
from uncc.final_provisions.art64_participation import Place, Signing

DATA = Path(__file__).parents[2] / "examples" / "data"
CLAUSES = {"untoc": CONVENTION, "uncac": Clause(instruments=30)}
OFFICIAL = {"untoc": date(2003, 9, 29), "uncac": date(2005, 12, 14)}
COMPLETED_BY = {"untoc": (date(2003, 7, 1), ("Armenia",)), "uncac": (date(2005, 9, 15), ("Ecuador",))}
COUNTED = {"untoc": 177, "uncac": 169}
LAST = date(2014, 6, 1)


def deposits(treaty: str) -> History:
    """Return the deposits of a treaty, as if they were all that ever happened."""
    return evolve(load_deposits(DATA / f"{treaty}_deposits.csv", CLAUSES[treaty]), **WHOLE)


def official_rows(treaty: str) -> list[dict[str, str]]:
    """Return the rows of the gazette."""
    with (DATA / f"{treaty}_individual_entry_into_force.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("treaty", CLAUSES)
def test_the_treaty_enters_into_force_on_its_official_day(treaty: str) -> None:
    """The day, the deposit that completed the number, and the number are those that the depositary records."""
    entry = entry_into_force(deposits(treaty))
    assert entry.on is not None
    assert (entry.on.on, entry.missing) == (OFFICIAL[treaty], 0)
    assert (entry.completed_on, entry.completed_by) == COMPLETED_BY[treaty]
    assert entry.counted == COUNTED[treaty]


@pytest.mark.parametrize(("treaty", "rows"), [("untoc", 44), ("uncac", 42)])
def test_every_individual_day_is_the_official_one(treaty: str, rows: int) -> None:
    """For every State of the gazette the deposit and the day of entry into force are the same; none is left out."""
    history, official = deposits(treaty), official_rows(treaty)
    assert len(official) == rows
    computed = [participation(history, row["participant"], LAST) for row in official]
    ours = [(one.participant, one.deposited_on, one.in_force_on and one.in_force_on.on) for one in computed]
    theirs = [
        (r["participant"], date.fromisoformat(r["deposited"]), date.fromisoformat(r["official_entry_into_force"]))
        for r in official
    ]
    assert ours == theirs


@pytest.mark.parametrize("treaty", CLAUSES)
def test_every_participant_is_bound_from_the_later_of_two_days(treaty: str) -> None:
    """For all the other participants the rule, written out anew, gives the same day; only a succession has none."""
    table = status_table(deposits(treaty), LAST)
    general, completed = OFFICIAL[treaty], COMPLETED_BY[treaty][0]
    for one in table.participants:
        if one.act is Act.SUCCESSION:
            assert (one.participant, one.status, one.in_force_on) == ("Montenegro", Status.UNDETERMINED, None)
            continue
        assert one.deposited_on is not None
        assert one.in_force_on is not None
        own = exact(one.deposited_on) + timedelta(days=30)
        assert one.in_force_on.on == (general if exact(one.deposited_on) <= completed else max(own, general))
        assert one.status is Status.PARTY
    assert [one.participant for one in table.participants if one.organization] == ["European Union"]


@pytest.mark.parametrize("treaty", CLAUSES)
def test_nobody_is_bound_on_the_eve(treaty: str) -> None:
    """On the day before entry into force nobody is a Party; on the day itself just those whose day it is."""
    history, day = deposits(treaty), OFFICIAL[treaty]
    eve = status_table(history, day - timedelta(days=1))
    assert {one.status for one in eve.participants} == {Status.CONSENTED}
    bound = [one for one in status_table(history, day).participants if one.status is Status.PARTY]
    assert len(bound) == sum(1 for event in history.counted if exact(event.on) + timedelta(days=30) <= day)


@pytest.mark.parametrize("treaty", CLAUSES)
def test_as_seen_on_the_way_there(treaty: str) -> None:
    """On the eve of the completing deposit one instrument is missing; on its day the date is known."""
    history, (completed, _) = deposits(treaty), COMPLETED_BY[treaty]
    before = entry_into_force(history, on=completed - timedelta(days=1))
    assert (before.on, before.missing) == (None, 1)
    assert earliest_entry_into_force(history, on=completed - timedelta(days=1)).on < OFFICIAL[treaty]
    after = entry_into_force(history, on=completed)
    assert after.on is not None
    assert after.on.on == OFFICIAL[treaty]


def test_this_convention_on_the_day_of_the_data() -> None:
    """If no instrument is deposited, forty are missing, and it cannot be in force before 21 February 2027."""
    history = evolve(load_deposits(DATA / "cybercrime_convention_signatures.csv"), in_force_since=None, **WHOLE)
    table = status_table(history, date(2026, 11, 23))
    assert (table.entry_into_force.counted, table.entry_into_force.missing) == (0, 40)
    assert table.earliest.on == date(2027, 2, 21)
    assert {one.status for one in table.participants} == {Status.SIGNATORY}
    assert len(table.participants) == 65
    assert is_party(history, "Austria", date(2026, 11, 23)).is_no


def test_every_signature_was_open_to_its_signatory() -> None:
    """Each signature falls into the window: Hanoi during the ceremony of two days, New York afterwards."""
    history = evolve(load_deposits(DATA / "cybercrime_convention_signatures.csv"), **WHOLE)
    began, ended = date(2025, 10, 25), date(2025, 10, 26)
    for event in history.events:
        place = Place.HANOI if exact(event.on) <= ended else Place.NEW_YORK
        open_then = may_sign(
            history, event.participant, exact(event.on), Signing(place=place, began_on=began, ended_on=ended)
        )
        expected = open_then.is_unknown if event.participant == "European Union" else open_then.is_yes
        assert expected, event
