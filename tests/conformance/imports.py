"""What each module of the library imports: at its top, within functions, and for type checkers alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

import uncc

Imports = Mapping[str, frozenset[str]]
"""For each module the modules that it imports."""

PACKAGE = Path(uncc.__file__).parent


@cache
def imports() -> Imports:
    """Return the imports of every module of the library from others of its modules."""
    sources = {_name(path): path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))}
    return {
        module: frozenset(home for home in imported(source) if home in sources) - {module}
        for module, source in sources.items()
    }


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(source: str) -> Iterator[str]:
    """Yield what a source imports: each module, and what it takes from a module as if that were a module too.

    A name that is taken from the face of a package counts as taken from its home.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "an import by its place and not by its name"
            module = str(node.module)
            for alias in node.names:
                yield _homes_of(module).get(alias.name, module)
                yield f"{module}.{alias.name}"


@cache
def _homes_of(module: str) -> Mapping[str, str]:
    """Return for each name of a face its home; nothing for a module that has no stub."""
    stub = PACKAGE.parent.joinpath(*module.split("."), "__init__.pyi")
    taken = ast.parse(stub.read_text(encoding="utf-8")).body if stub.exists() else []
    return {
        name: str(node.module)
        for node in taken
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        for name in (import_module(str(node.module)).__all__ if alias.name == "*" else [alias.name])
    }
