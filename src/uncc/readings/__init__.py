"""Contested readings: where the Convention's words admit more than one, the choice is named.

A `Reading` is an entry of the register: its question, its options, the option adopted by default and why, or
none. A `Readings` value is a caller's own choice, passed to a rule as `under=`. The entries stand in one module
for each chapter of the Convention; `register()` lists them all.

>>> from uncc.readings.chapter_5 import FLOOR_START, FloorStart
>>> print(FLOOR_START.adopted.words)
the day on which the preservation takes effect
>>> Readings.of(FloorStart.RECEIVED).chosen(FLOOR_START).value
'received'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Generic, Self, TypeVar

from attrs import field, frozen

from uncc.kernel.errors import InvalidValue
from uncc.kernel.immutable import FixedEnum, tuples_only
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision

__all__ = ["AS_ADOPTED", "Consulted", "Reading", "ReadingOption", "Readings", "register"]


class ReadingOption(FixedEnum):
    """The base of the options of a reading: each member is its stable name and its words."""

    words: str

    def __new__(cls, name: str, words: str) -> Self:  # noqa: D102
        option = object.__new__(cls)
        option._value_ = name
        option.words = words
        return option


Option = TypeVar("Option", bound=ReadingOption)
Option_co = TypeVar("Option_co", bound=ReadingOption, covariant=True)


@frozen(field_transformer=tuples_only)
class Reading(Model, Generic[Option_co]):
    """A question that the text leaves open, with the answers that its words admit.

    `option_type` is the enumeration of the options; `adopted` is the option that holds where a caller chooses
    none, and `None` where none is adopted, so that an answer which turns on it stays undetermined. `because` says
    why.
    """

    id: str
    question: str = field(eq=False)
    option_type: type[Option_co] = field(eq=False)
    authority: tuple[Provision, ...] = field(eq=False)
    adopted: Option_co | None = field(eq=False)
    because: str = field(eq=False)

    @property
    def options(self) -> tuple[Option_co, ...]:
        """The options, in the order of the register."""
        return tuple(self.option_type)

    def __reduce__(self) -> str | tuple[Any, ...]:
        if any(self is reading for reading in register()):
            return _registered, (self.id,)
        return super().__reduce__()


def _registered(identifier: str) -> Reading[ReadingOption]:
    """Return the register's own entry, which is what a copy or a pickle of it stands for."""
    return next(reading for reading in register() if reading.id == identifier)


@frozen
class Consulted(Model):
    """A reading that a finding consulted, and the option on which the finding rests, if any."""

    reading: Reading[ReadingOption]
    chosen: ReadingOption | None

    @property
    def chosen_index(self) -> int | None:
        """The place of the chosen option among the options, from 0; `None` where none is chosen."""
        return None if self.chosen is None else self.reading.options.index(self.chosen)


def _in_order(choices: Iterable[ReadingOption]) -> tuple[ReadingOption, ...]:
    return tuple(sorted(choices, key=_place))


def _one_option_each(_: object, __: object, choices: tuple[ReadingOption, ...]) -> None:
    readings = [type(choice) for choice in choices]
    for choice in choices:
        if readings.count(type(choice)) > 1:
            raise InvalidValue("readings", choice, "the only choice for its reading")


@frozen(field_transformer=tuples_only)
class Readings(Model):
    """A caller's choice of readings, at most one option for each; what is not chosen stays as adopted."""

    choices: tuple[ReadingOption, ...] = field(default=(), converter=_in_order, validator=_one_option_each)

    @classmethod
    def of(cls, *choices: ReadingOption) -> Readings:
        """Return the choice of these options."""
        return cls(choices)

    @classmethod
    def named(cls, names: Mapping[str, str]) -> Readings:
        """Return the choice written as ids of readings and names of options.

        >>> Readings.named({"preservation-floor-start": "received"}).choices[0].name
        'RECEIVED'
        """
        return cls(tuple(_option(identifier, name) for identifier, name in names.items()))

    def names(self) -> dict[str, str]:
        """Return the choice as ids of readings and names of options, in the order of the register."""
        return {_reading_of(choice).id: choice.value for choice in self.choices}

    def chosen(self, reading: Reading[Option]) -> Option | None:
        """Return the option chosen for `reading`, or else the one adopted, or `None`."""
        for choice in self.choices:
            if isinstance(choice, reading.option_type):
                return choice
        return reading.adopted


@cache
def register() -> tuple[Reading[ReadingOption], ...]:
    """Return every reading of the register, in the order of the Convention's chapters.

    >>> [reading.id for reading in register()][0]
    'substance-or-subscriber'
    """
    from uncc.readings import chapter_1, chapter_2, chapter_3, chapter_4, chapter_5, chapter_9

    return (
        *chapter_1.READINGS,
        *chapter_2.READINGS,
        *chapter_3.READINGS,
        *chapter_4.READINGS,
        *chapter_5.READINGS,
        *chapter_9.READINGS,
    )


def _place(option: ReadingOption) -> int:
    types: list[type[ReadingOption]] = [reading.option_type for reading in register()]
    if type(option) not in types:
        raise InvalidValue("readings", option, "an option of a reading of the register")
    return types.index(type(option))


def _reading_of(option: ReadingOption) -> Reading[ReadingOption]:
    return register()[_place(option)]


def _option(identifier: str, name: object) -> ReadingOption:
    known = {reading.id: reading for reading in register()}
    if identifier not in known:
        raise InvalidValue("readings", identifier, f"the id of a reading; these are known: {', '.join(known)}")
    options = {str(option.value): option for option in known[identifier].options}
    if not isinstance(name, str) or name not in options:
        raise InvalidValue(identifier, name, f"one of its options: {', '.join(options)}")
    return options[name]


AS_ADOPTED = Readings()
"""No choice of the caller's own: every reading as the register adopts it, or leaves it open."""
