"""What is told of a request for extradition."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from uncc.cases import Answer, Report
from uncc.cases import Section as Part
from uncc.kernel.findings import Truth
from uncc.pages.page import Paragraph, Point, Points
from uncc.pages.reports.parts import Blocks, Brief, Sections, answers, grounds, section, states
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
        Truth.UNKNOWN: "not determined whether it may be granted; see the open questions",
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


def extradition_in_brief(report: Report) -> Brief:
    """Yield what the report comes to, each with its label."""
    yield "Extradition", _told(report.answer("extraditable"), _GRANT)
    yield "Basis", _told(report.answer("basis"), _BASIS)
    open_now = [answer.ground.words for answer in report.grounds if answer.finding.is_yes]
    unknown = [answer.ground.words for answer in report.grounds if answer.finding.is_unknown]
    parts = [f"Open: {'; '.join(dict.fromkeys(open_now))}" if open_now else "No ground is open"]
    if unknown:
        parts.append(f"Not determined: {'; '.join(dict.fromkeys(unknown))}")
    yield "Refusal", f"{'. '.join(parts)}."
    if report.in_section(Part.SUBMISSION):
        asked = max(one.finding.truth for one in report.answers if one.id.startswith("submission-"))
        owed = min(asked, ~report.answer("discharged").finding.truth)
        yield "Submission", f"{_SUBMIT[owed]} [Art. 37(11), Art. 37(12)]"
    missing = [item.words for item in report.practice if not item.there]
    if missing:
        yield "Practice", f"expects as well, and the Convention does not ask for it: {'; '.join(missing)}"


def _told(answer: Answer, words: Mapping[Truth, str]) -> str:
    return f"{words[answer.finding.truth]} [{answer.finding.citation}]"


def extradition_sections(report: Report) -> Sections:
    """Yield the sections of the report that are its own."""
    for part in (Part.APPLICATION, Part.OFFENCES, Part.BASIS):
        yield section(_TITLES[part], answers(report.in_section(part)))
    yield section(
        "Grounds for refusing of which the article speaks; other law may have more", grounds(report.grounds, "")
    )
    yield section("Who must now do what, and by when", by_standing(report, states(report)))
    for part in (Part.SUBMISSION, Part.PROCEEDINGS):
        if found := report.in_section(part):
            yield section(_TITLES[part], answers(found))
    yield section("What practice expects with the request", _practice(report))


def _practice(report: Report) -> Blocks:
    yield Paragraph("The Convention lists no contents for the request: nothing here is a ground of its own.")
    yield Points(tuple(Point(f"{'there' if item.there else 'not there'}: {item.words}") for item in report.practice))
