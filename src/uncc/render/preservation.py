"""The report on a preservation request as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from uncc.assessment import GroundAnswer, Report, Section, Span
from uncc.dates import Deadline
from uncc.findings import Finding, Truth
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
    tree,
)

__all__ = ["preservation_text"]

_TITLES = {
    Section.APPLICATION: "Does the Convention apply?",
    Section.CONFORMITY: "Does the request conform?",
    Section.DUAL_CRIMINALITY: "Dual criminality",
    Section.REFUSAL: "If preservation is refused, or may do harm",
    Section.TIME: "How long must the data stay preserved?",
    Section.DOMESTIC_LAW: "Can the requested State's law carry this?",
    Section.CONFIDENTIALITY: "Confidentiality",
    Section.DISCLOSURE: "Traffic data that lead elsewhere",
}


def preservation_text(report: Report) -> str:
    """Return the report on a preservation request as text, no line over 98 characters but for single long words."""
    return "\n".join(line.rstrip() for line in _report(report)) + "\n"


def _report(report: Report) -> Iterator[str]:
    yield from head(report.header, "Preservation of stored electronic data")
    yield from _brief(report)
    for number, (title, body) in enumerate(_sections(report), 1):
        yield from heading(f"{number}. {title}")
        yield from body
    yield from foot(report.library)


def _brief(report: Report) -> Iterator[str]:
    yield from brief_opening(report)
    yield from entry("Conformity", _conformity_in_brief(report.answer("conformity").finding))
    yield from entry("Refusal", _grounds_in_brief(report.grounds))
    yield from entry("Preserve", _window_in_brief(report.spans[0]))
    yield from entry("Expiry", _expiry_in_brief(report))
    yield from entry("Open", count(len(report.open_questions), "question"))


def _conformity_in_brief(finding: Finding) -> str:
    missing = [limb.citation for limb in finding.because if limb.is_no]
    unknown = [limb.citation for limb in finding.because if limb.is_unknown]
    parts: list[str] = []
    if missing:
        parts.append(f"falls short of {', '.join(missing)}, which is no ground for refusing [Art. 42(6)]")
    if unknown:
        parts.append(f"not determined for {', '.join(unknown)}")
    return "; ".join(parts) or "the request contains all that it shall"


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


def _sections(report: Report) -> Iterator[tuple[str, Iterable[str]]]:
    for section in (Section.APPLICATION, Section.CONFORMITY, Section.DUAL_CRIMINALITY):
        yield _TITLES[section], answers(report.in_section(section))
    yield "Grounds for refusing: every ground that the Convention names", grounds(report.grounds, "Art. 42(6)")
    yield _TITLES[Section.REFUSAL], answers(report.in_section(Section.REFUSAL))
    yield "Who must now do what, and by when", duties(report.duties, names_in(report.header))
    yield _TITLES[Section.TIME], _time(report)
    for section in (Section.DOMESTIC_LAW, Section.CONFIDENTIALITY):
        yield _TITLES[section], answers(report.in_section(section))
    if report.disclosure_grounds:
        yield _TITLES[Section.DISCLOSURE], _disclosure(report)
    yield "Open questions", open_questions(report.open_questions, names_in(report.header))
    yield "Contested readings", readings(report.readings)
    if report.not_needed:
        yield "Facts stated that no answer needed", not_needed(report.not_needed, report.supplied)


def _time(report: Report) -> Iterator[str]:
    for span in report.spans:
        yield from _span(span)
        yield ""
    yield from answers(report.in_section(Section.TIME))


def _span(span: Span) -> Iterator[str]:
    window = span.window
    yield from paragraph(span.question)
    yield from paragraph(f"Not before the end of: {window.not_before or 'no floor is set or known'}", "  ", "    ")
    yield from paragraph(f"Not after: {window.not_after or 'no last day is set or known'}", "  ", "    ")
    yield from tree(window.because.decisive(), "  ")


def _disclosure(report: Report) -> Iterator[str]:
    yield from answers(report.in_section(Section.DISCLOSURE))
    yield from ("", "On which grounds may that disclosure be refused?")
    yield from grounds(report.disclosure_grounds, "Art. 43(2)")
