"""What is declared to change nothing is about code that is there."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from tests.mutation.equivalent import Equivalent, declared


@cache
def _functions(room: str) -> Sequence[tuple[str, frozenset[str]]]:
    """Return the functions and methods of a room by name, with their lines without indentation."""
    module = Path(str(import_module(f"uncc.{room}").__file__))
    paths = sorted(module.parent.rglob("*.py")) if module.stem == "__init__" else [module]
    return [found for path in paths for found in _functions_in(path.read_text(encoding="utf-8"))]


def _functions_in(code: str) -> Iterator[tuple[str, frozenset[str]]]:
    lines = code.splitlines()
    for node in ast.parse(code).body:
        own = node.body if isinstance(node, ast.ClassDef) else [node]
        for function in own:
            if isinstance(function, ast.FunctionDef):
                name = f"{node.name}.{function.name}" if isinstance(node, ast.ClassDef) else function.name
                text = lines[function.lineno - 1 : function.end_lineno]
                yield name, frozenset(line.strip() for line in text)


@pytest.mark.parametrize("entry", declared(), ids=lambda entry: entry.function)
def test_the_lines_that_go_stand_in_the_function(entry: Equivalent) -> None:
    """An entry goes when the code that it is about does, and it is about one function of the room."""
    gone = {line[1:] for change in entry.changes for line in change.splitlines() if line.startswith("-")}
    room, _, name = entry.function.partition(".")
    assert sum(function == name and gone <= lines for function, lines in _functions(room)) == 1
    assert entry.changes


def test_every_entry_has_a_reason_of_its_own_words() -> None:
    """A reason says why, and no change is declared twice."""
    assert all(len(entry.why.split()) > 4 for entry in declared())
    changes = [(entry.function, change) for entry in declared() for change in entry.changes]
    assert len(changes) == len(set(changes))
