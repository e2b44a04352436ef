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
from collections.abc import Callable, Generator, Iterator, Mapping
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
PATIENCE = 300
"""Seconds after which a test gives up. None waits for them to pass, and none measures time."""
AMPLE = "600"
"""Seconds of a limit of time that is not what is tested: more than anything that a test waits for."""

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
def started(log: Path, settings: Mapping[str, str], folder: Path = SERVICE) -> Generator[Running]:
    """Start the service on a free port; in the end its log has no traceback and no text of a case."""
    command = [
        sys.executable,
        "-m",
        "uvicorn",
        "app:app",
        "--app-dir",
        str(folder),
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
    told = log.read_text(encoding="utf-8").replace(f"ERROR:    {NOT_TAKEN}", "")
    assert not re.search("Traceback|Zubrowka|Astoria|ERROR", told), told


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Start the service as it comes, but with time for every example on a machine that is busy."""
    time_for_all = {"UNCC_SECONDS": AMPLE, "UNCC_SECONDS_TO_SEND": AMPLE, "UNCC_QUICK_CPU_SECONDS": AMPLE}
    with started(tmp_path_factory.mktemp("service") / "log", time_for_all) as running:
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


# Limits. Each is tested where no other can be reached: no load of the machine changes which one it is.

ORDERED = """
import signal
from limits import Problem
from workers import serve

FAULTY = Problem("document-has-faults", 422, "", "")

def work(content):
    order = content.strip()
    while order == b"for ever" or (order == b"slowly" and signal.getitimer(signal.ITIMER_PROF)[0]):
        pass
    return 200, b" " * (30_000_000 if order == b"at length" else 0) + b"[]"

if __name__ == "__main__":
    serve(work)
"""
"""Workers that do as they are told; `slowly` is for ever in the quick lane, where seconds of computing are limited."""
FOR_EVER = b"for ever" + b" " * 40_000  # too long for the quick lane
NOT_TAKEN = "ASGI callable returned without completing response"
"""What `uvicorn` logs when a client that does not read is cut off."""


@contextmanager
def ordered(folder: Path, settings: Mapping[str, str]) -> Generator[Running]:
    """Start the service with workers that do as they are told."""
    for name in ("app.py", "limits.py", "workers.py"):
        (folder / name).symlink_to(SERVICE / name)
    (folder / "assessing.py").write_text(ORDERED, encoding="utf-8")
    with started(folder / "log", {"UNCC_SECONDS": AMPLE, **settings}, folder) as running:
        yield running


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Start a service with ample time, one slow worker, nobody who waits for it, and room for one large body."""
    settings = {"UNCC_AT_ONCE": "1", "UNCC_WAITING": "0", "UNCC_MOST_HELD": "1_000_000"}
    with ordered(tmp_path_factory.mktemp("narrow"), {"UNCC_SECONDS_TO_SEND": AMPLE, **settings}) as running:
        yield running


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def workers(service: Running) -> int:
    """Return how many workers there are: what the template has forked and not yet buried."""
    return len(loading().family(service.process.pid)) - 2


@contextmanager
def sent(service: Running, content: bytes, length: int) -> Generator[socket.socket]:
    """Send a request that tells its length, and so much of its body; hang up in the end."""
    with socket.create_connection(("127.0.0.1", service.port), timeout=PATIENCE) as client:
        client.sendall(loading().HEAD + b"Content-Length: %d\r\n\r\n" % length + content)
        yield client


DEEP = b"[" * 180 + b"]" * 180


@pytest.mark.parametrize(
    ("limit", "content", "name"),
    [
        ({"UNCC_SECONDS": "0.3"}, lambda: loading().law(250, 8, 1), "over-time"),  # works for seconds
        # 53 MB of lists
        ({"UNCC_MEMORY": "100_000_000"}, lambda: b'{"as_of": [%s[]]}' % ((DEEP + b",") * 3_000), "over-memory"),
        ({"UNCC_MOST_ANSWER": "1_000"}, lambda: json.dumps(loading().LIGHT).encode(), "answer-too-long"),
    ],
    ids=["time", "memory", "answer"],
)
def test_the_limits_of_the_work(
    tmp_path: Path, limit: Mapping[str, str], content: Callable[[], bytes], name: str
) -> None:
    """Time, memory and the length of an answer are bounded, each by its name, and the worker ends."""
    ample = {"UNCC_SECONDS": AMPLE, "UNCC_MEMORY": "8_000_000_000"}
    with started(tmp_path / "log", {**ample, **limit}) as service:
        assert problem(service, content()) == (503, name)
        until(lambda: not workers(service))


def test_who_waits_and_who_leaves(narrow: Running) -> None:
    """While endless work fills the slow lane, the next is refused and what is light is done; who leaves frees it."""
    for _ in range(2):
        with sent(narrow, FOR_EVER, len(FOR_EVER)):
            until(lambda: workers(narrow) > 0)
            assert problem(narrow, FOR_EVER) == (429, "too-many-waiting")
            assert call(narrow, "/assess", b"light") == (200, [])
        until(lambda: not workers(narrow))
    assert call(narrow, "/assess", b"slowly") == (200, [])  # ended in the quick lane, it begins anew in the slow one


def test_bodies_that_are_held(narrow: Running) -> None:
    """While a body that is not whole fills the room for bodies the next is refused; who leaves frees the room."""
    with sent(narrow, b" " * 600_000, 700_000):
        until(lambda: call(narrow, "/assess", b" " * 600_000)[0] == 429)
    until(lambda: call(narrow, "/assess", b" " * 600_000)[0] == 200)


def test_who_is_slow(tmp_path: Path) -> None:
    """A body that does not come is ended by name; who does not read the answer is cut off, and the service goes on."""
    with ordered(tmp_path, {"UNCC_SECONDS_TO_SEND": "0.5", "UNCC_SECONDS_TO_TAKE": "0.5"}) as service:
        with sent(service, b" ", 100) as slow:
            assert b" 408 " in slow.recv(1000).partition(b"\r\n")[0]
        with sent(service, b"at length", 9) as unread:
            until(lambda: NOT_TAKEN in service.log.read_text(encoding="utf-8"))
            assert sum(map(len, iter(lambda: unread.recv(1_000_000), b""))) < 30_000_000
        assert call(service, "/assess", b"light") == (200, [])


def test_a_template_that_has_died_is_replaced(narrow: Running) -> None:
    """After the template has been killed, the next request is answered all the same."""
    until(lambda: not workers(narrow))
    _, template = loading().family(narrow.process.pid)
    os.kill(template, signal.SIGKILL)
    until(lambda: template not in loading().family(narrow.process.pid))
    assert call(narrow, "/assess", b"light") == (200, [])


def test_a_load_of_good_and_bad_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under load each kind of request gets what it should, light ones soon; memory, processes, log are as before."""
    for name, value in (("SECONDS_TO_SEND", "5"), ("SECONDS", "5"), ("AT_ONCE", "1"), ("WAITING", "1")):
        monkeypatch.setenv(f"UNCC_{name}", value)
    command = [sys.executable, str(SERVICE / "load.py"), "--seconds", "3", "--json"]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE).stdout)
    kinds = found["kinds"]
    for kind, statuses in (("light", {"200"}), ("faulty", {"422"}), ("slow", {"408"}), ("too long", {"413"})):
        assert set(kinds[kind]["statuses"]) == statuses, kind
    assert {"429"} <= set(kinds["large"]["statuses"]) <= {"200", "429", "503"}
    assert 2 * kinds["light"]["median"] < kinds["large"]["longest"]  # README.md tells milliseconds
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
