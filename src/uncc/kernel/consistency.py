"""What follows and what excludes: declared once, beside the facts.

A tie says what else holds where one thing is stated. What follows is filled in, a contradiction is one error that names
both, and what is not known contradicts nothing. The worlds over which a finding is settled keep the ties too.

>>> from attrs import frozen
>>> from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
>>> from uncc.kernel.provisions import art
>>> from uncc.kernel.roles import Role
>>> @frozen(kw_only=True)
... class Guest(Facts, asked_of=Role.CASE_HOLDER):
...     left: Fact = fact("the guest has left", art(42, 8))
...     left_on: DayFact = day_fact("the guest left", art(42, 8))
...     sleeps: Fact = fact("the guest is asleep upstairs", art(42, 8))
...     ties = (shows("left_on", "left", art(42, 8)), excludes("left", "sleeps", art(42, 8)))
>>> from datetime import date
>>> Guest(left_on=date(2027, 5, 3))
Guest(left=True, left_on=datetime.date(2027, 5, 3), sleeps=False)
>>> Guest(left_on=date(2027, 5, 3), sleeps=True)
Traceback (most recent call last):
    ...
uncc.kernel.errors.InvalidValue: sleeps: True is not false or null (not known), as left_on is 2027-05-03 (Art. 42(8))
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, NamedTuple, cast

from attrs import NOTHING, Attribute, evolve

from uncc.kernel.between import AtLeast, Between, day_text
from uncc.kernel.errors import InvalidValue, shown
from uncc.kernel.provisions import Provision

__all__ = ["Tie", "excludes", "hold_together", "implies", "shows", "value_at"]


class Tie(NamedTuple):
    """That where one thing is stated, a fact has a value.

    - `stated`, `fact`: their places in the model (`surrender.surrendered`); of a fact of another collection, its field.
    - `is_fact`: whether what is stated is a fact, which then is false where the other has not that value.
    - `fills`: whether the one settles the other; otherwise they can only not stand together.
    - `told`: whether they may stand together all the same, as life has it; then a report tells it.
    """

    stated: str
    fact: str | Attribute[Any]
    value: bool
    authority: Provision
    is_fact: bool = True
    fills: bool = True
    told: bool = False


def implies(fact: str, other: str | Attribute[Any], authority: Provision, *, fills: bool = True) -> Tie:
    """Declare that where one fact is true, another is."""
    return Tie(fact, other, value=True, authority=authority, fills=fills)


def excludes(
    fact: str, other: str | Attribute[Any], authority: Provision, *, fills: bool = True, told: bool = False
) -> Tie:
    """Declare that two facts are not both true; those that are `told` fill in nothing and refuse nothing."""
    return Tie(fact, other, value=False, authority=authority, fills=fills and not told, told=told)


def shows(stated: str, fact: str, authority: Provision) -> Tie:
    """Declare that a fact is true where a day, a number or a list is stated, however little is known of it."""
    return Tie(stated, fact, value=True, authority=authority, is_fact=False)


# What is stated

_ABSENT = NOTHING
"""What stands in a part that a model does not have: it is nothing, and nothing is filled in there."""


def hold_together(model: Any, ties: Collection[Tie]) -> None:
    """Fill in what follows in a new model from what it states; `InvalidValue` where that contradicts itself.

    `ties` are those between what stands in the model.
    """
    held = [(tie.stated, cast("str", tie.fact), tie) for tie in ties]
    values = {place: value_at(model, place) for one, other, _ in held for place in (one, other)}
    filled: dict[str, str] = {}  # what was filled in, with what was stated from which it follows
    count = -1
    while len(filled) > count:
        count = len(filled)
        for one, other, tie in held:
            _keep(one, other, tie, values, filled)
    for place in filled:
        _put(model, place, value=values[place])


def _keep(one: str, other: str, tie: Tie, values: dict[str, Any], filled: dict[str, str]) -> None:
    """Hold the values to one tie, from the one side and from the other."""
    stated, fact = values[one], values[other]
    if _is_stated(stated):
        if fact is (not tie.value) and not tie.told:
            raise _contradiction(values, filled.get(other, other), filled.get(one, one), tie.authority)
        if fact is None and tie.fills:
            values[other], filled[other] = tie.value, filled.get(one, one)
    elif stated is None and tie.is_fact and tie.fills and fact is (not tie.value):
        values[one], filled[one] = False, filled.get(other, other)


def _is_stated(value: object) -> bool:
    return value is not None and value is not False and value is not _ABSENT and value != ()


def _contradiction(values: Mapping[str, Any], place: str, source: str, authority: Provision) -> InvalidValue:
    value = values[place]
    if not isinstance(value, bool):
        place, source, value = source, place, values[source]
    right = f"{_words(not value)} or null (not known)" if isinstance(value, bool) else "null"
    said = value if isinstance(value, bool) else _words(value)
    return InvalidValue(place, said, f"{right}, as {source} is {_words(values[source])} ({authority})")


def _words(value: object) -> str:
    """Return a value as a case file has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return day_text(value)
    return str(cast("object", value)) if isinstance(value, Between | int) else shown(value)


def value_at(model: Any, place: str) -> Any:
    """Return what stands at a place of a model, as `request.offences[0].title` or `extensions.at_least[0].days`."""
    for step in place.split("."):
        if model is None:
            return _ABSENT
        name, *numbers = step.replace("]", "").split("[")
        model = cast("AtLeast[object]", model).items if isinstance(model, AtLeast) else getattr(model, name)
        for number in numbers:
            model = model[int(number)]
    return model


def _put(model: Any, place: str, *, value: bool) -> None:
    first, _, rest = place.partition(".")
    object.__setattr__(model, first, _with(getattr(model, first), rest, value=value) if rest else value)


def _with(model: Any, place: str, *, value: bool) -> Any:
    first, _, rest = place.partition(".")
    return evolve(model, **{first: _with(getattr(model, first), rest, value=value) if rest else value})
