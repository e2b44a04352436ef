"""Chapter V, Arts. 41 to 52: the network, electronic evidence, police, and confiscation, from the text alone."""

from __future__ import annotations

from functools import partial
from itertools import product
from typing import Any

import pytest
from attrs import evolve

from tests.proof_tables.table import Law, Table, Values, World, by_name, differences, every, names, of, one, some, table
from uncc.confiscation import (
    Agreement,
    ConfiscationPosition,
    ConfiscationRequest,
    ConfiscationRequestKind,
    Disposal,
    Execution,
    ForeignOrder,
    FreezingBasis,
    ProceedsInformation,
    ProsecutionBar,
    ProvisionalMeasure,
    RecoveryLaw,
    has_treaty_basis,
    is_case_without_conviction,
    is_to_be_forwardable,
    keeps_recovery_duties,
    may_consider_agreement,
    may_deduct_expenses,
    may_lift_provisional_measure,
    may_refuse_confiscation,
    may_refuse_for_want_of_treaty,
    may_request_confiscation,
    must_consider_return,
    must_dispose_by_domestic_law,
    must_enable_effect,
    must_enable_freezing_on_order,
    must_enable_freezing_on_request,
    must_forward_without_request,
    must_give_effect,
    must_hear_before_lifting,
    must_return,
    must_submit_for_order,
    must_submit_foreign_order,
    must_take_provisional_measures,
)
from uncc.cooperation import (
    Authority,
    Custodian,
    DataItem,
    Discovery,
    EnforcementTies,
    ExistingNetwork,
    Ground,
    InterceptionRequest,
    JointInvestigation,
    LawEnforcementMeasures,
    LawEnforcementTask,
    NetworkMeasure,
    NetworkRequest,
    Offence,
    Outlook,
    PersonalDataTransfer,
    PointOfContact,
    Position,
    PreservationMeasure,
    PreservationRequest,
    SimilarCase,
    Stage,
    StoredDataRequest,
    TrafficDataRequest,
    UnderlyingConduct,
    follows_preservation,
    has_capacity,
    has_personnel,
    has_point_of_contact,
    interception_is_permitted,
    is_disclosed_on_discovery,
    is_registered,
    keeps_floor,
    may_ask_contact_point,
    may_carry_out_directly,
    may_exclude_offence,
    may_investigate_jointly,
    may_refuse_disclosure,
    may_refuse_preservation,
    may_request_access,
    may_request_interception,
    may_request_preservation,
    may_request_traffic_data,
    may_require_dual_criminality,
    may_take_convention_as_law_enforcement_basis,
    may_use_existing_network,
    meets_network_obligations,
    must_carry_out_directly,
    must_consider_joint_investigation_agreement,
    must_consult_before_refusing_preservation,
    must_disclose_path,
    must_endeavour_at_least,
    must_endeavour_to_collect,
    must_endeavour_to_intercept,
    must_give_reasons_for_refusing_preservation,
    must_grant_extension,
    must_inform_of_outlook,
    must_respond_expeditiously,
    must_tell_provider_location,
    network_is_open,
    performs_task,
    preservation_conformity,
    respects_territorial_sovereignty,
    shall_execute_nevertheless,
)
from uncc.general import DataCategory, Situation
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.parties import AssistanceTreaty, Reservation, State, StateParty
from uncc.kernel.provisions import art
from uncc.readings import Readings
from uncc.readings.chapter_5 import (
    AssistanceRules,
    ConfiscationRoute,
    DisclosurePersonalData,
    ExtensionDuty,
    InterceptionPermission,
    NetworkDirectHelp,
)

CRIMES = ("established_in_accordance", "serious_crime")


def _of_evidence(w: World) -> bool:
    """Art. 35(2): an offence established in accordance with the Convention, or a serious crime."""
    return bool(w.established_in_accordance or w.serious_crime)


def _offence(values: Values) -> Offence:
    return of(Offence, values, title="an offence")


def _network(values: Values) -> NetworkRequest:
    return of(NetworkRequest, values, offence=_offence(values))


def _calls(w: World) -> bool:
    """Art. 41(1): a specific case about a Convention offence, or electronic evidence of it or of a serious crime."""
    return bool((w.specific_case and w.established_in_accordance) or (w.seeks_electronic_evidence and _of_evidence(w)))


def _asked(measure: NetworkMeasure, values: Values) -> Finding:
    return may_ask_contact_point(measure, _network(values), situation=of(Situation, values))


