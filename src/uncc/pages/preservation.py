"""What is told of a request for preservation."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from uncc.cases import Report, Section
from uncc.kernel.dates import Deadline
from uncc.pages.layout import (
    Entries,
    Sections,
    answers,
    conformity_in_brief,
    duties,
    grounds,
    grounds_in_brief,
    states,
    times,
    window_in_brief,
)

__all__ = ["preservation_in_brief", "preservation_sections"]

_TITLES = MappingProxyType(
    {
        Section.APPLICATION: "Does the Convention apply?",
        Section.CONFORMITY: "Does the request conform?",
        Section.DUAL_CRIMINALITY: "Dual criminality",
        Section.REFUSAL: "If preservation is refused, or may do harm",
        Section.TIME: "How long must the data stay preserved?",
        Section.DOMESTIC_LAW: "Can the requested State's law carry this?",
        Section.CONFIDENTIALITY: "Confidentiality",
        Section.DISCLOSURE: "Traffic data that lead elsewhere",
    }
)


def preservation_in_brief(report: Report) -> Entries:
    """Yield what the report comes to, each with its label."""
    yield (
        "Conformity",
        conformity_in_brief(
            report.answer("conformity").finding,
            "which is no ground for refusing [Art. 42(6)]",
            "the request contains all that it shall",
        ),
    )
    yield "Refusal", grounds_in_brief(report.grounds)
    yield "Preserve", window_in_brief(report.spans[0])
    yield "Expiry", _expiry_in_brief(report)


def _expiry_in_brief(report: Report) -> str:
    finding = report.answer("expiry").finding
    if finding.is_no:
        return "no day is set while the decision on the later request is pending"
    ask = next(duty for duty in report.duties if duty.id == "ask-for-extension")
    can_ask = isinstance(ask.deadline, Deadline) and not ask.trigger.is_no
    by_when = f"; an extension can be asked for until {ask.deadline}" if can_ask else ""
    return f"{report.expires_on or 'not determined'}{by_when}"


def preservation_sections(report: Report) -> Sections:
    """Yield the sections of the report that are its own."""
    for section in (Section.APPLICATION, Section.CONFORMITY, Section.DUAL_CRIMINALITY):
        yield _TITLES[section], answers(report.in_section(section))
    yield "Grounds for refusing: every ground that the Convention names", grounds(report.grounds, "Art. 42(6)")
    yield _TITLES[Section.REFUSAL], answers(report.in_section(Section.REFUSAL))
    yield "Who must now do what, and by when", duties(report.duties, states(report))
    yield _TITLES[Section.TIME], times(report)
    for section in (Section.DOMESTIC_LAW, Section.CONFIDENTIALITY):
        yield _TITLES[section], answers(report.in_section(section))
    if report.disclosure_grounds:
        yield _TITLES[Section.DISCLOSURE], _disclosure(report)


def _disclosure(report: Report) -> Iterator[str]:
    yield from answers(report.in_section(Section.DISCLOSURE))
    yield from ("", "On which grounds may that disclosure be refused?")
    yield from grounds(report.disclosure_grounds, "Art. 43(2)")
