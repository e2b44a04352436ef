"""What stands around the desk: a limit on what is posted, headers of every reply, logs without a word of a case."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import Any

from starlette.responses import PlainTextResponse

__all__ = ["MOST_BYTES", "Guard"]

MOST_BYTES = 250_000
"""The longest body that is read: the longest file with its form, and less than what would be put on a disk."""
PATIENCE = 30.0
"""How many seconds a body may take to come."""
HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
LOG = logging.getLogger("desk")


class Guard:
    """An ASGI application around another: it reads a body only up to its limit, and logs nothing of a case."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def sent(message: Any) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                own = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
                message["headers"] = [*message["headers"], *own]
            await send(message)

        try:
            body = await _in_time(receive)
            if isinstance(body, PlainTextResponse):
                await body(scope, receive, sent)
                return
            await self.app(scope, _once(body, receive), sent)
        except Exception:  # what an error says may hold words of a case: its kind and place alone are told
            _log()
            if not begun:
                await PlainTextResponse("The desk has failed; nothing of the case was kept.", 500)(scope, receive, sent)


async def _in_time(receive: Any) -> bytes | PlainTextResponse:
    """Return what was sent, or the refusal of what is too long or takes too long."""
    try:
        async with asyncio.timeout(PATIENCE):
            body = await _body(receive)
    except TimeoutError:
        return PlainTextResponse(f"What was sent did not come within {PATIENCE:.0f} seconds.", 408)
    if len(body) > MOST_BYTES:
        return PlainTextResponse(f"What was sent is longer than {MOST_BYTES} bytes, the most that is read.", 413)
    return body


async def _body(receive: Any) -> bytes:
    """Return what was sent; of what is too long, its beginning; of one who leaves, what came until then."""
    body, more = bytearray(), True
    while more and len(body) <= MOST_BYTES:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return bytes(body)


def _once(body: bytes, receive: Any) -> Any:
    """Return what hands out a body that was read, and then whatever comes after it."""
    left = [{"type": "http.request", "body": body, "more_body": False}]

    async def received() -> Any:
        return left.pop() if left else await receive()

    return received


def _log() -> None:
    kind, _, trace = sys.exc_info()
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "nowhere" if trace is None else f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
    LOG.error("%s at %s", "an error" if kind is None else kind.__name__, place)
