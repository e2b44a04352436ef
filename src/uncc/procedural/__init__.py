"""Chapter IV, procedural measures and law enforcement: one module for each article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uncc.faces import face

if TYPE_CHECKING:
    from uncc.procedural.art23_application import (
        has_considered_restricting,
        keeps_closed_groups_within_reach,
        keeps_traffic_data_within_reach,
        may_decline,
        must_apply,
        reservation_duties,
    )
    from uncc.procedural.art23_reservations import (
        ADOPTION,
        ClosedGroupReservation,
        LimitingLaw,
        OffenceReservation,
        ReservingState,
        existed_at_adoption,
        is_valid_reservation,
        lies_in_legislation,
        may_reserve_closed_groups,
        may_reserve_offences,
    )
    from uncc.procedural.art23_scope import (
        InterceptionRange,
        PowerUse,
        ProceduralPower,
        ScopeRegime,
        applies_to_every_class,
        may_apply,
        scope_duties,
        serves_criminal_proceedings,
    )
    from uncc.procedural.art24_safeguards import (
        PowerExercise,
        Safeguard,
        SafeguardReview,
        has_considered_third_parties,
        includes_safeguard,
        includes_safeguards,
        is_subject_to_safeguards,
        safeguards_apply,
        third_party_duty,
    )
    from uncc.procedural.art25_preservation import (
        CEILING_DAYS,
        PreservationOrder,
        PreservationRegime,
        Renewal,
        confidentiality_duty,
        enables_preservation,
        keeps_ceiling,
        may_renew,
        must_keep_confidential,
        obliges_confidentiality,
        obliges_person,
        order_window,
        stays_within_ceiling,
    )
    from uncc.procedural.art26_traffic_data import (
        PartialDisclosure,
        TrafficDataRegime,
        covers_several_providers,
        ensures_partial_disclosure,
        is_disclosed_as_required,
        is_sufficient_amount,
    )
    from uncc.procedural.art27_production import (
        ProductionOrder,
        ProductionRegime,
        enables_orders_to_persons,
        enables_orders_to_providers,
        must_enable_order,
        must_enable_order_to_person,
        must_enable_order_to_provider,
    )
    from uncc.procedural.art28_search import (
        EXTENSION_SPEED,
        KnowledgeOrder,
        Search,
        SearchExtension,
        SearchRegime,
        Seizure,
        SeizurePower,
        enables_extension,
        enables_knowledge_orders,
        enables_search,
        enables_seizure,
        includes_seizure_power,
        must_enable_extension,
        must_enable_knowledge_order,
        must_enable_search,
        must_enable_seizure,
    )
    from uncc.procedural.art29_traffic_data import (
        TrafficCollection,
        TrafficCollectionRegime,
        enables_traffic_collection,
        enables_traffic_orders_to_providers,
        may_ensure_traffic_collection_instead,
        must_enable_traffic_collection,
        must_enable_traffic_order_to_provider,
        obliges_providers_to_traffic_silence,
        traffic_silence_duty,
    )
    from uncc.procedural.art30_interception import (
        Interception,
        InterceptionRegime,
        determines_range,
        enables_interception,
        enables_interception_orders_to_providers,
        interception_silence_duty,
        may_ensure_interception_instead,
        must_enable_interception,
        must_enable_interception_order_to_provider,
        obliges_providers_to_interception_silence,
    )
    from uncc.procedural.art32_criminal_record import (
        ForeignConviction,
        conviction_option,
        may_consider_conviction,
    )
    from uncc.procedural.art33_witnesses import (
        ProtectionMeans,
        Witness,
        WitnessMeasure,
        WitnessRegime,
        has_considered_relocation_agreements,
        is_protected_witness,
        may_protect_by,
        must_protect_close_person,
        protects_witnesses,
        witness_duties,
    )
    from uncc.procedural.art34_victims import (
        RemovalRequest,
        Victim,
        VictimRegime,
        assists_victims,
        assists_victims_of_abuse,
        ensures_removal,
        hears_victims,
        is_victim,
        must_ensure_removal,
        opens_compensation,
        removal_duty,
        takes_circumstances_into_account,
        victim_duties,
    )
    from uncc.procedural.procedural_law import (
        ProceduralLaw,
        Requirement,
        SafeguardedPower,
        gaps,
        requirements,
        undetermined,
    )
    from uncc.procedural.provider_task import (
        ProviderTask,
    )

__all__ = [
    "ADOPTION",
    "CEILING_DAYS",
    "EXTENSION_SPEED",
    "ClosedGroupReservation",
    "ForeignConviction",
    "Interception",
    "InterceptionRange",
    "InterceptionRegime",
    "KnowledgeOrder",
    "LimitingLaw",
    "OffenceReservation",
    "PartialDisclosure",
    "PowerExercise",
    "PowerUse",
    "PreservationOrder",
    "PreservationRegime",
    "ProceduralLaw",
    "ProceduralPower",
    "ProductionOrder",
    "ProductionRegime",
    "ProtectionMeans",
    "ProviderTask",
    "RemovalRequest",
    "Renewal",
    "Requirement",
    "ReservingState",
    "Safeguard",
    "SafeguardReview",
    "SafeguardedPower",
    "ScopeRegime",
    "Search",
    "SearchExtension",
    "SearchRegime",
    "Seizure",
    "SeizurePower",
    "TrafficCollection",
    "TrafficCollectionRegime",
    "TrafficDataRegime",
    "Victim",
    "VictimRegime",
    "Witness",
    "WitnessMeasure",
    "WitnessRegime",
    "applies_to_every_class",
    "assists_victims",
    "assists_victims_of_abuse",
    "confidentiality_duty",
    "conviction_option",
    "covers_several_providers",
    "determines_range",
    "enables_extension",
    "enables_interception",
    "enables_interception_orders_to_providers",
    "enables_knowledge_orders",
    "enables_orders_to_persons",
    "enables_orders_to_providers",
    "enables_preservation",
    "enables_search",
    "enables_seizure",
    "enables_traffic_collection",
    "enables_traffic_orders_to_providers",
    "ensures_partial_disclosure",
    "ensures_removal",
    "existed_at_adoption",
    "gaps",
    "has_considered_relocation_agreements",
    "has_considered_restricting",
    "has_considered_third_parties",
    "hears_victims",
    "includes_safeguard",
    "includes_safeguards",
    "includes_seizure_power",
    "interception_silence_duty",
    "is_disclosed_as_required",
    "is_protected_witness",
    "is_subject_to_safeguards",
    "is_sufficient_amount",
    "is_valid_reservation",
    "is_victim",
    "keeps_ceiling",
    "keeps_closed_groups_within_reach",
    "keeps_traffic_data_within_reach",
    "lies_in_legislation",
    "may_apply",
    "may_consider_conviction",
    "may_decline",
    "may_ensure_interception_instead",
    "may_ensure_traffic_collection_instead",
    "may_protect_by",
    "may_renew",
    "may_reserve_closed_groups",
    "may_reserve_offences",
    "must_apply",
    "must_enable_extension",
    "must_enable_interception",
    "must_enable_interception_order_to_provider",
    "must_enable_knowledge_order",
    "must_enable_order",
    "must_enable_order_to_person",
    "must_enable_order_to_provider",
    "must_enable_search",
    "must_enable_seizure",
    "must_enable_traffic_collection",
    "must_enable_traffic_order_to_provider",
    "must_ensure_removal",
    "must_keep_confidential",
    "must_protect_close_person",
    "obliges_confidentiality",
    "obliges_person",
    "obliges_providers_to_interception_silence",
    "obliges_providers_to_traffic_silence",
    "opens_compensation",
    "order_window",
    "protects_witnesses",
    "removal_duty",
    "requirements",
    "reservation_duties",
    "safeguards_apply",
    "scope_duties",
    "serves_criminal_proceedings",
    "stays_within_ceiling",
    "takes_circumstances_into_account",
    "third_party_duty",
    "traffic_silence_duty",
    "undetermined",
    "victim_duties",
    "witness_duties",
]

_HOMES = {
    "art23_application": """
        has_considered_restricting keeps_closed_groups_within_reach keeps_traffic_data_within_reach may_decline
        must_apply reservation_duties
    """,
    "art23_reservations": """
        ADOPTION ClosedGroupReservation LimitingLaw OffenceReservation ReservingState existed_at_adoption
        is_valid_reservation lies_in_legislation may_reserve_closed_groups may_reserve_offences
    """,
    "art23_scope": """
        InterceptionRange PowerUse ProceduralPower ScopeRegime applies_to_every_class may_apply scope_duties
        serves_criminal_proceedings
    """,
    "art24_safeguards": """
        PowerExercise Safeguard SafeguardReview has_considered_third_parties includes_safeguard
        includes_safeguards is_subject_to_safeguards safeguards_apply third_party_duty
    """,
    "art25_preservation": """
        CEILING_DAYS PreservationOrder PreservationRegime Renewal confidentiality_duty enables_preservation
        keeps_ceiling may_renew must_keep_confidential obliges_confidentiality obliges_person order_window
        stays_within_ceiling
    """,
    "art26_traffic_data": """
        PartialDisclosure TrafficDataRegime covers_several_providers ensures_partial_disclosure
        is_disclosed_as_required is_sufficient_amount
    """,
    "art27_production": """
        ProductionOrder ProductionRegime enables_orders_to_persons enables_orders_to_providers must_enable_order
        must_enable_order_to_person must_enable_order_to_provider
    """,
    "art28_search": """
        EXTENSION_SPEED KnowledgeOrder Search SearchExtension SearchRegime Seizure SeizurePower
        enables_extension enables_knowledge_orders enables_search enables_seizure includes_seizure_power
        must_enable_extension must_enable_knowledge_order must_enable_search must_enable_seizure
    """,
    "art29_traffic_data": """
        TrafficCollection TrafficCollectionRegime enables_traffic_collection enables_traffic_orders_to_providers
        may_ensure_traffic_collection_instead must_enable_traffic_collection
        must_enable_traffic_order_to_provider obliges_providers_to_traffic_silence traffic_silence_duty
    """,
    "art30_interception": """
        Interception InterceptionRegime determines_range enables_interception
        enables_interception_orders_to_providers interception_silence_duty may_ensure_interception_instead
        must_enable_interception must_enable_interception_order_to_provider
        obliges_providers_to_interception_silence
    """,
    "art32_criminal_record": "ForeignConviction conviction_option may_consider_conviction",
    "art33_witnesses": """
        ProtectionMeans Witness WitnessMeasure WitnessRegime has_considered_relocation_agreements
        is_protected_witness may_protect_by must_protect_close_person protects_witnesses witness_duties
    """,
    "art34_victims": """
        RemovalRequest Victim VictimRegime assists_victims assists_victims_of_abuse ensures_removal
        hears_victims is_victim must_ensure_removal opens_compensation removal_duty
        takes_circumstances_into_account victim_duties
    """,
    "procedural_law": "ProceduralLaw Requirement SafeguardedPower gaps requirements undetermined",
    "provider_task": "ProviderTask",
}

if not TYPE_CHECKING:
    __getattr__, __dir__ = face(__name__, _HOMES)
