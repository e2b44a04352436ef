"""The command line in an interpreter of its own: many calls in one process, since starting one takes longest."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Sequence

from attrs import frozen

CALLS = """
import sys
from itertools import groupby
from uncc.cli import main

streams = [(stream, stream.encoding, stream.errors) for stream in (sys.stdout, sys.stderr)]
for call in [list(call) for is_call, call in groupby(sys.argv[1:], bool) if is_call]:
    for stream, encoding, errors in streams:
        stream.reconfigure(encoding=encoding, errors=errors)
    try:
        status = main(call)
    except SystemExit as ended:
        status = ended.code
    for stream, end in zip((sys.stdout, sys.stderr), (f"\\0{status}\\0", "\\0")):
        stream.flush()
        stream.buffer.write(end.encode())
"""
"""Calls are arguments with an empty one after each. Each begins with the streams as the interpreter opened them."""


@frozen
class Printed:
    """What a call has printed, and its status."""

    status: int
    out: bytes
    err: bytes


def printed(calls: Iterable[Sequence[str]], *options: str, **environment: str) -> list[Printed]:
    """Return what calls of the command line print, one after the other, in one interpreter with these options."""
    command = [sys.executable, *options, "-c", CALLS, *(word for call in calls for word in (*call, ""))]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **environment}, timeout=120)
    outs, errors = done.stdout.split(b"\0")[:-1], done.stderr.split(b"\0")[:-1]
    assert done.stderr.endswith(b"\0")  # nothing is said when all is done
    return [Printed(int(status), out, err) for out, status, err in zip(outs[::2], outs[1::2], errors, strict=True)]
