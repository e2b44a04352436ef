"""What the tests of the interview share: a reply to every question, and a whole interview by lot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from uncc.cases import CaseKind
from uncc.doors.interview import Interview
from uncc.doors.prompts import Prompt, ValueKind
from uncc.kernel.errors import DocumentError

STARTS: Mapping[CaseKind, Mapping[str, Any]] = {
    kind: {"as_of": "2028-06-12", "requesting.state.name": "Astoria", "requested.state.name": "Borduria"}
    for kind in CaseKind
    if kind is not CaseKind.DOMESTIC_LAW
} | {CaseKind.DOMESTIC_LAW: {"state.name": "Astoria", "title": "Penal Code"}}
"""What a file of each kind must have, but for the kind of a request for confiscation."""
MOST = 200
"""More questions than any interview asks."""


def begun(kind: CaseKind, wanted: tuple[str, ...] = ()) -> Interview:
    """Return an interview in which all is told that a file must have, and nothing else."""
    interview = Interview.of(kind, wanted)
    for path, value in STARTS[kind].items():
        interview = interview.answer(path, value)
    return interview.answer("request.kind", "enforce-order") if kind is CaseKind.CONFISCATION else interview


def reply(prompt: Prompt, lot: Random) -> Any:
    """Return a value that can answer a question."""
    if prompt.kind is ValueKind.OBJECT:
        return {lot.choice([*prompt.choices]): {}} if prompt.choices else _whole(prompt, lot)
    made: Mapping[ValueKind, Callable[[], Any]] = {
        ValueKind.YES_NO: lambda: lot.random() < 0.5,
        ValueKind.DAY: lambda: f"2028-0{lot.randint(1, 5)}-{lot.randint(10, 28)}",
        ValueKind.NUMBER: lambda: lot.randint(1, 90),
        ValueKind.AMOUNT: lambda: {"currency": "EUR", "amount": str(lot.randint(0, 900))},
        ValueKind.TEXT: lambda: f"words {lot.randrange(10**6)}",
        ValueKind.TEXTS: lambda: [f"words {lot.randrange(10**6)}"],
        ValueKind.CHOICE: lambda: lot.choice([*prompt.choices]),
        ValueKind.CHOICES: lambda: lot.sample([*prompt.choices], lot.randint(1, 2)),
        ValueKind.LIST: lambda: [_whole(prompt, lot) for _ in range(lot.randint(0, 2))],
    }
    return made[prompt.kind]()


def _whole(prompt: Prompt, lot: Random) -> dict[str, Any]:
    return {part.path: reply(part, lot) for part in prompt.parts if part.required or lot.random() < 0.2}


def replied(interview: Interview, prompt: Prompt, lot: Random) -> Interview:
    """Return the interview with an answer by lot; where the file refuses all that is tried, with "not known"."""
    for _ in range(6):
        try:
            return interview.answer(prompt.path, reply(prompt, lot))
        except DocumentError:
            continue
    return interview.answer(prompt.path, None)
