"""Contested readings: where the Convention's words admit more than one, the choice is named.

A reading is a class, an entry of the register: its members are the options that the words admit, and the class says
its id, its question, its provisions, the option adopted by default and why, or that none is. A `Readings` value is a
caller's own choice, passed to a rule as `under=`. The entries stand in one module for each chapter of the Convention;
`register()` lists them all.

>>> from uncc.readings.chapter_5 import FloorStart
>>> print(FloorStart.adopted.words)
the day on which the preservation takes effect
>>> Readings.of(FloorStart.RECEIVED).chosen(FloorStart).value
'received'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import EnumMeta
from functools import cache
from typing import ClassVar, Self, TypeVar

from attrs import field, frozen

from uncc.kernel.errors import InvalidValue
from uncc.kernel.immutable import FixedEnum, tuples_only
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision

__all__ = ["AS_ADOPTED", "Consulted", "Reading", "Readings", "register"]


_SAID = frozenset({"id", "question", "authority", "adopted", "because"})


class _FixedEntry(EnumMeta):
    """Keeps what a reading says of itself: who wants another option chooses it, and adopts it for nobody else."""

    def __setattr__(cls, name: str, value: object) -> None:
        if name in _SAID and name in vars(cls):
            raise AttributeError(f"{cls.__name__}.{name} is fixed: it cannot be changed")
        super().__setattr__(name, value)

    def __delattr__(cls, name: str) -> None:
        if name in _SAID:
            raise AttributeError(f"{cls.__name__}.{name} is fixed: it cannot be taken away")
        super().__delattr__(name)


class Reading(FixedEnum, metaclass=_FixedEntry):
    """A question that the text leaves open; its members are the answers that its words admit.

    Each member is its stable name (its `value`), its `words`, and its `place` among the options, from 0. `adopted` is
    the option that holds where a caller chooses none, and `None` where none is adopted, so that an answer which turns
    on it stays undetermined. `because` says why.
    """

    id: ClassVar[str]
    question: ClassVar[str]
    authority: ClassVar[tuple[Provision, ...]]
    adopted: ClassVar[Self | None]
    because: ClassVar[str]

    words: str
    place: int

    def __new__(cls, name: str, words: str) -> Self:  # noqa: D102
        option = object.__new__(cls)
        option._value_ = name
        option.words = words
        option.place = len(cls.__members__)
        return option

    def __init_subclass__(
        cls: type[Self],
        *,
        id: str,  # noqa: A002  # as the register calls it
        question: str,
        authority: tuple[Provision, ...],
        adopted: str | None,
        because: str,
    ) -> None:
        super().__init_subclass__()
        cls.id, cls.question, cls.authority, cls.because = id, question, authority, because
        cls.adopted = None if adopted is None else _option(cls, adopted)


Option = TypeVar("Option", bound=Reading)


@frozen
class Consulted(Model):
    """A reading that a finding consulted, and the option on which the finding rests, if any."""

    reading: type[Reading]
    chosen: Reading | None

    @property
    def chosen_index(self) -> int | None:
        """The place of the chosen option among the options, from 0; `None` where none is chosen."""
        return None if self.chosen is None else self.chosen.place


def _in_order(choices: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(sorted(choices, key=_place))


def _one_option_each(_: object, __: object, choices: tuple[Reading, ...]) -> None:
    readings = [type(choice) for choice in choices]
    for choice in choices:
        if readings.count(type(choice)) > 1:
            raise InvalidValue("readings", choice, "the only choice for its reading")


@frozen(field_transformer=tuples_only)
class Readings(Model):
    """A caller's choice of readings, at most one option for each; what is not chosen stays as adopted."""

    choices: tuple[Reading, ...] = field(default=(), converter=_in_order, validator=_one_option_each)

    @classmethod
    def of(cls, *choices: Reading) -> Readings:
        """Return the choice of these options."""
        return cls(choices)

    @classmethod
    def named(cls, names: Mapping[str, str]) -> Readings:
        """Return the choice written as ids of readings and names of options.

        >>> Readings.named({"preservation-floor-start": "received"}).choices[0].name
        'RECEIVED'
        """
        return cls(tuple(_option(_named(identifier), name) for identifier, name in names.items()))

    def names(self) -> dict[str, str]:
        """Return the choice as ids of readings and names of options, in the order of the register."""
        return {choice.id: choice.value for choice in self.choices}

    def chosen(self, reading: type[Option]) -> Option | None:
        """Return the option chosen for `reading`, or else the one adopted, or `None`."""
        for choice in self.choices:
            if isinstance(choice, reading):
                return choice
        return reading.adopted


@cache
def register() -> tuple[type[Reading], ...]:
    """Return every reading of the register, in the order of the Convention's chapters.

    >>> [reading.id for reading in register()][0]
    'substance-or-subscriber'
    """
    from uncc.readings import chapter_1, chapter_2, chapter_3, chapter_4, chapter_5, chapter_9

    chapters = (chapter_1, chapter_2, chapter_3, chapter_4, chapter_5, chapter_9)
    entries = Reading.__subclasses__()  # in the order of their definition
    return tuple(entry for chapter in chapters for entry in entries if entry.__module__ == chapter.__name__)


def _place(option: Reading) -> int:
    if type(option) not in register():
        raise InvalidValue("readings", option, "an option of a reading of the register")
    return register().index(type(option))


def _named(identifier: str) -> type[Reading]:
    known = {reading.id: reading for reading in register()}
    if identifier not in known:
        raise InvalidValue("readings", identifier, f"the id of a reading; these are known: {', '.join(known)}")
    return known[identifier]


def _option(reading: type[Option], name: object) -> Option:
    options: dict[object, Option] = {option.value: option for option in reading}
    if not isinstance(name, str) or name not in options:
        raise InvalidValue(reading.id, name, f"one of its options: {', '.join(map(str, options))}")
    return options[name]


AS_ADOPTED = Readings()
"""No choice of the caller's own: every reading as the register adopts it, or leaves it open."""
