"""Small domains: for each type of argument a few values that stand for the others, made from its fields.

The facts in them are all unknown: they vary in the proof. All else is varied here: what is there and what is not, days
before and after each other, each member of an enumeration, one thing of a kind and two.
"""

from __future__ import annotations

import sys
import types
import typing
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from ipaddress import IPv4Address, IPv6Address
from random import Random
from typing import Any, Union, get_args, get_origin

import attrs

from tests.final_provisions.builders import UNDECLARED, WHOLE
from tests.proof.values import fields_of, is_fact, is_model, is_tuple, parameter
from tests.proof.watch import modules
from uncc.confiscation import (
    Asset,
    AssetHistory,
    CorrespondingValue,
    Holding,
    Money,
    OriginBurden,
    Payment,
    ThirdPartyRight,
)
from uncc.cooperation import AssistancePosition, Offence
from uncc.final_provisions import Act, Amendment, Event, History, RegionalOrganization
from uncc.kernel.between import AtLeast, Between
from uncc.kernel.dates import Deadline
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Facts
from uncc.kernel.findings import Finding, by_text, derived
from uncc.kernel.parties import Reservation
from uncc.kernel.provisions import Provision, art
from uncc.kernel.quantities import NO_DAY, Day, fixed_day
from uncc.offences import Forgery, IllegalAccess
from uncc.readings import Readings, register

DAYS = (date(2025, 1, 1), date(2027, 3, 10), date(2027, 6, 1), date(2030, 1, 1))
NAMES = ("Astoria", "Borduria", "Union", "ransom")
WHERE = art(40, 8)
MOST_VALUES = 24
"""How many values of a model are taken, beside the plainest and the fullest."""


def _consents(count: int) -> tuple[Event, ...]:
    return tuple(
        Event(participant=f"State {number}", act=Act.ACCESSION, on=date(2026, 1, 1)) for number in range(count)
    )


def _histories() -> tuple[Any, ...]:
    """Return histories without effect, in force, with what can be declared, and with what ended."""
    union = (RegionalOrganization("Union", ("Astoria", "State 1")),)
    amendments = (Amendment("on costs", date(2032, 3, 1)),)
    parties = (
        *_consents(40),
        Event(participant="Astoria", act=Act.SIGNATURE, on=date(2025, 10, 25)),
        Event(participant="Astoria", act=Act.RATIFICATION, on=date(2026, 2, 1)),
        Event(participant="Borduria", act=Act.ACCESSION, on=date(2026, 3, 1)),
    )
    declared = (
        *parties,
        Event(participant="Astoria", act=Act.RESERVATION, on=date(2026, 2, 1), provision=art(63, 3)),
        Event(participant="Borduria", act=Act.RESERVATION, on=date(2026, 3, 1), provision=art(42, 5)),
        Event(participant="Astoria", act=Act.NOTIFICATION, on=date(2026, 2, 1), provision=art(41, 2)),
        Event(participant="Union", act=Act.ACCESSION, on=date(2026, 4, 1)),
        Event(participant="Union", act=Act.COMPETENCE, on=date(2026, 4, 1)),
        Event(participant="Astoria", act=Act.PROTOCOL, on=date(2029, 4, 1), subject="on devices"),
    )
    ended = (*declared, Event(participant="Borduria", act=Act.DENUNCIATION, on=date(2028, 5, 1)))
    sixty = (*_consents(60), *parties[40:])
    return (
        History(**UNDECLARED, events=()),
        History(events=parties, **UNDECLARED),
        History(events=ended, organizations=union, amendments=amendments, **WHOLE),
        History(events=declared, organizations=union, **UNDECLARED),
        History(events=sixty, organizations=(RegionalOrganization("Union"),), amendments=amendments, **UNDECLARED),
        History(events=parties[40:41], **UNDECLARED),
    )


def _assets_in_question() -> tuple[Any, ...]:
    """Return assets: one that is all there is, one bought with two others, and one with rights of others in it."""
    alone, bought = _histories_of_assets()
    rights = (ThirdPartyRight(holder="a bank", value=Money("EUR", Decimal(300))),)
    value = CorrespondingValue(outstanding=Money("EUR", Decimal(700)))
    return (
        Asset(name="ransom", history=alone, rights=()),
        Asset(name="flat", history=bought, rights=()),
        Asset(name="ransom", history=alone, burden=OriginBurden(), rights=()),
        Asset(name="rent", history=bought, rights=()),
        Asset(name="flat", history=bought, rights=rights, corresponding_value=value),
    )


def _histories_of_assets() -> tuple[Any, ...]:
    ransom = Holding(name="ransom", value=Money("EUR", Decimal(500)))
    savings = Holding(name="savings", value=Money("EUR", Decimal(1000)))
    bought = Holding(
        name="flat",
        value=Money("EUR", Decimal(1000)),
        bought_with=(
            Payment(taken_from="ransom", value=Money("EUR", Decimal(400))),
            Payment(taken_from="savings", value=Money("EUR", Decimal(600))),
        ),
    )
    rent = Holding(name="rent", value=Money("EUR", Decimal(50)), yielded_by="flat")
    return (AssetHistory((ransom,)), AssetHistory((ransom, savings, bought, rent)))


