"""The faces of the packages: each name is loaded from its home, and checkers see just what the program sees."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

CHAPTERS = [
    "cases",
    "conference",
    "confiscation",
    "cooperation",
    "final_provisions",
    "general",
    "jurisdiction",
    "offences",
    "procedural",
]


def homes(package: ModuleType) -> dict[str, list[str]]:
    """Return the modules from which the stub of a chapter takes names, in its order, with all names that it takes."""
    stub = Path(str(package.__file__)).with_suffix(".pyi").read_text(encoding="utf-8")
    taken = {
        str(node.module): [alias.name for alias in node.names]
        for node in ast.parse(stub).body
        if isinstance(node, ast.ImportFrom)
    }
    return {home: import_module(home).__all__ if names == ["*"] else names for home, names in taken.items()}


@pytest.fixture(params=CHAPTERS)
def chapter(request: pytest.FixtureRequest) -> ModuleType:
    return import_module(f"uncc.{request.param}")


def test_every_name_is_the_one_of_its_home(chapter: ModuleType) -> None:
    """A name of the face is the very object of its module, and the face has all that its stub takes."""
    names = [(name, home) for home, taken in homes(chapter).items() for name in taken]
    assert dir(chapter) == sorted(name for name, _ in names) == vars(chapter)["__getattr__"]("__all__")
    assert all(name in import_module(home).__all__ for name, home in names)
    for name, home in names:
        vars(chapter).pop(name, None)
        assert getattr(chapter, name) is vars(chapter)[name] is getattr(import_module(home), name), name


def test_a_stub_stands_in_the_order_of_the_text(chapter: ModuleType) -> None:
    """What belongs to no article comes first or last; between articles, the earlier comes first."""
    articles = [int(found[1]) for home in homes(chapter) if (found := re.search(r"\.art(\d+)_", home))]
    assert articles == sorted(articles)


def test_no_name_hides_a_module(chapter: ModuleType) -> None:
    """No public name is that of a module: the module would take its place as soon as it is imported."""
    modules = {path.stem for path in Path(str(chapter.__file__)).parent.iterdir()}
    assert not modules & set(dir(chapter))


def test_a_module_is_loaded_when_it_is_asked_for() -> None:
    """`uncc.cooperation.art47_law_enforcement` needs no import of its own, and nothing is loaded before."""
    code = (
        "import sys, uncc.cooperation as c\n"
        "assert not [m for m in sys.modules if m.startswith('uncc.cooperation.')]\n"
        "assert c.art47_law_enforcement.__name__ == 'uncc.cooperation.art47_law_enforcement'\n"
        "assert c.art42_preservation.__name__ == 'uncc.cooperation.art42_preservation'\n"
        "assert c.Ground is c.all_grounds.Ground\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.parametrize("name", ["pardon", "art4", "_art42", "__all_names__"])
def test_what_is_not_there(chapter: ModuleType, name: str) -> None:
    """An unknown name is an `AttributeError` that says so, as for any module."""
    with pytest.raises(AttributeError, match=rf"^module '{chapter.__name__}' has no attribute '{name}'$"):
        getattr(chapter, name)
