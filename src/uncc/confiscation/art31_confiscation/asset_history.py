"""Art. 31(4) to (6), (8): the history of assets: what was obtained, what it was turned into, and what that yielded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any

from attrs import Attribute, field, frozen
from attrs.validators import instance_of, optional

from uncc.confiscation.money import Money
from uncc.kernel.consistency import excludes, implies
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue, shown
from uncc.kernel.facts import Fact, Facts, amount_fact, fact
from uncc.kernel.papers import Paper
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.kernel.values import a_text, a_title

__all__ = ["AssetHistory", "Holding", "Payment"]


def _within_value(payment: Payment, attribute: Attribute[Any], proceeds: Money | None) -> None:
    if proceeds is not None:
        payment.value.same_currency(proceeds, attribute.name)
        if proceeds > payment.value:
            raise InvalidValue(attribute.name, str(proceeds), f"at most what was taken, {payment.value}")


@frozen(kw_only=True, field_transformer=typed)
class Payment(Paper, Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """What was taken from an earlier holding and put into a later one.

    `proceeds` is the assessed value of the proceeds of crime in what was taken. It is needed only where a part is
    taken from a holding in which proceeds and other property are mixed: the Convention has no rule which part goes
    first.

    - `taken_from`: the name of the holding that it was paid from.
    """

    taken_from: str = field(validator=a_text)
    value: Money = field(validator=instance_of(Money))
    proceeds: Money | None = amount_fact(
        "the assessed value of the proceeds in the part that was taken",
        art(31, 5),
        validator=[optional(instance_of(Money)), _within_value],
    )


@frozen(kw_only=True, field_transformer=typed)
class Holding(Paper, Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """One asset of a history, by its name, with its value as it is assessed, and where it comes from.

    - `bought_with`: the payments that were turned into it, as entered; together they are what it cost.
    - `yielded_by`: the holding from which it is income or another benefit.
    - `name`: what it is called, so that others can name it.
    - Neither: it came into the history from outside, and the facts say whether it is proceeds of crime.
    """

    name: str = field(validator=a_title)
    value: Money = field(validator=instance_of(Money))
    bought_with: tuple[Payment, ...] = ()
    yielded_by: str | None = field(default=None, validator=optional(a_text))
    derived_from_offence: Fact = fact(
        "the property was derived or obtained, directly or indirectly, through the commission of an offence",
        art(2, "j"),
        art(31, 1, "a"),
    )
    convention_offence: Fact = fact(
        "the offence from which the property comes is one established in accordance with the Convention",
        art(31, 1, "a"),
    )
    alleged: Fact = fact(
        "the property is alleged to be proceeds of an offence established in accordance with the Convention, or is "
        "otherwise liable to confiscation",
        art(31, 8),
    )
    lawful_origin_shown: Fact = fact("the offender has shown that the property is of lawful origin", art(31, 8))

    ties = (excludes("lawful_origin_shown", "derived_from_offence", art(31, 8)),)
    case_ties = (implies("convention_offence", "derived_from_offence", art(31, 1, "a"), fills=False),)

    @property
    def comes_from_outside(self) -> bool:
        """Whether the holding came into the history from outside."""
        return not self.bought_with and self.yielded_by is None

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.bought_with and self.yielded_by is not None:
            raise InvalidValue("yielded_by", self.yielded_by, "null, since the holding was bought with something")
        stated = [name for name in self.questions() if getattr(self, name) is not None]
        if stated and not self.comes_from_outside:
            raise InvalidValue(stated[0], getattr(self, stated[0]), "null: the origin of what went before settles it")
        for payment in self.bought_with:
            self.value.same_currency(payment.value, "bought_with")


def _holds_together(_: object, __: object, holdings: tuple[Holding, ...]) -> None:
    """Refuse a history that refers to what is not there, mixes currencies, or spends what there is twice."""
    left: dict[str, Money] = {}
    reach: dict[str, tuple[int, int]] = {}
    for number, holding in enumerate(holdings):
        place = f"holdings[{number}]"
        if holding.name in left:
            raise InvalidValue(f"{place}.name", holding.name, "a name of its own in the history")
        holdings[0].value.same_currency(holding.value, f"{place}.value")
        if holding.yielded_by is not None and holding.yielded_by not in left:
            raise InvalidValue(f"{place}.yielded_by", holding.yielded_by, _EARLIER)
        for which, payment in enumerate(holding.bought_with):
            _pay(left, payment, f"{place}.bought_with[{which}]")
        left[holding.name] = holding.value
        reach[holding.name] = _reach(holding, reach, place)


MOST_STEPS, MOST_WAYS = 25, 250
"""How long a way from outside into a holding can be, and how many there can be: each is told with its reasons."""


def _reach(holding: Holding, reach: dict[str, tuple[int, int]], place: str) -> tuple[int, int]:
    """Return how many steps the longest way into a holding has, and how many ways there are."""
    before = [reach[payment.taken_from] for payment in holding.bought_with]
    before += [] if holding.yielded_by is None else [reach[holding.yielded_by]]
    steps = 1 + max((steps for steps, _ in before), default=0)
    ways = sum(ways for _, ways in before) or 1
    if steps > MOST_STEPS:
        raise InvalidValue(place, holding.name, f"a holding at most {MOST_STEPS} steps from outside; join some of them")
    if ways > MOST_WAYS:
        raise InvalidValue(place, holding.name, f"a holding that comes from outside in at most {MOST_WAYS} ways")
    return steps, ways


_EARLIER = "the name of a holding that stands before it in the history"


def _pay(left: dict[str, Money], payment: Payment, place: str) -> None:
    if payment.taken_from not in left:
        raise InvalidValue(f"{place}.taken_from", payment.taken_from, _EARLIER)
    there = left[payment.taken_from]
    if payment.value > there:
        raise InvalidValue(f"{place}.value", str(payment.value), f"at most what is left of it, {there}")
    if not payment.value.amount:
        raise InvalidValue(f"{place}.value", str(payment.value), "more than nothing")
    left[payment.taken_from] = there - payment.value


def _cost(holding: Holding) -> Money:
    payments = (payment.value for payment in holding.bought_with)
    return Money.total(holding.value.currency, payments) if holding.bought_with else holding.value


def _named_in_brief(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return (", ".join(name if len(name) <= _SHOWN else shown(name) for name in names[:_SHOWN]) or "none") + more


_SHOWN = 20
"""How many names are told, and how long one is told without being cut."""


@frozen(field_transformer=typed)
class AssetHistory(Paper):
    """Holdings in the order in which they came about, in one currency. It is never changed, only continued.

    It is an account that has been drawn up, a paper, and the holdings and payments that it enters are all that there
    are in it: what is not in the account cannot be followed through it. What is not known of an origin, or of the
    proceeds in a payment, are facts, and stay open.

    Nothing can be spent that is not there: what is paid out of a holding is at most its value, and what a holding
    cost is the sum of what was paid for it.

    >>> from uncc.confiscation.money import Money
    >>> ransom = Holding(name="ransom", value=Money.parse("EUR 200000"), derived_from_offence=True)
    >>> paid = Payment(taken_from="ransom", value=ransom.value)
    >>> history = AssetHistory().then(ransom).then(
    ...     Holding(name="shares", value=Money.parse("EUR 230000"), bought_with=(paid,)))
    >>> print(history.left("ransom"), "|", history.cost("shares"), "|", history.left("shares"))
    EUR 0 | EUR 200000 | EUR 230000
    """

    holdings: tuple[Holding, ...] = field(default=(), validator=_holds_together)

    def then(self, *holdings: Holding) -> AssetHistory:
        """Return the history continued with these holdings."""
        return AssetHistory((*self.holdings, *holdings))

    @cached_property
    def _named(self) -> Mapping[str, Holding]:
        return MappingProxyType({holding.name: holding for holding in self.holdings})

    @cached_property
    def _costs(self) -> Mapping[str, Money]:
        return MappingProxyType({holding.name: _cost(holding) for holding in self.holdings})

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the holdings, in order."""
        return tuple(holding.name for holding in self.holdings)

    def holding(self, name: str) -> Holding:
        """Return the holding of this name; `InvalidValue` where there is none."""
        found = self._named.get(name)
        if found is None:
            raise InvalidValue("name", name, f"the name of a holding; there are: {_named_in_brief(self.names)}")
        return found

    def place(self, name: str) -> str:
        """Return the place of a holding in the history, as it stands in a question (`holdings[0]`)."""
        return f"holdings[{self.number(name)}]"

    def number(self, name: str) -> int:
        """Return the number of a holding in the history, from 0."""
        return self._places[self.holding(name).name]

    def origins(self, name: str) -> tuple[Holding, ...]:
        """Return the holdings from outside out of which a holding comes, in order."""
        reached, ahead = {name}, [name]
        while ahead:
            holding = self.holding(ahead.pop())
            sources = {payment.taken_from for payment in holding.bought_with} | {holding.yielded_by or holding.name}
            ahead.extend(sources - reached)
            reached |= sources
        found = (self.holding(one) for one in sorted(reached, key=self.number))
        return tuple(holding for holding in found if holding.comes_from_outside)

    def taken(self, name: str) -> tuple[Payment, ...]:
        """Return every payment that was made out of a holding, in order."""
        return tuple(payment for _, payment in self.payments_from(name))

    def payments_from(self, name: str) -> Sequence[tuple[str, Payment]]:
        """Return every payment that was made out of a holding, in order, with its place in the history."""
        return self._taken.get(name, ())

    def cost(self, name: str) -> Money:
        """Return what went into a holding: the sum of its payments, or its value where it was not bought."""
        return self._costs[self.holding(name).name]

    def left(self, name: str) -> Money:
        """Return what is left of a holding when all that was paid out of it is gone."""
        value = self.holding(name).value
        return value - Money.total(value.currency, (payment.value for payment in self.taken(name)))

    @cached_property
    def places(self) -> int:
        """The most digits after the point of any amount in the history."""
        payments = (payment.value for holding in self.holdings for payment in holding.bought_with)
        return max((money.places for money in (*payments, *(h.value for h in self.holdings))), default=0)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {holding.name: number for number, holding in enumerate(self.holdings)}

    @cached_property
    def _taken(self) -> dict[str, list[tuple[str, Payment]]]:
        taken: dict[str, list[tuple[str, Payment]]] = {}
        for number, holding in enumerate(self.holdings):
            for which, payment in enumerate(holding.bought_with):
                place = f"holdings[{number}].bought_with[{which}]"
                taken.setdefault(payment.taken_from, []).append((place, payment))
        return taken


checked(__name__)
