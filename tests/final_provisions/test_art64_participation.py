"""Art. 64: signature, confirmation and accession, each with what an organization needs for it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.final_provisions.builders import (
    ASTORIA,
    BORDURIA,
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
from uncc.final_provisions import (
    Act,
    History,
    Place,
    RegionalOrganization,
    Signing,
    Status,
    duties_with_instrument,
    expresses_consent,
    may_accede,
    may_confirm_signature,
    may_sign,
    participation,
    state_party,
    status,
)
from uncc.kernel.between import Between
from uncc.kernel.findings import Truth
from uncc.kernel.parties import Relation, is_bound_by_convention
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import Readings
from uncc.readings.chapter_9 import DoneLikewise, RatifyingUnsigned, SignatureThereafter

CEREMONY: dict[str, Any] = {"began_on": date(2025, 10, 25), "ended_on": date(2025, 10, 26)}
KNOWN = (RegionalOrganization(UNION, (ASTORIA, BORDURIA)),)
UNKNOWN = (RegionalOrganization(UNION),)

# The first paragraph: (day, place, is the ceremony known, answer)
SIGNING = [
    (date(2024, 12, 31), Place.HANOI, True, "NO"),
    (date(2024, 12, 31), Place.HANOI, False, "NO"),
    (date(2025, 1, 1), Place.HANOI, False, "UNKNOWN"),
    (date(2025, 12, 31), Place.HANOI, False, "UNKNOWN"),
    (date(2025, 1, 1), Place.NEW_YORK, False, "NO"),
    (date(2025, 1, 2), Place.NEW_YORK, False, "UNKNOWN"),
    (date(2025, 12, 31), Place.NEW_YORK, False, "UNKNOWN"),
    (date(2025, 10, 24), Place.HANOI, True, "NO"),
    (date(2025, 10, 25), Place.HANOI, True, "YES"),
    (date(2025, 10, 26), Place.HANOI, True, "YES"),
    (date(2025, 10, 27), Place.HANOI, True, "NO"),
    (date(2025, 10, 25), Place.HANOI, False, "UNKNOWN"),
    (date(2026, 1, 1), Place.HANOI, False, "NO"),
    (date(2024, 12, 31), Place.NEW_YORK, False, "NO"),
    (date(2025, 10, 26), Place.NEW_YORK, True, "NO"),
    (date(2025, 10, 27), Place.NEW_YORK, True, "YES"),
    (date(2025, 11, 19), Place.NEW_YORK, False, "UNKNOWN"),
    (date(2026, 1, 1), Place.NEW_YORK, False, "YES"),
    (date(2026, 12, 31), Place.NEW_YORK, False, "YES"),
    (date(2027, 1, 1), Place.NEW_YORK, False, "NO"),
    (date(2025, 10, 25), None, True, "YES"),
    (date(2025, 11, 19), None, True, "YES"),
    (date(2025, 11, 19), None, False, "UNKNOWN"),
    (date(2026, 12, 31), None, False, "YES"),
    (date(2027, 1, 1), None, True, "NO"),
]


@pytest.mark.parametrize(("on", "place", "known", "answer"), SIGNING)
def test_when_and_where_a_state_may_sign(on: date, place: Place | None, known: bool, answer: str) -> None:
    """In Hanoi during the ceremony, in New York after it and up to the last day of 2026."""
    signing = Signing(place=place, **(CEREMONY if known else {}))
    assert may_sign(History(**UNDECLARED, events=()), ASTORIA, on, signing).truth.name == answer


def test_new_york_on_the_other_reading() -> None:
    """Where what comes after is the year that follows, New York is not open in November 2025."""
    finding = may_sign(
        History(**UNDECLARED, events=()), ASTORIA, date(2025, 11, 19), Signing(place=Place.NEW_YORK, **CEREMONY)
    ).under(Readings.of(SignatureThereafter.AFTER_YEAR))
    assert finding.is_no


@pytest.mark.parametrize(
    ("organizations", "signed", "answer"),
    [(KNOWN, None, "NO"), (KNOWN, 0, "YES"), (KNOWN, -9, "YES"), (KNOWN, 1, "NO"), (UNKNOWN, 0, "UNKNOWN")],
)
def test_an_organization_signs_once_a_member_has(
    organizations: tuple[RegionalOrganization, ...], signed: int | None, answer: str
) -> None:
    """On the same day at the latest; where the members are not known it stays open."""
    on = date(2026, 6, 1)
    events = [] if signed is None else [ev(ASTORIA, Act.SIGNATURE, plus(on, signed)), ev("Else", Act.SIGNATURE, on)]
    assert may_sign(history(events, organizations=organizations), UNION, on).truth.name == answer


# The third paragraph


@pytest.mark.parametrize("act", Act)
def test_what_expresses_consent(act: Act) -> None:
    """The four instruments do; a signature and a decision at home do not; succession is for general law."""
    wanted = {Act.RATIFICATION: "YES", Act.ACCEPTANCE: "YES", Act.APPROVAL: "YES", Act.ACCESSION: "YES"}
    assert expresses_consent(act).truth.name == {**wanted, Act.SUCCESSION: "UNKNOWN"}.get(act, "NO")


def test_ratification_follows_a_signature() -> None:
    """A signatory may ratify for ever, one that has not signed accedes; the other reading opens both to all."""
    signed = history(ev(ASTORIA, Act.SIGNATURE, date(2025, 10, 25)))
    assert may_confirm_signature(signed, ASTORIA, date(2099, 1, 1)).is_yes
    assert may_confirm_signature(signed, ASTORIA, date(2025, 10, 24)).is_no
    assert may_confirm_signature(signed, BORDURIA, date(2099, 1, 1)).is_no
    anyone = Readings.of(RatifyingUnsigned.ANYONE)
    assert may_confirm_signature(signed, BORDURIA, date(2099, 1, 1)).under(anyone).is_yes


@pytest.mark.parametrize("rule", [may_confirm_signature, may_accede])
def test_consent_is_given_once(rule: object) -> None:
    """While an instrument stands no second one is open; once a denunciation has taken effect it is."""
    found = in_force(ev(ASTORIA, Act.SIGNATURE, START), ev(ASTORIA, Act.DENUNCIATION, date(2028, 7, 1)))
    answers = [rule(found, ASTORIA, on).truth.name for on in (START, date(2029, 6, 30), date(2029, 7, 1))]  # type: ignore[operator]
    assert answers == ["NO", "NO", "YES"]


@pytest.mark.parametrize(
    ("organizations", "act", "answer", "wide"),
    [
        (KNOWN, Act.RATIFICATION, "YES", "YES"),
        (KNOWN, Act.APPROVAL, "YES", "YES"),
        (KNOWN, Act.ACCESSION, "NO", "YES"),
        (KNOWN, Act.SIGNATURE, "NO", "NO"),
        (UNKNOWN, Act.RATIFICATION, "UNKNOWN", "UNKNOWN"),
    ],
)
def test_an_organization_ratifies_once_a_member_has_done_likewise(
    organizations: tuple[RegionalOrganization, ...], act: Act, answer: str, wide: str
) -> None:
    """One member that has ratified, accepted or approved is enough; whether one that acceded is, is a reading."""
    found = history(ev(UNION, Act.SIGNATURE, START), ev(ASTORIA, act, START), organizations=organizations)
    assert may_confirm_signature(found, UNION, START).truth.name == answer
    under = Readings.of(DoneLikewise.ANY_INSTRUMENT)
    assert may_confirm_signature(found, UNION, START).under(under).truth.name == wide


# The fourth paragraph


@pytest.mark.parametrize(
    ("organizations", "on", "answer"),
    [
        (KNOWN, plus(IN_FORCE, -1), "NO"),
        (KNOWN, IN_FORCE, "YES"),
        (UNKNOWN, IN_FORCE, "UNKNOWN"),
        ((RegionalOrganization(UNION, ("Else",)),), IN_FORCE, "NO"),
    ],
)
def test_an_organization_accedes_once_a_member_is_a_party(
    organizations: tuple[RegionalOrganization, ...], on: date, answer: str
) -> None:
    """A member that has only deposited its instrument is not enough; each act asks for another thing."""
    assert may_accede(in_force(organizations=organizations), UNION, on).truth.name == answer


def test_any_state_may_accede_at_any_time() -> None:
    """Before and after the window for signature, whether or not it has signed."""
    signed = history(ev(ASTORIA, Act.SIGNATURE, START))
    assert all(may_accede(signed, ASTORIA, on).is_yes for on in (date(2025, 1, 1), START, date(2099, 1, 1)))


@pytest.mark.parametrize(("act", "cited"), [(Act.APPROVAL, art(64, 3)), (Act.ACCESSION, art(64, 4))])
def test_an_organization_declares_its_competence(act: Act, cited: object) -> None:
    """With its instrument, whichever it is, and later whatever changes; a State has nothing of that to declare."""
    duties = duties_with_instrument(history(organizations=KNOWN), UNION, act)
    assert [(duty.trigger.truth.name, duty.authority) for duty in duties] == [("YES", (cited,))] * 3
    assert [
        duty.trigger.truth.name for duty in duties_with_instrument(History(**UNDECLARED, events=()), ASTORIA, act)
    ] == [
        "YES",
        "NO",
        "NO",
    ]
    signing = duties_with_instrument(history(organizations=KNOWN), UNION, Act.SIGNATURE)
    assert all(duty.trigger.is_no for duty in signing)


# Taking part

LEFT = in_force(
    ev(ASTORIA, Act.SIGNATURE, date(2025, 10, 25)),
    ev(ASTORIA, Act.DENUNCIATION, date(2028, 2, 29)),
    ev(ASTORIA, Act.ACCESSION, date(2030, 1, 1)),
)
WAY = [
    (date(2025, 10, 24), Status.NONE),
    (date(2025, 10, 25), Status.SIGNATORY),
    (plus(START, -1), Status.SIGNATORY),
    (START, Status.CONSENTED),
    (plus(IN_FORCE, -1), Status.CONSENTED),
    (IN_FORCE, Status.PARTY),
    (date(2028, 2, 28), Status.PARTY),
    (date(2028, 2, 29), Status.LEAVING),
    (date(2029, 2, 27), Status.LEAVING),
    (date(2029, 2, 28), Status.FORMER_PARTY),
    (date(2029, 12, 31), Status.FORMER_PARTY),
    (date(2030, 1, 1), Status.CONSENTED),
    (date(2030, 1, 30), Status.CONSENTED),
    (date(2030, 1, 31), Status.PARTY),
]


@pytest.mark.parametrize(("on", "expected"), WAY)
def test_the_way_of_a_participant(on: date, expected: Status) -> None:
    """From nothing to signatory, consent, Party, leaving, gone, back: and `StateParty` says the same."""
    assert status(LEFT, ASTORIA, on) is expected
    assert participation(LEFT, ASTORIA, on).status is expected
    bound = expected in (Status.PARTY, Status.LEAVING)
    assert state_party(LEFT, ASTORIA, on).is_bound(on).settled() is bound


def test_dates_are_those_known_on_the_day() -> None:
    """What comes later does not show; the end of a term says that it was clamped."""
    before = participation(LEFT, ASTORIA, START)
    assert (before.deposited_on, before.in_force_on and before.in_force_on.on, before.ends_on) == (
        START,
        IN_FORCE,
        None,
    )
    assert participation(LEFT, ASTORIA, plus(START, -1)).act is None
    leaving = participation(LEFT, ASTORIA, date(2028, 3, 1))
    assert leaving.ends_on is not None
    assert (leaving.ends_on.on, leaving.ends_on.clamped) == (date(2029, 2, 28), True)
    assert participation(LEFT, ASTORIA, date(2031, 1, 1)).in_force_on is not None


def test_two_parties_of_a_history_make_a_relation() -> None:
    """What the rules on relations ask of two Parties is answered from the history, reservations and all."""
    found = in_force(ev(BORDURIA, Act.RESERVATION, START, provision=art(42, 5)), **WHOLE)
    on = IN_FORCE
    one, other = (state_party(found, name, on) for name in (ASTORIA, BORDURIA))
    assert is_bound_by_convention(relation=Relation(requesting=one, requested=other, on=on)).is_yes
    assert one.reservations == ()
    assert other.reservations is not None
    assert [made.provision for made in other.reservations] == [art(42, 5)]
    assert state_party(in_force(), ASTORIA, on).reservations is None


@pytest.mark.parametrize(("recorded", "bound"), [(None, None), (plus(START, 350), True), (plus(START, 900), False)])
def test_a_successor_as_a_state_party(recorded: date | None, bound: bool | None) -> None:
    """Where its day is not recorded it is not known whether it is bound."""
    found = in_force(ev("Drovia", Act.SUCCESSION, plus(START, 400), effective_on=recorded))
    on = plus(START, 500)
    assert state_party(found, "Drovia", on).is_bound(on).truth is Truth.of(bound)
    expected = {None: Status.UNDETERMINED, True: Status.PARTY, False: Status.CONSENTED}[bound]
    assert status(found, "Drovia", on) is expected


def test_a_decision_at_home_is_no_deposit() -> None:
    """Parliament has approved: between States nothing has changed."""
    found = history(ev(ASTORIA, Act.DOMESTIC_APPROVAL, START), accessions(BORDURIA))
    assert status(found, ASTORIA, plus(START, 1)) is Status.NONE


def test_new_york_at_the_end_of_the_year() -> None:
    """On the other reading it opens on 1 January 2026 and not a day earlier."""
    under, signing = Readings.of(SignatureThereafter.AFTER_YEAR), Signing(place=Place.NEW_YORK, **CEREMONY)
    days = (date(2025, 12, 31), date(2026, 1, 1))
    assert [
        may_sign(History(**UNDECLARED, events=()), ASTORIA, on, signing).under(under).truth.name for on in days
    ] == [
        "NO",
        "YES",
    ]


def test_a_member_does_likewise_on_the_day_at_the_latest() -> None:
    """On the eve of its member's ratification the way is not open to the organization."""
    found = history(ev(UNION, Act.SIGNATURE, START), ev(ASTORIA, Act.RATIFICATION, plus(START, 9)), organizations=KNOWN)
    assert [may_confirm_signature(found, UNION, plus(START, days)).truth.name for days in (8, 9)] == ["NO", "YES"]


