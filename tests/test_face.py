"""The face of the library: what a newcomer finds there, and what importing it costs."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import uncc

HOMES: dict[str, tuple[str, ...]] = {
    f"uncc.{home}": tuple(names.split()) for home, names in vars(uncc)["_HOMES"].items()
}
FACE = ast.parse(Path(uncc.__file__).read_text(encoding="utf-8"))


def fresh(code: str) -> Any:
    """Run code in a fresh interpreter and return what it prints as JSON."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    return json.loads(done.stdout)


@pytest.mark.parametrize(("home", "name"), [(home, name) for home, names in HOMES.items() for name in names])
def test_a_name_is_what_it_is_at_home(home: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each name of the face is the very object that its home has, and is kept once it was asked for."""
    monkeypatch.delitem(vars(uncc), name, raising=False)
    assert getattr(uncc, name) is getattr(import_module(home), name)
    assert vars(uncc)[name] is getattr(import_module(home), name)


def test_the_names_are_sorted_and_each_has_a_home() -> None:
    """`__all__` is sorted, without repetition, and says just what the face has homes for."""
    names = [name for group in HOMES.values() for name in group]
    assert uncc.__all__ == sorted(set(uncc.__all__))
    assert sorted(names) == uncc.__all__
    assert list(HOMES) == sorted(HOMES)


def test_type_checkers_see_what_the_program_sees() -> None:
    """The imports for type checkers name the same things from the same homes."""
    block = next(node for node in FACE.body if isinstance(node, ast.If))
    imports = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    assert {node.module: tuple(alias.name for alias in node.names) for node in imports} == HOMES


def test_homes_offer_what_the_face_takes() -> None:
    """What the face takes from a home is public there."""
    for home, names in HOMES.items():
        public = getattr(import_module(home), "__all__", None)
        assert public is None or set(names) <= set(public), home


def test_what_is_not_there() -> None:
    """An unknown name is an `AttributeError` that says so, as for any module."""
    with pytest.raises(AttributeError, match=r"^module 'uncc' has no attribute 'judge'$"):
        _ = getattr(uncc, "judge")  # noqa: B009  # a type checker would refuse the attribute
    assert not hasattr(uncc, "__path_to_guilt__")


def test_what_is_listed() -> None:
    """`dir` lists the public names, whether or not they were asked for yet."""
    assert dir(uncc) == uncc.__all__


def test_the_version_is_one() -> None:
    """The version is a plain text in three numbers."""
    assert [part.isdigit() for part in uncc.__version__.split(".")] == [True] * 3


# What it costs


def loaded(code: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after running the code."""
    return set(fresh(f"{code}\nimport sys, json; print(json.dumps(list(sys.modules)))"))


def test_importing_the_library_loads_nothing_of_it() -> None:
    """`import uncc` loads neither attrs, cattrs nor Hypothesis, and no other module of the library."""
    modules = loaded("import uncc")
    assert not modules & {"attr", "attrs", "cattr", "cattrs", "hypothesis", "dateutil"}
    assert {module for module in modules if module.startswith("uncc")} == {"uncc", "uncc.faces"}


def test_asking_for_a_law_does_not_load_json() -> None:
    """What only reads and writes JSON, or tests, is not loaded by those who ask for an answer."""
    modules = loaded("import uncc; uncc.may_refuse; uncc.assess; uncc.Truth")
    assert "attr" in modules
    assert not modules & {"cattrs", "hypothesis", "uncc.serial", "uncc.testing", "uncc.catalogue"}


def test_reading_json_does_not_load_hypothesis() -> None:
    """Only `uncc.testing` needs Hypothesis."""
    modules = loaded("from uncc import from_json; import uncc.cli, uncc.catalogue")
    assert "cattrs" in modules
    assert not modules & {"hypothesis", "uncc.testing"}


def test_importing_the_provisions_does_not_read_their_index() -> None:
    """The index of addresses is read when the first provision is made, and then once."""
    code = """
import json, uncc.provisions as p
before = p._index.cache_info().currsize
p.art(42, 6), p.art(42, 7), p.Provision(1)
after = p._index.cache_info()
print(json.dumps([before, after.currsize, after.misses]))
"""
    assert fresh(code) == [0, 1, 1]


def test_a_star_import_brings_the_face() -> None:
    """`from uncc import *` brings every name of `__all__`."""
    code = "from uncc import *\nimport uncc, json; print(json.dumps(sorted(set(uncc.__all__) - set(globals()))))"
    assert fresh(code) == []
