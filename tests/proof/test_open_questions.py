"""An open question is something that somebody can find out: a field of a case, or contested words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, cast

import attrs
import pytest

from tests.proof.calls import calls_of
from tests.proof.paths import findings_in
from tests.proof.rules import measures, rules
from tests.proof.watch import modules
from uncc.kernel.again import by_limbs
from uncc.kernel.completions import everything_in
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding, Node
from uncc.kernel.model import Model
from uncc.readings import register

NOT_TO_BE_FOUND_OUT: Mapping[str, str] = MappingProxyType({})
"""Questions that are open on a conclusion, by name, each with the reason."""


@cache
def fields_of_models() -> frozenset[str]:
    """Return the names of all fields of all models: what a case can tell."""
    modules()
    return frozenset(
        f"{model.__name__}.{field.name}" for model in _below(Model) if attrs.has(model) for field in attrs.fields(model)
    )


def _below(model: type[Any]) -> Iterator[type[Any]]:
    for one in model.__subclasses__():
        yield one
        yield from _below(one)


@cache
def _questions_open_in(name: str) -> Mapping[Question, Finding]:
    """Return the questions that a rule leaves open in some setting without facts, each with a finding that does."""
    found: dict[Question, Finding] = {}
    for call in calls_of(rules()[name]):
        for finding in findings_in(call.run({})).values():
            for question in finding.open_questions:
                found.setdefault(question, finding)
    return found


@pytest.mark.parametrize("name", rules())
def test_an_open_question_can_be_found_out(name: str) -> None:
    """Whatever is open where no fact is known is a field of the case, or a reading of the register."""
    can_be_found_out = {*fields_of_models(), *(reading.id for reading in register()), *NOT_TO_BE_FOUND_OUT}
    for question, finding in _questions_open_in(name).items():
        assert question.name in can_be_found_out, f"{question}\n\n{finding}"


@pytest.mark.parametrize("name", rules())
def test_every_circumstance_is_named_by_what_tells_it(name: str) -> None:
    """A circumstance that is read off a case has the name of the field that tells it, known or not, and no sentence."""
    for call in calls_of(rules()[name]):
        for finding in findings_in(call.run({})).values():
            for node in everything_in(finding):
                if isinstance(node.about, Question):
                    field = ".".join(node.about.name.split(".")[:2])  # or a field of what stands there
                    assert {node.about.name, field} & {*fields_of_models(), *NOT_TO_BE_FOUND_OUT}, f"{node}"


def _nodes_in(value: Any) -> Iterator[Node]:
    """Yield the nodes in a result, of which each has all that it rests on below it."""
    if isinstance(value, Node):
        yield value
    elif isinstance(value, tuple | list):
        for one in cast("list[Any]", value):
            yield from _nodes_in(one)
    elif attrs.has(type(value)):  # pyright: ignore[reportUnknownArgumentType]
        for field in attrs.fields(type(value)):  # pyright: ignore[reportUnknownArgumentType]
            yield from _nodes_in(getattr(value, field.name))


@pytest.mark.parametrize("name", measures())
def test_what_is_open_of_a_day_or_a_number_can_be_found_out(name: str) -> None:
    """What gives a day, a number or an amount asks for fields and readings as well, and its findings are borne."""
    can_be_found_out = {*fields_of_models(), *(reading.id for reading in register())}
    nodes = [node for call in calls_of(measures()[name]) for node in _nodes_in(call.run({}))]
    for node in nodes:
        assert {question.name for question in node.open_questions} <= can_be_found_out, str(node)
        for one in everything_in(node):
            assert not isinstance(one.about, Question) or one.about.name in can_be_found_out, str(one)
            assert not isinstance(one, Finding) or one.exact or by_limbs(one) is one.truth, str(one)


def test_what_cannot_be_found_out_is_asked_somewhere() -> None:
    """No exception outlives its rule."""
    assert {question.name for name in rules() for question in _questions_open_in(name)} >= {*NOT_TO_BE_FOUND_OUT}
