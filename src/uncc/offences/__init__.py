"""Chapter II, criminalization: one module for each article, and domestic law held against them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uncc.faces import face

if TYPE_CHECKING:
    from uncc.offences.art07_illegal_access import (
        IllegalAccess,
        is_illegal_access,
    )
    from uncc.offences.art08_illegal_interception import (
        IllegalInterception,
        is_illegal_interception,
    )
    from uncc.offences.art09_data_interference import (
        DataInterference,
        is_data_interference,
    )
    from uncc.offences.art10_system_interference import (
        SystemInterference,
        is_system_interference,
    )
    from uncc.offences.art11_misuse_of_devices import (
        DeviceAct,
        DeviceItem,
        MisuseOfDevices,
        ReservedAct,
        is_misuse_of_devices,
        is_permitted_reservation,
    )
    from uncc.offences.art12_forgery import (
        Forgery,
        is_forgery,
    )
    from uncc.offences.art13_theft_or_fraud import (
        TheftOrFraud,
        is_theft_or_fraud,
    )
    from uncc.offences.art14_child_abuse_material import (
        AbuseMaterial,
        ChildAbuseMaterial,
        is_child_abuse_material,
        is_material_offence,
        is_under_18,
    )
    from uncc.offences.art15_solicitation import (
        Solicitation,
        is_solicitation,
    )
    from uncc.offences.art16_intimate_images import (
        Dissemination,
        IntimateImage,
        can_consent,
        is_dissemination,
        is_intimate_image,
        is_over_18,
    )
    from uncc.offences.art17_laundering import (
        Laundering,
        is_laundering,
    )
    from uncc.offences.art17_predicates import (
        PredicateLaw,
        PredicateOffence,
        counts_as_predicate,
        knowledge_may_be_inferred,
        laundering_laws_duty,
        predicates_suffice,
    )
    from uncc.offences.art18_legal_persons import (
        LegalPersonLaw,
        establishes_liability_of_legal_persons,
        has_permitted_form_of_liability,
        leaves_natural_persons_liable,
        legal_person_duties,
        sanctions_legal_persons,
    )
    from uncc.offences.art19_participation import (
        Involvement,
        InvolvementLaw,
        breaches_participation_duty,
        criminalises_involvement,
        involvement_duties,
        may_criminalise_involvement,
        must_criminalise_involvement,
    )
    from uncc.offences.art20_limitation import (
        LimitationLaw,
        conforms_on_limitation,
        gives_long_period,
        gives_more_time_after_evasion,
        limitation_duties,
    )
    from uncc.offences.art21_prosecution import (
        DomesticMatter,
        ProsecutedPerson,
        SanctionLaw,
        enjoys_guarantees,
        is_reserved_to_domestic_law,
        may_aggravate,
        must_aggravate,
        prosecution_duties,
        protects_accused_children,
        sanction_duties,
        sanctions_offences,
        weighs_gravity_at_release,
    )
    from uncc.offences.conduct import (
        Conduct,
        conduct_of,
        criminalization_duty,
        established,
        offence_of,
    )
    from uncc.offences.conformity import (
        Gap,
        GapKind,
        gaps,
        implements,
    )
    from uncc.offences.domestic import (
        DomesticOffence,
        Variation,
        is_permitted_variation,
        is_serious_at_home,
    )
    from uncc.offences.options import (
        ConventionOffence,
        Option,
        OptionKind,
        options_of,
    )

__all__ = [
    "AbuseMaterial",
    "ChildAbuseMaterial",
    "Conduct",
    "ConventionOffence",
    "DataInterference",
    "DeviceAct",
    "DeviceItem",
    "Dissemination",
    "DomesticMatter",
    "DomesticOffence",
    "Forgery",
    "Gap",
    "GapKind",
    "IllegalAccess",
    "IllegalInterception",
    "IntimateImage",
    "Involvement",
    "InvolvementLaw",
    "Laundering",
    "LegalPersonLaw",
    "LimitationLaw",
    "MisuseOfDevices",
    "Option",
    "OptionKind",
    "PredicateLaw",
    "PredicateOffence",
    "ProsecutedPerson",
    "ReservedAct",
    "SanctionLaw",
    "Solicitation",
    "SystemInterference",
    "TheftOrFraud",
    "Variation",
    "breaches_participation_duty",
    "can_consent",
    "conduct_of",
    "conforms_on_limitation",
    "counts_as_predicate",
    "criminalises_involvement",
    "criminalization_duty",
    "enjoys_guarantees",
    "established",
    "establishes_liability_of_legal_persons",
    "gaps",
    "gives_long_period",
    "gives_more_time_after_evasion",
    "has_permitted_form_of_liability",
    "implements",
    "involvement_duties",
    "is_child_abuse_material",
    "is_data_interference",
    "is_dissemination",
    "is_forgery",
    "is_illegal_access",
    "is_illegal_interception",
    "is_intimate_image",
    "is_laundering",
    "is_material_offence",
    "is_misuse_of_devices",
    "is_over_18",
    "is_permitted_reservation",
    "is_permitted_variation",
    "is_reserved_to_domestic_law",
    "is_serious_at_home",
    "is_solicitation",
    "is_system_interference",
    "is_theft_or_fraud",
    "is_under_18",
    "knowledge_may_be_inferred",
    "laundering_laws_duty",
    "leaves_natural_persons_liable",
    "legal_person_duties",
    "limitation_duties",
    "may_aggravate",
    "may_criminalise_involvement",
    "must_aggravate",
    "must_criminalise_involvement",
    "offence_of",
    "options_of",
    "predicates_suffice",
    "prosecution_duties",
    "protects_accused_children",
    "sanction_duties",
    "sanctions_legal_persons",
    "sanctions_offences",
    "weighs_gravity_at_release",
]

_HOMES = {
    "art07_illegal_access": "IllegalAccess is_illegal_access",
    "art08_illegal_interception": "IllegalInterception is_illegal_interception",
    "art09_data_interference": "DataInterference is_data_interference",
    "art10_system_interference": "SystemInterference is_system_interference",
    "art11_misuse_of_devices": """
        DeviceAct DeviceItem MisuseOfDevices ReservedAct is_misuse_of_devices is_permitted_reservation
    """,
    "art12_forgery": "Forgery is_forgery",
    "art13_theft_or_fraud": "TheftOrFraud is_theft_or_fraud",
    "art14_child_abuse_material": """
        AbuseMaterial ChildAbuseMaterial is_child_abuse_material is_material_offence is_under_18
    """,
    "art15_solicitation": "Solicitation is_solicitation",
    "art16_intimate_images": "Dissemination IntimateImage can_consent is_dissemination is_intimate_image is_over_18",
    "art17_laundering": "Laundering is_laundering",
    "art17_predicates": """
        PredicateLaw PredicateOffence counts_as_predicate knowledge_may_be_inferred laundering_laws_duty
        predicates_suffice
    """,
    "art18_legal_persons": """
        LegalPersonLaw establishes_liability_of_legal_persons has_permitted_form_of_liability
        leaves_natural_persons_liable legal_person_duties sanctions_legal_persons
    """,
    "art19_participation": """
        Involvement InvolvementLaw breaches_participation_duty criminalises_involvement involvement_duties
        may_criminalise_involvement must_criminalise_involvement
    """,
    "art20_limitation": """
        LimitationLaw conforms_on_limitation gives_long_period gives_more_time_after_evasion limitation_duties
    """,
    "art21_prosecution": """
        DomesticMatter ProsecutedPerson SanctionLaw enjoys_guarantees is_reserved_to_domestic_law may_aggravate
        must_aggravate prosecution_duties protects_accused_children sanction_duties sanctions_offences
        weighs_gravity_at_release
    """,
    "conformity": "Gap GapKind gaps implements",
    "domestic": "DomesticOffence Variation is_permitted_variation is_serious_at_home",
    "conduct": "Conduct conduct_of criminalization_duty established offence_of",
    "options": "ConventionOffence Option OptionKind options_of",
}

if not TYPE_CHECKING:
    __getattr__, __dir__ = face(__name__, _HOMES)
