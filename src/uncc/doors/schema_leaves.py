"""The leaves of a JSON Schema: how a text, a day, an amount or an address is written, and what bounds a value has."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date, datetime
from decimal import Decimal
from ipaddress import IPv4Address, IPv6Address
from types import MappingProxyType
from typing import Any, TypeAlias

from uncc.kernel.differences import End
from uncc.kernel.facts import DayFact
from uncc.kernel.immutable import Names
from uncc.kernel.names import INVISIBLE
from uncc.kernel.provisions import Provision
from uncc.kernel.values import (
    MOST_NAME,
    MOST_TEXT,
    a_count_of_days,
    a_name,
    a_port,
    a_text,
    a_title,
    some_names,
    some_texts,
)

__all__ = ["ENDS", "LEAVES", "Schema", "bound", "number"]

Schema: TypeAlias = dict[str, Any]

_DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_KNOWN_DAY = rf"{_DAY}|[0-9]{{4}}(-(0[1-9]|1[0-2]))?|\[{_DAY}\.\.({_DAY})?\]|\[\.\.{_DAY}\]"
"""What is known of a day: the day, its month, its year, or one end or two."""
_TIME = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?"
_BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_V4 = rf"{_BYTE}(\.{_BYTE}){{3}}"
_V6 = "[0-9A-Fa-f:.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*"
_SOMETHING: Mapping[str, str] = MappingProxyType({"pattern": rf"[^\s{INVISIBLE}]"})
LEAVES: Mapping[Any, Schema] = MappingProxyType(
    {
        str: {"type": "string"},
        int: {"type": "integer"},
        bool: {"type": "boolean"},
        DayFact: {"type": ["string", "null"], "pattern": f"^({_KNOWN_DAY})$"},
        End: {"type": ["string", "integer", "null"]},
        date: {"type": "string", "format": "date", "pattern": f"^{_DAY}$", "maxLength": 10},
        datetime: {"type": "string", "format": "date-time", "pattern": rf"^{_DAY}T{_TIME}(Z|\+00:00)$"},
        Decimal: {"type": "string", "pattern": "^(0|[1-9][0-9]{0,17})([.][0-9]{1,18})?$"},
        Provision: {"type": "string", "pattern": "[0-9]", "description": "A citation such as Art. 42(6)"},
        IPv4Address | IPv6Address: {"type": "string", "pattern": f"^({_V4}|{_V6})$"},
        Names: {"type": "object", "additionalProperties": {"type": "string"}},
    }
)
_BOUNDS: tuple[tuple[Any, Schema], ...] = (
    (a_text, {**_SOMETHING, "maxLength": MOST_TEXT}),
    (a_title, {**_SOMETHING, "maxLength": MOST_NAME}),
    (a_name, {**_SOMETHING, "maxLength": MOST_NAME}),
    (some_texts, {"items": {"type": "string", **_SOMETHING, "maxLength": MOST_TEXT}}),
    (some_names, {"items": {"type": "string", **_SOMETHING, "maxLength": MOST_NAME}}),
    (a_count_of_days, {"minimum": 1, "maximum": 36_525}),
    (a_port, {"minimum": 0, "maximum": 65_535}),
)
"""What the validators of single values ask for."""
ENDS: Mapping[str, Schema] = MappingProxyType(
    {
        "day": {"type": ["string", "null"], "pattern": f"^({_DAY}|never|none)$"},
        "number": {"type": ["integer", "null"]},
        "amount": {"type": ["string", "null"], "pattern": "^-?[0-9]+(/[0-9]+)?$"},
    }
)
"""How the ends of a quantity are written."""


def number(bounds: tuple[int, int]) -> Schema:
    """Return the schema of a number that may be known in part."""
    found = dict(zip(("type", "minimum", "maximum"), ("integer", *bounds), strict=True))
    end = {**found, "type": ["integer", "null"]}
    ends = {"type": "object", "properties": {"at_least": end, "at_most": end}, "additionalProperties": False}
    return {"anyOf": [found, {**ends, "minProperties": 1}, {"type": "null"}]}


def bound(validator: Any) -> Schema:
    """Return what the validator of a single value asks for."""
    for known, asked in _BOUNDS:
        if known is validator:
            return deepcopy(asked)
    return {}
