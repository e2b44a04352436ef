"""Chapters VI to IX: prevention, assistance, the Conference, and the final provisions, from the text alone.

Chapter IX decides over histories of deposits; its tables are those of small worlds, of which every one is tried.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import product

import pytest

from tests.final_provisions.builders import (
    ASTORIA,
    BORDURIA,
    CALDERA,
    IN_FORCE,
    PAIR,
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
from tests.proof_tables.table import Table, Values, differences, every, names, of, one, some, table
from uncc.conference import (
    ConferenceNeed,
    ConferenceParticipant,
    InputSource,
    ReviewInput,
    may_be_considered,
    may_establish_review_mechanism,
    may_participate,
    must_establish_body,
    must_provide_information,
)
from uncc.final_provisions import (
    Act,
    Amendment,
    Clause,
    Deliberation,
    Dispute,
    Event,
    History,
    OtherTreaty,
    RegionalOrganization,
    VotingMatter,
    affects_other_rights,
    counts_towards_entry_into_force,
    denunciation_takes_effect,
    entry_into_force,
    entry_into_force_for,
    expresses_consent,
    has_opted_out,
    in_force_between,
    is_amendment_adopted,
    is_bound_by_amendment,
    is_bound_by_protocol,
    is_bound_to_settle,
    is_party,
    is_protocol_adopted,
    loses_force_for_want_of_parties,
    may_accede,
    may_adopt_stricter_measures,
    may_apply_other_treaty,
    may_confirm_signature,
    may_consider_protocol,
    may_denounce,
    may_join_protocol,
    may_opt_out,
    may_propose_amendment,
    may_refer_to_court,
    may_sign,
    may_submit_to_arbitration,
    may_vote_on_amendment,
    may_vote_on_protocol,
    may_withdraw_opt_out,
    one_language_prevails,
    organization_ceases,
)
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.provisions import art
from uncc.prevention import (
    IncidentReporting,
    PreventionContact,
    PreventiveMeasure,
    ensures_reporting,
    must_inform_of_contact,
    must_take_measure,
)
from uncc.readings import Readings
from uncc.readings.chapter_9 import NewPartyText, ProtocolQuorum
from uncc.technical_assistance import (
    Contribution,
    EvaluationRequest,
    TrainingActivity,
    TrainingSubject,
    may_deal_with,
    must_consider_assisting,
    must_contribute,
)

OTHERS = ("relevant", "accredited")
SOURCES: dict[InputSource, tuple[str, ...]] = {
    InputSource.STATE_PARTY: (),
    InputSource.INTERNATIONAL_ORGANIZATION: ("competent",),
    InputSource.REGIONAL_ORGANIZATION: ("competent",),
    InputSource.NON_GOVERNMENTAL_ORGANIZATION: OTHERS,
    InputSource.CIVIL_SOCIETY_ORGANIZATION: OTHERS,
    InputSource.ACADEMIC_INSTITUTION: OTHERS,
    InputSource.PRIVATE_SECTOR_ENTITY: OTHERS,
}
"""Art. 57(6): what each source must be before the Conference may consider what it says."""
AMENDMENT_DAY = plus(IN_FORCE, 3000)


def _dealing_with(subject: TrainingSubject) -> Callable[[TrainingActivity], Finding]:
    return lambda activity: may_deal_with(activity, subject)


def _arbitration(values: Values) -> Finding:
    return may_submit_to_arbitration(in_force(**WHOLE), PAIR, of(Dispute, values), plus(IN_FORCE, 9))


def _court(months_and_a_day: bool, values: Values) -> Finding:
    requested = plus(IN_FORCE, 10)
    dispute = of(Dispute, {**values, "arbitration_requested": True}, arbitration_requested_on=requested)
    on = plus(requested, 200 if months_and_a_day else 100)
    return may_refer_to_court(in_force(**WHOLE), PAIR, dispute, on)


def _deliberated(votes: tuple[int, int], values: Values) -> Finding:
    return is_amendment_adopted(of(Deliberation, values, in_favour=votes[0], against=votes[1]))


TABLES: list[Table] = [
    one(
        "Art. 53(4)",
        ensures_reporting,
        IncidentReporting,
        names(IncidentReporting),
        lambda w: (
            not w.appropriate or (w.authority_known and w.authority_accessible and w.any_incident and w.anonymous)
        ),
    ),
    one(
        "Art. 53(7)",
        must_inform_of_contact,
        PreventionContact,
        names(PreventionContact),
        lambda w: w.is_party and not (w.name_told and w.address_told),
    ),
    *(
        every(f"Art. 54(3), {subject.value}", _dealing_with(subject), TrainingActivity, "law_permits")
        for subject in TrainingSubject
    ),
    one(
        "Art. 54(6)",
        must_consider_assisting,
        EvaluationRequest,
        names(EvaluationRequest),
        lambda w: w.made and (w.about_types or w.about_causes or w.about_effects) and w.in_its_territory,
    ),
    some("Art. 57(1) and (3)", may_participate, ConferenceParticipant, "is_party", "rules_admit"),
    *(
        every(f"Art. 57(6), {source.value}", partial(may_be_considered, source), ReviewInput, *facts)
        for source, facts in SOURCES.items()
    ),
    one(
        "Art. 57(6), first sentence",
        must_provide_information,
        ConferenceNeed,
        ("requires_information", "information_given"),
        lambda w: w.requires_information and not w.information_given,
    ),
    every("Art. 57(7)", may_establish_review_mechanism, ConferenceNeed, "considers_mechanism_necessary"),
    every("Art. 57(8)", must_establish_body, ConferenceNeed, "deems_body_necessary"),
    table(
        "Art. 63(2), first sentence",
        _arbitration,
        ("concerns_convention", "peaceful_means_failed"),
        lambda w: w.concerns_convention and w.peaceful_means_failed,
    ),
    table(
        "Art. 63(2), second sentence, after six months",
        partial(_court, True),
        ("concerns_convention", "peaceful_means_failed", "no_agreement_on_arbitration"),
        lambda w: w.concerns_convention and w.peaceful_means_failed and w.no_agreement_on_arbitration,
    ),
    table(
        "Art. 63(2), second sentence, within six months",
        partial(_court, False),
        (),
        lambda _: False,
        [Dispute],
        arbitration_requested=True,
    ),
    *(
        table(
            f"Art. 66(1), {votes[0]} votes to {votes[1]}",
            partial(_deliberated, votes),
            ("consensus_reached", "efforts_exhausted") if votes[0] >= 2 * votes[1] else ("consensus_reached",),
            (lambda w: w.consensus_reached or w.efforts_exhausted)
            if votes[0] >= 2 * votes[1]
            else (lambda w: w.consensus_reached),
        )
        for votes in [(2, 1), (3, 2), (66, 34), (67, 33), (80, 40), (79, 40), (1, 0), (0, 1)]
    ),
]


@pytest.mark.parametrize("tab", TABLES, ids=lambda tab: tab.source)
def test_the_rule_is_the_text(tab: Table) -> None:
    """Each rule says what the text says, over every state of the facts on which the text turns."""
    assert differences(tab) == []


OUTSIDE = ("Elsewhere",)
"""A State that has done nothing."""


def test_what_the_text_settles_without_facts() -> None:
    """Arts. 53(3), 54(9), 54(10), 56(2)(c), 59(2), 60(2), 65(1) with 67(1), 68(2): no fact changes these."""
    assert all(must_take_measure(measure).is_no for measure in PreventiveMeasure)
    assert all(must_contribute(contribution).is_no for contribution in Contribution)
    assert may_adopt_stricter_measures().is_yes
    assert affects_other_rights().is_no
    assert loses_force_for_want_of_parties().is_no
    assert one_language_prevails().is_no
    assert {*SOURCES} == {*InputSource}


@pytest.mark.parametrize(
    ("since", "until", "on_matters"), [*product((None, 0, 50), (None, 20, 90), (True, False, None))]
)
def test_another_treaty_between_two_parties(since: int | None, until: int | None, on_matters: bool | None) -> None:
    """Art. 60(1): one on matters of the Convention, in force on the day, before it or after."""
    if since is not None and until is not None and until < since:
        return
    on = plus(IN_FORCE, 60)
    treaty = OtherTreaty(
        name="a treaty",
        between=PAIR,
        since=None if since is None else plus(IN_FORCE, since),
        until=None if until is None else plus(IN_FORCE, until),
        binds=True,
        on_convention_matters=on_matters,
    )
    found = may_apply_other_treaty(in_force(), PAIR, on, treaty=treaty)
    if on_matters is False or until == 20:
        assert found.is_no
    elif on_matters is True and since is not None and until != 20:
        assert found.is_yes
    outside = may_apply_other_treaty(in_force(others=OUTSIDE), (ASTORIA, *OUTSIDE), on, treaty=treaty)
    assert outside.is_no


CONSENT = (Act.RATIFICATION, Act.ACCEPTANCE, Act.APPROVAL, Act.ACCESSION)
"""Art. 64(3) and (4): by these instruments a State consents to be bound, and these are what Art. 65(1) counts."""


@pytest.mark.parametrize("act", [act for act in Act if act is not Act.SUCCESSION])
def test_which_acts_express_consent(act: Act) -> None:
    """Art. 64(3) and (4): the four instruments, and neither a signature nor a decision at home."""
    assert expresses_consent(act).truth is Truth.of(act in CONSENT)


@pytest.mark.parametrize("act", [*CONSENT, Act.SIGNATURE, Act.DOMESTIC_APPROVAL])
@pytest.mark.parametrize("name", [ASTORIA, UNION])
def test_which_instruments_are_counted(act: Act, name: str) -> None:
    """Art. 65(1): the instruments of States are, and those of organizations are not."""
    signed = [ev(name, Act.SIGNATURE, plus(START, -9))] if act is not Act.SIGNATURE else []
    event = ev(name, act, START)
    told = history(*signed, event, organizations=(RegionalOrganization(name=UNION, members=(ASTORIA,)),))
    assert counts_towards_entry_into_force(told, event).truth is Truth.of(act in CONSENT and name == ASTORIA)


@pytest.mark.parametrize("deposited", [39, 40, 41])
def test_the_fortieth_instrument(deposited: int) -> None:
    """Art. 65(1): the ninetieth day after the fortieth deposit, and none before there are forty."""
    states = [ev(f"State {n:02}", Act.ACCESSION, plus(START, n)) for n in range(deposited)]
    found = entry_into_force(History(events=tuple(states), **UNDECLARED))
    assert found.because.truth is Truth.of(deposited >= 40)
    assert (found.on.on if found.on else None) == (plus(START, 39 + 90) if deposited >= 40 else None)


@pytest.mark.parametrize("later", [0, 1, 30, 59, 60, 61, 90, 400])
def test_each_later_instrument(later: int) -> None:
    """Art. 65(2): the thirtieth day after the deposit, or the day of the Convention itself if that is later."""
    own = ev("Dunland", Act.ACCESSION, plus(START, later))
    found = entry_into_force_for(in_force(own), own)
    assert found.on is not None
    assert found.on.on == max(IN_FORCE, plus(START, later + 30)) if later else found.on.on == IN_FORCE


@pytest.mark.parametrize(("on", "bound"), [(-1, False), (0, True), (364 + 5, True), (365 + 6, True), (368 + 5, False)])
def test_a_party_from_and_until(on: int, bound: bool) -> None:
    """Arts. 65 and 67(1): bound from entry into force until one year after a denunciation was received."""
    received = plus(IN_FORCE, 6)
    told = in_force(ev(ASTORIA, Act.DENUNCIATION, received))
    day = plus(IN_FORCE, on)
    expected = IN_FORCE <= day < denunciation_takes_effect(received).on
    assert expected is bound
    assert is_party(told, ASTORIA, day).truth is Truth.of(bound)
    assert in_force_between(told, ASTORIA, BORDURIA, day).truth is Truth.of(bound)
    assert may_join_protocol(told, ASTORIA, day).truth is Truth.of(bound)
    assert denunciation_takes_effect(received).on == date(received.year + 1, received.month, received.day)


def test_only_a_party_may_denounce() -> None:
    """Art. 67(1): a State Party may, and nobody else."""
    for name, on in product((ASTORIA, *OUTSIDE), (plus(IN_FORCE, -1), IN_FORCE)):
        assert may_denounce(in_force(others=OUTSIDE), name, on).truth is Truth.of(name == ASTORIA and on == IN_FORCE)


SIGNED, RATIFIED = Act.SIGNATURE, Act.RATIFICATION


@pytest.mark.parametrize("on", [date(2026, 12, 31), date(2027, 1, 1)])
@pytest.mark.parametrize("before", [None, SIGNED])
def test_until_when_the_convention_can_be_signed(on: date, before: Act | None) -> None:
    """Art. 64(1) and (3): up to 31 December 2026; afterwards a signature can still be confirmed, or a State accedes."""
    told = history(*([ev(ASTORIA, before, date(2026, 3, 1))] if before else []))
    assert may_sign(told, ASTORIA, on).truth is Truth.of(on.year == 2026 and before is None)  # one signs once
    assert may_confirm_signature(told, ASTORIA, on).truth is Truth.of(before is SIGNED)
    assert may_accede(told, ASTORIA, on).is_yes


@pytest.mark.parametrize("member", [None, SIGNED, RATIFIED, Act.ACCESSION])
@pytest.mark.parametrize("party", [True, False])
def test_an_organization_follows_its_members(member: Act | None, party: bool) -> None:
    """Art. 64(2) to (4): it signs after a member, ratifies after one that did, accedes after one that is a Party."""
    signing, deposit = date(2026, 2, 1), date(2026, 4, 1)
    acts: list[Event] = []
    if member in (SIGNED, RATIFIED):
        acts.append(ev(ASTORIA, SIGNED, signing))
    if member in (RATIFIED, Act.ACCESSION):
        acts.append(ev(ASTORIA, member, deposit))
    others = accessions(BORDURIA, CALDERA, on=deposit) if party else []
    told = history(acts, others, organizations=(RegionalOrganization(name=UNION, members=(ASTORIA,)),))
    on = date(2026, 12, 1)
    assert may_sign(told, UNION, on).truth is Truth.of(member in (SIGNED, RATIFIED))
    with_signature = history(
        acts, others, ev(UNION, SIGNED, on), organizations=(RegionalOrganization(name=UNION, members=(ASTORIA,)),)
    )
    assert may_confirm_signature(with_signature, UNION, on).truth is Truth.of(member is RATIFIED)
    assert may_accede(told, UNION, on).truth is Truth.of(member in (RATIFIED, Act.ACCESSION) and party)


@pytest.mark.parametrize("out", [*product((None, "stands", "withdrawn", "too late"), repeat=2)])
def test_who_is_bound_to_arbitration(out: tuple[str | None, str | None]) -> None:
    """Art. 63(2) to (4): two Parties are, unless a declaration of one of them stands that was made in time."""
    provision = art(63, 3)
    events: list[Event] = []
    for name, how in zip(PAIR, out, strict=True):
        if how is not None:
            made = plus(IN_FORCE, 5) if how == "too late" else START
            events.append(ev(name, Act.RESERVATION, made, provision=provision))
        if how == "withdrawn":
            events.append(ev(name, Act.WITHDRAWAL, plus(IN_FORCE, 5), provision=provision))
    told, on = in_force(events, **WHOLE), plus(IN_FORCE, 50)
    for name, how in zip(PAIR, out, strict=True):
        assert has_opted_out(told, name, on).truth is Truth.of(how == "stands"), how
        assert may_withdraw_opt_out(told, name, on).truth is Truth.of(how == "stands"), how
        assert may_opt_out(told, name, on).is_no
    assert is_bound_to_settle(told, PAIR, on).truth is Truth.of("stands" not in out)


@pytest.mark.parametrize("states", [59, 60, 61])
@pytest.mark.parametrize(("consensus", "exhausted"), [*product((True, False), repeat=2)])
@pytest.mark.parametrize(("in_favour", "against"), [(40, 20), (39, 20), (0, 0)])
def test_adopting_a_protocol(states: int, consensus: bool, exhausted: bool, in_favour: int, against: int) -> None:
    """Art. 62(1): sixty States Parties, and consensus or, as a last resort, two thirds of those voting."""
    told = history(accessions(*(f"State {n:02}" for n in range(states))))
    enough = states >= 60
    assert may_consider_protocol(told, IN_FORCE).truth is Truth.of(enough)
    deliberation = Deliberation(
        consensus_reached=consensus, efforts_exhausted=exhausted, in_favour=in_favour, against=against
    )
    if consensus and exhausted:
        return
    voted = exhausted and in_favour > 0 and in_favour >= 2 * against
    assert is_protocol_adopted(told, deliberation, IN_FORCE).truth is Truth.of(enough and (consensus or voted))


@pytest.mark.parametrize(
    ("quorum", "answer"), [(ProtocolQuorum.STATES_ONLY, False), (ProtocolQuorum.ORGANIZATIONS_TOO, True)]
)
def test_an_organization_as_the_sixtieth(quorum: ProtocolQuorum, answer: bool) -> None:
    """Art. 62(1): whether an organization makes up the number is a reading, and open where none is chosen."""
    names_of_states = [f"State {n:02}" for n in range(59)]
    union = RegionalOrganization(name=UNION, members=(names_of_states[0],))
    told = history(accessions(*names_of_states, UNION), organizations=(union,))
    assert may_consider_protocol(told, IN_FORCE).under(Readings.of(quorum)).truth is Truth.of(answer)
    assert may_consider_protocol(told, IN_FORCE).is_unknown


@pytest.mark.parametrize("rule", [may_vote_on_protocol, may_vote_on_amendment])
@pytest.mark.parametrize("values", [*product((True, False), repeat=3)])
def test_an_organization_or_its_members_vote(rule: Callable[..., Finding], values: tuple[bool, bool, bool]) -> None:
    """Arts. 62(2) and 66(2): an organization within its competence and not beside its members, and vice versa."""
    union = RegionalOrganization(name=UNION, members=(ASTORIA,))
    told = in_force(ev(UNION, Act.ACCESSION, START), organizations=(union,))
    within, members, organization = values
    matter = VotingMatter(within_competence=within, members_vote=members, organization_votes=organization)
    assert rule(told, UNION, IN_FORCE, matter).truth is Truth.of(within and not members)
    assert rule(told, ASTORIA, IN_FORCE, matter).truth is Truth.of(not organization)
    assert rule(told, BORDURIA, IN_FORCE, VotingMatter(organization_votes=False)).is_yes
    assert rule(told, ASTORIA, plus(IN_FORCE, -1), matter).is_no


@pytest.mark.parametrize(("days", "answer"), [(-1, False), (0, False), (1, True)])
def test_when_an_amendment_can_be_proposed(days: int, answer: bool) -> None:
    """Art. 66(1): by a Party, once five years from entry into force have expired."""
    on = date(IN_FORCE.year + 5, IN_FORCE.month, IN_FORCE.day) + timedelta(days=days)
    assert may_propose_amendment(in_force(), ASTORIA, on).truth is Truth.of(answer)
    assert may_propose_amendment(in_force(others=OUTSIDE), *OUTSIDE, on).is_no


@pytest.mark.parametrize("accepted", [True, False])
@pytest.mark.parametrize("days", [89, 90])
def test_whom_an_amendment_binds(accepted: bool, days: int) -> None:
    """Art. 66(3) to (5): a Party that accepted it, ninety days after the deposit, and no other."""
    consent = [ev(ASTORIA, Act.AMENDMENT, AMENDMENT_DAY, subject="first")] if accepted else []
    told = in_force(consent, amendments=(Amendment(name="first", adopted_on=plus(AMENDMENT_DAY, -50)),))
    on = plus(AMENDMENT_DAY, days)
    assert is_bound_by_amendment(told, "first", ASTORIA, on).truth is Truth.of(accepted and days >= 90)
    assert is_bound_by_amendment(told, "first", BORDURIA, on).is_no


@pytest.mark.parametrize("text", NewPartyText)
def test_a_party_that_comes_after_an_amendment(text: NewPartyText) -> None:
    """Art. 66(5): whether it takes the amendment over is a reading, and open where none is chosen."""
    told = in_force(
        ev(ASTORIA, Act.AMENDMENT, AMENDMENT_DAY, subject="first"),
        ev("Dunland", Act.ACCESSION, plus(AMENDMENT_DAY, 200)),
        amendments=(Amendment(name="first", adopted_on=plus(AMENDMENT_DAY, -50)),),
    )
    on = plus(AMENDMENT_DAY, 400)
    found = is_bound_by_amendment(told, "first", "Dunland", on).under(Readings.of(text))
    assert found.truth is Truth.of(text is NewPartyText.AS_AMENDED)
    assert is_bound_by_amendment(told, "first", "Dunland", on).is_unknown


@pytest.mark.parametrize(("joined", "left"), [*product((True, False), repeat=2)])
def test_whom_a_protocol_binds(joined: bool, left: bool) -> None:
    """Arts. 61(2), 61(3) and 67(3): who became a Party to it, until a denunciation of the Convention takes it along."""
    entry = [ev(ASTORIA, Act.PROTOCOL, plus(IN_FORCE, 10), subject="first")] if joined else []
    end = [ev(ASTORIA, Act.DENUNCIATION, plus(IN_FORCE, 20))] if left else []
    found = is_bound_by_protocol(in_force(entry, end), ASTORIA, "first", plus(IN_FORCE, 500))
    assert found.truth is Truth.of(joined and not left)


@pytest.mark.parametrize("denounced", [(), (ASTORIA,), (BORDURIA,), (ASTORIA, BORDURIA)])
def test_an_organization_whose_members_leave(denounced: tuple[str, ...]) -> None:
    """Art. 67(2): it ceases to be a Party when all of its member States have denounced."""
    union = RegionalOrganization(name=UNION, members=(ASTORIA, BORDURIA))
    leaving = [ev(name, Act.DENUNCIATION, plus(IN_FORCE, 20)) for name in denounced]
    told = in_force(ev(UNION, Act.ACCESSION, START), leaving, organizations=(union,))
    gone = len(denounced) == 2
    on = plus(IN_FORCE, 500)
    assert organization_ceases(told, union, on).truth is Truth.of(gone)
    assert is_party(told, UNION, on).truth is Truth.of(not gone)
    assert is_party(told, UNION, plus(IN_FORCE, 30)).is_yes


def test_the_numbers_of_the_clause() -> None:
    """Art. 65: forty instruments, ninety days, and thirty for each later one."""
    assert Clause() == Clause(instruments=40, days=90, later_days=30)
