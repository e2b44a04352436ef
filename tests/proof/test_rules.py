"""Every public rule holds the universal properties in every three-valued state of its facts."""

from __future__ import annotations

import importlib
import inspect
from types import FunctionType

import attrs
import pytest

from tests.effort import draw, is_full
from tests.names import in_room
from tests.proof.exceptions import BY_WALKS, KNOWN_FAULTS, LARGE, NOT_EXACT, SLOW, WITHOUT_FACTS
from tests.proof.figures import proved, to_prove
from tests.proof.proofs import CounterexampleError
from tests.proof.rules import CHAPTERS, NO_RULES, rules

NAMES = [pytest.param(name, marks=pytest.mark.long) if name in LARGE else name for name in to_prove()]


@pytest.mark.parametrize("name", NAMES)
def test_the_rule_is_proved(name: str) -> None:
    """Settled is final, no doubt is idle, open is what is pivotal, and every leaf has its provision."""
    proof = proved(name, draw())
    assert proof.settings
    if is_full():  # fewer settings, or others, may rest on facts or not
        assert (proof.states > proof.settings) is (proof.has_facts and name not in WITHOUT_FACTS)


def test_every_public_rule_is_covered() -> None:
    """Whatever a chapter makes public and annotates with a finding or a duty is proved, or has its reason here."""
    covered = {*to_prove(), *BY_WALKS, *KNOWN_FAULTS}
    for chapter in CHAPTERS:
        module = importlib.import_module(chapter)
        for name in module.__all__:
            value = getattr(module, name)
            functions = [value] if inspect.isfunction(value) else _methods(value)
            for function in functions:
                result = str(function.__annotations__.get("return", ""))
                if ("Finding" in result or "Duty" in result) and function.__module__ not in NO_RULES:
                    assert in_room(function.__module__, function.__qualname__) in covered


def _methods(value: object) -> list[FunctionType]:
    if not isinstance(value, type) or not attrs.has(value):
        return []
    members = [getattr(member, "fget", None) or getattr(member, "func", member) for member in vars(value).values()]
    return [member for member in members if inspect.isfunction(member) and not member.__name__.startswith("_")]


def test_the_exceptions_are_rules() -> None:
    """No exception outlives its rule, and none is excepted twice."""
    assert {*BY_WALKS, *KNOWN_FAULTS, *WITHOUT_FACTS} <= set(rules())
    assert {*NOT_EXACT, *SLOW} <= set(BY_WALKS)
    assert not {*BY_WALKS} & {*KNOWN_FAULTS}


@pytest.mark.long
@pytest.mark.parametrize("name", KNOWN_FAULTS)
def test_a_known_fault_is_still_there(name: str) -> None:
    """A rule whose fault has been mended leaves the list."""
    with pytest.raises(CounterexampleError):
        proved(name, KNOWN_FAULTS[name].draw)
