"""Limits in front of any ASGI application, and the names of what is refused. It needs the standard library only.

    app.add_middleware(Limits)                  # Starlette, FastAPI
    app = Limits(app, most_bytes=64_000)        # any other

The application sees a body only when it is whole. When the client hangs up, the application is cancelled.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

Answer = tuple[int, bytes]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]

PROBLEM_JSON = "application/problem+json"
PIECE = 65_536
"""How much of an answer is handed over at once, so that a client that reads nothing is noticed."""


@dataclass(frozen=True)
class Problem:
    """One kind of refusal by its name (RFC 9457): what it means, and what the client can do."""

    name: str
    status: int
    title: str
    advice: str

    @property
    def type(self) -> str:
        """The reference that names the problem, at which the service tells what it means."""
        return f"/problems/{self.name}"

    def answer(self, **more: Any) -> Answer:
        """Return the status, and the problem as JSON with what else is to be said of it."""
        told = {"type": self.type, "title": self.title, "status": self.status, "detail": self.advice}
        return self.status, json.dumps(told | more).encode()


TOO_SLOW = Problem("body-too-slow", 408, "The body did not arrive in time", "Send it again, without a pause.")
TOO_LONG = Problem("body-too-long", 413, "The body is longer than what is read", "Send less.")
TOO_MANY = Problem("too-many-waiting", 429, "Too many requests are waiting", "Try again a little later.")


class Refused(Exception):  # noqa: N818  # named for what happened
    """A request that is refused, by the name of the problem; an application may raise it before it answers."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.name)
        self.problem = problem


class _Gone(Exception):  # noqa: N818
    """The client is not there any more, or does not read."""


class Limits:
    """An ASGI application behind limits.

    `most_bytes` is the longest body. `seconds_to_send` is the time in which a body must arrive. `seconds_to_take` is
    the time in which a client must take an answer. `most_held` are the bytes of all bodies that are there at once; each
    open request counts as 65,536 bytes more, so that this limits open requests too.
    """

    def __init__(
        self,
        app: App,
        *,
        most_bytes: int = 4_000_000,
        most_held: int = 100_000_000,
        seconds_to_send: float = 10,
        seconds_to_take: float = 30,
    ) -> None:
        self.app = app
        self.most_bytes = most_bytes
        self.most_held = most_held
        self.seconds_to_send = seconds_to_send
        self.seconds_to_take = seconds_to_take
        self._held = 0

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request within the limits."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        body = bytearray()
        self._held += PIECE
        try:
            await self._read(body, dict(scope["headers"]), receive)
            await self._answer(scope, bytes(body), receive, send)
        except Refused as refused:
            await self._refuse(refused.problem, receive, send)
        except _Gone:
            pass
        finally:
            self._held -= PIECE + len(body)

    async def _read(self, body: bytearray, headers: dict[bytes, bytes], receive: Receive) -> None:
        """Read the whole body; what says that it is too long is not read, and what is too long not to its end."""
        told = headers.get(b"content-length", b"")
        if told.isdigit() and int(told[:20]) > self.most_bytes:
            raise Refused(TOO_LONG)
        more = True
        try:
            async with asyncio.timeout(self.seconds_to_send):
                while more:
                    piece, more = await _piece(receive)
                    body += piece
                    self._held += len(piece)
                    if len(body) > self.most_bytes:
                        raise Refused(TOO_LONG)
                    if self._held > self.most_held:
                        raise Refused(TOO_MANY)
        except TimeoutError:
            raise Refused(TOO_SLOW) from None

    async def _answer(self, scope: MutableMapping[str, Any], body: bytes, receive: Receive, send: Send) -> None:
        """Let the application answer; it is cancelled when the client hangs up."""
        ended = False
        unread = [body]

        async def whole_body() -> Message:
            if unread:
                return {"type": "http.request", "body": unread.pop(), "more_body": False}
            await asyncio.wait([hung_up])
            return {"type": "http.disconnect"}

        async def in_pieces(message: Message) -> None:
            nonlocal ended
            try:
                async with asyncio.timeout(self.seconds_to_take):
                    await _send_in_pieces(message, send)
            except TimeoutError:
                raise _Gone from None
            ended = message["type"] == "http.response.body" and not message.get("more_body", False)

        hung_up = asyncio.ensure_future(receive())
        answering = asyncio.ensure_future(self.app(scope, whole_body, in_pieces))
        try:
            await asyncio.wait([answering, hung_up], return_when=asyncio.FIRST_COMPLETED)
            if ended or answering.done():
                await answering
        finally:
            hung_up.cancel()
            answering.cancel()
            await asyncio.gather(answering, hung_up, return_exceptions=True)

    async def _refuse(self, problem: Problem, receive: Receive, send: Send) -> None:
        """Send a problem and close; read on a little for clients that read no answer before they have sent all."""
        status, content = problem.answer()
        headers = [
            (b"content-type", PROBLEM_JSON.encode()),
            (b"content-length", str(len(content)).encode()),
            (b"connection", b"close"),
        ]
        if problem is TOO_MANY:
            headers.append((b"retry-after", b"1"))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content, "more_body": True})
        if problem is not TOO_SLOW:
            await self._read_on(receive)
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _read_on(self, receive: Receive) -> None:
        """Read what is not kept: at most four times the longest body, and no longer than a body may take."""
        left, more = 4 * self.most_bytes, True
        try:
            async with asyncio.timeout(self.seconds_to_send):
                while more and left > 0:
                    piece, more = await _piece(receive)
                    left -= len(piece)
        except (TimeoutError, _Gone):
            pass


async def _piece(receive: Receive) -> tuple[bytes, bool]:
    """Return the next piece of a body, and whether more will come."""
    message = await receive()
    if message["type"] == "http.disconnect":
        raise _Gone
    return message.get("body", b""), message.get("more_body", False)


async def _send_in_pieces(message: Message, send: Send) -> None:
    """Send a message; a long body goes piece by piece, each when the client has taken what came before."""
    body = memoryview(message.get("body", b""))
    while len(body) > PIECE:
        await send({"type": "http.response.body", "body": bytes(body[:PIECE]), "more_body": True})
        body = body[PIECE:]
    await send(message if message["type"] != "http.response.body" else {**message, "body": bytes(body)})
