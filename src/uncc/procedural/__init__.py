"""Chapter IV, procedural measures and law enforcement: one module for each article."""

from __future__ import annotations

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

__all__ = [
    "CEILING_DAYS",
    "PreservationOrder",
    "PreservationRegime",
    "Renewal",
    "confidentiality_duty",
    "enables_preservation",
    "keeps_ceiling",
    "may_renew",
    "must_keep_confidential",
    "obliges_confidentiality",
    "obliges_person",
    "order_window",
    "stays_within_ceiling",
]
