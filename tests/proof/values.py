"""What a value is, for code that walks through values of any kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeGuard, cast

import attrs

from uncc.facts import Facts


def is_tuple(value: Any) -> TypeGuard[tuple[Any, ...]]:
    """Whether a value is a tuple."""
    return isinstance(value, tuple)


def is_model(value: Any) -> bool:
    """Whether a value is one of an attrs class."""
    model: type[Any] = type(value)
    return attrs.has(model)


def fields_of(value: Any) -> tuple[attrs.Attribute[Any], ...]:
    """Return the fields of a model."""
    model: type[Any] = type(value)
    return cast("tuple[attrs.Attribute[Any], ...]", attrs.fields(model))


def parameter(field: attrs.Attribute[Any]) -> str:
    """Return the name under which a model takes a field."""
    return field.alias or field.name


@cache
def names_of(model: type[Facts]) -> Mapping[str, str]:
    """Return the facts of a collection by field, with the names of their questions."""
    return {field: question.name for field, question in model.questions().items()}
