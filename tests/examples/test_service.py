"""The service of the examples, started as a program and called over loopback."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

import pytest
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

from uncc.cases import assess
from uncc.cli.schema import documents
from uncc.doors.schema import schema
from uncc.doors.serial import MOST_BYTES, load_case, to_json

CHECKOUT = Path(__file__).resolve().parents[2]
CASES = sorted(path for path in (CHECKOUT / "examples").glob("*.json") if not path.name.startswith("review_"))
RUNNING = re.compile(r"running on (http://127\.0\.0\.1:\d+)")

pytestmark = pytest.mark.skipif(
    not (find_spec("fastapi") and find_spec("uvicorn")), reason="needs examples/service/requirements.txt"
)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Start the service on a free port and yield its address."""
    command = [sys.executable, "-m", "uvicorn", "app:app", "--app-dir", str(CHECKOUT / "examples" / "service")]
    with subprocess.Popen([*command, "--port", "0"], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said: list[str] = []
        try:
            for line in process.stderr:
                said.append(line)
                if found := RUNNING.search(line):
                    break
            else:
                pytest.fail("".join(said))
            yield found[1]
        finally:
            process.terminate()
            process.communicate(timeout=30)


def call(address: str, path: str, content: bytes | None = None) -> tuple[int, Any]:
    """Return the status and the JSON of what the service answers."""
    request = Request(f"{address}{path}", data=content, headers={"Content-Type": "application/json"})
    try:
        with build_opener(ProxyHandler({})).open(request, timeout=60) as answer:
            return answer.status, json.load(answer)
    except HTTPError as error:
        with error:
            return error.code, json.load(error)


def test_every_example_gets_its_report(address: str) -> None:
    """A case that is posted comes back as the very report that the library gives."""
    for path in CASES:
        status, report = call(address, "/assess", path.read_bytes())
        assert (status, report) == (200, json.loads(to_json(assess(load_case(path)))))


@pytest.mark.parametrize(
    ("content", "path", "message"),
    [
        (b"{}", "case", "is missing; it says of which kind the case is"),
        (b'{"case": "preservation"}', "as_of", "is missing"),
        (b"[" * 1000, "line 1", "is nested more than 192 deep"),
        (b"\xff", "document", "is not UTF-8: byte 0"),
        (b" " * (MOST_BYTES + 1), "document", "is longer than"),
        (b"", "line 1, column 1", "is not JSON"),
    ],
    ids=["empty", "bare", "deep", "bytes", "long", "nothing"],
)
def test_a_faulty_document_gets_its_faults(address: str, content: bytes, path: str, message: str) -> None:
    """A document that cannot be read is answered with every fault and its place, and the service goes on."""
    status, answer = call(address, "/assess", content)
    assert status == 422
    assert answer["faults"][0]["path"] == path
    assert answer["faults"][0]["message"].startswith(message)


def test_the_schemas(address: str) -> None:
    """Each kind of document has its schema under its name; another name is not found."""
    for kind, model in documents().items():
        assert call(address, f"/schemas/{kind}") == (200, schema(model))
    assert call(address, "/schemas/expulsion")[0] == 404


def test_the_openapi_document(address: str) -> None:
    """The OpenAPI document names the schemas of the library, by which a case that is posted is valid."""
    status, found = call(address, "/openapi.json")
    assert (status, found["openapi"][:3]) == (200, "3.1")
    body = found["paths"]["/assess"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    named = [one["$ref"].removeprefix("#/components/schemas/") for one in body["oneOf"]]
    for path in CASES:
        case = json.loads(path.read_text(encoding="utf-8"))
        judges: dict[str, Validator] = {
            name: Draft202012Validator({"$ref": f"#/components/schemas/{name}", "components": found["components"]})
            for name in named
        }
        valid = [name for name, judge in judges.items() if judge.is_valid(case)]
        assert valid == [documents()[case["case"]].__name__]
    answers = found["paths"]["/assess"]["post"]["responses"]
    assert set(answers) == {"200", "422"}
    assert call(address, "/docs.json")[0] == 404