def _reservations() -> tuple[Any, ...]:
    """Return none, each of three that stand, and all of them beside one that was withdrawn."""
    standing = [
        Reservation(provision=provision, stands=True, made_with_consent=True)
        for provision in (art(42, 5), art(23, 3, "a"), art(23, 3, "b"))
    ]
    gone = Reservation(provision=art(63, 3), made_on=DAYS[1], withdrawn_on=DAYS[2])
    return ((), *((one,) for one in standing), (*standing, gone))


OWN: dict[Any, Callable[[], Sequence[Any]]] = {
    bool: lambda: (False, True),
    int: lambda: (0, 1, 30, 120),
    str: lambda: NAMES,
    date: lambda: DAYS,
    Between[date]: lambda: (Between(DAYS[1], DAYS[2]), Between(DAYS[0], None)),
    Between[int]: lambda: (Between(30, 120), Between(None, 30)),
    Decimal: lambda: (Decimal(1), Decimal(1000)),
    IPv4Address: lambda: (IPv4Address("192.0.2.1"),),
    IPv6Address: lambda: (IPv6Address("2001:db8::1"),),
    datetime: lambda: (datetime(2027, 3, 1, 4, 12, tzinfo=UTC),),
    Fraction: lambda: (Fraction(1, 2),),
    Provision: lambda: (WHERE, art(42, 5), art(63, 3)),
    Money: lambda: (Money("EUR", Decimal(200)), Money("EUR", Decimal(900))),
    Finding: lambda: (derived(None, "something is known", WHERE), by_text(True, "something holds", WHERE)),
    Facts: lambda: (Forgery(), IllegalAccess()),
    Deadline: lambda: (Deadline(DAYS[2], (WHERE,)),),
    Day: lambda: (NO_DAY, fixed_day(DAYS[2], "it began", WHERE)),
    History: _histories,
    AssetHistory: _histories_of_assets,
    Asset: _assets_in_question,
    tuple[str, str]: lambda: (("Astoria", "Borduria"), ("Borduria", "Union")),
    tuple[str, ...]: lambda: ((), ("ransom",), ("Astoria",), ("Astoria", "Borduria"), ("Borduria", "Union", "Astoria")),
    tuple[Reservation, ...]: _reservations,
    Readings: lambda: tuple(_readings()),
}
"""Types whose values are written by hand."""


def _readings() -> Iterator[Readings]:
    """Yield no choice, then the first option of every reading, the second, and so on."""
    yield Readings()
    for number in range(max(len(reading) for reading in register())):
        yield Readings.of(*(list(reading)[min(number, len(reading) - 1)] for reading in register()))


@cache
def names() -> Mapping[str, Any]:
    """Return every name of the library, with which annotations under TYPE_CHECKING are read."""
    return {name: value for module in modules() for name, value in vars(module).items() if not name.startswith("_")}


@cache
def types_of(model: Any) -> Mapping[str, Any]:
    """Return the types of the fields of a model, or of the parameters of a function."""
    own = vars(sys.modules[model.__module__])
    return typing.get_type_hints(model, localns={name: value for name, value in names().items() if name not in own})


class NoValueError(Exception):
    """A type of which no value is known here."""


def values(kind: Any) -> tuple[Any, ...]:
    """Return a few values of a type, the plainest first and the fullest last; `NoValueError` where there is none."""
    try:
        return _values(kind)
    except RecursionError:
        raise NoValueError(kind) from None


@cache
def _values(kind: Any) -> tuple[Any, ...]:
    if kind in OWN:
        return tuple(OWN[kind]())
    origin, inside = get_origin(kind), get_args(kind)
    if kind is type(None):
        return (None,)
    if origin in {Union, types.UnionType}:
        return tuple(
            dict.fromkeys(
                value for one in sorted(inside, key=lambda one: one is not type(None)) for value in values(one)
            )
        )
    if origin is tuple and len(inside) == 2 and inside[1] is Ellipsis:
        return _several(inside[0])
    if origin is AtLeast:
        return tuple(AtLeast(things) for things in _several(inside[0]) if things)
    if origin in {Collection, Sequence, frozenset}:
        return _several(inside[0])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(kind)
    if isinstance(kind, type) and attrs.has(kind):
        return _models(kind)
    raise NoValueError(kind)


def _several(kind: Any) -> tuple[Any, ...]:
    """Return tuples: none, each alone (of a few), the plainest with the fullest, and all of an enumeration."""
    single = values(kind)
    enumerated = isinstance(single[0], Enum)
    alone = single if enumerated else (single[0], single[-1])
    both = ((single[0], single[-1]),) if len(single) > 1 else ()
    return ((), *dict.fromkeys((one,) for one in alone), *both, *((single,) if enumerated else ()))


