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
from collections.abc import Callable, Collection, Iterable, Mapping
from copy import deepcopy
from enum import Enum
from types import GenericAlias, MappingProxyType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

import attrs

from uncc.cases import CaseKind, Entry
from uncc.cases.record import duty_ids
from uncc.doors.key_words import CONSTANT_WORDS, meaning, prose
from uncc.doors.nodes import NODES, SORTS, sort_of
from uncc.doors.schema_leaves import ENDS, LEAVES, Schema, bound, number
from uncc.doors.serial import SCHEMA_KEY
from uncc.doors.structure import CONSTANTS, null_is_silence
from uncc.kernel.between import AtLeast
from uncc.kernel.declared import own_validator
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import MOST, Facts, NumberFact
from uncc.kernel.findings import Finding, Node, Truth
from uncc.kernel.provisions import Provision
from uncc.kernel.quantities import Quantity
from uncc.kernel.readings import Consulted, Reading
from uncc.kernel.rows import Rows
from uncc.kernel.shown import Shown
from uncc.kernel.values import parts_of
from uncc.offences import Conduct, ConventionOffence, conduct_of
from uncc.readings import Readings, register

__all__ = ["arguments", "components", "schema"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
VERSION = 1
"""Goes up when a document that was valid no longer is."""

_COMPONENTS = "#/components/schemas/"


def schema(model: type[Any], *, for_types: bool = False) -> Schema:
    """Return the JSON Schema of a model, as plain data of its own.

    The description of a fact is its own sentence, the provisions that make it matter, and who is asked; titles are the
    names of models. A case must say in `case` of which kind it is, as a case file does. The schema of a report, which
    this library alone writes, takes what a later version adds. `InvalidValue` for what is no model.

    `for_types`: for a tool that generates types: the kinds of a node in a tree stand beside each other. Validating a
    deep tree by that takes long.

    >>> from uncc.cooperation import Outlook
    >>> for words in schema(Outlook)["properties"]["will_not_secure_data"].values():
    ...     print(words)
    ['boolean', 'null']
    the requested State believes that preservation will not keep the data available. Art. 42(7). Ask: requested State
    """
    _refuse_another(model)
    maker = _Maker(model, grows=is_written_here(model), for_types=for_types)
    body = maker.object(model)
    if isinstance(_case_kind(model), CaseKind):
        body["properties"] = {SCHEMA_KEY: {"type": "string"}, **body["properties"]}
    return {"$schema": DIALECT, "$id": f"urn:uncc:schema:{VERSION}:{model.__name__}", **body, "$defs": maker.sorted()}


def components(models: Iterable[type[Any]]) -> dict[str, Schema]:
    """Return the schemas of models, and of all that stands in them, by name, as an OpenAPI document holds them.

    They refer to each other below `#/components/schemas/`, and are written for tools that generate types. What stands
    both in what is read and in what is written has two schemas, the second with `Output` after its name. Errors as for
    `schema`.

    >>> from uncc.cooperation import Outlook
    >>> components([Outlook])["Outlook"]["required"]
    []
    """
    makers = {grows: _Maker(None, grows=grows, for_types=True, at=_COMPONENTS) for grows in (False, True)}
    for model in models:
        _refuse_another(model)
        makers[is_written_here(model)].of(model)
    read, written = makers[False].sorted(), makers[True].sorted()
    both = {name for name in read.keys() & written.keys() if read[name] != written[name]}
    return {**{_renamed(name, both): _renamed(said, both) for name, said in written.items()}, **read}


def is_written_here(model: type[Any]) -> bool:
    """Whether this library alone writes a document, such as a report: a later version may say more in it."""
    return issubclass(model, Shown) and not isinstance(_case_kind(model), CaseKind)


def _refuse_another(model: Any) -> None:
    if not (inspect.isclass(model) and attrs.has(model)) or model in _WRITTEN_APART or model is Provision:
        raise InvalidValue("model", model, "a model that stands in a document as an object")


def _renamed(said: Any, names: Collection[str]) -> Any:
    """Return a schema, or a name, with `Output` after these names."""
    if isinstance(said, dict):
        table = cast("Schema", said)
        if "$ref" in table:
            return {"$ref": f"{_COMPONENTS}{_renamed(table['$ref'].removeprefix(_COMPONENTS), names)}"}
        return {key: inner if isinstance(inner, str) else _renamed(inner, names) for key, inner in table.items()}
    if isinstance(said, list):
        return [one if isinstance(one, str) else _renamed(one, names) for one in said]  # pyright: ignore[reportUnknownVariableType]
    return f"{said}Output" if said in names else said


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
        "description": prose(question),
        "type": "object",
        "properties": {name: maker.of(_as_data(hints[name])) for name in parameters},
        "required": [name for name, parameter in parameters.items() if parameter.default is parameter.empty],
        "additionalProperties": False,
        "$defs": maker.sorted(),
    }


def _as_data(hint: Any) -> Any:
    """Return the type by which an argument is read: any collection is written as a list."""
    return GenericAlias(tuple, (*get_args(hint), ...)) if get_origin(hint) is Collection else hint


def _case_kind(model: type[Any]) -> Any:
    """Return of which kind the cases of a model are; of any other model, nothing."""
    return getattr(getattr(attrs.fields(model), "case", None), "default", None)


