"""Art. 42(4) and (7): what the two States owe each other once a request has come."""

from datetime import date
from itertools import product

import attrs
import pytest

from tests.truthtables import disagreements
from uncc.cases import Entry, Phase, standings
from uncc.cooperation import (
    Authority,
    DataCategory,
    DataItem,
    Ground,
    Offence,
    Outlook,
    Position,
    PreservationRequest,
    duties_on_preservation_refusal,
    duties_on_receipt,
    is_called_off,
    must_inform_of_outlook,
    must_keep_request_confidential,
    must_preserve,
    shall_execute_nevertheless,
    still_must_preserve,
)
from uncc.kernel import again
from uncc.kernel.duties import Duty, Modality, Promptness
from uncc.kernel.findings import Truth
from uncc.kernel.parties import Reservation, State, StateParty
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.readings import Readings
from uncc.readings.chapter_5 import AssistanceRules

GOVERN = Readings.of(AssistanceRules.GOVERN)
DO_NOT_GOVERN = Readings.of(AssistanceRules.DO_NOT_GOVERN)
REQUEST = PreservationRequest(
    made_on=date(2027, 2, 28),
    received_on=date(2027, 3, 1),
    authority=Authority(name="Prosecutor of Borduria"),
    offence=Offence(
        title="fraud", summary_of_facts="a forged page", established_in_accordance=True, serious_crime=True
    ),
    data=(DataItem(category=DataCategory.OTHER, description="ledger", relation_to_offence="shows the sums"),),
    necessity="logs are erased",
    later_assistance="disclosure",
    system_in_requested_territory=True,
    intends_assistance=True,
    locating_information_available=False,
    confidentiality_needed=False,
)
SECRET = attrs.evolve(REQUEST, confidentiality="the user must not learn of it", confidentiality_needed=True)
ASTORIA = StateParty(state=State("Astoria"), reservations=())
NO_GROUND = Position(
    prejudices_essential_interests=False,
    prohibited_for_similar_offence=False,
    discriminatory_purpose=False,
    discriminatory_prejudice=False,
    requires_dual_criminality_for_disclosure=False,
    doubts_dual_criminality_at_disclosure=False,
)
BRIGHT = Outlook(will_not_secure_data=False, threatens_confidentiality=False, prejudices_investigation=False)
DARK = Outlook(
    will_not_secure_data=True,
    threatens_confidentiality=False,
    prejudices_investigation=False,
    determined=False,
    execution_wanted=False,
)


def resting_on(duties: tuple[Duty, ...], provision: Provision, bearer: Role) -> list[Duty]:
    return [
        duty
        for duty in duties
        if duty.bearer is bearer and any(cited == provision or provision.contains(cited) for cited in duty.authority)
    ]


def owed(
    provision: Provision,
    bearer: Role,
    *,
    request: PreservationRequest = REQUEST,
    outlook: Outlook = BRIGHT,
    position: Position = NO_GROUND,
    readings: Readings = DO_NOT_GOVERN,
) -> list[Duty]:
    duties = again.under(duties_on_receipt(request, outlook=outlook, position=position, requested=ASTORIA), readings)
    return resting_on(duties, provision, bearer)


# Art. 42(4)


def test_42_4_table() -> None:
    """Art. 42(4) with (1): a request that could be made has to be met with measures to preserve."""
    assert not disagreements(
        lambda a: must_preserve(
            attrs.evolve(
                REQUEST,
                offence=Offence(title="fraud", established_in_accordance=a["convention"], serious_crime=a["serious"]),
                system_in_requested_territory=a["territory"],
                intends_assistance=a["intends"],
            )
        ),
        lambda w: w["territory"] and w["intends"] and (w["convention"] or w["serious"]),
        "territory",
        "intends",
        "convention",
        "serious",
    )


def test_42_4_domestic_law_leaves_room_and_the_answer_says_so() -> None:
    """Art. 42(4): that preservation accords with domestic law is told with the answer, whatever the answer is."""
    for request in (PreservationRequest(), PreservationRequest(system_in_requested_territory=False)):
        assert any("its domestic law" in limb.statement for limb in must_preserve(request).because)


def test_42_4_an_incomplete_request_is_to_be_met() -> None:
    """Art. 42(4) and (6): a request that leaves out what Art. 42(3) asks for is still to be met."""
    bare = attrs.evolve(REQUEST, authority=None, necessity=None, later_assistance=None)
    assert must_preserve(bare).is_yes


