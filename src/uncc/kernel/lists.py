"""The leaves of lists: what a case states of them, and what their other things may still be.

A list that is stated is complete unless it says otherwise; of one that is not, each question of a rule has one more
limb: about the things beside those stated. The list is the answer to it.

>>> from attrs import fields, frozen
>>> from uncc.kernel.facts import Fact, fact, list_fact
>>> from uncc.kernel.findings import any_of, given
>>> from uncc.kernel.provisions import art
>>> from uncc.kernel.roles import Role
>>> @frozen(kw_only=True)
... class Wish(Facts, asked_of=Role.CASE_HOLDER):
...     granted: Fact = fact("it was granted", art(42, 9))
>>> @frozen(kw_only=True)
... class Fairy(Facts, asked_of=Role.CASE_HOLDER):
...     wishes: ListFact[Wish] = list_fact("another wish was granted", art(42, 9))
>>> def has_granted(fairy: Fairy) -> Finding:
...     stated = (given(wish, fields(Wish).granted, place) for wish, place in items_of(fairy, fields(Fairy).wishes))
...     return any_of("a wish was granted", art(42, 9), *stated, more_of(fairy, fields(Fairy).wishes))
>>> refused = Wish(granted=False)
>>> [has_granted(Fairy(wishes=known)).truth.name for known in (None, AtLeast((refused,)), (refused,), ())]
['UNKNOWN', 'UNKNOWN', 'NO', 'NO']

What joins the things of a list takes them so: `any_of(..., more)`, `none_of(..., more)`, `all_of(..., ~more)`;
`later_of(..., day_where(more, another_day(...)))`, `earlier_of(..., where(more, another_day(...), NEVER))`, which is
also how the n-th of many days can lie earlier; `sum_of(..., where(more, another_amount(...), none))`, and
`how_many(..., more=where(more, another_number(...), none))`. What is asked in one tree about others in different words
is told apart by them, for it may be true of different things; put to somebody it is one question, of the list.
"""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import TypeVar

from attrs import Attribute

from uncc.kernel.between import AtLeast
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import FACT, Facts, ListDeclaration, ListFact
from uncc.kernel.findings import NO, UNKNOWN, Finding, Kind
from uncc.kernel.quantities import FIRST, LAST, Amount, Day, Number
from uncc.kernel.ready import kept_ready

__all__ = ["another_amount", "another_day", "another_number", "is_complete", "items_of", "more_of"]

Item = TypeVar("Item")


def items_of(facts: Facts, attribute: Attribute[ListFact[Item]]) -> list[tuple[Item, str]]:
    """Return each thing that a declared list states, with its place: `extensions[0]`."""
    _declaration(facts, attribute)
    value: ListFact[Item] = getattr(facts, attribute.name)
    stated = value.items if isinstance(value, AtLeast) else value or ()
    return [(item, f"{attribute.name}[{number}]") for number, item in enumerate(stated)]


def is_complete(known: ListFact[Item]) -> bool:
    """Whether what is known of a list says that there are no others."""
    return isinstance(known, tuple)


def more_of(facts: Facts, attribute: Attribute[ListFact[Item]], statement: str = "", subject: str = "") -> Finding:
    """Return the finding that there are others beside the things stated: NO where the list is complete, else UNKNOWN.

    `statement` says which others are meant, where the declaration does not; `subject` is the place of `facts`.
    """
    declaration = _declaration(facts, attribute)
    return _more(declaration, statement or declaration.statement, subject, is_complete(getattr(facts, attribute.name)))


def another_day(
    facts: Facts, attribute: Attribute[ListFact[Item]], statement: str, subject: str = "", *, follows: Day | None = None
) -> Day:
    """Return a day of the things beside those stated: nothing is known of it but the day that it cannot lie before."""
    return _another_day(_declaration(facts, attribute), statement, subject, follows)


def another_number(facts: Facts, attribute: Attribute[ListFact[Item]], statement: str, subject: str = "") -> Number:
    """Return a number of the things beside those stated, or how many they are: from 1, and not known."""
    return _another_number(_declaration(facts, attribute), statement, subject)


def another_amount(
    facts: Facts, attribute: Attribute[ListFact[Item]], statement: str, *, most: Fraction, currency: str
) -> Amount:
    """Return the amount that the things beside those stated come to, which is not known: from nothing to `most`."""
    return _another_amount(_declaration(facts, attribute), statement, most, currency)


def _declaration(facts: Facts, attribute: Attribute[ListFact[Item]]) -> ListDeclaration:
    declaration: ListDeclaration = attribute.metadata[FACT]
    if not isinstance(facts, declaration.holder):
        raise InvalidValue(declaration.name, facts, f"of {declaration.holder.__name__}, which declares it")
    return declaration


@kept_ready
def _more(declaration: ListDeclaration, statement: str, subject: str, complete: bool) -> Finding:  # noqa: FBT001  # as it is kept
    truth, about = NO if complete else UNKNOWN, declaration.about_others(statement, subject)
    return Finding(truth, statement, declaration.authority, Kind.FACT, (), about)


@kept_ready
def _another_day(declaration: ListDeclaration, statement: str, subject: str, follows: Day | None) -> Day:
    least, about = FIRST if follows is None else follows.least, declaration.about_others(statement, subject)
    return Day(least, LAST, statement, declaration.authority, Kind.FACT, (), about, follows=follows)


@kept_ready
def _another_number(declaration: ListDeclaration, statement: str, subject: str) -> Number:
    about = declaration.about_others(statement, subject)
    return Number(1, inf, statement, declaration.authority, Kind.FACT, (), about)


@kept_ready
def _another_amount(declaration: ListDeclaration, statement: str, most: Fraction, currency: str) -> Amount:
    about = declaration.about_others(statement, "")
    return Amount(Fraction(0), most, statement, declaration.authority, Kind.FACT, (), about, currency=currency)
