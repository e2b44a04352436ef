"""Validators for what stands in a model: each refuses only what cannot be meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from attrs import Attribute

from uncc.kernel.errors import InvalidValue
from uncc.kernel.names import Roll, is_blank, names_nothing

__all__ = [
    "A_TEXT",
    "MOST_NAME",
    "MOST_TEXT",
    "TEXTS",
    "a_count_of_days",
    "a_moment",
    "a_name",
    "a_port",
    "a_text",
    "a_title",
    "parts_of",
    "some_names",
    "some_texts",
]


A_TEXT = "a text; where there is nothing to say, say nothing (null)"
"""What stands where a blank one did."""
MOST_NAME = 500
"""How long a name or a title may be, in characters: an answer names what it is about many times."""
MOST_TEXT = 100_000
"""How long any other text may be: some forty pages."""


def a_text(_: object, attribute: Attribute[Any], value: Any) -> None:
    """Validate a text: one of blanks and invisible characters would pass for an answer and is none."""
    _text(value, attribute.name)


def a_title(_: object, attribute: Attribute[Any], value: Any) -> None:
    """Validate a text by which something is named in many places of an answer."""
    _text(value, attribute.name, MOST_NAME)


def some_texts(_: object, attribute: Attribute[Any], values: Any) -> None:
    """Validate a tuple of texts, none of them blank."""
    for number, value in enumerate(values):
        _text(value, f"{attribute.name}[{number}]")


def a_name(_: object, attribute: Attribute[Any], value: Any) -> None:
    """Validate a name of a State, an organization or a text: what its folding leaves is not blank."""
    _name(value, attribute.name)


def some_names(_: object, attribute: Attribute[Any], values: Any) -> None:
    """Validate a tuple of names, each once in any spelling."""
    roll = Roll()
    for number, value in enumerate(values):
        place = f"{attribute.name}[{number}]"
        _name(value, place)
        earlier = roll.enter(value, place)
        if earlier is not None:
            raise InvalidValue(place, value, f"a name of its own: it is {earlier}")


def _name(value: Any, name: str) -> None:
    if not isinstance(value, str) or names_nothing(value):
        _text(value, name)
        raise InvalidValue(name, value, "a name; marks alone are none")
    _text(value, name, MOST_NAME)


def _text(value: object, name: str, most: int = MOST_TEXT) -> None:
    if not isinstance(value, str) or is_blank(value):
        raise InvalidValue(name, value, A_TEXT)
    if len(value) > most:
        raise InvalidValue(name, value, f"a text of at most {most} characters: it has {len(value)}")


TEXTS = frozenset({a_text, a_title, some_texts, a_name, some_names})
"""The validators of texts, alone or in a tuple."""


def parts_of(validator: Any) -> Iterator[Any]:
    """Yield the validators that a validator is put together from, and itself."""
    several: tuple[Any, ...] = getattr(validator, "_validators", ())
    inner = getattr(validator, "validator", None)
    for part in several or ((inner,) if inner is not None else ()):
        yield from parts_of(part)
    yield validator


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
