"""The report on a request: its frame, and what is told of each kind of request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

from attrs import evolve, frozen

from uncc.cases import CaseKind, Report
from uncc.pages.called import Called, names_in
from uncc.pages.page import Entry, Page
from uncc.pages.reports.assistance import assistance_in_brief, assistance_sections
from uncc.pages.reports.brief import Brief, contested_in_brief, listed, questions_in_brief
from uncc.pages.reports.confiscation import confiscation_in_brief, confiscation_sections
from uncc.pages.reports.extradition import extradition_in_brief, extradition_sections
from uncc.pages.reports.parts import Sections, conflicts, not_needed, open_questions, readings, section
from uncc.pages.reports.preservation import preservation_in_brief, preservation_sections
from uncc.pages.reports.standing import file_stands, late_in_brief
from uncc.pages.trees import told_once
from uncc.pages.words import count

__all__ = ["request_page"]


@frozen
class _Kind:
    """How a kind of request is told: its subject, the lines in brief, and its own sections."""

    subject: str
    in_brief: Callable[[Report, Called], Brief]
    sections: Callable[[Report, Called], Sections]


_KINDS = MappingProxyType(
    {
        CaseKind.PRESERVATION: _Kind(
            "Preservation of stored electronic data", preservation_in_brief, preservation_sections
        ),
        CaseKind.ASSISTANCE: _Kind("Mutual legal assistance", assistance_in_brief, assistance_sections),
        CaseKind.EXTRADITION: _Kind("Extradition", extradition_in_brief, extradition_sections),
        CaseKind.CONFISCATION: _Kind(
            "Confiscation and freezing of property", confiscation_in_brief, confiscation_sections
        ),
    }
)


def request_page(report: Report) -> Page:
    """Return the report on a request as a page."""
    subject, names = _KINDS[report.case].subject, names_in(report)
    sections = tuple(_sections(report, names))
    return Page(
        title=f"{subject}: assessment under the United Nations Convention against Cybercrime",
        entries=tuple(_head(report)),
        brief=tuple(_brief(report, names)),
        sections=told_once(evolve(one, title=f"{number}. {one.title}") for number, one in enumerate(sections, 1)),
        foot=f"Computed by uncc {report.library} from the facts in the case file. It computes law and never facts: "
        "what a State considers or believes, and what domestic law says, are taken as the file states them. Not legal "
        "advice.",
        is_report=True,
        rest="This is the short form. The full one (uncc assess --full, or uncc.pages.as_text) tells every answer, "
        "ground, duty and open question with its reasons.",
    )


def _head(report: Report) -> Iterator[Entry]:
    header = report.header
    yield "Request", _or_not_stated(header.reference)
    if header.follows:
        yield "Follows", f"{header.follows} (request for preservation)"
    yield "From", f"{header.requesting} (requesting State); {_or_not_stated(header.authority)}"
    yield "To", f"{header.requested} (requested State)"
    yield "Offence", _or_not_stated(header.offence)
    yield "Made", _or_not_stated(header.made_on)
    yield "Received", _or_not_stated(header.received_on)
    if header.urgency:
        yield "Urgency", header.urgency
    yield "As of", f"{header.as_of}"


def _or_not_stated(value: object) -> str:
    return "not stated" if value is None else str(value)


def _brief(report: Report, names: Called) -> Brief:
    in_force = report.answer("in-force").finding
    if not in_force.is_yes:
        known = "is not in force" if in_force.is_no else "is not known to be in force"
        yield "NOTE", f"The Convention {known} between the two States: what follows is what it would say."
    yield from late_in_brief(report, names)
    yield from _KINDS[report.case].in_brief(report, names)
    yield from listed("Contested", contested_in_brief(report.readings, names))
    yield "Open", questions_in_brief(report.open_questions, names)
    if report.conflicts:
        yield "At odds", f"{count(len(report.conflicts), 'pair')} of facts in the case file; see the contradictions"


def _sections(report: Report, names: Called) -> Sections:
    yield file_stands(report, names)
    yield from _KINDS[report.case].sections(report, names)
    if report.conflicts:
        yield section("Contradictions in the case file", conflicts(report.conflicts))
    yield section("Open questions", open_questions(report.open_questions, names), str(len(report.open_questions)))
    yield section("Contested readings", readings(report.readings), _chosen(report))
    if report.not_needed:
        yield section("Facts stated that no answer needed", not_needed(report.not_needed, report.supplied))


def _chosen(report: Report) -> str:
    unchosen = sum(one.chosen is None for one in report.readings)
    return f"{unchosen} of {len(report.readings)} to be chosen" if report.readings else ""
