"""The base of every model: what a pickle of an earlier version does not have yet takes its default.

>>> from attrs import frozen
>>> @frozen
... class Train(Model):
...     number: int
...     stops: tuple[str, ...] = ()
>>> train = Train.__new__(Train)
>>> train.__setstate__({"number": 7})  # as it was pickled before trains had stops
>>> train
Train(number=7, stops=())
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, ClassVar, cast

import attrs

__all__ = ["Model", "field_name"]

_FACTORY = cast("type[Any]", attrs.Factory)  # a class, which attrs tells type checkers is a function


class Model:
    """The base of every model of the library, a frozen attrs class: it takes up a pickle that lacks what came later."""

    __slots__ = ()

    __setstate__: ClassVar[Callable[[Any, Mapping[str, Any]], None]]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if cls.__repr__ is Model.__repr__:
            cls.__repr__ = Model.__repr__  # type: ignore[method-assign]  # its own: attrs need not write out another

    def __repr__(self) -> str:
        model: Any = type(self)
        told = (f"{one.name}={getattr(self, one.name)!r}" for one in attrs.fields(model) if one.repr)
        return f"{model.__qualname__.rpartition('>.')[2]}({', '.join(told)})"

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        written = getattr(cls, "__setstate__", _taken_up)  # by attrs, for slots: it leaves unset what the state lacks

        def filled_up(self: Model, state: Mapping[str, Any]) -> None:
            written(self, {**dict(_defaults(cls, state)), **state})

        cls.__setstate__ = filled_up


def _taken_up(model: Model, state: Mapping[str, Any]) -> None:
    model.__dict__.update(state)


def _defaults(model: type[Any], state: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for field in attrs.fields(model):
        if field.name not in state and field.default is not attrs.NOTHING:
            yield field.name, usual(field.default)


class _Unstated:
    """A model of which nothing is stated, for a default that looks at the other fields."""

    def __getattr__(self, name: str) -> None:
        return None


def usual(default: Any) -> Any:
    """Return the value that a default stands for, in a model of which nothing else is stated."""
    if not isinstance(default, _FACTORY):
        return default
    return default.factory(*((_Unstated(),) if default.takes_self else ()))


@cache
def field_name(model: Any, field: str) -> str:
    """Return the name of a field of a class of models, after the class that declares it, also where an heir holds it.

    `AttributeError` where the model has no such field.

    >>> @attrs.frozen
    ... class Train(Model):
    ...     number: int
    >>> field_name(Train, "number")
    'Train.number'
    """
    for holder in reversed(model.__mro__):
        if attrs.has(holder) and field in attrs.fields_dict(holder):
            return f"{holder.__name__}.{field}"
    raise AttributeError(f"{model.__name__} has no field {field}")
