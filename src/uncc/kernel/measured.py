"""The leaves of days, numbers and amounts: what a case says of them, as it was declared once.

>>> from datetime import date
>>> from attrs import fields, frozen
>>> from uncc.kernel.between import Between
>>> from uncc.kernel.facts import day_fact
>>> from uncc.kernel.provisions import art
>>> from uncc.kernel.roles import Role
>>> @frozen(kw_only=True)
... class Journey(Facts, asked_of=Role.CASE_HOLDER):
...     begun: DayFact = day_fact("it was begun", art(42, 8))
...     ended: DayFact = day_fact("it was over", art(42, 8), follows="begun")
>>> print(day_of(Journey(begun=Between(None, date(2027, 5, 9)), ended=date(2027, 5, 3)), fields(Journey).begun))
[..2027-05-03]  it was begun [Art. 42(8)]
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from itertools import chain
from math import inf
from typing import Any, Protocol

from attrs import Attribute

from uncc.kernel.between import ends_of
from uncc.kernel.differences import End
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import FACT, DayFact, Facts, NumberFact, QuantityDeclaration
from uncc.kernel.findings import Kind
from uncc.kernel.quantities import FIRST, LAST, Amount, Day, Number
from uncc.kernel.ready import kept_ready

__all__ = ["amount_of", "day_of", "number_of"]


class Exact(Protocol):
    """Money, as the chapters have it."""

    @property
    def exact(self) -> Fraction: ...


def day_of(facts: Facts, attribute: Attribute[DayFact], subject: str = "", *, follows: Day | None = None) -> Day:
    """Return the node of one declared day, as it stands in `facts`: `fields(PreservationMeasure).effected_on`.

    `follows` is a day of something else that it cannot lie before; of its own collection the declaration names it.
    """
    declaration: QuantityDeclaration = attribute.metadata[FACT]
    _refuse_another(facts, declaration)
    return _day_of(facts, attribute.name, declaration, subject, follows)


def _day_of(facts: Facts, name: str, declaration: QuantityDeclaration, subject: str, follows: Day | None = None) -> Day:
    earlier = declaration.follows
    if earlier:
        follows = _day_of(facts, earlier, facts.measured()[earlier], subject)
    value: DayFact = getattr(facts, name)
    if isinstance(value, date):
        ordinal = value.toordinal()
        return _day(ordinal, ordinal, declaration, subject, follows)
    least, _ = _ends(value, FIRST, LAST)
    least = least if follows is None else max(least, follows.least)
    return _day(least, _latest(facts, name), declaration, subject, follows)


def number_of(facts: Facts, attribute: Attribute[NumberFact], subject: str = "") -> Number:
    """Return the node of one declared number, as it stands in `facts`."""
    declaration: QuantityDeclaration = attribute.metadata[FACT]
    _refuse_another(facts, declaration)
    least, most = _ends(getattr(facts, attribute.name), declaration.bounds[0], inf)
    return _number(least, most, declaration, subject)


def amount_of(facts: Facts, attribute: Attribute[Any], subject: str = "", *, most: Fraction, currency: str) -> Amount:
    """Return the node of one declared amount, as it stands in `facts`: from nothing to `most` where it is not known."""
    declaration: QuantityDeclaration = attribute.metadata[FACT]
    _refuse_another(facts, declaration)
    value: Exact | None = getattr(facts, attribute.name)
    least, most = (Fraction(0), most) if value is None else (value.exact, value.exact)
    return _amount(least, most, declaration, subject, currency)


def _latest(facts: Facts, name: str) -> End:
    """Return the latest that a declared day can be, by itself and by those that follow it."""
    kind: Any = type(facts)
    return min([_ends(getattr(facts, one), FIRST, LAST)[1] for one in _followers(kind, name)])


@cache
def _followers(kind: Any, name: str) -> tuple[str, ...]:
    """Return a day of a class, and those that cannot lie before it."""
    later = (other for other, declaration in kind.measured().items() if declaration.follows == name)
    return (name, *chain.from_iterable(_followers(kind, other) for other in later))


def _refuse_another(facts: Facts, declaration: QuantityDeclaration) -> None:
    if not isinstance(facts, declaration.holder):
        raise InvalidValue(declaration.name, facts, f"of {declaration.holder.__name__}, which declares it")


def _ends(value: Any, least: End, most: End) -> tuple[End, End]:
    if value is None:
        return least, most
    low, high = ends_of(value)
    return _end(low, least), _end(high, most)


def _end(value: date | int | None, otherwise: End) -> End:
    return otherwise if value is None else value.toordinal() if isinstance(value, date) else value


@kept_ready
def _day(least: End, most: End, declaration: QuantityDeclaration, subject: str, follows: Day | None) -> Day:
    question = declaration.question(subject)
    return Day(least, most, declaration.statement, declaration.authority, Kind.FACT, (), question, follows=follows)


@kept_ready
def _number(least: End, most: End, declaration: QuantityDeclaration, subject: str) -> Number:
    question = declaration.question(subject)
    return Number(least, most, declaration.statement, declaration.authority, Kind.FACT, (), question)


@kept_ready
def _amount(least: End, most: End, declaration: QuantityDeclaration, subject: str, currency: str) -> Amount:
    question = declaration.question(subject)
    return Amount(least, most, declaration.statement, declaration.authority, Kind.FACT, (), question, currency=currency)
