"""Validators for what stands in a model: each refuses only what cannot be meant."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from attrs import Attribute

from uncc.kernel.errors import InvalidValue

__all__ = ["a_count_of_days", "a_moment", "a_port", "a_text", "some_texts"]


def a_text(_: object, attribute: Attribute[Any], value: Any) -> None:
    """Validate a text: a blank one would pass for an answer and is none."""
    _text(value, attribute.name)


def some_texts(_: object, attribute: Attribute[Any], values: Any) -> None:
    """Validate a tuple of texts, none of them blank."""
    for number, value in enumerate(values):
        _text(value, f"{attribute.name}[{number}]")


def _text(value: object, name: str) -> None:
    if not isinstance(value, str) or not value.strip():
        raise InvalidValue(name, value, "a text; where there is nothing to say, say nothing (null)")


def a_count_of_days(_: object, attribute: Attribute[Any], value: Any) -> None:
    """Validate a number of whole days from 1."""
    if type(value) is not int or not 1 <= value <= 36_525:
        raise InvalidValue(attribute.name, value, "a whole number of days, from 1 to 36525")


def a_moment(_: object, attribute: Attribute[Any], value: Any) -> None:
    """Validate a moment in UTC; a local time would name another connection."""
    if not isinstance(value, datetime) or value.utcoffset() != timedelta():
        shown = value.isoformat() if isinstance(value, datetime) else value
        raise InvalidValue(attribute.name, shown, "a moment in UTC such as 2027-05-09T04:12:09Z")


def a_port(_: object, attribute: Attribute[Any], value: Any) -> None:
    """Validate a port number."""
    if type(value) is not int or not 0 <= value <= 65_535:
        raise InvalidValue(attribute.name, value, "a port number, from 0 to 65535")
