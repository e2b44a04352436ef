"""Art. 42(4) to (6), and (9): on what grounds preservation and its extension may be refused, and on what not."""

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.truthtables import Assignment, World, disagreements
from uncc.cooperation import (
    Authority,
    DataCategory,
    DataItem,
    Ground,
    ListedRefusal,
    Offence,
    Position,
    PreservationRequest,
    Stage,
    disclosure_refusal_conforms,
    may_refuse_disclosure,
    may_refuse_preservation,
    may_require_dual_criminality,
    must_consult_before_refusing_preservation,
    must_give_reasons_for_refusing_preservation,
    must_grant_extension,
    preservation_grounds,
    preservation_refusal_conforms,
    want_of_dual_criminality,
)
from uncc.kernel.completions import readings_in
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.parties import AssistanceTreaty, Reservation, State, StateParty
from uncc.kernel.provisions import art
from uncc.readings import Readings
from uncc.readings.chapter_5 import AssistanceRules, ExtensionDuty, GroundBesideOthers
from uncc.readings.chapter_9 import ReservationMoment

RECEIVED = date(2027, 3, 1)
ASTORIA = State("Astoria")
RESERVED = StateParty(
    state=ASTORIA,
    reservations=(Reservation(provision=art(42, 5), made_on=date(2026, 1, 1), stands=True, made_with_consent=True),),
)
UNRESERVED = StateParty(state=ASTORIA, reservations=())
RESERVATION_UNKNOWN = StateParty(state=ASTORIA, reservations=None)
PARTIES = {True: RESERVED, False: UNRESERVED, None: RESERVATION_UNKNOWN}

CLOSED_LIST = frozenset({Ground.ESSENTIAL_INTERESTS, Ground.DOMESTIC_PROHIBITION, Ground.DISCRIMINATION})
OUTSIDE = sorted(set(Ground) - CLOSED_LIST - {Ground.DUAL_CRIMINALITY}, key=lambda ground: ground.name)
DOUBTING = Position(requires_dual_criminality_for_disclosure=True, doubts_dual_criminality_at_disclosure=True)
EASY = Position(
    prejudices_essential_interests=False,
    prohibited_for_similar_offence=False,
    discriminatory_purpose=False,
    discriminatory_prejudice=False,
    requires_dual_criminality_for_disclosure=False,
    doubts_dual_criminality_at_disclosure=False,
)
GOVERN = Readings.of(AssistanceRules.GOVERN)
DO_NOT_GOVERN = Readings.of(AssistanceRules.DO_NOT_GOVERN)


def about(*, convention: bool | None, serious: bool | None = True) -> PreservationRequest:
    return PreservationRequest(
        received_on=RECEIVED,
        authority=Authority(name="Prosecutor of Borduria"),
        offence=Offence(
            title="fraud",
            summary_of_facts="a forged page",
            established_in_accordance=convention,
            serious_crime=serious,
        ),
        data=(DataItem(category=DataCategory.OTHER, description="ledger", relation_to_offence="shows the sums"),),
        necessity="logs are erased",
        later_assistance="disclosure",
        system_in_requested_territory=True,
        intends_assistance=True,
        locating_information_available=False,
        confidentiality_needed=False,
    )


OTHER_SERIOUS_CRIME = about(convention=False)
CONVENTION_OFFENCE = about(convention=True)


# Art. 42(5)


