"""The review of a State's implementation: its answers, and what they and its law say together."""

from __future__ import annotations

from uncc.review.record import Implementation, ImplementationStatus, StateRecord
from uncc.review.table import from_csv, load_record, template, to_csv

__all__ = [
    "Implementation",
    "ImplementationStatus",
    "StateRecord",
    "from_csv",
    "load_record",
    "template",
    "to_csv",
]