def test_42_4_duty() -> None:
    """Art. 42(4): on receipt the requested State preserves, expeditiously, for the requesting State."""
    duties = [d for d in owed(art(42, 4), Role.REQUESTED_STATE) if d.modality is Modality.SHALL]
    assert len(duties) == 1
    [duty] = duties
    assert duty.towards is Role.REQUESTING_STATE
    assert duty.deadline is Promptness.EXPEDITIOUSLY
    assert duty.trigger.is_yes


@pytest.mark.parametrize(("territory", "expected"), [(False, Truth.NO), (None, Truth.UNKNOWN)])
def test_42_4_duty_follows_the_request(territory: bool | None, expected: Truth) -> None:
    """Art. 42(4): the duty to preserve is no firmer than the right to ask."""
    request = attrs.evolve(REQUEST, system_in_requested_territory=territory)
    duties = [d for d in owed(art(42, 4), Role.REQUESTED_STATE, request=request) if d.modality is Modality.SHALL]
    assert all(duty.trigger.truth is expected for duty in duties)
    assert duties or expected is Truth.NO


def test_42_4_where_a_ground_is_open() -> None:
    """Art. 42(4) and (6): where a ground is open the duty is not an absolute one."""
    position = attrs.evolve(NO_GROUND, prejudices_essential_interests=True)
    duties = [d for d in owed(art(42, 4), Role.REQUESTED_STATE, position=position) if d.modality is Modality.SHALL]
    assert all(duty.qualifications or not duty.trigger.is_yes for duty in duties)


@pytest.mark.parametrize(
    ("reserved", "convention", "expected"),
    [(False, False, Truth.YES), (False, True, Truth.YES), (True, True, Truth.YES), (True, False, Truth.NO)],
)
def test_42_4_duty_not_to_require_dual_criminality(reserved: bool, convention: bool, expected: Truth) -> None:
    """Art. 42(4) and (5): the requested State shall not require dual criminality, unless its reservation applies."""
    reservations = (
        (Reservation(provision=art(42, 5), made_on=date(2026, 1, 1), stands=True, made_with_consent=True),)
        if reserved
        else ()
    )
    duties = duties_on_receipt(
        attrs.evolve(REQUEST, offence=Offence(title="fraud", established_in_accordance=convention, serious_crime=True)),
        position=Position(requires_dual_criminality_for_disclosure=True, doubts_dual_criminality_at_disclosure=True),
        requested=StateParty(state=State("Astoria"), reservations=reservations),
    )
    bans = [d for d in resting_on(duties, art(42, 4), Role.REQUESTED_STATE) if d.modality is Modality.SHALL_NOT]
    assert [ban.trigger.truth for ban in bans] == [expected] or (expected is Truth.NO and not bans)


# Art. 42(2)


def test_42_2_network_is_an_offer() -> None:
    """Art. 42(2): the requesting State may turn to the 24/7 network and is never obliged to."""
    [duty] = owed(art(42, 2), Role.REQUESTING_STATE)
    assert duty.modality is Modality.MAY


# Art. 42(7)


def test_42_7_table() -> None:
    """Art. 42(7): any one of the three misgivings is to be passed on."""
    assert not disagreements(
        lambda a: must_inform_of_outlook(
            Outlook(
                will_not_secure_data=a["lost"],
                threatens_confidentiality=a["leak"],
                prejudices_investigation=a["harm"],
                execution_wanted=a["wanted"],
            )
        ),
        lambda w: w["lost"] or w["leak"] or w["harm"],
        "lost",
        "leak",
        "harm",
        "wanted",
    )


def test_42_7_the_requesting_state_determines() -> None:
    """Art. 42(7): once there is a misgiving, the requesting State's word decides whether the request is executed."""
    assert not disagreements(
        lambda a: shall_execute_nevertheless(
            Outlook(
                will_not_secure_data=a["lost"],
                threatens_confidentiality=a["leak"],
                prejudices_investigation=a["harm"],
                execution_wanted=a["wanted"],
            )
        ),
        lambda w: w["wanted"],
        "lost",
        "leak",
        "harm",
        "wanted",
        where=lambda a: True in (a["lost"], a["leak"], a["harm"]),
    )


@pytest.mark.parametrize(("lost", "leak", "harm"), list(product((True, False, None), repeat=3)))
def test_42_7_not_against_its_will(lost: bool | None, leak: bool | None, harm: bool | None) -> None:
    """Art. 42(7): a requesting State that does not want the request executed nevertheless is not served with it."""
    outlook = Outlook(
        will_not_secure_data=lost, threatens_confidentiality=leak, prejudices_investigation=harm, execution_wanted=False
    )
    assert shall_execute_nevertheless(outlook).is_no