def test_42_5_a_reservation_of_a_state_already_bound() -> None:
    """Art. 42(5): one made since the Convention bound the State has effect on the reading alone that lets it."""
    any_time = Readings.of(ReservationMoment.ANY_TIME)
    late = StateParty(state=ASTORIA, bound_from=date(2026, 1, 1), reservations=RESERVED.reservations, denounced=False)
    early = StateParty(state=ASTORIA, bound_from=date(2026, 1, 2), reservations=RESERVED.reservations, denounced=False)
    finding = want_of_dual_criminality(OTHER_SERIOUS_CRIME, position=DOUBTING, requested=late)
    assert finding.is_no
    assert finding.under(any_time).is_yes
    assert want_of_dual_criminality(OTHER_SERIOUS_CRIME, position=DOUBTING, requested=early).is_yes
    required = may_require_dual_criminality(Stage.PRESERVATION, OTHER_SERIOUS_CRIME, position=DOUBTING, requested=late)
    assert required.is_no
    assert required.under(any_time).is_yes
    same_rules = ExtensionDuty.SAME_RULES
    doubting = evolve(EASY, requires_dual_criminality_for_disclosure=True, doubts_dual_criminality_at_disclosure=True)
    for readings, answer in (
        (Readings.of(same_rules), Truth.YES),
        (Readings.of(same_rules, ReservationMoment.ANY_TIME), Truth.NO),
    ):
        extended = must_grant_extension(OTHER_SERIOUS_CRIME, position=doubting, requested=late).under(readings)
        assert extended.truth is answer


def doubt(a: Assignment) -> Finding:
    return want_of_dual_criminality(
        about(convention=a["convention"]),
        position=Position(
            requires_dual_criminality_for_disclosure=a["requires"],
            doubts_dual_criminality_at_disclosure=a["doubts"],
        ),
        requested=PARTIES[a["reserved"]],
    )


def doubt_in_text(w: World) -> bool:
    return w["reserved"] and w["requires"] and w["doubts"] and not w["convention"]


DOUBT = ("reserved", "requires", "doubts", "convention")


def test_42_5_table() -> None:
    """Art. 42(5): reservation, requirement, doubt and an offence not of the Convention: all four or nothing."""
    assert not disagreements(doubt, doubt_in_text, *DOUBT)


def test_42_5_s43() -> None:
    """S43, Art. 42(5): with all four conditions the State may refuse to preserve."""
    assert may_refuse_preservation(
        OTHER_SERIOUS_CRIME, Ground.DUAL_CRIMINALITY, position=DOUBTING, requested=RESERVED
    ).is_yes


def test_42_5_without_a_reservation() -> None:
    """Art. 42(5): without a reservation, doubt about dual criminality opens nothing."""
    assert may_refuse_preservation(
        OTHER_SERIOUS_CRIME, Ground.DUAL_CRIMINALITY, position=DOUBTING, requested=UNRESERVED
    ).is_no


def test_42_5_another_reservation() -> None:
    """Art. 42(5): a reservation to another provision is not this one."""
    party = StateParty(
        state=ASTORIA,
        reservations=(
            Reservation(provision=art(23, 3, "a"), made_on=date(2026, 1, 1), stands=True, made_with_consent=True),
        ),
    )
    assert may_refuse_preservation(
        OTHER_SERIOUS_CRIME, Ground.DUAL_CRIMINALITY, position=DOUBTING, requested=party
    ).is_no


def test_42_5_reservations_not_known() -> None:
    """Art. 42(5): while it is not known whether there is a reservation, neither is whether the ground is open."""
    assert may_refuse_preservation(
        OTHER_SERIOUS_CRIME, Ground.DUAL_CRIMINALITY, position=DOUBTING, requested=RESERVATION_UNKNOWN
    ).is_unknown


@pytest.mark.parametrize(
    ("made", "withdrawn", "received", "expected"),
    [
        (date(2026, 1, 1), None, RECEIVED, Truth.YES),
        (date(2026, 1, 1), date(2026, 6, 1), RECEIVED, Truth.NO),
        (date(2026, 1, 1), date(2028, 6, 1), RECEIVED, Truth.YES),
        (date(2028, 1, 1), None, RECEIVED, Truth.NO),
        (date(2026, 1, 1), date(2026, 6, 1), None, Truth.UNKNOWN),
    ],
)
def test_42_5_reservation_stands_when_the_request_comes(
    made: date, withdrawn: date | None, received: date | None, expected: Truth
) -> None:
    """Art. 42(5): only a reservation that stands when the request comes can be relied on."""
    party = StateParty(
        state=ASTORIA,
        reservations=(
            Reservation(
                provision=art(42, 5), made_on=made, withdrawn_on=withdrawn, stands=True, made_with_consent=True
            ),
        ),
    )
    request = PreservationRequest(
        received_on=received,
        offence=Offence(title="fraud", established_in_accordance=False, serious_crime=True),
    )
    assert want_of_dual_criminality(request, position=DOUBTING, requested=party).truth is expected


