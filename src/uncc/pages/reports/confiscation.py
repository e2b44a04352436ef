"""What is told of a request for confiscation or freezing."""

from __future__ import annotations

from types import MappingProxyType

from uncc.cases import Report
from uncc.cases import Section as Part
from uncc.confiscation import Liability
from uncc.kernel.findings import Truth
from uncc.pages.called import Called
from uncc.pages.page import Point, Tree
from uncc.pages.reports.brief import Brief, conformity_in_brief, grounds_in_brief, listed, or_turns_on
from uncc.pages.reports.parts import Blocks, Sections, answered, answers, grounds_section, section, verdict
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
_ACT = MappingProxyType(
    {
        Truth.YES: "the requested State must act on the request",
        Truth.NO: "the requested State need not act on the request",
        Truth.UNKNOWN: "not determined whether the requested State must act on the request",
    }
)


def confiscation_in_brief(report: Report, names: Called) -> Brief:
    """Yield what the report comes to, each with its label."""
    conditions = report.answer("conditions").finding
    yield "Act", or_turns_on(_ACT[conditions.truth], conditions, names)
    yield from listed(
        "Conformity",
        conformity_in_brief(
            report.answer("conformity").finding,
            "which lets it be refused [Art. 50(3), Art. 40(21)(a)]",
            "the request contains all that it shall",
            names,
        ),
    )
    yield from listed("Refusal", grounds_in_brief(report.grounds, names))
    yield "Liable", _liable(report.liability, names)


def _liable(liability: Liability | None, names: Called) -> str:
    words = liability_in_words(liability)
    unsettled = () if liability is None else liability.unsettled
    return or_turns_on(words, unsettled[0], names) if unsettled else words


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


def confiscation_sections(report: Report, names: Called) -> Sections:
    """Yield the sections of the report that are its own."""
    yield from _answered(report, names, Part.APPLICATION, Part.CONFORMITY)
    if report.liability is not None:
        liable = verdict((report.liability.finding,))
        yield section("What of the property is liable?", _property(report, report.liability, names), liable)
    yield from _answered(report, names, Part.DUAL_CRIMINALITY)
    yield grounds_section(report.grounds, names)
    yield from _answered(report, names, Part.REFUSAL)
    yield by_standing(report, names)
    last = (part for part in (Part.DOMESTIC_LAW, Part.DISPOSAL) if report.in_section(part))
    yield from _answered(report, names, *last)


def _answered(report: Report, names: Called, *parts: Part) -> Sections:
    return (answered(report, part, _TITLES[part], names) for part in parts)


def _property(report: Report, liability: Liability, names: Called) -> Blocks:
    yield from answers(report.in_section(Part.PROPERTY), names)
    unsettled = (point for finding in liability.unsettled for point in reasons(finding, names))
    yield Tree((Point(liability_in_words(liability)), *unsettled), "How much of it is?")
