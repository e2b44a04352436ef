"""Mutants: the functions of a module, each changed in one place by an operator of `mutmut`."""

from __future__ import annotations
import __future__

from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from textwrap import dedent
from types import FunctionType
from typing import Any

import libcst as cst
from attrs import frozen
from libcst.metadata import MetadataWrapper
from mutmut.mutation.file_mutation import MutationVisitor, deep_replace
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import get_ignored_lines

from tests.names import in_room

SOURCE = Path("src")
WITHOUT_EFFECT = {"assert_never", "cast", "not_one_of"}
"""Calls that only a type checker sees: what they are given cannot matter when the program runs."""


@frozen
class Mutant:
    """A function of a module, changed in one place."""

    module: str
    function: str
    """Its qualified name."""
    change: str
    """The lines that go, with `-`, and the lines that come, with `+`."""
    place: int
    """Which of the same changes in the function it is: 0 for the first."""
    source: str = ""
    """The source of the changed function, in its class where it has one."""

    @property
    def full_name(self) -> str:
        """The full name of its function."""
        return f"{self.module}.{self.function}"

    @property
    def name(self) -> str:
        """The name of its function with its room, as `equivalent.toml` has it."""
        return in_room(self.module, self.function)

    @property
    def key(self) -> str:
        """What tells it from all others, however the lines of the module are numbered."""
        return f"{self.full_name} #{self.place}\n{self.change}"

    def apply(self, function: FunctionType) -> None:
        """Give the function the changed code and defaults in place, so that whoever holds it runs them."""
        scope: dict[str, Any] = dict(function.__globals__)
        exec(compile(self.source, function.__code__.co_filename, "exec", FLAGS, dont_inherit=True), scope)
        holder, _, name = self.function.rpartition(".")
        changed: Any = getattr(scope[holder], name) if holder else scope[name]
        function.__code__ = changed.__code__
        function.__defaults__, function.__kwdefaults__ = changed.__defaults__, changed.__kwdefaults__


FLAGS = __future__.annotations.compiler_flag
"""Annotations are left alone, as in the module."""


class _Visitor(MutationVisitor):
    """As of `mutmut`, but decorated functions too: the changed code takes the place of the code that is decorated."""

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.FunctionDef) and node.decorators:
            return False
        if isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value in WITHOUT_EFFECT:
            return True
        return super()._skip_node_and_children(node)


def module_name(path: Path) -> str:
    """Return the dotted name of the module at a path."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Yield every mutant of the functions and methods of a module, in the order of the text."""
    code = path.read_text(encoding="utf-8")
    wrapper = MetadataWrapper(cst.parse_module(code))
    visitor = _Visitor(mutation_operators, get_ignored_lines(str(path), code, wrapper))
    module = wrapper.visit(visitor)
    holders = dict(_functions(module))
    seen: Counter[tuple[str, str]] = Counter()
    before = {function: _lines(module, function) for function in holders}
    for mutation in visitor.mutations:
        function = mutation.contained_by_top_level_function
        if function not in holders:
            continue
        changed = deep_replace(function, mutation.original_node, mutation.mutated_node)
        assert isinstance(changed, cst.FunctionDef)
        holder, name = holders[function], function.name.value
        qualified = f"{holder}.{name}" if holder else name
        change = _change(before[function], _lines(module, changed))
        if not change:
            continue
        yield Mutant(module_name(path), qualified, change, seen[qualified, change], _runnable(module, changed, holder))
        seen[qualified, change] += 1


def _functions(module: cst.Module) -> Iterator[tuple[cst.FunctionDef, str]]:
    """Yield the functions and methods of a module, with the class that holds them."""
    for statement in module.body:
        if isinstance(statement, cst.FunctionDef):
            yield statement, ""
        elif isinstance(statement, cst.ClassDef):
            for part in statement.body.body:
                if isinstance(part, cst.FunctionDef):
                    yield part, statement.name.value


def _lines(module: cst.Module, function: cst.FunctionDef) -> list[str]:
    return dedent(module.code_for_node(function.with_changes(leading_lines=[]))).splitlines()


def _change(before: list[str], after: list[str]) -> str:
    lines = list(unified_diff(before, after, lineterm="", n=0))[2:]
    return "\n".join(line[0] + line[1:].strip() for line in lines if not line.startswith("@@"))


def _runnable(module: cst.Module, function: cst.FunctionDef, holder: str) -> str:
    bare = function.with_changes(decorators=[], leading_lines=[])
    code = dedent(module.code_for_node(bare))
    return f"class {holder}:\n" + "".join(f"    {line}\n" for line in code.splitlines()) if holder else code
