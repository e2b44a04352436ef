"""Findings and reports as text."""

from __future__ import annotations

from uncc.assessment import CaseKind, LawReport, Report
from uncc.render.extradition import extradition_text
from uncc.render.law import law_text
from uncc.render.layout import escaped, visible
from uncc.render.preservation import preservation_text
from uncc.render.status import status_text

__all__ = ["escaped", "report_text", "status_text", "visible"]


def report_text(report: Report | LawReport) -> str:
    """Return a whole report as text, with no line longer than 98 characters but for single long words."""
    if isinstance(report, LawReport):
        return law_text(report)
    return extradition_text(report) if report.case is CaseKind.EXTRADITION else preservation_text(report)
