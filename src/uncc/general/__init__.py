"""Chapter I, general provisions: one module for each article, two for the terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uncc.faces import face

if TYPE_CHECKING:
    from uncc.general.art02_crime import (
        Measure,
        Organization,
        Penalty,
        PenaltyKind,
        Property,
        Situation,
        counts_as_state_party,
        is_confiscation,
        is_emergency,
        is_freezing_or_seizure,
        is_predicate_offence,
        is_proceeds_of_crime,
        is_property,
        is_regional_economic_integration_organization,
        is_serious_crime,
    )
    from uncc.general.art02_terms import (
        DataCategory,
        DataInQuestion,
        Device,
        Entity,
        classify,
        is_content_data,
        is_electronic_data,
        is_ict_system,
        is_other_electronic_data,
        is_personal_data,
        is_service_provider,
        is_subscriber_information,
        is_traffic_data,
    )
    from uncc.general.art03_scope import (
        Activity,
        EvidenceSide,
        evidence_is_within_reach,
        is_within_scope,
    )
    from uncc.general.art04_other_conventions import (
        OtherOffence,
        creates_convention_offence,
        must_cover_online_commission,
        online_commission_duty,
    )
    from uncc.general.art05_sovereignty import (
        ActAbroad,
        is_consistent_with_sovereignty,
        is_reserved_to_other_state,
    )
    from uncc.general.art06_human_rights import (
        Implementing,
        is_consistent_with_human_rights,
        is_permitted_interpretation,
    )

__all__ = [
    "ActAbroad",
    "Activity",
    "DataCategory",
    "DataInQuestion",
    "Device",
    "Entity",
    "EvidenceSide",
    "Implementing",
    "Measure",
    "Organization",
    "OtherOffence",
    "Penalty",
    "PenaltyKind",
    "Property",
    "Situation",
    "classify",
    "counts_as_state_party",
    "creates_convention_offence",
    "evidence_is_within_reach",
    "is_confiscation",
    "is_consistent_with_human_rights",
    "is_consistent_with_sovereignty",
    "is_content_data",
    "is_electronic_data",
    "is_emergency",
    "is_freezing_or_seizure",
    "is_ict_system",
    "is_other_electronic_data",
    "is_permitted_interpretation",
    "is_personal_data",
    "is_predicate_offence",
    "is_proceeds_of_crime",
    "is_property",
    "is_regional_economic_integration_organization",
    "is_reserved_to_other_state",
    "is_serious_crime",
    "is_service_provider",
    "is_subscriber_information",
    "is_traffic_data",
    "is_within_scope",
    "must_cover_online_commission",
    "online_commission_duty",
]

_HOMES = {
    "art02_crime": """
        Measure Organization Penalty PenaltyKind Property Situation counts_as_state_party is_confiscation
        is_emergency is_freezing_or_seizure is_predicate_offence is_proceeds_of_crime is_property
        is_regional_economic_integration_organization is_serious_crime
    """,
    "art02_terms": """
        DataCategory DataInQuestion Device Entity classify is_content_data is_electronic_data is_ict_system
        is_other_electronic_data is_personal_data is_service_provider is_subscriber_information is_traffic_data
    """,
    "art03_scope": "Activity EvidenceSide evidence_is_within_reach is_within_scope",
    "art04_other_conventions": """
        OtherOffence creates_convention_offence must_cover_online_commission online_commission_duty
    """,
    "art05_sovereignty": "ActAbroad is_consistent_with_sovereignty is_reserved_to_other_state",
    "art06_human_rights": "Implementing is_consistent_with_human_rights is_permitted_interpretation",
}

if not TYPE_CHECKING:
    __getattr__, __dir__ = face(__name__, _HOMES)
