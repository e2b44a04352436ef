"""Histories: what an event holds, what cannot be meant, and that the order of events says nothing."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.final_provisions.builders import ASTORIA, BORDURIA, START, UNION, accessions, ev, history, plus
from uncc.final_provisions import Act, Amendment, Event, History, RegionalOrganization
from uncc.final_provisions.events import Receipt
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import art
from uncc.kernel.ready import MOST_READY

NOW: Any = datetime(2027, 7, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("others", "field"),
    [
        ({"participant": " "}, "participant"),
        ({"on": NOW}, "on"),
        ({"provision": art(42, 5)}, "provision"),
        ({"subject": "First"}, "subject"),
        ({"effective_on": START}, "effective_on"),
        ({"act": Act.RESERVATION}, "provision"),
        ({"act": Act.WITHDRAWAL}, "provision"),
        ({"act": Act.NOTIFICATION}, "provision"),
        ({"act": Act.AMENDMENT}, "subject"),
        ({"act": Act.PROTOCOL, "subject": " "}, "subject"),
        ({"act": Act.SUCCESSION, "effective_on": NOW}, "effective_on"),
    ],
)
def test_an_event_holds_what_belongs_to_it(others: dict[str, Any], field: str) -> None:
    """What is left out, or stands where it says nothing, is refused with the name of the field."""
    fields: dict[str, Any] = {"participant": ASTORIA, "act": Act.SIGNATURE, "on": START, **others}
    with pytest.raises(InvalidValue) as caught:
        Event(**fields)
    assert caught.value.field == field


IMPOSSIBLE: list[tuple[list[Event], str]] = [
    (accessions(ASTORIA, ASTORIA), "it stands there twice"),
    (
        [ev(ASTORIA, Act.SIGNATURE, START), ev(ASTORIA, Act.RATIFICATION, plus(START, -1))],
        "it was deposited before the signature of 2027-07-01",
    ),
    (
        [ev(ASTORIA, Act.SIGNATURE, START), ev(ASTORIA, Act.SIGNATURE, plus(START, 1))],
        "it was signed on 2027-07-01 already",
    ),
    (
        [ev(ASTORIA, Act.ACCESSION, START), ev(ASTORIA, Act.APPROVAL, plus(START, 1))],
        "its consent of 2027-07-01 still stands",
    ),
    (
        [
            ev(ASTORIA, Act.ACCESSION, START),
            ev(ASTORIA, Act.DENUNCIATION, date(2028, 7, 1)),
            ev(ASTORIA, Act.ACCESSION, date(2029, 6, 30)),
        ],
        "its consent of 2027-07-01 still stands",
    ),
    (
        [
            ev(ASTORIA, Act.RESERVATION, START, provision=art(42, 5)),
            ev(ASTORIA, Act.WITHDRAWAL, plus(START, -1), provision=art(42, 5)),
        ],
        "what it withdraws was made on 2027-07-01 only",
    ),
    ([ev(ASTORIA, Act.AMENDMENT, START, subject="First")], "the amendment was adopted on 2033-01-01 only"),
]


@pytest.mark.parametrize(("events", "wrong"), IMPOSSIBLE, ids=[wrong for _, wrong in IMPOSSIBLE])
def test_what_cannot_be_meant(events: list[Event], wrong: str) -> None:
    """The error shows the event and says what is wrong with it."""
    with pytest.raises(InvalidValue) as caught:
        history(events, amendments=(Amendment("First", date(2033, 1, 1)),))
    assert str(caught.value).endswith(f"is not possible: {wrong}")
    assert caught.value.field == "events"
    assert caught.value.value in [str(event) for event in events]


POSSIBLE: list[list[Event]] = [
    [ev(ASTORIA, Act.SIGNATURE, START), ev(ASTORIA, Act.RATIFICATION, START)],
    [ev(ASTORIA, Act.RATIFICATION, START)],
    [ev(ASTORIA, Act.SIGNATURE, START), ev(ASTORIA, Act.ACCESSION, plus(START, -1))],
    [
        ev(ASTORIA, Act.ACCESSION, START),
        ev(ASTORIA, Act.DENUNCIATION, date(2028, 7, 1)),
        ev(ASTORIA, Act.ACCESSION, date(2029, 7, 1)),
    ],
    [ev(ASTORIA, Act.WITHDRAWAL, START, provision=art(42, 5))],
    [
        ev(ASTORIA, Act.RESERVATION, START, provision=art(42, 5)),
        ev(ASTORIA, Act.WITHDRAWAL, START, provision=art(42, 5)),
        ev(ASTORIA, Act.RESERVATION, plus(START, 1), provision=art(42, 5)),
    ],
    [ev(ASTORIA, Act.AMENDMENT, START, subject="Second")],
    [ev(UNION, Act.APPROVAL, START), ev(UNION, Act.ACCESSION, plus(START, 1))],
]


@pytest.mark.parametrize("events", POSSIBLE)
def test_what_is_possible(events: list[Event]) -> None:
    """Acts of one day, a deposit whose signature is not recorded, a return after leaving."""
    organizations = (RegionalOrganization(UNION),)
    assert len(history(events, organizations=organizations).events) == len(events)


@pytest.mark.parametrize("members", [(), (ASTORIA, ASTORIA), ("",)])
def test_members_are_named_once(members: tuple[str, ...]) -> None:
    """An organization without members cannot be meant; one whose members are not known can."""
    assert RegionalOrganization(UNION).members is None
    with pytest.raises(InvalidValue, match="members"):
        RegionalOrganization(UNION, members)


@pytest.mark.parametrize(
    "others",
    [
        {"organizations": (RegionalOrganization(UNION), RegionalOrganization(UNION, (ASTORIA,)))},
        {"amendments": (Amendment("First", START), Amendment("First", START))},
    ],
)
def test_things_are_named_once(others: dict[str, Any]) -> None:
    """Two organizations, or two amendments, of one name cannot be told apart."""
    with pytest.raises(InvalidValue) as caught:
        History(**others)
    (field,) = others
    error = caught.value
    assert (error.field, error.value, error.expected) == (field, others[field][0].name, "named once")


def test_histories_are_values() -> None:
    """Histories that say the same are equal, hash equally, and survive pickling."""
    one, other = history(accessions(ASTORIA, BORDURIA)), history(accessions(BORDURIA, ASTORIA))
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one
    assert one.participants == (ASTORIA, BORDURIA)


def test_an_event_prints_as_one_line() -> None:
    """Participant, act, what it is about, and the day."""
    assert (
        str(ev(ASTORIA, Act.RESERVATION, START, provision=art(42, 5))) == "Astoria, reservation Art. 42(5), 2027-07-01"
    )
    assert str(ev(ASTORIA, Act.PROTOCOL, START, subject="First")) == "Astoria, protocol First, 2027-07-01"


def test_those_who_complete_the_number_are_known_once_it_is_complete() -> None:
    """All that deposited on the day which completes the number complete it together; before, nobody does."""
    assert history(accessions(ASTORIA, BORDURIA)).instruments.completing == ()
    late = plus(START, 1)
    later = history(
        accessions(ASTORIA, BORDURIA), accessions(UNION, "Caldera", on=late), accessions("D", on=plus(late, 1))
    )
    assert later.instruments.completing == ("Caldera", UNION)


def test_what_happens_on_one_day_has_no_order() -> None:
    """Acts of one kind on one day are told apart by their provision or their text, however they are listed."""
    for acts in (
        [ev(ASTORIA, Act.NOTIFICATION, START, provision=one) for one in (art(37, 19), art(41, 2), art(40, 13))],
        [ev(ASTORIA, Act.PROTOCOL, START, subject=one) for one in ("Second", "First", "Third")],
    ):
        assert history(acts) == history(reversed(acts))


def test_what_an_event_needs_and_what_it_does_not_take() -> None:
    """The error says for which kinds of events a field is given, or that the kind needs it."""
    with pytest.raises(InvalidValue) as caught:
        ev(ASTORIA, Act.ACCESSION, START, subject="First")
    assert caught.value.expected == "possible here: it is given only for amendment, protocol"
    with pytest.raises(InvalidValue) as caught:
        ev(ASTORIA, Act.PROTOCOL, START)
    error = caught.value
    wanted = ("subject", None, "enough: an event of the kind protocol needs it")
    assert (error.field, error.value, error.expected) == wanted


def test_three_of_three_complete_the_number() -> None:
    """The last that the clause asks for completes it; one fewer does not."""
    assert history(accessions("A", "B", "C")).instruments.completing == ("A", "B", "C")
    assert history(accessions("A", "B")).instruments.completing == ()


def test_what_is_said_of_an_event_far_down_is_made_anew() -> None:
    """Of an event that comes after thousands of others the same is said as of the first, and nothing is kept of it."""
    event = ev(ASTORIA, Act.ACCESSION, START)
    near, far = Receipt.of(7, event), Receipt.of(MOST_READY, event)
    assert (near.place, far.place) == ("events[7]", f"events[{MOST_READY}]")
    assert far.on.on == near.on.on
    assert near.on is Receipt.of(7, event).on
    assert far.on is not Receipt.of(MOST_READY, event).on
