"""The faces of the chapters: each name is loaded from its home, and checkers see just what the program sees."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from uncc.faces import face

CHAPTERS = [
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
    return {home: names.split() for home, names in vars(package)["_HOMES"].items()}


@pytest.fixture(params=CHAPTERS)
def chapter(request: pytest.FixtureRequest) -> ModuleType:
    return import_module(f"uncc.{request.param}")


def test_every_name_is_the_one_of_its_home(chapter: ModuleType) -> None:
    """A name of the face is the very object of its module, and a module says so of all its public names."""
    for home, names in homes(chapter).items():
        module = import_module(f"{chapter.__name__}.{home}")
        assert names == module.__all__, home
        assert all(getattr(chapter, name) is getattr(module, name) for name in names), home


def test_no_name_hides_a_module(chapter: ModuleType) -> None:
    """No public name is that of a module: the module would take its place as soon as it is imported."""
    modules = {path.stem for path in Path(str(chapter.__file__)).parent.glob("*.py")}
    assert not modules & set(chapter.__all__)


def test_checkers_see_what_the_program_sees(chapter: ModuleType) -> None:
    """The imports for type checkers, `__all__` and the homes name the same things."""
    tree = ast.parse(Path(str(chapter.__file__)).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {
        str(node.module).rpartition(".")[2]: sorted(alias.name for alias in node.names)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
    }
    assert seen == {home: sorted(names) for home, names in homes(chapter).items()}
    names = [name for of_home in seen.values() for name in of_home]
    assert sorted(chapter.__all__) == sorted(names) == dir(chapter)


def test_a_module_is_loaded_when_it_is_asked_for() -> None:
    """`uncc.cooperation.art47_law_enforcement` needs no import of its own, and nothing is loaded before."""
    code = (
        "import sys, uncc.cooperation as c\n"
        "assert not [m for m in sys.modules if m.startswith('uncc.cooperation.')]\n"
        "assert c.art47_law_enforcement.__name__ == 'uncc.cooperation.art47_law_enforcement'\n"
        "assert c.Ground is c.ground.Ground\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_what_is_not_there(chapter: ModuleType) -> None:
    """An unknown name is an `AttributeError` that says so, as for any module."""
    with pytest.raises(AttributeError, match=rf"^module '{chapter.__name__}' has no attribute 'pardon'$"):
        _ = chapter.pardon


def test_a_face_of_nothing_lists_nothing() -> None:
    """A face says what its homes say, and no more."""
    load, listed = face("uncc", {})
    assert listed() == []
    with pytest.raises(AttributeError):
        load("may_refuse")


def test_a_module_of_the_chapter_may_be_asked_for_before_it_is_imported() -> None:
    """The name of a home is its module, as it would be with plain imports."""
    load, _ = face("uncc.cooperation", {"art42_expiry": "preservation_expiry"})
    assert load("art42_expiry") is import_module("uncc.cooperation.art42_expiry")
