"""The ledger of a report: which facts a case states, which were asked for, what is open, what is contested."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin

import attrs

from uncc.cases.report import FactStated, OpenQuestion, ReadingUsed
from uncc.confiscation import Money
from uncc.kernel.between import AtLeast, day_text
from uncc.kernel.declared import checked
from uncc.kernel.facts import FACT, DayFact, Fact, Facts, ListFact, NumberFact, Question
from uncc.kernel.findings import Node
from uncc.kernel.model import Model, field_name
from uncc.kernel.parties import StateParty
from uncc.kernel.places import in_words
from uncc.kernel.quantities import Day
from uncc.kernel.readings import Consulted, Reading
from uncc.kernel.ready import kept_ready
from uncc.kernel.roles import Role
from uncc.offences import Conduct

__all__ = [
    "Named",
    "consulted_facts",
    "exact_days",
    "facts_in",
    "open_questions",
    "place_in",
    "places",
    "readings_used",
    "stated_facts",
    "subjects",
    "things",
]

Named = tuple[str, Node]
"""A finding of a report and the name under which the report gives it."""
Below = tuple[Any, str]
"""The class of a model below another one, and the end of its place where it is the first of a list."""


def _at(path: str, name: str) -> str:
    """Return the place of a field of what stands at a path; of the case itself, its name."""
    return f"{path}.{name}" if path else name


def _models_of(value: object, path: str = "") -> list[tuple[str, Model]]:
    """Return every model in a case, with its place in the case file."""
    found: list[tuple[str, Model]] = []
    _gather(value, path, found)
    return found


def _gather(value: object, path: str, found: list[tuple[str, Model]]) -> None:
    if isinstance(value, AtLeast):
        path, value = f"{path}.at_least", cast("AtLeast[object]", value).items
    if isinstance(value, tuple):
        for number, item in enumerate(cast("tuple[object, ...]", value)):
            if isinstance(item, Model):
                _gather(item, f"{path}[{number}]", found)
    elif isinstance(value, Model):
        found.append((path, value))
        kind: Any = type(value)
        for name in _names(kind):
            below: object = getattr(value, name)
            if isinstance(below, _HOLDING):
                _gather(cast("object", below), _at(path, name), found)


_HOLDING = (Model, tuple)
"""What may hold a model, or is one."""


def facts_in(case: object) -> Iterator[tuple[str, Facts]]:
    """Yield every collection of facts in a case, with its place in the case file."""
    return ((path, model) for path, model in _models_of(case) if isinstance(model, Facts))


def stated_facts(case: object) -> tuple[FactStated, ...]:
    """Return the facts that the case states, in the order of the case file."""
    return tuple(
        FactStated(_at(path, name), question.statement, value)
        for path, facts in facts_in(case)
        for name, question in facts.asked().items()
        if (value := stated(getattr(facts, name))) is not None
    )


def stated(value: Fact | DayFact | NumberFact | Money | ListFact[Any]) -> bool | int | str | None:
    """Return what a case states of a fact or a quantity, as its file says it; of a list that it is complete.

    Then it is not so that there are others beside those stated. One of which some are known states these alone.
    """
    match value:
        case None | bool() | int():
            return value
        case tuple():
            return False
        case AtLeast():
            return None
        case date():
            return day_text(value)
        case _:
            return str(value)


PARTIES = ("requesting", "requested")
"""The two States of a case, which are of one kind."""


def places(case: object) -> dict[tuple[str, str], str]:
    """Return the place of everything that can be asked for in the case file, by its name and what it is about.

    The subject of a fact that has several of its kind is the end of its place (`extensions[0]`, or as much of it as
    tells it from the others: `holdings[3].bought_with[0]`).
    """
    found: dict[tuple[str, str], str] = {}
    for path, model in _models_of(case):
        kind, called = cast("Any", type(model)), tuple(subjects(path))
        for field, name in _names(kind).items():
            for subject in called:
                found.setdefault((name, subject), _at(path, field))
    for path, below in _not_stated(case):
        for name, place in _places_below(below):
            found.setdefault((name, ""), f"{path}{place}")
    return found


def _not_stated(value: object, path: str = "") -> Iterator[tuple[str, Below]]:
    """Yield the place of everything that can hold a model and does not, with its class, in the order of the file."""
    if isinstance(value, AtLeast):
        path, value = f"{path}.at_least", cast("AtLeast[object]", value).items
    if isinstance(value, tuple):
        for number, item in enumerate(cast("tuple[object, ...]", value)):
            yield from _not_stated(item, f"{path}[{number}]")
    elif isinstance(value, Model):
        kind = cast("Any", type(value))
        absent = _models_in(kind)
        for name in _names(kind):
            held = getattr(value, name)
            if name in absent and (held is None or (held == () and not _is_list_of_world(kind, name))):
                yield _at(path, name), absent[name]
            elif isinstance(held, _HOLDING):
                yield from _not_stated(cast("object", held), _at(path, name))


def _is_list_of_world(kind: Any, name: str) -> bool:
    """Whether an empty list in a field says that there are none; in a paper nothing is said by it."""
    return FACT in getattr(attrs.fields(kind), name).metadata


@cache
def _places_below(below: Below, within: frozenset[Any] = frozenset()) -> tuple[tuple[str, str], ...]:
    """Return what can be asked for in a model that is not stated, by name, with its place below that of the model."""
    kind, item = below
    if kind in within:
        return ()
    own = [(name, f"{item}.{field}") for field, name in _names(kind).items()]
    inner = (
        (name, f"{item}.{field}{place}")
        for field, one in _models_in(kind).items()
        for name, place in _places_below(one, within | {kind})
    )
    return (*own, *inner)


@cache
def _models_in(kind: Any) -> Mapping[str, Below]:
    """Return by field the model that it declares, and the end of the place of the first one where it is a list.

    A field that can hold one of several models says only in the case which it is.
    """
    attrs.resolve_types(kind, localns={"Conduct": Conduct})
    found = {one.name: tuple(_declared_models(one.type)) for one in attrs.fields(kind)}
    return MappingProxyType({name: models[0] for name, models in found.items() if len({m for m, _ in models}) == 1})


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
    elif isinstance(hint, type) and issubclass(hint, Model) and attrs.has(hint):
        yield hint, item


@cache
def _names(model: Any) -> Mapping[str, str]:
    """Return by field the name under which what it tells is asked for."""
    fields = (attribute.name for attribute in attrs.fields(model))
    return MappingProxyType({field: field_name(model, field) for field in fields})


def subjects(path: str) -> Iterator[str]:
    """Yield what a thing at this place may be called: the ends of its place, where it is one of several."""
    if not path.endswith("]"):
        last = path.rpartition(".")[2]
        yield last if last in PARTIES else ""
        return
    steps = path.replace(".at_least[", "[").split(".")
    most = len(steps) + (steps[0] in PARTIES)
    yield from (".".join(steps[-count:]) for count in range(1, max(2, most)))


_TEXTS = ("name", "title", "description", "identity", "holder")
"""The fields by which a thing of a case is called; the first that is stated."""
MOST_SAID = 80
"""How many characters of a text are told of the thing that it describes."""


def things(case: object) -> Mapping[str, str]:
    """Return what the things of a case are called by their subjects: kind and number, and their own text in the case.

    Of the two States it is the name; what is said of a thing by its kind and number alone is left out.
    """
    found: dict[str, str] = {}
    for path, model in _models_of(case):
        for subject in filter(None, subjects(path)):
            place = in_words(subject)
            words = model.state.name if isinstance(model, StateParty) else _called(place, model)
            if words != place:
                found.setdefault(subject, words)
    return found


def _called(words: str, thing: Model) -> str:
    text = next((text for field in _TEXTS if isinstance(text := getattr(thing, field, None), str)), "")
    said = text if len(text) <= MOST_SAID else f"{text[:MOST_SAID].rpartition(' ')[0] or text[:MOST_SAID]}..."
    return f'{words}, "{said}"' if text else words


def exact_days(case: object) -> frozenset[str]:
    """Return the places of the days that the case states exactly."""
    return frozenset(
        _at(path, name)
        for path, facts in _models_of(case)
        if isinstance(facts, Facts)
        for name, declared in facts.measured().items()
        if declared.is_day and isinstance(getattr(facts, name), date)
    )


def consulted_facts(
    findings: Iterable[Named], where: Mapping[tuple[str, str], str], exact: Container[str] = ()
) -> frozenset[str]:
    """Return the places of the facts that some finding asked for, decisive or not.

    Of a day that is not stated exactly (`exact`), the days that it follows and that follow it are asked for too: they
    may leave only one day that it can be.
    """
    leaves = frozenset[Node]().union(*(_leaves(finding) for _, finding in findings))
    keys = {key for leaf in leaves for key in _asked_of(leaf, where, exact)}
    return frozenset(where[key] for key in keys if key in where)


@kept_ready
def _leaves(node: Node) -> frozenset[Node]:
    """Return what is asked for in a finding."""
    asked = (node,) if isinstance(node.about, Question) else ()
    return frozenset(asked).union(*map(_leaves, node.live_limbs))


def _asked_of(node: Node, where: Mapping[tuple[str, str], str], exact: Container[str]) -> Iterator[tuple[str, str]]:
    """Yield what a leaf asks; of a day that is not stated exactly, also the days that it follows and that follow it."""
    if not isinstance(node.about, Question):
        return
    yield node.about.name, node.about.subject
    if isinstance(node, Day) and where.get((node.about.name, node.about.subject), "") not in exact:
        for name in _that_follow().get(node.about.name, ()):
            yield name, node.about.subject
        if node.follows is not None:
            yield from _asked_of(node.follows, where, exact)


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
        OpenQuestion(question, place_in(where, question), tuple(dict.fromkeys(names)))
        for question, names in bearing.items()
    )


def place_in(where: Mapping[tuple[str, str], str], question: Question) -> str:
    """Return the place of the answer to a question among the places of a case; nothing where it is none of its file."""
    if question.asked_of is Role.INTERPRETER:
        return f"readings.{question.name}"
    return where.get((question.name, question.subject)) or where.get((question.name, ""), "")


def readings_used(findings: Iterable[Named]) -> tuple[ReadingUsed, ...]:
    """Return every contested reading that some finding consulted, and which turn on it, in the order of the report."""
    turning: dict[Consulted, list[str]] = {}
    for name, finding in findings:
        turns = finding.turns_on
        for consulted in finding.readings:
            turning.setdefault(consulted, []).extend([name] if consulted in turns else [])
    return tuple(_reading_used(reading, names) for reading, names in turning.items())


def _reading_used(consulted: Consulted, turns: Iterable[str]) -> ReadingUsed:
    reading = consulted.reading
    return ReadingUsed(
        reading.id,
        reading.question,
        reading.authority,
        {option.value: option.words for option in reading},
        _name(consulted.chosen),
        _name(reading.adopted),
        reading.because,
        tuple(dict.fromkeys(turns)),
    )


def _name(option: Reading | None) -> str | None:
    return None if option is None else str(option.value)


checked(__name__)
