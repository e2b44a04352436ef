"""Art. 63: negotiation, arbitration, the Court, and the declaration that keeps out of the last two."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import product
from typing import Any

import pytest

from tests.final_provisions.builders import (
    ASTORIA,
    BORDURIA,
    IN_FORCE,
    PAIR,
    REVERSED,
    START,
    UNDECLARED,
    UNION,
    WHOLE,
    accessions,
    ev,
    in_force,
    plus,
)
from tests.universal import hold_universal_properties
from uncc.final_provisions import (
    Act,
    Dispute,
    Event,
    History,
    RegionalOrganization,
    court_opens_on,
    duties_on_dispute,
    has_opted_out,
    is_bound_to_settle,
    may_opt_out,
    may_refer_to_court,
    may_submit_to_arbitration,
    may_withdraw_opt_out,
    regime_between,
    reservations_of,
)
from uncc.kernel.duties import Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Finding
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import Readings
from uncc.readings.chapter_9 import CeasingDay, OptOutAtSignature

OUT = art(63, 3)
SIGNED = date(2026, 1, 1)
ON = date(2030, 1, 1)


def opt_out(on: date = START, who: str = ASTORIA) -> Event:
    """Return a declaration against arbitration and the Court."""
    return ev(who, Act.RESERVATION, on, provision=OUT)


def withdrawal(on: date, who: str = ASTORIA) -> Event:
    """Return its withdrawal."""
    return ev(who, Act.WITHDRAWAL, on, provision=OUT)


def known(*events: Event, **others: Any) -> History:
    """Return a treaty in force of which every declaration stands in the history."""
    return in_force(*events, **WHOLE, **others)


# Negotiation


def test_negotiation_comes_first() -> None:
    """Two Parties in dispute about the Convention shall endeavour to settle it between them."""
    (duty,) = duties_on_dispute(known(), PAIR, Dispute(concerns_convention=True), ON)
    assert (duty.modality, duty.trigger.truth.name) == (Modality.SHALL_ENDEAVOUR, "YES")
    assert duties_on_dispute(known(), PAIR, Dispute(concerns_convention=False), ON)[0].trigger.is_no
    assert duties_on_dispute(known(), PAIR, Dispute(), plus(IN_FORCE, -1))[0].trigger.is_no


# Arbitration and the Court, against a predicate written from the text


def wanted_arbitration(bound: bool, concerns: Fact, failed: Fact) -> Fact:
    """Between two that are bound, a dispute about the Convention that peaceful means could not settle."""
    parts = (bound, concerns, failed)
    return False if False in parts else None if None in parts else True


@pytest.mark.parametrize("out", [(), (ASTORIA,), (BORDURIA,), PAIR])
@pytest.mark.parametrize(("concerns", "failed"), [*product((None, False, True), repeat=2)])
def test_arbitration(out: tuple[str, ...], concerns: Fact, failed: Fact) -> None:
    """A declaration of either side frees both; otherwise the two facts decide."""
    found = known(*(opt_out(who=who) for who in out))
    dispute = Dispute(concerns_convention=concerns, peaceful_means_failed=failed)
    for pair in (PAIR, REVERSED):
        finding = may_submit_to_arbitration(found, pair, dispute, ON)
        wanted = wanted_arbitration(not out, concerns, failed)
        assert finding.truth.name == {True: "YES", False: "NO", None: "UNKNOWN"}[wanted]


@pytest.mark.parametrize(
    ("requested", "opens", "clamped"),
    [
        (date(2030, 1, 15), date(2030, 7, 15), False),
        (date(2030, 8, 31), date(2031, 2, 28), True),
        (date(2031, 8, 31), date(2032, 2, 29), True),
        (date(2030, 12, 31), date(2031, 6, 30), True),
    ],
)
def test_six_months_after_the_request(requested: date, opens: date, clamped: bool) -> None:
    """The Court opens on the day, and not on its eve; a month that is too short says so."""
    deadline = court_opens_on(requested)
    assert (deadline.on, deadline.clamped) == (opens, clamped)
    dispute = Dispute(
        concerns_convention=True,
        peaceful_means_failed=True,
        arbitration_requested_on=requested,
        no_agreement_on_arbitration=True,
    )
    assert may_refer_to_court(known(), PAIR, dispute, plus(opens, -1)).is_no
    assert may_refer_to_court(known(), PAIR, dispute, opens).is_yes
    assert may_refer_to_court(known(opt_out()), PAIR, dispute, opens).is_no
    assert may_refer_to_court(known(opt_out()), REVERSED, dispute, opens).is_no


def test_without_a_request_there_is_no_court() -> None:
    """Arbitration that was not requested bars the Court; without its day it stays open."""
    facts: dict[str, Any] = {
        "concerns_convention": True,
        "peaceful_means_failed": True,
        "no_agreement_on_arbitration": True,
    }
    assert may_refer_to_court(known(), PAIR, Dispute(**facts, arbitration_requested=False), ON).is_no
    assert may_refer_to_court(known(), PAIR, Dispute(**facts, arbitration_requested=True), ON).is_unknown
    with pytest.raises(InvalidValue, match="arbitration_requested_on"):
        Dispute(arbitration_requested=False, arbitration_requested_on=ON)


def test_the_universal_properties_hold() -> None:
    """Settled is final, no doubt is idle, and the open questions are just the pivotal ones."""

    def rule(values: Mapping[str, Fact]) -> Finding:
        facts: dict[str, Any] = {name.removeprefix("Dispute."): value for name, value in values.items()}
        dispute = Dispute(**facts, arbitration_requested_on=date(2029, 1, 1))
        return may_refer_to_court(known(), PAIR, dispute, ON)

    names = ["concerns_convention", "peaceful_means_failed", "no_agreement_on_arbitration"]
    assert hold_universal_properties(rule, [f"Dispute.{name}" for name in names]) == 27


# The declaration

STANDING: list[tuple[tuple[Event, ...], str, str]] = [
    ((), "NO", "UNKNOWN"),
    ((opt_out(),), "YES", "YES"),
    ((opt_out(), withdrawal(plus(ON, -1))), "NO", "NO"),
    ((opt_out(), withdrawal(ON)), "NO", "NO"),
    ((opt_out(), withdrawal(plus(ON, 1))), "YES", "YES"),
    ((ev(ASTORIA, Act.SIGNATURE, SIGNED), opt_out(plus(START, 1))), "NO", "NO"),
    ((ev(ASTORIA, Act.SIGNATURE, SIGNED), opt_out(SIGNED)), "YES", "YES"),
    ((opt_out(SIGNED),), "UNKNOWN", "UNKNOWN"),
    ((opt_out(plus(START, 1)),), "NO", "NO"),
    ((opt_out(plus(ON, 1)),), "NO", "UNKNOWN"),
    ((ev(ASTORIA, Act.RESERVATION, START, provision=art(42, 5)),), "NO", "UNKNOWN"),
]


@pytest.mark.parametrize(("events", "complete", "incomplete"), STANDING)
def test_whether_a_declaration_stands(events: tuple[Event, ...], complete: str, incomplete: str) -> None:
    """Made on signing or consenting and not withdrawn; where not all are recorded, silence is no answer."""
    assert has_opted_out(known(*events), ASTORIA, ON).truth.name == complete
    assert has_opted_out(in_force(*events), ASTORIA, ON).truth.name == incomplete
    assert may_withdraw_opt_out(known(*events), ASTORIA, ON).truth.name == complete
    opposite = {"YES": "NO", "NO": "YES", "UNKNOWN": "UNKNOWN"}
    assert is_bound_to_settle(known(*events), PAIR, ON).truth.name == opposite[complete]


def test_a_declaration_made_on_signing() -> None:
    """It stands as made; on the other reading only if it is confirmed with the instrument."""
    signed = ev(ASTORIA, Act.SIGNATURE, SIGNED)
    under = Readings.of(OptOutAtSignature.CONFIRMED)
    assert has_opted_out(known(signed, opt_out(SIGNED)), ASTORIA, ON).under(under).is_no
    assert has_opted_out(known(signed, opt_out(SIGNED), opt_out(START)), ASTORIA, ON).under(under).is_yes


def test_when_the_declaration_can_be_made() -> None:
    """Up to the day of consent, that day included; after leaving and before coming back once more."""
    found = known(ev(ASTORIA, Act.DENUNCIATION, date(2028, 7, 1)))
    days = (SIGNED, START, plus(START, 1), date(2029, 6, 30), date(2029, 7, 1))
    assert [may_opt_out(found, ASTORIA, on).is_yes for on in days] == [True, True, False, False, True]


def test_the_regime_says_whether_the_court_is_open() -> None:
    """What binds two to each other includes the way their disputes go, and the declarations that stand."""
    found = known(opt_out())
    regime = regime_between(found, PAIR, ON)
    assert regime.disputes.is_no
    assert [(one.participant, one.reservation.provision) for one in regime.reservations] == [(ASTORIA, OUT)]
    assert regime_between(found, (BORDURIA, "Caldera"), ON).disputes.is_yes


def test_why_a_declaration_stands_or_not() -> None:
    """Whether it came at its moment is said with the paragraph; the depositary knows."""
    in_time = "the declaration was made on signing or on consenting to be bound"
    for made, answer in ((START, "YES"), (SIGNED, "UNKNOWN"), (plus(START, 1), "NO")):
        found = has_opted_out(known(opt_out(made)), ASTORIA, ON)
        (limb,) = (node for node in found.walk() if node.statement == in_time)
        assert (limb.truth.name, limb.authority) == (answer, (OUT,))
        assert {(one.asked_of, one.subject) for one in found.open_questions} == (
            {(Role.DEPOSITARY, ASTORIA)} if answer == "UNKNOWN" else set()
        )


def test_what_the_reading_on_a_declaration_on_signing_says() -> None:
    """On the one option it stands as made, on the other it was not confirmed."""
    found = known(ev(ASTORIA, Act.SIGNATURE, SIGNED), opt_out(SIGNED))
    words = {
        OptOutAtSignature.STANDS: ("YES", "the declaration was made on signing"),
        OptOutAtSignature.CONFIRMED: ("NO", "the declaration was confirmed with the instrument of consent"),
    }
    statement = "the declaration made on signing stands"
    (reading,) = (node for node in has_opted_out(found, ASTORIA, ON).walk() if node.statement == statement)
    wanted = [(*words[option], (OUT,)) for option in OptOutAtSignature]
    assert [(limb.truth.name, limb.statement, limb.authority) for limb in reading.because] == wanted


def test_no_day_of_a_request_that_was_not_made() -> None:
    """The error shows the field, the day and what would be right."""
    with pytest.raises(InvalidValue) as caught:
        Dispute(arbitration_requested=False, arbitration_requested_on=ON)
    error = caught.value
    assert (error.field, error.value) == ("arbitration_requested_on", "2030-01-01")
    assert error.expected == "left out where arbitration was not requested"


def test_an_organization_of_unknown_members_may_have_to_declare_anew() -> None:
    """Once some State has denounced it is open whether its own consent stands; with known members it stands or not."""
    gone = ev(ASTORIA, Act.DENUNCIATION, date(2028, 7, 1))
    unknown, alone = RegionalOrganization(UNION), RegionalOrganization(UNION, (ASTORIA,))
    assert may_opt_out(in_force(accessions(UNION), organizations=(unknown,)), UNION, ON).is_no
    assert may_opt_out(in_force(accessions(UNION), gone, organizations=(unknown,)), UNION, ON).is_unknown
    found = in_force(accessions(UNION), gone, organizations=(alone,))
    answers = [may_opt_out(found, UNION, on).truth.name for on in (date(2029, 6, 30), date(2029, 7, 1))]
    assert answers == ["NO", "YES"]


def test_an_organization_that_came_back_has_consented() -> None:
    """What its members did before its new accession does not take that away."""
    back = in_force(
        accessions(UNION),
        ev(ASTORIA, Act.DENUNCIATION, date(2028, 7, 1)),
        accessions(ASTORIA, on=date(2029, 8, 1)),
        accessions(UNION, on=date(2029, 9, 20)),
        organizations=(RegionalOrganization(UNION, (ASTORIA,)),),
    )
    days = (date(2029, 6, 30), date(2029, 7, 1), date(2029, 9, 20), date(2029, 9, 21), ON)
    assert [may_opt_out(back, UNION, on).truth.name for on in days] == ["NO", "YES", "YES", "NO", "NO"]


OPTED_OUT = ev(ASTORIA, Act.RESERVATION, START, provision=art(63, 3))
LEFT = date(2030, 5, 4)
BACK = plus(LEFT, 30)


@pytest.mark.parametrize(
    ("again", "complete", "on", "answer"),
    [
        ((), True, plus(LEFT, -1), "YES"),
        ((), True, LEFT, "NO"),
        ((), True, plus(BACK, 40), "NO"),
        ((), None, plus(BACK, 40), "UNKNOWN"),
        ((ev(ASTORIA, Act.RESERVATION, BACK, provision=art(63, 3)),), True, plus(BACK, 40), "YES"),
    ],
)
def test_a_declaration_falls_with_the_consent_it_came_with(
    again: tuple[Event, ...], complete: Fact, on: date, answer: str
) -> None:
    """Art. 63(3), 67(1): whoever leaves and joins anew is bound to arbitration, unless it declares anew."""
    left = ev(ASTORIA, Act.DENUNCIATION, date(2029, 5, 4))
    found = in_force(OPTED_OUT, left, accessions(ASTORIA, on=BACK), again, **(WHOLE if complete else UNDECLARED))
    assert has_opted_out(found, ASTORIA, on).truth.name == answer
    kept = {one.made_on for one in reservations_of(found, ASTORIA, on)}
    assert (START in kept) is (on < LEFT)
    assert START in {one.made_on for one in reservations_of(found, ASTORIA)}


def test_a_declaration_of_an_organization_that_its_members_have_left() -> None:
    """Art. 63(3), 67(2): it falls on the day on which the last of them is gone, and not before."""
    union = RegionalOrganization(UNION, (ASTORIA,))
    found = in_force(
        accessions(UNION),
        ev(UNION, Act.RESERVATION, START, provision=art(63, 3)),
        ev(ASTORIA, Act.DENUNCIATION, date(2029, 5, 4)),
        accessions(ASTORIA, on=BACK),
        accessions(UNION, on=plus(BACK, 40)),
        organizations=(union,),
        **WHOLE,
    )
    days = (plus(LEFT, -1), LEFT, plus(BACK, 90))
    assert [has_opted_out(found, UNION, on).truth.name for on in days] == ["YES", "NO", "NO"]


def declared(*more: Event | list[Event]) -> History:
    """Return a history of an organization that has declared, whose one member then leaves."""
    return in_force(
        accessions(UNION),
        ev(UNION, Act.RESERVATION, START, provision=art(63, 3)),
        ev(ASTORIA, Act.DENUNCIATION, date(2029, 5, 4)),
        *more,
        organizations=(RegionalOrganization(UNION, (ASTORIA,)),),
        **WHOLE,
    )


@pytest.mark.parametrize(("moment", "kept"), [(CeasingDay.EFFECT, [START]), (CeasingDay.RECEIPT, [])])
def test_the_reading_on_the_day_of_the_members_reaches_what_was_declared(moment: CeasingDay, kept: list[date]) -> None:
    """Art. 63(3), 67(2): between receipt and effect the declaration of an organization stands on one reading only."""
    under, between = Readings.of(moment), plus(LEFT, -30)
    assert [one.made_on for one in reservations_of(declared(), UNION, between, readings=under)] == kept
    regime = regime_between(declared(), (UNION, BORDURIA), between).under(under)
    assert [one.reservation.made_on for one in regime.reservations] == kept


def test_a_declaration_falls_with_the_second_consent_too() -> None:
    """Art. 63(3), 67(2): an organization that came back and declared anew loses that when its member leaves again."""
    again, gone = plus(BACK, 40), plus(LEFT, 1000)
    found = declared(
        accessions(ASTORIA, on=BACK),
        accessions(UNION, on=again),
        ev(UNION, Act.RESERVATION, again, provision=art(63, 3)),
        ev(ASTORIA, Act.DENUNCIATION, gone),
    )
    assert [one.made_on for one in reservations_of(found, UNION, plus(again, 100))] == [again]
    assert reservations_of(found, UNION, plus(gone, 366)) == ()


def test_a_declaration_of_an_organization_falls_with_its_own_denunciation() -> None:
    """Art. 63(3), 67(1): what its own denunciation ended is over, whether or not a member has left."""
    union = (RegionalOrganization(UNION, (ASTORIA,)),)
    found = in_force(
        accessions(UNION),
        ev(UNION, Act.RESERVATION, START, provision=art(63, 3)),
        ev(UNION, Act.DENUNCIATION, date(2029, 5, 4)),
        organizations=union,
    )
    assert [one.made_on for one in reservations_of(found, UNION, plus(LEFT, -1))] == [START]
    assert reservations_of(found, UNION, LEFT) == ()


@pytest.mark.parametrize("parties", [(), (ASTORIA,), (ASTORIA, ASTORIA), (ASTORIA, BORDURIA, ASTORIA)])
def test_a_dispute_is_among_two_or_more(parties: tuple[str, ...]) -> None:
    """Art. 63(2): one Party alone has no dispute, and none is named twice."""
    with pytest.raises(InvalidValue, match="parties"):
        is_bound_to_settle(in_force(), parties, ON)


def test_a_dispute_of_three() -> None:
    """Art. 63(2): among three all must be Parties; where one is none, the two others are bound all the same."""
    assert is_bound_to_settle(known(others=("Outsider",)), (ASTORIA, BORDURIA, "Outsider"), ON).is_no
    assert is_bound_to_settle(known(), (ASTORIA, BORDURIA), ON).is_yes
