"""What the reports have in common as plain text, for a terminal and for pasting into a file.

What comes from a case file is data: control characters and marks that turn the direction of writing are shown as
escapes, so that a document cannot change what the report around it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from types import MappingProxyType
from typing import TypeAlias

from attrs import evolve

from uncc.cases import Answer, FactStated, GroundAnswer, OpenQuestion, ReadingUsed, Report, Section, Span
from uncc.kernel.dates import Deadline
from uncc.kernel.duties import Duty, Modality, Promptness
from uncc.kernel.explanation import lines
from uncc.kernel.findings import Finding, Kind, Truth
from uncc.kernel.markup import escaped, visible
from uncc.kernel.roles import Role

__all__ = [
    "Entries",
    "Names",
    "Sections",
    "answers",
    "conformity_in_brief",
    "count",
    "duties",
    "duty_words",
    "entry",
    "escaped",
    "grounds",
    "grounds_in_brief",
    "heading",
    "not_needed",
    "open_questions",
    "paragraph",
    "readings",
    "states",
    "times",
    "tree",
    "visible",
    "window_in_brief",
]

Names: TypeAlias = Mapping[Role, str]
"""The names of the States of a case, by their role."""
Entries: TypeAlias = Iterator[tuple[str, str]]
"""Labels, each with what stands beside it."""
Sections: TypeAlias = Iterator[tuple[str, Iterable[str]]]
"""Titles, each with the lines below it."""

WIDTH = 98
MOST_WAYS = 2


def paragraph(text: str, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Yield a text as lines of at most 98 characters, the first behind `first`, the others behind `rest`."""
    together = visible(text).replace("Art. ", "Art.\N{NO-BREAK SPACE}")
    rest = first if rest is None else rest
    for line in wrap(
        together, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False, break_long_words=False
    ):
        yield line.replace("\N{NO-BREAK SPACE}", " ")


def entry(label: str, text: str) -> Iterator[str]:
    """Yield a text behind its label, in two columns."""
    yield from paragraph(text, f"  {label:<13}", " " * 15)


def heading(title: str) -> Iterator[str]:
    """Yield the heading of a section."""
    yield from ("", title, "-" * len(title))


