"""What stands in a case, gone through once: its models with their places, and where everything can be stated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, NamedTuple, Union, cast, get_args, get_origin

import attrs

from uncc.kernel.between import AtLeast
from uncc.kernel.declared import checked
from uncc.kernel.facts import FACT, Facts
from uncc.kernel.model import Model, field_name
from uncc.kernel.ready import Declared
from uncc.offences import Conduct

__all__ = ["Contents", "Places", "contents_of", "facts_in", "places"]

Below = tuple[Any, str]
"""The class of a model below another one, and the end of its place where it is the first of a list."""


class Contents(NamedTuple):
    """Every model of a case, and every place that could hold one and does not, in the order of the case file.

    - `absent`: the places, each with the class of what could stand there.
    """

    models: tuple[tuple[str, Model], ...]
    absent: tuple[tuple[str, Below], ...]

    def without(self, part: str) -> Contents:
        """Return the same without what stands in one field of the case."""
        models = tuple(one for one in self.models if one[0].partition(".")[0] != part)
        return Contents(models, tuple(one for one in self.absent if one[0].partition(".")[0] != part))


def contents_of(case: object) -> Contents:
    """Return what stands in a case; what was gone through already stays as it is."""
    if isinstance(case, Contents):
        return case
    models: list[tuple[str, Model]] = []
    absent: list[tuple[str, Below]] = []
    _go_through(case, "", models, absent)
    return Contents(tuple(models), tuple(absent))


def _go_through(value: object, path: str, models: list[tuple[str, Model]], absent: list[tuple[str, Below]]) -> None:
    if isinstance(value, AtLeast):
        path, value = f"{path}.at_least", cast("AtLeast[object]", value).items
    if isinstance(value, tuple):
        for number, item in enumerate(cast("tuple[object, ...]", value)):
            _go_through(item, f"{path}[{number}]", models, absent)
    elif isinstance(value, Model):
        models.append((path, value))
        kind: Any = type(value)
        for part in _parts(kind):
            held: object = getattr(value, part.name)
            if isinstance(held, Model) or held:
                _go_through(held, at_place(path, part.name), models, absent)
            elif part.below is not None and (held is None or not part.says_none):
                absent.append((at_place(path, part.name), part.below))


def at_place(path: str, name: str) -> str:
    """Return the place of a field of what stands at a path; of the case itself, its name."""
    return f"{path}.{name}" if path else name


def facts_in(case: object) -> Iterator[tuple[str, Facts]]:
    """Yield every collection of facts in a case, with its place in the case file."""
    return ((path, model) for path, model in contents_of(case).models if isinstance(model, Facts))


# What a class can hold


class _Part(NamedTuple):
    """A field that can hold models: their class, where it is one, and whether an empty list says that there are none.

    In a paper nothing is said by an empty list.
    """

    name: str
    below: Below | None
    says_none: bool


@cache
def _parts(model: Any) -> tuple[_Part, ...]:
    """Return the fields of a class that can hold models.

    A field that can hold one of several says only in the case which it is.
    """
    attrs.resolve_types(model, localns={"Conduct": Conduct})
    found: list[_Part] = []
    for one in attrs.fields(model):
        declared = tuple(_declared_models(one.type))
        if declared:
            below = declared[0] if len({kind for kind, _ in declared}) == 1 else None
            found.append(_Part(one.name, below, FACT in one.metadata))
    return tuple(found)


def _declared_models(hint: Any, item: str = "") -> Iterator[Below]:
    origin, inside = get_origin(hint), [one for one in get_args(hint) if one is not NoneType]
    if origin in (Union, UnionType):
        several = [one for one in inside if get_origin(one) is AtLeast] or inside
        for one in several:
            yield from _declared_models(one, item)
    elif origin is AtLeast:
        yield from _declared_models(inside[0], f"{item}.at_least[0]")
    elif origin is tuple:
        yield from _declared_models(inside[0], f"{item}[0]")
    elif isinstance(hint, type) and issubclass(hint, Model) and attrs.has(hint) and not issubclass(hint, Declared):
        yield hint, item


Held = tuple[str, tuple[str, ...]]
"""The place of a model, and the names of those of its fields that one class declares."""


@cache
def _declared_by(model: Any) -> Mapping[str, tuple[str, ...]]:
    """Return the fields of a class by the name of the class that declares them, under which they are asked for."""
    found: dict[str, tuple[str, ...]] = {}
    for one in attrs.fields(model):
        holder = field_name(model, one.name).partition(".")[0]
        found[holder] = (*found.get(holder, ()), one.name)
    return MappingProxyType(found)


@cache
def _held_below(below: Below, within: frozenset[Any] = frozenset()) -> Mapping[str, Held]:
    """Return what can be asked for in a model that is not stated, by the class that declares it."""
    kind, item = below
    if kind in within:
        return MappingProxyType({})
    found = {holder: (item, names) for holder, names in _declared_by(kind).items()}
    for part in _parts(kind):
        if part.below is not None:
            for holder, (place, names) in _held_below(part.below, within | {kind}).items():
                found.setdefault(holder, (f"{item}.{part.name}{place}", names))
    return MappingProxyType(found)


# Where everything can be stated

PARTIES = ("requesting", "requested")
"""The two States of a case, which are of one kind."""


class Places(Mapping[tuple[str, str], str]):
    """The place of everything that can be asked for in a case file, by its name and what it is about.

    The subject of a fact that has several of its kind is the end of its place (`extensions[0]`, or as much of it as
    tells it from the others: `holdings[3].bought_with[0]`). The first place of several counts; where a model stands in
    several fields of its holder, a name can say which (`AssistanceRequest.conducting_authority.functions`).
    """

    def __init__(self, contents: Contents) -> None:
        self._held: dict[tuple[str, str], Held] = {}
        for path, model in contents.models:
            kind: Any = type(model)
            declared = _declared_by(kind).items()
            for subject in subjects(path):
                for holder, names in declared:
                    self._held.setdefault((holder, subject), (path, names))
        for path, below in contents.absent:
            for holder, (place, names) in _held_below(below).items():
                self._held.setdefault((holder, ""), (path + place, names))

    def __getitem__(self, key: tuple[str, str]) -> str:
        name, subject = key
        holder, _, field = name.partition(".")
        path, names = self._held[holder, subject]
        if field.partition(".")[0] not in names:
            raise KeyError(key)
        return at_place(path, field)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((f"{holder}.{one}", subject) for (holder, subject), (_, names) in self._held.items() for one in names)

    def __len__(self) -> int:
        return sum(len(names) for _, names in self._held.values())


def places(case: object) -> Places:
    """Return the place of everything that can be asked for in the case file."""
    return Places(contents_of(case))


def subjects(path: str) -> tuple[str, ...]:
    """Return what a thing at this place may be called: the ends of its place, where it is one of several."""
    if not path.endswith("]"):
        last = path.rpartition(".")[2]
        return (last if last in PARTIES else "",)
    steps = path.replace(".at_least[", "[").split(".")
    most = len(steps) + (steps[0] in PARTIES)
    return tuple(".".join(steps[-count:]) for count in range(1, max(2, most)))


checked(__name__)