def test_42_7_duty_to_inform() -> None:
    """Art. 42(7): the requested State informs the requesting State promptly."""
    duties = owed(art(42, 7), Role.REQUESTED_STATE, outlook=DARK)
    informing = [duty for duty in duties if duty.deadline is Promptness.PROMPTLY]
    assert len(informing) == 1
    [duty] = informing
    assert duty.modality is Modality.SHALL
    assert duty.towards is Role.REQUESTING_STATE
    assert duty.trigger.is_yes


def test_42_7_duty_to_determine() -> None:
    """Art. 42(7): the requesting State, once informed, has to determine what becomes of its request."""
    duties = owed(art(42, 7), Role.REQUESTING_STATE, outlook=DARK)
    assert len(duties) == 1
    [duty] = duties
    assert duty.modality is Modality.SHALL
    assert duty.deadline is None


def test_42_7_nothing_to_tell() -> None:
    """Art. 42(7): without a misgiving nobody has to inform or to determine anything."""
    for bearer in (Role.REQUESTED_STATE, Role.REQUESTING_STATE):
        assert all(duty.trigger.is_no for duty in owed(art(42, 7), bearer))


def test_42_7_a_misgiving_is_no_ground() -> None:
    """Art. 42(7) and (6): a misgiving does not end the duty to preserve; the requesting State decides."""
    duties = [
        duty
        for duty in owed(
            art(42, 4), Role.REQUESTED_STATE, outlook=attrs.evolve(DARK, determined=True, execution_wanted=True)
        )
        if duty.modality is Modality.SHALL
    ]
    assert [duty.trigger.truth for duty in duties] == [Truth.YES]


STEPS = ("inform-of-outlook", "determine-execution")


def stood(outlook: Outlook) -> dict[str, Phase]:
    """Return where each duty stands, by its id."""
    duties = duties_on_receipt(REQUEST, outlook=outlook)
    return {one.duty.id: one.status for one in standings(duties, on=date(2028, 3, 12))}


def test_42_7_called_off() -> None:
    """Art. 42(7): once the requesting State has determined against it, preserving ends; the other two are done."""
    off = attrs.evolve(DARK, determined=True, execution_wanted=False)
    assert is_called_off(off).is_yes
    assert still_must_preserve(REQUEST, outlook=off).is_no
    assert must_preserve(REQUEST).is_yes
    where = stood(off)
    assert [where[name] for name in STEPS] == [Phase.DONE, Phase.DONE_IN_TIME]
    assert where["preserve"] is Phase.LAPSED


def test_42_7_wanted_all_the_same() -> None:
    """Art. 42(7): once the requesting State has determined for it, preserving goes on; the other two are done."""
    on = attrs.evolve(DARK, determined=True, execution_wanted=True)
    assert not is_called_off(on).is_yes
    assert still_must_preserve(REQUEST, outlook=on).is_yes
    where = stood(on)
    assert [where[name] for name in STEPS] == [Phase.DONE, Phase.DONE_IN_TIME]
    assert where["preserve"] is Phase.OWED_AS_FAR_AS_KNOWN


def test_42_7_not_determined_yet() -> None:
    """Art. 42(7): until then to inform is owed, and to determine waits for it; of what is not known nothing is said."""
    for determined, steps, answer in (
        (False, [Phase.OWED_AS_FAR_AS_KNOWN, Phase.NOT_DETERMINED], Truth.YES),
        (None, [Phase.OWED_AS_FAR_AS_KNOWN, Phase.NOT_DETERMINED], Truth.UNKNOWN),
    ):
        outlook = attrs.evolve(DARK, determined=determined, execution_wanted=False)
        where = stood(outlook)
        assert [where[name] for name in STEPS] == steps
        assert still_must_preserve(REQUEST, outlook=outlook).truth is answer
    told = Entry(did="inform-of-outlook", on=date(2028, 3, 11))
    duties = duties_on_receipt(REQUEST, outlook=attrs.evolve(DARK, determined=False))
    recorded = {one.duty.id: one.status for one in standings(duties, on=date(2028, 3, 12), record=(told,))}
    assert [recorded[name] for name in STEPS] == [Phase.DONE, Phase.OWED]


def test_42_7_what_it_wants_it_has_determined() -> None:
    """Art. 42(7): where it is said that the request be executed, the two duties are done, and nothing is called off."""
    on = attrs.evolve(DARK, determined=None, execution_wanted=True)
    assert is_called_off(on).is_no
    assert [stood(on)[name] for name in STEPS] == [Phase.DONE, Phase.DONE_IN_TIME]


# Art. 42(3)(g) with 40(20): confidentiality of the request


