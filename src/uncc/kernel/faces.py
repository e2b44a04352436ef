"""The face of a package: its public names, each loaded from its home when it is first asked for.

A chapter has many articles, and a program asks for few of them. The stub beside the package's `__init__.py` is the
list: type checkers read it, and so does the program. It takes all that a module has in its `__all__` (`from home
import *`), or a selection (`from home import name as name`), and nothing is listed a second time.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

__all__ = ["face"]


def face(package: str) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return `__getattr__` and `__dir__` of a package (PEP 562) whose stub says what it shows."""
    lines: list[tuple[str, str]] = []
    known: dict[tuple[str, str], list[str]] = {}

    def homes() -> Iterator[tuple[str, str]]:
        """Yield each public name and its home, in the order of the stub; a module is read when its turn comes."""
        for line in lines or _lines(package):
            names = known[line] if line in known else known.setdefault(line, _names(*line))
            yield from ((name, line[0]) for name in names)

    def load(name: str) -> Any:
        if name == "__all__":
            return listed()
        if not name.startswith("_"):
            lines[:] = lines or _lines(package)
            if any(f"{home}.".startswith(f"{package}.{name}.") for home, _ in lines):
                return import_module(f"{package}.{name}")
            home = next((home for one, home in homes() if one == name), None)
            if home is not None:
                value = getattr(import_module(home), name)
                setattr(sys.modules[package], name, value)
                return value
        told = f"module {package!r} has no attribute {name!r}"
        raise AttributeError(told, name=name, obj=sys.modules[package])  # by which Python finds what is near

    def listed() -> list[str]:
        return sorted({name for name, _ in homes()})

    return load, listed


def _lines(package: str) -> list[tuple[str, str]]:
    """Return the imports of the stub of a package: from which module, and what."""
    import re  # here, since `import uncc` is to cost nothing

    return re.findall(r"(?m)^from ([\w.]+) import (\*|\([^)]*\)|.*)$", _text(package, "__init__.pyi"))


def _names(home: str, taken: str) -> list[str]:
    """Return the names that a line of a stub takes from a module."""
    import re

    parent, _, module = home.rpartition(".")
    return _public(_text(parent, f"{module}.py")) if taken == "*" else re.findall(r"(\w+) as \w+", taken)


def _public(source: str) -> list[str]:
    import re

    found = re.search(r"(?ms)^__all__ = \[(.*?)\]$", source)
    return re.findall(r"\w+", found[1]) if found else []


def _text(package: str, file: str) -> str:
    """Return a file of a package, which may also lie in an archive."""
    from pkgutil import get_data

    return (get_data(package, file) or b"").decode()
