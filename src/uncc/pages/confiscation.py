"""What is told of a request for confiscation or freezing."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from uncc.cases import Report, Section
from uncc.confiscation import Liability
from uncc.kernel.findings import Truth
from uncc.pages.layout import (
    Entries,
    Sections,
    answers,
    conformity_in_brief,
    duties,
    grounds,
    grounds_in_brief,
    paragraph,
    states,
    tree,
)

__all__ = ["confiscation_in_brief", "confiscation_sections", "liability_in_words"]

_TITLES = MappingProxyType(
    {
        Section.APPLICATION: "Does the Convention apply?",
        Section.CONFORMITY: "Does the request conform?",
        Section.DUAL_CRIMINALITY: "Dual criminality",
        Section.DOMESTIC_LAW: "Can the requested State's law carry this?",
        Section.DISPOSAL: "What becomes of the property?",
    }
)
_ARISES = MappingProxyType({Truth.YES: "now", Truth.UNKNOWN: "not determined", Truth.NO: "not now"})


def confiscation_in_brief(report: Report) -> Entries:
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
    yield _TITLES[Section.APPLICATION], answers(report.in_section(Section.APPLICATION))
    yield _TITLES[Section.CONFORMITY], answers(report.in_section(Section.CONFORMITY))
    if report.liability is not None:
        yield "What of the property is liable?", _property(report, report.liability)
    yield _TITLES[Section.DUAL_CRIMINALITY], answers(report.in_section(Section.DUAL_CRIMINALITY))
    yield "Grounds for refusing: every ground that the Convention names", grounds(report.grounds, "")
    yield "If confiscation is refused, or a measure lifted", answers(report.in_section(Section.REFUSAL))
    yield "Who must now do what, and by when", duties(report.duties, states(report))
    for section in (Section.DOMESTIC_LAW, Section.DISPOSAL):
        if found := report.in_section(section):
            yield _TITLES[section], answers(found)


def _property(report: Report, liability: Liability) -> Iterator[str]:
    yield from answers(report.in_section(Section.PROPERTY))
    yield from ("", "How much of it is?")
    yield from paragraph(liability_in_words(liability), "  ", "    ")
    for finding in liability.unsettled:
        yield from tree(finding.decisive(), "  ")
