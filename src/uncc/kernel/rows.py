"""Several things of one kind, which a notebook shows as a table: a tuple in all else.

>>> from attrs import frozen
>>> @frozen
... class Train:
...     number: int
...     stops: tuple[str, ...] = ()
>>> trains = Rows((Train(7, ("Astoria", "Borduria")),))
>>> trains.to_rows()
[{'number': 7, 'stops': 'Astoria, Borduria'}]
>>> trains == (Train(7, ("Astoria", "Borduria")),), hash(trains) == hash(tuple(trains))
(True, True)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from importlib import import_module
from typing import Any, TypeAlias, TypeVar, cast

import attrs

from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding
from uncc.kernel.quantities import Quantity

__all__ = ["Cell", "Rows", "row_of", "rows"]

Item_co = TypeVar("Item_co", covariant=True)
Cell: TypeAlias = bool | int | str | None
"""What stands in a cell of a table."""


class Rows(tuple[Item_co, ...]):
    """A tuple that is shown as a table, and gives its rows to pandas: `DataFrame(report.duties.to_rows())`."""

    __slots__ = ()

    def to_rows(self) -> list[dict[str, Cell]]:
        """Return a row for each thing: its fields by name, with what a cell can hold; an answer is its truth."""
        return [row_of(one) for one in self]

    def _repr_html_(self) -> str:
        html: str = import_module("uncc.pages").shown(self)
        return html


def rows(things: tuple[Any, ...]) -> Rows[Any]:
    """Return things of a tuple as rows; what is no tuple stays as it is, for the model to refuse."""
    given: Any = things
    return Rows(given) if isinstance(given, tuple) else given  # pyright: ignore[reportUnknownArgumentType]


def row_of(thing: object) -> dict[str, Cell]:
    """Return what the fields of a thing come to, by name; a question gives its own, what has no words is left out."""
    return dict(_cells(thing))


def _cells(thing: object) -> Iterator[tuple[str, Cell]]:
    kind: Any = type(thing)
    for field in attrs.fields(kind):
        value = getattr(thing, field.name)
        if isinstance(value, Question):
            yield from _cells(value)
        elif _has_words(value):
            yield field.name, _cell(value)


def _has_words(value: object) -> bool:
    return not attrs.has(type(value)) or hasattr(value, "key") or type(value).__str__ is not object.__str__


def _cell(value: object) -> Cell:
    match value:
        case bool() | int() | str() | None:
            return value
        case Finding():
            return str(value.truth.value)
        case Quantity():
            return value.shown
        case Enum():
            return _cell(value.value)
        case tuple() | Mapping():
            return ", ".join(str(_cell(one)) for one in cast("Iterable[object]", value))
        case _:
            return str(getattr(value, "key", value))
