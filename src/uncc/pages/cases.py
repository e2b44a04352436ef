"""A case as a page: between whom and of which day, or of which law, and every fact that it states."""

from __future__ import annotations

from collections.abc import Iterator

from uncc.cases import Case, DomesticLaw
from uncc.cases.ledger import stated_facts
from uncc.kernel.rows import Rows
from uncc.pages.page import Entry, Page, Section
from uncc.pages.questions import table_of

__all__ = ["case_page"]


def case_page(case: Case) -> Page:
    """Return a case as a page: its head, and the facts, days and numbers that it states as a table."""
    stated = Section("Stated", (table_of(Rows(stated_facts(case))),))
    return Page(f"Case: {case.case.value}", tuple(_head(case)), sections=(stated,))


def _head(case: Case) -> Iterator[Entry]:
    if isinstance(case, DomesticLaw):
        yield from (("State", case.state.name), ("Law", case.title))
        return
    yield "Request", case.request.reference or "not stated"
    yield "From", case.requesting.state.name
    yield "To", case.requested.state.name
    yield "As of", str(case.as_of)
