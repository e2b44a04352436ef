"""How an interview stands, in lines for a terminal: why a question is asked, what a reply changed, how far it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from uncc.cases import Report
from uncc.cli.sitting import is_letter
from uncc.cli.wording import MOST_NAMED, asked_parts, beside, called, facts, few, offences
from uncc.doors.interview import Interview
from uncc.doors.open_points import CaseFile
from uncc.doors.prompts import Prompt, ValueKind
from uncc.kernel.findings import Node
from uncc.kernel.roles import Role
from uncc.pages import escaped
from uncc.pages.reports.brief import particulars_missing

__all__: list[str] = []

_TRUTHS: Mapping[str, bool] = MappingProxyType({"yes": True, "no": False})


def why(interview: Interview, prompt: Prompt) -> Iterator[str]:
    """Yield why a question is asked: on what it bears, and what each reply would settle."""
    if prompt.about:
        yield prompt.about
    if beside(prompt):
        yield offences()
    yield _how_written(prompt)
    if prompt.required:
        yield "The file cannot be read without it."
    if prompt.bears_on:
        yield f"It bears on: {', '.join(few(prompt.bears_on))}."
    for reply, names in _would_settle(interview, prompt).items():
        yield f"{reply} settles: {', '.join(names) or 'nothing alone'}."


def _how_written(prompt: Prompt) -> str:
    """Return how an answer is given: of what has parts, by which; of the words of a letter the file is not told."""
    parts = [called(part) for part in asked_parts(prompt)] if prompt.parts else []
    how = f"You are asked for: {', '.join(parts)}." if parts else f"It is written as {prompt.form}."
    return how if is_letter(prompt.path) else f"{how} Its place in the file: {escaped(prompt.path)}."


def choices_settle(interview: Interview, prompt: Prompt) -> Mapping[str, str]:
    """Return for each option of a reading what it would settle, and how; of other choices nothing is told."""
    if prompt.asked_of is not Role.INTERPRETER:
        return {}
    return {name: ", ".join(names) for name, names in _would_settle(interview, prompt, most=1).items() if names}


def _would_settle(interview: Interview, prompt: Prompt, *, most: int = MOST_NAMED) -> Mapping[str, list[str]]:
    """Return for each reply which answers it would settle, and what they would be."""
    if is_letter(prompt.path):
        return {}
    found: dict[str, list[str]] = {}
    for reply, names in interview.settles(prompt.path).items():
        value = _TRUTHS[reply] if prompt.kind is ValueKind.YES_NO else reply
        found[reply] = _told_of(interview.answer(prompt.path, value), names, most)
    return found


def news(before: Interview, after: Interview) -> Iterator[str]:
    """Yield what an answer has settled, what it has opened again, what is lacking, and what is not needed any more."""
    was, now = before.progress, after.progress
    settled = [name for name in now.settled if name not in was.settled] if before.case is not None else []
    opened = [name for name in was.settled if name not in now.settled and name in (*now.waiting, *now.left_open)]
    missing = [words for words in _told_to_lack(after) if words not in _told_to_lack(before)]
    idle = [path for path in after.not_needed if path not in before.not_needed]
    if settled:
        yield f"Settled: {', '.join(_told_of(after, settled))}."
    if missing:
        yield f"The request lacks {'; '.join(map(escaped, missing))}."
    if opened:
        yield f"Open again: {', '.join(few(opened))}."
    if idle:
        yield f"Not needed as things stand, and kept: {', '.join(facts(idle))}."


def conclusion(interview: Interview) -> Iterator[str]:
    """Yield how far the interview is."""
    progress = interview.progress
    told = _told_of(interview, progress.settled)
    is_all = len(progress.settled) == progress.total
    settled = "All is settled" if is_all else f"{len(progress.settled)} of {progress.total} answers are settled"
    yield f"{settled}{': ' if told else ''}{', '.join(told)}."
    idle = interview.not_needed
    for title, names in (
        ("Nobody knows what would settle", few(progress.left_open)),
        ("Not asked yet", few(progress.waiting)),
        ("Not needed as things stand, and kept", facts(idle) if len(idle) <= MOST_NAMED else []),
    ):
        if names:
            yield f"{title}: {', '.join(names)}."
    lacking = [escaped(one.words) for one in interview.questions if one.required]
    if lacking:
        yield f"Still to be told, before anything can be answered: {'; '.join(lacking)}."


def lacks(interview: Interview) -> tuple[str, ...]:
    """Return the particulars for want of which what is wanted is settled NO; none where nothing is."""
    report = interview.report
    if not isinstance(report, Report):
        return ()
    settled = interview.progress.settled
    missing = (words for name, words in particulars_missing(report) if name in settled)
    return tuple(dict.fromkeys(missing))


def _told_to_lack(interview: Interview) -> list[str]:
    """Return the particulars of which it was told that they are not there; what was not asked yet is none of them."""
    report = interview.report
    if not isinstance(report, Report):
        return []
    return [words for _, words in particulars_missing(report, CaseFile(interview.text).findings)]


def asked_again(command: str) -> tuple[str, str]:
    """Return how to be asked again, line by line."""
    return (
        'To be asked again for what is "not known"; `change` there asks for any other answer:',
        f"  {escaped(command)}",
    )


def _told_of(interview: Interview, names: Sequence[str], most: int = MOST_NAMED) -> list[str]:
    """Return some answers with what they are, first what is so; of many, how many others there are."""
    nodes = _nodes(interview)
    so = {name for name, node in nodes.items() if node.is_yes}
    return few([_with_truth(nodes, name) for name in sorted(names, key=lambda one: one not in so)], most)


def _with_truth(nodes: Mapping[str, Node], name: str) -> str:
    node = nodes.get(name)
    return name if node is None or node.is_unknown else f"{name} {node.truth.name}"


def _nodes(interview: Interview) -> Mapping[str, Node]:
    report = interview.report
    return {} if report is None else dict(report.named)
