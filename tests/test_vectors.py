"""The vectors: the scenarios as another implementation gets them, with their schemas and their page."""

from __future__ import annotations

import importlib.util
import json
from copy import deepcopy
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

CHECKOUT = Path(__file__).resolve().parents[1]
SCRIPT = CHECKOUT / "docs" / "vectors.py"
SCHEMA = CHECKOUT / "docs" / "vectors" / "scenarios.schema.json"
FILES = sorted((CHECKOUT / "tests" / "scenarios").glob("*.json"))


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Return the script that writes the page, as a module."""
    spec = importlib.util.spec_from_file_location("vectors", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def valid() -> Validator:
    """Return what tells whether a file of scenarios is valid."""
    found = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


def read(path: Path) -> Any:
    """Return a file of scenarios as plain data."""
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_page_is_up_to_date(script: ModuleType) -> None:
    """The page has the figures of the scenarios as they are now; where not, run `python docs/vectors.py`."""
    assert script.PAGE.read_text(encoding="utf-8") == script.page(), "run: python docs/vectors.py"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_is_valid(valid: Validator, path: Path) -> None:
    """Every file of scenarios is what the schema says."""
    assert [error.message for error in valid.iter_errors(read(path))] == []


@pytest.mark.long
def test_the_facts_are_valid(script: ModuleType) -> None:
    """The facts of every scenario are what the schema of its question says, and a fact of no question is not."""
    asked: dict[str, Validator] = {name: Draft202012Validator(found) for name, found in script.questions().items()}
    scenarios = [scenario for found in script.documents().values() for scenario in found]
    assert len(scenarios) > 600
    for scenario in scenarios:
        valid = asked[scenario["question"]]
        assert [error.message for error in valid.iter_errors(scenario["facts"])] == [], scenario["id"]
        assert not valid.is_valid({**scenario["facts"], "no such fact": True})


FAULTS: list[tuple[str, Any]] = [
    ("id", None),
    ("provision", "somewhere"),
    ("narrative", " "),
    ("question", "os.system"),
    ("facts", []),
    ("expected", {}),
    ("expected", {"answer": "maybe"}),
    ("expected", {"answer": "yes", "value": 1}),
    ("expected", {"answer": "yes", "reason": ["Art. 42(6)"]}),
    ("expected", {"answer": "yes", "reasons": ["42(6)"]}),
    ("expected", {"answer": "yes", "open": "nothing"}),
    ("expected", {"answer": "yes", "dates": {"on": "tomorrow"}}),
    ("expected", {"answer": "yes", "dates": {"of": "2027-05-09"}}),
    ("expected", {"answer": "yes", "amounts": {"amount": "1200 EUR"}}),
]


@pytest.mark.parametrize(("key", "value"), FAULTS, ids=[f"{key}-{n}" for n, (key, _) in enumerate(FAULTS)])
def test_a_faulty_scenario_is_not_valid(valid: Validator, key: str, value: Any) -> None:
    """One fault makes a file invalid."""
    document = deepcopy(read(FILES[0]))
    assert valid.is_valid(document)
    document["scenarios"][0][key] = value
    assert not valid.is_valid(document)
    del document["scenarios"][0][key]
    assert not valid.is_valid(document)


@pytest.mark.long
def test_the_command_prints_the_schemas(script: ModuleType) -> None:
    """Each question has a schema of its own, in the words of its documentation."""
    found = script.questions()["uncc.cooperation.must_inform_of_outlook"]
    assert found["required"] == ["outlook"]
    assert found["description"]
    assert found["$defs"]["Outlook"]["properties"]["will_not_secure_data"]["description"].endswith(
        ". Art. 42(7). Ask: requested State"
    )