def test_whether_a_member_is_a_party_is_asked_of_the_depositary() -> None:
    """Where the members are not known, the open question says what, under which paragraph, and of whom."""
    finding = may_accede(in_force(organizations=UNKNOWN), UNION, IN_FORCE)
    (asked,) = finding.open_questions
    assert asked.statement == "a member State of the organization is a Party"
    assert (asked.authority, asked.asked_of, asked.subject) == ((art(64, 4),), Role.DEPOSITARY, UNION)


def test_how_one_takes_part_whose_succession_is_denounced() -> None:
    """Without a recorded day it is open whether it is a Party; once its denunciation takes effect it is none."""
    found = in_force(ev("Heir", Act.SUCCESSION, START), ev("Heir", Act.DENUNCIATION, date(2028, 7, 1)))
    days = (START, date(2029, 6, 30), date(2029, 7, 1))
    statuses = [status(found, "Heir", on) for on in days]
    assert statuses == [Status.UNDETERMINED, Status.UNDETERMINED, Status.FORMER_PARTY]


def test_until_when_one_is_bound() -> None:
    """A Party until its denunciation takes effect, known beforehand; an organization without members up to the day."""
    found = in_force(ev(ASTORIA, Act.DENUNCIATION, date(2028, 7, 1)))
    gone = date(2029, 7, 1)
    for on in (date(2028, 7, 1), plus(gone, -1), gone, plus(gone, 10)):
        known = state_party(found, ASTORIA, on)
        assert (known.bound_from, known.bound_until) == (IN_FORCE, gone)
    assert state_party(found, ASTORIA, date(2028, 6, 30)).bound_until is None
    members = [ev(name, Act.DENUNCIATION, date(2028, 7, 1)) for name in (ASTORIA, BORDURIA)]
    union = in_force(accessions(UNION), members, organizations=KNOWN)
    ceased = state_party(union, UNION, plus(gone, 10))
    assert (ceased.bound_from, ceased.bound_until) == (IN_FORCE, plus(gone, 10))
    both = in_force(accessions(UNION), members, ev(UNION, Act.DENUNCIATION, date(2029, 7, 9)), organizations=KNOWN)
    assert state_party(both, UNION, plus(gone, 10)).bound_until == plus(gone, 10)


def test_one_signs_once() -> None:
    """Art. 64(1): on the day of its signature the way was open, and on no day after it."""
    found = history(ev(ASTORIA, Act.SIGNATURE, date(2026, 6, 1)))
    assert [may_sign(found, ASTORIA, date(2026, 6, on)).truth.name for on in (1, 2)] == ["YES", "NO"]
    between = history(ev(ASTORIA, Act.SIGNATURE, Between(date(2026, 6, 1), date(2026, 6, 5))))
    assert may_sign(between, ASTORIA, date(2026, 6, 3)).is_unknown
