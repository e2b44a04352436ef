"""What the reports have in common: answers, grounds, duties, days, open questions and readings as blocks of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, cast

from attrs import evolve

from uncc.cases import Answer, Conflict, FactStated, GroundAnswer, OpenQuestion, ReadingUsed, Report, Span
from uncc.cases import Section as Part
from uncc.kernel.findings import Finding, Kind, Truth
from uncc.kernel.roles import Role
from uncc.pages.duties import Names, who
from uncc.pages.page import Block, Entry, Paragraph, Point, Points, Section, Tree
from uncc.pages.trees import reasons, tree, window_points
from uncc.pages.words import cited, count

__all__ = [
    "Blocks",
    "Brief",
    "Sections",
    "answers",
    "conflicts",
    "conformity_in_brief",
    "grounds",
    "grounds_in_brief",
    "not_needed",
    "open_questions",
    "readings",
    "section",
    "states",
    "times",
    "window_in_brief",
]

Brief: TypeAlias = Iterator[Entry]
"""What a report comes to: labels, each with a few words."""
Blocks: TypeAlias = Iterator[Block]
Sections: TypeAlias = Iterator[Section]

MOST_WAYS = 2


def section(title: str, blocks: Iterable[Block]) -> Section:
    """Return a section of a page."""
    return Section(title, tuple(blocks))


def answers(given: Iterable[Answer]) -> Blocks:
    """Yield answers with their reasons: of conformity each particular, of a reply each step, of others what decides."""
    for answer in given:
        yield Tree(_told(answer), answer.question)


def _told(answer: Answer) -> tuple[Point, ...]:
    if answer.section is Part.CONFORMITY:
        return (tree(answer.finding),)
    if answer.section is not Part.REPLY:
        return reasons(answer.finding)
    by_treaty, by_paragraphs, by_both = cast("tuple[Finding, ...]", answer.finding.because)
    paragraphs = evolve(by_paragraphs, because=tuple(step.decisive() for step in by_paragraphs.because))
    either = (by_both,) if by_both.is_yes and not (by_treaty.is_yes or by_paragraphs.is_yes) else ()
    return (tree(evolve(answer.finding, because=(by_treaty, paragraphs, *either))),)


def grounds(given: Sequence[GroundAnswer], closed_list: str) -> Blocks:
    """Yield grounds for refusing: those open, not determined, closed; `closed_list` is where the text lists them."""
    for heading, truth in (("OPEN", Truth.YES), ("NOT DETERMINED", Truth.UNKNOWN), ("CLOSED", Truth.NO)):
        chosen = tuple(_ground(answer, closed_list) for answer in given if answer.finding.truth is truth)
        yield Points(chosen, f"{heading}: {count(len(chosen), 'ground')}")


def _ground(answer: GroundAnswer, closed_list: str) -> Point:
    words, named = answer.ground.words, cited(answer.ground.named_in)
    if answer.finding.kind is Kind.TEXT:
        why = f"not on the closed list of {closed_list}" if closed_list else f"not open [{answer.finding.citation}]"
        return Point(f"{words} [{named}]: {why}")
    return Point(words, cited=named, below=(*reasons(answer.finding), *_what_would_open(answer.finding)))


def _what_would_open(finding: Finding) -> Iterator[Point]:
    """Say the shortest ways in which a ground that is not open would be."""
    ways = finding.flips(Truth.YES) if finding.because and not finding.is_yes else ()
    for way in ways[:MOST_WAYS]:
        facts = ", and ".join(f"{'' if change.to else 'not '}so that {change.question.statement}" for change in way)
        yield Point(facts, label="would open if it were")


def conflicts(found: Iterable[Conflict]) -> Blocks:
    """Yield what the case states together that seldom goes together, each with its places and provision."""
    yield Paragraph("These facts stand in the case file and seldom go together. The answers take each as it is stated.")
    for conflict in found:
        pair = (Point(f"{one.path} is {_word(one.value)}: {one.statement}") for one in (conflict.one, conflict.other))
        yield Points(tuple(pair), f"{conflict.provision}")


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def open_questions(questions: Sequence[OpenQuestion], names: Names) -> Blocks:
    """Yield the open questions, each with who can answer it."""
    if questions:
        yield Points(tuple(_open_question(question, names) for question in questions))
    else:
        yield Paragraph("None: nothing that is missing could change an answer of this report.")


def _open_question(question: OpenQuestion, names: Names) -> Point:
    asked = question.question
    about = f"{asked.subject}: " if asked.subject else ""
    contested = asked.asked_of is Role.INTERPRETER
    answers = "A contested reading, to be chosen." if contested else f"{who(asked.asked_of, names)} can answer."
    where = f" In the case file: {question.path}" if question.path else ""
    more = (Paragraph(f"{answers}{where}"), Paragraph(", ".join(question.bears_on), label="Bears on:"))
    return Point(f"{about}{asked.statement}", cited=cited(asked.authority), more=more)


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


def times(report: Report) -> Blocks:
    """Yield the spans of days of a request, and the answers about time."""
    yield from (_span(span) for span in report.spans)
    yield from answers(report.in_section(Part.TIME))


def _span(span: Span) -> Tree:
    return Tree(window_points(span.window), span.question)