CALL = ("specific_case", "seeks_electronic_evidence", *CRIMES)
NETWORK: list[Table] = [
    table("Art. 41(1)", lambda v: network_is_open(_network(v)), CALL, _calls, [NetworkRequest, Offence]),
    *(
        table(f"Art. 41(3), {measure.value}", partial(_asked, measure), CALL, _calls, [NetworkRequest, Situation])
        for measure in NetworkMeasure
        if measure is not NetworkMeasure.EMERGENCY_DATA
    ),
    table(
        "Art. 41(3)(e) with Art. 2(o)",
        partial(_asked, NetworkMeasure.EMERGENCY_DATA),
        (*CALL, *names(Situation)),
        lambda w: _calls(w) and w.risk_to_person and w.significant and w.imminent,
    ),
    every(
        "Art. 41(3), directly",
        may_carry_out_directly,
        NetworkRequest,
        "law_permits_direct_help",
        "practice_permits_direct_help",
    ),
    table(
        "Art. 41(3), directly where permitted",
        lambda v: must_carry_out_directly(NetworkMeasure.PRESERVATION, _network(v)).under(
            Readings.of(NetworkDirectHelp.DIRECT)
        ),
        (*CALL, "law_permits_direct_help", "practice_permits_direct_help"),
        lambda w: _calls(w) and w.law_permits_direct_help and w.practice_permits_direct_help,
    ),
    table(
        "Art. 41(3)(b)",
        lambda v: must_tell_provider_location(_network(v)),
        (*CALL, "provider_location_known", "provider_location_appropriate"),
        lambda w: _calls(w) and w.provider_location_known and w.provider_location_appropriate,
        [NetworkRequest],
    ),
    every("Art. 41(1), the point", has_point_of_contact, PointOfContact, "designated", "all_hours", "all_days"),
    every("Art. 41(2)", is_registered, PointOfContact, "notified"),
    one(
        "Art. 41(4)",
        has_capacity,
        PointOfContact,
        ("communicates_expeditiously", "part_of_authority", "coordinates_expeditiously"),
        lambda w: w.communicates_expeditiously and (w.part_of_authority or w.coordinates_expeditiously),
    ),
    every("Art. 41(5)", has_personnel, PointOfContact, "trained", "equipped"),
    one(
        "Art. 41(1), (2), (4) and (5)",
        meets_network_obligations,
        PointOfContact,
        names(PointOfContact),
        lambda w: (
            w.designated
            and w.all_hours
            and w.all_days
            and w.notified
            and w.communicates_expeditiously
            and (w.part_of_authority or w.coordinates_expeditiously)
            and w.trained
            and w.equipped
        ),
    ),
    every("Art. 41(6)", may_use_existing_network, ExistingNetwork, *names(ExistingNetwork)),
]

CLOSED: dict[Ground, tuple[tuple[str, ...], Law]] = {
    Ground.ESSENTIAL_INTERESTS: (("prejudices_essential_interests",), lambda w: w.prejudices_essential_interests),
    Ground.DOMESTIC_PROHIBITION: (("prohibited_for_similar_offence",), lambda w: w.prohibited_for_similar_offence),
    Ground.DISCRIMINATION: (
        ("discriminatory_purpose", "discriminatory_prejudice"),
        lambda w: w.discriminatory_purpose or w.discriminatory_prejudice,
    ),
}
"""Arts. 42(6) and 43(2): Art. 40(21)(b), Art. 40(21)(c) and Art. 40(22), and nothing else."""
RESERVED, UNRESERVED = (
    StateParty(state=State(name="Astoria"), reservations=made)
    for made in ((Reservation(provision=art(42, 5), stands=True, made_with_consent=True),), ())
)
DUAL = (
    "requires_dual_criminality_for_disclosure",
    "doubts_dual_criminality_at_disclosure",
    "established_in_accordance",
)


def _preservation(values: Values) -> PreservationRequest:
    return of(PreservationRequest, values, offence=_offence(values))


def _no_preservation(ground: Ground, party: StateParty, values: Values) -> Finding:
    return may_refuse_preservation(_preservation(values), ground, position=of(Position, values), requested=party)


def _no_disclosure(ground: Ground, values: Values) -> Finding:
    return may_refuse_disclosure(ground, position=of(Position, values))


