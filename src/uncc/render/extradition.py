"""The report on a request for extradition as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from uncc.assessment import Answer, Report, Section
from uncc.findings import Truth
from uncc.render.layout import (
    answers,
    brief_opening,
    count,
    duties,
    entry,
    foot,
    grounds,
    head,
    heading,
    names_in,
    not_needed,
    open_questions,
    paragraph,
    readings,
)

__all__ = ["extradition_text"]

_TITLES = {
    Section.APPLICATION: "Does the Convention apply?",
    Section.OFFENCES: "The offences",
    Section.BASIS: "The legal basis",
    Section.SUBMISSION: "If the person is not extradited",
    Section.PROCEEDINGS: "The person in the proceedings",
}
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


def extradition_text(report: Report) -> str:
    """Return the report on a request for extradition as text, no line over 98 characters but for long words."""
    return "\n".join(line.rstrip() for line in _report(report)) + "\n"


def _report(report: Report) -> Iterator[str]:
    yield from head(report.header, "Extradition")
    yield from brief_opening(report)
    for label, words in _brief(report):
        yield from entry(label, words)
    for number, (title, body) in enumerate(_sections(report), 1):
        yield from heading(f"{number}. {title}")
        yield from body
    yield from foot(report.library)


def _brief(report: Report) -> Iterator[tuple[str, str]]:
    yield "Extradition", _told(report.answer("extraditable"), _GRANT)
    yield "Basis", _told(report.answer("basis"), _BASIS)
    open_now = [answer.ground.words for answer in report.grounds if answer.finding.is_yes]
    unknown = [answer.ground.words for answer in report.grounds if answer.finding.is_unknown]
    parts = [f"Open: {'; '.join(dict.fromkeys(open_now))}" if open_now else "No ground is open"]
    if unknown:
        parts.append(f"Not determined: {'; '.join(dict.fromkeys(unknown))}")
    yield "Refusal", f"{'. '.join(parts)}."
    if report.in_section(Section.SUBMISSION):
        owed = max(duty.trigger.truth for duty in report.duties if duty.id.startswith("submit-case"))
        yield "Submission", f"{_SUBMIT[owed]} [Art. 37(11), Art. 37(12)]"
    missing = [item.words for item in report.practice if not item.there]
    if missing:
        yield "Practice", f"expects as well, and the Convention does not ask for it: {'; '.join(missing)}"
    yield "Open", count(len(report.open_questions), "question")


def _told(answer: Answer, words: Mapping[Truth, str]) -> str:
    return f"{words[answer.finding.truth]} [{answer.finding.citation}]"


def _sections(report: Report) -> Iterator[tuple[str, Iterable[str]]]:
    names = names_in(report.header)
    for section in (Section.APPLICATION, Section.OFFENCES, Section.BASIS):
        yield _TITLES[section], answers(report.in_section(section))
    yield "Grounds for refusing of which the article speaks; other law may have more", grounds(report.grounds, "")
    yield "Who must now do what, and by when", duties(report.duties, names)
    for section in (Section.SUBMISSION, Section.PROCEEDINGS):
        if found := report.in_section(section):
            yield _TITLES[section], answers(found)
    yield "What practice expects with the request", _practice(report)
    yield "Open questions", open_questions(report.open_questions, names)
    yield "Contested readings", readings(report.readings)
    if report.not_needed:
        yield "Facts stated that no answer needed", not_needed(report.not_needed, report.supplied)


def _practice(report: Report) -> Iterator[str]:
    yield from paragraph("The Convention lists no contents for the request: nothing here is a ground of its own.")
    for item in report.practice:
        yield from paragraph(f"{'there' if item.there else 'not there'}: {item.words}", "  - ", "    ")