def count(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it is not one."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def answers(given: Iterable[Answer]) -> Iterator[str]:
    """Yield answers with their reasons: of conformity each particular, of a reply each step, of others what decides."""
    for number, answer in enumerate(given):
        if number:
            yield ""
        yield from paragraph(answer.question)
        yield from tree(_told(answer), "  ")


def _told(answer: Answer) -> Finding:
    if answer.section is Section.CONFORMITY:
        return answer.finding
    if answer.section is not Section.REPLY:
        return answer.finding.decisive()
    by_treaty, by_paragraphs = answer.finding.because
    steps = tuple(step.decisive() for step in by_paragraphs.because)
    return evolve(answer.finding, because=(by_treaty, evolve(by_paragraphs, because=steps)))


def tree(finding: Finding, indent: str) -> Iterator[str]:
    """Yield the reasons of a finding, each limb further in than what it is a limb of."""
    for line in lines(finding):
        margin = indent + "  " * line.depth
        label = "" if line.truth is None else f"{line.truth.name:<9}"
        yield from paragraph(line.words, margin + label, margin + " " * len(label))


def grounds(given: Sequence[GroundAnswer], closed_list: str) -> Iterator[str]:
    """Yield grounds for refusing: those open, not determined, closed; `closed_list` is where the text lists them."""
    for heading, truth in (("OPEN", Truth.YES), ("NOT DETERMINED", Truth.UNKNOWN), ("CLOSED", Truth.NO)):
        chosen = [answer for answer in given if answer.finding.truth is truth]
        yield f"{heading}: {count(len(chosen), 'ground')}"
        for answer in chosen:
            yield from _ground(answer, closed_list)


def _ground(answer: GroundAnswer, closed_list: str) -> Iterator[str]:
    named = ", ".join(str(provision) for provision in answer.ground.named_in)
    why = f"not on the closed list of {closed_list}" if closed_list else f"not open [{answer.finding.citation}]"
    off_the_list = f": {why}" if answer.finding.kind is Kind.TEXT else ""
    yield from paragraph(f"{answer.ground.words} [{named}]{off_the_list}", "  - ", "    ")
    if not off_the_list:
        yield from tree(answer.finding.decisive(), "      ")
        yield from _what_would_open(answer.finding)


def _what_would_open(finding: Finding) -> Iterator[str]:
    """Say the shortest ways in which a ground that is not open would be."""
    ways = finding.flips(Truth.YES) if finding.because and not finding.is_yes else ()
    for way in ways[:MOST_WAYS]:
        facts = ", and ".join(f"{'' if change.to else 'not '}so that {change.question.statement}" for change in way)
        yield from paragraph(f"would open if it were {facts}", "      ", "        ")


_ARISES = MappingProxyType({Truth.YES: "NOW", Truth.UNKNOWN: "NOT DETERMINED", Truth.NO: "NOT NOW"})


def duties(owed: Sequence[Duty], names: Names) -> Iterator[str]:
    """Yield duties: those that arise now, those not determined, those that do not."""
    for heading, truth in ((_ARISES[t], t) for t in (Truth.YES, Truth.UNKNOWN, Truth.NO)):
        chosen = [duty for duty in owed if duty.trigger.truth is truth]
        if chosen:
            yield heading
        for duty in chosen:
            yield from _duty(duty, names)
            if truth is not Truth.YES:
                yield from tree(duty.trigger.decisive(), "      ")


_ENCOURAGED = MappingProxyType({Role.STATES_PARTIES: "are encouraged to"})


def _duty(duty: Duty, names: Names) -> Iterator[str]:
    cited = ", ".join(str(provision) for provision in duty.authority)
    until = f"; until {duty.deadline.on}" if isinstance(duty.deadline, Deadline) else ""
    yield from paragraph(f"{duty_words(duty, names)}{until} [{cited}]", "  - ", "    ")


def duty_words(duty: Duty, names: Names) -> str:
    """Return a duty in a sentence: who, how strongly, how soon and what, without its day and its provisions."""
    encouraged = duty.modality is Modality.ENCOURAGED
    when = f" {duty.deadline.value}" if isinstance(duty.deadline, Promptness) else ""
    softened = f" ({'; '.join(duty.qualifications)})" if duty.qualifications else ""
    verb = _ENCOURAGED.get(duty.bearer, "is encouraged to") if encouraged else duty.modality.words
    return f"{_who(duty.bearer, names)} {verb}{when} {duty.act_in_question}{softened}"


def _who(role: Role, names: Names) -> str:
    return f"The {role.words} ({names[role]})" if role in names else f"The {role.words}"


def open_questions(questions: Sequence[OpenQuestion], names: Names) -> Iterator[str]:
    """Yield the open questions, each with who can answer it."""
    if not questions:
        yield "None: nothing that is missing could change an answer of this report."
    for question in questions:
        yield from _open_question(question, names)


def _open_question(question: OpenQuestion, names: Names) -> Iterator[str]:
    asked, cited = question.question, ", ".join(str(provision) for provision in question.question.authority)
    about = f"{asked.subject}: " if asked.subject else ""
    yield from paragraph(f"{about}{asked.statement} [{cited}]", "  - ", "    ")
    contested = asked.asked_of is Role.INTERPRETER
    who = "A contested reading, to be chosen." if contested else f"{_who(asked.asked_of, names)} can answer."
    where = f" In the case file: {question.path}" if question.path else ""
    yield from paragraph(f"{who}{where}", "    ")
    yield from paragraph(f"Bears on: {', '.join(question.bears_on)}", "    ", "      ")


def readings(used: Iterable[ReadingUsed]) -> Iterator[str]:
    """Yield the contested readings, each with its options and what was chosen."""
    if not used:
        yield "None: no answer of this report turns on contested words."
    for reading in used:
        cited = ", ".join(str(provision) for provision in reading.authority)
        yield from paragraph(f"{reading.question} [{cited}]", "  - ", "    ")
        for name, words in reading.options.items():
            yield from paragraph(f"{_choice(name, reading)}{words} ({name})", "      ", "        ")
        yield from paragraph(f"{reading.because} (reading {reading.id})", "    ")


def _choice(name: str, reading: ReadingUsed) -> str:
    if name == reading.chosen:
        return "adopted: " if name == reading.adopted else "chosen in the case: "
    return "open: " if reading.chosen is None else "otherwise: "


def not_needed(paths: Iterable[str], supplied: Iterable[FactStated]) -> Iterator[str]:
    """Yield the facts that a case states and no answer needed."""
    words = {fact.path: fact.statement for fact in supplied}
    for path in paths:
        yield from paragraph(f"{path}: {words[path]}", "  - ", "    ")


# What several kinds of request share


def states(report: Report) -> dict[Role, str]:
    """Return the names of the two States of a request, by their role."""
    return {Role.REQUESTING_STATE: report.header.requesting, Role.REQUESTED_STATE: report.header.requested}


def conformity_in_brief(finding: Finding, consequence: str, complete: str) -> str:
    """Return what a request lacks, in a few words: `consequence` of lacking it, or that it is `complete`."""
    missing = [limb.citation for limb in finding.because if limb.is_no]
    unknown = [limb.citation for limb in finding.because if limb.is_unknown]
    parts: list[str] = []
    if missing:
        parts.append(f"falls short of {', '.join(dict.fromkeys(missing))}, {consequence}")
    if unknown:
        parts.append(f"not determined for {', '.join(dict.fromkeys(unknown))}")
    return "; ".join(parts) or complete


def grounds_in_brief(given: Sequence[GroundAnswer]) -> str:
    """Return which grounds for refusing are open, in a few words."""
    by_truth = {truth: [a.ground.words for a in given if a.finding.truth is truth] for truth in Truth}
    open_now, undetermined = by_truth[Truth.YES], by_truth[Truth.UNKNOWN]
    parts = [f"Open: {'; '.join(open_now)}" if open_now else "No ground is open"]
    if undetermined:
        parts.append(f"Not determined: {'; '.join(undetermined)}")
    return f"{'. '.join(parts)}. Closed: {len(by_truth[Truth.NO])} of {len(given)}."


def window_in_brief(span: Span) -> str:
    """Return between which days something must last, in a few words."""
    window = span.window
    if window.not_before is None:
        return "not determined until when; see the open questions"
    certain = "" if window.because.is_yes else ", and longer if facts that are missing say so"
    last = "no last day is set" if window.not_after is None else f"no longer than {window.not_after}"
    return f"at least to the end of {window.not_before}{certain}; {last}"


def times(report: Report) -> Iterator[str]:
    """Yield the spans of days of a request, and the answers about time."""
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
