"""Art. 65: the count, the two days, and what never moves them."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import effort
from tests.final_provisions.builders import (
    ASTORIA,
    BORDURIA,
    CALDERA,
    IN_FORCE,
    START,
    UNDECLARED,
    UNION,
    accessions,
    ev,
    exact,
    history,
    in_force,
    plus,
)
from uncc.final_provisions import (
    Act,
    Clause,
    Event,
    History,
    RegionalOrganization,
    counts_towards_entry_into_force,
    earliest_entry_into_force,
    entry_into_force,
    entry_into_force_for,
    is_party,
    status_table,
)
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import art

NAMES = [f"State {number:02}" for number in range(12)]
acts = st.sampled_from([Act.RATIFICATION, Act.ACCEPTANCE, Act.APPROVAL, Act.ACCESSION])
deposits = st.builds(ev, st.sampled_from(NAMES), acts, st.dates(date(2027, 1, 1), date(2028, 12, 31)))
tables = st.lists(deposits, max_size=12, unique_by=lambda event: event.participant)
UNIONS = (RegionalOrganization(UNION, (NAMES[0],)),)
quick = effort(60)


def day_of(events: list[Event], **others: object) -> date | None:
    """Return the day of entry into force of a treaty with five instruments."""
    entry = entry_into_force(History(events=tuple(events), clause=Clause(instruments=5), **others, **UNDECLARED))  # type: ignore[arg-type]
    return None if entry.on is None else entry.on.on


# The first paragraph


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (date(2027, 12, 2), date(2028, 3, 1)),  # a leap year
        (date(2026, 12, 2), date(2027, 3, 2)),
        (date(2003, 7, 1), date(2003, 9, 29)),
        (date(2027, 12, 31), date(2028, 3, 30)),
    ],
)
def test_the_ninetieth_day_after_the_deposit(last: date, expected: date) -> None:
    """Calendar days are counted, the day of the deposit not among them, 29 February being one of them."""
    names = [f"State {number}" for number in range(40)]
    entry = entry_into_force(
        History(
            events=(*accessions(*names[:39], on=date(2003, 1, 1)), *accessions(names[39], on=last)),
            adopted_on=date(2000, 11, 15),
            **UNDECLARED,
        )
    )
    assert entry.on is not None
    assert (entry.on.on, entry.on.authority) == (expected, (art(65, 1),))
    assert entry.because.is_yes


def test_the_instruments_of_organizations_are_not_counted() -> None:
    """Forty instruments, one of them of an organization, are thirty-nine; one is missing."""
    names = [f"State {number}" for number in range(39)]
    union = (RegionalOrganization(UNION, (names[0],)),)
    entry = entry_into_force(History(events=tuple(accessions(*names, UNION)), organizations=union, **UNDECLARED))
    assert (entry.on, entry.counted, entry.missing, entry.completed_by) == (None, 39, 1, ())
    assert entry.because.is_no


@pytest.mark.parametrize(
    "act", [act for act in Act if act.value not in ("ratification", "acceptance", "approval", "accession")]
)
def test_other_acts_are_no_instruments(act: Act) -> None:
    """Signature, a decision of parliament, succession and the rest add nothing to the count."""
    extra = {"provision": art(42, 5)} if act.value in ("reservation", "withdrawal", "notification") else {}
    extra |= {"subject": "x"} if act in (Act.AMENDMENT, Act.PROTOCOL) else {}  # type: ignore[dict-item]
    event = ev(CALDERA, act, START, **extra)
    found = history(accessions(ASTORIA, BORDURIA), event)
    assert entry_into_force(found).missing == 1
    assert counts_towards_entry_into_force(found, event).is_no


def test_what_counts() -> None:
    """An accession of a State counts, that of an organization does not."""
    found = history(accessions(ASTORIA, UNION), organizations=(RegionalOrganization(UNION),))
    assert [counts_towards_entry_into_force(found, event).truth.name for event in found.events] == ["YES", "NO"]


def test_ties_on_the_day_that_completes_the_number() -> None:
    """Where several deposits on one day could be the completing one, all are named, and all are bound together."""
    found = history(accessions(ASTORIA), accessions(BORDURIA, CALDERA, "Drovia", on=plus(START, 5)))
    entry = entry_into_force(found)
    assert entry.completed_by == (BORDURIA, CALDERA, "Drovia")
    days = {one.in_force_on for one in status_table(found, plus(START, 200)).participants}
    assert days == {entry.on}


def test_a_deposit_is_not_known_before_its_day() -> None:
    """Seen from the day before the last deposit, the number is not complete; the earliest day moves on."""
    found = in_force()
    assert entry_into_force(found, on=plus(START, -1)).counted == 0
    assert earliest_entry_into_force(found, on=plus(START, -1)).on == plus(START, 89)
    assert earliest_entry_into_force(found, on=plus(START, 5)).on == IN_FORCE


@quick
@given(tables, deposits)
def test_one_more_instrument_never_delays(events: list[Event], more: Event) -> None:
    """With another State's instrument the day comes no later, if it came at all."""
    more = evolve(more, participant="One more")
    before, after = day_of(events), day_of([*events, more])
    if before is not None:
        assert after is not None
        assert after <= before


