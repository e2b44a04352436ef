"""The sweep: each parameter of each public function, and each field of each public model, with each slip."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, cast, get_origin

import attrs

from tests.immutable_values import models
from tests.immutable_values import values as rich_values
from tests.names import in_room
from tests.proof.domains import NoValueError, types_of, values
from tests.proof.watch import modules
from tests.wrong_types.slips import is_model, is_of, options, says_something, slips
from uncc.cooperation import PreservationRequest
from uncc.kernel.errors import InvalidValue

INNER = (
    *("uncc.kernel", "uncc.cli", "uncc.testing", "uncc.doors.alignment", "uncc.doors.archive"),
    *("uncc.doors.finding_text", "uncc.doors.fingerprints", "uncc.doors.key_words", "uncc.doors.nodes"),
    *("uncc.doors.numbering", "uncc.doors.running_heads", "uncc.doors.schema", "uncc.doors.sheets"),
    *("uncc.doors.table_days", "uncc.review.workbook", "uncc.pages.", "uncc.cases.acts", "uncc.cases.frame"),
    "uncc.cases.record",
)
"""Rooms whose functions the library calls itself: what comes in is looked at before."""
BUT = ("uncc.kernel.dates", "uncc.kernel.parties", "uncc.kernel.provisions", "uncc.pages.documents")
"""What users call all the same."""

BUILT = ("uncc.kernel.", "uncc.questions.", "uncc.pages.")
"""Where the models live that the library itself builds, often for each decision: they are not asked again."""
GIVEN = {"AssistanceTreaty", "Letter", "Period", "Provision", "Relation", "Reservation", "State", "StateParty"}
"""The models there that users build."""
MADE = {"readings.Readings": "readings", "readings.Readings.of": "readings"}
"""What an error calls a field, where users give its parts by another name."""
BY_RULES = {"readings.Readings.chosen"}
"""What rules ask of a value, and nobody else."""


@attrs.frozen
class Place:
    """A parameter or a field, with what it declares, and how the rest is given."""

    name: str
    parameter: str
    declared: Any
    call: Callable[..., Any]
    others: Mapping[str, Any]


@attrs.define
class Count:
    """What came of the slips that were tried."""

    tried: int = 0
    refused: int = 0
    taken: list[str] = attrs.Factory(list[str])
    otherwise: list[str] = attrs.Factory(list[str])

    def lines(self, of: str) -> list[str]:
        """Return the counts in words."""
        return [
            f"{of}: {self.tried} slips tried, {self.refused} refused with the name of the place",
            f"  {len(self.taken)} were taken, {len(self.otherwise)} ended in another error",
        ]


def sweep(places: list[Place], share: float = 1.0) -> Count:
    """Try the slips on each of the places, or a share of them that is the same each time."""
    count, dice = Count(), Random(0)
    for place in places:
        for what, wrong in slips(place.declared):
            if share < 1 and dice.random() > share:
                continue
            count.tried += 1
            said = f"{place.name}, {place.parameter}: {what}"
            try:
                made = place.call(**{**place.others, place.parameter: wrong})
            except InvalidValue as error:
                if error.field.partition("[")[0] in {place.parameter, MADE.get(place.name)}:
                    count.refused += 1
                else:
                    count.otherwise.append(f"{said}: {error}")
            except Exception as error:  # whatever it is, it is counted
                count.otherwise.append(f"{said}: {error!r}")
            else:
                if is_of(place.declared, getattr(made, place.parameter, wrong)):
                    count.tried -= 1  # a converter has made it right
                else:
                    count.taken.append(said)
    return count


@cache
def functions() -> dict[str, Callable[..., Any]]:
    """Return the public functions by name, and the methods of public models, each of a value of the model."""
    found: dict[str, Callable[..., Any]] = {}
    for module in modules():
        if module.__name__.startswith(INNER) and module.__name__ not in BUT:
            continue
        for name in getattr(module, "__all__", ()):
            value = getattr(module, name)
            if inspect.isfunction(value) and value.__module__ == module.__name__:
                found[in_room(module.__name__, name)] = value
            if is_model(value) and value.__module__ == module.__name__:
                found |= {in_room(module.__name__, f"{name}.{one}"): method for one, method in _methods(value)}
    return found


def _methods(model: Any) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, method in cast("dict[str, Any]", {**vars(model)}).items():
        public = inspect.isfunction(getattr(method, "__func__", method)) and not name.startswith("_")
        if public and in_room(model.__module__, f"{model.__name__}.{name}") not in BY_RULES:
            yield name, getattr(_rich()[model], name)


def places_of_functions() -> Iterator[Place]:
    """Yield the parameters of the public functions that declare something."""
    for name, function in functions().items():
        hints = types_of(function)
        parameters = inspect.signature(function).parameters
        others = {
            one: _one(hints[one])
            for one, parameter in parameters.items()
            if parameter.default is parameter.empty
            and parameter.kind not in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL)
        }
        for one, parameter in parameters.items():
            if parameter.kind not in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL) and says_something(hints[one]):
                yield Place(name, one, hints[one], function, others)


def places_of_models() -> Iterator[Place]:
    """Yield the fields of the public models that declare something, but for what the library itself builds."""
    for model in models():
        if model.__module__.startswith(BUILT) and model.__name__ not in GIVEN:
            continue
        hints = types_of(model)  # type: ignore[arg-type]  # a class has a hash
        fields = [one for one in attrs.fields(model) if one.init]
        others = {one.alias: getattr(_rich()[model], one.name) for one in fields if one.default is attrs.NOTHING}
        for one in fields:
            if says_something(hints[one.name]):
                yield Place(in_room(model.__module__, model.__name__), one.alias, hints[one.name], model, others)


@cache
def _rich() -> Mapping[Any, Any]:
    return {type(value): value for value in rich_values()}


def _one(declared: Any) -> Any:
    if declared in _rich():
        return _rich()[declared]
    for kind in options(declared):
        if any(is_of(kind, value) for value in _rich().values()) and says_something(kind):
            return next(value for value in _rich().values() if is_of(kind, value))
    if declared is bytes:
        return b""
    if declared in (Any, Path):
        return Path("case.json") if declared is Path else PreservationRequest()
    if get_origin(declared) in (Iterable, Sequence, Collection):
        return ()
    try:
        return values(declared)[0]
    except (NoValueError, TypeError):
        return None
