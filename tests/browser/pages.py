"""The pages that are looked at: trees as a notebook shows them, and whole pages of HTML."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from attrs import evolve

from uncc.cases import AssistanceCase, PreservationCase, assess
from uncc.doors.deposits import load_deposits
from uncc.doors.serial import load_case
from uncc.final_provisions import status_table
from uncc.kernel.provisions import art
from uncc.pages import as_html
from uncc.pages.documents import DocumentKind, draft
from uncc.questions.exploration import explore
from uncc.questions.switching import what_if
from uncc.review import Review, load_record, review

EXAMPLES = Path(__file__).parents[2] / "examples"
HOSPITAL = load_case(EXAMPLES / "hospital_ransomware.json", PreservationCase)
TRAFFIC = load_case(EXAMPLES / "traffic_data_in_real_time.json", AssistanceCase)
NOTEBOOK = """\
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A cell of a notebook</title>
<style>:root {{ color-scheme: light dark; }} body {{ background: Canvas; color: CanvasText; }}</style></head>
<body>{}</body>
</html>
"""
LONG = "An-offence-whose-name-has-no-blank-" * 9


def _cell(value: Any) -> str:
    return NOTEBOOK.format(value._repr_html_())  # what a notebook calls


def _reviewed() -> Review:
    return review(load_record(EXAMPLES / "review_drovia.csv"))


def pages() -> dict[str, str]:
    """Return every page by its name."""
    report = assess(HOSPITAL)
    refusal = next(one.finding for one in report.grounds if one.finding.is_unknown)
    deposits = load_deposits(EXAMPLES / "data" / "cybercrime_convention_signatures.csv")
    offence = None if TRAFFIC.request.offence is None else evolve(TRAFFIC.request.offence, title=LONG)
    long = evolve(TRAFFIC, request=evolve(TRAFFIC.request, offence=offence))
    return {
        "finding": _cell(report.answer("conformity").finding),
        "report": _cell(report),
        "review": _cell(_reviewed()),
        "participation": _cell(status_table(deposits, date(2026, 11, 23))),
        "exploration": _cell(explore(report.answer("extension-owed").finding)),
        "what-if": _cell(what_if(refusal).switched(refusal.open_questions[0], value=True)),
        "law": _cell(load_case(EXAMPLES / "statute_drovia.json")),
        "provision": _cell(art(42, 6)),
        "window": _cell(report.spans[0].window),
        "report-page": as_html(report),
        "law-page": as_html(assess(load_case(EXAMPLES / "statute_drovia.json"))),
        "participation-page": as_html(status_table(deposits, date(2026, 11, 23))),
        "review-page": as_html(_reviewed()),
        "draft": as_html(draft(HOSPITAL, DocumentKind.PRESERVATION_REQUEST)),
        "draft-traffic-data": as_html(draft(TRAFFIC, DocumentKind.ASSISTANCE_REQUEST)),
        "draft-long-word": as_html(draft(long, DocumentKind.ASSISTANCE_REQUEST)),
        "information-request": as_html(draft(TRAFFIC, DocumentKind.INFORMATION_REQUEST)),
    }
