"""Start the desk: `python examples/desk --open`. Without it, open the address that it prints; `--port` says where."""

from __future__ import annotations

import argparse
import webbrowser
from contextlib import suppress
from socket import socket

import uvicorn
from desk import app


class Opened(uvicorn.Server):
    """A server that opens the desk in the browser as soon as it answers."""

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Start, and open the first page."""
        await super().startup(sockets)
        webbrowser.open(f"http://{self.config.host}:{self.config.port}")


def main() -> None:
    """Serve the desk until it is stopped. Without `--host` nobody reaches it but this machine."""
    command = argparse.ArgumentParser(prog="desk", description="A desk in the browser; it keeps nothing.")
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--port", type=int, default=8080)
    command.add_argument("--open", action="store_true", help="open it in the browser")
    options = command.parse_args()
    config = uvicorn.Config(app, host=options.host, port=options.port, server_header=False)
    with suppress(KeyboardInterrupt):
        (Opened if options.open else uvicorn.Server)(config).run()


if __name__ == "__main__":
    main()
