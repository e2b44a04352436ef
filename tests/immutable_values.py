"""Values of every public model, filled as far as they can be, for the tests of what no model may do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from tests.doors.test_serial import example, items, kind_of, over_time, public_models, rich_values
from tests.kernel.trees import Tree as Drawn
from uncc.cases import PreservationCase, assess
from uncc.cases.frame import Answered
from uncc.cooperation import Ground, Position, PreservationRequest, may_refuse_preservation
from uncc.doors.authentic_text import Departure, Language, Passage, Text
from uncc.kernel.between import AtLeast, Between
from uncc.kernel.completions import Evaluator
from uncc.kernel.errors import UnccError
from uncc.kernel.explanation import lines
from uncc.kernel.findings import Finding, Node, Truth
from uncc.kernel.formula import Formula
from uncc.kernel.life import Event as Occurrence
from uncc.kernel.life import Suspension
from uncc.kernel.provisions import art
from uncc.kernel.quantities import Quantity, exactly_between, fixed_amount, fixed_number, where
from uncc.offences import ConventionOffence, conduct_of
from uncc.offences.elements import parts as parts_of_offence
from uncc.pages.documents import DocumentKind, Letter, draft
from uncc.pages.page import Entries, Heading, Page, Paragraph, Point, Points, Section, Table, Tree
from uncc.pages.trees import tree
from uncc.questions.columns import Answers, Column, decide_columns
from uncc.questions.difference import LimbChange, ReadingChange, diff
from uncc.questions.exploration import explore
from uncc.questions.switching import what_if
from uncc.readings import AS_ADOPTED, Readings, register
from uncc.readings.chapter_5 import FloorStart


@cache
def models() -> tuple[type[Any], ...]:
    """Return every public model that is an attrs class, in the order of its name.

    Each quantity is of a sort, and an evaluator is a working part of which nobody holds one.
    """
    found = (kind for kind in public_models() if attrs.has(kind) and kind not in (Evaluator, Quantity))
    return tuple(sorted(found, key=lambda kind: (kind.__module__, kind.__name__)))


@cache
def values() -> tuple[Any, ...]:
    """Return values of every public model: up to five different ones of each, then one with all that it can hold."""
    found: dict[object, dict[Any, None]] = {}
    for value in _parts([*rich_values(), *over_time(), *_beside_documents()]):
        some = found.setdefault((kind_of(value), value.kind if isinstance(value, Node) else None), {})
        if len(some) < 5:
            some[value] = None
    by_kind: dict[Any, Any] = {}
    for value in (value for some in found.values() for value in some):
        by_kind.setdefault(kind_of(value), value)
    by_kind[Readings] = Readings.of(FloorStart.RECEIVED)
    for some in found.values():
        *_, last = some
        some[_filled(last, by_kind)] = None
    return tuple(value for some in found.values() for value in some)


def _filled(value: Any, by_kind: Mapping[Any, Any]) -> Any:
    """Return the value with something in every field that has only its default, as far as the fields agree."""
    for field in attrs.fields(attrs.resolve_types(kind_of(value))):
        if field.init and not field.name.startswith("_") and getattr(value, field.name) in (None, (), "", AS_ADOPTED):
            for something in _some(field.type, by_kind):
                try:
                    value = attrs.evolve(value, **{field.name: something})
                except UnccError:  # it contradicts another field
                    continue
                break
    return value


def _some(hint: Any, by_kind: Mapping[Any, Any]) -> Iterator[Any]:
    """Yield what a field can hold by its type."""
    plain: dict[Any, tuple[Any, ...]] = {
        bool: (True, False),
        str: ("a text", "Astoria"),
        int: (30,),
        float: (0.5,),
        date: (date(2028, 3, 20), date(2029, 9, 1)),
        datetime: (datetime(2028, 3, 20, tzinfo=UTC),),
    }
    if get_origin(hint) in {Union, UnionType}:
        for one in get_args(hint):
            yield from _some(one, by_kind)
    elif get_origin(hint) is AtLeast:
        yield from (AtLeast((one,)) for one in _some(get_args(hint)[0], by_kind))
    elif get_origin(hint) is tuple:
        yield from ((one,) for one in _some(get_args(hint)[0], by_kind))
    elif isinstance(hint, type) and issubclass(hint, Enum):
        yield from hint
    elif hint in by_kind:
        yield by_kind[hint]
    else:
        yield from plain.get(hint, ())


def _parts(value: Any) -> Iterator[Any]:
    """Yield every attrs value within a value, itself first."""
    if isinstance(value, list | tuple):
        for item in items(value):
            yield from _parts(item)
    elif attrs.has(kind_of(value)):
        yield value
        for field in attrs.fields(kind_of(value)):
            if not field.name.startswith("_"):
                yield from _parts(getattr(value, field.name))


def _beside_documents() -> list[Any]:
    """Return values of the models that stand in no document: what is asked of a finding, and what is drafted."""
    case, request = example(), PreservationRequest()
    open_, refused = (
        may_refuse_preservation(
            request, Ground.ESSENTIAL_INTERESTS, position=Position(prejudices_essential_interests=fact)
        )
        for fact in (None, True)
    )
    report = assess(case)
    first, *_ = (reading for reading in register() if reading.adopted is not None)
    points = (Point("a point", "a label", below=(Point("a detail"),), more=(Paragraph("more"),)),)
    table = Table(("a", "b"), (("1", "2"), ("3", "4")), (10, 2))
    blocks = (Heading("above"), Points(points, "a list"), Tree(points, "why?"), Entries((("label", "words"),)), table)
    return [
        *(
            Suspension(open_, over=Occurrence(refused)),
            diff(open_, refused),
            explore(open_),
            what_if(open_),
            *what_if(open_).switches,
            Formula(open_),
            _decided(open_),
            *lines(refused),
            tree(refused),
        ),
        ReadingChange(first, first.adopted, None),
        LimbChange("it rains", (first.authority[0],), Truth.NO, Truth.YES),
        Answered(
            answers=report.answers,
            grounds=report.grounds,
            duties=report.duties,
            spans=report.spans,
            beside=(("x", refused),),
        ),
        Text(language=Language.ENGLISH, passages=(Passage(art(13), "closing words", closes=True),), set_aside=("1/9",)),
        Departure(art(13), "is not found"),
        Page("A page", (("label", "words"),), (("in", "brief"),), (Section("so far", blocks),), "the end"),
        *(
            Between(date(2027, 5, 3), None),
            Between(3, 5),
            AtLeast(("a", "b")),
            fixed_number(5, "a number", first.authority[0]),
        ),
        exactly_between(
            where(open_, *(fixed_amount(amount, "EUR", "an amount", *first.authority) for amount in (1, 2)))
        ),
        *(Drawn(f"value {number}").node for number in range(40)),
        *(part for offence in ConventionOffence for part in parts_of_offence(conduct_of(offence)())),
        *_drafts(case),
    ]


def _decided(finding: Finding) -> Answers:
    return decide_columns(finding, {question: Column.of((True, None)) for question in finding.open_questions})


def _drafts(case: PreservationCase) -> Iterator[Any]:
    letter = Letter(reference="AST 9", reasons="The text was in Bordurian.", annexes=("the order",))
    yield letter
    for kind in DocumentKind:
        if case.case in kind.cases:
            try:
                yield draft(case, kind, letter=letter)
            except UnccError:  # it has no place in the case
                continue
