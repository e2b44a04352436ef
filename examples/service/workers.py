"""Each request in a process of its own, with limits of time and memory; nothing outlives the request. POSIX only.

A *template* is started once. It has loaded and warmed what the work needs, and never sees a request. It forks a
*worker* for each request: the copy is made within milliseconds, is warm, and ends with the answer. So no cache can
carry anything from one request to the next, and all memory goes back to the system. (A pool of lasting processes
cannot promise that; and to load the library anew for each request takes a second.)

Quick and slow requests wait in lanes of their own. What is short begins in the quick lane. What goes over a limit there
is ended, and begins anew in the slow lane, whose workers let all others go first.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import resource
import signal
import socket
import socketserver
import sys
import tempfile
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from limits import TOO_MANY, Answer, Problem, Refused

FAILED = Problem("fault-of-the-service", 500, "The service failed", "The fault is ours; its place is in the log.")
OVER_TIME = Problem("over-time", 503, "The work took too long", "Send a smaller document.")
OVER_MEMORY = Problem("over-memory", 503, "The work took too much memory", "Send a smaller document.")
ANSWER_TOO_LONG = Problem("answer-too-long", 503, "The answer is too long", "Send a smaller document.")
WORKER_LOST = Problem("worker-lost", 503, "The worker ended without an answer", "Try again a little later.")

ORDERED = ("seconds", "cpu_seconds", "memory", "most_answer", "niceness")
"""What a lane orders of its workers."""
HEAD = 24
"""Bytes in which a worker says the status and the length of its answer."""

Work = Callable[[bytes], Answer]


@dataclass
class Lane:
    """Requests that wait for each other: how many run at once, how many wait, and what each may use."""

    at_once: int
    waiting: int
    seconds: float
    memory: int
    """Bytes of address space of one worker."""
    most_answer: int
    """Bytes of the longest answer."""
    cpu_seconds: float = 0
    """Seconds that a worker may compute, however busy the machine is; 0 for no such limit."""
    niceness: int = 0
    """How far a worker lets other processes go first, up to 19."""

    def __post_init__(self) -> None:
        self._inside = 0
        self._free = asyncio.Semaphore(self.at_once)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a turn; `Refused` where too many wait."""
        if self._inside >= self.at_once + self.waiting:
            raise Refused(TOO_MANY)
        self._inside += 1
        try:
            async with self._free:
                yield
        finally:
            self._inside -= 1


