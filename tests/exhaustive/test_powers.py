"""Arts. 23, 24, 26 to 30 and 32 to 34: every rule over every three-valued state of its facts.

Where a rule has more facts than can be swept, those that stand in the same place are fixed, as `fixed` says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from tests.universal import hold_universal_properties
from uncc import procedural as p
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding
from uncc.kernel.parties import Reservation, State, StateParty
from uncc.kernel.provisions import art
from uncc.procedural import ProceduralPower
from uncc.readings import Readings
from uncc.readings.chapter_4 import (
    ClosedGroupInability,
    ImpermissibleReservation,
    LawfulReach,
    ProductionPlace,
    ProviderCompulsion,
    WitnessOffenceLink,
)

Values = Mapping[str, Fact]
TRAFFIC, CONTENT = ProceduralPower.REAL_TIME_TRAFFIC_DATA, ProceduralPower.CONTENT_INTERCEPTION
EACH, BOTH = Readings.of(ClosedGroupInability.EACH), Readings.of(ClosedGroupInability.BOTH)
RANGE = p.InterceptionRange(on_day=("fraud",))
LAW = p.LimitingLaw(
    in_force_from=date(1998, 1, 1), lies_in_legislation=True, bars_traffic_data=True, bars_content_data=True
)
LIMITED = p.ClosedGroupReservation(
    law=LAW,
    limited_to_provider_systems=True,
    limited_to_closed_groups=True,
    limited_to_no_public_networks=True,
    limited_to_unconnected=True,
)
MADE = StateParty(
    state=State("Astoria"),
    reservations=(Reservation(provision=art(23, 3, "a")), Reservation(provision=art(23, 3, "b"))),
)
STATE = p.ReservingState(
    party=MADE,
    offences=p.OffenceReservation(offences=("fraud",)),
    closed_groups=LIMITED,
    interception=RANGE,
)
WIDE = evolve(STATE, closed_groups=evolve(LIMITED, limited_to_unconnected=False))
GROUP = (
    "within_reservation_terms",
    "in_provider_system",
    "for_closed_group",
    "employs_public_networks",
    "connected_to_other_system",
)


def _case(
    rule: Callable[[Any], Finding],
    model: type[Facts],
    *names: str,
    **fixed: Any,
) -> tuple[Callable[[Values], Finding], list[str]]:
    """Return a rule over one collection of facts, and the names of the facts that vary: all, or those given."""
    questions = {name: question.name for name, question in model.questions().items() if not names or name in names}

    def swept(values: Values) -> Finding:
        return rule(model(**fixed, **{name: values[key] for name, key in questions.items()}))

    return swept, list(questions.values())


CLASSES = (
    "for_specific_proceedings",
    "convention_offence",
    "criminal_offence",
    "by_means_of_system",
    "collects_electronic_evidence",
)
REDUCED = Readings.of(ImpermissibleReservation.REDUCED, ClosedGroupInability.EACH)
VOID = Readings.of(ImpermissibleReservation.VOID, ClosedGroupInability.EACH)


def _must_apply(
    power: ProceduralPower, state: p.ReservingState, under: Readings, offence: str | None = "fraud"
) -> tuple[Callable[[Values], Finding], list[str]]:
    return _case(
        lambda use: p.must_apply(power, use, state, under=under),
        p.PowerUse,
        "for_specific_proceedings",
        "convention_offence",
        "criminal_offence",
        *GROUP,
        offence=offence,
        by_means_of_system=True,
        collects_electronic_evidence=False,
    )


RULES: dict[str, tuple[Callable[[Values], Finding], list[str]]] = {
    **{
        f"23(2) {power.value}": _case(
            lambda use, power=power: p.may_apply(power, use, interception=RANGE),  # type: ignore[misc]
            p.PowerUse,
            *CLASSES,
            offence="fraud",
        )
        for power in ProceduralPower
    },
    "23(2) traffic data, valid": _must_apply(TRAFFIC, STATE, VOID),
    "23(2) traffic data, too wide and void": _must_apply(TRAFFIC, WIDE, VOID),
    "23(2) traffic data, too wide and reduced": _must_apply(TRAFFIC, WIDE, REDUCED),
    "23(2) traffic data, offence left out": _must_apply(TRAFFIC, STATE, VOID, "theft"),
    "23(2) interception, valid": _must_apply(CONTENT, STATE, VOID),
    "23(2) interception, too wide and reduced": _must_apply(CONTENT, WIDE, REDUCED),
    "23(3)(b) terms": _case(lambda r: p.may_reserve_closed_groups(r, under=BOTH), p.ClosedGroupReservation, law=LAW),
    "23(3)(b) law, each": _case(
        lambda law: p.may_reserve_closed_groups(evolve(LIMITED, law=law), under=EACH),
        p.LimitingLaw,
        in_force_from=date(1998, 1, 1),
    ),
    "23(3)(b) law, each of one": _case(
        lambda law: p.may_reserve_closed_groups(evolve(LIMITED, law=law, measures=(CONTENT,)), under=EACH),
        p.LimitingLaw,
        in_force_from=date(1998, 1, 1),
    ),
    "23(3)(b) law, both": _case(
        lambda law: p.may_reserve_closed_groups(evolve(LIMITED, law=law), under=BOTH),
        p.LimitingLaw,
        in_force_from=date(1998, 1, 1),
    ),
    "23(1) law": _case(p.serves_criminal_proceedings, p.ScopeRegime, "for_specific_proceedings"),
    "23(2) law": _case(
        p.applies_to_every_class,
        p.ScopeRegime,
        "covers_convention_offences",
        "covers_offences_by_system",
        "covers_electronic_evidence",
    ),
    "23(3)(a) law": _case(
        lambda r: p.keeps_traffic_data_within_reach(r, p.ReservingState(party=evolve(MADE, reservations=()))),
        p.ScopeRegime,
        "restricts_traffic_data",
    ),
    "23(3)(b) law": _case(
        lambda r: p.keeps_closed_groups_within_reach(r, WIDE, under=EACH), p.ScopeRegime, "leaves_out_closed_groups"
    ),
    "23(3) considered": _case(
        lambda r: p.has_considered_restricting(r, STATE), p.ScopeRegime, "considered_restricting"
    ),
    "24(1)": _case(
        p.is_subject_to_safeguards,
        p.SafeguardReview,
        "bounds_establishment",
        "bounds_implementation",
        "bounds_application",
        "protects_human_rights",
        "incorporates_proportionality",
    ),
    "24(2) review, remedy, grounds": _case(
        p.includes_safeguards,
        p.SafeguardReview,
        "needs_review",
        "judicial_review",
        "other_independent_review",
        "review_is_domestic",
        "needs_remedy",
        "effective_remedy",
        "needs_grounds",
        "justifying_grounds",
        needs_limited_scope=False,
        needs_limited_duration=False,
    ),
    "24(2) grounds and limits": _case(
        p.includes_safeguards,
        p.SafeguardReview,
        "needs_grounds",
        "justifying_grounds",
        "needs_limited_scope",
        "limited_scope",
        "needs_limited_duration",
        "limited_duration",
        needs_review=False,
        effective_remedy=True,
    ),
    "24(3)": _case(
        p.has_considered_third_parties,
        p.SafeguardReview,
        "consistent_with_public_interest",
        "third_parties_considered",
    ),
    "24(4)": _case(p.safeguards_apply, p.PowerExercise),
    "26(a)": _case(
        p.covers_several_providers,
        p.TrafficDataRegime,
        "available_for_one_provider",
        "available_for_several_providers",
    ),
    "26(b) law": _case(
        p.ensures_partial_disclosure,
        p.TrafficDataRegime,
        "ensures_quick_disclosure",
        "to_authority",
        "to_designated_person",
        "enough_for_providers",
        "enough_for_path",
    ),
    "26(b) amount": _case(p.is_sufficient_amount, p.PartialDisclosure, "identifies_providers", "identifies_path"),
    "26(b) disclosure": _case(p.is_disclosed_as_required, p.PartialDisclosure),
    "27(a) law": _case(
        p.enables_orders_to_persons, p.ProductionRegime, "orders_persons", "reaches_control", "reaches_data_abroad"
    ),
    "27(b) law": _case(
        p.enables_orders_to_providers,
        p.ProductionRegime,
        "orders_providers",
        "reaches_every_provider",
        "reaches_provider_control",
    ),
    "27(a)": _case(
        p.must_enable_order_to_person,
        p.ProductionOrder,
        "person_in_territory",
        "data_specified",
        "electronic_data",
        "stored",
        "possesses",
        "controls",
    ),
    "27(a) in the territory": _case(
        lambda o: p.must_enable_order_to_person(o, under=Readings.of(ProductionPlace.IN_TERRITORY)),
        p.ProductionOrder,
        "person_in_territory",
        "data_specified",
        "electronic_data",
        "stored",
        "possesses",
        "controls",
        "data_in_territory",
    ),
    "27(b)": _case(
        p.must_enable_order_to_provider,
        p.ProductionOrder,
        "service_provider",
        "offers_services",
        "subscriber_information",
        "relates_to_services",
        "possesses",
        "controls",
    ),
    "27": _case(
        p.must_enable_order,
        p.ProductionOrder,
        "person_in_territory",
        "electronic_data",
        "stored",
        "possesses",
        "controls",
        "offers_services",
        "subscriber_information",
        data_specified=True,
        service_provider=True,
        relates_to_services=True,
    ),
    "28(1) law": _case(p.enables_search, p.SearchRegime, "searches_systems", "searches_media"),
    "28(2) law": _case(p.enables_extension, p.SearchRegime, "extends_searches"),
    "28(3) law": _case(
        p.enables_seizure,
        p.SearchRegime,
        "seizes_accessed_data",
        "secures_systems",
        "copies",
        "keeps_intact",
        "makes_inaccessible",
    ),
    "28(4) law": _case(p.enables_knowledge_orders, p.SearchRegime, "orders_knowledge"),
    "28(1)": _case(p.must_enable_search, p.Search),
    "28(2)": _case(p.must_enable_extension, p.SearchExtension),
    "28(2) access": _case(
        lambda x: p.must_enable_extension(x, under=Readings.of(LawfulReach.ACCESS)), p.SearchExtension
    ),
    "28(3)": _case(p.must_enable_seizure, p.Seizure),
    "28(4)": _case(p.must_enable_knowledge_order, p.KnowledgeOrder),
    "29(1)(a) law": _case(
        p.enables_traffic_collection,
        p.TrafficCollectionRegime,
        "authorities_collect",
        "principles_forbid",
        "ensures_otherwise",
    ),
    "29(1)(b) law": _case(
        p.enables_traffic_orders_to_providers, p.TrafficCollectionRegime, "compels_to_collect", "compels_to_assist"
    ),
    "29(2) law": _case(p.may_ensure_traffic_collection_instead, p.TrafficCollectionRegime, "principles_forbid"),
    "29(3) law": _case(p.obliges_providers_to_traffic_silence, p.TrafficCollectionRegime, "obliges_silence"),
    "29(1)(a)": _case(
        p.must_enable_traffic_collection,
        p.TrafficCollection,
        "traffic_data",
        "in_real_time",
        "specified",
        "communications_in_territory",
        "by_system",
        "means_in_territory",
    ),
    **{
        f"29(1)(b) {task.value}": _case(
            lambda c, task=task: p.must_enable_traffic_order_to_provider(c, task),  # type: ignore[misc]
            p.TrafficCollection,
            *(
                ()
                if task is p.ProviderTask.COLLECT
                else [n for n in p.TrafficCollection.questions() if n[:5] != "means"]
            ),
        )
        for task in p.ProviderTask
    },
    "30(1) law": _case(p.determines_range, p.InterceptionRegime, "range_determined"),
    "30(1)(a) law": _case(
        p.enables_interception, p.InterceptionRegime, "authorities_collect", "principles_forbid", "ensures_otherwise"
    ),
    "30(1)(b) law, both tasks": _case(
        lambda r: p.enables_interception_orders_to_providers(r, under=Readings.of(ProviderCompulsion.BOTH)),
        p.InterceptionRegime,
        "compels_to_collect",
        "compels_to_assist",
    ),
    "30(2) law": _case(p.may_ensure_interception_instead, p.InterceptionRegime, "principles_forbid"),
    "30(3) law": _case(p.obliges_providers_to_interception_silence, p.InterceptionRegime, "obliges_silence"),
    "30(1)(a)": _case(
        p.must_enable_interception,
        p.Interception,
        *[n for n in p.Interception.questions() if n not in ("service_provider", "within_capability")],
    ),
    "30(1)(b)": _case(
        lambda i: p.must_enable_interception_order_to_provider(i, p.ProviderTask.COLLECT),
        p.Interception,
        *[n for n in p.Interception.questions() if n != "by_system"],
        by_system=True,
    ),
    "32": _case(p.may_consider_conviction, p.ForeignConviction),
    "33(1)": _case(
        p.is_protected_witness,
        p.Witness,
        "testifies",
        "informs",
        "in_good_faith",
        "on_reasonable_grounds",
        "otherwise_cooperates",
        "about_convention_offence",
    ),
    "33(1) information": _case(
        lambda w: p.is_protected_witness(w, under=Readings.of(WitnessOffenceLink.INFORMATION)),
        p.Witness,
        "testifies",
        "informs",
        "in_good_faith",
        "on_reasonable_grounds",
        "otherwise_cooperates",
        "about_convention_offence",
    ),
    "33(1) close persons": _case(p.must_protect_close_person, p.Witness, "close_to_witness", "protection_appropriate"),
    "33(1) law": _case(
        p.protects_witnesses,
        p.WitnessRegime,
        "effective_protection",
        "protects_close_persons",
        "protects_victims_as_witnesses",
    ),
    "33(2) physical protection": _case(
        lambda m: p.may_protect_by(p.ProtectionMeans.PHYSICAL_PROTECTION, m),
        p.WitnessMeasure,
        "leaves_defendant_rights",
    ),
    "33(2) relocation": _case(
        lambda m: p.may_protect_by(p.ProtectionMeans.RELOCATION, m),
        p.WitnessMeasure,
        "necessary",
        "feasible",
        "leaves_defendant_rights",
    ),
    "33(2) non-disclosure": _case(
        lambda m: p.may_protect_by(p.ProtectionMeans.NON_DISCLOSURE, m),
        p.WitnessMeasure,
        "necessary",
        "feasible",
        "appropriate",
        "leaves_defendant_rights",
    ),
    "33(2) testimony": _case(
        lambda m: p.may_protect_by(p.ProtectionMeans.SAFE_TESTIMONY, m),
        p.WitnessMeasure,
        "ensures_safety",
        "leaves_defendant_rights",
    ),
    "33(3)": _case(
        p.has_considered_relocation_agreements, p.WitnessRegime, "relocation_considered", "relocation_agreed"
    ),
    "34(1) who": _case(p.is_victim, p.Victim),
    "34(1)": _case(p.assists_victims, p.VictimRegime, "assistance_and_protection"),
    "34(2)": _case(p.opens_compensation, p.VictimRegime, "compensation", "restitution"),
    "34(3)": _case(p.hears_victims, p.VictimRegime, "views_presented", "defence_unharmed"),
    "34(4)": _case(p.assists_victims_of_abuse, p.VictimRegime, "recovery", "with_organizations"),
    "34(5)": _case(p.takes_circumstances_into_account, p.VictimRegime, "circumstances"),
    "34(6) law": _case(p.ensures_removal, p.VictimRegime, "removal"),
    "34(6)": _case(p.must_ensure_removal, p.RemovalRequest),
}


@pytest.mark.parametrize("name", RULES)
def test_the_universal_properties_hold(name: str) -> None:
    """Settled is final, no doubt is idle, and the open questions are just the pivotal ones."""
    rule, facts = RULES[name]
    assert hold_universal_properties(rule, facts) == 3 ** len(facts)