def _barred_disclosure(reading: DisclosurePersonalData, values: Values) -> Finding:
    transfer, under = of(PersonalDataTransfer, values), Readings.of(reading)
    return may_refuse_disclosure(Ground.PERSONAL_DATA, transfer=transfer).under(under)


def _reservation_bites(w: World) -> bool:
    """Art. 42(5), the right being reserved."""
    return bool(
        w.requires_dual_criminality_for_disclosure
        and w.doubts_dual_criminality_at_disclosure
        and not w.established_in_accordance
    )


PRESERVATION: list[Table] = [
    table(
        "Art. 42(1)",
        lambda v: may_request_preservation(_preservation(v)),
        (*CRIMES, "system_in_requested_territory", "intends_assistance"),
        lambda w: _of_evidence(w) and w.system_in_requested_territory and w.intends_assistance,
        [PreservationRequest],
    ),
    *(
        table(
            f"Art. 42(6), {ground.value}", partial(_no_preservation, ground, RESERVED), facts, law, [Position, Offence]
        )
        for ground, (facts, law) in CLOSED.items()
    ),
    table(
        "Art. 42(5), with the reservation",
        partial(_no_preservation, Ground.DUAL_CRIMINALITY, RESERVED),
        DUAL,
        _reservation_bites,
        [Position, Offence],
    ),
    table(
        "Art. 42(5), without",
        partial(_no_preservation, Ground.DUAL_CRIMINALITY, UNRESERVED),
        (),
        lambda _: False,
        [Position, Offence],
    ),
    *(
        table(
            f"Art. 42(6), {ground.value} is no ground",
            partial(_no_preservation, ground, RESERVED),
            (),
            lambda _: False,
            [Position, Offence, PreservationRequest],
        )
        for ground in Ground
        if ground not in (*CLOSED, Ground.DUAL_CRIMINALITY)
    ),
    table(
        "Art. 42(4) and (5), dual criminality at the stage of preservation",
        lambda v: may_require_dual_criminality(
            Stage.PRESERVATION, _preservation(v), position=of(Position, v), requested=RESERVED
        ),
        DUAL,
        _reservation_bites,
        [Position],
    ),
    *(
        table(f"Art. 43(2), {ground.value}", partial(_no_disclosure, ground), facts, law, [Position])
        for ground, (facts, law) in CLOSED.items()
    ),
    *(
        table(
            f"Art. 43(2), {ground.value} is no ground",
            partial(_no_disclosure, ground),
            (),
            lambda _: False,
            [Position],
        )
        for ground in Ground
        if ground not in CLOSED and ground is not Ground.PERSONAL_DATA
    ),
    table(
        "Art. 43(2), personal data where the list is closed",
        partial(_barred_disclosure, DisclosurePersonalData.LIST_IS_CLOSED),
        (),
        lambda _: False,
        [PersonalDataTransfer],
    ),
    table(
        "Art. 36(1)(a), where a transfer that is barred is not required by Art. 43(1) either",
        partial(_barred_disclosure, DisclosurePersonalData.TRANSFER_NOT_REQUIRED),
        ("personal", "data_protection_allows"),
        lambda w: w.personal and not w.data_protection_allows,
        [PersonalDataTransfer],
    ),
    some(
        "Art. 42(7), first half",
        must_inform_of_outlook,
        Outlook,
        "will_not_secure_data",
        "threatens_confidentiality",
        "prejudices_investigation",
    ),
    one(
        "Art. 42(7), second half",
        shall_execute_nevertheless,
        Outlook,
        ("will_not_secure_data", "threatens_confidentiality", "prejudices_investigation", "execution_wanted"),
        lambda w: (
            (w.will_not_secure_data or w.threatens_confidentiality or w.prejudices_investigation) and w.execution_wanted
        ),
    ),
    table(
        "Art. 42(9), governed like the request",
        lambda v: must_grant_extension(_preservation(v), position=of(Position, v), requested=UNRESERVED).under(
            Readings.of(ExtensionDuty.SAME_RULES)
        ),
        [name for facts, _ in CLOSED.values() for name in facts],
        lambda w: not any(law(w) for _, law in CLOSED.values()),
    ),
    every(
        "Art. 43(1)",
        must_disclose_path,
        Discovery,
        *("executing_preservation_request", "concerns_traffic_data", "provider_in_another_party"),
    ),
]
LIVE = ("in_real_time", "communications_specified", "by_ict_system")
PERMITTED = ("treaty_permits", "domestic_law_permits")


