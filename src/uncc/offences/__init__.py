"""Chapter II, criminalization: one module for each article, and domestic law held against them."""

from __future__ import annotations

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
from uncc.offences.established import (
    Conduct,
    conduct_of,
    criminalization_duty,
    established,
    offence_of,
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
    "DomesticOffence",
    "Forgery",
    "Gap",
    "GapKind",
    "IllegalAccess",
    "IllegalInterception",
    "IntimateImage",
    "Laundering",
    "MisuseOfDevices",
    "Option",
    "OptionKind",
    "PredicateLaw",
    "PredicateOffence",
    "ReservedAct",
    "Solicitation",
    "SystemInterference",
    "TheftOrFraud",
    "Variation",
    "can_consent",
    "conduct_of",
    "counts_as_predicate",
    "criminalization_duty",
    "established",
    "gaps",
    "implements",
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
    "is_serious_at_home",
    "is_solicitation",
    "is_system_interference",
    "is_theft_or_fraud",
    "is_under_18",
    "knowledge_may_be_inferred",
    "laundering_laws_duty",
    "offence_of",
    "options_of",
    "predicates_suffice",
]
