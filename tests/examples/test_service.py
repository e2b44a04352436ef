"""The service of the examples, started as a program and called over loopback."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, NamedTuple, cast
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

import pytest
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

from uncc.cases import assess
from uncc.cli.schema import documents
from uncc.doors.parsing import MOST_BYTES
from uncc.doors.schema import schema
from uncc.doors.serial import load_case, to_json

CHECKOUT = Path(__file__).resolve().parents[2]
SERVICE = CHECKOUT / "examples" / "service"
CASES = sorted(path for path in (CHECKOUT / "examples").glob("*.json") if not path.name.startswith("review_"))
RUNNING = re.compile(r"running on http://127\.0\.0\.1:(\d+)")
PATIENCE = 60

pytestmark = pytest.mark.skipif(
    not (find_spec("fastapi") and find_spec("uvicorn") and hasattr(os, "fork")),
    reason="needs examples/service/requirements.txt and a system that forks",
)


def loading() -> Any:
    """Return the load test of the example as a module."""
    spec = spec_from_file_location("load", SERVICE / "load.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules["load"] = module_from_spec(spec)  # dataclasses look for their module
    spec.loader.exec_module(module)
    return module


class Running(NamedTuple):
    """A service that runs."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path


@contextmanager
def started(log: Path, settings: Mapping[str, str]) -> Generator[Running]:
    """Start the service on a free port; in the end its log has no traceback and no text of a case."""
    command = [
        sys.executable,
        "-m",
        "uvicorn",
        "app:app",
        "--app-dir",
        str(SERVICE),
        "--port",
        "0",
        "--timeout-graceful-shutdown",
        "5",
    ]
    with (
        log.open("wb") as said,
        subprocess.Popen(command, stdout=said, stderr=said, env={**os.environ, **settings}) as process,
    ):
        try:
            while (found := RUNNING.search(log.read_text(encoding="utf-8"))) is None:
                assert process.poll() is None, log.read_text(encoding="utf-8")
                time.sleep(0.05)
            yield Running(process, int(found[1]), log)
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)
    told = log.read_text(encoding="utf-8")
    assert not re.search("Traceback|Zubrowka|Astoria|ERROR", told), told


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Start the service as it comes."""
    with started(tmp_path_factory.mktemp("service") / "log", {}) as running:
        yield running


@pytest.fixture(scope="module")
def tight(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Start the service with limits that are soon reached: one slow request at once, and none that waits for it."""
    settings = {
        "UNCC_SECONDS": "1.5",
        "UNCC_SECONDS_TO_SEND": "0.5",
        "UNCC_SECONDS_TO_TAKE": "1",
        "UNCC_MEMORY": "140_000_000",
        "UNCC_MOST_ANSWER": "500_000",
        "UNCC_AT_ONCE": "1",
        "UNCC_WAITING": "0",
    }
    with started(tmp_path_factory.mktemp("tight") / "log", settings) as running:
        yield running


def call(service: Running, path: str, content: bytes | Iterator[bytes] | None = None) -> tuple[int, Any]:
    """Return the status and the JSON of what the service answers; an iterator is sent without a length."""
    address = f"http://127.0.0.1:{service.port}{path}"
    request = Request(address, data=content, headers={"Content-Type": "application/json"})
    try:
        with build_opener(ProxyHandler({})).open(request, timeout=PATIENCE) as answer:
            return answer.status, json.load(answer)
    except HTTPError as error:
        with error:
            kind = error.headers["Content-Type"]
            return error.code, json.load(error) if kind == "application/problem+json" else kind


def problem(service: Running, content: bytes | Iterator[bytes]) -> tuple[int, str]:
    """Return the status and the name of the problem that a document has."""
    status, answer = call(service, "/assess", content)
    assert answer["status"] == status
    return status, answer["type"].removeprefix("/problems/")


def test_every_example_gets_its_report(service: Running) -> None:
    """A case that is posted comes back as the very report that the library gives."""
    for path in CASES:
        status, report = call(service, "/assess", path.read_bytes())
        assert (status, report) == (200, json.loads(to_json(assess(load_case(path)))))


