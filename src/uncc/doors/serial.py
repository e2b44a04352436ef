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
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

from uncc.doors.leaves import listed, not_of
from uncc.doors.parsing import MOST_FAULTS, one_fault, parsed, read_text, refuse_length
from uncc.doors.structure import faults_of, json_converter, kind_of
from uncc.kernel.declared import checked, not_one_of
from uncc.kernel.errors import DocumentError, Fault

if TYPE_CHECKING:
    from uncc.cases import Case, CaseKind

__all__ = ["from_data", "from_json", "load_case", "read_case", "to_json"]

T = TypeVar("T")

AnyCase = TypeVar("AnyCase", bound="Case")


def to_json(value: object, *, indent: int | None = 2) -> str:
    """Return a model as JSON text: keys in the order of its fields, dates as ISO 8601, what is not known as `null`.

    Equal models give equal text. Without `indent` all stands on one line, which is written several times faster.
    """
    return _encoder(indent).encode(json_converter().unstructure(value))


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
        return json_converter().structure(document, model)
    except Exception as error:
        faults = list(islice(faults_of(error, ""), MOST_FAULTS + 1))
        if len(faults) > MOST_FAULTS:
            faults[MOST_FAULTS:] = [Fault("document", f"has more faults than these {MOST_FAULTS}")]
        raise DocumentError(faults) from None


SCHEMA_KEY = "$schema"
"""The key by which a case file names its schema, for an editor; nothing of the case stands there."""


def _without_schema(document: dict[str, Any]) -> dict[str, Any]:
    """Return a case file without the name of its schema."""
    if not isinstance(document.get(SCHEMA_KEY, ""), str):
        raise one_fault(SCHEMA_KEY, not_of("a text: the address of the schema", document[SCHEMA_KEY]))
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
    try:
        text = read_text(path)
    except DocumentError as error:
        raise DocumentError([Fault(f"{path}", fault.message) for fault in error.faults]) from error
    return read_case(text, model)


def read_case(text: str, model: type[AnyCase] | None = None) -> Case:
    """Return the case that a JSON text describes, of whatever kind its `case` says; the rest as for `load_case`."""
    refuse_length(text)
    document = parsed(text)
    kind = kind_in(document)
    wanted = kind if model is None else kind_of(model)
    if wanted is not kind:
        raise one_fault("case", not_of(wanted.value if wanted else "a case", kind.value))
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


def kind_in(document: Any) -> CaseKind:
    """Return of which kind a case is by its data; `DocumentError` where they do not say it."""
    from uncc.cases.report import CaseKind

    if not isinstance(document, Mapping):
        raise one_fault("document", not_of("an object", document))
    said = cast("Mapping[str, Any]", document)
    if "case" not in said:
        other = "; a State's own review goes to `uncc review`" if "implementations" in said else ""
        raise one_fault("case", f"is missing; it says of which kind the case is: {listed(CaseKind)}{other}")
    try:
        return from_data(said["case"], CaseKind)
    except DocumentError as error:
        raise one_fault("case", error.faults[0].message) from None


checked(__name__)
