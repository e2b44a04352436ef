"""Chapter III, jurisdiction: one article, in parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uncc.faces import face

if TYPE_CHECKING:
    from uncc.jurisdiction.art22_bases import (
        Base,
        BaseKind,
        Commission,
        JurisdictionBase,
        Whereabouts,
        base_is_established,
        jurisdiction_bases,
    )
    from uncc.jurisdiction.art22_consultation import (
        ParallelProceedings,
        consultation_duty,
        must_consult,
    )
    from uncc.jurisdiction.art22_establishing import (
        excludes_domestic_base,
        jurisdiction_duties,
        may_establish_jurisdiction,
        must_establish_jurisdiction,
    )

__all__ = [
    "Base",
    "BaseKind",
    "Commission",
    "JurisdictionBase",
    "ParallelProceedings",
    "Whereabouts",
    "base_is_established",
    "consultation_duty",
    "excludes_domestic_base",
    "jurisdiction_bases",
    "jurisdiction_duties",
    "may_establish_jurisdiction",
    "must_consult",
    "must_establish_jurisdiction",
]

_HOMES = {
    "art22_bases": "Base BaseKind Commission JurisdictionBase Whereabouts base_is_established jurisdiction_bases",
    "art22_consultation": "ParallelProceedings consultation_duty must_consult",
    "art22_establishing": """
        excludes_domestic_base jurisdiction_duties may_establish_jurisdiction must_establish_jurisdiction
    """,
}

if not TYPE_CHECKING:
    __getattr__, __dir__ = face(__name__, _HOMES)
