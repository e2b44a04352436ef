"""Chapter II, criminalization: one module for each article."""

from __future__ import annotations

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

__all__ = [
    "DomesticMatter",
    "Involvement",
    "InvolvementLaw",
    "LegalPersonLaw",
    "LimitationLaw",
    "ProsecutedPerson",
    "SanctionLaw",
    "breaches_participation_duty",
    "conforms_on_limitation",
    "criminalises_involvement",
    "enjoys_guarantees",
    "establishes_liability_of_legal_persons",
    "gives_long_period",
    "gives_more_time_after_evasion",
    "has_permitted_form_of_liability",
    "involvement_duties",
    "is_reserved_to_domestic_law",
    "leaves_natural_persons_liable",
    "legal_person_duties",
    "limitation_duties",
    "may_aggravate",
    "may_criminalise_involvement",
    "must_aggravate",
    "must_criminalise_involvement",
    "prosecution_duties",
    "protects_accused_children",
    "sanction_duties",
    "sanctions_legal_persons",
    "sanctions_offences",
    "weighs_gravity_at_release",
]