def test_a_faulty_document_gets_its_faults(service: Running) -> None:
    """A document that cannot be read is answered with every fault and its place, and the service goes on."""
    for content, path, message in (
        (b"{}", "case", "is missing; it says of which kind the case is"),
        (b'{"case": "preservation"}', "as_of", "is missing"),
        (b"[" * 1000, "line 1", "is nested more than 192 deep"),
        (b"\xff", "document", "is not UTF-8: byte 0"),
        (b"", "line 1, column 1", "is not JSON"),
    ):
        status, answer = call(service, "/assess", content)
        assert (status, answer["type"]) == (422, "/problems/document-has-faults")
        assert answer["faults"][0]["path"] == path
        assert answer["faults"][0]["message"].startswith(message)
    assert len(call(service, "/assess", b'{"case": "preservation"}')[1]["faults"]) == 4


def test_a_body_that_is_too_long(service: Running) -> None:
    """A body over the limit is refused by name, whether it tells its length or not, and by how much it is over."""
    for content in (b" " * (MOST_BYTES + 1), (b" " * 100_000 for _ in range(41)), (b" " * 500_000 for _ in range(30))):
        assert problem(service, content) == (413, "body-too-long")


def test_the_schemas(service: Running) -> None:
    """Each kind of document has its schema under its name; another name is not found."""
    for kind, model in documents().items():
        assert call(service, f"/schemas/{kind}") == (200, schema(model))
    assert call(service, "/schemas/expulsion")[0] == 404


def test_the_openapi_document(service: Running) -> None:
    """The OpenAPI document names the schemas of the library, by which a case that is posted is valid."""
    status, found = call(service, "/openapi.json")
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
    assert set(answers) == {"200", "408", "413", "422", "429", "500", "503"}
    assert call(service, "/docs.json")[0] == 404


def references(node: Any, root: Any) -> Iterator[tuple[str, Any]]:
    """Yield each reference below a node, with the schema or the document that it leads into."""
    found: Any
    if isinstance(node, dict):
        within: dict[str, Any] = node  # pyright: ignore[reportUnknownVariableType]  # JSON
        if "$id" in within:
            root = within
        if isinstance(within.get("$ref"), str):
            yield within["$ref"], root
        for found in within.values():
            yield from references(found, root)
    elif isinstance(node, list):
        for found in node:  # pyright: ignore[reportUnknownVariableType]  # JSON
            yield from references(found, root)


def test_every_reference_of_the_openapi_document_resolves(service: Running) -> None:
    """Each reference leads to something, and each problem that is answered is one of those that are declared."""
    _, found = call(service, "/openapi.json")
    places = list(references(found, found))
    assert len({place for place, _ in places}) > 100
    for place, root in places:
        for step in place.removeprefix("#/").split("/"):
            root = root[step]  # noqa: PLW2901  # one step further
    judge = cast("Validator", Draft202012Validator(found["components"]["schemas"]["problem"]))
    for content in (b"{}", b" " * (MOST_BYTES + 1)):
        assert judge.is_valid(call(service, "/assess", content)[1])
    for name in found["components"]["schemas"]["problem"]["properties"]["type"]["enum"]:
        with build_opener(ProxyHandler({})).open(f"http://127.0.0.1:{service.port}{name}", timeout=PATIENCE) as answer:
            assert answer.read()


# Limits


def workers(service: Running) -> int:
    """Return how many workers there are: what the template has forked and not yet buried."""
    return len(loading().family(service.process.pid)) - 2


def no_workers(service: Running) -> None:
    """Wait until no worker is left."""
    end = time.monotonic() + PATIENCE
    while workers(service):
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.long
def test_each_request_has_its_limits(tight: Running) -> None:
    """Time, memory, the length of an answer and the number of those who wait are bounded, each by its name."""
    load = loading()
    heavy, light = load.law(250, 8, 1), json.dumps(load.LIGHT).encode()
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(problem, tight, heavy)
        while not workers(tight):
            time.sleep(0.02)
        assert problem(tight, heavy) == (429, "too-many-waiting")
        assert call(tight, "/assess", light)[0] == 200
        assert first.result() == (503, "over-time")
    lists = b'{"case": "preservation", "as_of": [%s[]]}' % (b"[]," * 1_300_000)
    assert problem(tight, lists) == (503, "over-memory")
    assert problem(tight, (CHECKOUT / "examples" / "statute_borduria.json").read_bytes()) == (503, "answer-too-long")
    assert call(tight, "/assess", light)[0] == 200
    no_workers(tight)