@quick
@given(tables, deposits)
def test_an_organization_never_changes_the_day(events: list[Event], more: Event) -> None:
    """With an organization's instrument the day is the same."""
    assert day_of([*events, evolve(more, participant=UNION)], organizations=UNIONS) == day_of(events)


@quick
@given(tables, st.randoms())
def test_the_order_of_events_says_nothing(events: list[Event], shuffle: object) -> None:
    """A history is the same in whatever order its events are given, and so are its tables."""
    mixed = list(events)
    shuffle.shuffle(mixed)  # type: ignore[attr-defined]
    clause = Clause(instruments=5)
    one, other = (
        History(events=tuple(events), clause=clause, **UNDECLARED),
        History(events=tuple(mixed), clause=clause, **UNDECLARED),
    )
    assert one == other
    assert status_table(one, date(2028, 6, 1)) == status_table(other, date(2028, 6, 1))


# The second paragraph


@quick
@given(tables)
def test_nobody_is_bound_before_the_treaty_is(events: list[Event]) -> None:
    """No day lies before that of the treaty, nor, for a later participant, before its deposit plus thirty days."""
    found = History(events=tuple(events), clause=Clause(instruments=5), **UNDECLARED)
    general = entry_into_force(found)
    for event in found.events:
        own = entry_into_force_for(found, event).on
        assert (own is None) is (general.on is None)
        if own is None or general.on is None or general.completed_on is None:
            continue
        assert own.on >= general.on.on
        if exact(event.on) > exact(general.completed_on):
            assert own.on == max(exact(event.on) + timedelta(days=30), general.on.on)
        assert is_party(found, event.participant, own.on).is_yes
        assert is_party(found, event.participant, own.on - timedelta(days=1)).is_no


@pytest.mark.parametrize(("after", "expected"), [(1, 90), (59, 90), (60, 90), (61, 91), (195, 225)])
def test_the_later_of_the_two_days(after: int, expected: int) -> None:
    """A later participant waits thirty days, and for the treaty itself if that comes later."""
    later = accessions("Drovia", on=plus(START, after))
    entry = entry_into_force_for(in_force(later), later[0])
    assert entry.on is not None
    assert entry.on.on == plus(START, expected)


def test_a_clause_in_which_later_ones_wait_longer() -> None:
    """The longer wait of another treaty's clause is for later ones only, not for those that brought it into force."""
    clause = Clause(instruments=3, days=10, later_days=60)
    found = in_force(accessions("Drovia", on=plus(START, 1)), clause=clause)
    days = {one.participant: one.in_force_on for one in status_table(found, plus(START, 99)).participants}
    assert {name: one and one.on for name, one in days.items()} == {
        ASTORIA: plus(START, 10),
        BORDURIA: plus(START, 10),
        CALDERA: plus(START, 10),
        "Drovia": plus(START, 61),
    }


def test_no_day_for_what_is_no_consent() -> None:
    """A signature has no day of entry into force, however many instruments there are."""
    signed = ev("Drovia", Act.SIGNATURE, START)
    entry = entry_into_force_for(in_force(signed), signed)
    assert entry.on is None
    assert entry.because.is_no


@pytest.mark.parametrize(("recorded", "truth"), [(None, "UNKNOWN"), (plus(START, 300), "YES")])
def test_a_succession(recorded: date | None, truth: str) -> None:
    """The text sets no day for it: that which the depositary records is taken, and without one nothing is guessed."""
    succeeded = ev("Drovia", Act.SUCCESSION, plus(START, 400), effective_on=recorded)
    found = in_force(succeeded)
    entry = entry_into_force_for(found, succeeded)
    assert (entry.on and entry.on.on, entry.because.truth.name) == (recorded, truth)
    assert is_party(found, "Drovia", plus(START, 500)).truth.name == truth


@pytest.mark.parametrize("field", ["instruments", "days", "later_days"])
@pytest.mark.parametrize("value", [0, -1, 2.5, True, None])
def test_the_numbers_of_a_clause(field: str, value: object) -> None:
    """Each is a whole number from 1; the error names it."""
    with pytest.raises(InvalidValue, match=field):
        Clause(**{field: value})  # type: ignore[arg-type]


@pytest.mark.long
def test_thousands_of_events_stay_linear() -> None:
    """Ten times as many participants take about ten times as long, and not a hundred times."""

    def taken(count: int) -> float:
        start = date(2025, 1, 1)
        events = [ev(f"State {n}", Act.SIGNATURE, start) for n in range(count)]
        events += [ev(f"State {n}", Act.RATIFICATION, start + timedelta(days=n % 3000)) for n in range(count)]
        begun = time.process_time()
        table = status_table(History(events=tuple(events), **UNDECLARED), date(2034, 1, 1))
        assert len(table.participants) == count
        return time.process_time() - begun

    few, many = (min(taken(count) for _ in range(3)) for count in (400, 4000))
    assert many < 30 * max(few, 0.01)
