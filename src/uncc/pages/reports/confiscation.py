"""What is told of a request for confiscation or freezing."""

from __future__ import annotations

from types import MappingProxyType

from uncc.cases import Report
from uncc.cases import Section as Part
from uncc.confiscation import Liability
from uncc.kernel.findings import Truth
from uncc.pages.page import Point, Section, Tree
from uncc.pages.reports.parts import (
    Blocks,
    Brief,
    Sections,
    answers,
    conformity_in_brief,
    grounds,
    grounds_in_brief,
    section,
    states,
)
from uncc.pages.reports.standing import by_standing
from uncc.pages.trees import reasons

__all__ = ["confiscation_in_brief", "confiscation_sections", "liability_in_words"]

_TITLES = MappingProxyType(
    {
        Part.APPLICATION: "Does the Convention apply?",
        Part.CONFORMITY: "Does the request conform?",
        Part.DUAL_CRIMINALITY: "Dual criminality",
        Part.REFUSAL: "If confiscation is refused, or a measure lifted",
        Part.DOMESTIC_LAW: "Can the requested State's law carry this?",
        Part.DISPOSAL: "What becomes of the property?",
    }
)
_ARISES = MappingProxyType({Truth.YES: "now", Truth.UNKNOWN: "not determined", Truth.NO: "not now"})


def confiscation_in_brief(report: Report) -> Brief:
    """Yield what the report comes to, each with its label."""
    yield "Act on it", _ARISES[report.answer("conditions").finding.truth]
    yield (
        "Conformity",
        conformity_in_brief(
            report.answer("conformity").finding,
            "which lets it be refused [Art. 50(3), Art. 40(21)(a)]",
            "the request contains all that it shall",
        ),
    )
    yield "Refusal", grounds_in_brief(report.grounds)
    yield "Liable", liability_in_words(report.liability)


def liability_in_words(liability: Liability | None) -> str:
    """Return what of an asset is liable, in a few words.

    >>> liability_in_words(None)
    'no property is in question'
    """
    if liability is None:
        return "no property is in question"
    if liability.finding.is_no:
        return "not liable to confiscation"
    words = "liable to confiscation" if liability.finding.is_yes else "not determined whether liable to confiscation"
    if liability.amount is not None:
        return f"{words}, {liability.amount}"
    return f"{words}, {liability.at_least} at least, {liability.at_most} at most"


def confiscation_sections(report: Report) -> Sections:
    """Yield the sections of the report that are its own."""
    yield _answered(report, Part.APPLICATION)
    yield _answered(report, Part.CONFORMITY)
    if report.liability is not None:
        yield section("What of the property is liable?", _property(report, report.liability))
    yield _answered(report, Part.DUAL_CRIMINALITY)
    yield section("Grounds for refusing: every ground that the Convention names", grounds(report.grounds, ""))
    yield _answered(report, Part.REFUSAL)
    yield section("Who must now do what, and by when", by_standing(report, states(report)))
    for part in (Part.DOMESTIC_LAW, Part.DISPOSAL):
        if report.in_section(part):
            yield _answered(report, part)


def _answered(report: Report, part: Part) -> Section:
    return section(_TITLES[part], answers(report.in_section(part)))


def _property(report: Report, liability: Liability) -> Blocks:
    yield from answers(report.in_section(Part.PROPERTY))
    unsettled = (point for finding in liability.unsettled for point in reasons(finding))
    yield Tree((Point(liability_in_words(liability)), *unsettled), "How much of it is?")
