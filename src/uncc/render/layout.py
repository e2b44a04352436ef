"""What the reports have in common as plain text, for a terminal and for pasting into a file.

What comes from a case file is data: control characters and marks that turn the direction of writing are shown as
escapes, so that a document cannot change what the report around it says.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import TypeAlias

from uncc.assessment import Answer, FactStated, GroundAnswer, Header, OpenQuestion, ReadingUsed, Report, Section
from uncc.dates import Deadline
from uncc.duties import Duty, Promptness
from uncc.explanation import lines
from uncc.findings import Finding, Kind, Truth
from uncc.roles import Role

__all__ = [
    "Names",
    "answers",
    "brief_opening",
    "count",
    "duties",
    "entry",
    "escaped",
    "foot",
    "grounds",
    "head",
    "heading",
    "names_in",
    "not_needed",
    "open_questions",
    "paragraph",
    "readings",
    "tree",
    "visible",
]

Names: TypeAlias = Mapping[Role, str]
"""The names of the States of a case, by their role."""

WIDTH = 98
MOST_WAYS = 2
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


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


def head(header: Header, subject: str) -> Iterator[str]:
    """Yield the head of a report on a request: what it is about, and between whom."""
    title = f"{subject}: assessment under the United Nations Convention against Cybercrime"
    yield from paragraph(title.upper())
    yield ""
    yield from entry("Request", _or_not_stated(header.reference))
    yield from entry("From", f"{header.requesting} (requesting State); {_or_not_stated(header.authority)}")
    yield from entry("To", f"{header.requested} (requested State)")
    yield from entry("Offence", _or_not_stated(header.offence))
    yield from entry("Made", _or_not_stated(header.made_on))
    yield from entry("Received", _or_not_stated(header.received_on))
    if header.urgency:
        yield from entry("Urgency", header.urgency)
    yield from entry("As of", f"{header.as_of}")


def _or_not_stated(value: object) -> str:
    return "not stated" if value is None else str(value)


def brief_opening(report: Report) -> Iterator[str]:
    """Yield how the lines in brief open: with a note where the Convention is not known to be in force."""
    yield from ("", "IN BRIEF")
    in_force = report.answer("in-force").finding
    if not in_force.is_yes:
        known = "is not in force" if in_force.is_no else "is not known to be in force"
        yield from entry("NOTE", f"The Convention {known} between the two States: what follows is what it would say.")


def foot(library: str) -> Iterator[str]:
    """Yield the foot of a report on a request: the version of the library, and what it does not do."""
    yield ""
    yield from paragraph(
        f"Computed by uncc {library} from the facts in the case file. It computes law and never facts: what a "
        "State considers or believes, and what domestic law says, are taken as the file states them. Not legal advice."
    )


def names_in(header: Header) -> Names:
    """Return the names of the two States of a request."""
    return {Role.REQUESTING_STATE: header.requesting, Role.REQUESTED_STATE: header.requested}


def heading(title: str) -> Iterator[str]:
    """Yield the heading of a section."""
    yield from ("", title, "-" * len(title))


def count(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it is not one."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def answers(given: Iterable[Answer]) -> Iterator[str]:
    """Yield answers with their reasons: of conformity all, of the others those that decide."""
    for number, answer in enumerate(given):
        if number:
            yield ""
        yield from paragraph(answer.question)
        whole = answer.section is Section.CONFORMITY
        yield from tree(answer.finding if whole else answer.finding.decisive(), "  ")


def tree(finding: Finding, indent: str) -> Iterator[str]:
    """Yield the reasons of a finding, each limb further in than what it is a limb of."""
    for line in lines(finding):
        margin = indent + "  " * line.depth
        label = "" if line.truth is None else f"{line.truth.name:<9}"
        yield from paragraph(line.words, margin + label, margin + " " * len(label))


def grounds(given: Sequence[GroundAnswer], closed_list: str) -> Iterator[str]:
    """Yield grounds: those open, not determined, closed; `closed_list` is where the text lists them, if it does."""
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


_ARISES = {Truth.YES: "NOW", Truth.UNKNOWN: "NOT DETERMINED", Truth.NO: "NOT NOW"}


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


def _duty(duty: Duty, names: Names) -> Iterator[str]:
    cited = ", ".join(str(provision) for provision in duty.authority)
    when = f" {duty.deadline.value}" if isinstance(duty.deadline, Promptness) else ""
    until = f"; until {duty.deadline.on}" if isinstance(duty.deadline, Deadline) else ""
    softened = f" ({'; '.join(duty.qualifications)})" if duty.qualifications else ""
    who = _who(duty.bearer, names)
    yield from paragraph(f"{who} {duty.modality.words}{when} {duty.act}{softened}{until} [{cited}]", "  - ", "    ")


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
