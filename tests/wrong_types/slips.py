"""The slips: for what a parameter declares, the values of other kinds that somebody may give in its place."""

from __future__ import annotations

import types
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin

import attrs

from uncc.cooperation import AssistanceRequest, Ground, Position, PreservationRequest
from uncc.kernel.parties import State, StateParty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.offences import IllegalAccess
from uncc.procedural import Victim

ALWAYS: Mapping[str, Callable[[], Any]] = {
    "nothing": lambda: None,
    "a truth": lambda: True,
    "a number": lambda: 7,
    "a float": lambda: 7.0,
    "a text": lambda: "Astoria",
    "a citation": lambda: "Art. 42(6)",
    "a day as a text": lambda: "2030-01-01",
    "a day": lambda: date(2030, 1, 1),
    "a moment": lambda: datetime(2030, 1, 1, 12),  # as many write it
    "a fraction": lambda: Fraction(1, 2),
    "a list": list,
    "a tuple": lambda: (),
    "a tuple of nothing": lambda: (None,),
    "a generator": lambda: iter(()),
    "a dict": dict,
    "a set": set,
    "any object": object,
    "a State": lambda: State("Astoria"),
    "a Party": lambda: StateParty(state=State("Astoria")),
    "a provision": lambda: art(42, 6),
    "a request for preservation": PreservationRequest,
    "a request for assistance": AssistanceRequest,
    "a position": Position,
    "a victim": Victim,
    "conduct": IllegalAccess,
    "a role": lambda: Role.DEPOSITARY,
    "a ground": lambda: Ground.LEGAL_SYSTEM,
    "a path": lambda: Path("case.json"),
}
"""What stands in for what, with its name."""


def slips(declared: Any) -> Iterator[tuple[str, Any]]:
    """Yield the values that are not of a kind, each with its name, and where it has parts, wrong ones among them."""
    for what, made in {**ALWAYS, **_of_its_own(declared)}.items():
        value = made()
        if not is_of(declared, value):
            yield what, value


def _of_its_own(declared: Any) -> Mapping[str, Callable[[], Any]]:
    """Return what is given for this kind above all: the name in JSON for the member, the class for one of it."""
    found: dict[str, Callable[[], Any]] = {}
    for one in options(declared):
        if isinstance(one, type):
            found[f"the class {one.__name__}"] = partial(_same, one)
        if isinstance(one, type) and issubclass(one, Enum) and len(one):
            found[f"a name of {one.__name__} in JSON"] = partial(_same, next(iter(one)).value)
            found[f"a name of {one.__name__}"] = partial(_same, next(iter(one)).name)
        if get_origin(one) in (tuple, Sequence, Collection):
            found |= {f"{what} in {one}": partial(_same, (wrong,)) for what, wrong in slips(get_args(one)[0])}
    return found


def _same(value: Any) -> Any:
    return value


def options(declared: Any) -> tuple[Any, ...]:
    """Return the kinds of a union, and of anything else itself."""
    return get_args(declared) if get_origin(declared) in (Union, types.UnionType) else (declared,)


def says_something(declared: Any) -> bool:
    """Whether there are values that are not of a kind."""
    return not any(
        one in (Any, object) or isinstance(one, TypeVar) or getattr(one, "_is_protocol", False)
        for one in options(declared)
    )


def is_of(declared: Any, value: Any) -> bool:
    """Whether a value is what an annotation says: written apart from the library, and as plainly as can be."""
    if get_origin(declared) in (Union, types.UnionType):
        return any(is_of(one, value) for one in get_args(declared))
    if not says_something(declared):
        return True
    origin: Any = get_origin(declared)
    inside = get_args(declared)
    if origin is Literal:
        return value in inside
    if origin is type:
        return isinstance(value, type)
    if origin is tuple:
        return isinstance(value, origin) and _are_of(inside, value)  # pyright: ignore[reportUnknownArgumentType]
    if origin in (Collection, Sequence, frozenset):
        several = isinstance(value, origin) and not isinstance(value, str)
        return several and all(is_of(inside[0], one) for one in cast("Collection[Any]", value))
    if origin is Iterable:
        return isinstance(value, Iterable) and not isinstance(value, str)
    if declared in (int, float):
        return type(value) in {int, declared}
    if declared is date:
        return type(value) is date
    return isinstance(value, origin or declared)


def _are_of(inside: tuple[Any, ...], values: tuple[Any, ...]) -> bool:
    if inside[-1] is Ellipsis:
        return all(is_of(inside[0], one) for one in values)
    return len(inside) == len(values) and all(map(is_of, inside, values))


def is_model(kind: Any) -> bool:
    """Whether a kind is a model."""
    return isinstance(kind, type) and attrs.has(kind)
