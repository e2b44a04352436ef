"""What is told of a request for mutual legal assistance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from uncc.cases import Report
from uncc.cases import Section as Part
from uncc.kernel.findings import Finding, Truth
from uncc.pages.called import Called
from uncc.pages.reports.brief import (
    Brief,
    conformity_in_brief,
    grounds_in_brief,
    lack,
    listed,
    or_turns_on,
    window_in_brief,
)
from uncc.pages.reports.parts import Sections, answered, grounds_section, section, times, verdict
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


def assistance_in_brief(report: Report, names: Called) -> Brief:
    """Yield what the report comes to, each with its label."""
    for label, name, words in (("Scope", "scope", _OPEN), ("Regime", "paragraphs", _GOVERNS)):
        finding = report.answer(name).finding
        yield label, or_turns_on(words[finding.truth], finding, names)
    yield from listed(
        "Conformity",
        conformity_in_brief(
            report.answer("conformity").finding,
            "which may be a ground for refusing, after consultation [Art. 40(21)(a), Art. 40(28)]",
            "the request is made as it shall be",
            names,
        ),
    )
    yield from _electronic_in_brief(report, names)
    yield from listed("Refusal", grounds_in_brief(report.grounds, names))
    if any(answer.id == "transfer-conditions" and answer.finding.is_yes for answer in report.answers):
        yield "Conditions", "may be sought that make the transfer of personal data compliant [Art. 36(1)(b)]"
    yield from _reply_in_brief(report, names)
    yield from _earlier_in_brief(report, names)


def _electronic_in_brief(report: Report, names: Called) -> Brief:
    found = {answer.id: answer.finding for answer in report.answers}
    for label, asked, owed, words in _ELECTRONIC:
        if asked in found:
            yield from listed(label, _asked_and_owed(found[asked], found[owed], words, names))
    if "traffic-data-conformity" in found:
        consequence = "for which the article names no consequence"
        complete = "what a request for traffic data shall specify is there"
        lines = conformity_in_brief(found["traffic-data-conformity"], consequence, complete, names)
        yield from listed("Particulars", lines)


def _asked_and_owed(asked: Finding, owed: Finding, words: Mapping[Truth, str], names: Called) -> Iterator[str]:
    first, then = (or_turns_on(said[one.truth], one, names) for said, one in ((_MAY_BE_ASKED, asked), (words, owed)))
    if asked.is_yes:
        yield f"{first}; {then}"
    else:
        yield first
        yield from () if asked.is_no else (then,)


def _reply_in_brief(report: Report, names: Called) -> Brief:
    found = [answer.finding for answer in report.answers if answer.id == "reply"]
    for finding in found:
        _, by_paragraphs, _ = finding.because
        words = {
            Truth.YES: "keeps to the rules that govern it",
            Truth.NO: "does not keep to the rules that govern it:",
            Truth.UNKNOWN: "not determined whether it keeps to the rules that govern it",
        }
        broken = (lack(step, names) for step in by_paragraphs.because if step.is_no and finding.is_no)
        yield from listed("Reply", chain((or_turns_on(words[finding.truth], finding, names),), broken))


def _earlier_in_brief(report: Report, names: Called) -> Brief:
    for span in report.spans:
        yield "Preserve", window_in_brief(span, names)
        runs = report.answer("preservation-runs").finding
        words = {Truth.YES: "still runs", Truth.NO: "has run out", Truth.UNKNOWN: "is not known to run still"}
        said = f"the earlier preservation {words[runs.truth]} on {report.header.as_of}"
        yield "Follow-up", or_turns_on(said, runs, names)


def assistance_sections(report: Report, names: Called) -> Sections:
    """Yield the sections of the report that are its own."""
    yield from _those_with_answers(
        report,
        names,
        Part.APPLICATION,
        Part.REGIME,
        Part.CONFORMITY,
        Part.STORED_DATA,
        Part.TRAFFIC_DATA,
        Part.INTERCEPTION,
        Part.DUAL_CRIMINALITY,
    )
    yield grounds_section(report.grounds, names)
    yield from _those_with_answers(report, names, Part.REFUSAL, Part.PERSONAL_DATA, Part.REPLY)
    yield by_standing(report, names)
    yield from _those_with_answers(report, names, Part.TIME, Part.EVIDENCE)


def _those_with_answers(report: Report, names: Called, *parts: Part) -> Sections:
    for part in parts:
        found = report.in_section(part)
        if part is Part.TIME and found:
            yield section(_TITLES[part], times(report, names), verdict(answer.finding for answer in found))
        elif found:
            yield answered(report, part, _TITLES[part], names)
