"""The register of readings: every entry can be told apart, chosen, and understood."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import uncc
from uncc.kernel.facts import Facts
from uncc.readings import Readings, register

SOURCES = Path(uncc.__file__).parent


def test_ids_and_options_are_unique() -> None:
    """No two entries share an id or are one; no two options of one share a name."""
    assert len({reading.id for reading in register()}) == len(register())
    assert len(set(register())) == len(register())
    for reading in register():
        assert len({option.value for option in reading}) == len(reading) >= 2


def test_an_adopted_option_is_one_of_the_options() -> None:
    """What is adopted can be chosen by name and gives the same answer as choosing nothing."""
    for reading in register():
        if reading.adopted is not None:
            assert Readings.named({reading.id: reading.adopted.value}).chosen(reading) is reading.adopted


@pytest.mark.long
def test_every_reading_is_consulted_somewhere() -> None:
    """An entry of the register that no rule consults would be a promise without a rule."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py") if "readings" not in path.parts)
    for reading in register():
        assert re.search(rf"\b{reading.__name__},\s+(\w+\)|\{{)", code), reading.id


def test_names_of_collections_of_facts_are_unique() -> None:
    """A question is named after its class and field, so two classes of one name would share their questions."""
    found: dict[str, str] = {}
    pending = list(Facts.__subclasses__())
    for model in pending:
        if model.__module__.startswith("uncc."):
            assert found.setdefault(model.__name__, model.__module__) == model.__module__, model
        pending.extend(model.__subclasses__())
    assert "Position" in found
