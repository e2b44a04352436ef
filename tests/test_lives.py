"""The life of each duty of Chapters I to IV and VI to IX: how it is followed, and where it stands by its facts."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from attrs import evolve

from tests.final_provisions.builders import ASTORIA, IN_FORCE, PAIR, START, UNDECLARED, UNION, WHOLE, ev, in_force, plus
from uncc.cases import Entry, is_broken, standing, standings, while_a_party
from uncc.conference import (
    ConferenceNeed,
    ReportingHelp,
    duties_of_secretariat,
    duties_on_conference_information,
    duties_on_first_session,
)
from uncc.final_provisions import (
    Act,
    Deliberation,
    Dispute,
    Event,
    History,
    Practice,
    RegionalOrganization,
    duties_on_declarations,
    duties_on_denunciation,
    duties_on_dispute,
    duties_on_implementation,
    duties_on_notifications,
    duties_on_proposal,
    duties_on_protocol,
    duties_with_instrument,
)
from uncc.jurisdiction import Commission, JurisdictionLaw, duties_on_jurisdiction
from uncc.kernel.between import Between
from uncc.kernel.duties import Duty
from uncc.kernel.findings import by_text
from uncc.kernel.parties import Reservation, State, StateParty
from uncc.kernel.provisions import art
from uncc.offences import (
    ConventionOffence,
    DataInterference,
    DomesticOffence,
    InvolvementLaw,
    LegalPersonLaw,
    LimitationLaw,
    ProsecutedPerson,
    SanctionLaw,
    duties_on_involvement,
    duties_on_legal_persons,
    duties_on_limitation,
    duties_on_prosecution,
    duties_on_sanctions,
    duties_to_criminalize,
)
from uncc.prevention import PreventionContact, duties_on_prevention_contact
from uncc.procedural import (
    RemovalRequest,
    ReservingState,
    SafeguardReview,
    ScopeRegime,
    Victim,
    VictimRegime,
    Witness,
    WitnessRegime,
    duties_on_powers,
    duties_on_removal,
    duties_on_reservations,
    duties_on_third_parties,
    duties_on_victims,
    duties_on_witnesses,
)
from uncc.readings import Readings
from uncc.readings.chapter_9 import ReservationMoment

SCRIPT = Path(__file__).resolve().parents[1] / "docs" / "duties.py"
ELSEWHERE = ("uncc.cooperation.", "uncc.confiscation.")
LATER = date(2031, 5, 1)

MANNERS = {
    "continuing": """
        online-commission criminalize-illegal-access criminalize-illegal-interception criminalize-data-interference
        criminalize-system-interference criminalize-misuse-of-devices criminalize-forgery criminalize-theft-or-fraud
        criminalize-child-abuse-material criminalize-solicitation criminalize-intimate-images criminalize-laundering
        legal-person-liability natural-persons-stay-liable sanction-legal-persons criminalize-participation
        long-limitation-period more-time-after-evasion sanction-offences exercise-discretion ensure-guarantees
        secure-presence weigh-gravity-at-release protect-accused-children jurisdiction-territory
        jurisdiction-flag-or-registration jurisdiction-national-not-extradited establish-powers apply-powers
        custodian-silence provider-silence-on-traffic-data provider-silence-on-interception protect-close-person
        protect-witness assist-victim open-compensation hear-victim assist-recovery look-at-circumstances
        contribution-office contribution-account provide-secretariat serve-conference coordinate-secretariats implement
        negotiate
        ensure-removal extradition-authority-changed central-authority-changed
    """,
    "liberty": """
        reserve-misuse-of-devices legal-person-form criminalize-attempt criminalize-preparation aggravate
        jurisdiction-victim jurisdiction-offender jurisdiction-laundering jurisdiction-state-as-victim
        jurisdiction-person-not-extradited reserve-traffic-data reserve-closed-systems consider-foreign-conviction
        protect-physically take-safe-testimony distinct-central-authority diplomatic-channels reserve-preservation
        dispute-opt-out dispute-opt-out-withdrawal propose-amendment denounce
    """,
    "act": """
        laundering-laws laundering-laws-changed consult-on-jurisdiction restrict-offence-reservation
        restrict-closed-group-reservation consider-third-parties relocation-agreements extradition-basis
        extradition-authority central-authority languages
        contact-point confiscation-laws confiscation-laws-changed prevention-authority consider-assisting-research
        contribution-mechanism convene-first-session conference-information help-with-information
        seek-consensus-on-protocol competence-changed competence-with-ratification deposit-instrument
        competence-changed-after-accession competence-with-accession deposit-instrument-of-accession
        communicate-proposal seek-consensus-on-amendment
    """,
}
"""By the text: what is in place or kept up, what may be done or left, and what is done once."""


def given_by(script: ModuleType) -> Iterator[Duty]:
    """Yield each duty that is given by a function of these chapters."""
    for ways in script.duties().values():
        yield from (duty for name, duty in ways if not name.startswith(ELSEWHERE))


@pytest.mark.long
def test_the_manner_of_each_duty() -> None:
    """A law, a protection or a secrecy is kept up; a notice is given once; nothing here is forbidden."""
    spec = importlib.util.spec_from_file_location("duties", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    listed = {name: manner for manner, names in MANNERS.items() for name in names.split()}
    assert {duty.id: duty.manner.value for duty in given_by(script)} == listed


def stands(duty: Duty, on: date = LATER, **others: Any) -> str:
    """Return where a duty stands on a day, in one word."""
    return standing(duty, on=on, **others).status.value


# Chapters II to IV: what is in place, and what was considered or chosen

FULL = DataInterference(damages=True, deletes=True, deteriorates=True, alters=True, suppresses=True)
VARIANTS = [None, True, False]


def law_duties(known: bool | None) -> Iterator[Duty]:
    """Yield what depends on facts of a law, each of which is so."""

    def filled(kind: Any, **others: Any) -> Any:
        return kind(**{**dict.fromkeys(kind.questions(), known), **others})

    tried = {"prosecuted": True, "convicted": True, "early_release_considered": True, "proceedings_ended": False}
    person = filled(ProsecutedPerson, **tried)
    witness = Witness(testifies=True, about_convention_offence=True, close_to_witness=True, protection_appropriate=True)
    request = RemovalRequest(was_made=True, intimate_image=True, consistent_with_framework=True)
    spares = None if known is None else not known
    limits = filled(LimitationLaw, appropriate=True)
    law = () if known is False else [DomesticOffence(title="Data", definition=FULL, criminal=known)]
    yield from duties_to_criminalize(ConventionOffence.DATA_INTERFERENCE, law)
    yield from duties_on_legal_persons(filled(LegalPersonLaw, spares_natural_persons=spares))
    yield from duties_on_involvement(filled(InvolvementLaw))
    yield from duties_on_limitation(limits)
    yield from duties_on_sanctions(filled(SanctionLaw, gives_discretion=True))
    yield from duties_on_prosecution(person)
    yield from duties_on_powers(filled(ScopeRegime))
    yield from duties_on_third_parties(filled(SafeguardReview, consistent_with_public_interest=True))
    yield from duties_on_witnesses(witness, filled(WitnessRegime))
    yield from duties_on_victims(Victim(of_sexual_offence=True), filled(VictimRegime))
    yield from duties_on_removal(request, filled(VictimRegime))


@pytest.mark.parametrize(
    ("known", "kept", "done", "used"),
    [
        (True, "continuing", "done-in-time", "used"),
        (None, "continuing", "owed-as-far-as-known", "open"),
        (False, "broken", "owed", "open"),
    ],
)
def test_arts_7_to_34_the_law_tells(known: bool | None, kept: str, done: str, used: str) -> None:
    """What is in place is kept, what is not is broken; what was considered is done; what was chosen is used."""
    by_record = {"exercise-discretion", "secure-presence"}  # of which the models hold no fact
    expected = {"continuing": kept, "act": done, "liberty": used}
    for duty in law_duties(known):
        if duty.id not in by_record and not duty.trigger.is_unknown:
            assert stands(duty) == expected[duty.manner.value], duty.id
    for duty in law_duties(known):
        if duty.id in by_record and duty.trigger.is_yes:
            assert stands(duty) == "continuing", duty.id
            assert stands(duty, record=(Entry(did_not=duty.id, on=LATER),)) == "broken"


def test_arts_7_to_17_a_law_that_is_not_known() -> None:
    """Nothing tells of the breach but the record."""
    (duty,) = duties_to_criminalize(ConventionOffence.FORGERY)
    assert is_broken(duty, on=LATER).is_unknown
    assert is_broken(duty, on=LATER, record=(Entry(did_not="criminalize-forgery", on=date(2031, 1, 1)),)).is_yes


def test_art_22_jurisdiction_is_kept_up_or_open() -> None:
    """Art. 22(1): a base that the State must establish; Art. 22(2): one that it may."""
    duties = {
        duty.id: duty
        for duty in duties_on_jurisdiction(Commission(convention_offence=True, in_territory=True, against_state=True))
    }
    record = (Entry(did_not="jurisdiction-territory", on=LATER),)
    assert stands(duties["jurisdiction-territory"]) == "continuing"
    assert stands(duties["jurisdiction-territory"], record=record) == "broken"
    assert stands(duties["jurisdiction-state-as-victim"]) == "open"


@pytest.mark.parametrize(("considered", "wanted"), [(True, "done-in-time"), (False, "owed")])
def test_art_23_3_reserved_and_considered(considered: bool, wanted: str) -> None:
    """The right is used by reserving; to consider is enough, whatever comes of it."""
    made = tuple(Reservation(provision=art(23, 3, letter), made_on=date(2028, 1, 1), stands=True) for letter in "ab")
    state = ReservingState(party=StateParty(state=State("Astoria"), reservations=made), on=LATER)
    both = ("considered_restricting_offences", "considered_restricting_closed_groups")
    names = ("restrict-offence-reservation", "restrict-closed-group-reservation")
    found: dict[str, Duty] = {}
    for fact, name, other in zip(both, names, reversed(names), strict=True):
        found = {duty.id: duty for duty in duties_on_reservations(state, ScopeRegime(**{fact: considered}))}
        assert (stands(found[name]), stands(found[other])) == (wanted, "owed-as-far-as-known")
    for name in ("reserve-traffic-data", "reserve-closed-systems"):
        used = found[name].life.done
        assert used is not None
        assert used.finding.is_yes


@pytest.mark.parametrize(
    ("name", "base", "told"),
    [
        ("territory", "jurisdiction-territory", ("continuing", "broken")),
        ("flag_or_registration", "jurisdiction-flag-or-registration", ("continuing", "broken")),
        ("national_not_extradited", "jurisdiction-national-not-extradited", ("continuing", "broken")),
        ("state_as_victim", "jurisdiction-state-as-victim", ("used", "open")),
    ],
)
def test_art_22_the_law_establishes_jurisdiction(name: str, base: str, told: tuple[str, str]) -> None:
    """Art. 22(1), (3): a law that does not breaks the duty; Art. 22(2): one that does has used the right."""
    for established, wanted in zip((True, False), told, strict=True):
        law = JurisdictionLaw(**{name: established})
        duties = {duty.id: duty for duty in duties_on_jurisdiction(Commission(), law=law)}
        assert stands(evolve(duties[base], trigger=by_text(True, "it arises", art(22, 1)))) == wanted


@pytest.mark.parametrize(
    ("facts", "record", "wanted"),
    [
        ({"proceedings_ended_on": date(2028, 12, 1)}, (), "lapsed"),
        ({"proceedings_ended": False}, (), "continuing"),
        ({"fair_trial": False}, (), "broken"),
        ({"proceedings_ended_on": date(2028, 12, 1)}, (date(2028, 11, 1),), "broken"),
        ({"proceedings_ended_on": date(2028, 12, 1)}, (date(2028, 12, 20),), "lapsed"),
    ],
)
def test_art_21_4_the_guarantees_last_as_long_as_the_proceedings(
    facts: dict[str, Any], record: tuple[date, ...], wanted: str
) -> None:
    """What was broken before they ended stays broken; afterwards nothing is."""
    duty, *_ = duties_on_prosecution(ProsecutedPerson(prosecuted=True, **facts))
    assert stands(duty, record=tuple(Entry(did_not="ensure-guarantees", on=day) for day in record)) == wanted


# Chapters VI to VIII


def test_art_53_7_the_contact_is_told() -> None:
    """Being told does not keep the duty from having arisen."""
    told = {name: PreventionContact(is_party=True, name_told=True, address_told=name) for name in VARIANTS}
    found = {name: stands(duties_on_prevention_contact(contact)[0]) for name, contact in told.items()}
    assert found == {None: "owed-as-far-as-known", True: "done-in-time", False: "owed"}


def test_art_57_6_the_information_is_given() -> None:
    """It is owed where the Conference requires it, and done once it is given."""
    needs = {given: ConferenceNeed(requires_information=True, information_given=given) for given in VARIANTS}
    found = {given: stands(duties_on_conference_information(need)[0]) for given, need in needs.items()}
    assert found == {None: "owed-as-far-as-known", True: "done-in-time", False: "owed"}


def test_art_57_6_the_conference_sets_the_day() -> None:
    """Where it has set a last day, what is given later is late."""
    given_on = {date(2028, 12, 1): "done-in-time", date(2028, 12, 2): "done-late", None: "past-unless-done"}
    for day, wanted in given_on.items():
        need = ConferenceNeed(requires_information=True, required_by=date(2028, 12, 1), information_given_on=day)
        assert stands(duties_on_conference_information(need)[0]) == wanted


@pytest.mark.parametrize(
    ("convened_on", "on", "wanted"),
    [
        (None, date(2027, 5, 31), "not-yet"),
        (None, date(2028, 6, 1), "owed-as-far-as-known"),
        (None, date(2028, 6, 2), "past-unless-done"),
        (date(2028, 6, 1), LATER, "done-in-time"),
        (date(2028, 6, 2), LATER, "done-late"),
        (date(2028, 6, 3), date(2028, 6, 2), "overdue"),
        (Between(date(2028, 5, 1), date(2028, 7, 1)), LATER, "done"),
    ],
)
def test_art_57_2_the_first_session(convened_on: Any, on: date, wanted: str) -> None:
    """From entry into force to the same day of the next year, which is in time."""
    (duty,) = duties_on_first_session(date(2027, 6, 1), convened_on)
    assert stands(duty, on) == wanted


def test_art_58_the_secretariat_serves_as_long_as_there_is_a_conference() -> None:
    """Art. 58(2)(b): help is given to whoever asks, each time; the other services are kept up."""
    found = {duty.id: duty for duty in duties_of_secretariat(ReportingHelp(requested=True))}
    assert stands(found["serve-conference"]) == "continuing"
    helped = (Entry(did="help-with-information", on=LATER),)
    assert stands(found["help-with-information"], record=helped) == "done-in-time"


# Chapter IX


def known(*events: Event, **others: Any) -> History:
    """Return a treaty in force of which every act stands in the history."""
    return in_force(*events, **WHOLE, **others)


def told(provision: Any, on: date) -> Event:
    """Return a notification by Astoria."""
    return ev(ASTORIA, Act.NOTIFICATION, on, provision=provision)


def notice(history: History, name: str, on: date) -> Duty:
    """Return one of the duties to notify of Astoria."""
    return {duty.id: duty for duty in duties_on_notifications(history, ASTORIA, on)}[name]


@pytest.mark.parametrize(
    ("days", "wanted"), [(-1, "done-in-time"), (0, "done-in-time"), (1, "done-late"), (None, "overdue")]
)
@pytest.mark.parametrize(
    ("name", "provision"),
    [("extradition-authority", art(37, 19)), ("central-authority", art(40, 12, "c")), ("languages", art(40, 13))],
)
def test_what_is_told_with_the_instrument(name: str, provision: Any, days: int | None, wanted: str) -> None:
    """Arts. 37(19), 40(12)(c), 40(13): by the day of the deposit; told on signing is in time as well."""
    history = known() if days is None else known(told(provision, plus(START, days)))
    assert stands(notice(history, name, IN_FORCE), IN_FORCE) == wanted
    assert is_broken(notice(history, name, IN_FORCE), on=IN_FORCE).is_yes is (wanted in {"done-late", "overdue"})


@pytest.mark.parametrize(("days", "wanted"), [(1, "done-in-time"), (5, "done"), (9, "done"), (10, "done-late")])
def test_a_deposit_of_which_the_day_is_known_in_part(days: int, wanted: str) -> None:
    """Art. 40(13): what was told by the first day that it can be is in time, and after the last day late."""
    deposit = ev("Drovia", Act.ACCESSION, Between(plus(IN_FORCE, 1), plus(IN_FORCE, 9)))
    notified = ev("Drovia", Act.NOTIFICATION, plus(IN_FORCE, days), provision=art(40, 13))
    duties = duties_on_notifications(known(deposit, notified), "Drovia", LATER)
    assert [stands(duty) for duty in duties if duty.id == "languages"] == [wanted]


def test_what_a_history_may_lack_is_not_late() -> None:
    """Where notifications may be missing, one that came late may have been made before."""
    assert stands(notice(in_force(**UNDECLARED), "languages", IN_FORCE), IN_FORCE) == "past-unless-done"
    late = in_force(told(art(40, 13), plus(START, 5)), **UNDECLARED)
    assert stands(notice(late, "languages", IN_FORCE), IN_FORCE) == "done"
    wider = known(told(art(40, 12), START), told(art(40, 12, "c"), plus(START, 5)))
    assert stands(notice(wider, "central-authority", IN_FORCE), IN_FORCE) == "done"


@pytest.mark.parametrize(
    ("name", "provision"),
    [
        ("laundering-laws", art(17, 2, "d")),
        ("contact-point", art(41, 2)),
        ("confiscation-laws", art(50, 5)),
        ("prevention-authority", art(53, 7)),
    ],
)
def test_what_is_told_once_a_party(name: str, provision: Any) -> None:
    """Without a day of its own it is owed from entry into force, never late by itself, and ended by denunciation."""
    left = ev(ASTORIA, Act.DENUNCIATION, date(2028, 7, 1))
    open_still = standing(notice(known(left), name, date(2028, 8, 1)), on=plus(IN_FORCE, 40))
    assert (open_still.status.value, open_still.days_owed, open_still.broken.is_unknown) == ("owed", 40, True)
    assert stands(notice(known(left), name, date(2028, 8, 1)), date(2029, 7, 1)) == "lapsed"
    done = known(told(provision, plus(IN_FORCE, 3)))
    assert stands(notice(done, name, LATER)) == "done-in-time"


def test_art_59_1_measures_are_kept_up_by_a_party() -> None:
    """From the day on which the Convention binds it, until its denunciation takes effect."""
    history = known(ev(ASTORIA, Act.DENUNCIATION, date(2028, 7, 1)))
    (duty,) = duties_on_implementation(history, ASTORIA, date(2028, 8, 1))
    days = (plus(IN_FORCE, -1), IN_FORCE, date(2029, 6, 30), date(2029, 7, 1))
    assert [stands(duty, on) for on in days] == ["not-yet", "continuing", "continuing", "lapsed"]
    assert stands(duty, LATER, record=(Entry(did_not="implement", on=date(2028, 9, 1)),)) == "broken"
    signatory = known(ev("Drovia", Act.SIGNATURE, START))
    assert stands(duties_on_implementation(signatory, "Drovia", LATER)[0]) == "not-owed"


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ({}, "owed-as-far-as-known"),
        ({"consensus_reached": True}, "done-in-time"),
        ({"consensus_reached": False, "efforts_exhausted": True}, "done-in-time"),
        ({"consensus_reached": False, "efforts_exhausted": False}, "owed"),
    ],
)
def test_art_62_1_consensus_is_sought(facts: dict[str, Any], wanted: str) -> None:
    """Every effort is enough, whether or not it succeeds; on an amendment once the proposal was communicated."""
    deliberation = Deliberation(**facts)
    assert stands(duties_on_protocol(deliberation)[0]) == wanted
    proposed = duties_on_proposal(known(), ASTORIA, date(2033, 1, 1), deliberation=deliberation)
    on = date(2033, 2, 1)
    steps = tuple(Entry(did=name, on=on) for name in ("propose-amendment", "communicate-proposal"))
    assert [found.status.value for found in standings(proposed, on=on, record=steps)][2] == wanted


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ({"efforts_exhausted": False, "consensus_reached": False, "voted_on": date(2028, 12, 1)}, "overdue"),
        ({"efforts_exhausted": True, "voted_on": date(2028, 12, 1)}, "done-in-time"),
        ({"voted": True}, "past-unless-done"),
    ],
)
def test_art_62_1_a_vote_before_every_effort_breaks_the_duty(facts: dict[str, Any], wanted: str) -> None:
    """A vote is the last resort, once all efforts at consensus are exhausted."""
    (duty,) = duties_on_protocol(Deliberation(**facts))
    assert stands(duty) == wanted


def test_art_66_1_step_by_step() -> None:
    """After five years a Party may propose; what follows waits for that."""
    duties = duties_on_proposal(known(), ASTORIA, date(2033, 1, 1))
    before = (Entry(complete_until=date(2033, 1, 1)),)
    now, then = date(2033, 1, 1), date(2033, 1, 2)
    waiting = [one.status.value for one in standings(duties, on=now, record=before)]
    assert waiting == ["open", "waiting", "waiting"]
    proposed = (Entry(did="propose-amendment", on=now),)
    assert [one.status.value for one in standings(duties, on=then, record=proposed)][:2] == [
        "used",
        "owed-as-far-as-known",
    ]
    opens = duties[0].life.since
    assert opens is not None
    assert opens.on == date(2032, 9, 30)


@pytest.mark.parametrize(("failed", "wanted"), [(None, "continuing"), (False, "continuing"), (True, "lapsed")])
def test_art_63_1_negotiation_goes_on_until_it_has_failed(failed: bool | None, wanted: str) -> None:
    """Arbitration takes its place once peaceful means cannot settle the dispute."""
    dispute = Dispute(concerns_convention=True, peaceful_means_failed=failed)
    assert stands(duties_on_dispute(known(), PAIR, dispute, LATER)[0]) == wanted


def test_art_63_1_a_dispute_that_is_settled() -> None:
    """The endeavour is kept to the day on which the dispute is settled; without a day it has ended."""
    told: list[tuple[dict[str, Any], str]] = [
        ({"resolved_on": date(2028, 12, 1)}, "kept"),
        ({"resolved": True}, "lapsed"),
    ]
    for facts, wanted in told:
        dispute = Dispute(concerns_convention=True, peaceful_means_failed=False, **facts)
        kept = (Entry(did="negotiate", on=date(2028, 12, 1)), Entry(complete_until=LATER))
        assert stands(duties_on_dispute(known(), PAIR, dispute, LATER)[0], record=kept) == wanted


def test_art_67_1_a_denunciation_ends_what_every_party_owes() -> None:
    """From the day on which it takes effect; a State of which none is told owes it on."""
    (duty,) = duties_to_criminalize(ConventionOffence.FORGERY)
    left = StateParty(state=State("Astoria"), bound_until=date(2030, 1, 5))
    (ended,) = while_a_party((duty,), left)
    assert [stands(ended, date(2030, 1, day)) for day in (4, 5)] == ["continuing", "lapsed"]
    assert while_a_party((duty,), StateParty(state=State("Astoria"))) == (duty,)
    undated = StateParty(state=State("Astoria"), denounced=True)
    assert stands(while_a_party((duty,), undated)[0]) == "continuing"


def test_arts_37_19_and_40_12_a_register_is_correct_at_all_times() -> None:
    """What it says wrongly breaks the duty from the first day."""
    wrong = Practice(extradition_authority_changed=True, central_authority_changed=True)
    found = {duty.id: duty for duty in duties_on_notifications(known(), ASTORIA, LATER, practice=wrong)}
    for name in ("extradition-authority-changed", "central-authority-changed"):
        assert stands(found[name]) == "broken"


def right(history: History, name: str, on: date, **others: Any) -> Duty:
    """Return one of the declarations that are open to Astoria."""
    return {duty.id: duty for duty in duties_on_declarations(history, ASTORIA, on, **others)}[name]


@pytest.mark.parametrize(
    ("name", "provision"),
    [
        ("dispute-opt-out", art(63, 3)),
        ("reserve-misuse-of-devices", art(11, 3)),
        ("reserve-traffic-data", art(23, 3, "a")),
        ("reserve-closed-systems", art(23, 3, "b")),
        ("reserve-preservation", art(42, 5)),
    ],
)
def test_what_is_declared_with_the_instrument(name: str, provision: Any) -> None:
    """Art. 63(3), and by the reading that is adopted each reservation: on the day of consent, and no more after it."""
    unused, used = known(), known(ev(ASTORIA, Act.RESERVATION, START, provision=provision))
    assert [stands(right(unused, name, START), plus(START, days)) for days in (0, 1)] == ["open", "gone"]
    assert [stands(right(used, name, START), plus(START, days)) for days in (0, 1)] == ["used", "used"]
    assert stands(right(known(), name, plus(START, -9)), plus(START, -9)) == "open"


def test_a_reservation_at_any_time() -> None:
    """On the other reading it stays open to a Party."""
    any_time = Readings.of(ReservationMoment.ANY_TIME)
    found = right(known(), "reserve-preservation", LATER, readings=any_time)
    assert stands(found) == "open"


def test_what_is_open_to_a_party() -> None:
    """Arts. 40(12)(d), 63(4), 66(1), 67(1): from the day on which it is bound, or has declared; used on receipt."""
    history = known(ev(ASTORIA, Act.RESERVATION, START, provision=art(63, 3)))
    assert stands(right(history, "dispute-opt-out-withdrawal", START), START) == "open"
    channels = right(known(), "diplomatic-channels", IN_FORCE)
    assert [stands(channels, plus(IN_FORCE, days)) for days in (-1, 0)] == ["not-yet", "open"]
    proposal = right(known(), "propose-amendment", date(2033, 1, 1))
    assert [stands(proposal, date(2032, 9, day)) for day in (29, 30)] == ["not-yet", "open"]
    left = known(ev(ASTORIA, Act.DENUNCIATION, date(2028, 7, 1)))
    on = date(2028, 7, 2)
    for duty in (right(left, "denounce", on), duties_on_denunciation(left, ASTORIA, on)[0]):
        days = (plus(IN_FORCE, -1), IN_FORCE, date(2028, 6, 30), date(2028, 7, 1))
        assert [stands(duty, day) for day in days] == ["not-yet", "open", "open", "used"]
    assert stands(duties_on_denunciation(History(), ASTORIA, on)[0], on) == "not-determined"


@pytest.mark.parametrize(
    ("days", "wanted"), [(None, "overdue"), (-1, "done-in-time"), (0, "done-in-time"), (3, "done-late")]
)
@pytest.mark.parametrize("act", [Act.APPROVAL, Act.ACCESSION])
def test_art_64_3_and_4_competence_is_declared_with_the_instrument(act: Act, days: int | None, wanted: str) -> None:
    """In the instrument, or at the time of accession: by the day of its deposit."""
    declared = [] if days is None else [ev(UNION, Act.COMPETENCE, plus(START, days))]
    unions = (RegionalOrganization(UNION, (ASTORIA,)),)
    history = known(ev(UNION, act, START), *declared, organizations=unions)
    deposit, declare, _ = duties_with_instrument(history, UNION, act)
    assert (stands(deposit, IN_FORCE), stands(declare, IN_FORCE)) == ("done-in-time", wanted)
    none = duties_with_instrument(known(organizations=unions), UNION, act)
    assert stands(none[0], IN_FORCE) == "owed"
