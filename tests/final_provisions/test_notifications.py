"""What a participant must tell, and may declare, by the whole Convention; and the first session (Art. 57(2))."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from tests.final_provisions.builders import (
    ASTORIA,
    BORDURIA,
    CALDERA,
    IN_FORCE,
    START,
    UNDECLARED,
    UNION,
    WHOLE,
    accessions,
    ev,
    history,
    in_force,
    plus,
)
from uncc.conference import duties_on_first_session, first_session_window
from uncc.final_provisions import (
    Act,
    Event,
    History,
    Moment,
    Practice,
    RegionalOrganization,
    duties_on_declarations,
    duties_on_notifications,
    entry_into_force,
    is_late,
    may_opt_out,
    may_reserve,
    notifications,
)
from uncc.final_provisions.notification_duties import untold
from uncc.kernel.between import Between
from uncc.kernel.duties import Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.readings import Readings
from uncc.readings.chapter_9 import ReservationMoment

NOTHING = Practice(**dict.fromkeys(Practice.questions(), False))
EVERYTHING = Practice(**dict.fromkeys(Practice.questions(), True))
UNIONS = (RegionalOrganization(UNION, (ASTORIA,)),)
ON_DEPOSIT = ["extradition-authority", "central-authority", "languages"]
AS_PARTY = ["laundering-laws", "contact-point", "confiscation-laws", "prevention-authority"]


def known(*events: Event, **others: Any) -> History:
    """Return a treaty in force of which every declaration and notification stands in the history."""
    return in_force(*events, **WHOLE, **others)


def told(*provisions: Provision, on: date = START, who: str = ASTORIA) -> list[Event]:
    """Return notifications under these provisions."""
    return [ev(who, Act.NOTIFICATION, on, provision=provision) for provision in provisions]


def due(found: History, on: date, practice: Practice = NOTHING, who: str = ASTORIA) -> dict[str, str]:
    """Return what is due and not told by its id, each with the answer that it is."""
    duties = untold(duties_on_notifications(found, who, on, practice=practice))
    return {duty.id: duty.trigger.truth.name for duty in duties}


# The list, against one written from the text: (provision, modality, addressee)
SECRETARY, CONFERENCE, DEPOSITARY = Role.SECRETARY_GENERAL, Role.CONFERENCE, Role.DEPOSITARY
LIST = [
    ("Art. 11(3)", Modality.MAY_RESERVE, None),
    ("Art. 17(2)(d)", Modality.SHALL, SECRETARY),
    ("Art. 23(3)(a)", Modality.MAY_RESERVE, None),
    ("Art. 23(3)(b)", Modality.MAY_RESERVE, None),
    ("Art. 37(6)(a)", Modality.SHALL, SECRETARY),
    ("Art. 37(19)", Modality.SHALL, SECRETARY),
    ("Art. 40(12)(a)", Modality.MAY, None),
    ("Art. 40(12)(c)", Modality.SHALL, SECRETARY),
    ("Art. 40(12)(d)", Modality.MAY, None),
    ("Art. 40(13)", Modality.SHALL, SECRETARY),
    ("Art. 41(2)", Modality.SHALL, SECRETARY),
    ("Art. 42(5)", Modality.MAY_RESERVE, None),
    ("Art. 50(5)", Modality.SHALL, SECRETARY),
    ("Art. 53(7)", Modality.SHALL, SECRETARY),
    ("Art. 57(6)", Modality.SHALL, CONFERENCE),
    ("Art. 63(3)", Modality.MAY, None),
    ("Art. 63(4)", Modality.MAY, SECRETARY),
    ("Art. 64(3)", Modality.SHALL, DEPOSITARY),
    ("Art. 64(4)", Modality.SHALL, DEPOSITARY),
    ("Art. 66(1)", Modality.MAY, SECRETARY),
    ("Art. 67(1)", Modality.MAY, SECRETARY),
]


def test_the_list_is_that_of_the_text() -> None:
    """Provision, strength and addressee, in the order of the text, each id once."""
    found = [(str(one.provision), one.modality, one.addressee) for one in notifications()]
    assert list(dict.fromkeys(found)) == LIST
    assert len({one.id for one in notifications()}) == len(notifications())
    moments = {one.id: one.moment for one in notifications()}
    assert moments["extradition-authority"] is Moment.WITH_SIGNATURE_OR_DEPOSIT
    assert moments["contact-point"] is Moment.ONCE_A_PARTY


# What is due


def test_with_the_deposit() -> None:
    """On the day of deposit three things are due by that day; a fourth if extradition needs a treaty."""
    found = known()
    assert due(found, START) == dict.fromkeys(ON_DEPOSIT, "YES")
    duties = duties_on_notifications(found, ASTORIA, START, practice=NOTHING)
    assert {duty.deadline.on for duty in duties} == {START}  # type: ignore[union-attr]
    assert due(found, START, Practice(extradition_needs_treaty=True))["extradition-basis"] == "YES"
    assert due(found, START, Practice())["extradition-basis"] == "UNKNOWN"


def test_before_the_deposit_nothing_is_due() -> None:
    """A signatory may name its authority for extradition already; it must do so with its instrument at the latest."""
    assert due(known(ev("Drovia", Act.SIGNATURE, START)), plus(START, 900), EVERYTHING, who="Drovia") == {}
    assert due(known(), plus(START, -1), EVERYTHING) == {}


def test_once_a_party() -> None:
    """What has no moment of its own is due once the Convention binds, without a deadline."""
    found = known()
    assert set(due(found, plus(IN_FORCE, -1))) == set(ON_DEPOSIT)
    assert set(due(found, IN_FORCE)) == {*ON_DEPOSIT, *AS_PARTY}
    duties = {duty.id: duty for duty in duties_on_notifications(found, ASTORIA, IN_FORCE, practice=NOTHING)}
    assert all(duties[name].deadline is None for name in AS_PARTY)
    assert duties["contact-point"].towards is Role.SECRETARY_GENERAL


def test_changes_are_due_when_there_are_any() -> None:
    """Laws, registers, and what the Conference requires: only where the fact is there."""
    changed = [name for name in due(known(), IN_FORCE, EVERYTHING) if name not in due(known(), IN_FORCE)]
    assert changed == [
        "laundering-laws-changed",
        "extradition-basis",
        "extradition-authority-changed",
        "central-authority-changed",
        "confiscation-laws-changed",
        "conference-information",
    ]
    assert set(due(known(), IN_FORCE, Practice()).values()) == {"YES", "UNKNOWN"}


@pytest.mark.parametrize(("complete", "answer"), [(True, "YES"), (None, "UNKNOWN")])
def test_what_was_told_is_not_due(complete: bool | None, answer: str) -> None:
    """It counts from its day; where the history may lack some, one that is not there is not known."""
    found = in_force(
        told(art(40, 13), art(37, 19)), told(art(41, 2), on=plus(IN_FORCE, 5)), **(WHOLE if complete else UNDECLARED)
    )
    assert due(found, START) == {"central-authority": answer}
    assert "contact-point" in due(found, plus(IN_FORCE, 4))
    assert "contact-point" not in due(found, plus(IN_FORCE, 5))


@pytest.mark.parametrize(("days", "answer"), [(-1, "NO"), (0, "NO"), (1, "YES")])
@pytest.mark.parametrize("name", [*ON_DEPOSIT, "extradition-basis"])
def test_what_came_after_the_deposit_is_late(name: str, days: int, answer: str) -> None:
    """Arts. 37(6)(a), 37(19), 40(12)(c), 40(13): in time is what came by the day of the deposit, that day included."""
    provision = next(one.provision for one in notifications() if one.id == name)
    found = known(*told(provision, on=plus(START, days)))
    needs_treaty = Practice(extradition_needs_treaty=True)
    assert is_late(found, ASTORIA, name, IN_FORCE, practice=needs_treaty).truth.name == answer
    assert is_late(found, ASTORIA, name, plus(START, -1), practice=needs_treaty).is_no


def test_what_was_never_told_is_late_where_that_is_known() -> None:
    """It is late from the day of the deposit on; in a history that may lack it, and on a day not known, it is open."""
    assert is_late(known(), ASTORIA, "languages", START).is_yes
    assert is_late(in_force(**UNDECLARED), ASTORIA, "languages", START).is_unknown
    assert is_late(in_force(told(art(40, 13)), **UNDECLARED), ASTORIA, "languages", START).is_no
    between = ev("Drovia", Act.ACCESSION, Between(plus(IN_FORCE, 1), plus(IN_FORCE, 9)))
    for day, answer in ((1, "NO"), (5, "UNKNOWN"), (9, "UNKNOWN"), (10, "YES")):
        notice = told(art(40, 13), on=plus(IN_FORCE, day), who="Drovia")
        assert is_late(known(between, *notice), "Drovia", "languages", plus(IN_FORCE, 30)).truth.name == answer


def test_a_notification_that_is_not_owed_is_not_late() -> None:
    """Art. 37(6)(a): the basis is told only by a State that makes extradition conditional on a treaty."""
    assert is_late(known(), ASTORIA, "extradition-basis", START, practice=NOTHING).is_no
    assert is_late(known(), ASTORIA, "extradition-basis", START).is_unknown
    assert is_late(known(), ASTORIA, "competence-with-ratification", START).is_no


def test_where_the_text_names_no_moment_nothing_is_late() -> None:
    """Art. 41(2): the point of contact is notified, and no day is named; the error lists what can be late."""
    with pytest.raises(InvalidValue, match=r"^notification: .*extradition-basis, extradition-authority"):
        is_late(known(), ASTORIA, "contact-point", START)


def test_after_coming_back_it_is_told_anew() -> None:
    """What was told in an earlier term does not stand for the new one; one that has left owes nothing."""
    gone = date(2029, 7, 1)
    found = known(
        *told(art(40, 13)), ev(ASTORIA, Act.DENUNCIATION, date(2028, 7, 1)), ev(ASTORIA, Act.ACCESSION, plus(gone, 9))
    )
    assert "languages" not in due(found, plus(gone, -1))
    assert due(found, gone, EVERYTHING) == {}
    assert "languages" in due(found, plus(gone, 9))


@pytest.mark.parametrize(
    ("act", "wanted"),
    [
        (Act.APPROVAL, ["competence-with-ratification", "competence-changed"]),
        (Act.ACCESSION, ["competence-with-accession", "competence-changed-after-accession"]),
    ],
)
def test_an_organization_declares_its_competence(act: Act, wanted: list[str]) -> None:
    """By the paragraph of its own instrument, and no State does so; once declared, only changes are due."""
    found = known(ev(UNION, act, START), organizations=UNIONS)
    practice = Practice(competence_changed=True)
    assert [name for name in due(found, IN_FORCE, practice, UNION) if name.startswith("competence")] == wanted
    assert not any(name.startswith("competence") for name in due(found, IN_FORCE, practice))
    declared = known(ev(UNION, act, START), ev(UNION, Act.COMPETENCE, START), organizations=UNIONS)
    assert [name for name in due(declared, IN_FORCE, practice, UNION) if name.startswith("competence")] == wanted[1:]
    duties = duties_on_notifications(found, UNION, IN_FORCE, practice=NOTHING)
    assert {duty.bearer for duty in duties} == {Role.REGIONAL_ORGANIZATION}
    assert duties[-1].qualifications == ()
    assert duties[0].qualifications == ("within the limits of its competence",)


# What can be declared


def declarable(found: History, on: date, **others: Any) -> list[str]:
    """Return the ids of what can be declared on a day."""
    return [duty.id for duty in duties_on_declarations(found, ASTORIA, on, **others) if duty.trigger.is_yes]


RESERVATIONS = ["reserve-misuse-of-devices", "reserve-traffic-data", "reserve-closed-systems", "reserve-preservation"]


def test_what_can_be_declared() -> None:
    """With the instrument reservations and the opt-out; as a Party the rest; proposals after five years."""
    found = known()
    assert declarable(found, START) == [*RESERVATIONS, "dispute-opt-out"]
    assert declarable(found, plus(START, 1)) == []
    assert declarable(found, IN_FORCE) == ["diplomatic-channels", "denounce"]
    assert declarable(found, date(2033, 1, 1), practice=EVERYTHING) == [
        "distinct-central-authority",
        "diplomatic-channels",
        "propose-amendment",
        "denounce",
    ]
    assert declarable(known(ev(ASTORIA, Act.RESERVATION, START, provision=art(63, 3))), IN_FORCE) == [
        "diplomatic-channels",
        "dispute-opt-out-withdrawal",
        "denounce",
    ]


@pytest.mark.parametrize("provision", [art(11, 3), art(23, 3, "a"), art(23, 3, "b"), art(42, 5)])
def test_when_a_reservation_can_be_made(provision: Provision) -> None:
    """Up to the day of consent, that day included; on the other reading at any time."""
    found = known()
    assert [may_reserve(found, ASTORIA, provision, on).is_yes for on in (START, plus(START, 1))] == [True, False]
    any_time = Readings.of(ReservationMoment.ANY_TIME)
    assert may_reserve(found, ASTORIA, provision, plus(START, 1)).under(any_time).is_yes


@pytest.mark.parametrize("on", [START, plus(START, 1)])
def test_63_3_the_declaration_on_disputes_is_a_reservation_too(on: date) -> None:
    """Art. 63(3): asked about like the others, it is answered as the text of its own article has it."""
    found = known()
    answer = may_reserve(found, ASTORIA, art(63, 3), on)
    assert answer.is_yes is (on == START)
    assert answer == may_opt_out(found, ASTORIA, on)


def test_other_provisions_let_nobody_reserve() -> None:
    """The error lists those that do."""
    with pytest.raises(InvalidValue, match=r"Art\. 11\(3\), Art\. 23\(3\)\(a\)"):
        may_reserve(History(**UNDECLARED, events=()), ASTORIA, art(42, 6), START)


# The first session


@pytest.mark.parametrize(
    ("in_force_on", "last", "clamped"),
    [(date(2027, 9, 29), date(2028, 9, 29), False), (date(2028, 2, 29), date(2029, 2, 28), True)],
)
def test_the_first_session(in_force_on: date, last: date, clamped: bool) -> None:
    """One year after entry into force at the latest, that day included."""
    window = first_session_window(in_force_on)
    assert window.not_before is not None
    assert window.not_after is not None
    assert (window.not_before.on, window.not_after.on, window.not_after.clamped) == (in_force_on, last, clamped)
    assert last in window
    assert plus(last, 1) not in window
    (duty,) = duties_on_first_session(in_force_on)
    assert (duty.deadline, duty.trigger.truth.name) == (window.not_after, "YES")


def test_without_entry_into_force_no_session_is_due() -> None:
    """The window is not determined while the number is not complete."""
    found = history(accessions(BORDURIA, CALDERA))
    assert entry_into_force(found).on is None
    assert first_session_window(None).because.is_unknown
    assert duties_on_first_session(None)[0].deadline is None


def test_what_was_told_before_it_left_is_told_anew() -> None:
    """From the day of the effect on it counts, even before the new consent; what was told on the eve does not."""
    back = [ev(ASTORIA, Act.DENUNCIATION, date(2028, 7, 1)), *accessions(ASTORIA, on=date(2029, 8, 1))]
    for day, owed in ((date(2029, 6, 30), True), (date(2029, 7, 1), False)):
        found = known(*back, *told(art(41, 2), on=day))
        assert ("contact-point" in due(found, date(2030, 1, 1))) is owed


def test_the_day_is_a_date() -> None:
    """The error names the parameter."""
    with pytest.raises(InvalidValue) as caught:
        duties_on_notifications(in_force(), ASTORIA, datetime(2030, 1, 1))
    assert caught.value.field == "on"
