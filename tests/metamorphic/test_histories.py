"""Histories of a treaty, and tables of them: names, rows, years and parts change no answer that they should not."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeAlias

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.effort import effort
from tests.final_provisions.builders import WHOLE, exact
from tests.metamorphic.documents import by_years, fields_of, is_mapping, is_several
from uncc.doors.deposits import parse_deposits
from uncc.final_provisions import (
    Act,
    Amendment,
    Clause,
    Event,
    History,
    RegionalOrganization,
    earliest_entry_into_force,
    entry_into_force,
    has_opted_out,
    is_bound_by_amendment,
    is_bound_by_protocol,
    may_accede,
    may_confirm_signature,
    may_denounce,
    may_propose_amendment,
    parties_on,
    regime_between,
    status_table,
)
from uncc.final_provisions.presupposed import unfounded
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import art

STATES = ("Astoria", "Borduria", "Caldera", "Drovia", "Elbonia")
UNION = "Union"
EVERYONE: tuple[str, ...] = (*STATES, UNION)
THREE = Clause(instruments=3)
FIRST = date(2026, 1, 1)
AMENDMENT, PROTOCOL = "First Amendment", "First Protocol"
Told: TypeAlias = dict[str, Any]
days = st.integers(0, 5000).map(lambda count: FIRST + timedelta(days=count))
few_days = st.integers(0, 30).map(lambda count: FIRST + timedelta(days=60 * count))
"""Days of which many fall together."""


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Draw one act of one participant."""
    act = draw(st.sampled_from([Act.ACCESSION, Act.RATIFICATION, Act.SIGNATURE, *set(Act) - {Act.SUCCESSION}]))
    under_a_provision = act in {Act.RESERVATION, Act.WITHDRAWAL, Act.NOTIFICATION}
    return Event(
        participant=draw(st.sampled_from(EVERYONE)),
        act=act,
        on=draw(few_days | days),
        provision=draw(st.sampled_from([art(63, 3), art(42, 5)])) if under_a_provision else None,
        subject={Act.AMENDMENT: AMENDMENT, Act.PROTOCOL: PROTOCOL}.get(act),
    )


def history_of(found: tuple[Event, ...], change: Callable[[date], date] = lambda on: on) -> History:
    """Return the history of some events, in which the Conference has adopted an amendment."""
    return History(
        clause=THREE,
        organizations=(RegionalOrganization(UNION, STATES[:2]),),
        amendments=(Amendment(AMENDMENT, change(FIRST)),),
        adopted_on=change(date(2024, 12, 24)),
        **WHOLE,
        others=EVERYONE,
        events=found,
    )


def _possible(drawn: list[Event]) -> tuple[Event, ...]:
    kept: tuple[Event, ...] = ()
    for event in drawn:
        try:
            history_of((*kept, event))
        except InvalidValue:
            continue
        kept = (*kept, event)
    return kept


@st.composite
def _stories(draw: st.DrawFn) -> tuple[Event, ...]:
    first = draw(st.lists(st.sampled_from(STATES), unique=True, max_size=4))
    acceded = [Event(participant=name, act=Act.ACCESSION, on=FIRST) for name in first]
    left = [Event(participant=name, act=Act.DENUNCIATION, on=draw(days)) for name in first[:2]]
    return _possible([*acceded, *left, *draw(st.lists(events(), max_size=20))])


stories = _stories()
moments = st.lists(days, min_size=1, max_size=3)


def told(history: History, on: date, names: tuple[str, ...] = EVERYONE) -> Told:
    """Return what follows from a history on a day, each answer under its name."""
    entry, table = entry_into_force(history, on=on), status_table(history, on)
    found: Told = {
        "entry": (entry.on, entry.counted, entry.missing, entry.completed_on, frozenset(entry.completed_by)),
        "earliest": earliest_entry_into_force(history, on=on),
        "parties": frozenset(parties_on(history, on)),
        "table": frozenset(table.participants),
    }
    for name in names:
        found[name] = (
            has_opted_out(history, name, on).truth,
            is_bound_by_protocol(history, name, PROTOCOL, on).truth,
            is_bound_by_amendment(history, AMENDMENT, name, on).truth,
            *(
                asked(history, name, on).truth
                for asked in (may_confirm_signature, may_accede, may_denounce, may_propose_amendment)
            ),
        )
    between = regime_between(history, (names[0], names[2]), on)
    found["between"] = (
        between.in_force.truth,
        between.disputes.truth,
        frozenset((one.participant, one.reservation) for one in between.reservations),
    )
    return found


@effort(25)
@given(story=stories, on=moments, new=st.permutations([*STATES, UNION, "Åland", "zz", "A"]))
def test_participants_may_have_any_names(story: tuple[Event, ...], on: list[date], new: list[str]) -> None:
    """Another name for each participant, in another order of the alphabet, changes the names and nothing else."""
    names: dict[str, str] = dict(zip(EVERYONE, new, strict=False))
    before = history_of(story)
    after = attrs.evolve(
        before,
        organizations=(RegionalOrganization(names[UNION], tuple(names[one] for one in STATES[:2])),),
        others=tuple(names.values()),
        events=tuple(attrs.evolve(event, participant=names[event.participant]) for event in story),
    )
    for day in on:
        assert told(after, day, tuple(names.values())) == _renamed(told(before, day), names)


def _renamed(value: Any, names: dict[str, str]) -> Any:
    """Return answers with every participant named anew."""
    if is_mapping(value):
        return {names.get(key, key): _renamed(one, names) for key, one in value.items()}
    if is_several(value):
        return type(value)(_renamed(one, names) for one in value)
    if fields_of(value) and hasattr(value, "participant"):
        return attrs.evolve(value, participant=names[value.participant])
    return names.get(value, value) if isinstance(value, str) else value


