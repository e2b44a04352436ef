"""The parts of an offence: its elements, the forms in which it can be committed, and what a State may require."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, cast

import attrs
from attrs import Attribute, frozen

from uncc.kernel.declared import checked, typed
from uncc.kernel.facts import FACT, Declaration, Fact, Facts, Question, fact
from uncc.kernel.findings import Finding, Kind, Node
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision
from uncc.kernel.ready import kept_ready
from uncc.offences.options import Option

__all__ = ["Part", "PartKind", "element", "form", "forms_of", "other", "parts", "requirable"]

PART = "uncc.part"
OPTION = "uncc.option"


class PartKind(Enum):
    """What a fact is to an offence."""

    ELEMENT = "element"
    """The text demands it: a law may demand it too, and reaches further where it does not."""
    FORM = "form"
    """One of several forms that the text names: a law must reach each of them."""
    REQUIRABLE = "requirable"
    """Not of the text's own offence: a State may demand it."""
    OTHER = "other"
    """Matters to an extension or an exclusion only, which a law states as a variation."""


def element(statement: str, *authority: Provision) -> Any:
    """Declare an element that the text demands."""
    return _part(PartKind.ELEMENT, statement, authority)


def form(statement: str, *authority: Provision) -> Any:
    """Declare one of several forms that the text names: of conduct, object, means, purpose."""
    return _part(PartKind.FORM, statement, authority)


def other(statement: str, *authority: Provision) -> Any:
    """Declare a fact that only an extension or an exclusion turns on."""
    return _part(PartKind.OTHER, statement, authority)


def requirable(option: Option, statement: str) -> Any:
    """Declare an element that a State may require."""
    return _part(PartKind.REQUIRABLE, statement, (option.authority,), {OPTION: option})


def _part(
    kind: PartKind, statement: str, authority: tuple[Provision, ...], marks: Mapping[str, object] | None = None
) -> Any:
    return fact(statement, *authority, marks={PART: kind, **(marks or {})})


@frozen(field_transformer=typed)
class Part(Model):
    """One fact of an offence, as it stands in a value: its name, words, provision, kind, and the value."""

    name: str
    statement: str
    authority: tuple[Provision, ...]
    kind: PartKind
    option: Option | None
    value: Fact


def parts(facts: Facts) -> Iterator[Part]:
    """Yield every part of an offence in the text's order, with those of the things it is about."""
    for attribute in cast("tuple[Attribute[Any], ...]", attrs.fields(type(facts))):  # type: ignore[arg-type]
        value = getattr(facts, attribute.name)
        if isinstance(value, Facts):
            yield from parts(value)
        else:
            marks = attribute.metadata
            yield _as_it_stands(marks[FACT], marks[PART], marks.get(OPTION), value)


@kept_ready
def _as_it_stands(declared: Declaration, kind: PartKind, option: Option | None, value: Fact) -> Part:
    return Part(declared.name, declared.statement, declared.authority, kind, option, value)


Forms = frozenset[str]
"""The forms that together are one way to commit an offence, by name of the fact."""


def forms_of(offence: Finding, kinds: Mapping[str, PartKind]) -> tuple[Forms, ...]:
    """Return every way to commit an offence, each as the forms that it takes, in the order of the text.

    `offence` is the finding that an offence is established; a limb that must be absent takes no form.
    """
    return tuple(dict.fromkeys(_ways(offence, kinds)))


def _ways(node: Node, kinds: Mapping[str, PartKind]) -> tuple[Forms, ...]:
    match node.kind:
        case Kind.FACT:
            question = cast("Question", node.about)
            return (Forms({question.name} if kinds[question.name] is PartKind.FORM else ()),)
        case Kind.ALL:
            ways: tuple[Forms, ...] = (Forms(),)
            for limb in node.because:
                ways = tuple(way | more for way in ways for more in _ways(limb, kinds))
            return ways
        case Kind.ANY:
            return tuple(way for limb in node.because for way in _ways(limb, kinds))
        case _:
            return (Forms(),)


checked(__name__)
