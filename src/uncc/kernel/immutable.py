"""What keeps a model as it was made: tuples and no lists, names that cannot be renamed, members that carry data.

>>> from attrs import frozen
>>> @frozen(field_transformer=tuples_only)
... class Train:
...     stops: tuple[str, ...] = ()
>>> Train(["Astoria"])
Traceback (most recent call last):
    ...
uncc.kernel.errors.InvalidValue: stops: ['Astoria'] is not a tuple
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, TypeVar

from attrs import Attribute, frozen
from attrs.validators import and_

from uncc.kernel.errors import InvalidValue
from uncc.kernel.model import Model

__all__ = ["NO_NAMES", "FixedEnum", "Names", "fixed", "fixed_names", "tuples_only"]


def tuples_only(_: type, fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """Have every field that is declared as a tuple refuse what is none; for `frozen(field_transformer=...)`.

    A list could be changed by whoever holds it, and has no hash.
    """
    return [_checked(field) if str(field.type).startswith("tuple[") else field for field in fields]


def _checked(field: Attribute[Any]) -> Attribute[Any]:
    return field.evolve(validator=_a_tuple if field.validator is None else and_(_a_tuple, field.validator))


def _a_tuple(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, tuple):
        raise InvalidValue(attribute.name, value, "a tuple")


@frozen(eq=False, repr=False, field_transformer=tuples_only)
class Names(Model, Mapping[str, str]):
    """Names with their words, in order: what a `dict` would be, but with a hash, and never changed.

    >>> fixed_names({"all": "every one of them"})["all"]
    'every one of them'
    """

    pairs: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, name: str) -> str:
        return dict(self.pairs)[name]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __hash__(self) -> int:
        return hash(frozenset(self.pairs))

    def __repr__(self) -> str:
        return f"fixed_names({dict(self.pairs)})"


def fixed_names(names: Mapping[str, str]) -> Names:
    """Return the names of another mapping, in its order."""
    return names if isinstance(names, Names) else Names(tuple(names.items()))


NO_NAMES = Names()

Key = TypeVar("Key")
Value = TypeVar("Value")


@frozen(eq=False, repr=False)
class _Fixed(Mapping[Key, Value]):
    """A mapping that nobody changes, with a hash, a copy and a pickle."""

    _held: Mapping[Key, Value]

    def __getitem__(self, key: Key) -> Value:
        return self._held[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __hash__(self) -> int:
        return hash(frozenset(self._held.items()))

    def __repr__(self) -> str:
        return f"fixed({dict(self._held)})"

    def __reduce__(self) -> tuple[Any, ...]:
        return fixed, (dict(self._held),)


def fixed(mapping: Mapping[Key, Value]) -> Mapping[Key, Value]:
    """Return what another mapping holds, in its order, as one that nobody changes: a result with a hash and a pickle.

    >>> answers = fixed({"first": True})
    >>> answers == {"first": True}, len({answers, fixed({"first": True})})
    (True, 1)
    """
    return _Fixed(MappingProxyType(dict(mapping)))


class FixedEnum(Enum):
    """The base of an enumeration whose members carry data: once the class is made, nobody sets them anew."""

    __hash__ = object.__hash__  # of a member there is one only: this is right, and several times faster than by name

    def __setattr__(self, name: str, value: object) -> None:
        if getattr(self, "_name_", None) in type(self).__members__:
            raise AttributeError(f"{self} is fixed: what it carries cannot be changed")
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{self} is fixed: what it carries cannot be taken away")
