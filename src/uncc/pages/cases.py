"""A case as a page: between whom, of which day, and every fact that it states."""

from __future__ import annotations

from uncc.cases.assessment import Request
from uncc.cases.ledger import stated_facts
from uncc.kernel.rows import Rows
from uncc.pages.page import Page, Section
from uncc.pages.questions import table_of

__all__ = ["case_page"]


def case_page(case: Request) -> Page:
    """Return the case of a request as a page: its head, and the facts, days and numbers that it states as a table."""
    entries = (
        ("Request", case.request.reference or "not stated"),
        ("From", case.requesting.state.name),
        ("To", case.requested.state.name),
        ("As of", str(case.as_of)),
    )
    return Page(
        f"Case: {case.case.value}", entries, sections=(Section("Stated", (table_of(Rows(stated_facts(case))),)),)
    )
