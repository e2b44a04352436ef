"""The ledger of a report: which facts a case states, which were asked for, what is open, what is contested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import cast

import attrs

from uncc.cases.report import FactStated, OpenQuestion, ReadingUsed
from uncc.confiscation import Money
from uncc.kernel.between import Between, day_text
from uncc.kernel.facts import DayFact, Fact, Facts, NumberFact, Question
from uncc.kernel.findings import Node
from uncc.kernel.quantities import Day
from uncc.kernel.readings import Consulted, Reading
from uncc.kernel.roles import Role

__all__ = ["Named", "consulted_facts", "facts_in", "open_questions", "places", "readings_used", "stated_facts"]

Named = tuple[str, Node]
"""A finding of a report and the name under which the report gives it."""


def facts_in(value: object, path: str = "") -> Iterator[tuple[str, Facts]]:
    """Yield every collection of facts in a case, with its place in the case file."""
    if isinstance(value, Facts):
        yield path, value
    if isinstance(value, tuple):
        for number, item in enumerate(cast("tuple[object, ...]", value)):
            yield from facts_in(item, f"{path}[{number}]")
    elif attrs.has(kind := type(value)):
        for attribute in attrs.fields(kind):
            below = f"{path}.{attribute.name}" if path else attribute.name
            yield from facts_in(getattr(value, attribute.name), below)


def stated_facts(case: object) -> tuple[FactStated, ...]:
    """Return the facts that the case states, in the order of the case file."""
    return tuple(
        FactStated(f"{path}.{name}", question.statement, value)
        for path, facts in facts_in(case)
        for name, question in _asked(facts).items()
        if (value := stated(getattr(facts, name))) is not None
    )


def _asked(facts: Facts) -> dict[str, Question]:
    """Return what a collection of facts asks, in the order of its fields."""
    asked = {**facts.questions(), **facts.quantities()}
    return {field.name: asked[field.name] for field in attrs.fields(type(facts)) if field.name in asked}  # type: ignore[arg-type]


def stated(value: Fact | DayFact | NumberFact | Money) -> bool | int | str | None:
    """Return what a case states of a fact, a day, a number or an amount, as its file says it."""
    if isinstance(value, date):
        return day_text(value)
    return str(value) if isinstance(value, Between | Money) else value


PARTIES = ("requesting", "requested")
"""The two States of a case, which are of one kind."""


def places(case: object) -> dict[tuple[str, str], str]:
    """Return the place of every fact in the case file, by its name and the thing it is about.

    The subject of a fact that has several of its kind is the end of its place (`extensions[0]`, or as much of it as
    tells it from the others: `holdings[3].bought_with[0]`).
    """
    found: dict[tuple[str, str], str] = {}
    for path, facts in facts_in(case):
        for name, question in _asked(facts).items():
            for subject in _subjects(path):
                found.setdefault((question.name, subject), f"{path}.{name}")
    return found


def _subjects(path: str) -> Iterator[str]:
    """Yield what a thing at this place may be called: the ends of its place, where it is one of several."""
    steps = path.split(".")
    yield steps[-1] if path.endswith("]") or steps[-1] in PARTIES else ""
    most = len(steps) + (steps[0] in PARTIES)
    yield from (".".join(steps[-count:]) for count in range(2, most) if path.endswith("]"))


def consulted_facts(findings: Iterable[Named], where: Mapping[tuple[str, str], str]) -> frozenset[str]:
    """Return the places of the facts that some finding asked for, decisive or not."""
    keys = {key for _, finding in findings for node in finding.walk() for key in _asked_of(node)}
    return frozenset(where[key] for key in keys if key in where)


def _asked_of(node: Node) -> Iterator[tuple[str, str]]:
    """Yield what a leaf asks; of a day that is not known exactly, also the days that it follows and that follow it."""
    if not isinstance(node.about, Question):
        return
    yield node.about.name, node.about.subject
    if isinstance(node, Day) and node.is_unknown:
        for name in _that_follow().get(node.about.name, ()):
            yield name, node.about.subject
        if node.follows is not None:
            yield from _asked_of(node.follows)


@cache
def _that_follow() -> Mapping[str, tuple[str, ...]]:
    """Return for each declared day the days of its collection that cannot lie before it."""
    found: dict[str, tuple[str, ...]] = {}
    for model in _below(Facts):
        for name, earlier in model.follows().items():
            found[earlier] = (*found.get(earlier, ()), name)
    return MappingProxyType(found)


def _below(model: type[Facts]) -> Iterator[type[Facts]]:
    for one in model.__subclasses__():
        yield one
        yield from _below(one)


def open_questions(findings: Iterable[Named], where: Mapping[tuple[str, str], str]) -> tuple[OpenQuestion, ...]:
    """Return every open question once, with the findings that it bears on, in the order of the report."""
    bearing: dict[Question, list[str]] = {}
    for name, finding in findings:
        for question in finding.open_questions:
            bearing.setdefault(question, []).append(name)
    return tuple(
        OpenQuestion(question, _place(question, where), tuple(dict.fromkeys(names)))
        for question, names in bearing.items()
    )


def _place(question: Question, where: Mapping[tuple[str, str], str]) -> str:
    if question.asked_of is Role.INTERPRETER:
        return f"readings.{question.name}"
    return where.get((question.name, question.subject), "")


def readings_used(findings: Iterable[Named]) -> tuple[ReadingUsed, ...]:
    """Return every contested reading that some finding consulted, in the order of the report."""
    consulted = dict.fromkeys(reading for _, finding in findings for reading in finding.readings)
    return tuple(_reading_used(reading) for reading in consulted)


def _reading_used(consulted: Consulted) -> ReadingUsed:
    reading = consulted.reading
    return ReadingUsed(
        reading.id,
        reading.question,
        reading.authority,
        {option.value: option.words for option in reading},
        _name(consulted.chosen),
        _name(reading.adopted),
        reading.because,
    )


def _name(option: Reading | None) -> str | None:
    return None if option is None else str(option.value)
