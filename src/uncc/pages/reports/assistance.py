"""What is told of a request for mutual legal assistance."""

from __future__ import annotations

from types import MappingProxyType

from uncc.cases import Report
from uncc.cases import Section as Part
from uncc.kernel.findings import Truth
from uncc.pages.reports.parts import (
    Brief,
    Sections,
    answers,
    conformity_in_brief,
    grounds,
    grounds_in_brief,
    section,
    states,
    times,
    window_in_brief,
)
from uncc.pages.reports.standing import by_standing

__all__ = ["assistance_in_brief", "assistance_sections"]

_TITLES = MappingProxyType(
    {
        Part.APPLICATION: "Does the Convention apply?",
        Part.REGIME: "Which rules govern: the Convention's, or a treaty's?",
        Part.CONFORMITY: "Does the request conform?",
        Part.STORED_DATA: "Access to stored data",
        Part.TRAFFIC_DATA: "Traffic data, to be collected in real time",
        Part.INTERCEPTION: "Interception of content data",
        Part.DUAL_CRIMINALITY: "Dual criminality",
        Part.REFUSAL: "If assistance is refused or postponed",
        Part.PERSONAL_DATA: "Personal data",
        Part.REPLY: "The reply that was given, or is meant",
        Part.TIME: "The earlier preservation that the request follows up",
        Part.EVIDENCE: "Hearing, and use of what is furnished",
    }
)
_OPEN = MappingProxyType(
    {
        Truth.YES: "the Convention opens all the assistance that is requested",
        Truth.NO: "the Convention does not open all the assistance that is requested",
        Truth.UNKNOWN: "not determined whether the Convention opens all the assistance that is requested",
    }
)
_GOVERNS = MappingProxyType(
    {
        Truth.YES: "paragraphs 8 to 31 apply",
        Truth.NO: "the two States' own treaty applies in place of paragraphs 8 to 31, and its grounds count",
        Truth.UNKNOWN: "not determined whether paragraphs 8 to 31 apply, or a treaty in place of them",
    }
)
_MAY_BE_ASKED = MappingProxyType(
    {
        Truth.YES: "may be asked for",
        Truth.NO: "may not be asked for under the article",
        Truth.UNKNOWN: "not determined whether it may be asked for",
    }
)
_EXPEDITED = MappingProxyType(
    {
        Truth.YES: "the response must be expedited",
        Truth.NO: "no expedited response is owed",
        Truth.UNKNOWN: "not determined whether the response must be expedited",
    }
)
_ENDEAVOUR = MappingProxyType(
    {
        Truth.YES: "an endeavour is owed, and no result",
        Truth.NO: "no endeavour is owed",
        Truth.UNKNOWN: "not determined whether an endeavour is owed",
    }
)
_ELECTRONIC = (
    ("Access", "stored-data-access", "stored-data-expedited", _EXPEDITED),
    ("Traffic", "traffic-data-collection", "traffic-data-endeavour", _ENDEAVOUR),
    ("Intercept", "interception-request", "interception-endeavour", _ENDEAVOUR),
)
"""Each kind of data asked for: its label, whether it may be asked for, what is then owed, and the words for that."""


def assistance_in_brief(report: Report) -> Brief:
    """Yield what the report comes to, each with its label."""
    yield "Scope", _OPEN[report.answer("scope").finding.truth]
    yield "Regime", _GOVERNS[report.answer("paragraphs").finding.truth]
    yield (
        "Conformity",
        conformity_in_brief(
            report.answer("conformity").finding,
            "which may be a ground for refusing, after consultation [Art. 40(21)(a), Art. 40(28)]",
            "the request is made as it shall be",
        ),
    )
    yield from _electronic_in_brief(report)
    yield "Refusal", grounds_in_brief(report.grounds)
    if any(answer.id == "transfer-conditions" and answer.finding.is_yes for answer in report.answers):
        yield "Conditions", "may be sought that make the transfer of personal data compliant [Art. 36(1)(b)]"
    yield from _reply_in_brief(report)
    yield from _earlier_in_brief(report)


def _electronic_in_brief(report: Report) -> Brief:
    found = {answer.id: answer.finding for answer in report.answers}
    for label, asked, owed, words in _ELECTRONIC:
        if asked in found:
            then = () if found[asked].is_no else (words[found[owed].truth],)
            yield label, "; ".join((_MAY_BE_ASKED[found[asked].truth], *then))
    if "traffic-data-conformity" in found:
        consequence = "for which the article names no consequence"
        yield (
            "Particulars",
            conformity_in_brief(
                found["traffic-data-conformity"], consequence, "what a request for traffic data shall specify is there"
            ),
        )


def _reply_in_brief(report: Report) -> Brief:
    found = [answer.finding for answer in report.answers if answer.id == "reply"]
    for finding in found:
        _, by_paragraphs, _ = finding.because
        broken = "; ".join(step.citation for step in by_paragraphs.because if step.is_no)
        words = {
            Truth.YES: "keeps to the rules that govern it",
            Truth.NO: f"does not keep to {broken}",
            Truth.UNKNOWN: "not determined whether it keeps to the rules that govern it",
        }
        yield "Reply", words[finding.truth]


def _earlier_in_brief(report: Report) -> Brief:
    for span in report.spans:
        yield "Preserve", window_in_brief(span)
        runs = report.answer("preservation-runs").finding
        words = {Truth.YES: "still runs", Truth.NO: "has run out", Truth.UNKNOWN: "is not known to run still"}
        yield "Follow-up", f"the earlier preservation {words[runs.truth]} on {report.header.as_of}"


def assistance_sections(report: Report) -> Sections:
    """Yield the sections of the report that are its own."""
    yield from _those_with_answers(
        report,
        Part.APPLICATION,
        Part.REGIME,
        Part.CONFORMITY,
        Part.STORED_DATA,
        Part.TRAFFIC_DATA,
        Part.INTERCEPTION,
        Part.DUAL_CRIMINALITY,
    )
    yield section("Grounds for refusing: every ground that the Convention names", grounds(report.grounds, ""))
    yield from _those_with_answers(report, Part.REFUSAL, Part.PERSONAL_DATA, Part.REPLY)
    yield section("Who must now do what, and by when", by_standing(report, states(report)))
    yield from _those_with_answers(report, Part.TIME, Part.EVIDENCE)


def _those_with_answers(report: Report, *parts: Part) -> Sections:
    for part in parts:
        if found := report.in_section(part):
            yield section(_TITLES[part], times(report) if part is Part.TIME else answers(found))
