"""Reports as plain text, for a terminal and for pasting into a file.

What comes from a case file is data: control characters and marks that turn the direction of writing are shown as
escapes, so that a document cannot change what the report around it says.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from attrs import evolve

from uncc.assessment import Answer, CaseKind, GroundAnswer, OpenQuestion, ReadingUsed, Report, Section, Span
from uncc.dates import Deadline
from uncc.duties import Duty, Modality, Promptness
from uncc.explanation import lines
from uncc.findings import Finding, Kind, Truth
from uncc.render.brief import brief, count
from uncc.roles import Role

__all__ = ["escaped", "report_text", "visible"]

WIDTH = 98
MOST_WAYS = 2
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}

_SUBJECTS = {
    CaseKind.PRESERVATION: "Preservation of stored electronic data",
    CaseKind.ASSISTANCE: "Mutual legal assistance",
}
_TITLES = {
    Section.APPLICATION: "Does the Convention apply?",
    Section.REGIME: "Which rules govern: the Convention's, or a treaty's?",
    Section.CONFORMITY: "Does the request conform?",
    Section.DUAL_CRIMINALITY: "Dual criminality",
    Section.REFUSAL: "If preservation is refused, or may do harm",
    Section.TIME: "How long must the data stay preserved?",
    Section.DOMESTIC_LAW: "Can the requested State's law carry this?",
    Section.CONFIDENTIALITY: "Confidentiality",
    Section.DISCLOSURE: "Traffic data that lead elsewhere",
    Section.REPLY: "The reply that was given, or is meant",
    Section.EVIDENCE: "Hearing, and use of what is furnished",
}
_ASSISTANCE_TITLES = _TITLES | {
    Section.REFUSAL: "If assistance is refused or postponed",
    Section.TIME: "The earlier preservation that the request follows up",
}


def visible(text: str) -> str:
    r"""Return the text on one line, with what cannot be seen in it shown as escapes.

    >>> print(visible("a\x1b[31m\u202eb"))
    a\x1b[31m\u202eb
    """
    return escaped(" ".join(text.split()))


def escaped(text: str) -> str:
    r"""Return the text with what cannot be seen in it shown as escapes, and its blanks as they are.

    >>> print(escaped("a  b\n"))
    a  b\n
    """
    return "".join(
        character.encode("unicode_escape").decode() if unicodedata.category(character) in _UNSEEN else character
        for character in text
    )


def report_text(report: Report) -> str:
    """Return the whole report as text, with no line longer than 98 characters but for single long words."""
    return "\n".join(line.rstrip() for line in _report(report)) + "\n"


def _report(report: Report) -> Iterator[str]:
    yield from _head(report)
    yield from ("", "IN BRIEF")
    for label, words in brief(report):
        yield from _entry(label, words)
    number = 0
    for number, (title, body) in enumerate(_sections(report), 1):
        heading = f"{number}. {title}"
        yield from ("", heading, "-" * len(heading))
        yield from body
    yield from _foot(report)


def _paragraph(text: str, first: str = "", rest: str | None = None) -> Iterator[str]:
    together = visible(text).replace("Art. ", "Art.\N{NO-BREAK SPACE}")
    rest = first if rest is None else rest
    for line in wrap(
        together, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False, break_long_words=False
    ):
        yield line.replace("\N{NO-BREAK SPACE}", " ")


def _entry(label: str, text: str) -> Iterator[str]:
    yield from _paragraph(text, f"  {label:<13}", " " * 15)


# Head and foot


def _head(report: Report) -> Iterator[str]:
    header = report.header
    title = f"{_SUBJECTS[report.case]}: assessment under the United Nations Convention against Cybercrime"
    yield from _paragraph(title.upper())
    yield ""
    yield from _entry("Request", _or_not_stated(header.reference))
    if header.follows:
        yield from _entry("Follows", f"{header.follows} (request for preservation)")
    yield from _entry("From", f"{header.requesting} (requesting State); {_or_not_stated(header.authority)}")
    yield from _entry("To", f"{header.requested} (requested State)")
    yield from _entry("Offence", _or_not_stated(header.offence))
    yield from _entry("Made", _or_not_stated(header.made_on))
    yield from _entry("Received", _or_not_stated(header.received_on))
    if header.urgency:
        yield from _entry("Urgency", header.urgency)
    yield from _entry("As of", f"{header.as_of}")


def _or_not_stated(value: object) -> str:
    return "not stated" if value is None else str(value)


def _foot(report: Report) -> Iterator[str]:
    yield ""
    yield from _paragraph(
        f"Computed by uncc {report.library} from the facts in the case file. It computes law and never facts: what a "
        "State considers or believes, and what domestic law says, are taken as the file states them. Not legal advice."
    )


# Sections

_GROUNDS = "Grounds for refusing: every ground that the Convention names"


def _sections(report: Report) -> Iterator[tuple[str, Iterable[str]]]:
    yield from _of_assistance(report) if report.case is CaseKind.ASSISTANCE else _of_preservation(report)
    yield "Open questions", _open_questions(report)
    yield "Contested readings", _readings(report.readings)
    if report.not_needed:
        yield "Facts stated that no answer needed", _not_needed(report)


def _of_assistance(report: Report) -> Iterator[tuple[str, Iterable[str]]]:
    def answers(*sections: Section) -> Iterator[tuple[str, Iterable[str]]]:
        for section in sections:
            found = report.in_section(section)
            if found:
                yield _ASSISTANCE_TITLES[section], _time(report) if section is Section.TIME else _answers(found)

    yield from answers(Section.APPLICATION, Section.REGIME, Section.CONFORMITY, Section.DUAL_CRIMINALITY)
    yield _GROUNDS, _grounds(report.grounds, "")
    yield from answers(Section.REFUSAL, Section.REPLY)
    yield "Who must now do what, and by when", _duties(report)
    yield from answers(Section.TIME, Section.EVIDENCE)


def _of_preservation(report: Report) -> Iterator[tuple[str, Iterable[str]]]:
    for section in (Section.APPLICATION, Section.CONFORMITY, Section.DUAL_CRIMINALITY):
        yield _TITLES[section], _answers(report.in_section(section))
    yield _GROUNDS, _grounds(report.grounds, "Art. 42(6)")
    yield _TITLES[Section.REFUSAL], _answers(report.in_section(Section.REFUSAL))
    yield "Who must now do what, and by when", _duties(report)
    yield _TITLES[Section.TIME], _time(report)
    for section in (Section.DOMESTIC_LAW, Section.CONFIDENTIALITY):
        yield _TITLES[section], _answers(report.in_section(section))
    if report.disclosure_grounds:
        yield _TITLES[Section.DISCLOSURE], _disclosure(report)


def _answers(answers: Iterable[Answer]) -> Iterator[str]:
    for number, answer in enumerate(answers):
        if number:
            yield ""
        yield from _paragraph(answer.question)
        yield from _tree(_told(answer), "  ")


def _told(answer: Answer) -> Finding:
    """Return what is told of a finding: what decides it, but of a request each particular, of a reply each step."""
    if answer.section is Section.CONFORMITY:
        return answer.finding
    if answer.section is not Section.REPLY:
        return answer.finding.decisive()
    by_treaty, by_paragraphs = answer.finding.because
    steps = tuple(step.decisive() for step in by_paragraphs.because)
    return evolve(answer.finding, because=(by_treaty, evolve(by_paragraphs, because=steps)))


def _tree(finding: Finding, indent: str) -> Iterator[str]:
    for line in lines(finding):
        margin = indent + "  " * line.depth
        label = "" if line.truth is None else f"{line.truth.name:<9}"
        yield from _paragraph(line.words, margin + label, margin + " " * len(label))


def _grounds(answers: Sequence[GroundAnswer], closed_list: str) -> Iterator[str]:
    for heading, truth in (("OPEN", Truth.YES), ("NOT DETERMINED", Truth.UNKNOWN), ("CLOSED", Truth.NO)):
        chosen = [answer for answer in answers if answer.finding.truth is truth]
        yield f"{heading}: {count(len(chosen), 'ground')}"
        for answer in chosen:
            yield from _ground(answer, closed_list)


def _ground(answer: GroundAnswer, closed_list: str) -> Iterator[str]:
    named = ", ".join(str(provision) for provision in answer.ground.named_in)
    why = f"not on the closed list of {closed_list}" if closed_list else f"not open [{answer.finding.citation}]"
    off_the_list = f": {why}" if answer.finding.kind is Kind.TEXT else ""
    yield from _paragraph(f"{answer.ground.words} [{named}]{off_the_list}", "  - ", "    ")
    if not off_the_list:
        yield from _tree(answer.finding.decisive(), "      ")
        yield from _what_would_open(answer.finding)


def _what_would_open(finding: Finding) -> Iterator[str]:
    """Say the shortest ways in which a ground that is not open would be."""
    ways = finding.flips(Truth.YES) if finding.because and not finding.is_yes else ()
    for way in ways[:MOST_WAYS]:
        facts = ", and ".join(f"{'' if change.to else 'not '}so that {change.question.statement}" for change in way)
        yield from _paragraph(f"would open if it were {facts}", "      ", "        ")


_ARISES = {Truth.YES: "NOW", Truth.UNKNOWN: "NOT DETERMINED", Truth.NO: "NOT NOW"}


def _duties(report: Report) -> Iterator[str]:
    for heading, truth in ((_ARISES[t], t) for t in (Truth.YES, Truth.UNKNOWN, Truth.NO)):
        chosen = [duty for duty in report.duties if duty.trigger.truth is truth]
        if chosen:
            yield heading
        for duty in chosen:
            yield from _duty(duty, report)
            if truth is not Truth.YES:
                yield from _tree(duty.trigger.decisive(), "      ")


_ENCOURAGED = {Role.STATES_PARTIES: "are encouraged to"}


def _duty(duty: Duty, report: Report) -> Iterator[str]:
    encouraged = duty.modality is Modality.ENCOURAGED
    cited = ", ".join(str(provision) for provision in duty.authority)
    when = f" {duty.deadline.value}" if isinstance(duty.deadline, Promptness) else ""
    until = f"; until {duty.deadline.on}" if isinstance(duty.deadline, Deadline) else ""
    softened = f" ({'; '.join(duty.qualifications)})" if duty.qualifications else ""
    who = _who(duty.bearer, report)
    verb = _ENCOURAGED.get(duty.bearer, "is encouraged to") if encouraged else duty.modality.words
    yield from _paragraph(f"{who} {verb}{when} {duty.act}{softened}{until} [{cited}]", "  - ", "    ")


def _who(role: Role, report: Report) -> str:
    names = {Role.REQUESTING_STATE: report.header.requesting, Role.REQUESTED_STATE: report.header.requested}
    return f"The {role.words} ({names[role]})" if role in names else f"The {role.words}"


def _time(report: Report) -> Iterator[str]:
    for span in report.spans:
        yield from _span(span)
        yield ""
    yield from _answers(report.in_section(Section.TIME))


def _span(span: Span) -> Iterator[str]:
    window = span.window
    yield from _paragraph(span.question)
    yield from _paragraph(f"Not before the end of: {window.not_before or 'no floor is set or known'}", "  ", "    ")
    yield from _paragraph(f"Not after: {window.not_after or 'no last day is set or known'}", "  ", "    ")
    yield from _tree(window.because.decisive(), "  ")


def _disclosure(report: Report) -> Iterator[str]:
    yield from _answers(report.in_section(Section.DISCLOSURE))
    yield from ("", "On which grounds may that disclosure be refused?")
    yield from _grounds(report.disclosure_grounds, "Art. 43(2)")


def _open_questions(report: Report) -> Iterator[str]:
    if not report.open_questions:
        yield "None: nothing that is missing could change an answer of this report."
    for question in report.open_questions:
        yield from _open_question(question, report)


def _open_question(question: OpenQuestion, report: Report) -> Iterator[str]:
    asked, cited = question.question, ", ".join(str(provision) for provision in question.question.authority)
    about = f"{asked.subject}: " if asked.subject else ""
    yield from _paragraph(f"{about}{asked.statement} [{cited}]", "  - ", "    ")
    contested = asked.asked_of is Role.INTERPRETER
    who = "A contested reading, to be chosen." if contested else f"{_who(asked.asked_of, report)} can answer."
    where = f" In the case file: {question.path}" if question.path else ""
    yield from _paragraph(f"{who}{where}", "    ")
    yield from _paragraph(f"Bears on: {', '.join(question.bears_on)}", "    ", "      ")


def _readings(readings: Iterable[ReadingUsed]) -> Iterator[str]:
    if not readings:
        yield "None: no answer of this report turns on contested words."
    for reading in readings:
        cited = ", ".join(str(provision) for provision in reading.authority)
        yield from _paragraph(f"{reading.question} [{cited}]", "  - ", "    ")
        for name, words in reading.options.items():
            yield from _paragraph(f"{_choice(name, reading)}{words} ({name})", "      ", "        ")
        yield from _paragraph(f"{reading.because} (reading {reading.id})", "    ")


def _choice(name: str, reading: ReadingUsed) -> str:
    if name == reading.chosen:
        return "adopted: " if name == reading.adopted else "chosen in the case: "
    return "open: " if reading.chosen is None else "otherwise: "


def _not_needed(report: Report) -> Iterator[str]:
    words = {fact.path: fact.statement for fact in report.supplied}
    for path in report.not_needed:
        yield from _paragraph(f"{path}: {words[path]}", "  - ", "    ")
