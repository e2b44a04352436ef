"""Write the page of vectors from the scenarios, or print the schemas of their questions.

Run `python docs/vectors.py` after a scenario has changed; `python docs/vectors.py --questions` prints, for every
question that a scenario asks, the JSON Schema of its facts. A test holds the page against the scenarios.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

from uncc.doors.schema import arguments

CHECKOUT = Path(__file__).resolve().parents[1]
SCENARIOS = CHECKOUT / "tests" / "scenarios"
PAGE = CHECKOUT / "docs" / "vectors" / "README.md"

HEAD = """# Vectors: scenarios for any implementation

Whoever computes the Convention in another language, or in another way, can be held to the same answers. The files in
`tests/scenarios/` are plain JSON, and [a JSON Schema](scenarios.schema.json) says what stands
in them. They are the very files that the tests of this library run.

A scenario has an `id`, the `provision` that decides, a `narrative` for a human reader, a `question`, the `facts` that
are known, and what is `expected`.

1. Take the `question`: the name of a function of this library, which
   [the catalogue and the traceability page](../traceability.md) tie to its provisions.
2. Give it the `facts`, by name. `python docs/vectors.py --questions` prints the JSON Schema of the facts of every
   question, with the words of each fact and its provisions. What is absent or `null` is not known, and is never "no".
3. Compare the answer with `expected`:
   - `answer` is `yes`, `no` or `unknown`, and must be the same. `unknown` is right only where a fact that is not known,
     or a reading that is open, could change the answer.
   - `reasons` are provisions that must be among those on which the answer rests. More may be cited.
   - `open` names every fact and reading that can still change the answer, and no other, in the order of the text. An
     implementation without names of its own compares how many there are.
   - `dates` and `amounts` are days and amounts, `null` where none is set or determined.
   - `value` stands alone: the whole answer where it is no matter of yes and no.

An implementation conforms to a file when every scenario in it comes out so. Where a scenario does not name a reading in
its facts, the readings that [the register](../concepts.md) adopts hold. All States, persons and companies are invented.

Where each duty stands is in a file of its own, [every_duty.json](../../tests/standings/every_duty.json): its id, a
`question` and `facts` as here, and for a day (`on`) and a `record` its `status` and whether it is `broken`.

"""


def documents() -> dict[str, list[dict[str, Any]]]:
    """Return the scenarios of each file, by its name."""
    paths = sorted(SCENARIOS.glob("*.json"))
    return {path.name: json.loads(path.read_text(encoding="utf-8"))["scenarios"] for path in paths}


def page() -> str:
    """Return the page."""
    rows = [(name, found) for name, found in documents().items()]
    everything = [scenario for _, found in rows for scenario in found]
    asked = len({scenario["question"] for scenario in everything})
    lines = [
        f"There are {len(everything)} scenarios in {len(rows)} files, and they ask {asked} questions.",
        "",
        "| file | scenarios | yes | no | unknown | a value |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    lines += [_row(f"[{name}](../../tests/scenarios/{name})", found) for name, found in rows]
    return HEAD + "\n".join([*lines, _row("all", everything)]) + "\n"


def _row(name: str, found: list[dict[str, Any]]) -> str:
    answers = Counter(scenario["expected"].get("answer", "value") for scenario in found)
    figures = (len(found), *(answers[kind] for kind in ("yes", "no", "unknown", "value")))
    return f"| {name} | {' | '.join(str(figure) for figure in figures)} |"


def questions() -> dict[str, Any]:
    """Return the JSON Schema of the facts of every question that a scenario asks, by its name."""
    names = sorted({scenario["question"] for found in documents().values() for scenario in found})
    return {name: _with_readings(arguments(_function(name))) for name in names}


def _with_readings(facts: dict[str, Any]) -> dict[str, Any]:
    """Return the schema with the readings on which the answer is taken."""
    chosen = {"under": {"type": "object", "additionalProperties": {"type": "string"}}}
    return {**facts, "properties": {**chosen, **facts.get("properties", {})}}


def _function(question: str) -> Any:
    module, _, name = question.rpartition(".")
    return getattr(import_module(module), name)


if __name__ == "__main__":
    if "--questions" in sys.argv[1:]:
        sys.stdout.write(json.dumps(questions(), indent=2, ensure_ascii=False) + "\n")
    else:
        PAGE.write_text(page(), encoding="utf-8")
