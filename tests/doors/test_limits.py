"""What is too long is refused: no name, text or list is longer than people need."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from uncc.doors.serial import read_case
from uncc.kernel.errors import DocumentError
from uncc.kernel.values import MOST_NAME, MOST_TEXT

EXAMPLES = Path(__file__).parents[2] / "examples"


def example(name: str) -> Any:
    """Return an example as plain data."""
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def test_what_is_too_long_is_refused_in_its_place() -> None:
    """The error of a limit names the place, what was given and the most that can be."""
    law, request = example("statute_drovia"), example("hospital_ransomware")
    offence = law["offences"][0]
    variation = {"words": "w", "kind": "exclude"}
    for made, told in (
        ({**law, "title": "x" * 501}, f"title: .* is not a text of at most {MOST_NAME} characters: it has 501"),
        ({**law, "state": {"name": "x" * 501}}, r"state\.name: .* at most 500 characters: it has 501"),
        (
            {**law, "offences": [{**offence, "title": str(n)} for n in range(251)]},
            "offences: 251 is not",
        ),
        (
            {**law, "offences": [{**offence, "variations": [variation] * 51}]},
            r"variations: 51 is not at",
        ),
        (
            {**request, "request": {**request["request"], "urgency": "x" * (MOST_TEXT + 1)}},
            r"request\.urgency: .* at most 100000 characters: it has 100001",
        ),
    ):
        with pytest.raises(DocumentError, match=told):
            read_case(json.dumps(made))
