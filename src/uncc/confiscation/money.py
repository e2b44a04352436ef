"""Amounts of money: exact, in one currency, never a float."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import Attribute, field, frozen

from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.model import Model

__all__ = ["Money"]

_CURRENCY = re.compile(r"[A-Z][A-Z0-9]{1,9}", re.ASCII)
_WRITTEN = re.compile(r"(?P<currency>\S+) (?P<amount>[0-9]{1,18}(\.[0-9]{1,18})?)", re.ASCII)
MOST = Decimal(10) ** 18
"""Below this every amount lies; no case is about more."""
_LONGEST = 100
"""The longest number that is written out before it is looked at; one with a larger exponent is refused as it is."""
MOST_PLACES = 18
"""The most digits after the point: virtual assets are counted in units as small as that."""


def _plain(value: Any) -> Any:
    """Return the one form of a number: no exponent, no blank zeros; what is no number is left for the validator."""
    if not isinstance(value, Decimal) or not value.is_finite():
        return value
    if not value:
        return Decimal(0)
    if abs(value.adjusted()) > _LONGEST:
        return value
    digits = format(value, "f")
    return Decimal(digits.rstrip("0") if "." in digits else digits)


def _a_currency(_: object, attribute: Attribute[Any], value: Any) -> None:
    if not isinstance(value, str) or not _CURRENCY.fullmatch(value):
        raise InvalidValue(attribute.name, value, "a currency in capital letters and digits such as EUR or BTC")


def _an_amount(_: object, attribute: Attribute[Any], value: Any) -> None:
    if not isinstance(value, Decimal):
        raise InvalidValue(attribute.name, value, "a Decimal; a float is never exact")
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -MOST_PLACES or not 0 <= value < MOST:
        raise InvalidValue(attribute.name, value, "an amount from 0, below 10 to the power of 18, of 18 places at most")


@frozen(field_transformer=typed)
class Money(Model):
    """An amount in one currency, which may be that of a virtual asset; from 0.

    Amounts in two currencies are never added, subtracted or compared: that is an error.

    - `currency`: the three letters of the currency, such as EUR.
    - `amount`: the amount as a text of digits, such as "1200.50".

    >>> print(Money("EUR", Decimal("120.50")) + Money("EUR", Decimal("80")))
    EUR 200.5
    """

    currency: str = field(validator=_a_currency)
    amount: Decimal = field(converter=_plain, validator=_an_amount)

    @classmethod
    def parse(cls, text: str) -> Money:
        """Read an amount as it is printed.

        >>> Money.parse("BTC 1.25").amount
        Decimal('1.25')
        """
        found = _WRITTEN.fullmatch(text)
        if found is None:
            raise InvalidValue("money", text, "an amount such as EUR 1200.50")
        return cls(found["currency"], Decimal(found["amount"]))

    @classmethod
    def total(cls, currency: str, amounts: Iterable[Money]) -> Money:
        """Return the sum of amounts of this currency, which is 0 where there are none."""
        total = cls(currency, Decimal(0))
        for amount in amounts:
            total += amount
        return total

    @property
    def exact(self) -> Fraction:
        """The amount as a fraction, for shares that no decimal number could say."""
        return Fraction(self.amount)

    @property
    def places(self) -> int:
        """How many digits after the point the amount has."""
        return -int(self.amount.as_tuple().exponent)

    def same_currency(self, other: Money, name: str) -> None:
        """Refuse an amount of another currency; `InvalidValue` with the name of the field where it stands."""
        if other.currency != self.currency:
            raise InvalidValue(
                name, str(other), f"an amount in {self.currency}; convert it first, at a rate of the case"
            )

    def __add__(self, other: Money) -> Money:
        self.same_currency(other, "money")
        return _of(self.currency, self.exact + other.exact, MOST_PLACES)

    def __sub__(self, other: Money) -> Money:
        """Return the difference; `InvalidValue` where it would lie below 0."""
        self.same_currency(other, "money")
        if other.amount > self.amount:
            raise InvalidValue("money", str(other), f"at most {self}")
        return _of(self.currency, self.exact - other.exact, MOST_PLACES)

    def __lt__(self, other: Money) -> bool:
        self.same_currency(other, "money")
        return self.amount < other.amount

    def __le__(self, other: Money) -> bool:
        self.same_currency(other, "money")
        return self.amount <= other.amount

    def __str__(self) -> str:
        return f"{self.currency} {format(self.amount, 'f')}"


def _of(currency: str, exact: Fraction, places: int) -> Money:
    """Return a fraction as money, rounded down to a number of places."""
    units = exact.numerator * 10**places // exact.denominator
    return Money(currency, Decimal(f"{units}e-{places}"))


def rounded_down(currency: str, exact: Fraction, places: int) -> Money:
    """Return a share as money, rounded down to a number of places, so that it never says too much."""
    return _of(currency, exact, places)


checked(__name__)
