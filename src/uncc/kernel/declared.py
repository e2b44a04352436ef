"""What stands in a model, and what a public function is called with, is what its annotations declare.

A model says so in its decorator, a module of functions in its last line; rules themselves stay plain functions.

>>> from attrs import frozen
>>> @frozen(field_transformer=typed)
... class Train:
...     number: int
...     stops: tuple[str, ...] = ()
>>> Train(7.0)
Traceback (most recent call last):
    ...
uncc.kernel.errors.InvalidValue: number: 7.0 is not a whole number
>>> Train(7, ("Astoria", None))
Traceback (most recent call last):
    ...
uncc.kernel.errors.InvalidValue: stops[1]: None is not a text
"""

from __future__ import annotations

import sys
from functools import cache, update_wrapper
from inspect import CO_VARARGS, CO_VARKEYWORDS
from types import FunctionType
from typing import Any, Never, NoReturn

import attrs
from attrs import Attribute
from attrs.validators import and_

from uncc.kernel.kinds import Kind, kind_of, refuse

__all__ = ["as_declared", "checked", "no_other", "typed"]


def typed(_: type, fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """Have a model refuse what its fields do not declare; for `frozen(field_transformer=...)`.

    All fields are looked at before the first of their own validators runs, so that these meet only what can be meant.
    """
    first = next((place for place, one in enumerate(fields) if one.init), None)
    if first is None or _is_typed(fields[first]):
        return fields
    own = fields[first].validator
    looked_at = fields[first].evolve(validator=_all_fields if own is None else and_(_all_fields, own))
    return [*fields[:first], looked_at, *fields[first + 1 :]]


def _is_typed(field: Attribute[Any]) -> bool:
    return field.validator is _all_fields or _all_fields in getattr(field.validator, "_validators", ())


def _all_fields(model: object, _: Attribute[Any], __: object) -> None:
    as_declared(model)


def as_declared(model: Any) -> None:
    """Refuse a model of which a field holds what its annotation does not declare; `InvalidValue` names the field."""
    for name, kind in _fields(type(model)):
        value = getattr(model, name)
        if type(value) not in kind.plain and not kind.holds(value):
            refuse(name, value, kind)


@cache
def _fields(model: type[Any]) -> tuple[tuple[str, Kind], ...]:
    """Return what the fields of a model declare, but for those that say nothing or have a check of their own."""
    found = ((one.name, _field_kind(model, one)) for one in attrs.fields(model) if one.init)
    return tuple((name, kind) for name, kind in found if not kind.anything)


def _field_kind(model: type[Any], field: Attribute[Any]) -> Kind:
    while field.inherited:
        model = next(base for base in model.__mro__[1:] if attrs.has(base))
        field = getattr(attrs.fields(model), field.name)
    return kind_of(field.type, model.__module__)


def checked(module: str) -> None:
    """Have every public function of a module refuse what its parameters do not declare: the module's last line.

    `InvalidValue` names the parameter. What is called is the function itself, after one look at each argument.
    """
    names = vars(sys.modules[module])
    for name in names["__all__"]:
        if isinstance(names[name], FunctionType) and names[name].__module__ == module:
            names[name] = _checked(names[name])


def _checked(function: FunctionType) -> FunctionType:
    """Return the function with one look at its arguments before it.

    It is written out, as attrs writes out `__init__`: a call costs a tenth of a microsecond more.
    """
    code = function.__code__
    if code.co_flags & (CO_VARARGS | CO_VARKEYWORDS) or not code.co_varnames:
        return function
    count = code.co_argcount + code.co_kwonlyargcount
    if not count:
        return function
    taken, only = code.co_varnames[:count], code.co_varnames[code.co_argcount : count]
    positional = code.co_varnames[: code.co_argcount]
    head = ", ".join([*positional, *(["*"] if only else []), *only])
    call = ", ".join([*positional, *(f"{name}={name}" for name in only)])
    seen = " and ".join(f"type({name}) in _kind_{name}" for name in taken)
    source = (
        f"def _with(_function, _look, {', '.join(f'_kind_{name}' for name in taken)}):\n"
        f"  def {function.__name__}({head}):\n"
        f"    if not ({seen}): _look({', '.join(taken)})\n"
        f"    return _function({call})\n"
        f"  return {function.__name__}\n"
    )
    made: dict[str, Any] = {}
    exec(compile(source, f"<{function.__module__}.{function.__name__}, as declared>", "exec"), function.__globals__, made)  # noqa: S102
    guarded = made["_with"](function, lambda *values: look(*values), *[frozenset()] * count)
    guarded.__defaults__, guarded.__kwdefaults__ = function.__defaults__, function.__kwdefaults__
    cells = dict(zip(guarded.__code__.co_freevars, guarded.__closure__, strict=True))
    kinds: list[Kind] = []

    def look(*values: object) -> None:
        if not kinds:
            for name in taken:
                kinds.append(kind_of(function.__annotations__.get(name, Any), function.__module__))
                cells[f"_kind_{name}"].cell_contents = kinds[-1].plain
        for name, value, kind in zip(taken, values, kinds, strict=True):
            if type(value) not in kind.plain and not kind.holds(value):
                refuse(name, value, kind)

    return update_wrapper(guarded, function)


def no_other(name: str, value: Never, kind: Any) -> NoReturn:
    """Refuse what is none of the cases of a `match` that names them all; `kind` is what they are cases of.

    A type checker tells where a case is missing: then something is left that is not `Never`.
    """
    refuse(name, value, kind_of(kind, __name__))
