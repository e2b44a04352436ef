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
from collections.abc import Callable, Iterator, Mapping
from functools import cache, update_wrapper
from inspect import CO_VARARGS, CO_VARKEYWORDS
from itertools import count
from types import CellType, CodeType, FunctionType
from typing import Any, Never, cast

import attrs
from attrs import Attribute
from attrs.validators import and_

from uncc.kernel.errors import InvalidValue
from uncc.kernel.kinds import Declared, kind_of, wrong

__all__ = ["OFTEN", "as_declared", "checked", "is_typed", "not_one_of", "own_validator", "typed"]


# Models


def typed(_: type, fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """Have a model refuse what its fields do not declare; for `frozen(field_transformer=...)`.

    All fields are looked at before the first of their own validators runs, so that these meet only what can be meant.
    What a converter cannot take is left to the look.
    """
    fields = [_converted(one) for one in fields]
    first = next((place for place, one in enumerate(fields) if one.init), None)
    if first is None or _looks(fields[first]):
        return fields
    own = fields[first].validator
    looked_at = fields[first].evolve(validator=_all_fields if own is None else and_(_all_fields, own))
    return [*fields[:first], looked_at, *fields[first + 1 :]]


def _converted(field: Attribute[Any]) -> Attribute[Any]:
    convert = cast("Any", field.converter)  # pyright: ignore[reportUnknownMemberType]  # of whatever kind
    if convert is None:
        return field

    def converted(value: Any) -> Any:
        try:
            return convert(value)
        except (AttributeError, KeyError, TypeError):
            return value

    return field.evolve(converter=update_wrapper(converted, convert))


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


OFTEN = 32
"""How often something is asked before its look is written out as code: that takes as long as a hundred looks."""


@cache
def _look_of(model: type[Any]) -> Callable[[Any], None]:
    """Return one look at all fields of a model."""
    declared = {one.name: _field_kind(model, one) for one in attrs.fields(model) if one.init}
    kinds = {name: kind for name, kind in declared.items() if not kind.anything}
    asked = count(1)

    def first(value: Any) -> None:
        if next(asked) == OFTEN:
            body = f"return None if {_seen(kinds, 'model.') or True} else _of[0](model)"
            _take_over(look, _written_out("look", "model", body), (first, None, *_classes(kinds)))
        for name, kind in kinds.items():
            if not kind.holds(getattr(value, name)):
                raise _in_its_own_words(value, wrong(name, getattr(value, name), kind))

    look = _handing_on(first, globals(), "look")
    return look


def _field_kind(model: type[Any], field: Attribute[Any]) -> Declared:
    homes = (
        base for base in model.__mro__ if attrs.has(base) and _is_own(getattr(attrs.fields(base), field.name, None))
    )
    home = next(homes, model)
    written = vars(home).get("__annotations__", {}).get(field.name, field.type)  # who reads JSON may have resolved it
    return kind_of(written, home.__module__)


def _is_own(field: Any) -> bool:
    return field is not None and not field.inherited


def _in_its_own_words(model: Any, error: InvalidValue) -> InvalidValue:
    field = getattr(attrs.fields(model.__class__), error.field.partition("[")[0])
    own = own_validator(field)
    try:
        if own is not None:
            own(model, field, getattr(model, field.name))
    except Exception as said:
        return _better(said, error)
    return error


def _better(said: Exception, error: InvalidValue) -> InvalidValue:
    """Return what a validator, or a function, says of a wrong value where it knows more than the annotation."""
    same = isinstance(said, InvalidValue) and str(said.field).partition("[")[0] == error.field.partition("[")[0]
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
        if hasattr(value, "cache_clear"):
            continue  # what is kept ready is asked for by the library itself
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

    What the annotations declare is read when it is first called. Where it is called often, its code is written out, so
    that the look costs no more than a tenth of a microsecond.
    """
    if not any(name != "return" for name in function.__annotations__):
        return function
    code = function.__code__
    by_place, by_name = code.co_varnames[: code.co_argcount], _by_name(code)
    many, _ = _star(code)
    names = tuple(name for name in [*by_place, *by_name, *many] if name in function.__annotations__)
    kinds: dict[str, Declared] = {}
    asked = count(1)

    def first(*args: Any, **known: Any) -> Any:
        if not kinds:
            declared = {name: _parameter_kind(function, name, many=name in many) for name in names}
            kinds.update({name: kind for name, kind in declared.items() if not kind.anything})
        if next(asked) == OFTEN:
            _write_out(guarded, function, kinds, first)
        given = {**dict(zip(by_place, args, strict=False)), **known, **{one: args[len(by_place) :] for one in many}}
        for name, kind in kinds.items():
            if name in given and not kind.holds(given[name]):
                raise _in_the_words_of(function, args, known, wrong(name, given[name], kind))
        return function(*args, **known)

    guarded = _handing_on(first, function.__globals__, function.__name__)
    guarded.__defaults__, guarded.__kwdefaults__ = function.__defaults__, function.__kwdefaults__
    setattr(guarded, _PLAIN, function)
    return cast("FunctionType", update_wrapper(guarded, function))


def _by_name(code: CodeType) -> tuple[str, ...]:
    return code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]


def _star(code: CodeType) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of `*several` and `**others`, where there are any."""
    count = code.co_argcount + code.co_kwonlyargcount
    many = code.co_varnames[count : count + bool(code.co_flags & CO_VARARGS)]
    others = count + len(many)
    return many, code.co_varnames[others : others + bool(code.co_flags & CO_VARKEYWORDS)]


def _parameter_kind(function: FunctionType, name: str, *, many: bool) -> Declared:
    said = function.__annotations__[name]
    return kind_of(f"tuple[{said}, ...]" if many and isinstance(said, str) else said, function.__module__)


def _in_the_words_of(
    function: FunctionType, args: tuple[Any, ...], known: dict[str, Any], error: InvalidValue
) -> InvalidValue:
    try:
        function(*args, **known)
    except Exception as said:
        return _better(said, error)
    return error


def _write_out(guarded: FunctionType, function: FunctionType, kinds: Mapping[str, Declared], first: Any) -> None:
    """Give a function that was called often code of its own, with the same parameters as the one that it calls."""
    code = function.__code__
    by_place, by_name = code.co_varnames[: code.co_argcount], _by_name(code)
    many, others = [f"*{one}" for one in _star(code)[0]], [f"**{one}" for one in _star(code)[1]]
    head = [*by_place, *(many or (["*"] if by_name else [])), *by_name, *others]
    call = ", ".join([*by_place, *many, *(f"{name}={name}" for name in by_name), *others])
    body = f"return (_of[1] if {_seen(kinds)} else _of[0])({call})" if kinds else f"return _of[1]({call})"
    made = _written_out(function.__name__, ", ".join(head), body)
    _take_over(guarded, made, (first, function, *_classes(kinds)))


def not_one_of(name: str, value: Never, kind: Any) -> InvalidValue:
    """Return the error for what is none of the cases of a `match` that has them all; `kind` is what they are cases of.

    A type checker tells where a case is missing: then something is left that is not `Never`.
    """
    return wrong(name, value, kind_of(kind, __name__))


# Code that is written out


def _handing_on(first: Callable[..., Any], names: dict[str, Any], name: str) -> FunctionType:
    """Return a function that calls another, which stands in its closure, until it is given code of its own."""

    def called(*args: Any, **known: Any) -> Any:
        return _of[0](*args, **known)

    _of = (first,)
    return FunctionType(called.__code__, names, name, closure=(CellType(_of),))


def _take_over(function: FunctionType, made: FunctionType, of: tuple[Any, ...]) -> None:
    """Give a function the code of another, closed over a tuple of values."""
    cast("tuple[CellType]", function.__closure__)[0].cell_contents = of
    function.__code__ = made.__code__


def _written_out(name: str, head: str, body: str) -> FunctionType:
    """Return a function of one line from its parameters and that line, closed over a tuple `_of`."""
    made: dict[str, Any] = {}
    source = f"def closed(_of):\n  def {name}({head}):\n    {body}\n  return {name}"
    exec(compile(source, f"<what {name} is called with>", "exec"), made)
    found: FunctionType = made["closed"](())
    return found


def _seen(kinds: Mapping[str, Declared], of: str = "") -> str:
    """Return the expression that all values are right: each by its class, which is quick, or else by a look at it."""
    return " and ".join(
        f"(type({of}{name}) is _of[{place}] or type({of}{name}) in _of[{place + 1}] or _of[{place + 2}]({of}{name}))"
        for place, name in zip(count(2, 3), kinds)
    )


def _classes(kinds: Mapping[str, Declared]) -> Iterator[Any]:
    """Yield what that expression refers to."""
    for kind in kinds.values():
        yield next((option for option in kind.options if option in kind.plain), None)
        yield kind.plain
        yield kind.holds
