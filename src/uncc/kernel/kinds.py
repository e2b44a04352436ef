"""What an annotation declares: which values are of it, and in an error message what would be right."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, Literal, NoReturn, TypeAlias, Union, get_args, get_origin

import attrs

from uncc.kernel.errors import InvalidValue
from uncc.kernel.meant import meant

__all__ = ["Kind", "kind_of", "refuse"]

_NOTHING = type(None)
Part: TypeAlias = "tuple[str, object, Kind]"


@attrs.frozen(eq=False)
class Kind:
    """What a value can be.

    - `plain`: the classes of which every value is right; what is of one need not be looked at.
    - `holds`: whether a value is right, whatever its class.
    - `options`: the classes among which it can be, `None` for what is not there.
    - `parts`: of a value of the right class the parts, each with its place and what it can be.
    """

    plain: frozenset[type]
    holds: Callable[[Any], bool]
    options: tuple[Any, ...]
    parts: Callable[[Any], Iterator[Part]] = lambda _: iter(())

    @property
    def anything(self) -> bool:
        """Whether every value is right."""
        return not self.options


_ANYTHING = Kind(frozenset(), lambda _: True, ())


def kind_of(annotation: object, module: str) -> Kind:
    """Return what an annotation declares that stands in a module; anything, where it cannot be read there."""
    return _read(annotation, module) if isinstance(annotation, str) else _kind(annotation)


@cache
def _read(annotation: str, module: str) -> Kind:
    try:
        return _kind(eval(annotation, vars(sys.modules[module])))  # noqa: S307  # what stands in the code
    except NameError:  # a class within a function, or what type checkers alone import
        return _ANYTHING


@cache
def _kind(declared: Any) -> Kind:
    origin, inside = get_origin(declared), get_args(declared)
    if origin in (Union, types.UnionType):
        return _one_of([_kind(one) for one in inside])
    if origin is Literal:
        return Kind(frozenset(), lambda value: any(value == one and type(value) is type(one) for one in inside), inside)
    if origin is tuple:
        return _tuple(inside)
    if origin is type:
        return Kind(frozenset(), lambda value: isinstance(value, type) and issubclass(value, _bound(inside[0])), (type,))
    if origin is not None and isinstance(origin, type):
        return _several(origin, _kind(inside[0])) if inside else _of_class(origin)
    if declared is None:
        return _of_class(_NOTHING)
    if isinstance(declared, type) and declared is not object and not getattr(declared, "_is_protocol", False):
        return _of_class(declared)
    return _ANYTHING


def _bound(declared: Any) -> type:
    bound = getattr(declared, "__bound__", declared)
    return bound if isinstance(bound, type) else object


def _one_of(kinds: list[Kind]) -> Kind:
    if any(kind.anything for kind in kinds):
        return _ANYTHING
    return Kind(
        frozenset().union(*(kind.plain for kind in kinds)),
        lambda value: any(kind.holds(value) for kind in kinds),
        tuple(option for kind in kinds for option in kind.options),
        lambda value: (part for kind in kinds for part in kind.parts(value)),
    )


def _of_class(kind: type) -> Kind:
    if kind in (int, float):  # a truth is no number, whatever Python says of it
        numbers = (int, float) if kind is float else int
        return Kind(
            frozenset({int, kind}), lambda value: isinstance(value, numbers) and not isinstance(value, bool), (kind,)
        )
    if kind is date:
        return Kind(
            frozenset({date}), lambda value: isinstance(value, date) and not isinstance(value, datetime), (date,)
        )
    return Kind(frozenset({kind}), lambda value: isinstance(value, kind), (kind,))


def _tuple(inside: tuple[Any, ...]) -> Kind:
    if len(inside) == 2 and inside[1] is Ellipsis:
        return _several(tuple, _kind(inside[0]))
    kinds = [_kind(one) for one in inside]

    def parts(value: Any) -> Iterator[Part]:
        if isinstance(value, tuple) and len(value) == len(kinds):
            yield from ((f"[{place}]", one, kind) for place, (one, kind) in enumerate(zip(value, kinds, strict=True)))

    def holds(value: Any) -> bool:
        return isinstance(value, tuple) and len(value) == len(kinds) and _all_hold(parts(value))

    return Kind(frozenset(), holds, (tuple,), parts)


def _several(whole: type, item: Kind) -> Kind:
    """Return the kind of a tuple, or of another collection, of items of one kind; what can be read once is not read."""
    many = issubclass(whole, Collection) and not issubclass(whole, Mapping)
    if not many or item.anything:
        return Kind(
            frozenset(), lambda value: isinstance(value, whole) and not isinstance(value, str | bytes), (whole,)
        )

    def parts(value: Any) -> Iterator[Part]:
        if isinstance(value, whole) and not isinstance(value, str | bytes):
            yield from ((f"[{place}]", one, item) for place, one in enumerate(value))

    def holds(value: Any) -> bool:
        if not isinstance(value, whole) or isinstance(value, str | bytes | Mapping):
            return False
        return all(type(one) in item.plain or item.holds(one) for one in value)

    return Kind(frozenset(), holds, (whole,), parts)


def _all_hold(parts: Iterable[Part]) -> bool:
    return all(kind.holds(one) for _, one, kind in parts)


def refuse(name: str, value: object, kind: Kind) -> NoReturn:
    """Refuse a value that is not of a kind, or the part of it that is not: `InvalidValue` says what would be right."""
    for place, part, of in kind.parts(value):
        if not of.holds(part):
            refuse(name + place, part, of)
    raise InvalidValue(name, value.isoformat() if isinstance(value, datetime) else value, meant(value, kind.options))
