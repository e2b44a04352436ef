"""No question is asked that cannot change an answer: for each there are two files that differ by its reply alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.doors.interviewed import MOST, begun, replied, reply
from tests.effort import of, share
from uncc.cases import CaseKind
from uncc.doors.interview import Interview
from uncc.doors.open_points import CaseFile
from uncc.doors.prompts import Prompt, ValueKind
from uncc.kernel.errors import DocumentError, TooLargeError
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.roles import Role
from uncc.questions.exploration import explore

EXAMPLES = Path(__file__).parents[2] / "examples"
LOTS = 10
"""How many lots are drawn from each start in the full run."""
TOLD: dict[ValueKind, tuple[Any, Any]] = {
    ValueKind.YES_NO: (False, True),
    ValueKind.TEXT: (None, "words"),
    ValueKind.OBJECT: (None, {}),
}
"""What to write where a circumstance of a case is not so, and where it is: of an object its parts."""


def by_two_files(interview: Interview, prompt: Prompt) -> bool | None:
    """Return whether a reply turns an answer in some completion of the others; `None` where that is not tried here.

    The completion is found by `explore`, written into the file by the paths, and the report on it is drawn up anew.
    """
    question = CaseFile(interview.text).open_points[prompt.path].question
    tried = False
    for name in prompt.bears_on:
        node = CaseFile(interview.text).findings.get(name)
        if not isinstance(node, Finding):
            continue
        # a reply that alone settles the answer is none too many, even where the file then excludes the other reply
        alone = [truth(told(interview, prompt.path, prompt.kind, value=value), name) for value in (False, True)]
        if any(one not in (None, Truth.UNKNOWN) for one in alone) and truth(interview, name) is Truth.UNKNOWN:
            return True
        for base in completions(interview, node, question):
            truths = [truth(told(base, prompt.path, prompt.kind, value=value), name) for value in (False, True)]
            tried |= None not in truths
            if None not in truths and truths[0] != truths[1]:
                return True
    return False if tried else None


def completions(interview: Interview, node: Finding, question: Question) -> Iterator[Interview | None]:
    """Yield files in which all other questions of a finding are answered so that this one turns the answer."""
    try:
        found = explore(node)
    except TooLargeError:
        return
    where = {point.question: path for path, point in CaseFile(interview.text).open_points.items()}
    others = [one for one in found.questions if one != question]
    kinds = {one: interview.question(where[one]).kind for one in others if one in where}
    facts = all(kinds.get(one) in TOLD or one.asked_of is Role.INTERPRETER for one in others)
    if len(found.questions) > 12 or question not in found.questions or not facts:
        return
    rows = [*found.rows()]
    names = [name for name in rows[0] if name != "answer"]
    own = names[found.questions.index(question)]
    seen: dict[tuple[Any, ...], Any] = {}
    for row in rows:
        key = tuple(row[name] for name in names if name != own)
        if seen.setdefault(key, row["answer"]) != row["answer"]:
            after: Interview | None = interview
            for one, name in zip(found.questions, names, strict=True):
                if one != question:
                    after = told(after, where[one], kinds.get(one), value=row[name])
            yield after


def told(interview: Interview | None, path: str, kind: ValueKind | None, *, value: Any) -> Interview | None:
    """Return the interview with what a completion says; `None` where the file refuses it."""
    if interview is None:
        return None
    plain = TOLD[kind][value] if kind in TOLD else value
    try:
        if plain == {}:
            plain = reply(interview.question(path), Random(0))
        return interview.answer(path, plain)
    except DocumentError:
        return None


def truth(interview: Interview | None, name: str) -> Any:
    """Return the answer of a report by its name."""
    return None if interview is None or interview.report is None else dict(interview.report.named)[name].truth


def idle(interview: Interview, lot: Random) -> tuple[list[str], int]:
    """Return what was asked in an interview by lot and turned nothing, and how many questions were tried."""
    found, tried = list[str](), 0
    for _ in range(MOST):
        prompt = interview.next
        if prompt is None:
            break
        turns = by_two_files(interview, prompt) if prompt.kind in TOLD else None
        tried += turns is not None
        found += [prompt.path] if turns is False else []
        interview = replied(interview, prompt, lot)
    return found, tried


@pytest.mark.long
def test_no_question_of_an_interview_is_idle() -> None:
    """From a request for extradition of which nothing is known: each question that is asked can turn an answer."""
    found, tried = idle(begun(CaseKind.EXTRADITION), Random(1))
    assert found == []
    assert tried >= 8


@pytest.mark.long
@pytest.mark.parametrize("kind", CaseKind)
def test_no_question_is_idle(kind: CaseKind) -> None:
    """From nothing, and from every example, by several lots."""
    starts = of([begun(kind), *(Interview.of(path.read_text(encoding="utf-8")) for path in _examples(kind))])
    results = [idle(start, Random(seed)) for start in starts for seed in range(share(LOTS))]
    assert [one for found, _ in results for one in found] == []


def _examples(kind: CaseKind) -> Iterator[Path]:
    for path in sorted(EXAMPLES.glob("*.json")):
        if json.loads(path.read_text(encoding="utf-8")).get("case") == kind.value:
            yield path