@pytest.mark.parametrize("requested", [RESERVED, UNRESERVED, RESERVATION_UNKNOWN])
def test_42_5_never_for_convention_offences(requested: StateParty) -> None:
    """Art. 42(5): a reservation cannot reach offences established in accordance with the Convention."""
    finding = may_refuse_preservation(
        CONVENTION_OFFENCE, Ground.DUAL_CRIMINALITY, position=DOUBTING, requested=requested
    )
    assert finding.is_no


def test_42_5_doubt_about_the_offence_itself() -> None:
    """Art. 42(5): a request that names no offence leaves open whether the offence is one of the Convention."""
    finding = want_of_dual_criminality(PreservationRequest(received_on=RECEIVED), position=DOUBTING, requested=RESERVED)
    assert finding.is_unknown


def test_42_5_authority() -> None:
    """Art. 42(5) is where this ground comes from."""
    finding = want_of_dual_criminality(OTHER_SERIOUS_CRIME, position=DOUBTING, requested=RESERVED)
    assert art(42, 5) in finding.authority


# Art. 42(6)


def closed_list(ground: Ground, a: Assignment) -> Finding:
    return may_refuse_preservation(
        CONVENTION_OFFENCE,
        ground,
        position=Position(
            prejudices_essential_interests=a["interests"],
            prohibited_for_similar_offence=a["prohibited"],
            discriminatory_purpose=a["purpose"],
            discriminatory_prejudice=a["prejudice"],
        ),
        requested=UNRESERVED,
    )


FACTS = ("interests", "prohibited", "purpose", "prejudice")


def test_42_6_tables() -> None:
    """Art. 42(6): each ground that is taken over is open exactly on its own facts."""
    assert not disagreements(lambda a: closed_list(Ground.ESSENTIAL_INTERESTS, a), lambda w: w["interests"], *FACTS)
    assert not disagreements(lambda a: closed_list(Ground.DOMESTIC_PROHIBITION, a), lambda w: w["prohibited"], *FACTS)
    assert not disagreements(
        lambda a: closed_list(Ground.DISCRIMINATION, a), lambda w: w["purpose"] or w["prejudice"], *FACTS
    )


def test_42_6_s44() -> None:
    """S44, Art. 42(6): likely prejudice to sovereignty is an available ground."""
    position = Position(prejudices_essential_interests=True)
    assert may_refuse_preservation(CONVENTION_OFFENCE, Ground.ESSENTIAL_INTERESTS, position=position).is_yes


@pytest.mark.parametrize("ground", [ground for ground in Ground if ground in CLOSED_LIST], ids=str)
def test_42_6_is_what_makes_a_ground_available(ground: Ground) -> None:
    """Art. 42(6) is what lets the grounds of Art. 40 be invoked against preservation, and is cited for it."""
    finding = may_refuse_preservation(CONVENTION_OFFENCE, ground)
    assert art(42, 6) in {provision for part in finding.walk() for provision in part.authority}


@pytest.mark.parametrize("ground", OUTSIDE, ids=lambda ground: ground.name)
def test_42_6_closes_the_list(ground: Ground) -> None:
    """Art. 42(6): a ground that is not on the list is closed, though nothing is known about the case."""
    assert may_refuse_preservation(PreservationRequest(), ground).is_no


def test_42_6_a_request_that_does_not_conform() -> None:
    """Art. 42(6) leaves out Art. 40(21)(a): an incomplete request cannot be refused for being incomplete."""
    request = PreservationRequest(
        received_on=RECEIVED,
        offence=Offence(title="fraud", established_in_accordance=True),
        system_in_requested_territory=True,
        intends_assistance=True,
    )
    assert may_refuse_preservation(request, Ground.NON_CONFORMITY).is_no


