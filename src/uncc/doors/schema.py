"""JSON Schema (2020-12) of every document: what another system may write and can expect to read.

A schema says what `from_json` refuses by its structure: types, keys that are not known or are missing, names outside an
enumeration, the form of a value, and the plainest bounds. What must hold between values stays with `from_json`.

>>> from uncc.kernel.parties import State
>>> found = schema(State)
>>> found["$id"], found["required"], found["additionalProperties"]
('urn:uncc:schema:1:State', ['name'], False)
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from copy import deepcopy
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from ipaddress import IPv4Address, IPv6Address
from types import GenericAlias, MappingProxyType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs

from uncc.cases import CaseKind, Entry
from uncc.cases.record import duty_ids
from uncc.doors.nodes import SORTS, sort_of
from uncc.kernel.between import AtLeast
from uncc.kernel.declared import own_validator
from uncc.kernel.differences import End
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Facts, NumberFact, Question
from uncc.kernel.findings import Finding, Node
from uncc.kernel.immutable import Names
from uncc.kernel.names import INVISIBLE
from uncc.kernel.provisions import Provision
from uncc.kernel.quantities import Quantity
from uncc.kernel.readings import Consulted, Reading
from uncc.kernel.rows import Rows
from uncc.kernel.values import a_count_of_days, a_name, a_port, a_text, parts_of, some_names, some_texts
from uncc.offences import Conduct, ConventionOffence, conduct_of
from uncc.readings import Readings, register

__all__ = ["arguments", "schema"]

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
VERSION = 1
"""Goes up when a document that was valid no longer is."""

_DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_KNOWN_DAY = rf"{_DAY}|[0-9]{{4}}(-(0[1-9]|1[0-2]))?|\[{_DAY}\.\.({_DAY})?\]|\[\.\.{_DAY}\]"
"""What is known of a day: the day, its month, its year, or one end or two."""
_TIME = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?"
_BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_V4 = rf"{_BYTE}(\.{_BYTE}){{3}}"
_V6 = "[0-9A-Fa-f:.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*"
_SOMETHING: Mapping[str, str] = MappingProxyType({"pattern": rf"[^\s{INVISIBLE}]"})
_CONSTANTS = frozenset({"case", "format"})
"""The keys by which a document says what it is."""
_POINT = re.compile(r"^- (?P<names>`\w+`(?:, `\w+`)*): (?P<words>.*(?:\n  .*)*)", re.MULTILINE)
_PROSE_ENDS = re.compile(r"^(?:- |>>> |Source: )", re.MULTILINE)

_LEAVES: Mapping[Any, Schema] = MappingProxyType(
    {
        str: {"type": "string"},
        int: {"type": "integer"},
        bool: {"type": "boolean"},
        DayFact: {"type": ["string", "null"], "pattern": f"^({_KNOWN_DAY})$"},
        End: {"type": ["string", "integer", "null"]},
        date: {"type": "string", "format": "date", "pattern": f"^{_DAY}$", "maxLength": 10},
        datetime: {"type": "string", "format": "date-time", "pattern": rf"^{_DAY}T{_TIME}(Z|\+00:00)$"},
        Decimal: {"type": "string", "pattern": "^(0|[1-9][0-9]{0,17})([.][0-9]{1,18})?$"},
        Provision: {"type": "string", "pattern": "[0-9]", "description": "A citation such as Art. 42(6)"},
        IPv4Address | IPv6Address: {"type": "string", "pattern": f"^({_V4}|{_V6})$"},
        Names: {"type": "object", "additionalProperties": {"type": "string"}},
    }
)
_BOUNDS: tuple[tuple[Any, Schema], ...] = (
    (a_text, {**_SOMETHING}),
    (a_name, {**_SOMETHING}),
    (some_texts, {"items": {"type": "string", **_SOMETHING}}),
    (some_names, {"items": {"type": "string", **_SOMETHING}}),
    (a_count_of_days, {"minimum": 1, "maximum": 36_525}),
    (a_port, {"minimum": 0, "maximum": 65_535}),
)
"""What the validators of single values ask for."""
_ENDS: Mapping[str, Schema] = MappingProxyType(
    {
        "day": {"type": ["string", "null"], "pattern": f"^({_DAY}|never|none)$"},
        "number": {"type": ["integer", "null"]},
        "amount": {"type": ["string", "null"], "pattern": "^-?[0-9]+(/[0-9]+)?$"},
    }
)
"""How the ends of a quantity are written."""


def schema(model: type[Any]) -> Schema:
    """Return the JSON Schema of a model, as plain data of its own.

    A fact's title is its own sentence, and its description the provisions that make it matter and who is asked. A case
    must say in `case` of which kind it is, as a case file does. `InvalidValue` for what is no model.

    >>> from uncc.cooperation import Outlook
    >>> for words in schema(Outlook)["properties"]["will_not_secure_data"].values():
    ...     print(words)
    ['boolean', 'null']
    the requested State believes that preservation will not keep the data available
    Art. 42(7). Ask: requested State
    """
    if not (inspect.isclass(model) and attrs.has(model)) or model in _WRITTEN_APART or model is Provision:
        raise InvalidValue("model", model, "a model that stands in a document as an object")
    maker = _Maker(model)
    body = maker.object(model)
    return {"$schema": DIALECT, "$id": f"urn:uncc:schema:{VERSION}:{model.__name__}", **body, "$defs": maker.sorted()}


def arguments(question: Callable[..., Any]) -> Schema:
    """Return the JSON Schema of the arguments of a function, by name, as a scenario gives them.

    >>> from uncc.cooperation import must_inform_of_outlook
    >>> found = arguments(must_inform_of_outlook)
    >>> found["properties"], found["required"]
    ({'outlook': {'$ref': '#/$defs/Outlook'}}, ['outlook'])
    """
    maker, hints = _Maker(None), get_type_hints(question)
    parameters = inspect.signature(question).parameters
    return {
        "$schema": DIALECT,
        "title": question.__name__,
        "description": _prose(question),
        "type": "object",
        "properties": {name: maker.of(_as_data(hints[name])) for name in parameters},
        "required": [name for name, parameter in parameters.items() if parameter.default is parameter.empty],
        "additionalProperties": False,
        "$defs": maker.sorted(),
    }


def _as_data(hint: Any) -> Any:
    """Return the type by which an argument is read: any collection is written as a list."""
    return GenericAlias(tuple, (*get_args(hint), ...)) if get_origin(hint) is Collection else hint


class _Maker:
    """Makes one schema; what stands in it more than once is defined once."""

    def __init__(self, root: type[Any] | None) -> None:
        self._root = root
        self._defined: dict[str, Schema] = {}

    def sorted(self) -> Schema:
        """Return the definitions by name."""
        return dict(sorted(self._defined.items()))

    def object(self, kind: type[Any]) -> Schema:
        """Return the schema of a model, or of a quantity."""
        return self._quantity(kind) if issubclass(kind, Quantity) else self.model(kind)

    def model(self, model: type[Any]) -> Schema:
        words = dict(_points(model))
        attributes = attrs.fields(attrs.resolve_types(model))
        return {
            "title": model.__name__,
            "description": _prose(model),
            "type": "object",
            "properties": {
                attribute.name: self._property(model, attribute, attribute.type, words) for attribute in attributes
            },
            "required": [attribute.name for attribute in attributes if _is_needed(attribute)],
            "additionalProperties": False,
        }

    def _property(
        self, model: type[Any], attribute: attrs.Attribute[Any], hint: Any, words: Mapping[str, str]
    ) -> Schema:
        if attribute.name in _CONSTANTS and own_validator(attribute) is not None:
            return {"const": getattr(attribute.default, "value", attribute.default)}
        found = _number(model.measured()[attribute.name].bounds) if hint == NumberFact else self.of(hint)
        for validator in parts_of(attribute.validator):
            found.update(_bound(validator))
        if model is Entry and attribute.name in {"did", "did_not"}:
            found["enum"] = [*self._duties(), None]
        question = _asked(model).get(attribute.name)
        if question is not None:
            return {**found, **_of_question(question)}
        return {**found, "description": words[attribute.name]} if attribute.name in words else found

    def _duties(self) -> list[str]:
        """Return the ids that a record can name: in a case of one kind, those of its duties."""
        case = getattr(attrs.fields(self._root), "case", None) if self._root is not None else None
        kind = case.default if case is not None else None
        return [name for name, kinds in duty_ids().items() if not isinstance(kind, CaseKind) or kind.value in kinds]

    def of(self, hint: Any) -> Schema:
        """Return the schema of what a type hint allows."""
        if hint in _LEAVES:
            return deepcopy(_LEAVES[hint])
        if get_origin(hint) in {tuple, Rows}:
            return {"type": "array", "items": self.of(get_args(hint)[0])}
        if get_origin(hint) in {Union, UnionType}:
            return self._union(hint)
        return self._reference(hint)

    def _union(self, hint: Any) -> Schema:
        kinds = [kind for kind in get_args(hint) if kind is not type(None)]
        if any(get_origin(kind) is AtLeast for kind in kinds):
            return self._list(kinds[0])
        if set(kinds) == set(get_args(Conduct)):
            some = [self._named("Conduct", self._conduct)]
        else:
            some = [self.of(kind) for kind in kinds]
        return _or_null(some) if len(kinds) < len(get_args(hint)) else _one_of(some)

    def _list(self, complete: Any) -> Schema:
        """Return the schema of a list that may be complete, known in part, or not known."""
        things = self.of(complete)
        some = {"type": "object", "properties": {"at_least": {**things, "minItems": 1}}, "required": ["at_least"]}
        return {"anyOf": [things, {**some, "additionalProperties": False}, {"type": "null"}]}

    def _reference(self, kind: Any) -> Schema:
        if kind is self._root:
            return {"$ref": "#"}
        return self._named(kind.__name__, lambda: self._definition(kind))

    def _named(self, name: str, make: Callable[[], Schema]) -> Schema:
        if name not in self._defined:
            self._defined[name] = {}  # before it is made, since it may stand within itself
            self._defined[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def _definition(self, kind: Any) -> Schema:
        if kind in _WRITTEN_APART:
            return {"title": kind.__name__, "description": _prose(kind), **_WRITTEN_APART[kind]()}
        if issubclass(kind, Enum):
            values = [str(member.value) for member in kind]
            return {"title": kind.__name__, "description": _prose(kind), "type": "string", "enum": values}
        if kind is Node:
            return {"title": "Node", "description": _prose(Node), **self._sorted_out()}
        return self.object(kind)

    def _sorted_out(self) -> Schema:
        """Return the schema of a node of any sort, such that each is looked at once: trees are deep."""
        each = [
            {"if": {"properties": {"quantity": {"const": sort}}}, "then": self._reference(kind)}
            for sort, kind in SORTS.items()
        ]
        of_a_sort = {"properties": {"quantity": {"enum": [*SORTS]}}, "allOf": each}
        return {"if": {"required": ["quantity"]}, "then": of_a_sort, "else": self._reference(Finding)}

    def _quantity(self, kind: type[Quantity]) -> Schema:
        sort, body = sort_of(kind), self.model(kind)
        ends = {end: {**body["properties"][end], **_ENDS[sort]} for end in ("least", "most")}
        properties = {"quantity": {"const": sort}, **body["properties"], **ends}
        return {**body, "properties": properties, "required": ["quantity", *body["required"]]}

    def _conduct(self) -> Schema:
        return {
            "title": "Conduct",
            "description": "The facts of an offence, under its name",
            "type": "object",
            "properties": {offence.value: self.of(conduct_of(offence)) for offence in ConventionOffence},
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
        }


def _readings() -> Schema:
    """Return the schema of a choice of readings: ids of the register, each with the name of one of its options."""
    chosen = {reading.id: {"title": reading.question, "enum": [*_options(reading)]} for reading in register()}
    return {"type": "object", "properties": chosen, "additionalProperties": False}


def _consulted() -> Schema:
    each: list[Schema] = [
        {"properties": {"reading": {"const": reading.id}, "chosen": {"enum": [*_options(reading), None]}}}
        for reading in register()
    ]
    return {"type": "object", "required": ["reading", "chosen"], "maxProperties": 2, "oneOf": each}


def _options(reading: type[Reading]) -> Iterable[str]:
    return (str(option.value) for option in reading)


_WRITTEN_APART: Mapping[Any, Callable[[], Schema]] = MappingProxyType({Readings: _readings, Consulted: _consulted})
"""The models that stand in a document in a form of their own."""


def _number(bounds: tuple[int, int]) -> Schema:
    """Return the schema of a number that may be known in part."""
    number = dict(zip(("type", "minimum", "maximum"), ("integer", *bounds), strict=True))
    end = {**number, "type": ["integer", "null"]}
    ends = {"type": "object", "properties": {"at_least": end, "at_most": end}, "additionalProperties": False}
    return {"anyOf": [number, {**ends, "minProperties": 1}, {"type": "null"}]}


def _asked(model: type[Any]) -> Mapping[str, Question]:
    """Return the facts, days, numbers and lists that a model declares, by field."""
    return model.asked() if issubclass(model, Facts) else {}


def _or_null(some: list[Schema]) -> Schema:
    only = some[0]
    if len(some) == 1 and "type" in only and "enum" not in only:
        return {**only, "type": [only["type"], "null"]}
    return _one_of([*some, {"type": "null"}])


def _one_of(some: list[Schema]) -> Schema:
    return {"anyOf": some} if len(some) > 1 else some[0]


def _is_needed(attribute: attrs.Attribute[Any]) -> bool:
    return attribute.default is attrs.NOTHING or attribute.name == "case"


def _bound(validator: Any) -> Schema:
    for known, bound in _BOUNDS:
        if known is validator:
            return deepcopy(bound)
    return {}


# Words


def _of_question(question: Question) -> Schema:
    cited = ", ".join(str(provision) for provision in question.authority)
    return {"title": question.statement, "description": f"{cited}. Ask: {question.asked_of.words}"}


def _documentation(model: Callable[..., Any]) -> str:
    return inspect.cleandoc(model.__doc__ or "")


def _prose(model: Callable[..., Any]) -> str:
    """Return what the documentation of a model or a function says of the whole of it."""
    return _joined(_PROSE_ENDS.split(_documentation(model), maxsplit=1)[0])


def _points(model: type[Any]) -> Iterator[tuple[str, str]]:
    """Yield what a model's documentation says of single fields."""
    for point in _POINT.finditer(_documentation(model)):
        for name in re.findall(r"\w+", point["names"]):
            yield name, _joined(point["words"])


def _joined(text: str) -> str:
    return " ".join(text.split())
