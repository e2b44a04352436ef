"""A request in JSON, in and out: the library beside code written by hand, pydantic 2, and cattrs as it comes.

The request is that of `examples/hospital_ransomware.json`. Both ways are measured twice: as plain data, which is the
work of the classes alone, and as text. What each does not do:

- by hand: unknown keys pass, leaves are checked only by the classes' own validators, no error has a path;
- pydantic 2: models of its own with no validators of the subject; unknown keys refused, faults with their path, leaves
  converted rather than refused;
- cattrs: unknown keys refused, faults with their path, leaves converted rather than refused;
- `uncc`: unknown and repeated keys refused, depth limited, leaves strict, every fault with its path.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks import handwritten, plain_cattrs
from benchmarks.clock import Contender, Spread, ratios, rounds
from benchmarks.measures import Effort, Measure, Subject, WrongAnswerError, installed
from uncc import PreservationCase, PreservationRequest, load_case, to_json
from uncc.doors.serial import from_data, from_json

__all__ = ["measure_documents"]

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "hospital_ransomware.json"
HAND = "by hand (the yardstick)"
CATTRS = "cattrs"


def measure_documents(effort: Effort) -> Iterator[Measure]:
    """Measure a request read and written."""
    request = load_case(EXAMPLE, PreservationCase).request
    text = to_json(request)
    data = json.loads(text)
    _same(request, data, text)
    pydantic = import_module("benchmarks.peers.pydantic_peer") if installed("pydantic") else None

    def run(function: Callable[[Any], object], value: object) -> Callable[[], object]:
        return lambda: function(value)

    reading_data = {
        HAND: run(handwritten.structure, data),
        "uncc": run(lambda found: from_data(found, PreservationRequest), data),
        CATTRS: run(plain_cattrs.structure, data),
    }
    reading_text = {
        HAND: run(handwritten.read, text),
        "uncc": run(lambda found: from_json(found, PreservationRequest), text),
        CATTRS: run(plain_cattrs.read, text),
    }
    writing_data = {
        HAND: run(handwritten.unstructure, request),
        CATTRS: run(plain_cattrs.unstructure, request),
    }
    writing_text = {
        HAND: run(handwritten.write, request),
        "uncc": run(lambda value: to_json(value, indent=None), request),
        "uncc, indented": run(to_json, request),
        CATTRS: run(plain_cattrs.write, request),
        "by hand, indented": run(lambda value: handwritten.write(value, 2), request),
        "cattrs, indented": run(lambda value: plain_cattrs.write(value, 2), request),
    }
    if pydantic is not None:
        model = pydantic.structure(data)
        reading_data["pydantic 2"] = run(pydantic.structure, data)
        reading_text["pydantic 2"] = run(pydantic.read, text)
        writing_data["pydantic 2"] = run(pydantic.unstructure, model)
        writing_text["pydantic 2"] = run(pydantic.write, model)
    yield from _measures(Subject.READING, "plain data", reading_data, effort)
    yield from _measures(Subject.READING, "text", reading_text, effort)
    yield from _measures(Subject.WRITING, "plain data", writing_data, effort)
    yield from _measures(Subject.WRITING, "text", writing_text, effort)


def _same(request: PreservationRequest, data: Any, text: str) -> None:
    """See that all read the same request and write the same text."""
    peers: list[Any] = [import_module("benchmarks.peers.pydantic_peer")] if installed("pydantic") else []
    for one in (handwritten, plain_cattrs, *peers):
        read: Any = one.read(text)
        same = read == one.structure(data) and one.unstructure(read) == data and one.write(read, 2) == text
        if not same or (one not in peers and read != request):
            raise WrongAnswerError(f"{one.__name__} does not read or write the request as the library does")


def _measures(subject: Subject, form: str, runs: dict[str, Callable[[], object]], effort: Effort) -> Iterator[Measure]:
    contenders = [Contender(name, run) for name, run in runs.items()]
    found: dict[str, Spread] = ratios(
        list(rounds(contenders, count=effort.rounds, slice_seconds=effort.slice_seconds)), HAND
    )
    for name, spread in found.items():
        target = found[CATTRS].median if name == "uncc" else None
        yield Measure(subject=subject, who=f"{form}: {name}", spread=spread, target=target)