def test_42_6_leaves_out_the_legal_system() -> None:
    """Art. 42(6) leaves out Art. 40(21)(d): that assistance is foreign to the legal system is no ground here."""
    assert may_refuse_preservation(CONVENTION_OFFENCE, Ground.LEGAL_SYSTEM).is_no


def test_42_6_leaves_out_trifles_and_secrecy() -> None:
    """Art. 42(6): neither a trifling matter nor bank secrecy nor a fiscal side ends the duty to preserve."""
    for ground in (Ground.TRIFLING_MATTER, Ground.BANK_SECRECY, Ground.FISCAL_MATTERS, Ground.AVAILABLE_ELSEWHERE):
        assert may_refuse_preservation(CONVENTION_OFFENCE, ground).is_no


def test_42_6_all_grounds_at_once() -> None:
    """Art. 42(6): listing the grounds gives what asking for each of them gives, and leaves out no open one."""
    listed = preservation_grounds(OTHER_SERIOUS_CRIME, position=DOUBTING, requested=RESERVED)
    for ground in Ground:
        alone = may_refuse_preservation(OTHER_SERIOUS_CRIME, ground, position=DOUBTING, requested=RESERVED)
        assert listed[ground].truth is alone.truth if ground in listed else alone.is_no
    assert {ground for ground, finding in listed.items() if finding.is_yes} == {Ground.DUAL_CRIMINALITY}
    assert {ground for ground, finding in listed.items() if finding.is_unknown} == CLOSED_LIST


facts = st.sampled_from((True, False, None))
positions = st.builds(
    Position,
    prejudices_essential_interests=facts,
    prohibited_for_similar_offence=facts,
    discriminatory_purpose=facts,
    discriminatory_prejudice=facts,
    requires_dual_criminality_for_disclosure=facts,
    doubts_dual_criminality_at_disclosure=facts,
)
requests = st.builds(about, convention=facts, serious=facts)
parties = st.sampled_from(list(PARTIES.values()))


@given(requests, positions, parties)
def test_42_6_nothing_outside_the_list_is_ever_open(
    request: PreservationRequest, position: Position, party: StateParty
) -> None:
    """Art. 42(5) and (6): whatever the facts, no ground is open, or even possible, but the four that are named."""
    for ground, finding in preservation_grounds(request, position=position, requested=party).items():
        if ground not in CLOSED_LIST and ground is not Ground.DUAL_CRIMINALITY:
            assert finding.is_no
    for ground in OUTSIDE:
        assert may_refuse_preservation(request, ground, position=position, requested=party).is_no


@given(facts, positions, parties, st.lists(st.booleans(), min_size=7, max_size=7), st.sampled_from(list(Ground)))
def test_42_6_learning_overturns_nothing(
    convention: bool | None, position: Position, party: StateParty, answers: list[bool], ground: Ground
) -> None:
    """Art. 42(5) and (6): an answer given on part of the facts is the answer on all of them."""

    def learn(value: bool | None, answer: bool) -> bool:
        return answer if value is None else value

    fuller = Position(
        prejudices_essential_interests=learn(position.prejudices_essential_interests, answers[0]),
        prohibited_for_similar_offence=learn(position.prohibited_for_similar_offence, answers[1]),
        discriminatory_purpose=learn(position.discriminatory_purpose, answers[2]),
        discriminatory_prejudice=learn(position.discriminatory_prejudice, answers[3]),
        requires_dual_criminality_for_disclosure=learn(position.requires_dual_criminality_for_disclosure, answers[4]),
        doubts_dual_criminality_at_disclosure=learn(position.doubts_dual_criminality_at_disclosure, answers[5]),
    )
    fuller_party = RESERVED if party is RESERVATION_UNKNOWN and answers[6] else party
    fuller_party = UNRESERVED if fuller_party is RESERVATION_UNKNOWN else fuller_party
    before = may_refuse_preservation(about(convention=convention), ground, position=position, requested=party)
    later = may_refuse_preservation(
        about(convention=learn(convention, answers[6])), ground, position=fuller, requested=fuller_party
    )
    assert not later.is_unknown
    if not before.is_unknown:
        assert later.truth is before.truth


