"""What an annotation declares: which values are of it, and in an error message what would be right."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, Literal, TypeAlias, Union, cast, get_args, get_origin

from attrs import frozen

from uncc.kernel.errors import InvalidValue
from uncc.kernel.model import Model

__all__ = ["kind_of", "wrong"]

Part: TypeAlias = "tuple[str, object, Declared]"


@frozen(eq=False)
class Declared:
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


_ANYTHING = Declared(frozenset(), lambda _: True, ())


def kind_of(annotation: object, module: str) -> Declared:
    """Return what an annotation declares that stands in a module; anything, where it cannot be read there."""
    return _read(annotation, module) if isinstance(annotation, str) else _kind(annotation)


@cache
def _read(annotation: str, module: str) -> Declared:
    try:
        return _kind(eval(annotation, vars(sys.modules[module])))  # what stands in the code
    except NameError:  # a class within a function, or what type checkers alone import
        return _ANYTHING


@cache
def _kind(declared: Any) -> Declared:
    origin, inside = get_origin(declared), get_args(declared)
    if origin in (Union, types.UnionType):
        return _one_of([_kind(one) for one in inside])
    if origin is Literal:
        return Declared(
            frozenset(), lambda value: any(value == one and type(value) is type(one) for one in inside), inside
        )
    if origin is tuple:
        return _tuple(inside)
    if isinstance(origin, type) and issubclass(origin, tuple):  # `Rows`, which a converter makes of any tuple
        return _tuple((*inside, Ellipsis))
    if origin is type:
        bound = _bound(inside[0])
        return Declared(frozenset(), lambda value: _is_class(value, bound), (type,))
    if isinstance(origin, type):
        return _several(origin, _kind(inside[0])) if inside else _of_class(origin)
    if declared is type(None):
        return _of_class(declared)
    said = isinstance(declared, type) and declared not in (Any, object)
    if said and not getattr(declared, "_is_protocol", False):
        return _of_class(declared)
    return _ANYTHING


def _bound(declared: Any) -> type:
    bound = getattr(declared, "__bound__", declared)
    return bound if isinstance(bound, type) and bound is not Any else object


def _is_class(value: object, bound: type) -> bool:
    if isinstance(value, type):
        return issubclass(value, bound)
    return bound is object and get_origin(value) is not None  # `tuple[State, ...]` names a kind too


def _one_of(kinds: list[Declared]) -> Declared:
    if any(kind.anything for kind in kinds):
        return _ANYTHING
    return Declared(
        frozenset[type]().union(*(kind.plain for kind in kinds)),
        lambda value: any(kind.holds(value) for kind in kinds),
        tuple(option for kind in kinds for option in kind.options),
        lambda value: (part for kind in kinds for part in kind.parts(value)),
    )


def _of_class(kind: type) -> Declared:
    if kind in (int, float):  # a truth is no number, whatever Python says of it
        numbers = (int, float) if kind is float else int
        return Declared(
            frozenset({int, kind}), lambda value: isinstance(value, numbers) and not isinstance(value, bool), (kind,)
        )
    if kind is date:
        return Declared(
            frozenset({date}), lambda value: isinstance(value, date) and not isinstance(value, datetime), (date,)
        )
    return Declared(frozenset(_with_heirs(kind)), lambda value: isinstance(value, kind), (kind,))


def _with_heirs(kind: type) -> Iterator[type]:
    """Yield a class and those that were derived from it so far: of an heir that comes later, `holds` will tell."""
    yield kind
    if issubclass(kind, Model):
        for heir in kind.__subclasses__():
            yield from _with_heirs(heir)


def _tuple(inside: tuple[Any, ...]) -> Declared:
    if len(inside) == 2 and inside[1] is Ellipsis:
        return _several(tuple, _kind(inside[0]))
    kinds = [_kind(one) for one in inside]
    whole: Any = tuple

    def parts(value: Any) -> Iterator[Part]:
        if fits(value):
            yield from ((f"[{place}]", value[place], kind) for place, kind in enumerate(kinds))

    def fits(value: Any) -> bool:
        return isinstance(value, whole) and len(value) == len(kinds)

    def holds(value: Any) -> bool:
        return fits(value) and all(kind.holds(one) for _, one, kind in parts(value))

    return Declared(frozenset(), holds, (tuple,), parts)


_BUILT_IN = (dict, frozenset, list, set, tuple)


def _several(whole: Any, item: Declared) -> Declared:
    """Return the kind of a tuple, or of another collection, of items of one kind; what can be read once is not read."""

    def fits(value: Any) -> bool:
        return isinstance(value, whole) and not isinstance(value, str | bytes)

    many = (issubclass(whole, Collection), issubclass(whole, Mapping)) == (True, False)
    if not many or item.anything:
        return Declared(frozenset(kind for kind in _BUILT_IN if issubclass(kind, whole)), fits, (whole,))

    def parts(value: Any) -> Iterator[Part]:
        if fits(value):
            yield from ((f"[{place}]", one, item) for place, one in enumerate(value))

    def holds(value: Any) -> bool:
        return fits(value) and (
            item.plain.issuperset(cast("Iterator[type]", map(type, value))) or all(map(item.holds, value))
        )

    return Declared(frozenset(), holds, (whole,), parts)


def wrong(name: str, value: object, kind: Declared) -> InvalidValue:
    """Return the error for a value that is not of a kind, or for the part of it that is not: what would be right."""
    for place, part, of in kind.parts(value):
        if not of.holds(part):
            return wrong(name + place, part, of)
    from uncc.kernel.meant import meant

    return InvalidValue(name, value.isoformat() if isinstance(value, datetime) else value, meant(value, kind.options))
