"""The review of a State's implementation: its answers, and what they, its laws and the depositary say together."""

from __future__ import annotations

from uncc.review.contradictions import RESERVABLE, contradictions
from uncc.review.examination import review
from uncc.review.joining import ratification_file
from uncc.review.joining_file import JoiningAct, JoiningKind, JoiningStanding, RatificationFile
from uncc.review.laws import Shortfall, implemented, procedural_shortfalls, shortfalls
from uncc.review.received import Received, received
from uncc.review.record import Implementation, ImplementationStatus, StateRecord
from uncc.review.report import Contradiction, ContradictionKind, Progress, Review, ReviewedProvision, Strength
from uncc.review.table import from_csv, load_record, template, to_csv

__all__ = [
    "RESERVABLE",
    "Contradiction",
    "ContradictionKind",
    "Implementation",
    "ImplementationStatus",
    "JoiningAct",
    "JoiningKind",
    "JoiningStanding",
    "Progress",
    "RatificationFile",
    "Received",
    "Review",
    "ReviewedProvision",
    "Shortfall",
    "StateRecord",
    "Strength",
    "contradictions",
    "from_csv",
    "implemented",
    "load_record",
    "procedural_shortfalls",
    "ratification_file",
    "received",
    "review",
    "shortfalls",
    "template",
    "to_csv",
]