# Art. 42(4): dual criminality


def test_42_4_preservation_does_not_turn_on_dual_criminality() -> None:
    """Art. 42(4): dual criminality is no condition of preservation, save for what a reservation keeps back."""
    assert may_require_dual_criminality(
        Stage.PRESERVATION, OTHER_SERIOUS_CRIME, position=DOUBTING, requested=UNRESERVED
    ).is_no
    assert may_require_dual_criminality(
        Stage.PRESERVATION, CONVENTION_OFFENCE, position=DOUBTING, requested=RESERVED
    ).is_no


def test_42_4_preservation_table() -> None:
    """Art. 42(4) and (5): at this stage, dual criminality counts exactly where the reservation lets it."""
    assert not disagreements(
        lambda a: may_require_dual_criminality(
            Stage.PRESERVATION,
            about(convention=a["convention"]),
            position=Position(
                requires_dual_criminality_for_disclosure=a["requires"],
                doubts_dual_criminality_at_disclosure=a["doubts"],
            ),
            requested=PARTIES[a["reserved"]],
        ),
        doubt_in_text,
        *DOUBT,
    )


def test_42_4_no_treaty_brings_it_back() -> None:
    """Art. 42(4): a treaty on assistance that lets dual criminality be required does not do so for preservation."""
    treaty = AssistanceTreaty(binds=True, paragraphs_agreed=False, allows_dual_criminality=True)
    assert may_require_dual_criminality(
        Stage.PRESERVATION, OTHER_SERIOUS_CRIME, position=DOUBTING, requested=UNRESERVED, treaty=treaty
    ).is_no


@pytest.mark.parametrize("request_", [OTHER_SERIOUS_CRIME, CONVENTION_OFFENCE], ids=["other", "convention"])
def test_40_7_and_8_disclosure_table(request_: PreservationRequest) -> None:
    """Art. 40(7) and (8): want of dual criminality may be invoked at disclosure unless a treaty says otherwise."""
    assert not disagreements(
        lambda a: may_require_dual_criminality(
            Stage.DISCLOSURE,
            request_,
            requested=UNRESERVED,
            treaty=AssistanceTreaty(
                binds=a["binds"], paragraphs_agreed=a["agreed"], allows_dual_criminality=a["allows"]
            ),
        ),
        lambda w: not w["binds"] or w["agreed"] or w["allows"],
        "binds",
        "agreed",
        "allows",
    )


# Art. 42(9) with (6): refusing an extension

SAME_RULES = Readings.of(ExtensionDuty.SAME_RULES)
DISCRETION = Readings.of(ExtensionDuty.DISCRETION)


@pytest.mark.long
def test_42_9_same_rules_table() -> None:
    """Art. 42(9) and (6): under the same rules, an extension is owed unless one of the four grounds is open."""

    def rule(a: Assignment) -> Finding:
        return must_grant_extension(
            about(convention=a["convention"]),
            position=Position(
                prejudices_essential_interests=a["interests"],
                prohibited_for_similar_offence=a["prohibited"],
                discriminatory_purpose=a["discriminatory"],
                discriminatory_prejudice=False,
                requires_dual_criminality_for_disclosure=a["requires"],
                doubts_dual_criminality_at_disclosure=a["doubts"],
            ),
            requested=PARTIES[a["reserved"]],
        ).under(SAME_RULES)

    def predicate(w: World) -> bool:
        return not (w["interests"] or w["prohibited"] or w["discriminatory"] or doubt_in_text(w))

    assert not disagreements(rule, predicate, "interests", "prohibited", "discriminatory", *DOUBT)


def test_42_9_discretion() -> None:
    """Art. 42(9): on the other reading, asking for an extension obliges to nothing."""
    assert must_grant_extension(CONVENTION_OFFENCE, position=EASY, requested=UNRESERVED).under(DISCRETION).is_no


