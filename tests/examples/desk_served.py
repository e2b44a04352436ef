"""The desk of the examples, started by its one command for the tests that call it and those that drive it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

CHECKOUT = Path(__file__).resolve().parents[2]
NEEDS = ("docx", "fastapi", "jinja2", "python_multipart", "uvicorn")
IS_THERE = all(map(find_spec, NEEDS))
"""Whether examples/desk/requirements.txt is installed."""
RUNNING = re.compile(r"^The desk is open at (http://127\.0\.0\.1:\d+)\. Stop it with Ctrl\+C\.$", re.MULTILINE)
PATIENCE = 60


def read_docx(content: bytes) -> str:
    """Return what stands in a file of Word, a line for each paragraph, in boxes as well."""
    body = import_module("docx").Document(BytesIO(content)).element.body
    paragraph = import_module("docx.text.paragraph").Paragraph
    found = "\n".join(paragraph(one, None).text for one in body.iter() if str(one.tag).endswith("}p"))
    return found.replace("\u00a0", " ")


class Served(NamedTuple):
    """Where the desk is, and the file to which it logs."""

    address: str
    log: Path


@contextmanager
def served(directory: Path) -> Generator[Served]:
    """Start the desk on a free port, in an empty directory in which it would leave what it wrote."""
    log = directory / "log.txt"
    place = directory / "run"
    place.mkdir()
    command = [sys.executable, str(CHECKOUT / "examples" / "desk"), "--port", "0"]
    with log.open("wb") as told:
        process = subprocess.Popen(command, stdout=told, stderr=subprocess.STDOUT, cwd=place, env={**os.environ})
        try:
            yield Served(_address(process, log), log)
        finally:
            process.terminate()
            process.wait(timeout=30)
    assert [*place.iterdir()] == []


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if found := RUNNING.search(log.read_text(encoding="utf-8")):
            return found[1]
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))
