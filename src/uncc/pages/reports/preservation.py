"""What is told of a request for preservation."""

from __future__ import annotations

from datetime import timedelta
from types import MappingProxyType

from uncc.cases import Report
from uncc.cases import Section as Part
from uncc.pages.called import Called
from uncc.pages.page import Tree
from uncc.pages.reports.brief import (
    Brief,
    conformity_in_brief,
    grounds_in_brief,
    listed,
    turns_on,
    window_in_brief,
)
from uncc.pages.reports.parts import (
    Blocks,
    Sections,
    answered,
    answers,
    grounds,
    grounds_section,
    section,
    times,
    verdict,
)
from uncc.pages.reports.standing import by_standing

__all__ = ["preservation_in_brief", "preservation_sections"]

_TITLES = MappingProxyType(
    {
        Part.APPLICATION: "Does the Convention apply?",
        Part.CONFORMITY: "Does the request conform?",
        Part.DUAL_CRIMINALITY: "Dual criminality",
        Part.REFUSAL: "If preservation is refused, or may do harm",
        Part.TIME: "How long must the data stay preserved?",
        Part.DOMESTIC_LAW: "Can the requested State's law carry this?",
        Part.CONFIDENTIALITY: "Confidentiality",
        Part.DISCLOSURE: "Traffic data that lead elsewhere",
    }
)


def preservation_in_brief(report: Report, names: Called) -> Brief:
    """Yield what the report comes to, each with its label."""
    yield from listed(
        "Conformity",
        conformity_in_brief(
            report.answer("conformity").finding,
            "which is no ground for refusing [Art. 42(6)]",
            "the request contains all that it shall",
            names,
        ),
    )
    yield from listed("Refusal", grounds_in_brief(report.grounds, names))
    yield "Preserve", window_in_brief(report.spans[0], names)
    yield "Expiry", _expiry_in_brief(report, names)


def _expiry_in_brief(report: Report, names: Called) -> str:
    finding = report.answer("expiry").finding
    if finding.is_no:
        return "no day is set while the decision on the later request is pending"
    last = report.expires_on
    if last is not None and last.on < report.header.as_of:
        since = last.on + timedelta(days=1)
        return f"EXPIRED: {last} was the last day; since {since} Art. 42 does not oblige to keep the data"
    asking = (duty for duty in report.duties if duty.id == "ask-for-extension" and not duty.trigger.is_no)
    until = (f"; an extension can be asked for until {duty.deadline}" for duty in asking if duty.deadline is not None)
    asked = [one.question for one in report.open_questions if "expiry" in one.bears_on]
    settled_by = f": it turns on {turns_on(finding, names, questions=asked)}" if last is None and asked else ""
    first = "not determined" if last is None else f"{last}, as things stand"
    return f"{first}{''.join(until)}{settled_by}"


def preservation_sections(report: Report, names: Called) -> Sections:
    """Yield the sections of the report that are its own."""
    yield from _answered(report, names, Part.APPLICATION, Part.CONFORMITY, Part.DUAL_CRIMINALITY)
    yield grounds_section(report.grounds, names, closed_list="Art. 42(6)")
    yield from _answered(report, names, Part.REFUSAL)
    yield by_standing(report, names)
    yield section(_TITLES[Part.TIME], times(report, names), f"{report.expires_on or ''}")
    yield from _answered(report, names, Part.DOMESTIC_LAW, Part.CONFIDENTIALITY)
    if report.disclosure_grounds:
        found = report.in_section(Part.DISCLOSURE)
        asked = verdict(answer.finding for answer in found)
        yield section(_TITLES[Part.DISCLOSURE], _disclosure(report, names), asked)


def _answered(report: Report, names: Called, *parts: Part) -> Sections:
    return (answered(report, part, _TITLES[part], names) for part in parts)


def _disclosure(report: Report, names: Called) -> Blocks:
    yield from answers(report.in_section(Part.DISCLOSURE), names)
    yield Tree((), "On which grounds may that disclosure be refused?")
    yield from grounds(report.disclosure_grounds, "Art. 43(2)", names)
