"""Every example in a docstring does what it says."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module

import pytest

import uncc

MODULES = ["uncc", *(module.name for module in pkgutil.walk_packages(uncc.__path__, "uncc."))]


@pytest.mark.parametrize("name", [name for name in MODULES if name != "uncc.__main__"])
def test_the_examples_of_the_module_hold(name: str) -> None:
    """Each doctest of the module passes."""
    result = doctest.testmod(import_module(name), optionflags=doctest.ELLIPSIS)
    assert result.failed == 0


def test_there_are_examples() -> None:
    """The search above finds modules, and they have examples."""
    found = [doctest.DocTestFinder().find(import_module(name)) for name in MODULES if name != "uncc.__main__"]
    assert sum(len(example.examples) for examples in found for example in examples) > 100
