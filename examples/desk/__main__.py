"""Start the desk: `python examples/desk --open`. Without it, open the address that it prints; `--port` says where."""

from __future__ import annotations

import argparse
import webbrowser
from contextlib import suppress
from socket import socket

import uvicorn
from desk import app


class Told(uvicorn.Server):
    """A server that says in one line where the desk is, and can open it in the browser."""

    def __init__(self, config: uvicorn.Config, *, opens: bool) -> None:
        super().__init__(config)
        self.opens = opens

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Start, say where, and open the first page if that is wanted."""
        await super().startup(sockets)
        if not self.started:
            return
        host, port, *_ = self.servers[0].sockets[0].getsockname()
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
        print(f"The desk is open at {address}. Stop it with Ctrl+C.", flush=True)  # for who starts it
        if self.opens:
            webbrowser.open(address)


def main() -> None:
    """Serve the desk until it is stopped. Without `--host` nobody reaches it but this machine."""
    command = argparse.ArgumentParser(prog="desk", description="A desk in the browser; it keeps nothing.")
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--port", type=int, default=8080)
    command.add_argument("--open", action="store_true", help="open it in the browser")
    options = command.parse_args()
    config = uvicorn.Config(app, host=options.host, port=options.port, server_header=False, log_level="warning")
    with suppress(KeyboardInterrupt):
        Told(config, opens=options.open).run()


if __name__ == "__main__":
    main()
