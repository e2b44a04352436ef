"""What the depositary has received: notifications that are owed, and declarations that were claimed or used."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from tests.final_provisions.builders import ASTORIA, START, UNDECLARED, WHOLE, ev, in_force
from tests.review.records import IN_PLACE, NOT, NOT_APPLICABLE, PARTLY, UNKNOWN, answer, record
from tests.review.test_examination import duty
from uncc.final_provisions import Act, Event, History, Practice, duties_on_notifications
from uncc.final_provisions.notification_duties import untold
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import Provision, art
from uncc.readings import Readings
from uncc.readings.chapter_9 import ReservationMoment
from uncc.review import RESERVABLE, ContradictionKind, ImplementationStatus, received, review
from uncc.review.received import Received

NOT_RECEIVED, RECEIVED = ContradictionKind.DECLARATION_NOT_RECEIVED, ContradictionKind.DECLARATION_RECEIVED
LATER = date(2040, 1, 1)


def known(*events: Event) -> History:
    """Return a treaty in force, with every declaration and notification in its history."""
    return in_force(*events, **WHOLE)


def kinds(found: Received) -> list[tuple[ContradictionKind, bool]]:
    """Return in brief where a State and the depositary do not agree."""
    return [(one.kind, one.certain) for one in found.at_odds]


# Notifications


def test_what_is_owed_is_what_the_final_provisions_say() -> None:
    """The duties are those of the rule on notifications, with the practice that the record tells."""
    practice = Practice(extradition_needs_treaty=True)
    history = known()
    found = received(record(practice=practice), history, LATER)
    assert found.owed == untold(duties_on_notifications(history, ASTORIA, LATER, practice=practice))
    assert "extradition-basis" in {one.id for one in found.owed if one.trigger.is_yes}
    without = received(record(practice=Practice(extradition_needs_treaty=False)), history, LATER)
    assert "extradition-basis" not in {one.id for one in without.owed}


def test_the_day_is_that_of_the_record_unless_another_is_given() -> None:
    """The day is told; without any there is no answer."""
    said = record(as_of=LATER)
    assert received(said, known()).on == LATER
    assert received(said, known(), START).on == START
    with pytest.raises(InvalidValue) as wrong:
        received(record(), known())
    assert wrong.value.field == "on"


def test_a_state_that_is_not_in_the_history() -> None:
    """A name that stands nowhere in the history is a mistake, and not a State that owes nothing."""
    with pytest.raises(InvalidValue) as wrong:
        received(record(), History(**UNDECLARED, events=()), LATER)
    assert str(wrong.value) == "state: 'Astoria' is not one of the participants: none"
    with pytest.raises(
        InvalidValue, match=r"^state: 'Astoria' is not one of the participants; perhaps 'Astorio' is meant$"
    ):
        received(record(), History(events=(Event(participant="Astorio", act=Act.SIGNATURE),), **UNDECLARED), LATER)
    with pytest.raises(InvalidValue, match=r"^state: 'Astoria' is not written 'Astória', .* by accents only$"):
        received(record(), History(events=(Event(participant="Astória", act=Act.SIGNATURE),)), LATER)


def test_a_state_that_an_incomplete_history_does_not_name() -> None:
    """Nothing is known of it: what it would owe as a Party stays open."""
    found = received(record(), History(events=(Event(participant="Borduria", act=Act.SIGNATURE),)), LATER)
    assert {duty.trigger.truth.name for duty in found.owed} == {"UNKNOWN"}


def test_the_state_may_be_spelt_otherwise_in_the_history() -> None:
    """What the depositary has of `ASTORIA [2]` is held against the record of Astoria."""
    history = known()
    typed = (attrs.evolve(e, participant="ASTORIA [2]") if e.participant == ASTORIA else e for e in history.events)
    found = received(record(), attrs.evolve(history, events=tuple(typed)), LATER)
    assert len(found.owed) == len(received(record(), history, LATER).owed)


def test_in_the_review() -> None:
    """What is owed stands in the review, with its day, and contradicts an answer that says it was done."""
    said = record(answer("53(7)"), answer("41(2)", NOT), as_of=LATER)
    found = review(said, depositary=received(said, known()))
    assert found.notified_on == LATER
    assert found.notifications is not None
    assert {"contact-point", "prevention-authority"} <= {one.id for one in found.notifications}
    assert [(str(one.provision), one.kind) for one in found.contradictions] == [
        ("Art. 53(7)", ContradictionKind.NOTIFICATION_MISSING)
    ]
    made = ev(ASTORIA, Act.NOTIFICATION, START, provision=art(53, 7))
    assert review(said, depositary=received(said, known(made))).contradictions == ()
    assert review(said).notified_on is None


def test_further_notifications_stand_beside_them() -> None:
    """Duties that are given are added to those that follow from the history."""
    said = record(as_of=LATER)
    deposited = received(said, known())
    found = review(said, notifications=[duty(owed=True)], depositary=deposited)
    assert found.notifications == (*deposited.owed, duty(owed=True))


# Reservations and declarations


@pytest.mark.long
@pytest.mark.parametrize("provision", RESERVABLE, ids=str)
@pytest.mark.parametrize(
    ("status", "reserved", "expected"),
    [
        (IN_PLACE, True, [(NOT_RECEIVED, True)]),
        (PARTLY, None, [(NOT_RECEIVED, True)]),
        (NOT, True, [(NOT_RECEIVED, True)]),
        (IN_PLACE, False, []),
        (NOT, None, []),
        (NOT, False, []),
        (NOT_APPLICABLE, None, []),
        (UNKNOWN, None, []),
    ],
)
def test_what_is_used_or_claimed_and_was_not_received(
    provision: Provision, status: ImplementationStatus, reserved: bool | None, expected: list[Any]
) -> None:
    """A State that uses an option, or says that it has declared it, has done so with the depositary, or has not."""
    said = record(answer(str(provision), status, reserved=reserved))
    assert kinds(received(said, known(), LATER)) == expected


@pytest.mark.parametrize("provision", RESERVABLE, ids=str)
def test_what_was_received(provision: Provision) -> None:
    """Received, it agrees with a State that says so, and not with one that says that it made none."""
    made = known(ev(ASTORIA, Act.RESERVATION, START, provision=provision))
    for reserved, expected in ((True, []), (None, []), (False, [(RECEIVED, True)])):
        said = record(answer(str(provision), IN_PLACE, reserved=reserved))
        assert kinds(received(said, made, LATER)) == expected


def test_what_was_withdrawn_stands_no_more() -> None:
    """From the day of the withdrawal the declaration does not stand."""
    history = known(
        ev(ASTORIA, Act.RESERVATION, START, provision=art(42, 5)),
        ev(ASTORIA, Act.WITHDRAWAL, date(2035, 1, 1), provision=art(42, 5)),
    )
    said = record(answer("42(5)", reserved=True))
    assert kinds(received(said, history, date(2034, 12, 31))) == []
    assert kinds(received(said, history, date(2035, 1, 1))) == [(NOT_RECEIVED, True)]


def test_a_history_that_may_lack_declarations() -> None:
    """What is missing in it may have been made: it is to be looked at."""
    said = record(answer("42(5)", reserved=True))
    assert kinds(received(said, in_force(), LATER)) == [(NOT_RECEIVED, False)]


def test_whether_it_can_still_be_made() -> None:
    """A declaration against the Court comes with the consent; the moment of a reservation is a reading."""
    said = record(answer("42(5)", reserved=True), answer("63(3)", reserved=True))
    signed = History(events=(ev(ASTORIA, Act.SIGNATURE, START),), **WHOLE)
    assert [one.details for one in received(said, signed, LATER).at_odds] == [
        ("it can still be made on 2040-01-01",),
        ("it can still be made on 2040-01-01",),
    ]
    too_late = ("it can no longer be made on 2040-01-01",)
    assert [one.details for one in received(said, known(), LATER).at_odds] == [too_late, too_late]
    any_time = Readings.of(ReservationMoment.ANY_TIME)
    details = [one.details for one in received(said, known(), LATER, readings=any_time).at_odds]
    assert details == [("it can still be made on 2040-01-01",), too_late]


def test_other_provisions_are_not_looked_at() -> None:
    """Whether others can be reserved is another question."""
    assert kinds(received(record(answer("10", reserved=True)), known(), LATER)) == []
