"""The head of a report in a few lines: what it comes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from uncc.assessment import CaseKind, GroundAnswer, Report, Span
from uncc.dates import Deadline
from uncc.findings import Finding, Truth

__all__ = ["brief", "count"]

Entry = tuple[str, str]
"""A label and what stands beside it."""

_SHORT = {
    CaseKind.PRESERVATION: "which is no ground for refusing [Art. 42(6)]",
    CaseKind.ASSISTANCE: "which may be a ground for refusing, after consultation [Art. 40(21)(a), Art. 40(28)]",
}
_COMPLETE = {
    CaseKind.PRESERVATION: "the request contains all that it shall",
    CaseKind.ASSISTANCE: "the request is made as it shall be",
}


def brief(report: Report) -> Iterator[Entry]:
    """Yield what the report comes to, each with its label."""
    in_force = report.answer("in-force").finding
    if not in_force.is_yes:
        known = "is not in force" if in_force.is_no else "is not known to be in force"
        yield "NOTE", f"The Convention {known} between the two States: what follows is what it would say."
    assistance = report.case is CaseKind.ASSISTANCE
    if assistance:
        yield from _scope_in_brief(report)
    yield "Conformity", _conformity_in_brief(report.answer("conformity").finding, report.case)
    yield "Refusal", _grounds_in_brief(report.grounds)
    if assistance:
        yield from _reply_in_brief(report)
        yield from _earlier_in_brief(report)
    else:
        yield "Preserve", _window_in_brief(report.spans[0])
        yield "Expiry", _expiry_in_brief(report)
    yield "Open", count(len(report.open_questions), "question")


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> count(1, "ground"), count(2, "ground")
    ('1 ground', '2 grounds')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


_OPEN = {
    Truth.YES: "the Convention opens all the assistance that is requested",
    Truth.NO: "the Convention does not open all the assistance that is requested",
    Truth.UNKNOWN: "not determined whether the Convention opens all the assistance that is requested",
}
_GOVERNS = {
    Truth.YES: "paragraphs 8 to 31 apply",
    Truth.NO: "the two States' own treaty applies in place of paragraphs 8 to 31, and its grounds count",
    Truth.UNKNOWN: "not determined whether paragraphs 8 to 31 apply, or a treaty in place of them",
}


def _scope_in_brief(report: Report) -> Iterator[Entry]:
    yield "Scope", _OPEN[report.answer("scope").finding.truth]
    yield "Regime", _GOVERNS[report.answer("paragraphs").finding.truth]


def _reply_in_brief(report: Report) -> Iterator[Entry]:
    found = [answer.finding for answer in report.answers if answer.id == "reply"]
    for finding in found:
        broken = "; ".join(step.citation for step in finding.because[-1].because if step.is_no)
        words = {
            Truth.YES: "keeps to the rules that govern it",
            Truth.NO: f"does not keep to {broken}",
            Truth.UNKNOWN: "not determined whether it keeps to the rules that govern it",
        }
        yield "Reply", words[finding.truth]


def _earlier_in_brief(report: Report) -> Iterator[Entry]:
    for span in report.spans:
        yield "Preserve", _window_in_brief(span)
        runs = report.answer("preservation-runs").finding
        words = {Truth.YES: "still runs", Truth.NO: "has run out", Truth.UNKNOWN: "is not known to run still"}
        yield "Follow-up", f"the earlier preservation {words[runs.truth]} on {report.header.as_of}"


def _conformity_in_brief(finding: Finding, kind: CaseKind) -> str:
    missing = [limb.citation for limb in finding.because if limb.is_no]
    unknown = [limb.citation for limb in finding.because if limb.is_unknown]
    parts: list[str] = []
    if missing:
        parts.append(f"falls short of {', '.join(missing)}, {_SHORT[kind]}")
    if unknown:
        parts.append(f"not determined for {', '.join(unknown)}")
    return "; ".join(parts) or _COMPLETE[kind]


def _grounds_in_brief(answers: Sequence[GroundAnswer]) -> str:
    by_truth = {truth: [a.ground.words for a in answers if a.finding.truth is truth] for truth in Truth}
    open_now, undetermined = by_truth[Truth.YES], by_truth[Truth.UNKNOWN]
    parts = [f"Open: {'; '.join(open_now)}" if open_now else "No ground is open"]
    if undetermined:
        parts.append(f"Not determined: {'; '.join(undetermined)}")
    return f"{'. '.join(parts)}. Closed: {len(by_truth[Truth.NO])} of {len(answers)}."


def _window_in_brief(span: Span) -> str:
    window = span.window
    if window.not_before is None:
        return "not determined until when; see the open questions"
    certain = "" if window.because.is_yes else ", and longer if facts that are missing say so"
    last = "no last day is set" if window.not_after is None else f"no longer than {window.not_after}"
    return f"at least to the end of {window.not_before}{certain}; {last}"


def _expiry_in_brief(report: Report) -> str:
    finding = report.answer("expiry").finding
    if finding.is_no:
        return "no day is set while the decision on the later request is pending"
    ask = next(duty for duty in report.duties if duty.id == "ask-for-extension")
    can_ask = isinstance(ask.deadline, Deadline) and not ask.trigger.is_no
    by_when = f"; an extension can be asked for until {ask.deadline}" if can_ask else ""
    return f"{report.expires_on or 'not determined'}{by_when}"
