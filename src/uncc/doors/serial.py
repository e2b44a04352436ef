"""JSON in and out: every public model, strictly, with all faults of a document at once.

>>> from uncc.kernel.parties import State
>>> print(to_json(State("Astoria")))
{
  "name": "Astoria"
}
>>> from_json('{"nom": "Astoria"}', State)
Traceback (most recent call last):
    ...
uncc.kernel.errors.DocumentError: name: is missing
nom: is not a known key; known here: name
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from itertools import islice
from pathlib import Path
from types import MappingProxyType, NoneType, UnionType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast, get_args, get_origin, overload

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

from uncc.doors.nodes import read_and_write_nodes
from uncc.kernel.again import OnReadings
from uncc.kernel.between import AtLeast, Between, calendar_day, day_text, ends_of, read_day
from uncc.kernel.dates import Deadline
from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.duties import Promptness
from uncc.kernel.errors import DocumentError, Fault, InvalidValue, shown
from uncc.kernel.explanation import refuse_misshapen
from uncc.kernel.facts import DayFact, NumberFact, Question
from uncc.kernel.findings import Node
from uncc.kernel.immutable import Names, fixed_names
from uncc.kernel.meant import perhaps
from uncc.kernel.names import is_blank
from uncc.kernel.provisions import Provision
from uncc.kernel.readings import Consulted, Reading
from uncc.kernel.rows import Rows
from uncc.kernel.shown import Shown
from uncc.kernel.values import A_TEXT, TEXTS, parts_of
from uncc.offences.conduct import Conduct, conduct_of, offence_of
from uncc.offences.options import ConventionOffence
from uncc.readings import Readings, register

if TYPE_CHECKING:
    from uncc.cases import Case, CaseKind

__all__ = ["from_data", "from_json", "load_case", "read_case", "to_json"]

T = TypeVar("T")
AnyCase = TypeVar("AnyCase", bound="Case")

MOST_BYTES = 4_000_000
"""The longest document that is read, in bytes."""
MOST_CHARACTERS = 32_000_000
"""The longest text that a program can give; reports are longer than the cases that they are about."""
MOST_DEPTH = 192
"""The deepest nesting that is read; a case needs less than ten, a report on the longest history of an asset 175."""
MOST_FAULTS = 50
"""How many faults of one document are told."""
LONGEST_KEY = 60
"""The longest unknown key that is told whole."""
MOST_DIGITS = 1000
"""The longest whole number that is read; no number of a case needs more than five digits."""

_TOKENS = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)  # possessive: no way back is kept
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_AMOUNT = re.compile(r"(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|\+00:00)", re.ASCII)


def to_json(value: object, *, indent: int | None = 2) -> str:
    """Return a model as JSON text: keys in the order of its fields, dates as ISO 8601, what is not known as `null`.

    Equal models give equal text. Without `indent` all stands on one line, which is written several times faster.
    """
    return _encoder(indent).encode(_converter().unstructure(value))


@lru_cache
def _encoder(indent: int | None) -> json.JSONEncoder:
    """Return the writer of plain data; models cannot hold themselves, so that no circle need be looked for."""
    return json.JSONEncoder(indent=indent, ensure_ascii=False, allow_nan=False, check_circular=False)


def from_json(text: str, model: type[T]) -> T:
    """Return the model that a JSON text describes; `DocumentError` with every fault, each with its path."""
    return from_data(parsed(text), model)


def from_data(document: Any, model: type[T]) -> T:
    """Return the model that plain data (dicts, lists, texts, numbers) describe; errors as for `from_json`."""
    if kind_of(model) is not None and isinstance(document, dict):
        document = _without_schema(cast("dict[str, Any]", document))
    try:
        return _converter().structure(document, model)
    except Exception as error:
        faults = list(islice(_faults(error, ""), MOST_FAULTS + 1))
        if len(faults) > MOST_FAULTS:
            faults[MOST_FAULTS:] = [Fault("document", f"has more faults than these {MOST_FAULTS}")]
        raise DocumentError(faults) from None


CONSTANTS = frozenset({"case", "format"})
"""The keys by which a document says what it is."""
SCHEMA_KEY = "$schema"
"""The key by which a case file names its schema, for an editor; nothing of the case stands there."""


def _without_schema(document: dict[str, Any]) -> dict[str, Any]:
    """Return a case file without the name of its schema."""
    if not isinstance(document.get(SCHEMA_KEY, ""), str):
        raise _fault(SCHEMA_KEY, _not_of("a text: the address of the schema", document[SCHEMA_KEY]))
    return {key: value for key, value in document.items() if key != SCHEMA_KEY}


@overload
def load_case(path: Path) -> Case: ...
@overload
def load_case(path: Path, model: type[AnyCase]) -> AnyCase: ...
def load_case(path: Path, model: type[AnyCase] | None = None) -> Case:
    """Return the case that a file describes; its `case` says of which kind.

    `model` is the kind that is wanted, or none where any will do. `DocumentError` where the file cannot be read or is
    no such case, with every fault and its path.
    """
    return read_case(read_text(path), model)


def read_case(text: str, model: type[AnyCase] | None = None) -> Case:
    """Return the case that a JSON text describes, of whatever kind its `case` says; the rest as for `load_case`."""
    refuse_length(text)
    document = parsed(text)
    kind = kind_in(document)
    wanted = kind if model is None else kind_of(model)
    if wanted is not kind:
        raise _fault("case", _not_of(wanted.value if wanted else "a case", kind.value))
    return from_data(document, case_class(kind))


def case_class(kind: CaseKind) -> type[Case]:
    """Return the model of the cases of a kind: it is loaded when there is such a case."""
    from uncc import cases

    match kind:
        case cases.CaseKind.PRESERVATION:
            return cases.PreservationCase
        case cases.CaseKind.ASSISTANCE:
            return cases.AssistanceCase
        case cases.CaseKind.EXTRADITION:
            return cases.ExtraditionCase
        case cases.CaseKind.CONFISCATION:
            return cases.ConfiscationCase
        case cases.CaseKind.DOMESTIC_LAW:
            return cases.DomesticLaw
    raise not_one_of("kind", kind, cases.CaseKind)


def kind_of(model: type[Any]) -> CaseKind | None:
    """Return of which kind the cases of a model are, which is what its `case` is from the start; `None` of all else."""
    said = attrs.fields_dict(model).get("case") if attrs.has(model) else None
    return None if said is None or said.default is attrs.NOTHING else said.default


def kind_in(document: Any) -> CaseKind:
    """Return of which kind a case is by its data; `DocumentError` where they do not say it."""
    from uncc.cases.report import CaseKind

    if not isinstance(document, Mapping):
        raise _fault("document", _not_of("an object", document))
    said = cast("Mapping[str, Any]", document)
    if "case" not in said:
        raise _fault("case", f"is missing; it says of which kind the case is: {_listed(CaseKind)}")
    try:
        return from_data(said["case"], CaseKind)
    except DocumentError as error:
        raise _fault("case", error.faults[0].message) from None


# Reading text


def _fault(path: str, message: str) -> DocumentError:
    return DocumentError([Fault(path, message)])


def read_text(path: Path) -> str:
    """Return what a file says, as UTF-8; `DocumentError` where it cannot be read, or is too long, or is no UTF-8."""
    return taken(read_bytes(path))


def taken(content: bytes) -> str:
    """Return what bytes say, as UTF-8; `DocumentError` where they are too many, or no UTF-8."""
    _refuse_bytes(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _fault("document", f"is not UTF-8: byte {error.start} is {content[error.start]:#04x}") from error


def read_bytes(path: Path) -> bytes:
    """Return what stands in a file; `DocumentError` where it cannot be read or is too long."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        near = perhaps(path.name, _beside(path)) if isinstance(error, FileNotFoundError) else ""
        raise _fault("document", f"cannot be read: {reason}{near}") from error
    _refuse_bytes(content)
    return content


