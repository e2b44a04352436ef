"""Every answer that turns on who is a Party is given under the readings that it is asked under."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.final_provisions.builders import (
    ASTORIA,
    BORDURIA,
    CALDERA,
    PAIR,
    UNION,
    WHOLE,
    accessions,
    ev,
    in_force,
    plus,
)
from uncc.final_provisions import (
    Act,
    Amendment,
    Dispute,
    Event,
    History,
    OtherTreaty,
    RegionalOrganization,
    duties_on_declarations,
    duties_on_denunciation,
    duties_on_dispute,
    duties_on_implementation,
    duties_on_notifications,
    duties_on_proposal,
    in_force_between,
    is_party,
    may_accede,
    may_apply_other_treaty,
    may_consider_protocol,
    may_denounce,
    may_join_protocol,
    may_opt_out,
    parties_on,
    regime_between,
    status,
    votes_on_amendment,
    votes_on_protocol,
)
from uncc.kernel.provisions import art
from uncc.readings import Readings
from uncc.readings.chapter_9 import CeasingDay, ProtocolQuorum

OUTER = "Outer Union"
LEFT = date(2034, 7, 1)
ON = plus(LEFT, 30)
"""Both members have denounced and are Parties still: the union is one by the effect, and is none by the receipt."""
PEOPLE = (UNION, CALDERA)
DISPUTE = Dispute(concerns_convention=True)
TREATY = OtherTreaty(name="Treaty of 1999", between=PEOPLE, binds=True, on_convention_matters=True)


def _union(*events: Event) -> History:
    return in_force(
        accessions(UNION),
        [ev(name, Act.DENUNCIATION, LEFT) for name in PAIR],
        [ev(name, Act.PROTOCOL, date(2030, 1, 1), subject="First Protocol") for name in PEOPLE],
        [ev(name, Act.AMENDMENT, date(2033, 6, 1), subject="First Amendment") for name in PEOPLE],
        *events,
        organizations=(RegionalOrganization(UNION, PAIR), RegionalOrganization(OUTER, (UNION,))),
        amendments=(Amendment("First Amendment", date(2033, 1, 1)),),
        **WHOLE,
    )


HISTORY = _union()
SIXTY = _union(*accessions(*(f"State {number}" for number in range(56))))
"""With 59 States that are Parties."""

ANSWERS: dict[str, tuple[Callable[[Readings], object], object, object]] = {
    "is a Party": (lambda under: is_party(HISTORY, UNION, ON).under(under).truth.name, "YES", "NO"),
    "implements": (
        lambda under: duties_on_implementation(HISTORY, UNION, ON)[0].under(under).trigger.truth.name,
        "YES",
        "NO",
    ),
    "applies another treaty": (
        lambda under: may_apply_other_treaty(HISTORY, PEOPLE, ON, treaty=TREATY).under(under).truth.name,
        "YES",
        "NO",
    ),
    "joins a protocol": (lambda under: may_join_protocol(HISTORY, UNION, ON).under(under).truth.name, "YES", "NO"),
    "is one of sixty": (
        lambda under: (
            may_consider_protocol(SIXTY, ON)
            .under(Readings.of(*under.choices, ProtocolQuorum.ORGANIZATIONS_TOO))
            .truth.name
        ),
        "YES",
        "NO",
    ),
    "has consented": (lambda under: may_accede(HISTORY, UNION, ON).under(under).truth.name, "NO", "YES"),
    "opts out": (lambda under: may_opt_out(HISTORY, UNION, ON).under(under).truth.name, "NO", "YES"),
    "is a member that is a Party": (lambda under: may_accede(HISTORY, OUTER, ON).under(under).truth.name, "YES", "NO"),
    "is voted for on a protocol": (lambda under: votes_on_protocol(HISTORY, OUTER, ON).under(under).known, 1, 0),
    "is voted for on an amendment": (lambda under: votes_on_amendment(HISTORY, OUTER, ON).under(under).known, 1, 0),
    "is listed": (lambda under: UNION in parties_on(HISTORY, ON, readings=under), True, False),
    "denounces": (lambda under: may_denounce(HISTORY, UNION, ON).under(under).truth.name, "YES", "NO"),
    "owes a notification": (
        lambda under: duties_on_denunciation(HISTORY, UNION, ON)[0].under(under).trigger.truth.name,
        "YES",
        "NO",
    ),
    "proposes": (
        lambda under: {duty.under(under).trigger.truth.name for duty in duties_on_proposal(HISTORY, UNION, ON)},
        {"YES"},
        {"NO"},
    ),
    "is bound to another": (
        lambda under: in_force_between(HISTORY, UNION, CALDERA, ON).under(under).truth.name,
        "YES",
        "NO",
    ),
    "negotiates first": (
        lambda under: duties_on_dispute(HISTORY, PEOPLE, DISPUTE, ON)[0].under(under).trigger.truth.name,
        "YES",
        "NO",
    ),
    "has a status": (lambda under: status(HISTORY, UNION, ON, readings=under).value, "party", "former-party"),
    "tells of its contact point": (
        lambda under: (
            "contact-point" in {duty.id for duty in duties_on_notifications(HISTORY, UNION, ON, readings=under)}
        ),
        True,
        False,
    ),
    "leaves by an act of its own": (
        lambda under: "denounce" in {duty.id for duty in duties_on_declarations(HISTORY, UNION, ON, readings=under)},
        True,
        False,
    ),
}


@pytest.mark.long
@pytest.mark.parametrize(("answer", "by_effect", "by_receipt"), ANSWERS.values(), ids=ANSWERS)
def test_an_answer_follows_the_reading(
    answer: Callable[[Readings], object], by_effect: object, by_receipt: object
) -> None:
    """When an organization ceases to be a Party with its members is a reading, and all that hangs on it follows."""
    assert answer(Readings.of(CeasingDay.EFFECT)) == by_effect
    assert answer(Readings.of(CeasingDay.RECEIPT)) == by_receipt


@pytest.mark.parametrize(("moment", "expected"), [(CeasingDay.EFFECT, "YES"), (CeasingDay.RECEIPT, "NO")])
def test_so_does_everything_that_binds_two(moment: CeasingDay, expected: str) -> None:
    """The Convention, its amendments and protocols, the way of disputes and the leave to apply other treaties."""
    regime = regime_between(HISTORY, PEOPLE, ON, treaties=(TREATY,)).under(Readings.of(moment))
    (amendment,), (protocol,), (treaty,) = regime.amendments, regime.protocols, regime.treaties
    found = (regime.in_force, amendment.finding, protocol.finding, regime.disputes, treaty.finding)
    assert [finding.truth.name for finding in found] == [expected] * 5


def test_the_protocol_that_binds_both_says_so() -> None:
    """A protocol binds the two to each other where it binds both (Art. 61(3))."""
    (protocol,) = regime_between(HISTORY, PEOPLE, ON).protocols
    assert protocol.finding.statement == "the protocol binds both"
    assert protocol.finding.authority == (art(61, 3),)


def test_a_reservation_made_later_is_not_among_those_that_stand() -> None:
    """What binds two on a day leaves out what either reserves after it, and that it is taken back after it."""
    reserved = ev(ASTORIA, Act.RESERVATION, date(2029, 1, 1), provision=art(42, 5))
    taken_back = ev(ASTORIA, Act.WITHDRAWAL, date(2031, 1, 1), provision=art(42, 5))
    found = in_force(reserved, taken_back)
    stand = [
        [
            (one.participant, one.reservation.withdrawn_on)
            for one in regime_between(found, (ASTORIA, BORDURIA), on).reservations
        ]
        for on in (date(2028, 12, 31), date(2029, 1, 1), date(2030, 12, 31), date(2031, 1, 1))
    ]
    assert stand == [[], [(ASTORIA, None)], [(ASTORIA, None)], []]