class _Maker:
    """Makes one schema; what stands in it more than once is defined once."""

    def __init__(
        self, root: type[Any] | None, *, grows: bool = False, for_types: bool = False, at: str = "#/$defs/"
    ) -> None:
        self._root = root
        self._grows = grows
        self._for_types = for_types
        self._at = at
        self._defined: dict[str, Schema] = {}

    def sorted(self) -> Schema:
        """Return the definitions by name."""
        return dict(sorted(self._defined.items()))

    def object(self, kind: type[Any]) -> Schema:
        """Return the schema of a model, or of a quantity."""
        return self._quantity(kind) if issubclass(kind, Quantity) else self.model(kind)

    def model(self, model: Any) -> Schema:
        attributes = attrs.fields(attrs.resolve_types(model))
        return {
            "title": model.__name__,
            "description": prose(model),
            "type": "object",
            "properties": {
                attribute.name: self._property(model, attribute, attribute.type) for attribute in attributes
            },
            "required": [attribute.name for attribute in attributes if _is_needed(attribute)],
            **self._closed(),
        }

    def _closed(self) -> Schema:
        return {} if self._grows else {"additionalProperties": False}

    def _one_of(self, values: Iterable[str]) -> Schema:
        """Return the schema of a name out of a list, to which a later version may add where it writes."""
        known = {"type": "string", "enum": [*values]}
        return {"anyOf": [known, {"type": "string"}]} if self._grows else known

    def _property(self, model: type[Any], attribute: attrs.Attribute[Any], hint: Any) -> Schema:
        if attribute.name in CONSTANTS and own_validator(attribute) is not None:
            only = getattr(attribute.default, "value", attribute.default)
            return {"const": only, "description": CONSTANT_WORDS[attribute.name]}
        found = number(_bounds(model, attribute.name)) if hint == NumberFact else self.of(hint)
        for validator in parts_of(attribute.validator):
            found.update(bound(validator))
        if null_is_silence(model, attribute):
            found = _nullable(found)
        if model is Entry and attribute.name in {"did", "did_not"}:
            found = _or_null([self._named("DutyId", self._duty_id)])
        said = meaning(model, attribute.name)
        whole = {"allOf": [found]} if "$ref" in found else found  # tools take a reference with words for another model
        return {**whole, "description": said} if said else found

    def _duty_id(self) -> Schema:
        return {"title": "DutyId", "description": "The id of a duty", **self._one_of(self._duties())}

    def _duties(self) -> list[str]:
        """Return the ids that a record can name: in a case of one kind, those of its duties."""
        kind = None if self._root is None else _case_kind(self._root)
        return [name for name, kinds in duty_ids().items() if not isinstance(kind, CaseKind) or kind.value in kinds]

    def of(self, hint: Any) -> Schema:
        """Return the schema of what a type hint allows."""
        if hint in LEAVES:
            return deepcopy(LEAVES[hint])
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
        return {"$ref": f"{self._at}{name}"}

    def _definition(self, kind: Any) -> Schema:
        if kind in _WRITTEN_APART:
            return {"title": kind.__name__, "description": prose(kind), **self._apart(kind)}
        if issubclass(kind, Enum):
            values = [str(member.value) for member in kind]
            one = {"type": "string", "enum": values} if kind is Truth else self._one_of(values)
            return {"title": kind.__name__, "description": prose(kind), **one}
        if kind is Node:
            return {"title": "Node", "description": prose(Node), **self._sorted_out()}
        return self.object(kind)

    def _sorted_out(self) -> Schema:
        """Return the schema of a node of any sort, such that each is looked at once: trees are deep."""
        if self._for_types:
            return {"anyOf": [self._reference(kind) for kind in NODES]}
        each = [
            {"if": {"properties": {"quantity": {"const": sort}}}, "then": self._reference(kind)}
            for sort, kind in SORTS.items()
        ]
        of_a_sort = {"properties": {"quantity": {"enum": [*SORTS]}}, "allOf": each}
        return {"if": {"required": ["quantity"]}, "then": of_a_sort, "else": self._reference(Finding)}

    def _quantity(self, kind: type[Quantity]) -> Schema:
        sort, body = sort_of(kind), self.model(kind)
        ends = {end: {**body["properties"][end], **ENDS[sort]} for end in ("least", "most")}
        properties = {"quantity": {"const": sort}, **body["properties"], **ends}
        return {**body, "properties": properties, "required": ["quantity", *body["required"]]}

    def _apart(self, kind: Any) -> Schema:
        if kind is Consulted and (self._grows or self._for_types):
            either: Schema = {"reading": {"type": "string"}, "chosen": {"type": ["string", "null"]}}
            return {"type": "object", "properties": either, "required": ["reading", "chosen"], **self._closed()}
        return _WRITTEN_APART[kind]()

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
    """Return the schema of a choice of readings: ids of the register, each with the name of an option, or null."""
    chosen = {
        reading.id: {
            "description": reading.question,
            **_or_null([{"type": "string", "enum": [*_options(reading)]}]),
        }
        for reading in register()
    }
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


def _bounds(model: type[Any], name: str) -> tuple[int, int]:
    """Return between which ends a number lies, by its declaration; what is computed has none."""
    return model.measured()[name].bounds if issubclass(model, Facts) else (0, MOST)


def _or_null(some: list[Schema]) -> Schema:
    only = some[0]
    if len(some) == 1 and "type" in only and "enum" not in only:
        return {**only, "type": [only["type"], "null"]}
    return _one_of([*some, {"type": "null"}])


def _nullable(found: Schema) -> Schema:
    """Return a schema that allows null as well."""
    return {**found, **_or_null([found])} if "type" in found and "enum" not in found else _or_null([found])


def _one_of(some: list[Schema]) -> Schema:
    return {"anyOf": some} if len(some) > 1 else some[0]


def _is_needed(attribute: attrs.Attribute[Any]) -> bool:
    return attribute.default is attrs.NOTHING or attribute.name == "case"