def _traffic(values: Values) -> TrafficDataRequest:
    return of(TrafficDataRequest, values, offence=_offence(values))


def _interception(values: Values) -> InterceptionRequest:
    return of(InterceptionRequest, values, offence=_offence(values))


def _collects(w: World) -> bool:
    """Art. 45(1): live traffic data of specified communications in the territory, transmitted by a system."""
    return _of_evidence(w) and all(getattr(w, name) for name in (*LIVE, "communications_in_territory"))


def _intercepts(w: World) -> bool:
    return _of_evidence(w) and all(getattr(w, name) for name in LIVE)


TRAFFIC = (*CRIMES, *LIVE, "communications_in_territory")
EVIDENCE: list[Table] = [
    table(
        "Art. 44(1)",
        lambda v: may_request_access(of(StoredDataRequest, v, offence=_offence(v))),
        (*CRIMES, "system_in_requested_territory"),
        lambda w: _of_evidence(w) and w.system_in_requested_territory,
        [StoredDataRequest],
    ),
    every("Art. 44(1), preserved before", follows_preservation, StoredDataRequest, "preserved"),
    some("Art. 44(3)", must_respond_expeditiously, StoredDataRequest, "vulnerable", "expedited_elsewhere"),
    table(
        "Art. 45(1), asked", lambda v: may_request_traffic_data(_traffic(v)), TRAFFIC, _collects, [TrafficDataRequest]
    ),
    table(
        "Art. 45(1), owed", lambda v: must_endeavour_to_collect(_traffic(v)), TRAFFIC, _collects, [TrafficDataRequest]
    ),
    table(
        "Art. 45(2)",
        lambda v: must_endeavour_at_least(_traffic(v), of(SimilarCase, v)),
        (*TRAFFIC, "available"),
        lambda w: _collects(w) and w.available,
        [TrafficDataRequest],
    ),
    one("Art. 45(1) and (2)", may_exclude_offence, SimilarCase, ["available"], lambda w: not w.available),
    table(
        "Art. 46, asked",
        lambda v: may_request_interception(_interception(v)),
        (*CRIMES, *LIVE),
        _intercepts,
        [InterceptionRequest],
    ),
    some("Art. 46, permitted by either", interception_is_permitted, InterceptionRequest, *PERMITTED),
    every(
        "Art. 46, permitted by both",
        lambda request: interception_is_permitted(request).under(Readings.of(InterceptionPermission.BOTH)),
        InterceptionRequest,
        *PERMITTED,
    ),
    table(
        "Art. 46, owed",
        lambda v: must_endeavour_to_intercept(_interception(v)),
        (*CRIMES, *LIVE, *PERMITTED),
        lambda w: _intercepts(w) and (w.treaty_permits or w.domestic_law_permits),
    ),
]
TASKS: dict[LawEnforcementTask, tuple[tuple[str, ...], Law]] = {
    LawEnforcementTask.CHANNELS: (
        ("enhances_channels", "new_channels_necessary", "establishes_channels"),
        lambda w: w.enhances_channels and (not w.new_channels_necessary or w.establishes_channels),
    ),
    LawEnforcementTask.PERSONS: (("inquires_after_persons",), lambda w: w.inquires_after_persons),
    LawEnforcementTask.PROCEEDS: (("inquires_after_proceeds",), lambda w: w.inquires_after_proceeds),
    LawEnforcementTask.INSTRUMENTALITIES: (
        ("inquires_after_instrumentalities",),
        lambda w: w.inquires_after_instrumentalities,
    ),
    LawEnforcementTask.ITEMS: (
        ("items_appropriate", "provides_items"),
        lambda w: not w.items_appropriate or w.provides_items,
    ),
    LawEnforcementTask.METHODS: (
        ("methods_appropriate", "exchanges_methods"),
        lambda w: not w.methods_appropriate or w.exchanges_methods,
    ),
    LawEnforcementTask.COORDINATION: (
        ("facilitates_coordination", "promotes_exchange_of_personnel"),
        lambda w: w.facilitates_coordination and w.promotes_exchange_of_personnel,
    ),
    LawEnforcementTask.EARLY_IDENTIFICATION: (
        ("early_identification_appropriate", "identifies_early"),
        lambda w: not w.early_identification_appropriate or w.identifies_early,
    ),
}


