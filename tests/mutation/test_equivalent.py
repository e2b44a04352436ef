"""What is declared to change nothing is about code that is there."""

from __future__ import annotations

import ast
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from tests.mutation.equivalent import Equivalent, declared


@cache
def _lines(function: str) -> set[str]:
    """Return the lines of a function, by its full name, without their indentation."""
    module, path = _home(function)
    code = path.read_text(encoding="utf-8")
    found: ast.Module | ast.FunctionDef | ast.ClassDef = ast.parse(code)
    for name in function.removeprefix(f"{module}.").split("."):
        (found,) = (
            node for node in found.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == name
        )
    assert not isinstance(found, ast.Module)
    return {line.strip() for line in code.splitlines()[found.lineno - 1 : found.end_lineno]}


def _home(function: str) -> tuple[str, Path]:
    name = function
    while name := name.rpartition(".")[0]:
        try:
            return name, Path(str(import_module(name).__file__))
        except ModuleNotFoundError:
            continue
    raise LookupError(function)


@pytest.mark.parametrize("entry", declared(), ids=lambda entry: entry.function)
def test_the_lines_that_go_stand_in_the_function(entry: Equivalent) -> None:
    """An entry goes when the code that it is about does."""
    gone = {line[1:] for change in entry.changes for line in change.splitlines() if line.startswith("-")}
    assert gone <= _lines(entry.function)
    assert entry.changes


def test_every_entry_has_a_reason_of_its_own_words() -> None:
    """A reason says why, and no change is declared twice."""
    assert all(len(entry.why.split()) > 4 for entry in declared())
    changes = [(entry.function, change) for entry in declared() for change in entry.changes]
    assert len(changes) == len(set(changes))
