"""A load test of bounded length: it starts the service on loopback, treats it well and badly, and tells the outcome.

    python load.py                # ten seconds
    python load.py --seconds 60
    UNCC_SECONDS=5 python load.py # with another limit; see README.md

It tells how many requests of each kind were sent, what was answered, how long that took (milliseconds), and what memory
all processes of the service held before, at most, and afterwards. It needs Linux, for `/proc`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
MARK = "Zubrowka"
"""A name that stands in every case that is sent, and may stand in no log."""
LIGHT = {
    "case": "preservation",
    "as_of": "2030-03-12",
    "requesting": {"state": {"name": MARK}},
    "requested": {"state": {"name": "Borduria"}},
    "request": {},
}
FAULTY = {"case": "preservation", "as_of": f"the day of {MARK}", MARK: 1}


def law(offences: int, variations: int, title: int) -> bytes:
    """Return a law of so many offences and variations, with a title of so many characters."""
    narrowed = {"words": f"but not in {MARK}", "kind": "exclude", "narrows": True, "general_principle": True}
    definition = {"illegal-access": {"intentional": True, "without_right": True}}
    offence = {"definition": definition, "variations": [narrowed] * variations}
    each = [{"title": f"Access {number}", **offence} for number in range(offences)]
    document = {"case": "domestic-law", "state": {"name": MARK}, "title": "t" * title, "offences": each}
    return json.dumps(document).encode()


@dataclass
class Kind:
    """Requests of one kind, and what came of them."""

    name: str
    statuses: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    took: list[float] = field(default_factory=list)

    def told(self) -> dict[str, Any]:
        """Return the figures; times are milliseconds."""
        took = sorted(1000 * seconds for seconds in self.took)
        ninety_fifth = took[min(len(took) - 1, int(len(took) * 0.95))] if took else None
        return {
            "requests": self.statuses.total(),
            "statuses": dict(self.statuses),
            "problems": dict(self.problems),
            "median": round(statistics.median(took), 1) if took else None,
            "ninety_fifth": round(ninety_fifth, 1) if ninety_fifth is not None else None,
            "longest": round(took[-1], 1) if took else None,
        }


class Client:
    """Sends requests to one port and keeps what came of them."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.kinds: dict[str, Kind] = {}

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
        """Open a connection, and close it at once in the end."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            yield reader, writer
        finally:
            writer.transport.abort()

    async def ask(self, name: str, send: Callable[[asyncio.StreamWriter], Awaitable[None]], patience: float) -> None:
        """Send one request, and count the status and the name of the problem."""
        kind = self.kinds.setdefault(name, Kind(name))
        start = time.perf_counter()
        status = "unanswered"
        with suppress(OSError, TimeoutError, asyncio.IncompleteReadError):
            async with asyncio.timeout(patience), self.connection() as (reader, writer):
                sending = asyncio.ensure_future(send(writer))
                try:
                    head = (await reader.readuntil(b"\r\n\r\n")).decode("ascii")
                    length = int(re.search(r"content-length: (\d+)", head)[1])  # type: ignore[index]
                    body = await reader.readexactly(length)
                finally:
                    sending.cancel()
                    with suppress(OSError, asyncio.CancelledError):
                        await sending
                status = head.split()[1]
                kind.took.append(time.perf_counter() - start)
                if "problem+json" in head:
                    kind.problems[json.loads(body)["type"].rpartition("/")[2]] += 1
        kind.statuses[status] += 1


def whole(content: bytes) -> Callable[[asyncio.StreamWriter], Awaitable[None]]:
    """Send a document as one does."""

    async def send(writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD + b"Content-Length: %d\r\n\r\n" % len(content) + content)
        await writer.drain()

    return send


def pieces(piece: bytes, number: int, pause: float) -> Callable[[asyncio.StreamWriter], Awaitable[None]]:
    """Send a body whose length is not told, piece by piece."""

    async def send(writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        for _ in range(number):
            writer.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            await writer.drain()
            await asyncio.sleep(pause)
        writer.write(b"0\r\n\r\n")

    return send


HEAD = b"POST /assess HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"


async def hang_up(client: Client, content: bytes) -> None:
    """Send a document, and leave before the answer."""
    async with client.connection() as (_, writer):
        await whole(content)(writer)
        await asyncio.sleep(0.1)
    client.kinds.setdefault("hangs up", Kind("hangs up")).statuses["unanswered"] += 1


async def load(port: int, seconds: float) -> dict[str, Kind]:
    """Send requests of all kinds for so long, and wait for the last of them."""
    client = Client(port)
    end = time.perf_counter() + seconds
    patience = seconds + 120

    async def again(pause: float, once: Callable[[], Awaitable[None]]) -> None:
        while time.perf_counter() < end:
            await once()
            await asyncio.sleep(pause)

    light, large = json.dumps(LIGHT).encode(), law(250, 10, 100)
    long_title = law(1, 50, 500)
    async with asyncio.TaskGroup() as group:
        for number, pause, once in (
            (2, 0.1, lambda: client.ask("light", whole(light), patience)),
            (1, 0.2, lambda: client.ask("faulty", whole(json.dumps(FAULTY).encode()), patience)),
            (12, 0.05, lambda: client.ask("large", whole(large), patience)),
            (1, 0.2, lambda: client.ask("large, a long title", whole(long_title), patience)),
            (1, 0.5, lambda: client.ask("too long", pieces(b" " * 500_000, 10, 0), patience)),
            (3, 0.0, lambda: client.ask("slow", pieces(b" ", 10_000, 0.1), seconds + 15)),
            (1, 0.3, lambda: hang_up(client, large)),
        ):
            for _ in range(number):
                group.create_task(again(pause, once))
    return client.kinds


# The service, and what it holds


def family(pid: int) -> list[int]:
    """Return a process and all that descend from it."""
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(path.parent.name)] = int(path.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def held(pid: int) -> float:
    """Return the megabytes that a process and its descendants hold; what they share counts once."""
    total = 0
    for one in family(pid):
        with suppress(OSError):
            told = Path(f"/proc/{one}/smaps_rollup").read_text(encoding="ascii")
            total += int(re.search(r"^Pss: +(\d+)", told, re.MULTILINE)[1])  # type: ignore[index]
    return round(total / 1024, 1)


async def watch(pid: int, most: list[float]) -> None:
    """Note what the service holds, twice a second; beside the requests, for it takes a while."""
    while True:
        most.append(await asyncio.to_thread(held, pid))
        await asyncio.sleep(0.5)


async def settled(pid: int, patience: float = 30) -> None:
    """Wait until the service has no worker left, but not for ever."""
    with suppress(TimeoutError):
        async with asyncio.timeout(patience):
            while len(family(pid)) > 2:
                await asyncio.sleep(0.1)


async def run(app_dir: Path, seconds: float) -> dict[str, Any]:
    """Start the service, load it, and return all figures."""
    command = ["-m", "uvicorn", "app:app", "--app-dir", str(app_dir), "--port", "0", "--timeout-graceful-shutdown", "5"]
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    assert process.stdout is not None
    log: list[str] = []
    port = 0
    while not port:
        log.append((await process.stdout.readline()).decode())
        if not log[-1]:
            raise SystemExit("".join(log))
        if found := re.search(r"running on http://127\.0\.0\.1:(\d+)", log[-1]):
            port = int(found[1])

    async def keep_log() -> None:
        assert process.stdout is not None
        log.extend([line.decode() async for line in process.stdout])

    logging = asyncio.ensure_future(keep_log())
    memory = [held(process.pid)]
    watching = asyncio.ensure_future(watch(process.pid, memory))
    start = time.perf_counter()
    try:
        kinds = await load(port, seconds)
        took = time.perf_counter() - start
        watching.cancel()
        await settled(process.pid)
        after, processes = held(process.pid), len(family(process.pid))
    finally:
        process.terminate()
        await process.wait()
        await logging
    return {
        "seconds": round(took, 1),
        "kinds": {name: kind.told() for name, kind in sorted(kinds.items())},
        "memory": {"before": memory[0], "most": max(memory), "after": after},
        "processes": processes,
        "log": {
            "lines": len(log),
            "tracebacks": sum("Traceback" in line for line in log),
            "text of a case": sum(MARK in line for line in log),
        },
    }


def main() -> None:
    """Run the load test and print what came of it."""
    parser = argparse.ArgumentParser(description="Load the service over loopback for a time and print what came of it.")
    parser.add_argument("--seconds", type=float, default=10, help="for how long new requests are sent (10)")
    parser.add_argument("--app-dir", type=Path, default=HERE, help="the folder of another app.py")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    figures = asyncio.run(run(options.app_dir, options.seconds))
    if options.json:
        print(json.dumps(figures, indent=2))
        return
    print(f"{figures['seconds']} s\n\n{'':20}{'requests':>9}{'median':>9}{'95th':>9}{'longest':>9}  answered")
    for name, kind in figures["kinds"].items():
        times = "".join(f"{kind[time] if kind[time] is not None else '':>9}" for time in TIMES)
        told = [f"{number} x {status}" for status, number in kind["statuses"].items()]
        told += [f"({', '.join(kind['problems'])})"] if kind["problems"] else []
        print(f"{name:20}{kind['requests']:>9}{times}  {' '.join(told)}")
    print(f"\nmemory, MB: {figures['memory']}\nprocesses left: {figures['processes']}\nlog: {figures['log']}")


TIMES = ("median", "ninety_fifth", "longest")

if __name__ == "__main__":
    main()
