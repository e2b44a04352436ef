"""Contested readings: where the Convention's words admit more than one, the choice is named.

A reading is a class, an entry of the register: its members are the options that the words admit, and the class says
its id, its question, its provisions, the option adopted by default and why, or that none is. A `Readings` value is a
caller's own choice, made of an answer with `.under(...)`. The entries stand in one module for each chapter of the
Convention; `register()` lists them all.

>>> from uncc.readings.chapter_5 import FloorStart
>>> print(FloorStart.adopted.words)
the sixty days are counted from the day on which the preservation takes effect
>>> Readings.of(FloorStart.RECEIVED).chosen(FloorStart).value
'received'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar

from attrs import field, frozen

from uncc.kernel.again import under
from uncc.kernel.declared import typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.model import Model
from uncc.kernel.readings import Option, Reading
from uncc.kernel.ready import Declared

__all__ = ["AS_ADOPTED", "Readings", "register"]

T = TypeVar("T")


def _in_order(choices: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(sorted(choices, key=_place))


def _one_option_each(_: object, __: object, choices: tuple[Reading, ...]) -> None:
    readings = [type(choice) for choice in choices]
    for choice in choices:
        if readings.count(type(choice)) > 1:
            raise InvalidValue("readings", choice, "the only choice for its reading")


@frozen(field_transformer=typed)
class Readings(Model, Declared):
    """A caller's choice of readings, at most one option for each; what is not chosen stays as adopted."""

    choices: tuple[Reading, ...] = field(default=(), converter=_in_order, validator=_one_option_each)

    @classmethod
    def of(cls, *choices: Reading) -> Readings:
        """Return the choice of these options."""
        return cls(choices)

    @classmethod
    def named(cls, names: Mapping[str, str | None]) -> Readings:
        """Return the choice written as ids of readings and names of options; `None` chooses none of a reading.

        >>> Readings.named({"preservation-floor-start": "received"}).choices[0].name
        'RECEIVED'
        """
        if not isinstance(names, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]  # who has no checker
            raise InvalidValue("names", names, "a mapping of ids of readings to names of options")
        given = [(_named(identifier), name) for identifier, name in names.items()]
        return cls(tuple(reading.named(name) for reading, name in given if name is not None))

    def names(self) -> dict[str, str]:
        """Return the choice as ids of readings and names of options, in the order of the register."""
        return {choice.id: choice.value for choice in self.choices}

    def chosen(self, reading: type[Option]) -> Option | None:
        """Return the option chosen for `reading`, or else the one adopted, or `None`."""
        for choice in self.choices:
            if isinstance(choice, reading):
                return choice
        return reading.adopted


def chosen(found: T, readings: Readings) -> T:
    """Return what a rule has found on these readings; it answers as adopted, which stays where none is chosen."""
    return under(found, readings) if readings.choices else found


@cache
def register() -> tuple[type[Reading], ...]:
    """Return every reading of the register, in the order of the Convention's chapters.

    >>> [reading.id for reading in register()][0]
    'substance-or-subscriber'
    """
    from uncc.readings import (
        chapter_1,
        chapter_2,
        chapter_3,
        chapter_4,
        chapter_5,
        chapter_5_assistance,
        chapter_9,
    )

    chapters = (chapter_1, chapter_2, chapter_3, chapter_4, chapter_5, chapter_5_assistance, chapter_9)
    entries = Reading.__subclasses__()  # in the order of their definition
    return tuple(entry for chapter in chapters for entry in entries if entry.__module__ == chapter.__name__)


def _place(option: Reading) -> int:
    if type(option) not in register():
        raise InvalidValue("readings", option, "an option of a reading of the register")
    return register().index(type(option))


def _named(identifier: str) -> type[Reading]:
    known = {reading.id: reading for reading in register()}
    if identifier not in known:
        from uncc.kernel.meant import perhaps

        ids = f"{', '.join(known)}{perhaps(identifier, known)}"
        raise InvalidValue("readings", identifier, f"the id of a reading; these are known: {ids}")
    return known[identifier]


AS_ADOPTED = Readings()
"""No choice of the caller's own: every reading as the register adopts it, or leaves it open."""
