"""What is made of plain data and of models: the converter, and the faults that it has gathered, by their paths."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from ipaddress import IPv4Address, IPv6Address
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, cast, get_args, get_origin

import attrs
from cattrs import (
    AttributeValidationNote,
    ClassValidationError,
    Converter,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from uncc.doors.leaves import (
    DAY_AND_NUMBER_READERS,
    LEAF_READERS,
    a_member,
    a_plain_value,
    amount_as_json,
    an_address,
    an_object,
    consulted_as_json,
    known_as_json,
    listed,
    moment_as_json,
    not_of,
    some_words,
)
from uncc.doors.nodes import read_and_write_nodes
from uncc.doors.parsing import MOST_FAULTS
from uncc.kernel.again import OnReadings
from uncc.kernel.between import AtLeast
from uncc.kernel.dates import Deadline
from uncc.kernel.duties import Promptness
from uncc.kernel.errors import Fault, InvalidValue, shown
from uncc.kernel.explanation import refuse_misshapen
from uncc.kernel.facts import DayFact, NumberFact, Question
from uncc.kernel.findings import Node
from uncc.kernel.immutable import Names
from uncc.kernel.meant import perhaps
from uncc.kernel.provisions import Provision
from uncc.kernel.readings import Consulted
from uncc.kernel.rows import Rows
from uncc.kernel.shown import Shown
from uncc.kernel.values import TEXTS, parts_of
from uncc.offences.conduct import Conduct, conduct_of, offence_of
from uncc.offences.options import ConventionOffence
from uncc.readings import Readings

if TYPE_CHECKING:
    from uncc.cases import CaseKind

__all__: list[str] = []

LONGEST_KEY = 60
"""The longest unknown key that is told whole."""
CONSTANTS = frozenset({"case", "format"})
"""The keys by which a document says what it is."""


def kind_of(model: type[Any]) -> CaseKind | None:
    """Return of which kind the cases of a model are, which is what its `case` is from the start; `None` of all else."""
    said = attrs.fields_dict(model).get("case") if attrs.has(model) else None
    return None if said is None or said.default is attrs.NOTHING else said.default


def faults_of(error: BaseException, path: str) -> Iterator[Fault]:
    """Yield the faults that cattrs has gathered, each with its path."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        placed, others = error.group_exceptions()
        for below, note in placed:
            step = f".{note.name}" if isinstance(note, AttributeValidationNote) else f"[{note.index}]"
            yield from faults_of(below, f"{path}{step}".lstrip("."))
        for below in others:
            yield from faults_of(below, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        names = [attribute.name for attribute in attrs.fields(error.cl)]
        for key in sorted(error.extra_fields):
            name = key if key.isidentifier() and len(key) <= LONGEST_KEY else shown(key)
            known = f"{', '.join(names)}{perhaps(key, names)}"
            yield Fault(f"{path}.{name}".lstrip("."), f"is not a known key; known here: {known}")
    elif isinstance(error, InvalidValue):
        place = "" if error.field in ("", path.rpartition(".")[2]) else f".{error.field}"
        yield Fault(f"{path}{place}".lstrip("."), not_of(error.expected, error.value))
    elif isinstance(error, KeyError):
        yield Fault(path, "is missing")
    elif isinstance(error, MemoryError):  # no fault of the document
        raise error
    else:
        yield Fault(path or "document", str(error))


def _model(model: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    inner = make_dict_structure_fn(model, converter, _cattrs_forbid_extra_keys=True, **_texts(model, converter))
    silent = frozenset(one.name for one in attrs.fields(attrs.resolve_types(model)) if null_is_silence(model, one))

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise TypeError(not_of(f"an object with the keys of {model.__name__}", value))
        said: dict[Any, Any] = value  # pyright: ignore[reportUnknownVariableType]  # of any keys and values
        if not silent.isdisjoint(said):
            said = {key: one for key, one in said.items() if one is not None or key not in silent}
        return inner(said, model)

    return _well_shaped(structure) if issubclass(model, Node) else structure


def null_is_silence(model: Any, field: attrs.Attribute[Any]) -> bool:
    """Whether `null` under a key that can be left out says as much as leaving it out: that nothing is stated.

    So it is in what people write, also where the value that then holds is a list or an object.
    """
    can_be_left_out = field.init and field.default is not attrs.NOTHING and field.name not in CONSTANTS
    is_written = kind_of(model) is not None or not issubclass(model, Shown | OnReadings)
    return can_be_left_out and NoneType not in get_args(field.type) and is_written


def _texts(model: Any, converter: Converter) -> dict[str, Any]:
    """Return what reads the texts of a model that must say something: each by itself, so that every blank is told."""
    return {
        one.name: override(struct_hook=_some_text(attrs.resolve_types(model), one.name, converter))
        for one in attrs.fields(model)
        if not TEXTS.isdisjoint(parts_of(one.validator))
    }


def _some_text(model: Any, name: str, converter: Converter) -> Callable[[Any, Any], Any]:
    kind = getattr(attrs.fields(model), name).type
    listed = any(_is_tuple(one) for one in (kind, *get_args(kind)))
    read = _tuple(tuple[str, ...], converter, some_words) if listed else some_words
    can_be_absent = _is_optional(kind)
    return lambda value, _: None if value is None and can_be_absent else read(value, str)


def _well_shaped(structure: Callable[[Any, Any], Node]) -> Callable[[Any, Any], Node]:
    def node(value: Any, model: Any) -> Node:
        found = structure(value, model)
        refuse_misshapen(found)
        return found

    return node


def _tuple(
    kind: Any, converter: Converter, of: Callable[[Any, Any], Any] | None = None
) -> Callable[[Any, Any], tuple[Any, ...]]:
    """Return what reads a list of things, each with what is known to read it, or with the reader of its class."""
    item = get_args(kind)[0]

    def structure(value: object, _: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise TypeError(not_of("a list", value))
        documents: list[Any] = value  # pyright: ignore[reportUnknownVariableType]  # a list of anything
        read = of or converter.get_structure_hook(item)
        found: list[Any] = []
        errors: list[Exception] = []
        for number, document in enumerate(documents):
            try:
                found.append(read(document, item))
            except Exception as error:  # told with its place, as cattrs tells those of its own lists
                error.add_note(IterableValidationNote(f"item {number}", number, item))
                errors.append(error)
            if len(errors) > MOST_FAULTS:
                break
        if errors:
            raise IterableValidationError("a list", errors, kind)  # pyright: ignore[reportCallIssue]
        return tuple(found)

    return structure


def _list_fact(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    """Return what reads a list that may be complete, known in part (`{"at_least": [...]}`), or not known."""
    things = get_args(kind)[0]
    complete = _tuple(things, converter)

    def structure(value: Any, _: object) -> Any:
        if value is None or isinstance(value, list):
            return None if value is None else complete(value, things)
        named = cast("dict[str, Any]", value if isinstance(value, dict) else {})
        if set(named) != {"at_least"}:
            raise TypeError(
                not_of('a list, or an object with "at_least" and a list, or null (not known)', cast("object", value))
            )
        try:
            return AtLeast(complete(named["at_least"], things))
        except (IterableValidationError, TypeError) as error:  # told with its place
            error.add_note(AttributeValidationNote("", "at_least", kind))
            raise ClassValidationError("a list", [error], AtLeast) from None  # pyright: ignore[reportCallIssue]

    return structure


def _is_list_fact(kind: Any) -> bool:
    return any(get_origin(one) is AtLeast for one in get_args(kind))


def _deadline_or_promptness(value: object, converter: Converter) -> Deadline | Promptness | None:
    if value is None:
        return None
    return converter.structure(value, Deadline) if isinstance(value, dict) else converter.structure(value, Promptness)


def _question_or_consulted(value: object, converter: Converter) -> Question | Consulted | None:
    if value is None:
        return None
    found = an_object(value, "a question or a reading consulted")
    return converter.structure(found, Consulted) if "reading" in found else converter.structure(found, Question)


def _conduct(value: object, converter: Converter) -> Conduct:
    """Return the facts of an offence, which stand under its name."""
    found = an_object(value, "an object with the name of an offence and its facts")
    if len(found) != 1:
        raise ValueError(not_of(f"an object with one key, the name of an offence: {listed(ConventionOffence)}", value))
    [(name, facts)] = found.items()
    offence = cast("ConventionOffence", a_member(name, ConventionOffence))
    try:
        return converter.structure(facts, conduct_of(offence))
    except Exception as error:  # told with its place, under the name of the offence
        error.add_note(AttributeValidationNote("", name, Conduct))
        kind = conduct_of(offence)
        raise ClassValidationError("an offence", [error], kind) from None  # pyright: ignore[reportCallIssue]


def _named_conduct(value: Conduct | None, converter: Converter) -> dict[str, Any] | None:
    return None if value is None else {offence_of(value).value: converter.unstructure(value)}


def _is_family(kind: Any) -> bool:
    """Whether a class stands for those below it, which one key of their documents tells apart."""
    return isinstance(kind, type) and "TOLD_APART_BY" in vars(kind)


def _members(family: Any) -> dict[str, type[Any]]:
    """Return the classes below a family by the names in their documents: of `RequestReceived` request-received."""
    return {re.sub(r"(?<=.)(?=[A-Z])", "-", one.__name__).lower(): one for one in family.__subclasses__()}


def _member_reader(family: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    key, members = family.TOLD_APART_BY, _members(family)

    def structure(value: object, _: object) -> Any:
        said = dict(an_object(value, f"an object that says what {key}"))
        name = said.pop(key, None)
        if not isinstance(name, str) or name not in members:
            raise InvalidValue(key, name, f"one of: {', '.join(members)}{perhaps(str(name), members)}")
        return converter.structure(said, members[name])

    return structure


def _member_writer(family: Any, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    names = {one: name for name, one in _members(family).items()}
    return lambda value: {family.TOLD_APART_BY: names[type(value)], **converter.unstructure(value, type(value))}


def _are_cases(kind: Any) -> bool:
    """Whether a union is one of cases, which their `case` tells apart."""
    return get_origin(kind) is UnionType and all(kind_of(one) is not None for one in get_args(kind))


def _case_reader(union: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    cases = {str(cast("CaseKind", kind_of(one)).value): one for one in get_args(union)}

    def structure(value: object, _: object) -> Any:
        said = an_object(value, "a case")
        kind = said.get("case")
        if not isinstance(kind, str) or kind not in cases:
            raise InvalidValue("case", kind, f"one of: {', '.join(cases)}{perhaps(str(kind), cases)}")
        return converter.structure(said, cases[kind])

    return structure


def _optional(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    """Return what reads a value that may be absent, with the reader of the value looked up once."""
    [present] = (item for item in get_args(kind) if item is not NoneType)
    structure = converter.get_structure_hook(present)
    return lambda value, _: None if value is None else structure(value, present)


def _is_optional(kind: Any) -> bool:
    return get_origin(kind) is UnionType and len(get_args(kind)) == 2 and NoneType in get_args(kind)


def _is_tuple(kind: Any) -> bool:
    origin = get_origin(kind)
    return origin is Rows or (origin is tuple and get_args(kind)[1:] == (Ellipsis,))


def _listed_by(converter: Converter) -> Callable[[Any], Callable[[Any], list[Any]]]:
    """Return what makes the writer of rows: a list, as of a tuple."""

    def written(found: Rows[Any]) -> list[Any]:
        return [converter.unstructure(one) for one in found]

    return lambda _: written


def _is_rows(kind: Any) -> bool:
    return Rows in {kind, get_origin(kind)}


def _is_model(kind: Any) -> bool:
    return attrs.has(kind)


@cache
def json_converter() -> Converter:
    """Return what reads and writes every public model, made once."""
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook_factory(_is_model, _model)
    converter.register_structure_hook_factory(_is_family, _member_reader)
    converter.register_unstructure_hook_factory(_is_family, _member_writer)
    converter.register_structure_hook_factory(_are_cases, _case_reader)
    converter.register_structure_hook(Enum, a_member)
    converter.register_structure_hook_factory(_is_tuple, _tuple)
    converter.register_structure_hook_factory(_is_optional, _optional)
    converter.register_structure_hook_factory(_is_list_fact, _list_fact)
    converter.register_unstructure_hook_factory(_is_rows, _listed_by(converter))
    for kind, structure in LEAF_READERS.items():
        converter.register_structure_hook(kind, structure)
    converter.register_structure_hook(bool | int | str, lambda value, _: a_plain_value(value))
    for union in (DayFact, NumberFact):
        converter.register_structure_hook(union, DAY_AND_NUMBER_READERS[union])
        converter.register_unstructure_hook(union, known_as_json)
    converter.register_structure_hook(IPv4Address | IPv6Address, an_address)
    converter.register_structure_hook(
        Deadline | Promptness | None, lambda value, _: _deadline_or_promptness(value, converter)
    )
    converter.register_structure_hook(
        Question | Consulted | None, lambda value, _: _question_or_consulted(value, converter)
    )
    converter.register_structure_hook(Conduct, lambda value, _: _conduct(value, converter))
    converter.register_structure_hook(
        Conduct | None, lambda value, _: None if value is None else _conduct(value, converter)
    )
    for union in (Conduct, Conduct | None):
        converter.register_unstructure_hook(union, lambda value: _named_conduct(value, converter))
    converter.register_unstructure_hook(AtLeast, lambda some: {"at_least": converter.unstructure(some.items)})
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, moment_as_json)
    converter.register_unstructure_hook(Decimal, amount_as_json)
    for printed in (Provision, IPv4Address, IPv6Address):
        converter.register_unstructure_hook(printed, str)
    converter.register_unstructure_hook(Names, dict[str, str])
    converter.register_unstructure_hook(Readings, Readings.names)
    converter.register_unstructure_hook(Consulted, consulted_as_json)
    read_and_write_nodes(converter, _model)  # last, since it takes up the hooks above
    return converter
