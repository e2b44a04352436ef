"""Canonical states: for every type that a rule can be asked with, a few values, the plainest first."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from inspect import signature
from ipaddress import IPv4Address, IPv6Address
from itertools import islice
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from tests.final_provisions.builders import UNDECLARED, WHOLE
from uncc.confiscation import AssetHistory, Holding, Money, Payment
from uncc.doors import serial
from uncc.final_provisions import Act, Amendment, Event, History, OtherTreaty, RegionalOrganization
from uncc.final_provisions.history import Clause
from uncc.kernel.between import AtLeast
from uncc.kernel.errors import InvalidValue, UnccError
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Finding, Node
from uncc.kernel.provisions import Provision, art
from uncc.kernel.quantities import NO_DAY, Day, fixed_day
from uncc.readings import AS_ADOPTED, Readings

EURO = Money("EUR", Decimal(100))
HOLDINGS = (
    Holding(name="Astoria", value=EURO),
    Holding(name="Borduria", value=EURO, derived_from_offence=True, convention_offence=True),
)
PAID = tuple(Payment(taken_from=holding.name, value=Money("EUR", Decimal(50))) for holding in HOLDINGS)
BOUGHT = Holding(name="a house", value=EURO, bought_with=PAID)
YIELD = Holding(name="the rent", value=EURO, yielded_by="a house")
assert serial.__name__, "it knows the conducts that a request can name, which its model alone does not"
MANY = 400
"""How many values of a type are tried at most."""
FEW = 12
"""How many of them are tried in a field of another model."""


def _histories() -> Iterator[History]:
    """Yield a history with no event, with one, and with one more of each kind, its declarations complete or not."""
    early, late = date(2027, 6, 1), date(2029, 1, 10)
    first = tuple(Event(participant=name, act=Act.RATIFICATION, on=early) for name in ("Astoria", "Borduria"))
    adopted = (Amendment(name="the amendment", adopted_on=early),)
    yield History(**UNDECLARED, events=())
    for complete in (None, True):
        yield History(events=first, clause=Clause(instruments=1), **(WHOLE if complete else UNDECLARED))
        for act in Act:
            for about in ({}, {"subject": "the amendment"}, {"provision": art(42, 5)}, {"provision": art(63, 3)}):
                for name in ("Astoria", "the Union"):
                    yield from _history(
                        first, {"participant": name, "act": act, "on": late, **about}, complete, adopted
                    )


def _history(
    first: tuple[Event, ...], second: Mapping[str, Any], complete: Fact, amendments: tuple[Amendment, ...]
) -> list[History]:
    try:
        return [
            History(
                events=(*first, Event(**second)),
                clause=Clause(instruments=1),
                **(WHOLE if complete else UNDECLARED),
                amendments=amendments,
                organizations=(RegionalOrganization("the Union", ("Astoria",)),),
            )
        ]
    except UnccError:
        return []


PLAIN: dict[Any, tuple[Any, ...]] = {
    bool: (True, False),
    str: ("Astoria", "Borduria", "the Union"),
    int: (30, 0, 400),
    float: (0.5,),
    Decimal: (Decimal(100),),
    timedelta: (timedelta(days=30),),
    date: (date(2028, 3, 20), date(2029, 9, 1), date(2027, 1, 1)),
    datetime: (datetime(2028, 3, 20),),  # the Convention counts days
    IPv4Address: (IPv4Address("192.0.2.1"),),
    IPv6Address: (IPv6Address("2001:db8::1"),),
    type(None): (None,),
    Readings: (AS_ADOPTED,),
    Provision: (art(42, 5),),
    tuple[str, ...]: ((), ("Astoria",), ("Astoria", "Borduria"), ("Astoria", "Borduria", "the Union")),
    Day: (NO_DAY, fixed_day(date(2028, 3, 20), "it began")),
    History: tuple(_histories()),
    Money: (EURO, Money("EUR", Decimal(40)), Money("BTC", Decimal(1))),
    AssetHistory: (AssetHistory(), AssetHistory(holdings=HOLDINGS), AssetHistory(holdings=(*HOLDINGS, BOUGHT, YIELD))),
    OtherTreaty: (OtherTreaty(name="the other treaty", between=("Astoria", "Borduria")),),
}


WRONG = (datetime(2028, 3, 20), "", "  ", -1, 0, 10**9, None, ("",), ("x", "x"))
"""What is of the wrong kind for most fields."""


def states(rule: Callable[..., Any]) -> Iterator[dict[str, Any]]:
    """Yield the arguments that a rule is asked with: the plainest, then each argument in turn over its values."""
    hints = get_type_hints(rule)
    parameters = signature(rule).parameters
    choices = {name: values(hints[name]) for name in parameters}
    plain = {
        name: choices[name][0] if parameter.default is parameter.empty else parameter.default
        for name, parameter in parameters.items()
    }
    yield plain
    for place in range(4):
        yield {name: some[place % len(some)] for name, some in choices.items()}
    for name, some in choices.items():
        for value in (*some, *((datetime(2028, 3, 20),) if hints[name] is date else ())):
            yield {**plain, name: value}


@cache
def values(hint: Any) -> tuple[Any, ...]:
    """Return values of a type, the plainest first."""
    return tuple(islice(_values(hint), MANY))


def _values(hint: Any) -> Iterator[Any]:
    origin, inner = get_origin(hint), get_args(hint)
    if hint in PLAIN:
        yield from PLAIN[hint]
    elif origin in {Union, types.UnionType} and get_origin(inner[1]) is AtLeast:
        some, (least, *_) = values(inner[0]), values(get_args(inner[1])[0])
        yield from (*some[:2], AtLeast((least,)), *some[2:], None)
    elif origin in {Union, types.UnionType}:
        yield from _alternately([values(one) for one in inner if one is not type(None)])
        yield from (None for one in inner if one is type(None))
    elif origin is tuple and inner[-1] is not Ellipsis:
        yield tuple(values(one)[place % len(values(one))] for place, one in enumerate(inner))
    elif origin is not None:
        yield ()
        yield from ((one,) for one in values(inner[0]))
    elif issubclass(hint, Enum):
        yield from hint
    elif hint is Finding or hint is Node:
        raise TypeError("an answer is not asked with")
    else:
        yield from _models(hint)


def _alternately(rows: Sequence[Sequence[Any]]) -> Iterator[Any]:
    for place in range(max(map(len, rows))):
        yield from (row[place] for row in rows if place < len(row))


def _models(model: type[Any]) -> Iterator[Any]:
    """Yield a model in its states, as far as its fields agree in them."""
    for state in _fillings(model):
        yield from _built(model, state)


def refusals(model: type[Any]) -> Iterator[InvalidValue]:
    """Yield why a model refuses what contradicts itself, and what is of the wrong kind."""
    *_, full = islice(_fillings(model), 4)
    others = (field.name for field in attrs.fields(model) if field.init and field.type != Fact)
    wrong = (full | {name: value} for name in others for value in WRONG)
    for state in (*_fillings(model), *wrong):
        try:
            _build(model, state)
        except InvalidValue as error:
            yield error
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):  # no caller with types meets it
            continue


def _fillings(model: type[Any]) -> Iterator[dict[str, Any]]:
    """Yield the fields where nothing is known, all is true, all is false, all is filled; then field by field."""
    fields = {field.name: field for field in attrs.fields(attrs.resolve_types(model)) if field.init}
    facts = [name for name, field in fields.items() if field.type == Fact]
    bare: dict[str, Any] = {
        name: values(field.type)[0] for name, field in fields.items() if field.default is attrs.NOTHING
    }
    nested = {name: values(field.type) for name, field in fields.items() if attrs.has(field.type)}
    true, false = (
        bare | dict.fromkeys(facts, known) | {name: some[place % len(some)] for name, some in nested.items()}
        for place, known in enumerate((True, False), start=1)
    )
    full = dict(true)
    for name, field in fields.items():
        fitting = (one for one in values(field.type) if one and _built(model, full | {name: one}))
        if name not in full:
            full[name] = next(fitting, field.default)
    yield from (bare, true, false, full)
    for name, field in fields.items():
        if name not in facts:
            for value in _few(field.type):
                yield from (state | {name: value} for state in (bare, true, full))


def _few(hint: Any) -> Sequence[Any]:
    some = values(hint)
    return some if isinstance(hint, type) and issubclass(hint, Enum) else some[:FEW]


def _built(model: type[Any], state: Mapping[str, Any]) -> list[Any]:
    """Return the model in this state; nothing where its fields contradict each other."""
    try:
        return [_build(model, state)]
    except UnccError:
        return []


def _build(model: type[Any], state: Mapping[str, Any]) -> Any:
    return model(**{name.lstrip("_"): value for name, value in state.items()})
