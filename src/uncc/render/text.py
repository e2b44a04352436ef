"""Reports as plain text, for a terminal and for pasting into a file.

What comes from a case file is data: control characters and marks that turn the direction of writing are shown as
escapes, so that a document cannot change what the report around it says.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from uncc.assessment import Answer, CaseKind, GroundAnswer, OpenQuestion, ReadingUsed, Report, Section, Span
from uncc.dates import Deadline
from uncc.duties import Duty, Promptness
from uncc.explanation import lines
from uncc.findings import Finding, Kind, Truth
from uncc.render.extradition import brief_of_extradition
from uncc.roles import Role

__all__ = ["escaped", "report_text", "visible"]

WIDTH = 98
MOST_WAYS = 2
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}

_SUBJECTS = {
    CaseKind.PRESERVATION: "Preservation of stored electronic data",
    CaseKind.EXTRADITION: "Extradition",
}
_TITLES = {
    Section.APPLICATION: "Does the Convention apply?",
    Section.OFFENCES: "The offences",
    Section.BASIS: "The legal basis",
    Section.CONFORMITY: "Does the request conform?",
    Section.DUAL_CRIMINALITY: "Dual criminality",
    Section.REFUSAL: "If preservation is refused, or may do harm",
    Section.TIME: "How long must the data stay preserved?",
    Section.DOMESTIC_LAW: "Can the requested State's law carry this?",
    Section.CONFIDENTIALITY: "Confidentiality",
    Section.DISCLOSURE: "Traffic data that lead elsewhere",
    Section.SUBMISSION: "If the person is not extradited",
    Section.PROCEEDINGS: "The person in the proceedings",
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
    yield from _brief(report)
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


# In brief


def _brief(report: Report) -> Iterator[str]:
    yield from ("", "IN BRIEF")
    in_force = report.answer("in-force").finding
    if not in_force.is_yes:
        known = "is not in force" if in_force.is_no else "is not known to be in force"
        yield from _entry("NOTE", f"The Convention {known} between the two States: what follows is what it would say.")
    if report.case is CaseKind.EXTRADITION:
        for label, words in brief_of_extradition(report):
            yield from _entry(label, words)
    else:
        yield from _entry("Conformity", _conformity_in_brief(report.answer("conformity").finding))
        yield from _entry("Refusal", _grounds_in_brief(report.grounds))
        yield from _entry("Preserve", _window_in_brief(report.spans[0]))
        yield from _entry("Expiry", _expiry_in_brief(report))
    yield from _entry("Open", _count(len(report.open_questions), "question"))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


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


# Sections


_GROUNDS = "Grounds for refusing: every ground that the Convention names"


def _sections(report: Report) -> Iterator[tuple[str, Iterable[str]]]:
    yield from _of_extradition(report) if report.case is CaseKind.EXTRADITION else _of_preservation(report)
    yield "Open questions", _open_questions(report)
    yield "Contested readings", _readings(report.readings)
    if report.not_needed:
        yield "Facts stated that no answer needed", _not_needed(report)


def _of_extradition(report: Report) -> Iterator[tuple[str, Iterable[str]]]:
    for section in (Section.APPLICATION, Section.OFFENCES, Section.BASIS):
        yield _TITLES[section], _answers(report.in_section(section))
    yield "Grounds for refusing of which the article speaks; other law may have more", _grounds(report.grounds, "")
    yield "Who must now do what, and by when", _duties(report)
    for section in (Section.SUBMISSION, Section.PROCEEDINGS):
        if found := report.in_section(section):
            yield _TITLES[section], _answers(found)
    yield "What practice expects with the request", _practice(report)


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
        whole = answer.section is Section.CONFORMITY
        yield from _tree(answer.finding if whole else answer.finding.decisive(), "  ")


def _tree(finding: Finding, indent: str) -> Iterator[str]:
    for line in lines(finding):
        margin = indent + "  " * line.depth
        label = "" if line.truth is None else f"{line.truth.name:<9}"
        yield from _paragraph(line.words, margin + label, margin + " " * len(label))


def _grounds(answers: Sequence[GroundAnswer], closed_list: str) -> Iterator[str]:
    for heading, truth in (("OPEN", Truth.YES), ("NOT DETERMINED", Truth.UNKNOWN), ("CLOSED", Truth.NO)):
        chosen = [answer for answer in answers if answer.finding.truth is truth]
        yield f"{heading}: {_count(len(chosen), 'ground')}"
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


def _duty(duty: Duty, report: Report) -> Iterator[str]:
    cited = ", ".join(str(provision) for provision in duty.authority)
    when = f" {duty.deadline.value}" if isinstance(duty.deadline, Promptness) else ""
    until = f"; until {duty.deadline.on}" if isinstance(duty.deadline, Deadline) else ""
    softened = f" ({'; '.join(duty.qualifications)})" if duty.qualifications else ""
    who = _who(duty.bearer, report)
    yield from _paragraph(f"{who} {duty.modality.words}{when} {duty.act}{softened}{until} [{cited}]", "  - ", "    ")


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


def _practice(report: Report) -> Iterator[str]:
    yield from _paragraph("The Convention lists no contents for the request: nothing here is a ground of its own.")
    for item in report.practice:
        yield from _paragraph(f"{'there' if item.there else 'not there'}: {item.words}", "  - ", "    ")


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