@pytest.mark.long
def test_who_is_slow_and_who_leaves(tight: Running) -> None:
    """A slow body is ended by name, and who leaves frees the worker, before the body is whole and after."""
    load = loading()
    with socket.create_connection(("127.0.0.1", tight.port), timeout=PATIENCE) as slow:
        slow.sendall(load.HEAD + b"Content-Length: 100\r\n\r\n ")
        assert b" 408 " in slow.recv(1000).partition(b"\r\n")[0]
    heavy = load.law(250, 8, 1)
    for sent in (len(heavy) // 2, len(heavy)):
        with socket.create_connection(("127.0.0.1", tight.port), timeout=PATIENCE) as leaving:
            leaving.sendall(load.HEAD + b"Content-Length: %d\r\n\r\n" % len(heavy) + heavy[:sent])
            while sent == len(heavy) and not workers(tight):
                time.sleep(0.02)
        left = time.monotonic()
        no_workers(tight)
        assert time.monotonic() - left < 3  # it would have worked for longer


@pytest.mark.long
def test_a_template_that_has_died_is_replaced(tight: Running) -> None:
    """After the template has been killed, the next request is answered all the same."""
    [_, template] = loading().family(tight.process.pid)
    os.kill(template, signal.SIGKILL)
    assert call(tight, "/assess", json.dumps(loading().LIGHT).encode())[0] == 200
    assert template not in loading().family(tight.process.pid)


@pytest.mark.long
def test_a_load_of_good_and_bad_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under load each kind of request gets what it should, light ones soon; memory, processes and log are as before."""
    for name, value in (("SECONDS_TO_SEND", "1"), ("WAITING", "1"), ("SECONDS", "10")):
        monkeypatch.setenv(f"UNCC_{name}", value)
    command = [sys.executable, str(SERVICE / "load.py"), "--seconds", "3", "--json"]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE * 4).stdout)
    kinds = found["kinds"]
    assert set(kinds["light"]["statuses"]) == {"200"}
    assert 5 * kinds["light"]["median"] < kinds["large"]["longest"]  # README.md tells milliseconds
    assert set(kinds["large"]["statuses"]) <= {"200", "429", "503"}
    assert set(kinds["faulty"]["statuses"]) == {"422"}
    assert set(kinds["slow"]["statuses"]) == {"408"}
    assert set(kinds["too long"]["statuses"]) == {"413"}
    assert found["memory"]["after"] < found["memory"]["before"] + 50
    assert found["processes"] == 2
    assert found["log"]["tracebacks"] == found["log"]["text of a case"] == 0


def test_the_error_of_a_worker_is_logged_without_its_text(tmp_path: Path) -> None:
    """Where the work fails, the client is told that it is our fault, and the log tells the kind and the place only."""
    (tmp_path / "failing.py").write_text(
        "from workers import serve\n\ndef work(content):\n    raise ValueError(content)\n\nserve(work)\n",
        encoding="utf-8",
    )
    asking = """
import asyncio, sys
from pathlib import Path
from workers import Lane, Workers

async def main():
    lane = Lane(1, 0, 20, 10**9, 100)
    async with Workers(Path(sys.argv[1]), quick=lane, slow=lane, quick_bytes=100) as workers:
        print((await workers.ask(b"Zubrowka"))[0])

asyncio.run(main())
"""
    command = [sys.executable, "-c", asking, str(tmp_path / "failing.py")]
    environment = {**os.environ, "PYTHONPATH": str(SERVICE)}
    found = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, timeout=PATIENCE)
    assert found.stdout == "500\n"
    assert re.fullmatch(r"worker: ValueError at \S+failing\.py:4\n", found.stderr)