def _task(task: LawEnforcementTask, values: Values) -> Finding:
    return performs_task(of(LawEnforcementMeasures, values), task)


POLICE: list[Table] = [
    *(
        table(f"Art. 47(1), {task.value}", partial(_task, task), facts, law, [LawEnforcementMeasures])
        for task, (facts, law) in TASKS.items()
    ),
    one(
        "Art. 47(2)",
        may_take_convention_as_law_enforcement_basis,
        EnforcementTies,
        ("established_in_accordance", "agreement_exists"),
        lambda w: w.established_in_accordance and not w.agreement_exists,
    ),
    every(
        "Art. 48, agreements",
        must_consider_joint_investigation_agreement,
        JointInvestigation,
        "established_in_accordance",
        "subject_of_proceedings",
    ),
    one(
        "Art. 48, together, which is an investigation by itself",
        may_investigate_jointly,
        JointInvestigation,
        ("established_in_accordance", "agreement_provides", "agreed_for_case"),
        lambda w: w.established_in_accordance and (w.agreement_provides or w.agreed_for_case),
    ),
    every("Art. 48, sovereignty", respects_territorial_sovereignty, JointInvestigation, "sovereignty_respected"),
]
SEIZABLE = ("requesting_has_jurisdiction", "property_is_liable", "established_in_accordance")
OBTAIN, ENFORCE, PROVISIONAL = ConfiscationRequestKind
AS_REQUESTED = Readings.of(ConfiscationRoute.AS_REQUESTED)


def _confiscation(kind: ConfiscationRequestKind, values: Values) -> ConfiscationRequest:
    return of(ConfiscationRequest, values, kind=kind, offence=_offence(values))


def _all(*needed: str) -> Law:
    return lambda w: all(getattr(w, name) for name in needed)


NEEDED: dict[ConfiscationRequestKind, tuple[str, ...]] = {
    OBTAIN: (*SEIZABLE, "property_in_territory"),
    ENFORCE: (*SEIZABLE, "property_in_territory", "order_by_court"),
    PROVISIONAL: SEIZABLE,
}
"""Art. 50(1) and (2): only for confiscation must the property be in the territory, and only an order be a court's."""
OWN_GROUNDS: dict[Ground, tuple[tuple[str, ...], Law]] = {
    Ground.INSUFFICIENT_EVIDENCE: (
        ("evidence_sufficient", "evidence_timely"),
        lambda w: not (w.evidence_sufficient and w.evidence_timely),
    ),
    Ground.TRIFLING_PROPERTY: (("trifling_property",), lambda w: w.trifling_property),
    Ground.DISCRIMINATION: CLOSED[Ground.DISCRIMINATION],
    Ground.BANK_SECRECY: ((), lambda _: False),
}
"""Arts. 31(7), 40(22) and 50(7): open, or closed, whatever treaty governs."""


def _no_confiscation(ground: Ground, values: Values) -> Finding:
    position = of(
        ConfiscationPosition,
        values,
        general=of(Position, values),
        conduct=of(UnderlyingConduct, values),
        treaty=of(AssistanceTreaty, values),
    )
    return may_refuse_confiscation(ConfiscationRequest(kind=OBTAIN), ground, position=position)


def _agreed(agreement: Agreement, values: Values) -> Finding:
    return may_consider_agreement(of(Disposal, values), agreement)


def _may_ask(kind: ConfiscationRequestKind, values: Values) -> Finding:
    return may_request_confiscation(_confiscation(kind, values))