def _models(kind: Any) -> tuple[Any, ...]:
    """Return the plainest value of a model, those that differ from it or the fullest in one field, and the fullest."""
    hints = types_of(kind)
    fields = [one for one in attrs.fields(kind) if one.init and not is_fact(one)]
    choices = {one.alias: _field_values(hints[one.name]) for one in fields}
    required = {one.alias for one in fields if one.default is attrs.NOTHING}
    plain = _first({name: choices[name] for name in required}, kind)
    full = dict(plain)
    for name, options in choices.items():
        for option in reversed(options):
            if _make(kind, {**full, name: option}) is not None:
                full[name] = option
                break
    found = [_make(kind, plain), *_varied(kind, plain, choices), *_varied(kind, full, choices), _make(kind, full)]
    made = _distinct([one for one in found if one is not None])
    if not made:
        raise NoValueError(kind)
    middle = made[1:-1]
    if len(middle) > MOST_VALUES:
        middle = [middle[place] for place in sorted(Random(len(middle)).sample(range(len(middle)), MOST_VALUES))]
    return tuple(_distinct([made[0], *middle, made[-1]]))


def _field_values(kind: Any) -> tuple[Any, ...]:
    if kind == (bool | None):
        return (None, False, True)
    found = values(kind)
    return found if len(found) <= 8 or isinstance(found[-1], Enum) else (*found[:3], *found[-5:])


def _first(choices: Mapping[str, Sequence[Any]], kind: Any) -> dict[str, Any]:
    """Return arguments that make a model, the first of the choices where they do."""
    plain = {name: options[0] for name, options in choices.items()}
    if _make(kind, plain) is not None:
        return plain
    random = Random(0)
    for _ in range(200):
        tried = {name: random.choice(options) for name, options in choices.items()}
        if _make(kind, tried) is not None:
            return tried
    raise NoValueError(kind)


def _varied(kind: Any, base: Mapping[str, Any], choices: Mapping[str, Sequence[Any]]) -> Iterator[Any]:
    for name, options in choices.items():
        for option in options:
            yield _make(kind, {**base, name: option})


def _make(kind: Any, arguments: Mapping[str, Any]) -> Any:
    try:
        return kind(**arguments)
    except (InvalidValue, TypeError, AttributeError):
        return None


def _distinct(found: Sequence[Any]) -> list[Any]:
    kept: list[Any] = []
    for one in found:
        if one not in kept:
            kept.append(one)
    return kept


# The facts inside

ANSWERED: Mapping[tuple[type[Facts], str], Callable[[Any], bool]] = types.MappingProxyType(
    {
        (Offence, "established_in_accordance"): lambda offence: offence.conduct is not None,
        (Offence, "serious_crime"): lambda offence: any(
            penalty is not None and penalty.reaches_threshold is not None
            for penalty in (offence.penalty, offence.penalty_in_requested_state)
        ),
        (AssistancePosition, "transfer_not_compliant"): lambda position: position.transfer is not None,
    }
)
"""Facts that other parts of a case answer where it does not state them: beside those they are not unknown."""


def is_answered(facts: Any, name: str) -> bool:
    """Return whether another part of the same facts answers a fact that is not stated."""
    return any(
        isinstance(facts, model) and name == field and answers(facts) for (model, field), answers in ANSWERED.items()
    )


def slots_in(value: Any, path: str) -> Iterator[tuple[Facts, str, str]]:
    """Yield each collection of facts in a value, with each of its facts that is not known, and its path."""
    if isinstance(value, Enum | Finding | Provision):
        return
    if is_model(value):
        for one in fields_of(value):
            inner = object.__getattribute__(value, one.name)
            if is_fact(one):
                if inner is None and not is_answered(value, one.name):
                    yield value, one.name, f"{path}.{one.name}"
            else:
                yield from slots_in(inner, f"{path}.{one.name}")
    elif is_tuple(value):
        for number, one in enumerate(value):
            yield from slots_in(one, f"{path}[{number}]")


def filled(value: Any, path: str, known: Mapping[str, Any]) -> Any:
    """Return the value anew, with the facts at these paths answered; nothing in it is the same object as before."""
    if isinstance(value, Enum | Finding | Provision | History):
        return value
    if is_tuple(value):
        return tuple(filled(one, f"{path}[{number}]", known) for number, one in enumerate(value))
    if not is_model(value) or type(value) in {Readings, Money}:
        return value
    arguments = {}
    for one in fields_of(value):
        inner = getattr(value, one.name)
        place = f"{path}.{one.name}"
        if one.init:
            arguments[parameter(one)] = (
                known.get(place) if is_fact(one) and inner is None else filled(inner, place, known)
            )
    return type(value)(**arguments)
