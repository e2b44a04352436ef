"""What stands at the leaves of a document: texts, numbers, days, amounts, citations, members and readings."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from types import MappingProxyType
from typing import Any, cast

from uncc.kernel.between import Between, calendar_day, day_text, ends_of, read_day
from uncc.kernel.errors import InvalidValue, shown
from uncc.kernel.facts import DayFact, NumberFact
from uncc.kernel.immutable import Names, fixed_names
from uncc.kernel.meant import perhaps
from uncc.kernel.names import is_blank
from uncc.kernel.provisions import Provision
from uncc.kernel.readings import Consulted, Reading
from uncc.kernel.values import A_TEXT
from uncc.readings import Readings, register

__all__: list[str] = []

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_AMOUNT = re.compile(r"(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|\+00:00)", re.ASCII)


def not_of(expected: str, value: object) -> str:
    """Say what a value is not; what JSON has words for is shown in those."""
    words = next((word for word, named in _WORDS.items() if value is named), None)
    return f"{words or shown(value)} is not {expected}"


_WORDS = {"null": None, "true": True, "false": False}


def listed(kind: type[Enum]) -> str:
    """Return the values of a closed list in one line."""
    return ", ".join(str(member.value) for member in kind)


def _text(value: object, _: object) -> str:
    if not isinstance(value, str):
        raise TypeError(not_of("a text", value))
    try:
        if not value.isascii():
            value.encode()
    except UnicodeEncodeError:
        raise ValueError(not_of("a text: half of a character stands alone in it", value)) from None
    return value


def _integer(value: object, _: object) -> int:
    if type(value) is not int:
        raise TypeError(not_of("a whole number", value))
    return value


def _boolean(value: object, _: object) -> bool:
    if value is not True and value is not False:
        raise TypeError(not_of("true, false or null (not known)", value))
    return value


def _day(value: object, _: object) -> date:
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError(not_of(calendar_day(value), value))


def _moment(value: object, _: object) -> datetime:
    try:
        if isinstance(value, str) and _MOMENT.fullmatch(value):
            return datetime.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError(not_of("a moment in UTC such as 2027-05-09T04:12:09Z", value))


def _amount(value: object, _: object) -> Decimal:
    if isinstance(value, str) and _AMOUNT.fullmatch(value):
        return Decimal(value)
    raise ValueError(not_of('an amount as a text of digits such as "1200.50"', value))


def _provision(value: object, _: object) -> Provision:
    if not isinstance(value, str):
        raise TypeError(not_of("a citation such as 'Art. 42(6)'", value))
    return Provision.parse(value)


def an_address(value: object, _: object) -> IPv4Address | IPv6Address:
    """Return the internet address that a text names."""
    try:
        if isinstance(value, str) and "%" not in value:  # a zone is a name on one machine only
            return ip_address(value)
    except ValueError:
        pass
    raise ValueError(not_of("an internet address such as 192.0.2.7 or 2001:db8::7", value))


def an_object(value: object, expected: str) -> dict[str, Any]:
    """Return a value that is an object of JSON; another is told as not what is `expected`."""
    if not isinstance(value, dict):
        raise TypeError(not_of(expected, value))
    return cast("dict[str, Any]", value)


def _readings(value: object, _: object) -> Readings:
    return Readings.named(an_object(value, "an object of readings and the options chosen"))


def _consulted(value: object, _: object) -> Consulted:
    found = an_object(value, "an object of a reading and the option chosen")
    readings = {reading.id: reading for reading in register()}
    if set(found) != {"reading", "chosen"} or found["reading"] not in list(readings):
        raise ValueError(not_of("a reading of the register and the option chosen", found))
    reading = readings[found["reading"]]
    options: dict[object, Reading | None] = {None: None, **{option.value: option for option in reading}}
    if found["chosen"] not in list(options):
        raise ValueError(not_of(f"an option of {reading.id}", found["chosen"]))
    return Consulted(reading, options[found["chosen"]])


def a_member(value: object, kind: type[Enum]) -> Enum:
    """Return the member of a closed list that a text names."""
    member = _members(kind).get(value) if isinstance(value, str) else None
    if member is None:
        raise ValueError(not_of(f"one of: {listed(kind)}", value) + perhaps(value, _members(kind)))
    return member


@cache
def _members(kind: type[Enum]) -> Mapping[str, Enum]:
    return MappingProxyType({str(member.value): member for member in kind})


def some_words(value: object, _: object) -> str:
    """Return a text that says something."""
    found = _text(value, str)
    if is_blank(found):
        raise ValueError(not_of(A_TEXT, found))
    return found


def _names(value: object, _: object) -> Names:
    names = an_object(value, "an object")
    for name, words in names.items():
        if not isinstance(words, str):
            raise InvalidValue(name, words, "a text")
    return fixed_names(names)


def consulted_as_json(consulted: Consulted) -> dict[str, str | None]:
    """Return a reading that was consulted, by its id and the option chosen."""
    chosen = None if consulted.chosen is None else str(consulted.chosen.value)
    return {"reading": consulted.reading.id, "chosen": chosen}


def moment_as_json(value: datetime) -> str:
    """Return a moment as ISO 8601 in UTC."""
    return value.isoformat().replace("+00:00", "Z")


def amount_as_json(value: Decimal) -> str:
    """Return an amount in digits."""
    return format(value, "f")


def a_plain_value(value: object) -> bool | int | str:
    """Return a value that is no object and no list."""
    if not isinstance(value, bool | int | str):
        raise TypeError(not_of("true, false, a number or a text", value))
    return value


def known_as_json(value: Any) -> Any:
    """Return what is known of a day or a number as JSON has it."""
    if not isinstance(value, Between):
        return value.isoformat() if isinstance(value, date) else value
    least, most = ends_of(value)
    if isinstance(least, date) or isinstance(most, date):
        return day_text(Between(least, most))
    ends = {"at_least": least, "at_most": most}
    return {name: end for name, end in ends.items() if end is not None}


def _day_fact(value: object, _: object) -> Any:
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError(not_of("a calendar day such as 2027-05-09, or null (not known)", value))
    return read_day(value, "")  # its place says where


def _number_fact(value: object, kind: object) -> Any:
    if isinstance(value, dict):
        ends = cast("dict[str, Any]", value)
        if ends and set(ends) <= {"at_least", "at_most"}:
            least, most = (
                (None if end is None else _integer(end, kind)) for end in map(ends.get, ("at_least", "at_most"))
            )
            return Between(least, most)
        raise TypeError(not_of('a whole number, or an object with "at_least", "at_most" or both', ends))
    return None if value is None else _integer(value, kind)


DAY_AND_NUMBER_READERS: Mapping[Any, Callable[[object, object], Any]] = MappingProxyType(
    {DayFact: _day_fact, NumberFact: _number_fact}
)

LEAF_READERS: Mapping[Any, Callable[[object, object], Any]] = MappingProxyType(
    {
        str: _text,
        int: _integer,
        bool: _boolean,
        Decimal: _amount,
        date: _day,
        datetime: _moment,
        Provision: _provision,
        Names: _names,
        Readings: _readings,
        Consulted: _consulted,
    }
)