@effort(25)
@given(story=stories, on=moments, seed=st.integers(0, 2**32))
def test_the_order_of_events_says_nothing(story: tuple[Event, ...], on: list[date], seed: int) -> None:
    """Events in any order, those of one day among them, are the same history with the same answers."""
    mixed = list(story)
    random.Random(seed).shuffle(mixed)
    before, after = history_of(story), history_of(tuple(mixed))
    assert after == before
    for day in on:
        assert told(after, day) == told(before, day)


@effort(25)
@given(story=stories, on=moments, cycles=st.integers(1, 12))
def test_a_move_by_years_that_repeat_the_calendar(story: tuple[Event, ...], on: list[date], cycles: int) -> None:
    """Arts. 65 to 67: moved by four hundred years or a multiple of them, every answer moves with its days.

    A reservation of such a year cannot be meant, and is refused.
    """
    assume(all(event.act is not Act.RESERVATION for event in story))
    move = by_years(400 * cycles)
    moved = tuple(attrs.evolve(event, on=move(exact(event.on))) for event in story)
    before, after = history_of(story), history_of(moved, move)
    for day in on:
        assert told(after, move(day)) == _moved(told(before, day), move)


def _moved(value: Any, move: Callable[[date], date]) -> Any:
    """Return answers with every day in them moved."""
    if isinstance(value, date):
        return move(value)
    if is_mapping(value):
        return {key: _moved(one, move) for key, one in value.items()}
    if is_several(value):
        return type(value)(_moved(one, move) for one in value)
    if fields_of(value):
        fields = {one.name: getattr(value, one.name) for one in fields_of(value)}
        dated = {name: _moved(one, move) for name, one in fields.items() if one is not None and _has_days(one)}
        return attrs.evolve(value, **dated)
    return value


def _has_days(value: object) -> bool:
    return isinstance(value, date) or (attrs.has(type(value)) and hasattr(value, "on")) or hasattr(value, "made_on")


@effort(25)
@given(story=stories, on=moments)
def test_what_comes_later_changes_nothing_that_was_known(story: tuple[Event, ...], on: list[date]) -> None:
    """What follows on a day follows from what was received by then, whatever comes after."""
    for day in (*on, *{exact(event.on) - timedelta(days=1) for event in story}):
        until_then = history_of(tuple(event for event in story if exact(event.on) <= day))
        assert told(history_of(story), day) == told(until_then, day)


@effort(25)
@given(story=stories, on=moments, name=st.sampled_from(EVERYONE), approved=days)
def test_what_a_parliament_decides_changes_nothing(
    story: tuple[Event, ...], on: list[date], name: str, approved: date
) -> None:
    """Art. 64(3), (4): an approval at home, of no effect between States, leaves every answer as it was."""
    approval = Event(participant=name, act=Act.DOMESTIC_APPROVAL, on=approved)
    before, after = history_of(story), history_of(tuple({*story, approval}))
    for day in on:
        one, other = told(before, day), told(after, day)
        assert {**one, "table": None} == {**other, "table": None}
        assert {row for row in other["table"] if row.participant != name} == {
            row for row in one["table"] if row.participant != name
        }


# Tables

HEADER = "participant,date,act,regional_organization,provision,subject"


def row_of(event: Event) -> str:
    """Return an event as a row of a table."""
    organization = "yes" if event.participant == UNION else "no"
    provision = f'"{event.provision}"' if event.provision else ""
    return f"{event.participant},{exact(event.on)},{event.act.value},{organization},{provision},{event.subject or ''}"


def tabled(story: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the events that a table can hold: none that presupposes what is not there."""
    while wrong := {event for event, _ in unfounded(attrs.evolve(history_of(story), complete_for=()))}:
        story = _possible([event for event in story if event not in wrong])
    return story


def read(rows: list[str]) -> History:
    """Return the history that a table with these rows tells."""
    return parse_deposits("\n".join([HEADER, *rows]), THREE)


@effort(20)
@given(story=stories, seed=st.integers(0, 2**32))
def test_the_order_of_rows_says_nothing(story: tuple[Event, ...], seed: int) -> None:
    """A table with its rows in any order, or with empty rows between them, tells the same history."""
    kept = tabled(story)
    rows = [row_of(event) for event in kept]
    mixed = [*rows, "", ""]
    random.Random(seed).shuffle(mixed)
    assert read(mixed) == read(rows)
    assert read(rows).events == history_of(kept).events


@effort(20)
@given(story=stories, cut=st.integers(0, len(EVERYONE)), on=moments)
def test_a_table_in_parts_is_the_whole(story: tuple[Event, ...], cut: int, on: list[date]) -> None:
    """A table that is split between participants, read in two parts and joined, has the same answers."""
    kept = sorted(tabled(story), key=lambda event: (event.participant, exact(event.on)))
    rows = [row_of(event) for event in kept]
    cut = sum(event.participant in EVERYONE[:cut] for event in kept)
    whole, first, second = read(rows), read(rows[:cut]), read(rows[cut:])
    organizations = tuple(dict.fromkeys((*first.organizations, *second.organizations)))
    joined = attrs.evolve(whole, events=(*second.events, *first.events), organizations=organizations)
    assert joined == whole
    for day in on:
        assert told(joined, day) == told(whole, day)


@effort(20)
@given(story=stories, columns=st.permutations(range(6)))
def test_the_order_of_columns_says_nothing(story: tuple[Event, ...], columns: list[int]) -> None:
    """A table with its columns in another order tells the same history."""
    kept = tabled(story)
    rows = [row.split(",") for row in (HEADER, *map(row_of, kept))]
    turned = "\n".join(",".join(row[place] for place in columns) for row in rows)
    assert parse_deposits(turned, THREE) == read([row_of(event) for event in kept])