CONFISCATION: list[Table] = [
    every("Art. 49(1)(a)", must_enable_effect, ForeignOrder, *names(ForeignOrder)),
    every("Art. 49(2)(a)", must_enable_freezing_on_order, FreezingBasis, *names(FreezingBasis)),
    every(
        "Art. 49(2)(b)",
        must_enable_freezing_on_request,
        FreezingBasis,
        "under_article_50",
        "sufficient_grounds",
        "eventual_confiscation",
    ),
    one(
        "Art. 49(1)(c)",
        is_case_without_conviction,
        ProsecutionBar,
        names(ProsecutionBar),
        lambda w: (w.cannot_be_prosecuted and (w.by_death or w.by_flight or w.by_absence)) or w.otherwise_appropriate,
    ),
    one(
        "Art. 49, the law",
        keeps_recovery_duties,
        RecoveryLaw,
        names(RecoveryLaw),
        lambda w: (
            w.foreign_orders
            and (w.by_adjudication or w.by_other_procedures)
            and (w.without_conviction or w.without_conviction_considered)
            and w.freezing_on_order
            and w.freezing_on_request
            and (w.further_measures or w.further_measures_considered)
        ),
    ),
    *(
        table(f"Art. 50(1) and (2), {kind.value}", partial(_may_ask, kind), facts, _all(*facts), [ConfiscationRequest])
        for kind, facts in NEEDED.items()
    ),
    table(
        "Art. 50(1)(a), to seek an order",
        lambda v: must_submit_for_order(_confiscation(OBTAIN, v), execution=of(Execution, v)).under(AS_REQUESTED),
        NEEDED[OBTAIN],
        _all(*NEEDED[OBTAIN]),
        [Execution],
    ),
    table(
        "Art. 50(1)(a), to give effect to it",
        lambda v: must_give_effect(_confiscation(OBTAIN, v), execution=of(Execution, v)).under(AS_REQUESTED),
        (*NEEDED[OBTAIN], "order_granted"),
        _all(*NEEDED[OBTAIN], "order_granted"),
        [Execution],
    ),
    table(
        "Art. 50(1)(b)",
        lambda v: must_submit_foreign_order(_confiscation(ENFORCE, v), execution=of(Execution, v)).under(AS_REQUESTED),
        NEEDED[ENFORCE],
        _all(*NEEDED[ENFORCE]),
        [Execution],
    ),
    table(
        "Art. 50(2)",
        lambda v: must_take_provisional_measures(_confiscation(PROVISIONAL, v)),
        SEIZABLE,
        _all(*SEIZABLE),
        [ConfiscationRequest],
    ),
    one("Art. 50(6)", has_treaty_basis, Execution, (), lambda _: True),
    one("Art. 50(6), no refusal", may_refuse_for_want_of_treaty, Execution, (), lambda _: False),
    *(
        table(f"Art. 50(7), {ground.value}", partial(_no_confiscation, ground), facts, law, [AssistanceTreaty])
        for ground, (facts, law) in OWN_GROUNDS.items()
    ),
    table(
        "Art. 50(7), fiscal matters, closed by Art. 40(23) where no treaty governs",
        partial(_no_confiscation, Ground.FISCAL_MATTERS),
        (),
        lambda _: False,
        binds=False,
    ),
    one(
        "Art. 50(7), lifting",
        by_name(may_lift_provisional_measure),
        ConfiscationPosition,
        ("evidence_sufficient", "evidence_timely", "trifling_property"),
        lambda w: not (w.evidence_sufficient and w.evidence_timely) or w.trifling_property,
    ),
    one(
        "Art. 50(8)",
        must_hear_before_lifting,
        ProvisionalMeasure,
        ("taken_on_request", "lifting_intended", "hearing_possible", "opportunity_given"),
        lambda w: w.taken_on_request and w.lifting_intended and w.hearing_possible and not w.opportunity_given,
    ),
    one(
        "Art. 51",
        is_to_be_forwardable,
        ProceedsInformation,
        ("on_proceeds", "requested", "assists_proceedings", "leads_to_request"),
        lambda w: w.on_proceeds and not w.requested and (w.assists_proceedings or w.leads_to_request),
    ),
    every("Art. 52(1)", must_dispose_by_domestic_law, Disposal, "confiscated"),
    every(
        "Art. 52(2)",
        must_consider_return,
        Disposal,
        "confiscated",
        "on_request",
        "law_permits_return",
        "return_requested",
        "for_victims_or_owners",
    ),
    table(
        "Art. 52(3)(a)",
        partial(_agreed, Agreement.CONTRIBUTION),
        ("confiscated", "on_request", "compensation_considered"),
        _all("confiscated", "on_request", "compensation_considered"),
        [Disposal],
    ),
    table(
        "Art. 52(3)(b)",
        partial(_agreed, Agreement.SHARING),
        ("confiscated", "on_request", "compensation_considered", "sharing_allowed"),
        _all("confiscated", "on_request", "compensation_considered", "sharing_allowed"),
        [Disposal],
    ),
]


@pytest.mark.parametrize(
    "tab", [*NETWORK, *PRESERVATION, *EVIDENCE, *POLICE, *CONFISCATION], ids=lambda tab: tab.source
)
def test_the_rule_is_the_text(tab: Table) -> None:
    """Each rule says what the text says, over every state of the facts on which the text turns."""
    assert differences(tab) == []


