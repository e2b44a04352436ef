"""The review of a State's implementation: its answers, and what they and its law say together."""

from __future__ import annotations

from uncc.review.contradictions import RESERVABLE, Shortfall, contradictions, shortfalls
from uncc.review.examination import review
from uncc.review.record import Implementation, ImplementationStatus, StateRecord
from uncc.review.report import Contradiction, ContradictionKind, Progress, Review, ReviewedProvision, Strength
from uncc.review.table import from_csv, load_record, template, to_csv

__all__ = [
    "RESERVABLE",
    "Contradiction",
    "ContradictionKind",
    "Implementation",
    "ImplementationStatus",
    "Progress",
    "Review",
    "ReviewedProvision",
    "Shortfall",
    "StateRecord",
    "Strength",
    "contradictions",
    "from_csv",
    "load_record",
    "review",
    "shortfalls",
    "template",
    "to_csv",
]
