"""The report on a request as plain text: its frame, and what is told of each kind of request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

from attrs import frozen

from uncc.cases import CaseKind, Report
from uncc.pages.assistance import assistance_in_brief, assistance_sections
from uncc.pages.confiscation import confiscation_in_brief, confiscation_sections
from uncc.pages.extradition import extradition_in_brief, extradition_sections
from uncc.pages.layout import (
    Entries,
    Sections,
    count,
    entry,
    heading,
    not_needed,
    open_questions,
    paragraph,
    readings,
    states,
)
from uncc.pages.preservation import preservation_in_brief, preservation_sections

__all__ = ["request_text"]


@frozen
class _Kind:
    """How a kind of request is told: its subject, the lines in brief, and its own sections."""

    subject: str
    in_brief: Callable[[Report], Entries]
    sections: Callable[[Report], Sections]


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


def request_text(report: Report) -> str:
    """Return the report on a request as text, no line over 98 characters but for single long words."""
    return "\n".join(line.rstrip() for line in _report(report)) + "\n"


def _report(report: Report) -> Iterator[str]:
    yield from _head(report)
    yield from ("", "IN BRIEF")
    for label, words in _brief(report):
        yield from entry(label, words)
    for number, (title, body) in enumerate(_sections(report), 1):
        yield from heading(f"{number}. {title}")
        yield from body
    yield from _foot(report)


def _head(report: Report) -> Iterator[str]:
    header = report.header
    title = f"{_KINDS[report.case].subject}: assessment under the United Nations Convention against Cybercrime"
    yield from paragraph(title.upper())
    yield ""
    yield from entry("Request", _or_not_stated(header.reference))
    if header.follows:
        yield from entry("Follows", f"{header.follows} (request for preservation)")
    yield from entry("From", f"{header.requesting} (requesting State); {_or_not_stated(header.authority)}")
    yield from entry("To", f"{header.requested} (requested State)")
    yield from entry("Offence", _or_not_stated(header.offence))
    yield from entry("Made", _or_not_stated(header.made_on))
    yield from entry("Received", _or_not_stated(header.received_on))
    if header.urgency:
        yield from entry("Urgency", header.urgency)
    yield from entry("As of", f"{header.as_of}")


def _or_not_stated(value: object) -> str:
    return "not stated" if value is None else str(value)


def _brief(report: Report) -> Entries:
    in_force = report.answer("in-force").finding
    if not in_force.is_yes:
        known = "is not in force" if in_force.is_no else "is not known to be in force"
        yield "NOTE", f"The Convention {known} between the two States: what follows is what it would say."
    yield from _KINDS[report.case].in_brief(report)
    yield "Open", count(len(report.open_questions), "question")


def _sections(report: Report) -> Sections:
    yield from _KINDS[report.case].sections(report)
    yield "Open questions", open_questions(report.open_questions, states(report))
    yield "Contested readings", readings(report.readings)
    if report.not_needed:
        yield "Facts stated that no answer needed", not_needed(report.not_needed, report.supplied)


def _foot(report: Report) -> Iterator[str]:
    yield ""
    yield from paragraph(
        f"Computed by uncc {report.library} from the facts in the case file. It computes law and never facts: what a "
        "State considers or believes, and what domestic law says, are taken as the file states them. Not legal advice."
    )