@pytest.mark.parametrize("days", [1, 59, 60, 61, 90])
def test_the_floor_of_preservation(days: int) -> None:
    """Art. 42(8): not less than sixty days."""
    assert keeps_floor(PreservationMeasure(period_days=days)).truth is Truth.of(days >= 60)


@pytest.mark.parametrize("ground", Ground)
def test_the_rules_of_art_40_on_refusing_preservation(ground: Ground) -> None:
    """Art. 40(25) and (28): if they govern, consultation is owed on paragraph 21 alone, and reasons on every ground."""
    govern, silent = Readings.of(AssistanceRules.GOVERN), Readings.of(AssistanceRules.DO_NOT_GOVERN)
    of_21 = ground in (Ground.ESSENTIAL_INTERESTS, Ground.DOMESTIC_PROHIBITION)
    elsewhere = ground in (Ground.NON_CONFORMITY, Ground.LEGAL_SYSTEM)
    if not elsewhere:
        assert must_consult_before_refusing_preservation(ground).under(govern).truth is Truth.of(of_21)
    assert must_consult_before_refusing_preservation(ground).under(silent).is_no
    assert must_give_reasons_for_refusing_preservation().under(govern).is_yes
    assert must_give_reasons_for_refusing_preservation().under(silent).is_no
    assert must_give_reasons_for_refusing_preservation().is_unknown


@pytest.mark.parametrize("category", DataCategory)
def test_what_is_disclosed_on_discovery(category: DataCategory) -> None:
    """Art. 43(1): traffic data and nothing else."""
    assert is_disclosed_on_discovery(category).truth is Truth.of(category is DataCategory.TRAFFIC_DATA)


WHOLE = PreservationRequest(
    authority=Authority(name="Prosecutor"),
    offence=Offence(title="an offence", summary_of_facts="a hospital was locked out of its data"),
    data=(DataItem(category=DataCategory.TRAFFIC_DATA, description="a log", relation_to_offence="shows the access"),),
    custodian=Custodian(name="a provider"),
    necessity="logs are kept for a week",
    later_assistance="disclosure",
    locating_information_available=False,
    confidentiality_needed=False,
)
LEFT_OUT: dict[str, tuple[dict[str, Any], Truth]] = {
    "(a)": ({"authority": None}, Truth.NO),
    "(b) offence": ({"offence": None}, Truth.NO),
    "(b) facts": ({"offence": Offence(title="an offence")}, Truth.NO),
    "(c)": ({"data": ()}, Truth.NO),
    "(d), available": ({"custodian": None, "locating_information_available": True}, Truth.NO),
    "(d), more available than the custodian": ({"locating_information_available": True}, Truth.NO),
    "(d), both given": ({"system_location": "Klow", "locating_information_available": True}, Truth.YES),
    "(d), not available": ({"custodian": None, "locating_information_available": False}, Truth.YES),
    "(e)": ({"necessity": None}, Truth.NO),
    "(f)": ({"later_assistance": None}, Truth.NO),
    "(g), needed": ({"confidentiality_needed": True}, Truth.NO),
    "nothing": ({}, Truth.YES),
}


@pytest.mark.parametrize("left_out", LEFT_OUT)
def test_what_a_request_for_preservation_shall_specify(left_out: str) -> None:
    """Art. 42(3)(a) to (g): whole, and no longer so when one of its particulars is left out."""
    changes, expected = LEFT_OUT[left_out]
    assert preservation_conformity(evolve(WHOLE, **changes)).truth is expected


def test_what_is_never_owed() -> None:
    """Arts. 51 and 52(2): neither forwarding information unasked nor a return is owed."""
    assert must_forward_without_request().is_no
    assert must_return().is_no
    assert {*TASKS} == {*LawEnforcementTask}


def test_deducting_expenses() -> None:
    """Art. 52(4): confiscated, appropriate, not excluded, reasonable, and of the proceedings that led there."""
    facts = (
        "confiscated",
        "deduction_appropriate",
        "deduction_excluded",
        "expenses_reasonable",
        "expenses_of_proceedings",
    )
    for values in product((True, False), repeat=5):
        disposal = of(Disposal, {**dict(zip(facts, values, strict=True)), "on_request": True})
        assert may_deduct_expenses(disposal).truth is Truth.of(values == (True, True, False, True, True))
