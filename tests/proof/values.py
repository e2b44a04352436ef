"""What a value is, for code that walks through values of any kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeGuard, cast

import attrs

from uncc.kernel.facts import FACT, Facts, ListDeclaration, QuantityDeclaration


def is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Whether a value is a tuple."""
    return isinstance(value, tuple)


def is_model(value: object) -> bool:
    """Whether a value is one of an attrs class."""
    return attrs.has(type(value))


def fields_of(value: object) -> tuple[attrs.Attribute[Any], ...]:
    """Return the fields of a model."""
    model: Any = type(value)
    return cast("tuple[attrs.Attribute[Any], ...]", attrs.fields(model))


def is_fact(field: attrs.Attribute[Any]) -> bool:
    """Whether a field is true, false or not known; days, numbers and lists are varied with all else."""
    return FACT in field.metadata and not isinstance(field.metadata[FACT], QuantityDeclaration | ListDeclaration)


def parameter(field: attrs.Attribute[Any]) -> str:
    """Return the name under which a model takes a field."""
    return field.alias or field.name


def class_of(value: object) -> type[Any]:
    """Return the class of a value."""
    return type(value)


def names_of(facts: Facts) -> Mapping[str, str]:
    """Return the facts of a collection by field, with the names of their questions."""
    return _names(class_of(facts))  # type: ignore[arg-type]  # a class has a hash


@cache
def _names(model: type[Any]) -> Mapping[str, str]:
    return {field: question.name for field, question in model.questions().items()}
