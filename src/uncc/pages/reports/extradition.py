"""What is told of a request for extradition."""

from __future__ import annotations

from types import MappingProxyType

from uncc.cases import Report
from uncc.cases import Section as Part
from uncc.kernel.findings import Truth
from uncc.pages.called import Called
from uncc.pages.page import Paragraph, Point, Points
from uncc.pages.reports.brief import Brief, grounds_in_brief, listed, or_turns_on
from uncc.pages.reports.parts import Blocks, Sections, answered, grounds_section, section
from uncc.pages.reports.standing import by_standing

__all__ = ["extradition_in_brief", "extradition_sections"]

_TITLES = MappingProxyType(
    {
        Part.APPLICATION: "Does the Convention apply?",
        Part.OFFENCES: "The offences",
        Part.BASIS: "The legal basis",
        Part.SUBMISSION: "If the person is not extradited",
        Part.PROCEEDINGS: "The person in the proceedings",
    }
)
_GRANT = MappingProxyType(
    {
        Truth.YES: "may be granted: nothing that the article asks for is lacking",
        Truth.NO: "may not be granted: a condition is not met",
        Truth.UNKNOWN: "not determined whether it may be granted",
    }
)
_BASIS = MappingProxyType(
    {
        Truth.YES: "there",
        Truth.NO: "not there",
        Truth.UNKNOWN: "not determined",
    }
)
_SUBMIT = MappingProxyType(
    {
        Truth.YES: "the case must be submitted to the competent authorities",
        Truth.NO: "the article does not oblige to submit the case",
        Truth.UNKNOWN: "not determined whether the case must be submitted",
    }
)


def extradition_in_brief(report: Report, names: Called) -> Brief:
    """Yield what the report comes to, each with its label."""
    for label, name, words in (("Extradition", "extraditable", _GRANT), ("Basis", "basis", _BASIS)):
        finding = report.answer(name).finding
        yield label, or_turns_on(f"{words[finding.truth]} [{finding.citation}]", finding, names)
    yield from listed("Refusal", grounds_in_brief(report.grounds, names))
    if report.in_section(Part.SUBMISSION):
        yield "Submission", _submission(report, names)
    missing = [item.words for item in report.practice if not item.there]
    if missing:
        yield "Practice", f"expects as well, and the Convention does not ask for it: {'; '.join(missing)}"


def _submission(report: Report, names: Called) -> str:
    asked = [one.finding for one in report.answers if one.id.startswith("submission-")]
    discharged = report.answer("discharged").finding
    owed = min(max(finding.truth for finding in asked), ~discharged.truth)
    words = f"{_SUBMIT[owed]} [Art. 37(11), Art. 37(12)]"
    unsettled = [finding for finding in (*asked, discharged) if finding.is_unknown]
    return or_turns_on(words, unsettled[0], names) if owed is Truth.UNKNOWN else words


def extradition_sections(report: Report, names: Called) -> Sections:
    """Yield the sections of the report that are its own."""
    for part in (Part.APPLICATION, Part.OFFENCES, Part.BASIS):
        yield answered(report, part, _TITLES[part], names)
    yield grounds_section(report.grounds, names, title="Grounds for refusing of which the article speaks")
    yield by_standing(report, names)
    for part in (Part.SUBMISSION, Part.PROCEEDINGS):
        if report.in_section(part):
            yield answered(report, part, _TITLES[part], names)
    yield section("What practice expects with the request", _practice(report))


def _practice(report: Report) -> Blocks:
    yield Paragraph("The Convention lists no contents for the request: nothing here is a ground of its own.")
    yield Points(tuple(Point(f"{'there' if item.there else 'not there'}: {item.words}") for item in report.practice))