def test_40_20_confidentiality() -> None:
    """Art. 40(20): if it governs preservation, a requirement of confidentiality binds the requested State."""
    assert must_keep_request_confidential(SECRET).under(GOVERN).is_yes
    assert must_keep_request_confidential(SECRET).under(DO_NOT_GOVERN).is_no
    assert must_keep_request_confidential(SECRET).is_unknown


@pytest.mark.parametrize("under", [GOVERN, DO_NOT_GOVERN, Readings.of()])
def test_40_20_only_if_required(under: Readings) -> None:
    """Art. 40(20): where the requesting State requires no confidentiality, no reading imposes any."""
    assert must_keep_request_confidential(REQUEST).under(under).is_no


def test_40_20_duty() -> None:
    """Art. 40(20): what was required to be kept confidential, the requested State keeps so."""
    duties = owed(art(40, 20), Role.REQUESTED_STATE, request=SECRET, readings=GOVERN)
    assert any(
        duty.modality is Modality.SHALL and duty.trigger.is_yes and duty.towards is Role.REQUESTING_STATE
        for duty in duties
    )


def test_40_20_duty_to_say_that_it_cannot() -> None:
    """Art. 40(20): a State that cannot keep the request confidential says so promptly."""
    duties = owed(art(40, 20), Role.REQUESTED_STATE, request=SECRET, readings=GOVERN)
    assert any(duty.modality is Modality.SHALL and duty.deadline is Promptness.PROMPTLY for duty in duties)


# Art. 40(25) and (28)


def test_40_28_duty_to_consult() -> None:
    """Art. 40(28): if it governs preservation, a State that means to refuse on Art. 40(21)(b) consults first."""
    consult, _ = again.under(duties_on_preservation_refusal(Ground.ESSENTIAL_INTERESTS), GOVERN)
    assert (consult.authority, consult.trigger.truth) == ((art(40, 28),), Truth.YES)
    assert (consult.modality, consult.bearer) == (Modality.SHALL, Role.REQUESTED_STATE)
    assert consult.towards is Role.REQUESTING_STATE


@pytest.mark.parametrize("ground", [Ground.DISCRIMINATION, Ground.DUAL_CRIMINALITY])
def test_40_28_no_duty_to_consult_on_other_grounds(ground: Ground) -> None:
    """Art. 40(28): it asks for consultation before refusals under Art. 40(21) alone, on every reading."""
    consult, _ = again.under(duties_on_preservation_refusal(ground), GOVERN)
    assert consult.trigger.is_no


@pytest.mark.parametrize("ground", Ground)
def test_40_25_duty_to_give_reasons(ground: Ground) -> None:
    """Art. 40(25): if it governs preservation, a State that refuses gives its reasons, whatever the ground."""
    _, reasons = again.under(duties_on_preservation_refusal(ground), GOVERN)
    assert (reasons.authority, reasons.trigger.truth) == ((art(40, 25),), Truth.YES)
    assert (reasons.modality, reasons.bearer) == (Modality.SHALL, Role.REQUESTED_STATE)
    assert reasons.towards is Role.REQUESTING_STATE


@pytest.mark.parametrize("provision", [art(40, 20), art(40, 25), art(40, 28)], ids=str)
def test_40_rules_that_do_not_govern(provision: Provision) -> None:
    """Art. 42: on the reading that it stands alone, none of these rules of Art. 40 obliges to anything."""
    position = attrs.evolve(NO_GROUND, prejudices_essential_interests=True)
    for duty in owed(provision, Role.REQUESTED_STATE, request=SECRET, position=position, readings=DO_NOT_GOVERN):
        assert duty.trigger.is_no


# Bearers in general


def test_42_duties_bind_states_only() -> None:
    """Art. 42: the request stands between two States, and no duty on receipt falls on anyone else."""
    for outlook, readings in product((BRIGHT, DARK), (GOVERN, DO_NOT_GOVERN, Readings.of())):
        duties = again.under(
            duties_on_receipt(SECRET, outlook=outlook, position=NO_GROUND, requested=ASTORIA), readings
        )
        assert duties
        for duty in duties:
            assert duty.bearer in (Role.REQUESTED_STATE, Role.REQUESTING_STATE)
            assert duty.towards is not duty.bearer


def test_42_7_nothing_is_wanted_before_anything_is_determined() -> None:
    """Art. 42(7): while the requesting State has determined nothing, informing it and its determination are due."""
    outlook = Outlook(threatens_confidentiality=True, determined=False)
    duties = {duty.id: duty for duty in duties_on_receipt(REQUEST, outlook=outlook)}
    assert duties["inform-of-outlook"].trigger.is_yes
    assert duties["determine-execution"].trigger.is_yes
    assert outlook.execution_wanted is False
    assert Outlook(execution_wanted=True).determined is True
