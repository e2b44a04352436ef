"""The case file as plain data: what can stand at a path of it, what does, and the file with something else there.

A path is what reports and errors name: `request.data[2].description`. Whether a list is written as complete or in part,
and under which offence its conduct stands, is read off the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, NamedTuple, TypeAlias, Union, cast, get_args, get_origin

import attrs

from uncc.cases import Case
from uncc.doors.serial import to_json
from uncc.kernel.between import AtLeast
from uncc.kernel.errors import InvalidValue
from uncc.kernel.meant import perhaps
from uncc.kernel.model import Model, usual
from uncc.kernel.provisions import Provision
from uncc.offences import Conduct, ConventionOffence, conduct_of
from uncc.readings import Readings, register

__all__: list[str] = []

Step: TypeAlias = str | int
Data: TypeAlias = Any
"""What JSON holds: dicts, lists, texts, numbers, truths and nothing."""


class _Absent(Enum):
    """The class of what stands where nothing does."""

    ABSENT = "absent"


ABSENT: Any = _Absent.ABSENT
"""What stands where nothing is stated."""
_STEP = re.compile(r"([^\[\]]+)((?:\[\d+\])*)")
_CONDUCT = frozenset(get_args(Conduct))
_OFFENCES: Mapping[str, Any] = MappingProxyType({str(one.value): conduct_of(one) for one in ConventionOffence})
"""The class of the facts of each offence, by the name under which they stand."""


class Place(NamedTuple):
    """A place of a case file: its path, step by step, the model and field that hold it, and what can stand there."""

    steps: tuple[Step, ...]
    holder: Any
    field: str
    hint: Any

    @property
    def path(self) -> str:
        """The place as a text."""
        return _written(self.steps)


def _written(steps: tuple[Step, ...]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".")


def _object(data: Data) -> dict[str, Data] | None:
    """Return data that are an object; nothing where they are none."""
    return cast("dict[str, Data]", data) if isinstance(data, dict) else None


def _items(data: Data) -> list[Data] | None:
    """Return data that are a list; nothing where they are none."""
    return data if isinstance(data, list) else None  # pyright: ignore[reportUnknownVariableType]  # of anything


# What can stand where


@cache
def fields_of(model: Any) -> Mapping[str, attrs.Attribute[Any]]:
    """Return the fields of a model by name, in order, each with its type and not the words for it."""
    attrs.resolve_types(model, localns={"Conduct": Conduct})
    return MappingProxyType({one.name: one for one in attrs.fields(model) if one.init})


def present(hint: Any) -> Any:
    """Return what a hint allows beside nothing; of a list that may be known in part, the complete list."""
    if get_origin(hint) not in {Union, UnionType}:
        return hint
    some = [one for one in get_args(hint) if one is not NoneType and get_origin(one) is not AtLeast]
    return some[0] if len(some) == 1 else Union[tuple(some)]  # noqa: UP007  # of as many as there are


def items_in(hint: Any) -> Any:
    """Return what a list holds, and `None` where it is no list."""
    listed = present(hint)
    return get_args(listed)[0] if get_origin(listed) is tuple else None


def _is_of_the_world(hint: Any) -> bool:
    """Whether a list may be known in part."""
    return any(get_origin(one) is AtLeast for one in get_args(hint))


def is_model(hint: Any) -> bool:
    """Whether an object with the fields of a model stands there."""
    return isinstance(hint, type) and issubclass(hint, Model) and attrs.has(hint) and hint not in {Provision, Readings}


def is_conduct(hint: Any) -> bool:
    """Whether the facts of an offence stand there, under its name."""
    return get_origin(hint) in {Union, UnionType} and set(get_args(hint)) >= _CONDUCT


def place_of(model: type[Any], document: Data, path: str) -> Place:
    """Return the place of a case file that a path names; `InvalidValue` where there is none."""
    way = _Way(path, document)
    place = Place((), None, "", model)
    while way.todo:
        kind = present(place.hint)
        if (item := items_in(place.hint)) is not None:
            way.into_list(_is_of_the_world(place.hint))
            place = place._replace(hint=item)
        elif is_conduct(kind):
            place = place._replace(hint=_OFFENCES.get(way.into_conduct()))
        else:
            held: Mapping[str, Any] = _held_by(kind)
            name = way.into_object(held)
            place = Place((), kind, name, held[name])
    return place._replace(steps=tuple(way.steps))


def _held_by(kind: Any) -> Mapping[str, Any]:
    """Return what can stand in an object by its keys; nothing in what is no object."""
    if kind is Readings:
        return {reading.id: reading for reading in register()}
    return {name: one.type for name, one in fields_of(kind).items()} if is_model(kind) else {}


class _Way:
    """The way along a path into a file: the steps to go, those gone as the file is written, and what stands there."""

    def __init__(self, path: str, document: Data) -> None:
        self.path = path
        self.todo: list[Step] = []
        self.steps: list[Step] = []
        self.data = document
        for part in path.split("."):
            found = _STEP.fullmatch(part)
            if found is None:
                raise self.astray("a path such as request.data[2].description")
            self.todo += [found[1], *map(int, re.findall(r"\d+", found[2]))]

    def astray(self, right: str) -> InvalidValue:
        """Return the error that the path names no place."""
        return InvalidValue("path", self.path, right)

    def go(self, step: Step) -> None:
        """Take a step."""
        self.steps.append(step)
        self.data = _below(self.data, step)

    def into_list(self, of_the_world: bool) -> None:  # noqa: FBT001  # what the list is
        """Go to a thing of a list; the step `at_least` is left out, or put in, as the list is written."""
        step = self.todo.pop(0)
        if step == "at_least" and self.todo:
            step = self.todo.pop(0)
        if _object(self.data) is not None or (of_the_world and _items(self.data) is None):
            self.go("at_least")
        count = len(_items(self.data) or ())
        if not isinstance(step, int) or step > count:
            raise self.astray(f"the place of one of {count} things in {_written(tuple(self.steps))}, or of the next")
        self.go(step)

    def into_conduct(self) -> str:
        """Go to the facts of an offence; where the path leaves out its name, to those that are there."""
        names, there = [*_OFFENCES], [*(_object(self.data) or ())]
        name = self.todo[0]
        if name in names:
            self.todo.pop(0)
        elif len(there) == 1:
            name = there[0]
        else:
            raise self.astray(f"a path with the name of an offence: {', '.join(names)}{perhaps(name, names)}")
        self.go(name)
        return str(name)

    def into_object(self, known: Collection[str]) -> str:
        """Go to what stands under a key."""
        step = self.todo.pop(0)
        if step not in known:
            there = f"{', '.join(known) or 'nothing'}{perhaps(step, known)}"
            raise self.astray(f"a place of the case file; known in {_written(tuple(self.steps)) or 'it'}: {there}")
        self.go(step)
        return str(step)


def _below(data: Data, step: Step) -> Data:
    if isinstance(step, str):
        return (_object(data) or {}).get(step, ABSENT)
    items = _items(data) or []
    return items[step] if step < len(items) else ABSENT


# What stands there


def stated_at(document: Data, place: Place) -> Data:
    """Return what the file states at a place; `ABSENT` where it states nothing.

    Where what holds it is not known, it is not known either.
    """
    for step in place.steps:
        document = None if document is None else _below(document, step)
    return document


def with_value(model: type[Any], document: Data, place: Place, value: Data) -> Data:
    """Return the file with a value at a place, its keys in the order of the models."""
    return in_order(model, _put(document, place.steps, value))


def _put(data: Data, steps: tuple[Step, ...], value: Data) -> Data:
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    inner = _put(_below(data, step), rest, value)
    if isinstance(step, str):
        return {**(_object(data) or {}), step: inner}
    items = _items(data) or []
    return [*items[:step], inner, *items[step + 1 :]]


def without(model: type[Any], document: Data, place: Place) -> Data:
    """Return the file without what stands at a place, nor an object around it that could then not be read."""
    left = _taken(document, place.steps)
    around = place.steps[:-1]
    if around and isinstance(around[-1], str) and around[-1] != "at_least":
        outer = place_of(model, document, _written(around))
        optional = is_model(present(outer.hint)) and any(map(is_needed, fields_of(present(outer.hint)).values()))
        if optional and stated_at(left, outer) == {}:
            return without(model, left, outer)
    return left


def _taken(data: Data, steps: tuple[Step, ...]) -> Data:
    step, rest = steps[0], steps[1:]
    inner = _below(data, step)
    if inner is ABSENT:
        return data
    left = [_taken(inner, rest)] if rest else []
    if isinstance(step, int):
        return [*data[:step], *left, *data[step + 1 :]]
    others = {key: one for key, one in data.items() if key != step}
    return {**others, step: left[0]} if left else others


def in_order(hint: Any, data: Data) -> Data:
    """Return the same data with the keys of each object in the order of its model; keys of no model come first."""
    if (listed := _items(data)) is not None:
        return [in_order(items_in(hint), one) for one in listed]
    if (known := _object(data)) is None:
        return data
    kind = present(hint)
    hints = (
        dict.fromkeys(known, kind) if items_in(hint) is not None else _OFFENCES if is_conduct(kind) else _held_by(kind)
    )
    keys = [*(key for key in known if key not in hints), *(key for key in hints if key in known)]
    return {key: in_order(hints.get(key), known[key]) for key in keys}


# What must stand there


def is_needed(field: attrs.Attribute[Any]) -> bool:
    """Whether a model cannot be read without a field."""
    return field.default is attrs.NOTHING


def needed(hint: Any, data: Data, path: str = "") -> Iterator[str]:
    """Yield the places that a file must state to be read, and does not."""
    kind, there = present(hint), _object(data)
    if (item := items_in(hint)) is not None:
        at = path if there is None else f"{path}.at_least"
        for number, one in enumerate(_items(data if there is None else there.get("at_least")) or ()):
            yield from needed(item, one, f"{at}[{number}]")
    elif is_model(kind) and (there is not None or data in (ABSENT, None)):
        for name, field in fields_of(kind).items():
            below, value = f"{path}.{name}".lstrip("."), _below(data, name)
            unstated = value is ABSENT or value is None
            if is_needed(field) and unstated and not is_model(field.type):
                yield below
            elif is_needed(field) or not unstated:
                yield from needed(field.type, value, below)


def with_objects(model: Any, document: Data) -> Data:
    """Return the file with the objects that it must have, each with nothing in it where it is not there."""
    made: dict[str, Data] = {}
    for name, field in fields_of(model).items():
        held = document.get(name)
        if is_needed(field) and is_model(field.type) and (held is None or _object(held) is not None):
            made[name] = with_objects(field.type, _object(held) or {})
    return {**document, **made}


# A file to fill in


def blank(model: Any) -> Data:
    """Return a file with every key of a model, of the models that it always holds, and of the parts of its request.

    A part of the paper that is before us says nothing while its keys are empty, and reads as if it were not there. Any
    other object is a circumstance of its own, such as a refusal or an order, or has a key that it must have, such as a
    name: it stays without an answer as a whole.
    """
    return {name: _nothing(one, in_request=name == "request") for name, one in fields_of(model).items()}


def _nothing(field: attrs.Attribute[Any], *, in_request: bool) -> Data:
    if field.name == "case":
        return str(usual(field.default).value)
    kind = present(field.type)
    is_part = in_request and is_model(kind) and not any(map(is_needed, fields_of(kind).values()))
    if not is_part and not is_model(field.type):
        return None
    return {name: _nothing(one, in_request=in_request) for name, one in fields_of(kind).items()}


def without_nulls(data: Data) -> Data:
    """Return the same data without the keys under which nothing stands."""
    if (listed := _items(data)) is not None:
        return [without_nulls(one) for one in listed]
    if (known := _object(data)) is None:
        return data
    return {key: without_nulls(one) for key, one in known.items() if one is not None}


# A case as a file


def as_document(case: Case) -> Data:
    """Return the file of a case: what is not known is absent, since a case does not say whether anybody was asked."""
    return _said(case, json.loads(to_json(case)))


def _said(value: Any, data: Data) -> Data:
    """Return of the data of a value what says more than nothing."""
    kind: Any = value.__class__
    if kind is AtLeast:
        return {"at_least": _said(value.items, data["at_least"])}
    if kind is tuple:
        return [_said(one, said) for one, said in zip(value, data, strict=True)]
    if not is_model(kind):
        return data
    if kind in _CONDUCT and (name := next(iter(data))) in _OFFENCES:
        return {name: _said_of(value, fields_of(kind), data[name])}
    return _said_of(value, fields_of(kind), data)


def _said_of(value: Any, fields: Mapping[str, attrs.Attribute[Any]], data: Data) -> Data:
    return {
        name: _said(getattr(value, name), data[name])
        for name, field in fields.items()
        if name == "case" or is_needed(field) or getattr(value, name) != usual(field.default)
    }
