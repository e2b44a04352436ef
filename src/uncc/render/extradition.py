"""What the report on a request for extradition comes to, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator

from uncc.assessment import Answer, Report, Section
from uncc.findings import Truth

__all__ = ["brief_of_extradition"]

_GRANT = {
    Truth.YES: "may be granted: nothing that the article asks for is lacking",
    Truth.NO: "may not be granted: a condition is not met",
    Truth.UNKNOWN: "not determined whether it may be granted; see the open questions",
}
_BASIS = {
    Truth.YES: "there",
    Truth.NO: "not there",
    Truth.UNKNOWN: "not determined",
}
_SUBMIT = {
    Truth.YES: "the case must be submitted to the competent authorities",
    Truth.NO: "the article does not oblige to submit the case",
    Truth.UNKNOWN: "not determined whether the case must be submitted",
}


def brief_of_extradition(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the lines in brief, each a label and its words."""
    yield "Extradition", _told(report.answer("extraditable"), _GRANT)
    yield "Basis", _told(report.answer("basis"), _BASIS)
    open_now = [answer.ground.words for answer in report.grounds if answer.finding.is_yes]
    unknown = [answer.ground.words for answer in report.grounds if answer.finding.is_unknown]
    parts = [f"Open: {'; '.join(dict.fromkeys(open_now))}" if open_now else "No ground is open"]
    if unknown:
        parts.append(f"Not determined: {'; '.join(dict.fromkeys(unknown))}")
    yield "Refusal", f"{'. '.join(parts)}."
    owed = [duty.trigger.truth for duty in report.duties if duty.id.startswith("submit-case")]
    if report.in_section(Section.SUBMISSION):
        yield "Submission", f"{_SUBMIT[max(owed)]} [Art. 37(11), Art. 37(12)]"
    missing = [item.words for item in report.practice if not item.there]
    if missing:
        yield "Practice", f"expects as well, and the Convention does not ask for it: {'; '.join(missing)}"


def _told(answer: Answer, words: dict[Truth, str]) -> str:
    return f"{words[answer.finding.truth]} [{answer.finding.citation}]"
