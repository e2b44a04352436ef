"""What a report comes to, in words that stand by themselves: what is missing and of what, and what would settle it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat
from types import MappingProxyType
from typing import TypeAlias

from uncc.cases import GroundAnswer, OpenQuestion, ReadingUsed, Report, Section, Span
from uncc.kernel.explanation import subject_of
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding, Kind, Node, Truth
from uncc.kernel.quantities import Day, Quantity
from uncc.kernel.roles import Role
from uncc.pages.called import Called, names_in
from uncc.pages.page import Entry
from uncc.pages.words import cited, count, no_last_day

__all__ = [
    "Brief",
    "conformity_in_brief",
    "contested_in_brief",
    "grounds_in_brief",
    "lack",
    "lacking",
    "listed",
    "or_turns_on",
    "particular",
    "particulars_missing",
    "questions_in_brief",
    "turns_on",
    "window_in_brief",
]

Brief: TypeAlias = Iterator[Entry]
"""What a report comes to: labels, each with a few words; what has no label goes with the one before it."""

_NONE_TOLD: Mapping[str, Node] = MappingProxyType({})
MOST_ASKED = 2
"""How many of the questions on which an answer turns are told in a line; of the others, how many they are."""
_PARTICULAR = re.compile(
    "the request (?:describes|details|estimates|gives|has|identifies|names|says|sets|specifies|states|sums up) "
)
"""How a particular of a request is told; what is missing is the rest of the sentence."""


def listed(label: str, lines: Iterator[str]) -> Brief:
    """Yield lines below one label."""
    yield from zip(chain((label,), repeat("")), lines, strict=False)


# What is missing


def lacking(finding: Node) -> Iterator[Node]:
    """Yield each single thing for want of which a finding is NO, every one and not only the fewest that would do."""
    limbs = [limb for limb in finding.live_limbs if limb.is_no]
    if finding.kind in (Kind.ALL, Kind.READING):
        for limb in limbs:
            yield from lacking(limb)
        return
    first = list(lacking(limbs[0])) if finding.kind is Kind.ANY else []
    yield from first if first and all(map(_is_particular, first)) else [finding]


def particular(statement: str) -> str:
    """Return what a request says, where a statement is that it says it."""
    return _PARTICULAR.sub("", statement)


def _is_particular(node: Node) -> bool:
    return _PARTICULAR.match(node.statement) is not None


def lack(node: Node, names: Called) -> str:
    """Return what is missing where a finding is NO, or what is not met."""
    label = "against it" if node.kind is Kind.NOT else "missing" if _is_particular(node) else "not met"
    return f"- {label}: {_lack(node, names)}"


def _lack(node: Node, names: Called) -> str:
    said = node.because[0] if node.kind is Kind.NOT else node
    words = names.about(subject_of(said), particular(said.statement))
    return f"{words} [{node.citation}]"


def particulars_missing(report: Report, told: Mapping[str, Node] = _NONE_TOLD) -> Iterator[tuple[str, str]]:
    """Yield what the request of a report lacks, in words, each with the name of the answer that is NO for it.

    While the request is being told, `told` has the findings of as much of it as is told.
    """
    names = names_in(report)
    for answer in report.answers:
        finding = told.get(answer.id, answer.finding)
        if answer.section is Section.CONFORMITY and finding.is_no:
            for node in lacking(finding):
                if _is_particular(node):
                    yield answer.id, _lack(node, names)


def conformity_in_brief(finding: Finding, consequence: str, complete: str, names: Called) -> Iterator[str]:
    """Yield what a request lacks, line by line, behind what follows from it; or that it is `complete`."""
    if finding.is_yes:
        yield complete
        return
    missing = tuple(dict.fromkeys(lack(node, names) for node in lacking(finding))) if finding.is_no else ()
    if missing:
        yield f"falls short, {consequence}:"
        yield from missing
    open_limbs = [limb for limb in finding.live_limbs if limb.is_unknown]
    if open_limbs:
        questions = dict.fromkeys(question for limb in open_limbs for question in limb.open_questions)
        points = cited(dict.fromkeys(one for limb in open_limbs for one in limb.authority))
        yield f"not determined for {points}. It turns on:"
        yield from (f"- {words}" for words in _asked(tuple(questions), _leaves(finding), names, MOST_ASKED))


# What would settle it


def or_turns_on(words: str, finding: Node, names: Called) -> str:
    """Return words; where the finding is not determined, with what would settle it."""
    return f"{words}: it turns on {turns_on(finding, names)}" if finding.is_unknown else words


def turns_on(
    finding: Node, names: Called, *, most: int = MOST_ASKED, questions: Sequence[Question] | None = None
) -> str:
    """Return in a line what would settle a finding, and who can say it; of the questions, `most` are told.

    `questions` are others than its own: on what a day turns that the finding is about.
    """
    asked = finding.open_questions if questions is None else questions
    return ", and on ".join(_asked(asked, _leaves(finding), names, most))


def _asked(questions: Sequence[Question], leaves: Mapping[Question, Node], names: Called, most: int) -> Iterator[str]:
    for question in questions[:most]:
        yield _question(question, leaves.get(question), names)
    if len(questions) > most:
        yield count(len(questions) - most, "further question")


def _leaves(finding: Node) -> Mapping[Question, Node]:
    return {node.about.whole: node for node in finding.walk() if isinstance(node.about, Question)}


def _question(question: Question, leaf: Node | None, names: Called) -> str:
    if question.asked_of is Role.INTERPRETER:
        return names.contested.get(question.name, f"a contested reading ({question.name})")
    how = "when " if isinstance(leaf, Day) else "" if isinstance(leaf, Quantity) else "whether "
    words = names.about(question.subject, f"{how}{question.statement}")
    if isinstance(leaf, Quantity) and names.asked is not None and question not in names.asked:
        return f"{words} [{cited(question.authority)}], which is still to come"
    return f"{words} [{cited(question.authority)}] ({_sayer(question.asked_of, names)} can say)"


# Lines of the brief


def grounds_in_brief(given: Sequence[GroundAnswer], names: Called) -> Iterator[str]:
    """Yield which grounds for refusing are open; of those not determined, each with what would settle it."""
    by_truth = {truth: [one for one in given if one.finding.truth is truth] for truth in Truth}
    open_now = "; ".join(dict.fromkeys(one.ground.words for one in by_truth[Truth.YES]))
    first = f"open: {open_now}" if open_now else "no ground is open"
    yield f"{first}. Closed: {len(by_truth[Truth.NO])} of {len(given)}"
    yield from dict.fromkeys(
        f"not determined: {one.ground.words}. It turns on {turns_on(one.finding, names, most=1)}"
        for one in by_truth[Truth.UNKNOWN]
    )


def window_in_brief(span: Span, names: Called) -> str:
    """Return between which days something must last, in a few words."""
    window = span.window
    if window.not_before is None:
        return or_turns_on("not determined until when", window.because, names)
    last = no_last_day(window) if window.not_after is None else f"no longer than {window.not_after}"
    words = f"at least to the end of {window.not_before}; {last}"
    if window.because.is_yes:
        return words
    return f"{words}. It may be longer: that turns on {turns_on(window.because, names)}"


def contested_in_brief(used: Sequence[ReadingUsed], names: Called) -> Iterator[str]:
    """Yield the contested readings that are still to be chosen, each once and by the number under which it is told."""
    for one in used:
        if one.id in names.contested:
            number = names.contested[one.id].rpartition(" ")[2]
            yield f"{number}. {one.question}"


def questions_in_brief(questions: Sequence[OpenQuestion], names: Called) -> str:
    """Return how many questions are open, and how many each can answer."""
    asked = [_sayer(one.question.asked_of, names) for one in questions if one.question.asked_of is not Role.INTERPRETER]
    told = [f"{who} can answer {asked.count(who)}" for who in dict.fromkeys(asked)]
    if contested := len(questions) - len(asked):
        told.append(count(contested, "contested reading"))
    return count(len(questions), "question") + (f": {', '.join(told)}" if told else "")


def _sayer(role: Role, names: Called) -> str:
    return names.states.get(role, f"the {role.words}")