class Workers:
    """The template of one program, and the two lanes of its workers."""

    def __init__(self, program: Path, *, quick: Lane, slow: Lane, quick_bytes: int) -> None:
        self._program = program
        self._quick = quick
        self._slow = slow
        self._quick_bytes = quick_bytes
        self._template: asyncio.subprocess.Process | None = None
        self._starting = asyncio.Lock()
        self._held = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Start the template."""
        # In a folder that nobody else can enter.
        self._path = Path(self._held.enter_context(tempfile.TemporaryDirectory(prefix="workers-"))) / "template"
        await self._start(None)
        return self

    async def __aexit__(self, *_: object) -> None:
        """End the template; workers end when nobody listens to them."""
        await self._end()
        await self._held.aclose()

    async def ask(self, content: bytes) -> Answer:
        """Return what a new worker answers, or the problem that it had; `Refused` where too many wait."""
        if len(content) <= self._quick_bytes:
            status, answer = await self._ask(self._quick, content)
            if status != HTTPStatus.SERVICE_UNAVAILABLE:
                return status, answer
        return await self._ask(self._slow, content)

    async def _ask(self, lane: Lane, content: bytes) -> Answer:
        async with lane.turn():
            try:
                async with self._worker() as (reader, writer), asyncio.timeout(lane.seconds):
                    order = {name: getattr(lane, name) for name in ORDERED} | {"bytes": len(content)}
                    writer.write(json.dumps(order).encode() + b"\n" + content)
                    status, length = map(int, (await reader.readexactly(HEAD)).split())
                    return status, await reader.readexactly(length)
            except TimeoutError:
                return OVER_TIME.answer()
            except (EOFError, OSError):
                return WORKER_LOST.answer()

    @asynccontextmanager
    async def _worker(self) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
        """Open a connection to a new worker, which ends with it; a template that has died is started again."""
        template = self._template
        try:
            reader, writer = await asyncio.open_unix_connection(self._path)
        except (ConnectionRefusedError, FileNotFoundError):
            await self._start(template)
            reader, writer = await asyncio.open_unix_connection(self._path)
        try:
            yield reader, writer
        finally:
            writer.transport.abort()

    async def _start(self, instead: asyncio.subprocess.Process | None) -> None:
        async with self._starting:
            if self._template is not instead:  # another request has done it
                return
            await self._end()
            self._path.unlink(missing_ok=True)
            # In a group of its own, so that an interrupt of the keyboard reaches the service alone.
            self._template = await asyncio.create_subprocess_exec(
                sys.executable, self._program, self._path, stdout=asyncio.subprocess.PIPE, process_group=0
            )
            assert self._template.stdout is not None
            if not await self._template.stdout.readline():
                raise RuntimeError(f"{self._program.name} does not start")

    async def _end(self) -> None:
        if self._template:
            with suppress(ProcessLookupError):
                self._template.kill()
            await self._template.wait()


# What runs in the template and in its workers


def serve(work: Work) -> None:
    """Be the template of workers that do this work, until the program that started it ends; the path is in `argv`."""
    gc.collect()
    gc.freeze()  # what all workers share is not copied by their garbage collectors
    with _Template(sys.argv[1], _Worker) as template:
        template.work = work
        print("ready", flush=True)
        template.serve_forever()


class _Template(socketserver.ForkingMixIn, socketserver.UnixStreamServer):
    """Fork a worker for each connection."""

    work: Work
    request_queue_size = 128
    max_children = 1000  # lanes count; here nobody waits

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._program = os.getppid()

    def service_actions(self) -> None:
        """Bury workers that have ended; end with the program that started this."""
        super().service_actions()
        if os.getppid() != self._program:
            sys.exit()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Log which error it was and where. Its text and its values can be those of a case, and are not logged."""
        del request, client_address
        kind, _, trace = sys.exc_info()
        print(f"worker: {kind.__name__ if kind else 'error'} at {_place(trace)}", file=sys.stderr, flush=True)


def _place(trace: TracebackType | None) -> str:
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "an unknown place"


class _Worker(socketserver.StreamRequestHandler):
    """Do one piece of work within its limits. This runs in a process of its own, which ends after it."""

    server: _Template

    def handle(self) -> None:
        """Read the order and the document, and write the status and the answer."""
        order = json.loads(self.rfile.readline())
        try:
            _limit(order["seconds"], order["cpu_seconds"], order["memory"], order["niceness"])
            content = self.rfile.read(order["bytes"])
            threading.Thread(target=_end_when_left, args=[self.connection], daemon=True).start()
            status, answer = self.server.work(content)
            if len(answer) > order["most_answer"]:
                status, answer = ANSWER_TOO_LONG.answer()
        except MemoryError:
            status, answer = OVER_MEMORY.answer()
        except Exception:
            self.server.handle_error(None, None)
            status, answer = FAILED.answer()
        with suppress(BrokenPipeError, ConnectionResetError):
            self.wfile.write(f"{status} {len(answer)}".ljust(HEAD).encode())
            self.wfile.write(answer)


def _limit(seconds: float, cpu_seconds: float, memory: int, niceness: int) -> None:
    """Let the system hold this process to its limits: over time it is killed, over memory it gets a `MemoryError`."""
    signal.setitimer(signal.ITIMER_REAL, seconds + 1)  # the service hangs up before, if it still can
    signal.setitimer(signal.ITIMER_PROF, cpu_seconds)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # no case stays on the disk
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    os.nice(niceness)
    with suppress(OSError):  # where the system is short of memory, it is to take a worker; Linux only
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


def _end_when_left(connection: socket.socket) -> None:
    """End this process when the service closes the connection; after the document it sends nothing."""
    with suppress(OSError):
        connection.recv(1)
    os._exit(1)
