"""Chapter IV: the reach of the powers (Art. 23), each power (Arts. 24 to 34), and Art. 31, from the text alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import combinations, product
from typing import Any

import pytest

from tests.proof_tables.table import Law, Table, Values, World, differences, every, names, of, one, some, table
from uncc.confiscation import (
    Asset,
    AssetHistory,
    ConfiscationLaw,
    CorrespondingValue,
    Holding,
    Money,
    OriginBurden,
    ThirdPartyRight,
    counts_as_proceeds,
    empowers_access_to_records,
    enables_confiscation,
    enables_provisional_measures,
    failed_to_show_lawful_origin,
    is_bona_fide_right,
    is_instrumentality,
    may_decline_for_bank_secrecy,
    may_require_lawful_origin,
    regulates_administration,
    represents_proceeds,
)
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.parties import Reservation, State, StateParty
from uncc.kernel.provisions import art
from uncc.procedural import (
    ClosedGroupReservation,
    ForeignConviction,
    Interception,
    InterceptionRange,
    InterceptionRegime,
    KnowledgeOrder,
    LimitingLaw,
    OffenceReservation,
    PartialDisclosure,
    PowerExercise,
    PowerUse,
    PreservationRegime,
    ProceduralPower,
    ProductionOrder,
    ProductionRegime,
    ProtectionMeans,
    ProviderTask,
    RemovalRequest,
    ReservingState,
    Safeguard,
    SafeguardReview,
    ScopeRegime,
    Search,
    SearchExtension,
    SearchRegime,
    Seizure,
    SeizurePower,
    TrafficCollection,
    TrafficCollectionRegime,
    TrafficDataRegime,
    Victim,
    VictimRegime,
    Witness,
    WitnessMeasure,
    WitnessRegime,
    applies_to_every_class,
    assists_victims,
    assists_victims_of_abuse,
    covers_several_providers,
    determines_range,
    enables_extension,
    enables_interception,
    enables_interception_orders_to_providers,
    enables_knowledge_orders,
    enables_orders_to_persons,
    enables_orders_to_providers,
    enables_preservation,
    enables_search,
    enables_seizure,
    enables_traffic_collection,
    enables_traffic_orders_to_providers,
    ensures_partial_disclosure,
    ensures_removal,
    existed_at_adoption,
    has_considered_relocation_agreements,
    has_considered_third_parties,
    hears_victims,
    includes_safeguard,
    includes_safeguards,
    includes_seizure_power,
    is_disclosed_as_required,
    is_protected_witness,
    is_subject_to_safeguards,
    is_sufficient_amount,
    is_valid_reservation,
    is_victim,
    keeps_ceiling,
    lies_in_legislation,
    may_apply,
    may_consider_conviction,
    may_decline,
    may_ensure_interception_instead,
    may_ensure_traffic_collection_instead,
    may_protect_by,
    may_renew,
    may_reserve_closed_groups,
    may_reserve_offences,
    must_apply,
    must_enable_extension,
    must_enable_interception,
    must_enable_interception_order_to_provider,
    must_enable_knowledge_order,
    must_enable_order,
    must_enable_order_to_person,
    must_enable_order_to_provider,
    must_enable_search,
    must_enable_seizure,
    must_enable_traffic_collection,
    must_enable_traffic_order_to_provider,
    must_ensure_removal,
    must_protect_close_person,
    obliges_confidentiality,
    obliges_person,
    obliges_providers_to_interception_silence,
    obliges_providers_to_traffic_silence,
    opens_compensation,
    protects_witnesses,
    safeguards_apply,
    serves_criminal_proceedings,
    takes_circumstances_into_account,
)
from uncc.readings import Readings
from uncc.readings.chapter_4 import (
    ClosedGroupInability,
    EquivalentValue,
    ImpermissibleReservation,
    LawfulReach,
    ProductionPlace,
    ProviderCompulsion,
    WitnessOffenceLink,
)

REAL_TIME = (ProceduralPower.REAL_TIME_TRAFFIC_DATA, ProceduralPower.CONTENT_INTERCEPTION)
TRAFFIC, CONTENT = REAL_TIME
DAY = date(2030, 1, 1)
ADOPTION = date(2024, 12, 24)
"""The day on which the General Assembly adopted the Convention, by resolution 79/243."""
USE = (
    "for_specific_proceedings",
    "convention_offence",
    "criminal_offence",
    "by_means_of_system",
    "collects_electronic_evidence",
)


def _class_of_use(w: World) -> bool:
    """Art. 23(1) and (2): specific proceedings, and one of the three classes."""
    others = w.criminal_offence and (w.by_means_of_system or w.collects_electronic_evidence)
    return bool(w.for_specific_proceedings and (w.convention_offence or others))


def _asking(rule: Callable[[Any, Any], Finding], about: object) -> Callable[[Any], Finding]:
    """Return a rule that is asked about one member of a list."""
    return lambda facts: rule(facts, about)


def _at_most(days: int, values: Values) -> Finding:
    return keeps_ceiling(of(PreservationRegime, values, sets_maximum=True, maximum_days=days))


def _asset(values: Values) -> Asset:
    house = Holding(name="house", value=Money("EUR", Decimal(100)))
    return of(Asset, values, name="house", history=AssetHistory(holdings=(house,)))


def _holding(values: Values) -> Holding:
    return of(Holding, values, name="house", value=Money("EUR", Decimal(100)))


def _value(values: Values, **others: object) -> CorrespondingValue:
    return of(CorrespondingValue, values, outstanding=Money("EUR", Decimal(100)), **others)


SCOPE: list[Table] = [
    *(
        one(
            f"Art. 23(2), {power.value}",
            partial(may_apply, power),
            PowerUse,
            USE,
            _class_of_use,
        )
        for power in ProceduralPower
        if power not in (CONTENT, ProceduralPower.FREEZING_AND_CONFISCATION)
    ),
    table(
        "Art. 23(2) with Art. 30(1), an offence in the range",
        lambda v: may_apply(
            CONTENT, of(PowerUse, v, offence="fraud"), interception=InterceptionRange(on_day=("fraud",))
        ),
        USE,
        _class_of_use,
        [PowerUse],
    ),
    one(
        "Art. 23(2) with Art. 31(1), offences of the Convention alone",
        partial(may_apply, ProceduralPower.FREEZING_AND_CONFISCATION),
        PowerUse,
        ("for_specific_proceedings", "convention_offence"),
        lambda w: w.for_specific_proceedings and w.convention_offence,
    ),
    every("Art. 23(1), the law", serves_criminal_proceedings, ScopeRegime, "for_specific_proceedings"),
    every(
        "Art. 23(2), the law",
        applies_to_every_class,
        ScopeRegime,
        "covers_convention_offences",
        "covers_offences_by_system",
        "covers_electronic_evidence",
    ),
]
TERMS = (
    "limited_to_provider_systems",
    "limited_to_closed_groups",
    "limited_to_no_public_networks",
    "limited_to_unconnected",
)
BARS = {TRAFFIC: "bars_traffic_data", CONTENT: "bars_content_data"}


def _closed_groups(values: Values, measures: tuple[ProceduralPower, ...], **days: date) -> ClosedGroupReservation:
    law = of(LimitingLaw, values, **{"in_force_from": date(2020, 1, 1), **days})
    return of(ClosedGroupReservation, values, measures=measures, law=law)


def _reserves(measures: tuple[ProceduralPower, ...], inability: ClosedGroupInability) -> Table:
    """Art. 23(3)(b): legislation keeps the State from applying the measures, and all four limits are kept."""
    unable = {*measures} if inability is ClosedGroupInability.EACH else {*REAL_TIME}
    needed = ("lies_in_legislation", *(BARS[measure] for measure in REAL_TIME if measure in unable), *TERMS)
    under = Readings.of(inability)
    return table(
        f"Art. 23(3)(b), {inability.name}, {'+'.join(measure.value for measure in measures)}",
        lambda v: may_reserve_closed_groups(_closed_groups(v, measures)).under(under),
        needed,
        lambda w: all(getattr(w, name) for name in needed),
        [ClosedGroupReservation, LimitingLaw],
    )


def _state(*provisions: object, **others: object) -> ReservingState:
    """Return a State that has made just these reservations."""
    made = tuple(Reservation(provision=provision, made_on=date(2026, 1, 1), stands=True) for provision in provisions)  # type: ignore[arg-type]
    party = StateParty(state=State(name="Astoria"), bound_from=date(2026, 6, 1), reservations=made, denounced=False)
    return ReservingState(party=party, on=DAY, **others)  # type: ignore[arg-type]


PERMITTED_TERMS: Values = dict.fromkeys((*TERMS, "lies_in_legislation", *BARS.values()), True)
IN_CLOSED_GROUP = (
    "in_provider_system",
    "for_closed_group",
    "employs_public_networks",
    "connected_to_other_system",
    "within_reservation_terms",
)


def _closed(w: World) -> bool:
    """Art. 23(3)(b)(i) and (ii), and what the State itself has reserved."""
    open_to_others = w.employs_public_networks or w.connected_to_other_system
    return bool(w.in_provider_system and w.for_closed_group and not open_to_others and w.within_reservation_terms)


RESERVED_GROUPS = _state(
    art(23, 3, "b"),
    closed_groups=_closed_groups(PERMITTED_TERMS, REAL_TIME),
    interception=InterceptionRange(on_day=("fraud",)),
)


def _declines(power: ProceduralPower, effect: ImpermissibleReservation, values: Values) -> Finding:
    return may_decline(power, of(PowerUse, values), RESERVED_GROUPS).under(Readings.of(effect))


def _applies(power: ProceduralPower, values: Values) -> Finding:
    under = Readings.of(ImpermissibleReservation.REDUCED)
    return must_apply(power, of(PowerUse, values, offence="fraud"), RESERVED_GROUPS).under(under)


RESERVING: list[Table] = [
    *(
        _reserves(measures, inability)
        for measures, inability in product([(TRAFFIC,), (CONTENT,), REAL_TIME], ClosedGroupInability)
    ),
    every("Art. 23(3)(b), legislation", lies_in_legislation, LimitingLaw, "lies_in_legislation"),
    *(
        table(
            f"Art. 23(3)(b), declining {power.value}, to the extent permitted",
            partial(_declines, power, ImpermissibleReservation.REDUCED),
            IN_CLOSED_GROUP,
            _closed,
            [PowerUse],
        )
        for power in REAL_TIME
    ),
    *(
        table(
            f"Art. 23(3)(b), declining {power.value}, by terms that are permitted",
            partial(_declines, power, ImpermissibleReservation.VOID),
            IN_CLOSED_GROUP,
            _closed,
            [PowerUse],
        )
        for power in REAL_TIME
    ),
    *(
        table(
            f"Art. 23(3)(b), applying {power.value}",
            partial(_applies, power),
            ("for_specific_proceedings", "convention_offence", *IN_CLOSED_GROUP),
            lambda w: w.for_specific_proceedings and w.convention_offence and not _closed(w),
            criminal_offence=True,
            by_means_of_system=False,
            collects_electronic_evidence=False,
        )
        for power in REAL_TIME
    ),
]
SAFEGUARDS: dict[Safeguard, tuple[tuple[str, ...], Law]] = {
    Safeguard.REVIEW: (
        ("needs_review", "judicial_review", "other_independent_review", "review_is_domestic"),
        lambda w: not w.needs_review or ((w.judicial_review or w.other_independent_review) and w.review_is_domestic),
    ),
    Safeguard.REMEDY: (("needs_remedy", "effective_remedy"), lambda w: not w.needs_remedy or w.effective_remedy),
    Safeguard.GROUNDS: (("needs_grounds", "justifying_grounds"), lambda w: not w.needs_grounds or w.justifying_grounds),
    Safeguard.LIMITED_SCOPE: (
        ("needs_limited_scope", "limited_scope"),
        lambda w: not w.needs_limited_scope or w.limited_scope,
    ),
    Safeguard.LIMITED_DURATION: (
        ("needs_limited_duration", "limited_duration"),
        lambda w: not w.needs_limited_duration or w.limited_duration,
    ),
}
DATA_POWERS: list[Table] = [
    every(
        "Art. 24(1)",
        is_subject_to_safeguards,
        SafeguardReview,
        "bounds_establishment",
        "bounds_implementation",
        "bounds_application",
        "protects_human_rights",
        "incorporates_proportionality",
    ),
    *(
        one(
            f"Art. 24(2), {kind.value}",
            _asking(includes_safeguard, kind),
            SafeguardReview,
            *row,
        )
        for kind, row in SAFEGUARDS.items()
    ),
    one(
        "Art. 24(2) and (5), all of them",
        includes_safeguards,
        SafeguardReview,
        [name for facts, _ in SAFEGUARDS.values() for name in facts],
        lambda w: all(law(w) for _, law in SAFEGUARDS.values()),
    ),
    one(
        "Art. 24(3)",
        has_considered_third_parties,
        SafeguardReview,
        ("consistent_with_public_interest", "third_parties_considered"),
        lambda w: not w.consistent_with_public_interest or w.third_parties_considered,
    ),
    one(
        "Art. 24(4)",
        safeguards_apply,
        PowerExercise,
        names(PowerExercise),
        lambda w: (
            w.exercises_chapter_power and w.at_domestic_level and (w.for_domestic_proceedings or w.renders_cooperation)
        ),
    ),
    every(
        "Art. 25(1)",
        enables_preservation,
        PreservationRegime,
        "enables_expeditious_preservation",
        "covers_traffic_data",
        "covers_content_data",
        "covers_subscriber_information",
    ),
    one(
        "Art. 25(2), the duty to preserve",
        obliges_person,
        PreservationRegime,
        ("by_order_to_person", "obliges_to_keep_intact"),
        lambda w: not w.by_order_to_person or w.obliges_to_keep_intact,
    ),
    every("Art. 25(2), renewal", may_renew, PreservationRegime, "provides_renewal"),
    table(
        "Art. 25(3)",
        lambda v: obliges_confidentiality(of(PreservationRegime, v, confidentiality_days=30)),
        ["obliges_confidentiality"],
        lambda w: w.obliges_confidentiality,
        [PreservationRegime],
    ),
    *(
        table(
            f"Art. 25(2), at most {days} days",
            partial(_at_most, days),
            () if days <= 90 else ("by_order_to_person",),
            (lambda _: True) if days <= 90 else (lambda w: not w.by_order_to_person),
        )
        for days in (1, 60, 89, 90, 91, 180)
    ),
    one(
        "Art. 25(2), no longest period",
        keeps_ceiling,
        PreservationRegime,
        ["by_order_to_person"],
        lambda w: not w.by_order_to_person,
        sets_maximum=False,
    ),
    every(
        "Art. 26(a)",
        covers_several_providers,
        TrafficDataRegime,
        "available_for_one_provider",
        "available_for_several_providers",
    ),
    one(
        "Art. 26(b), the law",
        ensures_partial_disclosure,
        TrafficDataRegime,
        ("ensures_quick_disclosure", "to_authority", "to_designated_person", "enough_for_providers", "enough_for_path"),
        lambda w: (
            w.ensures_quick_disclosure
            and (w.to_authority or w.to_designated_person)
            and w.enough_for_providers
            and w.enough_for_path
        ),
    ),
    every("Art. 26(b), the amount", is_sufficient_amount, PartialDisclosure, "identifies_providers", "identifies_path"),
    every("Art. 26(b), a disclosure", is_disclosed_as_required, PartialDisclosure, *names(PartialDisclosure)),
]


def _to_person(w: World) -> bool:
    """Art. 27(a): a person in the territory, specified stored electronic data, possession or control."""
    return bool(
        w.person_in_territory and w.data_specified and w.electronic_data and w.stored and (w.possesses or w.controls)
    )


def _to_provider(w: World) -> bool:
    """Art. 27(b): a provider that offers services in the territory, and subscriber information relating to these."""
    return bool(
        w.service_provider
        and w.offers_services
        and w.subscriber_information
        and w.relates_to_services
        and (w.possesses or w.controls)
    )


TO_PERSON = ("person_in_territory", "data_specified", "electronic_data", "stored", "possesses", "controls")
TO_PROVIDER = ("service_provider", "offers_services", "subscriber_information", "relates_to_services")
PRODUCTION: list[Table] = [
    one("Art. 27(a)", must_enable_order_to_person, ProductionOrder, TO_PERSON, _to_person),
    one(
        "Art. 27(a), stored in the territory",
        lambda order: must_enable_order_to_person(order).under(Readings.of(ProductionPlace.IN_TERRITORY)),
        ProductionOrder,
        (*TO_PERSON, "data_in_territory"),
        lambda w: _to_person(w) and w.data_in_territory,
    ),
    one(
        "Art. 27(b)",
        must_enable_order_to_provider,
        ProductionOrder,
        (*TO_PROVIDER, "possesses", "controls"),
        _to_provider,
    ),
    one(
        "Art. 27",
        must_enable_order,
        ProductionOrder,
        (*TO_PERSON, *TO_PROVIDER),
        lambda w: _to_person(w) or _to_provider(w),
    ),
    every(
        "Art. 27(a), the law",
        enables_orders_to_persons,
        ProductionRegime,
        "orders_persons",
        "reaches_control",
        "reaches_data_abroad",
    ),
    every(
        "Art. 27(a), the law, data in the territory",
        lambda regime: enables_orders_to_persons(regime).under(Readings.of(ProductionPlace.IN_TERRITORY)),
        ProductionRegime,
        "orders_persons",
        "reaches_control",
    ),
    every(
        "Art. 27(b), the law",
        enables_orders_to_providers,
        ProductionRegime,
        "orders_providers",
        "reaches_every_provider",
        "reaches_provider_control",
    ),
]
SEIZURE = {
    SeizurePower.SECURE: "secures_systems",
    SeizurePower.COPY: "copies",
    SeizurePower.KEEP_INTACT: "keeps_intact",
    SeizurePower.MAKE_INACCESSIBLE: "makes_inaccessible",
}
FIRST = ("first_of_specific_system", "grounds_for_other_system", "grounds_for_territory")
SEARCHING: list[Table] = [
    every("Art. 28(1), the law", enables_search, SearchRegime, "searches_systems", "searches_media"),
    every("Art. 28(2), the law", enables_extension, SearchRegime, "extends_searches"),
    every("Art. 28(3), the law", enables_seizure, SearchRegime, "seizes_accessed_data", *SEIZURE.values()),
    every("Art. 28(4), the law", enables_knowledge_orders, SearchRegime, "orders_knowledge"),
    *(
        every(
            f"Art. 28(3), {power.value}",
            _asking(includes_seizure_power, power),
            SearchRegime,
            name,
        )
        for power, name in SEIZURE.items()
    ),
    one(
        "Art. 28(1)",
        must_enable_search,
        Search,
        names(Search),
        lambda w: (w.of_system or w.of_medium) and w.in_territory,
    ),
    one(
        "Art. 28(2), lawful both ways",
        must_enable_extension,
        SearchExtension,
        names(SearchExtension),
        lambda w: all(getattr(w, name) for name in FIRST) and w.lawfully and (w.accessible or w.available),
    ),
    one(
        "Art. 28(2), lawful access, or availability",
        lambda extension: must_enable_extension(extension).under(Readings.of(LawfulReach.ACCESS)),
        SearchExtension,
        names(SearchExtension),
        lambda w: all(getattr(w, name) for name in FIRST) and ((w.lawfully and w.accessible) or w.available),
    ),
    one(
        "Art. 28(3)",
        must_enable_seizure,
        Seizure,
        names(Seizure),
        lambda w: (w.accessed_by_search or w.accessed_by_extension) and w.data_in_territory,
    ),
    one(
        "Art. 28(4)",
        must_enable_knowledge_order,
        KnowledgeOrder,
        names(KnowledgeOrder),
        lambda w: (
            (w.knows_system or w.knows_network or w.knows_protection) and w.information_necessary and w.reasonable
        ),
    ),
]
BOTH_TASKS = Readings.of(ProviderCompulsion.BOTH)
SPECIFIED = ("in_real_time", "specified", "communications_in_territory", "by_system")
LIVE: list[Table] = [
    every("Art. 29(2), when", may_ensure_traffic_collection_instead, TrafficCollectionRegime, "principles_forbid"),
    every("Art. 30(2), when", may_ensure_interception_instead, InterceptionRegime, "principles_forbid"),
    one(
        "Art. 29(1)(a) and (2), the law",
        enables_traffic_collection,
        TrafficCollectionRegime,
        ("authorities_collect", "principles_forbid", "ensures_otherwise"),
        lambda w: w.authorities_collect or (w.principles_forbid and w.ensures_otherwise),
    ),
    one(
        "Art. 30(1)(a) and (2), the law",
        enables_interception,
        InterceptionRegime,
        ("authorities_collect", "principles_forbid", "ensures_otherwise"),
        lambda w: w.authorities_collect or (w.principles_forbid and w.ensures_otherwise),
    ),
    every("Art. 29(3)", obliges_providers_to_traffic_silence, TrafficCollectionRegime, "obliges_silence"),
    every("Art. 30(3)", obliges_providers_to_interception_silence, InterceptionRegime, "obliges_silence"),
    every("Art. 30(1), the range", determines_range, InterceptionRegime, "range_determined"),
    some(
        "Art. 29(1)(b), either task",
        enables_traffic_orders_to_providers,
        TrafficCollectionRegime,
        "compels_to_collect",
        "compels_to_assist",
    ),
    every(
        "Art. 29(1)(b), both tasks",
        lambda regime: enables_traffic_orders_to_providers(regime).under(BOTH_TASKS),
        TrafficCollectionRegime,
        "compels_to_collect",
        "compels_to_assist",
    ),
    some(
        "Art. 30(1)(b), either task",
        enables_interception_orders_to_providers,
        InterceptionRegime,
        "compels_to_collect",
        "compels_to_assist",
    ),
    every(
        "Art. 30(1)(b), both tasks",
        lambda regime: enables_interception_orders_to_providers(regime).under(BOTH_TASKS),
        InterceptionRegime,
        "compels_to_collect",
        "compels_to_assist",
    ),
    every(
        "Art. 29(1)(a)",
        must_enable_traffic_collection,
        TrafficCollection,
        "traffic_data",
        *SPECIFIED,
        "means_in_territory",
    ),
    every(
        "Art. 29(1)(b)(i)",
        lambda asked: must_enable_traffic_order_to_provider(asked, ProviderTask.COLLECT),
        TrafficCollection,
        *names(TrafficCollection),
    ),
    every(
        "Art. 29(1)(b)(ii)",
        lambda asked: must_enable_traffic_order_to_provider(asked, ProviderTask.ASSIST),
        TrafficCollection,
        "traffic_data",
        *SPECIFIED,
        "service_provider",
        "within_capability",
    ),
    every(
        "Art. 30(1)(a)",
        must_enable_interception,
        Interception,
        "in_range",
        "content_data",
        *SPECIFIED,
        "means_in_territory",
    ),
    every(
        "Art. 30(1)(b)(i)",
        lambda asked: must_enable_interception_order_to_provider(asked, ProviderTask.COLLECT),
        Interception,
        *names(Interception),
    ),
    every(
        "Art. 30(1)(b)(ii)",
        lambda asked: must_enable_interception_order_to_provider(asked, ProviderTask.ASSIST),
        Interception,
        "in_range",
        "content_data",
        *SPECIFIED,
        "service_provider",
        "within_capability",
    ),
]
BURDEN = ("borne_by_offender", "consistent_with_principles", "consistent_with_proceedings")
CONFISCATION: list[Table] = [
    table(
        "Art. 31(1)(b)",
        lambda v: is_instrumentality(_asset(v)),
        ("used_in_offence", "destined_for_offence", "use_is_convention_offence"),
        lambda w: (w.used_in_offence or w.destined_for_offence) and w.use_is_convention_offence,
        [Asset],
    ),
    table(
        "Art. 31(1)(a), corresponding value",
        lambda v: represents_proceeds(_value(v)),
        ["from_convention_offence"],
        lambda w: w.from_convention_offence,
        [CorrespondingValue],
    ),
    table(
        "Art. 31(1)(a), corresponding value in the second place",
        lambda v: represents_proceeds(_value(v)).under(Readings.of(EquivalentValue.SUBSIDIARY)),
        ("from_convention_offence", "proceeds_out_of_reach"),
        lambda w: w.from_convention_offence and w.proceeds_out_of_reach,
        [CorrespondingValue],
    ),
    one(
        "Art. 31(1), (4), (5), (6) and (9), the law",
        enables_confiscation,
        ConfiscationLaw,
        (
            "proceeds",
            "corresponding_value",
            "instrumentalities_used",
            "instrumentalities_destined",
            "beyond_legal_system",
            "substitutes",
            "intermingled",
            "benefits",
            "prejudices_third_parties",
        ),
        lambda w: (
            (
                ((w.proceeds or w.corresponding_value) and w.instrumentalities_used and w.instrumentalities_destined)
                or w.beyond_legal_system
            )
            and w.substitutes
            and w.intermingled
            and w.benefits
            and not w.prejudices_third_parties
        ),
    ),
    every(
        "Art. 31(2), the law",
        enables_provisional_measures,
        ConfiscationLaw,
        "identification",
        "tracing",
        "freezing_or_seizure",
    ),
    every("Art. 31(3)", regulates_administration, ConfiscationLaw, "administration"),
    one(
        "Art. 31(7)",
        empowers_access_to_records,
        ConfiscationLaw,
        (
            "records_available",
            "records_seized",
            "bank_records",
            "financial_records",
            "commercial_records",
            "secrecy_stands_in_the_way",
        ),
        lambda w: (
            (w.records_available or w.records_seized)
            and w.bank_records
            and w.financial_records
            and w.commercial_records
            and not w.secrecy_stands_in_the_way
        ),
    ),
    every("Art. 31(8)", may_require_lawful_origin, OriginBurden, *BURDEN),
    table(
        "Art. 31(1)(a), proceeds",
        lambda v: counts_as_proceeds(_holding(v)),
        ("derived_from_offence", "convention_offence"),
        lambda w: w.derived_from_offence and w.convention_offence,
        [Holding],
    ),
    table(
        "Art. 31(8), lawful origin that had to be shown and was not",
        lambda v: failed_to_show_lawful_origin(_holding(v), of(OriginBurden, v)),
        ("required_by_law", *BURDEN, "alleged", "lawful_origin_shown"),
        lambda w: (
            w.required_by_law and all(getattr(w, name) for name in BURDEN) and w.alleged and not w.lawful_origin_shown
        ),
    ),
    table(
        "Art. 31(9)",
        lambda v: is_bona_fide_right(of(ThirdPartyRight, v, holder="a bank")),
        ("third_party", "bona_fide", "right_exists"),
        lambda w: w.third_party and w.bona_fide and w.right_exists,
    ),
]
PROTECTION: dict[ProtectionMeans, tuple[str, ...]] = {
    ProtectionMeans.PHYSICAL_PROTECTION: (),
    ProtectionMeans.RELOCATION: ("necessary", "feasible"),
    ProtectionMeans.NON_DISCLOSURE: ("necessary", "feasible", "appropriate"),
    ProtectionMeans.SAFE_TESTIMONY: ("ensures_safety",),
}
"""Art. 33(2): what each means is subject to; necessity and feasibility govern both examples of physical protection."""
INFORMING = ("informs", "in_good_faith", "on_reasonable_grounds")


def _informs(w: World) -> bool:
    return all(getattr(w, name) for name in INFORMING)


PEOPLE: list[Table] = [
    every("Art. 32", may_consider_conviction, ForeignConviction, *names(ForeignConviction)),
    one(
        "Art. 33(1) and (4), all forms of help",
        is_protected_witness,
        Witness,
        ("testifies", *INFORMING, "otherwise_cooperates", "about_convention_offence"),
        lambda w: (w.testifies or _informs(w) or w.otherwise_cooperates) and w.about_convention_offence,
    ),
    one(
        "Art. 33(1) and (4), information alone",
        lambda witness: is_protected_witness(witness).under(Readings.of(WitnessOffenceLink.INFORMATION)),
        Witness,
        ("testifies", *INFORMING, "otherwise_cooperates", "about_convention_offence"),
        lambda w: w.testifies or (_informs(w) and w.about_convention_offence) or w.otherwise_cooperates,
    ),
    every(
        "Art. 33(1), close persons", must_protect_close_person, Witness, "close_to_witness", "protection_appropriate"
    ),
    *(
        every(
            f"Art. 33(2), {means.value}",
            partial(may_protect_by, means),
            WitnessMeasure,
            *facts,
            "leaves_defendant_rights",
        )
        for means, facts in PROTECTION.items()
    ),
    every(
        "Art. 33(1) and (4), the law",
        protects_witnesses,
        WitnessRegime,
        "effective_protection",
        "protects_close_persons",
        "protects_victims_as_witnesses",
    ),
    some(
        "Art. 33(3)", has_considered_relocation_agreements, WitnessRegime, "relocation_considered", "relocation_agreed"
    ),
    every("Art. 34(1)", assists_victims, VictimRegime, "assistance_and_protection"),
    every("Art. 34(2)", opens_compensation, VictimRegime, "compensation", "restitution"),
    every("Art. 34(3)", hears_victims, VictimRegime, "views_presented", "defence_unharmed"),
    every("Art. 34(4)", assists_victims_of_abuse, VictimRegime, "recovery", "with_organizations"),
    every("Art. 34(5)", takes_circumstances_into_account, VictimRegime, "circumstances"),
    every("Art. 34(6), the law", ensures_removal, VictimRegime, "removal"),
    some("Art. 34(1), who", is_victim, Victim, "of_convention_offence", "of_sexual_offence"),
    one(
        "Art. 34(6)",
        must_ensure_removal,
        RemovalRequest,
        names(RemovalRequest),
        lambda w: w.was_made and (w.child_abuse_material or w.intimate_image) and w.consistent_with_framework,
    ),
]


@pytest.mark.parametrize(
    "tab",
    [*SCOPE, *RESERVING, *DATA_POWERS, *PRODUCTION, *SEARCHING, *LIVE, *CONFISCATION, *PEOPLE],
    ids=lambda tab: tab.source,
)
def test_the_rule_is_the_text(tab: Table) -> None:
    """Each rule says what the text says, over every state of the facts on which the text turns."""
    assert differences(tab) == []


OFFENCES = ("access", "fraud", "forgery")
RANGES = [None, *(chosen for size in range(4) for chosen in combinations(OFFENCES, size))]


def _reserved_range(reserved: tuple[str, ...] | None, intercepted: tuple[str, ...] | None) -> Fact:
    """Art. 23(3)(a): some offences are named, and none is missing for which content data are intercepted."""
    if reserved == ():
        return False
    if intercepted == () and reserved is not None:
        return True
    if reserved is None or intercepted is None:
        return None
    return {*intercepted} <= {*reserved}


@pytest.mark.parametrize(("reserved", "intercepted"), [*product(RANGES, repeat=2)])
def test_which_range_can_be_reserved(reserved: tuple[str, ...] | None, intercepted: tuple[str, ...] | None) -> None:
    """Art. 23(3)(a): the range of Art. 29 may not be narrower than that of Art. 30, and concerns no other measure."""
    interception = InterceptionRange(on_day=intercepted)
    reservation = OffenceReservation(offences=reserved)
    expected = Truth.of(_reserved_range(reserved, intercepted))
    assert may_reserve_offences(reservation, interception=interception).truth is expected
    assert is_valid_reservation(reservation, interception=interception).truth is expected
    for other in (power for power in ProceduralPower if power is not TRAFFIC):
        wider = OffenceReservation(measures=(other,), offences=reserved)
        assert may_reserve_offences(wider, interception=interception).is_no


@pytest.mark.parametrize("reserved", [chosen for chosen in RANGES if chosen])
@pytest.mark.parametrize("offence", OFFENCES)
@pytest.mark.parametrize("power", ProceduralPower)
def test_what_a_permitted_range_takes_out(power: ProceduralPower, offence: str, reserved: tuple[str, ...]) -> None:
    """Art. 23(3)(a): the collection of traffic data for an offence not named, and no other power."""
    state = _state(
        art(23, 3, "a"), offences=OffenceReservation(offences=reserved), interception=InterceptionRange(on_day=reserved)
    )
    taken_out = power is TRAFFIC and offence not in reserved
    assert may_decline(power, PowerUse(offence=offence), state).truth is Truth.of(taken_out)


@pytest.mark.parametrize("power", [power for power in ProceduralPower if power not in REAL_TIME])
def test_no_other_power_can_be_reserved(power: ProceduralPower) -> None:
    """Art. 23(3): reservations concern the measures of Arts. 29 and 30 and leave all others as they are."""
    closed: dict[str, Fact] = dict.fromkeys(IN_CLOSED_GROUP, True)
    closed |= {"employs_public_networks": False, "connected_to_other_system": False}
    assert may_decline(power, of(PowerUse, closed), RESERVED_GROUPS).is_no
    assert may_reserve_closed_groups(_closed_groups(PERMITTED_TERMS, (power,))).is_no


DAYS: list[tuple[date | None, date | None, Fact]] = [
    (ADOPTION, None, True),
    (date(2024, 12, 25), None, False),
    (date(2000, 1, 1), date(2024, 12, 25), True),
    (date(2000, 1, 1), ADOPTION, False),
    (date(2000, 1, 1), date(2040, 1, 1), True),
    (None, ADOPTION, False),
]
"""Since when a law was in force, and the first day on which it was no longer."""


def _law_between(start: date | None, end: date | None) -> LimitingLaw:
    """Return a limiting law in force from one day until another; without the other it had not ended."""
    return LimitingLaw(in_force_from=start, in_force_until=end, ended_by_adoption=False if end is None else None)


@pytest.mark.parametrize(("since", "until", "answer"), DAYS)
def test_legislation_in_force_at_the_time_of_adoption(since: date | None, until: date | None, answer: Fact) -> None:
    """Art. 23(3)(b): what counts is the legislation on 24 December 2024, neither later nor ended before."""
    assert existed_at_adoption(_law_between(since, until)).truth is Truth.of(answer)


def test_bank_secrecy_is_no_excuse() -> None:
    """Art. 31(7): a State shall not decline to act for that reason."""
    assert may_decline_for_bank_secrecy().is_no


def test_the_lists_are_whole() -> None:
    """Arts. 24(2), 28(3) and 33(2): every member of each list has its row."""
    assert {*Safeguard} == {*SAFEGUARDS}
    assert {*SeizurePower} == {*SEIZURE}
    assert {*ProtectionMeans} == {*PROTECTION}
