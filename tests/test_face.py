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

STUB = Path(uncc.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
HOMES = {
    str(node.module): tuple(alias.name for alias in node.names)
    for node in ast.parse(STUB).body
    if isinstance(node, ast.ImportFrom)
}


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


def test_each_name_stands_in_the_stub_once() -> None:
    """The stub has each name once, under its own name, and the face shows just these."""
    names = [name for group in HOMES.values() for name in group]
    assert sorted(names) == sorted(set(names)) == dir(uncc)
    assert all(
        alias.asname == alias.name
        for node in ast.parse(STUB).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    )


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
    """`dir` lists the public names, whether or not they were asked for yet, and so does `__all__`."""
    assert dir(uncc) == getattr(uncc, "__all__") == sorted(dir(uncc))  # noqa: B009  # no stub says so


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
    assert {module for module in modules if module.startswith("uncc")} == {"uncc", "uncc.kernel", "uncc.kernel.faces"}


@pytest.mark.long
def test_asking_for_a_law_does_not_load_json() -> None:
    """What only reads and writes JSON, or tests, is not loaded by those who ask for an answer."""
    modules = loaded("import uncc; uncc.may_refuse; uncc.assess; uncc.Truth")
    assert "attr" in modules
    assert not modules & {"cattrs", "hypothesis", "uncc.doors.serial", "uncc.testing", "uncc.catalogue"}


@pytest.mark.long
def test_reading_json_does_not_load_hypothesis() -> None:
    """Only `uncc.testing` needs Hypothesis."""
    modules = loaded("from uncc import from_json; import uncc.cli, uncc.catalogue")
    assert "cattrs" in modules
    assert not modules & {"hypothesis", "uncc.testing"}


def test_importing_the_provisions_does_not_read_their_index() -> None:
    """The index of addresses is read when the first provision is made, and then once."""
    code = """
import json, uncc.kernel.provisions as p
before = p._index.cache_info().currsize
p.art(42, 6), p.art(42, 7), p.Provision(1)
after = p._index.cache_info()
print(json.dumps([before, after.currsize, after.misses]))
"""
    assert fresh(code) == [0, 1, 1]


@pytest.mark.long
def test_a_star_import_brings_the_face() -> None:
    """`from uncc import *` brings every name that the stub has."""
    code = "from uncc import *\nimport uncc, json; print(json.dumps(sorted(set(dir(uncc)) - set(globals()))))"
    assert fresh(code) == []
