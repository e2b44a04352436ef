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
    known: dict[str, str] = {}

    def homes() -> dict[str, str]:
        """Return for each public name the module that has it; nothing is read before a name is asked for."""
        if not known:
            known.update(_homes(package))
        return known

    def load(name: str) -> Any:
        if name == "__all__":
            return sorted(homes())
        if not name.startswith("_"):
            if name in homes():
                value = getattr(import_module(known[name]), name)
                setattr(sys.modules[package], name, value)
                return value
            if any(f"{home}.".startswith(f"{package}.{name}.") for home in known.values()):
                return import_module(f"{package}.{name}")
        told = f"module {package!r} has no attribute {name!r}"
        raise AttributeError(told, name=name, obj=sys.modules[package])  # by which Python finds what is near

    return load, lambda: sorted(homes())


def _homes(package: str) -> Iterator[tuple[str, str]]:
    """Yield each public name of a package and its home, in the order of the stub."""
    import re  # here, since `import uncc` is to cost nothing

    for home, taken in re.findall(r"(?m)^from ([\w.]+) import (\*|\([^)]*\)|.*)$", _text(package, "__init__.pyi")):
        parent, _, module = home.rpartition(".")
        names = _public(_text(parent, f"{module}.py")) if taken == "*" else re.findall(r"(\w+) as \w+", taken)
        yield from ((name, home) for name in names)


def _public(source: str) -> list[str]:
    import re

    found = re.search(r"(?ms)^__all__ = \[(.*?)\]$", source)
    return re.findall(r"\w+", found[1]) if found else []


def _text(package: str, file: str) -> str:
    """Return a file of a package, which may also lie in an archive."""
    from pkgutil import get_data

    return (get_data(package, file) or b"").decode()
