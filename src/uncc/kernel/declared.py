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
from collections.abc import Callable, Mapping
from functools import cache, update_wrapper
from inspect import CO_VARARGS, CO_VARKEYWORDS
from types import FunctionType
from typing import Any, Never, cast

import attrs
from attrs import Attribute
from attrs.validators import and_

from uncc.kernel.errors import InvalidValue
from uncc.kernel.kinds import Declared, kind_of, wrong

__all__ = ["as_declared", "checked", "is_typed", "not_one_of", "own_validator", "typed"]


# Models


def typed(_: type, fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """Have a model refuse what its fields do not declare; for `frozen(field_transformer=...)`.

    All fields are looked at before the first of their own validators runs, so that these meet only what can be meant.
    What a converter cannot take is left to the look.
    """
    fields = [one if one.converter is None else one.evolve(converter=_where_it_can(one.converter)) for one in fields]
    first = next((place for place, one in enumerate(fields) if one.init), None)
    if first is None or _looks(fields[first]):
        return fields
    own = fields[first].validator
    looked_at = fields[first].evolve(validator=_all_fields if own is None else and_(_all_fields, own))
    return [*fields[:first], looked_at, *fields[first + 1 :]]


def _where_it_can(convert: Any) -> Any:
    def converted(value: Any) -> Any:
        try:
            return convert(value)
        except (AttributeError, KeyError, TypeError):
            return value

    return update_wrapper(converted, convert)


def is_typed(model: type[Any]) -> bool:
    """Whether a model looks at its fields before their own validators do."""
    return any(_looks(one) for one in attrs.fields(model))


def _looks(field: Attribute[Any]) -> bool:
    return field.validator is not own_validator(field)


def own_validator(field: Attribute[Any]) -> Any:
    """Return what checks a field beside its annotation; `None` where nothing does."""
    if field.validator is _all_fields:
        return None
    several: tuple[Any, ...] = getattr(field.validator, "_validators", ())
    return and_(*several[1:]) if _all_fields in several else field.validator


def _all_fields(model: object, _: Attribute[Any], __: object) -> None:
    _look_of(type(model))(model)  # type: ignore[arg-type]  # a class has a hash


def as_declared(model: object) -> None:
    """Refuse a model of which a field holds what its annotation does not declare; `InvalidValue` names the field."""
    _look_of(type(model))(model)  # type: ignore[arg-type]  # a class has a hash


@cache
def _look_of(model: type[Any]) -> Callable[[Any], None]:
    """Return one look at all fields of a model, written out as attrs writes out `__init__`."""
    declared = {one.name: _field_kind(model, one) for one in attrs.fields(model) if one.init}
    kinds = {name: kind for name, kind in declared.items() if not kind.anything}

    def refuse(value: Any) -> None:
        for name, kind in kinds.items():
            if not kind.holds(getattr(value, name)):
                raise _in_its_own_words(value, wrong(name, getattr(value, name), kind))

    seen = " and ".join([_seen(name, f"model.{name}") for name in kinds] or ["True"])
    body = f"def look(model):\n    if not ({seen}): _refuse(model)"
    look: Callable[[Any], None] = _written_out(
        "look", body, vars(sys.modules[__name__]), {"_refuse": refuse, **_cells(kinds)}
    )
    return look


def _field_kind(model: type[Any], field: Attribute[Any]) -> Declared:
    homes = (
        base for base in model.__mro__ if attrs.has(base) and _is_own(getattr(attrs.fields(base), field.name, None))
    )
    return kind_of(field.type, next(homes, model).__module__)


def _is_own(field: Any) -> bool:
    return field is not None and not field.inherited


def _in_its_own_words(model: Any, error: InvalidValue) -> InvalidValue:
    field = getattr(attrs.fields(type(model)), error.field.partition("[")[0])
    own = own_validator(field)
    try:
        if own is not None:
            own(model, field, getattr(model, field.name))
    except Exception as said:
        return _better(said, error)
    return error


def _better(said: Exception, error: InvalidValue) -> InvalidValue:
    """Return what a validator, or a function, says of a wrong value where it knows more than the annotation."""
    same = isinstance(said, InvalidValue) and said.field.partition("[")[0] == error.field.partition("[")[0]
    return cast("InvalidValue", said) if same else error


# Functions


def checked(module: str) -> None:
    """Have the public functions and methods of a module refuse what their parameters do not declare: its last line.

    `InvalidValue` names the parameter. What is called is the function itself, after one look at its arguments. What the
    module calls of others it calls without a look, since the values have come in by then.
    """
    names = vars(sys.modules[module])
    for name, value in list(names.items()):
        public, own = name in names["__all__"], getattr(value, "__module__", None) == module
        if public and own and isinstance(value, FunctionType):
            names[name] = _checked(value)
        elif public and own and isinstance(value, type):
            _check_methods(value)
        elif not public and isinstance(value, FunctionType):
            names[name] = getattr(value, _PLAIN, value)


def _check_methods(kind: type[Any]) -> None:
    for name, method in list(vars(kind).items()):
        function = getattr(method, "__func__", method)
        if isinstance(function, FunctionType) and not name.startswith("_"):
            guarded = _checked(function)
            setattr(kind, name, guarded if function is method else type(method)(guarded))


_PLAIN = "__as_written__"
"""Where a function that looks first keeps the one that it calls then."""


def _checked(function: FunctionType) -> FunctionType:
    """Return the function with one look before it, at what it is called with.

    It is written out too, so that a call costs no more than a tenth of a microsecond beside; what the annotations
    declare is read when it is first called.
    """
    names, head, call = _parameters(function)
    if not names:
        return function
    kinds: dict[str, Declared] = {}

    def mistake(*values: object) -> InvalidValue | None:
        if not kinds:
            kinds.update({name: _parameter_kind(function, name, many=f"*{name}" in head) for name in names})
            for name, value in _cells(kinds).items():
                cells[name].cell_contents = value
        found = zip(values, kinds.items(), strict=True)
        return next((wrong(name, value, kind) for value, (name, kind) in found if not kind.holds(value)), None)

    body = f"""def {function.__name__}({head}):
        if not ({" and ".join(_seen(name, name) for name in names)}) and (_error := _mistake({", ".join(names)})):
            try: _function({call})
            except Exception as _said: _error = _better(_said, _error)
            raise _error
        return _function({call})"""
    closed = {"_function": function, "_mistake": mistake, "_better": _better, **_cells(dict.fromkeys(names, _NOT_READ))}
    guarded = _written_out(function.__name__, body, function.__globals__, closed)
    cells = dict(zip(guarded.__code__.co_freevars, guarded.__closure__, strict=True))
    guarded.__defaults__, guarded.__kwdefaults__ = function.__defaults__, function.__kwdefaults__
    setattr(guarded, _PLAIN, function)
    return cast("FunctionType", update_wrapper(guarded, function))


def _parameters(function: FunctionType) -> tuple[tuple[str, ...], str, str]:
    """Return the parameters that declare something, and all of them as a head and as a call have them."""
    code = function.__code__
    count = code.co_argcount + code.co_kwonlyargcount
    many, others = bool(code.co_flags & CO_VARARGS), bool(code.co_flags & CO_VARKEYWORDS)
    by_place, by_name = code.co_varnames[: code.co_argcount], code.co_varnames[code.co_argcount : count]
    star = [f"*{code.co_varnames[count]}"] if many else []
    rest = [f"**{code.co_varnames[count + many]}"] if others else []
    head = ", ".join([*by_place, *(star or (["*"] if by_name else [])), *by_name, *rest])
    call = ", ".join([*by_place, *star, *(f"{name}={name}" for name in by_name), *rest])
    names = code.co_varnames[: count + many]
    return tuple(name for name in names if name in function.__annotations__), head, call


def _parameter_kind(function: FunctionType, name: str, *, many: bool) -> Declared:
    said = function.__annotations__[name]
    return kind_of(f"tuple[{said}, ...]" if many and isinstance(said, str) else said, function.__module__)


_NOT_READ = Declared(frozenset(), lambda _: False, ())
"""The kind of a parameter whose annotation was not read yet: nothing passes unseen."""


def not_one_of(name: str, value: Never, kind: Any) -> InvalidValue:
    """Return the error for what is none of the cases of a `match` that has them all; `kind` is what they are cases of.

    A type checker tells where a case is missing: then something is left that is not `Never`.
    """
    return wrong(name, value, kind_of(kind, __name__))


# Code that is written out


def _seen(name: str, value: str) -> str:
    """Return the expression that a value is right: by its class, which is quick, or else by a look at it."""
    return f"(type({value}) is _{name} or type({value}) in _{name}_too or _{name}_holds({value}))"


def _cells(kinds: Mapping[str, Declared]) -> dict[str, Any]:
    """Return what those expressions refer to."""
    found: dict[str, Any] = {}
    for name, kind in kinds.items():
        one = next((option for option in kind.options if option in kind.plain), None)
        found |= {f"_{name}": one, f"_{name}_too": kind.plain, f"_{name}_holds": kind.holds}
    return found


def _written_out(name: str, body: str, names: dict[str, Any], closed: Mapping[str, Any]) -> Any:
    """Return a function from its code, which stands among the names of a module and is closed over values."""
    made: dict[str, Any] = {}
    source = f"def closed_over({', '.join(closed)}):\n    {body}\n    return {name}".replace("\n    if", "\n        if")
    exec(compile(source, f"<what {name} is called with>", "exec"), names, made)
    return made["closed_over"](**closed)