def test_42_9_no_reading_adopted() -> None:
    """Art. 42(9): with no ground open, the readings part, and the duty to extend is left unknown."""
    assert must_grant_extension(CONVENTION_OFFENCE, position=EASY, requested=UNRESERVED).is_unknown


def test_42_9_both_readings_agree_where_a_ground_is_open() -> None:
    """Art. 42(9): where preservation itself could be refused, no reading obliges to extend it."""
    position = Position(prejudices_essential_interests=True)
    assert must_grant_extension(CONVENTION_OFFENCE, position=position, requested=UNRESERVED).is_no


# Art. 40(25) and (28)


@pytest.mark.parametrize("ground", [Ground.ESSENTIAL_INTERESTS, Ground.DOMESTIC_PROHIBITION])
def test_40_28_consultation(ground: Ground) -> None:
    """Art. 40(28): if it governs preservation, refusing under Art. 40(21) takes prior consultation."""
    assert must_consult_before_refusing_preservation(ground).under(GOVERN).is_yes
    assert must_consult_before_refusing_preservation(ground).under(DO_NOT_GOVERN).is_no
    assert must_consult_before_refusing_preservation(ground).is_unknown


@pytest.mark.parametrize("ground", [Ground.DISCRIMINATION, Ground.DUAL_CRIMINALITY])
@pytest.mark.parametrize("under", [GOVERN, DO_NOT_GOVERN, Readings.of()])
def test_40_28_no_consultation_on_other_grounds(ground: Ground, under: Readings) -> None:
    """Art. 40(28) speaks of its paragraph 21 alone: discrimination and Art. 42(5) need no consultation."""
    assert must_consult_before_refusing_preservation(ground).under(under).is_no


def test_40_25_reasons() -> None:
    """Art. 40(25): whether reasons are owed for refusing preservation turns on whether Art. 40 governs it."""
    assert must_give_reasons_for_refusing_preservation().under(GOVERN).is_yes
    assert must_give_reasons_for_refusing_preservation().under(DO_NOT_GOVERN).is_no
    assert must_give_reasons_for_refusing_preservation().is_unknown


@pytest.mark.parametrize("position", [Position(), EASY, Position(prejudices_essential_interests=True)])
def test_42_6_43_2_a_ground_beside_others(position: Position) -> None:
    """Art. 42(6), Art. 43(2): of several grounds one open one is enough, or each is to be; one alone is no choice."""
    request = PreservationRequest()
    kinds: list[tuple[Callable[[ListedRefusal], Finding], Callable[[Ground], Finding]]] = [
        (
            lambda refusal: preservation_refusal_conforms(refusal, request, position=position, requested=UNRESERVED),
            lambda ground: may_refuse_preservation(request, ground, position=position, requested=UNRESERVED),
        ),
        (
            lambda refusal: disclosure_refusal_conforms(refusal, position=position),
            lambda ground: may_refuse_disclosure(ground, position=position),
        ),
    ]
    order = (Truth.NO, Truth.UNKNOWN, Truth.YES)
    for (conforms, is_open), pair in product(kinds, product(Ground, repeat=2)):
        finding = conforms(ListedRefusal(grounds=pair))
        truths = sorted((is_open(ground).truth for ground in pair), key=order.index)
        assert finding.truth is truths[1]
        assert finding.under(Readings.of(GroundBesideOthers.ONE_SUFFICES)).truth is truths[1]
        assert finding.under(Readings.of(GroundBesideOthers.EACH_IS_LISTED)).truth is truths[0]
        assert (pair[0] is pair[1]) is (GroundBesideOthers not in readings_in(finding))


@pytest.mark.parametrize("ground", Ground)
def test_what_is_owed_before_a_refusal_names_its_ground(ground: Ground) -> None:
    """Art. 40(28): two grounds can be open at once, and what holds for one is not said of the other."""
    assert must_consult_before_refusing_preservation(ground).statement == (
        f"consultation is owed before refusing preservation on this ground: {ground.words}"
    )
