"""What the register of contested words is made of, and what a finding keeps of it.

A `Reading` is a question that the text leaves open, with its options; a finding keeps the reading that it `Consulted`.
The entries themselves, and a caller's own choice among their options, stand in `uncc.readings`.
"""

from __future__ import annotations

from enum import EnumMeta
from typing import ClassVar, Protocol, Self, TypeVar

from attrs import frozen

from uncc.kernel.errors import InvalidValue
from uncc.kernel.immutable import FixedEnum
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision
from uncc.kernel.ready import Declared, kept_ready

__all__ = ["Choice", "Consulted", "Reading", "as_adopted"]

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

    id: ClassVar[str]  # pyright: ignore[reportInvalidTypeForm]  # of the class, and no option
    question: ClassVar[str]  # pyright: ignore[reportInvalidTypeForm]  # of the class, and no option
    authority: ClassVar[tuple[Provision, ...]]  # pyright: ignore[reportInvalidTypeForm]  # of the class, and no option
    adopted: ClassVar[Self | None]  # pyright: ignore[reportInvalidTypeForm]  # of the class, and no option
    because: ClassVar[str]  # pyright: ignore[reportInvalidTypeForm]  # of the class, and no option

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
        cls.adopted = None if adopted is None else cls.named(adopted)

    @classmethod
    def named(cls, name: object) -> Self:
        """Return the option of this name; `InvalidValue`, with the names of all, where there is none."""
        options: dict[object, Self] = {option.value: option for option in cls}
        if not isinstance(name, str) or name not in options:
            from uncc.kernel.meant import perhaps

            names = [str(option) for option in options]
            raise InvalidValue(cls.id, name, f"one of its options: {', '.join(names)}{perhaps(name, names)}")
        return options[name]


Option = TypeVar("Option", bound=Reading)


class Choice(Protocol):
    """Whatever says which option of a reading holds: `uncc.readings.Readings`, with what the register adopts."""

    def chosen(self, reading: type[Option]) -> Option | None:
        """Return the option that holds, or `None` where none does."""
        ...

    def __hash__(self) -> int: ...


@frozen(cache_hash=True)
class Consulted(Model, Declared):
    """A reading that a finding consulted, and the option on which the finding rests, if any."""

    reading: type[Reading]
    chosen: Reading | None

    @property
    def chosen_index(self) -> int | None:
        """The place of the chosen option among the options, from 0; `None` where none is chosen."""
        return None if self.chosen is None else self.chosen.place


@kept_ready
def as_adopted(reading: type[Reading]) -> tuple[Consulted, tuple[Reading, ...]]:
    """Return what a finding keeps of a reading that stands as the register adopts it, and the options of it."""
    return Consulted(reading, reading.adopted), tuple(reading)
