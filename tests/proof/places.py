"""Places in the arguments of a rule: each field that answers a question, what stands there, and how to put another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any

import attrs
from attrs import frozen

from tests.proof.domains import is_answered
from tests.proof.values import class_of, fields_of, is_model, is_tuple, parameter
from uncc.kernel.between import AtLeast, Between
from uncc.kernel.dates import Period
from uncc.kernel.facts import FACT, TIED, Declaration, ListDeclaration, QuantityDeclaration, Question
from uncc.kernel.findings import Node
from uncc.kernel.provisions import Provision

Path = str
Changes = Mapping[Path, Any]
WHOLE: tuple[type[Any], ...] = (Enum, Node, Provision, Between, Period)
"""What has no places inside, since it is one value."""


_R, _A = "Reservation", "CentralAuthority"
TOLD_BY: Mapping[str, tuple[frozenset[str], ...]] = MappingProxyType(
    {
        f"{_R}.stands": (frozenset({f"{_R}.made_on", f"{_R}.withdrawn_on"}),),
        f"{_R}.made_on": (frozenset({f"{_R}.stands"}), frozenset({f"{_R}.made_with_consent"})),
        f"{_R}.withdrawn_on": (frozenset({f"{_R}.stands"}),),
        f"{_R}.made_with_consent": (frozenset({f"{_R}.made_on", "StateParty.bound_from"}),),
        "StateParty.bound_from": (frozenset({f"{_R}.made_on", f"{_R}.made_with_consent"}),),
        f"{_A}.notified_at_deposit": (frozenset({f"{_A}.authority_notified_on"}),),
        f"{_A}.authority_notified_on": (frozenset({f"{_A}.notified_at_deposit"}),),
        f"{_A}.languages_notified": (frozenset({f"{_A}.languages_notified_on"}),),
        f"{_A}.languages_notified_on": (frozenset({f"{_A}.languages_notified"}),),
    }
)
"""Facts for who does not know the days that answer the same, and those days; each with what tells as much without it.

What is told twice can be told in two ways that do not fit together, and then counts for nothing here.
"""


@frozen(eq=False)
class Place:
    """A field of a model somewhere in the arguments."""

    path: Path
    owner: Any
    field: attrs.Attribute[Any]

    @property
    def value(self) -> Any:
        """What stands there."""
        return getattr(self.owner, self.field.name)

    @property
    def declaration(self) -> Declaration | None:
        """How the field is declared as a fact, a day, a number, an amount or a list."""
        found: Declaration | None = self.field.metadata.get(FACT)
        return found

    @property
    def name(self) -> str:
        """The name of the question that the field answers."""
        return self.declaration.name if self.declaration else f"{class_of(self.owner).__name__}.{self.field.name}"

    @property
    def is_list(self) -> bool:
        """Whether it is a list of which others beside those stated may be unknown."""
        return isinstance(self.declaration, ListDeclaration)

    @property
    def is_open(self) -> bool:
        """Whether more can be said than is."""
        return self.value is None or isinstance(self.value, Between | AtLeast)

    @property
    def is_tied(self) -> bool:
        """Whether what is said of other places tells something of it: of days in order, facts that follow."""
        if isinstance(self.declaration, QuantityDeclaration) and class_of(self.owner).follows():
            return True
        return self.name in TOLD_BY or self.name in TIED or self.field.name in _tied_in(class_of(self.owner))

    def is_told_by(self, stated: frozenset[str]) -> bool:
        """Whether what is stated, by its names, answers the same."""
        told = any(others <= stated for others in TOLD_BY.get(self.name, ()))
        return told or is_answered(self.owner, self.field.name)

    def answers(self, question: Question) -> bool:
        """Whether it is the answer to a question: by its name, and by the thing that the question is about."""
        whole, _, _ = self.path.rpartition(".")
        named = not question.subject or whole == question.subject or whole.endswith(f".{question.subject}")
        return named and self.name == question.name


def _tied_in(model: type[Any]) -> frozenset[str]:
    """Return the fields of which a class says that one follows from another, or that they exclude each other."""
    ties = (*getattr(model, "ties", ()), *getattr(model, "case_ties", ()))
    return frozenset(one for tie in ties for one in (tie.stated, tie.fact) if isinstance(one, str))


def places_in(value: Any, path: Path) -> Iterator[Place]:
    """Yield the places in a value; those of what stands in a list after the list."""
    if is_tuple(value):
        for number, one in enumerate(value):
            yield from places_in(one, f"{path}[{number}]")
    elif isinstance(value, AtLeast):
        yield from places_in(value.items, path)  # pyright: ignore[reportUnknownMemberType]
    elif is_model(value) and not isinstance(value, WHOLE):
        for one in fields_of(value):
            if one.init:
                place = Place(f"{path}.{one.name}", value, one)
                yield place
                yield from places_in(place.value, place.path)


def put(value: Any, path: Path, changes: Changes) -> Any:
    """Return a value with what is to stand at these paths in it; `InvalidValue` where that cannot be meant."""
    if path in changes:
        return changes[path]
    if not any(one.startswith((f"{path}.", f"{path}[")) for one in changes):
        return value
    if is_tuple(value):
        return tuple(put(one, f"{path}[{number}]", changes) for number, one in enumerate(value))
    if isinstance(value, AtLeast):
        return AtLeast(put(value.items, path, changes))  # pyright: ignore[reportUnknownMemberType]
    inside = {one.name: put(getattr(value, one.name), f"{path}.{one.name}", changes) for one in fields_of(value)}
    return class_of(value)(**{parameter(one): inside[one.name] for one in fields_of(value) if one.init})
