"""Start the desk: `python examples/desk`, and open the address that it prints. `--port` and `--host` say where."""

from __future__ import annotations

import argparse

import uvicorn
from desk import app


def main() -> None:
    """Serve the desk until it is stopped. Without `--host` nobody reaches it but this machine."""
    command = argparse.ArgumentParser(prog="desk", description="A desk in the browser; it keeps nothing.")
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--port", type=int, default=8080)
    options = command.parse_args()
    uvicorn.run(app, host=options.host, port=options.port, server_header=False)


if __name__ == "__main__":
    main()