def _refuse_bytes(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise _fault("document", f"is longer than {MOST_BYTES} bytes, the most that is read")


def _beside(path: Path) -> list[str]:
    """Return the names of the files beside one, where its folder can be read."""
    try:
        return [one.name for one in path.parent.iterdir()]
    except OSError:
        return []


def refuse_length(text: str, most: int = MOST_BYTES) -> None:
    """Refuse a text that is longer than what is read, before anything is done with it."""
    if len(text) > most:
        raise _fault("document", f"is longer than {most} characters, the most that is read")


def refuse_halves(text: str) -> None:
    """Refuse a text in which half of a character stands alone, which no file could hold."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise _fault(f"line {line}", "has half of a character, which stands alone") from None


def parsed(text: str) -> Any:
    """Return the plain data of a JSON text; `DocumentError` where it is none, or has a key twice."""
    refuse_length(text, MOST_CHARACTERS)
    _refuse_depth(text)
    try:
        return _decoder().decode(text)
    except json.JSONDecodeError as error:
        raise _fault(f"line {error.lineno}, column {error.colno}", f"is not JSON: {error.msg}") from error
    except ValueError as error:
        raise _fault("document", f"cannot be taken: {error}") from error


@cache
def _decoder() -> json.JSONDecoder:
    return json.JSONDecoder(
        object_pairs_hook=_object_without_repetition, parse_constant=_refuse_constant, parse_int=_short_integer
    )


def _refuse_depth(text: str) -> None:
    if text.count("{") + text.count("[") <= MOST_DEPTH:
        return  # what is opened so few times cannot be deeper
    depth = 0
    for token in _TOKENS.finditer(text):
        if token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
        if depth > MOST_DEPTH:
            line = text.count("\n", 0, token.start()) + 1
            raise _fault(f"line {line}", f"is nested more than {MOST_DEPTH} deep, the most that is read")


def _object_without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for place, key in enumerate(keys) if key in keys[:place])
        raise ValueError(f"the key {shown(twice)} stands twice in one object")
    return found


def _short_integer(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ValueError(f"a number of {len(digits)} digits is longer than the {MOST_DIGITS} that are read")
    return int(digits)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")


# Structure


def _faults(error: BaseException, path: str) -> Iterator[Fault]:
    """Yield the faults that cattrs has gathered, each with its path."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        placed, others = error.group_exceptions()
        for below, note in placed:
            step = f".{note.name}" if isinstance(note, AttributeValidationNote) else f"[{note.index}]"
            yield from _faults(below, f"{path}{step}".lstrip("."))
        for below in others:
            yield from _faults(below, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        names = [attribute.name for attribute in attrs.fields(error.cl)]
        for key in sorted(error.extra_fields):
            name = key if key.isidentifier() and len(key) <= LONGEST_KEY else shown(key)
            known = f"{', '.join(names)}{perhaps(key, names)}"
            yield Fault(f"{path}.{name}".lstrip("."), f"is not a known key; known here: {known}")
    elif isinstance(error, InvalidValue):
        place = "" if error.field == path.rpartition(".")[2] else f".{error.field}"
        yield Fault(f"{path}{place}".lstrip("."), _not_of(error.expected, error.value))
    elif isinstance(error, KeyError):
        yield Fault(path, "is missing")
    elif isinstance(error, MemoryError):  # no fault of the document
        raise error
    else:
        yield Fault(path or "document", str(error))


def _not_of(expected: str, value: object) -> str:
    """Say what a value is not; what JSON has words for is shown in those."""
    words = next((word for word, named in _WORDS.items() if value is named), None)
    return f"{words or shown(value)} is not {expected}"


_WORDS = {"null": None, "true": True, "false": False}


def _listed(kind: type[Enum]) -> str:
    return ", ".join(str(member.value) for member in kind)


def _text(value: object, _: object) -> str:
    if not isinstance(value, str):
        raise TypeError(_not_of("a text", value))
    try:
        if not value.isascii():
            value.encode()
    except UnicodeEncodeError:
        raise ValueError(_not_of("a text: half of a character stands alone in it", value)) from None
    return value


def _integer(value: object, _: object) -> int:
    if type(value) is not int:
        raise TypeError(_not_of("a whole number", value))
    return value


def _boolean(value: object, _: object) -> bool:
    if value is not True and value is not False:
        raise TypeError(_not_of("true, false or null (not known)", value))
    return value


def _day(value: object, _: object) -> date:
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError(_not_of(calendar_day(value), value))


def _moment(value: object, _: object) -> datetime:
    try:
        if isinstance(value, str) and _MOMENT.fullmatch(value):
            return datetime.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError(_not_of("a moment in UTC such as 2027-05-09T04:12:09Z", value))


def _amount(value: object, _: object) -> Decimal:
    if isinstance(value, str) and _AMOUNT.fullmatch(value):
        return Decimal(value)
    raise ValueError(_not_of('an amount as a text of digits such as "1200.50"', value))


def _provision(value: object, _: object) -> Provision:
    if not isinstance(value, str):
        raise TypeError(_not_of("a citation such as 'Art. 42(6)'", value))
    return Provision.parse(value)


def _address(value: object, _: object) -> IPv4Address | IPv6Address:
    try:
        if isinstance(value, str) and "%" not in value:  # a zone is a name on one machine only
            return ip_address(value)
    except ValueError:
        pass
    raise ValueError(_not_of("an internet address such as 192.0.2.7 or 2001:db8::7", value))


def _object(value: object, expected: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(_not_of(expected, value))
    return cast("dict[str, Any]", value)


def _readings(value: object, _: object) -> Readings:
    return Readings.named(_object(value, "an object of readings and the options chosen"))


def _consulted(value: object, _: object) -> Consulted:
    found = _object(value, "an object of a reading and the option chosen")
    readings = {reading.id: reading for reading in register()}
    if set(found) != {"reading", "chosen"} or found["reading"] not in list(readings):
        raise ValueError(_not_of("a reading of the register and the option chosen", found))
    reading = readings[found["reading"]]
    options: dict[object, Reading | None] = {None: None, **{option.value: option for option in reading}}
    if found["chosen"] not in list(options):
        raise ValueError(_not_of(f"an option of {reading.id}", found["chosen"]))
    return Consulted(reading, options[found["chosen"]])


def _member(value: object, kind: type[Enum]) -> Enum:
    member = _members(kind).get(value) if isinstance(value, str) else None
    if member is None:
        raise ValueError(_not_of(f"one of: {_listed(kind)}", value) + perhaps(value, _members(kind)))
    return member


@cache
def _members(kind: type[Enum]) -> Mapping[str, Enum]:
    return MappingProxyType({str(member.value): member for member in kind})


def _model(model: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    inner = make_dict_structure_fn(model, converter, _cattrs_forbid_extra_keys=True, **_texts(model, converter))
    silent = frozenset(one.name for one in attrs.fields(attrs.resolve_types(model)) if null_is_silence(model, one))

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise TypeError(_not_of(f"an object with the keys of {model.__name__}", value))
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
    read = _tuple(tuple[str, ...], converter, _said) if listed else _said
    can_be_absent = _is_optional(kind)
    return lambda value, _: None if value is None and can_be_absent else read(value, str)


def _said(value: object, _: object) -> str:
    found = _text(value, str)
    if is_blank(found):
        raise ValueError(_not_of(A_TEXT, found))
    return found


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
            raise TypeError(_not_of("a list", value))
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
                _not_of('a list, or an object with "at_least" and a list, or null (not known)', cast("object", value))
            )
        try:
            return AtLeast(complete(named["at_least"], things))
        except (IterableValidationError, TypeError) as error:  # told with its place
            error.add_note(AttributeValidationNote("", "at_least", kind))
            raise ClassValidationError("a list", [error], AtLeast) from None  # pyright: ignore[reportCallIssue]

    return structure


def _is_list_fact(kind: Any) -> bool:
    return any(get_origin(one) is AtLeast for one in get_args(kind))


def _names(value: object, _: object) -> Names:
    names = _object(value, "an object")
    for name, words in names.items():
        if not isinstance(words, str):
            raise InvalidValue(name, words, "a text")
    return fixed_names(names)


def _deadline_or_promptness(value: object, converter: Converter) -> Deadline | Promptness | None:
    if value is None:
        return None
    return converter.structure(value, Deadline) if isinstance(value, dict) else converter.structure(value, Promptness)


def _question_or_consulted(value: object, converter: Converter) -> Question | Consulted | None:
    if value is None:
        return None
    found = _object(value, "a question or a reading consulted")
    return converter.structure(found, Consulted) if "reading" in found else converter.structure(found, Question)


def _conduct(value: object, converter: Converter) -> Conduct:
    """Return the facts of an offence, which stand under its name."""
    found = _object(value, "an object with the name of an offence and its facts")
    if len(found) != 1:
        raise ValueError(
            _not_of(f"an object with one key, the name of an offence: {_listed(ConventionOffence)}", value)
        )
    [(name, facts)] = found.items()
    offence = cast("ConventionOffence", _member(name, ConventionOffence))
    try:
        return converter.structure(facts, conduct_of(offence))
    except Exception as error:  # told with its place, under the name of the offence
        error.add_note(AttributeValidationNote("", name, Conduct))
        kind = conduct_of(offence)
        raise ClassValidationError("an offence", [error], kind) from None  # pyright: ignore[reportCallIssue]


def _named_conduct(value: Conduct | None, converter: Converter) -> dict[str, Any] | None:
    return None if value is None else {offence_of(value).value: converter.unstructure(value)}


def _named_consulted(consulted: Consulted) -> dict[str, str | None]:
    chosen = None if consulted.chosen is None else str(consulted.chosen.value)
    return {"reading": consulted.reading.id, "chosen": chosen}


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


def _iso_moment(value: datetime) -> str:
    return value.isoformat().replace("+00:00", "Z")


def _digits(value: Decimal) -> str:
    return format(value, "f")


def _is_model(kind: Any) -> bool:
    return attrs.has(kind)


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook_factory(_is_model, _model)
    converter.register_structure_hook(Enum, _member)
    converter.register_structure_hook_factory(_is_tuple, _tuple)
    converter.register_structure_hook_factory(_is_optional, _optional)
    converter.register_structure_hook_factory(_is_list_fact, _list_fact)
    converter.register_unstructure_hook_factory(_is_rows, _listed_by(converter))
    for kind, structure in _LEAVES.items():
        converter.register_structure_hook(kind, structure)
    converter.register_structure_hook(bool | int | str, lambda value, _: _stated(value))
    for union in (DayFact, NumberFact):
        converter.register_structure_hook(union, _DAYS_AND_NUMBERS[union])
        converter.register_unstructure_hook(union, _known)
    converter.register_structure_hook(IPv4Address | IPv6Address, _address)
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
    converter.register_unstructure_hook(datetime, _iso_moment)
    converter.register_unstructure_hook(Decimal, _digits)
    for printed in (Provision, IPv4Address, IPv6Address):
        converter.register_unstructure_hook(printed, str)
    converter.register_unstructure_hook(Names, dict[str, str])
    converter.register_unstructure_hook(Readings, Readings.names)
    converter.register_unstructure_hook(Consulted, _named_consulted)
    read_and_write_nodes(converter, _model)  # last, since it takes up the hooks above
    return converter


def _stated(value: object) -> bool | int | str:
    if not isinstance(value, bool | int | str):
        raise TypeError(_not_of("true, false, a number or a text", value))
    return value


def _known(value: Any) -> Any:
    """Return what is known of a day or a number as JSON has it."""
    if not isinstance(value, Between):
        return value.isoformat() if isinstance(value, date) else value
    least, most = ends_of(value)
    if isinstance(least, date) or isinstance(most, date):
        return day_text(Between(least, most))
    ends = {"at_least": least, "at_most": most}
    return {name: end for name, end in ends.items() if end is not None}


def _day_fact(value: object, _: object) -> Any:
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError(_not_of("a calendar day such as 2027-05-09, or null (not known)", value))
    return read_day(value)


def _number_fact(value: object, kind: object) -> Any:
    if isinstance(value, dict):
        ends = cast("dict[str, Any]", value)
        if ends and set(ends) <= {"at_least", "at_most"}:
            least, most = (
                (None if end is None else _integer(end, kind)) for end in map(ends.get, ("at_least", "at_most"))
            )
            return Between(least, most)
        raise TypeError(_not_of('a whole number, or an object with "at_least", "at_most" or both', ends))
    return None if value is None else _integer(value, kind)


_DAYS_AND_NUMBERS: Mapping[Any, Callable[[object, object], Any]] = MappingProxyType(
    {DayFact: _day_fact, NumberFact: _number_fact}
)

_LEAVES: dict[Any, Callable[[object, object], Any]] = {
    str: _text,
    int: _integer,
    bool: _boolean,
    Decimal: _amount,
    date: _day,
    datetime: _moment,
    Provision: _provision,
    Names: _names,
    Readings: _readings,
    Consulted: _consulted,
}


checked(__name__)
