"""Findings and reports as text, diagrams, calendars, pictures; reviews and the catalogue as Markdown, HTML and CSV."""

from __future__ import annotations

from uncc.cases import LawReport, Report
from uncc.pages.calendar import report_calendar
from uncc.pages.catalogue import provision_text, rows_csv, rows_markdown, rows_text
from uncc.pages.law import law_text
from uncc.pages.layout import escaped, visible
from uncc.pages.mermaid import finding_mermaid
from uncc.pages.pictures import participation_curve, report_timeline
from uncc.pages.request import request_text
from uncc.pages.review import review_html, review_markdown, review_text
from uncc.pages.status import status_text
from uncc.pages.trace import asset_picture

__all__ = [
    "asset_picture",
    "escaped",
    "finding_mermaid",
    "participation_curve",
    "provision_text",
    "report_calendar",
    "report_text",
    "report_timeline",
    "review_html",
    "review_markdown",
    "review_text",
    "rows_csv",
    "rows_markdown",
    "rows_text",
    "status_text",
    "visible",
]


def report_text(report: Report | LawReport) -> str:
    """Return a whole report as text, with no line longer than 98 characters but for single long words."""
    return law_text(report) if isinstance(report, LawReport) else request_text(report)
