"""What is known beside the subject of a question is said by name, and what is not said of it is not known."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any, get_args, get_type_hints

import attrs
import pytest

import uncc.kernel.parties
from tests.conformance.test_catalogue_and_code import CHAPTERS
from tests.doors.test_serial import kind_of
from uncc import AssistanceRequest, ConfiscationRequest, ExtraditionRequest, PreservationRequest
from uncc.kernel.facts import Facts

BY_NAME = {"position", "treaty", "relation", "requested"}
"""The arguments that are said by name in every chapter."""
MUST_BE_SAID = {
    ("is_bound_by_convention", "relation"): "it names two States and a day",
    ("may_apply_other_treaty", "treaty"): "it names the treaty and its parties",
    ("may_preserve_for_less", "treaty"): "it names the treaty and its parties",
}
"""Those that no default can stand for, each with the reason."""


def arguments() -> Iterator[Any]:
    """Yield every such argument of a public function or method, with the function's name."""
    for chapter in (*CHAPTERS, uncc.kernel.parties):
        for name in chapter.__all__:
            value = getattr(chapter, name)
            methods = vars(value).items() if isinstance(value, type) else [(name, value)]
            for called, function in methods:
                if inspect.isfunction(function) and not called.startswith("_"):
                    for parameter in inspect.signature(function).parameters.values():
                        if parameter.name in BY_NAME:
                            yield pytest.param(called, parameter, id=f"{called}-{parameter.name}")


def is_unknown(value: Any) -> bool:
    """Whether nothing is known of a value, whatever it is called."""
    kind = kind_of(value)
    if value is None or not attrs.has(kind):
        return value is None
    told = [getattr(value, field.name) for field in attrs.fields(kind) if field.name != "state"]
    return all(one == () or is_unknown(one) for one in told)


@pytest.mark.parametrize(("function", "parameter"), [*arguments()])
def test_it_is_said_by_name_and_unknown_where_it_is_not_said(function: str, parameter: inspect.Parameter) -> None:
    """The argument is a keyword, and where it can be left out nothing of it is taken for granted."""
    assert parameter.kind is parameter.KEYWORD_ONLY
    if (function, parameter.name) in MUST_BE_SAID:
        assert parameter.default is parameter.empty
    else:
        assert is_unknown(parameter.default)


def test_no_treaty_is_not_the_same_as_none_stated() -> None:
    """Nowhere does an argument admit `None` for a treaty: it would be read as none, or as not known."""
    of_treaties = [one for one in arguments() if "AssistanceTreaty" in one.values[1].annotation]
    assert {one.values[1].annotation for one in of_treaties} == {"AssistanceTreaty"}


# The parts of a request

REQUESTS = [
    (PreservationRequest, "uncc.cooperation"),
    (AssistanceRequest, "uncc.cooperation"),
    (ExtraditionRequest, "uncc.cooperation"),
    (ConfiscationRequest, "uncc.confiscation"),
]


def parts(model: type) -> Iterator[type]:
    """Yield every class of the library in the annotations of a model's fields, and of the fields of those."""
    hints = get_type_hints(model)
    waiting = [hints[field.name] for field in attrs.fields(model)]
    while waiting:
        hint = waiting.pop()
        waiting += get_args(hint)
        if isinstance(hint, type) and hint.__module__.startswith("uncc."):
            yield hint
            if attrs.has(hint):
                yield from parts(hint)


@pytest.mark.parametrize(("request_", "face"), REQUESTS)
def test_a_request_is_imported_with_its_parts_from_one_module(request_: type, face: str) -> None:
    """The face of the chapter has the request and all of which it is made.

    The facts of a conduct are told in the words of its offence: those classes stand in `uncc.offences`.
    """
    chapter: ModuleType = import_module(face)
    found = {request_, *parts(request_)} - {Facts}
    assert len(found) > 2
    for part in found:
        assert getattr(chapter, part.__name__) is part
