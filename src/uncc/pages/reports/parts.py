"""What the reports have in common: answers, grounds, duties, days, open questions and readings as blocks of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, cast

from attrs import evolve

from uncc.cases import Answer, Conflict, FactStated, GroundAnswer, OpenQuestion, ReadingUsed, Report, Span
from uncc.cases import Section as Part
from uncc.kernel.findings import Finding, Kind, Truth
from uncc.kernel.inquiry import Change
from uncc.kernel.roles import Role
from uncc.pages.called import Called, ground_provisions, spoken
from uncc.pages.duties import who
from uncc.pages.page import Block, Paragraph, Point, Points, Section, Tree
from uncc.pages.trees import reasons, tree, window_points
from uncc.pages.words import cited, count

__all__ = [
    "Blocks",
    "Sections",
    "answered",
    "answers",
    "conflicts",
    "grounds",
    "grounds_section",
    "not_needed",
    "open_questions",
    "readings",
    "section",
    "times",
    "verdict",
]

Blocks: TypeAlias = Iterator[Block]
Sections: TypeAlias = Iterator[Section]

MOST_WAYS = 2


def section(title: str, blocks: Iterable[Block], verdict: str = "", *, short: Iterable[Block] = ()) -> Section:
    """Return a section of a page, with what it comes to and what the short form tells of it."""
    return Section(title, tuple(blocks), verdict, tuple(short))


def answered(report: Report, part: Part, title: str, names: Called) -> Section:
    """Return the section with the answers of one part of a report."""
    given = report.in_section(part)
    return section(title, answers(given, names), verdict(answer.finding for answer in given))


def verdict(findings: Iterable[Finding]) -> str:
    """Return what several findings come to, in a word where they are one.

    >>> from uncc.kernel.findings import by_text
    >>> from uncc.kernel.provisions import art
    >>> yes, no = by_text(True, "x", art(42, 4)), by_text(False, "x", art(42, 4))
    >>> verdict((yes,)), verdict((yes, no, yes)), verdict(())
    ('YES', '2 YES, 1 NO', '')
    """
    truths = [finding.truth for finding in findings]
    found = [truth for truth in (Truth.YES, Truth.NO, Truth.UNKNOWN) if truth in truths]
    if len(found) == 1:
        return found[0].name
    return ", ".join(f"{truths.count(truth)} {truth.name}" for truth in found)


def answers(given: Iterable[Answer], names: Called) -> Blocks:
    """Yield answers with their reasons: of conformity each particular, of a reply each step, of others what decides."""
    for answer in given:
        yield Tree(_told(answer, names), answer.question)


def _told(answer: Answer, names: Called) -> tuple[Point, ...]:
    if answer.section is Part.CONFORMITY:
        return (tree(answer.finding, names),)
    if answer.section is not Part.REPLY:
        return reasons(answer.finding, names)
    by_treaty, by_paragraphs, by_both = cast("tuple[Finding, ...]", answer.finding.because)
    paragraphs = evolve(by_paragraphs, because=tuple(step.decisive() for step in by_paragraphs.because))
    either = (by_both,) if by_both.is_yes and not (by_treaty.is_yes or by_paragraphs.is_yes) else ()
    return (tree(evolve(answer.finding, because=(by_treaty, paragraphs, *either)), names),)


EVERY_GROUND = "Grounds for refusing: every ground that the Convention names"


def grounds_section(
    given: Sequence[GroundAnswer], names: Called, *, title: str = EVERY_GROUND, closed_list: str = ""
) -> Section:
    """Return the section with the grounds for refusing; `closed_list` as for `grounds`."""
    truths = [answer.finding.truth for answer in given]
    told = ((Truth.YES, "open"), (Truth.UNKNOWN, "unknown"), (Truth.NO, "closed"))
    verdict = ", ".join(f"{truths.count(truth)} {words}" for truth, words in told if truth in truths)
    return section(title, grounds(given, closed_list, names), verdict)


def grounds(given: Sequence[GroundAnswer], closed_list: str, names: Called) -> Blocks:
    """Yield grounds for refusing: those open, not determined, closed; `closed_list` is where the text lists them."""
    for heading, truth in (("OPEN", Truth.YES), ("NOT DETERMINED", Truth.UNKNOWN), ("CLOSED", Truth.NO)):
        chosen = tuple(_ground(answer, closed_list, names) for answer in given if answer.finding.truth is truth)
        yield Points(chosen, f"{heading}: {count(len(chosen), 'ground')}")


def _ground(answer: GroundAnswer, closed_list: str, names: Called) -> Point:
    words = answer.ground.words
    if answer.finding.kind is Kind.TEXT:
        why = f"not on the closed list of {closed_list}" if closed_list else f"not open [{answer.finding.citation}]"
        return Point(f"{words}: {why}")
    named = cited(ground_provisions(answer.ground, answer.finding))
    return Point(words, cited=named, below=(*reasons(answer.finding, names), *_what_would_open(answer.finding, names)))


def _what_would_open(finding: Finding, names: Called) -> Iterator[Point]:
    """Say the shortest ways in which a ground that is not open would be."""
    ways = finding.flips(Truth.YES) if finding.because and not finding.is_yes else ()
    for way in ways[:MOST_WAYS]:
        facts = ", and ".join(_so(change, names) for change in way)
        yield Point(facts, label="would open if it were")


def _so(change: Change, names: Called) -> str:
    words = names.about(change.question.subject, change.question.statement)
    return f"{'' if change.to else 'not '}so that {words}"


def conflicts(found: Iterable[Conflict]) -> Blocks:
    """Yield what the case states together that seldom goes together, each with its places and provision."""
    yield Paragraph("These facts stand in the case file and seldom go together. The answers take each as it is stated.")
    for conflict in found:
        pair = (Point(f"{one.path} is {_word(one.value)}: {one.statement}") for one in (conflict.one, conflict.other))
        yield Points(tuple(pair), f"{conflict.provision}")


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def open_questions(questions: Sequence[OpenQuestion], names: Called) -> Blocks:
    """Yield the open questions, each with who can answer it."""
    if questions:
        yield Points(tuple(_open_question(question, names) for question in questions))
    else:
        yield Paragraph("None: nothing that is missing could change an answer of this report.")


def _open_question(question: OpenQuestion, names: Called) -> Point:
    asked = question.question
    contested = asked.asked_of is Role.INTERPRETER
    answers = "A contested reading, to be chosen." if contested else f"{who(asked.asked_of, names)} can answer."
    where = f" In the case file: {question.path}" if question.path else ""
    more = (Paragraph(f"{answers}{where}"), Paragraph("; ".join(map(spoken, question.bears_on)), label="Bears on:"))
    return Point(names.about(asked.subject, asked.statement), cited=cited(asked.authority), more=more)


def readings(used: Sequence[ReadingUsed]) -> Blocks:
    """Yield the contested readings, each with its options and what was chosen."""
    if used:
        yield Points(tuple(map(_reading, used)))
    else:
        yield Paragraph("None: no answer of this report turns on contested words.")


def _reading(used: ReadingUsed) -> Point:
    options = tuple(Point(f"{words} ({name})", label=_choice(name, used)) for name, words in used.options.items())
    because = Paragraph(f"{used.because} (reading {used.id})")
    idle = () if used.turns else (Paragraph("No answer of this report turns on it."),)
    return Point(used.question, cited=cited(used.authority), below=options, more=(because, *idle))


def _choice(name: str, reading: ReadingUsed) -> str:
    if name == reading.chosen:
        return "adopted:" if name == reading.adopted else "chosen in the case:"
    return "open:" if reading.chosen is None else "otherwise:"


def not_needed(paths: Iterable[str], supplied: Iterable[FactStated]) -> Blocks:
    """Yield the facts that a case states and no answer needed."""
    words = {fact.path: fact.statement for fact in supplied}
    yield Points(tuple(Point(f"{path}: {words[path]}") for path in paths))


def times(report: Report, names: Called) -> Blocks:
    """Yield the spans of days of a request, and the answers about time."""
    yield from (_span(span, names) for span in report.spans)
    yield from answers(report.in_section(Part.TIME), names)


def _span(span: Span, names: Called) -> Tree:
    return Tree(window_points(span.window, names), span.question)
