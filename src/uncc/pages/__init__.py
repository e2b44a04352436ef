"""What people see: a page of whatever is shown, written as text, Markdown, HTML and DOCX; calendars and pictures too.

A finding, a report, a review, a table of participants, a draft: each is told once, as a `Page`, and every form is
written from there. A notebook shows the same page.
"""

from __future__ import annotations

from typing import TypeAlias

from uncc.cases import (
    AssistanceCase,
    ConfiscationCase,
    Docket,
    DomesticLaw,
    ExtraditionCase,
    LawReport,
    PreservationCase,
    Report,
    ReportDifference,
)
from uncc.cases.assessment import Case
from uncc.final_provisions import StatusTable
from uncc.kernel.dates import Window
from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.duties import Duty
from uncc.kernel.findings import Node
from uncc.kernel.provisions import Provision
from uncc.kernel.rows import Rows
from uncc.pages.calendar import report_calendar, reports_calendar
from uncc.pages.cases import case_page
from uncc.pages.catalogue import provision_text, rows_csv, rows_markdown, rows_text
from uncc.pages.differences import report_difference_page
from uncc.pages.docket import docket_csv, docket_page
from uncc.pages.documents import Draft
from uncc.pages.duties import duty_page
from uncc.pages.joining import ratification_page, ratification_sheets
from uncc.pages.mermaid import finding_mermaid
from uncc.pages.page import Page
from uncc.pages.pictures import participation_curve, report_timeline
from uncc.pages.questions import difference_page, exploration_page, rows_page, what_if_page
from uncc.pages.reports.law import law_page
from uncc.pages.reports.request import request_page
from uncc.pages.review import review_page
from uncc.pages.status import status_page
from uncc.pages.switchboard import Switchboard
from uncc.pages.trace import asset_picture
from uncc.pages.trees import finding_page, provision_page, window_page
from uncc.pages.words import escaped, visible
from uncc.pages.writers import docx, html, markdown, text, xlsx
from uncc.questions.difference import Difference
from uncc.questions.exploration import Exploration
from uncc.questions.switching import WhatIf
from uncc.review import RatificationFile, Review

__all__ = [
    "Page",
    "Told",
    "as_docx",
    "as_html",
    "as_markdown",
    "as_text",
    "as_widget",
    "as_xlsx",
    "asset_picture",
    "docket_csv",
    "escaped",
    "finding_mermaid",
    "page_of",
    "participation_curve",
    "provision_text",
    "report_calendar",
    "report_timeline",
    "reports_calendar",
    "rows_csv",
    "rows_markdown",
    "rows_text",
    "shown",
    "visible",
]

Told: TypeAlias = (
    Node
    | Window
    | Duty
    | Provision
    | Exploration
    | Difference
    | WhatIf
    | Report
    | LawReport
    | Docket
    | ReportDifference
    | StatusTable
    | Review
    | RatificationFile
    | Draft
    | Rows[object]
    | Case
    | Page
)
"""Whatever has a page."""


def page_of(told: Told) -> Page:  # noqa: C901, PLR0912  # one line for each kind
    """Return what is told as a page.

    >>> from uncc.kernel.provisions import art
    >>> page_of(art(42, 6)).sections[0].blocks[0].points[0].words
    'International cooperation for the purpose of expedited preservation of stored electronic data'
    """
    match told:
        case Node():
            return finding_page(told)
        case Window():
            return window_page(told)
        case Duty():
            return duty_page(told)
        case Provision():
            return provision_page(told)
        case Exploration():
            return exploration_page(told)
        case Difference():
            return difference_page(told)
        case WhatIf():
            return what_if_page(told)
        case Report():
            return request_page(told)
        case LawReport():
            return law_page(told)
        case Docket():
            return docket_page(told)
        case ReportDifference():
            return report_difference_page(told)
        case StatusTable():
            return status_page(told)
        case Review():
            return review_page(told)
        case RatificationFile():
            return ratification_page(told)
        case Draft():
            return told.document
        case Rows():
            return rows_page(told)
        case PreservationCase() | AssistanceCase() | ExtraditionCase() | ConfiscationCase() | DomesticLaw():
            return case_page(told)
        case Page():
            return told
    raise not_one_of("told", told, Told)


def as_text(told: Told) -> str:
    """Return what is told as text, with no line longer than 98 characters but for single long words.

    >>> from uncc.kernel.findings import derived
    >>> from uncc.kernel.provisions import art
    >>> print(as_text(derived(None, "the data are specified", art(42, 3, "c"))), end="")
      UNKNOWN  the data are specified [Art. 42(3)(c)]
    """
    return text.written(page_of(told))


def as_markdown(told: Told) -> str:
    """Return what is told as Markdown."""
    return markdown.written(page_of(told))


def as_html(told: Told) -> str:
    """Return what is told as a page of HTML that needs nothing else; of a draft, its blanks highlighted."""
    return html.written(page_of(told))


def as_docx(told: Told) -> bytes:
    """Return what is told as a file for a word processor (DOCX), the same bytes each time.

    Of a draft the blanks are highlighted, and the notes stand on a page apart. It needs python-docx
    (`pip install "uncc[docx]"`); without it `ModuleNotFoundError` says so.
    """
    return docx.written(page_of(told))


def as_xlsx(file: RatificationFile) -> bytes:
    """Return a ratification file as a workbook for a spreadsheet (XLSX), a row for each act, the same bytes each time.

    It needs openpyxl (`pip install "uncc[xlsx]"`); without it `ModuleNotFoundError` says so.
    """
    return xlsx.written(ratification_sheets(file))


def as_widget(what_if: WhatIf) -> Switchboard:
    """Return a finding with switches as a widget of a notebook: what is set there by hand, its `what_if` holds.

    It needs ipywidgets (`pip install "uncc[notebook]"`); without it `ModuleNotFoundError` says so.
    """
    return Switchboard(what_if)


def shown(told: Told) -> str:
    """Return what is told as a piece of HTML that stands by itself in any page, as a notebook shows it."""
    return html.fragment(page_of(told))


checked(__name__)
