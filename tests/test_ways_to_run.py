"""The same answers however Python is started: optimised, without docstrings, strict about warnings, or from a zip."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from itertools import filterfalse
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import uncc
from tests.processes import Printed, printed

EXAMPLES = Path(__file__).parents[1] / "examples"
HOSPITAL = str(EXAMPLES / "hospital_ransomware.json")
PACKAGE = Path(uncc.__file__).parent
COMMANDS = {
    "assess": ("assess", HOSPITAL),
    "json": ("assess", HOSPITAL, "--format", "json"),
    "diff": ("diff", HOSPITAL, "--to", "2028-06-20"),
    "draft": ("draft", HOSPITAL, "--document", "preservation-request"),
    "status": ("status", str(EXAMPLES / "deposits.csv"), "--on", "2028-01-01"),
    "review": ("review", str(EXAMPLES / "review_borduria.json")),
    "obligations": ("obligations",),
    "help": ("--help",),
}
STRICT = ("-X", "dev", "-W", "error", "-bb")


def run(options: tuple[str, ...], *commands: tuple[str, ...], path: Path | None = None) -> list[bytes]:
    """Return what commands print in an interpreter with these options; nothing may go to standard error."""
    others = {} if path is None else {"PYTHONPATH": os.pathsep.join([str(path), *filterfalse(_has_uncc, sys.path)])}
    done = printed(commands, *options, **others)
    assert {(one.status, one.err) for one in done} == {(0, b"")}
    return [one.out for one in done]


def _has_uncc(entry: str) -> bool:
    return Path(entry, "uncc").is_dir()


@cache
def plain() -> list[Printed]:
    """Return what the commands print in an interpreter without options."""
    return printed(COMMANDS.values())


@pytest.mark.long
@pytest.mark.parametrize("options", [("-OO",), STRICT], ids=["-OO", "strict"])
def test_options_of_the_interpreter_change_no_answer(options: tuple[str, ...]) -> None:
    """Nothing rests on an assertion or a docstring, and nothing warns: not even of a file that was not closed."""
    assert printed(COMMANDS.values(), *options) == plain()
    assert {(one.status, one.err) for one in plain()} == {(0, b"")}


@pytest.mark.long
def test_without_docstrings_descriptions_are_left_out() -> None:
    """What is documentation is not there under `-OO`: a schema still says the same of what is valid."""
    command = ("schema", "preservation")
    (full,), (short,) = (run(options, command) for options in ((), ("-OO",)))
    assert len(short) < len(full)
    assert without_descriptions(short) == without_descriptions(full)


def without_descriptions(text: bytes) -> Any:
    """Return a JSON text as plain data, without what describes something, and what a reference with words needs."""

    def bare(found: dict[str, Any]) -> Any:
        left = {name: found[name] for name in found if name != "description"}
        return left["allOf"][0] if left.keys() == {"allOf"} else left

    return json.loads(text, object_hook=bare)


@pytest.mark.long
def test_the_library_can_be_imported_from_a_zip(tmp_path: Path) -> None:
    """Its data are found in an archive as well."""
    archive = tmp_path / "uncc.zip"
    with ZipFile(archive, "w") as packed:
        for file in sorted(PACKAGE.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                packed.write(file, Path("uncc", file.relative_to(PACKAGE)))
    commands = (("provision", "42(6)"), COMMANDS["assess"])
    assert run(("-P",), *commands, path=archive) == run((), *commands)
    code = "import uncc; print(uncc.__file__)"
    where = subprocess.run(
        [sys.executable, "-P", "-c", code],
        env={**os.environ, "PYTHONPATH": str(archive)},
        capture_output=True,
        check=True,
    )
    assert where.stdout.startswith(str(archive).encode())


@pytest.mark.long
def test_a_directory_that_cannot_be_written_is_enough(tmp_path: Path) -> None:
    """Nothing is written where the library is installed, nor where it is run."""
    before = {file: file.stat().st_mtime_ns for file in PACKAGE.rglob("*") if "__pycache__" not in file.parts}
    done = subprocess.run(
        [sys.executable, "-B", "-m", "uncc", *COMMANDS["review"]], cwd=tmp_path, capture_output=True, check=True
    )
    assert done.stdout == run((), COMMANDS["review"])[0]
    assert list(tmp_path.iterdir()) == []
    assert {file: file.stat().st_mtime_ns for file in PACKAGE.rglob("*") if "__pycache__" not in file.parts} == before
